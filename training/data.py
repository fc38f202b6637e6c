"""Annotated texts as training examples: PolNeAR (brat stand-off) and our custody reports (TOML).

Both become an `Article`: the pieces of the text with, in piece indices, who says what, and, for reports, what is said
to have happened to whom. Nothing here is needed at run time.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from paradero.reading.engines.encoder import Pieces, cut

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    Span = tuple[int, int]
    Spans = tuple[Span, ...]

TAGS = ("O", "B-Source", "I-Source", "B-Cue", "I-Cue", "B-Content", "I-Content")
ACTS = tuple(
    "held arrested abducted disappeared charged indicted convicted sentenced acquitted accused tried "
    "deported extradited transferred departed in_transit stopped_over handed_over received arrived "
    "returned exchanged released pardoned house_arrest conditionally_released refused substituted "
    "withheld rearrested escaped died last_seen missing located incommunicado denied_hearing "
    "denied_counsel denied_contact mistreated nationality_removed offered requested agreed scheduled "
    "postponed demanded negotiated visited identified verified acknowledged".split()
)
STANCES = tuple("asserts confirms denies alleges demands offers estimates retracts characterises".split())
MODALITIES = ("actual", "planned", "conditional", "hypothetical")
POLARITIES = ("positive", "negative")
ROLES = tuple("who by from to at in_return_for basis accusation accuser outcome when".split())

_OWN_TUNING = frozenset({303, 309, 318, 321, 326, 328, 343, 345, 354, 358, 361, 363, 370, 375, 380, 386})
_LATER_TUNING = frozenset(range(393, 471, 5))
TUNING = frozenset(range(8, 104, 8)) | {103} | _OWN_TUNING | _LATER_TUNING
"""Numbers of the reports kept for tuning: of the corpus every eighth and the last, of our own one of each style and
event, and every fifth of the later ones (no event of theirs is told in another report of ours)."""

_LINE = re.compile(r"(T\d+)\t(\S+) ([\d ;]+)\t|(E\d+)\t(.+)")


@dataclass(frozen=True, slots=True)
class Said:
    """One attribution; spans are in characters when read, in pieces within an `Article`."""

    source: Spans
    cue: Spans
    content: Spans


@dataclass(frozen=True, slots=True)
class Event:
    """One trigger: where it stands, its codes (best first), how it is said, and who takes which role."""

    trigger: Span
    acts: tuple[str, ...]
    stance: str
    modality: str
    polarity: str
    roles: tuple[tuple[str, Span], ...]


@dataclass(frozen=True, slots=True)
class Article:
    """A text with its annotation.

    Attributes:
        said: attributions, in characters.
        events: statements about custody, in characters; `None` where nobody marked them.
    """

    name: str
    text: str
    pieces: Pieces
    said: tuple[Said, ...]
    events: tuple[Event, ...] | None = field(default=None)


def read_polnear(folder: Path, tokenizer: Any, limit: int | None = None) -> list[Article]:
    """Read one part of PolNeAR; of articles with several annotators the first by name is taken."""
    texts = sorted((folder / "text").glob("*.txt"))[:limit]
    return [_polnear_article(folder, path, tokenizer) for path in texts]


def _polnear_article(folder: Path, path: Path, tokenizer: Any) -> Article:
    text = path.read_bytes().decode("utf-8")
    annotation = min((folder / "attributions").glob(f"{path.stem}_????.ann"))
    said = tuple(read_brat(annotation.read_bytes().decode("utf-8"), text))
    return Article(path.stem, text, cut(text, tokenizer), said)


def read_brat(annotation: str, text: str) -> Iterable[Said]:
    """Read the attribution events of a brat file; one without content says nothing and is left out."""
    spans: dict[str, Spans] = {}
    events: list[str] = []
    for match in filter(None, map(_LINE.match, annotation.split("\n"))):
        if match[1]:
            places = [(int(a), int(b)) for a, b in (part.split() for part in match[3].split(";"))]
            spans[match[1]] = joined(places, text)
        else:
            events.append(match[5])
    for event in events:
        said = _event(event, spans, text)
        if said.content:
            yield said


def _event(event: str, spans: dict[str, Spans], text: str) -> Said:
    parts: dict[str, list[Span]] = {"Source": [], "Cue": [], "Content": []}
    for word in event.split():
        role, key = word.split(":")
        parts.get(role.rstrip("0123456789"), []).extend(spans[key])
    return Said(*(joined(sorted(set(places)), text) for places in parts.values()))


def joined(places: Sequence[Span], text: str) -> Spans:
    """Join spans with nothing but white space between them (brat splits at line ends)."""
    result: list[Span] = []
    for start, end in sorted(places):
        if result and not text[result[-1][1] : start].strip():
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return tuple(result)


def read_reports(folder: Path, tokenizer: Any, *, tuning: bool) -> list[Article]:
    """Read our annotated custody reports: those kept for tuning, or the others."""
    paths = [p for p in sorted(folder.glob("*.toml")) if (int(p.name[:3]) in TUNING) == tuning]
    return [_report(path, tokenizer) for path in paths]


def _report(path: Path, tokenizer: Any) -> Article:
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    text = table["document"]["text"]
    said = tuple(_report_said(row, text) for row in table.get("attribution", []))
    events = tuple(_report_event(row, text) for row in table.get("statement", []))
    return Article(path.stem, text, cut(text, tokenizer), said, events)


def find(text: str, words: str, anchor: int, near: str = "") -> Span:
    """Find words in a text: whole words before parts of words, then nearest to `near`, if given, or to the anchor."""
    if near and near in text:
        anchor = text.index(near)
        if words in near:
            anchor += near.index(words)
    starts = [m.start() for m in re.finditer(re.escape(words), text)]
    if not starts:
        raise ValueError(f"not in the text: {words!r}")
    best = min(starts, key=lambda s: (not _whole(text, s, s + len(words)), abs(s - anchor)))
    return best, best + len(words)


def _whole(text: str, start: int, end: int) -> bool:
    before = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
    after = end < len(text) and text[end].isalnum() and text[end - 1].isalnum()
    return not (before or after)


def _strings(value: str | list[str]) -> list[str]:
    return [word for word in ([value] if isinstance(value, str) else value) if word]


def _report_said(row: dict[str, Any], text: str) -> Said:
    pieces = _strings(row["content"])
    longest = max(pieces, key=len)
    hint = row.get("content_near") or row.get("cue_near") or row.get("source_near") or ""
    anchor = text.find(hint) if hint else 0
    anchor = find(text, longest, max(anchor, 0), row.get("content_near", ""))[0]
    places: dict[str, Spans] = {}
    for key in ("source", "cue", "content"):
        near = row.get(f"{key}_near", "")
        found = sorted(find(text, words, anchor, near) for words in _strings(row.get(key, "")))
        places[key] = joined(found, text)
    return Said(**places)


def _report_event(row: dict[str, Any], text: str) -> Event:
    quote = text.index(row["quote"])
    inner = find(row["quote"], row["trigger"], 0, row.get("trigger_near", ""))
    trigger = (inner[0] + quote, inner[1] + quote)
    roles = [
        (role, find(text, words, trigger[0], row.get(f"{role}_near", "")))
        for role in ROLES
        for words in _strings(row.get(role, ""))
    ]
    acts = (row["act"], *(code for code in row.get("also", []) if code in ACTS))
    modality, polarity = row.get("modality", "actual"), row.get("polarity", "positive")
    return Event(trigger, acts, row["stance"], modality, polarity, tuple(roles))


def piece_span(pieces: Pieces, span: Span) -> Span:
    """Turn a character span into the range of the pieces that overlap it."""
    first = int(np.searchsorted(pieces.ends, span[0], side="right"))
    last = int(np.searchsorted(pieces.starts, span[1], side="left"))
    return first, max(first, last)


def tag_numbers(article: Article) -> np.ndarray[Any, np.dtype[np.int64]]:
    """Number each piece by its attribution tag; where attributions nest, the outer content wins."""
    tags = np.zeros(len(article.pieces), dtype=np.int64)
    marked = [(5, span) for said in article.said for span in said.content]
    marked.sort(key=lambda item: item[1][0] - item[1][1])
    marked += [(1, span) for said in article.said for span in said.source]
    marked += [(3, span) for said in article.said for span in said.cue]
    for tag, span in marked:
        first, last = piece_span(article.pieces, span)
        if first < last and not (tags[first:last] >= 5).any() and not tags[first:last].all():
            tags[first:last] = tag + 1
            tags[first] = tag
    return tags
