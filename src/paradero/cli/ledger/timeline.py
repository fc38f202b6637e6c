"""A chain of custody as a timeline: stays with who holds where, and between them the movements with who says what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from paradero.cli.ledger.shapes import episode_rules
from paradero.cli.ledger.wording import (
    BOLD,
    DERIVED,
    DIM,
    NOT_TOLD,
    Page,
    carrier_lines,
    code_words,
    day_words,
    fields,
    inferred_style,
    named,
    place_words,
    short,
    state_words,
    way_words,
    when_words,
)
from paradero.cli.screen import inline
from paradero.cli.show.notes import INFERRED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from rich.console import RenderableType

    from paradero.ledger import Claim, Episode, Movement
    from paradero.ledger.holding import Holding

_KINDS = {"physical": "held by", "legal": "legally with", "payer": "paid by"}
_CONTACT = {"not_visited": "no visits", "not_denied_contact": "contact", "not_denied_counsel": "counsel"}


def in_order(episodes: Sequence[Episode], moved: Sequence[Movement]) -> list[Episode | Movement]:
    """Return stays and movements in the order of a subject's time: each stay before the movement that ended it."""
    parts: list[Episode | Movement] = []
    left = list(episodes)
    for movement in moved:
        parts += [one for one in left if one.finishes is movement]
        left = [one for one in left if one.finishes is not movement]
        parts.append(movement)
    return parts + left


def chain_page(
    page: Page, episodes: Sequence[Episode], moved: Sequence[Movement], as_of: date | None = None
) -> Iterator[RenderableType]:
    """Yield the blocks of a chain, in order.

    Args:
        page: that is being made.
        episodes, moved: of one subject.
        as_of: only stays that may hold on this day; None for the whole chain.
    """
    if as_of is not None:
        held = [one for one in episodes if one.holds_on(as_of) is not False]
        for one in held:
            yield from _stay(page, one, as_of)
        if not held:
            yield Text(f"Nothing tells that they were held on {day_words(as_of, as_of)}. That is no sign of liberty.")
        return
    for part in in_order(episodes, moved):
        yield from _stay(page, part) if part in episodes else _moved(page, part)  # type: ignore[arg-type]


def _stay(page: Page, one: Episode, as_of: date | None = None) -> Iterator[RenderableType]:
    holders = [holding for holding in one.holdings if holding.kind == "physical"]
    head = Text("● ", "green").append_text(_head(page, one, holders))
    if as_of is not None:
        sure = one.holds_on(as_of)
        head.append(f"  {'surely' if sure else 'perhaps'} on {day_words(as_of, as_of)}", BOLD)
    yield head.append(named("episode", one.id), DIM)
    page.rules.update(dict.fromkeys(episode_rules(one)))
    yield fields(
        {
            **{_KINDS[kind]: _holders(page, one, kind) for kind in _KINDS},
            "place": _places(page, one),
            "basis": [Text(f"“{inline(words)}” ").append_text(page.cite(ids)) for words, ids in one.bases],
            "began": _began(one),
            "ended": _ended(page, one),
            "liberty": inline(one.liberty),
            "acknowledged": _acknowledged(one),
            "contact": [
                Text(f"{_CONTACT.get(code) or code_words(('acts',), code, page.language)} ").append_text(page.cite(ids))
                for code, ids in one.contact
            ],
            "again": _again(page, one),
            "statements": _rest(page, one),
        }
    )
    yield ""


def _head(page: Page, one: Episode, holders: Sequence[Holding]) -> Text:
    if not holders:
        return Text("In custody; nobody tells with whom", BOLD)
    if len(holders) > 1:
        return (
            Text("Held by ", BOLD)
            .append(" or ".join(inline(one.party) for one in holders), BOLD)
            .append(", disputed", "bold red")
        )
    (only,) = holders
    mark = "" if only.said else f"{INFERRED} "
    text = Text("Held by ", BOLD).append(f"{mark}{inline(only.party)}", BOLD + inferred_style(not only.said))
    where = [place for place in one.places if place.name != only.party]
    return text.append(f" at {inline(where[0].name)}", BOLD) if len(where) == len(one.places) == 1 else text


