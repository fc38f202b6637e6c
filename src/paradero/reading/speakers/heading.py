"""Headings: the body that the lines above a text, or the lines below it, name as the one whose text it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from paradero.reading.speakers.nouns import any_of, listed, noun_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LONGEST = 90  # characters of a line that may be a letterhead
_LINES = 8  # lines, empty ones left aside, within which a heading stands
_WORDS = 12

_BODY = re.compile(rf"{any_of('names', 'joined')}|\bHigh Commission(?:er)?\b", re.IGNORECASE)
_ELSEWHERE = listed("names", "elsewhere")
_OWN = frozenset("court tribunal agency department".split())  # but a record names its author by these
# These may head a page of an authority's own, but a log of the police or a digest of a court is a paper's as well.
_OF_STATE = re.compile(r"\b(?:Department|Agency)\b", re.IGNORECASE)
_STATE = re.compile(r"(?:Federal |Royal )?(?:Government|State|Republic|Kingdom) of\b", re.IGNORECASE)
_PAPER = re.compile(rf"{any_of('names', 'papers')}|\bPress Agency\b", re.IGNORECASE)
_KIND = (
    r"press release|news release|media release|information to the press|for (?:immediate )?(?:use|release)|"
    r"for the press|bulletin|newsletter|news ?sheet|circular|sheet|leaf|statement|communiqu[eé]|(?:public )?advisory|"
    r"(?:service|press|information|field|weekly|daily|situation) note|announcement|"
    r"(?:final|annual|interim|field|situation|monitoring) report|report no|case (?:file|page)|volume|chapter|notice|"
    r"appeal|declaration|briefing paper|submission|memorandum|"
    r"(?:routine|standing|daily|general) orders?|open letter|letter to|urgent action|page of the day"
)
SORT_OF_TEXT = re.compile(rf"\b(?:{_KIND})\b", re.IGNORECASE)
_KINDS = "press release|news release|communiqué|communique|bulletin|statement"
_NAMES_OF_KINDS = "|".join([_KINDS.upper(), *(kind.capitalize() for kind in _KINDS.split("|"))])
_HEAD = re.compile(rf"(?:{_NAMES_OF_KINDS})(?: [Nn][Oo]\.? ?[\w/-]+)?")
_EDGES = re.compile(r"^[\s*#>—–•|-]+|[\s.:,;*—–|-]+$")
_PIECES = re.compile(r"\s+[—–-]{1,2}\s+|\s*[|·/]\s+|:\s|(?<=[a-zà-þ])\.\s+(?=[A-Z])|\s*\((?=[A-Za-z])|,\s+(?=[A-Z])")
_ISSUED = re.compile(
    r"(?:[A-Z][\w-]+ )?(?:Bulletin|Newsletter|Letter|Statement|Note|Communiqu[eé]|Notice|Declaration|Appeal|Advisory|"
    r"Report|BULLETIN|NEWSLETTER|LETTER|STATEMENT|NOTE|COMMUNIQU[EÉ]|NOTICE|DECLARATION|APPEAL|ADVISORY|REPORT) "
    r"(?:of|by|from|OF|BY|FROM) (?:the |THE )?(?P<name>[A-Z].{3,80}?)(?:\.? [Nn]o\..*|\.?)$"
)
_ISSUER = re.compile(r"(?:Issued by|Published by)\s*:?\s+")
_ADDRESSED = re.compile(
    r"(?:To|TO|Copy|COPY|cc|CC|Cc|Re|RE|Attn|ATTN|Subject|SUBJECT|Ref|REF|Our ref|Your ref|Via|VIA|By|BY|For|FOR|FM|"
    r"From|FROM|REPEATED|INFO)\b[\s:.]"
    r"|(?:The )?(?:Hon\b|Honourable|Director,|Editor)"
)
_GREETING = re.compile(
    r"(?:Dear|Sisters|Brothers|Comrades|Friends|Sir|Madam|Sirs|Excellency|Your Excellenc|To whom)\b[^.\n]{0,60}[,:.]?$"
)
_SMALL = frozenset("of the for and in on at de to del la des du with against".split())


def heading(text: str) -> tuple[str, ...]:
    """Return the lines above the first running paragraph of a text, empty ones left out, at most eight."""
    found: list[str] = []
    for line in map(str.strip, text.split("\n", 2 * _LINES)[: 2 * _LINES]):
        if not line:
            continue
        if len(found) == _LINES or len(line) > LONGEST + 20 or _GREETING.match(line) or _is_prose(line):
            break
        found.append(line)
    return tuple(found)


def letterhead(lines: Sequence[str]) -> str:
    """Return the first body that a line of a heading names, below a state or government the one under it; or ""."""
    named = [_whole(lines, at, name) for at, line in enumerate(lines) if (name := body_in_line(line))]
    return next((name for name in named if not _STATE.match(name)), named[0] if named else "")


def _whole(lines: Sequence[str], at: int, name: str) -> str:
    """The line above, when a line says only what those named there are ("Solicitors and Notaries")."""
    said = [w for w in name.lower().split() if w not in ("&", "and", "at", "of", "law", "the", "in")]
    above = _EDGES.sub("", lines[at - 1]) if at and set(said) <= listed("names", "professions") else ""
    return above if above and is_name(above.split()) else name


def sender(text: str) -> str:
    """Return who sends a telegram, a mail or a memorandum: its line "From" above a line "To"; or ""."""
    found = _SENT.search(text, 0, 600)
    return " ".join(found["name"].split()) if found is not None else ""


_SENT = re.compile(
    r"^(?:FM|FROM|From)[ \t]*:?[ \t]+(?P<name>[A-Z][^\n<(:;]{2,60}?)[ \t]*(?:[<(][^\n]*)?\n"
    r"(?:[^\n]+\n){0,2}(?:TO|To)\b",
    re.MULTILINE,
)


def is_of_kind(lines: Sequence[str]) -> bool:
    """Tell whether a line of a heading says what kind of text stands under it ("Bulletin no. 4", "For the press")."""
    return any(SORT_OF_TEXT.search(line) for line in lines if len(line) <= LONGEST)


def headed(lines: Sequence[str]) -> str:
    """Return the name in the first line when the next says what kind of text stands under it, or ""."""
    if (
        len(lines) < 2
        or not (SORT_OF_TEXT.search(lines[1]) or _POSTED.match(lines[1]))
        or SORT_OF_TEXT.search(lines[0]) is not None
    ):
        return ""
    name = _EDGES.sub("", lines[0])
    words = name.split()
    fits = 1 < len(words) <= 8 and len(name) <= LONGEST and is_name(words) and "," not in name
    return name if fits and _PAPER.search(name) is None and name[-1] not in "?!”\"'" else ""


_POSTED = re.compile(r"(?:Posted|Published|Shared)\b")


def body_in_line(line: str) -> str:
    """Return the body that a line names as a letterhead does: set like a name, and none of a sentence's words."""
    if len(line) > LONGEST + 20 or _ADDRESSED.match(line):
        return ""
    issued = _ISSUED.match(line)
    if issued is not None:
        return issued["name"].strip(" .,")
    for piece in _pieces(_ISSUER.sub("", line, count=1)):
        words = piece.split()
        if SORT_OF_TEXT.match(piece):
            continue
        if 1 < len(words) <= _WORDS and is_name(words) and _names_body(words) and _PAPER.search(piece) is None:
            return piece
    return ""


