"""``show document``: what stands on the page, at 80 and at 140 columns, with and without colour."""

from __future__ import annotations

import re
from dataclasses import replace
from io import StringIO
from itertools import islice
from typing import TYPE_CHECKING, Literal

import click
import pytest
from rich.console import Console

from paradero.casework import Standing
from paradero.cli.show.blocks import blocks
from paradero.cli.show.page import page
from paradero.cli.show.paging import check_pages, pages_asked
from paradero.cli.show.painting import paint
from paradero.model import Document, Judgement, Part, Provenance, Recognised
from tests.calls import counted

if TYPE_CHECKING:
    from tests.cli.conftest import Case

Colours = Literal["standard"] | None


def render(
    case: Case,
    width: int,
    language: str = "en",
    colours: Colours = None,
    no_color: bool = False,
    wanted: range | None = None,
) -> str:
    out = StringIO()
    screen = Console(
        file=out, width=width, color_system=colours, force_terminal=colours is not None, no_color=no_color, markup=False
    )
    for item in page(case.document, case.items, screen, language, wanted):
        screen.print(item)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines())


NARROW = """\
swap.txt  document ID
  published: 2025-07-19 (given by a person)
  5 statements; text/plain

headline
[1]Port workers home after swap
  │ [1] outlet asserts  ID
  │     returned

caption
Relatives wait at the quay - Harbour Authority via EFE

The minister, Rosa Quispe, said on Friday that [2]Lima had handed over all the
Bolivians held in Callao, [3]accused of belonging to a smuggling ring, [4]in
return for a considerable number of fishermen.
  │ [2] Rosa Quispe asserts  ID
  │     handed over · all the Bolivians held in Callao · ≈ 41 persons · by Lima
  │     · at Callao · on Friday (≈ 2025-07-18)
  │ [3] Rosa Quispe asserts  ID
  │     accused · all the Bolivians held in Callao · accusation belonging to a
  │     smuggling ring
  │ [4] Rosa Quispe asserts  ID
  │     exchanged · a considerable number of fishermen · no number given (“a
  │     considerable number”)

“[5]They were held since March,” he said.
  │ [5] he (unresolved) denies  ID
  │     not held · They (≈ all the Bolivians held in Callao) · since March (≈
  │     started 2025-03-01 to 2025-03-31)

boilerplate
Sign up to our letter.

[1] a statement begins here; underlined: the words that name the act
≈   in italics: worked out, not said"""


def test_a_narrow_page_has_its_notes_below_each_paragraph(case: Case) -> None:
    assert re.sub(r"\b[0-9a-f]{8}\b", "ID", render(case, 80)) == NARROW


def test_a_wide_page_has_its_notes_beside_the_text(case: Case) -> None:
    lines = render(case, 140).splitlines()
    first = next(line for line in lines if line.startswith("The minister"))
    text, _, note = first.partition("│")
    assert "[2]Lima" in text
    assert note.strip().startswith("[2] Rosa Quispe asserts")
    assert max(len(line) for line in lines) <= 140


@pytest.mark.parametrize("width", [20, 40, 80, 119, 120, 200])
def test_every_statement_has_its_mark_in_the_text_and_its_note_at_any_width(case: Case, width: int) -> None:
    shown = render(case, width)
    for item in case.items:
        assert shown.count(f"[{item.number}]") == 2 + (item.number == 1), item.number  # number 1 is in the legend too


def test_labels_can_be_spanish(case: Case) -> None:
    shown = render(case, 80, "es")
    assert "Rosa Quispe afirma" in shown
    assert "entregado · all the Bolivians" in shown  # the document's words stay what they are


def test_colour_comes_with_the_act_and_goes_with_no_color(case: Case) -> None:
    coloured = render(case, 80, colours="standard")
    assert "\x1b[36mLima had \x1b[0m\x1b[1;4;36mhanded over" in coloured  # move: cyan, the trigger bold and underlined
    assert "acts about" in coloured
    plain = render(case, 80, colours="standard", no_color=True)
    assert re.search(r"\x1b\[[0-9;]*3[0-7]m", plain) is None
    assert "\x1b[1;4mhanded over" in plain
    assert "acts about" not in plain  # a legend of colours that nobody sees


def test_what_was_judged_says_so_and_a_rejected_statement_loses_its_colour(case: Case) -> None:
    about = (case.items[1].statement.id,)
    judgement = Judgement("rejects", about, "Ana", "The minister denied it later.", "2025-07-20T08:00:00Z")
    items = [replace(item, standing=Standing("rejected", judgement, True)) for item in case.items[1:2]]
    shown = render(replace(case, items=items), 80, colours="standard")
    assert "rejected, contested" in shown
    assert "36m" not in shown


def test_a_document_without_statements_or_day_says_so(case: Case) -> None:
    bare = replace(case.document, provenance=Provenance())
    shown = render(replace(case, document=bare, items=[]), 80)
    assert "published: not known" in shown
    assert "no statements" in shown


def test_a_hostile_document_cannot_act_on_the_terminal(case: Case) -> None:
    text = case.document.text.replace("quay", "\x1b\x07\x9b\u202e")
    shown = render(replace(case, document=replace(case.document, text=text)), 80)
    assert "wait at the ␛␇��" in shown
    assert not any(c in shown for c in "\x1b\x07\x9b\u202e")


def doc(text: str, *parts: Part) -> Document:
    return Document("d" * 64, "x.txt", "text/plain", text, parts)


