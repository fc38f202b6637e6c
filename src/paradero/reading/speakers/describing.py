"""Describing: what a noun phrase says of the one it stands for: name, head noun, number, gender, definite or not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from paradero.reading.gazetteer import party_name
from paradero.reading.speakers.nouns import listed, noun_of, nouns

if TYPE_CHECKING:
    from paradero.reading.gazetteer import Gazetteer

_PARTICLES = r"(?:de la|de los|de|del|da|dos|la|al|el|bin|ibn|van der|van|von|der|den|ter|di|du|le|y)"
_CAPITAL = r"[A-ZÀ-ÞŠŽČĆŁ][\w’'\-]*\.?"
RUN = re.compile(rf"{_CAPITAL}(?: (?:{_PARTICLES} )?{_CAPITAL}){{0,9}}")
_SPLIT = re.compile(r",\s+|\s+[(–—]\s*|\s+-{1,2}\s+")
_RELATIVE = re.compile(r"\s+(?:who|which|whose|whom|that)\b.*", re.S)
_TAIL = re.compile(
    r"\s+(?:of|for|from|in|at|with|on|to|by|against|under|near|inside|outside|among|about|representing|familiar|"
    r"speaking|reached|said|whose|accused|held|based|close|involved)\b.*",
    re.S,
)
_POSSESSIVE = re.compile(r"[’']s?$")
_WORD = re.compile(r"[^\W\d_][\w’'\-]*\.?")
_DEFINITE = re.compile(r"(?:the|that|this|those|these|such)\b|(?:its|his|her|their|our)\b", re.I)
_ADVERB = re.compile(
    r"(?<=\w)(?: (?:back|away|abroad|today|yesterday|alone|together|again|home|alike|also|later|now))+$"
)
_COUNTED = re.compile(
    r"(?:(?:the|these|those|all|some|about|nearly|at least|more than) )?"
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|dozens|hundreds|thousands|"
    r"many|most|several|both|all|few|some|others|\d[\d,]+|[2-9])\b"
    r"|[^,]*\b(?:and (?:a|an|the|his|her|their|its)|and [a-z]+s)\b",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^(?:The|A|An|His|Her|Its|Their|Our|This|That|These|Those|One|Some|Many|Both|All|Two|Three)\b")
_LOOSE_PARTY = re.compile(r"\b(?:authorities|side|state)\b", re.I)
_BODY_IN_NAME = re.compile(rf"\b(?:{'|'.join([*map(str.capitalize, listed('names', 'bodies')), 'TV'])})\b")


@dataclass(frozen=True, slots=True)
class Described:
    """A noun phrase taken apart.

    Attributes:
        words: the phrase, without a possessive ending.
        person: the name of a person in it ("Nayib Bukele"), "" when none.
        body: the name of an organisation or state ("State Department"), "" when none.
        head: the common noun of the phrase or of its apposition ("president"), singular, "" when none.
        heads: all such nouns, singular, in lower case.
        sort: ``person``, ``body``, ``collective``, ``paper`` or "" when it does not show.
        gender: ``m``, ``f`` or "".
        many: whether it means several.
        definite: whether it points back ("the ministry", "that regime").
    """

    words: str
    person: str = ""
    body: str = ""
    head: str = ""
    heads: frozenset[str] = frozenset()
    sort: str = ""
    gender: str = ""
    many: bool = False
    definite: bool = False


# "Joso, a former plasterer", "Mira, 31": what follows tells that a lone name is a person's.
_WHO_IT_IS = re.compile(
    r"(?:a|an|the|his|her|their)\s+(?:[\w’'-]+\s+){0,4}?(?:[\w’'-]*(?:er|or|ist|ian|man|woman|ess|ant|ent|mother|father|"
    r"brother|sister|son|daughter|wife|husband|widow|nurse|clerk|cook|priest|student|girl|boy))\b|\d{1,2}\b"
)
# "Secretary of State Marco Rubio", "Minister of Justice Ana Ruiz": an office whose own name holds "of".
_OFFICE_OF = re.compile(
    r"^(?:the )?(?:[A-Z]\w+ ){0,2}(?:Secretary|Minister|Head|Chief|Director|President)(?:-General)? (?:of|for) "
    r"(?:the )?(?:[A-Z]\w+)(?: and [A-Z]\w+)? (?=[A-Z]\w+ [A-Z])"
)
_OF_PLACE = re.compile(r"((?:[A-Z][\w’'-]+\.? )+[A-Z][\w’'-]+) of ((?:the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)")


class Describer:
    """Describes noun phrases of one document; keeps what it saw."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self.describe = lru_cache(maxsize=4096)(self._describe)

    def _describe(self, words: str) -> Described:
        said = " ".join(words.split()).strip(' ,;:–—-"“”')
        said = _ADVERB.sub("", said)
        said = (_POSSESSIVE.sub("", said) or said) if said.endswith(("’s", "'s", "s’", "s'")) else said
        pieces = [p for p in _SPLIT.split(_ARTICLE.sub(lambda m: m[0].lower(), said)) if p]
        if not pieces:
            return Described(said)
        main = _RELATIVE.sub("", pieces[0])
        party = party_name(said, self.gazetteer)
        if party is not None and not _LOOSE_PARTY.search(said):
            return Described(said, body=party, head="government", heads=frozenset({"government"}), sort="body")
        person, kept = self._person(main, pieces[1:])
        body = "" if person else self._body(main) or self._body_beside(main, pieces[1:])
        heads = self._heads([main, *pieces[1:3]], person, body)
        return self._with_nouns(said, person or "", kept, body, heads)

    def _with_nouns(self, said: str, person: str, titles: str, body: str, heads: list[str]) -> Described:
        noun = noun_of(heads[0]) if heads else None
        gender = _gender(person, titles) if person else noun.gender if noun is not None else ""
        if person and not gender:
            gender = next((n.gender for n in map(noun_of, heads) if n is not None and n.gender), "")
        sort = "person" if person else "body" if body else noun.sort if noun is not None else ""
        many = False if person or body else _COUNTED.match(said) is not None or self._is_many(heads[0] if heads else "")
        if many and sort == "person":
            sort, gender = "collective", ""
        if not sort and many and heads and self.gazetteer.people(heads[0]) is not None:
            sort = "collective"
        singular = frozenset(_lemma(h) for h in heads)
        head = _lemma(heads[0]) if heads else ""
        definite = not person and not body and _DEFINITE.match(said) is not None
        return Described(said, person, body, head, singular, sort, gender, many, definite)

    # -- names --------------------------------------------------------------------------------------------------------

    def _person(self, main: str, rest: list[str]) -> tuple[str, str]:
        """The person's name and the titles before it; an apposition may hold it ("a spokesman, Zaw Htay")."""
        found = self._name_in(main)
        if found is not None:
            return found
        if rest and self._is_lone_name(main) and _WHO_IT_IS.match(rest[0]):
            return main, ""
        head = _head_of(main)
        if rest and (head == "one" or (head in nouns() and nouns()[head].sort in ("person", "collective"))):
            for piece in rest[:3]:
                whole = RUN.match(piece)
                if whole is not None and len(whole[0].split()) >= 2 and not self._is_body(whole[0]):
                    found = self._name_in(whole[0])
                    return found if found is not None else ("", "")
        return "", ""

    def _is_lone_name(self, main: str) -> bool:
        one = RUN.fullmatch(main) is not None and " " not in main and not main.isupper()
        return one and main.lower() not in nouns() and not self._is_body(main) and not self._is_place(main)

    def _name_in(self, words: str) -> tuple[str, str] | None:
        """A name that the words are or end with, office words before it dropped, and "of" its country after it."""
        words = _OFFICE_OF.sub("", words)
        seat = _OF_PLACE.fullmatch(words)
        if seat is not None and self._is_place(seat[2]):
            words = seat[1]
        runs = list(RUN.finditer(words))
        if not runs:
            return None
        run = runs[-1]
        if words[run.end() :].strip() and not (runs[0].start() == 0 and _TAIL.fullmatch(words[run.end() :])):
            run = runs[0]
            if words[run.end() :].strip() and _TAIL.match(words[run.end() :]) is None:
                return None
        before = words[: run.start()].lower().split()
        if before and before[-1] not in nouns() and before[-1] not in listed("titles", "honorifics"):
            return None
        return self._split_name(run[0], before)

    def _split_name(self, run: str, before: list[str]) -> tuple[str, str] | None:
        tokens = run.split()
        titles: list[str] = []
        ranks, offices, honours = (listed("titles", k) for k in ("ranks", "offices", "honorifics"))
        at = 0
        while at < len(tokens) - 1 and (tokens[at].lower() in ranks | offices | honours or self._is_place(tokens[at])):
            titles.append(tokens[at].lower())
            at += 1
        name = tokens[at:]
        in_office = any(token.lower() in offices for token in tokens[:at])
        if self._is_body(" ".join(name)) or (not in_office and self._is_body(" ".join(tokens))):
            return None
        if len(name) == 1 and not titles and (not before or name[0].isupper()):
            return None
        if name[-1].lower() in offices | {"house"} or name[-1].lower() in nouns():
            return None
        kept = [t for t in tokens[:at] if t.lower() in ranks or t.lower() in honours]
        while kept and kept[0].lower() in offices and kept[0].lower() not in ranks:
            kept.pop(0)
        return " ".join([*kept, *name]), " ".join([*titles, *before])

    def _body(self, main: str) -> str:
        """The organisation or state that the phrase names, its article dropped; "" when it names none."""
        bare = re.sub(r"^(?:the|The|THE)\s+", "", main)
        head = _head_of(bare)
        entry = self.gazetteer.entry(bare)
        if entry is not None and entry.kind not in ("city", "facility"):
            return bare
        if entry is not None and entry.seat:
            return bare
        if self.gazetteer.people(bare) is not None:
            return ""
        runs = list(RUN.finditer(bare))
        if (
            runs
            and runs[0].start() == 0
            and (head not in nouns() or (nouns()[head].sort == "body" and bare[0].isupper()))
        ):
            run = runs[0][0]
            if _BODY_IN_NAME.search(run) or (run.isupper() and len(run) > 2 and " " not in run) or run == bare:
                return bare
        return ""

    def _body_beside(self, main: str, rest: list[str]) -> str:
        """The name in "a second group, Prison Watch"."""
        noun = noun_of(_head_of(main))
        if not rest or noun is None or noun.sort != "body" or not main[:1].islower():
            return ""
        run = RUN.fullmatch(rest[0])
        return run[0] if run is not None else ""

    def _is_many(self, head: str) -> bool:
        noun = noun_of(head)
        return noun.many if noun is not None else head.endswith("s") and not head.endswith(("ss", "us", "is"))

    def _is_body(self, words: str) -> bool:
        if _BODY_IN_NAME.search(words):
            return True
        entry = self.gazetteer.entry(words)
        return entry is not None

    def _is_place(self, word: str) -> bool:
        entry = self.gazetteer.entry(word)
        return self.gazetteer.people(word) is not None or (entry is not None and entry.kind in ("state", "agency"))

    def _heads(self, pieces: list[str], person: str, body: str) -> list[str]:
        found: list[str] = []
        for piece in pieces:
            bare = _RELATIVE.sub("", piece)
            if person:
                bare = bare.replace(person, "").strip() or ""
                bare = " ".join(w for w in bare.split() if w.lower() not in listed("titles", "honorifics"))
            head = _head_of(bare)
            if head and (head in nouns() or not found) and head not in found:
                found.append(head)
        if body:
            found = [h for h in (_head_of(body), *found) if h in nouns()] or found
        return found


def _lemma(head: str) -> str:
    noun = noun_of(head)
    return noun.lemma if noun is not None else head


def _head_of(words: str) -> str:
    """The common noun that a phrase turns on: the last word before what hangs on it."""
    bare = _TAIL.sub("", words)
    found = _WORD.findall(bare)
    if not found:
        return ""
    if found[0].lower() == "those":
        return "those"
    return _POSSESSIVE.sub("", found[-1]).rstrip(".").lower()


def _gender(person: str, titles: str) -> str:
    words = set(titles.split()) | {person.split()[0].lower()}
    for gender, key in (("m", "male"), ("f", "female")):
        if words & listed("titles", key):
            return gender
    for word in titles.split():
        noun = noun_of(word)
        if noun is not None and noun.gender:
            return noun.gender
    given = [t.lower() for t in person.split() if t.lower() not in listed("titles", "ranks")]
    first = given[0] if len(given) > 1 else ""
    return "m" if first in listed("given", "male") else "f" if first in listed("given", "female") else ""
