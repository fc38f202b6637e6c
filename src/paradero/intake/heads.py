"""Heads: the lines before the first running paragraph, and which of them is the headline.

A text need not have a headline; one that begins with a full paragraph has none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from paradero.intake.boilerplate import is_boilerplate
from paradero.intake.captions import LABEL
from paradero.intake.credits import credit_at_end
from paradero.intake.lines import has_date, is_byline, is_dateline, is_running
from paradero.intake.stamps import stamp_length

_MOST = 14  # lines; a head that goes on for longer is a list
_LONGEST = 1_000  # characters of a caption in the head
_SUBJECT = re.compile(r"^(?:subject|subj|re|asunto|ref)\s*:\s", re.I)
_MASTHEAD = re.compile(
    r"\bNo\.?\s*\d|#\s?\d|\b\d+/\d+\b|\s\|\s"
    r"|^(?:in pictures|in brief|fact ?box|press release|news release|communiqu[eé]|comunicado|case note|for the record"
    r"|official report|written answers|transcript|analysis|opinion|exclusive|breaking|live)\b[^:]*$",
    re.I,
)
_SALUTATION = re.compile(r"^(?:dear|madam|sir|to(?:\s+the|:)|copy:|cc:?|estimad[oa]s?|señor(?:a|es)?)\b.*$", re.I)


def head_roles(paragraphs: Sequence[str], blocks: Sequence[int]) -> list[str]:
    """Return the roles of the lines before the first running paragraph; as many as the head has lines.

    A line that is left "" is to be judged like any other paragraph (a caption with its credit, a correction).

    Args:
        paragraphs: the text's paragraphs or lines in order.
        blocks: for each, the number of its block; lines that no empty line parts share one.
    """
    roles: list[str] = []
    candidates: list[int] = []
    for i, paragraph in enumerate(paragraphs[:_MOST]):
        role = _fixed_role(paragraph, roles)
        if role is None:
            break
        if role == "title" and i and roles[-1] == "body" and blocks[i] == blocks[i - 1]:
            role = "body"  # the address goes on
        if role == "title":
            candidates.append(i)
        roles.append(role)
    if len(roles) == len(paragraphs) and len(roles) < 2:
        return ["" for _ in roles]
    _choose(paragraphs, roles, candidates)
    return roles


def _fixed_role(paragraph: str, before: list[str]) -> str | None:
    """Return a line's role, "title" for a candidate, "" for one that is judged later, None for running text."""
    if len(paragraph) > _LONGEST:
        return None
    if is_boilerplate(paragraph):
        return "boilerplate"
    if is_byline(paragraph):
        return "byline"
    if LABEL.match(paragraph) or (before and credit_at_end(paragraph) is not None):
        return ""
    if is_running(paragraph) or 0 < stamp_length(paragraph) < len(paragraph):
        return "dateline" if is_dateline(paragraph) else None
    if is_dateline(paragraph) or _is_place(paragraph, before):
        return "dateline"
    if _SALUTATION.match(paragraph):
        return "body"
    return "subhead" if paragraph[0] in "([" else "title"


def _is_place(paragraph: str, before: list[str]) -> bool:
    """A line in capitals under the byline is the place."""
    return before[-1:] == ["byline"] and paragraph.isupper() and len(paragraph.split()) <= 3


def _choose(paragraphs: Sequence[str], roles: list[str], candidates: list[int]) -> None:
    """Name the headline among the candidates; the others are subheads."""
    for i in candidates:
        roles[i] = "subhead"
    if candidates:
        subjects = [i for i in candidates if _SUBJECT.match(paragraphs[i])]
        roles[subjects[0] if subjects else _first_title(paragraphs, candidates)] = "headline"


def _first_title(paragraphs: Sequence[str], candidates: list[int]) -> int:
    """The first line, unless it is the masthead or a kicker and a fuller line follows."""
    first, *others = candidates
    fuller = [i for i in others if len(paragraphs[i].split()) >= 3 and not _is_masthead(paragraphs[i])]
    if not fuller:
        return first
    if _is_masthead(paragraphs[first]):
        return _first_title(paragraphs, fuller)
    longer = len(paragraphs[fuller[0]].split()) > len(paragraphs[first].split())
    return fuller[0] if longer and _is_kicker(paragraphs[first]) else first


def _is_masthead(line: str) -> bool:
    return _MASTHEAD.search(line) is not None or has_date(line)


def _is_kicker(line: str) -> bool:
    words = line.split()
    return len(words) <= 4 and ":" not in line and all(not word[0].isalpha() or word[0].isupper() for word in words)
