"""Asking a casebook: its documents, statements with how they stand, judgements, problems and audit log."""

from __future__ import annotations

from dataclasses import dataclass

from paradero.casework.standing import Standing, standing_by_id
from paradero.casework.suppressing import withheld_rows, withheld_statements, without_words
from paradero.model import Document, Judgement, Problem, Statement
from paradero.store import Casebook, Entry, Found, VerifyReport


@dataclass(frozen=True, slots=True)
class Judged:
    """A statement, and how it stands.

    Attributes:
        statement, standing: the two.
        beside_withheld: whether others of its document are withheld, so that the words around its span must not be
            shown.
    """

    statement: Statement
    standing: Standing
    beside_withheld: bool = False


def documents(casebook: Casebook) -> tuple[Document, ...]:
    """Return every document in the order in which they were added, those that a newer one replaces included."""
    return casebook.documents()


def document(casebook: Casebook, id_or_prefix: str) -> Document:
    """Return one document.

    Raises:
        IdTooShort, UnknownId, AmbiguousId: when the prefix does not name one.
    """
    return casebook.document(casebook.resolve("document", id_or_prefix))


def statements(casebook: Casebook, document: str | None = None, with_judged: bool = True) -> tuple[Judged, ...]:
    """Return statements in the order of the documents and of their text, without those that are withheld.

    Args:
        casebook: where.
        document: id or prefix of the one document asked about; None for all.
        with_judged: False leaves out what people rejected, corrected away or withdrew.
    """
    return statements_and_withheld(casebook, document, with_judged)[0]


def statements_and_withheld(
    casebook: Casebook, document: str | None = None, with_judged: bool = True
) -> tuple[tuple[Judged, ...], int]:
    """Return statements as ``statements`` does, and how many are withheld: their people asked to be taken out."""
    of = None if document is None else casebook.resolve("document", document)
    said = casebook.statements(of)
    withheld = withheld_statements(casebook, said)
    known = {id: one for id, one in said.items() if id not in withheld}
    stand = standing_by_id(known, casebook.judgements())
    beside = {document for document, _, _ in withheld_rows(casebook)} | {said[id].document for id in withheld}
    judged = (Judged(statement, stand[id], statement.document in beside) for id, statement in known.items())
    return tuple(one for one in judged if with_judged or one.standing.stands), len(withheld)


def judgements(casebook: Casebook) -> tuple[Judgement, ...]:
    """Return every judgement in the order in which they were made, withdrawn ones included."""
    return casebook.judgements()


def found(casebook: Casebook, document: str | None = None) -> tuple[Found, ...]:
    """Return what adding and reading found wrong, each with its document, in order; of one document, or all.

    Of a list of which a row is withheld, problems do not quote the words of cells.
    """
    known = casebook.problems(None if document is None else casebook.resolve("document", document))
    return without_words(known, withheld_rows(casebook))


def problems(casebook: Casebook, document: str | None = None) -> tuple[Problem, ...]:
    """Return the problems that adding and reading found, in order; of one document (id or prefix), or all."""
    return tuple(one.problem for one in found(casebook, document))


def audit(casebook: Casebook) -> tuple[Entry, ...]:
    """Return the audit log from its beginning."""
    return casebook.entries()


def verify(casebook: Casebook) -> tuple[VerifyReport, tuple[Problem, ...]]:
    """Check the file, the audit log, every record and every original.

    Returns:
        What was looked at, and what is wrong; the casebook is intact when no problem is an ``error``. What cannot be
        noticed from within is said in ``paradero.store.verifying``.
    """
    return casebook.verify()
