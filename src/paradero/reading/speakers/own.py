"""Whose text it is: the organisation or person that a letterhead, a first line or a signature names as the author."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from paradero.model import OUTLET, Speaker
from paradero.reading.speakers.describing import Describer
from paradero.reading.speakers.heading import (
    body_in_line,
    headed,
    heading,
    is_body_noun,
    is_of_kind,
    letterhead,
    sender,
)
from paradero.reading.speakers.nouns import listed
from paradero.reading.speakers.short_names import short_names
from paradero.text.layout import paragraphs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paradero.reading.gazetteer import Gazetteer

_PLURAL = re.compile(r"\b(?:[Ww]e|[Oo]urs?|WE|OUR|[Tt]he undersigned)\b")
_SINGULAR = re.compile(r"\b(?:I|[Mm]y|[Mm]e)\b")
_QUOTED = re.compile(r"“[^”\n]*(?:”|$)|(?<!\w)\"[^\"\n]*(?:\"|$)|(?<!\w)[‘'][^’'\n]{12,}[’'](?!\w)", re.MULTILINE)
_CLOSED = re.compile(
    r"\n(?:Yours|With|Sincerely|Respectfully|Kind regards|Best regards|Faithfully|In solidarity)\b"
    r"(?: [\w’'-]+){0,6},?[ \t]*\n+(?:p\.?p\.? )?([A-Z][^\n]{2,80})"
)
_ANSWERED = re.compile(r"(?:^|\n)(?:Answered|Signed|Issued|Written) by ([A-Z][^\n,.:]{2,60})")
FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Mm]e|[Uu]s|[Oo]ur)\b")
_GIVEN = re.compile(
    r"^[^\n]{0,60}?\b(?:[Ss]tatement|[Rr]emarks|[Ss]peech|[Aa]ddress|[Tt]estimony|[Aa]ffidavit|[Dd]eclaration|[Mm]essage|"
    r"STATEMENT|REMARKS|SPEECH|ADDRESS|TESTIMONY|AFFIDAVIT|DECLARATION|MESSAGE) (?:by|of|from|BY|OF|FROM) "
    r"(?P<name>[A-Z][^\n,;:]{3,70}?)[ \t]*(?:[,;:(][^\n]*)?$",
    re.MULTILINE,
)
_WE_THE = re.compile(
    r"\b(?:We, ((?:the )?[A-Za-z][\w ’'-]{4,60}),|"
    r"We are (?:the )?([A-Z][\w’'-]+(?: (?:of|for|and|the|[A-Z][\w’'-]+)){1,8})(?=[,.;:(]))"
)
_RELEASE = re.compile(r"immediate release|press release|news release|media release|communiqu[eé]", re.IGNORECASE)
_LEADING = re.compile(r"(?:The )?[A-Z][\w’'-]+(?: (?:of|for|and|the|in|[A-Z][\w’'-]+)){0,10}(?: \([A-Z]{2,}\))?")
_WHEN = re.compile(r"Yesterday|Today|Tomorrow|Tonight|Earlier|Later|Since|After|Before|\w+day\b")
_EXPERTS = re.compile(
    r"((?:[Aa] group of )?(?:[A-Z][\w-]*|three|four|five|independent|human|rights) "
    r"(?:(?:UN|independent|human|rights) )*experts)\*?"
    r" (?:have )?(?:today|on \w+day|said|say|have|condemned|urged|called|deplored|warned|expressed|welcomed)\b"
)
_TITLED = re.compile(
    r"^[^\n]{10,150}(?:[–—-] |[:,] )((?:UN |human rights |independent )*experts)(?: say| warn)?$", re.MULTILINE
)
_ENDED = re.compile(
    r"^ENDS\b|not UN staff|Special Procedures|\bthis (?:statement|release|letter) (?:was|is)\b|"
    r"^GENEVA \(\d{1,2} \w+ \d{4}\)",
    re.MULTILINE,
)
# What only the press says of itself: a byline, its own reporters and readers, its edition.
_PRESS = re.compile(
    r"^By [A-Z][\w’'.-]+ [A-Z]|\b(?:[Oo]ur|[Tt]his) (?:own )?(?:(?:special|diplomatic|foreign) )?"
    r"(?:correspondents?|reporters?|readers?|newspaper|magazine|paper|edition|newsroom|leader|columnist|man in)\b"
    r"|\b[Ss]taff (?:[Ww]riters?|[Rr]eporters?)\b",
    re.MULTILINE,
)
_OF_STATE = re.compile(r"\b(?:Government|Ministry|Department|Army|Police|Court|Parliament|Council of Ministers)\b")
# The noun of a body, said of itself: "The Commission took evidence", "The Embassy is pleased to inform".
_OF_ITSELF = re.compile(
    r"\b(?:The|This|THE|THIS) (?P<noun>[A-Z][\w’'-]+) (?:(?:has|have|also|now|further|wishes|wish|is|was|therefore|"
    r"will|would|to|like|once|again|hereby|HAS|IS) ){0,4}(?:took|takes?|taken|hear[sd]?|f(?:ound|inds?)|recommends?|"
    r"recommended|received?|receives|visited|visits|pleased|informs?|informed|announces?|notes?|noted|regrets?|reminds?|"
    r"reminded|recalls?|considers?|concludes?|concluded|satisfied|grateful|thanks|welcomes|condemns|deplores|"
    r"expresses?|reiterates|reaffirms|refused|denied|confirms?|advises|requests?|urges?|calls|INFORMS?|ANNOUNCES?|"
    r"REGRETS?)\b"
)


def outside_quotations(text: str) -> str:
    """Return a text without what stands between quotation marks: what its own voice says, for looking at only."""
    return _QUOTED.sub(" ", text)


@lru_cache(maxsize=4)
def author(text: str, gazetteer: Gazetteer) -> str:
    """Return the organisation or person whose own text this is, as letterhead or signature names it, or "".

    A body in the lines above a text is its author when the text says "we", when such a line says what kind of text it
    is ("Communiqué"), or when the text tells of that body by its noun alone, as one does of oneself ("The Embassy is
    pleased to inform"). A letter is by the body over it, unless an "I" signs it. Looked at besides are "We, the ...", a
    title ("Statement by ..."), a first line without a word for a body ("BRAIDED LANE") over a kind of text, the body
    that a release begins with, the lines below the text, and the noun by which a record that says "we" speaks of its
    author. What only the press says of itself ("By Ana Ruiz", "our correspondent") rules all of these out.
    """
    own = outside_quotations(text)
    speaking, alone = _PLURAL.search(own) is not None, _SINGULAR.search(own) is not None
    sent = sender(text)
    if sent:
        return sent
    lines = heading(text)
    signed = _CLOSED.search(text)
    over = letterhead(lines[:2] if signed is not None else lines)
    if signed is not None:
        name = " ".join(signed[1].split())
        return over if over and speaking and not alone and name not in lines else name
    answered = _ANSWERED.search(text) if speaking or alone else None
    if answered is not None:
        return " ".join(answered[1].split())
    declared = _WE_THE.search(text) if speaking else None
    if declared is not None:
        return declared[1] or declared[2]
    if _PRESS.search(own) is not None:
        return ""
    given = _GIVEN.search(text, 0, 500) if speaking or alone else None
    if given is not None and not (over and body_in_line(given["name"])):
        return given["name"]
    if over and (speaking or is_of_kind(lines) or _tells_of_itself(own, over)):
        return over
    return _unheaded(text, own, lines, gazetteer)


def as_author(name: str, describer: Describer, words: str = "") -> Speaker:
    """Return the speaker of an own text, written there as ``words``; ``OUTLET`` when no author is known."""
    if not name:
        return Speaker(OUTLET.name, "outlet", words)
    return Speaker(name, "person" if describer.describe(name).person else "agency", words, position="author")


def _unheaded(text: str, own: str, lines: Sequence[str], gazetteer: Gazetteer) -> str:
    """The author of a text without a letterhead."""
    speaking = _PLURAL.search(own) is not None
    experts = _experts(text, speaking)
    called = short_names(text) if is_of_kind(lines) else {}
    shortened = {name.capitalize() for name in listed("names", "short")}
    short = next((full for name, full in called.items() if name in shortened), "")
    if short:
        return short
    if not speaking or experts:
        return experts
    stretches = paragraphs(text)
    return headed(lines) or _releasing(text, stretches, Describer(gazetteer)) or _below(text) or _by_noun(own)


def _experts(text: str, speaking: bool) -> str:
    """The experts who speak in a statement of theirs, named where it begins."""
    if not speaking and _ENDED.search(text) is None:
        return ""
    found = _EXPERTS.search(text, 0, 1000) or (_TITLED.search(text, 0, 300) if speaking else None)
    return found[1] if found is not None else ""


def _releasing(text: str, stretches: tuple[tuple[int, int], ...], describer: Describer) -> str:
    """The body at the head of a release's first paragraph."""
    if not stretches or _RELEASE.search(text, 0, 400) is None:
        return ""
    for start, end in stretches[1:4]:
        leading = _LEADING.match(text, start, end)
        said = describer.describe(leading[0]) if leading is not None else None
        if said is not None and " " in said.body and not _WHEN.match(said.body) and not _is_place(said.body, describer):
            return said.body
    return _only_body(text, stretches, describer)


def _only_body(text: str, stretches: Sequence[tuple[int, int]], describer: Describer) -> str:
    """The one organisation that the head of a release names, states and their offices left aside."""
    start, end = stretches[0][0], stretches[min(2, len(stretches) - 1)][1]
    names = {m[0].removeprefix("The ").removeprefix("the ") for m in _LEADING.finditer(text, start, end)}
    return next(iter(found)) if len(found := {n for n in names if _is_own_body(n, describer)}) == 1 else ""


def _is_own_body(name: str, describer: Describer) -> bool:
    body = " " in name and body_in_line(name) == name and not _OF_STATE.search(name)
    return body and describer.gazetteer.entry(name) is None


def _is_place(name: str, describer: Describer) -> bool:
    entry = describer.gazetteer.entry(name)
    return entry is not None and entry.kind in ("state", "territory", "city", "facility")


def _below(text: str) -> str:
    """The body that signs below the text: one of its last three lines, short and set as a name."""
    last = [line.strip(" —–-\t") for line in text.rstrip().rsplit("\n", 4)[1:] if line.strip()]
    return next((name for line in reversed(last) if line[-1] not in ".?!" and (name := body_in_line(line))), "")


def _tells_of_itself(own: str, name: str) -> bool:
    """Whether a text tells of the body over it by its noun alone."""
    words = set(name.lower().split())
    return any(m["noun"].lower() in words for m in _OF_ITSELF.finditer(own))


def _by_noun(own: str) -> str:
    """The noun by which a record speaks of its author ("The Commission took evidence"), nothing fuller being there."""
    found = {m["noun"] for m in _OF_ITSELF.finditer(own) if is_body_noun(m["noun"].lower())}
    if len(found) != 1:
        return ""
    noun = next(iter(found))
    named = re.search(rf"\b(?!The\b|This\b|And\b|But\b|That\b)[A-Z][\w’'-]+ {noun}\b|\b{noun} (?:of|for|on) [A-Z]", own)
    return "" if named is not None else f"The {noun}"
