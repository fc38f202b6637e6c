"""The lexicon of cues, read from its TOML files: every form of a verb or noun, with its frames and stances."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


@dataclass(frozen=True, slots=True)
class Cue:
    """One form of a reporting word.

    Attributes:
        lemma: the word as the lexicon lists it ("say").
        kinds: what the form can be: ``base``, ``s``, ``past``, ``part`` (past participle), ``ing``; nothing for a noun.
        frames: the company in which it reports, each with its stance ("for" -> "demands").
    """

    lemma: str
    kinds: frozenset[str]
    frames: Mapping[str, str]

    @property
    def stance(self) -> str:
        """The stance when nothing but the word itself is known: that of the frame listed first."""
        return next(iter(self.frames.values()))


@cache
def forms() -> Mapping[str, Cue]:
    """Return the reporting verbs by every form ("said", "says", ...)."""
    frames = _by_lemma(_table("verbs"))
    irregular = {k: v.split() for k, v in _table("irregular").items()}
    found: dict[str, Cue] = {}
    for lemma, own in frames.items():
        for kind, form in _inflected(lemma, irregular.get(lemma)):
            known = found.get(form)
            kinds = {kind} | (known.kinds if known is not None and known.lemma == lemma else frozenset())
            found[form] = Cue(lemma, frozenset(kinds), own)
    return MappingProxyType(found)


@cache
def nouns() -> Mapping[str, Cue]:
    """Return the reporting nouns by singular and plural."""
    frames = _by_lemma(_table("nouns")["nouns"])
    both = [(form, Cue(lemma, frozenset(), own)) for lemma, own in frames.items() for form in (lemma, _plural(lemma))]
    return MappingProxyType(dict(both))


@cache
def adjectives() -> Mapping[str, Cue]:
    """Return the adjectives that report a state of mind ("confident")."""
    frames = _by_lemma(_table("nouns")["adjectives"])
    return MappingProxyType({lemma: Cue(lemma, frozenset(), own) for lemma, own in frames.items()})


@cache
def phrases() -> Mapping[str, str]:
    """Return the phrases before a source ("according to") with their stance."""
    return MappingProxyType(dict(_table("nouns")["phrases"]))


@cache
def holder_nouns() -> Mapping[str, str]:
    """Return the nouns of "by X's count" with their stance."""
    return MappingProxyType(dict(_table("nouns")["holder_nouns"]))


@cache
def fragments() -> Mapping[str, str]:
    """Return single words that decide a cue's stance when nothing else does ("allegedly")."""
    return MappingProxyType(dict(_table("nouns")["fragments"]))


@cache
def _table(name: str) -> dict[str, Any]:
    return tomllib.loads((files(__package__) / f"{name}.toml").read_text(encoding="utf-8"))


def _by_lemma(stances: dict[str, dict[str, str]]) -> dict[str, Mapping[str, str]]:
    """Turn stance -> word -> frames into word -> frame -> stance; a frame listed twice keeps its first stance."""
    found: dict[str, dict[str, str]] = {}
    for stance, words in stances.items():
        for word, frames in words.items():
            own = found.setdefault(word, {})
            for frame in frames.split():
                own.setdefault(frame, stance)
    return {word: MappingProxyType(own) for word, own in found.items()}


def _inflected(lemma: str, irregular: list[str] | None) -> Iterator[tuple[str, str]]:
    third, past, part, ing = irregular if irregular is not None else _regular(lemma)
    yield from (("base", lemma), ("s", third), ("past", past), ("part", part), ("ing", ing))


def _regular(lemma: str) -> tuple[str, str, str, str]:
    past = lemma + "d" if lemma.endswith("e") else lemma[:-1] + "ied" if _consonant_y(lemma) else lemma + "ed"
    ing = lemma[:-1] + "ing" if lemma.endswith("e") and not lemma.endswith(("ee", "oe")) else lemma + "ing"
    return _plural(lemma), past, past, ing


def _plural(word: str) -> str:
    if _consonant_y(word):
        return word[:-1] + "ies"
    return word + "es" if word.endswith(("s", "sh", "ch", "x", "z")) else word + "s"


def _consonant_y(word: str) -> bool:
    return word.endswith("y") and word[-2] not in "aeiou"
