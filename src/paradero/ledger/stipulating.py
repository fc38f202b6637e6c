"""Stipulating: conditions and stages that the sentence of a statement tells of an exchange, as said. A pure function.

A condition is never taken for fulfilled: whatever stands within one ("on condition that Peru releases the thirty") is
told as a condition and moves nobody, until somebody says elsewhere that it took place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from paradero.ledger.sentence import Sentence
from paradero.ledger.wordlists import any_of, wordlist
from paradero.model import Statement

_DEALS = frozenset({"negotiated", "agreed", "offered", "requested", "demanded", "scheduled", "postponed"})
_FREEING = frozenset(
    {
        "released",
        "conditionally_released",
        "exchanged",
        "handed_over",
        "returned",
        "transferred",
        "deported",
        "received",
    }
)
_GAP = 40  # characters behind a statement of what took place in which its condition begins
_VOICE = 60  # characters of the words for who says it, behind a comma
_CLOSE = re.compile(r"[.;”»\"]|$")


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage that words tell: its number, 0 where none is told ("the final stage"), and the words."""

    number: int
    words: str


@dataclass(frozen=True, slots=True)
class Stipulated:
    """What the sentence of a statement stipulates.

    Attributes:
        conditions: the words of each condition that the statement is under. stages: those that it is told of.
        within: whether the statement itself stands within a condition, so that it tells of nothing that took place.
    """

    conditions: tuple[str, ...] = ()
    stages: tuple[Stage, ...] = ()
    within: bool = False


def term_forms() -> Iterator[str]:
    """Yield every form that may tell of a condition or a stage."""
    for table, name in (("condition", "sure"), ("condition", "unsure"), ("stage", "words"), ("stage", "many")):
        yield from _list(table, name)


def stipulated(one: Statement, sentence: Sentence) -> Stipulated:
    """Return the conditions and stages that a statement's sentence tells.

    Args:
        one: a statement of a move or a deal; any other is under no condition and of no stage.
        sentence: that it stands in.
    """
    if one.act not in _DEALS | _FREEING or not _any().search(sentence.words):
        return Stipulated()
    open_ = one.act in _DEALS or one.modality != "actual" or one.stance in ("offers", "demands")
    conditions, within = [], False
    places = _conditions(sentence.words, open_)
    for start, end, sure in places:
        if start < sentence.trigger <= end:
            within = within or sure
        elif open_ or (sure and start <= sentence.end + _GAP and "," not in sentence.words[sentence.end : start]):
            conditions.append(" ".join(sentence.words[start:end].split()))
    staged = [match for match in _staged().finditer(sentence.words) if _shares(match.start(), sentence.trigger, places)]
    return Stipulated(tuple(dict.fromkeys(conditions)), _stages(staged), within)


def _shares(at: int, trigger: int, places: list[tuple[int, int, bool]]) -> bool:
    """Tell whether words and a trigger stand within the same condition, or both in none."""
    return all((start <= at < end) == (start < trigger <= end) for start, end, _ in places)


def _conditions(words: str, open_: bool) -> list[tuple[int, int, bool]]:
    """Return where each condition of a sentence stands, and whether its words are sure."""
    found = []
    for match in _sure().finditer(words):
        end = match.end() + _closing(words[match.end() :], start=match.start() == 0)
        found.append((match.start(), end, True))
    for match in _unsure().finditer(words) if open_ else ():
        before = re.search(r"[\w’']+\W*$", words[: match.start()])
        if before is not None and before[0].strip(" ,").casefold() in _list("condition", "not_before"):
            continue
        if not any(start <= match.start() < end for start, end, _ in found):
            end = match.end() + _closing(words[match.end() :], start=_opens(words, match.start()))
            found.append((match.start(), end, False))
    return found


def _opens(words: str, at: int) -> bool:
    """Tell whether a condition stands before what is under it: nothing but marks or "that" stands before it."""
    return not re.search(r"\w", re.sub(r"\b(?:that|and|but|que|y|pero)\b", "", words[:at][-30:].rsplit(",", 1)[-1]))


def _closing(behind: str, start: bool) -> int:
    """Return where a condition ends: at the comma before what is under it, else with its sentence or quotation."""
    close = _CLOSE.search(behind)
    end = len(behind) if close is None else close.start()
    said = re.search(rf",\s[^,]{{0,{_VOICE}}}?\b{any_of(_list('condition', 'saying'))}\b", behind[:end])
    end = end if said is None else said.start()
    comma = re.search(rf",|\b{any_of(_list('condition', 'then'))}\b", behind)
    return min(end, comma.start()) if start and comma is not None else end


def _stages(staged: list[re.Match[str]]) -> tuple[Stage, ...]:
    found: dict[tuple[int, str], Stage] = {}
    numbers = {**wordlist("terms")["stage"]["before"], **wordlist("terms")["stage"]["behind"]}
    for match in staged:
        said = (match["ordinal"] or match["behind"] or "").casefold()
        many = match["many"] is not None
        stage = Stage(0 if many else int(numbers.get(said, said if said.isdigit() else 0)), " ".join(match[0].split()))
        found.setdefault((stage.number, stage.words.casefold()), stage)
    return tuple(found.values())


def _list(table: str, name: str) -> list[str]:
    return [str(one) for one in wordlist("terms")[table][name]]


@cache
def _any() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(term_forms())}\b", re.IGNORECASE)


@cache
def _sure() -> re.Pattern[str]:
    return re.compile(
        rf"\b{any_of(_list('condition', 'sure'))}\b(?!\s+{any_of(_list('condition', 'not_behind'))}\b)", re.IGNORECASE
    )


@cache
def _unsure() -> re.Pattern[str]:
    return re.compile(
        rf"\b{any_of(_list('condition', 'unsure'))}\b(?!\s+{any_of(_list('condition', 'not_behind'))}\b)", re.IGNORECASE
    )


@cache
def _staged() -> re.Pattern[str]:
    before, behind = (any_of(wordlist("terms")["stage"][name]) for name in ("before", "behind"))
    words, many = any_of(_list("stage", "words")), any_of(_list("stage", "many"))
    other = any_of(_list("stage", "not_behind"))
    one = rf"(?:(?P<ordinal>{before})\s+{words}|{words}\s+(?P<behind>{behind}|\d))"
    in_many = rf"(?:in|en)\s+(?P<many>(?:(?:{behind}|\d+|several|varias)\s+)?{many})"
    return re.compile(rf"\b(?:{one}|{in_many})\b(?!\s+{other}\b)", re.IGNORECASE)
