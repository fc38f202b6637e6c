"""Lines: bylines, datelines, labels and bullets, told by the shape of one line."""

from __future__ import annotations

import re

from paradero.intake.captions import ends_sentence

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?"
    r"|dec(?:ember)?|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)\.?"
)
_WEEKDAY = (
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
    r"|lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo"
)
_CLOCK = r"\d{1,2}[.:h]\d{2}(?:\s?[ap]\.?\s?m\.?)?(?:\s?(?:GMT|BST|CES?T|E[SD]?T|UTC|local))?"
_TOKENS = re.compile(
    rf"\b(?:{_MONTH}|{_WEEKDAY}|{_CLOCK}|\d{{6}}Z|\d{{1,2}}/\d{{1,2}}/\d{{2,4}}|\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}(?:st|nd|rd|th)?|\d{{4}}"
    r"|[ap]\.?m\.?|updated|published|posted|first|last|at|on|of|de|del|el|GMT|BST|CET|EST|UTC|ago|edition)(?!\w)",
    re.I,
)
_A_DATE = re.compile(
    rf"\b(?:{_MONTH}|{_WEEKDAY}|{_CLOCK}|\d{{6}}Z|\d{{1,2}}/\d{{1,2}}/\d{{2,4}}|\d{{4}}-\d{{2}}-\d{{2}})(?!\w)", re.I
)
_PLACE = r"[A-ZÀ-Þ][\w.'’À-ÿ-]*"
_PLACES = rf"{_PLACE}(?:(?:\s+|/|\s+(?:and|y)\s+)(?:(?:de|del|la|el)\s+)?{_PLACE}){{0,3}}"
_DAY = rf"(?:(?:{_WEEKDAY}),?\s+)?(?:{_MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+(?:de\s+)?{_MONTH})(?:,?\s+(?:de\s+)?\d{{4}})?"
_DATELINE = re.compile(
    rf"(?:{_PLACES}(?:,\s+{_PLACES})?(?:,\s*(?:(?i:{_DAY})))?(?:\s*\([^()\n]{{2,40}}\))?\.?\s*(?:\s[-–—]|[–—])\s+"
    rf"|{_PLACES},\s*(?i:{_DAY})(?:\s*\([^()\n]{{2,40}}\))?(?:\.\s*(?:[-–—]\s*)?|:\s+))(?=[\"“‘«'A-ZÀ-Þ\d])"
)
_BYLINE = re.compile(
    r"^(?:(?i:(?:text|words|story|reported|written|analysis)\s+by|by|por))\s+"
    r"(?:(?!(?:[A-Z]+\s+)*(?i:hand|email|mail|order|decree)\b)[A-ZÀ-Þ][\w.'’-]*|(?i:our|a\s+staff|staff|the)\b)"
)
_CORRESPONDENT = re.compile(r"\b(?:correspondents?|staff\s+(?:reporters?|writers?)|corresponsal)\b", re.I)
_HANDLE = re.compile(r"(?:^|[\s(])@\w{2,}")
_TELEGRAM = re.compile(
    r"^(?:(?:FM|FROM|TO|NR|INFO|DE|ZCZC)\b[^a-z]*|(?:[A-Z]+\s+)*(?:PRESS|URGENT|FLASH|COLLECT|RESTRICTED|SECRET|IMMEDIATE)"
    r"\s+(?:PRESS|URGENT|FLASH|COLLECT|RESTRICTED|SECRET|IMMEDIATE)\b[^a-z]*)$"
)
_BULLET = re.compile(r"^(?:[•·▪◦*↳]|[-–—]\s|\(?\d{1,3}(?:[.)/]|\.\d+)\s|\(?[a-z][.)]\s)")
_LABEL = re.compile(r"^(?:@\w+|[A-ZÀ-Þ][^:!?\n]{0,60}?)(?:\s*\([^)]*\))*:\s")
_INITIALS = re.compile(r"(?:\b[A-Z]\.){2,}$")
_LONGEST = 14  # words


def is_byline(line: str) -> bool:
    """Tell whether a line names the author ("By Marla Yutzy, The Record", "Special Correspondent | Delhi")."""
    if len(line.split()) > _LONGEST or ends_sentence(line):
        return False
    return bool(_BYLINE.match(line) or _CORRESPONDENT.search(line)) or is_handle(line)


def is_handle(line: str) -> bool:
    """Tell whether a line is the author's line of a post ("Roya Azimi @royaazimi_ · 2h")."""
    return len(line.split()) <= 10 and _HANDLE.search(line) is not None and not ends_sentence(line) and ":" not in line


def is_dateline(line: str) -> bool:
    """Tell whether a line holds a day or an hour and at most a place beside it, or heads a telegram."""
    if len(line.split()) > _LONGEST or len(line) > 120:
        return False
    if _TELEGRAM.match(line):
        return True
    if not has_date(line) or re.search(r"\bof\s+\d", line, re.I):
        return False
    rest = re.sub(r"[^\w\s]", " ", _TOKENS.sub(" ", line)).split()
    return len(rest) <= 4 and all(word[0].isupper() for word in rest)


def has_date(line: str) -> bool:
    """Tell whether a line holds a day or an hour with its number."""
    return _A_DATE.search(line) is not None and any(c.isdigit() for c in line)


def dateline_before(paragraph: str) -> int:
    """Return the length of the dateline set before the first sentence of a paragraph ("GENEVA, Nov. 29 - "), or 0."""
    match = _DATELINE.match(paragraph)
    if match is None or match.end() > 90 or len(match[0].split()) > _LONGEST:
        return 0
    return len(match[0].rstrip())


def is_item(line: str) -> bool:
    """Tell whether a line begins with a bullet or a number of a list."""
    return _BULLET.match(line) is not None


def is_turn(line: str) -> bool:
    """Tell whether a line begins with a label and a colon, as a transcript's turn does."""
    return _LABEL.match(line) is not None


def is_running(paragraph: str) -> bool:
    """Tell whether a paragraph is running text rather than a title: sentences, or too long for a title."""
    words = len(paragraph.split())
    if words > 28 or (paragraph[-1] == ":" and words > 6):
        return True
    if re.search(r"(?:\.|…|\bSTOP)[\"”’»')\]*]*$", paragraph) is not None:
        return (words >= 4 and _INITIALS.search(paragraph) is None) or words >= 6 or is_item(paragraph)
    if re.search(r"[a-zà-ÿ\d][.!?][\"”’»')]*\s+[\"“‘«(]?[A-ZÀ-Þ]", paragraph) is not None:
        return words >= 14
    return is_item(paragraph) and words >= 8
