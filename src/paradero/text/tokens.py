"""Tokens: words, figures and punctuation marks, each with its place in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from paradero.text.en.abbreviations import TITLES

_CLITIC = r"(?:[sSdDmM]|re|RE|ve|VE|ll|LL)"
_TOKEN = re.compile(
    rf"""
      https?://[^\s<>"”»)]*[^\s<>"”»).,;:!?]      # an address
    | [@\#]\w+                                    # a handle or hashtag
    | (?:[^\W\d_]\.-?){{2,}}                      # U.S., a.m., L.R.
    | ([A-Z][A-Za-z-]{{1,7}})\.(?=\s+[^\W\d_])      # Mr., or the last word of a sentence
    | \b[A-PR-Z]\.(?=\ [A-Z][\w.])                    # an initial: R. Vega; "Q." opens a question
    | \bNos?\.(?=\s*\d)
    | [$£€¥]?\d+(?:[.,:/]\d+)*(?:[^\W\d_]+)?(?:-[^\W\d_]+)*%?   # 1,245  9:34  $5m  10th  34-year-old  97%
    | [^\W\d_]+(?=[nN]['’][tT]\b)                 # do|n't
    | [nN]['’][tT]\b
    | [cC]an(?=not\b) | CAN(?=NOT\b)             # can|not
    | ['’]{_CLITIC}\b                             # 's  're
    | [^\W_]+(?:(?:[-‐‑]|['’](?!{_CLITIC}\b))[^\W_]+)*           # word, vice-president, o'clock
    | \.\.\.+ | -- | `` | '' | \S
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Token:
    """One word, figure or punctuation mark, as written, and where it stands in the text."""

    text: str
    start: int
    end: int


def tokens(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """Return the tokens of a stretch in order; together they cover everything but white space.

    ``'s``, ``n't`` and ``'re`` are tokens of their own; "1,245", "$5m", "9:34", "U.S." and "34-year-old" are one each.

    Args:
        text: the whole text; offsets are those of the whole text.
        start, end: the stretch to look at.
    """
    end = len(text) if end is None else end
    found: list[Token] = []
    for match in _TOKEN.finditer(text, start, end):
        first, last = match.span()
        word = match[1]
        if word is not None and word.lower() not in TITLES:
            found += (Token(word, first, last - 1), Token(".", last - 1, last))
        else:
            found.append(Token(match[0], first, last))
    return tuple(found)