LONG = "a line that its typesetter ended because the page was full up to here"


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        (doc("One.\n\nTwo.\n"), ["One.", "Two."]),  # an empty line parts
        (doc("One.\n \t\nTwo."), ["One.", "Two."]),  # so does a line of white space
        (doc(f"{LONG}\nand on."), [f"{LONG} and on."]),  # a typesetter's line end is a space
        (doc("Short\nlines"), ["Short\nlines"]),  # a writer's line end stays
        (doc(f"{LONG}\n- an item"), [f"{LONG}\n- an item"]),  # an item of a list begins a line
        (doc("Title\nBody", Part("headline", 0, 5, 1), Part("body", 6, 10, 2)), ["Title", "Body"]),  # another part
        (doc("  indented"), ["indented"]),  # leading white space is not shown
        (doc(""), []),  # nothing
        (doc("\n\n \n"), []),  # nothing but white space
    ],
)
def test_blocks(document: Document, expected: list[str]) -> None:
    assert [paint(document.text, block, [], document.parts).plain for block in blocks(document)] == expected


def test_marks_of_statements_that_begin_together_stand_together(case: Case) -> None:
    twice = [case.items[1], replace(case.items[1], number=9)]
    block = blocks(case.document)[2]
    assert "[2][9]Lima" in paint(case.document.text, block, twice, ()).plain


def test_the_innermost_statement_gives_the_colour(case: Case) -> None:
    painted = paint(case.document.text, blocks(case.document)[2], case.items, ())
    at = painted.plain.index("belonging")
    styles = [str(s.style) for s in painted.spans if s.start <= at < s.end]
    assert styles == ["magenta"]  # law, inside the longer statement of a handing over


def test_a_page_of_the_original_is_named_where_it_begins(case: Case) -> None:
    start = case.document.text.index("“They were held")
    paged = replace(case, document=replace(case.document, pages=((0, 1), (start, 2))))
    shown = render(paged, 80)
    assert [line for line in shown.splitlines() if line.startswith("p. ")] == ["p. 1", "p. 2"]
    assert shown.index("p. 2") < shown.index("They were held")
    assert "p. 1" not in render(case, 80)


@pytest.fixture
def paged(case: Case) -> Case:
    """The report on three pages; the second begins inside the paragraph of the minister."""
    text = case.document.text
    starts = (0, text.index("accused of belonging"), text.index("“They were held"))
    return replace(case, document=replace(case.document, pages=tuple(zip(starts, (1, 2, 3), strict=True))))


def test_a_page_that_begins_inside_a_paragraph_is_named_there(paged: Case) -> None:
    lines = render(paged, 80).splitlines()
    assert [line for line in lines if line.startswith("p. ")] == ["p. 1", "p. 3"]
    assert "⟨p. 2⟩ [3]accused" in " ".join(lines)


@pytest.mark.parametrize(
    ("wanted", "said", "numbers"),
    [
        (range(1, 2), "pages 1 to 1 of 3", [1, 2, 3, 4]),  # the paragraph goes on to page 2, and is shown whole
        (range(2, 3), "pages 2 to 2 of 3", [2, 3, 4]),
        (range(3, 10), "pages 3 to 3 of 3", [5]),  # no more than there are
        (range(1, 4), "pages 1 to 3 of 3", [1, 2, 3, 4, 5]),
    ],
)
def test_single_pages_have_their_statements_with_the_numbers_of_the_whole(
    paged: Case, wanted: range, said: str, numbers: list[int]
) -> None:
    shown = render(paged, 80, wanted=wanted)
    assert said in shown
    assert [n for n in range(1, 6) if f"  │ [{n}] " in shown] == numbers


def test_pages_that_are_not_there_are_refused(paged: Case, case: Case) -> None:
    check_pages(paged.document, range(3, 9))
    with pytest.raises(click.BadParameter, match="last page of this document with text is 3"):
        check_pages(paged.document, range(4, 5))
    with pytest.raises(click.BadParameter, match="has no pages"):
        check_pages(case.document, range(1, 2))


@pytest.mark.parametrize(("asked", "pages"), [("3", range(3, 4)), ("3-7", range(3, 8)), (" 12 ", range(12, 13))])
def test_pages_asked_for(asked: str, pages: range) -> None:
    command = click.Command("show", params=[])
    assert pages_asked(click.Context(command), click.Option(["--page"]), asked) == pages


@pytest.mark.parametrize("asked", ["0", "7-3", "x", "-3", "", "3-", "0-2"])
def test_what_is_no_page(asked: str) -> None:
    with pytest.raises(click.BadParameter, match="no page and no range"):
        pages_asked(click.Context(click.Command("show")), click.Option(["--page"]), asked)


def test_the_first_pages_of_a_long_document_do_not_wait_for_the_last(paged: Case) -> None:
    long = replace(paged.document, text=paged.document.text * 2_000)
    shown = page(long, paged.items, Console(file=StringIO(), width=80), "en")
    first, at_once = counted(lambda: list(islice(shown, 20)))
    rest, later = counted(lambda: list(shown))
    assert (len(first), len(rest) > 10_000) == (20, True)
    assert at_once < (at_once + later) / 2


def test_recognised_text_is_named_at_the_top_and_beside_its_page(case: Case) -> None:
    at = case.document.text.index("The minister")
    seen = (Recognised(at, len(case.document.text), 0.62),)
    pages = ((0, 1), (at, 2))
    document = replace(case.document, pages=pages, recognised=seen, recogniser="tesseract 5.3.0 (eng)")
    shown = render(replace(case, document=document), 100)
    assert "of it: by tesseract 5.3.0 (eng), mean confidence 62%" in shown
    assert "text recognised, not written" in shown
    assert "p. 2 (recognised, 62%)" in shown
    assert "p. 1\n" in shown
    assert "recognised" not in render(case, 100)
