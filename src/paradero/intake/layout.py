"""Layout: a text without markup comes apart into headline, captions with credits, body, quotations, boilerplate.

Every character that is not white space comes to lie in exactly one outer part; quotations lie inside body and entries.
The rules look at shape and wording, in this order: the head; stamps of a live blog or log; boilerplate and corrections;
captions with their credits; datelines; headings. What no rule claims is body, because body is what gets read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from paradero.intake.boilerplate import is_boilerplate
from paradero.intake.captions import LABEL, ends_sentence, is_caption
from paradero.intake.corrections import is_correction
from paradero.intake.credits import Credit, credit_at_end
from paradero.intake.entries import joined
from paradero.intake.heads import head_roles
from paradero.intake.lines import (
    dateline_before,
    is_byline,
    is_dateline,
    is_handle,
    is_item,
    is_running,
    is_turn,
)
from paradero.intake.material import Stretch
from paradero.model.document import Part
from paradero.text.quotations import quotations

_LONGEST_CAPTION = 110  # words; photo pages tell whole stories under their pictures
_LONGEST_MARKED = 2_000  # characters; whatever is longer is running text, and no pattern need look at it
_LONGEST_HEADING = 14
_QUOTED_IN = frozenset({"body", "entry", "correction"})


def parts_of(text: str, stretches: Sequence[Stretch], titled: bool = False) -> tuple[Part, ...]:
    """Return the parts of a text.

    Args:
        text: the frozen text.
        stretches: its paragraphs or blocks in order; those with a role keep it.
        titled: whether the markup has already named the headline; then there is no head to look for.
    """
    found = list(stretches) if titled else _with_head(text, stretches)
    outer = _credited([piece for stretch in _roles(text, joined(text, found)) for piece in _cut(text, stretch)])
    return _numbered([*outer, *_quoted(text, outer)])


def _with_head(text: str, stretches: Sequence[Stretch]) -> list[Stretch]:
    roles = head_roles([text[s.start : s.end] for s in stretches], [s.block for s in stretches])
    roles += [""] * (len(stretches) - len(roles))
    return [replace(s, role=s.role or role) for s, role in zip(stretches, roles, strict=True)]


def _roles(text: str, stretches: list[Stretch]) -> Iterator[Stretch]:
    """Give every stretch that has none its role."""
    seen_running = False
    for i, stretch in enumerate(stretches):
        if stretch.role == "":
            following = stretches[i + 1] if i + 1 < len(stretches) else None
            stretch = _judged(text, stretch, following, seen_running)
        seen_running = seen_running or stretch.role in ("body", "entry")
        yield stretch


def _judged(text: str, stretch: Stretch, following: Stretch | None, seen_running: bool) -> Stretch:
    words = text[stretch.start : stretch.end]
    if len(words) > _LONGEST_MARKED:
        return replace(stretch, role="body")
    if is_boilerplate(words):
        return replace(stretch, role="boilerplate")
    if is_correction(words):
        return replace(stretch, role="correction")
    credit = credit_at_end(words) if len(words.split()) <= _LONGEST_CAPTION else None
    if credit is not None and _can_bear_credit(words[: credit.start], words[credit.start :]):
        role = "caption" if words[: credit.start].strip("[( \n") else "credit"
        return replace(stretch, role=role, credit=credit.credit, relay=credit.relay)
    if LABEL.match(words) or _is_bare_caption(text, stretch, following, words, seen_running):
        return replace(stretch, role="caption")
    if not seen_running and is_byline(words):
        return replace(stretch, role="byline")
    return replace(stretch, role=_line_role(words, following, text))


def _is_bare_caption(text: str, stretch: Stretch, following: Stretch | None, words: str, seen_running: bool) -> bool:
    """Without a credit, a caption stands between paragraphs, or its credit is the next line."""
    if following is not None and following.role == "" and not is_item(words) and not is_turn(words):
        below = text[following.start : following.end]
        credit = credit_at_end(below)
        if credit is not None and credit.start == 0 and len(words.split()) <= 40 and _can_bear_credit(words, below):
            return not is_running(words) or following.block == stretch.block
    return seen_running and not is_item(words) and not is_turn(words) and is_caption(words)


def _can_bear_credit(words: str, credit: str) -> bool:
    """An agency's name in brackets after a sentence with a verb of saying signs a report, not a picture."""
    if re.search(r"photo|picture|image|drawing|credit|foto|imag|via|/|courtesy|hand-?out", credit, re.I):
        return True
    return len(words.split()) <= 40 and re.search(r"\b(?:said|told|added|says|according)\b", words) is None


