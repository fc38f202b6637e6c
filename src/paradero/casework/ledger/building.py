"""Building the ledger of a casebook: its statements as they stood on a day, its register, names and judgements."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

from paradero.casework.counts.asking import counts, with_wholes
from paradero.casework.counts.deciding import decisions
from paradero.casework.counts.figures import figures_of_files
from paradero.casework.counts.importing import imported
from paradero.casework.ledger.placing import placings
from paradero.casework.names import gazetteer_of
from paradero.casework.people import People, people
from paradero.casework.standing import standing_by_id
from paradero.casework.suppressing import withheld_statements
from paradero.model import Document, Entry, Judgement, Statement
from paradero.model.judgement import known_by
from paradero.store import Casebook

if TYPE_CHECKING:
    from paradero.ledger import Claim, Ledger, Relation
    from paradero.model.naming import Naming


@dataclass(frozen=True)
class LedgerOf:
    """The ledger of a casebook, with what its answers cite.

    Attributes:
        ledger: what follows. statements: those that it rests on, by id. documents: by id.
        person_of: the person of each record of the register, as judged.
        withheld: how many statements were left out, as their people asked to be taken out.
        known_on: the ISO day or instant as known on which it was built; empty for everything.
        said_by: the last day whose sayings count; None for all.
        as_of: the day by the end of which what it tells had happened; None for everything told.
        told: where there is such a day, the ledger of everything that is told.
        complete: for a part of the ledger, the ids of the persons and groups of whom it holds all that is said; None
            for the whole ledger.
    """

    ledger: Ledger
    statements: Mapping[str, Statement]
    documents: Mapping[str, Document]
    person_of: Mapping[str, str]
    withheld: int = 0
    known_on: str = ""
    said_by: date | None = None
    complete: frozenset[str] | None = None
    as_of: date | None = None
    told: Ledger | None = None

    def by_day(self, day: date) -> LedgerOf:
        """Return the ledger of what had happened by the end of a day, as far as is known now."""
        from paradero.ledger.whole import as_of

        then = replace(self.ledger, claims=as_of(self.ledger.claims, day))
        return replace(self, ledger=then, as_of=day, told=self.ledger)


def ledger_of(casebook: Casebook, known_on: str = "", said_by: date | None = None) -> LedgerOf:
    """Build the ledger.

    Args:
        casebook: where.
        known_on: an ISO day or instant: statements recorded and judgements made later do not count; empty for all.
        said_by: what was said later does not count either, whenever it was recorded; a statement whose day nobody
            knows is left out then. None for all.
    """
    from paradero.ledger import Ledger, as_said_by, claims_of, resolved

    documents = {one.id: one for one in casebook.documents()}
    judgements = [one for one in casebook.judgements() if known_by(one.made_at, known_on)]
    statements, withheld = _standing(casebook, judgements, known_on)
    known = people(casebook, known_on, linked=False)
    persons, names = _persons(known, statements)
    days = {id: one.provenance.anchor for id, one in documents.items()}
    publishers = {id: one.provenance.publisher.value for id, one in documents.items()}
    naming = naming_of(casebook)
    claims = (
        *claims_of(statements, naming, days, persons, publishers, {id: one.text for id, one in documents.items()}),
        *claims_of_files(casebook, naming, known_on),
    )
    kept = claims if said_by is None else as_said_by(claims, said_by)
    ledger = Ledger(
        resolved(kept),
        names,
        judged_pairs(judgements, "same", statements),
        judged_pairs(judgements, "different", statements),
        placings(casebook, known_on),
        relations_decided(casebook, known_on, said_by),
        today=casebook.clock().date(),
    )
    of = known.register.person_of
    return LedgerOf(
        ledger,
        MappingProxyType(statements),
        MappingProxyType(documents),
        {id: of.get(id, id) for id in known.records},
        withheld,
        known_on,
        said_by,
    )


def relations_decided(casebook: Casebook, known_on: str, said_by: date | None) -> tuple[Relation, ...] | None:
    """Return how figures hang together by people's decisions and what is proposed besides; None when nobody decided."""
    if not decisions(casebook, known_on):
        return None
    day = known_on if said_by is None else said_by.isoformat()
    return counts(casebook, day, said_by is not None).relations


