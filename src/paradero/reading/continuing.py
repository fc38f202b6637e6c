"""Continued quotations: who speaks in one paragraph of a quotation speaks in all of them.

A quotation that a paragraph opens and does not close goes on in the next one, which opens with a mark again; the
speaker
is named once, before the first or after the last. What is attributed in one stretch is attributed in the others, unless
somebody else is named there.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from paradero.reading.contents import Contents
from paradero.text.quotations import quotations, runs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paradero.reading.linker import Attribution

Stretch = tuple[int, int]


def continued(text: str, attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Return the attributions with their contents grown over the whole of each continued quotation, in text order."""
    grown = list(attributions)
    contents = Contents(grown)
    for run in runs(quotations(text)):
        stretches = [(q.inner_start, q.inner_end) for q in run]
        if len(stretches) < 2:
            continue
        inside = sorted({i for stretch in stretches for i in contents.meeting(*stretch)})
        named = [i for i in inside if grown[i].source and not _within(grown[i], stretches)]
        speaking = named or inside
        if speaking:
            missing = [s for s in stretches if not contents.meeting(*s)]
            grown[speaking[-1]] = _grown(grown[speaking[-1]], missing)
            for stretch in missing:
                contents.add(*stretch, speaking[-1])
    return tuple(sorted(grown, key=lambda a: a.content[0] if a.content else (0, 0)))


def _within(attribution: Attribution, stretches: Sequence[Stretch]) -> bool:
    """Whether the source itself stands inside the quotation: somebody quoted by the one who is quoted."""
    return any(_meets(source, stretch) for source in attribution.source for stretch in stretches)


def _grown(attribution: Attribution, missing: Sequence[Stretch]) -> Attribution:
    return replace(attribution, content=tuple(sorted([*attribution.content, *missing])))


def _meets(one: Stretch, other: Stretch) -> bool:
    return one[0] < other[1] and other[0] < one[1]
