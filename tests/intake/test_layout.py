"""Plain text comes apart; the rows tell of invented events."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paradero.intake.layout import parts_of
from paradero.intake.plain import read
from paradero.model import Part

SEED = Path(__file__).parents[3] / "shared" / "reports" / "three_state_swap.txt"


def parts(text: str) -> tuple[Part, ...]:
    return parts_of(text, read(text, "a.txt").stretches)


def outline(text: str) -> list[tuple[str, str]]:
    return [(p.role, text[p.start : p.end]) for p in parts(text)]


BODY = "The governor of Port Alba said on Monday that nine fishermen had been let go."
MORE = "Their families had waited at the quay since the small hours of the morning."

TABLE: list[tuple[str, list[tuple[str, str]]]] = [
    # A headline and one paragraph.
    (f"Nine fishermen come home\n\n{BODY}", [("headline", "Nine fishermen come home"), ("body", BODY)]),
    # No headline: it begins with a full sentence.
    (f"{BODY}\n\n{MORE}", [("body", BODY), ("body", MORE)]),
    # A headline may end with a mark of exclamation.
    (f"HOME AT LAST!\n\n{BODY}", [("headline", "HOME AT LAST!"), ("body", BODY)]),
    # A kicker stands over the headline, a byline under it.
    (
        f"Alba Evening Post\n\nNine fishermen come home after a year\nBy Rosa Quint, in Port Alba\n\n{BODY}",
        [
            ("subhead", "Alba Evening Post"),
            ("headline", "Nine fishermen come home after a year"),
            ("byline", "By Rosa Quint, in Port Alba"),
            ("body", BODY),
        ],
    ),
    # A numbered release with its day; the title comes third.
    (
        f"PRESS RELEASE No. 12/4\n3 May 2019\n\nPort Alba: nine people freed\n\n{BODY}",
        [
            ("subhead", "PRESS RELEASE No. 12/4"),
            ("dateline", "3 May 2019"),
            ("headline", "Port Alba: nine people freed"),
            ("body", BODY),
        ],
    ),
    # A letter: its subject is its headline; the address is none.
    (
        f"To the Governor of Port Alba\nHarbour Square, Alba\n\nRe: Nine fishermen\n\nDear Governor,\n\n{BODY}",
        [
            ("body", "To the Governor of Port Alba"),
            ("body", "Harbour Square, Alba"),
            ("headline", "Re: Nine fishermen"),
            ("body", "Dear Governor,"),
            ("body", BODY),
        ],
    ),
    # The dateline is parted from the sentence.
    (
        "Nine freed\n\nPORT ALBA, May 3 (ANP) - Nine fishermen were let go.",
        [("headline", "Nine freed"), ("dateline", "PORT ALBA, May 3 (ANP) -"), ("body", "Nine fishermen were let go.")],
    ),
    # A caption with its credit stands between headline and text.
    (
        f"Nine freed\n\nA boat leaves the quay at dawn - Alba Coast Guard via Reuters\n\n{BODY}",
        [
            ("headline", "Nine freed"),
            ("caption", "A boat leaves the quay at dawn"),
            ("credit", "- Alba Coast Guard via Reuters"),
            ("body", BODY),
        ],
    ),
    # Captions without credit: one with a verb of the present, one without a verb.
    (
        f"{BODY}\n\nRelatives wait as the boat comes in\n\n{MORE}\n\nThe nine freed men\n\n{BODY}",
        [
            ("body", BODY),
            ("caption", "Relatives wait as the boat comes in"),
            ("body", MORE),
            ("caption", "The nine freed men"),
            ("body", BODY),
        ],
    ),
    # Headings between paragraphs are no captions.
    (
        f"{BODY}\n\nWhat the families say\n\n{MORE}\n\nReactions\n\n{BODY}",
        [
            ("body", BODY),
            ("subhead", "What the families say"),
            ("body", MORE),
            ("subhead", "Reactions"),
            ("body", BODY),
        ],
    ),
    # The credit on the line under the caption.
    (
        f"{BODY}\n\nThe harbour of Port Alba\nPhoto: Li Wen/AFP\n\n{MORE}",
        [("body", BODY), ("caption", "The harbour of Port Alba"), ("credit", "Photo: Li Wen/AFP"), ("body", MORE)],
    ),
    # A sign-up line and an editorial line at the end.
    (
        f"{BODY}\n\nSign up to Harbour Notes, our free newsletter, here.\n\nReporting by Rosa Quint; Editing by Li Wen",
        [
            ("body", BODY),
            ("boilerplate", "Sign up to Harbour Notes, our free newsletter, here."),
            ("boilerplate", "Reporting by Rosa Quint; Editing by Li Wen"),
        ],
    ),
    # Bullets without a full stop stay body.
    (
        f"{BODY}\n\n• Two women were let go from the camp at Sorrel\n• Soldiers guard the remaining seven men",
        [
            ("body", BODY),
            ("body", "• Two women were let go from the camp at Sorrel"),
            ("body", "• Soldiers guard the remaining seven men"),
        ],
    ),
    # Turns of a transcript stay body, however short.
    (
        f"{BODY}\n\nQUESTION: And the captain --\n\nMR. ORR: The captain waits in the cell",
        [("body", BODY), ("body", "QUESTION: And the captain --"), ("body", "MR. ORR: The captain waits in the cell")],
    ),
    # Entries of a live blog: a bare hour, and an hour with a title.
    (
        f"LIVE: the boat comes in\n\n18.20\n{BODY}\n\n17.05 Lights on the water\n{MORE}",
        [
            ("headline", "LIVE: the boat comes in"),
            ("entry", f"18.20\n{BODY}"),
            ("entry", f"17.05 Lights on the water\n{MORE}"),
        ],
    ),
    # A log: the day heads its lines.
    (
        "HARBOUR POST\nDuty log, copied by hand.\n\n3 May\n06.10 Fog. Nothing moves.\n07.40 Nine men handed over.",
        [
            ("headline", "HARBOUR POST"),
            ("body", "Duty log, copied by hand."),
            ("dateline", "3 May"),
            ("entry", "06.10 Fog. Nothing moves."),
            ("entry", "07.40 Nine men handed over."),
        ],
    ),
    # A telegram in capitals is neither caption nor boilerplate.
    (
        "FM CONSULATE ALBA\nSUBJECT: FISHERMEN\n\n1. NINE MEN RELEASED TODAY STOP CAPTAIN STILL HELD STOP",
        [
            ("dateline", "FM CONSULATE ALBA"),
            ("headline", "SUBJECT: FISHERMEN"),
            ("body", "1. NINE MEN RELEASED TODAY STOP CAPTAIN STILL HELD STOP"),
        ],
    ),
    # A correction.
    (
        f"{BODY}\n\nCorrection: an earlier version gave the number as ten.",
        [("body", BODY), ("correction", "Correction: an earlier version gave the number as ten.")],
    ),
    # The author's line of a post.
    (
        "Governor of Alba @gov_alba · 2h\nNine of our people are home tonight. More will follow.",
        [
            ("byline", "Governor of Alba @gov_alba · 2h"),
            ("body", "Nine of our people are home tonight. More will follow."),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_text_comes_apart(text: str, expected: list[tuple[str, str]]) -> None:
    assert outline(text) == expected


def test_quotation_over_two_paragraphs_lies_inside_both() -> None:
    text = "“We let nine men go.\n\n“The captain stays,” the governor said."
    assert outline(text) == [
        ("body", "“We let nine men go."),
        ("quotation", "“We let nine men go."),
        ("body", "“The captain stays,” the governor said."),
        ("quotation", "“The captain stays,”"),
    ]


def test_parts_are_numbered_in_document_order() -> None:
    found = parts(f"Nine freed\n\n{BODY}\n\n“All are well,” a doctor said.")
    assert [p.name for p in found] == ["headline 1", "body 2", "body 3", "quotation 4"]


def test_caption_knows_its_credit_and_relay() -> None:
    found = parts(f"Nine freed\n\nA boat leaves the quay - Alba Coast Guard via Reuters\n\n{BODY}")
    assert [(p.credit, p.relay) for p in found if p.role == "caption"] == [("Alba Coast Guard", "Reuters")]


def test_wrapped_text_is_not_parted_at_its_line_ends() -> None:
    lines = [
        "Nine fishermen who had been held on the island of Sorrel since the",
        "spring came home to Port Alba on Monday, and were met at the quay by",
        "their families and by the governor, who said that the captain would",
        "follow before the end of the week if the weather allowed it.",
    ]
    text = "\n".join(lines) + "\n\n" + "\n".join(lines)
    assert outline(text) == [("body", "\n".join(lines)), ("body", "\n".join(lines))]


def _assert_every_word_in_one_part(text: str) -> None:
    outer = [p for p in parts(text) if p.role != "quotation"]
    holders = [0] * len(text)
    for part in outer:
        for at in range(part.start, part.end):
            holders[at] += 1
    assert all(n == 1 for n, c in zip(holders, text, strict=True) if not c.isspace())


WORDS = st.sampled_from(
    [
        "Nine",
        "men",
        "“home",
        "now”",
        "\n",
        "\n\n",
        "12.40",
        "Photo: X/AP",
        "- ",
        "(AP)",
        "KYIV, May 3 -",
        "said.",
        "By Ana",
        "1.",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=25).map(" ".join))
def test_every_word_lies_in_exactly_one_outer_part(text: str) -> None:
    _assert_every_word_in_one_part(text)


@pytest.mark.skipif(not SEED.exists(), reason="the shared reports lie beside the repository only in the workshop")
def test_report_of_the_three_state_swap_comes_apart() -> None:
    text = SEED.read_text(encoding="utf-8")
    found = parts(text)
    roles = [p.role for p in found if p.role != "quotation"]
    assert roles == [
        *("headline", "caption", "credit", "body", "body", "body", "caption", "body", "body", "body", "body"),
        *("caption", "body", "body", "body", "body", "boilerplate"),
    ]
    first = next(p for p in found if p.role == "caption")
    assert (first.credit, first.relay) == ("El Salvador's presidential press office", "AP")
    assert [p.role for p in found].count("quotation") == 6
    _assert_every_word_in_one_part(text)
