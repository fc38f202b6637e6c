"""Decoding: from bytes to text, with every byte that would not be read counted and placed.

Order: a byte order mark; UTF-8; UTF-16 without a mark; the encoding that the file declares; UTF-8 with broken places;
Windows-1252; what charset-normalizer finds. Nothing is dropped: a byte that nobody can read becomes U+FFFD.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable
from contextvars import ContextVar
from dataclasses import dataclass

from paradero.model.problem import Problem

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LINE_ENDS = re.compile("\r\n|[\r\x85\u2028\u2029]")
_REPAIRS: ContextVar[list[tuple[int, bool]]] = ContextVar("repairs")
_MARKS_1252 = b"\x85\x91\x92\x93\x94\x96\x97"  # dots, quotation marks and dashes
_SHOWN = 8  # line numbers named in a problem; the rest is counted


@dataclass(frozen=True, slots=True)
class Decoded:
    """Decoded text with line ends as ``\\n`` and no byte order mark, the encoding's name, and the problems met."""

    text: str
    encoding: str
    problems: tuple[Problem, ...] = ()


def decode(data: bytes, source: str, declared: str = "") -> Decoded:
    """Decode bytes of unknown encoding.

    Args:
        data: the bytes of a text.
        source: the file's name, for the problems.
        declared: the encoding that the file itself names, if any.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _broken(data[len(mark) :], encoding, source)
    if _decodes(data, "utf-8"):
        return _finished(data.decode("utf-8"), "utf-8", source)
    wide = _wide(data)
    if wide:
        return _broken(data, wide, source)
    if declared and _known(declared) not in ("", "utf-8") and _decodes(data, declared):
        return _finished(data.decode(declared), _known(declared), source)
    return _broken(data, "utf-8", source) if _mostly_utf8(data) else _guessed(data, source)


def _finished(text: str, encoding: str, source: str, problems: Iterable[Problem] = ()) -> Decoded:
    text = _LINE_ENDS.sub("\n", text)
    found = list(problems)
    if "\0" in text:
        found.append(_nul_bytes(text, source))
        text = text.replace("\0", REPLACEMENT)
    return Decoded(text, encoding, tuple(found))


def _broken(data: bytes, encoding: str, source: str) -> Decoded:
    """Decode what can be; a lone high byte in UTF-8 is read as Windows-1252, where such bytes come from."""
    repairs: list[tuple[int, bool]] = []
    token = _REPAIRS.set(repairs)
    try:
        text = data.decode(encoding, "paradero.mend")
    finally:
        _REPAIRS.reset(token)
    if not repairs:
        return _finished(text, encoding, source)
    return _finished(text, encoding, source, [_broken_encoding(data, encoding, repairs, source)])


def _mend(error: UnicodeError) -> tuple[str, int]:
    """Stand in for bytes that could not be decoded, and write down where (called by the decoder)."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    wrong = error.object[error.start : error.end]
    western = error.encoding == "utf-8" and (len(wrong) == 1 or _letter_and_mark(error.object, error.start, wrong))
    mended = wrong.decode("cp1252", "replace") if western else REPLACEMENT
    _REPAIRS.get().append((error.start, mended != REPLACEMENT))
    return mended, error.end


def _letter_and_mark(data: bytes, at: int, wrong: bytes) -> bool:
    """The end of "José”" in Windows-1252 looks like a cut-off sequence of UTF-8."""
    return len(wrong) == 2 and wrong[1] in _MARKS_1252 and data[at - 1 : at].isalpha()


codecs.register_error("paradero.mend", _mend)


def _broken_encoding(data: bytes, encoding: str, repairs: list[tuple[int, bool]], source: str) -> Problem:
    read = sum(mended for _, mended in repairs)
    lost = len(repairs) - read
    newline = "\n".encode(encoding)
    cause = f"{len(repairs)} places are not {encoding.upper()}: "
    told = [f"{read} read as Windows-1252"] if read else []
    told += [f"{lost} could not be read and show as {REPLACEMENT}"] if lost else []
    return Problem(
        "broken_encoding",
        source,
        cause + ", ".join(told) + ".",
        "Compare these lines with the original, or save the file anew as UTF-8 and add it again.",
        _lines(_line_numbers(data, newline, (at for at, _ in repairs))),
        "warning",
    )


def _line_numbers(data: bytes, newline: bytes, places: Iterable[int]) -> list[int]:
    """Return the line (from 1) of each of some ascending positions."""
    numbers, line, at = [], 1, 0
    for place in places:
        line += data.count(newline, at, place)
        at = place
        numbers.append(line)
    return numbers


def _lines(numbers: list[int]) -> str:
    different = list(dict.fromkeys(numbers))
    if len(different) == 1:
        return f"line {different[0]}"
    named = ", ".join(map(str, different[:_SHOWN]))
    more = len(different) - _SHOWN
    return f"lines {named}" + (f" and {more} more" if more > 0 else "")


def _nul_bytes(text: str, source: str) -> Problem:
    places = [m.start() for m in re.finditer("\0", text)]
    data = text.encode("utf-8", "surrogatepass")
    numbers = _line_numbers(data, b"\n", (m.start() for m in re.finditer(b"\0", data)))
    return Problem(
        "nul_bytes",
        source,
        f"The text holds {len(places)} NUL bytes; each shows as {REPLACEMENT}.",
        "Check whether the file was cut off or damaged when it was copied.",
        _lines(numbers),
        "warning",
    )


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return False
    return True


def _known(encoding: str) -> str:
    try:
        return codecs.lookup(encoding.strip()).name
    except (LookupError, ValueError):
        return ""


def _wide(data: bytes) -> str:
    """UTF-16 without a mark: most Western letters leave every second byte zero."""
    sample = data[:4_000]
    if len(sample) < 4:
        return ""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > 0.4 * half and even < 0.05 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 * half and odd < 0.05 * half else ""


_SEQUENCES = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


def _mostly_utf8(data: bytes) -> bool:
    """Whether most high bytes stand in whole UTF-8 sequences, or a good part of them in a text that has few.

    In Western encodings such sequences hardly ever come about by chance; in Chinese ones, full of high bytes, they do.
    """
    whole = sum(len(found) for found in _SEQUENCES.findall(data))
    high = len(data) - len(data.translate(None, bytes(range(128, 256))))
    return whole * 2 > high or (whole * 5 > high and high < 0.3 * len(data))


def _guessed(data: bytes, source: str) -> Decoded:
    encoding = "cp1252" if _western(data) else _normalizer(data)
    if not encoding:
        return _broken(data, "cp1252", source)
    problem = Problem(
        "guessed_encoding",
        source,
        f"The file is not UTF-8 and names no encoding; it was read as {encoding}, which its bytes suggest.",
        "Look at accented letters and quotation marks; if they are wrong, save the file as UTF-8 and add it again.",
        severity="notice",
    )
    return _finished(data.decode(encoding, "replace"), encoding, source, [problem])


def _western(data: bytes) -> bool:
    """Whether the high bytes stand as in Western languages: few, and never three letters of them in a row.

    Spanish and French stay under 8 in 100 letters; a short text with quotation marks has more.
    """
    letters = sum(len(word) for word in re.findall(rb"[A-Za-z\x80-\xff]+", data))
    high = len(data) - len(data.translate(None, bytes(range(128, 256))))
    most = 0.2 if re.search(rb"[\xc0-\xff]{3}", data) else 0.4
    return _decodes(data, "cp1252") and high <= most * letters


def _normalizer(data: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:200_000]).best()
    return best.encoding if best is not None and _decodes(data, best.encoding) else ""
