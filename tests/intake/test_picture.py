"""Pictures: what they say of themselves becomes text, disagreement is told, and no file harms."""

from __future__ import annotations

import io
import random
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest

from paradero.intake import parse, parse_all, take_in
from paradero.model.document import Document
from paradero.model.problem import Problem
from tests.intake import photographs as photo

CAPTION = "Nine men step off a plane in Caracas after five months in a prison abroad."


def roles(document: Document) -> list[tuple[str, str]]:
    return [(part.role, document.text[part.start : part.end]) for part in document.parts]


def codes(problems: tuple[Problem, ...]) -> list[str]:
    return [problem.code for problem in problems]


AGENCY = photo.iptc(
    photo.UTF8,
    (2, 105, b"Nine men come home"),
    (2, 120, CAPTION.encode()),
    (2, 80, "Inés Peña".encode()),
    (2, 110, b"The Example"),
    (2, 116, "© 2025 The Example".encode()),
    (2, 55, b"20250718"),
    (2, 92, b"Airport"),
    (2, 90, b"Caracas"),
    (2, 101, b"Venezuela"),
    (2, 25, b"prisoners"),
    (2, 25, b"release"),
)
PACKET = {
    "photoshop:Headline": "Nine men come home",
    "dc:description": CAPTION,
    "dc:creator": "Inés Peña",
    "photoshop:Credit": "The Example",
    "dc:rights": "© 2025 The Example",
    "photoshop:DateCreated": "2025-07-18T14:03:00-04:00",
    "Iptc4xmpCore:Location": "Airport",
    "photoshop:City": "Caracas",
    "photoshop:Country": "Venezuela",
    "dc:subject": "prisoners; release",
}
EXPECTED = [
    ("headline", "Nine men come home"),
    ("dateline", "Airport, Caracas, Venezuela"),
    ("dateline", "2025-07-18"),
    ("caption", CAPTION),
    ("byline", "Inés Peña"),
    ("credit", "The Example"),
    ("credit", "© 2025 The Example"),
    ("boilerplate", "prisoners; release"),
]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("iptc.jpg", photo.jpeg(sets=AGENCY)),
        ("xmp.jpg", photo.jpeg(packet=photo.xmp(PACKET))),
        ("both.jpg", photo.jpeg(packet=photo.xmp(PACKET), sets=AGENCY)),  # what agrees stands there once
        ("xmp.png", photo.png(packet=photo.xmp(PACKET))),
        ("xmp.webp", photo.webp(packet=photo.xmp(PACKET))),
        ("iptc.tif", photo.tiff({}, AGENCY)),
        ("other order.tif", photo.tiff({}, AGENCY, order=">")),
        ("turned.tif", photo.tiff({}, photo.turned(AGENCY))),  # as programs write that believe in the whole numbers
        ("xmp.tif", photo.tiff({}, packet=photo.xmp(PACKET))),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_same_fields_give_the_same_document_in_every_format(name: str, data: bytes) -> None:
    document, problems = parse(data, name)
    assert problems == ()
    assert roles(document) == EXPECTED
    caption = next(part for part in document.parts if part.role == "caption")
    assert (caption.credit, caption.relay) == ("Inés Peña", "The Example")
    assert (document.provenance.author.value, document.provenance.author.origin) == ("Inés Peña", "file")
    # When it was taken is known, when it was published is not.
    assert document.provenance.published.value == ""
    assert document.media_type.startswith("image/")


def test_exif_fields_are_read() -> None:
    fields = photo.exif({photo.DESCRIPTION: CAPTION, photo.ARTIST: "Ana Ruiz"}, "2025:07:18 14:03:22")
    for name, data in (("a.jpg", photo.jpeg(fields)), ("a.png", photo.png(fields)), ("a.webp", photo.webp(fields))):
        document, problems = parse(data, name)
        assert problems == ()
        assert roles(document) == [("dateline", "2025-07-18"), ("caption", CAPTION), ("byline", "Ana Ruiz")]


def test_utf8_in_a_tag_for_ascii_is_read_as_such() -> None:
    document, problems = parse(
        photo.tiff({photo.DESCRIPTION: "Nueve presos vuelven a Tucupita: «¡Llegó mamá!»"}), "a.tif"
    )
    assert problems == ()
    assert document.text == "Nueve presos vuelven a Tucupita: «¡Llegó mamá!»\n"


@pytest.mark.parametrize("words", ["OLYMPUS DIGITAL CAMERA", "SONY DSC", "DCIM\\100MEDIA\\DJI_0042.JPG", "   "])
def test_what_a_camera_writes_by_itself_is_no_caption(words: str) -> None:
    document, problems = parse(photo.jpeg(photo.exif({photo.DESCRIPTION: words})), "a.jpg")
    assert document.text == ""
    assert codes(problems) == ["no_caption"]


