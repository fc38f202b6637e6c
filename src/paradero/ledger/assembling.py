"""Assembling: which movements make up one exchange, proposed from what claims say and shown with the reasons.

Two movements belong together when a claim gives one in return for the other, or when a document that tells of an
exchange tells of both, within days of each other, and they share a party. A person's word goes before both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from paradero.ledger.claims import Claim
from paradero.ledger.exchange import Exchange, Leg
from paradero.ledger.movements import Movement
from paradero.ledger.phrases import phrase
from paradero.model import Problem, When

_WITHIN = timedelta(days=10)
_GIVEN = frozenset({"handed_over", "released", "arrived", "offered", "agreed", "requested", "scheduled"})
_TALKING = frozenset({"negotiated", "agreed", "offered", "requested", "demanded", "scheduled", "postponed"})
_MOST_LEGS = 200  # of one report: with more, it is a list of movements and no report of an exchange
_SAME_BREATH = 300  # characters between people given in return and others told of behind them, by one speaker


@dataclass(frozen=True, slots=True)
class Placing:
    """A person's word on an exchange.

    Attributes:
        one, other: ids of movements, or of claims of them. together: whether they belong to one exchange, or not.
        by, reason: whose word it is, and why.
    """

    one: str
    other: str
    together: bool
    by: str
    reason: str = ""


def exchanges(
    moved: Iterable[Movement], claims: Iterable[Claim], placings: Sequence[Placing] = ()
) -> tuple[tuple[Exchange, ...], tuple[Problem, ...]]:
    """Return the exchanges that movements make up, in the order of their days.

    Args:
        moved: all movements.
        claims: all claims, also those that move nobody ("we carried out this exchange").
        placings: what people said of which movements belong together.

    Returns:
        The exchanges, and a problem for each in which only one party is told.
    """
    every, told = list(moved), list(claims)
    by_document: defaultdict[str, list[Claim]] = defaultdict(list)
    for one in told:
        by_document[one.document].append(one)
    markers = {name: found for name, of in by_document.items() if (found := [one for one in of if marks(one)])}
    components = _components(every, markers, placings)
    whole = [_exchange(legs, markers, by_document, why, placings) for legs, why in components]
    made = sorted((one for one in whole if one is not None), key=_when)
    return tuple(made), tuple(problem for one in made for problem in _alone(one))


def _when(exchange: Exchange) -> str:
    return str(exchange.day.latest_start or exchange.day.latest_end or "9999")


def marks(claim: Claim) -> bool:
    """Tell whether a claim says that people were, or are to be, given in return for others."""
    if claim.negative or claim.stance in ("denies", "retracts"):
        return False
    given = claim.whom is None or claim.whom.human  # a road that is opened in return is no exchange of people
    if claim.act == "exchanged" or claim.returns or (claim.in_exchange and claim.state not in ("", "held")):
        return given  # that they had been held, or charged, may stand in the same sentence
    if claim.act in ("negotiated", "agreed") and phrase("bargain").search(claim.words):
        return True
    return bool(phrase("deal").search(f"{claim.basis} {claim.reason_words}"))


class _Joining:
    """Movements that belong together, by what was said of them and by people's words."""

    def __init__(self, moved: Sequence[Movement], placings: Sequence[Placing]) -> None:
        self.why: dict[str, str] = {}
        self._of = {one.id: {one.id} for one in moved}
        place = {claim.id: one.id for one in moved for claim in one.every}
        place |= {claim.statement: one.id for one in moved for claim in one.every} | {one.id: one.id for one in moved}
        known = [(place[one.one], place[one.other], one) for one in placings if {one.one, one.other} <= place.keys()]
        self._apart: defaultdict[str, set[str]] = defaultdict(set)
        for one, other, word in known:
            if not word.together:
                self._apart[one].add(other)
                self._apart[other].add(one)
        for one, other, word in known:
            if word.together:
                self.join(one, other, f"{word.by} put it there")

    def join(self, one: str, other: str, reason: str) -> None:
        """Put two movements, and all that belong with either, together; not those that somebody keeps apart."""
        first, second = self._of[one], self._of[other]
        if first is second or any(self._apart[id] & second for id in first if id in self._apart):
            return
        self.why.setdefault(other, reason)
        first |= second
        for id in second:
            self._of[id] = first

    def parts(self, ordered: Sequence[Movement]) -> list[list[Movement]]:
        """Return the movements that belong together, each list in the order given."""
        found: defaultdict[int, list[Movement]] = defaultdict(list)
        for one in ordered:
            found[id(self._of[one.id])].append(one)
        return list(found.values())


