"""Voices: everybody in a document who may speak, with all that was said of each; and who was heard where."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import TYPE_CHECKING

from paradero.reading.speakers.describing import RUN, Described, Describer
from paradero.reading.speakers.full_names import full_names, key, same_person
from paradero.reading.speakers.joint import part
from paradero.reading.speakers.nouns import listed, nouns
from paradero.reading.speakers.short_names import short_names

if TYPE_CHECKING:
    from collections.abc import Iterable

    from paradero.model.statement import SpeakerKind

_NO_NAMES = frozenset(
    "the a an this that these those all both some many most none nobody one two three four five six seven eight nine "
    "ten he she it they we i you there his her its their our my each every any no other others several".split()
)  # fmt: skip
_EACH = frozenset("every each any none nobody no one".split())
_SKIP = frozenset("the a an of and for de la".split())


@dataclass(slots=True, eq=False)
class Voice:
    """One speaker or holder of the document.

    Attributes:
        name: the fullest name so far. person: whether the name is a person's.
        sort: ``person``, ``body``, ``collective``, ``paper`` or "".
        gender, many: what pronouns must agree with; gender may still be learnt.
        heads: the common nouns used of it ("president", "ministry").
        proper: whether the words are all capitalised, as a name is.
        spoke: whether it was the source of an attribution.
        description: what the text calls it beside its name ("a musician in hiding in Peshawar"), where first told.
    """

    name: str
    named: bool
    sort: str
    gender: str = ""
    many: bool = False
    heads: set[str] = field(default_factory=set)
    proper: bool = False
    spoke: bool = False
    description: str = ""

    def speaks(self) -> bool:
        """Tell whether this is somebody who can speak: a person, a body, people; or it did speak before."""
        return self.spoke or self.sort in ("person", "body", "collective") or (self.sort == "" and self.proper)

    def fits(self, pronoun: str) -> bool:
        """Tell whether a third-person pronoun (he, she, it, they) may stand for this voice."""
        if self.name.partition(" ")[0].lower() in _EACH:
            return False
        if pronoun in ("he", "she"):
            wanted = "m" if pronoun == "he" else "f"
            human = self.sort == "person" or (self.sort == "" and self.proper)
            return not self.many and human and self.gender in ("", wanted)
        if pronoun == "it":
            return not self.many and self.sort in ("body", "paper", "")
        return self.many or self.sort in ("collective", "body")


class Voices:
    """The register of a document's voices; mentions come in text order."""

    def __init__(self, text: str, describer: Describer) -> None:
        self.describer = describer
        self.bodies: list[Voice] = []
        self._index: dict[str, Voice] = {}
        self._with_head: dict[str, list[Voice]] = {}
        self._with_name: dict[str, dict[Voice, None]] = {}
        self._with_initials: dict[str, Voice] = {}
        self.full_names = full_names(text, describer)
        self.acronyms = {m[2]: " ".join(m[1].split()) for m in _ACRONYM.finditer(text)} | short_names(text)

    def mention(self, words: str) -> tuple[Voice | None, bool]:
        """Tie a noun phrase to its voice, a new one when nobody fits.

        Returns:
            The voice (None when a definite noun fits several), and whether it is certain.
        """
        said = self._as_person(self.describer.describe(words))
        voice, sure = self._meant(said)
        if voice is not None and not voice.description:
            voice.description = _beside(words, said)
        return voice, sure

    def _meant(self, said: Described) -> tuple[Voice | None, bool]:
        if said.person:
            voice = self._person(said)
            return voice, voice is not None
        if said.body:
            return self._body(said), True
        same = self._index.get(_bare(said.words))
        if same is not None:
            return same, True
        if said.definite:
            fitting = list({id(v): v for v in (self.part(v, said) for v in self._by_head(said))}.values())
            if len(fitting) == 1:
                return fitting[0], True
            if len(fitting) > 1:
                return None, False
        return self._new(said.words, said), True

    def _as_person(self, said: Described) -> Described:
        """A lone capitalised word that is the last word of somebody's full name is that person's surname."""
        alone = said.body if " " not in said.body else ""
        if not alone or self.describer.gazetteer.entry(alone) is not None:
            return said
        if alone.lower() not in self.full_names:
            return said
        return replace(said, person=alone, body="", sort="person", many=False, definite=False)

    def _person(self, said: Described) -> Voice | None:
        """The person of that name; None when a surname fits several whom nothing tells apart."""
        words = key(said.person)
        known = [v for v in self._with_name.get(words[-1], ()) if v.named and same_person(key(v.name), words)]
        known = [v for v in known if not (v.gender and said.gender and v.gender != said.gender)]
        if len(known) > 1 and len(words) == 1:
            return None
        if known:
            voice = known[-1]
            if len(words) > len(key(voice.name)):
                self._rename(voice, said.person)
            self._used_of(voice, said.heads)
            voice.gender = voice.gender or said.gender
            return voice
        unnamed = self._announced(said)
        if unnamed is not None:
            unnamed.named, unnamed.gender = True, unnamed.gender or said.gender
            self._rename(unnamed, said.person)
            return unnamed
        fuller = self.full_names.get(words[-1], []) if len(words) == 1 else []
        voice = self._new(fuller[0] if len(fuller) == 1 else said.person, said)
        voice.named = True
        if not voice.gender and len(fuller) == 1:
            voice.gender = self.describer.describe(fuller[0]).gender
        return voice

    def _announced(self, said: Described) -> Voice | None:
        """Somebody told of before without a name: "a spokesman said ... The spokesman, Ravi Anand, added"."""
        roles = {h for h in said.heads if h in nouns() and nouns()[h].sort == "person"}
        if not roles:
            return None
        told = self._of_heads(roles)
        before = [v for v in told if not v.named and not v.many and v.sort == "person"]
        words = {w.lower() for w in said.words.split()}
        if said.words[:4].lower() != "the ":
            before = [v for v in before if v.name[:4].lower() == "the " and set(_bare(v.name).lower().split()) <= words]
        before = [v for v in before if v.gender in ("", said.gender) or not said.gender]
        return before[0] if len(before) == 1 else None

    def _body(self, said: Described) -> Voice:
        full = self.acronyms.get(said.body)
        voice = self._index.get(_bare(said.body)) or self._index.get(_bare(full or said.body))
        if voice is None and said.body.isupper():
            voice = self._with_initials.get(said.body)
        if voice is not None:
            self._used_of(voice, said.heads)
            return voice
        voice = self._new(full or said.body, said)
        voice.named = True
        return voice

    def _by_head(self, said: Described) -> list[Voice]:
        """Who a definite noun may point back to: the same noun was used of them, or one of its class.

        Of several, some: a second one is enough to know that nobody is meant for sure.
        """
        if not said.head:
            return []
        used = (v for v in self._with_head.get(said.head, ()) if v.many == said.many)
        extra = set(said.words.lower().split()[1:]) - {said.head, said.head + "s"}
        if extra:
            called = (v for v in used if extra & v.heads or extra & set(v.name.lower().split()))
            return list(islice(called, 2)) or self._by_class(said)
        exact = list(islice(used, 2))
        if exact or said.head not in listed("body", "states"):
            return exact or self._by_class(said)
        return self._of_heads(listed("body", "states"))

    def part(self, voice: Voice, said: Described) -> Voice:
        """Return the part of a joined voice that a definite noun names; the voice itself when it is no join."""
        if voice.named or not voice.many or not said.many:
            return voice
        name = part(voice.name, said.words, said.head, self.describer.describe)
        if name == voice.name:
            return voice
        return self._index.get(_bare(name)) or self._new(name, self.describer.describe(name))

    def _by_class(self, said: Described) -> list[Voice]:
        """ "The group", "the agency": the one body of that wide class that spoke before, states aside."""
        if said.head not in listed("body", "wide") or said.many:
            return []
        return list(islice((v for v in self.bodies if v.spoke and not self._is_state(v)), 2))

    def _is_state(self, voice: Voice) -> bool:
        entry = self.describer.gazetteer.entry(voice.name)
        return bool(voice.heads & listed("body", "states")) or (entry is not None and entry.kind in _PLACES)

    def _new(self, name: str, said: Described) -> Voice:
        voice = Voice(name, bool(said.person or said.body), said.sort, said.gender, said.many)
        run = RUN.fullmatch(name)
        voice.proper = run is not None and name.partition(" ")[0].lower() not in _NO_NAMES
        self._rename(voice, name)
        self._used_of(voice, said.heads)
        if voice.sort == "body" and voice.named:
            self.bodies.append(voice)
            self._with_initials["".join(w[0] for w in name.split() if w.lower() not in _SKIP and w[0].isupper())] = (
                voice
            )
        return voice

    def _rename(self, voice: Voice, name: str) -> None:
        voice.name = name
        self._index[_bare(name)] = voice
        if voice.sort == "person" or voice.named:
            for word in key(name):
                self._with_name.setdefault(word, {})[voice] = None

    def _used_of(self, voice: Voice, heads: Iterable[str]) -> None:
        for head in heads:
            if head not in voice.heads:
                self._with_head.setdefault(head, []).append(voice)
                voice.heads.add(head)

    def _of_heads(self, heads: Iterable[str]) -> list[Voice]:
        """Return the voices that any of these nouns was used of, each once."""
        return list({id(v): v for head in heads for v in self._with_head.get(head, [])}.values())

    def kind(self, voice: Voice) -> SpeakerKind:
        """Return the speaker kind of a voice."""
        if voice.sort == "person":
            return "person"
        if voice.sort == "collective" or voice.many:
            return "collective"
        if voice.sort == "body":
            return "party" if _is_party(voice, self.describer) else "agency"
        return "unknown"


