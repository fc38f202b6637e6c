"""Why two rows may be one person: each piece of evidence in words, with its bits, the heaviest first."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from paradero.linking.comparing import PIECES, Evidence, pieces
from paradero.linking.glances import WORD
from paradero.linking.likeness import CUT, DESK, FAR, FORM, HEARD, INITIAL, NONE, SAME, SLIP, SLIPS, SPELT, degree
from paradero.linking.names import entry_bits, left_joined, room
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
    "held_at": "place of detention",
    "father": "father's given name",
    "mother": "mother's given name",
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
    total = pieces(one, other, evidence, room(1), into) - needed
    reasons = _name_reasons(people, evidence, one, other, float(into[0] + into[1]))
    if into[2]:
        reasons.append(Reason("birth", float(into[2]), _births(people, one, other)))
    for trait, bits in zip(TRAITS, into[3:].tolist(), strict=True):
        if bits:
            same = people.traits[one, TRAITS.index(trait)] == people.traits[other, TRAITS.index(trait)]
            reasons.append(Reason(trait, bits, f"the {_TRAIT[trait]} {'agrees' if same else 'differs'}"))
    over = total + needed - sum(reason.bits for reason in reasons)
    if over < -0.05:
        why = (
            "they may be relatives: what else agrees counts for less"
            if into[0] > 0
            else "no name in common: nothing else counts"
        )
        reasons.append(Reason("name", over, why))
    reasons.sort(key=lambda reason: -abs(reason.bits))
    chance = Reason("chance", -needed, f"before anything is compared, one pair in {_rounded(2**needed)} is one person")
    return Explanation((*reasons, chance), total, float(1 / (1 + np.exp2(-max(min(total, 60.0), -60.0)))))


def _name_reasons(people: People, evidence: Evidence, one: int, other: int, bits: float) -> list[Reason]:
    """Explain the words that are alike, one by one, and the others together; as `names.name_bits` weighs them."""
    here = list(range(int(people.of[one]), int(people.of[one + 1])))
    there = list(range(int(people.of[other]), int(people.of[other + 1])))
    if not here or not there:
        return []
    reasons: list[Reason] = []
    for take in (_same, _like):
        for p, q, how in take(evidence, here, there):
            first, second = int(evidence.entry[p]), int(evidence.entry[q])
            own = entry_bits(first, second, how, evidence.facts, evidence.words, evidence.table)
            weighed = own * float(evidence.table[MORE]) if reasons else own  # names go together: one more says less
            reasons.append(Reason("name", weighed, _words(people, evidence, first >> WORD, second >> WORD, how)))
            here.remove(p)
            there.remove(q)
        if take is _same and here and there and _joined(evidence, here, there):
            break
    rest = bits - sum(reason.bits for reason in reasons)
    left = [
        " ".join(people.vocabulary.words[evidence.entry[place] >> WORD] for place in words) for words in (here, there)
    ]
    if all(left) and rest > 0:
        reasons.append(Reason("name", rest, f"“{left[0]}” and “{left[1]}” sound alike when written together"))
    elif all(left):
        reasons.append(Reason("name", rest, f"“{left[0]}” against “{left[1]}”"))
    elif any(left):
        reasons.append(Reason("name", rest, f"“{left[0] or left[1]}” in one name only"))
    return reasons


def _joined(evidence: Evidence, here: list[int], there: list[int]) -> bool:
    a, b = min(here), min(there)
    marks = [sum(1 << place - words[0] for place in words) for words in (here, there)]
    return left_joined(a, marks[0], b, marks[1], evidence.entry, evidence.facts, evidence.signs, room(1)) > 0


def _same(evidence: Evidence, here: list[int], there: list[int]) -> list[tuple[int, int, int]]:
    """Pair off the places of words that are the same."""
    pairs, free = [], list(there)
    for p in here:
        q = next((q for q in free if evidence.entry[p] >> WORD == evidence.entry[q] >> WORD), None)
        if q is not None:
            pairs.append((p, q, SAME))
            free.remove(q)
    return pairs


def _like(evidence: Evidence, here: list[int], there: list[int]) -> list[tuple[int, int, int]]:
    """Pair off the places of words that are alike, the most telling first."""
    desk = np.zeros(DESK, np.float32)
    alike = []
    for p in here:
        for q in there:
            first, second = int(evidence.entry[p]), int(evidence.entry[q])
            how = degree(first >> WORD, second >> WORD, evidence.facts, evidence.signs, desk)
            if how != NONE:
                alike.append(
                    (-entry_bits(first, second, how, evidence.facts, evidence.words, evidence.table), p, q, how)
                )
    pairs: list[tuple[int, int, int]] = []
    for against, p, q, how in sorted(alike):
        if against < 0 and all(p != one and q != other for one, other, _ in pairs):
            pairs.append((p, q, how))
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
