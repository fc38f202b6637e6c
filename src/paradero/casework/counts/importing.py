"""Importing figures that people keep in a file: the document and how it is read in one act, or nothing at all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from paradero.casework.actor import Actor
from paradero.casework.counts.rows import SUFFIX, figures_of
from paradero.casework.taking import changed, settled
from paradero.model import Document, InvalidValue, Part, Problem
from paradero.store import Act, Casebook, Done, Found

if TYPE_CHECKING:
    from paradero.intake import GivenByPerson

ACT, PART = "import_figures", "figures"
# What may be said once for all rows; a number, an id and a note belong to one row each.
FOR_ALL = ("speaker", "about", "state", "unit", "said_on", "hour", "scope", "party", "relay")


@dataclass(frozen=True, slots=True)
class ImportedFigures:
    """What became of a file of figures.

    Attributes:
        document: its id; empty when nothing was imported.
        figures: how many figures it holds.
        already: whether the same file was imported before in the same way; then nothing is written.
    """

    document: str = ""
    figures: int = 0
    already: bool = False


def import_figures(
    casebook: Casebook,
    path: Path,
    given: GivenByPerson,
    actor: Actor,
    for_all: Mapping[str, str] | None = None,
    newer_than: str | None = None,
) -> tuple[ImportedFigures, tuple[Problem, ...]]:
    """Import a file of attributed figures.

    Args:
        casebook: where to.
        path: a ``.toml`` file with ``[[figures]]``, or a sheet in any format in which lists are read.
        given: what the person says about the file. A row that tells no day was said on the day of publication.
        actor: who imports it.
        for_all: what is true of every row that does not say it (``FOR_ALL``).
        newer_than: id of the file of figures that this is a newer version of; it stays, and no longer counts.

    Returns:
        What became of it, and every problem found. It is one act: the document and how it is read, or nothing. The same
        file again in the same way writes nothing; in another way, the last reading counts.

    Raises:
        InvalidValue: for a field that no file can have for all rows, or ``newer_than`` that is no file of figures.
        UnknownId, AmbiguousId, IdTooShort: when ``newer_than`` does not name one document.
    """
    from paradero.intake import take_in

    every = _checked(for_all or {})
    older = "" if newer_than is None else _older(casebook, newer_than)
    document, problems = take_in(path, given, table=path.suffix.lower() != SUFFIX)
    if document is None or not document.text.strip():
        return ImportedFigures(), problems
    if not document.sheets and path.suffix.lower() != SUFFIX:
        return ImportedFigures(), (*problems, _no_table(document.name))
    if not document.sheets:  # no report: what stands in it are tables, and not lines or paragraphs
        document = replace(document, parts=(Part("sheet", 0, len(document.text), 1),))
    document = settled(casebook, document, older)
    published = document.provenance.published
    if published.origin == "person":
        every.setdefault("said_on", published.value)
    how = {"document": document.id, "given": every, "today": casebook.now()[:10]}
    figures, wrong = figures_of(document, how)
    problems = (*problems, *wrong)
    if not figures:
        return ImportedFigures(), problems
    return _recorded(casebook, path, document, how, len(figures), actor, problems)


def imported(casebook: Casebook) -> tuple[Done, ...]:
    """Return the acts by which files of figures came in, in order."""
    return casebook.done(ACT, PART)


def _recorded(
    casebook: Casebook,
    path: Path,
    document: Document,
    how: dict[str, Any],
    count: int,
    actor: Actor,
    problems: tuple[Problem, ...],
) -> tuple[ImportedFigures, tuple[Problem, ...]]:
    id = document.id
    before = [one.how for one in imported(casebook) if one.how["document"] == id]
    if before and before[-1]["given"] == how["given"]:
        return ImportedFigures(id, count, already=True), (*problems, _already(document, id))
    if not casebook.keep_original(path, document.sha256):
        return ImportedFigures(), (*problems, changed(path))
    told = (*problems, *((_otherwise(document),) if before else ()))
    at = casebook.now()
    found = tuple(Found(problem, ACT, id) for problem in told)
    details = {"document": id, PART: how, "count": count}
    casebook.record(Act(ACT, actor.name, at, details, (replace(document, recorded_at=at),), problems=found))
    return ImportedFigures(id, count), told


def _checked(for_all: Mapping[str, str]) -> dict[str, str]:
    strange = sorted(for_all.keys() - set(FOR_ALL))
    if strange:
        raise InvalidValue(f"{strange[0]!r} cannot be said of all rows.", f"It can be: {', '.join(FOR_ALL)}.")
    return {name: value.strip() for name, value in for_all.items() if value.strip()}


def _older(casebook: Casebook, id_or_prefix: str) -> str:
    id = casebook.resolve("document", id_or_prefix)
    if all(one.how["document"] != id for one in imported(casebook)):
        raise InvalidValue(f"The document {id[:12]} is no file of figures.", "Name one that was imported as such.")
    return id


def _no_table(source: str) -> Problem:
    cause = "The file is of a kind in which no figures can be read."
    return Problem("no_table", source, cause, "Save them as .toml, .csv or .xlsx; or add the file as a report.")


def _already(document: Document, id: str) -> Problem:
    cause = f"The same figures are here already, read in the same way, as document {id[:12]}; nothing was written."
    hint = "To change what is said of all rows, give it; for a newer version of the file use --newer-than."
    return Problem("figures_in_casebook", document.name, cause, hint, severity="notice")


def _otherwise(document: Document) -> Problem:
    cause = "The file was imported before with something else said of all its rows; that reading does not count now."
    hint = "Look whether relations that people set still name figures that there are: paradero show counts."
    return Problem("figures_read_otherwise", document.name, cause, hint, severity="notice")