_BESIDE = re.compile(r"[^,(]+(?:,\s+|\s*\()(?P<told>[^)]{4,120}?)[\s,)]*$")


def _beside(words: str, said: Described) -> str:
    """The apposition of a name or an unnamed person: "Gul Rahim, a musician in hiding in Peshawar"."""
    found = _BESIDE.fullmatch(" ".join(words.split())) if said.sort in ("person", "collective") else None
    told = found["told"] if found is not None else ""
    return told if told and told not in said.person and said.person not in told else ""


_PLACES = ("state", "territory", "city")
_ACRONYM = re.compile(
    r"(?<!\w)((?:[Tt]he )?[A-ZÀ-Þ][\w’'-]+(?: (?:of|for|and|the|on|in|[A-ZÀ-Þ][\w’'-]+)){0,10}) \(([A-Z]{2,}[\w-]*)\)"
)
_OF_STATE = re.compile(r"\b(?:Government|[Mm]inistry|[Dd]epartment|[Pp]residency|[Aa]rmy|police)\b")


def _is_party(voice: Voice, describer: Describer) -> bool:
    if voice.heads & listed("body", "states") or _OF_STATE.search(voice.name):
        return True
    entry = describer.gazetteer.entry(voice.name)
    return entry is not None and entry.kind in ("state", "territory", "city", "party", "armed_group")


def _bare(name: str) -> str:
    return re.sub(r"^(?:the|a|an)\s+", "", name.lower().replace("’", "'"))
