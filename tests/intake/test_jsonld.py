from __future__ import annotations

import pytest

from paradero.intake.jsonld import Picture, Said, read_jsonld


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        ("", Said()),
        ("{not json", Said()),
        ('["a", 3, null]', Said()),
        ('{"@type": "Recipe", "name": "Soup"}', Said()),  # no article
        ('{"@type": ["Thing", "NewsArticle"], "headline": "Nine  freed"}', Said(headline="Nine freed")),
        ('{"@type": "NewsArticle", "author": "Rosa Quint"}', Said(author="Rosa Quint")),
        ('{"@type": "NewsArticle", "author": {"name": ["Rosa", "Li"]}}', Said(author="Rosa")),
        ('{"@type": "NewsArticle", "author": "https://example.org/rosa"}', Said()),  # an address is no name
        (
            '{"@type": "NewsArticle", "mainEntityOfPage": {"@id": "https://example.org/a"}}',
            Said(url="https://example.org/a"),
        ),
        ('{"@type": "NewsArticle", "inLanguage": {"name": "en"}}', Said(language="en")),
        ('{"@type": "NewsArticle", "headline": "a\nb"}', Said(headline="a b")),  # a bare line end inside a string
        (
            '{"@type": "ImageObject", "caption": "A quay", "creditText": "Li Wen", "url": "a.jpg"}',
            Said(pictures=(Picture("A quay", "Li Wen", "a.jpg"),)),
        ),
        ('{"@type": "ImageObject", "url": "a.jpg"}', Said()),  # a picture without words
    ],
)
def test_scripts_are_read(script: str, expected: Said) -> None:
    assert read_jsonld([script]) == expected


def test_nesting_without_end_is_cut() -> None:
    assert read_jsonld(['{"a":' * 900 + "1" + "}" * 900, "[" * 100_000]) == Said()