OTHER = "Ten men step off a plane in Caracas after five months in a prison abroad."


@pytest.mark.parametrize(
    ("check_sum_of", "first", "second"),
    [
        (None, CAPTION, OTHER),  # no check sum: XMP before IPTC
        (photo.iptc(photo.UTF8, (2, 120, OTHER.encode())), CAPTION, OTHER),  # in step: XMP before IPTC
        (b"as it was", OTHER, CAPTION),  # IPTC was changed since: IPTC before XMP
    ],
)
def test_xmp_goes_before_iptc_unless_iptc_was_changed_since(
    check_sum_of: bytes | None, first: str, second: str
) -> None:
    sets = photo.iptc(photo.UTF8, (2, 120, OTHER.encode()))
    packet = photo.xmp({"dc:description": CAPTION})
    document, problems = parse(photo.jpeg(packet=packet, sets=sets, check_sum_of=check_sum_of), "a.jpg")
    assert roles(document) == [("caption", first), ("caption", second)]
    assert codes(problems) == ["metadata_disagree"]
    assert "caption" in problems[0].message
    assert problems[0].severity == "warning"


def test_exif_goes_before_both() -> None:
    fields = photo.exif({photo.DESCRIPTION: OTHER}, "2025:07:19 00:10:00")
    packet = photo.xmp({"dc:description": CAPTION, "photoshop:DateCreated": "2025-07-18"})
    document, problems = parse(photo.jpeg(fields, packet), "a.jpg")
    both = [("dateline", "2025-07-19"), ("dateline", "2025-07-18"), ("caption", OTHER), ("caption", CAPTION)]
    assert roles(document) == both
    assert codes(problems) == ["metadata_disagree"]
    assert "created (Exif and XMP, Exif goes first)" in problems[0].message


@pytest.mark.parametrize(
    ("packet", "sets", "expected"),
    [
        # IPTC has room for 32 bytes of a name.
        (
            {"dc:creator": "María de los Ángeles Fernández Rodríguez"},
            [(2, 80, "María de los Ángeles Fernández R".encode()[:32])],
            ["María de los Ángeles Fernández Rodríguez"],
        ),
        ({"dc:description": "Two men  wave."}, [(2, 120, b"Two men wave.")], ["Two men wave."]),  # only white space
        ({"photoshop:DateCreated": "2025-07"}, [(2, 55, b"20250718")], ["2025-07-18"]),  # only more exact
        ({"photoshop:City": "Caracas"}, [(2, 90, b"Caracas"), (2, 101, b"Venezuela")], ["Caracas, Venezuela"]),
        ({"photoshop:DateCreated": "2025"}, [], ["2025"]),  # no month is invented
        ({}, [(2, 55, b"20250700")], ["2025-07"]),  # zeros: the day is not known
        ({}, [(2, 55, b"soon")], []),
    ],
)
def test_values_that_agree_are_kept_once(
    packet: dict[str, str], sets: list[tuple[int, int, bytes]], expected: list[str]
) -> None:
    document, problems = parse(photo.jpeg(packet=photo.xmp(packet), sets=photo.iptc(photo.UTF8, *sets)), "a.jpg")
    assert "metadata_disagree" not in codes(problems)
    assert [words for _, words in roles(document)] == expected


def test_coordinates_stay_in_the_original() -> None:
    fields = photo.exif({photo.DESCRIPTION: CAPTION}, located=True)
    packet = photo.xmp({"exif:GPSLatitude": "10,36.208N", "exif:GPSLongitude": "66,59.47W"})
    for data in (photo.jpeg(fields), photo.jpeg(photo.exif({photo.DESCRIPTION: CAPTION}), packet), photo.webp(fields)):
        document, problems = parse(data, "a.jpg")
        assert codes(problems) == ["carries_coordinates"]
        assert problems[0].severity == "notice"
        shown = document.text + repr(document.provenance) + "".join(problem.line() for problem in problems)
        assert not any(number in shown for number in ("36", "59", "12.5", "66", "28.25"))


def test_a_caption_says_its_credit_itself() -> None:
    words = "Soldiers stand guard as men board a plane in Caracas. (Photo: Ana Ruiz via AP)"
    document, _ = parse(photo.jpeg(photo.exif({photo.DESCRIPTION: words, photo.ARTIST: "Somebody Else"})), "a.jpg")
    caption = document.parts[0]
    assert (caption.role, caption.credit, caption.relay) == ("caption", "Ana Ruiz", "AP")
    assert roles(document)[1] == ("credit", "(Photo: Ana Ruiz via AP)")


def test_a_letter_of_an_old_encoding_is_read() -> None:
    document, problems = parse(
        photo.jpeg(sets=photo.iptc((2, 120, "José Peña vuelve a casa.".encode("cp1252")))), "a.jpg"
    )
    assert document.text == "José Peña vuelve a casa.\n"
    assert codes(problems) == ["guessed_encoding"]


