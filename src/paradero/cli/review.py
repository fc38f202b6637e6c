"""``review``: pairs that may be one person, put before somebody one after the other, the most useful first."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from paradero.cli.options import json_option, language_option
from paradero.cli.screen import SHORT_ID, counted, show, show_json, tell, write

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from paradero.casework import Casebook, People
    from paradero.cli.desk import Desk
    from paradero.linking import Proposal
    from paradero.model import Judgement

KEYS = {"x": "same", "n": "different", "u": "unsure"}
_HELP = "x same   n different   u unsure   d detail   b take the last one back   q stop"
_DONE = {"same": "one person", "different": "two people", "unsure": "left open"}


@click.command("review")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Stop after N pairs; with --json, give N (20).")
@json_option
@language_option
@click.pass_obj
def command(desk: Desk, limit: int | None, as_json: bool, language: str) -> None:
    """Judge pairs of records that may be one person, the most useful first.

    That is the pair whose answer is least certain and decides most.
    Keys: x same, n different, u unsure, d everything about both, b take the last judgement back, q stop. Each judgement
    is signed with a reason: yours, or the one that is offered, by Enter. Each tenth pair is drawn by chance, so that
    the scores can be measured. Nothing is merged by a score, and every judgement can be taken back. Without a terminal,
    keys and reasons are read from standard input, one a line.
    """
    from paradero.casework import apply_policy, people

    with desk.open() as casebook:
        known = people(casebook)
        if as_json:
            show_json(_json(known, desk, limit or 20))
            return
        made = apply_policy(casebook, known, desk.actor)
        if made:
            pairs = counted(len(made), "pair is one person", "pairs are one person each")
            write(f"By the casebook's policy {pairs}.\n")
        Review(casebook, known.with_judgement(*made), desk, language).run(limit)


def _json(known: People, desk: Desk, limit: int) -> dict[str, object]:
    from paradero.cli.people.wording import proposal_json

    name = desk.actor.name
    pairs = known.waiting_for(name, many=limit)
    told = [
        proposal_json(one, known.records[one.one], known.records[one.other], known.explain(one.one, one.other))
        for one in pairs
    ]
    return {"left": known.left_for(name), "proposals": told}


class Review:
    """One sitting: pairs, keys, reasons, judgements."""

    def __init__(self, casebook: Casebook, known: People, desk: Desk, language: str) -> None:
        self._casebook, self._known, self._actor, self._language = casebook, known, desk.actor, language
        self._asked = len(casebook.done("judge", "shown"))
        self._made: list[Judgement] = []

    def run(self, limit: int | None) -> None:
        """Go on until nothing waits, the limit is reached, or the person stops."""
        if self._known.register.contradictions:
            many = len(self._known.register.contradictions)
            tell(f"{counted(many, 'contradiction')} between judgements: paradero people list.")
        while limit is None or len(self._made) < limit:
            waiting = self._known.waiting_for(self._actor.name, self._asked + len(self._made))
            if not waiting:
                write("Nothing waits for you.\n")
                break
            if not self._judge(waiting[0]):
                break
        self._close()

    def _judge(self, pair: Proposal) -> bool:
        """Put one pair before the person; return False when they stop."""
        show(self._page(pair))
        while True:
            key = _key()
            if key in KEYS:
                return self._sign(pair, KEYS[key])
            if key == "d":
                show(self._detail(pair))
            elif key == "b":
                self._take_back()
                return True
            elif key in ("q", ""):
                return False
            else:
                tell(_HELP)

    def _sign(self, pair: Proposal, decision: str) -> bool:
        from paradero.casework import Shown, judge_pair
        from paradero.cli.people.wording import suggested

        offered = suggested(self._known.explain(pair.one, pair.other), decision)
        reason = _line(f"Why? Enter signs: “{offered}”: ")
        if reason is None:
            return False
        one, other = self._known.records[pair.one], self._known.records[pair.other]
        shown = Shown(pair.probability, pair.drawn)
        made = judge_pair(self._casebook, one, other, decision, reason or offered, self._actor, shown)
        self._made.append(made)
        self._known = self._known.with_judgement(made)
        write(f"Judgement {made.id[:SHORT_ID]} by {made.by}: {_DONE[decision]}.\n\n")
        return True

    def _take_back(self) -> None:
        from paradero.casework import judge

        if not self._made:
            tell("Nothing was judged in this sitting. To take back another judgement: paradero judge ID withdraw.")
            return
        last = self._made.pop()
        taken = judge(self._casebook, last.id, "withdraws", "taken back at once in review", self._actor)
        self._known = self._known.with_judgement(taken)
        write(f"Judgement {last.id[:SHORT_ID]} is withdrawn.\n\n")

    def _page(self, pair: Proposal) -> Iterator[RenderableType]:
        from rich.text import Text

        from paradero.cli.people.wording import chance_words, pair_table, why_lines

        left = self._known.left_for(self._actor.name)
        drawn = " · drawn by chance, to check the scores" if pair.drawn == "chance" else ""
        waits = (
            " · judged “same” by one person, another is asked"
            if (pair.one, pair.other) in self._known.register.waiting
            else ""
        )
        yield Text.assemble(
            (counted(left, "pair waits", "pairs wait") + " for you", "bold"),
            (f" · ≈ one person: {chance_words(pair.probability)}{drawn}{waits}", "dim"),
        )
        yield pair_table(self._known.records[pair.one], self._known.records[pair.other], self._language)
        yield from why_lines(self._known.explain(pair.one, pair.other))
        yield Text(_HELP, "dim")

    def _detail(self, pair: Proposal) -> Iterator[RenderableType]:
        from paradero.cli.people.wording import detail
        from paradero.model import Entry

        for id in (pair.one, pair.other):
            record = self._known.records[id]
            said = () if isinstance(record.source, Entry) else record.source.statements
            words = (self._casebook.statement(one).span.exact for one in said)
            yield from detail(record, words, self._language)

    def _close(self) -> None:
        from rich.text import Text

        from paradero.casework import ENOUGH, measured
        from paradero.cli.people.wording import bands_table

        left = counted(self._known.left_for(self._actor.name), "pair waits", "pairs wait")
        write(f"{len(self._made):,} judged, {left} for you.\n")
        found = measured(self._casebook)
        if self._made and found.judged >= ENOUGH:
            show([Text("\nHow right the scores were, of the pairs that came up in review:"), bands_table(found.bands)])


def _key() -> str:
    """Return the key that is pressed; without a terminal the first letter of a line, "" at the end of the input."""
    if sys.stdin.isatty():
        return click.getchar().lower()
    line = sys.stdin.readline()
    return line.strip().lower()[:1] or ("?" if line else "")


def _line(question: str) -> str | None:
    """Return what is typed; None at the end of the input."""
    if sys.stdin.isatty():
        return str(click.prompt(question, default="", show_default=False, prompt_suffix="")).strip()
    line = sys.stdin.readline()
    return line.strip() if line else None
