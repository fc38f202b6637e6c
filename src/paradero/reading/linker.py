"""Spans in, attributions out: which source and which cue belong to each content."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Attribution:
    """One source-cue-content relation; every list holds (start, end) character offsets into the text, in order."""

    source: tuple[tuple[int, int], ...]
    cue: tuple[tuple[int, int], ...]
    content: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Group:
    """What belongs together, as numbers in the lists of sources, cues and contents; `None` where there is none."""

    source: int | None
    cue: int | None
    contents: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Scores:
    """How well spans go together: rows are those that choose, columns what they choose from; 0 is as good as none."""

    content_cue: Floats
    content_source: Floats
    cue_source: Floats


def group(scores: Scores) -> list[Group]:
    """Let each content choose its cue; contents of one cue are one content in pieces; then all choose a source.

    Args:
        scores: see `Scores`; out of reach is minus infinity.

    Returns:
        One group for each cue that has a content and for each content without a cue.
    """
    by_cue: dict[int, list[int]] = {}
    alone: list[list[int]] = []
    for content, row in enumerate(scores.content_cue):
        cue = best(row)
        if cue is None:
            alone.append([content])
        else:
            by_cue.setdefault(cue, []).append(content)
    groups = [Group(_source(scores, cue, contents), cue, tuple(contents)) for cue, contents in by_cue.items()]
    groups += [Group(_source(scores, None, contents), None, tuple(contents)) for contents in alone]
    return sorted(groups, key=lambda g: g.contents)


def best(row: Floats) -> int | None:
    """Give the number of the best choice, if it is better than none."""
    if not row.size:
        return None
    number = int(np.argmax(row))
    return number if row[number] > 0 else None


def _source(scores: Scores, cue: int | None, contents: Sequence[int]) -> int | None:
    row = scores.content_source[list(contents)].mean(axis=0)
    if cue is not None:
        row = (row + scores.cue_source[cue]) / 2
    return best(row)