def _components(
    moved: list[Movement], markers: dict[str, list[Claim]], placings: Sequence[Placing]
) -> list[tuple[list[Movement], dict[str, str]]]:
    """Join movements that belong together; the reasons stand by the movement's id."""
    joining = _Joining(moved, placings)
    ordered = sorted(moved, key=lambda one: (not one.subject.peoples, one.id))
    here: defaultdict[str, dict[str, Movement]] = defaultdict(dict)
    for movement in ordered:
        for claim in movement.every:
            if claim.document in markers:
                here[claim.document][movement.id] = movement
    for name, found in markers.items():
        day, strong = _day(found), any(one.act == "exchanged" or one.returns or one.in_exchange for one in found)
        legs = [one for one in here[name].values() if _tellable(one) and _near(one, day)]
        for at, one in enumerate(legs[:_MOST_LEGS]):
            for other in legs[at + 1 : _MOST_LEGS]:
                shared = sorted(_parties(one) & _parties(other))
                if shared or (strong and (_open(one) or _open(other))):
                    tie = f"both have {', '.join(shared)}" if shared else "a party of one is not told"
                    joining.join(one.id, other.id, f"one report tells of both, and of an exchange; {tie}")
        for one in legs[:1]:
            joining.why.setdefault(one.id, "its report tells of an exchange")
    marked = {id for of in here.values() for id in of}
    whole = [legs for legs in joining.parts(ordered) if any(one.id in joining.why for one in legs)]
    return [(legs, joining.why) for legs in whole if any(one.id in marked for one in legs)]


def _tellable(movement: Movement) -> bool:
    """Tell whether it is known who is let go; "passengers" who depart are put to no exchange.

    A person is, of whom a report itself says that they were given in return for others, or others for them.
    """
    if movement.subject.kind == "person":
        return any(marks(one) and one.row is None for one in movement.every)
    whom = [one.whom for one in movement.every if one.whom is not None]
    given = any(one.state in _GIVEN for one in movement.every)
    counted = any(one.figure is not None and one.figure.unit == "persons" for one in movement.claims)
    known = counted or any(one.peoples or one.marks for one in whom)
    meant = bool(_parties(movement)) or any(one.act == "exchanged" for one in movement.claims)
    told = (counted and meant) or any(not one.vague for one in whom)
    said = any(marks(one) and one.whom is not None and one.whom.kinds for one in movement.every)
    return given and ((known and told) or said) and any(one.human for one in whom)


def _open(movement: Movement) -> bool:
    """Tell whether nobody tells whom people leave, or to whom they go."""
    return movement.origin is None or movement.destination is None


def _day(markers: Sequence[Claim]) -> tuple[date | None, date | None]:
    """Return the days within which an exchange is told to have taken place, or to be planned."""
    firsts = [one.first for one in markers if one.first is not None]
    lasts = [one.last or one.said_on for one in markers if (one.last or one.said_on) is not None]
    return min(firsts, default=None), max((one for one in lasts if one is not None), default=None)


def _near(movement: Movement, day: tuple[date | None, date | None]) -> bool:
    """Tell whether a movement took place around the days of an exchange."""
    when = movement.day
    first, last = when.earliest_start or when.earliest_end, when.latest_end or when.latest_start
    began, ended = day
    if last is not None and (began or ended) is not None and last < (began or ended or last) - _WITHIN:
        return False
    return first is None or ended is None or first <= ended + _WITHIN


def _parties(movement: Movement) -> frozenset[str]:
    places = (movement.origin, movement.destination, *movement.via)
    return frozenset(place.state or place.name for place in places if place is not None)


