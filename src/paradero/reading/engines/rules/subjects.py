"""Subjects: who does the reporting, to the left of the verb or, inverted, to its right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paradero.reading.cues import forms
from paradero.reading.engines.rules.phrases import OPENS, phrase_end

if TYPE_CHECKING:
    from collections.abc import Iterator

    from paradero.reading.engines.rules.units import Unit

FARTHEST = 45  # words between a subject and its verb; a longer stretch is a list or a broken line


def group_start(unit: Unit, at: int) -> int:
    """Return where the verb group of a reporting verb begins: its auxiliaries, adverbs and "to" are before it."""
    i = at
    while i > 0 and (unit.tags[i - 1] in "xr" or (unit.tags[i - 1] == "k" and i < at + 1)):
        i -= 1
    return i


def subject_before(unit: Unit, verb: int, floor: int = 0) -> tuple[int, int] | None:
    """Return the words of the subject that ends just before ``verb`` (the start of a verb group), or None.

    ``floor`` is the first place that it may begin at (what an earlier verb already took lies before).
    None also when the verb is joined to an earlier one ("and said") or hangs on it ("..., adding"), its subject elided.
    """
    end = verb
    if unit.tag(end - 1) == "p":
        return end - 1, end
    if unit.tag(end - 1) in (",", ")", "-"):
        inner = _apposition_start(unit, end - 1)
        if inner is None:
            return None
        start = _phrase_start(unit, inner, floor)
        return (start, end if unit.tag(end - 1) == ")" else end - 1) if start is not None and start < inner else None
    if unit.tag(end - 1) == "w" and unit.low(end - 1) in ("who", "which"):
        return end - 1, end
    if unit.tag(end - 1) == "t" and unit.tag(end - 2) in ("n", "e"):
        return end - 1, end
    start = _phrase_start(unit, end, floor)
    return (start, end) if start is not None and start < end else None


def subject_after(unit: Unit, verb: int) -> tuple[int, int] | None:
    """Return the subject of an inverted verb ("said Ana Ruiz, a lawyer for the men"), its apposition included."""
    at = verb + 1
    if unit.tag(at) not in ("d", "e", "n", "m", "z", "p", "u") or (unit.tag(at) == "p" and unit.low(at) == "there"):
        return None
    if unit.tag(at) == "p":
        return at, at + 1
    end = phrase_end(unit, at)
    if unit.tag(end) == "," and unit.tag(end + 1) and unit.tag(end + 1) in "dnewmz":
        closing = end + 1
        while closing < len(unit) and unit.tags[closing] not in ",.;:qQ":
            closing += 1
        apposition = unit.tags[end + 1 : closing]
        end = closing if apposition[:1] == "w" or not set("xp") & set(apposition) else end
    return (at, end) if end > at else None


def _apposition_start(unit: Unit, closing: int) -> int | None:
    """The comma or bracket that opens what ``closing`` closes ("Ruiz, a lawyer, said")."""
    opener = {")": "("}.get(unit.tags[closing], unit.tags[closing])
    for i in range(closing - 1, max(-1, closing - FARTHEST), -1):
        tag = unit.tags[i]
        if tag == opener:
            first = unit.tag(i + 1)
            if opener == "(" or (first and first in "dnewmzgviux"):
                return i
            return None
        if tag in ";:" or (tag == "." and opener == ","):
            return None
    return None


def _phrase_start(unit: Unit, end: int, floor: int) -> int | None:
    """Walk left from the end of a subject to where its clause begins, then drop what leads the clause."""
    i = end
    while i > floor and end - i < FARTHEST:
        tag = unit.tags[i - 1]
        if tag in ";:qQ(bst-?!" or (tag == "p" and i < end):
            if tag == "-" and unit.words.end[i - 2] == unit.words.start[i - 1]:
                i -= 1
                continue
            break
        if tag == "," and not _is_list(unit, i - 1):
            break
        if tag == "c" and _parts_clauses(unit, i - 1):
            break
        if tag == "x" and not _in_relative(unit, i - 1):
            break
        i -= 1
    return _without_lead(unit, i, end)


def _is_list(unit: Unit, comma: int) -> bool:
    """A comma inside joined names ("Ruiz, Vega and Soto said")."""
    return unit.tag(comma - 1) in ("e", "n") and unit.tag(comma + 1) == "e" and "c" in unit.tags[comma + 2 : comma + 6]


def _parts_clauses(unit: Unit, joint: int) -> bool:
    """Whether "and" joins two clauses: a finite verb stands between it and the start of its clause."""
    for i in range(joint - 1, max(-1, joint - FARTHEST), -1):
        tag = unit.tags[i]
        if tag in ";:qQ(bst," and i < joint - 1:
            return False
        if tag in "xp" or (tag == "v" and unit.tag(i - 1) not in ("d", "z")):
            return not _in_relative(unit, i)
    return unit.tag(joint - 1) == ","


def _in_relative(unit: Unit, at: int) -> bool:
    """Whether the verb at ``at`` belongs to "who ..." or "which ..."."""
    before = unit.tags[max(0, at - 3) : at]
    return "w" in before or "t" in before


def _without_lead(unit: Unit, start: int, end: int) -> int | None:
    """Drop conjunctions, adverbs and leading phrases ("On Monday the ministry"): the subject is what remains."""
    i = start
    while i < end and unit.tags[i] in "crsb,yw":
        i += 1
    if i < end and unit.tags[i] in "ikg":
        stop = phrase_end(unit, i + 1, attach=False)
        later = [j for j in range(i + 2, end) if unit.tags[j] in "dpz" and unit.tags[j - 1] not in "ikdcz"]
        i = later[-1] if later else stop if stop < end else _last_name(unit, i, end)
    led = any(
        unit.tags[j] == "v" and unit.tag(j - 1) in ("n", "e", "p") and not _reduced(unit, j) for j in range(i, end)
    )
    i = _after_last_verb(unit, i, end) if led else i
    if led or unit.tag(i) == "v":
        i = next((j + 1 for j in range(end - 2, i - 1, -1) if unit.low(j) in _CONJUNCTIONS), i)
    return i if i < end and unit.tags[i] in (*OPENS, "p", "v", "Q") else None


# Prepositions that lead clauses as well: "..., came a day after the ministry spoke of a pardon".
_CONJUNCTIONS = frozenset("after before since until as".split())


def _reduced(unit: Unit, at: int) -> bool:
    """A participle that only qualifies ("people detained in March"): a preposition follows, or a relative leads."""
    return unit.tag(at + 1) in ("i", "y", "k") or _in_relative(unit, at)


def _after_last_verb(unit: Unit, start: int, end: int) -> int:
    last = max(j for j in range(start, end) if unit.tags[j] == "v")
    return next((j for j in range(last + 1, end) if unit.tags[j] in OPENS or unit.tags[j] == "p"), end)


def _last_name(unit: Unit, start: int, end: int) -> int:
    i = end
    while i > start and unit.tags[i - 1] in "ne":
        i -= 1
    return i


def first_subject(unit: Unit) -> tuple[int, int] | None:
    """Return the subject of the unit's first clause, for a verb further on that has none of its own."""
    return next(subjects(unit), None)


def subjects(unit: Unit) -> Iterator[tuple[int, int]]:
    """Yield the subject of each clause of a unit, in order."""
    last = None
    for i in range(1, len(unit)):
        if unit.tags[i] in "xv" or (unit.tags[i] == "n" and _is_present(unit, i)):
            found = subject_before(unit, group_start(unit, i))
            if found is not None and found != last and "kn" not in unit.tags[slice(*found)]:
                last = found
                yield found


def _is_present(unit: Unit, at: int) -> bool:
    """A present form that could be a noun, with a clause or pronoun after it ("lawyers deny they ...")."""
    cue = forms().get(unit.low(at))
    return cue is not None and unit.tag(at + 1) in ("p", "t", "d", "k") and unit.tag(at - 1) in ("n", "e", "r")
