"""Who did what to whom: the roles of a trigger, filled from subject, object and prepositional phrases.

A role holds words of the sentence and nothing else; what is not said stays empty. The table ``lexicon/roles.toml`` says
which role a preposition gives.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from paradero.reading.acts.circumstances import circumstances
from paradero.reading.acts.concerned import concerned
from paradero.reading.acts.frame import Frame, Roles, Stretch

if TYPE_CHECKING:
    from collections.abc import Callable

    from paradero.reading.acts.triggers import Trigger
    from paradero.text.en.clauses import Sentence

__all__ = ["Roles", "Stretch", "read_roles"]


def read_roles(
    sentence: Sentence, trigger: Trigger, is_place: Callable[[int, int], bool], times: list[Stretch]
) -> Roles:
    """Fill the roles of a trigger.

    Args:
        sentence: the analysed sentence.
        trigger: one of its triggers.
        is_place: tells whether a stretch ends in the name of a place.
        times: stretches that are times, which are never places or accusations.
    """
    frame = Frame(sentence, trigger, is_place, times)
    concerned(frame)
    circumstances(frame)
    return frame.roles
