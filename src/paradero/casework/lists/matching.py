"""List against list: for each entry of one list, who on the other may be the same person. Nobody is merged by it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING

from paradero.casework.people.columns import is_one_person, of_entry
from paradero.casework.people.policy import SIGNED, Policy
from paradero.model import Entry, Judgement

if TYPE_CHECKING:
    from paradero.linking import Explanation, Proposals

LIKELY = 0.5  # from this chance on a candidate is likelier one person than two
ASKED, ANSWERING = "A", "B"


@dataclass(frozen=True, slots=True)
class ListOfEntries:
    """The entries of a list, and the day on which their ages hang (None when nobody said it)."""

    entries: tuple[Entry, ...]
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry that may be the same person as another.

    Attributes:
        entry: of the other list, or of the same one.
        probability: that they are one person, if the weights are right.
        why: what speaks for and against.
        judged: "same" or "different" when people have decided it; "contested" when their judgements cannot all be
            right; "awaited" when the casebook's policy asks for another reviewer; "unsure" when it is left open; empty
            otherwise. Only the first two decide.
    """

    entry: Entry
    probability: float
    why: Explanation
    judged: str = ""

    @property
    def likely(self) -> bool:
        """Whether one person is likelier than two."""
        return self.probability >= LIKELY


@dataclass(frozen=True, slots=True)
class Answer:
    """What the other list may have for one entry.

    Attributes:
        entry: of the first list. compared: False for a group and for somebody who is not named: nobody can be found.
        candidates: of the other list, the likeliest first.
        doubles: other entries of its own list that may be the same person.
    """

    entry: Entry
    compared: bool = True
    candidates: tuple[Candidate, ...] = ()
    doubles: tuple[Candidate, ...] = ()

    @property
    def outcome(self) -> str:
        """``same``, as judged; ``likely`` or ``possible``: the best candidate; ``none``; or ``not_compared``."""
        if not self.compared:
            return "not_compared"
        if any(one.judged == "same" for one in self.candidates):
            return "same"
        best = self.best
        if best is None:
            return "none"
        return "likely" if best.likely else "possible"

    @property
    def best(self) -> Candidate | None:
        """The candidate that counts: whom people judged the same person, else the likeliest not judged different."""
        left = sorted(
            (one for one in self.candidates if one.judged != "different"), key=lambda one: one.judged != "same"
        )
        return left[0] if left else None


def match_lists(
    asked: ListOfEntries,
    answering: ListOfEntries,
    judgements: Iterable[Judgement] = (),
    engine: str = "own",
    policy: Policy = Policy(),  # noqa: B008 - frozen
) -> tuple[Answer, ...]:
    """Look for every entry of one list on another.

    Args:
        asked: the list whose entries are looked for, in whose order the answers are given.
        answering: the list on which they are looked for.
        judgements: what people have judged; of two entries that are judged one person or two, that is told.
        engine: which engine links; one of ``paradero.linking.ENGINES``.
        policy: of the casebook whose judgements they are: how many people must agree.

    Returns:
        An answer for each entry. It says what may be, not what is: a person judges.
    """
    rows = {f"{name}{place}": entry for name, of in _both(asked, answering) for place, entry in enumerate(of.entries)}
    links = links_of(asked, answering, engine)
    found: dict[str, tuple[list[Candidate], list[Candidate]]] = {}
    if links is not None:
        proposed = [(pair["one"], pair["other"]) for pair in links.pairs.to_pylist()]
        judged = _judged(rows, judgements, policy)
        seen = {frozenset(pair) for pair in proposed}
        for pair in (*proposed, *(pair for pair in judged if frozenset(pair) not in seen)):
            for one, other in (pair, pair[::-1]):
                if one[0] == ASKED:
                    why = links.explain(one, other)
                    how = judged.get(pair) or judged.get(pair[::-1]) or ""
                    candidate = Candidate(rows[other], why.probability, why, how)
                    found.setdefault(one, ([], []))[other[0] == ASKED].append(candidate)
    answers = []
    for place, entry in enumerate(asked.entries):
        candidates, doubles = found.get(f"{ASKED}{place}", ([], []))
        answers.append(Answer(entry, is_one_person(entry), tuple(candidates), tuple(doubles)))
    return tuple(answers)


def _judged(rows: Mapping[str, Entry], judgements: Iterable[Judgement], policy: Policy) -> dict[tuple[str, str], str]:
    """Return the pairs of rows that people have judged, and how the judgements stand together."""
    from paradero.linking import register, standing

    names = {entry.id: name for name, entry in rows.items() if is_one_person(entry)}
    made = {one.id: one for one in judgements}
    known = register(made.values(), reviewers=policy.reviewers, suffices=SIGNED)
    said = {pair: {one.decision for one in of} for pair, of in standing(made.values()).items()}
    pairs = dict.fromkeys((pair for person in known.persons for pair in combinations(person, 2)), "same")
    pairs.update({pair: "awaited" if "same" in said[pair] else "unsure" for pair in known.waiting})
    pairs.update(dict.fromkeys(known.different, "different"))
    steps = (made[step].about for found in known.contradictions for step in found.judgements)
    pairs.update(dict.fromkeys(((first, second) for first, second in map(sorted, steps)), "contested"))
    return {(names[one], names[other]): how for (one, other), how in pairs.items() if {one, other} <= names.keys()}


def _both(asked: ListOfEntries, answering: ListOfEntries) -> tuple[tuple[str, ListOfEntries], ...]:
    return (ASKED, asked), (ANSWERING, answering)


def links_of(asked: ListOfEntries, answering: ListOfEntries, engine: str = "own") -> Proposals | None:
    """Link the rows of both lists that stand for one person who is named; None when there are none.

    An id is the list, ``A`` or ``B``, and the place of the entry on it, from 0.
    """
    from paradero.linking import link_by, table_of

    rows = [
        {"id": f"{name}{place}", "list": name, **of_entry(entry, of.day)}
        for name, of in _both(asked, answering)
        for place, entry in enumerate(of.entries)
        if is_one_person(entry)
    ]
    if not rows:
        return None
    return link_by(engine, table_of(rows))
