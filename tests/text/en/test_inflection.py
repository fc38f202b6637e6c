"""The forms of regular verbs and the plurals of nouns: doubled letters, -y, -man and the few that follow no rule."""

from __future__ import annotations

import pytest

from paradero.text.en.inflection import plural, regular_forms


@pytest.mark.parametrize(
    ("base", "forms"),
    [
        ("demand", "demands demanded demanded demanding"),
        ("charge", "charges charged charged charging"),
        ("deny", "denies denied denied denying"),
        ("convey", "conveys conveyed conveyed conveying"),
        ("press", "presses pressed pressed pressing"),
        ("free", "frees freed freed freeing"),
        # a short syllable doubles its consonant; a long one, and one without stress, does not
        ("beg", "begs begged begged begging"),
        ("shrug", "shrugs shrugged shrugged shrugging"),
        ("commit", "commits committed committed committing"),
        ("reveal", "reveals revealed revealed revealing"),
        ("visit", "visits visited visited visiting"),
    ],
)
def test_the_forms_of_a_regular_verb(base: str, forms: str) -> None:
    found = dict(regular_forms(base))
    assert found["base"] == base
    assert [found[form] for form in ("s", "past", "part", "ing")] == forms.split()


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("minister", "ministers"),
        ("ministry", "ministries"),
        ("envoy", "envoys"),
        ("witness", "witnesses"),
        ("hostage", "hostages"),
        ("gunman", "gunmen"),
        ("spokesperson", "spokespeople"),
        ("midwife", "midwives"),
        ("child", "children"),
        ("prisoner-of-war", "prisoners-of-war"),
    ],
)
def test_plurals(noun: str, expected: str) -> None:
    assert plural(noun) == expected
