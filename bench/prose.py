"""Prose about custody without end, for measuring long documents: every page tells of other people and places.

The report is invented. Its names are put together, so that what a reader keeps of a document (who was named, which
prisons, which groups) grows with every page, as it does in the report of a commission.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, fields
from string import Formatter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

WORDS = 400
"""Words on a page, at least; the last paragraph makes it about 440."""

_SURNAMES = (
    "Abbas Alvarez Baker Banerjee Bauer Castro Chen Costa Danso Diaz Farah Fischer Flores Garcia Gomez Haddad Hansen "
    "Hassan Ibrahim Ivanov Jensen Kaplan Khan Kim Kovac Lopez Malik Marin Mensah Moreno Morris Nasser Novak Ortega "
    "Osman Petrov Quiroga Rahman Ramos Reyes Rossi Ruiz Salazar Sato Silva Singh Soto Tanaka Torres Turner Vargas "
    "Vega Walker Weber Yilmaz Zhou"
).split()
_BEFORE = "Black East Far Green High Long Low New North Old Red Rose Saint Salt Sand South Stone West White".split()
_BEHIND = "Bay Bridge Castle Church Creek Falls Ferry Field Gate Harbour Hill Hope Island Lake Mill Moor Point".split()
_MEN = "Adnan Bruno Carlos Daniel Emil Felix Ivan Jorge Karim Luis Marco Omar Pavel Ravi Tomas Yusuf".split()
_WOMEN = "Ana Clara Elena Fatima Hana Irina Julia Leila Maria Nadia Olga Rosa Sofia Teresa Vera Yara".split()
_BODIES = ("Bar Association", "Ministry of Justice", "Human Rights Commission", "Families Network", "Medical Committee")
_SITES = ("prison", "barracks", "detention centre", "camp", "police station", "military hospital")
_WORK = "teacher nurse farmer journalist driver student carpenter lawyer baker engineer priest fisherman".split()
_GROUPS = "prisoners detainees sailors students villagers journalists soldiers hostages migrants miners".split()
_NUMBERS = "three four six seven nine eleven twelve fourteen sixteen eighteen twenty 23 27 31 45 62 118".split()
_MONTHS = "January February March April May June July August September October November December".split()

_FRAMES = (
    "{man}, a {work} from {town}, was arrested on {day} {month} and taken to {site}.",
    "His wife, {woman}, said that he had been held there without charge for {number} months.",
    "“They came at night and took all of us,” {woman} said. “Nobody told us where the men were.”",
    "In {town}, {body} said that {number} {group} had been moved from {site} to {other} in {month}.",
    "It denied that any of them had been beaten.",
    "The {group} were released on {day} {month}, according to a statement of {body}.",
    "{man}, who was held with them, told the commission that the prison had no doctor.",
    "“I was kept in a cell with {number} others until {month},” he said.",
    "Officials at {site} confirmed that two of the {group} had died in custody.",
    "The ministry did not answer a letter about {woman}, who has been missing since {month}.",
    "She was last seen at {other}, where {number} women were being held.",
    "{man} was sentenced to {number} years in prison by a court in {town} on {day} {month}.",
    "His lawyer, {woman}, called the trial “a sentence written before the hearing”.",
    "Between {number} and 140 {group} remain in {site}, the commission estimates.",
    "The authorities in {town} have allowed no visits since then.",
    "In {month}, {body} published a list of {number} {group}; the families added {woman} and {man}.",
    "The men were freed in exchange for {number} {group} held in {town}, a mediator said.",
    "The town lies on a river, and its market is open on two days of the week.",
    "Prices of bread and fuel in {town} had doubled since {month}, and schools were closed on most days.",
    "{man} and {woman} were taken off a bus near {town} and handed over to the army.",
    "The army said it had detained nobody there that day.",
    "A guard at {other}, speaking on condition of anonymity, said the prisoners slept in turns.",
    "Those who are still held have not seen a judge, {woman} told reporters in {town}.",
    "The commission asked to see the register of {site} and was refused.",
    "Its members drove on through the hills, where the road was under repair.",
    "The hearing in {town} began on {day} {month}, and {body} sent two observers.",
    "None of the letters that the commission wrote to {body} has been answered, {woman} noted.",
    "“We are told every week that he will come home,” said his mother, {woman}.",
    "For its part, {body} expects the release of {number} {group} before the end of {month}.",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Cast:
    """Who and what one paragraph tells of."""

    man: str
    woman: str
    town: str
    site: str
    other: str
    body: str
    work: str
    group: str
    number: str
    day: str
    month: str


def pages(count: int, words: int = WORDS) -> Iterator[list[str]]:
    """Yield the paragraphs of each page, always the same for the same page.

    Args:
        count: how many pages.
        words: about how many words one has.
    """
    for number in range(1, count + 1):
        chance = random.Random(number)
        made = [f"Chapter {number // 12 + 1}. {_town(chance)}"] if number % 12 == 1 else []
        while sum(len(told.split()) for told in made) < words:
            made.append(_paragraph(chance))
        yield made


def _paragraph(chance: random.Random) -> str:
    """A few sentences in a row about one cast; some names are drawn anew, as a report goes from one to the next."""
    first = chance.randrange(len(_FRAMES))
    told = [_FRAMES[(first + i) % len(_FRAMES)] for i in range(chance.randint(3, 6))]
    cast = _cast(chance)
    return " ".join(_filled(frame, cast, chance) for frame in told)


def _filled(frame: str, cast: _Cast, chance: random.Random) -> str:
    anew = _cast(chance) if chance.random() < 0.3 else cast
    wanted = {name for _, name, _, _ in Formatter().parse(frame) if name}
    return frame.format(**{f.name: getattr(anew, f.name) for f in fields(_Cast) if f.name in wanted})


def _cast(chance: random.Random) -> _Cast:
    return _Cast(
        man=f"{chance.choice(_MEN)} {_surname(chance)}",
        woman=f"{chance.choice(_WOMEN)} {_surname(chance)}",
        town=_town(chance),
        site=f"{_town(chance)} {chance.choice(_SITES)}",
        other=f"{_town(chance)} {chance.choice(_SITES)}",
        body=f"the {_town(chance)} {chance.choice(_BODIES)}",
        work=chance.choice(_WORK),
        group=chance.choice(_GROUPS),
        number=chance.choice(_NUMBERS),
        day=str(chance.randint(1, 28)),
        month=chance.choice(_MONTHS),
    )


def _surname(chance: random.Random) -> str:
    """One surname, or two: some three thousand."""
    return " ".join(chance.sample(_SURNAMES, chance.choice((1, 1, 2))))


def _town(chance: random.Random) -> str:
    return f"{chance.choice(_BEFORE)} {chance.choice(_BEHIND)}"
