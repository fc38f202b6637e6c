from __future__ import annotations

import pytest

from paradero.intake import parse
from tests.intake.pages import FIRST, PAGE, PAGE_PARTS, SECOND, THIRD


def outline(page: str | bytes) -> list[tuple[str, str]]:
    data = page if isinstance(page, bytes) else page.encode()
    document, _ = parse(data, "a.html")
    return [(p.role, document.text[p.start : p.end]) for p in document.parts]


def article(body: str, head: str = "") -> str:
    before = f"<html><head><title>Nine freed</title>{head}</head><body><article><h1>Nine freed</h1>"
    return f"{before}{body}</article></body></html>"


def test_a_page_comes_apart_and_keeps_its_order() -> None:
    assert outline(PAGE) == PAGE_PARTS


def test_captions_carry_credit_and_relay() -> None:
    document, _ = parse(PAGE.encode(), "a.html")
    captions = [(p.credit, p.relay) for p in document.parts if p.role == "caption"]
    assert captions == [("Li Wen", "AFP"), ("Navy", "Reuters")]


def test_what_the_page_says_of_itself() -> None:
    document, problems = parse(PAGE.encode(), "a.html")
    known = document.provenance
    assert problems == ()
    assert known.publisher.value == "The Alba Post"  # through the reference inside the JSON-LD
    assert known.published.value == "2019-05-03"
    assert known.author.value == "Rosa Quint, Li Wen"
    assert known.url.value == "https://example.org/2019/05/03/nine-fishermen"
    assert known.language.value == "en"
    assert known.licence.value == "https://example.org/licence"
    assert {g.origin for g in (known.publisher, known.published, known.author, known.url, known.language)} == {"markup"}


