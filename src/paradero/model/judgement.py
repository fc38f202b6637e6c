"""Judgements: a person's signed decision with a reason; withdrawn only by a later one."""

from __future__ import annotations

from dataclasses import dataclass

from paradero.model.errors import InvalidValue
from paradero.model.identity import digest


def known_by(moment: str, known_on: str) -> bool:
    """Tell whether what happened at an ISO instant was known on an ISO day, or instant; always when that is empty."""
    return not known_on or moment[: len(known_on)] <= known_on


@dataclass(frozen=True, slots=True)
class Judgement:
    """A decision about statements, signed.

    Attributes:
        decision: code of the vocabulary ``decisions``: accepts, rejects, corrects, same, different, unsure, withdraws.
        about: ids of what is judged, in order: a statement; two mentions; an earlier judgement that is withdrawn.
        by: who decides. reason: why, in their words; never empty.
        made_at: ISO instant.
        replacement: for ``corrects``, the id of the statement that says it right; empty otherwise.
    """

    decision: str
    about: tuple[str, ...]
    by: str
    reason: str
    made_at: str
    replacement: str = ""

    def __post_init__(self) -> None:
        if not self.reason.strip():
            raise InvalidValue("A judgement needs a reason.")
        if not self.by.strip():
            raise InvalidValue("A judgement needs the name of who makes it.")
        if (self.decision == "corrects") != bool(self.replacement):
            raise InvalidValue("A correction names the statement that replaces the one judged, and nothing else does.")

    @property
    def id(self) -> str:
        """The judgement's id: over every field; two decisions at different moments are two judgements."""
        return digest("judgement", self.decision, self.about, self.by, self.reason, self.made_at, self.replacement)
