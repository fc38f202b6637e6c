"""Passing on: the relay through whom words come, and the channel where they were said."""

from __future__ import annotations

import re

_MADE = (
    "(?:post|statement|letter|interview|speech|address|video|message|tweet|thread|article|book|memo|report|filing|"
    "briefing|broadcast|communiqu[eé]|declaration|affidavit|press conference|news conference|press release|phone call|"
    "telephone call|text message|voice message|podcast|blog)"
)
_IN = re.compile(
    rf"\b(?:in|via|through|at|during|on) ((?:an?|the|his|her|its|their)\s+(?:[\w’'-]+\s+){{0,3}}?{_MADE}"
    r"(?:\s+(?:on|to|with|for)\s+(?:the\s+)?[A-Z][\w’'.-]*(?:\s+[A-Z][\w’'.-]*)*)?)\b"
)
_ON = re.compile(
    r"\b(?:on|over|via) ((?:social media|state (?:television|radio|TV)|national television|television|the radio|"
    r"the phone|X|Twitter|Facebook|Telegram|Instagram|Truth Social|WhatsApp|YouTube|TikTok)\b)"
)
_TOLD = re.compile(
    r"\b(?:told|tells|telling|informed) ((?:reporters|journalists|the press|the media|[\w ]{0,20}reporters)\b"
    r"|(?:the\s+)?[A-Z][\w’'.-]*(?:\s+[A-Z][\w’'.-]*){0,4}(?:\s+(?:newspaper|television|radio|news agency))?)"
)
_CITING = re.compile(r"\b(?:citing|quoting)\s+")
_MEDIA = re.compile(
    r"reporters|journalists|press|media|newspaper|television|radio|agency|News|Times|Post|Herald|Press|Reuters|AFP|AP\b|EFE|"
    r"TASS|Interfax|Xinhua|BBC|CNN|NPR|Guardian|Telegraph|Tribune|Journal|Jazeera|TV|Radio|Daily|Gazette|Mail|Agencia|Anadolu"
)


def channel(text: str, start: int, end: int) -> str:
    """Return where something was said ("a post on X", "reporters"), as written, or "".

    Args:
        text: the whole text.
        start, end: the words around the cue: from the source to the content.
    """
    around = text[start:end]
    for pattern in (_IN, _ON):
        found = pattern.search(around)
        if found is not None:
            return " ".join(found[1].split())
    told = _TOLD.search(text, start, min(len(text), end + 60))
    if told is not None and told.start() < end and _MEDIA.search(told[1]):
        return " ".join(told[1].split())
    return ""


def cited(text: str, start: int, end: int) -> int | None:
    """Return where the one begins whom a report cites ("the agency said, citing officials"), or None."""
    found = _CITING.search(text, start, end)
    return None if found is None else found.end()
