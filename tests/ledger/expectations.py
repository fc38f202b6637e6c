"""What the sentences of ``expected`` ask for: each is read for its numbers, its arithmetic and its verdicts.

A case states in words, for people, what must follow. Nothing of a case is known here: only how such sentences speak.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from paradero.ledger import Account, AttributedFigure, Relation, Series

_DAY = re.compile(r"\d{4}[-_]\d\d[-_]\d\d")
_EQUATION = re.compile(r"\d+(?: [+-] \d+)+ = \d+")


@dataclass(frozen=True)
class Answer:
    """All that the ledger says of a case."""

    figures: dict[str, AttributedFigure]
    relations: tuple[Relation, ...]
    accounts: tuple[Account, ...]
    series: tuple[Series, ...]

    def of(self, *kinds: str) -> list[Account]:
        return [one for one in self.accounts if one.kind in kinds]

    def numbers(self) -> set[int]:
        """Every number that stands in the structured answer."""
        found: set[int | float | Fraction | None] = {one.never_added for one in self.accounts}
        for one in self.accounts:
            found |= _values(one) | {None if one.difference is None else one.difference.value}
            found |= {self.figures[name].figure.value for name in one.figures}
        return {int(number) for number in found if number is not None}


def sentences(expected: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield every sentence with its key."""
    for key, value in expected.items():
        yield from ((key, one) for one in ([value] if isinstance(value, str) else value))


def day_of(key: str, sentence: str) -> date | None:
    """Return the day as known on which the sentence holds; the last one where it tells several."""
    told = re.findall(r"as[ _]known[ _]on[ _](\d{4}[-_]\d\d[-_]\d\d)", f"{key} {sentence}")
    return date.fromisoformat(max(told).replace("_", "-")) if told else None


def bare(sentence: str, ids: set[str]) -> str:
    """Return a sentence without days and without the names of figures, in which digits stand."""
    for name in sorted(ids, key=len, reverse=True):
        sentence = re.sub(rf"\b{re.escape(name)}\b|\b{re.escape(name.replace('-', ' '))}\b", "it", sentence)
    return _DAY.sub("", sentence)


def numbers(sentence: str) -> set[int]:
    return {int(one) for one in re.findall(r"\d+", sentence)}


def equations(sentence: str) -> list[str]:
    return _EQUATION.findall(sentence)


def worked(answer: Answer, equation: str) -> list[Account]:
    """Return the accounts whose working has the equation, whatever the order of its terms."""

    def parted(text: str) -> tuple[list[str], str]:
        left, _, right = text.partition(" = ")
        return sorted(re.findall(r"-?\d+", left.replace("- ", "-"))), right

    return [one for one in answer.accounts if any(parted(line.text) == parted(equation) for line in one.working)]


def _values(account: Account) -> set[int]:
    terms = (term for line in account.working for term in (*line.terms, line.result) if term is not None)
    return {int(term.value) for term in terms if term.value is not None}


def _sums(answer: Answer, found: re.Match[str]) -> bool:
    sums = [one for equation in equations(found.string) for one in worked(answer, equation)]
    return any(one.verdict == "consistent" and one.kind in ("parts", "stages", "minus") for one in sums)


def _differs(answer: Answer, found: re.Match[str]) -> bool:
    n = int(found[1])
    return any(one.verdict == "differs" and one.difference and one.difference.value == n for one in answer.accounts)


def _left(kind: str, meaning: str) -> Callable[[Answer, re.Match[str]], bool]:
    def holds(answer: Answer, found: re.Match[str]) -> bool:
        differences = [one.difference for one in answer.of(kind) if one.difference is not None]
        return any((one.value, one.meaning) == (int(found[1]), meaning) for one in differences)

    return holds


def _named(answer: Answer, found: re.Match[str]) -> bool:
    return any(int(found[1]) in _values(one) and one.verdict == "consistent" for one in answer.of("names"))


def _bound(answer: Answer, found: re.Match[str]) -> bool:
    wanted = {int(found[1]), int(found[2])}
    return any(one.verdict == "consistent" and wanted <= _values(one) for one in answer.of("bounds"))


def _silent(answer: Answer, found: re.Match[str]) -> bool:
    spoken = [name for one in answer.of("same") for name in one.silent]
    return any(found[1] in answer.figures[name].speaker for name in spoken)


def _unverifiable(answer: Answer, found: re.Match[str]) -> bool:
    outcomes = answer.of("fulfils")
    return any(
        one.verdict == "unknown" and one.silent and one.reason and one.reason.code == "no_number" for one in outcomes
    )


