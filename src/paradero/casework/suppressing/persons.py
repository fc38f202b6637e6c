"""A person by what identifies them, and the keyed hashes of it: all that a suppression remembers of anybody."""

from __future__ import annotations

import hmac
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from paradero.model import Entry, InvalidValue, digest
from paradero.rolls import Column, normalised

NAME_ALONE = "name"  # hits everybody of that name; used only when a person asks for it
_MONTHS = 12
_LEAST_DIGITS = 4  # of the number of a document; a shorter one is hardly one person's


@dataclass(frozen=True, slots=True)
class Person:
    """What identifies a person.

    Attributes:
        names: each a way of writing the whole name.
        birth: the day of birth, or as much of it as is known: 1985-03-12, 1985-03 or 1985.
        father, mother: their names. document_numbers: of identity documents.
    """

    names: tuple[str, ...] = ()
    birth: str = ""
    father: str = ""
    mother: str = ""
    document_numbers: tuple[str, ...] = ()

    @classmethod
    def of(cls, entry: Entry) -> Person:
        """Return the person that an entry names; an alias of several words is one more name."""
        aliases = (value.normal for value in entry.all("alias") if len(value.normal.split()) > 1)
        numbers = tuple(value.normal for value in entry.all("document_number") if value.normal)
        birth, father, mother = (entry.normal(field) for field in ("birth_date", "father", "mother"))
        return cls((*entry.names, *aliases), birth, father, mother, numbers)

    def with_more(self, other: Person) -> Person:
        """Return the person with what was typed in besides; what is typed in goes before."""
        return Person(
            (*self.names, *other.names),
            other.birth or self.birth,
            other.father or self.father,
            other.mother or self.mother,
            (*self.document_numbers, *other.document_numbers),
        )


def typed(
    names: tuple[str, ...], birth: str, father: str, mother: str, document_numbers: tuple[str, ...], today: date
) -> Person:
    """Return a person as typed in, in the form in which lists are read.

    Raises:
        InvalidValue: for a birth that is no day, month or year.
    """

    def normal(field: str, written: str) -> str:
        return normalised(written, Column(1, field, date_order="year_first"), today).normal

    born = normal("birth_date", birth) if birth.strip() else ""
    if birth.strip() and not born:
        raise InvalidValue(f"{birth!r} is no day of birth.", "Write it as 1985-03-12, 1985-03 or 1985.")
    numbers = tuple(filter(None, (normal("document_number", one) for one in document_numbers)))
    named = tuple(filter(None, (normal("name", one) for one in names)))
    return Person(named, born, normal("father", father), normal("mother", mother), numbers)


def combinations(person: Person) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield what identifies a person: the kind of combination, and its folded parts.

    Names are alike in any order of their words. A year of birth identifies only with a parent's name, and names alone
    (the last kind) nobody: whoever uses them hits namesakes.
    """
    from paradero.linking import name_key, number_key

    names = dict.fromkeys(filter(None, map(name_key, person.names)))
    numbers = dict.fromkeys(filter(None, map(number_key, person.document_numbers)))
    parents = (("father", name_key(person.father)), ("mother", name_key(person.mother)))
    for words in names:
        if len(person.birth) == len("1985-03-12"):
            yield "name_birth", (*words, person.birth)
        for kind, parent in parents:
            if parent and person.birth:
                yield f"name_year_{kind}", (*words, "", person.birth[:4], *parent)
    for number in numbers:
        digits = "".join(c for c in number if c.isdigit())
        if len(digits) >= _LEAST_DIGITS:
            yield "document", (number,)
            # "V-12.345.678" and "12345678": what stands before a number is left out by some lists.
            yield from (("document_name", (digits, *words)) for words in names)
    yield from ((NAME_ALONE, words) for words in names if len(words) > 1)


def remembered(person: Person) -> list[tuple[str, tuple[str, ...]]]:
    """Return what a suppression remembers of a person: as ``combinations``, and the birth with day and month swapped.

    Lists disagree on which comes first, and often nothing in them shows it.
    """
    year, month, day = (*person.birth.split("-"), "", "")[:3]
    swapped = replace(person, birth=f"{year}-{day}-{month}") if day and int(day) <= _MONTHS else person
    return list(dict.fromkeys((*combinations(person), *combinations(swapped))))


def hashed(key: bytes, kind: str, parts: tuple[str, ...]) -> str:
    """Return the keyed hash (HMAC-SHA-256) of a combination."""
    return hmac.digest(key, digest("suppression", kind, parts).encode(), "sha256").hex()


def key_check(key: bytes) -> str:
    """Return by what a key is known again, from which nobody learns the key."""
    return hashed(key, "key", ())[:32]
