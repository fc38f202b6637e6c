"""Answers of the ledger in words: days within their bounds, who says it, and the statements that it rests on.

A day is never invented: where only bounds are known, the bounds are told, and where nothing is, that.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rich.style import Style
from rich.table import Table
from rich.text import Text

from paradero.cli.screen import SHORT_ID, inline
from paradero.cli.show.notes import INFERRED
from paradero.cli.wording import label
from paradero.model.vocabulary import terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from rich.console import RenderableType

    from paradero.casework import LedgerOf
    from paradero.ledger import Claim, Movement
    from paradero.model import Figure, When
    from paradero.model.naming import Place

DIM = Style(dim=True)
BOLD = Style(bold=True)
DERIVED = Style(italic=True)
NOT_TOLD = "not told"
_ID = re.compile(r"\b[0-9a-f]{64}\b")
_TAIL = re.compile(
    r"(?<=\S)#[0-9a-f]{8}\b"
)  # behind the name of a figure of a file, to tell it from others of that name
_CITED = 6  # ids that a line names; the rest are counted, and --json has them all
_MONTHS = "January February March April May June July August September October November December".split()
_PARTY_RULES = frozenset({"speaks_for_who_held_them", "known_from_another_report"})


@dataclass
class Page:
    """A page that is being made: whose answers it shows, in which language, and the rules that it has used so far."""

    of: LedgerOf
    language: str
    rules: dict[str, None] = field(default_factory=dict)

    def derived(self, words: str, *rules: str) -> Text:
        """Return what was worked out, in italics after the mark; its rules are told at the foot of the page."""
        self.rules.update(dict.fromkeys(rules))
        return Text(f"{INFERRED} {words}", DERIVED)

    def cite(self, claims: Iterable[str]) -> Text:
        """Return the beginnings of the ids of the statements of some claims."""
        ids = list(dict.fromkeys(self.statement(id) for id in claims))
        told = " ".join(short(id) for id in ids[:_CITED])
        return Text(told + (f" and {len(ids) - _CITED:,} more" if len(ids) > _CITED else ""), DIM)

    def statement(self, claim: str) -> str:
        """Return the id of the statement, or of the figure, of a claim."""
        known = self.of.ledger.claim.get(claim)
        return claim if known is None else known.statement

    def voice(self, name: str) -> str:
        """Return a speaker or party in words."""
        return label("speakers", name, self.language) if name in ("outlet", "unknown") else inline(name)

    def voices(self, claims: Iterable[str]) -> Text:
        """Return who says something, each with the statements: "Venezuela 13c06aac; El Salvador 39048b75"."""
        told: dict[tuple[str, bool], list[str]] = {}
        for id in claims:
            one = self.of.ledger.claim.get(id)
            if one is not None:
                told.setdefault((voice_of(one), bool(_PARTY_RULES & set(one.rules))), []).append(id)
                self.rules.update(dict.fromkeys(rule for rule in one.rules if rule in _PARTY_RULES))
        text = Text()
        for (name, inferred), ids in told.items():
            text.append("; " if text else "")
            text.append(
                f"{INFERRED} {self.voice(name)} " if inferred else f"{self.voice(name)} ", inferred_style(inferred)
            )
            text.append_text(self.cite(ids))
        return text

    def document(self, id: str) -> str:
        """Return the name of a document; the source itself for figures that come from no document."""
        known = self.of.documents.get(id)
        return inline(id) if known is None else inline(known.name)

    def foot(self) -> Iterator[RenderableType]:
        """Yield what the mark means, and by which rules of this page things were worked out."""
        from paradero.ledger import rule_words

        words = rule_words()
        known = [words[code][self.language] for code in self.rules if code in words]
        yield Text(f"{INFERRED} in italics: worked out, not said" + (", because" if known else ""), DIM)
        if known:
            yield items(Text(one, DIM) for one in known)


def as_of_words(of: LedgerOf) -> list[RenderableType]:
    """Return the line that tells as of which day a page holds; none when it is asked about everything."""
    if of.as_of is None:
        return []
    rule = "what is told to have happened later, or was said later of no day, is left out"
    return [Text(f"As of {on(of.as_of)}: {rule}", DIM), ""]


def inferred_style(inferred: bool) -> Style:
    """Return the style of what was worked out, or that of what was said."""
    return DERIVED if inferred else Style()


def carrier_lines(page: Page, movement: Movement) -> list[Text]:
    """Return by whom or what people were carried, a line each: kind, words, whose, and who says so."""
    from paradero.ledger.carriers import kinds

    lines = []
    for one in movement.carriers:
        kind, carrier = kinds().get(one.carrier.kind), one.carrier
        words = f"{kind[page.language]}: " if kind is not None else ""
        words += f"“{inline(carrier.words)}”"
        words += f" ({inline(carrier.of)})" if carrier.of and carrier.of not in carrier.words else ""
        words += ", planned" if one.planned else ""
        text = page.derived(words, carrier.rule) if carrier.rule else Text(words)
        lines.append(text.append("; ").append_text(page.voices(claim.id for claim in one.claims)))
    return lines


def voice_of(claim: Claim) -> str:
    """Return who says a claim: the state or party that its speaker speaks for, else the speaker."""
    return claim.party or claim.speaker


def short(id: str) -> str:
    """Return the beginning of an id that is a digest, and any other id whole."""
    digest = id.removesuffix("#return")
    return digest[:SHORT_ID] if _ID.fullmatch(digest) else inline(id)


def named(kind: str, id: str) -> str:
    """Return what stands behind a title: its kind and the beginning of its id, which no line break parts."""
    return f"  {kind}\u00a0{short(id)}"


def shortened(text: str) -> str:
    """Return a text with the beginnings of the ids in it."""
    whole = _ID.sub(lambda found: found[0][:SHORT_ID], inline(text).replace("#return", ""))
    return _TAIL.sub("", whole).replace(" -> ", " → ")


def day_words(first: date | None, last: date | None) -> str:
    """Return a day that lies within bounds: "between 1 and 31 March 2025", "by 19 July 2025", "not told"."""
    if first is None or last is None:
        if last is not None:
            return f"by {on(last)}"
        return NOT_TOLD if first is None else f"on {on(first)} or later"
    if first == last:
        return on(first)
    same_year = first.year == last.year
    begin = f"{first.day}" if same_year and first.month == last.month else on(first, with_year=not same_year)
    return f"between {begin} and {on(last)}"


def on(day: date, with_year: bool = True) -> str:
    """Return a day as it is written out: "19 July 2025"."""
    return f"{day.day} {_MONTHS[day.month - 1]}" + (f" {day.year}" if with_year else "")


def when_words(when: When) -> str:
    """Return when something took place that is over once it has: a movement, an exchange."""
    firsts = [one for one in (when.earliest_start, when.earliest_end) if one is not None]
    lasts = [one for one in (when.latest_end, when.latest_start) if one is not None]
    return day_words(min(firsts, default=None), max(lasts, default=None))


def place_words(place: Place | None) -> str:
    """Return a place with its state: "Cecot (El Salvador)"."""
    if place is None or not place.name:
        return "?"
    state = f" ({inline(place.state)})" if place.state and place.state != place.name else ""
    return f"{inline(place.name)}{state}"


def way_words(origin: Place | None, destination: Place | None, via: Iterable[Place] = ()) -> str:
    """Return a way: "Venezuela → United States by way of El Salvador"."""
    by = ", ".join(inline(place.name) for place in via)
    ends = (inline(place.name) if place is not None else "?" for place in (origin, destination))
    return " → ".join(ends) + (f" by way of {by}" if by else "")


def code_words(vocabularies: Iterable[str], code: str, language: str) -> str:
    """Return a code's label by the first vocabulary that has it, else the code with spaces."""
    for name in vocabularies:
        if code in terms(name):
            return label(name, code, language)
    return code.replace("_", " ")


