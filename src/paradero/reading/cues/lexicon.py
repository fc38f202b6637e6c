"""The lexicon of cues, read from its TOML files: every form of a verb or noun, with its frames and stances."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from paradero.text.en.inflection import plural, regular_forms

if TYPE_CHECKING:
    from collections.abc import Mapping


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
    both = [(form, Cue(lemma, frozenset(), own)) for lemma, own in frames.items() for form in (lemma, plural(lemma))]
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


def _inflected(lemma: str, irregular: list[str] | None) -> tuple[tuple[str, str], ...]:
    if irregular is None:
        return regular_forms(lemma)
    return tuple(zip(("base", "s", "past", "part", "ing"), (lemma, *irregular), strict=True))