def _apart(answer: Answer, found: re.Match[str]) -> bool:
    bases = {(one.relation.whole, one.relation.basis) for one in answer.of("parts") if one.relation is not None}
    return any(len({basis for other, basis in bases if other == whole}) > 1 for whole, _ in bases)


def _one_movement(answer: Answer, found: re.Match[str]) -> bool:
    return any(one.never_added == int(found[1]) and one.verdict == "consistent" for one in answer.of("same"))


def _both(answer: Answer, found: re.Match[str]) -> bool:
    shared = [one for one in answer.of("same") if found[1] in one.figures and len(one.voices) > 1]
    return any(one.verdict == "consistent" and int(found[2]) in _values(one) for one in shared)


def _alone(answer: Answer, found: re.Match[str]) -> bool:
    alone = [one for one in answer.of("one_voice") if found[1] in one.figures]
    return any(found[3] in one.voices[0] and answer.figures[found[1]].figure.value == int(found[2]) for one in alone)


def _entries(level: str) -> Callable[[Answer, re.Match[str]], bool]:
    def holds(answer: Answer, found: re.Match[str]) -> bool:
        steps = [step for one in answer.series for step in one.steps]
        day = date.fromisoformat(found[2]) if found.re.groups > 1 else None
        told = [entry for step in steps for entry in step.said if day in (None, step.day)]
        return any((entry.level, entry.written) == (level, found[1]) for entry in told)

    return holds


def _replaces(answer: Answer, found: re.Match[str]) -> bool:
    entries = [entry for one in answer.series for step in one.steps for entry in step.said]
    later = [entry for entry in entries if entry.replaces]
    return any(entry.falls and set(entry.replaces) <= {one.figure for one in entries} for entry in later)


def _in_return(answer: Answer, found: re.Match[str]) -> bool:
    lines = [line.text for one in answer.of("in_return") for line in one.working]
    return found[0].removeprefix("offered ") in lines


def _speaker(answer: Answer, found: re.Match[str]) -> bool:
    said = [one for one in answer.figures.values() if one.figure.value == int(found[1])]
    return any(set(found[2].casefold().split()) <= set(one.speaker.casefold().split()) for one in said)


def _refused(answer: Answer, found: re.Match[str]) -> bool:
    return any(
        answer.figures[name].figure.value == int(found[1])
        for one in answer.of("minus")
        if one.relation is not None
        for name in one.relation.of_rest
    )


def _people_moved(answer: Answer, found: re.Match[str]) -> bool:
    reasons = [one.reason.code for one in answer.accounts if one.verdict == "not_comparable" and one.reason]
    return "prisoners_against_people_moved" in reasons


# How a sentence says it, and what must then hold of the answer.
RULES: tuple[tuple[str, Callable[[Answer, re.Match[str]], bool]], ...] = (
    (r"= \d+ : .*agrees with", _sums),
    (r"differ by (\d+)", _differs),
    (r"(\d+) announced and not verified", _left("verifies", "unverified")),
    (r"gap (\d+)", _left("verifies", "unverified")),
    (r"(\d+) unnamed", _left("names", "unnamed")),
    (r"(\d+) unaccounted", _left("minus", "rest")),
    (r"(\d+) refused", _refused),
    (r"(\d+) named", _named),
    (r"at least (\d+).* agrees with (\d+)", _bound),
    (r"\((\w+)\) carries no number", _silent),
    (r"no number by any party: unverifiable, not zero", _unverifiable),
    (r"the two splits are not added", _apart),
    (r"two characterisations of one movement, not (\d+)", _one_movement),
    (r"^([\w-]+): (\d+) by ", _both),
    (r"^([\w-]+): (\d+) said by (\w+) alone", _alone),
    (r"announced (\d+)", _entries("announced")),
    (r"(\d+) announced,", _entries("announced")),
    (r"(\d+) verified", _entries("verified")),
    (r"(\d+) as known on (\d{4}-\d\d-\d\d)", _entries("verified")),
    (r"later figure of the same speaker replaces the earlier, and both stay visible", _replaces),
    (r"offered (\d+) for (\d+)", _in_return),
    (r"(\d+) \(([A-Za-z ]+)\)", _speaker),
    (r"prisoners against \d+ people moved: not compared", _people_moved),
    (r"= (\d+) released in two stages", lambda answer, found: bool(answer.of("stages"))),
)


def unmet(answer: Answer, sentence: str) -> tuple[int, list[str]]:
    """Return how many things a sentence asks for in words, and those that the answer lacks."""
    asked = [(rule, holds(answer, found)) for rule, holds in RULES for found in re.finditer(rule, sentence)]
    return len(asked), [rule for rule, met in asked if not met]
