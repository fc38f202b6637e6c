"""What a trained model's words and codes can mean: no place is a price, no length of time an outcome of custody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paradero.model.vocabulary import term
from paradero.reading.acts.frame import UNITS

if TYPE_CHECKING:
    from paradero.reading.acts.scene import Candidate, Scene
    from paradero.text.en.clauses import Sentence

_DENYING = frozenset(
    "deny refuse bar ban turn prevent stop block forbid keep cut suspend deprive withhold prohibit restrict".split()
)
_NO_NOUN = frozenset("no the a an every".split())


def fits(scene: Scene, candidate: Candidate, role: str, start: int, end: int) -> bool:
    """Tell whether words of a sentence can fill a role of an act.

    Args:
        scene: the sentence with the names in it.
        candidate: the act, with the model's view. role: code of the role.
        start, end: the words, as character offsets.
    """
    words = scene.sentence.text[start:end].lower().split()
    if _NO_NOUN.issuperset(words) or words[0] in ("and", "or"):
        return False  # a part of a list; what is left of "no judge heard the men", whose noun tells the act
    if role == "in_return_for":
        return not scene.is_place(start, end)  # people and things are given in return, states and towns give them
    if role == "outcome" and words:
        return words[-1] not in UNITS or _is_of_law(candidate)  # years are what a court gives
    return True


def _is_of_law(candidate: Candidate) -> bool:
    codes = {candidate.trigger.act, *([candidate.view.act] if candidate.view is not None else ())}
    return any(term("acts", code).family == "law" for code in codes)


def denies(sentence: Sentence, k: int) -> bool:
    """Tell whether the verb at chunk k denies by itself: "was turned away", "are kept from calling"."""
    return any(v.base in _DENYING for v in sentence.chunks[k].head.verbs)


def is_right_denied(candidate: Candidate, act: str, sentence: Sentence) -> bool:
    """Whether a model names the right that a negation takes: "no court tried them" tells a hearing denied.

    "No lawyer was turned away" tells the contrary: its verb denies by itself.
    """
    named = not candidate.listed or act != candidate.trigger.act
    return named and act.startswith("denied_") and not denies(sentence, candidate.trigger.chunk)
