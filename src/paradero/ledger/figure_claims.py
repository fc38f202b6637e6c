"""Figures as claims: what an attributed figure says of people, read from the words of its set. A pure function."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from paradero.ledger.claims import Claim
from paradero.ledger.figures import AttributedFigure
from paradero.ledger.people_words import Whom
from paradero.ledger.sets import named_figure, set_words
from paradero.ledger.stated import STATES
from paradero.model import When
from paradero.model.naming import Naming, Place

_ACTS = {
    "held": "held",
    "departed": "departed",
    "handed_over": "handed_over",
    "arrived": "arrived",
    "confirmed": "released",
    "released": "released",
    "verified": "verified",
    "named": "identified",
}
_ROLES = (
    (re.compile(r"(?:\bfrom|\bout of|\bleft|\bleaving|\bdesde|\bprocedentes de)(?: the)?$", re.IGNORECASE), "origin"),
    (
        re.compile(
            r"(?:\bto|\binto|\bbound for|\breached|\bhome to)(?: the)?$"
            r"|(?:(?:[aei]d|uelt)[oa]s? a|\b(?-i:[A-ZÁÉÍÓÚÑ])\w+ a|\bhacia|\bcon destino a)$",
            re.IGNORECASE,
        ),
        "destination",
    ),
    (re.compile(r"(?:\bby way of|\bvia|\bthrough|\bvía|\bpasando por|\ba través de)(?: the)?$", re.IGNORECASE), "via"),
    (
        re.compile(
            r"(?:\bby|\bof|\bpor|\bde)(?: the| el| la| las)?"
            r"(?: (?:(?:government|authorities) of|(?:gobierno|autoridades) de))?(?: the)?$",
            re.IGNORECASE,
        ),
        "by",
    ),
    (re.compile(r"(?:\bin|\bat|\binside|\bnear|\ben|\bcerca de)(?: the| el| la)?$", re.IGNORECASE), "at"),
)
_EXCHANGE = re.compile(r"\b(?:exchanged?|swap(?:ped)?|canje|canjead[oa]s?|intercambi(?:o|ad[oa]s?))\b", re.IGNORECASE)
_ACT_WORDS = {"handed over": "handed_over", "exchanged": "exchanged", "swapped": "exchanged", "deported": "deported"}


def claims_of_figures(figures: Iterable[AttributedFigure], naming: Naming) -> tuple[Claim, ...]:
    """Return what figures say, in the order given.

    Args:
        figures: as they are imported; a figure that names its whole ("part of stage-1: women") counts people of it.
        naming: what knows the names of places, parties and peoples.
    """
    every = list(figures)
    ids = {one.id for one in every}
    wholes = {one.id: whole for one in every if (whole := named_figure(one.about, ids)) and whole != one.id}
    made = {one.id: _claim(at, one, naming, wholes.get(one.id, "")) for at, one in enumerate(every)}
    return tuple(_as_its_whole(one, made) for one in made.values())


def _claim(at: int, figure: AttributedFigure, naming: Naming, whole: str) -> Claim:
    about = figure.about
    words = set_words(about)
    roles = _roles(about, naming)
    act = _ACTS.get(figure.state, figure.state)
    told = next((code for said, code in _ACT_WORDS.items() if said in about.casefold()), "")
    if figure.state in ("confirmed", "released", "handed_over") and told:
        act = told
    state = STATES[act] if figure.state == "confirmed" else figure.state  # what it is that is confirmed
    at_place = roles.get("at")
    leaving = figure.state not in ("held", "named")
    origin = roles.get("origin") or (at_place if leaving else None)
    days = sorted(words.days)
    return Claim(
        figure.id,
        figure.id,
        figure.source,
        figure.speaker,
        act,
        state,
        naming.speaks_for(figure.party or figure.speaker),
        at,
        figure.said_on,
        modality="actual" if figure.state not in ("requested", "offered", "agreed", "scheduled") else "planned",
        scope=figure.quantifier,
        confirms=figure.state == "confirmed",
        whom=Whom.of_words(_people(about, naming), naming, refers_to=""),
        figure=figure.figure,
        by=roles.get("by"),
        origin=origin,
        destination=roles.get("destination"),
        via=roles.get("via"),
        at=None if leaving else at_place,
        when=When.within(days[0], days[-1]) if days else None,
        in_exchange=words.in_return or bool(_EXCHANGE.search(about)),
        part_of=whole,
        told=figure,
        rules=("read_from_the_words_of_the_set",),
        words=about,
    )


def _people(about: str, naming: Naming) -> str:
    """Return the words for the people: those before the first place or verb, as far as they name anybody."""
    head = re.split(
        r"\b(?:flown|held|sent|asked|offered|returned|released|exchanged|handed|removed"
        r"|(?:trasladad|entregad|liberad|detenid|retenid|enviad|solicitad|ofrecid|canjead|devuelt|repatriad)[oa]s?)\b|[,;]",
        about,
        maxsplit=1,
    )[0]
    return head.strip() or about


def _roles(about: str, naming: Naming) -> Mapping[str, Place]:
    found: dict[str, Place] = {}
    for one in naming.find(about):
        if one.people:
            continue
        before = about[: one.start].rstrip()
        role = next((role for way, role in _ROLES if way.search(before)), "")
        if role == "destination" and "destination" in found and found["destination"].state == one.place.state:
            found["destination"] = one.place
        elif role:
            found.setdefault(role, one.place)
    return found


def _as_its_whole(claim: Claim, made: Mapping[str, Claim]) -> Claim:
    """Let a part have the people and the way of its whole; a circle of wholes ends where it began."""
    whole, met = made.get(claim.part_of), {claim.id}
    while whole is not None and whole.part_of and whole.id not in met:
        met.add(whole.id)
        whole = made.get(whole.part_of)
    if whole is None or whole.whom is None or claim.whom is None:
        return claim
    whom = replace(claim.whom, peoples=whole.whom.peoples, kinds=whole.whom.kinds, marks=whole.whom.marks)
    return replace(
        claim,
        whom=whom,
        by=claim.by or whole.by,
        origin=claim.origin or whole.origin,
        destination=claim.destination or whole.destination,
        when=claim.when or whole.when,
        rules=(*claim.rules, "as_its_whole"),
    )
