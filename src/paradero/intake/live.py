"""Live pages: which elements of a page are entries of a live blog, and the moment that the markup gives to each.

Looked for in this order: microdata (``liveBlogUpdate``, or a ``BlogPosting`` inside a ``LiveBlogPosting``), the anchors
that the page's JSON-LD names, and like elements side by side under a name that says "live", each headed by its own
``<time datetime>``. A list of dated events is no live blog: there the time is that of the event.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from paradero.intake.instants import instant_of
from paradero.intake.jsonld import Update

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LIVE = re.compile(
    r"(?:^|[^a-z])live(?:[^a-z]|$|-?blog|feed|updates?|stream|posts?|coverage)|rolling|minute-?by-?minute", re.I
)
_WITH_CLOCK = re.compile(r"\d[T\s]\d{2}:\d{2}")
_FEWEST = 2  # entries side by side
_DEEPEST = 12  # elements above an entry that are looked at for a name that says "live"
_SHORT = 24  # letters; shorter words stand in more updates than one


def entry_times(root: HtmlElement, updates: Sequence[Update]) -> dict[HtmlElement, str]:
    """Return the elements of a page that are entries, each with its moment as the markup writes it.

    Args:
        root: the page, before anything was taken out.
        updates: those that the page's JSON-LD lists.
    """
    return _microdata(root) or _anchored(root, updates) or _side_by_side(root, live=bool(updates))


def matching(words: str, updates: Sequence[Update]) -> str:
    """Return the moment of the one update whose headline or body holds the words of a block, or ""."""
    letters = _letters(words)
    held = [
        update.published
        for update in updates
        if letters and (letters == _letters(update.headline) or _holds(update.words, letters))
    ]
    return held[0] if len(set(held)) == 1 else ""


def _holds(words: str, letters: str) -> bool:
    return len(letters) >= _SHORT and letters in _letters(words)


def _microdata(root: HtmlElement) -> dict[HtmlElement, str]:
    held = root.xpath(
        "//*[contains(concat(' ', @itemprop, ' '), ' liveBlogUpdate ')]"
        " | //*[contains(@itemtype, 'LiveBlogPosting')]//*[contains(@itemtype, '/BlogPosting')]"
    )
    return _dated((element, _own_time(element)) for element in held)


def _own_time(element: HtmlElement) -> str:
    marked = element.xpath(".//*[contains(concat(' ', @itemprop, ' '), ' datePublished ')]")
    for found in [*marked, *element.iter("time")]:
        written = found.get("datetime") or found.get("content") or ""
        if instant_of(written) is not None:
            return str(written)
    return ""


def _anchored(root: HtmlElement, updates: Sequence[Update]) -> dict[HtmlElement, str]:
    """Find the elements that the addresses of the updates point to ("...#block-5")."""
    named = {update.url.rpartition("#")[2]: update.published for update in updates if "#" in update.url}
    if not named:
        return {}
    held = ((element, element.get("id", "")) for element in root.xpath("//*[@id]"))
    return _dated((element, named[anchor]) for element, anchor in held if anchor in named)


def _side_by_side(root: HtmlElement, live: bool) -> dict[HtmlElement, str]:
    found: dict[HtmlElement, str] = {}
    around = (entry.getparent() for entry in map(_entry_around, root.iter("time")) if entry is not None)
    for parent in dict.fromkeys(parent for parent in around if parent is not None):
        entries = [child for child in parent if isinstance(child.tag, str) and _heading_time(child)]
        alike = [child for child in entries if child.tag == entries[0].tag]
        if len(alike) >= _FEWEST and (live or _named_live(parent)):
            found |= {child: _heading_time(child) for child in alike}
    return found


def _entry_around(stamp: HtmlElement) -> HtmlElement | None:
    """The outermost element around a time that holds no other time."""
    entry = None
    for element in stamp.iterancestors():
        if sum(1 for _ in element.iter("time")) > 1 or element.tag in ("body", "html", "main"):
            break
        entry = element
    return entry


def _heading_time(element: HtmlElement) -> str:
    """The moment that heads an element which says more than that."""
    stamps = list(element.iter("time"))
    if not stamps or not _WITH_CLOCK.search(stamps[0].get("datetime") or ""):
        return ""
    more = len(element.text_content().split()) - len(stamps[0].text_content().split())
    return str(stamps[0].get("datetime")) if more >= _FEWEST else ""


def _named_live(element: HtmlElement) -> bool:
    around = [element, *element.iterancestors()][:_DEEPEST]
    return any(_LIVE.search(f"{e.get('class', '')} {e.get('id', '')} {e.get('data-component', '')}") for e in around)


def _dated(found: Iterator[tuple[HtmlElement, str]]) -> dict[HtmlElement, str]:
    return {element: written for element, written in found if instant_of(written) is not None}


def _letters(words: str) -> str:
    return "".join(c for c in words.lower() if c.isalnum())
