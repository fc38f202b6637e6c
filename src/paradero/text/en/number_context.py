"""What stands around an English number: operator words before and after it, and what kind of number they make it."""

from __future__ import annotations

import re
from typing import Literal

from paradero.model import Operator
from paradero.text.en.months import MONTH
from paradero.text.en.number_words import NUMBER_WORDS
from paradero.text.wordlist import listed

NumberKind = Literal[
    "count", "percent", "money", "age", "year", "date", "time", "duration", "ordinal", "reference", "measure"
]  # fmt: skip

_OPERATORS: dict[Operator, str] = {
    ">": r"(?:(?:just|well|slightly|far|a little)\s+)?(?:more than|over|above|in excess of|exceeding|north of)",
    ">=": r"at least|(?:no|not) (?:fewer|less) than|a minimum of|upwards? of|at the very least",
    "<=": r"up to|at most|(?:no|not) more than|as many as|a maximum of|at the most",
    "<": r"(?:(?:just|well|slightly|far|a little)\s+)?(?:fewer than|less than|under|below)",
    "~": r"about|around|some|nearly|almost|roughly|approximately|close to"
    r"|(?:a number )?near(?:er)? to|(?:an )?estimated|circa"
    r"|c\.|ca\.|perhaps|maybe|possibly|in the region of|in the order of|something like|an average of|give or take",
}
_BEFORE = re.compile(
    r"(?<!\w)(?:"
    + "|".join(f"(?P<op{i}>{words.replace(' ', chr(92) + 's+')})" for i, words in enumerate(_OPERATORS.values()))
    + r")\s+(?:(?:the|a|an|another|its|their|some)\s+)?\Z",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?P<least>\+|,?\s+(?:or|maybe|perhaps|possibly)\s+more\b|(?:\s+|-)plus\b(?!\s+(?:an?|the|his|her|its|their|another|more|\d)))|(?P<most>\s+or\s+(?:fewer|less)\b)"
    r"|(?P<some>\s+or\s+so\b|-odd\b|-ish\b)",
    re.IGNORECASE,
)
_LAST_WORDS = frozenset(
    listed(
        """
    than over above excess of exceeding least upward upwards to most as under below about around some nearly
    almost roughly approximately estimated circa c. ca. perhaps maybe possibly like take the a an another
    its their
    """
    )
)  # what an operator may end with; most numbers have no operator, and this look spares them the search
_SUFFIX: dict[str, Operator] = {"least": ">=", "most": "<=", "some": "~"}
_ORDER: tuple[Operator, ...] = tuple(_OPERATORS)


def operator_before(text: str, at: int) -> tuple[Operator, int] | None:
    """Return the operator that the words before a number say, and where these words start."""
    low = max(0, at - 44)
    words = text[low:at].lower().split()
    if not words or words[-1] not in _LAST_WORDS:
        return None
    match = _BEFORE.search(text[low:at])
    if match is None or match.lastgroup is None:
        return None
    return _ORDER[int(match.lastgroup[2:])], low + match.start()


def operator_after(text: str, at: int) -> tuple[Operator, int] | None:
    """Return the operator that the words after a number say ("or so", "or more"), and where these words end."""
    match = _AFTER.match(text, at)
    return None if match is None or match.lastgroup is None else (_SUFFIX[match.lastgroup], match.end())


