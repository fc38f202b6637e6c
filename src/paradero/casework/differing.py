"""Where two readings of a document differ: statements that only one has, and fields in which the others differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from paradero.model.public import statement_json
from paradero.model.span import alike

if TYPE_CHECKING:
    from paradero.model import Statement

# What a reading says. Where exactly a clause begins and ends is no difference in what is said, nor is who read it.
FIELDS = (
    "act", "speaker", "stance", "modality", "polarity", "scope", "hedge", "relay", "channel", "quoted", "who", "by",
    "from", "to", "at", "in_return_for", "basis", "outcome", "reason", "accusation", "figure", "when",
)  # fmt: skip
_SAME_ACT, _SAME_TRIGGER = 2, 1


@dataclass(frozen=True, slots=True)
class Pair:
    """One statement as two readings have it.

    Attributes:
        first, second: the statement; None in the reading that does not have it.
        fields: names of the fields in which they differ; empty when they agree, or when only one has it.
    """

    first: Statement | None
    second: Statement | None
    fields: tuple[str, ...] = ()

    @property
    def agrees(self) -> bool:
        """Whether both have it and say the same."""
        return self.first is not None and self.second is not None and not self.fields

    @property
    def either(self) -> Statement:
        """The statement of the first reading, or of the second when the first has none."""
        found = self.first if self.first is not None else self.second
        assert found is not None
        return found


def pairs(first: Sequence[Statement], second: Sequence[Statement]) -> tuple[Pair, ...]:
    """Pair the statements of two readings of one document, in text order.

    Two are the same statement when the words that name the act overlap; the same act goes before another, and the
    closer the words the sooner.
    """
    near = [
        (*_nearness(one, other), i, j)
        for i, one in enumerate(first)
        for j, other in enumerate(second)
        if one.trigger.start < other.trigger.end and other.trigger.start < one.trigger.end
    ]
    left, right = set(range(len(first))), set(range(len(second)))
    found: list[Pair] = []
    for *_, i, j in sorted(near):
        if i in left and j in right:
            left.discard(i)
            right.discard(j)
            found.append(Pair(first[i], second[j], differing(first[i], second[j])))
    found += [Pair(first[i], None) for i in left] + [Pair(None, second[j]) for j in right]
    return tuple(sorted(found, key=lambda pair: (pair.either.trigger.start, pair.either.act, pair.first is None)))


def _nearness(one: Statement, other: Statement) -> tuple[int, int]:
    apart = abs(one.trigger.start - other.trigger.start) + abs(one.trigger.end - other.trigger.end)
    return -(_SAME_ACT if one.act == other.act else _SAME_TRIGGER), apart


def differing(one: Statement, other: Statement) -> tuple[str, ...]:
    """Return the public names of the fields in which two statements differ, white space and typography aside."""
    left, right = statement_json(one), statement_json(other)
    return tuple(name for name in FIELDS if _said(name, left[name]) != _said(name, right[name]))


def _said(name: str, value: Any) -> Any:
    if isinstance(value, str):
        return alike(value)
    if not isinstance(value, dict):
        return value
    if name == "speaker":
        return alike(value["name"])
    if name == "who":
        return alike(value["text"])
    # Which words a number was taken from is no difference in the number.
    left_out = ("of", "written", "whole") if name == "figure" else ()
    return {key: _said(key, inner) for key, inner in value.items() if key not in left_out}
