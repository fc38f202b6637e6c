"""Spanish words of sets and of people, by the English words that the ledger's lists go by (``spanish.toml``)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from paradero.ledger.wordlists import wordlist

# Endings of the masculine singular of a people, with those of the four forms.
_ENDINGS = (
    ("án", ("án", "ana", "anes", "anas")),
    ("és", ("és", "esa", "eses", "esas")),
    ("ol", ("ol", "ola", "oles", "olas")),
    ("o", ("o", "a", "os", "as")),
    ("í", ("í", "íes", "ís")),
    ("e", ("e", "es")),
)
_PARTICIPLE = re.compile(r"(?:[aei]d|iert|uest|ech|uelt)[oa]s?$")
_VERB = re.compile(r"(?:aron|ieron|aban|ían|ando|iendo)$")


@cache
def nouns() -> dict[str, str]:
    """Return the English word of each Spanish form of a noun or a mark, all in small letters."""
    found = {}
    for name in ("nouns", "marks"):
        found.update({str(form): code for code, forms in wordlist("spanish")[name].items() for form in forms})
    return found


@cache
def marks() -> frozenset[str]:
    """Return the Spanish forms of what stands behind a noun and tells people from others."""
    return frozenset(str(form) for forms in wordlist("spanish")["marks"].values() for form in forms)


@cache
def peoples() -> dict[str, str]:
    """Return the state of each Spanish form of the words for a people."""
    return {
        word.removesuffix(ending) + other: state
        for state, words in wordlist("spanish")["peoples"].items()
        for word in words
        for ending, others in [next(pair for pair in _ENDINGS if word.endswith(pair[0]))]
        for other in others
    }


def may_mark(word: str) -> bool:
    """Tell whether a word behind a Spanish noun may tell which people they are: no participle and no verb."""
    return word in marks() or not (_PARTICIPLE.search(word) or _VERB.search(word))


def is_spanish(tokens: Sequence[str]) -> bool:
    """Tell whether the words for a set are Spanish: a Spanish noun for people, or the word for a people, is in them."""
    return any(one in nouns() or one in peoples() for one in [*(one.casefold() for one in tokens[:1]), *tokens[1:]])


def in_english(tokens: Sequence[str]) -> list[str]:
    """Return the tokens of a Spanish set as an English one has them: a mark stands before its noun.

    Only what the lists know is put into English; every other word stays, and a people is told by its state.
    """
    between = _between()
    done: list[str] = []
    noun: int | None = None  # where the last noun stands, as long as marks may follow it
    for at, token in enumerate(tokens):
        small = token if at else token.casefold()  # behind the first word a capital begins a name
        if small in peoples():
            done.insert(len(done) if noun is None else noun, peoples()[small])
            noun = None if noun is None else noun + 1
        elif noun is not None and (small in marks() or (token == small and small not in between and may_mark(small))):
            done.insert(noun, nouns().get(small, small))
            noun += 1
        elif small in nouns():
            noun = len(done)
            done.append(nouns()[small])
        else:
            noun = None
            done.append(between.get(small, token))
    return done


@cache
def _between() -> dict[str, str]:
    return {str(form): word for word, forms in wordlist("spanish")["between"].items() for form in forms}
