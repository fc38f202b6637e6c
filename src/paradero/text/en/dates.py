"""Time expressions in running English text, and what they say of the calendar."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from paradero.text.en.months import MONTH, MONTHS, WEEKDAY, WEEKDAYS
from paradero.text.en.number_words import number_heads
from paradero.text.en.time_resolution import is_impossible, resolve
from paradero.text.en.time_words import ADVERBS, CLOCK, DAYPART, FREQUENCY, HOLIDAYS, LEAD, LENGTH, POINTS
from paradero.text.wordlist import listed

__all__ = ["TimeKind", "TimeMention", "resolve", "times"]

TimeKind = Literal["calendar", "time", "duration", "relative", "frequency", "adverb", "event", "impossible"]


@dataclass(frozen=True, slots=True)
class TimeMention:
    """Words that say when or how long.

    Attributes:
        start, end: offsets in the text; the leading preposition is included ("in March").
        written: the exact words.
        kind: ``calendar`` (a day, month, year, weekday, "yesterday"), ``time`` (an hour alone), ``duration`` ("for two
            years"), ``relative`` ("two days later", "the next day": to something else in the text), ``frequency``
            ("twice a day"), ``adverb`` ("still", "now", "once"), ``event`` ("before the flight": where the
            phrase ends is a guess), ``impossible`` (31 February).
    """

    start: int
    end: int
    written: str
    kind: TimeKind


_POINT = "|".join(f"(?:{piece})" for piece in POINTS.values())
_JOIN = (
    r"(?:,?\s+(?:at|on|of|in|and|or|to|until|till|through|and\s+of)\s+(?:the\s+|about\s+"
    r"|around\s+)*|\s*[-–]\s*|,\s+(?:in\s+|on\s+)?|[ \t\u00a0]+)"
)
_HOUR = rf"(?:(?:{CLOCK})|(?:the\s+)?{DAYPART}|(?:[01]?\d|2[0-4])[.:][0-5]\d(?!\d|\.\d))"
_RELATIVE = (
    rf"(?:(?:{LENGTH}|later)\s+(?:later|earlier|afterwards|before|after)(?:\s+(?:that|then))?(?!\w)"
    r"|the\s+(?:next|same|following|previous|first|last|latter|other)\s+(?:\w+\s+)?(?:days?|nights?|weeks?|months?|years?|mornings?|evenings?|afternoons?|dates?|winter|summer|spring|autumn)(?!\w)"
    r"|(?:that|the\s+very)\s+(?:day|night|morning|evening|afternoon|week|month|year|weekend|winter|summer)(?!\w)"
    r"|the\s+(?:very\s+)?(?:same\s+)?(?:day|night|morning|evening|afternoon|week|month|year|weekend|winter|summer)(?=\s*[.,;:!?\"”)]|\s*\Z|\s+(?:he|she|they|it|the|after|before|of)\b))"
)
_NOT_MOVED = r"(?!\s+(?:later|earlier|before|after|ago|back)\b)"
_VAGUE = (
    r"(?:many\s+|several\s+)?(?:seconds|minutes|hours|days|weeks|months|years|decades"
    r"|centuries)(?!\w)(?:\s+on\s+end)?(?:\s+ago)?"
)
# Expressions with a core: a digit, a month, a weekday, a unit, a season, "today", ...
_CORED = re.compile(
    rf"""(?<![\w-])(?:
      (?P<frequency>{FREQUENCY})
    | (?P<lasting>for\s+(?:the\s+)?{LENGTH}(?!\s+(?:ago|back|later|earlier)\b))
    | (?P<calendar>(?>{LEAD})(?:{_HOUR}{_JOIN})?(?>{LEAD})(?:{_POINT})(?:{_JOIN}(?:{_POINT}|{_HOUR}|now(?!\w)))*)
    | (?P<duration>(?:(?:for|in|over|within|during|after|of|every)\s+)+(?:the\s+)?(?:{LENGTH}){_NOT_MOVED}
      |(?:the\s+)?(?!an?\s+(?:day|night|week|month|year|hour|minute)\b){LENGTH}{_NOT_MOVED}
      |(?:within\s+the|in\s+a\s+single)\s+(?:hour|day|week|month|year)(?!\w))
    | (?P<relative>{LEAD}(?:{_RELATIVE}))
    | (?P<time>(?>{LEAD})(?<=\s)(?:{_HOUR})(?:\s+(?:and|to)\s+{_HOUR})?|between\s+\d{{1,2}}\s+and\s+(?:{CLOCK})|{CLOCK})
    | (?P<long>(?:for|in|over|within|after|during|through)\s+{_VAGUE}|{_VAGUE}\s+ago)
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_STOP = (
    r"(?!(?:on|in|at|by|for|since|after|before|until|till|and|but|or|that|which|who|whom|when"
    r"|while|once|to|from|with)\b)"
)
_PLAIN = re.compile(
    rf"""(?<![\w-])(?:
      (?P<feast>{HOLIDAYS})
    | (?P<event>(?:before|after|until|till|since(?!\s+been)|during|by\s+the\s+time|when|while|pending
      |once(?=\s+(?:the|his|her|their|its|they|he|she|it|all)\b))(?:[^\S\n]+{_STOP}[^\s.,;:!?"“”()]+){{1,6}})
    | (?P<adverb>{ADVERBS}))""",
    re.IGNORECASE | re.VERBOSE,
)
_KIND: dict[str, TimeKind] = {
    "frequency": "frequency", "duration": "duration", "long": "duration", "lasting": "duration",
    "relative": "relative", "calendar": "calendar",
    "time": "time", "adverb": "adverb", "event": "event", "feast": "calendar",
}  # fmt: skip

_WORD = re.compile(r"(?<![\w’'])(?:\d+|['’](?=\d\d)|[A-Za-z]+)")
_CORES = frozenset(
    listed(
        """
    today yesterday tomorrow tonight overnight noon midday midnight dawn dusk spring summer autumn winter
    fall weekend hundred morning afternoon evening night mornings afternoons evenings nights hours hour
    seconds minute minutes day days week weeks weekends fortnight fortnights month months year years decade
    decades century centuries daily weekly nightly occasion occasions times quarter past lunchtime date
    dates later clock am pm mondays tuesdays wednesdays thursdays fridays saturdays sundays
    """
    )
) | frozenset((*MONTHS, *WEEKDAYS))
_HEADS = (
    frozenset(
        listed(
            """
    in on at by since from until till before after during over within between through throughout back around
    about as with ever up shortly just soon late early earlier later probably only a an the mid sometime
    starting for of every each last next this that past previous coming current following less more fewer
    close under nearly almost roughly approximately not several many some few half once twice first second
    third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
    sixteenth seventeenth eighteenth nineteenth twentieth thirtieth same other couple another good than
    least to long his her their its and even well little effect end beginning middle start eve small single
    odd opening closing final latter so then ago very whole full more
    """
        )
    )
    | number_heads()
)
_PLAIN_HEADS = frozenset(
    listed(
        """
    by for over at since before after until till on during when while once pending so ever all any as
    without in the that this next another same a now still already currently twice never then later earlier
    afterwards afterward eventually thereafter meanwhile recently immediately previously formerly finally
    throughout lately soon first little stage hour
    """
    )
)
_NAME_AFTER = re.compile(r"['’]?\s*(?-i:[A-Z][a-z]+)")
_PRESS = re.compile(
    r"\s+(?:Times|Mail|Telegraph|Express|Mirror|Independent|Herald|Post|School|Star|Night\s+Live|Massacre|Agreement|Group)\b"
)
_BARE_MONTH = re.compile(rf"{MONTH}(?:{_JOIN}{MONTH})*", re.IGNORECASE)
_BARE_DAY = re.compile(rf"{WEEKDAY}", re.IGNORECASE)
_BARE_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_PART_ALONE = re.compile(rf"(?!noon|midnight|midday)(?:the\s+)?{DAYPART}", re.IGNORECASE)
_FEAST = re.compile(r"(?:Super|Black|Good|Bloody|Ash|Palm|Maundy|Holy|Shrove)\s+\Z")
_OF_NOUN = re.compile(r"(?<![\w’'])[a-z]+\s+of\s+\Z")
_ACT_OF = re.compile(r"(?:[A-Z][\w’']+)\s+\Z")

# No pattern here looks further back; the rest of a long text is not copied for every stretch.
_BEFORE = 80


def times(text: str, start: int = 0, end: int | None = None) -> tuple[TimeMention, ...]:
    """Return the time expressions of a stretch in order; they do not overlap.

    Args:
        text: the whole text; offsets are those of the whole text, and words outside the stretch are not looked at.
        start, end: the stretch to look at.
    """
    before = max(0, start - _BEFORE)
    found = _times(text[before:end], start - before)
    return tuple(replace(one, start=one.start + before, end=one.end + before) for one in found) if before else found


def _times(text: str, start: int) -> tuple[TimeMention, ...]:
    found: list[TimeMention] = []
    reached = start
    for at in _openings(text, start):
        match = _match(text, at) if max(at, ~at) >= reached else None
        if match is None or match.lastgroup is None or not _is_time(text, match, start):
            continue
        written = match.group().rstrip()
        kind = _KIND[match.lastgroup]
        if kind == "calendar" and is_impossible(written):
            kind = "impossible"
        reached = match.start() + len(written)
        found.append(TimeMention(match.start(), reached, written, kind))
    return tuple(found)


def _openings(text: str, start: int) -> Iterator[int]:
    """Yield where an expression may begin.

    Words that may come before a core are held back until one follows; when none does, those that may begin an
    expression without a core are yielded as a negative number (``~place``). Places come in order.
    """
    held: list[tuple[int, str]] = []
    for match in _WORD.finditer(text, start):
        at, word = match.start(), match.group().lower()
        if word in _CORES or not word[0].isalpha():
            yield from (place for place, _ in held)
            yield at
            held.clear()
        elif word in _HEADS:
            held.append((at, word))
        else:
            yield from (~place for place, early in held if early in _PLAIN_HEADS)
            held.clear()
            if word in _PLAIN_HEADS:
                yield ~at
    yield from (~place for place, early in held if early in _PLAIN_HEADS)


def _match(text: str, at: int) -> re.Match[str] | None:
    if at < 0:
        return _PLAIN.match(text, ~at)
    return _CORED.match(text, at) or _PLAIN.match(text, at)


def _is_time(text: str, match: re.Match[str], floor: int) -> bool:
    """Refuse names ("June Smith", "Sunday Times", "the 1798 Act") and the verb in capitals ("THEY MAY GO")."""
    written, end = match.group(), match.end()
    if match.lastgroup != "calendar":
        return match.lastgroup != "time" or _PART_ALONE.fullmatch(written) is None
    if _PRESS.match(text, end):
        return False
    head = text[max(floor, match.start() - 24) : match.start()]
    if _BARE_YEAR.fullmatch(written):
        return _stands_alone(text, head, end)
    if _BARE_DAY.fullmatch(written):
        return not _FEAST.search(head) and (not _NAME_AFTER.match(text, end) or head.rstrip().endswith("ed"))
    if _BARE_MONTH.fullmatch(written):
        return _is_bare_month(text, written, head, end)
    return True


def _stands_alone(text: str, head: str, end: int) -> bool:
    """A bare year counts only between stops or brackets, as in a list or a fact box."""
    before, after = head.rstrip(" ")[-1:], text[end : end + 1]
    if _OF_NOUN.search(head):
        return True
    return (before == "" or before in "\n(,;:-–—") and (
        after == "" or after in "\n),;:.-–—" or text[end : end + 3] in (" - ", " – ")
    )


def _is_bare_month(text: str, written: str, head: str, end: int) -> bool:
    if re.search(r"\b(?:may|march|mar)\b", written, re.IGNORECASE):
        return False
    if written.isupper() and len(written) > 3 and head.isupper():
        return True
    return not _NAME_AFTER.match(text, end) and not _ACT_OF.search(head)
