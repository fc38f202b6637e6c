"""Which pair a person should judge next: the one whose answer is least certain and decides most, and some by chance.

A pure function of the proposals and of what has been judged. How much a pair is worth is the uncertainty of its score
(its entropy, in bits; Shannon, 1948) times the pairs of records that the answer decides through what is judged already.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from itertools import islice
from typing import Literal

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from paradero.linking.registering import Pair, Register

ONE_IN = 10  # pairs is drawn by chance, so that the scores can be checked where nobody would look
Drawn = Literal["order", "chance"]


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two records that may be one person, to be judged.

    Attributes:
        one, other: their ids, in order.
        probability: that they are one person, if the weights are right.
        worth: bits of uncertainty times the pairs of records that the answer decides.
        drawn: "order" for the pair that is worth most, "chance" for one drawn by chance.
    """

    one: str
    other: str
    probability: float
    worth: float
    drawn: Drawn = "order"


def no_pairs() -> pa.Table:
    """Return the pairs of nobody."""
    text, number = pa.array([], pa.large_string()), pa.array([], pa.float64())
    return pa.table({"one": text, "other": text, "bits": number, "probability": number})


class Queue:
    """The proposals of one linking, in the order in which they are best judged.

    Args:
        pairs: as ``Links.pairs``: the columns ``one``, ``other`` and ``probability``.
    """

    def __init__(self, pairs: pa.Table) -> None:
        columns = [pairs[name].cast(pa.large_string()) for name in ("one", "other")]
        ids = pa.chunked_array([chunk for column in columns for chunk in column.chunks], pa.large_string())
        coded = ids.combine_chunks().dictionary_encode()
        self._ids: list[str] = coded.dictionary.to_pylist()
        self._places = {id: place for place, id in enumerate(self._ids)}
        self._pairs = coded.indices.to_numpy().astype(np.int64).reshape(2, -1)
        self._probability = pairs["probability"].to_numpy()
        chance = np.clip(self._probability, 1e-9, 1 - 1e-9)
        self._uncertain = -(chance * np.log2(chance) + (1 - chance) * np.log2(1 - chance))
        self._mixed = _mixed(self._ids, self._pairs)

    def __len__(self) -> int:
        """Return how many proposals there are, judged ones included."""
        return len(self._probability)

    def left(self, known: Register, seen: Collection[Pair] = ()) -> int:
        """Count the pairs that wait for somebody who has seen some."""
        return int(self._open(self._heads(known)[0], known, seen).sum())

    def in_order(self, known: Register, seen: Collection[Pair] = (), asked: int = 0) -> Iterator[Proposal]:
        """Yield the pairs that wait, those that are worth most first, each tenth drawn by chance.

        Args:
            known: who is who so far; what follows from it is not asked.
            seen: pairs that the person has judged already; the other way round is the same.
            asked: how many pairs have been asked before, so that the tenth is the tenth whoever goes on.

        Yields:
            Each pair once. The same in, the same out.
        """
        head, size = self._heads(known)
        waits = self._open(head, known, seen)
        uncertain = np.where(self._marked(known.waiting), 1.0, self._uncertain)  # another person's word is asked
        worth = uncertain * size[head[self._pairs[0]]] * size[head[self._pairs[1]]]
        places = np.flatnonzero(waits)
        by_chance = iter(places[np.argsort(self._mixed[places])].tolist())
        # Of pairs that are worth the same, those come first that chance would draw last: else it had none of them left.
        by_worth = iter(places[np.lexsort((~self._mixed[places], -worth[places]))].tolist())
        given: set[int] = set()
        for number in range(asked + 1, asked + 1 + len(places)):
            drawn: Drawn = "chance" if number % ONE_IN == 0 else "order"
            place = next(one for one in (by_chance if drawn == "chance" else by_worth) if one not in given)
            given.add(place)
            one, other = sorted(self._ids[of] for of in self._pairs[:, place].tolist())
            yield Proposal(one, other, float(self._probability[place]), float(worth[place]), drawn)

    def first(
        self, known: Register, seen: Collection[Pair] = (), asked: int = 0, many: int = 1
    ) -> tuple[Proposal, ...]:
        """Return the first pairs of the order."""
        return tuple(islice(self.in_order(known, seen, asked), many))

    def _heads(self, known: Register) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Return for each record the first of its person, and for each first how many records the person has."""
        head, size = np.arange(len(self._ids)), np.ones(len(self._ids), np.int64)
        for person in known.persons:
            places = [self._places[id] for id in person if id in self._places]
            if places:
                head[places], size[places[0]] = places[0], len(person)
        return head, size

    def _open(self, head: NDArray[np.int64], known: Register, seen: Collection[Pair]) -> NDArray[np.bool_]:
        """Tell which pairs neither follow from what is judged nor have been seen."""
        one, other = head[self._pairs[0]], head[self._pairs[1]]
        persons = {id: person for person in known.persons for id in person}
        parted = [(self._place_of(a, persons), self._place_of(b, persons)) for a, b in known.different]
        apart = np.array([self._number(head[a], head[b]) for a, b in parted if a >= 0 and b >= 0], np.int64)
        number = np.minimum(one, other) * len(self._ids) + np.maximum(one, other)
        told = np.isin(number, apart) | self._marked((*seen, *known.different))
        waits: NDArray[np.bool_] = (one != other) & ~told
        return waits

    def _place_of(self, id: str, persons: Mapping[str, tuple[str, ...]]) -> int:
        """Return the place of any record of somebody's person that is among the proposals; -1 when none is."""
        person = persons.get(id, (id,))
        return next((self._places[one] for one in person if one in self._places), -1)

    def _marked(self, pairs: Collection[Pair]) -> NDArray[np.bool_]:
        """Tell which of the proposals are among some pairs."""
        places = self._places
        numbers = [self._number(places[a], places[b]) for a, b in pairs if a in places and b in places]
        low, high = self._pairs.min(axis=0), self._pairs.max(axis=0)
        marked: NDArray[np.bool_] = np.isin(low * len(self._ids) + high, np.array(numbers, np.int64))
        return marked

    def _number(self, one: int, other: int) -> int:
        return int(min(one, other)) * len(self._ids) + int(max(one, other))


def _mixed(ids: list[str], pairs: NDArray[np.int64]) -> NDArray[np.uint64]:
    """Return a number for each pair as good as drawn by chance, that hangs on the two ids alone."""
    of = np.array([int.from_bytes(blake2b(id.encode(), digest_size=8).digest(), "big") for id in ids], np.uint64)
    low, high = of[pairs].min(axis=0), of[pairs].max(axis=0)
    with np.errstate(over="ignore"):
        mixed = (low ^ (high >> np.uint64(29))) * np.uint64(0x9E3779B97F4A7C15) + high
        mixed ^= mixed >> np.uint64(32)
        mixed *= np.uint64(0xD6E8FEB86659FD93)
    number: NDArray[np.uint64] = mixed ^ (mixed >> np.uint64(32))
    return number
