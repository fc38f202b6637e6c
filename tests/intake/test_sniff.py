from __future__ import annotations

import time

import pytest

from paradero.intake.sniff import sniff

GIF = b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff"


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (b"Nine men came home.", "a.txt", "text/plain"),
        (b"Nine men came home.", "a", "text/plain"),
        (b"# Nine men", "a.md", "text/markdown"),
        (b"<!doctype html><p>x", "a.txt", "text/html"),  # the bytes before the name
        (b"\xef\xbb\xbf<html><p>x", "a.htm", "text/html"),
        (b"<!-- saved --><!-- twice -->\n<html>", "a", "text/html"),
        (b"<div>no head</div>", "a.html", "text/html"),
        (b"no tags at all", "a.html", "text/plain"),
        ("Nine men".encode("utf-16-le"), "a.txt", "text/plain"),  # zeros in step are no binary
        (b"BM is how the sergeant signed.", "a.txt", "text/plain"),  # two letters are no header
        (b"RIFFS ran through the camp.", "a.txt", "text/plain"),
        (b"%PDF-1.7\n", "a.txt", "application/pdf"),  # the bytes decide
        (b"name,age\nA,1\n", "roll.csv", "text/csv"),
        (b"name\tage\nA\t1\n", "roll.TSV", "text/tab-separated-values"),
        (b"\0\r\n--part--\r\n%PDF-1.7\n", "a.pdf", "application/pdf"),  # the remains of a mail before it
    ],
)
def test_texts_are_known(data: bytes, name: str, kind: str) -> None:
    assert sniff(data, name) == (kind, None)


@pytest.mark.parametrize(
    ("data", "name", "kind", "code"),
    [
        (GIF, "a.gif", "image/gif", "unsupported_format"),
        (GIF, "page.html", "image/gif", "not_text"),  # the name lies
        (b"{\\rtf1 A note.}", "a.rtf", "application/rtf", "unsupported_format"),
        (bytes(range(256)) * 8, "a.txt", "application/octet-stream", "not_text"),
        (b"\x7fELF\x02\x01", "a.txt", "application/x-elf", "not_text"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "a.doc", "application/x-ole-storage", "unsupported_format"),
    ],
)
def test_other_files_are_refused_with_their_kind(data: bytes, name: str, kind: str, code: str) -> None:
    found, problem = sniff(data, name)
    assert problem is not None
    assert (found, problem.code, problem.source) == (kind, code, name)
    assert problem.message
    assert problem.hint


def test_a_line_that_only_begins_as_a_mailbox_is_looked_at_quickly() -> None:
    before = time.process_time()
    assert sniff(b"From " + b"00:00 " * 200_000, "a.txt")[0] == "text/plain"
    assert time.process_time() - before < 1.0


def test_a_page_of_comments_is_looked_at_quickly() -> None:
    before = time.process_time()
    sniff(b"<!-- x -->" * 6_000, "a.html")
    assert time.process_time() - before < 1.0
