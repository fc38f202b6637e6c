"""Labelled turns: "Q: ...", "SPOKESPERSON: ...", and a label before a quotation (Ruiz: "...")."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from paradero.reading.engines.rules.tagging import tagged

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from paradero.reading.engines.rules.units import Unit

_LABEL = re.compile(
    r"(?:[*•]\s*|\d{1,2}\.\s+)?((?:[A-Z@][\w.'’-]*)(?:\s+(?:\(?[A-Z][\w.'’)-]*|of|the|de|for)){0,6}"
    r"(?:,[^:\n]{2,60}|(?:\s*\([^)\n]{2,40}\)){1,3})?)\s*:(?=\s)"
)
_BARE = re.compile(r"([QA])\.(?=\s)")
_NO_LABELS = frozenset(
    "note correction update editor caption photo source sources background key fact box summary headline subject from "
    "to date re who what where when why how next also read related contact media time place "
    "photograph photographs photos picture pictures image images video illustration map credit credits".split()
)  # fmt: skip
_SEVERAL = 3
_FEW = 2  # a label must come back, or stand among others, before a text is taken for a transcript


@dataclass(frozen=True, slots=True)
class Turn:
    """A label and where its words begin.

    Attributes:
        start, end: the label. words: where the turn's words begin. unit: number of the unit that it opens.
    """

    start: int
    end: int
    words: int
    unit: int


def turns(text: str, found: Sequence[Unit]) -> tuple[Turn, ...]:
    """Return the labelled turns of a text, in order; nothing when labels are too few to make a transcript."""
    labels: list[Turn] = []
    for number, unit in enumerate(found):
        match = _LABEL.match(text, unit.words.start[0])
        match = match if match is not None and _is_name(match[1]) else _BARE.match(text, unit.words.start[0])
        if match is not None and match.end() <= unit.words.end[-1]:
            labels.append(Turn(match.start(1), match.end(1), match.end(), number))
    seen = Counter(_bare(text, t) for t in labels)
    repeated = {label for label, times in seen.items() if times >= _FEW}
    if not repeated:
        return tuple(labels) if _make_a_record(text, labels, found) else ()
    names = repeated | {label for label in seen if label.isupper() or (len(repeated) > 1 and _is_full(label))}
    return tuple(t for t in labels if _bare(text, t) in names or _is_titled(text, t, seen))


def _make_a_record(text: str, labels: Sequence[Turn], found: Sequence[Unit]) -> bool:
    """Whether labels that never come back still make a transcript: three and more, over half of the paragraphs."""
    opened = {found[turn.unit].paragraph for turn in labels}
    named = all(_is_full(bare) or bare.isupper() for bare in (_bare(text, turn) for turn in labels))
    return len(opened) >= _SEVERAL and named and 2 * len(opened) >= found[-1].paragraph


def _is_titled(text: str, turn: Turn, others: Iterable[str]) -> bool:
    """An office with the name of somebody who has turns: "The Foreign Secretary (Mr Julian Ashworthy)"."""
    held = text[turn.start : turn.end].partition("(")[2].rstrip(")").split()
    return bool(held) and any(label.split()[-1] == held[-1] for label in others)


def _bare(text: str, turn: Turn) -> str:
    """The name of a label without its seat and party: "Ana Ruiz (North) (Lab)"."""
    return text[turn.start : turn.end].partition("(")[0].strip()


def _is_full(label: str) -> bool:
    """A label that is a name of two words and more, with no word that opens a sentence."""
    words = label.partition("(")[0].partition(",")[0].split()
    return len(words) > 1 and "i" not in tagged(label, 0, len(label)).tags[:1] and all(w[0].isupper() for w in words)


def _is_name(label: str) -> bool:
    return label.split()[0].strip(".,").lower() not in _NO_LABELS


def label_before_quotation(text: str, unit: Unit) -> tuple[tuple[int, int], int] | None:
    """'Ruiz: "..."' on its own: the label, and the word place where the quotation begins."""
    match = _LABEL.match(text, unit.words.start[0])
    if match is None or not _is_name(match[1]):
        return None
    at = next((i for i in range(len(unit)) if unit.words.start[i] >= match.end()), None)
    if at is None or unit.tags[at] != "q":
        return None
    return (match.start(1), match.end(1)), at
