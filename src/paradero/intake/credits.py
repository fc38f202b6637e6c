"""Credits: whose a picture is and through whom it came, at the end of a caption or on a line of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass

AGENCIES = (
    r"Thomson\s+Reuters|Reuters|REUTERS|Associated\s+Press|AP|Agence\s+France-Presse|AFP|EPA(?:-EFE)?|EFE|Getty(?:\s+Images)?|TASS"
    r"|Xinhua|Anadolu(?:\s+Agency)?|DPA|ANSA|PA(?:\s+(?:Wire|Media))?|Press\s+Association|Bloomberg|Shutterstock|ZUMA|Alamy"
    r"|UPI|Kyodo|Yonhap|PTI|ANI|Ukrinform|Interfax|RIA\s+Novosti|Sputnik|Magnum(?:\s+Photos)?|NurPhoto|Europa\s+Press"
    r"|Belga|ANP|NTB|Keystone|LUSA|Notimex|Cuartoscuro|SANA|IRNA|WAM|Rex\s+Features|SOPA\s+Images|Wikimedia(?:\s+Commons)?"
)
_LABEL = (
    r"(?:AP\s+Photo(?=\s*/)|(?:file\s+|lead\s+)?(?:photo(?:graph)?s?|pictures?|pics?|images?|drawings?|illustrations?|graphics?|video|still"
    r"|foto(?:graf[ií]a)?s?|im[aá]gen(?:es)?)(?:\s+(?:credit|cr[eé]dito))?|credits?|cr[eé]ditos?)"
)
_LABELLED = rf"(?:image\s+source\s*[,:]|{_LABEL}\s*(?::|\bby\b|/|\bcourtesy\s+of\b|\bcortes[ií]a\s+de\b|\bde\b))\s*"
_HANDED = r"(?:hand-?outs?|pool|agency\s+pool|courtesy\s+of|cortes[ií]a|via\s+\S|v[ií]a\s+\S)"
_NAMES = r"[A-ZÀ-Þ][\w.'’-]*(?:\s+(?:de|del|la|van|von|al|of|the)?\s*[A-ZÀ-Þ][\w.'’-]*){0,3}"

_BRACKETED = re.compile(r"[(\[]([^()\[\]]{2,140})[)\]]?[.\s]*\]?$")
_AFTER_DASH = re.compile(r"(?:(?<=\s)[-–—|•]|[-–—|](?=\s))\s*([^–—|\n]{2,140})$")
_AFTER_STOP = re.compile(rf"(?:(?<=[.!?\"”’|–—-])|(?<=\w))\s+((?i:{_LABELLED})[^\n]{{2,110}}?)\]?\.?$")
# "... in May. EPA/NAVY OF ALBA HANDOUT", "... in May. Li Wen/AFP via Getty Images": an agency on one side of a slash.
_SLASHED = re.compile(
    rf"(?<=[.!?\"”’])\s+((?:(?:{AGENCIES})\s*/\s*[A-ZÀ-Þ][^\n.;]{{1,60}}"
    rf"|{_NAMES}\s*/\s*(?:{AGENCIES})(?:\s+via\s+(?:{AGENCIES}))?))\.?$"
)
_COPYRIGHT = re.compile(r"(?<=\s)(©\s*[^\n]{2,90})$")
_IS_CREDIT = re.compile(
    rf"^(?:(?i:{_LABELLED})\S|(?i:{_HANDED})|©\s*\S|(?:{AGENCIES})(?:\s*[/,]\s*\S[^.]{{1,60}})?$)"
    rf"|^(?!(?i:which|who|that|and|but|or)\b)[^.;]*\b(?:via|vía)\s+[A-ZÀ-Þ]|/\s*(?:{AGENCIES}|(?i:hand-?out|pool|private|file))\b|^{_NAMES}/{_NAMES}$"
)
_STRIPPED = re.compile(rf"^[\W_]*(?:(?i:{_LABELLED})|(?i:courtesy\s+of|cortes[ií]a\s+de)\s+|©\s*(?:\d{{4}}\s+)?)")
# Words after a slash that are no agency: how the picture was let go, not through whom it came.
_NO_RELAY = re.compile(r"^(?:private|public\s+domain|file|archive|archivo|hand-?out)$", re.I)
_HANDOUT = re.compile(r"^(?:hand-?out|pool)\s*/\s*", re.I)
_HANDED_OUT = re.compile(r"\s+hand-?out$", re.I)
_VIA = re.compile(r"[\s,]+v[ií]a\s+", re.I)


_REACH = 170  # characters; no credit is longer


@dataclass(frozen=True, slots=True)
class Credit:
    """A credit at the end of a stretch: where it begins (its dash or bracket included), whose, and through whom."""

    start: int
    credit: str
    relay: str


def credit_at_end(paragraph: str) -> Credit | None:
    """Find the credit that ends a paragraph, or that is the whole of it; None when there is none."""
    whole = paragraph.strip()
    if len(whole.split()) <= 14 and _IS_CREDIT.search(whole.strip("()[]")) and not _has_verb(whole):
        bare = whole.strip("()[] ")
        if _starts_as_credit(bare):
            return _made(paragraph.index(whole), bare)
    for pattern in (_BRACKETED, _AFTER_STOP, _SLASHED, _AFTER_DASH, _COPYRIGHT):
        match = pattern.search(paragraph, max(0, len(paragraph) - _REACH))
        if match is not None and _is_credit(match[1], pattern):
            return _made(len(paragraph[: match.start()].rstrip(" |–—-•")), match[1])
    return None


def who_and_relay(written: str) -> tuple[str, str]:
    """Part a credit into whose the picture is and the agency it came through, both as written.

    "X via AP", "X/AP" and "AP/X HANDOUT" give ("X", "AP"); "Photo: X" gives ("X", ""); "Handout/X" gives ("X", "").
    """
    bare = written.strip().strip("()[] .")
    relay = ""
    if re.match(r"AP\s+Photo\s*/", bare):
        bare, relay = bare.split("/", 1)[1], "AP"
    bare = _HANDOUT.sub("", _STRIPPED.sub("", bare)).split(";")[0].strip()
    bare = re.sub(r",\s*(?:file|pool)$", "", bare, flags=re.I)
    if _VIA.search(bare):
        bare, relay = _VIA.split(bare, maxsplit=1)
    elif "/" in bare:
        bare, relay = (side.strip() for side in bare.split("/", 1))
        if re.fullmatch(AGENCIES, bare) and not re.match(AGENCIES, relay):  # "EPA/NAVY OF ALBA HANDOUT"
            bare, relay = _HANDED_OUT.sub("", relay), bare
    return bare.strip(), "" if _NO_RELAY.match(relay) else relay.strip()


def _made(start: int, written: str) -> Credit:
    return Credit(start, *who_and_relay(written))


def _is_credit(written: str, pattern: re.Pattern[str]) -> bool:
    if pattern is _AFTER_STOP or pattern is _COPYRIGHT:
        return len(written.split()) <= 16
    return len(written.split()) <= 16 and _IS_CREDIT.search(written) is not None and not _has_verb(written)


def _starts_as_credit(bare: str) -> bool:
    """A line that is a credit and nothing else begins with its label, an agency or a name before a slash."""
    match = re.match(rf"(?i:{_LABELLED}|courtesy\s+of\b|hand-?out\b|©)|(?:{AGENCIES})\b|{_NAMES}\s*(?:/|\bvia\b)", bare)
    return match is not None


def _has_verb(written: str) -> bool:
    return (
        re.search(r"\b(?:was|were|is|are|has|have|had|said|says|told|wave|waves|stands?|hugs?)\b", written) is not None
    )
