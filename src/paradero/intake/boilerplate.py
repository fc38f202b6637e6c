"""Boilerplate: text that belongs to the publication and not to the report.

Every rule asks for a short paragraph, and for words that begin it or a sentence of it: a report may well tell of
somebody who was arrested for sharing a newsletter.
"""

from __future__ import annotations

import re

_LONGEST = 60  # words; sign-up lines and notices that we have seen stay under 50

_SIGN_UP = re.compile(
    r"(?:^|(?<=[.!?:]\s))(?:sign\s+up|subscribe|register|join|get|receive|suscr[ií]bete|suscr[ií]base|reg[ií]strate)\b"
    r"[^.!?]{0,120}\b(?:newsletters?|inbox|e-?mail\s+alerts?|briefing|bolet[ií]n|correo|below|here|for\s+free|app"
    r"|whatsapp\s+channel|telegram\s+channel|digest)\b",
    re.I,
)
_BEGINNINGS = re.compile(
    r"^[\W_]*(?:"
    r"(?:read|see|watch|listen|hear|learn|find\s+out)\s+(?:more|also|next|related)\b(?:\s*[:|>–—-]|\s+(?:about|on|at|here)\b|\W*$)"
    r"|see\s+also\b|turn\s+to\s+page\b|related\s*(?:articles?|stories|coverage|topics|:)|more\s+on\s+this\s+story\b"
    r"|editor['’]?s['’]?\s+choice\b|most\s+(?:read|viewed|popular)\b|recommended\s*:|advertisement\b|advertising\b"
    r"|sponsored\s+(?:by|content)\b|supported\s+by\b[^.]{0,60}$|follow\s+(?:us|him|her|our\s+\w+)\s+(?:on|at)\b|share\s+(?:this|on)\b"
    r"|like\s+us\s+on\b|download\s+(?:our|the)\b[^.]*\bapp\b|click\s+here\b|skip\s+to\b|back\s+to\s+top\b"
    r"|(?:we|this\s+(?:web)?site)\s+uses?\s+cookies\b|accept\s+(?:all\s+)?cookies\b|cookie\s+(?:policy|settings)\b"
    r"|privacy\s+(?:policy|notice)\b|terms\s+(?:of|and)\s+(?:use|service|conditions)\b|all\s+rights\s+reserved\b"
    r"|(?:©|\(c\)\s*\d{4}|copyright\s+(?:©|\(c\)|\d{4}))|this\s+material\s+may\s+not\s+be\s+published\b"
    r"|(?:reporting|additional\s+reporting|writing|editing|compiled|edited)\s+by\s+(?-i:[A-ZÀ-Þ])"
    r"|(?:compiled|written|edited)\s+by\s+the\b|for\s+(?:media|press)\s+(?:enquiries|inquiries)\b|media\s+contacts?\s*:"
    r"|press\s+contacts?\s*:|contacts?\s*:\s|for\s+immediate\s+release\b|notes?\s+to\s+editors?\s*:?\s*$"
    r"|(?:lee|leer|vea|ver|mira)\s+(?:más|también|además)\b\s*(?::|\W*$)|le\s+puede\s+interesar\b|publicidad\b"
    r"|s[ií]guenos\s+en\b|todos\s+los\s+derechos\s+reservados\b|con\s+información\s+de\s+[A-Z]\w+\W*$"
    r")",
    re.I,
)
_WHOLE = re.compile(
    r"^[\W_]*(?:ends?|fin|menu|search|comments?|advertisement|share|print|login|log\s+in|more|read\s+more|close|-?\s*30\s*-?)[\W_]*$",
    re.I,
)
_ENDINGS = re.compile(r"(?:all\s+rights\s+reserved|todos\s+los\s+derechos\s+reservados)\W*$", re.I)
_POINTER = re.compile(r"^[^.!?]{0,80}[,:–—-]\s*(?:pp?\.|page)\s*\d+\b", re.I)


def is_boilerplate(paragraph: str) -> bool:
    """Tell whether a paragraph is a sign-up line, a teaser, an advertisement, a legal or an editorial notice."""
    if len(paragraph) > 1_000 or len(paragraph.split()) > _LONGEST:
        return False
    if _WHOLE.match(paragraph) or _ENDINGS.search(paragraph):
        return True
    if _BEGINNINGS.match(paragraph):
        return not _is_news(paragraph)
    return bool(_SIGN_UP.search(paragraph)) or _is_pointer(paragraph)


def _is_news(paragraph: str) -> bool:
    """ "Advertising executives were arrested": a sentence of its own, beginning with one of our words."""
    plain = re.match(r"^\W*(?:advertising|advertisement|copyright|sponsored|contacts?)\s*:?\s+[a-z]+", paragraph, re.I)
    return plain is not None and re.search(r"\b(?:was|were|is|are|has|have|had|said)\b", paragraph) is not None


def _is_pointer(paragraph: str) -> bool:
    """ "PLUS: odds, p. 9": a pointer to another page has no sentence of its own."""
    return _POINTER.match(paragraph) is not None and len(paragraph.split()) <= 14
