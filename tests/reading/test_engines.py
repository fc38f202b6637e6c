"""The contract of an engine: the same for each, whatever finds the attributions."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paradero.intake import GivenByPerson, parse
from paradero.model import Document, Mention, Problem
from paradero.reading import ENGINES, UnknownEngine, UnsupportedLanguage, attributions, engine, read
from paradero.reading.engines.trained import ModelMissing, TrainedEngine
from paradero.reading.verifier import verify

TEXT = """Zubara frees nine sailors

The navy of Zubara confirmed on Monday that nine sailors had been freed in Port Lena.

“We handed over all the sailors,” said Admiral Oto Reva. “Many of them were accused of smuggling.

“Two of them refused to leave,” he added.
"""
both = pytest.mark.parametrize("name", sorted(ENGINES))


def document(text: str = TEXT, language: str = "en") -> Document:
    return parse(text.encode(), "report.txt", GivenByPerson(published="2025-07-19", language=language))[0]


@both
def test_an_engine_finds_statements_and_attributions(name: str) -> None:
    statements, problems = read(document(), engine=name)
    assert problems == ()
    assert {"released", "handed_over", "accused"} <= {s.act for s in statements}
    assert {s.reader.engine for s in statements} == {name}
    assert {s.reader.version for s in statements} == {engine(name).version}


@both
def test_a_continued_quotation_keeps_its_speaker(name: str) -> None:
    statements, _ = read(document(), engine=name)
    quoted = [s for s in statements if s.quoted]
    assert quoted
    assert {s.speaker.name for s in quoted} == {"Admiral Oto Reva"}


@both
def test_attributions_are_offsets_in_text_order(name: str) -> None:
    found = attributions(TEXT, language="en", engine=name)
    assert found
    for attribution in found:
        for start, end in (*attribution.source, *attribution.cue, *attribution.content):
            assert 0 <= start < end <= len(TEXT)
    starts = [a.content[0][0] for a in found]
    assert starts == sorted(starts)


@both
def test_the_same_bytes_give_the_same_ids_in_another_process(name: str) -> None:
    code = (
        "import sys; from paradero.intake import GivenByPerson, parse; from paradero.reading import read;"
        "d = parse(sys.stdin.buffer.read(), 'report.txt', GivenByPerson(published='2025-07-19', language='en'))[0];"
        f"print(*[s.id for s in read(d, engine={name!r})[0]])"
    )
    done = subprocess.run([sys.executable, "-c", code], input=TEXT.encode(), capture_output=True, check=True)
    assert done.stdout.decode().split() == [s.id for s in read(document(), engine=name)[0]]


@both
@settings(max_examples=25, deadline=None)
@given(st.text(alphabet=st.sampled_from("aeT tfrd.,“”\"'\n-—0159 said freed he the held by"), max_size=300))
def test_no_text_breaks_an_engine(name: str, text: str) -> None:
    statements, problems = read(document(text + " said that ten men were held"), engine=name)
    assert all(isinstance(p, Problem) for p in problems)
    assert all(s.span.holds_in(document(text + " said that ten men were held").text) for s in statements)


def test_an_unknown_engine_names_the_known_ones() -> None:
    with pytest.raises(UnknownEngine, match="classifier, rules"):
        read(document(), engine="oracle")


def test_another_language_is_said_and_nothing_is_read() -> None:
    statements, problems = read(document(language="es"))
    assert statements == ()
    assert [p.code for p in problems] == ["unsupported_language"]
    with pytest.raises(UnsupportedLanguage, match="'es'"):
        attributions("Dijo que no.", language="es")


def test_a_model_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelMissing, match="--engine rules"):
        TrainedEngine(tmp_path).attributions(TEXT)


def test_the_verifier_refuses_words_that_do_not_stand_there() -> None:
    doc = document()
    good = read(doc, engine="rules")[0][0]
    moved = replace(good, span=replace(good.span, exact="nine admirals had been freed"))
    foreign = replace(good, document="0" * 64)
    invented = replace(good, by=Mention("the king", None, None))
    unknown = replace(good, act="teleported")
    kept, problems = verify(doc, [good, moved, foreign, invented, unknown])
    assert kept == (good,)
    assert [p.code for p in problems] == ["statement_refused"] * 4
    assert [word in p.message for p, word in zip(problems, ("span", "another", "'by'", "teleported"), strict=True)] == [
        True
    ] * 4


def test_what_is_worked_out_may_stand_nowhere_when_it_says_so() -> None:
    doc = document()
    good = read(doc, engine="rules")[0][0]
    inferred = replace(good, by=Mention("Government of Zubara", None, None), worked_out=("by",))
    kept, problems = verify(doc, [inferred])
    assert (kept, problems) == ((inferred,), ())


@pytest.mark.parametrize(
    ("text", "written", "worked_out"),
    [
        # a pronoun was tied to somebody
        ("Ana Ruiz said ten men were freed. Two were held back, she added.", "she", True),
        # so was a surname
        ("Ana Ruiz said ten men were freed. Two men are still held, Ms Ruiz said.", "Ms Ruiz", True),
        # the name as it is written was not
        ("Ana Ruiz said ten men were freed.", "Ana Ruiz", False),
        # nor was a government named with its adjective
        ("The Venezuelan government said ten men were freed.", "The Venezuelan government", False),
    ],
)
def test_a_speaker_under_another_name_is_marked_as_worked_out(text: str, written: str, worked_out: bool) -> None:
    statements, _ = read(document(f"Prison and hostage news\n\n{text}"), engine="rules")
    said = [s for s in statements if s.speaker.as_written == written]
    assert said
    assert {"speaker" in s.worked_out for s in said} == {worked_out}
