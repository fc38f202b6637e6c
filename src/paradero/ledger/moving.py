"""Moving: which claims of one subject tell of one movement, by their places and days. A pure function.

Claims that tell a route and a day begin movements, and others join the one that they fit best.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from paradero.ledger.claims import HOLDING, LEAVING, REACHING, Claim
from paradero.ledger.movements import ON_THE_WAY, Movement
from paradero.ledger.subjects import Subject
from paradero.model.naming import Place

_PASSING = ON_THE_WAY | {"departed"}
_MOVING = LEAVING | REACHING | ON_THE_WAY
_NEAR = timedelta(days=45)  # between claims of one movement whose days are told
_LATE = timedelta(days=120)  # after which a report without a day speaks of another movement


@dataclass
class _Leg:
    """A movement in the making."""

    claims: list[Claim] = field(default_factory=list)
    plans: list[Claim] = field(default_factory=list)
    lists: list[Claim] = field(default_factory=list)
    origin: Place | None = None
    destination: Place | None = None
    via: dict[str, Place] = field(default_factory=dict)
    rules: set[str] = field(default_factory=set)
    peoples: frozenset[str] = frozenset()
    first: date | None = None
    last: date | None = None
    said: tuple[date, date] | None = None
    passing: bool = True  # whether all that is told of it is that they set out and travelled

    def home(self, place: Place | None) -> bool:
        """Tell whether a place lies in the state whose people they are."""
        return place is not None and place.state in self.peoples

    def add(self, claim: Claim) -> None:
        """Add a claim that carries it out."""
        self.claims.append(claim)
        self.passing = self.passing and (claim.act in _PASSING or claim.destination is None)
        if claim.first is not None and claim.last is not None:
            self.first, self.last = (
                min(self.first or claim.first, claim.first),
                max(self.last or claim.last, claim.last),
            )
        elif claim.first is not None:
            self.first = min(self.first or claim.first, claim.first)
        if claim.said_on is not None:
            self.said = (
                (min(self.said[0], claim.said_on), max(self.said[1], claim.said_on))
                if self.said
                else (claim.said_on, claim.said_on)
            )


def movements(subject: Subject) -> tuple[Movement, ...]:
    """Return a subject's movements in the order of their days.

    Args:
        subject: with its claims. What is denied, or only conditional, moves nobody.
    """
    told = [one for one in subject.claims if _tells(one)]
    carried = [one for one in told if _carried_out(one)]
    planned = [one for one in told if not _carried_out(one)]
    legs: list[_Leg] = []
    for claim in sorted(carried, key=_how_well):
        route = _route(claim, subject)
        fitting = [leg for leg in legs if _fits(claim, route, leg)]
        leg = max(fitting, key=lambda leg: _fit(claim, route, leg), default=None)
        if leg is None:
            leg = _Leg(peoples=subject.peoples)
            legs.append(leg)
        _join(claim, route, leg)
    for claim in subject.claims:
        if claim.state in ("named", "verified") and not claim.negative:
            _known(claim, _route(claim, subject), legs)
    for claim in planned:
        _plan(claim, _route(claim, subject), legs)
    for leg in legs:
        _held_by(leg, subject)
    found = [_made(leg, subject) for leg in legs]
    return tuple(sorted(found, key=lambda one: str(one.day.latest_start or one.day.latest_end or "9999")))


def _tells(claim: Claim) -> bool:
    if claim.negative or claim.stance in ("denies", "retracts") or claim.modality == "conditional":
        return False
    return claim.act in _MOVING or claim.state in ("requested", "offered", "agreed", "scheduled", "withheld", "refused")


def _carried_out(claim: Claim) -> bool:
    return claim.modality == "actual" and claim.stance not in ("demands", "offers")


def _how_well(claim: Claim) -> tuple[int, str, str, int]:
    """Order claims so that those that tell a route and a day begin movements, and others join them."""
    ends = sum((claim.origin is not None, claim.destination is not None or claim.home))
    return (-ends - (claim.first is not None), str(claim.day or "9999"), claim.document, claim.start)


@dataclass(frozen=True, slots=True)
class _Route:
    origin: Place | None
    destination: Place | None
    via: Place | None
    rules: tuple[str, ...]


def _route(claim: Claim, subject: Subject) -> _Route:
    """Return from where to where a claim moves people; whoever lets them go is where they leave."""
    rules = []
    origin, destination, via = claim.origin, claim.destination, claim.via
    giver = claim.by
    if origin is None and giver is not None and claim.act in LEAVING and giver.state not in subject.peoples:
        origin = giver
        rules.append("they_leave_who_lets_go")
    back = claim.home or (claim.act == "returned" and (origin is None or origin.state not in subject.peoples))
    if destination is None and back and len(subject.peoples) == 1:
        state = next(iter(subject.peoples))
        destination = Place(state, "state", state)
        rules.append("home_is_their_state")
    if claim.act in ON_THE_WAY and claim.act == "stopped_over":
        via, destination = via or destination or claim.at, None
    return _Route(origin, destination, via, tuple(rules))


def _same(one: Place | None, other: Place | None) -> bool:
    """Tell whether two places may be one: either is not told, or they lie in one state and one is that state."""
    if one is None or other is None or one == other:
        return True
    if (one.state or one.name) != (other.state or other.name):
        return False
    return "state" in (one.kind, other.kind) or "city" in (one.kind, other.kind)


def _fits(claim: Claim, route: _Route, leg: _Leg) -> bool:
    if not _same(route.origin, leg.origin):
        return False
    if not _same(route.destination, leg.destination) and not _on_the_way(claim, route, leg):
        return False
    return not _turns_back(route, leg) and _in_time(claim, leg) and not _another_time(claim, leg)


def _another_time(claim: Claim, leg: _Leg) -> bool:
    """Tell whether the same is told of another number on another day: 39 were freed on Friday, and 90 on Sunday."""
    day, number = _on(claim)
    if day is None or number is None:
        return False
    told = [(_on(one)) for one in leg.claims if one.state == claim.state]
    others = [(other, many) for other, many in told if other is not None and many is not None]
    return bool(others) and all(other != day and many != number for other, many in others)


def _on(claim: Claim) -> tuple[date | None, float | None]:
    """Return the one day and the exact number of all its people that a claim tells, as far as it does."""
    figure = claim.figure
    exact = figure is not None and figure.operator == "=" and not figure.whole and not claim.part_of
    day = claim.first if claim.when is not None and claim.first == claim.last else None
    return day, figure.value if exact and figure is not None else None


def _turns_back(route: _Route, leg: _Leg) -> bool:
    """Tell whether one tells only where they left, and it is where the other tells that they went."""
    if route.destination is None and leg.origin is None:
        return _one_state(route.origin, leg.destination)
    return route.origin is None and leg.destination is None and _one_state(route.destination, leg.origin)


def _one_state(one: Place | None, other: Place | None) -> bool:
    return one is not None and other is not None and bool(one.state) and one.state == other.state


def _on_the_way(claim: Claim, route: _Route, leg: _Leg) -> bool:
    """Tell whether what a claim calls the end is a stop of the leg, or the leg's end a stop of the claim's."""
    if route.destination is not None and route.destination.name in leg.via:
        return True
    ended = leg.destination
    if route.via is not None and ended is not None and _same(route.via, ended):
        return True
    return _stops(claim, route, leg) or _was_passing(leg, route)


def _was_passing(leg: _Leg, route: _Route) -> bool:
    """Tell whether a leg led to a third state as far as was told, and now leads home."""
    return leg.passing and leg.destination is not None and not leg.home(leg.destination) and leg.home(route.destination)


def _through(ended: Place, route: _Route) -> bool:
    """Tell whether a route goes by way of what was told to be the end."""
    return route.via is not None and _same(route.via, ended)


def _stops(claim: Claim, route: _Route, leg: _Leg) -> bool:
    """Tell whether people who are told to come home are told to travel to a third state before."""
    third = route.destination is not None and not leg.home(route.destination) and bool(leg.peoples)
    return claim.act in _PASSING and third and leg.home(leg.destination)


def _in_time(claim: Claim, leg: _Leg) -> bool:
    first, last, said = leg.first, leg.last, leg.said
    if claim.first is not None and claim.last is not None and first is not None and last is not None:
        return claim.first - _NEAR <= last and first <= claim.last + _NEAR
    if claim.first is not None:  # the leg's claims tell no day: it was over when they were said
        return said is None or said[0] - _LATE <= claim.first <= said[1]
    if claim.said_on is None:
        return True
    if first is not None:
        return first <= claim.said_on <= (last or first) + _LATE
    return said is None or said[0] - _LATE <= claim.said_on <= said[1] + _LATE


def _fit(claim: Claim, route: _Route, leg: _Leg) -> tuple[int, str]:
    """Tell how well a claim fits a leg: by the ends that both tell, then by the later day."""
    shared = sum(
        one is not None and other is not None
        for one, other in ((route.origin, leg.origin), (route.destination, leg.destination))
    )
    return shared, str(leg.last or (leg.said[1] if leg.said is not None else ""))


def _join(claim: Claim, route: _Route, leg: _Leg) -> None:
    leg.rules.update(route.rules)
    ended, stop = leg.destination, None
    if _stops(claim, route, leg):
        stop, route = route.destination, replace(route, destination=None)
    elif ended is not None and route.destination is not None and (_through(ended, route) or _was_passing(leg, route)):
        stop, leg.destination = ended, None
    if stop is not None:
        leg.via[stop.name] = stop
        leg.rules.add("stop_on_the_way")
    if route.via is not None:
        leg.via[route.via.name] = route.via
    leg.origin = _narrower(leg.origin, route.origin)
    if route.destination is not None and route.destination.name not in leg.via:
        leg.destination = _narrower(leg.destination, route.destination)
    leg.add(claim)


def _narrower(one: Place | None, other: Place | None) -> Place | None:
    if one is None or other is None:
        return one or other
    return other if one.kind == "state" and other.kind != "state" else one


def _plan(claim: Claim, route: _Route, legs: list[_Leg]) -> None:
    """Add a plan to the first movement that carries it out, else as a movement that is only planned."""
    for leg in legs:
        first = leg.first or (None if leg.said is None else leg.said[0])
        before = claim.said_on is None or first is None or claim.said_on <= first + _LATE
        if (
            before
            and _same(route.origin, leg.origin)
            and (_same(route.destination, leg.destination) or _on_the_way(claim, route, leg))
        ):
            if route.via is not None and leg.destination is not None and route.destination is not None:
                _join_stop(route, leg)
            leg.plans.append(claim)
            return
    legs.append(_Leg(plans=[claim], origin=route.origin, destination=route.destination, rules=set(route.rules)))


def _known(claim: Claim, route: _Route, legs: list[_Leg]) -> None:
    """Add names and checks to the movement of their whole, else to one whose way and days they fit; they begin none."""
    own = [leg for leg in legs if any(one.id == claim.part_of for one in leg.claims)]
    fitting = own or [leg for leg in legs if _fits(claim, route, leg)]
    if fitting:
        max(fitting, key=lambda leg: _fit(claim, route, leg)).lists.append(claim)


def _join_stop(route: _Route, leg: _Leg) -> None:
    if route.via is not None and leg.destination is not None and _same(route.via, leg.destination):
        leg.via[leg.destination.name] = leg.destination
        leg.destination = route.destination
        leg.rules.update((*route.rules, "stop_on_the_way"))


def _held_by(leg: _Leg, subject: Subject) -> None:
    """Let people whose origin nobody tells leave the one who is said to have held them."""
    if leg.origin is not None:
        return
    told = [one for one in subject.claims if one.act in HOLDING and one.holder and not one.negative]
    reached = "" if leg.destination is None else leg.destination.state
    holders = {one.holder: one for one in told if one.holder != reached}
    if len(holders) == 1:
        place = next(iter(holders.values()))
        leg.origin = place.by or place.at
        leg.rules.add("they_leave_who_held_them")


def _made(leg: _Leg, subject: Subject) -> Movement:
    claims = tuple(sorted(leg.claims, key=lambda one: (str(one.day or "9999"), one.document, one.start)))
    via, rules = tuple(leg.via.values()), tuple(sorted(leg.rules))
    return Movement(subject, leg.origin, leg.destination, via, claims, tuple(leg.plans), tuple(leg.lists), rules)
