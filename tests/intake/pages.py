"""Pages that the tests of intake share: an invented report with all that a page of a newspaper has around it."""

from __future__ import annotations

JSONLD = """{"@context": "https://schema.org", "@graph": [
{"@type": "WebSite", "name": "Alba Post"},
{"@type": "NewsArticle", "headline": "Nine fishermen come home", "datePublished": "2019-05-03T06:00:00+02:00",
 "author": [{"@type": "Person", "name": "Rosa Quint"}, {"@type": "Person", "name": "Li Wen"}],
 "publisher": {"@id": "#post"}, "license": "https://example.org/licence",
 "image": {"@type": "ImageObject", "caption": "The boat at the quay of Port Alba", "creditText": "Li Wen/AFP"}},
{"@id": "#post", "@type": "NewsMediaOrganization", "name": "The Alba Post"}]}"""

FIRST = (
    "Nine fishermen came home to Port Alba on Friday after a year on the island, the governor's office said in a note."
)
SECOND = (
    "“They are thin, but they are well,” said a doctor who had seen them at the harbour before they met their families."
)
THIRD = (
    "The captain of the boat was not among them; the navy of the neighbouring state says that he will be tried in June."
)

PAGE = f"""<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Nine fishermen come home - The Alba Post</title>
<link rel="canonical" href="https://example.org/2019/05/03/nine-fishermen">
<script type="application/ld+json">{JSONLD}</script>
<style>.later, .never {{ display: none }} p {{ color: black }}</style></head>
<body><nav><a href="/">Home</a><a href="/world">World news of the day</a></nav>
<script>document.write("<p>Words that a script would write into the page for its readers.</p>")</script>
<header><h1>The Alba Post</h1></header>
<article><h1>Nine fishermen come home</h1>
<p class="byline">By Rosa Quint and Li Wen</p>
<figure><img src="a.jpg" alt="a boat at a quay with some people waiting">
<figcaption>The boat at the quay of Port Alba <span class="credit">Li Wen/AFP</span></figcaption></figure>
<p>{FIRST}</p>
<p class="later">Words that the style sheet of the page hides from everybody who reads it.</p>
<p style="display:none">Words that a style attribute hides from everybody who reads the page.</p>
<div aria-hidden="true"><p>Words that are said to be hidden from everybody who reads the page.</p></div>
<h2>What the doctor says</h2>
<p>{SECOND}</p>
<figure><img src="b.jpg"><figcaption>A mother waits at the gate. Photo: Navy/Reuters</figcaption></figure>
<p>{THIRD}</p>
<p>Sign up to our free newsletter here.</p></article>
<section id="comments"><p>A reader's comment that must never come into the text of the report itself.</p></section>
<footer><p>© 2019 The Alba Post. All rights reserved.</p></footer></body></html>"""

PAGE_PARTS = [
    ("headline", "Nine fishermen come home"),
    ("byline", "By Rosa Quint and Li Wen"),
    ("caption", "The boat at the quay of Port Alba"),
    ("credit", "Li Wen/AFP"),
    ("body", FIRST),
    ("subhead", "What the doctor says"),
    ("body", SECOND),
    ("quotation", "“They are thin, but they are well,”"),
    ("caption", "A mother waits at the gate."),
    ("credit", "Photo: Navy/Reuters"),
    ("body", THIRD),
    ("boilerplate", "Sign up to our free newsletter here."),
]
