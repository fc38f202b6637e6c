"""English expressions of time, piece by piece: points of the calendar, hours, lengths, and the words that lead them in.

Every piece is a fragment for expressions compiled with IGNORECASE and has no capturing group, so that ``dates`` can
chain pieces and ``time_points`` can tell them apart.
"""

from __future__ import annotations

from paradero.text.en.months import MONTH, WEEKDAY, WEEKDAYS_PLURAL
from paradero.text.en.number_words import SMALL_WORDS

YEAR = r"(?:1[5-9]|20)\d\d(?![\d,]\d|\w)"
DAY = r"(?:0?[1-9]|[12]\d|3\d)(?:st|nd|rd|th)?(?![\w:]|,\d|\.\d)"
_ORDINAL = (
    r"(?:(?:(?:twenty|thirty)-)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|tenth|eleventh|twelfth"
    r"|(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth|thirtieth)(?!\w)"
)
_DAYS = rf"{DAY}(?:\s*(?:,|and|or|to|[-–]|until|till)\s*{DAY}){{0,4}}"
_NOT_PEOPLE = (
    r"(?!\s+(?:people|men|women|prisoners|detainees|soldiers|of\s+(?:them|us|the)|were"
    r"|others|more|\w+s\s+(?:were|had)))"
)
DAYPART = (
    r"(?:(?:early|late)\s+)?(?:mornings?|afternoons?|evenings?|nights?|noon|midday|midnight|dawn|dusk|lunchtime)(?!\w)"
)
_ZONE = r"(?:\s?(?:GMT|BST|EST|EDT|CST|CDT|PST|PDT|CET|CEST|EET|UTC|MSK|Z|ET|hrs|hours|local(?:\s+time)?)(?!\w))?"
_HALF_DAY = r"(?:[ap]\.\s?m\.?|[ap]m)(?!\w)"
CLOCK = (
    rf"(?:[01]?\d|2[0-4]):[0-5]\d(?!\d)(?:\s?{_HALF_DAY})?{_ZONE}|(?:[01]?\d|2[0-4])\.[0-5]\d\s?{_HALF_DAY}{_ZONE}"
    rf"|(?:[01]?\d)\s?{_HALF_DAY}{_ZONE}|{SMALL_WORDS}\s+{_HALF_DAY}|\d{{4}}\s?(?:hrs|hours|local|GMT|UTC|Z)(?!\w)"
    rf"|(?:\d{{1,2}}|{SMALL_WORDS})\s+o['’]clock|(?:half|(?:a\s+)?quarter|{SMALL_WORDS})\s+(?:past|to)\s+{SMALL_WORDS}(?=\W)"
    rf"|(?:{SMALL_WORDS})\s+in\s+the\s+(?:morning|afternoon|evening)"
)
_SAID_YEAR = (
    rf"(?:{YEAR}|['’]\d\d(?!\w)|(?:of\s+)?(?:last|this|next|that|the\s+same|the\s+previous"
    rf"|the\s+following)\s+year|last(?=\W|\Z)(?!\s+(?:week|month)))"
)
_PART_OF = (
    r"(?:(?:early|late|mid|the\s+(?:end|beginning|start|middle)\s+of|the\s+(?:first|second|last|early|final|opening|closing)"
    r"\s+(?:days|weeks?|half|months|quarter)\s+of|the\s+early\s+hours\s+of)(?:\s+|-)(?:(?:in|on)\s+)?(?:mid-)?)?"
)
_WHICH = r"(?:(?:last|next|this|that(?:\s+first)?|the(?:\s+(?:following|same|previous|next|next))?)\s+)?"
_SEASON = r"(?:spring|summer|autumn|winter|(?<=the )fall)(?!\w)"
UNIT = (
    r"(?:seconds|minutes?|hours?|days?|nights?|weeks?|weekends?|fortnights?|months?|years?"
    r"|decades?|centur(?:y|ies))(?!\w)"
)
APPROX = (
    r"(?:(?:just|well|a\s+little)\s+)?(?:more\s+than|less\s+than|fewer\s+than|at\s+least|up\s+to|as\s+long\s+as|close\s+to|over|under|about|around|some|nearly"
    r"|almost|roughly|approximately|only|another|[“\"]almost|[“\"]about)\s+"
)
COUNT = (
    rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,4}}|(?:{SMALL_WORDS})(?:[- ]odd)?|(?:a\s+|one\s+)?hundred"
    rf"|ninety|half\s+an?|an?|one\s+and\s+a\s+half"
    r"|several|many|(?:the\s+)?(?:first|last|next|past)\s+(?:few|\w+)|a\s+(?:good\s+)?few|a\s+couple(?:\s+of)?|some|some\s+few|few)"
)
LENGTH = (
    rf"(?:{APPROX})?{COUNT}(?:\s+and\s+a\s+half|½)?(?:\s+|-)(?:(?:more|full|whole|straight|long|consecutive|hard|further)\s+)*{UNIT}"
    r"(?!\s+old|-old|\s+of\s+age)(?:\s+on\s+end)?"
)

