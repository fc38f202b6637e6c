"""Disputes: an accusation with its denials, what is told of a hearing, and what courts found; each with its own scope.

A dispute is never true or false: its status says how far it has come (alleged, denied, conceded, withdrawn,
adjudicated). That a denial answers an accusation is worked out: they speak of the same people, or stand in one
document, and share a topic.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import Any, Literal

from paradero.ledger.claims import HOLDING, TAKING, Claim
from paradero.ledger.people_words import WORD
from paradero.ledger.phrases import listed
from paradero.ledger.sets import single
from paradero.model import digest

Status = Literal["alleged", "denied", "conceded", "withdrawn", "adjudicated"]
ACCUSING = frozenset({"accused", "charged", "indicted", "tried"})
_FOUND = frozenset({"convicted", "acquitted", "sentenced"})
_HEARING = frozenset({"denied_hearing", "denied_counsel", "tried"})
_NO = ("denies", "retracts")
_SCOPES = ("all", "many", "most", "some", "several")


@dataclass(frozen=True)
class Dispute:
    """What is said of somebody and denied, or only said.

    Attributes:
        kind: "accusation", or "custody" where a party denies that it holds somebody.
        subject, label: id of the person or group, and the words for them; the id is empty where nobody tells who.
        topic: code of ``topics.toml``, or the party whose custody it is about; empty when no topic is known.
        accusations, denials, hearing, findings: the claims, in order; ``hearing`` is what is told of a day in court or
            of none, ``findings`` what courts decided.
        linked: how the denials were tied to the accusations; empty when there are none.
    """

    kind: Literal["accusation", "custody"]
    subject: str
    label: str
    topic: str
    accusations: tuple[Claim, ...]
    denials: tuple[Claim, ...] = ()
    hearing: tuple[Claim, ...] = ()
    findings: tuple[Claim, ...] = ()
    linked: str = ""

    @cached_property
    def id(self) -> str:
        """The id, by the first claim."""
        return digest("dispute", self.kind, self.topic, (self.accusations or self.denials)[0].id)

    @property
    def status(self) -> Status:
        """How far it has come."""
        if any(not one.negative for one in self.findings):
            return "adjudicated"
        if self.accusations and all(one.stance == "retracts" for one in self.accusations):
            return "withdrawn"
        accused = self.label.casefold()
        if any(one.stance == "confirms" and one.speaker.casefold() == accused for one in self.accusations):
            return "conceded"
        return "denied" if self.denials else "alleged"

    @property
    def scopes(self) -> Mapping[str, tuple[str, ...]]:
        """Of how many each side speaks, as said ("all", "many"); without what nobody says."""
        sides = (("accusations", self.accusations), ("denials", self.denials), ("findings", self.findings))
        found = {name: tuple(dict.fromkeys(scope for one in of if (scope := scope_of(one)))) for name, of in sides}
        return {name: scopes for name, scopes in found.items() if scopes}

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All that it rests on."""
        return (*self.accusations, *self.denials, *self.hearing, *self.findings)


def scope_of(claim: Claim) -> str:
    """Return of how many a claim speaks: as said of them, else of those who speak for them ("families of many")."""
    return claim.scope or next((code for code in _SCOPES if _says(claim, code)), "")


def _says(claim: Claim, code: str) -> bool:
    words = f" {claim.speaker.casefold()} "
    return claim.stance in _NO and any(
        f" {of} {word} " in words for of in ("of", "de") for word in listed("of_how_many", code)
    )


def disputes(subject_of: Mapping[str, tuple[str, str]], claims: Iterable[Claim]) -> tuple[Dispute, ...]:
    """Return the disputes, those with denials first.

    Args:
        subject_of: by the id of a claim, the id of the person or group it is about and the words for them.
        claims: all.
    """
    every = list(claims)
    accusing = [one for one in every if one.act in ACCUSING and one.stance != "denies" and not one.negative]
    found: defaultdict[tuple[str, str], list[Claim]] = defaultdict(list)
    for one in accusing:
        for topic in topics(one) or ("",):
            found[_who(one, subject_of), topic].append(one)
    denials = [one for one in every if one.stance == "denies" and (one.accusation or one.act in ACCUSING)]
    about = defaultdict(list)
    for one in every:
        if one.act in _HEARING | _FOUND:
            about[_who(one, subject_of)].append(one)
    made = [_dispute(key, of, denials, about, subject_of) for key, of in found.items()]
    answered = {one.id for dispute in made for one in dispute.denials}
    for one in denials:
        if one.id not in answered:
            topic = next(iter(topics(one)), "")
            who, label = subject_of.get(one.id, ("", _label(one)))
            made.append(Dispute("accusation", who, label, topic, (), (one,)))
    made += _custody(every, subject_of)
    return tuple(sorted(made, key=lambda one: (not one.denials, one.label, one.topic, one.id)))


def _who(claim: Claim, subject_of: Mapping[str, tuple[str, str]]) -> str:
    return subject_of.get(claim.id, ("", ""))[0]


def _label(claim: Claim) -> str:
    return "" if claim.whom is None else claim.whom.label


def _dispute(
    key: tuple[str, str],
    accusations: list[Claim],
    denials: Sequence[Claim],
    about: Mapping[str, list[Claim]],
    subject_of: Mapping[str, tuple[str, str]],
) -> Dispute:
    who, topic = key
    documents = {one.document for one in accusations}
    answers, linked = [], ""
    for one in denials:
        if topic and topic not in topics(one):
            continue
        told = _who(one, subject_of)
        if told == who and who:
            answers.append(one)
            linked = linked or "they speak of the same people" + (" and of the same topic" if topic else "")
        elif one.whom is not None and one.whom.vague and one.document in documents:
            answers.append(one)
            linked = "it stands in the same report and speaks of the same topic; who is meant is not told"
    own = about.get(who, []) if who else []
    hearing = tuple(one for one in own if one.act in _HEARING)
    findings = tuple(one for one in own if one.act in _FOUND and (not topics(one) or topic in topics(one)))
    label = subject_of.get(accusations[0].id, ("", _label(accusations[0])))[1]
    return Dispute("accusation", who, label, topic, tuple(accusations), tuple(answers), hearing, findings, linked)


def _custody(claims: Iterable[Claim], subject_of: Mapping[str, tuple[str, str]]) -> list[Dispute]:
    """Return where a party denies that it holds or took somebody, with what others say of it."""
    said: defaultdict[str, list[Claim]] = defaultdict(list)
    for one in claims:
        if one.act in HOLDING | TAKING:
            said[_who(one, subject_of)].append(one)
    found = []
    for who, of in said.items():
        denied = [one for one in of if one.stance == "denies" or one.negative]
        for holder in dict.fromkeys(one.holder or one.party for one in denied):
            own = tuple(one for one in denied if (one.holder or one.party) == holder)
            others = tuple(one for one in of if one not in denied and one.holder == holder)
            if who and others:
                label = subject_of.get(own[0].id, ("", _label(own[0])))[1]
                found.append(
                    Dispute("custody", who, label, holder, others, own, linked="they speak of the same people")
                )
    return found


def topics(claim: Claim) -> tuple[str, ...]:
    """Return the codes of what a claim accuses of, or denies."""
    told = {single(match[0]) for match in WORD.finditer(f"{claim.accusation} {claim.denies}")}
    return tuple(code for code, topic in known_topics().items() if told & {single(word) for word in topic["words"]})


@cache
def known_topics() -> dict[str, Any]:
    """Return the topics of ``topics.toml``."""
    return tomllib.loads((files(__package__) / "topics.toml").read_text(encoding="utf-8"))
