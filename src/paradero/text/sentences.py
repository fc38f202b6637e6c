"""Sentences: where each ends, without a model; abbreviations, quotations, telegrams and unfinished lines included."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from paradero.text.en.abbreviations import BEFORE_NUMBER, EITHER, EITHER_CAPITAL, INNER, STARTERS, TITLES
from paradero.text.layout import paragraphs, trimmed

__all__ = ["paragraphs", "sentences"]

# A stop with the marks that close after it, then white space, the end, or a mark that opens without a space.
_STOP = re.compile(r"[.!?…]+[\"”’»'“)\]]*(?:\[\d+\])?(?=\s|\Z|[“‘«])")
_TELEGRAM = re.compile(r"\bSTOP\b(?=\s|\Z)")
_NEXT = re.compile(r"\s*[\"“‘'«(\[¿¡—–-]*\s*(\w[\w’']*)?")
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?)*[^\W\d_]")
_STAMP = re.compile(
    r"\(?\d{1,2}(?:[.:h]\d\d)?\s*(?:[ap]\.?m\b\.?|hrs|hours)?\s*(?:[A-Z]{2,4}|local)?\.?", re.IGNORECASE
)
_ENUMERATOR = re.compile(r"\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,4})[.)]+")
_ITEM = re.compile(
    r"\s*(?:[-*•·▪–—]\s|\(?\d{1,3}[.)/]\s|\(?[a-z]\)\s|\d{1,2}[.:]\d\d\b|@\w|[A-Z][\w .’'&-]{0,40}:(?:\s|$))"
)
_TELLING = 8  # words: a shorter line in small letters may be the rest of one with capitals
_WRAP = range(60, 101)  # the width, in characters, to which mails, telegrams and old prints break their lines


def sentences(text: str, start: int = 0, end: int | None = None) -> tuple[tuple[int, int], ...]:
    """Return the sentences of a stretch in order, as offsets in the whole text without the white space around them.

    A sentence takes the closing marks after its stop. An empty line always ends one, and so does a line break, unless
    the line was only wrapped. A headline without a stop is a sentence; a time stamp belongs to the sentence after it.

    Args:
        text: the whole text.
        start, end: the stretch to look at.
    """
    found: list[tuple[int, int]] = []
    for first, last in paragraphs(text, start, end):
        for line in _lines(text, first, last):
            found.extend(_split(text, *line))
    return tuple(found)


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the lines of a paragraph, those joined that were only wrapped."""
    if text.find("\n", start, end) < 0:
        yield start, end
        return
    rows = [trimmed(text, m.start(), m.end()) for m in re.compile(r"[^\n]+").finditer(text, start, end)]
    rows = [row for row in rows if row[0] < row[1]]
    width = max(b - a for a, b in rows)
    first = start
    for (a, b), (c, d) in itertools.pairwise(rows):
        if not _is_wrapped(text, (a, b), (c, d), width):
            yield first, b
            first = c
    yield first, end


def _is_wrapped(text: str, row: tuple[int, int], following: tuple[int, int], width: int) -> bool:
    """A line is wrapped when it runs on in lower case or when the next word would not have fitted into it."""
    if _ITEM.match(text, *following):
        return False
    if text[following[0]].islower():
        return True
    word = text[following[0] : following[1]].split(None, 1)[0]
    return width in _WRAP and row[1] - row[0] + 1 + len(word) > width


def _split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    first, small = start, _is_small(text[start:end])
    for cut in _cuts(text, start, end):
        if cut <= first or not _ends(text, first, cut, end, small):
            continue
        yield first, cut
        first = cut
        while first < end and text[first].isspace():
            first += 1
    if first < end:
        yield first, end


def _is_small(line: str) -> bool:
    """Whether a line is in small letters throughout, so that none can show where a sentence begins."""
    return line.islower() and len(line.split()) >= _TELLING


def _cuts(text: str, start: int, end: int) -> Iterator[int]:
    stops = (m.end() for m in _STOP.finditer(text, start, end))
    if "STOP" not in text[start:end] or not text[start:end].isupper():
        return stops
    return iter(sorted({*stops, *(m.end() for m in _TELEGRAM.finditer(text, start, end))}))


def _ends(text: str, first: int, cut: int, end: int, small: bool) -> bool:
    """Decide whether the stop before ``cut`` ends the sentence that began at ``first``."""
    following = _NEXT.match(text, cut, end)
    word = following.group(1) if following is not None else None
    if word is None:
        return text[cut:end].strip() == "" or text[cut - 1] not in ".…"
    if word[0].islower() and not small:
        return False
    stop = text.rfind(".", first, cut)
    if stop < 0 or text[stop - 1 : stop] in (".", "!", "?") or text[stop + 1 : cut].strip("\"”’»'“)]"):
        return True
    if _STAMP.fullmatch(text, first, cut) or _ENUMERATOR.fullmatch(text, first, cut):
        return False
    return _ends_after(text[max(first, stop - 24) : stop], word, small)


def _ends_after(before: str, following: str, small: bool) -> bool:
    """Decide by the word before a single full stop and the word after it."""
    words = before.split()
    last = words[-1].lstrip("\"“‘'«([—–-") if words else ""
    key = last.lower()
    capital = last[:1].isupper()
    if key in INNER or (key in TITLES and (capital or small)):
        return False
    if key in BEFORE_NUMBER:
        return not following[0].isdigit()
    if key in EITHER or (key in EITHER_CAPITAL and capital) or _INITIALS.fullmatch(last):
        return following.lower() in STARTERS and not (following == "A" or (len(last) == 1 and following == "I"))
    return True
