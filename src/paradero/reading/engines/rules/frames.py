"""Frames: what stands after a reporting word, and where the content begins that it reports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from paradero.reading.engines.rules.phrases import OPENS, opens_clause, phrase_end, skip_adjuncts
from paradero.text.en.words import closed

if TYPE_CHECKING:
    from paradero.reading.cues import Cue
    from paradero.reading.engines.rules.units import Unit

CLAUSAL = frozenset({"clause", "quote", "wh"})


@dataclass(frozen=True, slots=True)
class Complement:
    """What a reporting word reports, to its right: the frame, where the cue ends, and where the content begins."""

    frame: str
    cue_end: int
    start: int


def complement(unit: Unit, at: int, cue: Cue) -> Complement | None:
    """Find the complement of the reporting word at ``at``; None when nothing to its right fits its frames."""
    place = at + 1
    while unit.tag(place) == "r":
        place += 1
    if "out" in cue.frames and unit.low(place) == "out":
        place += 1
    found = _direct(unit, place, cue, at + 1) or _with_person(unit, place, cue) or _with_object(unit, place, cue)
    return found or _after_adjuncts(unit, place, cue)


def _direct(unit: Unit, at: int, cue: Cue, cue_end: int) -> Complement | None:
    """A quotation, "that", a question word, "to" and a verb, a preposition of the frames, or a bare clause."""
    frames, tag = cue.frames, unit.tag(at)
    if "quote" in frames and (tag == "q" or (tag in (",", ":") and unit.tag(at + 1) == "q")):
        return Complement("quote", cue_end, at if tag == "q" else at + 1)
    if "quote" in frames and tag == ":" and at + 1 < len(unit):
        return Complement("quote", cue_end, at + 1)
    if tag == "t" and ("clause" in frames or "that" in frames):
        return Complement("clause", cue_end, at)
    if tag == "w" and "wh" in frames:
        return Complement("wh", cue_end, at)
    if tag == "k":
        return _after_to(unit, at, cue, cue_end)
    follows = unit.tag(at + 1) in (*OPENS, "g", "w", "q", "p") or unit.low(at + 1) in ("being", "having")
    if tag == "i" and unit.low(at) in frames and follows:
        return Complement(unit.low(at), at + 1, at + 1)
    if "clause" in frames and tag and tag in "pdnemzuyx" and (tag == "x" or opens_clause(unit, at)):
        return Complement("clause", cue_end, at)
    return None


def _after_to(unit: Unit, at: int, cue: Cue, cue_end: int) -> Complement | None:
    following = unit.tag(at + 1)
    if cue.lemma == "ask" and unit.low(at - 1) == "not" and unit.low(at + 1) == "be":
        return None
    if "to" in cue.frames and following in ("n", "x", "v", "r"):
        return Complement("to", cue_end, at)
    if "to-np" in cue.frames and following in ("d", "z", "e", "m", "n", "o", "w", "g"):
        return Complement("to-np", at + 1, at + 1)
    return None


def _with_person(unit: Unit, at: int, cue: Cue) -> Complement | None:
    """An addressee, then what they are told; "accused him of ..." reports the person too."""
    if "person" not in cue.frames or unit.tag(at) not in ("d", "e", "n", "m", "z", "o", "u"):
        return None
    for attach in (False, True):
        end = phrase_end(unit, at, attach)
        found = _direct(unit, end, cue, end)
        if found is None and unit.tag(end) in ("y", "i", "r"):
            later = skip_adjuncts(unit, end)
            found = _direct(unit, later, cue, end) if unit.tag(later) in ("t", "q", ",", ":", "w", "k") else None
        if found is None and unit.tag(end) == "k":
            found = Complement("to", end, end)
        if found is not None and not (found.frame == "clause" and unit.tag(end) not in ("t", "p", "d", "n", "e")):
            return Complement(found.frame, at, at) if cue.lemma == "accuse" else found
    return None


def _with_object(unit: Unit, at: int, cue: Cue) -> Complement | None:
    frames = cue.frames
    if unit.tag(at) == "g" and frames.get("object") in ("denies", "confirms"):
        return Complement("object", at, at)
    if not unit.tag(at) or (unit.tag(at) not in "dnemzuoyq" and unit.low(at) not in _OBJECTS):
        return None
    end = phrase_end(unit, at, attach=False)
    if "as" in frames:
        far = phrase_end(unit, at)
        for place in (end, far):
            if unit.low(place) == "as" or unit.tag(place) == "q" or (unit.low(at) in _OBJECTS and place > at + 1):
                return Complement("as", at, at)
        if (unit.tag(at) == "e" and unit.low(end) in ("a", "an")) or unit.tag(at) in ("o", "p"):
            return Complement("as", at, at)
        if cue.lemma in _NAMING or _two_phrases(unit, at, far) or _names_it(unit, far):
            return Complement("as", at, at)
    if "claim" in frames and any(unit.low(i) in _CLAIMS for i in range(at, end)):
        return Complement("claim", at, at)
    if "figure" in frames and _puts_at(unit, at, phrase_end(unit, at)):
        return Complement("figure", at, at)
    says_nothing = end == at + 1 and unit.low(at) in _EMPTY
    return Complement("object", at, at) if "object" in frames and end > at and not says_nothing else None


_NAMING = frozenset("call term deem brand dub label".split())
_OBJECTS = closed("object") | closed("reflexive") | {"it"}
_EMPTY = frozenset("nothing so little much more less otherwise something anything".split())
_CLAIMS = frozenset(
    "claim claims statement statements report reports figure figures allegation allegations accusation accusations "
    "charge charges remark remarks comment comments testimony number numbers toll account story announcement".split()
)


def _puts_at(unit: Unit, start: int, end: int) -> bool:
    """ "the number of escapees at about 600": an "at" with a number behind it."""
    places = (i for i in range(start + 1, end + 1) if unit.low(i) == "at")
    return any("m" in unit.tags[i + 1 : i + 4] for i in places)


def _names_it(unit: Unit, end: int) -> bool:
    """The name comes, quoted, after a relative clause ("calling the place where they were kept ... a "camp"")."""
    return unit.tag(end) in ("w", ",") and any(t in "qu" for t in unit.tags[end : end + 25])


def _two_phrases(unit: Unit, at: int, end: int) -> bool:
    """Two noun phrases in a row ("called the place a camp"): an article inside what looked like one phrase."""
    return any(unit.low(i) in ("a", "an", "the") and unit.tag(i - 1) in ("n", "e", "u") for i in range(at + 1, end))


def _after_adjuncts(unit: Unit, at: int, cue: Cue) -> Complement | None:
    """ "said in a statement on Monday that ...": short phrases between the cue and what it reports."""
    if not CLAUSAL & cue.frames.keys():
        return None
    later = skip_adjuncts(unit, at)
    if later == at:
        return None
    if unit.tag(later) in ("t", "q", "p", "w", ":") or (unit.tag(later) == "," and unit.tag(later + 1) == "q"):
        return _direct(unit, later, cue, later)
    for middle in range(at + 1, later):
        if unit.tag(middle - 1) in ("y", "r", "e") and unit.tag(middle) in ("d", "p") and opens_clause(unit, middle):
            return Complement("clause", middle, middle) if "clause" in cue.frames else None
    return None
