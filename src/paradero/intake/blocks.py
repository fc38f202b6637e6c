"""Blocks: the visible blocks of an HTML tree in document order, each with the role that the markup gives it.

The walk keeps no stack of calls, so that a page of a hundred thousand nested elements is only long.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from paradero.intake.material import Block

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "tr",
        "ul",
        "video",
        "audio",
        "picture",
    ]
)
_HEADINGS = frozenset(["h2", "h3", "h4", "h5", "h6", "summary"])
_ITEMS = frozenset({"li", "dd", "dt", "tr"})
_CAPTION_CLASS = re.compile(r"(?:^|[\s_-])(?:wp-)?(?:caption|cutline|photo-?desc(?:ription)?)(?:[\s_-]|text|$)", re.I)
_CREDIT_CLASS = re.compile(
    r"(?:^|[\s_-])(?:credits?|photo-?credit|copyright|photographer|attribution|byline|source)(?:[\s_-]|$)", re.I
)
_BYLINE_CLASS = re.compile(r"(?:^|[\s_-])(?:byline|author(?:s|-name)?)(?:[\s_-]|$)", re.I)
_FEWEST = 5  # words; a shorter alternative text names the picture rather than telling what it shows
# Stand for a <br> and for the edge of a table's cell until white space has been folded; no text may hold them.
_BREAK, _CELL = "\ufdd0", "\ufdd1"


@dataclass(slots=True)
class _Walk:
    """The words gathered since the last edge of a block, and the roles of the elements that are open."""

    words: list[str] = field(default_factory=list)
    roles: list[tuple[HtmlElement, str]] = field(default_factory=list)
    entries: list[tuple[HtmlElement, str]] = field(default_factory=list)

    def role(self) -> str:
        return self.roles[-1][1] if self.roles else ""

    def flush(self) -> Iterator[Block]:
        text = "".join(self.words)
        self.words.clear()
        for piece in re.split(rf"{_BREAK}\s*{_BREAK}", text):
            lines = (_folded(line) for line in piece.split(_BREAK))
            whole = "\n".join(line for line in lines if line)
            if whole:
                yield Block(whole, self.role(), said=self.entries[-1][1] if self.entries else "")


def _folded(line: str) -> str:
    cells = (" ".join(cell.split()) for cell in line.split(_CELL))
    return "\t".join(cell for cell in cells if cell)


def blocks_of(root: HtmlElement, entries: Mapping[HtmlElement, str] = MappingProxyType({})) -> Iterator[Block]:
    """Yield the blocks of a tree from which scripts and hidden elements have been taken.

    Args:
        root: the tree.
        entries: the elements that are entries of a live blog, with their moments as the markup writes them.
    """
    from lxml import etree

    walk = _Walk()
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event == "start" and element in entries:
            yield from walk.flush()
            walk.entries.append((element, entries[element]))
        if event == "start":
            yield from _enter(walk, element)
        elif event == "end":
            yield from _leave(walk, element)
        if event != "start" and element.tail and element is not root:
            walk.words.append(element.tail)
    yield from walk.flush()


def _enter(walk: _Walk, element: HtmlElement) -> Iterator[Block]:
    role = _role_of(element, walk.role(), [r for _, r in walk.roles[-3:]])
    if element.tag in _BLOCKS or role != walk.role():
        yield from walk.flush()
    if role != walk.role():
        walk.roles.append((element, role))
    if element.tag in ("br", "td", "th"):
        walk.words.append(_BREAK if element.tag == "br" else _CELL)
    if element.tag == "img" and role == "picture" and len(element.get("alt", "").split()) >= _FEWEST:
        yield Block(" ".join(element.get("alt", "").split()), "alt")
    if element.text:
        walk.words.append(element.text)


def _leave(walk: _Walk, element: HtmlElement) -> Iterator[Block]:
    ends_role = bool(walk.roles) and walk.roles[-1][0] is element
    if element.tag in _BLOCKS or ends_role:
        yield from walk.flush()
    if ends_role:
        walk.roles.pop()
    if walk.entries and walk.entries[-1][0] is element:
        yield from walk.flush()
        walk.entries.pop()


def _role_of(element: HtmlElement, inherited: str, around: list[str]) -> str:
    tag = element.tag
    names = f"{element.get('class', '')} {element.get('itemprop', '')}"
    if inherited == "credit":
        return "credit"
    if tag in ("figure", "picture") and inherited == "":
        return "picture"
    in_picture = bool({"picture", "caption"} & set(around))
    if in_picture and _CREDIT_CLASS.search(names):
        return "credit"
    if tag == "figcaption" or (
        tag != "caption" and tag != "table" and _CAPTION_CLASS.search(names) and inherited != "headline"
    ):
        return "caption" if inherited != "caption" else inherited
    if tag == "h1":
        return "headline"
    if tag in _HEADINGS and inherited in ("", "picture"):
        return "subhead"
    if tag in _ITEMS and inherited == "":
        return "item"
    return "byline" if inherited == "" and tag not in ("div", "section") and _BYLINE_CLASS.search(names) else inherited
