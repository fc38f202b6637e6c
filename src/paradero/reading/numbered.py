"""How many are meant: the figure said of the people of a statement, its unit, its whole, and the scope in words."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from paradero.model import Figure, InvalidValue
from paradero.text.en.numbers import figures

if TYPE_CHECKING:
    from collections.abc import Iterable

    from paradero.text.en.numbers import NumberMention

Span = tuple[int, int]

_SCOPES = (
    ("none", re.compile(r"(?:no|none|nobody|neither|no one)\b", re.I)),
    ("all", re.compile(r"(?:all|every|both|each)\b", re.I)),
    ("most", re.compile(r"(?:most|the majority|a majority)\b", re.I)),
    ("many", re.compile(r"(?:[\w’']+ members? of )?many\b", re.I)),
    ("half", re.compile(r"half\b(?! (?:a|an) )", re.I)),
    ("few", re.compile(r"few\b", re.I)),
    ("some", re.compile(r"(?:some|several|a few|a number|part) (?:of|\w+s\b)", re.I)),
)
_FLOATING = re.compile(r"(?:\s+\w+){0,2}\s+(?:all|both|each)\s+\w", re.IGNORECASE)
_TALLY = re.compile(r"(?:the|a)\s+(?:number|total|figure|toll|tally|count) of ", re.IGNORECASE)
_GIVEN = re.compile(r"\b(?:at|to|is|was|as|of|stands at|stood at)\s*\Z", re.IGNORECASE)
_REACHES = re.compile(r"[^.;]{0,60}?\b(?:stands?|stood|rose|rises|risen|fell|fallen|put|is|was)\b[^.;]*", re.IGNORECASE)
_OF_WHOLE = re.compile(r"(?<!\w)of\s+[^,.;]{1,60}(?=,\s+\Z)", re.IGNORECASE)
_OPERATING = re.compile(
    r"\b(?:maybe|perhaps|possibly|roughly|about|around|some|nearly|almost|over|up to|at least|more than|fewer than"
    r"|less than|not fewer than|no fewer than|as many as|close to|an estimated)\s+\Z",
    re.IGNORECASE,
)
_PER_CENT = re.compile(r"\A(?:%|per\s?cent)\s*")
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_NOUN_ENDS = frozenset("of in at from who whom that which held taken and or with by to for on were was are is".split())


def figure_of(text: str, span: Span, sentence: Span) -> Figure | None:
    """Return the number said of people, or the group whose number nobody gave ("a considerable number").

    Args:
        text: the whole text.
        span: the words for the people.
        sentence: the sentence they stand in, where a number may be said of them in another place ("put the number of
            those freed at about 238").

    Returns:
        The figure with its unit and the whole it is a part of; None when the words hold no number.
    """
    tally = _tally(text, span, sentence)
    if tally is not None:
        return tally
    found = [f for f in figures(text, _widened(text, span, sentence), span[1]) if f.end > span[0] and not f.is_whole]
    found = [f for f in found if f.kind == "count" or _is_share(f)]
    if not found:
        return None
    number = found[0]
    of = _PER_CENT.sub("", " ".join(text[number.end : span[1]].split())).removeprefix("of ")
    if _is_share(number):
        return _figure(number, of, "percent", number.whole)
    if number.value is None and number.scope:
        return None  # "all the hostages", "most of them": a scope, and no number
    return _figure(number, of, _unit(text, number.end, sentence[1]), number.whole or _fronted(text, span, sentence))


def scope_of(text: str, span: Span, until: int) -> str:
    """Return the code of the scope that words say of people; "" when none.

    Args:
        text: the whole text.
        span: the words for the people ("many of them").
        until: the end of the verb, before which a scope may float ("were all freed").
    """
    words = text[span[0] : span[1]]
    said = next((code for code, pattern in _SCOPES if pattern.match(words)), "")
    floats = not said and _FLOATING.match(text, span[1], max(span[1], until)) is not None
    return "all" if floats else said


def _figure(number: NumberMention, of: str, unit: str = "persons", whole: str = "") -> Figure | None:
    try:
        return Figure(number.operator, number.value, unit, of, number.high, number.written, whole=whole)
    except InvalidValue:
        return None


def _widened(text: str, span: Span, sentence: Span) -> int:
    """Where to begin to look, so that "maybe" before "450 men" is seen, and nothing of another number."""
    found = _OPERATING.search(text[sentence[0] : span[0]])
    return sentence[0] + found.start() if found is not None else span[0]


def _is_share(number: NumberMention) -> bool:
    return number.kind == "percent" and number.value is not None


def _tally(text: str, span: Span, sentence: Span) -> Figure | None:
    """ "The number of detainees rose to 40", "put the total of those freed at about 238"."""
    head = text[max(sentence[0], span[0] - 16) : span[0]]
    opened = re.search(_TALLY.pattern + r"\Z", head, re.IGNORECASE)
    counted = _TALLY.match(text, *span)
    if opened is None and counted is None:
        return None
    reach = _REACHES.match(text, span[1], sentence[1])
    stop = sentence[1] if counted is not None or reach is None else reach.end()
    after = [f for f in figures(text, span[1], stop) if f.kind == "count"]
    given = next((f for f in after if _GIVEN.search(text, span[1], f.start)), None)
    of = text[(counted.end() if counted is not None else span[0]) : span[1]]
    return _figure(given, of, _unit(of, 0, len(of))) if given is not None else None


def _fronted(text: str, span: Span, sentence: Span) -> str:
    """The whole that stands before the part: "of the 41 captives, 32 were released"."""
    found = _OF_WHOLE.search(text[sentence[0] : span[0]])
    if found is None or not any(f.kind == "count" and f.value is not None for f in figures(found[0])):
        return ""
    return found[0]


def _unit(text: str, start: int, end: int) -> str:
    """What is counted, by the noun behind the number."""
    units = _units()
    for match in _WORD.finditer(text, start, min(end, start + 60)):
        word = match[0].lower()
        if word in units:
            return units[word]
        if word in _NOUN_ENDS and match.start() > start + 1:
            break
    return "persons"


@cache
def _units() -> dict[str, str]:
    table = tomllib.loads((files("paradero.reading") / "units.toml").read_text(encoding="utf-8"))
    return {word: unit for unit, row in table.items() for word in _words(row["nouns"])}


def _words(nouns: str) -> Iterable[str]:
    return nouns.split()
