"""From entries to statements: what a list says of each row, in its publisher's name, every value by its cell.

A row says once what the list says of everybody on it (its state), and once more for each day of another act ("arrested
on") and for a status that tells another act. A list that answers says of each row only what its answer says. What a
statement has no role for (nationality, birth, document numbers) stays with the entry.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from paradero.model import (
    Accusation,
    Document,
    Entry,
    Mention,
    Reader,
    Span,
    Speaker,
    Statement,
    Value,
    When,
    Who,
)
from paradero.model.statement import SpeakerKind
from paradero.model.vocabulary import term
from paradero.rolls.answering import ANSWERED, SAYS
from paradero.rolls.days import when_of
from paradero.rolls.fields import ANSWER, NAMES

ENGINE, VERSION = "list", "1"
# The act that a state tells of everybody on the list, and how the publisher stands to it.
STATES = MappingProxyType(
    {
        "requested": ("requested", "demands"),
        "offered": ("offered", "offers"),
        "held": ("held", "asserts"),
        "agreed": ("agreed", "asserts"),
        "departed": ("departed", "asserts"),
        "delivered": ("handed_over", "asserts"),
        "arrived": ("arrived", "asserts"),
        "confirmed": ("verified", "confirms"),
        "released": ("released", "asserts"),
        "missing": ("missing", "asserts"),
        "answered": ("", "asserts"),  # of nobody by itself: each answer tells its own act
    }
)
_ROLES = MappingProxyType(
    {
        "place": "at",
        "authority": "by",
        "origin": "origin",
        "destination": "destination",
        "basis": "basis",
        "outcome": "outcome",
    }
)
_SAYS_WHO = (*sorted(NAMES), "persons", "key", "document_number", "alias")


@dataclass(frozen=True, slots=True)
class Said:
    """Who says what a list says.

    Attributes:
        state: a code of the vocabulary ``list_states``.
        publisher: who published it; empty for a leaked list, whose speaker is unknown.
        kind: what kind of speaker that is.
        relay: who passed it on; empty when nobody did.
        leaked: whether it came out without the consent of whoever made it.
    """

    state: str
    publisher: str = ""
    kind: SpeakerKind = "unknown"
    relay: str = ""
    leaked: bool = False

    @property
    def speaker(self) -> Speaker:
        """The speaker of every statement."""
        if self.leaked or not self.publisher:
            return Speaker("unknown", "unknown", resolved=False)
        return Speaker(self.publisher, self.kind, position="author")


def statements(document: Document, entries: Iterable[Entry], said: Said, at: str = "") -> tuple[Statement, ...]:
    """Return what a list says, in the order of its rows.

    Args:
        document: the list.
        entries: its rows.
        said: the state of the list, and who says so.
        at: the ISO instant of the act that records them; empty when none does.

    Raises:
        UnknownCode: for a state that is not in the vocabulary.
    """
    term("list_states", said.state)
    maker = _Maker(document, said, at)
    return tuple(statement for entry in entries for statement in maker.of(entry))


class _Maker:
    """Makes the statements of one list."""

    def __init__(self, document: Document, said: Said, at: str) -> None:
        act, stance = STATES[said.state]
        self._answered = said.state == ANSWERED
        self._document, self._text = document, document.text
        self._sheets = {}
        for part in document.parts:
            sheet = next((one for one in document.sheets if one.start == part.start and part.role == "sheet"), None)
            if sheet is not None:
                self._sheets[sheet.name] = part.name
        channel = "leaked_list" if said.leaked else "official_list" if said.kind == "party" else ""
        self._inferred = ("act", "stance", *(("channel",) if channel else ()))
        everywhere = Span(0, 0, "")
        self._plain = Statement(
            document=document.id,
            part="",
            span=everywhere,
            trigger=everywhere,
            speaker=said.speaker,
            stance=stance,
            act=act,
            reader=Reader(ENGINE, VERSION),
            relay=said.relay,
            channel=channel,
            worked_out=self._inferred,
            recorded_at=at,
        )

    def of(self, entry: Entry) -> Iterator[Statement]:
        """Yield the statements of a row: the list's own act first, then those of its days and its status."""
        row = self._row(entry)
        if self._answered:
            yield from self._answer(row, entry)
            return
        act = row.act
        days = [value for value in entry.all("date") if value.normal or value.written]
        own = next((value for value in days if value.act in ("", act)), None)
        own_when = None if own is None else when_of(own.normal, own.written)
        yield row if own_when is None else replace(row, when=own_when)
        for value in days:
            if value is not own and value.act not in ("", act) and value.normal:
                yield self._other(row, entry, value, when_of(value.normal, value.written))
        for value in entry.all("status"):
            if value.act and value.act != act:
                yield self._other(row, entry, value, None)

    def _answer(self, row: Statement, entry: Entry) -> Iterator[Statement]:
        """The answer of a row; what else stands in it was mostly written by whoever asked, and is nobody's answer."""
        value = next((value for value in entry.all(ANSWER) if value.normal), None)
        if value is None:
            return
        act, polarity = SAYS[value.normal]
        day = next((day for day in entry.all("date") if day.act == act and day.normal), None)
        when = None if day is None else when_of(day.normal, day.written)
        given = self._other(row, entry, value, when)
        yield replace(given, act=act, polarity=polarity, at=None)

    def _other(self, row: Statement, entry: Entry, value: Value, when: When | None) -> Statement:
        """Another act of the same row; only for the list's own act do its places hold."""
        trigger = self._span(entry, value.start, value.end, value.row, value.column)
        place = next((v for v in entry.all("arrest_place") if v.normal and value.act == "arrested"), None)
        taken_at = None if place is None else Mention(place.written, place.start, place.end)
        bare = replace(
            row, at=taken_at, by=None, origin=None, destination=None, basis=None, outcome=None, accusation=None
        )
        return replace(bare, act=value.act, stance="asserts", trigger=trigger, when=when, worked_out=self._inferred)

    def _row(self, entry: Entry) -> Statement:
        who = self._who(entry)
        roles: dict[str, Any] = {}
        for value in entry.values:
            role = _ROLES.get(value.field)
            if role is not None and role not in roles and value.normal:
                roles[role] = Mention(value.written, value.start, value.end)
        charge = entry.first("charge")
        naming = next((v for field in _SAYS_WHO for v in entry.values if v.field == field), entry.values[0])
        return replace(
            self._plain,
            part=self._sheets.get(entry.sheet, ""),
            span=self._span(entry, entry.start, entry.end, entry.row, None),
            trigger=self._span(entry, naming.start, naming.end, naming.row, naming.column),
            who=who,
            figure=entry.group,
            accusation=None
            if charge is None or not charge.normal
            else Accusation(charge.written, start=charge.start, end=charge.end),
            **roles,
        )

    def _who(self, entry: Entry) -> Who:
        """The cells that say who it is: the names, where they stand side by side in one stretch, else the first."""
        parts = sorted((v for v in entry.values if v.field in NAMES), key=lambda v: v.start)
        if not parts:
            parts = [next((v for field in _SAYS_WHO for v in entry.values if v.field == field), entry.values[0])]
        columns = [value.column for value in parts]
        together = columns == list(range(columns[0], columns[0] + len(columns))) and len({v.row for v in parts}) == 1
        start, end = parts[0].start, parts[-1].end if together else parts[0].end
        text = self._text[start:end]
        whole = "; ".join(entry.names)
        refers = whole if whole and " ".join(text.split()) != whole else ""
        return Who(Mention(text, start, end, refers), entry.names, entry.group)

    def _span(self, entry: Entry, start: int, end: int, row: int, column: int | None) -> Span:
        span = Span.of(self._text, start, end, self._document.page_at(start))
        return replace(span, sheet=entry.sheet or None, row=row, column=column, box=self._document.box_in(start, end))


def citation(value: Value, text: str, sheet: str) -> Span:
    """Return the span of a value: its words in the text, its sheet, row and column, and its page and box."""
    span = Span.of(text, value.start, value.end, value.page)
    return replace(span, sheet=sheet or None, row=value.row, column=value.column, box=value.box)
