"""Speakers joined by "and": a noun that names one part of them stands for that part, never for all of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from paradero.reading.speakers.describing import Described

_JOINT = re.compile(r"(,?)\s+(?:and|as well as|along with)\s+")
_HANGS_ON = re.compile(r"\s(?:of|for|from|in|with)\s")
_LISTED = re.compile(r",(?!\s+(?:who|whom|whose|which|that)\b)")


def part(name: str, words: str, head: str, describe: Callable[[str], Described]) -> str:
    """Return the words for the part of a joined name that a noun names.

    Args:
        name: the whole name ("Relatives of the men, and lawyers who represent them").
        words: as written ("the lawyers"). head: its noun, singular ("lawyer").
        describe: takes a noun phrase apart.

    Returns:
        The part ("lawyers who represent them"); ``words`` themselves where the part says no more; ``name`` where it is
        no join, or the noun names no single part of it.
    """
    joints = list(_JOINT.finditer(name))
    starts, ends = [0, *(j.end() for j in joints)], [*(j.start() for j in joints), len(name)]
    pieces = [name[start:end] for start, end in zip(starts, ends, strict=True)]
    heads = [describe(piece).head for piece in pieces]
    if len(pieces) < 2 or heads.count(head) != 1:
        return name
    at = heads.index(head)
    found = pieces[at]
    if at == 0 and not joints[0][1] and _HANGS_ON.search(found):
        return name  # "relatives of soldiers and officers": what is joined may hang on the noun
    return words if len(found.split()) == 1 or _LISTED.search(found) else found
