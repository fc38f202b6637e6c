"""Visible: takes out of an HTML tree what a reader of the page does not see or what is no part of the report."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_NEVER = [
    "script",
    "style",
    "noscript",
    "template",
    "iframe",
    "object",
    "embed",
    "svg",
    "canvas",
    "form",
    "button",
    "select",
    "textarea",
    "input",
    "nav",
    "dialog",
    "menu",
    "audio",
    "video",
    "math",
    "map",
    "head",
    "title",
    "meta",
    "link",
]
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_HIDING_RULE = re.compile(r"([^{}]{1,300})\{[^{}]*(?:display\s*:\s*none|visibility\s*:\s*hidden)[^{}]*\}", re.I)
_SIMPLE_SELECTOR = re.compile(r"^\s*(?:[a-z]+\d?)?([.#])([\w-]+)\s*$", re.I)
_UNSEEN = re.compile(
    r"(?:^|\s)(?:visually-?hidden|sr-only|screen-reader(?:-text)?|hidden|d-none|is-hidden|u-hidden|offscreen|a11y-hidden)(?:\s|$)",
    re.I,
)
_OTHER = re.compile(
    r"(?:^|[\s_-])(?:comments?(?:-?(?:area|list|section|thread|body))?|disqus\w*|respond|cookies?(?:-\w+)?|consent|newsletter(?:-\w+)?"
    r"|share(?:-?(?:bar|buttons?|tools|links))?|social(?:-\w+)?|breadcrumbs?|related(?:-\w+)?|most-read|promo|advert\w*|ad-slot|sidebar)(?:[\s]|$)",
    re.I,
)


def take_out_unseen(root: HtmlElement) -> None:
    """Remove scripts, styles, hidden elements, menus, forms, comments and sharing bars from a tree, in place."""
    from lxml import etree

    hidden = _hidden_names(root)
    etree.strip_elements(root, *_NEVER, with_tail=False)
    etree.strip_tags(root, etree.Comment, etree.ProcessingInstruction)
    for element in [e for e in root.iterdescendants() if isinstance(e.tag, str) and _is_unseen(e, hidden)]:
        _drop(element)


def _hidden_names(root: HtmlElement) -> frozenset[str]:
    """The classes and ids that the page's own style sheet hides; only simple selectors are understood."""
    styles = "".join(style.text or "" for style in root.iter("style"))[:500_000]
    selectors = (s for rule in _HIDING_RULE.finditer(styles) for s in rule[1].split(","))
    return frozenset(m[1] + m[2] for m in map(_SIMPLE_SELECTOR.match, selectors) if m is not None)


def _is_unseen(element: HtmlElement, hidden: frozenset[str]) -> bool:
    attributes = element.attrib
    if not attributes or element.tag in ("html", "body", "article", "main"):
        return False
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    classes, name = attributes.get("class", ""), attributes.get("id", "")
    if _HIDDEN_STYLE.search(attributes.get("style", "")) or _UNSEEN.search(classes):
        return True
    if hidden and (f"#{name}" in hidden or any(f".{c}" in hidden for c in classes.split())):
        return True
    return element.tag != "p" and bool(_OTHER.search(classes) or _OTHER.search(name))


def _drop(element: HtmlElement) -> None:
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
    parent.remove(element)