# The points of the calendar, in the order in which they must be tried.
POINTS: dict[str, str] = {
    "iso": r"\d{4}-(?:0\d|1[0-2])-[0-3]\d(?!\d)",
    "numeric": r"\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})(?!\d|\.\d)",
    "date": rf"(?:{WEEKDAY},?\s+)?(?:the\s+)?(?:{_DAYS}\s+(?:of\s+)?{MONTH}(?:,?\s+{_SAID_YEAR})?"
    rf"|{_ORDINAL}\s+(?:of\s+)?{MONTH}(?:,?\s+{_SAID_YEAR})?"
    rf"|{MONTH}\s+(?:the\s+)?{_DAYS}{_NOT_PEOPLE}(?:,?\s+{_SAID_YEAR})?)",
    "ago": rf"(?:{APPROX})?(?:{COUNT}\s+)?{UNIT}\s+(?:ago|back)(?!\w)",
    "relday": rf"the\s+day\s+(?:before\s+yesterday|after\s+tomorrow)|(?:(?:early|earlier|late"
    rf"|later)\s+)?(?:today|yesterday|tomorrow|tonight)"
    rf"(?!\w)(?:\s+{DAYPART})?|last\s+night|(?:(?:early|earlier|late|later)\s+)?this\s+(?:morning|afternoon|evening)(?!\w)|overnight(?!\w)",
    "month": rf"{_PART_OF}{_WHICH}{MONTH}(?:,?\s+(?:of\s+)?{_SAID_YEAR})?",
    "weekday": rf"(?:(?:early|late|the\s+(?:early"
    rf"|small)\s+hours\s+of)\s+(?:on\s+)?)?{_WHICH}{WEEKDAY}(?:\s+{DAYPART})?",
    "period": rf"{_PART_OF}(?:the\s+)?(?:last|this|next|past|previous|coming|current)\s+(?:week|month"
    rf"|year|weekend|decade|century|{_SEASON})(?!\w)"
    r"(?!\s+of)|the\s+(?:\w+\s+half\s+of\s+the\s+year|weekend|year(?=\s*[.,;]))(?!\w)",
    "season": rf"{_PART_OF}(?:(?:the|that(?:\s+first)?|early|late)\s+)*{_SEASON}(?:\s+of\s+{YEAR}|\s+{YEAR})?",
    "decade": r"the\s+(?:(?:early|mid|late)[\s-])?(?:(?:1[5-9]|20)\d0|['’]\d0)s(?!\w)",
    "year": rf"{_PART_OF}(?:the\s+year\s+)?(?:{YEAR}(?:[-–]\d\d(?:\d\d)?(?!\d))?|(?<![\w])['’][3-9]\d(?![\w’']))",
    "dayof": rf"the\s+(?:(?:[12]?\d|3\d)(?:st|nd|rd|th)|{_ORDINAL}(?=\s*(?:[,.;:)]|\Z)|\s+(?:and"
    rf"|of\s+the\s+month)))(?!\w)",
}  # fmt: skip

# What leads a time in; it belongs to what was written.
LEAD = (
    r"(?:(?:back|shortly|just|soon|late|early|probably|only|sometime|starting|ever|as\s+early|with\s+effect)\s+)*"
    r"(?:(?:in|on|at|by|since|from|until|till|before|after|during|over|within|between|through|throughout|up\s+to|as(?:\s+of)?|for)\s+)?"
    r"(?:(?:about|around|before|after|late|early|shortly|a\s+single|the\s+(?:nights?|mornings?|evenings?|afternoons?|eve|early\s+hours|small\s+hours)\s+of)\s+)*"
)

HOLIDAYS = (
    r"(?:by|for|over|at|since|before|after|until|till|on|during)\s+(?:shortly\s+after\s+)?(?:the\s+)?(?:Christmas(?:\s+(?:Eve|Day))?|New\s+Year(?:['’]s\s+(?:Eve|Day))?"
    r"|Easter|Ramadan|Eid(?:\s+al-\w+)?|Passover|Hanukkah|Thanksgiving|Ashura|Diwali)(?!\w)"
)
ADVERBS = (
    r"(?:so\s+far|since\s+then|(?:by|until|before|after)\s+(?:then|that)|ever\s+since|until\s+now|at\s+(?:once|first|present|one\s+point|the\s+(?:same\s+(?:time|hour)|beginning|end|time|moment)|all\s+times|night)"
    r"|all\s+along|any\s+day(?:\s+now)?|as\s+soon\s+as\s+possible|without\s+delay|in\s+due\s+course|(?:the|that|this|next|another|same|a\s+\w+th)\s+(?:first\s+|same\s+)?time"
    r"|now(?!\s+that)|still|already|currently|at\s+present|once|twice|never|then|later|earlier|afterwards?|eventually|thereafter|meanwhile|recently|immediately|previously|formerly|finally"
    r"|throughout|lately|soon|in\s+recent\s+(?:days|weeks|months|years)|since(?=\s*[.,;:\"”’)]|\s*\Z|\s+been)|first(?=,)|little\s+by\s+little|stage\s+by\s+stage|hour\s+by\s+hour|on\s+the\s+spot|for\s+life)(?!\w)"
)
FREQUENCY = (
    rf"(?:(?:every|each)\s+(?:\w+\s+)?(?:{UNIT}|morning|evening|night|{WEEKDAY})"
    rf"|(?:once|twice|(?:{SMALL_WORDS})\s+(?:times|hours?))\s+(?:a|every|each)\s+(?:day|week|month|year|night)"
    rf"|daily|weekly|nightly|(?:on\s+)?{WEEKDAYS_PLURAL}|on\s+(?:{SMALL_WORDS}|several|many|each)\s+(?:of\s+them|occasions?)"
    rf"|(?:{SMALL_WORDS})\s+times)(?!\w)"
)