def _holders(page: Page, one: Episode, kind: str) -> list[Text]:
    """Return a line for each party of a kind of holding, with who names it; what only the place tells is marked."""
    lines = []
    for holding in (each for each in one.holdings if each.kind == kind):
        text = Text(inline(holding.party)) if holding.said else page.derived(inline(holding.party))
        told = ", as told by " if holding.said else ", by the place that is told by "
        lines.append(text.append(told, DIM).append_text(page.voices(holding.claims)))
    return lines


def _places(page: Page, one: Episode) -> list[Text]:
    lines = []
    for place in one.places:
        ids = [claim.id for claim in one.claims if place in (claim.at, claim.by, claim.origin, claim.destination)]
        lines.append(Text(f"{place_words(place)} ").append_text(page.cite(ids)))
    return lines or [Text(NOT_TOLD, DIM)]


def _began(one: Episode) -> Text:
    return Text(day_words(one.start.earliest_start, one.start.latest_start))


def _ended(page: Page, one: Episode) -> Text:
    first, last = one.end.earliest_end, one.end.latest_end
    if one.finishes is None:
        seen = "" if first is None else f"; last told to be held {day_words(first, first)}"
        return Text(f"{NOT_TOLD}{seen}")
    text = Text(day_words(first, last))
    if one.ended_by == "exchange" and "ended_in_an_exchange" in episode_rules(one):
        return text.append(", ").append_text(page.derived("exchange", "ended_in_an_exchange"))
    return text.append(f", {one.ended_by.replace('_', ' ')}" if one.ended_by else "")


def _acknowledged(one: Episode) -> str:
    told = {"acknowledged": "yes, by who held them", "denied": "no: who is told to hold them denies it"}
    return told.get(one.acknowledged, "")


def _again(page: Page, one: Episode) -> Text | str:
    return page.derived(f"taken again, after the stay {short(one.again)}") if one.again else ""


def _rest(page: Page, one: Episode) -> Text:
    """Return all statements of a stay, and whether sightings were joined in it."""
    text = page.cite(claim.id for claim in one.claims)
    return text.append(f"  {INFERRED} sightings joined into one stay", DERIVED) if one.joined else text


def _moved(page: Page, one: Movement) -> Iterator[RenderableType]:
    planned = not one.carried_out
    way = way_words(one.origin, one.destination, one.via)
    if one.changes_holder_only:
        way = "handed from one holder to another, in the same place"
    title = Text("↓ " if not planned else "⇢ ", "cyan")
    title.append("Planned only: " if planned else "", BOLD)
    if way == "? → ?":
        way = "Set to move" if planned else "Moved; nobody tells from where to where"
    title.append(f"{INFERRED} {way}" if one.rules else way, BOLD + inferred_style(bool(one.rules)))
    if (day := when_words(one.day)) != NOT_TOLD:
        title.append(f", {day}")
    page.rules.update(dict.fromkeys(one.rules))
    yield title.append(named("movement", one.id), DIM)
    rows: dict[str, Text | str | list[Text]] = {
        state_words(state, page.language): _told(page, state, claims) for state, claims in one.states.items()
    }
    if carried := carrier_lines(page, one):
        rows["carried"] = carried
    if status := _transit(page, one):
        rows["now"] = status
    legs = {leg.id: exchange for exchange in page.of.ledger.exchanges for leg in exchange.legs}
    if one.id in legs:
        rows["leg of"] = page.derived(f"the exchange {short(legs[one.id].id)}")
    yield fields(rows)
    yield ""


def _told(page: Page, state: str, claims: Sequence[Claim]) -> list[Text]:
    """Return who tells of a state, a line for each act by which it is told; the act is named where it says more."""
    acts: dict[str, list[str]] = {}
    for one in claims:
        acts.setdefault(one.act, []).append(one.id)
    own = state_words(state, page.language)
    lines = []
    for act, ids in acts.items():
        words = code_words(("acts",), act, page.language)
        lines.append(page.voices(ids).append("" if words == own else f"  ({words})", DIM))
    return lines


def _transit(page: Page, one: Movement) -> Text | None:
    """Return that people are on the way, as far as is told: they left, and nobody says that they came to the end."""
    over = one.arrived or one.let_go
    return page.derived("in transit: nobody tells that they arrived") if one.set_out and not over else None
