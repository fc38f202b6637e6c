"""Seconding: what the rules find where the trained reader finds nothing, when a verb of speech tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paradero.reading.cues import forms
from paradero.text.stretches import Stretches

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paradero.reading.linker import Attribution

Span = tuple[int, int]


def seconded(text: str, found: Sequence[Attribution], by_rules: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Return the trained reader's attributions with those of the rules that it missed, in text order.

    Taken are those with a source and a verb of speech ("denies", "told them of"), the content after the verb, that
    share no word of cue or content with any that the reader found. The words of a labelled turn are no obstacle: who
    speaks there may tell what others said.
    """
    pieces = ((*piece, i) for i, one in enumerate(found) for piece in (*one.cue, *(one.content if one.cue else ())))
    held = Stretches(pieces)
    plain = (one for one in by_rules if _is_plain(text, one))
    missed = (one for one in plain if not any(held.meeting(*piece) for piece in (*one.cue, *one.content)))
    return tuple(sorted((*found, *missed), key=_place))


def _is_plain(text: str, one: Attribution) -> bool:
    if not one.source or not one.cue or not one.content:
        return False
    return one.content[0][0] >= one.cue[-1][1] and _is_speech(" ".join(text[a:b] for a, b in one.cue))


def _is_speech(cue: str) -> bool:
    """Whether a verb of the cue may stand beside a quotation, and does more than give a thing its name."""
    verbs = [verb for word in cue.lower().split() if (verb := forms().get(word)) is not None]
    return any({"quote", "person"} & verb.frames.keys() and verb.stance != "characterises" for verb in verbs)


def _place(one: Attribution) -> Span:
    return min((*one.source, *one.cue, *one.content))
