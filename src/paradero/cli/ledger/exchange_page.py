"""An exchange as a page: parties, legs, numbers held against each other, lists compared, and what belongs to no leg."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from paradero.cli.ledger.exchange_terms import beside_legs
from paradero.cli.ledger.wording import (
    BOLD,
    DIM,
    NOT_TOLD,
    Page,
    carrier_lines,
    counts_words,
    fields,
    items,
    named,
    short,
    shortened,
    state_words,
    way_words,
    when_words,
)
from paradero.cli.screen import counted, inline
from paradero.ledger.exchange import DELIVERED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from paradero.casework import LedgerOf
    from paradero.ledger import Account, Compared, Exchange, Leg, OnRolls

_ROLES = {"sender": "gives people up", "receiver": "receives people", "hub": "people go by way of it"}
_STANDING = {
    "confirmed by both": "green",
    "confirmed by one side": "yellow",
    "asserted by others only": "yellow",
    "only planned": "cyan",
    "not told": "dim",
}
_FINE = ("as agreed", "delivered")


def exchange_page(of: LedgerOf, one: Exchange, language: str) -> Iterator[RenderableType]:
    """Yield everything that is told of an exchange."""
    page = Page(of, language)
    title = Text("Exchange", BOLD)
    when = when_words(one.day)
    title.append("" if when == NOT_TOLD else f", {when}", BOLD).append(named("exchange", one.id), DIM)
    yield title
    if one.by:
        yield Text(f"  accepted as it is put together by {inline(one.by)}", "green")
    else:
        yield Text("  ").append_text(page.derived("a proposal that nobody has accepted yet"))
    yield fields({inline(party): "; ".join(_ROLES[role] for role in roles) for party, roles in one.roles().items()})
    yield fields({"said to be one": page.voices(claim.id for claim in one.markers)})
    yield fields(beside_legs(page, one))
    yield ""
    for number, (leg, why) in enumerate(zip(one.legs, one.why, strict=True), 1):
        yield from _leg(page, one, number, leg, why)
    yield from _accounts(page, one)
    for compared in of.ledger.compared(one):
        yield from _compared(page, one, compared)
    yield from _apart(page, one)
    yield from page.foot()


def _leg(page: Page, exchange: Exchange, number: int, leg: Leg, why: str) -> Iterator[RenderableType]:
    moved = leg.movement
    mark = "≈ " if moved.rules else ""
    title = Text(f"Leg {number}  ", DIM).append(f"{mark}{way_words(moved.origin, moved.destination, moved.via)}", BOLD)
    if moved.rules:
        title.stylize("italic", title.plain.index(mark))
        page.rules.update(dict.fromkeys(moved.rules))
    yield title.append(named("leg", leg.id), "dim not italic")
    rows: dict[str, Text | str | list[Text]] = {
        "who": inline(leg.label),
        "when": when_words(moved.day),
        "carried": carrier_lines(page, moved),
        "standing": _standing(leg),
        "numbers": _numbers(page, leg),
        "told": [
            Text(f"{state_words(state, page.language)}: ").append_text(page.voices(claim.id for claim in claims))
            for state, claims in moved.states.items()
        ],
    }
    if leg.why_return:
        back = ", ".join(f"leg {at}" for at, two in enumerate(exchange.legs, 1) if two.id in leg.in_return_for)
        rows["in return for"] = Text(f"{back or 'others, not told which'}; ").append_text(page.derived(leg.why_return))
    if why:
        rows["put here"] = page.derived(inline(why))
    yield fields(rows)
    yield ""


def _standing(leg: Leg) -> Text:
    """Return how well a leg is known, with the sides that say so and those that do not."""
    text = Text(leg.standing, _STANDING[leg.standing])
    text.append(f": {', '.join(map(inline, leg.confirmed_by))}" if leg.confirmed_by else "")
    silent = [side for side in dict.fromkeys((leg.sender, leg.receiver)) if side and side not in leg.confirmed_by]
    if silent and leg.cells:
        text.append(f"; {' and '.join(map(inline, silent))} {'does' if len(silent) == 1 else 'do'} not say so", "")
    return text


def _numbers(page: Page, leg: Leg) -> list[Text]:
    """Return each number of those who were delivered, with who says it."""
    told: dict[str, list[str]] = {}
    for cell in leg.cells:
        for claim in cell.claims if cell.state in DELIVERED else ():
            if words := counts_words([claim]):
                told.setdefault(words, []).append(claim.id)
    return [Text(f"{words}: ").append_text(page.voices(ids)) for words, ids in told.items()]


def _accounts(page: Page, one: Exchange) -> Iterator[RenderableType]:
    made = page.of.ledger.accounts(one)
    if not made:
        return
    at = {leg.id: number for number, leg in enumerate(one.legs, 1)}
    ordered = sorted(made, key=lambda each: len(at) + 1 if each[0] is None else at[each[0].id])
    yield Text("The numbers held against each other", BOLD)
    yield items(_account(page, "all legs" if leg is None else f"leg {at[leg.id]}", of) for leg, of in ordered)
    yield ""


def _account(page: Page, where: str, account: Account) -> Text:
    bad = account.verdict in ("differs", "impossible")
    style = "red" if bad else "yellow" if account.kind == "one_voice" else ""
    text = Text(f"{where}: ").append(shortened(account.text), style)
    return text.append(" ").append_text(page.cite(account.figures))


def _compared(page: Page, one: Exchange, compared: Compared) -> Iterator[RenderableType]:
    number = next(at for at, leg in enumerate(one.legs, 1) if leg.id == compared.leg.id)
    yield Text(f"The lists of leg {number}, person by person", BOLD)
    lines = []
    for roll, why in zip(compared.rolls, compared.why, strict=True):
        state = state_words(roll.state, page.language) if roll.state else "nothing of all"
        text = Text(f"{page.document(roll.document)}: says “{state}” of {counted(len(roll.persons), 'person')}")
        if roll.unnamed:
            many = "?" if roll.without_name is None else f"{roll.without_name:,}"
            text.append(f" and of {many} without a name")
        text.append(f"; published by {inline(roll.party)}" if roll.party else "")
        lines.append(text.append(f"  {short(roll.document)}  ", DIM).append_text(page.derived(inline(why))))
    sums: dict[str, list[str]] = {}
    for against in compared.against_names:
        sums.setdefault(f"{against.text} without a name on them", []).append(against.figure)
    lines += [page.derived(f"{told}  ").append_text(page.cite(figures)) for told, figures in sums.items()]
    yield items(lines)
    outcomes: dict[str, list[OnRolls]] = {}
    for person in compared.persons:
        outcomes.setdefault(person.outcome, []).append(person)
    for outcome, persons in sorted(outcomes.items(), key=lambda item: (item[0] in _FINE, item[0])):
        yield Text(f"  {len(persons):,} {outcome}", "" if outcome in _FINE else "bold yellow")
        yield items((_person(page, person) for person in persons), 4)
    yield ""


def _person(page: Page, person: OnRolls) -> Text:
    subject = page.of.ledger.subjects.get(person.person)
    name = inline(subject.label) if subject is not None else short(person.person)
    return Text(f"{name} ").append_text(page.cite(person.claims))


def _apart(page: Page, one: Exchange) -> Iterator[RenderableType]:
    if not one.apart:
        return
    yield Text("Told in the same reports, and of no leg", BOLD)
    yield items(
        Text(f"“{inline(claim.words)}” {page.voice(claim.party or claim.speaker)} ").append_text(page.cite([claim.id]))
        for claim in one.apart
    )
    yield Text("  If one belongs to a leg: exchange place STATEMENT --with LEG --reason WORDS", DIM)
    yield ""
