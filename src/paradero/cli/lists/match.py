"""``list match``: for each entry of one list, who on another may be the same person."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from paradero.cli.failures import written_to
from paradero.cli.lists.given import entries_given
from paradero.cli.options import json_option, language_option, pager_option
from paradero.cli.screen import inline, show, show_json, write

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from paradero.casework import Answer
    from paradero.casework.lists.matching import Candidate
    from paradero.cli.desk import Desk
    from paradero.model import Judgement

ENGINES = ("own", "splink", "splink-spark")  # as in paradero.linking, which is not loaded to show help
_SIGNS = {
    "same": ("✓", "bold green"),
    "likely": ("=", "green"),
    "possible": ("?", "yellow"),
    "none": ("-", "red"),
    "not_compared": (" ", "dim"),
}


_JUDGED = {
    "same": "judged same",
    "different": "judged different",
    "contested": "judged same and different: contested",
    "awaited": "judged same, another reviewer is asked",
    "unsure": "judged unsure",
}


@click.command("match")
@click.argument("asked", metavar="A")
@click.argument("answering", metavar="B")
@click.option(
    "--to", metavar="FILE", type=click.Path(path_type=Path), help="Write the answers to a new .xlsx or .csv file."
)
@click.option("--why", is_flag=True, help="Say what speaks for and against each candidate, in bits.")
@click.option("--engine", type=click.Choice(ENGINES), default="own", show_default=True, help="What links the lists.")
@json_option
@language_option
@pager_option
@click.pass_obj
def command(
    desk: Desk,
    asked: str,
    answering: str,
    to: Path | None,
    why: bool,
    engine: str,
    as_json: bool,
    language: str,
    pager: bool,
) -> None:
    """Look for everybody on list A on list B.

    A and B are each a file, or the ID of an imported list. A candidate is a proposal until somebody judges it: names
    are compared across spellings and scripts, with births, ages, places and document numbers. Entries of A that may be
    one person are told too. What “list judge” has decided of imported lists is told as judged. Nothing is written but
    the file of --to.
    """
    from paradero.casework import Policy, judgements, match_lists, policy
    from paradero.casework.lists.exporting import check_place

    if to is not None:
        check_place(to)
    lists = entries_given(desk, asked), entries_given(desk, answering)
    known: tuple[Judgement, ...] = ()
    asks = Policy()
    if not all(Path(name).is_file() for name in (asked, answering)):
        with desk.open() as casebook:
            known, asks = judgements(casebook), policy(casebook)
    answers = match_lists(*lists, known, engine, asks)
    if to is not None:
        _export(desk, answers, asked, answering, to)
    if as_json:
        show_json(_json(answers))
    elif to is not None:
        write(f"{_total(answers)}\nWritten: {inline(str(to))}.\n")
    else:
        show(page(answers, why, language), pager=pager)


def _export(desk: Desk, answers: tuple[Answer, ...], asked: str, answering: str, to: Path) -> None:
    """Write the answer sheet; what comes out of a casebook is recorded there."""
    from paradero.casework import export_answers

    names = [Path(name).name if Path(name).is_file() else name for name in (asked, answering)]
    with written_to(to, "--to"):
        if all(Path(name).is_file() for name in (asked, answering)):
            export_answers(answers, names[0], names[1], to)
        else:
            with desk.open() as casebook:
                export_answers(answers, names[0], names[1], to, casebook, desk.actor)


def page(answers: tuple[Answer, ...], why: bool, language: str) -> Iterator[RenderableType]:
    """Yield the answers as they are shown, and what they come to."""
    from rich.text import Text

    from paradero.cli.lists.wording import who

    for answer in answers:
        sign, style = _SIGNS[answer.outcome]
        yield Text(f"{sign} row {answer.entry.row:,}  {who(answer.entry, language)}", style)
        for candidate in answer.candidates:
            yield from _candidate(candidate, "on B", why, language)
        for candidate in answer.doubles:
            yield from _candidate(candidate, "again on A", why, language)
    yield _total(answers)


def _candidate(candidate: Candidate, where: str, why: bool, language: str) -> Iterator[RenderableType]:
    from rich.text import Text

    from paradero.cli.lists.wording import who
    from paradero.cli.people.wording import chance_words

    line = Text(f"    {where}, row {candidate.entry.row:,}  {who(candidate.entry, language)}")
    if candidate.judged:
        line.append(f"  {_JUDGED[candidate.judged]}", "bold")
    if candidate.judged not in ("same", "different"):
        line.append(f"  ≈ one person: {chance_words(candidate.probability)}", "dim italic")
    yield line
    if why:
        for one in str(candidate.why).splitlines():
            yield Text(f"        {one}", "dim")


def _total(answers: tuple[Answer, ...]) -> str:
    many = Counter(answer.outcome for answer in answers)
    doubles = sum(
        any(double.likely and double.judged != "different" for double in answer.doubles) for answer in answers
    )
    again = f" {doubles:,} may stand on A more than once." if doubles else ""
    return (
        f"{len(answers):,} entries on A: {many['same']:,} judged to be on B, "
        f"{many['likely']:,} with a likely candidate on B, "
        f"{many['possible']:,} with a possible one, "
        f"{many['none']:,} without any, {many['not_compared']:,} not compared (groups, or not named).{again} "
        "Candidates are proposals."
    )


def _json(answers: tuple[Answer, ...]) -> dict[str, Any]:
    from paradero.cli.lists.wording import entry_json

    def told(candidate: Candidate) -> dict[str, Any]:
        reasons = [{"piece": one.piece, "bits": one.bits, "words": one.words} for one in candidate.why.reasons]
        return {
            "entry": entry_json(candidate.entry),
            "probability": candidate.probability,
            "judged": candidate.judged or None,
            "reasons": reasons,
        }

    many = Counter(answer.outcome for answer in answers)
    return {
        "answers": [
            {
                "entry": entry_json(answer.entry),
                "outcome": answer.outcome,
                "candidates": [told(one) for one in answer.candidates],
                "doubles": [told(one) for one in answer.doubles],
            }
            for answer in answers
        ],
        "totals": {name: many[name] for name in _SIGNS} | {"entries": len(answers)},
    }
