"""Captions: the outlet tells what its pictures show, whoever gave them to it.

A credit names whose a picture is; it says nothing, and words of it are no part of who speaks. "In this photo released
by the ministry" names the one through whom the picture came, which is a relay and not the speaker; and that a picture
"shows" somebody is the outlet's word, not the picture's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from paradero.reading.linker import Attribution
from paradero.text.stretches import Stretches

if TYPE_CHECKING:
    from paradero.model import Document, Statement
    from paradero.reading.parts import Parts

Stretch = tuple[int, int]

_PICTURE = (
    r"(?:photo(?:graph)?s?|pictures?|images?|videos?|footage|stills?|frame\s?grab|frames?|screen\s?(?:grab|shot)s?|handout"
    r"|drawing|sketch|scan)"
)
_PHRASE = re.compile(
    rf"\b(?:an?|the|this|these)\s+(?:[\w.,-]+\s+){{0,5}}?{_PICTURE}(?:\s+{_PICTURE})?\b"
    rf"(?:\s+(?:taken|made|grabbed)?\s*from\s+(?:an?\s+|the\s+)?(?:[\w-]+\s+){{0,2}}?{_PICTURE})?"
    r"(?:,?\s+(?:(?:taken|shot)\s+(?:on|in)|dated)\s+[^,;]{2,30},?)?"
    r"(?:,?\s+(?:and\s+)?(?:released|provided|supplied|issued|distributed|published|posted|shared|handed\s+out"
    r"|made\s+available)\s+(?:on\s+[^,;]{3,25},?\s+)?(?:by|from|through|via)\s+(?P<provider>(?:the\s+|an?\s+)?[^,;:()\n]{2,70}?)"
    r"(?=\s*[,;.(]|\s+(?:shows?|showing|depicts?|on|in|via|dated|taken|purports?)\b|\s*$))?",
    re.I,
)
_SHOWING = re.compile(
    r"\b(?:shows?|showed|showing|depicts?|depicted|captures?|released|provided|supplied|issued|available)\b"
)
_UNSAID = frozenset({"credit", "byline", "boilerplate"})
_EDGES = " \t\n-–—|([/"


def attributed(document: Document, found: Iterable[Attribution]) -> tuple[Attribution, ...]:
    """Return the attributions without what is none: words of a credit, and a picture that "shows" something.

    Args:
        document: what was read.
        found: its attributions, as an engine found them.

    Returns:
        The others in the same order; one whose source runs into a credit ends before it.
    """
    places = enumerate(document.parts)
    unsaid = Stretches((part.start, part.end, i) for i, part in places if part.role in _UNSAID)
    pictures = Stretches((*match.span(), i) for i, match in enumerate(_pictures(document)))
    kept = (_cut(document, attribution, unsaid) for attribution in found)
    return tuple(a for a in kept if a is not None and not _shows(document.text, a, pictures))


def relayed(document: Document, parts: Parts, statements: Iterable[Statement]) -> Iterator[Statement]:
    """Yield the statements, those of a caption with the one who gave the picture as their relay, where it says so.

    "Released" in "this photo released by the ministry" is said of the picture: it frees nobody, and is left out.
    """
    matches = list(_pictures(document))
    pictures = Stretches((*match.span(), i) for i, match in enumerate(matches))
    providers = {parts.at(match.start()): " ".join(match["provider"].split()) for match in matches if match["provider"]}
    for statement in statements:
        at = statement.trigger.start
        if pictures.meeting(at, at + 1):
            continue
        provider = providers.get(parts.at(at), "") if providers else ""
        passed_on = bool(provider) and statement.speaker.kind == "outlet"
        yield replace(statement, relay=provider) if passed_on else statement


def _pictures(document: Document) -> Iterator[re.Match[str]]:
    """The phrases of captions that name the picture."""
    captions = (part for part in document.parts if part.role == "caption")
    return (match for part in captions for match in _PHRASE.finditer(document.text, part.start, part.end))


def _cut(document: Document, attribution: Attribution, unsaid: Stretches) -> Attribution | None:
    """An attribution without the words of credits; None when its source or all of its content is of these."""
    source, cue, content = (
        tuple(piece for span in spans for piece in _outside(document, span, unsaid))
        for spans in (attribution.source, attribution.cue, attribution.content)
    )
    if (attribution.source and not source) or (attribution.content and not content):
        return None
    return Attribution(source, cue, content)


def _outside(document: Document, span: Stretch, unsaid: Stretches) -> Iterator[Stretch]:
    start, end = span
    for part in (document.parts[number] for number in unsaid.meeting(*span)):
        if part.start < end and start < part.end:
            if start < part.start:
                kept = document.text[start : part.start].rstrip(_EDGES)
                yield start, start + len(kept)
            start = part.end
    if start < end:
        yield start, end


def _shows(text: str, attribution: Attribution, pictures: Stretches) -> bool:
    """Whether the source is a picture, or the one who gave it, and the cue no more than that it shows or was given."""
    cue = " ".join(text[start:end] for start, end in attribution.cue)
    of_picture = any(pictures.meeting(*span) for span in attribution.source)
    return of_picture and (_SHOWING.search(cue) is not None or not cue)
