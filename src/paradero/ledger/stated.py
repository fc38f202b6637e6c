"""Stated: the figure that a statement carries, as the counts desk takes it; a denied number is none."""

from __future__ import annotations

from datetime import date

from paradero.ledger.figures import AttributedFigure
from paradero.model import Problem, Statement

# The state that an act tells of those it counts; what is planned is agreed or set at most.
STATES = {
    **dict.fromkeys(("held", "incommunicado", "house_arrest", "missing", "disappeared"), "held"),
    **dict.fromkeys(("arrested", "abducted", "rearrested"), "held"),
    **dict.fromkeys(("released", "conditionally_released", "pardoned"), "released"),
    **dict.fromkeys(("handed_over", "deported", "extradited", "transferred", "exchanged"), "handed_over"),
    **dict.fromkeys(("received", "arrived", "returned"), "arrived"),
    **dict.fromkeys(("departed", "in_transit", "stopped_over"), "departed"),
    **dict.fromkeys(("requested", "demanded"), "requested"),
    **dict.fromkeys(("verified", "identified", "located"), "verified"),
    "offered": "offered",
    "agreed": "agreed",
    "scheduled": "scheduled",
}
_PLANNED = {"demands": "requested", "offers": "offered"}
_ROLES = (("by", "by"), ("origin", "from"), ("destination", "to"), ("at", "at"))


def figure_of(
    statement: Statement, published: date | None = None
) -> tuple[AttributedFigure | None, tuple[Problem, ...]]:
    """Return the figure of a statement, or None when it has none that its speaker stands for.

    Args:
        statement: as read or entered.
        published: the day of its document, for a statement that carries none of its own.
    """
    figure = statement.figure
    if figure is None or statement.who is None:
        return None, ()
    span = statement.span
    at = f"row {span.row}" if span.row is not None else f"character {span.start}"
    if statement.polarity == "negative" or statement.stance in ("denies", "retracts"):
        cause = f"{statement.speaker.name} denies or takes back {figure.written or figure.value!r}; it is no figure."
        hint = "Nothing; what is denied stays visible among the statements."
        return None, (Problem("figure_denied", statement.document, cause, hint, at, "notice"),)
    said_on = statement.said_on.earliest_start if statement.said_on is not None else published
    return AttributedFigure(
        statement.id,
        statement.speaker.name,
        _about(statement),
        _state(statement),
        figure,
        said_on,
        quantifier=statement.scope,
        relay=statement.relay,
        source=statement.document,
        place=at,
    ), ()


def _state(statement: Statement) -> str:
    state = STATES.get(statement.act, "")
    if statement.stance in _PLANNED:
        return _PLANNED[statement.stance]
    if statement.modality != "actual" and state not in ("", "requested", "offered", "agreed"):
        return "scheduled"
    return "confirmed" if statement.stance == "confirms" and state in ("released", "handed_over", "arrived") else state


def _about(statement: Statement) -> str:
    """Return the set in words: whom, what was done, and the parties and places with the words for their roles."""
    who = statement.who
    words = [] if who is None else [who.mention.refers_to or who.mention.text]
    words.append(statement.act.replace("_", " "))
    for attribute, preposition in _ROLES:
        mention = getattr(statement, attribute)
        if mention is not None:
            words.append(f"{preposition} {mention.refers_to or mention.text}")
    if statement.when is not None and statement.when.earliest_start == statement.when.latest_end is not None:
        words.append(f"on {statement.when.earliest_start}")
    return " ".join(words)