def claims_of_files(casebook: Casebook, naming: Naming, known_on: str) -> tuple[Claim, ...]:
    """Return the claims of figures that people keep in files; each cites its figure by the digest."""
    from paradero.ledger import claims_of_figures

    known = {id: one for id, one in _files(casebook).items() if known_by(one.recorded_at, known_on)}
    cited = {one.id: one for one in figures_of_files(casebook, known, known_on)[0]}
    made = claims_of_figures(with_wholes(cited.values()), naming)
    places = ((one, cited[one.id]) for one in made)
    return tuple(
        replace(one, statement=figure.digest, document=figure.document.id, start=figure.span.start)
        for one, figure in places
    )


def _files(casebook: Casebook) -> dict[str, Document]:
    """Return the documents that hold figures, and those that they replace, by id."""
    found: dict[str, Document] = {}
    todo = {one.how["document"] for one in imported(casebook)}
    while todo:
        found |= {id: casebook.document(id) for id in todo}
        todo = {one.replaces for one in found.values() if one.replaces} - found.keys()
    return found


def naming_of(casebook: Casebook) -> Naming:
    """Return what knows names in a casebook: the gazetteer, with the casebook's own entries."""
    from paradero.reading.gazetteer.naming import GazetteerNaming

    return GazetteerNaming(gazetteer_of(casebook))


def _standing(casebook: Casebook, judgements: list[Judgement], known_on: str) -> tuple[dict[str, Statement], int]:
    """Return the statements that stood, without those of people taken out and of documents that were replaced."""
    current = set(casebook.document_ids(current=True))
    if known_on:
        then = [one for one in casebook.documents() if known_by(one.recorded_at, known_on)]
        current = {one.id for one in then} - {one.replaces for one in then if one.replaces}
    said = {id: one for id, one in casebook.statements().items() if one.document in current}
    withheld = withheld_statements(casebook, said)
    known = {id: one for id, one in said.items() if known_by(one.recorded_at, known_on)}
    shown = {id: one for id, one in known.items() if id not in withheld}
    stand = standing_by_id(shown, judgements)
    return {id: one for id, one in shown.items() if stand[id].stands}, len(known) - len(shown)


def _persons(known: People, statements: Mapping[str, Statement]) -> tuple[dict[str, tuple[str, ...]], dict[str, str]]:
    """Return for each statement the persons of the register that it concerns, and what these are called."""
    of = known.register.person_of
    rows = {
        (one.source.document, one.source.sheet, one.source.row): id
        for id, one in known.records.items()
        if isinstance(one.source, Entry)
    }
    persons: dict[str, tuple[str, ...]] = {}
    for id, one in statements.items():
        record = rows.get((one.document, one.span.sheet or "", one.span.row or 0))
        if record is not None:
            persons[id] = (of.get(record, record),)
    for id, held in known.records.items():
        if not isinstance(held.source, Entry):
            for said in held.source.statements:
                if said in statements and concerns(statements[said], held.source.names):
                    persons[said] = (*persons.get(said, ()), of.get(id, id))
    names: dict[str, str] = {}
    for id, held in known.records.items():
        names.setdefault(of.get(id, id), held.name)
    return persons, names


def concerns(statement: Statement, names: tuple[str, ...]) -> bool:
    """Tell whether a statement is about the person, and not only said by them."""
    who = statement.who
    if who is None:
        return False
    told = {*who.names, who.mention.text, who.mention.refers_to}
    return any(name in told for name in names)


def judged_pairs(
    judgements: Iterable[Judgement], decision: str, statements: Container[str]
) -> tuple[tuple[str, str], ...]:
    """Return the pairs of statements of which people's last word in force is this."""
    from paradero.linking import standing

    return tuple(
        pair
        for pair, of in standing(judgements).items()
        if pair[0] in statements and pair[1] in statements and of[-1].decision == decision
    )
