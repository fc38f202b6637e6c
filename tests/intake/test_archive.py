"""Archives: what lies in one becomes documents; what is harmful, locked or too much stays in it."""

from __future__ import annotations

import hashlib
import io
import zipfile

import pytest

from paradero.intake import parse_all
from paradero.intake.archive import harmless, leads_out
from tests.intake.packing import docx, p, zipped

SAID = "The governor of Port Alba said that nine men had been let go."


def codes(data: bytes) -> tuple[list[str], list[str]]:
    """Return the codes of the problems of an archive, and the names of what came out of it."""
    document, problems, inside = parse_all(data, "a.zip")
    assert (document.text, document.sha256) == ("", hashlib.sha256(data).hexdigest())
    return [problem.code for problem in problems], [one.document.name for one in inside]


def test_the_files_inside_become_documents_with_their_own_bytes() -> None:
    members: dict[str, str | bytes] = {"a.txt": SAID, "june/b.docx": docx(p(SAID)), "c.html": f"<html><p>{SAID}"}
    document, problems, inside = parse_all(zipped(members), "a.zip")
    assert (document.media_type, [problem.code for problem in problems]) == ("application/zip", ["files_inside"])
    assert [one.document.name for one in inside] == ["a.zip/a.txt", "a.zip/june/b.docx", "a.zip/c.html"]
    for one, (_, data) in zip(inside, members.items(), strict=True):
        assert one.data == (data if isinstance(data, bytes) else data.encode())
        assert one.document.sha256 == hashlib.sha256(one.data).hexdigest()
        assert SAID in one.document.text


def within(depth: int) -> bytes:
    data = zipped({"a.txt": SAID})
    for _ in range(depth):
        data = zipped({"a.zip": data})
    return data


def locked() -> bytes:
    """An archive whose second member says that it is locked; this is what the header of a locked one looks like."""
    data = bytearray(zipped({"a.txt": SAID, "b.txt": SAID}, zipfile.ZIP_STORED))
    for mark, at in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        data[data.rfind(mark) + at] |= 1
    return bytes(data)


def broken() -> bytes:
    return zipped({"a.txt": SAID, "b.txt": "Ten men."}, zipfile.ZIP_STORED).replace(b"Ten men.", b"Two men.")


def linked() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        link = zipfile.ZipInfo("passwords")
        link.external_attr = 0o120777 << 16
        package.writestr(link, "/etc/passwd")
        package.writestr("a.txt", SAID)
    return made.getvalue()


WHOLE = zipped({"a.txt": SAID})
BAD: list[tuple[bytes, list[str], list[str]]] = [
    (zipped({}), ["empty_file"], []),  # nothing but the directory
    (zipped({"empty/": ""}), ["empty_file"], []),  # only a folder
    (zipped({"../../x.txt": SAID}), ["unsafe_name", "files_inside"], ["a.zip/x.txt"]),
    (zipped({"C:\\x\\y.txt": SAID}), ["unsafe_name", "files_inside"], ["a.zip/x/y.txt"]),
    (zipped({"bomb.txt": " " * 60_000_000}), ["unpacks_too_large"], []),  # a thousandth of its size
    (zipped({f"{i}.txt": "x" for i in range(5_001)}, zipfile.ZIP_STORED), ["unpacks_too_large"], []),
    (WHOLE[: len(WHOLE) // 2], ["damaged_file"], []),  # cut off
    (locked(), ["encrypted_file", "files_inside"], ["a.zip/a.txt"]),
    (broken(), ["damaged_file", "files_inside"], ["a.zip/a.txt"]),  # a check sum does not fit
    (linked(), ["files_inside"], ["a.zip/a.txt"]),  # what a link points to is no part of an archive
    (zipped({"a.gif": b"GIF89a" + bytes(64), "b": bytes(range(256)) * 8}), ["left_inside"], []),
    (within(2), ["files_inside"], ["a.zip/a.zip", "a.zip/a.zip/a.zip", "a.zip/a.zip/a.zip/a.txt"]),
]


@pytest.mark.parametrize(("data", "told", "names"), BAD, ids=range(len(BAD)))
def test_what_is_bad_is_told_and_the_rest_is_read(data: bytes, told: list[str], names: list[str]) -> None:
    assert codes(data) == (told, names)


def test_archives_are_opened_four_deep_and_no_deeper() -> None:
    _, _, inside = parse_all(within(9), "a.zip")
    assert len(inside) == 3
    assert "unpacks_too_large" in [problem.code for problem in inside[-1].problems]


def test_nested_archives_share_one_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("paradero.intake.parsing.MOST_FILES", 4)
    data = zipped({f"{i}.zip": zipped({f"{i}{j}.txt": f"{SAID} {i}{j}" for j in range(2)}) for i in range(3)})
    _, problems, inside = parse_all(data, "a.zip")
    assert len(inside) == 4
    assert [problem.code for problem in problems] == ["files_inside", "unpacks_too_large"]


@pytest.mark.parametrize(
    ("name", "expected", "out"),
    [
        ("a/b.txt", "a/b.txt", False),
        ("../../x", "x", True),
        ("/etc/x", "etc/x", True),
        ("..\\x", "x", True),
        ("a\n\x1b[2J.txt", "a\N{REPLACEMENT CHARACTER}\N{REPLACEMENT CHARACTER}[2J.txt", False),  # moves the cursor
        ("invoice\u202etxt.exe", "invoice\N{REPLACEMENT CHARACTER}txt.exe", False),  # shows its end backwards
        ("..", "unnamed", True),
        ("x..y", "x..y", False),
    ],
)
def test_names_are_made_harmless(name: str, expected: str, out: bool) -> None:
    assert (harmless(name), leads_out(name)) == (expected, out)