def _exchange(
    moved: list[Movement],
    markers: dict[str, list[Claim]],
    by_document: dict[str, list[Claim]],
    why: dict[str, str],
    placings: Sequence[Placing],
) -> Exchange | None:
    documents = {claim.document for one in moved for claim in one.every}
    own = [claim for name in sorted(documents) for claim in markers.get(name, ())]
    within = {claim.id for one in moved for claim in one.every}
    if not own or (len(moved) == 1 and not any(one.id in within for one in own)):
        return None  # one report of an exchange and of one movement need not speak of one thing
    ordered = sorted(moved, key=lambda one: (not one.subject.peoples, -len(one.claims), one.id))
    returned = _returns(ordered, own)
    legs = tuple(Leg(one, returned.get(one.id, ("", ()))[1], returned.get(one.id, ("", ()))[0]) for one in ordered)
    placed = {claim.id for one in moved for claim in one.every}
    apart = tuple(
        claim
        for name in sorted(documents)
        for claim in by_document[name]
        if claim.id not in placed
        and claim.state
        and claim.state != "held"
        and not marks(claim)
        and claim.whom is not None
    )
    members = {one.id for one in moved} | placed | {id for one in own for id in (one.id, one.statement)}
    accepted = next((one.by for one in placings if one.together and one.one in members and one.one == one.other), "")
    reasons = tuple(why.get(one.id, "") for one in ordered)
    voices = tuple(claim for name in sorted(documents) for claim in by_document[name])
    about = {claim.id for one in ordered for claim in one.subject.claims}
    talks = tuple(one for one in voices if one.id not in placed and _talks(one, about))
    return Exchange(legs, _days(ordered), tuple(own), reasons, apart, accepted, talks, voices)


def _talks(claim: Claim, about: set[str]) -> bool:
    """Tell whether a claim of no leg may tell who mediated an exchange, or its terms: of its people or of talks."""
    if not (claim.mediations or claim.conditions or claim.stages):
        return False
    return claim.id in about or claim.act in _TALKING or claim.whom is None or claim.whom.vague or marks(claim)


def _days(moved: Sequence[Movement]) -> When:
    days = [one.day for one in moved if one.claims]
    told = [day for day in days if day.earliest_start is not None] or days
    if not told:
        return When()
    whole = told[0]
    for day in told[1:]:
        whole = whole.cover(day)
    return whole


def _returns(moved: Sequence[Movement], markers: Sequence[Claim]) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Return for each leg that is given in return for others why that is known, and for which."""
    found: dict[str, tuple[str, tuple[str, ...]]] = {}
    told = {claim.id: claim for one in moved for claim in one.every} | {one.id: one for one in markers}
    for counter in [one for one in markers if one.returns]:
        giver = told.get(counter.returns)
        holding = next((one for one in moved if any(claim.id == counter.id for claim in one.every)), None)
        if holding is None or giver is None:
            continue
        given = [one for one in moved if one is not holding and _gave(one, giver)]
        ids = tuple(one.id for one in given)
        found[holding.id] = ("said to be in return", ids)
        for one in moved:
            if one is not holding and one not in given and _in_one_breath(one, counter):
                found[one.id] = ("told of in the same breath as those given in return", ids)
    for one in moved:
        if one.id not in found and any(claim.in_exchange and not claim.returns for claim in one.claims):
            back = tuple(other.id for other in moved if other is not one and _answers(other, one))
            if back:
                found[one.id] = ("said to be in return", back)
    return found


def _answers(given: Movement, returned: Movement) -> bool:
    """Tell whether people went to the party that lets others go in return."""
    to, left = given.destination, returned.origin
    return to is not None and left is not None and (to.state or to.name) == (left.state or left.name)


def _gave(movement: Movement, giver: Claim) -> bool:
    """Tell whether a movement is of those whom the claim of an exchange says were given."""
    if any(claim.id == giver.id for claim in movement.every):
        return True
    left = movement.origin
    return giver.whom is None and left is not None and giver.party != "" and left.state == giver.party


def _in_one_breath(movement: Movement, counter: Claim) -> bool:
    return any(
        one.document == counter.document
        and one.speaker == counter.speaker
        and 0 < one.start - counter.start < _SAME_BREATH
        for one in movement.subject.claims
    )


def _alone(exchange: Exchange) -> list[Problem]:
    parties = {*exchange.parties, *exchange.hubs}
    if len(parties) > 1:
        return []
    who = f"only {next(iter(parties))}" if parties else "no party"
    cause = f"An exchange has two parties at least, and {who} is told of in this one."
    hint = "Look at its statements: a place or a speaker's party may not have been read."
    return [Problem("exchange_with_one_party", exchange.markers[0].document, cause, hint, exchange.id[:12], "warning")]
