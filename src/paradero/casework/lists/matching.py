"""List against list: for each entry of one list, who on the other may be the same person. Nobody is merged by it."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping as Columns
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING

from paradero.model import Entry, Judgement

if TYPE_CHECKING:
    from paradero.linking import Explanation, Links

LIKELY = 0.5  # from this chance on a candidate is likelier one person than two
ASKED, ANSWERING = "A", "B"
# Columns of `paradero.linking.link` by the fields of entries that say the same.
_FIELDS = {
    "birth_date": "birth_date",
    "age": "age",
    "sex": "sex",
    "nationality": "nationality",
    "birth_place": "birth_place",
    "residence": "address",
    "occupation": "occupation",
    "document": "document_number",
}


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
            right; "unsure" when it is left open; empty otherwise. Only the first two decide.
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
    asked: ListOfEntries, answering: ListOfEntries, judgements: Iterable[Judgement] = ()
) -> tuple[Answer, ...]:
    """Look for every entry of one list on another.

    Args:
        asked: the list whose entries are looked for, in whose order the answers are given.
        answering: the list on which they are looked for.
        judgements: what people have judged; of two entries that are judged one person or two, that is told.

    Returns:
        An answer for each entry. It says what may be, not what is: a person judges.
    """
    rows = {f"{name}{place}": entry for name, of in _both(asked, answering) for place, entry in enumerate(of.entries)}
    links = _links(asked, answering)
    found: dict[str, tuple[list[Candidate], list[Candidate]]] = {}
    if links is not None:
        proposed = [(pair["one"], pair["other"]) for pair in links.pairs.to_pylist()]
        judged = _judged(rows, judgements)
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
        answers.append(Answer(entry, _named(entry), tuple(candidates), tuple(doubles)))
    return tuple(answers)


def _judged(rows: Columns[str, Entry], judgements: Iterable[Judgement]) -> dict[tuple[str, str], str]:
    """Return the pairs of rows that people have judged, and how the judgements stand together."""
    from paradero.linking import register

    names = {entry.id: name for name, entry in rows.items() if _named(entry)}
    made = {one.id: one for one in judgements}
    known = register(made.values())
    pairs = dict.fromkeys((pair for person in known.persons for pair in combinations(person, 2)), "same")
    pairs.update(dict.fromkeys(known.waiting, "unsure"))
    pairs.update(dict.fromkeys(known.different, "different"))
    steps = (made[step].about for found in known.contradictions for step in found.judgements)
    pairs.update(dict.fromkeys(((first, second) for first, second in map(sorted, steps)), "contested"))
    return {(names[one], names[other]): how for (one, other), how in pairs.items() if {one, other} <= names.keys()}


def _both(asked: ListOfEntries, answering: ListOfEntries) -> tuple[tuple[str, ListOfEntries], ...]:
    return (ASKED, asked), (ANSWERING, answering)


def _named(entry: Entry) -> bool:
    return bool(entry.names) and entry.group is None


def _links(asked: ListOfEntries, answering: ListOfEntries) -> Links | None:
    """Link the rows of both lists that stand for one person who is named; None when there are none."""
    import pyarrow as pa

    from paradero.linking import link

    rows = [
        {"id": f"{name}{place}", "list": name, **_compared(entry, of.day)}
        for name, of in _both(asked, answering)
        for place, entry in enumerate(of.entries)
        if _named(entry)
    ]
    if not rows:
        return None
    told = dict.fromkeys(column for row in rows for column in row)
    return link(pa.table({column: pa.array([row.get(column) for row in rows], pa.string()) for column in told}))


def _compared(entry: Entry, day: date | None) -> Columns[str, str | None]:
    """Return what is compared of an entry, by the columns of `link`."""
    surnames = [entry.first(field) for field in ("family_name", "second_family_name")]
    given = entry.first("given_names")
    names = {
        "name": "; ".join(entry.names[:1]),
        "given": None if given is None else given.written,
        "family": " ".join(one.written for one in surnames if one is not None) or None,
    }
    values = {column: entry.normal(field) or _written(entry, field) for column, field in _FIELDS.items()}
    if not (values["age"] or "").isdigit():
        values["age"] = None
    return {**names, **values, "age_on": None if day is None else day.isoformat()}


def _written(entry: Entry, field: str) -> str | None:
    """Return a value as it is written; a birth or an age from which nothing follows is none."""
    value = entry.first(field)
    return None if value is None or field in ("birth_date", "age") else value.written
