from __future__ import annotations

import codecs

import pytest

from paradero.intake.decoding import REPLACEMENT, decode

WORDS = "“José García”, 9 años\n"
RUSSIAN = "Девять рыбаков вернулись домой в понедельник, сообщил губернатор.\n" * 4


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        (WORDS.encode(), WORDS, "utf-8"),
        (codecs.BOM_UTF8 + WORDS.encode(), WORDS, "utf-8"),  # the mark is dropped
        (codecs.BOM_UTF16_LE + WORDS.encode("utf-16-le"), WORDS, "utf-16-le"),
        (codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"), WORDS, "utf-16-be"),
        (codecs.BOM_UTF32_LE + WORDS.encode("utf-32-le"), WORDS, "utf-32-le"),  # its mark begins like UTF-16's
        (WORDS.encode("utf-16-le"), WORDS, "utf-16-le"),  # no mark: every second byte is zero
        (WORDS.encode("utf-16-be"), WORDS, "utf-16-be"),
        (b"one\r\ntwo\rthree\n", "one\ntwo\nthree\n", "utf-8"),
        ("one\u2028two\x85three".encode(), "one\ntwo\nthree", "utf-8"),
    ],
)
def test_known_encodings_decode_without_a_problem(data: bytes, text: str, encoding: str) -> None:
    decoded = decode(data, "a.txt")
    assert (decoded.text, decoded.encoding, decoded.problems) == (text, encoding, ())


def test_windows_1252_is_read_and_told() -> None:
    decoded = decode(WORDS.encode("cp1252"), "a.txt")
    assert (decoded.text, decoded.encoding) == (WORDS, "cp1252")
    assert [p.code for p in decoded.problems] == ["guessed_encoding"]


def test_other_encodings_are_found_by_their_letters() -> None:
    decoded = decode(RUSSIAN.encode("cp1251"), "a.txt")
    assert decoded.text == RUSSIAN
    assert [p.code for p in decoded.problems] == ["guessed_encoding"]


def test_declared_encoding_goes_before_a_guess() -> None:
    decoded = decode("Łódź, dziewięć osób".encode("iso-8859-2"), "a.html", declared="ISO-8859-2")
    assert (decoded.text, decoded.problems) == ("Łódź, dziewięć osób", ())


def test_declared_nonsense_is_passed_over() -> None:
    assert decode(WORDS.encode("cp1252"), "a.html", declared="no-such-code").text == WORDS


def test_mixed_encoding_is_mended_counted_and_placed() -> None:
    data = "García\n".encode() + "“José”\n".encode("cp1252") + "año\n".encode() + b"cut \xe2\x80 off\n"
    decoded = decode(data, "a.txt")
    assert decoded.text == f"García\n“José”\naño\ncut {REPLACEMENT} off\n"
    (problem,) = decoded.problems
    assert (problem.code, problem.place) == ("broken_encoding", "lines 2, 4")
    assert (
        problem.message
        == f"3 places are not UTF-8: 2 read as Windows-1252, 1 could not be read and show as {REPLACEMENT}."
    )


def test_half_a_letter_of_utf_16_is_told() -> None:
    decoded = decode(codecs.BOM_UTF16_LE + "nine\nmen".encode("utf-16-le") + b"x", "a.txt")
    assert decoded.text == f"nine\nmen{REPLACEMENT}"
    assert [(p.code, p.place) for p in decoded.problems] == [("broken_encoding", "line 2")]


def test_nul_bytes_are_shown_and_placed() -> None:
    decoded = decode(b"nine\nme\0n\n" + b"word " * 20, "a.txt")
    assert decoded.text.startswith(f"nine\nme{REPLACEMENT}n\n")
    assert [(p.code, p.place) for p in decoded.problems] == [("nul_bytes", "line 2")]


def test_many_broken_lines_are_counted_not_listed() -> None:
    decoded = decode(b"".join("García ñandú\n".encode() + b"\x93\n" for _ in range(12)), "a.txt")
    assert decoded.problems[0].place == "lines 2, 4, 6, 8, 10, 12, 14, 16 and 4 more"
