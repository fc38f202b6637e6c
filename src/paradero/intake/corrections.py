"""Corrections: notes in which an outlet withdraws or mends what it published, told by how they begin."""

from __future__ import annotations

import re

_PIECE = r"(?:article|story|report|piece|page|item|post|caption|entry|headline|version|blog|dispatch|column)"
_LABELLED = (
    r"(?:corrections?|clarifications?|corrections?\s+and\s+clarifications?|correction\s+notice|amendment|erratum|errata"
    r"|rectificaci[oó]n|fe\s+de\s+erratas)\b[^:.\n]{0,40}(?:[:.–—\n-]|$)"
    r"|editor(?:['’]s|s['’]?|ial)?\s+note\b[^:.\n]{0,40}[:.–—-]"
)
_TELLING = (
    rf"(?:an\s+earlier|a\s+previous|the\s+original|the\s+first|earlier|previous)\s+versions?\s+of\s+(?:this|the|our)\b"
    rf"|this\s+{_PIECE}\s+(?:was|has\s+been|is)\s+(?:amended|corrected|updated|changed|revised|edited)\b"
    rf"|this\s+{_PIECE}\s+(?:corrects|clarifies|originally\s+(?:said|stated|gave))\b"
    rf"|(?:we\s+have|we['’]ve)\s+(?:amended|corrected)\s+(?:this|the|our|an?)\b"
    rf"|{_PIECE}\s+(?:amended|corrected)\s+(?:on|at)\b"
)
_NOTE = re.compile(rf"^\W*(?:{_LABELLED}|update\b[^:.\n]{{0,40}}[:.–—-]|{_TELLING})", re.I)
_ENTRY = re.compile(rf"^\W*(?:{_LABELLED}|{_TELLING})", re.I)


def is_correction(paragraph: str) -> bool:
    """Tell whether a paragraph is a note that mends what was published ("An earlier version of this article ...")."""
    return _NOTE.match(paragraph) is not None


def is_correcting_entry(words: str) -> bool:
    """Tell whether an entry mends another, by its words after the stamp; one headed "Update" does not."""
    return _ENTRY.match(words) is not None
