"""The four kinds of record: their table, their type, and the columns that are copied out of them to search by."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from paradero.model import Document, Judgement, Statement, digest
from paradero.model.encoding import from_plain
from paradero.store.entry import Found
from paradero.store.models import DocumentRow, JudgementRow, ProblemRow, Record, StatementRow


class Written(Protocol):
    """Anything with an id that can be written."""

    @property
    def id(self) -> str:
        """The id."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of record.

    Attributes:
        name: as the audit log says it. plural: the field of ``Act`` that holds such records.
        row: the table. type: the frozen type. columns: what is copied out of a record into the table's columns.
    """

    name: str
    plural: str
    row: type[Record]
    type: type[Any]
    columns: Callable[[Any], Mapping[str, str | int]]

    def read(self, body: Any) -> Any:
        """Return the record that a stored body holds."""
        return from_plain(self.type, body)

    def copied(self, record: Written) -> dict[str, str | int]:
        """Return the searchable columns of a record, as they can be stored."""
        return {name: _storable(value) for name, value in self.columns(record).items()}


def sealed(plain: Any) -> str:
    """Return the digest of a record's whole content, fields outside its id included.

    Over its JSON with sorted keys and nothing but ASCII, which is one text for one content, and three times as fast as
    over the canonical fields one by one.
    """
    return digest("seal", json.dumps(plain, sort_keys=True))


def as_json(plain: Any) -> str:
    """Return plain values as JSON, readable where UTF-8 can say it, escaped where it cannot (lone surrogates)."""
    text = json.dumps(plain, ensure_ascii=False)
    return text if _encodable(text) else json.dumps(plain)


def _encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _storable(value: str | int) -> str | int:
    # A file name that is no UTF-8 carries surrogates that a column cannot hold; the body keeps it exactly.
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value


def _of_document(document: Document) -> Mapping[str, str | int]:
    known = document.provenance
    return {
        "sha256": document.sha256,
        "name": document.name,
        "media_type": document.media_type,
        "publisher": known.publisher.value,
        "published": known.published.value,
        "url": known.url.value,
        "language": known.language.value,
        "replaces": document.replaces,
        "recorded_at": document.recorded_at,
    }


def _of_statement(statement: Statement) -> Mapping[str, str | int]:
    return {
        "document_id": statement.document,
        "start": statement.span.start,
        "act": statement.act,
        "stance": statement.stance,
        "speaker": statement.speaker.name,
        "reader": f"{statement.reader.engine} {statement.reader.version}",
        "recorded_at": statement.recorded_at,
    }


def _of_judgement(judgement: Judgement) -> Mapping[str, str | int]:
    return {
        "decision": judgement.decision,
        "about": judgement.about[0] if judgement.about else "",
        "by": judgement.by,
        "made_at": judgement.made_at,
        "replacement": judgement.replacement,
    }


def _of_problem(found: Found) -> Mapping[str, str | int]:
    return {"document": found.document, "code": found.problem.code, "severity": found.problem.severity}


DOCUMENT = Kind("document", "documents", DocumentRow, Document, _of_document)
STATEMENT = Kind("statement", "statements", StatementRow, Statement, _of_statement)
JUDGEMENT = Kind("judgement", "judgements", JudgementRow, Judgement, _of_judgement)
PROBLEM = Kind("problem", "problems", ProblemRow, Found, _of_problem)
KINDS = (DOCUMENT, STATEMENT, JUDGEMENT, PROBLEM)
