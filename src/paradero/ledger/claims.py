"""Claims: what a statement says of custody, its places and parties by one name each; the type, and families of acts.

What was worked out beside the words stands in ``rules``, by the codes of ``rules.toml``; nothing else was added.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from paradero.ledger.carriers import Carrier
from paradero.ledger.figures import AttributedFigure
from paradero.ledger.mediating import Mediation
from paradero.ledger.people_words import Whom
from paradero.ledger.stipulating import Stage
from paradero.model import Figure, When
from paradero.model.naming import Place

# Acts by which somebody leaves where they are, reaches where they go, or stays; "at" means another place in each.
LEAVING = frozenset(
    {"released", "conditionally_released", "pardoned", "exchanged", "deported", "extradited", "departed", "handed_over"}
    | {
        "transferred",
        "escaped",
        "died",
        "withheld",
        "refused",
        "offered",
        "requested",
        "demanded",
        "agreed",
        "scheduled",
    }
)
REACHING = frozenset({"arrived", "received", "returned"})
TAKING = frozenset({"arrested", "abducted", "disappeared", "rearrested"})
HOLDING = frozenset({"held", "incommunicado", "house_arrest", "visited", "acknowledged"})
FREEING = frozenset({"released", "conditionally_released", "pardoned", "exchanged", "escaped", "died", "returned"})


@dataclass(frozen=True, slots=True)
class Claim:
    """What one statement, or one attributed figure, says of people in custody.

    Attributes:
        id: of the claim; statement: the id of the statement or figure that says it. They differ only for what a
            statement says of a second group ("in return for a considerable number of political prisoners").
        document, start: where it is said. speaker: who says it; party: the state or party they speak for; empty when
            that is not known.
        said_on: the day on which it was said.
        act, stance, modality, negative, scope: of the statement.
        state: how far its people had come: a code of the vocabulary ``figure_states``, or a side exit (``refused``,
            ``withheld``, ``substituted``, ``postponed``, ``deceased``); empty for what tells no state.
        confirms: whether the speaker confirms what was said or expected.
        whom: of whom; None when the statement names nobody.
        figure: the number said.
        by: who holds or acts. origin, destination, via, at: places. home: whether they are said to go home.
        when: the time said. basis, outcome, reason_words, accusation, denies: as said, in words.
        ours: whether the speaker tells it of their own side ("we handed over", "in our country").
        returns: id of the claim in return for which this is given; empty for any other.
        in_exchange: whether the words say that it was in return for something else.
        part_of: id of the figure of which this counts a part; empty for a whole.
        told: the attributed figure that it is made of, or carries. row: of a list, the row that says it; else None.
        rules: codes of what was worked out.
        words: the words of the statement's span.
        carriers: by whom or what people are said to be carried. mediations: who is said, in its sentence, to have
            mediated, hosted, or been thanked for it. conditions: under which it stands, as said. stages: that it is
            told of.
    """

    id: str
    statement: str
    document: str
    speaker: str
    act: str
    state: str
    party: str = ""
    start: int = 0
    said_on: date | None = None
    stance: str = "asserts"
    modality: str = "actual"
    negative: bool = False
    scope: str = ""
    confirms: bool = False
    whom: Whom | None = None
    figure: Figure | None = None
    by: Place | None = None
    origin: Place | None = None
    destination: Place | None = None
    via: Place | None = None
    at: Place | None = None
    home: bool = False
    when: When | None = None
    basis: str = ""
    outcome: str = ""
    reason_words: str = ""
    accusation: str = ""
    denies: str = ""
    ours: bool = False
    returns: str = ""
    in_exchange: bool = False
    part_of: str = ""
    told: AttributedFigure | None = None
    row: int | None = None
    rules: tuple[str, ...] = ()
    words: str = ""
    carriers: tuple[Carrier, ...] = ()
    mediations: tuple[Mediation, ...] = ()
    conditions: tuple[str, ...] = ()
    stages: tuple[Stage, ...] = ()

    @property
    def holder(self) -> str:
        """The state or party that holds or held them, as far as the claim tells; empty when it does not."""
        for place in (self.by, self.origin, self.at):
            if place is not None:
                return place.state or place.name
        return ""

    @property
    def first(self) -> date | None:
        """The earliest day on which it can have happened, as said; for what is told without a day None."""
        return None if self.when is None else self.when.earliest_start

    @property
    def last(self) -> date | None:
        """The last day on which it can have happened: as said, else the day on which it was said."""
        told = None if self.when is None else self.when.latest_end or self.when.latest_start
        return told or (self.said_on if self.modality == "actual" else None)

    @property
    def day(self) -> date | None:
        """A day to order claims by: the first on which it can have happened, else that on which it was said."""
        return self.first or self.last or self.said_on
