"""Word classes of English running text by lexicon and neighbours, without a model.

A shallow reader needs to know where a noun phrase ends and its verb begins; it does not need a tree. Each token gets
one
of the tags of ``TAGS``; a verb keeps its readings (base and form). Words that no list knows are nouns: that is the safe
side, since names are what a lexicon lacks.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from paradero.text.en.neighbours import Place
from paradero.text.en.words import Verb, readings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paradero.text.tokens import Token

TAGS = "DET NUM ADJ NOUN NAME PRON POSS VERB AUX MODAL TO NEG ADV PREP CC SUB REL PUNCT QUOTE".split()


@dataclass(frozen=True, slots=True)
class Word:
    """A token with its class.

    Attributes:
        text, start, end: the token; lower: the same in lower case.
        tag: one of ``TAGS``; verbs: its readings when it is a verb.
    """

    text: str
    start: int
    end: int
    lower: str
    tag: str
    verbs: tuple[Verb, ...] = ()

    def is_form(self, *forms: str) -> bool:
        """Tell whether one of the verb readings has one of these forms."""
        return any(v.form in forms for v in self.verbs)


def tag(tokens: Sequence[Token]) -> tuple[Word, ...]:
    """Tag the tokens of one sentence, in order."""
    lowers = [t.text.lower().replace("’", "'") for t in tokens]
    folded = _shouts([t.text for t in tokens])
    words: list[Word] = []
    for i, token in enumerate(tokens):
        following = tokens[i + 1].text if i + 1 < len(tokens) else ""
        glued = i > 0 and tokens[i - 1].end == token.start
        tagger = Place(words, lowers, i, (token.text, following), folded, glued=glued)
        name = tagger.tag()
        verbs = readings(lowers[i]) if name in ("VERB", "ADJ", "AUX") else ()
        words.append(Word(token.text, token.start, token.end, lowers[i], name, verbs))
    return tuple(words)


def _shouts(texts: list[str]) -> bool:
    """Whether capitals say nothing here: a telegram in capitals, a headline in title case."""
    letters = [t for t in texts if t[:1].isalpha()]
    return len(letters) > 2 and sum(t[0].isupper() for t in letters) > 0.7 * len(letters)
