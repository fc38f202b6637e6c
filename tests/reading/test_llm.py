"""The engine llm against right, cut, wrong and hostile answers of a service on this machine."""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from paradero.intake import GivenByPerson, parse
from paradero.model import Document, InvalidValue, Problem, Statement
from paradero.reading import read
from paradero.reading.engines import EngineNotSetUp
from paradero.reading.engines.llm import Exchange, LanguageModel, Service
from paradero.reading.engines.llm.portions import portions
from paradero.reading.engines.llm.schema import statement_schema
from tests.reading.serving import Asked, Response, Running, completion, serving

TEXT = "Prison news from Zubara\n\nThe navy said that nine sailors were freed in Oran on 3 May 2025.\n"
GOOD: dict[str, Any] = {
    **dict.fromkeys(statement_schema()["properties"]),
    "quote": "nine sailors were freed in Oran on 3 May 2025",
    "trigger": "were freed",
    "speaker": "The navy",
    "cue": "said",
    "act": "released",
    "stance": "asserts",
    "modality": "actual",
    "polarity": "positive",
    "who": "nine sailors",
    "at": "Oran",
    "figure": {"written": "nine", "operator": "=", "value": 9},
    "when": {"written": "on 3 May 2025", "day": "2025-05-03"},
}


def document(text: str = TEXT) -> Document:
    return parse(text.encode(), "report.txt", GivenByPerson(published="2025-07-19", language="en"))[0]


def asked(
    answers: Callable[[Asked], Response] | list[Response], text: str = TEXT, **settings: Any
) -> tuple[tuple[Statement, ...], tuple[Problem, ...], Running]:
    with serving(answers) as running:
        engine = LanguageModel(running.service(**settings), wait=lambda seconds: None)
        return (*read(document(text), engine=engine), running)


def given(*changes: dict[str, Any]) -> Response:
    return completion({"statements": [{**GOOD, **change} for change in changes]})


def test_a_right_answer_gives_statements_like_those_of_other_engines() -> None:
    (first,), problems, running = asked([given({})], key="secret-key")
    assert problems == ()
    assert (first.speaker.name, first.cue, first.who and first.who.names) == ("The navy", "said", ())
    assert first.figure is not None
    assert (first.figure.value, str(first.when and first.when.earliest_start)) == (9, "2025-05-03")
    assert first.reader.engine == "llm"
    assert "test-model" in first.reader.version
    (request,) = running.asked
    assert (request.path, request.headers["authorization"]) == ("/v1/chat/completions", "Bearer secret-key")
    assert request.question["response_format"]["json_schema"]["schema"]["properties"]["statements"]
    assert "report.txt" not in json.dumps(request.question)
    assert asked([given({})])[0] == (first,)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"quote": "ten admirals were freed"}, "statement_refused"),
        ({"trigger": "were shot"}, "statement_refused"),
        ({"by": "../../etc/passwd"}, "statement_refused"),
        ({"who": "sail"}, "statement_refused"),  # no whole word
        ({"at": "\x1b[2J\x1b[31mOran"}, "statement_refused"),
        ({"act": "teleported"}, "llm_misshapen"),
        ({"who": 9}, "llm_misshapen"),
        ({"quote": None}, "llm_misshapen"),
        ({"figure": {"written": "nine", "operator": "=", "value": "nine"}}, "llm_misshapen"),
        ({"figure": {"written": "nine", "operator": "=", "value": 10**400}}, "llm_misshapen"),
        ({"figure": {"written": "nine", "operator": "=", "value": float("nan")}}, "llm_misshapen"),
    ],
)
def test_a_statement_that_does_not_hold_is_refused_and_the_rest_kept(change: dict[str, Any], code: str) -> None:
    statements, problems, _ = asked([given(change, {})])
    assert len(statements) == 1
    assert [(p.code, p.source) for p in problems] == [(code, "report.txt")]
    assert all(p.place and p.hint for p in problems)


@pytest.mark.parametrize("change", [{"run": "rm -rf"}, {"figure": {**GOOD["figure"], "note": 1}}])
def test_keys_that_were_not_asked_for_are_left_out_and_told(change: dict[str, Any]) -> None:
    statements, problems, _ = asked([given(change)])
    assert (len(statements), [p.code for p in problems]) == (1, ["llm_added"])


@pytest.mark.parametrize(
    "change",
    [
        {"figure": {"written": "nine", "operator": "=", "value": 90}},
        {"when": {"written": "on 3 May 2025", "day": "2025-03-05"}},
    ],
)
def test_our_reading_of_figures_and_days_wins_and_the_other_is_told(change: dict[str, Any]) -> None:
    (statement,), problems, _ = asked([given(change)])
    assert [(p.code, p.severity) for p in problems] == [("llm_value_differs", "notice")]
    assert statement == asked([given({})])[0][0]