def _pieces(line: str) -> Iterator[str]:
    """The line as a whole, when a comma may be part of the name; then what its dashes, bars and stops part."""
    for piece in _PIECES.split(line):
        bare = _EDGES.sub("", _HEAD.sub("", piece))
        if bare:
            yield bare


def _names_body(words: Sequence[str]) -> bool:
    """Whether a word of a name is that of a body; the last word before "of" or "for" may be one of the state's."""
    name = " ".join(words)
    if _BODY.search(name) or _OF_STATE.search(name):
        return True
    for word in words:
        noun = noun_of(word.lower().strip("’'s.,")) or noun_of(word.lower().strip(".,"))
        if noun is not None and noun.sort == "body" and not noun.many and noun.lemma not in _ELSEWHERE:
            return True
    return False


def is_name(words: Sequence[str]) -> bool:
    """Tell whether words are set as a name: all with a capital but the small ones."""
    return all(w[0].isupper() or w.lower() in _SMALL or not w[0].isalpha() for w in words)


def is_body_noun(word: str) -> bool:
    """Tell whether a common noun may name the author of an own text ("the Commission", "this Ministry")."""
    return word in listed("body", "words") and word not in _ELSEWHERE - _OWN


def _is_prose(line: str) -> bool:
    """A line of running text: it ends as a sentence does and has too many small words for a name."""
    words = line.split()
    small = sum(w[:1].islower() for w in words)
    return len(words) > 5 and line[-1] in ".?!" and small > len(words) / 2
