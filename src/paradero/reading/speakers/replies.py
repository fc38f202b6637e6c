"""Replies: who asks and answers in the papers of a parliament, and who comments below a post."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from paradero.reading.speakers.describing import RUN
from paradero.text.layout import paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator

Span = tuple[int, int]

_HONOURED = (
    r"(?:(?:The )?(?:Rt\.? )?Hon(?:ourable)?\.?|Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Baroness|Senator|Sen|Rep|M|Y\.B)"
    r"\b\.?"
)
_SEAT = r"(?: ?[(\[][^)\]\n]{2,60}[)\]])?"
_NAMED = rf"(?:{_HONOURED} [^\n:()\[\]]{{3,60}}?|The [A-Z][\w ’'-]{{5,60}}?)"
# "Rt. Hon. ANA RUIZ (Prime Minister) replied:", "148. Mr. BRASK (Dorvane) to the Minister of Justice:"
_SPOKEN = re.compile(
    rf"^(?:[^\w\n]{{0,9}}(?:No\.? ?)?\d{{1,5}}[.):]?\s+)?(?P<name>{_NAMED}){_SEAT},?"
    r"(?: (?:replied|answered|responded|said|asked)(?: [^:\n]{2,40})?"
    r"| (?:to (?:ask )?|asks? |asked )(?P<asked>[Tt]he [^:\n,]{4,70}?)"
    r"(?: (?:to state )?(?:when|what|whether|how|why|who)\b[^:\n]{0,80})?):",
    re.MULTILINE,
)
_BARE = re.compile(r"^(?:Reply|REPLY|Answer|ANSWER)(?::|[ \t]*\n)", re.MULTILINE)
_HEADING = re.compile(
    r"^(?:REPLY|Reply|ANSWER|Answer|ANSWERED|Answered|STATEMENT|Statement)(?: (?:given|made|GIVEN|MADE))?"
    r" (?:by|BY|OF|of)[: ]+"
    r"(?P<name>[A-Z][^\n,(]{4,70}?)[ \t]*(?:[,(][^\n]{0,60})?$",
    re.MULTILINE,
)


def replies(text: str) -> Iterator[tuple[Span, Span]]:
    """Yield where each question and reply of a parliament's paper begins, and where its speaker's name stands."""
    found = [(m.span("name"), m.span("name")) for m in _SPOKEN.finditer(text)]
    if len(found) >= 2:
        yield from found
        asked = [m.span("asked") for m in _SPOKEN.finditer(text) if m["asked"]]
        for bare in _BARE.finditer(text):
            before = bisect_right(asked, bare.span()) - 1
            if before >= 0:
                yield bare.span(), asked[before]
    elif _QUESTION.search(text, 0, 900) is not None:
        yield from ((m.span("name"), m.span("name")) for m in _HEADING.finditer(text))


_QUESTION = re.compile(r"\b(?:written (?:reply|answer|question)|questions? for|asks? the|to ask the)\b", re.IGNORECASE)
# "Comments (12)", "38 replies", "Top comments"
_BELOW = re.compile(
    r"^[^\w\n]{0,9}(?:\d[\d,.]{0,9}\w? |(?:Top|Most relevant|All|View all) )?"
    r"(?:[Cc]omments|COMMENTS|[Rr]eplies|REPLIES)\b[^\n]{0,60}$",
    re.MULTILINE,
)
_COMMENT = re.compile(r"[^\w\n]{0,9}(?P<name>[^\W\d_][^\n:@]{1,58}?)[^\w\n)]{0,9}\n(?=\S)")
_AGO = re.compile(r"\s+[·•|-]\s.*$")


def comments(text: str) -> Iterator[tuple[Span, Span]]:
    """Yield where each comment below a post begins, and the name over it: a short line above the comment's words."""
    below = _BELOW.search(text)
    if below is None:
        return
    for start, end in paragraphs(text, below.end()):
        found = _COMMENT.match(text, start, end)
        if found is not None and found["name"][-1] not in ".?!," and _is_called(found["name"]):
            first, last = found.span("name")
            shown = _AGO.sub("", text[first:last])
            yield (first, first + len(shown)), (first, first + len(shown))


def _is_called(name: str) -> bool:
    """Whether a line can be what somebody is called: it begins with a name, and is no sentence."""
    return RUN.match(name) is not None and len(name.split()) <= 8


_GREETING = re.compile(
    r"^Good (?:morning|afternoon|evening)\b|^(?:Ladies and gentlemen|OPENING STATEMENT)\b", re.MULTILINE
)
_GIVES = re.compile(r"\b(?:briefing|conference|statement|transcript|remarks)\b[^\n]{0,60}? by (?:the )?", re.IGNORECASE)


def opening(text: str, end: int) -> tuple[Span, Span] | None:
    """Return where the opening words of a briefing begin, before its first label, and who is said to give it."""
    greeted = _GREETING.search(text, 0, end)
    if greeted is None:
        return None
    for gives in _GIVES.finditer(text, 0, greeted.start()):
        named = RUN.match(text, gives.end(), greeted.start())
        if named is not None and " " in named[0]:
            return (greeted.start(), greeted.start()), named.span()
    return None
