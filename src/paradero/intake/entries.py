"""Entries: the items of a live blog, a log or a blotter, each known by the stamp before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from paradero.intake.corrections import is_correcting_entry
from paradero.intake.lines import is_dateline, is_running
from paradero.intake.material import Stretch
from paradero.intake.stamps import Stamp, stamp_length, stamp_of

_LONGEST_TITLE = 2_000  # characters; whatever is longer is running text
_YEAR = re.compile(r"\d{4}")
_SECTION = re.compile(r"(\d{1,2})\.(\d{2})(?=\s)")


def joined(text: str, stretches: list[Stretch]) -> list[Stretch]:
    """Join each stamp with what stands under it into an entry, when there is more than one stamp.

    Args:
        text: the frozen text.
        stretches: its paragraphs in order; those that have a role other than dateline or subhead keep it.
    """
    starts = _stamped(text, stretches)
    if len(starts) < 2:
        return stretches
    entries: list[Stretch] = []
    for i, stretch in enumerate(stretches):
        if i in starts:
            entries.append(replace(stretch, role="entry"))
        elif entries and entries[-1].role == "entry" and _goes_on(text, entries[-1], stretch):
            entries[-1] = replace(entries[-1], end=stretch.end)
        else:
            entries.append(stretch)
    return [_correcting(text, stretch) for stretch in entries]


def _stamped(text: str, stretches: Sequence[Stretch]) -> frozenset[int]:
    """The stretches that a stamp begins, without the date of the page in its head and the numbers of sections."""
    stamps = {
        i: stamp
        for i, s in enumerate(stretches)
        if s.role in ("", "dateline") and (stamp := stamp_of(text[s.start : s.end])) is not None
    }
    dated = [i for i, stamp in stamps.items() if _YEAR.search(stamp.day)]
    if len(dated) == 1 and stretches[dated[0]].role == "dateline":
        del stamps[dated[0]]
    return frozenset() if _are_sections(text, stretches, stamps) else frozenset(stamps)


def _are_sections(text: str, stretches: Sequence[Stretch], stamps: dict[int, Stamp]) -> bool:
    """Whether "7.31", "7.32", "7.33" count the paragraphs of a chapter: every number is the next one."""
    found = [_SECTION.match(text, stretches[i].start, stretches[i].end) for i in stamps]
    numbers = [(int(m[1]), int(m[2])) for m in found if m is not None]
    return len(numbers) == len(found) > 2 and all(b == (a[0], a[1] + 1) for a, b in pairwise(numbers))


def _goes_on(text: str, entry: Stretch, stretch: Stretch) -> bool:
    """Whether a stretch belongs to the entry above it: it stands right under it, or that is only hour and title."""
    if stretch.role not in ("", "subhead"):
        return False
    above = text[entry.start : entry.end]
    if stretch.block == entry.block:
        return not is_dateline(text[stretch.start : stretch.end])
    return len(above) < _LONGEST_TITLE and not is_running(above[stamp_length(above) :] or "-")


def _correcting(text: str, stretch: Stretch) -> Stretch:
    """An entry whose title says that it corrects is a correction with a stamp."""
    words = text[stretch.start : stretch.end]
    mends = stretch.role == "entry" and is_correcting_entry(words[stamp_length(words) :])
    return replace(stretch, role="correction") if mends else stretch
