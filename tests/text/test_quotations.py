from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paradero.text.quotations import Quotation, quotations, runs

UNHURRIED = settings(deadline=None)  # a busy machine is no failure

CLOSED = [
    # straight double marks, two in one paragraph
    ('"They are home," she said. "All of them."', ['"They are home,"', '"All of them."']),
    # typographic double marks
    ("“They are home,” she said.", ["“They are home,”"]),
    # British single marks, straight; contractions and possessives inside and outside
    ("'They're home,' the envoy's aide said.", ["'They're home,'"]),
    # British single marks, typographic, with the apostrophe that is the same sign
    ("‘They’re home,’ the envoy’s aide said.", ["‘They’re home,’"]),
    # a possessive plural inside a single quotation closes nothing
    ("‘The hostages’ families were told,’ he said.", ["‘The hostages’ families were told,’"]),
    # the same with straight marks
    ("'The hostages' families were told,' he said.", ["'The hostages' families were told,'"]),
    # a possessive plural outside any quotation
    ("The hostages' families and the sailors' wives waited.", []),
    # elisions open nothing
    ("'Tis said that in the '90s and in '61 they were swapped rock 'n' roll style.", []),
    # typographic elisions
    ("’Twas the ’80s and ‘em prisoners waited.", []),
    # a quoted figure of two digits is not an elided year
    ("The tweet said '14 sailors freed,' and no more.", ["'14 sailors freed,'"]),
    # names with an apostrophe
    ("O'Hara met D’Angelo and the Ma’an mayor.", []),
    # dropped g within a single quotation
    ("‘I’m goin’ home,’ the sailor said.", ["‘I’m goin’ home,’"]),
    # single within double
    ("“He told me ‘go’ and I went,” she said.", ["“He told me ‘go’ and I went,”", "‘go’"]),
    # double within single
    ("‘She said “go” to us,’ he recalled.", ["‘She said “go” to us,’", "“go”"]),
    # an inner quotation begins with the outer one
    ("\"'Go,' he told me,\" she said.", ["\"'Go,' he told me,\"", "'Go,'"]),
    # the same marks nested, closing marks enough for both
    ("“The “guests” left,” he said.", ["“The “guests” left,”", "“guests”"]),
    # guillemets, closed and with French spaces
    ("«Libres», dijo. « Libres », dit-il.", ["«Libres»", "« Libres »"]),
    # guillemets the German way round
    ("»Frei«, sagte er.", ["»Frei«"]),
    # German low opening mark
    ("„Frei“, sagte er.", ["„Frei“"]),
    # inch and minute marks
    ("The cell was 6'2\" by 9' and a 12\" pipe led out.", []),
    # feet and inches before a real quotation
    ('A man of 6\'2" said "no" twice.', ['"no"']),
    # brackets and dashes around the marks
    ('The ("safe") house—"a hole", she wrote—was shut.', ['"safe"', '"a hole"']),
    # typewriter marks of treebanks
    ("``They are home,'' she said.", ["``They are home,''"]),
    # scare quotes in a headline
    ("Freed 'spies' land in Dakar", ["'spies'"]),
    # the wrong closing sign
    ("“They are home,“ she said.", ["“They are home,“"]),
    # closing marks that nothing opened
    ("They are home,” she said. So' he went.", []),
    # a mark alone
    ('"', []),
    # a quotation over a wrapped line stays one
    ('"They are\nhome," she said.', ['"They are\nhome,"']),
]


@pytest.mark.parametrize(("text", "expected"), CLOSED)
def test_quotations_are_found_with_their_marks(text: str, expected: list[str]) -> None:
    found = quotations(text)
    assert [text[q.start : q.end] for q in found] == expected
    assert all(q.closed and not q.continues for q in found)


RUNS = [
    # a second paragraph goes on
    ("“One.\n\n“Two,” he said.", [["“One.", "“Two,”"]]),
    # three paragraphs, straight marks
    ('He wrote: "One.\n\n"Two.\n\n"Three."', [['"One.', '"Two.', '"Three."']]),
    # the next paragraph does not open: the quotation ends with its own
    ("“One.\n\nTwo.", [["“One."]]),
    # the next paragraph opens with a mark of another family
    ("“One.\n\n‘Two,’ he said.", [["“One."], ["‘Two,’"]]),
    # outer and inner go on together
    ("“He said, ‘One.\n\n“‘Two,’ and left.”", [["“He said, ‘One.", "“‘Two,’ and left.”"], ["‘One.", "‘Two,’"]]),
    # a forgotten closing mark ends before the next opening
    ('"One, he said. "Two," he went on.', [['"One, he said.'], ['"Two,"']]),
    # single straight marks go on over paragraphs
    ("'One of us.\n\n'And two,' he said.", [["'One of us.", "'And two,'"]]),
]


@pytest.mark.parametrize(("text", "expected"), RUNS)
def test_runs_join_what_goes_on(text: str, expected: list[list[str]]) -> None:
    joined = runs(quotations(text))
    assert [[text[q.start : q.end] for q in run] for run in joined] == expected
    for run in joined:
        assert all(q.continues and not q.closed for q in run[:-1])


def test_inner_offsets_leave_out_the_marks() -> None:
    text = "``Home,'' she said. “Go"
    assert [text[q.inner_start : q.inner_end] for q in quotations(text)] == ["Home,", "Go"]


@UNHURRIED
@given(st.text(alphabet="ab s.,\n\"'“”‘’«»„`690(—", max_size=80))
def test_quotations_lie_in_the_text_and_nest(text: str) -> None:
    found = quotations(text)
    for q in found:
        assert 0 <= q.start < q.inner_start <= q.inner_end <= q.end <= len(text)
        assert not (q.closed and q.continues)
    for one in found:
        for other in found:
            assert one.end <= other.start or other.end <= one.start or _holds(one, other) or _holds(other, one)
    assert sorted(q.start for run in runs(found) for q in run) == [q.start for q in found]


def _holds(one: Quotation, other: Quotation) -> bool:
    return one.start <= other.start and other.end <= one.end
