"""What the gazetteer holds and what it finds: frozen types."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

Kind = Literal[
    "state",
    "territory",
    "city",
    "facility",
    "agency",
    "party",
    "court",
    "armed_group",
    "organisation",
    "carrier",
]
KINDS: tuple[Kind, ...] = get_args(Kind)
How = Literal["name", "alias", "demonym"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One place, body or group that is known by name.

    Attributes:
        name: the canonical name, in English where there is one.
        kind: one of ``KINDS``.
        country: ISO 3166 alpha-2 code of the state it belongs to, or of a territory whose state is not settled (XK for
            Kosovo); empty for what belongs to none.
        aliases: other names, Spanish ones included.
        demonyms: English words for its people and as its adjective, plurals included ("Venezuelan", "Venezuelans").
        gentilics: the same in Spanish, in all four forms ("venezolano", "venezolana", ...).
        article: whether English says "the" before the name ("the United States").
        seat: for a city, whether its name may stand for a government ("Caracas said").
        namelike: names of it that are personal names too, so that "Michael Jordan" is no state.
        needs_word: names of it that count only beside a word such as "prison".
    """

    name: str
    kind: Kind
    country: str = ""
    aliases: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    gentilics: tuple[str, ...] = ()
    article: bool = False
    seat: bool = False
    namelike: frozenset[str] = frozenset()
    needs_word: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Found:
    """A place in a text where an entry is named.

    Attributes:
        entry: what is named.
        start, end: character offsets into the text, end not included; for a facility the word beside it is taken in
            ("Evin prison", "cárcel de Ofer").
        text: the words as they stand.
        how: by its name, by another name, or by the name of its people.
    """

    entry: Entry
    start: int
    end: int
    text: str
    how: How
