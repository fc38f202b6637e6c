"""The page of ``show counts``: what does not fit first, then what does, what one side says alone, and the series."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from paradero.cli.counts.wording import KINDS, arithmetic, cited, number_words, set_words, speaker_words
from paradero.cli.screen import SHORT_ID, counted, inline
from paradero.cli.wording import NO_NUMBER

if TYPE_CHECKING:
    from rich.console import RenderableType

    from paradero.casework import CitedFigure, Counts
    from paradero.ledger import Account, Entry, Relation, Series, Step

_ALONE = "one_voice"
_SECTIONS = {
    "impossible": ("Cannot be", "bold red"),
    "differs": ("Does not fit", "bold yellow"),
    "consistent": ("Fits", "bold green"),
    "not_comparable": ("Cannot be compared", "bold"),
    "unknown": ("Not known: somebody gave no number", "bold"),
    _ALONE: ("Said by one side alone", "bold magenta"),
}
_LEVELS = ("announced", "named", "verified")


def page(known: Counts, language: str) -> Iterator[RenderableType]:
    """Return the renderables of the page, in order."""
    if not known.figures:
        yield Text("No figures. Read documents, or import a file: paradero figures import FILE.")
        return
    order = list(_SECTIONS)
    accounts = sorted(known.accounts, key=lambda one: order.index(_section(one)))
    for section, members in groupby(accounts, _section):
        title, style = _SECTIONS[section]
        yield Text(f"{title}\n", style)
        for account in members:
            yield from _alone(account, known, language) if section == _ALONE else _account(account, known, language)
    yield from _series(known)
    yield from _others(known, language)
    yield from _rejected(known)
    yield Text(_totals(known))


def _section(account: Account) -> str:
    return account.kind if account.kind == _ALONE else account.verdict


def _account(account: Account, known: Counts, language: str) -> Iterator[RenderableType]:
    yield Text.assemble(
        (arithmetic(account, known), _SECTIONS[account.verdict][1]), (f"  {KINDS[account.kind]}", "dim")
    )
    yield Padding(_terms([known.by_id[id] for id in account.figures], language), (0, 0, 0, 2))
    for line in _notes(account, known):
        yield Padding(line, (0, 0, 0, 2))
    yield ""


def _alone(account: Account, known: Counts, language: str) -> Iterator[RenderableType]:
    yield Text(f"! {', '.join(map(inline, account.voices))} alone", "magenta")
    yield Padding(_terms([known.by_id[id] for id in account.figures], language), (0, 0, 1, 2))


def _terms(figures: list[CitedFigure], language: str) -> Table:
    """Return figures one below the other: the number, who says it and by what it is cited, of whom it is."""
    grid = Table.grid(padding=(0, 2))
    grid.add_column(justify="right", no_wrap=True, min_width=6)
    grid.add_column(overflow="fold")
    for one in figures:
        style = "bold" if one.figure.known else "italic"
        who = Text.assemble(speaker_words(one), (f"  {cited(one)}", "dim"), (f"\n{set_words(one, language)}", "dim"))
        grid.add_row(Text(number_words(one, language), style), who)
    return grid


def _notes(account: Account, known: Counts) -> Iterator[Text]:
    """Yield what an account takes for granted, what it leaves out, and who says that the figures hang together."""
    if account.tolerance is not None:
        yield Text(f"“about” is taken as {float(account.tolerance * 100):g} per cent either way", "dim")
    for assumed in account.assumes:
        yield Text(f"taken for granted: {inline(known.shown(assumed.words))}", "dim")
    if account.never_added is not None and account.verdict != "not_comparable":
        yield Text(f"one set, so never added up to {account.never_added:,}", "dim")
    for title, ids in (("replaced", account.replaced), ("passed on as well", account.relays)):
        if ids:
            yield Text(f"{title}: {', '.join(_told(known.by_id[id]) for id in ids)}", "dim")
    if account.relation is not None:
        yield _grounds(account.relation, known)


def _told(one: CitedFigure) -> str:
    return f"{one.figure.written if one.figure.known else NO_NUMBER} {speaker_words(one)} {one.short}"


def _grounds(relation: Relation, known: Counts) -> Text:
    made = known.decided.get(relation.id)
    id = (f"{relation.id[:SHORT_ID]} ", "dim")
    if made is None:
        return Text.assemble("≈ ", id, (f"proposed because {inline(known.shown(relation.why))}", "italic"))
    return Text.assemble("● ", id, (f"set by {inline(made.by)}", "bold"), f": {inline(made.reason)}")


def _series(known: Counts) -> Iterator[RenderableType]:
    if known.series:
        yield Text("Day by day: announced, named, verified\n", "bold")
    for told in known.series:
        yield Text(inline(told.about))
        yield Padding(_days(told, known), (0, 0, 1, 2))


def _days(told: Series, known: Counts) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    table.add_column("day", no_wrap=True)
    levels = [level for level in _LEVELS if any(one.level == level for step in told.steps for one in step.said)]
    for level in levels:
        table.add_column(level, overflow="fold")
    table.add_column("so far", overflow="fold")
    for step in told.steps:
        table.add_row(step.day.isoformat(), *(_said(step, level, known) for level in levels), _left(step))
    for id in told.undated:
        one = known.by_id[id]
        table.add_row("not told", Text(_told(one), "dim"))
    return table


def _said(step: Step, level: str, known: Counts) -> Text:
    lines = [_entry(one, known) for one in step.said if one.level == level]
    return Text("\n").join(lines)


def _entry(entry: Entry, known: Counts) -> Text:
    number = NO_NUMBER if entry.written == "?" else entry.written
    text = Text.assemble((number, "italic" if entry.written == "?" else "bold"), f" {inline(entry.speaker)} ")
    text.append(entry.figure.rpartition("#")[2][:SHORT_ID], "dim")
    for old in entry.replaces:
        before = known.by_id[old].figure.written
        text.append(f" ({'▼ ' if entry.falls else ''}before: {before})", "yellow" if entry.falls else "dim")
    return text


def _left(step: Step) -> Text:
    """Return what is left unnamed or unverified of what was known by the day."""
    lines = []
    for one in step.accounts:
        if one.silent:
            lines.append(NO_NUMBER)
        elif one.difference is not None and one.difference.value is not None:
            lines.append(f"{one.difference.value} {one.difference.meaning}" if one.difference.value else "nothing left")
    return Text("\n".join(dict.fromkeys(lines)), "dim")


def _others(known: Counts, language: str) -> Iterator[RenderableType]:
    if known.alone:
        yield Text("Held against nothing\n", "bold")
        yield Padding(_terms(list(known.alone), language), (0, 0, 1, 2))


def _rejected(known: Counts) -> Iterator[RenderableType]:
    if known.rejected and not known.about:
        yield Text("Rejected, and not used\n", "bold")
        for made in known.rejected:
            members = ", ".join(known.by_id[id].short for id in made.relation.members if id in known.by_id)
            told = f"{KINDS[made.relation.kind]} ({members}), by {inline(made.by)}: {inline(made.reason)}"
            yield Padding(Text.assemble("✗ ", (f"{made.relation.id[:SHORT_ID]} ", "dim"), told), (0, 0, 0, 2))
        yield ""


def _totals(known: Counts) -> str:
    mine = len(known.decided)
    waiting = sum(not one.by for one in known.relations)
    return (
        f"{counted(len(known.figures), 'figure')}, {counted(len(known.accounts), 'account')}. "
        f"{counted(waiting, 'relation is', 'relations are')} proposed (≈) and {mine:,} set by people (●): "
        "paradero counts accept, reject, relate."
    )
