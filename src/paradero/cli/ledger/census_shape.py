"""A census as JSON: persons by place, surely and perhaps, and groups with the figures said of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from paradero.cli.ledger.shapes import claim_json, place_json, statements_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from paradero.ledger.presence import Presence, There, Through


def day_json(day: date, found: Sequence[There]) -> dict[str, Any]:
    """Return who is where on a day."""
    return {"on": day.isoformat(), "places": [_there(one) for one in found]}


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


def _presence(one: Presence) -> dict[str, Any]:
    return {
        "subject": {"id": one.subject.id, "kind": one.subject.kind, "label": one.subject.label},
        "sure": one.sure,
        "episode": one.episode.id,
        "statements": statements_of(one.episode.claims),
    }
