"""Captions without a credit, as they stand in text that was copied from a page.

A caption is short, is not ended by a full stop, and shows something: people or things one can see, and if there is a
verb, one of the present tense ("Soldiers stand guard as people board the plane"). A heading names a subject instead.
"""

from __future__ import annotations

import re

LABEL = re.compile(
    r"^[\[(]?\s*(?:(?:captions?|pictures?|photos?|images?|pie\s+de\s+foto|fotos?|imagen)\s*:|image\s+caption\s*,)\s+",
    re.I,
)

_LONGEST = 45  # words
_CUES = re.compile(
    r"\((?:left|right|centre|center|above|below|pictured|file|l|r|c|izquierda|derecha)\)"
    r"|,\s*(?:left|right|centre|center),?(?:\s|$)|\bpictured\b|^(?:above|below|left|right)\s*:|\bseen here\b"
    r"|\bfile (?:photo|picture|image)\b|\bin this (?:photo|picture|image|frame)\b"
    r"|\bfoto de archivo\b|^en la (?:foto|imagen)\b",
    re.I,
)
_PEOPLE = (
    r"(?:m[ae]n|wom[ae]n|people|boys?|girls?|child(?:ren)?|famil(?:y|ies)|relatives|mothers?|fathers?|sons?|daughters?"
    r"|wi(?:fe|ves)|brothers?|sisters?|teachers?|students?|pupils?|pilots?|sailors?|fisherm[ae]n|crews?|villagers"
    r"|soldiers?|troops|guards?|police|officers?|policem[ae]n|agents?|rebels?|fighters|guerrillas|gunmen|prisoners?|detainees?"
    r"|inmates?|hostages?|captives?|migrants?|refugees?|deportees?|protesters?|demonstrators?|activists?|supporters?"
    r"|mourners?|lawyers?|judges?|officials?|delegates|ministers?|presidents?|journalists?|reporters?|doctors?|nurses"
    r"|workers|residents|crowds?|group|Americans?|Venezuelans?|Ukrainians?|Russians?|Israelis?|Palestinians?|Salvadorans?"
    r"|Colombians?|Iranians?)"
)
_THINGS = (
    r"(?:convoy|bus(?:es)?|planes?|aircraft|jets?|helicopters?|ships?|boats?|trucks?|cars?|vans?|flags?|portraits?|placards?"
    r"|banners?|posters?|images?|view|scene|tents?|coffins?)"
)
_PLACES = (
    r"(?:prisons?|jails?|cells?|gates?|fence|walls?|bridges?|buildings?|embassy|court(?:room|house)?|camps?|barracks|street"
    r"|airport|runway|tarmac|border|hospital|square)"
)
_SEEN = rf"(?:{_PEOPLE}|{_THINGS}|{_PLACES})"
_VERBS = (
    r"(?:stand|wave|board|walk|sit|hold|look|wait|gather|march|carr[yi]|pose|speak|shake|hug|embrace|arrive|leave|greet|watch"
    r"|line|kneel|cry|cries|weep|celebrate|protest|escort|lead|guard|patrol|attend|address|queue|crowd|react|meet|rest|lie|ride"
    r"|step|disembark|clap|cheer|sing|pray|point|peer|climb|enter|search|inspect|check|hand|salute|listen|smile|raise|lift|light"
    r"|lay|mourn|comfort|kiss|run|drive|land|load|unload|sleep|eat|play|show|display|wear|cross|surround|block|face|talk|testif[yi])"
)
_PRESENT = re.compile(
    rf"\b(?i:{_SEEN})(?:\s+(?:in|from|of|at|with|on|outside)(?:\s+\S+){{1,4}}?)?\s+{_VERBS}(?:e?s)?\b"
    rf"|\b[A-ZÀ-Þ][\w’'-]+,?\s+{_VERBS}(?:e?s)\b|\b(?:is|are)\s+(?:being\s+|seen\b|shown\b|pictured\b|\w+ing\b|greeted\b|led\b|escorted\b)"
    r"|\bas\s+(?:he|she|they|it|people)\s+\w+",
)
_PAST = re.compile(r"\b(?:said|says|was|were|had|told|did|will|would|could|should|must|may|might|can|has|have)\b", re.I)
_DETERMINED = re.compile(
    r"^(?:the|an?|some|several|many|hundreds\s+of|thousands\s+of|dozens\s+of|two|three|four|five|six|seven|eight|nine|ten"
    r"|eleven|twelve|twenty|\d[\d,]*|one\s+of)\b",
    re.I,
)
_SEEN_WORD = re.compile(rf"\b{_SEEN}\b", re.I)
_MOVING = re.compile(rf"\b(?:{_PEOPLE}|{_THINGS})\b")
_SEEN_PLACE = re.compile(rf"\b{_PLACES}\b[^,]{{0,60}},\s|\b{_PLACES}\b.*\b(?:seen|after|before|during|where)\b")
_FIRST_SEEN = re.compile(
    rf"^(?:[\w’'-]+\s+){{0,2}}{_SEEN}\s+(?:in|at|on|outside|inside|near|during|after|with|from|behind|\w+ing)\b", re.I
)
_NAMED = re.compile(
    r"^(?:[A-ZÀ-Þ][a-zà-ÿ]+\s+)?[A-ZÀ-Þ][\w.’'-]+\s+(?:(?:de|del|la|van|von|al|bin)\s+)?[A-ZÀ-Þ][\w’'-]+(?:,[^,]+,)?"
    r"\s+(?:in|at|on|outside|during|with|[a-z]+ing)\s"
)
# Who sets no full stop at the end sets none inside; and a post of a thread bears its number ("3/", "(6/6)").
_ANOTHER_SENTENCE = re.compile(r"[a-zà-ÿ]{3}[.!?][\"”’)]*\s+[A-ZÀ-Þ]")
_COUNTED_POST = re.compile(r"\(?\b\d{1,2}/(?:\d{1,2})?\)?\s*$")
_HEADING_WORD = re.compile(r"^(?:what|who|whom|how|why|when|where|which|is|are|can|will|should|key|note|fact)\b", re.I)


