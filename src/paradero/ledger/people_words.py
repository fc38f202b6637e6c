"""The words for people: which people, what kind of people, and whether the words alone tell who is meant."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from paradero.ledger import spanish
from paradero.ledger.phrases import its_people, phrase, phrases
from paradero.ledger.sets import single, words
from paradero.model import Mention, Statement
from paradero.model.naming import Mentioned, Naming
from paradero.text.en.number_words import NUMBER_WORDS

WORD = re.compile(r"[^\W\d_][\w'’-]*")
_RELATIVE = frozenset({"who", "whom", "which", "que", "quienes"})
_ENDING = frozenset("in at from by to held detained of en de del desde por a".split())
NUMBER = re.compile(rf"\b{NUMBER_WORDS}", re.IGNORECASE)
_SIGNS = re.compile(r"[$€£%]")  # of money, and of parts of anything
_SHORT = 3  # letters of a name that may be all capitals
_NOBODY = frozenset({"planes", "plane", "flights", "flight", "bus", "buses", "aircraft"})


@dataclass(frozen=True, slots=True)
class Whom:
    """Of whom something is said.

    Attributes:
        words: as written; refers_to: the fuller words of the document that they stand for.
        persons: ids of persons of the register; names: the names in the words.
        peoples: the states whose people they are; kinds: nouns for them ("prisoner"); marks: what stands before the
            noun and tells them from other people ("political").
        its: whether they are told of as somebody's own ("its citizens"), so that whose depends on who acts.
        start, end: where the words stand in the document.
        human: whether the words can be those for people: a name, a people, a noun for people, a pronoun or a number
            alone. "A road" and "no ransom" cannot.
    """

    words: str
    refers_to: str = ""
    persons: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    peoples: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    marks: frozenset[str] = frozenset()
    its: bool = False
    start: int | None = None
    end: int | None = None
    human: bool = True

    @property
    def vague(self) -> bool:
        """Whether the words alone do not tell who is meant: a pronoun, or "people"."""
        return not (self.peoples or self.marks or self.persons or self.names or self.its) and self.kinds <= _general()

    @property
    def label(self) -> str:
        """The words that show best who is meant."""
        return self.refers_to or self.words

    @classmethod
    def of_words(
        cls, said: str, naming: Naming, start: int | None = None, end: int | None = None, refers_to: str = ""
    ) -> Whom:
        """Read the words for a group."""
        told = refers_to or said
        found = naming.find(told)
        peoples = frozenset(one.place.state or one.place.name for one in found if one.people or _before_noun(told, one))
        kinds, marks = _nouns(told, [(one.start, one.end) for one in found])
        return cls(
            said,
            refers_to,
            peoples=peoples,
            kinds=kinds,
            marks=marks,
            its=bool(its_people().search(told)),
            start=start,
            end=end,
            human=_human(told, kinds, bool(peoples), bool(found), naming),
        )


def _human(told: str, kinds: frozenset[str], peoples: bool, places: bool, naming: Naming) -> bool:
    """Tell whether words can be those for people; a number, a pronoun or an unknown name can."""
    if phrase("things").search(told) or _SIGNS.search(told):
        return False
    if peoples or kinds & (_known() - _NOBODY) or naming.tells_people(told):
        return True
    if not kinds:
        return not places
    names = [one for one in WORD.findall(told) if one.casefold() not in phrases("function")]
    return all(one[0].isupper() and not (one.isupper() and len(one) > _SHORT) for one in names)


def _before_noun(told: str, one: Mentioned) -> bool:
    """Tell whether a state's name stands before a noun for people, as "U.S. citizens" has it."""
    after = WORD.match(told, one.end + 1)
    return one.place.kind == "state" and after is not None and single(after[0]) in _known()


def said(mention: Mention | None) -> str:
    """Return the fullest words that a mention stands for; none for no mention."""
    return "" if mention is None else mention.refers_to or mention.text


def whom_of(statement: Statement, naming: Naming, persons: tuple[str, ...] = ()) -> Whom | None:
    """Return of whom a statement speaks; None when it names nobody, or no people."""
    if statement.who is None:
        return None
    mention = statement.who.mention
    whom = Whom.of_words(mention.text, naming, mention.start, mention.end, mention.refers_to)
    if whom.kinds & _NOBODY and not statement.who.names:
        return None
    names = statement.who.names
    return replace(whom, persons=persons, names=names, human=whom.human or bool(names))


def _nouns(told: str, names: list[tuple[int, int]]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the nouns for people in words, and what marks them; words of names and numbers are neither."""
    nouns, marks, before = set[str](), set[str](), set[str]()
    behind = False  # whether marks may follow, as they do in Spanish: "presos políticos"
    for match in WORD.finditer(NUMBER.sub(lambda number: " " * len(number[0]), told)):
        if any(start <= match.start() < end for start, end in names):
            continue
        small = match[0].casefold()
        word = single(match[0] if match.start() else small)
        if word in _RELATIVE and nouns:
            break
        if word in _known():
            nouns.add(word)
            marks |= before
            before, behind = set(), small in spanish.nouns()
        elif small not in phrases("function") and word not in phrases("function"):
            (marks if behind and spanish.may_mark(small) else before).add(word)
        elif nouns and small in _ENDING:
            break
    if not nouns and before:
        return frozenset(before), frozenset()
    return frozenset(nouns), frozenset(marks)


@cache
def _known() -> frozenset[str]:
    return frozenset(noun for group in words()["people"].values() for noun in group) | _NOBODY


@cache
def _general() -> frozenset[str]:
    return frozenset({"man", "woman", "people", "person", "passenger", "adult", "traveller"})
