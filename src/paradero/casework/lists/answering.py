"""What parties answered about a list, name by name: all answers to a row side by side, and totals that add up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from paradero.casework.asking import Judged, statements
from paradero.casework.lists.asking import Listed, ReadList, list_read, lists
from paradero.model import Entry
from paradero.rolls import SAYS, How, difference
from paradero.store import Casebook

UNCLEAR, SET_ASIDE, NO_ANSWER = "unclear", "set_aside", "no_answer"
OUTCOMES = (*SAYS, UNCLEAR, SET_ASIDE, NO_ANSWER)


@dataclass(frozen=True, slots=True)
class Given:
    """What one list answers about one row.

    Attributes:
        entry: its row. paired_by: how that was found to stand for the row that was asked about; no judgement.
        answer: one of ``OUTCOMES``: a code of the vocabulary ``answers``; ``unclear`` for words that are none;
            ``set_aside`` when people rejected or corrected the statement; ``no_answer`` for an empty cell.
        written: the words of the cell. statement: the id of the statement that it became; empty for none.
    """

    entry: Entry
    paired_by: How
    answer: str
    written: str = ""
    statement: str = ""


@dataclass(frozen=True, slots=True)
class AnsweringList:
    """One list that answers.

    Attributes:
        listed: which. totals: how many rows that were asked about have each outcome; they add up to all of them.
        elsewhere: its rows that stand for nobody who was asked about.
    """

    listed: Listed
    totals: Mapping[str, int]
    elsewhere: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class AnsweredRow:
    """A row that was asked about, and what each list answers, in their order; None where it is not on one."""

    entry: Entry
    given: tuple[Given | None, ...]


@dataclass(frozen=True, slots=True)
class AnswersTo:
    """The list that was asked about, the lists that answer it, the oldest first, and every row of it."""

    asked: Listed
    lists: tuple[AnsweringList, ...]
    rows: tuple[AnsweredRow, ...]


def answers_to(casebook: Casebook, id_or_prefix: str) -> AnswersTo:
    """Return what has been answered about an imported list.

    Args:
        casebook: where.
        id_or_prefix: the list that was asked about.

    Raises:
        IdTooShort, UnknownId, AmbiguousId, InvalidValue: when it does not name one imported list.
    """
    asked = list_read(casebook, id_or_prefix)
    id = asked.listed.document.id
    documents = dict.fromkeys(one.document.id for one in lists(casebook) if one.answers == id)
    read = (list_read(casebook, document) for document in documents)
    # A list is read as its last import says; by that it may answer another list, or none.
    answering = sorted((one for one in read if one.listed.answers == id), key=_day)
    found = [_given(casebook, asked, one) for one in answering]
    rows = tuple(AnsweredRow(entry, tuple(given.get(entry.id) for given, _ in found)) for entry in asked.entries)
    told = []
    for number, (one, (_, elsewhere)) in enumerate(zip(answering, found, strict=True)):
        many = Counter(NO_ANSWER if (given := row.given[number]) is None else given.answer for row in rows)
        told.append(AnsweringList(one.listed, {outcome: many[outcome] for outcome in OUTCOMES}, elsewhere))
    return AnswersTo(asked.listed, tuple(told), rows)


def _day(read: ReadList) -> tuple[str, int]:
    return read.listed.document.provenance.published.value or read.listed.done.at[:10], read.listed.done.seq


def _given(casebook: Casebook, asked: ReadList, answering: ReadList) -> tuple[dict[str, Given], tuple[Entry, ...]]:
    """Return what a list answers by the ids of the rows that were asked about, and its rows that are about nobody."""
    said: dict[tuple[str, int], list[Judged]] = {}
    for one in statements(casebook, answering.listed.document.id):
        if one.statement.reader.engine == "list" and one.statement.span.row is not None:
            said.setdefault((one.statement.span.sheet or "", one.statement.span.row), []).append(one)
    silent = {(one.sheet, one.row) for one in answering.troubles if one.code == NO_ANSWER}
    paired = difference(asked.entries, answering.entries)
    given = {}
    for pair in paired.pairs:
        place = pair.new.sheet, pair.new.row
        given[pair.old.id] = _answer(pair.new, pair.how, place in silent, said.get(place, []))
    return given, paired.added


def _answer(entry: Entry, how: How, silent: bool, said: list[Judged]) -> Given:
    value = next((one for one in entry.all("answer") if one.normal), None) or entry.first("answer")
    if value is None or not value.normal:
        written = "" if value is None else value.written
        return Given(entry, how, NO_ANSWER if silent or value is None else UNCLEAR, written)
    made = [one for one in said if (one.statement.act, one.statement.polarity) == SAYS[value.normal]]
    answer = value.normal if not made or made[-1].standing.stands else SET_ASIDE
    return Given(entry, how, answer, value.written, made[-1].statement.id if made else "")
