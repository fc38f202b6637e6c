"""Attributed figures: a number as somebody said it, of a set in words, with all that it hangs on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from paradero.model import Figure

# What a state can be set against: intentions, what was carried out, a stock at a time, and who knows of it.
PLANNED = frozenset({"requested", "offered", "agreed", "scheduled"})
CARRIED_OUT = frozenset({"departed", "handed_over", "arrived", "confirmed", "released"})
STOCK = frozenset({"held"})
KNOWN = frozenset({"named", "verified"})


@dataclass(frozen=True, slots=True)
class AttributedFigure:
    """One number, said by one speaker.

    Attributes:
        id: its own name in the case, or the id of the statement it stands in.
        speaker: who says it.
        about: the set in words ("part of stage-1: military").
        state: a code of the vocabulary ``figure_states``; empty when not said.
        figure: operator, value, high, unit, hour; the operator is None when no number was given.
        said_on: the day on which it was said; None when that is not known.
        scope: the places or units that it covers, when said ("one facility", "all facilities").
        quantifier: a code of the vocabulary ``scopes`` for what is said without a number ("all").
        party: the party for whom the speaker speaks, when that is known.
        relay: who passes it on; empty for the speaker's own publication.
        note: what else belongs to it, in words.
        address: where it can be looked up, when the row tells.
        source, place: the file or document, and where in it.
    """

    id: str
    speaker: str
    about: str
    state: str
    figure: Figure
    said_on: date | None = None
    scope: str = ""
    quantifier: str = ""
    party: str = ""
    relay: str = ""
    note: str = ""
    address: str = ""
    source: str = ""
    place: str = ""

    @property
    def unit(self) -> str:
        """What it counts."""
        return self.figure.unit

    @property
    def known(self) -> bool:
        """Whether a number was given at all."""
        return self.figure.known

    @property
    def voice(self) -> str:
        """The side that it stands for: the party when that is known, else the speaker."""
        return (self.party or self.speaker).casefold()

    @property
    def written(self) -> str:
        """The number with its operator, as it is shown in a working: "252", "~238", ">=245", "10..12", "?"."""
        figure = self.figure
        if figure.value is None:
            return "?"
        sign = "" if figure.operator == "=" else figure.operator
        return f"{sign}{figure.value}" + ("" if figure.high is None else f"..{figure.high}")
