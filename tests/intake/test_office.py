"""Word and OpenDocument files: what becomes of their paragraphs, and what of bad ones."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from paradero.intake import parse, parse_all, take_in
from paradero.intake.sniff import DOCX, ODT
from paradero.model import Document
from tests.intake.packing import ODF, W, docx, odt, p, styled, zipped
from tests.intake.photographs import jpeg, xmp

SAID = "The governor of Port Alba said that nine men had been let go."


def parts(document: Document) -> list[tuple[str, str]]:
    return [(part.role, document.text[part.start : part.end]) for part in document.parts]


def of(body: str) -> list[tuple[str, str]]:
    document, problems = parse(docx(body), "a.docx")
    assert problems == ()
    return parts(document)


def row(*cells: str) -> str:
    return "<w:tr>" + "".join(f"<w:tc>{p(cell) if cell else '<w:p/>'}</w:tc>" for cell in cells) + "</w:tr>"


LIST = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{}"/></w:numPr>'
WORD = [
    (styled("Titel", "Nine freed") + p(SAID), [("headline", "Nine freed"), ("body", SAID)]),
    (
        styled("H1", "Nine freed") + p(SAID),
        [("headline", "Nine freed"), ("body", SAID)],
    ),  # no title but a heading on top
    (p("Nine come home") + p(SAID), [("headline", "Nine come home"), ("body", SAID)]),  # the properties name the title
    (p(SAID) + styled("Ours", "Who they are") + p(SAID), [("body", SAID), ("subhead", "Who they are"), ("body", SAID)]),
    (p(SAID) + styled("Bild", "The pier at night."), [("body", SAID), ("caption", "The pier at night.")]),
    (styled("Toc1", "Nine freed 2") + p(SAID), [("boilerplate", "Nine freed 2"), ("body", SAID)]),  # its own contents
    (
        p(SAID) + p("Ana Ruiz", LIST.format(1)) + p("Luis Paz", LIST.format(1)),
        [("body", SAID), ("body", "1. Ana Ruiz"), ("body", "2. Luis Paz")],
    ),
    (p(SAID) + styled("Nr", "Ana Ruiz"), [("body", SAID), ("body", "1. Ana Ruiz")]),  # the style numbers it
    (p(SAID) + p("Ana Ruiz", LIST.format(2)), [("body", SAID), ("body", "- Ana Ruiz")]),
    (
        p(SAID) + f"<w:tbl>{row('Name', 'Age')}{row('Ana Ruiz', '41')}</w:tbl>",
        [("body", SAID), ("body", "Name\tAge"), ("body", "Ana Ruiz\t41")],
    ),
    (f"<w:tbl>{row(SAID, '')}</w:tbl>", [("body", SAID)]),  # a table that only frames a text
    (
        p("Nine men were freed|").replace("|", "</w:t><w:footnoteReference w:id='2'/><w:t> in May."),
        [("body", "Nine men were freed in May."), ("body", "[1] Interview in Port Alba.")],
    ),
    (
        f"<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>A remark. </w:t></w:r><w:r><w:t>{SAID}</w:t></w:r></w:p>",
        [("body", SAID)],  # hidden words
    ),
    (
        p(f"{SAID}|").replace("|", f"</w:t><w:txbxContent>{styled('Bild', 'The pier.')}</w:txbxContent><w:t>"),
        [("body", SAID), ("caption", "The pier.")],  # a caption in a text box
    ),
    (f"<w:sdt><w:sdtContent>{p(SAID)}</w:sdtContent></w:sdt>", [("body", SAID)]),  # a content control
    (p("Nine men<w:br/>came home.").replace("<w:br/>", "</w:t><w:br/><w:t>"), [("body", "Nine men\ncame home.")]),
]


@pytest.mark.parametrize(("body", "expected"), WORD)
def test_a_word_file_comes_apart_into_parts(body: str, expected: list[tuple[str, str]]) -> None:
    assert of(body) == expected


def test_the_files_properties_tell_the_author_but_no_day_of_publication() -> None:
    for data, name, kind in [(docx(p(SAID)), "a.docx", DOCX), (odt(f"<text:p>{SAID}</text:p>"), "a.odt", ODT)]:
        document, problems = parse(data, name)
        assert (document.media_type, problems) == (kind, ())
        assert (document.provenance.author.value, document.provenance.author.origin) == ("Marla Yutzy", "file")
        assert document.provenance.published.value == ""


def test_deleted_words_are_left_out_and_told() -> None:
    body = (
        "<w:p><w:r><w:t xml:space='preserve'>Nine </w:t></w:r><w:del><w:r><w:delText>women</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>men</w:t></w:r></w:ins><w:r><w:t xml:space='preserve'> came home.</w:t></w:r>"
        "<w:r><w:commentReference w:id='0'/></w:r></w:p>"
    )
    document, (told,) = parse(docx(body), "a.docx")
    assert document.text == "Nine men came home.\n"
    assert (told.code, told.severity) == ("tracked_changes", "notice")
    assert "1 deleted or moved stretches were left out, 1 inserted ones are in the text, 1 comments" in told.message


LINE = "<table:table-row>{}</table:table-row>"
CELL = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
NOTE = "<text:note><text:note-citation>1</text:note-citation><text:note-body>{}</text:note-body></text:note>"
BOX = "<draw:frame><draw:text-box>{}</draw:text-box></draw:frame>"
CONTENTS = "<text:table-of-content><text:index-body>{}</text:index-body></text:table-of-content>"
HEADINGS = f'<text:h text:outline-level="1">Nine freed</text:h><text:p>{SAID}</text:p><text:h>Who</text:h>'
OPEN = [
    (
        f'<text:p text:style-name="P1">Nine freed</text:p><text:p>{SAID}</text:p>',
        [("headline", "Nine freed"), ("body", SAID)],  # an unnamed style of the text, a child of "Title"
    ),
    (
        f"{HEADINGS}<text:p>{SAID}</text:p>",
        [("headline", "Nine freed"), ("body", SAID), ("subhead", "Who"), ("body", SAID)],
    ),
    (
        f"<text:p>{SAID}</text:p><text:list><text:list-item><text:p>Ana Ruiz</text:p></text:list-item></text:list>",
        [("body", SAID), ("body", "- Ana Ruiz")],
    ),
    (
        f"<text:p>{SAID}</text:p><table:table>{LINE.format(CELL.format('Ana Ruiz') + CELL.format('41'))}</table:table>",
        [("body", SAID), ("body", "Ana Ruiz\t41")],
    ),
    (
        f"<text:p>Nine men<text:s text:c='2'/>were{NOTE.format('<text:p>Interview.</text:p>')} freed in May.</text:p>",
        [("body", "Nine men were freed in May."), ("body", "[1] Interview.")],
    ),
    (
        "<text:p>Nine men were freed<text:line-break/>in May.</text:p>",
        [("body", "Nine men were freed\nin May.")],
    ),
    (
        f"<text:p>{SAID}" + BOX.format("<text:p text:style-name='P2'><draw:frame/>The pier.</text:p>") + "</text:p>",
        [("body", SAID), ("caption", "The pier.")],
    ),
    (
        CONTENTS.format("<text:p>Nine freed 2</text:p>") + f"<text:p>{SAID}</text:p>",
        [("boilerplate", "Nine freed 2"), ("body", SAID)],
    ),
]


@pytest.mark.parametrize(("body", "expected"), OPEN)
def test_an_opendocument_text_comes_apart_into_parts(body: str, expected: list[tuple[str, str]]) -> None:
    document, problems = parse(odt(body), "a.odt")
    assert problems == ()
    assert parts(document) == expected


def test_words_deleted_from_an_opendocument_text_are_left_out() -> None:
    deleted = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>women</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
    )
    document, (told,) = parse(odt(f"{deleted}<text:p>Nine <text:change/>men came home.</text:p>"), "a.odt")
    assert (document.text, told.code) == ("Nine men came home.\n", "tracked_changes")


WHOLE = docx(p(SAID))
MAIN = "word/document.xml"
TEXT = f"<w:document {W}><w:body><w:p><w:r><w:t>{{}}</w:t></w:r></w:p></w:body></w:document>"
ELSEWHERE = f'<!DOCTYPE w SYSTEM "http://127.0.0.1/x.dtd"><w:document {W}/>'
LAUGHS = (
    f'<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "{"&a;" * 100}"><!ENTITY c "{"&b;" * 100}"><!ENTITY d "{"&c;" * 100}">]>'
)
REACHING = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
MANIFEST = "<manifest><file-entry full-path='content.xml'><encryption-data/></file-entry></manifest>"
LOCKED: dict[str, str | bytes] = {"META-INF/manifest.xml": MANIFEST, "content.xml": os.urandom(99)}
BAD: list[tuple[str, bytes, str]] = [
    ("a.docx", docx(""), "empty_file"),  # no paragraph at all
    ("a.docx", docx("<w:p/><w:p/>"), "empty_file"),
    ("a.odt", odt(""), "empty_file"),
    ("a.docx", WHOLE[: len(WHOLE) // 2], "damaged_file"),  # cut off: the directory at its end is gone
    ("a.odt", odt(f"<text:p>{SAID}</text:p>")[:200], "damaged_file"),
    ("a.docx", docx("<w:p>"), "damaged_file"),  # no well-formed XML
    ("a.docx", docx("<w:sdt>" * 5_000 + "</w:sdt>" * 5_000), "damaged_file"),  # nested beyond what the parser takes
    (
        "a.docx",
        docx("", **{MAIN: f"{REACHING}<w:document {W}><w:body>{p('&x;')}</w:body></w:document>"}),
        "entities_declared",
    ),
    (
        "a.docx",
        docx("", **{MAIN: f"{LAUGHS}<w:document {W}><w:body>{p('&d;')}</w:body></w:document>"}),
        "entities_declared",
    ),
    (
        "a.docx",
        docx("", **{MAIN: ELSEWHERE}),
        "entities_declared",
    ),
    (
        "a.odt",
        odt("", **{"content.xml": f"{REACHING}<office:text {ODF}>&x;</office:text>"}),
        "entities_declared",
    ),
    ("a.docx", b"\xd0\xcf\x11\xe0" + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "encrypted_file"),
    ("a.odt", odt("", **LOCKED), "encrypted_file"),
    ("a.docx", docx(p(SAID) + " " * 60_000_000), "unpacks_too_large"),  # a thousandth of its size
    ("a.docx", docx("", **{f"word/{i}.xml": "x" for i in range(6_000)}), "unpacks_too_large"),  # too many members
    ("a.pptx", zipped({"ppt/presentation.xml": "<x/>"}), "unsupported_format"),
    ("a.doc", b"\xd0\xcf\x11\xe0" + bytes(600), "unsupported_format"),  # Word before 2007
]


@pytest.mark.parametrize(("name", "data", "code"), BAD)
def test_a_bad_office_file_is_kept_without_text(name: str, data: bytes, code: str) -> None:
    document, problems = parse(data, name)
    assert [problem.code for problem in problems] == [code]
    assert (document.text, document.parts) == ("", ())
    assert "root:" not in repr(problems)


HARMED: dict[str, str | bytes] = {"word/styles.xml": "<", "docProps/core.xml": REACHING + "<a>&x;</a>"}


def test_a_damaged_part_that_is_not_the_text_does_no_harm() -> None:
    document, problems = parse(
        docx(p(SAID), **{"word/styles.xml": "<", "docProps/core.xml": REACHING + "<a>&x;</a>"}), "a.docx"
    )
    assert (document.text, problems) == (SAID + "\n", ())
    assert document.provenance.author.value == ""


def test_an_office_file_is_read_in_the_worker_process(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(WHOLE)
    document, problems = take_in(path)
    assert problems == ()
    assert document is not None
    assert document == parse(WHOLE, "a.docx")[0]


PHOTO = jpeg(packet=xmp({"dc:description": "The pier of Port Alba on Friday."}))
BLIP = '<w:p><w:r><w:drawing><a:blip xmlns:a="a" xmlns:r="r" r:embed="{}"/></w:drawing></w:r></w:p>'
LINK = '<Relationship Id="{}" Type="t/image" Target="{}"{}/>'
LINKS = "".join(
    [
        LINK.format("p1", "media/pier.jpeg", ""),
        LINK.format("p2", "/word/media/chart.emf", ""),
        LINK.format("p3", "http://example.org/far.png", ' TargetMode="External"'),
        LINK.format("p4", "media/gone.png", ""),
        LINK.format("p5", "media/ornament.jpeg", ""),  # of a margin: no paragraph shows it
    ]
)


def test_pictures_of_a_word_file_are_exhibits_of_their_own() -> None:
    shown = "".join(BLIP.format(id) for id in ("p4", "p1", "p1", "p2", "p3"))
    members: dict[str, str | bytes] = {
        "word/_rels/document.xml.rels": f"<Relationships>{LINKS}</Relationships>",
        "word/media/pier.jpeg": PHOTO,
        "word/media/ornament.jpeg": PHOTO + b" ",
        "word/media/chart.emf": b"\x01\0\0\0" + bytes(80),
    }
    data = docx(p(SAID) + shown + styled("Bild", "The pier of Port Alba."), **members)
    document, problems, inside = parse_all(data, "a.docx")
    assert parts(document) == [("body", SAID), ("caption", "The pier of Port Alba.")]
    assert [problem.code for problem in problems] == ["files_inside", "left_inside"]
    assert "chart.emf" in problems[1].message
    assert [(one.document.name, one.data) for one in inside] == [("a.docx/pier.jpeg", PHOTO)]
    assert parts(inside[0].document) == [("caption", "The pier of Port Alba on Friday.")]


def test_pictures_of_an_opendocument_text_are_exhibits_of_their_own() -> None:
    image = '<text:p><draw:frame><draw:image xlink:href="{}" xmlns:xlink="x"/></draw:frame></text:p>'
    body = f"<text:p>{SAID}</text:p>" + image.format("Pictures/1.jpg") + image.format("http://example.org/2.jpg")
    document, problems, inside = parse_all(odt(body, **{"Pictures/1.jpg": PHOTO}), "a.odt")
    assert parts(document) == [("body", SAID)]
    assert [problem.code for problem in problems] == ["files_inside"]
    assert [one.document.name for one in inside] == ["a.odt/1.jpg"]
