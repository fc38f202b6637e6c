"""Reporting verbs in a unit: each with its subject, its verb group and where the content stands."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from paradero.reading.cues import forms
from paradero.reading.engines.rules.frames import CLAUSAL, Complement, complement
from paradero.reading.engines.rules.phrases import phrase_end
from paradero.reading.engines.rules.subjects import first_subject, group_start, subject_after, subject_before
from paradero.text.en.words import closed

if TYPE_CHECKING:
    from paradero.reading.cues import Cue
    from paradero.reading.engines.rules.units import Unit

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Report:
    """One report within a unit, in word places.

    Attributes:
        source, cue: ranges of words, end not included; source None when it stands elsewhere.
        frame: the frame that held; ``before`` when the content stands to the left alone.
        start: where the content to the right begins; None when there is none.
        left: the end of content to the left (it runs from the unit's start, or from the report before); None for none.
        joined: whether the verb shares the subject of the verb before.
        first: where the report begins (subject or cue), to cut what stands before.
    """

    source: Range | None
    cue: Range
    frame: str
    start: int | None
    left: int | None
    joined: bool
    first: int
    content: tuple[Range, ...] = ()


def reports(unit: Unit) -> list[Report]:
    """Find the reporting verbs of a unit, in order."""
    lexicon = forms()
    found: list[Report] = []
    for at, low in enumerate(unit.words.low):
        cue = lexicon.get(low)
        if cue is not None and unit.tags[at] in "nvgekx" and (unit.tags[at] != "e" or at):
            report = _report(unit, at, cue, found)
            if report is not None:
                found.append(report)
    return found


def _report(unit: Unit, at: int, cue: Cue, earlier: list[Report]) -> Report | None:
    first = group_start(unit, at)
    if _is_noun(unit, at, first, cue):
        return None
    if _is_passive(unit, at, first, cue):
        return _passive(unit, at, first, cue) or _told(unit, at, first, cue)
    if _hangs(unit, at, first, cue):
        return None
    right = complement(unit, at, cue)
    if "ing" in cue.kinds:
        return _participle(unit, at, cue, right, earlier)
    floor = earlier[-1].cue[1] if earlier and earlier[-1].start is not None else 0
    source = subject_before(unit, first, floor) if unit.tags[first] != "k" else _governing(unit, first, floor)
    if source is None and unit.tags[first] == "k":
        return None
    if source is None and _inverts(unit, at, first, cue, right):
        source = subject_after(unit, at)
        if source is not None:
            return _inverted(unit, at, first, source)
    if source is None:
        return _joined(unit, at, first, cue, right, earlier)
    if first < at and right is not None and right.frame == "object" and unit.tags[first] == "k":
        return None
    if not cue.kinds & {"past", "part", "ing"} and not _agrees(unit, source, first, at, cue, right):
        return None
    return _plain(unit, (first, at + 1), source, right, cue)


def _governing(unit: Unit, at: int, floor: int) -> Range | None:
    """The subject of "declined to say": that of the verb before "to"; None after a noun ("a plan to ...")."""
    i = at - 1
    while unit.tag(i) == "r":
        i -= 1
    return subject_before(unit, group_start(unit, i), floor) if unit.tag(i) in ("v", "g", "x") else None


def _plain(unit: Unit, group: Range, source: Range, right: Complement | None, cue: Cue) -> Report | None:
    left = None if unit.tags[source[0]] in "wt" else _left_end(unit, source[0], cue)
    if left is not None and not _is_clause(unit, left, group[1]):
        left = None
    if right is not None and right.frame != "quote" and right.frame in CLAUSAL and "Q" not in unit.tags[:left]:
        left = None
    if right is None or (left is not None and right.frame not in CLAUSAL):
        if "as" in cue.frames or left is None or not CLAUSAL & cue.frames.keys():
            return _resumed(unit, group, source, cue)
        end = group[1] if right is None else right.cue_end
        return Report(source, (group[0], end), "before", None, left, False, source[0])
    return Report(source, (group[0], right.cue_end), right.frame, right.start, left, False, source[0])


def _resumed(unit: Unit, group: Range, source: Range, cue: Cue) -> Report | None:
    """ "As Ruiz noted, ...", or "Ruiz said." after a quotation that is a sentence of its own."""
    if not CLAUSAL & cue.frames.keys():
        return None
    if unit.tag(group[1]) == "," and source[0] <= 1 and unit.low(0) == "as" and group[1] + 1 < len(unit):
        return Report(source, group, "clause", group[1] + 1, None, False, 0)
    if "quote" in cue.frames and source[0] == 0 and len(unit) - group[1] <= 8:
        return Report(source, group, "before", None, 0, False, 0)
    return None


def _left_end(unit: Unit, subject: int, cue: Cue) -> int | None:
    """The end of the content when the report stands after it: a comma or closing quotation mark before the subject."""
    i = subject - 1
    while i > 0 and unit.tags[i] in "rcb":
        i -= 1
    if i <= 0 or not CLAUSAL & cue.frames.keys():
        return None
    if unit.tags[i] == "q" and unit.tags[i - 1] in "Qq,.!?":
        return i + 1
    return i if unit.tags[i] in ",-" and i == subject - 1 else None


def _is_clause(unit: Unit, end: int, after: int) -> bool:
    """Whether what stands before ``end`` can be said: a clause or a quotation, or the report breaks into a sentence."""
    stretch = unit.tags[:end]
    if "Q" in stretch or unit.tag(after) in (",", "-", "."):
        return True
    return ("x" in stretch or "v" in stretch or "p" in stretch) and (stretch[0] not in "isgwk" or "," in stretch)


def _inverts(unit: Unit, at: int, first: int, cue: Cue, right: Complement | None) -> bool:
    if "quote" not in cue.frames or first != at or not cue.kinds & {"past", "s", "base"}:
        return False
    before = unit.tag(at - 1)
    if before == "q" or at == 0:
        return at > 0 or ("past" in cue.kinds and right is None)
    return before == "," and at >= 2


def _inverted(unit: Unit, at: int, first: int, source: Range) -> Report:
    left = at if unit.tag(at - 1) == "q" else max(0, at - 1)
    return Report(source, (first, at + 1), "before", None, left, False, first)


def _participle(unit: Unit, at: int, cue: Cue, right: Complement | None, earlier: list[Report]) -> Report | None:
    """ "..., adding that": the subject is that of the clause; "is calling for" has its own."""
    first = group_start(unit, at)
    if right is None:
        return None
    if any(unit.tags[i] == "x" for i in range(first, at)):
        source = subject_before(unit, first)
        return (
            Report(source, (first, right.cue_end), right.frame, right.start, None, False, source[0]) if source else None
        )
    if right.frame == "object" and _stance(cue, "object") not in _LOADED and cue.lemma not in _CITING:
        return None
    before = unit.tag(at - 1)
    source = earlier[-1].source if earlier else first_subject(unit)
    if before in ("n", "e") and at >= 1:
        near = subject_before(unit, at)
        source = near if near is not None else source
    return Report(source, (at, right.cue_end), right.frame, right.start, None, True, at) if source else None


def _joined(
    unit: Unit, at: int, first: int, cue: Cue, right: Complement | None, earlier: list[Report]
) -> Report | None:
    """ "... and said": the subject is that of the verb before."""
    if right is None or unit.tag(first - 1) not in ("c", ",", "b", "k"):
        return None
    if right.frame == "object" and (unit.tags[at] == "n" or unit.tag(first) == "k"):
        return None
    if unit.tags[at] == "n" and unit.tag(first) != "k" and right.frame != "clause":
        return None
    source = earlier[-1].source if earlier else first_subject(unit)
    return Report(source, (first, right.cue_end), right.frame, right.start, None, True, first) if source else None


def _is_noun(unit: Unit, at: int, first: int, cue: Cue) -> bool:
    """Forms that are nouns as well ("claims", "the report"): what stands before decides."""
    if unit.tags[at] == "e":
        return True
    if not cue.kinds & {"base", "s"} or "past" in cue.kinds:
        return (unit.low(at - 1) in _ARTICLES or unit.tag(at - 1) == "z") and first == at
    return unit.tag(at - 1) in ("d", "z", "m", "i", "g") and first == at


def _agrees(unit: Unit, source: Range, first: int, at: int, cue: Cue, right: Complement | None) -> bool:
    """A present form needs a subject that fits: "critics say", "he says", an auxiliary, or a clause that follows."""
    if first < at or unit.tag(source[1] - 1) == "p":
        return True
    last = unit.low(source[1] - 1)
    plural = (last.endswith("s") and not last.endswith(("ss", "us", "is"))) or "c" in unit.tags[slice(*source)]
    if right is not None and right.frame in ("clause", "quote", "wh", "to"):
        return "s" in cue.kinds or plural or unit.tag(source[1] - 1) != "e"
    return plural != ("s" in cue.kinds) or unit.tag(source[1] - 1) in ("e", "w", "t")


def _stance(cue: Cue, frame: str) -> str:
    """The stance of a reporting verb in one frame."""
    return cue.frames.get(frame, cue.stance)


_LOADED = frozenset({"denies", "characterises", "confirms", "retracts"})
_CITING = frozenset("cite quote mention describe express announce deny stress allege claim note".split())
_ARTICLES = closed("possessive") | frozenset("the a an this that these those".split())
_HAVE = closed("have") | {f"{form}n't" for form in closed("have")}
_BE = closed("be") | {f"{form}n't" for form in closed("be")}


def _is_passive(unit: Unit, at: int, first: int, cue: Cue) -> bool:
    if not cue.kinds & {"part", "past"} or cue.kinds & {"base"}:
        return False
    bare = (
        first == at and unit.tag(at - 1) in ("n", "e", "u") and unit.low(at + 1) in ("by", "as", "of", "in", "on", "to")
    )
    return any(unit.low(i) in _BE for i in range(first, at)) or (bare and unit.low(at + 1) == "by")


def _hangs(unit: Unit, at: int, first: int, cue: Cue) -> bool:
    """A form that cannot be the verb here: "have charges", and "accused of ..." without its auxiliary."""
    if any(unit.low(i) in _HAVE for i in range(first, at)) and not cue.kinds & {"part", "past", "ing"}:
        return True
    bare = (
        first == at
        and cue.kinds & {"part"}
        and unit.low(at + 1) in ("of", "with")
        and unit.tag(at - 1) in ("n", "e", ",")
    )
    return bool(bare) and cue.lemma in ("accuse", "suspect", "charge")


def _told(unit: Unit, at: int, first: int, cue: Cue) -> Report | None:
    """ "They were told that ...": something is said, and nobody is named who says it."""
    if not {"person", "clause"} <= cue.frames.keys():
        return None
    right = complement(unit, at, cue)
    if right is None or right.frame not in ("clause", "quote", "to", "wh") or unit.tag(right.start) not in "tqkwp":
        return None
    return Report(None, (first, right.cue_end), right.frame, right.start, None, False, first)


def _passive(unit: Unit, at: int, first: int, cue: Cue) -> Report | None:
    """ "The toll was confirmed by the ministry": what was the subject is the content; without "by" nobody says it."""
    end = next((i for i in range(at + 1, min(len(unit), at + 6)) if unit.low(i) == "by"), None)
    if end is None or not {"object", "clause", "quote", "as"} & cue.frames.keys():
        return None
    last = phrase_end(unit, end + 1)
    told = subject_before(unit, first)
    if told is None or last == end + 1 or unit.tag(end + 1) == "y":
        return None
    report = Report((end + 1, last), (first, end + 1), "passive", None, None, False, told[0])
    return replace(report, content=(told,))
