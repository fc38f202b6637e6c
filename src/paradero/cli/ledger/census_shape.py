"""A census as JSON: persons by place, surely and perhaps, and groups with the figures said of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from paradero.cli.ledger.shapes import asked_json, claim_json, place_json, statements_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from paradero.cli.ledger.census_page import Asked
    from paradero.ledger.presence import Presence, There, Through
    from paradero.ledger.underway import Underway


def census_json(asked: Asked, shown: dict[str, Any]) -> dict[str, Any]:
    """Return a census with its rule."""
    rule = asked.rule
    told = {"at": rule.at, "unit": rule.unit, "transit": "apart" if asked.transit else "left out", "words": asked.words}
    return asked_json(asked.of, rule=told, place=asked.place or None, **shown)


def day_json(day: date, found: Sequence[There], on_the_way: Sequence[Underway] | None) -> dict[str, Any]:
    """Return who is where on a day, and who is on the way; the latter is None where it is left out."""
    ways = None if on_the_way is None else [_way(one) for one in on_the_way]
    return {"on": day.isoformat(), "places": [_there(one) for one in found], "on_the_way": ways}


def stretch_json(last: date, made: Through) -> dict[str, Any]:
    """Return how many are where in a stretch; the days on which nothing changes stand in one entry."""
    return {
        "from": made.first.isoformat(),
        "until": last.isoformat(),
        "places": [place_json(spot) for spot in made.places],
        "days": [
            {"from": first.isoformat(), "until": end.isoformat(), "sure": list(sure), "perhaps": list(perhaps)}
            for first, end, sure, perhaps in made.runs()
        ],
    }


def _there(one: There) -> dict[str, Any]:
    return {
        "place": place_json(one.place),
        "sure": one.sure,
        "perhaps": one.perhaps,
        "persons": [_presence(each) for each in one.persons],
        "groups": [_presence(each) | {"figures": [claim_json(claim) for claim in each.figures]} for each in one.groups],
    }


def _way(one: Underway) -> dict[str, Any]:
    movement = one.movement
    return {
        "subject": {"id": one.subject.id, "kind": one.subject.kind, "label": one.subject.label},
        "sure": one.sure,
        "movement": movement.id,
        "origin": None if movement.origin is None else place_json(movement.origin),
        "destination": None if movement.destination is None else place_json(movement.destination),
        "arrival_told": one.told_to_arrive,
        "figures": [claim_json(claim) for claim in one.figures],
        "statements": statements_of(movement.claims),
    }


def _presence(one: Presence) -> dict[str, Any]:
    return {
        "subject": {"id": one.subject.id, "kind": one.subject.kind, "label": one.subject.label},
        "sure": one.sure,
        "episode": one.episode.id,
        "statements": statements_of(one.episode.claims),
    }