def is_caption(paragraph: str) -> bool:
    """Tell whether a paragraph between body paragraphs is a caption by its own words."""
    words = paragraph.split()
    if not 4 <= len(words) <= _LONGEST or ends_sentence(paragraph) or paragraph[-1] in ":;,":
        return False
    if _CUES.search(paragraph):
        return True
    if _ANOTHER_SENTENCE.search(paragraph) or _COUNTED_POST.search(paragraph):
        return False
    if "\n" in paragraph or paragraph.upper() == paragraph or _HEADING_WORD.match(paragraph) or is_title_case(words):
        return False
    if not (paragraph[0].isupper() or paragraph[0].isdigit()) or re.match(r"^\d+[.)]", paragraph):
        return False
    if _PRESENT.search(paragraph) and (len(words) >= 5 or _SEEN_WORD.search(paragraph)):
        return True
    return _PAST.search(paragraph) is None and _shows(paragraph, words)


def _shows(paragraph: str, words: list[str]) -> bool:
    """A noun phrase of something one can see: "The ten freed American men"."""
    if _DETERMINED.match(paragraph) and (_MOVING.search(paragraph) or _SEEN_PLACE.search(paragraph)):
        return True
    return len(words) >= 5 and (_FIRST_SEEN.match(paragraph) is not None or _NAMED.match(paragraph) is not None)


def ends_sentence(paragraph: str) -> bool:
    """Whether a paragraph is ended as a sentence is, closing marks and brackets aside."""
    return re.search(r"(?:[.!?…]|\bSTOP)[\"”’»')\]*]*$", paragraph) is not None


def is_title_case(words: list[str]) -> bool:
    """Whether nearly every long word after the first has a capital, as in a heading."""
    long = [word for word in words[1:] if len(word) > 4 and word[0].isalpha()]
    return len(long) >= 3 and sum(word[0].isupper() for word in long) >= 0.8 * len(long)