_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_CURRENCY = (
    "dollars?|euros?|pounds?|pesos?|rupees?|roubles?|rubles?|francs?|marks|bolivars?|quid"
    "|cents?|pence|riyals?|dinars?|naira|USD|EUR|GBP"
)
_UNIT = (
    "km|kms|kilomet(?:re|er)s?|miles?|met(?:re|er)s?|cm|mm|feet|foot|ft|inch(?:es)?|yards?|acres?|hectares?|kg|kilos?|kilograms?"
    "|grams?|tons?|tonnes?|lbs?|lit(?:re|er)s?|gallons?|barrels?|degrees|knots|mph|kph|bags?|sacks?|points?|goals?|runs"
    "|times|occasions|o['’]clock|calib(?:re|er)|megawatts|volts|copies|pages"
)
_SPAN = (
    "seconds?|minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|weekends?|fortnights?|months?"
    "|years?|yrs?|decades?|centur(?:y|ies)"
)
_KIND_AFTER = re.compile(
    rf"""(?P<percent>\s?%|\s?per\s?cent\b|\s+percentage\s+points?)
    |(?P<money>\s?[€£$]|\s?(?:(?:US|Canadian|Australian|million|billion)\s+)?(?:{_CURRENCY})\b)
    |(?P<age>(?:[-\s]+(?:and[-\s]a[-\s]half[-\s])?(?:years?|months?))[-\s]+(?:olds?|of\s+age)\b)
    |(?P<date>(?:st|nd|rd|th)?(?:\s*(?:,|and|or|to|[-–]|until|till|through)\s*{_DAY}){{0,4}}\s+(?:of\s+)?{MONTH}
      |(?:[/.-]\d{{1,2}}[/.-]\d{{2,4}})\b)
    |(?P<time>:\d\d|\s?(?:[ap]\.?m\b|GMT\b|o['’]clock\b|LOCAL\b)|(?<=\d\d\d\d)\s?h(?:ou)?rs\b)
    |(?P<ordinal>(?:st|nd|rd|th)\b|s\b|-(?:first|second|third|(?:four|fif|six|seven|eigh|nin)th)\b)
    |(?P<duration>(?:\s+and\s+a\s+half|½)?(?:-|\s+|-odd\s+|\s+or\s+so\s+)(?:(?:more|further|full|whole|straight|consecutive|long|working|calendar|hard|odd)\s+)*
      (?:{_SPAN})\b)
    |(?P<measure>½|\s?-?(?:{_UNIT})\b|[-\s](?:thirds?|quarters?|fifths?)\b|-(?!for-|man\b|member\b|person\b|strong\b|odd\b|{NUMBER_WORDS}|plus\b)[^\W\d])
    |(?P<reference>[-–/]\d|[^\W\d_])""",
    re.IGNORECASE | re.VERBOSE,
)
_REFERENCE = (
    "articles?|arts?\\.|sections?|secs?\\.|no|nos?\\.|n[º°o]\\.?|nr\\.?|number|laws?|act|resolutions?|flights?|rooms?|cells?|blocks?|wards?|pages?|pp?\\."
    "|paras?\\.?|paragraphs?|chapters?|cases?|files?|clauses?|rules?|bulletins?|decrees?|orders?|items?|annex|tables?|figures?|fig\\.|route|highway"
    "|channel|gate|bill|units?|lines?|volume|vol\\.|issue|part|phase|stage|step|day|week|year|lot|category|group|tier|level|appendix|exhibit|form|boeing|airbus"
    "|questions?|q|camp|barracks|hut|pavilion|module|sector|zone|area|district|page|mess|zip|tel\\.?|telephone|call"
)
_KIND_BEFORE = re.compile(
    rf"""(?P<money>(?:[$£€¥]|\b(?:Rs|USD|EUR|GBP)\.?)\s?)\Z
    |(?P<age>\b(?:aged?|ages|turned|turns|turning)\s+(?:(?:about|between|from|over|under|nearly|only|just|\w+\s+(?:to|and))\s+)?)\Z
    |(?P<date>{MONTH},?\s+(?:the\s+)?(?:{_DAY}\s*(?:and|or|to|[-–,])\s*){{0,4}}|\d/)\Z
    |(?P<time>\d:)\Z
    |(?P<year>['’‘])\Z
    |(?P<reference>(?<!\w)(?:{_REFERENCE})\s+(?:[A-Z]{{0,3}}-?)|[^\W\d]-|[#§@º°+/]\s?|\d[-–/.]|\d\s(?=\Z))\Z""",
    re.IGNORECASE | re.VERBOSE,
)
_AGE_BEFORE = re.compile(r"[A-Z][\w.’'-]*\)?\s?[,(]\s?\Z")
_AGE_AFTER = re.compile(r"\s*(?:[,;.)]|\Z)(?!\d)")
# "A boy of 12 was kept", and not "a crew of 21 was released".
_AGE_OF = re.compile(
    r"(?<!\w)(?:an?|another|one)\s+(?:[\w-]+\s+){0,2}?(?!(?:group|crew|party|total|number|convoy|team|family|force|class"
    r"|gang|list|tally|batch|contingent|population|maximum|minimum|average|majority|fleet|pack|set|band|delegation|unit"
    r"|score|column|toll|figure|couple|pair|dozen|third|quarter|half)\s)[\w-]+\s+of\s+\Z",
    re.IGNORECASE,
)
_AGE_OF_AFTER = re.compile(r"(?:\s*[,.;:)]|\s+(?:was|is|has|had|who|from|told|said|with|and)\b|\s*\Z)")
_DAY_FIRST = re.compile(rf"\d(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH},?\s+\Z", re.IGNORECASE)
_WAS = re.compile(r"(?<!\w)(?:was|is|were|are|be|only|just|barely)\s+\Z")
_WHEN = re.compile(r"\s+(?:when|at\s+the\s+time)\b")
_AT = re.compile(r"(?<!\w)(?<!stood )(?<!stands )(?<!put )at\s+(?:about\s+|around\s+)?\Z", re.IGNORECASE)
_UNDER = re.compile(
    r"\b(?:those|anyone|everyone|children|child|people|persons?|men|women|boys|girls|youths?|minors|adults|all|both)"
    r"\s+(?:aged\s+)?(?:over|under|above|below)\s+\Z",
    re.IGNORECASE,
)
_LEADS_LINE = re.compile(r"(?:\A|\n)[ \t(]*\Z")
_ENUMERATES = re.compile(r"(?:[.)](?:\s|\Z)|/\s)")
_PEOPLE = re.compile(
    r"\s+(?:\w+\s+)?(?:people|persons|men|women|boys|girls|prisoners|detainees|captives|hostages|migrants|soldiers|names"
    r"|civilians|refugees|inmates|cases|bodies|fighters|troops|deportees|of\s+(?:them|us|the)|were|others|more)\b",
    re.IGNORECASE,
)


