"""The figures of a casebook: those of statements that stand, and those of imported files, as known on a day.

A pure function of what is written. The id of a figure of a statement is the statement's; that of a figure of a file is
its name there and the beginning of its digest ("venezuela-252#1a2b3c4d"), or the digest where it has no name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from paradero.casework.counts.importing import imported
from paradero.casework.counts.rows import Placed, figures_of
from paradero.casework.standing import standing_by_id
from paradero.casework.suppressing import withheld_statements
from paradero.model import Document, Problem, Span, Statement, digest
from paradero.model.judgement import known_by
from paradero.store import Casebook

if TYPE_CHECKING:
    from paradero.ledger import AttributedFigure

SHORT = 8  # characters of a digest that stand in an id and are cited


@dataclass(frozen=True, slots=True)
class CitedFigure:
    """A figure, and where it can be looked up.

    Attributes:
        figure: with an id that is its own in the casebook. document, span: where it stands, with its exact words.
        name: what its file calls it, with the name of the file when two use it; empty when it has none.
        statement: the statement that it is of; None for one of a file.
        digest: what it is cited by.
    """

    figure: AttributedFigure
    document: Document
    span: Span
    digest: str
    name: str = ""
    statement: Statement | None = None

    @property
    def id(self) -> str:
        """Its id in the casebook."""
        return self.figure.id

    @property
    def in_file(self) -> str:
        """What its file calls it, whatever other files do; empty when it has no name."""
        return self.id.rpartition("#")[0]

    @property
    def short(self) -> str:
        """The beginning of its digest, by which it is cited."""
        return self.digest[:SHORT]


def figures(casebook: Casebook, known_on: str = "") -> tuple[tuple[CitedFigure, ...], tuple[Problem, ...]]:
    """Return the figures of a casebook, and what is wrong with some.

    Args:
        casebook: where.
        known_on: an ISO day or instant after which nothing was recorded or judged; empty for everything.

    Returns:
        Those of statements that nobody rejected, of documents that no newer one replaces, with the day of their
        document where they tell none; then those of files that no newer version replaces.
    """
    pairs = zip(casebook.document_ids(), casebook.documents(), strict=True)
    documents = {id: one for id, one in pairs if known_by(one.recorded_at, known_on)}
    files = _files(casebook, known_on)
    gone = {one.replaces for one in documents.values()}
    stated, denied = _of_statements(casebook, known_on, {id: d for id, d in documents.items() if id not in files}, gone)
    kept, wrong = figures_of_files(casebook, documents, known_on)
    return (*stated, *kept), (*denied, *wrong)


def figures_of_files(
    casebook: Casebook, documents: Mapping[str, Document], known_on: str = ""
) -> tuple[tuple[CitedFigure, ...], tuple[Problem, ...]]:
    """Return the figures of files that no newer version replaces, and what is wrong with some; those of no statement.

    Args:
        casebook: where. documents: those that were known, by id. known_on: as for ``figures``.
    """
    files = _files(casebook, known_on)
    replaced = {documents[id].replaces for id in files}
    kept = [(documents[id], how) for id, how in files.items() if id not in replaced]
    read = [(document, figures_of(document, how)) for document, how in kept]
    filed = [one for document, (placed, _) in read for one in _of_file(document, placed, documents)]
    return tuple(_named(filed)), tuple(problem for _, (_, wrong) in read for problem in wrong)


def _files(casebook: Casebook, known_on: str) -> dict[str, Mapping[str, Any]]:
    return {one.how["document"]: one.how for one in imported(casebook) if known_by(one.at, known_on)}


def _of_statements(
    casebook: Casebook, known_on: str, documents: Mapping[str, Document], gone: set[str]
) -> tuple[list[CitedFigure], list[Problem]]:
    from paradero.ledger import figure_of

    every = casebook.statements()
    withheld = withheld_statements(casebook, every)
    known = {id: one for id, one in every.items() if id not in withheld}
    said = {id: one for id, one in known.items() if known_by(one.recorded_at, known_on)}
    stand = standing_by_id(said, [one for one in casebook.judgements() if known_by(one.made_at, known_on)])
    standing = {id: one for id, one in said.items() if stand[id].stands and one.document in documents}
    owners = _owners(standing.values())
    found, problems = [], []
    for id, statement in standing.items():
        if statement.document in gone:
            continue
        document = documents[statement.document]
        figure, denied = figure_of(statement, document.provenance.anchor, owners.get(_mention(statement), ""))
        problems += [replace(one, source=document.name) for one in denied]
        if figure is not None:
            own = replace(figure, speaker=_speaker(statement, document))
            found.append(CitedFigure(own, document, statement.span, id, statement=statement))
    return found, problems


def _speaker(statement: Statement, document: Document) -> str:
    """Return who says it; an outlet by its name, since two outlets are two voices."""
    if statement.speaker.kind == "outlet" and statement.speaker.name == "outlet":
        return document.provenance.publisher.value or f"outlet of {document.name}"
    return "unknown speaker" if statement.speaker.name == "unknown" else statement.speaker.name


def _mention(statement: Statement) -> tuple[str, int, int]:
    who = statement.who
    return ("", 0, 0) if who is None else (statement.document, who.mention.start or 0, who.mention.end or 0)


def _owners(statements: Iterable[Statement]) -> dict[tuple[str, int, int], str]:
    """Return the party that "its" stands for, by the place of the words: another statement about them may tell."""
    from paradero.ledger.stated import owner_of

    told: dict[tuple[str, int, int], str] = {}
    for one in statements:
        if one.figure is not None and (owner := owner_of(one)):
            told.setdefault(_mention(one), owner)
    return told


def _of_file(document: Document, placed: Iterable[Placed], documents: Mapping[str, Document]) -> Iterator[CitedFigure]:
    """Give the figures of a file ids that a newer version of it keeps, as long as they say the same."""
    first = document
    while first.replaces in documents:
        first = documents[first.replaces]
    root, seen = first.id, Counter[str]()
    for figure, span in placed:
        name = "" if figure.id == f"{figure.source}: {figure.place}" else figure.id
        said = digest("figure", root, replace(figure, id=name, source="", place=""))
        seen[said] += 1
        own = said if seen[said] == 1 else digest("figure", said, seen[said])
        yield CitedFigure(replace(figure, id=f"{name}#{own[:SHORT]}" if name else own), document, span, own, name)


def _named(filed: list[CitedFigure]) -> Iterator[CitedFigure]:
    """Put the name of the file before a name that two files use; where that is one too, what tells them apart."""
    used = Counter(one.name for one in filed if one.name)
    stems = Counter((PurePath(one.document.name).stem, one.name) for one in filed)
    for one in filed:
        stem = PurePath(one.document.name).stem
        if used[one.name] > 1:
            told = stem if stems[stem, one.name] == 1 else f"{stem}-{one.document.id[:SHORT]}"
            yield replace(one, name=f"{told}:{one.name}")
        else:
            yield one