def _line_role(words: str, following: Stretch | None, text: str) -> str:
    if is_handle(words):
        return "byline"
    if is_dateline(words):
        return "dateline"
    return "subhead" if _is_heading(words) and following is not None and _heads(following, text) else "body"


def _is_heading(words: str) -> bool:
    longest = _LONGEST_HEADING if words[-1] != ":" else 6
    if len(words.split()) > longest or ends_sentence(words.rstrip("?!")) or words[-1] in ",;-–—":
        return False
    if is_item(words):
        return re.match(r"^\d", words) is not None and len(words.split()) <= 8 and words[-1].isalnum()
    return not is_turn(words) and words[0] not in '(["“' and not words[0].islower()


def _heads(following: Stretch, text: str) -> bool:
    """Whether something that a heading can stand over comes next."""
    words = text[following.start : following.end]
    return following.role not in ("", "boilerplate") or is_running(words) or _is_heading(words)


def _cut(text: str, stretch: Stretch) -> Iterator[Stretch]:
    """Part a caption from its credit, and a dateline from the sentence after it."""
    words = text[stretch.start : stretch.end]
    if stretch.role == "caption" and stretch.credit:
        credit = credit_at_end(words)
        if credit is not None and credit.start > 0:
            yield from _parted(text, stretch, credit)
            return
    length = dateline_before(words[:200]) if stretch.role == "body" else 0
    if length:
        cut = stretch.start + length
        yield Stretch(stretch.start, cut, "dateline", stretch.block)
        yield replace(stretch, start=cut + len(text[cut : stretch.end]) - len(text[cut : stretch.end].lstrip()))
    else:
        yield stretch


def _parted(text: str, stretch: Stretch, credit: Credit) -> Iterator[Stretch]:
    cut = stretch.start + credit.start
    begin = cut + len(text[cut : stretch.end]) - len(text[cut : stretch.end].lstrip())
    yield replace(stretch, end=stretch.start + len(text[stretch.start : cut].rstrip()))
    yield Stretch(begin, stretch.end, "credit", stretch.block, stretch.credit, stretch.relay)


def _credited(outer: list[Stretch]) -> list[Stretch]:
    """Give a caption that bears no credit the one on the line under it, or over it if no other caption claims that."""
    claimed: set[int] = set()
    for i, stretch in enumerate(outer):
        if stretch.role == "caption":
            near = [j for j in (i + 1, i - 1) if 0 <= j < len(outer) and outer[j].role == "credit" and j not in claimed]
            claimed.update(near[:1])
            if near and not stretch.credit:
                outer[i] = replace(stretch, credit=outer[near[0]].credit, relay=outer[near[0]].relay)
    return outer


def _quoted(text: str, outer: list[Stretch]) -> Iterator[Stretch]:
    """Yield the outermost quotations that lie in body and entries; one that runs over an edge is cut there."""
    holders = [part for part in outer if part.role in _QUOTED_IN]
    at = 0
    for quotation in quotations(text):
        if quotation.depth:
            continue
        while at < len(holders) and holders[at].end <= quotation.start:
            at += 1
        behind = at
        while behind < len(holders) and holders[behind].start < quotation.end:
            holder = holders[behind]
            yield Stretch(max(holder.start, quotation.start), min(holder.end, quotation.end), "quotation")
            behind += 1


def _numbered(stretches: Iterable[Stretch]) -> tuple[Part, ...]:
    """Number the parts; only captions say whose the picture is."""
    ordered = sorted(stretches, key=lambda s: (s.start, -s.end, s.role == "quotation"))
    return tuple(
        Part(s.role, s.start, s.end, i, *((s.credit, s.relay) if s.role == "caption" else ()))
        for i, s in enumerate(ordered, 1)
    )
