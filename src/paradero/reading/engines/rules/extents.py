"""Extents: how far the content of each report runs within its unit, so that no word is said twice."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from paradero.reading.engines.rules.phrases import has_finite_verb, phrase_end
from paradero.text.en.words import readings

if TYPE_CHECKING:
    from paradero.reading.engines.rules.units import Unit
    from paradero.reading.engines.rules.verbs import Range, Report

_SHORT = frozenset("object about of for against on with at over from in upon to-np claim".split())


def bounded(unit: Unit, found: list[Report]) -> list[Report]:
    """Give every report its content and leave out those that stand inside the content of an earlier one."""
    kept: list[Report] = []
    found = _without_inner(unit, found)
    edge = 0
    for i, report in enumerate(found):
        if kept and _is_nested(unit, kept[-1], report):
            continue
        later = [r for r in found[i + 1 :] if not _is_nested(unit, report, r)]
        stop = _cut(unit, later[0], report.start) if later else len(unit)
        pieces = report.content or tuple(_pieces(unit, report, stop, edge))
        if not pieces and report.left != 0:
            continue
        kept.append(replace(report, content=pieces))
        edge = max(edge, report.cue[1])
    return kept


def _without_inner(unit: Unit, found: list[Report]) -> list[Report]:
    """A report at the end of its sentence ("..., officials said.") has all that stands before it for its content."""
    last = found[-1] if found else None
    if last is None or not last.left or last.start is not None or len(found) == 1 or last.frame != "before":
        return found
    if "Q" in unit.tags[: last.left] or len(unit) - max(last.cue[1], last.source[1] if last.source else 0) > 2:
        return found
    return [last]


def _pieces(unit: Unit, report: Report, stop: int, edge: int) -> list[Range]:
    pieces: list[Range] = []
    if report.left:
        start = 0 if report.left > edge and edge == 0 else edge
        pieces.append(_trim(unit, start, report.left))
    if report.start is not None:
        pieces.append(_trim(unit, report.start, _end(unit, report, stop)))
    elif report.left is not None:
        pieces.extend(_rest(unit, report, stop))
    return [p for p in pieces if p[0] < p[1]]


def _rest(unit: Unit, report: Report, stop: int) -> list[Range]:
    """What goes on after a report in the middle: '"Yes," she said, "we saw them."'."""
    after = max(report.cue[1], report.source[1] if report.source else 0)
    at = next((i for i in range(after, stop) if unit.tags[i] == "q"), None)
    if at is not None:
        return [_trim(unit, at, stop)]
    inverted = report.source is not None and report.source[0] > report.cue[0]
    if (
        unit.tag(after) == ","
        and not inverted
        and "Q" not in unit.tags
        and stop - after > 4
        and unit.tag(after + 1) not in "gwisb"
    ):
        return [_trim(unit, after + 1, stop)]
    return []


def _end(unit: Unit, report: Report, stop: int) -> int:
    start = report.start if report.start is not None else stop
    relative = report.source is not None and unit.tags[report.source[0]] == "w"
    led = _is_led(unit, report)
    if report.frame.removeprefix("noun ") in _SHORT:
        return min(stop, _short_end(unit, start))
    for i in range(start, stop):
        tag = unit.tags[i]
        if tag == ";" or (tag == "," and (_breaks(unit, i + 1) or (led and _main_clause(unit, i + 1)))):
            return i
        if tag == "," and relative and unit.tag(i + 1) in ("v", "x"):
            return i
    return stop


def _is_led(unit: Unit, report: Report) -> bool:
    """Whether the report stands in a clause that leads its sentence ("While the ministry said ..., it ...")."""
    lead = unit.tags[: report.first]
    return bool(lead) and lead[0] in "sgiw" and "," not in lead


def _main_clause(unit: Unit, at: int) -> bool:
    if unit.tag(at) == "p":
        return True
    end = phrase_end(unit, at)
    return end > at and has_finite_verb(unit, end)


def _breaks(unit: Unit, at: int) -> bool:
    """After a comma, "but" with a new subject ends what was said; "according to" belongs to nobody's words."""
    return (unit.low(at) == "but" and unit.tag(at + 1) in "pdez" and unit.tag(at + 1) != "") or (
        unit.low(at) == "according" and unit.low(at + 1) == "to"
    )


def _short_end(unit: Unit, start: int) -> int:
    """A noun phrase with what qualifies it, up to a comma or a new clause."""
    i = start
    while i < len(unit):
        tag = unit.tags[i]
        if (
            tag in ";:."
            or (tag == "," and not (_continues(unit, i) or _shares_to(unit, start, i + 1)))
            or (tag in "sb" and i > start)
        ):
            return i
        if tag == "c" and unit.tag(i + 1) in ("v", "x", "r", "p") and not _shares_to(unit, start, i + 1):
            return i
        i += 1
    return i


def _shares_to(unit: Unit, start: int, at: int) -> bool:
    """A bare verb that shares the "to" of one before it ("to relent, free the nine and pay them")."""
    bare = unit.tag(at) == "v" and any(verb.form == "base" for verb in readings(unit.low(at)))
    return bare and "kv" in unit.tags[start:at]


def _continues(unit: Unit, comma: int) -> bool:
    """A comma within a list of nouns."""
    end = phrase_end(unit, comma + 1, attach=False)
    return end > comma + 1 and unit.tag(end) in (",", "c") and unit.tag(comma + 1) != "p"


def _is_nested(unit: Unit, outer: Report, inner: Report) -> bool:
    """Whether a later report belongs to what the earlier one says: no new clause of the same rank begins before it."""
    if outer.start is None or inner.first < outer.start:
        return False
    if outer.frame in _SHORT and _short_end(unit, outer.start) <= inner.first:
        return False
    before = unit.tag(inner.first - 1)
    if inner.joined:
        return not (before in (",", "c", "b") and unit.tag(inner.first) != "k")
    if inner.left is not None:
        return inner.start is None and outer.frame == "clause" and unit.tag(outer.start) == "t" and before != "q"
    return not (before in ("b", "c", ";", "s", ",") and _rank(unit, inner.first))


def _rank(unit: Unit, at: int) -> bool:
    """A new main clause: ", and X said", "; X said", "but X said", ", while X said"."""
    i = at - 1
    if unit.tags[i] == ";":
        return True
    return unit.tags[i] in "cbs" and (unit.tag(i - 1) in (",", ";") or unit.tags[i] == "b")


def _cut(unit: Unit, later: Report, start: int | None) -> int:
    """Where the next report begins, the words that join it left out."""
    at = later.first if start is None or later.first >= start else later.cue[0]
    while at > 0 and unit.tags[at - 1] in "cbs,r;":
        at -= 1
    return at


def _trim(unit: Unit, start: int, end: int) -> Range:
    while start < end and unit.tags[start] in ",:;-":
        start += 1
    while end > start and unit.tags[end - 1] in ",;:-.cb" and not (unit.tags[end - 1] == "." and unit.tag(end) == "q"):
        end -= 1
    return start, end