def test_a_cut_answer_keeps_its_whole_statements() -> None:
    whole = json.dumps({"statements": [GOOD, {**GOOD, "act": "held"}]})
    for cut in (whole[:-30], whole[: whole.index('"act": "held"')]):
        statements, problems, _ = asked([completion(cut, reason="length")])
        assert [s.act for s in statements] == ["released"]
        assert [p.code for p in problems] == ["llm_truncated"]


@pytest.mark.parametrize("around", ["Here it is:\n```json\n%s\n```", "Sure {smile}: %s", "%s"])
def test_json_is_found_among_other_words(around: str) -> None:
    statements, problems, _ = asked([completion(around % json.dumps({"statements": [GOOD]}))])
    assert (len(statements), problems) == (1, ())


def _drip() -> Iterator[bytes]:
    while True:
        time.sleep(0.05)
        yield b" "


@pytest.mark.parametrize(
    ("response", "code"),
    [
        (Response(b"<!doctype html><p>Sign in</p>"), "llm_not_json"),
        (Response(b""), "llm_not_json"),
        (Response(b'{"choices": []}'), "llm_not_json"),
        (Response(b"[" * 100_000), "llm_not_json"),
        (completion("I cannot find any."), "llm_not_json"),
        (completion(None, refusal="No."), "llm_withheld"),
        (Response(b'{"error": {"message": "bad secret-key"}}', 401), "llm_refused"),
        (Response(b"", 404), "llm_not_found"),
        (Response(b"", 429, {"Retry-After": "9999"}), "llm_busy"),
        (Response(b"", 500), "llm_failed"),
        (Response(b"", 307, {"Location": "http://192.0.2.1/v1"}), "llm_redirected"),
        (Response(b"{", 200, {"Content-Length": "90"}), "llm_unreachable"),
        (Response(pieces=iter([b"x" * 1_000_000] * 50)), "llm_too_long"),
        (Response(pieces=_drip()), "llm_timeout"),
    ],
)
def test_a_service_that_fails_is_a_problem_with_a_next_step(response: Response, code: str) -> None:
    statements, (problem,), _ = asked([response], key="secret-key", timeout=1.0)
    assert (statements, problem.code, problem.source) == ((), code, "report.txt")
    assert problem.hint
    assert "secret-key" not in problem.line()


def test_nobody_at_the_address() -> None:
    with socket.socket() as line:
        line.bind(("127.0.0.1", 0))
        port = line.getsockname()[1]
    _, (problem,) = read(document(), engine=LanguageModel(Service(f"http://127.0.0.1:{port}", "m")))
    assert problem.code == "llm_unreachable"


def test_a_busy_service_is_asked_again_after_the_time_it_names() -> None:
    waited: list[float] = []
    with serving([Response(b"", 429, {"Retry-After": "7"}), given({})]) as running:
        statements, problems = read(document(), engine=LanguageModel(running.service(), wait=waited.append))
    assert (len(statements), problems, waited) == (1, (), [7.0])


def test_a_service_without_structured_output_is_asked_in_plain_words() -> None:
    def answer(request: Asked) -> Response:
        return (
            Response(b'{"error": "no such response_format"}', 400)
            if "response_format" in request.question
            else given({})
        )

    statements, problems, running = asked(answer)
    assert (len(statements), problems, len(running.asked)) == (1, (), 2)
    assert '"additionalProperties"' in running.asked[1].question["messages"][0]["content"]


def test_a_long_text_is_cut_at_paragraphs_with_context() -> None:
    text = "\n\n".join(f"Paragraph {n} says that nobody was freed. It ends here." for n in range(30))
    cut = portions(text, [(0, len(text))], 500)
    assert "\n\n".join(p.words_in(text) for p in cut) == text
    assert all(len(p.words_in(text)) < 600 and p.context for p in cut[1:])
    exchanges: list[Exchange] = []
    with serving([completion({"statements": []}, usage={"prompt_tokens": 5, "completion_tokens": 2})]) as running:
        read(document(text), engine=LanguageModel(running.service(portion=500), exchanges.append))
    assert len(exchanges) == len(running.asked) > 3
    assert {e.usage.tokens_in for e in exchanges} == {5}


@pytest.mark.parametrize(
    "address", ["ftp://host", "file:///etc/passwd", "http://", "https://me:key@host", "http://host?key=1", "http://a b"]
)
def test_an_address_that_cannot_be_asked_is_refused(address: str) -> None:
    with pytest.raises(InvalidValue):
        Service(address, "m")


def test_the_name_alone_sends_nothing_and_the_key_is_not_shown() -> None:
    with pytest.raises(EngineNotSetUp):
        read(document(), engine="llm")
    assert "secret" not in repr(Service("http://127.0.0.1", "m", "secret"))
    assert Service("http://127.0.0.1", "m").cost(10, 10) is None
