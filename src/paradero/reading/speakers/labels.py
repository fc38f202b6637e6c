"""Labels of turns: who is named before a colon in a transcript, over a post, or asked in an interview.

Each label has the fuller name that the text gives for it elsewhere: initials ("PL") and a surname in capitals stand for
a name of the heading, a bare "A" for the witness who was called, a handle for the account that it belongs to.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from paradero.reading.engines.rules.turns import turns
from paradero.reading.engines.rules.units import units
from paradero.reading.speakers.describing import RUN
from paradero.reading.speakers.own import FIRST_PERSON, outside_quotations
from paradero.reading.speakers.replies import comments, opening, replies
from paradero.text.layout import paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Span = tuple[int, int]

ANSWERS = frozenset({"A", "ANSWER"})
ASKS = frozenset({"Q", "QUESTION", "REPORTER"})
_WITNESSES = frozenset({"WITNESS", "THE WITNESS"})
_HEADING = 700  # characters at the start of a transcript in which those who take part are named
_NAME = r"[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ](?:[\w’'-]+|\.)){0,4}"
_CALLED = re.compile(
    rf"(?:\b[Cc]alls? ({_NAME}))|({_NAME})(?:,? (?:is |was )?(?:sworn|affirmed|recalled)|, you[’']re still on oath)"
)


@dataclass(frozen=True, slots=True)
class Label:
    """The label of one turn.

    Attributes:
        span: where the turn begins, and the label when it has one.
        name: where the fullest name stands for the one who speaks; empty when nobody is named (a question).
    """

    span: Span
    name: Span


@lru_cache(maxsize=4)
def labels(text: str) -> tuple[Label, ...]:
    """Return the labels of a transcript, a thread or an interview in order; nothing for any other text."""
    spans = [(turn.start, turn.end) for turn in turns(text, units(text))]
    told = sorted([*_named(text, spans), *_sections(text)], key=lambda label: label.span)
    if told:
        return (*_opened(text, told[0].span[0]), *told)
    return _replied(text) or _headings(text) or _thread(text) or _commented(text) or _interview(text)


def _opened(text: str, end: int) -> Iterator[Label]:
    """The opening words of a briefing, which stand before its first label."""
    found = opening(text, end)
    if found is not None:
        yield Label(*found)


def _replied(text: str) -> tuple[Label, ...]:
    return tuple(sorted((Label(*spans) for spans in replies(text)), key=lambda label: label.span))


def _commented(text: str) -> tuple[Label, ...]:
    """Comments below a post; what stands above them is the post's."""
    return tuple(Label(*spans) for spans in comments(text))


def _sections(text: str) -> Iterator[Label]:
    """Those who ask and answer in writing, each named in a line over the words: "Answered by Lord Penhale, ..."."""
    for found in _SECTION.finditer(text):
        name = found.span(found.lastgroup or 0)
        yield Label(name, name)


_SECTION = re.compile(
    r"^(?:(?:Answer|Answered|Reply|Written answer)(?: given)? by|Asked by|Tabled by|Question (?:put |asked )?by)"
    r"[: ]+(?P<by>[A-Z][^\n,(]{2,70}?)(?= on behalf\b|[,(\n])"
    r"|^ANSWER\s*\n+[A-Z ,]{6,90}\((?P<held>[^)\n]{4,60})\)\s*$",
    re.MULTILINE,
)


def _headings(text: str) -> tuple[Label, ...]:
    """Speakers named in lines of their own above what they say, as records of parliaments and courts set them."""
    found = [Label(m.span("name"), m.span("name")) for m in _ABOVE.finditer(text) if m.start() > 0]
    return tuple(found) if len(found) >= _FEWEST_HEADINGS else ()


_FEWEST_HEADINGS = 2
_HONOURED = r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Dame|Lord|Lady|Baroness|Hon|Sen|Rep|Judge|Justice|Prof)\b\.?"
_OFFICES = "Minister|Secretary|President|Chair(?:man|woman)?|Speaker|Prosecutor|Ambassador"
_HOLDING = rf"(?:The )?(?:[A-Z][\w’'-]+ ){{0,3}}(?:{_OFFICES})\b"
_ABOVE = re.compile(
    rf"^(?:[^\w\n]*\d{{1,3}}[.)]? )?(?P<name>(?:{_HONOURED}|{_HOLDING})[^\n.!?:;\"“]{{0,70}}|"
    rf"{_NAME} \([A-Z][\w&. -]{{0,20}}\))"
    r"[:.]?[ \t]*\n(?=\s*[\"“\w(])",
    re.MULTILINE,
)


def _named(text: str, spans: Sequence[Span]) -> Iterator[Label]:
    """Give each label its name: for "A" that of the last who had a full one, a name of the heading, or its own."""
    bare = [text[start:end].upper().rstrip(".") for start, end in spans]
    heading = _names(text, 0, min(spans[0][0], _HEADING)) if spans else []
    answering = _presiding(text, spans[0][0]) if spans else (0, 0)
    before = 0
    for (start, end), word in zip(spans, bare, strict=True):
        called = list(_CALLED.finditer(text, before, start))
        before = start
        if called:
            answering = called[-1].span(1) if called[-1][1] else called[-1].span(2)
        if word in ANSWERS or word in _WITNESSES:
            yield Label((start, end), answering if any(answering) else (start, end))
        elif word in ASKS:
            yield Label((start, end), (start, end))
        else:
            name = _fuller(text, (start, end), heading)
            answering = answering if "WITNESS" in bare else name
            yield Label((start, end), name)


