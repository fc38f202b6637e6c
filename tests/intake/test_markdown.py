from __future__ import annotations

import pytest

from paradero.intake import parse

FRONT = """---
title: "Nine fishermen come home"
date: 2019-05-03
author: Rosa Quint
source: The Alba Post
lang: en
---
"""


def outline(text: str) -> list[tuple[str, str]]:
    document, _ = parse(text.encode(), "a.md")
    return [(p.role, document.text[p.start : p.end]) for p in document.parts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Marks go, words stay; a line end inside a paragraph is a space.
        (
            "# Nine freed\n\n**Nine** fishermen [came home](https://example.org) on\nFriday, `they` said.\n",
            [("headline", "Nine freed"), ("body", "Nine fishermen came home on Friday, they said.")],
        ),
        # Headings under the first are subheads.
        (
            "# Nine freed\n\n## The captain\n\nHe stays.",
            [("headline", "Nine freed"), ("subhead", "The captain"), ("body", "He stays.")],
        ),
        # The front matter's title is the headline, and is not set twice.
        (
            f"{FRONT}# Nine fishermen come home\n\nThey are well.",
            [("headline", "Nine fishermen come home"), ("body", "They are well.")],
        ),
        # Items keep their marks, so that they are known as items.
        (
            "# A\n\n1. Nine came home.\n2. One did not.",
            [("headline", "A"), ("body", "1. Nine came home."), ("body", "2. One did not.")],
        ),
        # A picture that stands alone has a caption.
        (
            '# A\n\n![boat](a.jpg "A boat leaves the quay")\n\nThey left.',
            [("headline", "A"), ("caption", "A boat leaves the quay"), ("body", "They left.")],
        ),
        # Markup and scripts in the text are no words.
        ("# A\n\nThey <b>left</b> <script>steal()</script>today.", [("headline", "A"), ("body", "They left today.")]),
        ("# A\n\n<script>\nsteal()\n</script>\n\nThey left.", [("headline", "A"), ("body", "They left.")]),
        # A quoted block is body.
        (
            "# A\n\n> “We left,” he said.",
            [("headline", "A"), ("body", "“We left,” he said."), ("quotation", "“We left,”")],
        ),
    ],
)
def test_markdown_comes_apart(text: str, expected: list[tuple[str, str]]) -> None:
    assert outline(text) == expected


def test_front_matter_gives_provenance() -> None:
    known = parse(f"{FRONT}\nThey are well.".encode(), "a.md")[0].provenance
    given = [known.published, known.author, known.publisher, known.language]
    assert [g.value for g in given] == ["2019-05-03", "Rosa Quint", "The Alba Post", "en"]
    assert {g.origin for g in given} == {"file"}
