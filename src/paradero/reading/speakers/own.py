"""Whose text it is: the organisation that a letterhead, a first line or a signature names as the author."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from paradero.text.layout import paragraphs

if TYPE_CHECKING:
    from paradero.reading.speakers.describing import Describer

_OWN = re.compile(r"\b(?:[Ww]e|[Oo]ur|[Uu]s|I)\b|\bTHE (?:MINISTRY|DEPARTMENT) (?:INFORMS|ANNOUNCES)")
_KINDS = "press release|news release|communiqué|communique|bulletin|statement"
_NAMES_OF_KINDS = "|".join([_KINDS.upper(), *(kind.capitalize() for kind in _KINDS.split("|"))])
_HEAD = re.compile(rf"(?:{_NAMES_OF_KINDS})(?: [Nn][Oo]\.? ?[\w/-]+)?")
_BODY = re.compile(
    r"\b(?:Ministry|Department|Office|Association|Committee|Institute|Service|Commission|Embassy|Presidency|President|"
    r"Directorate|Federation|Union|Defen[cs]e|Centre|Center|Hearings|Families|Mothers|Friends|Society|Secretariat|"
    r"Network|Council|Authority|Agency|Bureau|Coalition|Movement|Foundation|Watch|Relatives)\b",
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
_RELEASE = re.compile(r"immediate release|press release|news release|communiqu[eé]", re.IGNORECASE)
_LEADING = re.compile(r"(?:The )?[A-Z][\w’'-]+(?: (?:of|for|and|the|in|[A-Z][\w’'-]+)){0,10}(?: \([A-Z]{2,}\))?")
_EXPERTS = re.compile(
    r"((?:[A-Z][\w-]*|three|four|five|independent|human|rights) (?:(?:UN|independent|human|rights) )*experts)\*?"
    r" (?:today|on \w+day|said|say|have|condemned|urged|called|deplored|warned|expressed|welcomed)\b"
)
_ENDED = re.compile(r"^ENDS\b|not UN staff|Special Procedures", re.MULTILINE)
LONGEST = 90  # characters of a line that may be a letterhead


def author(text: str, describer: Describer) -> str:
    """Return the organisation or person whose own text this is, as letterhead or signature names it, or "".

    Looked at only when the text speaks of itself as "I", "we" or "our": a signature after the closing words of a
    letter, "Answered by ...", the first lines, and in a release the body that its first paragraph begins with.
    """
    if _OWN.search(text) is None:
        return _experts(text)
    signed = _CLOSED.search(text) or _ANSWERED.search(text)
    if signed is not None:
        return " ".join(signed[1].split())
    stretches = paragraphs(text)
    for start, end in stretches[:3]:
        for line in text[start:end].splitlines()[:3]:
            name = _from_line(line)
            if name:
                return name
    return _releasing(text, stretches, describer) or _experts(text)


def _experts(text: str) -> str:
    """The experts who speak in a statement of theirs, named where it begins."""
    found = _EXPERTS.search(text, 0, 700) if _ENDED.search(text) is not None else None
    return found[1] if found is not None else ""


def _releasing(text: str, stretches: tuple[tuple[int, int], ...], describer: Describer) -> str:
    """The body at the head of a release's first paragraph."""
    if not stretches or _RELEASE.search(text, 0, 400) is None:
        return ""
    for start, end in stretches[1:4]:
        leading = _LEADING.match(text, start, end)
        said = describer.describe(leading[0]) if leading is not None else None
        if said is not None and said.body and not _is_place(said.body, describer):
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
