"""Markup: the provenance that a page's own markup gives: JSON-LD first, then meta elements, links and language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from paradero.intake.jsonld import Said
from paradero.intake.provenance import day, said
from paradero.model.document import Given, Provenance

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_PUBLISHED = [
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date.created",
    "dc.date",
    "dcterms.date",
    "date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "sailthru.date",
    "parsely-pub-date",
    "cxenseparse:recs:publishtime",
    "citation_publication_date",
    "article.published",
    "originalpublicationdate",
]
_AUTHOR = [
    "author",
    "article:author",
    "dc.creator",
    "dcterms.creator",
    "parsely-author",
    "sailthru.author",
    "citation_author",
    "byl",
]
_PUBLISHER = [
    "og:site_name",
    "publisher",
    "dc.publisher",
    "dcterms.publisher",
    "application-name",
    "citation_journal_title",
]
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(\S+)")
_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]


def metadata(root: HtmlElement) -> dict[str, str]:
    """Return the page's meta elements by name (lower case); the first of a name counts."""
    found: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        content = meta.get("content") or ""
        if name and content.strip():
            found.setdefault(name.strip().lower(), " ".join(content.split()))
    return found


def provenance_of(root: HtmlElement, article: Said, meta: dict[str, str]) -> Provenance:
    """Return what a page says of itself; the origin is ``markup``, or ``file`` for a saved-from line.

    Args:
        root: the page, before anything was taken out.
        article: what its JSON-LD says.
        meta: its meta elements.
    """
    url = article.url or _link(root, "canonical") or meta.get("og:url", "")
    return Provenance(
        publisher=said(article.publisher or _first(meta, _PUBLISHER), "markup"),
        published=said(_published(root, article, meta, url), "markup"),
        author=said(_author(article, meta, root), "markup"),
        url=said(url, "markup") if _is_address(url) else _saved_from(root),
        language=said(_language(root, article, meta), "markup"),
        licence=said(article.licence or _link(root, "license"), "markup"),
    )


def _first(meta: dict[str, str], names: list[str]) -> str:
    return next((meta[name] for name in names if name in meta), "")


def _is_address(url: str) -> bool:
    return re.match(r"https?://\S+$", url) is not None


def _link(root: HtmlElement, rel: str) -> str:
    for link in root.iter("link", "a"):
        if rel in (link.get("rel") or "").lower().split():
            return (link.get("href") or "").strip()
    return ""


def _saved_from(root: HtmlElement) -> Given:
    from lxml import etree

    comments = (c.text or "" for c in root.getroottree().iter(etree.Comment))
    found = next(filter(None, map(_SAVED_FROM.search, comments)), None)
    return said(found[1], "file") if found is not None and _is_address(found[1]) else Given()


def _author(article: Said, meta: dict[str, str], root: HtmlElement) -> str:
    name = article.author or _first(meta, _AUTHOR)
    if not name or _is_address(name):
        marked = [
            e
            for e in root.iter("a", "span", "p", "div", "address")
            if e.get("rel") == "author" or e.get("itemprop") == "author"
        ]
        name = " ".join(marked[0].text_content().split()) if marked else ""
    return re.sub(r"^(?:by|por)\s+", "", name, flags=re.I) if len(name) <= 200 else ""


def _language(root: HtmlElement, article: Said, meta: dict[str, str]) -> str:
    html = root.getroottree().getroot()
    written = html.get("lang") or html.get("{http://www.w3.org/XML/1998/namespace}lang") or article.language
    written = written or meta.get("og:locale", "") or meta.get("content-language", "")
    code = re.match(r"[a-zA-Z]{2,3}(?=$|[-_])", written.strip())
    return code[0].lower() if code is not None else ""


def _published(root: HtmlElement, article: Said, meta: dict[str, str], url: str) -> str:
    """The first day written in full: JSON-LD, meta, a marked <time>; then what htmldate finds, if it stands there."""
    for written in (article.published, *(meta[name] for name in _PUBLISHED if name in meta), *_marked_times(root)):
        if day(written):
            return day(written)
    return _confirmed(root, meta, url)


def _marked_times(root: HtmlElement) -> list[str]:
    times = [t for t in root.iter("time") if t.get("datetime")]
    marked = [
        t
        for t in times
        if t.get("pubdate") is not None or "published" in f"{t.get('itemprop', '')} {t.get('class', '')}".lower()
    ]
    return [t.get("datetime") or "" for t in (marked or times[:1])]


def _confirmed(root: HtmlElement, meta: dict[str, str], url: str) -> str:
    """Ask htmldate, and believe it only where that day is written in full: it turns "July 2025" into its first day."""
    from htmldate import find_date

    found = find_date(root, original_date=True, extensive_search=False, url=url or None)
    if not found:
        return ""
    dated = (
        e
        for e in root.iter("time", "span", "div", "p", "small", "abbr")
        if re.search(r"date|time|publish|byline|meta", e.get("class") or e.get("itemprop") or "", re.I)
    )
    places = [url, *meta.values(), *(e.text_content()[:300] for e in dated)]
    return found if any(_writes(place, found) for place in places) else ""


def _writes(place: str, iso: str) -> bool:
    """Whether a text writes a day with its day, month and year."""
    year, month, number = iso.split("-")
    name = _MONTHS[int(month) - 1][:3]
    d = f"0?{int(number)}"
    m = f"0?{int(month)}"
    forms = (
        rf"{year}[-/._]?{month}[-/._]?{number}",
        rf"\b{year}[-/.]{m}[-/.]{d}\b",
        rf"\b(?:{d}[-/.]\s?{m}|{m}[-/.]\s?{d})[-/.]\s?{year}\b",
        rf"\b{d}(?:st|nd|rd|th)?\s+(?:de\s+)?{name}\w*\.?,?\s+(?:de\s+)?{year}\b",
        rf"\b{name}\w*\.?\s+{d}(?:st|nd|rd|th)?,?\s+{year}\b",
    )
    return any(re.search(form, place, re.I) for form in forms)
