"""The rules engine as a whole: the reports of each unit, quotations that stand alone, labelled turns."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from paradero.reading.engines.rules.extents import bounded
from paradero.reading.engines.rules.standing import standing_reports
from paradero.reading.engines.rules.turns import Turn, label_before_quotation, turns
from paradero.reading.engines.rules.units import Unit, units
from paradero.reading.engines.rules.verbs import Report, reports
from paradero.reading.linker import Attribution

if TYPE_CHECKING:
    from collections.abc import Iterable

Span = tuple[int, int]


@dataclass(slots=True)
class _Draft:
    """An attribution in the making; later quotations may still join its content."""

    source: Span | None
    cue: Span | None
    content: list[Span]
    paragraph: int
    quotes: bool
    open: bool = field(default=True)

    def done(self) -> Attribution:
        source = () if self.source is None else (self.source,)
        cue = () if self.cue is None else (self.cue,)
        return Attribution(source, cue, tuple(sorted(set(self.content))))


def attributions(text: str) -> tuple[Attribution, ...]:
    """Find who says what in an English text, by rules alone.

    Args:
        text: the whole text; paragraphs are parted by empty lines.

    Returns:
        The attributions in document order, as character offsets; the source is empty where no words name it.
    """
    reader = _Reader(text)
    reader.read()
    found = (draft.done() for draft in reader.drafts if draft.content)
    return tuple(sorted(found, key=_place))


def _place(found: Attribution) -> tuple[int, int]:
    spans = (*found.source, *found.cue, *found.content)
    return min(spans), max(spans)[1]  # type: ignore[return-value]


class _Reader:
    """Goes through the units once, with the quotations that still wait for a speaker."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.units = units(text)
        self.turns = {turn.unit: turn for turn in turns(text, self.units)}
        self.drafts: list[_Draft] = []
        self.waiting: list[Unit] = []
        self.turn: _Draft | None = None

    def read(self) -> None:
        paragraph = -1
        for number, unit in enumerate(self.units):
            if unit.paragraph != paragraph:
                self._leave_paragraph(unit)
                paragraph = unit.paragraph
            if number in self.turns:
                self._open_turn(self.turns[number], unit)
            elif unit.quoted:
                self._quotation(unit)
            else:
                self._sentence(unit)
        self._settle()

    def _leave_paragraph(self, unit: Unit) -> None:
        """Quotations of the paragraph before wait on only when their last one runs on into this one."""
        if self.waiting and not self.waiting[-1].runs_on:
            self._settle()
        if self.turn is not None and self.turns and self.turn.paragraph != unit.paragraph:
            self.turn = self.turn if unit.paragraph == self.turn.paragraph + 1 else None

    def _settle(self) -> None:
        """Give quotations that nobody claims to the speaker before them, if that one was being quoted just before."""
        last = self._last()
        for unit in self.waiting:
            if last is not None and last.quotes and unit.paragraph - last.paragraph <= 1:
                last.content.append(unit.span(0, len(unit)))
                last.paragraph = unit.paragraph
        self.waiting = []

    def _last(self) -> _Draft | None:
        return self.drafts[-1] if self.drafts else None

    def _quotation(self, unit: Unit) -> None:
        last = self._last()
        if last is not None and last.quotes and last.paragraph == unit.paragraph and not self.waiting:
            last.content.append(unit.span(0, len(unit)))
        else:
            self.waiting.append(unit)

    def _sentence(self, unit: Unit) -> None:
        label = label_before_quotation(self.text, unit)
        if label is not None:
            span, at = label
            self._settle()
            cue = (span[1], self.text.index(":", span[1]) + 1)
            self.drafts.append(_Draft(span, cue, [unit.span(at, len(unit))], unit.paragraph, True))
            return
        found = bounded(unit, _merged(reports(unit), standing_reports(unit)))
        turn = self.turn
        if turn is not None and not any(_is_other(unit, r) for r in found):
            turn.content.append(unit.span(0, len(unit)))
            return
        for report in found:
            self._report(unit, report)

    def _report(self, unit: Unit, report: Report) -> None:
        content = [unit.span(*piece) for piece in report.content]
        quotes = any(unit.tags[a:b].count("Q") for a, b in report.content)
        if self.waiting:
            if _claims(unit, report, self.waiting[-1]):
                content = [w.span(0, len(w)) for w in self.waiting] + content
                quotes = True
                self.waiting = []
            else:
                self._settle()
        if not content:
            return
        source = None if report.source is None else unit.span(*report.source)
        self.drafts.append(_Draft(source, unit.span(*report.cue), content, unit.paragraph, quotes))

    def _open_turn(self, turn: Turn, unit: Unit) -> None:
        self._settle()
        self.turn = _Draft((turn.start, turn.end), None, [], unit.paragraph, False)
        self.drafts.append(self.turn)
        rest = [i for i in range(len(unit)) if unit.words.start[i] >= turn.words]
        if rest:
            self.turn.content.append(unit.span(rest[0], len(unit)))


def _claims(unit: Unit, report: Report, waiting: Unit) -> bool:
    """Whether a report takes the quotations that stand before it: it follows a quotation, or stands bare."""
    if report.left is None:
        return False
    if report.left == 0:
        return waiting.paragraph == unit.paragraph
    return unit.tags[0] == "q" and "Q" in unit.tags[: report.left]


def _is_other(unit: Unit, report: Report) -> bool:
    """Whether somebody else is reported within a turn: not "I" or "you", and in a clause or quotation."""
    if report.source is None or unit.low(report.source[0]) in ("i", "we", "you", "that", "which", "who", "it"):
        return False
    return report.frame in ("clause", "quote", "wh", "before", "aside", "about", "of", "as")


def _merged(verbs: list[Report], others: Iterable[Report]) -> list[Report]:
    taken = {place for r in verbs for place in range(*r.cue)}
    extra = [r for r in others if not taken & set(range(*r.cue))]
    return sorted([*verbs, *extra], key=lambda r: r.cue)
