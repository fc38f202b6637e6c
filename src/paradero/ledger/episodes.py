"""Episodes: stretches of custody, with who held whom where, on what basis, from when to when, and how it ended.

Movements part a subject's time; between two of them lies a stay. Sightings ("held at Cecot") that name the same holder
between the same two movements are joined into one stay, which the episode says (``joined``): Security Force Monitor's
rule for sightings "as of" a day, that nothing told in between speaks against it. What claims disagree on is kept side
by side with who says which.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from paradero.ledger.claims import FREEING, HOLDING, TAKING, Claim
from paradero.ledger.holding import Holding, contact_of, holdings, payers
from paradero.ledger.movements import Movement
from paradero.ledger.moving import movements
from paradero.ledger.subjects import Subject
from paradero.model import When, digest
from paradero.model.naming import Place

ENDS = {
    "exchanged": "exchange",
    "deported": "deportation",
    "extradited": "transfer",
    "transferred": "transfer",
    "handed_over": "transfer",
    "released": "release",
    "conditionally_released": "release",
    "pardoned": "release",
    "escaped": "escape",
    "died": "death",
    "disappeared": "disappearance",
}
LIBERTY = {
    "released": "unconditional, as far as is told",
    "pardoned": "unconditional, as far as is told",
    "conditionally_released": "conditional",
    "house_arrest": "house arrest",
    "nationality_removed": "exile, nationality removed",
}


@dataclass(frozen=True)
class Episode:
    """One stretch of custody.

    Attributes:
        subject: whose.
        holdings: who holds them, each party with its kind (``physical``, ``legal``, ``payer``) and its claims.
        places: where, the narrowest told; several when claims disagree or tell a move.
        bases: legal bases as said, each with the ids of the claims.
        start, end: within what bounds; open where nobody tells.
        ended_by: a code: exchange, release, transfer, deportation, escape, death, disappearance; empty while it
            lasts or when nobody tells.
        liberty: what kind of liberty they left to, as said; empty when not told, or when it went on elsewhere.
        acknowledged: "acknowledged" when the holder says so itself, "denied" when it denies, else "not told".
        contact: codes of what is told of contact (``visited``, ``denied_contact``, ...), with the ids of the claims.
        begins, finishes: the movements by which it began and ended.
        claims: all that it rests on, in order. joined: whether sightings were joined into one stay.
        again: id of the earlier episode after which they were taken again; empty for none.
    """

    subject: Subject
    holdings: tuple[Holding, ...]
    places: tuple[Place, ...]
    bases: tuple[tuple[str, tuple[str, ...]], ...]
    start: When
    end: When
    ended_by: str
    liberty: str
    acknowledged: str
    contact: tuple[tuple[str, tuple[str, ...]], ...]
    begins: Movement | None
    finishes: Movement | None
    claims: tuple[Claim, ...]
    joined: bool = False
    again: str = ""

    @cached_property
    def id(self) -> str:
        """The id, by the subject, the first claim, and the movements between which it lies."""
        ends = ["" if one is None else one.id for one in (self.begins, self.finishes)]
        return digest("episode", self.subject.id, self.claims[0].id, ends)

    @property
    def holder(self) -> str:
        """The party that physically holds them, when all who tell agree; empty otherwise."""
        physical = [one.party for one in self.holdings if one.kind == "physical"]
        return physical[0] if len(physical) == 1 else ""

    @property
    def disputed(self) -> bool:
        """Whether claims name different parties in one kind of holding."""
        kinds = [one.kind for one in self.holdings if one.kind != "payer"]
        return len(kinds) > len(set(kinds))

    def holds_on(self, day: date) -> bool | None:
        """Tell whether they were held on a day: True or False where the bounds decide it, else None."""
        first, sure, left, last = self.start.earliest_start, self.start.latest_start, *_end(self.end)
        if (first is not None and day < first) or (last is not None and day > last):
            return False
        if sure is not None and day >= sure and left is not None and day <= left:
            return True
        return None


def _end(when: When) -> tuple[date | None, date | None]:
    return when.earliest_end, when.latest_end


def chain(subject: Subject, moved: Sequence[Movement] | None = None) -> tuple[Episode, ...]:
    """Return a subject's episodes in order.

    Args:
        subject: with its claims.
        moved: its movements; worked out when not given.
    """
    legs = [one for one in (movements(subject) if moved is None else moved) if one.carried_out or one.claims]
    stays = _stays(subject, legs)
    episodes: list[Episode] = []
    for stay in stays:
        before, after, claims = stay.before, stay.after, stay.claims
        own = [*claims, *(after.claims if after is not None else ()), *(before.claims if before is not None else ())]
        if not _custody(before, after, claims):
            continue
        again = next(
            (one.id for one in reversed(episodes) if one.liberty or one.ended_by in ("release", "exchange")), ""
        )
        episodes.append(_episode(subject, before, after, claims, own, again if _taken(claims) else ""))
    return tuple(episodes)


def _taken(claims: Iterable[Claim]) -> bool:
    return any(one.act in TAKING for one in claims)


_STILL_HELD = frozenset({"transferred", "handed_over", "extradited", "received"})  # at the end of such a movement
_NOT_TOLD = frozenset({"denies", "retracts", "demands", "offers"})
_DEAL = re.compile(r"\b(?:swap|exchange|deal|canje|intercambio|acuerdo)\b", re.IGNORECASE)


class _Stay:
    """A stretch between two movements, with what is told of being held and taken in it."""

    def __init__(self, before: Movement | None, after: Movement | None) -> None:
        self.before, self.after = before, after
        self.claims: list[Claim] = []
        self.free = _free(before)
        ends = [None if before is None or self.free else before.destination, None if after is None else after.origin]
        self.holders = {place.state or place.name for place in ends if place is not None}
        self.began = None if before is None else before.day.earliest_start
        self.ended = None if after is None else after.day.latest_end

    def add(self, claim: Claim) -> None:
        """Add a claim that was true in it."""
        self.claims.append(claim)
        if claim.holder:
            self.holders.add(claim.holder)

    def could(self, claim: Claim) -> bool:
        """Tell whether a claim can have been true in it, by its day."""
        day = claim.first or claim.last
        if day is None:
            return True
        after = self.began is None or claim.last is None or claim.last >= self.began
        return after and (self.ended is None or day <= self.ended)


def _stays(subject: Subject, legs: Sequence[Movement]) -> list[_Stay]:
    """Return the stretches between movements, each with what is told of being held and taken in it."""
    stays = [_Stay(before, after) for before, after in zip((None, *legs), (*legs, None), strict=True)]
    for claim in subject.claims:
        told = not claim.negative and claim.modality == "actual" and claim.stance not in _NOT_TOLD
        if told and claim.act in HOLDING | TAKING | {"denied_contact", "denied_counsel", "mistreated"}:
            _place(claim, stays)
    return stays


def _place(claim: Claim, stays: list[_Stay]) -> None:
    """Put a claim into the stretch whose holder it names, else into the one in which it can have been true."""
    able = [stay for stay in stays if stay.could(claim)] if claim.first is not None else stays
    fitting = [stay for stay in able or stays if claim.holder in stay.holders]
    if not fitting and not claim.holder:
        fitting = [stay for stay in stays if stay.after is not None and not stay.free]
    if not fitting:
        fitting = [stay for stay in stays if stay.could(claim)] or stays[:1]
    best = max(range(len(fitting)), key=lambda at: (fitting[at].could(claim), at))
    fitting[best].add(claim)


def _free(movement: Movement | None) -> bool:
    """Tell whether a movement ends in liberty, as far as is told: a release, or home."""
    if movement is None:
        return False
    return any(one.act in FREEING for one in movement.claims) or movement.home


def _custody(before: Movement | None, after: Movement | None, claims: Sequence[Claim]) -> bool:
    """Tell whether a stretch is one of custody: somebody is told to be held in it, or let go at its end."""
    if any(one.act in HOLDING | TAKING for one in claims):
        return True
    if after is not None and after.claims and (after.origin is not None or _lets_go(after)):
        return before is not None or _lets_go(after)
    return before is not None and not _free(before) and any(one.act in _STILL_HELD for one in before.claims)


def _lets_go(movement: Movement) -> bool:
    return any(one.act in ENDS for one in movement.claims)


def _episode(
    subject: Subject,
    before: Movement | None,
    after: Movement | None,
    claims: list[Claim],
    own: list[Claim],
    again: str,
) -> Episode:
    ordered = tuple(sorted(own, key=lambda one: (str(one.day or "9999"), one.document, one.start)))
    reason, freed = _ended(after, claims)
    bases: defaultdict[str, list[str]] = defaultdict(list)
    for one in own:
        if one.basis and not _DEAL.search(one.basis):
            bases[one.basis].append(one.id)
    return Episode(
        subject,
        (*holdings(before, after, claims), *payers(claims)),
        _places(before, after, claims),
        tuple((words, tuple(ids)) for words, ids in bases.items()),
        _start(before, claims),
        _finish(after, claims),
        reason,
        freed,
        _acknowledged(own, subject),
        contact_of(subject.claims, ordered),
        before,
        after,
        ordered,
        len([one for one in claims if one.act in HOLDING]) > 1,
        again,
    )


def _places(before: Movement | None, after: Movement | None, claims: Iterable[Claim]) -> tuple[Place, ...]:
    ends = [None if before is None or _free(before) else before.destination, None if after is None else after.origin]
    told = [*(one.at for one in claims), *ends]
    found = list(dict.fromkeys(place for place in told if place is not None))
    narrow = {place.state for place in found if place.kind != "state"}
    return tuple(place for place in found if place.kind != "state" or place.state not in narrow)


def _start(before: Movement | None, claims: Iterable[Claim]) -> When:
    """Return when it began: with the taking, or with the movement before; at the latest with the first sighting."""
    takings = [one for one in claims if one.act in TAKING and one.first is not None]
    if takings:
        firsts = [one.first for one in takings if one.first is not None]
        lasts = [one.last for one in takings if one.last is not None]
        return When("", min(firsts), max(lasts, default=None))
    seen = [one for one in claims if one.act in HOLDING]
    starts = [one.when for one in seen if one.when is not None and one.when.latest_start is not None]
    if before is not None:
        return When("", before.day.earliest_start, before.day.latest_start or before.day.latest_end)
    if starts:
        return min(starts, key=lambda when: str(when.latest_start))
    latest = min((one.last for one in seen if one.last is not None), default=None)
    return When("", None, latest)


def _finish(after: Movement | None, claims: Iterable[Claim]) -> When:
    if after is not None:
        earliest = after.day.earliest_start or after.day.earliest_end
        return When("", None, None, earliest, after.day.latest_end or after.day.latest_start)
    seen = [one.last for one in claims if one.act in HOLDING and one.last is not None]
    return When("", None, None, max(seen, default=None), None)


def _ended(after: Movement | None, claims: Iterable[Claim]) -> tuple[str, str]:
    """Return how it ended and to what liberty, as said; an exchange tells more than a release."""
    if after is None:
        return "", ""
    acts = {one.act for one in after.claims}
    order = ("exchanged", "died", "escaped", "deported", "extradited", "released", "conditionally_released", "pardoned")
    act = next((one for one in (*order, "transferred", "handed_over") if one in acts), "")
    freed = next((one for one in ("conditionally_released", "pardoned", "released") if one in acts), "")
    return ENDS.get(act, ""), LIBERTY.get(freed, "")


def _acknowledged(claims: Iterable[Claim], subject: Subject) -> str:
    """Tell whether the holder itself says that it holds or held them."""
    own = [one for one in claims if one.party and one.holder == one.party]
    denied = [one for one in subject.claims if one.act in HOLDING and one.party and one.holder == one.party]
    if any(one.negative or one.stance == "denies" for one in denied):
        return "denied"
    return "acknowledged" if own else "not told"