def test_an_impossible_day_of_taking_is_told_and_left_out() -> None:
    document, problems = parse(photo.jpeg(photo.exif({photo.DESCRIPTION: CAPTION}, "2025:02:31 10:00:00")), "a.jpg")
    assert roles(document) == [("caption", CAPTION)]
    assert codes(problems) == ["impossible_date"]
    unset = photo.jpeg(photo.exif({photo.DESCRIPTION: CAPTION}, "0000:00:00 00:00:00"))
    assert parse(unset, "a.jpg")[1] == ()


def test_xmp_with_entities_is_not_read_and_the_rest_is(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("A word that nobody may see.", encoding="utf-8")
    declared = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'
    packet = photo.xmp({"photoshop:City": "&e;"}, declared)
    document, problems = parse(photo.jpeg(photo.exif({photo.DESCRIPTION: CAPTION}), packet), "a.jpg")
    assert roles(document) == [("caption", CAPTION)]
    assert codes(problems) == ["entities_declared"]
    assert problems[0].severity == "warning"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (photo.jpeg(photo.exif({photo.DESCRIPTION: CAPTION}), b"<x:xmpmeta"), "damaged_metadata"),
        (photo.jpeg(sets=photo.iptc((2, 120, CAPTION.encode())) + b"\x1c\x02\x50\x00\xffAna"), "damaged_metadata"),
        (photo.jpeg(photo.exif({photo.DESCRIPTION: CAPTION}))[:-400], "damaged_file"),
        (photo.webp(photo.exif({photo.DESCRIPTION: CAPTION}), b"<x:xmpmeta"), "damaged_metadata"),
    ],
    ids=["xmp", "iptc", "cut off", "xmp in webp"],
)
def test_what_is_damaged_is_told_and_the_rest_is_read(data: bytes, code: str) -> None:
    document, problems = parse(data, "a.jpg")
    assert ("caption", CAPTION) in roles(document)
    assert code in codes(problems)
    assert all(problem.severity != "error" for problem in problems)


@pytest.mark.parametrize("data", [photo.jpeg()[:20], photo.png()[:30], photo.tiff({})[:9], photo.webp()[:24]])
def test_a_picture_without_its_head_is_kept_and_told(data: bytes) -> None:
    document, problems = parse(data, "a.jpg")
    assert document.text == ""
    assert codes(problems) == ["damaged_file"]
    assert problems[0].severity == "error"


def test_a_picture_that_unpacks_to_too_much_is_not_unpacked() -> None:
    document, problems = parse(photo.bomb(60_000, 60_000), "a.png")
    assert document.text == ""
    assert codes(problems) == ["unpacks_too_large"]


def test_pictures_are_read_in_the_confined_worker(tmp_path: Path) -> None:
    path = tmp_path / "a.webp"
    path.write_bytes(photo.webp(photo.exif({photo.DESCRIPTION: CAPTION}), photo.xmp(PACKET)))
    document, problems = take_in(path)
    assert document is not None
    assert ("caption", CAPTION) in roles(document)
    assert problems == ()


def test_pictures_in_an_archive_and_in_a_message_are_documents_of_their_own() -> None:
    picture = photo.jpeg(sets=AGENCY)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        package.writestr("pictures/home.jpg", picture)
    _, _, (inside,) = parse_all(packed.getvalue(), "press.zip")
    assert inside.document.name == "press.zip/pictures/home.jpg"
    assert roles(inside.document) == EXPECTED
    assert inside.data == picture
    message = EmailMessage()
    message.set_content("See the picture.")
    message.add_attachment(picture, maintype="image", subtype="jpeg", filename="home.jpg")
    _, _, (attached,) = parse_all(message.as_bytes(), "a.eml")
    assert attached.document.name == "a.eml/home.jpg"
    assert (roles(attached.document), attached.data) == (EXPECTED, picture)


@pytest.mark.parametrize("seed", range(3))
def test_mangled_pictures_raise_nothing(seed: int) -> None:
    chance = random.Random(seed)
    fields = photo.exif({photo.DESCRIPTION: CAPTION, photo.ARTIST: "Ana Ruiz"}, "2025:07:18 14:03:22", located=True)
    packet = photo.xmp(PACKET)
    for whole in (
        photo.jpeg(fields, packet, AGENCY),
        photo.png(fields, packet),
        photo.webp(fields, packet),
        photo.tiff({photo.DESCRIPTION: CAPTION}, AGENCY, packet),
    ):
        for _ in range(25):
            data = bytearray(whole)
            for _ in range(chance.randrange(1, 12)):
                data[chance.randrange(4, min(len(data), 1_200))] = chance.randrange(256)
            document, problems = parse(bytes(data[: chance.randrange(30, len(data) + 1)]), "a.jpg")
            assert document.text or problems