def kind_of(text: str, start: int, end: int, value: int | float) -> NumberKind:
    """Tell what kind of number stands at a place, from the words around it; ``count`` unless they say otherwise."""
    head = text[max(0, start - 32) : start]
    before = _KIND_BEFORE.search(head)
    if (
        before is not None
        and before.lastgroup == "date"
        and not _fits_calendar(text, start, end, value, before.group())
    ):
        before = None
    if before is not None and before.lastgroup in ("money", "time"):
        return _named(before.lastgroup)
    after = _KIND_AFTER.match(text, end)
    if after is not None and not (before is not None and before.lastgroup == "date"):
        return _named(after.lastgroup)
    if before is not None:
        return _named(before.lastgroup)
    return _kind_by_shape(text, start, end, value, head)


def _fits_calendar(text: str, start: int, end: int, value: int | float, month: str) -> bool:
    """Whether a number after a month can be its day or year; "in March 28 men were flown" has neither."""
    if _PEOPLE.match(text, end):
        return False
    if not text[start].isdigit():
        return 32 <= value <= 99
    if month.endswith("/") or 1500 <= value <= 2100:
        return True
    return 1 <= value <= 31 and _DAY_FIRST.search(text[max(0, start - 24) : start]) is None


def _kind_by_shape(text: str, start: int, end: int, value: int | float, head: str) -> NumberKind:
    if text[start].isdigit():
        if end - start == 4 and 1500 <= value <= 2100 and not _PEOPLE.match(text, end):
            return "year"
        if _LEADS_LINE.search(head) and value < 100 and _ENUMERATES.match(text, end):
            return "reference"
        if value <= 110 and _AGE_BEFORE.search(head) and _AGE_AFTER.match(text, end):
            return "age"
        if isinstance(value, float) or text[start] == "0":
            return "measure"
    if value <= 110 and _AGE_OF.search(text[max(0, start - 48) : start]) and _AGE_OF_AFTER.match(text, end):
        return "age"
    if value <= 110 and (_UNDER.search(head) or (_WAS.search(head) and _WHEN.match(text, end))):
        return "age"
    if value <= 12 and _AT.search(head) and _AGE_AFTER.match(text, end):
        return "time"
    return "count"


def _named(group: str | None) -> NumberKind:
    return _KINDS[group or "count"]


_KINDS: dict[str, NumberKind] = {
    kind: kind
    for kind in (
        "count", "percent", "money", "age", "year", "date", "time", "duration", "ordinal", "reference", "measure"
    )
}  # fmt: skip
