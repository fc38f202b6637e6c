"""Figures, relations and series in words and in JSON. A number that nobody gave is told as that, never as zero."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from paradero.cli.screen import inline
from paradero.cli.wording import NO_NUMBER, label

if TYPE_CHECKING:
    from paradero.casework import CitedFigure, Counts, RelationDecision
    from paradero.ledger import Account, Relation, Series

KINDS = {
    "same": "one set",
    "parts": "a whole and its parts",
    "stages": "stage by stage",
    "minus": "who is left",
    "names": "persons and lists of names",
    "verifies": "announced and verified",
    "fulfils": "planned and carried out",
    "in_return": "one for the other",
    "bounds": "a bound",
    "replaces": "a later number",
    "relays": "one number, passed on",
    "one_voice": "said by one side alone",
}


def number_words(one: CitedFigure, language: str) -> str:
    """Return a number as a working shows it, with its unit where that is not persons."""
    figure = one.figure
    if not figure.known:
        return NO_NUMBER
    unit = "" if figure.unit == "persons" else f" {label('units', figure.unit, language)}"
    return f"{figure.written}{unit}"


def speaker_words(one: CitedFigure) -> str:
    """Return who says it, for whom, by way of whom, and when."""
    figure = one.figure
    party = f" for {inline(figure.party)}" if figure.party and figure.party != figure.speaker else ""
    relay = f" via {inline(figure.relay)}" if figure.relay else ""
    return f"{inline(figure.speaker)}{party}{relay}, {figure.said_on or 'day not told'}"


def set_words(one: CitedFigure, language: str) -> str:
    """Return of whom it is, with the state where one is told."""
    figure = one.figure
    told = label("figure_states", figure.state, language) if figure.state else ""
    state = f" ({told})" if told and told not in figure.about.casefold() else ""
    scope = f"; {inline(figure.scope)}" if figure.scope else ""
    return f"{inline(figure.about)}{scope}{state}"


def cited(one: CitedFigure) -> str:
    """Return by what a figure is cited: eight characters, and its name when it has one."""
    return f"{one.short}  {inline(one.name)}" if one.name else one.short


def arithmetic(account: Account, known: Counts) -> str:
    """Return the account in one line, each line of its working once, with figures as people know them."""
    lines = {line.text: line for line in account.working}
    return inline(known.shown(replace(account, working=tuple(lines.values())).text))


def counts_json(known: Counts) -> dict[str, Any]:
    """Return all of it ready for JSON."""
    from paradero.ledger import as_json

    return {
        "figures": [figure_json(one) for one in known.figures],
        "relations": [relation_json(one) for one in known.relations],
        "rejected": [decision_json(one) for one in known.rejected],
        "accounts": [
            {**as_json(one), "relation": None if one.relation is None else one.relation.id} for one in known.accounts
        ],
        "series": [series_json(one) for one in known.series],
        "alone": [one.id for one in known.alone],
    }


def figure_json(one: CitedFigure) -> dict[str, Any]:
    """Return a figure with where it stands ready for JSON."""
    from paradero.ledger import as_json

    figure, span = as_json(one.figure), one.span
    place = {"start": span.start, "end": span.end, "exact": span.exact, "sheet": span.sheet, "row": span.row}
    told = {name: value for name, value in figure.items() if name not in ("source", "place")}
    return {
        **told,
        "digest": one.digest,
        "name": one.name or None,
        "written": one.figure.written if one.figure.known else None,
        "statement": None if one.statement is None else one.id,
        "document": one.figure.source if one.statement is not None else one.document.id,
        "document_name": one.document.name,
        **place,
    }


def relation_json(relation: Relation) -> dict[str, Any]:
    """Return a relation ready for JSON; ``by`` is null for a proposal."""
    from paradero.ledger import as_json

    return {"id": relation.id, **as_json(relation), "proposed": not relation.by}


def decision_json(made: RelationDecision) -> dict[str, Any]:
    """Return a decision about a relation ready for JSON."""
    told = {"decision": made.decision, "by": made.by, "at": made.at, "reason": made.reason}
    return {**told, "relation": relation_json(made.relation)}


def series_json(told: Series) -> dict[str, Any]:
    """Return a series ready for JSON; an entry without a number has none."""
    from paradero.ledger import as_json

    steps = [
        {
            "day": step.day.isoformat(),
            "said": [{**as_json(one), "written": None if one.written == "?" else one.written} for one in step.said],
            "accounts": [one.text for one in step.accounts],
        }
        for step in told.steps
    ]
    return {"about": told.about, "steps": steps, "undated": list(told.undated)}
