"""Named: whom words mean that have a part of a name which another statement of the document has in full.

"Bout and Griner were exchanged", in a document that names Viktor Bout and Brittney Griner: that is worked out by the
words alone, within one document, where one person only fits, and the claim says so by the rule ``named_elsewhere``.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from paradero.ledger.phrases import phrases
from paradero.model import Mention, Statement

_BETWEEN = re.compile(r"[,;&]|\b(?:and|y|e)\b")
_WORD = re.compile(r"[^\W\d_][\w'’-]*\.?")


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody whom a document names.

    Attributes:
        name: the fullest that it has. persons: of the register, when they are known there.
    """

    name: str
    persons: tuple[str, ...] = ()


class NamesTold:
    """The people whom documents name, each with their words.

    Args:
        statements: by id; rows of lists name nobody but themselves, and are left out.
        persons: who is meant, in the register, by the id of the statement.
    """

    def __init__(self, statements: Mapping[str, Statement], persons: Mapping[str, tuple[str, ...]]) -> None:
        found: defaultdict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
        for id, one in statements.items():
            names = one.who.names if one.who is not None and one.span.row is None else ()
            for name in names:
                known = persons.get(id, ()) if len(names) == 1 else ()
                found[one.document][name] = found[one.document].get(name) or known
        self._of = {document: _fullest(names) for document, names in found.items()}

    def meant(self, document: str, mention: Mention | None) -> tuple[Named, ...]:
        """Return whom words mean by a part of a name; nobody where any part of them fits several.

        Args:
            document: where they stand. mention: "Bout and Griner", or a pronoun with the name that it stands for.
        """
        known = self._of.get(document)
        if mention is None or not known:
            return ()
        found: dict[str, Named] = {}
        for part in _BETWEEN.split(mention.refers_to or mention.text):
            fitting = [one for one in known if _fits(_words(part), _words(one.name))] if part[:20].strip() else []
            if len(fitting) > 1:
                return ()
            found.update((one.name, one) for one in fitting)
        return tuple(found.values())


def _fullest(names: Mapping[str, tuple[str, ...]]) -> tuple[Named, ...]:
    """Return one entry for each person: a short name is that of the one longer name that has its words."""
    kept: list[Named] = []
    for name in sorted(names, key=lambda one: -len(_words(one))):
        fuller = [at for at, one in enumerate(kept) if _fits(_words(name), _words(one.name))]
        if len(fuller) == 1:
            at = fuller[0]
            kept[at] = Named(kept[at].name, kept[at].persons or names[name])
        else:
            kept.append(Named(name, names[name]))
    return tuple(kept)


def _words(said: str) -> tuple[str, ...]:
    """Return the words of a name in small letters, without titles; nothing for words that are no name."""
    words = _WORD.findall(said.strip())
    titles = phrases("titles")
    kept = [one for one in words if one.casefold().rstrip(".") not in titles]
    if not kept or not kept[0][0].isupper() or len(" ".join(words)) < len(said.strip()):
        return ()
    return tuple(one.casefold().rstrip(".") for one in kept)


def _fits(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    """Tell whether the words of a part stand side by side in a whole name."""
    many = len(part)
    return 0 < many <= len(whole) and any(whole[at : at + many] == part for at in range(len(whole) - many + 1))


def as_named(found: Iterable[Named]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the names of people, and their persons of the register where each of them is known there."""
    every = tuple(found)
    persons = tuple(_each(every))
    return tuple(one.name for one in every), persons if all(one.persons for one in every) else ()


def _each(found: Iterable[Named]) -> Iterator[str]:
    yield from dict.fromkeys(person for one in found for person in one.persons)
