"""Whose text it is: the organisation or person that a letterhead, a first line or a signature names as the author."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from paradero.model import OUTLET, Speaker
from paradero.reading.speakers.describing import Describer
from paradero.text.layout import paragraphs

if TYPE_CHECKING:
    from paradero.reading.gazetteer import Gazetteer

_OWN = re.compile(r"\b(?:[Ww]e|[Oo]ur|[Uu]s|I)\b|\bTHE (?:MINISTRY|DEPARTMENT) (?:INFORMS|ANNOUNCES)")
_PLURAL = re.compile(r"\b(?:[Ww]e|[Oo]urs?|WE|OUR)\b")
_QUOTED = re.compile(r"“[^”\n]*(?:”|$)|(?<!\w)\"[^\"\n]*(?:\"|$)|(?<!\w)[‘'][^’'\n]{12,}[’'](?!\w)", re.MULTILINE)
_KINDS = "press release|news release|communiqué|communique|bulletin|statement"
_NAMES_OF_KINDS = "|".join([_KINDS.upper(), *(kind.capitalize() for kind in _KINDS.split("|"))])
_HEAD = re.compile(rf"(?:{_NAMES_OF_KINDS})(?: [Nn][Oo]\.? ?[\w/-]+)?")
_BODY = re.compile(
    r"\b(?:Ministry|Department|Office|Association|Committee|Institute|Service|Commission|Embassy|Presidency|President|"
    r"Directorate|Federation|Union|Defen[cs]e|Centre|Center|Hearings|Families|Mothers|Friends|Society|Secretariat|"
    r"Network|Council|Authority|Agency|Bureau|Coalition|Movement|Foundation|Watch|Relatives)\b",
    re.IGNORECASE,
)
_PAPER = re.compile(
    r"\b(?:Times|Post|Gazette|Herald|News|Record|Courier|Weekly|Daily|Echo|Mail|Tribune|Observer|Radio|FM|TV|Television|"
    r"Magazine|Journal|Live|Pictures?|Box|Brief|Corrections?|Clarifications?|Blotter|Log|Desk|Friday|Monday)\b",
    re.IGNORECASE,
)
_SORT_OF_TEXT = re.compile(
    r"\b(?:press release|news release|information to the press|for (?:immediate )?(?:use|release)|for the press|"
    r"bulletin|newsletter|circular|sheet|(?:service|press|information) note|statement|communiqu[eé]|"
    r"(?:final )?report|case file|volume|chapter|notice|appeal|declaration|briefing paper|submission)\b",
    re.IGNORECASE,
)
_EDGES = re.compile(r"^[\s*#>—–-]+|[\s.:,;—–-]+$")
_CLOSED = re.compile(
    r"\n(?:Yours|With (?:our|my|best|kind)|Sincerely|Respectfully|Kind regards|Best regards|Faithfully)"
    r"[^\n]{0,40},?\s*\n+([A-Z][^\n]{2,80})"
)
_ANSWERED = re.compile(r"(?:^|\n)(?:Answered|Signed|Issued|Written) by ([A-Z][^\n,.:]{2,60})")
_ISSUED = re.compile(
    r"(?:Bulletin|Newsletter|Letter|Statement|Note|Communiqu[eé]|Notice) of (?:the )?"
    r"([A-Z].{3,80}?)(?:\.? [Nn]o\..*|\.?)$"
)
FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Mm]e|[Uu]s|[Oo]ur)\b")
_GIVEN = re.compile(
    r"^[^\n]{0,60}?\b(?:[Ss]tatement|[Rr]emarks|[Ss]peech|[Aa]ddress|[Tt]estimony|[Aa]ffidavit|[Dd]eclaration|[Mm]essage|"
    r"STATEMENT|REMARKS|SPEECH|ADDRESS|TESTIMONY|AFFIDAVIT|DECLARATION|MESSAGE) (?:by|of|from|BY|OF|FROM) "
    r"(?P<name>[A-Z][^\n,;:]{3,70}?)[ \t]*(?:[,;:(][^\n]*)?$",
    re.MULTILINE,
)
_WE_THE = re.compile(r"\bWe, ((?:the )?[A-Za-z][\w ’'-]{4,60}),")
_RELEASE = re.compile(r"immediate release|press release|news release|communiqu[eé]", re.IGNORECASE)
_LEADING = re.compile(r"(?:The )?[A-Z][\w’'-]+(?: (?:of|for|and|the|in|[A-Z][\w’'-]+)){0,10}(?: \([A-Z]{2,}\))?")
_WHEN = re.compile(r"Yesterday|Today|Tomorrow|Tonight|Earlier|Later|Since|After|Before|\w+day\b")
_EXPERTS = re.compile(
    r"((?:[Aa] group of )?(?:[A-Z][\w-]*|three|four|five|independent|human|rights) "
    r"(?:(?:UN|independent|human|rights) )*experts)\*?"
    r" (?:have )?(?:today|on \w+day|said|say|have|condemned|urged|called|deplored|warned|expressed|welcomed)\b"
)
_ENDED = re.compile(
    r"^ENDS\b|not UN staff|Special Procedures|\bthis (?:statement|release|letter) (?:was|is)\b|"
    r"^GENEVA \(\d{1,2} \w+ \d{4}\)",
    re.MULTILINE,
)
LONGEST = 90  # characters of a line that may be a letterhead
_FIRST_LINES = 5


def outside_quotations(text: str) -> str:
    """Return a text without what stands between quotation marks: what its own voice says, for looking at only."""
    return _QUOTED.sub(" ", text)


@lru_cache(maxsize=4)
def author(text: str, gazetteer: Gazetteer) -> str:
    """Return the organisation or person whose own text this is, as letterhead or signature names it, or "".

    A text that never says "I", "we" or "our" has an author only by a letterhead with a kind of text ("MINISTRY OF ... /
    Communiqué"). Else looked at are: a signature after the closing words of a
    letter, "Answered by ...", "We, the ...", the first lines, and in a release the body that its first paragraph
    begins with. A first line that is a name but has no word for a body ("BRAIDED LANE") needs more: a next line that
    says what kind of text it heads, and a "we" outside quotation marks.
    """
    if _OWN.search(text) is None:
        return _experts(text, speaking=False) or _letterhead(text, lines=_FIRST_LINES)
    signed = _CLOSED.search(text) or _ANSWERED.search(text)
    if signed is not None:
        return " ".join(signed[1].split())
    speaking = _PLURAL.search(outside_quotations(text)) is not None
    declared = _WE_THE.search(text) if speaking else None
    if declared is not None:
        return declared[1]
    given = _GIVEN.search(text, 0, 500) if FIRST_PERSON.search(outside_quotations(text)) else None
    if given is not None:
        return given["name"]
    stretches = paragraphs(text)
    for start, end in stretches[:3]:
        name = _letterhead(text[start:end])
        if name:
            return name
    headed = _headed(text) if speaking else ""
    return headed or _releasing(text, stretches, Describer(gazetteer)) or _experts(text, speaking)


def as_author(name: str, describer: Describer, words: str = "") -> Speaker:
    """Return the speaker of an own text, written there as ``words``; ``OUTLET`` when no author is known."""
    if not name:
        return Speaker(OUTLET.name, "outlet", words)
    return Speaker(name, "person" if describer.describe(name).person else "agency", words, position="author")


def _letterhead(text: str, lines: int = 0) -> str:
    """The body that one of the first three lines names; with ``lines``, only under a kind of text named so far down."""
    first = text.split("\n", max(lines, 3))[: max(lines, 3)]
    if lines and not any(_SORT_OF_TEXT.search(line) for line in first if len(line) <= LONGEST):
        return ""
    return next((name for line in first[:3] if (name := _from_line(line))), "")


def _headed(text: str) -> str:
    """The name in the first line, when the next line says what kind of text stands under it."""
    lines = [line.strip() for line in text.split("\n", 6)[:6] if line.strip()]
    if len(lines) < 2 or _SORT_OF_TEXT.search(lines[1]) is None:
        return ""
    name = _EDGES.sub("", lines[0])
    words = name.split()
    fits = 1 < len(words) <= 8 and len(name) <= LONGEST and _is_name(words) and "," not in name
    return name if fits and _PAPER.search(name) is None and name[-1] not in "?!”\"'" else ""


def _experts(text: str, speaking: bool) -> str:
    """The experts who speak in a statement of theirs, named where it begins."""
    if not speaking and _ENDED.search(text) is None:
        return ""
    found = _EXPERTS.search(text, 0, 1000)
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
    return ""


def _is_place(name: str, describer: Describer) -> bool:
    entry = describer.gazetteer.entry(name)
    return entry is not None and entry.kind in ("state", "territory", "city", "facility")


def _from_line(line: str) -> str:
    if len(line) > LONGEST:
        return ""
    issued = _ISSUED.match(line)
    if issued is not None:
        return issued[1].strip(" .,")
    for piece in re.split(r"\s+[—–-]{1,2}\s+|\s*\|\s*|:\s", line):
        bare = _EDGES.sub("", _HEAD.sub("", piece))
        words = bare.split()
        if (
            1 < len(words) <= 12
            and _BODY.search(bare)
            and _is_name(words)
            and not line.startswith(("To ", "Copy", "Re:"))
        ):
            return bare
    return ""


def _is_name(words: list[str]) -> bool:
    small = {"of", "the", "for", "and", "in", "on", "at", "de", "to"}
    return all(w[0].isupper() or w.lower() in small or not w[0].isalpha() for w in words)
