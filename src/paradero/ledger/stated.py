"""Stated: the figure that a statement carries, as the counts desk takes it; a denied number is none."""

from __future__ import annotations

import re
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
_ROLES = (("by", "by"), ("origin", "from"), ("destination", "to"), ("at", "at"), ("basis", "under"))
_HITHER = frozenset({"home", "abroad", "there", "here"})
_NUMBER = re.compile(
    r"^(?:the |los |las )?(?:[\d,.]*\d|one|two|three|four|five|six|seven|eight|nine|ten"
    r"|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez) ",
    re.I,
)
_OWN = re.compile(r"\b(?:its|their|his|her|our|sus?|nuestr[oa]s?)\b", re.I)
_OFFICE = re.compile(
    r"^(?:the |el |la |las )?(?:(?:government|regime|state|republic|ministry|authorities) of (?:the )?"
    r"|(?:gobierno|régimen|estado|república|ministerio|autoridades) de (?:la |el )?)",
    re.I,
)


def figure_of(
    statement: Statement, published: date | None = None, owner: str = ""
) -> tuple[AttributedFigure | None, tuple[Problem, ...]]:
    """Return the figure of a statement, or None when it has none that its speaker stands for.

    Args:
        statement: as read or entered.
        published: the day of its document, for a statement that carries none of its own.
        owner: the party that "its" stands for in "its citizens", where the statement does not tell.
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
        _about(statement, owner),
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


def _about(statement: Statement, owner: str) -> str:
    """Return the set in words: whom, what was done, and the parties and places with the words for their roles."""
    words = [_whom(statement, owner), statement.act.replace("_", " ")]
    turned = _turned(statement)
    for attribute, preposition in _ROLES:
        mention = getattr(statement, attribute)
        if mention is not None:
            told = mention.refers_to or mention.text
            words.append(told if told in _HITHER else f"{turned.get(attribute, preposition)} {told}")
    if statement.when is not None and statement.when.earliest_start == statement.when.latest_end is not None:
        words.append(f"on {statement.when.earliest_start}")
    return " ".join(words)


def _turned(statement: Statement) -> dict[str, str]:
    """Return the words for roles that mean another way here than they mostly do.

    Who is let go at a place leaves it ("those held in El Salvador were freed"). A party that brings its own people from
    elsewhere takes them in ("Venezuela took back hundreds of its citizens from a jail in El Salvador").
    """
    turned = {}
    state = STATES.get(statement.act)
    if statement.origin is None and state == "released":
        turned["at"] = "from"
    own = statement.figure is not None and _OWN.search(statement.figure.of)
    if own and statement.origin is not None and statement.destination is None and state in ("handed_over", "arrived"):
        turned["by"] = "to"
    return turned


def _whom(statement: Statement, owner: str) -> str:
    """Return who is counted, without the number; for "its citizens" also whose they are, in brackets."""
    figure, who = statement.figure, statement.who
    assert figure is not None
    assert who is not None
    words = who.mention.refers_to or (figure.of if who.group == figure else "") or who.mention.text
    words = _NUMBER.sub("", words)
    whose = owner_of(statement) or owner
    return f"{words} ({whose})" if whose and _OWN.search(words) else words


def owner_of(statement: Statement) -> str:
    """Return the party that "its" stands for in the words of a statement; empty when it names none."""
    if statement.by is not None:
        return statement.by.refers_to or statement.by.text
    return _OFFICE.sub("", statement.speaker.name) if statement.speaker.kind == "party" else ""
