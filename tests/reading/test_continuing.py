from __future__ import annotations

from paradero.reading.continuing import continued
from paradero.reading.linker import Attribution

TEXT = """“All the men are home,” she began. “We counted them twice.

“Some walked.

“Two were carried,” said Ana Ruiz. “Nobody is left.”

“I saw them,” said a guard.
"""


def at(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def test_the_paragraphs_of_one_quotation_have_one_speaker() -> None:
    named = Attribution((at("Ana Ruiz"),), (at("said"),), (at("Two were carried"),))
    grown = continued(TEXT, [named])
    words = [TEXT[s:e].strip(",") for s, e in grown[0].content]
    assert words == ["We counted them twice.", "Some walked.", "Two were carried"]
    assert grown[0].source == named.source


def test_what_somebody_else_says_is_not_taken() -> None:
    guard = Attribution((at("a guard"),), (), (at("I saw them"),))
    assert continued(TEXT, [guard]) == (guard,)


def test_a_stretch_that_has_a_speaker_keeps_it() -> None:
    named = Attribution((at("Ana Ruiz"),), (at("said"),), (at("Two were carried"),))
    other = Attribution((), (), (at("Some walked"),))
    by_content = {a.content[0]: a for a in continued(TEXT, [named, other])}
    assert by_content[at("Some walked")] == other


def test_nothing_is_added_where_nobody_is_named() -> None:
    assert continued(TEXT, []) == ()
