"""Why two rows may be one person: each piece of evidence in words, with its bits, the heaviest first."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from paradero.linking.comparing import PIECES, Evidence, pieces
from paradero.linking.likeness import CUT, DESK, FAR, FORM, HEARD, INITIAL, NONE, SAME, SLIP, SLIPS, SPELT, degree
from paradero.linking.names import WORD, memory, room, word_bits
from paradero.linking.people import TRAITS, People
from paradero.linking.weights import MORE, ONE_SCRIPT, SAME_WORD

_HOW = {
    SPELT: "are two spellings of one sound",
    FORM: "are forms of one name",
    SLIP: "differ by one letter",
    SLIPS: "differ by two letters",
    HEARD: "sound alike",
    FAR: "sound somewhat alike",
    INITIAL: "have the same initial",
    CUT: "begin alike, one cut short",
}
_TRAIT = {
    "document": "number of the document",
    "sex": "sex",
    "nationality": "nationality",
    "birth_place": "place of birth",
    "residence": "place of residence",
    "occupation": "occupation",
}


@dataclass(frozen=True)
class Reason:
    """One piece of evidence.

    Attributes:
        piece: "name", "birth" or the trait; "chance" for how rarely two rows are one person at all.
        bits: above 0 when it speaks for one person, below when against.
        words: what is alike or not, in a sentence without its stop.
    """

    piece: str
    bits: float
    words: str


@dataclass(frozen=True)
class Explanation:
    """What speaks for and against two rows being one person.

    Attributes:
        reasons: the heaviest first, chance last; their bits add up to ``bits``.
        bits: of all reasons together; above 0 one person is likelier.
        probability: that they are one person, if the weights are right.
    """

    reasons: tuple[Reason, ...]
    bits: float
    probability: float

    def __str__(self) -> str:
        """Return a line for each reason."""
        lines = [f"{reason.bits:+6.1f}  {reason.words}" for reason in self.reasons]
        chance = "over 0.999" if self.probability > 0.999 else f"{self.probability:.3f}"
        return "\n".join([*lines, f"{self.bits:+6.1f}  together: a chance of {chance}"])


def explained(people: People, evidence: Evidence, one: int, other: int, needed: float) -> Explanation:
    """Explain a pair of rows; `needed` is what the evidence must outweigh."""
    into = np.zeros(len(PIECES), np.float32)
    total = pieces(one, other, evidence, memory(1 << 10), room(), into) - needed
    reasons = _name_reasons(people, evidence, one, other, float(into[0]))
    if into[1]:
        reasons.append(Reason("birth", float(into[1]), _births(people, one, other)))
    for trait, bits in zip(TRAITS, into[2:].tolist(), strict=True):
        if bits:
            same = people.traits[one, TRAITS.index(trait)] == people.traits[other, TRAITS.index(trait)]
            reasons.append(Reason(trait, bits, f"the {_TRAIT[trait]} {'agrees' if same else 'differs'}"))
    reasons.sort(key=lambda reason: -abs(reason.bits))
    chance = Reason("chance", -needed, f"before anything is compared, one pair in {_rounded(2**needed)} is one person")
    return Explanation((*reasons, chance), total, float(1 / (1 + np.exp2(-max(min(total, 60.0), -60.0)))))


def _name_reasons(people: People, evidence: Evidence, one: int, other: int, bits: float) -> list[Reason]:
    """Explain the words that are alike, one by one, and the others together; as `names.name_bits` weighs them."""
    here = [int(entry) >> WORD for entry in evidence.entry[people.of[one] : people.of[one + 1]]]
    there = [int(entry) >> WORD for entry in evidence.entry[people.of[other] : people.of[other + 1]]]
    if not here or not there:
        return []
    reasons: list[Reason] = []
    for p, q, how in _paired(evidence, here, there):
        own = word_bits(p, q, how, evidence.facts, evidence.words, evidence.table)
        weighed = own * float(evidence.table[MORE]) if reasons else own  # names go together: one more says less
        reasons.append(Reason("name", weighed, _words(people, evidence, p, q, how)))
        here.remove(p)
        there.remove(q)
    rest = bits - sum(reason.bits for reason in reasons)
    left = [", ".join(f"“{people.vocabulary.words[word]}”" for word in words) for words in (here, there)]
    if all(left):
        reasons.append(Reason("name", rest, f"{left[0]} against {left[1]}"))
    elif any(left):
        reasons.append(Reason("name", rest, f"{left[0] or left[1]} in one name only"))
    elif abs(rest) > 0.05:
        reasons.append(Reason("name", rest, "given and family names have changed places"))
    return reasons


def _paired(evidence: Evidence, here: list[int], there: list[int]) -> list[tuple[int, int, int]]:
    """Pair off words: first those that are the same, then the most telling likeness."""
    desk = np.zeros(DESK, np.float32)
    pairs, left_here, left_there = [], list(here), list(there)
    for p in here:
        if p in left_there:
            pairs.append((p, p, SAME))
            left_here.remove(p)
            left_there.remove(p)
    alike = []
    for p in left_here:
        for q in left_there:
            how = degree(p, q, evidence.facts, evidence.signs, desk)
            if how != NONE:
                alike.append((-word_bits(p, q, how, evidence.facts, evidence.words, evidence.table), p, q, how))
    for against, p, q, how in sorted(alike, key=lambda one: one[0]):
        if against < 0 and p in left_here and q in left_there:
            pairs.append((p, q, how))
            left_here.remove(p)
            left_there.remove(q)
    return pairs


def _words(people: People, evidence: Evidence, p: int, q: int, how: int) -> str:
    one, other = people.vocabulary.words[p], people.vocabulary.words[q]
    if how == SAME:
        rare = float(np.exp2(evidence.words[p, SAME_WORD])) / ONE_SCRIPT[SAME]
        return f"“{one}” stands in both, taken for one word in {_rounded(rare)}"
    return f"“{one}” and “{other}” {_HOW[how]}"


def _rounded(number: float) -> str:
    return f"{float(f'{number:.2g}'):,.0f}"


def _births(people: People, one: int, other: int) -> str:
    dates = [people.birth[row] for row in (one, other)]
    if all(date[0] for date in dates):
        written = ["-".join(f"{part:02d}" for part in date if part) for date in dates]
        return f"both born {written[0]}" if written[0] == written[1] else f"born {written[0]} against {written[1]}"
    years = [f"{low}" if low == high else f"{low} or {high}" for low, high in people.born[[one, other]]]
    return f"born {years[0]}, by age or date, against {years[1]}"