def state_words(state: str, language: str) -> str:
    """Return a state of a leg in words, side exits included."""
    return code_words(("figure_states", "acts"), state, language)


def counts_words(claims: Iterable[Claim]) -> str:
    """Return the numbers that claims say, as written; "no number (“a large number”)" when there is none."""
    figures = [one.figure for one in claims if one.figure is not None and not one.part_of]
    told = dict.fromkeys(inline(one.written) or _bare(one) for one in figures if one.known)
    vague = dict.fromkeys(f"no number (“{inline(one.written)}”)" if one.written else "no number" for one in figures)
    return ", ".join(told or vague)


def _bare(figure: Figure) -> str:
    """Return a number that has no words of its own, with its operator: "~238"."""
    sign = "" if figure.operator in ("=", None) else figure.operator
    high = "" if figure.high is None else f" to {figure.high:,}"
    return f"{sign}{figure.value:,}{high}"


def fields(rows: Mapping[str, Text | str | list[Text]], indent: int = 2) -> Table:
    """Return names and values in two columns; a value that is a list has a line for each; empty ones are left out."""
    grid = Table.grid(padding=(0, 1))
    grid.add_column(width=indent)
    grid.add_column(style=DIM, no_wrap=True, min_width=13)
    grid.add_column(overflow="fold")
    for name, value in rows.items():
        for at, line in enumerate(value if isinstance(value, list) else [value]):
            if line:
                grid.add_row("", "" if at else name, line)
    return grid


def items(lines: Iterable[Text | str], indent: int = 2, sign: str = "·") -> Table:
    """Return lines each after a sign, with what is too long folded below itself."""
    grid = Table.grid(padding=(0, 1))
    grid.add_column(width=indent - 1)
    grid.add_column(style=DIM)
    grid.add_column(overflow="fold")
    for line in lines:
        grid.add_row("", sign, line)
    return grid


def heading(title: Text | str, kind: str, id: str) -> Text:
    """Return the head of a block: what it is in bold, then its kind and the beginning of its id."""
    text = Text(title, BOLD) if isinstance(title, str) else title
    return text.append(named(kind, id), DIM)