def _names(text: str, start: int, end: int) -> list[Span]:
    return [m.span() for m in RUN.finditer(text, start, end) if " " in m[0]]


def _presiding(text: str, end: int) -> Span:
    """Who gives the briefing, when its heading names one office: "noon, the Deputy Spokesperson for the ..."."""
    found = {m[0]: m.span() for m in _OFFICE.finditer(text, 0, min(end, _HEADING))}
    return next(iter(found.values())) if len(found) == 1 else (0, 0)


_OFFICE = re.compile(
    r"\b(?:the )?(?:Deputy |Chief |Acting |Assistant )*(?:Spokes(?:person|man|woman)|Press Secretary|"
    r"(?:Foreign |Prime )?Minister|Commissioner|Ambassador|High Representative)"
    r"(?: (?:of|for) [A-Z]?[\w’'-]+(?: (?:of|the|for|and|[A-Z][\w’'-]+))*)?"
)


def _fuller(text: str, label: Span, heading: Sequence[Span]) -> Span:
    """The one name of the heading that a label abbreviates: by initials, or by some of its words in capitals."""
    words = text[slice(*label)].partition("(")[0].split()
    if len(words) == 1 and words[0].isupper() and 2 <= len(words[0]) <= 3:
        fitting = [s for s in heading if "".join(w[0] for w in text[slice(*s)].split()) == words[0]]
    elif text[slice(*label)].isupper():
        wanted = {w.lower() for w in words}
        fitting = [s for s in heading if wanted < {w.lower() for w in text[slice(*s)].split()}]
    else:
        fitting = []
    different = {text[slice(*s)] for s in fitting}
    return fitting[0] if len(different) == 1 else label


def _thread(text: str) -> tuple[Label, ...]:
    """The authors of the posts of a thread: lines that are a name with a handle, or a handle alone."""
    lines = [m for m in _POST.finditer(text) if not _REPLYING.search(m["name"] or "")]
    if len(lines) < 2:
        return ()
    named = {m["handle"]: m.span("name") for m in reversed(lines) if (m["name"] or "").strip()}
    named |= {m["handle"]: m.span("name") for m in _OVER.finditer(text) if m["handle"] not in named}
    found = []
    for m in lines:
        own = m.span("name") if (m["name"] or "").strip() else m.span("handle")
        found.append(Label(own, named.get(m["handle"], own)))
    return tuple(found)


# "State House @statehouse · 2 Feb", "↩ Police PRO @police_pro", "@vecina_zona13: ..."
_POST = re.compile(
    r"^(?=[^@\n]{0,80}@)"
    r"[^\w@\n]*(?P<name>[^\W\d_][^@\n]{0,50}?)??[^\w@\n]*(?P<handle>@\w+)(?::(?=\s)|[ \t]*(?:[·•|-][^\n]{0,25})?$)",
    re.MULTILINE,
)
_REPLYING = re.compile(r"\b(?:repl(?:ying|ied) to|in reply to|responding to|via|from)\s*$", re.IGNORECASE)
# "Ilva Dornan | President of Velmara" on the line above the handle.
_OVER = re.compile(
    r"^[^\w\n]*(?P<name>[^\W\d_][^@|,\n]{2,40}?)[^\w\n]*(?:[|,][^\n]{0,60})?\n[^\w@\n]*(?P<handle>@\w+)[ \t]*$",
    re.MULTILINE,
)


def _interview(text: str) -> tuple[Label, ...]:
    """An interview without labels: short questions in lines of their own, each with an answer in the first person.

    The one who answers is the person whom the words before the first question name most fully; without exactly one
    such person, nobody is taken.
    """
    asked = list(_ASKED.finditer(text))
    if len(asked) < _QUESTIONS:
        return ()
    answers = [text[a.end() : b.start()] for a, b in zip(asked, [*asked[1:], _END.search(text)], strict=True) if b]
    if sum(FIRST_PERSON.search(outside_quotations(answer)) is not None for answer in answers) < len(answers) / 2:
        return ()
    people = {text[slice(*s)]: s for s in reversed(_introduced(text, asked[0].start()))}
    if len(people) != 1:
        return ()
    (name,) = people.values()
    found = []
    for question in asked:
        found.append(Label((question.start(), question.start()), (0, 0)))
        found.append(Label((question.end(), question.end()), name))
    return tuple(found)


def _introduced(text: str, end: int) -> list[Span]:
    """The people whom the paragraphs before the first question begin with: "Ana Ruiz, 29, a statistician, ..."."""
    found = []
    for start, stop in paragraphs(text, 0, end):
        match = RUN.match(text, start, stop)
        if (
            match is not None
            and " " in match[0]
            and text[match.end() : match.end() + 1] in (",", " ")
            and match.end() < stop
        ):
            found.append(match.span())
    return found


_QUESTIONS = 3
_ASKED = re.compile(r"(?<=\n)(?=[A-Z¿“\"])[^\n]{2,220}\?[”\"]?[ \t]*\n+(?=\S)")
_END = re.compile(r"\Z")
