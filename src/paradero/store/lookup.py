"""Looking up: parts of what was written, by entry and by id, for who keeps an index of it. Nothing here writes."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

from django.db.models import F, Func, QuerySet, Value
from django.db.models.expressions import Combinable
from django.db.models.fields import IntegerField, TextField

from paradero.model import Judgement, Statement
from paradero.store import asking
from paradero.store.entry import ListImport
from paradero.store.kinds import JUDGEMENT, STATEMENT
from paradero.store.models import AuditEntry, DocumentRow, JudgementRow, StatementRow
from paradero.store.recording import CHUNK

_PATHS = (
    *("$.span.sheet", "$.span.row", "$.reader.engine", "$.who.names", "$.who.group", "$.who.mention.end"),
    *("$.by", "$.in_return_for", "$.said_on"),
    *("$.span.prefix", "$.span.exact", "$.who.mention.text", "$.at", "$.basis", "$.reason"),
)


@dataclass(frozen=True, slots=True)
class Head:
    """A document without its text: id, moment, the document it replaces, ISO day or empty, and how many sheets."""

    id: str
    recorded_at: str
    replaces: str
    day: str
    sheets: int


@dataclass(frozen=True, slots=True)
class Glance:
    """What can be seen of a list's statement without reading it whole.

    Attributes:
        id, act: of the statement. sheet, row: where it stands. engine: what recorded it.
        names: the names of whom it is about. counted: whether it is about a number of people.
        end: where the words for them end. by: the words for who acts. words: what it says before, in and beside its
            span. plain: False when it has a role that rows of lists seldom have, or a time of its own.
    """

    id: str
    act: str
    sheet: str
    row: int
    engine: str
    names: tuple[str, ...]
    counted: bool
    end: int | None
    by: tuple[str, ...]
    words: str
    plain: bool


class Lookup:
    """Parts of a casebook, by the alias of its database."""

    def __init__(self, alias: str, reading: Callable[[], AbstractContextManager[None]]) -> None:
        self._alias = alias
        self._reading = reading

    def acts(self, after: int) -> tuple[tuple[int, str], ...]:
        """Return number and act of the entries behind one."""
        with self._reading():
            rows = AuditEntry.objects.using(self._alias).filter(seq__gt=after).order_by("seq")
            return tuple(rows.values_list("seq", "act"))

    def hash_of(self, entry: int) -> str:
        """Return the hash of an entry; empty when there is none of that number."""
        with self._reading():
            rows = AuditEntry.objects.using(self._alias).filter(seq=entry)
            return rows.values_list("hash", flat=True).first() or ""

    def many_statements(self, most: int) -> int:
        """Count the statements, up to a number."""
        with self._reading():
            return StatementRow.objects.using(self._alias).values("pk")[:most].count()

    def heads(self, after: int) -> tuple[Head, ...]:
        """Return the documents that came behind an entry, in order."""
        with self._reading():
            rows = DocumentRow.objects.using(self._alias).filter(entry_id__gt=after).order_by("entry_id", "id")
            sheets = Func(F("body"), Value("$.sheets"), function="JSON_ARRAY_LENGTH", output_field=IntegerField())
            kept = rows.annotate(many=sheets).values_list("pk", "recorded_at", "replaces", "published", "many")
            return tuple(Head(id, at, replaces, day, many or 0) for id, at, replaces, day, many in kept)

    def publisher(self, document: str) -> str:
        """Return who published a document."""
        with self._reading():
            rows = DocumentRow.objects.using(self._alias).filter(pk=document)
            return rows.values_list("publisher", flat=True).first() or ""

    def imports(self, after: int) -> tuple[ListImport, ...]:
        """Return the acts behind an entry by which documents became lists."""
        with self._reading():
            return tuple(asking.imports(self._alias, after))

    def touched(self, after: int) -> set[str]:
        """Return the ids of the documents that got statements behind an entry."""
        with self._reading():
            rows = StatementRow.objects.using(self._alias).filter(entry_id__gt=after).order_by()
            # Without DISTINCT, for which SQLite would walk through the index of all documents.
            return set(rows.values_list("document_id", flat=True).iterator())

    def glances(self, document: str, after: int = 0) -> Iterator[Glance]:
        """Yield what can be seen of a list's statements that came behind an entry, in order."""
        with self._reading():
            rows = self._ordered(StatementRow.objects.using(self._alias).filter(document_id=document))
            if after:
                rows = rows.filter(entry_id__gt=after)
            seen: Combinable = Func(F("body"), *map(Value, _PATHS), function="JSON_EXTRACT", output_field=TextField())
            for id, act, told in rows.annotate(seen=seen).values_list("pk", "act", "seen").iterator():
                yield _glance(id, act, json.loads(told))

    def statements(self, ids: Sequence[str]) -> dict[str, Statement]:
        """Return statements of some ids, by id; in the order of the text within each document."""
        with self._reading():
            found = [
                row
                for at in range(0, len(ids), CHUNK)
                for row in StatementRow.objects.using(self._alias)
                .filter(pk__in=ids[at : at + CHUNK])
                .values_list("document_id", "start", "pk", "body")
            ]
            return {id: STATEMENT.read(body) for _, _, id, body in sorted(found, key=lambda row: row[:3])}

    def naming(self, fits: Callable[[str], object]) -> dict[str, str]:
        """Return the statements about people whose names fit, each with its document; all names are looked through.

        Args:
            fits: told the names of each statement as JSON has them, in one text.
        """
        names = Func(F("body"), Value("$.who.names"), function="JSON_EXTRACT", output_field=TextField())
        with self._reading():
            rows = StatementRow.objects.using(self._alias).order_by().annotate(names=names)
            every = rows.values_list("pk", "document_id", "names").iterator(chunk_size=CHUNK * 20)
            return {id: document for id, document, told in every if told and len(told) > 2 and fits(told)}

    def documents_of(self, statements: Sequence[str]) -> dict[str, str]:
        """Return the id of the document of each statement that is here."""
        with self._reading():
            found: dict[str, str] = {}
            for at in range(0, len(statements), CHUNK):
                rows = StatementRow.objects.using(self._alias).filter(pk__in=statements[at : at + CHUNK])
                found.update(rows.values_list("pk", "document_id"))
            return found

    def judgements_after(self, after: int) -> tuple[Judgement, ...]:
        """Return the judgements that came behind an entry, in order."""
        with self._reading():
            return self._judgements(JudgementRow.objects.using(self._alias).filter(entry_id__gt=after))

    def judgements(self, ids: Iterable[str]) -> tuple[Judgement, ...]:
        """Return judgements of some ids, in the order in which they were made."""
        with self._reading():
            wanted = list(ids)
            found: list[tuple[int, str, Any]] = []
            for at in range(0, len(wanted), CHUNK):
                rows = JudgementRow.objects.using(self._alias).filter(pk__in=wanted[at : at + CHUNK])
                found += rows.values_list("entry_id", "pk", "body")
            return tuple(JUDGEMENT.read(body) for _, _, body in sorted(found, key=lambda row: row[:2]))

    def _judgements(self, rows: QuerySet[JudgementRow]) -> tuple[Judgement, ...]:
        return tuple(JUDGEMENT.read(body) for body in rows.order_by("entry_id", "id").values_list("body", flat=True))

    @staticmethod
    def _ordered(rows: QuerySet[StatementRow]) -> QuerySet[StatementRow]:
        return rows.order_by("start", "id")


def _glance(id: str, act: str, told: Sequence[Any]) -> Glance:
    sheet, row, engine, names, group, end, by, in_return, said_on, *words = told
    return Glance(
        id,
        act,
        sheet or "",
        row or 0,
        engine,
        tuple(names or ()),
        group is not None,
        end,
        () if by is None else (by["text"], by["refers_to"]),
        "\n".join(str(one) for one in (*words, *(names or ())) if one is not None),
        in_return is None and said_on is None,
    )
