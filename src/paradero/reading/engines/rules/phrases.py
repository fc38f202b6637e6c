"""Noun phrases and clauses among tagged words: where one ends, whether a finite verb follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paradero.reading.cues import forms

if TYPE_CHECKING:
    from paradero.reading.engines.rules.units import Unit

INSIDE = "dnemzyuo"
OPENS = "dnemzuo"


def phrase_end(unit: Unit, at: int, attach: bool = True) -> int:
    """Return where the noun phrase that begins at ``at`` ends; ``at`` itself when none begins there.

    Args:
        unit: the unit.
        at: the first word.
        attach: whether prepositional phrases and joined phrases ("A and B") belong to it.
    """
    i = at
    while i < len(unit):
        tag = unit.tags[i]
        if tag not in INSIDE and not (i > at and _goes_on(unit, i, attach)):
            break
        i += 1
    return i


def _goes_on(unit: Unit, at: int, attach: bool) -> bool:
    """Whether a word that opens no noun phrase stands within one: an adjective, a hyphen, "of" or "and"."""
    tag = unit.tags[at]
    if tag in "vgr":
        return _is_adjective(unit, at)
    if tag == "-":
        return _joins(unit, at)
    return attach and tag in "ic" and unit.tag(at + 1) != "" and unit.tag(at + 1) in OPENS


def _is_adjective(unit: Unit, at: int) -> bool:
    """A participle between a determiner or adjective and a noun ("the detained men")."""
    return unit.tag(at - 1) in "dzmnri" and unit.tag(at + 1) in ("n", "e", "m") and unit.tag(at - 1) != ""


def _joins(unit: Unit, at: int) -> bool:
    return unit.words.end[at - 1] == unit.words.start[at] and unit.tag(at + 1) in ("n", "e", "m")


def has_finite_verb(unit: Unit, at: int) -> bool:
    """Tell whether the word at ``at``, adverbs aside, is a finite verb."""
    while unit.tag(at) == "r":
        at += 1
    if unit.tag(at) in ("x", "v"):
        return True
    cue = forms().get(unit.low(at))
    return (
        unit.tag(at) == "n" and cue is not None and "s" in cue.kinds and unit.tag(at + 1) in ("t", "d", "p", "k", "w")
    )


def opens_clause(unit: Unit, at: int) -> bool:
    """Tell whether a clause without "that" begins at ``at``: a subject and then a finite verb."""
    if unit.tag(at) == "p":
        return True
    if unit.tag(at) == "g":
        return False
    end = phrase_end(unit, at)
    if end == at:
        return False
    if unit.tag(end) == "," and unit.tag(end + 1) in ("d", "w", "n", "e"):
        closing = unit.tags.find(",", end + 1)
        return 0 < closing < end + 14 and has_finite_verb(unit, closing + 1)
    if unit.tag(end) == "w":
        return True
    last = forms().get(unit.low(end - 1)) if end > at + 1 and unit.tag(end) in ("k", "t") else None
    if last is not None and last.kinds & {"base"} and unit.tag(end - 1) == "n" and unit.low(end - 2).endswith("s"):
        return True
    return has_finite_verb(unit, end)


def skip_adjuncts(unit: Unit, at: int) -> int:
    """Return the place after adverbs, days and short prepositional phrases ("in a statement on Monday")."""
    for _ in range(4):
        tag = unit.tag(at)
        if tag in ("r", "y"):
            at += 1
        elif tag in ("i", "k") and unit.tag(at + 1) in ("d", "e", "n", "y", "z", "m", "o"):
            at = phrase_end(unit, at + 1)
            if unit.tag(at) == "v" and unit.tag(at + 1) in ("s", "i", "y"):
                at = phrase_end(unit, at + 2) if unit.tag(at + 1) != "y" else at + 1
        else:
            break
    return at
