"""JSON-LD: what a page's own metadata says of the article and its pictures (schema.org)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_ARTICLES = frozenset(
    [
        "Article",
        "NewsArticle",
        "ReportageNewsArticle",
        "AnalysisNewsArticle",
        "OpinionNewsArticle",
        "BackgroundNewsArticle",
        "LiveBlogPosting",
        "BlogPosting",
        "Report",
        "SocialMediaPosting",
        "AdvertiserContentArticle",
    ]
)
_DEEPEST = 12  # levels; schema.org graphs in the wild stay under 6
_MOST = 5_000  # nodes


@dataclass(frozen=True, slots=True)
class Picture:
    """An ``ImageObject``: its caption and whom it is credited to, as written."""

    caption: str
    credit: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Update:
    """One update of a ``LiveBlogPosting``: when it was published, its address, headline and words, if said."""

    published: str
    url: str = ""
    headline: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """What the JSON-LD of a page says of its article; "" where it says nothing."""

    headline: str = ""
    published: str = ""
    author: str = ""
    publisher: str = ""
    url: str = ""
    language: str = ""
    licence: str = ""
    pictures: tuple[Picture, ...] = ()
    updates: tuple[Update, ...] = ()


def read_jsonld(scripts: list[str]) -> Said:
    """Read the JSON-LD scripts of a page; a script that is no JSON is passed over.

    Args:
        scripts: the contents of the page's ``application/ld+json`` scripts, in order.
    """
    nodes = [node for script in scripts for node in _nodes(_parsed(script))][:_MOST]
    article = next((node for node in nodes if _types(node) & _ARTICLES), {})
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    pictures = tuple(filter(None, (_picture(node, by_id) for node in nodes if "ImageObject" in _types(node))))
    return Said(
        headline=_text(article.get("headline")),
        published=_text(article.get("datePublished")),
        author=_names(article.get("author"), by_id),
        publisher=_names(article.get("publisher"), by_id),
        url=_text(article.get("url")) or _address(article.get("mainEntityOfPage")),
        language=_text(article.get("inLanguage")),
        licence=_text(article.get("license")),
        pictures=tuple(dict.fromkeys(pictures)),
        updates=tuple(filter(None, (_update(node) for node in _updates(nodes)))),
    )


def _parsed(script: str) -> Any:
    try:
        return json.loads(script.strip().removeprefix("<!--").removesuffix("-->").strip(" ;\n"), strict=False)
    except (ValueError, RecursionError):
        return None


def _nodes(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, dict):
        yield value
    children = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for child in children:
        if isinstance(child, (dict, list)):
            yield from _nodes(child, depth + 1)


def _types(node: dict[str, Any]) -> set[str]:
    types = node.get("@type")
    return {t for t in (types if isinstance(types, list) else [types]) if isinstance(t, str)}


def _text(value: Any) -> str:
    if isinstance(value, list):
        return _text(value[0]) if value else ""
    if isinstance(value, dict):
        return _text(value.get("name")) or _text(value.get("@value"))
    return " ".join(value.split()) if isinstance(value, str) else ""


def _address(value: Any) -> str:
    return _text(value.get("@id") or value.get("url")) if isinstance(value, dict) else _text(value)


def _names(value: Any, by_id: dict[str, dict[str, Any]]) -> str:
    """Join the names of one or more persons or organisations, following references inside the page."""
    names = []
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict) and "name" not in item:
            item = by_id.get(str(item.get("@id")), item)
        names.append(_text(item))
    return ", ".join(dict.fromkeys(name for name in names if name and not name.startswith("http")))


def _updates(nodes: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield what the live blogs among the nodes hold as their updates."""
    for node in nodes:
        held = node.get("liveBlogUpdate") if "LiveBlogPosting" in _types(node) else None
        yield from (one for one in (held if isinstance(held, list) else [held]) if isinstance(one, dict))


def _update(node: dict[str, Any]) -> Update | None:
    published = _text(node.get("datePublished")) or _text(node.get("dateCreated")) or _text(node.get("dateModified"))
    url = _text(node.get("url")) or _text(node.get("@id"))
    words = _text(node.get("articleBody")) or _text(node.get("text"))
    return Update(published, url, _text(node.get("headline")), words) if published else None


def _picture(node: dict[str, Any], by_id: dict[str, dict[str, Any]]) -> Picture | None:
    caption = _text(node.get("caption")) or _text(node.get("description"))
    credit = _text(node.get("creditText")) or _names(node.get("creator") or node.get("author"), by_id)
    return Picture(caption, credit, _text(node.get("url") or node.get("contentUrl"))) if caption else None
