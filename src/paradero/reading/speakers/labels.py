"""Labels of turns: who is named before a colon in a transcript, and whom a bare "A" stands for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from paradero.reading.engines.rules.turns import turns
from paradero.reading.engines.rules.units import units

ANSWERS = frozenset({"A", "ANSWER"})
ASKS = frozenset({"Q", "QUESTION", "REPORTER"})


@dataclass(frozen=True, slots=True)
class Label:
    """The label of one turn.

    Attributes:
        span: where it stands.
        answers: for a bare "A", the number of the earlier label that names who answers; None for any other label.
    """

    span: tuple[int, int]
    answers: int | None = None


@lru_cache(maxsize=4)
def labels(text: str) -> tuple[Label, ...]:
    """Return the labels of a transcript or a thread in order; nothing for any other text."""
    found: list[Label] = []
    named: int | None = None
    for number, turn in enumerate(turns(text, units(text))):
        word = text[turn.start : turn.end].upper()
        found.append(Label((turn.start, turn.end), named if word in ANSWERS else None))
        if word not in ANSWERS | ASKS:
            named = number
    return tuple(found) if found else _thread(text)


def _thread(text: str) -> tuple[Label, ...]:
    """The authors of the posts of a thread: lines that are a name with a handle, or a handle alone."""
    lines = list(_POST.finditer(text))
    if len(lines) < 2:
        return ()
    return tuple(Label(m.span("name") if (m["name"] or "").strip() else m.span("handle")) for m in lines)


# "State House @statehouse · 2 Feb", "↩ Police PRO @police_pro", "@vecina_zona13: ..."
_POST = re.compile(
    r"^[^\w@\n]*(?P<name>[^\W\d_][^@\n]{0,50}?)??[^\w@\n]*(?P<handle>@\w+)(?::(?=\s)|[ \t]*(?:[·•|-][^\n]{0,25})?$)",
    re.MULTILINE,
)
