"""``show unaccounted``: who had left or was to come, and of whom nothing more is told; and numbers without names."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

import click

from paradero.cli.ledger.asking import NOTHING, by_day_option, ledger_options, opened, show_of
from paradero.cli.screen import counted, inline, show_json, tell

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from rich.console import RenderableType
    from rich.text import Text

    from paradero.casework import Casebook, LedgerOf, People, Record
    from paradero.cli.desk import Desk
    from paradero.cli.ledger.wording import Page
    from paradero.ledger import Missing, Remainder

    May = Sequence[tuple[Record, float]]

SILENCE = "Nobody's fate follows from silence: here stands of whom nothing more is told in this casebook."
_MAY_BE = 3  # proposals that are shown of a person; the others wait in review


@click.command("unaccounted")
@by_day_option
@ledger_options
@click.pass_obj
def command(
    desk: Desk, as_of: date | None, known_on: str, by_said_on: bool, as_json: bool, language: str, pager: bool
) -> None:
    """Show of whom nothing more is told.

    Persons and rows without names who had set out, or were asked for or agreed, and of whom nothing is told behind it;
    and the numbers that accounts leave over. Where names come near those on other lists, the proposals that wait in
    review stand beside the person. Silence is not a fate.
    """
    with opened(desk, known_on, by_said_on, as_of=as_of) as (casebook, of):
        missing, left = of.ledger.missing, of.ledger.remainders
        near = _near(casebook, of) if any(one.subject.kind == "person" for one in missing) else {}
        if as_json:
            show_json(_json(of, near))
        elif missing or left:
            show_of(of, _listing(of, near, language), pager=pager)
        else:
            show_of(
                of,
                ["Of nobody is it told that they left or were to come, and then nothing more."]
                if of.ledger.claims
                else [NOTHING],
            )


def _near(casebook: Casebook, of: LedgerOf) -> dict[str, May]:
    """Return for each missing person the undecided records that may be of the same, the likeliest first."""
    from paradero.casework import people

    tell("Comparing names with those on other lists and in reports ...")
    known = people(casebook, of.known_on)
    told = {one: id for id in of.ledger.subjects for one in known.person(id)}
    found: dict[str, May] = {}
    for one in of.ledger.missing:
        if one.subject.kind == "person" and one.subject.id in known.records:
            found[one.subject.id] = _records(known, known.person(one.subject.id), told)
    return found


def _records(known: People, person: Sequence[str], told: Mapping[str, str]) -> May:
    """Return the records that a person may be of; of what the ledger does not count on the day asked about, none."""
    pairs = known.candidates(person)
    return [
        (known.records[other], pair.probability) for pair, other in pairs if other in told and other in known.records
    ]


def _listing(of: LedgerOf, near: Mapping[str, May], language: str) -> Iterator[RenderableType]:
    from rich.text import Text

    from paradero.cli.ledger.wording import BOLD, DIM, Page, items, state_words

    page = Page(of, language)
    yield SILENCE
    yield ""
    for state, each in groupby(of.ledger.missing, key=lambda one: one.state):
        own = list(each)
        yield Text(f"{state_words(state, language).capitalize()}, and nothing more is told: {_many(own)}", BOLD)
        yield items(_missing(page, one, near.get(one.subject.id, ())) for one in own)
        yield ""
    if of.ledger.remainders:
        yield Text("Numbers left over", BOLD)
        yield items(_remainder(page, one) for one in of.ledger.remainders)
        yield ""
    if any(near.values()):
        yield Text("What may be is a proposal; decide with: paradero --casebook PATH review", DIM)
    yield from page.foot()


def _many(own: Sequence[Missing]) -> str:
    """Return how many persons there are, and beside them how many rows that name nobody; the two are never added."""
    persons = sum(one.subject.kind == "person" for one in own)
    rows = len(own) - persons
    told = [counted(persons, "person")] if persons else []
    return ", ".join([*told, *([f"{counted(rows, 'row')} without a name"] if rows else [])])


def _missing(page: Page, one: Missing, near: May) -> Text:
    from rich.text import Text

    from paradero.cli.ledger.wording import DIM, code_words, on, short
    from paradero.cli.people.wording import chance_words, record_line

    text = Text(inline(one.subject.label), "bold")
    text.append(f" ({one.how_many} without a name)" if one.how_many else "")
    text.append(f", since {on(one.since)}" if one.since is not None else ", since when is not told")
    text.append(f"  {one.subject.kind} {short(one.subject.id)}, ", DIM).append_text(page.cite(one.claims))
    for answer in one.answers:
        text.append(f"\nanswered: {code_words(('acts', 'answers'), answer, page.language)}")
    for record, chance in near[:_MAY_BE]:
        words = f"may be {record_line(record, page.language)}: {chance_words(chance)}"
        text.append("\n").append_text(page.derived(words)).append(f"  {short(record.id)}", DIM)
    if len(near) > _MAY_BE:
        text.append(f"\nand {len(near) - _MAY_BE:,} less likely", DIM)
    return text


def _remainder(page: Page, one: Remainder) -> Text:
    from rich.text import Text

    from paradero.cli.ledger.wording import shortened

    text = Text(f"{one.number} {one.meaning}", "bold").append(f"\n{shortened(one.account.text)} ")
    return text.append_text(page.cite(one.account.figures))


def _json(of: LedgerOf, near: Mapping[str, May]) -> dict[str, Any]:
    from paradero.cli.ledger.shapes import asked_json, cited
    from paradero.cli.people.wording import record_json
    from paradero.ledger import as_json

    missing = [
        {
            "subject": {"id": one.subject.id, "kind": one.subject.kind, "label": one.subject.label},
            "state": one.state,
            "since": None if one.since is None else one.since.isoformat(),
            "how_many": one.how_many or None,
            "answers": list(one.answers),
            "may_be": [
                {"record": record_json(record), "probability": chance}
                for record, chance in near.get(one.subject.id, ())
            ],
            "statements": cited(of.ledger, one.claims),
        }
        for one in of.ledger.missing
    ]
    left = [
        {
            "number": one.number,
            "meaning": one.meaning,
            "account": as_json(one.account),
            "statements": cited(of.ledger, one.account.figures),
        }
        for one in of.ledger.remainders
    ]
    return asked_json(of, missing=missing, remainders=left)
