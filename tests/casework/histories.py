"""Casebooks with a history, drawn by chance: reports, lists and newer versions, judgements, placings, suppressions.

The people, lists and reports are invented; the states and the places are names that the gazetteer knows.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from paradero.casework import (
    Casebook,
    accept_exchange,
    import_list,
    judge,
    judge_mentions,
    judge_pair,
    list_read,
    lists,
    people,
    place,
    set_policy,
    suppress,
    unsuppress,
)
from paradero.casework.suppressing import Person
from paradero.intake import GivenByPerson
from paradero.model import Document, Given, ParaderoError, Part, Provenance, When
from paradero.rolls import Said
from paradero.store import Act
from tests.casework.material import ANA, BRUNO
from tests.ledger.saying import Report

NAMES = ("Ana Quiroz", "Bruno Trillo", "Ivo Dorre", "Marta Lund", "Pavel Drost", "Rosa Vane", "Elio Marsh", "Nils Abad")
SPEAKERS: tuple[tuple[str, str], ...] = (
    ("outlet", ""),
    ("Diosdado Cabello", "the Venezuelan interior minister"),
    ("Diosdado Cabello", "he"),
    ("Marco Rubio", "the US secretary of state"),
    ("Marco Rubio", "he"),
    ("Ministry of the Interior of Venezuela", ""),
    ("Foro Penal", ""),
)
STATES = ("held", "departed", "arrived", "agreed", "released", "delivered")
PUBLISHERS = ("Government of Venezuela", "Government of El Salvador", "Foro Penal", "Diosdado Cabello")


@dataclass
class History:
    """A casebook and what is done to it, by chance.

    Attributes:
        casebook, folder: where. chance: what is drawn from. moments: after which acts were done.
    """

    casebook: Casebook
    folder: Path
    chance: random.Random
    moments: list[str] = field(default_factory=list)
    _made: int = 0

    def step(self) -> str:
        """Do one thing, and tell which."""
        acts: tuple[tuple[int, Callable[[], None]], ...] = (
            (8, self.report),
            (4, self.list),
            (3, self.judged),
            (4, self.people),
            (3, self.mentions),
            (2, self.placed),
            (1, self.suppressed),
            (1, self.policy),
        )
        (act,) = self.chance.choices([one for _, one in acts], [weight for weight, _ in acts])
        try:
            act()
        except ParaderoError:  # such as a list that is here already, or a judgement withdrawn before
            return f"no {act.__name__}"
        self.moments.append(self.casebook.now())
        return act.__name__

    def report(self) -> None:
        """Add a report, or a newer version of one, and read it."""
        told = Report("report", publisher=self.chance.choice(("The Ruthenian Post", "Government of Venezuela")))
        for _ in range(self.chance.randint(1, 6)):
            self._sentence(told)
        told.published = self.chance.choice(("2025-07-18", "2025-07-19", "2025-07-25", "2025-09-30", ""))
        reports = [one for one in self.casebook.documents() if not one.sheets]
        older = self.chance.choice(reports).id if reports and self.chance.random() < 0.15 else ""
        told.text += f"Number {self._count()}."
        kept(self.casebook, told, older)

    def _sentence(self, told: Report) -> None:
        chance, number = self.chance, self.chance.choice((3, 10, 252))
        name, (speaker, as_written) = chance.choice(NAMES), chance.choice(SPEAKERS)
        said: dict[str, Any] = {} if speaker == "outlet" else {"kind": "person", "as_written": as_written}
        if chance.random() < 0.1:
            said["said_on"] = When.within(date(2025, 7, 20), date(2025, 7, 20), "on Sunday")
        people_of = chance.choice(
            ("Venezuelans", "Americans", "Salvadorans", "political prisoners", "Venezuelan women")
        )
        who = f"{number} {people_of}"
        kinds: tuple[tuple[str, str, dict[str, Any]], ...] = (
            (f"{who} were released from Cecot", "released", {"who": who, "origin": "Cecot", "number": str(number)}),
            (f"{who} were held in El Salvador", "held", {"who": who, "at": "El Salvador", "number": str(number)}),
            (
                f"{who} were handed over by Venezuela for 9 Salvadorans",
                "handed_over",
                {"who": who, "by": "Venezuela", "in_return_for": "9 Salvadorans"},
            ),
            (f"{who} arrived in Venezuela in an exchange", "arrived", {"who": who, "destination": "Venezuela"}),
            ("those freed left El Salvador for home", "departed", {"who": "those", "destination": "home"}),
            ("we handed over the 10 Americans", "handed_over", {"who": "10 Americans", "by": "we"}),
            ("its citizens returned to Venezuela", "returned", {"who": "its citizens", "destination": "Venezuela"}),
            ("they belong to a gang", "accused", {"who": "they", "accusation": "a gang"}),
            ("these citizens are free", "released", {"who": "these citizens"}),
            (f"{name} was released from Cecot", "released", {"who": name, "names": (name,), "origin": "Cecot"}),
            (f"{name} was arrested in Caracas", "arrested", {"who": name, "names": (name,), "at": "Caracas"}),
            ("he was seen in Cecot", "held", {"who": "he", "stands_for": name, "at": "Cecot"}),
            ("the President was freed", "released", {"who": "President", "names": ("President",)}),
        )
        words, act, roles = chance.choice(kinds)
        told.says(words, act, speaker, **roles, **said)

    def list(self) -> None:
        """Import a list, at times as a newer version of one, or the same in another way."""
        chance, rows = self.chance, [f"{name},1985-03-{12 + at}" for at, name in enumerate(NAMES)]
        rows = chance.sample(rows, chance.randint(2, 6)) + chance.sample(["2 women,", "3 not identified,", "7 men,"], 1)
        path = self.folder / f"list {self._count()}.csv"
        place_held = chance.choice(("Cecot", "Caracas", "El Helicoide"))
        lines = [f"{at},{row},{place_held}" for at, row in enumerate(rows[: chance.randint(2, 7)], 1)]
        path.write_text("\n".join(("No,Name,Born,Held at", *lines)) + "\n")
        known = lists(self.casebook)
        older = chance.choice(known).document.id if known and chance.random() < 0.3 else None
        day = chance.choice(("2025-07-18", "2025-07-20", ""))
        said = Said(chance.choice(STATES), chance.choice(PUBLISHERS), "party")
        import_list(self.casebook, path, said, GivenByPerson(published=day), ANA, newer_than=older)
        if chance.random() < 0.2:
            again = replace(said, state=chance.choice(STATES))
            import_list(self.casebook, path, again, GivenByPerson(published=day), ANA, newer_than=older)

    def judged(self) -> None:
        """Accept, reject or correct a statement, or withdraw a judgement."""
        said = list(self.casebook.statements())
        decision = self.chance.choice(("rejects", "rejects", "accepts", "corrects", "withdraws"))
        if decision == "withdraws":
            target = self.chance.choice([one.id for one in self.casebook.judgements()] or [""])
        else:
            target = self.chance.choice(said or [""])
        words = {"stance": "denies", "at": "Caracas", "speaker": "Marco Rubio", "who": "those"}
        field, value = self.chance.choice(list(words.items()))
        judge(self.casebook, target, decision, "As said.", ANA, {field: value} if decision == "corrects" else None)

    def people(self) -> None:
        """Judge two records: the same, or different."""
        known = list(people(self.casebook, linked=False).records.values())
        one, other = self.chance.choice(known or [None]), self.chance.choice(known or [None])
        if one is None or other is None:
            return
        alike = [other for other in known if other.name == one.name and other.id != one.id]
        other = self.chance.choice(alike) if alike and self.chance.random() < 0.7 else other
        actor = self.chance.choice((ANA, BRUNO))
        decision = self.chance.choice(("same", "same", "same", "different", "unsure"))
        judge_pair(self.casebook, one, other, decision, "They look alike.", actor)

    def mentions(self) -> None:
        """Judge whether two statements speak of the same people."""
        said = list(self.casebook.statements())
        one, other = self.chance.choice(said or [""]), self.chance.choice(said or [""])
        judge_mentions(
            self.casebook, one, other, self.chance.choice(("same", "same", "different")), "So it reads.", ANA
        )

    def placed(self) -> None:
        """Put a statement or a list to an exchange, keep two apart, or accept one."""
        things = [*self.casebook.statements(), *(one.document.id for one in lists(self.casebook))]
        one, other = self.chance.choice(things or [""]), self.chance.choice(things or [""])
        if self.chance.random() < 0.3:
            accept_exchange(self.casebook, one, True, "It is one.", ANA)
        else:
            place(self.casebook, one, other, self.chance.random() < 0.7, "They belong together.", ANA)

    def suppressed(self) -> None:
        """Take somebody out, or back."""
        done = self.casebook.suppressions()
        if done and self.chance.random() < 0.4:
            unsuppress(self.casebook, done[-1].how["id"], "They asked for it.", ANA)
            return
        known = lists(self.casebook)
        if known and self.chance.random() < 0.6:
            rows = list_read(self.casebook, self.chance.choice(known).document.id).entries
            suppress(self.casebook, "They asked for it.", ANA, self.chance.choice(rows))
        else:
            name = self.chance.choice(NAMES)
            suppress(self.casebook, "They asked for it.", ANA, None, Person((name,)), name_alone=True)

    def policy(self) -> None:
        """Ask for one or two reviewers."""
        set_policy(self.casebook, self.chance.choice((1, 1, 2)), (), "So we agreed.", ANA)

    def _count(self) -> int:
        self._made += 1
        return self._made


def kept(casebook: Casebook, told: Report, replaces: str = "") -> str:
    """Add a report and what it says, its statements in two acts; return the id of its document."""
    day = Given(told.published, "person" if told.published else "none")
    known = Provenance(publisher=Given(told.publisher, "person"), published=day)
    body = (Part("body", 0, len(told.text), 1),)
    sha256, at = hashlib.sha256(told.text.encode()).hexdigest(), casebook.now()
    one = Document(sha256, "report.txt", "text/plain", told.text, body, known, recorded_at=at, replaces=replaces)
    casebook.record(Act("add", "Ana", at, documents=(one,)))
    made = [replace(said, document=one.id) for said in told.statements.values()]
    for some in (made[:2], made[2:]):
        at = casebook.now()
        casebook.record(Act("read", "Ana", at, statements=tuple(replace(said, recorded_at=at) for said in some)))
    return one.id
