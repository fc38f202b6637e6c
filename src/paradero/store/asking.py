"""Asking: what was written, as it was written, in order. Nothing here writes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet

from paradero.model import Document, Judgement, Statement
from paradero.store.entry import SUPPRESSING, Done, Entry, Found, ListImport, SuppressionAct
from paradero.store.errors import UnknownId
from paradero.store.kinds import DOCUMENT, JUDGEMENT, KINDS, PROBLEM, STATEMENT, Kind
from paradero.store.models import AuditEntry, DocumentRow, JudgementRow, ProblemRow, Record, StatementRow
from paradero.store.resolving import one_of


def documents(alias: str) -> Iterator[Document]:
    """Yield every document in the order in which they were added."""
    yield from _records(DOCUMENT, DocumentRow.objects.using(alias).order_by("entry_id", "id"))


def document(alias: str, id: str) -> Document:
    """Return the document of an id."""
    found: Document = _one(DOCUMENT, alias, id)
    return found


def document_ids(alias: str, current: bool) -> tuple[str, ...]:
    """Return the ids of all documents in the order added; ``current`` leaves out those replaced by a newer one."""
    rows = DocumentRow.objects.using(alias).order_by("entry_id", "id")
    if current:
        rows = rows.exclude(pk__in=DocumentRow.objects.using(alias).exclude(replaces="").values("replaces"))
    return tuple(rows.values_list("pk", flat=True))


def documents_of(alias: str, sha256: str) -> tuple[Document, ...]:
    """Return the documents made of an original, oldest first; a later one replaces an earlier one."""
    return tuple(_records(DOCUMENT, DocumentRow.objects.using(alias).filter(sha256=sha256).order_by("entry_id", "id")))


def statements(alias: str, document: str | None) -> Iterator[tuple[str, Statement]]:
    """Yield the statements of one document or of all, with their ids, in the order of documents and text."""
    rows = StatementRow.objects.using(alias).order_by("document__entry_id", "document_id", "start", "id")
    if document is not None:
        rows = rows.filter(document_id=document)
    for id, body in rows.values_list("pk", "body").iterator():
        yield id, STATEMENT.read(body)


def statement(alias: str, id: str) -> Statement:
    """Return the statement of an id."""
    found: Statement = _one(STATEMENT, alias, id)
    return found


def judgements(alias: str) -> Iterator[Judgement]:
    """Yield every judgement in the order in which they were made."""
    yield from _records(JUDGEMENT, JudgementRow.objects.using(alias).order_by("entry_id", "id"))


def problems(alias: str, document: str | None) -> Iterator[Found]:
    """Yield the problems found about one document or at all, in the order in which they were found."""
    rows = ProblemRow.objects.using(alias).order_by("entry_id", "document", "id")
    if document is not None:
        rows = rows.filter(document=document)
    yield from _records(PROBLEM, rows)


def entries(alias: str) -> Iterator[Entry]:
    """Yield the audit log from its beginning."""
    for row in AuditEntry.objects.using(alias).order_by("seq").iterator():
        yield Entry(row.seq, row.at, row.actor, row.act, row.details, row.previous, row.hash)


def read_by(alias: str, engine: str, version: str) -> frozenset[str]:
    """Return the ids of the documents that an engine of this version has read, as the audit log says."""
    read = AuditEntry.objects.using(alias).filter(act="read", details__engine=engine, details__version=version)
    return frozenset(read.values_list("details__document", flat=True))


def done(alias: str, act: str, part: str) -> Iterator[Done]:
    """Yield the acts of a name whose details have a part, with that part and without the records that each brought."""
    rows = AuditEntry.objects.using(alias).filter(act=act, details__has_key=part).order_by("seq")
    for seq, at, actor, how in rows.values_list("seq", "at", "actor", f"details__{part}").iterator():
        yield Done(seq, at, actor, how)


def imports(alias: str, after: int = 0) -> Iterator[ListImport]:
    """Yield the acts behind an entry by which documents became lists, without the records that each brought."""
    rows = AuditEntry.objects.using(alias).filter(act="import", seq__gt=after).order_by("seq")
    kept = ("seq", "at", "actor", "details__list", "details__left_out")
    for seq, at, actor, how, left_out in rows.values_list(*kept).iterator():
        left = tuple((sheet, row, tuple(ids)) for sheet, row, ids in left_out or ())
        yield ListImport(seq, at, actor, how, left)


def suppressions(alias: str) -> Iterator[SuppressionAct]:
    """Yield the acts by which people are taken out of the casebook, and those that take that back, in order."""
    rows = AuditEntry.objects.using(alias).filter(act__in=SUPPRESSING).order_by("seq")
    for seq, at, actor, act, how in rows.values_list("seq", "at", "actor", "act", "details__suppression").iterator():
        yield SuppressionAct(seq, at, actor, act == SUPPRESSING[1], how)


def last_entry(alias: str) -> int:
    """Return the number of the last entry of the audit log."""
    last: int | None = AuditEntry.objects.using(alias).order_by("-seq").values_list("seq", flat=True).first()
    return last or 0


def resolve(alias: str, kind: str, prefix: str) -> str:
    """Return the one id of a kind ("document", "statement", "judgement") that starts with a prefix.

    Raises:
        IdTooShort: for fewer than six characters.
        UnknownId: when no id starts so.
        AmbiguousId: when several do.
    """
    wanted = prefix.lower()
    rows = _rows(alias, next(k for k in KINDS if k.name == kind))
    # A range instead of LIKE: it uses the key's index and knows no wild cards. Ids hold no letter after "f".
    found = list(rows.filter(pk__gte=wanted, pk__lt=f"{wanted}g").order_by("pk").values_list("pk", flat=True)[:3])
    return one_of(kind, prefix, found)


def _rows(alias: str, kind: Kind) -> QuerySet[Record]:
    return kind.row._default_manager.using(alias)


def _records(kind: Kind, rows: QuerySet[Any]) -> Iterator[Any]:
    for body in rows.values_list("body", flat=True).iterator():
        yield kind.read(body)


def _one(kind: Kind, alias: str, id: str) -> Any:
    body = _rows(alias, kind).filter(pk=id).values_list("body", flat=True).first()
    if body is None:
        raise UnknownId(kind.name, id)
    return kind.read(body)