@pytest.mark.parametrize("word", ["script", "hides", "hidden", "comment", "World news", "rights reserved", "display"])
def test_what_a_reader_does_not_see_is_not_in_the_text(word: str) -> None:
    assert word not in parse(PAGE.encode(), "a.html")[0].text


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ('<meta name="date" content="2019-05-03">', "2019-05-03"),
        ('<meta name="date" content="2019-05">', ""),  # no day is invented
        ('<meta itemprop="copyrightYear" content="2019">', ""),
        ('<link rel="canonical" href="https://example.org/2019/05/nine">', ""),
        ('<link rel="canonical" href="https://example.org/2019/05/03/nine">', "2019-05-03"),
        ("", ""),
    ],
)
def test_a_day_of_publication_has_to_be_written(head: str, expected: str) -> None:
    page = article(f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>", head)
    assert parse(page.encode(), "a.html")[0].provenance.published.value == expected


def test_a_day_written_beside_the_byline_is_found() -> None:
    page = article(f'<span class="date">3 May 2019</span><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>')
    assert parse(page.encode(), "a.html")[0].provenance.published.value == "2019-05-03"


def test_the_days_a_report_tells_of_are_not_its_day_of_publication() -> None:
    page = article(f"<p>{FIRST}</p><p>The boat was seized on 14 April 2018, the owner says.</p><p>{THIRD}</p>")
    assert parse(page.encode(), "a.html")[0].provenance.published.value == ""


def test_a_caption_that_only_the_metadata_gives_stands_after_the_headline() -> None:
    said = '{"@type": "ImageObject", "caption": "Nets dry in the empty harbour", "creditText": "Li Wen via AP"}'
    page = article(f"<p>{FIRST}</p><p>{SECOND}</p>", f'<script type="application/ld+json">{said}</script>')
    document, _ = parse(page.encode(), "a.html")
    caption = document.parts[1]
    assert document.text[caption.start : caption.end] == "Nets dry in the empty harbour"
    assert (caption.role, caption.credit, caption.relay) == ("caption", "Li Wen", "AP")


def test_alternative_text_is_a_caption_only_when_there_is_no_other() -> None:
    figure = '<figure><img src="a.jpg" alt="Nets dry in the empty harbour"></figure>'
    plain = outline(article(f"{figure}<p>{FIRST}</p><p>{SECOND}</p>"))
    other = outline(
        article(f"{figure}<p>{FIRST}</p><p>{SECOND}</p><figure><figcaption>A quay</figcaption></figure><p>{THIRD}</p>")
    )
    assert plain[1] == ("caption", "Nets dry in the empty harbour")
    assert [words for role, words in other if role == "caption"] == ["A quay"]


def test_a_page_of_scripts_says_so() -> None:
    script = '<script>render("Nine fishermen came home to Port Alba today.")</script>'
    page = f'<html><body><div id="app"></div>{script}</body></html>'
    document, problems = parse(page.encode(), "a.html")
    assert (document.text, [p.code for p in problems]) == ("", ["no_text_in_page"])


def test_broken_markup_is_read_as_far_as_it_goes() -> None:
    page = f"<html><body><article><h1>Nine freed<p>{FIRST}<p>{SECOND}<div><p>{THIRD}"
    assert {FIRST, SECOND, THIRD} <= {words for _, words in outline(page)}


def test_declared_encoding_is_used() -> None:
    page = article(
        f"<p>Según José Nuñez, volvieron a casa nueve pescadores.</p><p>{SECOND}</p>", '<meta charset="iso-8859-1">'
    )
    assert "José Nuñez" in parse(page.encode("cp1252", "replace"), "a.html")[0].text


def test_a_page_nested_beyond_reason_keeps_its_words() -> None:
    page = (
        "<html><body>"
        + "<div><span>" * 4_000
        + f"<p>{FIRST}</p>"
        + "</span></div>" * 4_000
        + f"<p>{SECOND}</p></body></html>"
    )
    document, problems = parse(page.encode(), "a.html")
    assert [p.code for p in problems] == ["nested_too_deeply"]
    assert FIRST in document.text
    assert SECOND in document.text


@pytest.mark.parametrize(
    "page", ["<html></html>", "<html><body>", "<!doctype html>", "<html>\0</html>", "<html><!-- x"]
)
def test_pages_without_anything_crash_nothing(page: str) -> None:
    document, problems = parse(page.encode(), "a.html")
    assert document.parts == ()
    assert "no_text_in_page" in {p.code for p in problems}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # A credit beside the picture, its label hidden; the caption takes it.
        (
            """<figure><div><span class="visually-hidden">Image source, </span><span>Getty Images</span></div>
            <figcaption><span class="visually-hidden">Image caption, </span>Families wait</figcaption></figure>""",
            [("credit", "Getty Images"), ("caption", "Families wait")],
        ),
        # A caption that is known by its class alone.
        (
            '<div class="wp-caption"><img src="a.jpg"><p class="wp-caption-text">Families wait (AP)</p></div>',
            [("caption", "Families wait"), ("credit", "(AP)")],
        ),
        # Items of a list are no captions, a row of a table is one line.
        ("<ul><li>Soldiers guard the other men</li></ul>", [("body", "Soldiers guard the other men")]),
        ("<table><tr><td>In 2018</td><td>two men</td></tr></table>", [("body", "In 2018\ttwo men")]),
        # The author's line of a post that is shown.
        (
            "<blockquote><p>We let them go today.</p>— Ana Ruiz (@anaruiz) May 3, 2019</blockquote>",
            [("body", "We let them go today."), ("byline", "— Ana Ruiz (@anaruiz) May 3, 2019")],
        ),
        # A line end inside a paragraph stays, two part it.
        (
            "<p>Nine came home today.<br>One did not.<br><br>All are well now.</p>",
            [("body", "Nine came home today.\nOne did not."), ("body", "All are well now.")],
        ),
    ],
)
def test_ways_of_setting_a_page(body: str, expected: list[tuple[str, str]]) -> None:
    found = outline(article(f"<p>{FIRST}</p><p>{SECOND}</p>{body}<p>{THIRD}</p>"))
    between = [part for part in found if part[1] not in (FIRST, SECOND, THIRD)]
    assert [part for part in between if part[0] not in ("headline", "quotation")] == expected


def test_entries_of_a_live_blog_keep_their_hours() -> None:
    told = enumerate((FIRST, SECOND, THIRD))
    entries = "".join(f"<div><time>1{i}:00</time><h2>Title {i}</h2><p>{words}</p></div>" for i, words in told)
    found = [words for role, words in outline(article(entries)) if role == "entry"]
    assert found == [f"10:00\n\nTitle 0\n\n{FIRST}", f"11:00\n\nTitle 1\n\n{SECOND}", f"12:00\n\nTitle 2\n\n{THIRD}"]
