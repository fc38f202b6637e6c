"""Resolving: who "we", "its citizens" and "those" are, as the other claims of a document tell; each by a named rule.

What is worked out here is marked in the claim's ``rules`` and can be wrong; what was said is not touched.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from paradero.ledger.claims import LEAVING, TAKING, Claim
from paradero.ledger.people_words import Whom
from paradero.ledger.phrases import listed, phrases
from paradero.model.naming import Place

NOBODYS = phrases("nobodys")  # another one in each document
_NEAR = 240  # characters between a pronoun and those whom the same speaker spoke of last
_LOOK_BACK = 40  # claims among which the people are looked for whom a pronoun means
_ACCUSED = frozenset({"accused", "charged", "tried", "convicted"})
_BESIDE = 3  # characters between words and their apposition: a comma and a space


def resolved(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Return claims with what their documents tell beside the words of each, in the order given."""
    return known_elsewhere(resolved_within(claims))


def resolved_within(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Return claims with what their own document tells, and no other, in the order given."""
    every = list(claims)
    places = {id(one): at for at, one in enumerate(every)}
    done: list[Claim | None] = [None] * len(every)
    for _, of in groupby(sorted(every, key=lambda one: one.document), key=lambda one: one.document):
        before = list(of)
        after = _counted_alike(_homeward(_appositions(_owned(_spoken_for(before)))))
        for old, new in zip(before, after, strict=True):
            done[places[id(old)]] = new
    return tuple(one for one in done if one is not None)


def stand_alone(claims: Iterable[Claim], ends: Collection[int]) -> bool:
    """Tell whether nothing of claims of one document hangs on the others, whichever of these are left out.

    Args:
        claims: those asked about.
        ends: where the words for people end in all claims of the document.
    """
    return all(_stands_alone(one, ends) for one in claims)


def _stands_alone(claim: Claim, ends: Collection[int]) -> bool:
    whom = claim.whom
    if claim.ours or (whom is not None and (whom.its or _pointing(whom))):
        return False
    if whom is None or not whom.vague:
        return True
    going = claim.act not in TAKING and (claim.origin is not None or claim.home)
    beside = whom.start is not None and any(whom.start - apart in ends for apart in range(2, _BESIDE + 1))
    return not (going or beside or claim.accusation or claim.act in _ACCUSED)


def known_elsewhere(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Tell for whom a speaker speaks of whom another document tells it, if all documents tell the same."""
    parties: defaultdict[str, set[str]] = defaultdict(set)
    for one in claims:
        if one.party and one.speaker.casefold() not in NOBODYS:
            parties[one.speaker].add(one.party)
    done = []
    for one in claims:
        known = parties.get(one.speaker, set()) if not one.party else set()
        if len(known) == 1:
            one = replace(one, party=next(iter(known)), rules=(*one.rules, "known_from_another_report"))
        done.append(one)
    return tuple(done)


def _spoken_for(claims: Sequence[Claim]) -> list[Claim]:
    """Tell for whom a speaker speaks who says "we handed over": for whoever held those people, if all say the same."""
    parties: dict[str, str] = {}
    for one in claims:
        if one.ours and not one.party and one.whom is not None and one.whom.peoples and one.act in LEAVING:
            others = [other for other in claims if other.whom is not None and other.whom.peoples == one.whom.peoples]
            held = {state for other in others if (state := _kept_in(other)) and other.speaker != one.speaker}
            if len(held) == 1:
                parties[one.speaker] = held.pop()
    return [_of_party(one, parties[one.speaker]) if one.speaker in parties else one for one in claims]


def _kept_in(claim: Claim) -> str:
    """Return the state in which a claim says that people are or were kept, or to which they were brought."""
    if claim.home or claim.negative:
        return ""
    place = claim.origin or claim.at or (claim.destination if claim.act in ("transferred", "deported") else None)
    return "" if place is None or place.state in (claim.whom.peoples if claim.whom else ()) else place.state


def _of_party(claim: Claim, party: str) -> Claim:
    own = Place(party, "state", party)
    rules = (*claim.rules, "speaks_for_who_held_them")
    if not claim.ours:
        return replace(claim, party=party, rules=rules)
    by = claim.by or own
    return replace(claim, party=party, by=by, rules=(*rules, "we_are_the_speakers"))


def _owned(claims: Sequence[Claim]) -> list[Claim]:
    """Tell whose "its citizens" are: of the state they return to, of the speaker's, or of whoever acts."""
    claims = [_counted_own(one) for one in claims]
    owners: dict[tuple[int | None, str], tuple[int, str]] = {}
    for one in claims:
        if one.whom is not None and one.whom.its and not one.whom.peoples and (found := _owner(one)) is not None:
            words = (one.whom.start, one.whom.label)
            owners[words] = min(owners.get(words, found), found)
    done = []
    for one in claims:
        owner = None if one.whom is None else owners.get((one.whom.start, one.whom.label))
        if owner is not None and one.whom is not None:
            whom = replace(one.whom, peoples=frozenset((owner[1],)))
            one = replace(one, whom=whom, rules=(*one.rules, "its_people"))
        done.append(one)
    return done


def _counted_own(claim: Claim) -> Claim:
    """Take the people whom a government counts as returned, and of whom it says no more, for its own."""
    whom, figure = claim.whom, claim.figure
    if (
        whom is None
        or not whom.vague
        or figure is None
        or not figure.known
        or not claim.party
        or claim.act != "returned"
    ):
        return claim
    own = replace(whom, peoples=frozenset((claim.party,)))
    return replace(claim, whom=own, rules=(*claim.rules, "returned_to_who_counts_them"))


def _owner(claim: Claim) -> tuple[int, str] | None:
    """Return whose they are, and how well that is known: less is better."""
    if claim.destination is not None and claim.act in ("returned", "arrived"):
        return 0, claim.destination.state
    if claim.party and (claim.by is None or claim.by.state != claim.party):
        return 1, claim.party
    return (2, claim.by.state) if claim.by is not None and claim.by.state else None


def _appositions(claims: Sequence[Claim]) -> list[Claim]:
    """Take words that stand behind others, or a pronoun after the same speaker's last people, for the same people."""
    done: list[Claim] = []
    told: list[Claim] = []
    for one in claims:
        whom, meant = one.whom, None
        if whom is not None and whom.start is not None and (whom.vague or _pointing(whom)):
            meant, rule = _meant(one, told)
        if meant is not None and meant.whom is not None and whom is not None:
            known = meant.whom
            fuller = replace(
                whom,
                refers_to=whom.refers_to if known.vague else known.label,
                peoples=known.peoples,
                kinds=known.kinds,
                marks=known.marks,
                persons=known.persons,
            )
            one = replace(one, whom=fuller, rules=(*one.rules, rule))
        done.append(one)
        if one.whom is not None and not one.whom.vague:
            told.append(one)
    return done


def _pointing(whom: Whom) -> bool:
    """Tell whether words point back to people of whom their document spoke before: "these citizens"."""
    first = whom.words.casefold().split(" ", 1)[0]
    return first in phrases("these") and " " in whom.words and not (whom.peoples or whom.marks or whom.refers_to)


def _meant(claim: Claim, told: Sequence[Claim]) -> tuple[Claim | None, str]:
    whom = claim.whom
    if whom is None or whom.start is None:
        return None, ""
    for other in reversed(told[-_LOOK_BACK:]):
        end = None if other.whom is None else other.whom.end
        if end is not None and 1 < whom.start - end <= _BESIDE and other.statement != claim.statement:
            return other, "in_apposition"
    if _pointing(whom):
        alike = [
            one for one in told if one.whom is not None and one.whom.kinds & whom.kinds and one.start < claim.start
        ]
        return (alike[-1], "these_are_the_last_told_of") if alike else (None, "")
    if not claim.accusation and claim.act not in _ACCUSED:
        return None, ""
    near = [one for one in told[-_LOOK_BACK:] if one.speaker == claim.speaker and 0 < whom.start - one.start <= _NEAR]
    return (near[-1], "last_spoken_of") if near else (None, "")


def _homeward(claims: Sequence[Claim]) -> list[Claim]:
    """Tell who "those" are who left a state for home: the one foreign people that the document says it held."""
    done = []
    for one in claims:
        whom = one.whom
        if whom is None or not whom.vague or one.act in TAKING or (one.origin is None and not one.home):
            done.append(one)
            continue
        left = one.origin.state if one.origin is not None else _left(one, claims)
        held = {other.whom.peoples for other in claims if other.whom and other.whom.peoples and other.holder == left}
        foreign = {peoples for peoples in held if left and left not in peoples}
        if len(foreign) == 1:
            whom = replace(whom, peoples=foreign.pop())
            one = replace(one, whom=whom, rules=(*one.rules, "foreigners_going_home"))
        done.append(one)
    return done


def _counted_alike(claims: Sequence[Claim]) -> list[Claim]:
    """Tell whose people "13 hostages" are where the document tells of 13 hostages of one people, and of no other."""
    known: defaultdict[tuple[object, str], set[frozenset[str]]] = defaultdict(set)
    for one in claims:
        if one.whom is not None and one.whom.peoples and not one.whom.names:
            for noun in _nouns(one):
                known[one.figure and one.figure.value, noun].add(one.whom.peoples)
    done = []
    for one in claims:
        whom = one.whom
        if whom is not None and not (whom.peoples or whom.marks or whom.names or whom.its):
            found = {
                peoples for noun in _nouns(one) for peoples in known.get((one.figure and one.figure.value, noun), ())
            }
            if len(found) == 1:
                whom = replace(whom, peoples=found.pop())
                one = replace(one, whom=whom, rules=(*one.rules, "same_number_of_the_same"))
        done.append(one)
    return done


def _nouns(claim: Claim) -> frozenset[str]:
    """Return the nouns that tell who are counted, where their number is told exactly; not "people" or "men"."""
    if claim.whom is None or claim.row is not None or claim.figure is None or claim.figure.operator != "=":
        return frozenset()
    return claim.whom.kinds - listed("kinds", "general")


def _left(claim: Claim, claims: Sequence[Claim]) -> str:
    """Return the state that the same words, in the same document, are said to have left."""
    words = claim.whom.label if claim.whom is not None else ""
    same = [one for one in claims if one.whom is not None and one.whom.label == words and one.origin is not None]
    return same[0].origin.state if same and same[0].origin is not None else ""
