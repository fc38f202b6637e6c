"""Live pages: the moments that markup gives to entries. The pages are our own, each in one of the forms in use."""

from __future__ import annotations

import json

import pytest

from paradero.intake import parse
from paradero.intake.instants import said_at
from paradero.intake.stamps import Stamp
from paradero.model import Document

FREED = (
    "The ministry said that nine sailors had been freed by the port authority an hour ago, and that they would be "
    "flown home tonight after a long wait."
)
HELD = (
    "Relatives of the sailors gathered at the gate this morning; the guards told them that twelve men were still held "
    "inside the barracks of Sorrel."
)
TITLE = "Live: sailors freed at Port Alba"


def page(body: str, head: str = "") -> Document:
    whole = f"<html><head><title>{TITLE}</title>{head}</head><body><main><h1>{TITLE}</h1>{body}</main></body></html>"
    return parse(whole.encode(), "live.html")[0]


def said(document: Document, words: str) -> str:
    """The first and last day and the hour of the part that holds some words."""
    part = next(p for p in document.parts if words in document.text[p.start : p.end])
    when = part.said_on
    return "" if when is None else f"{when.earliest_start}..{when.latest_end} {when.hour}"


def jsonld(*updates: dict[str, str]) -> str:
    node = {"@type": "LiveBlogPosting", "headline": TITLE, "datePublished": "2025-03-16T08:00:00-04:00",
            "liveBlogUpdate": [{"@type": "BlogPosting", **update} for update in updates]}  # fmt: skip
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'


LATE, EARLY = "2025-03-17T00:10:00-04:00", "2025-03-16T19:05:00-04:00"


def test_microdata_with_the_hour_that_readers_see() -> None:
    document = page(
        '<div itemscope itemtype="https://schema.org/LiveBlogPosting">'
        '<div itemprop="liveBlogUpdate" itemscope itemtype="https://schema.org/BlogPosting"><span>9.10pm</span>'
        f'<meta itemprop="datePublished" content="2025-03-17T01:10:00Z"><p>{FREED}</p></div>'
        '<div itemprop="liveBlogUpdate" itemscope itemtype="https://schema.org/BlogPosting">'
        f'<time itemprop="datePublished" datetime="2025-03-16T23:05:00Z">7.05pm</time><p>{HELD}</p>'
        "<p>A second paragraph of the entry says that the consul was refused entry to the barracks on Friday.</p></div>"
        "</div><p>The desk returns at six in the morning with the news from the other ports of the coast.</p>"
    )
    assert said(document, "nine sailors") == "2025-03-16..2025-03-16 9.10pm"  # in Greenwich it was the next day
    assert said(document, "twelve men") == "2025-03-16..2025-03-16 7.05pm"
    assert said(document, "second paragraph") == "2025-03-16..2025-03-16 7.05pm"
    assert said(document, "The desk returns") == ""  # outside the entries
    assert said(document, TITLE) == ""


def test_jsonld_that_points_to_the_entries() -> None:
    head = jsonld({"datePublished": LATE, "url": "https://alba.example/live#e2"},
                  {"datePublished": EARLY, "url": "https://alba.example/live#e1"})  # fmt: skip
    document = page(f'<article id="e2"><p>{FREED}</p></article><article id="e1"><p>{HELD}</p></article>', head)
    assert said(document, "nine sailors") == "2025-03-17..2025-03-17 00:10 -04:00"
    assert said(document, "twelve men") == "2025-03-16..2025-03-16 19:05 -04:00"


def test_jsonld_that_holds_the_words() -> None:
    head = jsonld({"datePublished": LATE, "articleBody": FREED}, {"datePublished": EARLY, "articleBody": HELD})
    document = page(f"<div><p>{FREED}</p></div><div><p>{HELD}</p></div>", head)
    assert said(document, "nine sailors") == "2025-03-17..2025-03-17 00:10 -04:00"
    assert said(document, "twelve men") == "2025-03-16..2025-03-16 19:05 -04:00"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("live-feed", "2025-03-17..2025-03-17 12.10am"),
        ("chronology", ""),  # times of events, not of saying
        ("olive-oil", ""),  # no name that says "live"
    ],
)
def test_like_elements_side_by_side(name: str, expected: str) -> None:
    entries = "".join(
        f'<div class="x"><div><time datetime="{moment}">{hour}</time></div><p>{words}</p></div>'
        for moment, hour, words in ((LATE, "12.10am", FREED), (EARLY, "7.05pm", HELD))
    )
    head = '<meta property="article:published_time" content="2025-03-20">'
    document = page(f'<div class="{name}">{entries}</div>', head)
    first = said(document, "nine sailors")
    assert first == expected or (not expected and "2025-03-20" in first)  # then the page's day and the stamp


@pytest.mark.parametrize(
    ("written", "stamp", "expected"),
    [
        ("2025-03-17T01:10:00Z", None, "2025-03-17 01:10 Z"),  # as the markup says it
        ("2025-03-17T01:10:00Z", Stamp(5, "21:10"), "2025-03-16 21:10"),
        ("2025-03-16T23:10:00+00:00", Stamp(5, "08:10"), "2025-03-17 08:10"),  # east of Greenwich
        (
            "2025-03-17T01:10:00Z",
            Stamp(5, "21:02"),
            "2025-03-17 01:10 Z",
        ),  # no zone is eight minutes off: another moment
        ("2025-03-17T01:10:00Z", Stamp(5, "9.10"), "2025-03-17 01:10 Z"),  # morning or evening?
        ("2025-03-17", None, "2025-03-17 "),  # a day without an hour
    ],
)
def test_the_day_is_that_of_the_place(written: str, stamp: Stamp | None, expected: str) -> None:
    when = said_at(written, stamp)
    assert when is not None
    assert f"{when.earliest_start} {when.hour}" == expected
    assert when.written == written


def test_what_is_no_date_gives_no_time() -> None:
    assert said_at("yesterday", None) is None
    assert said_at("2025-02-30T10:00", None) is None


def test_a_note_at_the_foot_is_a_correction_though_extractors_leave_it_out() -> None:
    note = "This article was amended on 18 March 2025. An earlier version said that 12 sailors were freed."
    document = page(f"<p>{FREED}</p><p>{HELD}</p><div class='furniture'><p><em>{note}</em></p></div>")
    assert [document.text[p.start : p.end] for p in document.parts if p.role == "correction"] == [note]
