"""The counts of a casebook: its figures held against each other, by relations proposed, accepted or set by people."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from paradero.casework.counts.carrying import carried, corrections, together
from paradero.casework.counts.deciding import HOLDS, RelationDecision, decisions, still_open
from paradero.casework.counts.figures import SHORT, CitedFigure, figures
from paradero.model import Problem
from paradero.model.judgement import known_by
from paradero.store import AmbiguousId, Casebook
from paradero.store.resolving import one_of

if TYPE_CHECKING:
    from paradero.ledger import Account, AttributedFigure, Relation, Series

_LONG = re.compile(r"\b[0-9a-f]{64}\b")
_TAIL = re.compile(rf"(?<=\S)#[0-9a-f]{{{SHORT}}}\b")


@dataclass(frozen=True)
class Counts:
    """What a casebook counts.

    Attributes:
        figures: in the order of documents and files.
        relations: those worked with: first what people accepted or set (``by`` tells who), then proposals.
        decided: the decisions that hold, by the id of the relation.
        rejected: those by which proposals are gone; without those of a figure that is not there any more, since their
            reasons may tell of it.
        accounts, series: what follows; of ``about``, only those with a figure that the words fit.
        problems: what is wrong with figures and relations.
        about: the words asked for; empty for all.
    """

    figures: tuple[CitedFigure, ...]
    relations: tuple[Relation, ...]
    decided: Mapping[str, RelationDecision]
    rejected: tuple[RelationDecision, ...]
    accounts: tuple[Account, ...]
    series: tuple[Series, ...]
    problems: tuple[Problem, ...]
    about: str = ""

    @cached_property
    def by_id(self) -> Mapping[str, CitedFigure]:
        """The figures by their ids."""
        return {one.id: one for one in self.figures}

    @property
    def alone(self) -> tuple[CitedFigure, ...]:
        """The figures asked for that stand in no account."""
        used = {id for one in self.accounts for id in (*one.figures, *one.relays, *one.replaced)}
        used |= {entry.figure for one in self.series for step in one.steps for entry in step.said}
        return tuple(one for one in self.figures if one.id not in used and _fits(one, self.about))

    def named(self, words: str) -> str:
        """Return the id of the figure that a name, or the beginning of a digest, stands for.

        Raises:
            IdTooShort, UnknownId, AmbiguousId: as they say.
        """
        if words in self.by_id:
            return words
        found = [one.id for one in self.figures if words and words in (one.name, one.in_file)]
        if len(found) > 1:
            raise AmbiguousId("figure", words, [one.name for one in self.figures if one.id in found])
        by_digest = {one.digest: one.id for one in self.figures}
        return found[0] if found else by_digest[one_of("figure", words, by_digest)]

    def shown(self, words: str) -> str:
        """Return words in which figures are cited as people know them: by name, or by eight characters."""
        return _TAIL.sub("", _LONG.sub(lambda match: match[0][:SHORT], words))


def counts(
    casebook: Casebook, known_on: str = "", by_said_on: bool = False, about: str = "", as_of: date | None = None
) -> Counts:
    """Hold the figures of a casebook against each other.

    Args:
        casebook: where.
        known_on: an ISO day after which nothing counts that was recorded or decided; empty for everything.
        by_said_on: whether the day asks for what had been said by then, whenever it was recorded.
        as_of: a day by the end of which a figure had been said; one of which nobody knows the day is left out then.
            None for all.
        about: words, all of which a figure's set, speaker or name must have; empty for all.
    """
    from paradero.ledger import proposed, reconcile, series

    recorded_on = "" if by_said_on else known_on
    said_by = date.fromisoformat(known_on) if by_said_on and known_on else None
    said_by = min(filter(None, (said_by, as_of)), default=None)
    cited, wrong = figures(casebook, recorded_on)
    every = [one.figure for one in cited]
    ids = {one.id for one in every}
    judged = [one for one in casebook.judgements() if known_by(one.made_at, recorded_on)]
    made, again = carried(decisions(casebook, recorded_on), ids, corrections(judged))
    found, crowded = proposed(with_wholes(cited))
    proposals = together(again, found)
    relations, told = _together(made.values(), still_open(proposals, made.values()), every)
    accounts, unfit = reconcile(every, relations, known_on=said_by)
    told_days = _by_day(series(every, relations), said_by)
    wanted = {one.id for one in cited if _fits(one, about)}
    return Counts(
        tuple(one for one in cited if said_by is None or (one.figure.said_on or date.max) <= said_by),
        relations,
        {id: one for id, one in made.items() if one.decision in HOLDS},
        tuple(one for one in made.values() if one.decision == "rejects" and ids.issuperset(one.relation.members)),
        tuple(one for one in accounts if wanted.intersection(one.figures)),
        tuple(one for one in told_days if wanted.intersection(e.figure for step in one.steps for e in step.said)),
        tuple(dict.fromkeys((*wrong, *crowded, *told, *unfit))),
        about,
    )


def _together(
    made: Iterable[RelationDecision], proposals: Iterable[Relation], figures: Iterable[AttributedFigure]
) -> tuple[tuple[Relation, ...], tuple[Problem, ...]]:
    """Return what people decided and what is proposed besides; a proposal gives way where both would go in a circle."""
    from paradero.ledger.relations import sound

    ids, open_ = [one.id for one in figures], tuple(proposals)
    held, problems = sound([one.relation for one in made if one.decision in HOLDS], ids)
    both, _ = sound([*held, *open_], ids)
    used = {one.id for one in both}
    if any(one.id not in used for one in held):
        open_ = tuple(one for one in open_ if one.id in used)
    return (*held, *open_), problems


def with_wholes(cited: Iterable[CitedFigure]) -> Iterator[AttributedFigure]:
    """Yield figures whose words name their whole by its id: "part of a" means the "a" of its own file."""
    from paradero.ledger.sets import with_ids

    names: dict[str, dict[str, str]] = {}
    for one in cited:
        if one.statement is None and one.name:
            names.setdefault(one.document.sha256, {})[one.in_file] = one.id
    for one in cited:
        own = names.get(one.document.sha256, {}) if one.statement is None else {}
        yield replace(one.figure, about=with_ids(one.figure.about, own)) if own else one.figure


def _by_day(told: Iterable[Series], said_by: date | None) -> list[Series]:
    """Return series up to a day; one of which nothing had been said by then is none."""
    if said_by is None:
        return list(told)
    cut = (replace(one, steps=tuple(step for step in one.steps if step.day <= said_by)) for one in told)
    return [one for one in cut if one.steps]


def _fits(one: CitedFigure, about: str) -> bool:
    told = f"{one.figure.about} {one.figure.speaker} {one.name} {one.digest}".casefold()
    return all(word in told for word in about.casefold().split())
