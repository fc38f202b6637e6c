"""Cues: the words that say that something is said, and the stance that each gives to what follows.

``forms()`` and ``nouns()`` hold the lexicon; ``stance_of(cue, content)`` reads the stance off any cue, whichever engine
found it. The lexicon is data: ``verbs.toml``, ``nouns.toml``, ``irregular.toml``.
"""

from __future__ import annotations

from paradero.reading.cues.lexicon import Cue, adjectives, forms, holder_nouns, nouns, phrases
from paradero.reading.cues.stance import is_saying, stance_of

__all__ = ["Cue", "adjectives", "forms", "holder_nouns", "is_saying", "nouns", "phrases", "stance_of"]
