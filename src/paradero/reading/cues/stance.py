"""The stance of a cue: asserts, confirms, denies, alleges, demands, offers, estimates, retracts or characterises."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from paradero.reading.cues.lexicon import adjectives, forms, fragments, holder_nouns, nouns, phrases

if TYPE_CHECKING:
    from collections.abc import Mapping

    from paradero.reading.cues.lexicon import Cue

DEFAULT = "asserts"

_WORD = re.compile(r"[\w'’-]+")
_NEGATION = re.compile(r"\b(?:not|never|cannot|no longer)\b|n['’]t\b")
_QUESTION = re.compile(r"(?:who|whom|what|whether|how|why|if|when|where|which)\b")
_LIGHT = frozenset(
    "be is are was were been being am has have had having do does did will would can could may might shall should must "
    "to also again once the a an it its his her their our my in on at by of with and as not"
    .split()
)  # fmt: skip
_TAKEN_BACK = frozenset({"confirm", "acknowledge", "accept", "believe", "recognise", "recognize", "admit"})
_BEFORE_OBJECT = frozenset({"for", "on", "upon", "to", "of", "about", "against", "with", "in", "as", "at"})


def stance_of(cue: str, content: str = "") -> str:
    """Return the stance that a cue gives to what is said.

    Args:
        cue: the words of the cue as they stand ("has called for"); empty when a label or a headline says it.
        content: what is said, when at hand: its first word tells "asked whether" from "asked to be freed".

    Returns:
        A code of the vocabulary ``stances``; ``asserts`` when the cue is empty or unknown.
    """
    low = " ".join(cue.lower().replace("’", "'").split())
    for phrase, stance in phrases().items():
        if phrase in low:
            return stance
    words = _WORD.findall(low)
    found = _verb(words, content) or _noun(words)
    if found is None:
        known = fragments()
        return next((known[w] for w in words if w in known), DEFAULT)
    lemma, stance = found
    return "denies" if lemma in _TAKEN_BACK and _NEGATION.search(low) else stance


def _verb(words: list[str], content: str) -> tuple[str, str] | None:
    """The last lexical verb decides: "tried to deny" denies, "went on to say" says."""
    lexicon = forms()
    for at in range(len(words) - 1, -1, -1):
        verb = lexicon.get(words[at])
        if verb is None or words[at] in _LIGHT or (at and words[at - 1] in ("the", "a", "an", "its", "his", "their")):
            continue
        return verb.lemma, _by_frame(verb, words[at + 1 :], content)
    return None


def _by_frame(verb: Cue, following: list[str], content: str) -> str:
    frames: Mapping[str, str] = verb.frames
    for word in following:
        if word in _BEFORE_OBJECT and word in frames:
            return frames[word]
    start = content.lstrip("\"'“‘«„ ").lower()
    if _QUESTION.match(start) or start.endswith("?"):
        return frames.get("wh", verb.stance)
    if start.startswith(("to ", "for ", "that ")):
        frame = {"to ": "to", "for ": "for", "that ": "clause"}[start[: start.index(" ") + 1]]
        return frames.get(frame, verb.stance)
    if verb.lemma == "ask" and not following:
        return frames["wh"] if not start or content[:1] in '"“‘' else frames["to"]
    return verb.stance


def _noun(words: list[str]) -> tuple[str, str] | None:
    lexicon, held, states = nouns(), holder_nouns(), adjectives()
    for word in reversed(words):
        if word in lexicon:
            return lexicon[word].lemma, lexicon[word].stance
        if word in states:
            return word, states[word].stance
        if word in held:
            return word, held[word]
    return None


def is_saying(cue: str) -> bool:
    """Tell whether a cue says that something is said, thought or shown, so that its source speaks.

    A corpus of attributions also marks deeds ("invoked the act", "voted against"): whoever does them does not speak.

    Args:
        cue: the words of the cue; empty for a labelled turn or a bare quotation, which are sayings.
    """
    low = " ".join(cue.lower().replace("’", "'").split())
    words = _WORD.findall(low)
    if not words or any(phrase in low for phrase in phrases()):
        return True
    return any(word in forms() or word in nouns() or word in fragments() for word in words)
