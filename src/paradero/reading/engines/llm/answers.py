"""From a chat completion to the statements in it: the whole ones of a cut answer too, and what the service counted."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from paradero.model import Problem
from paradero.reading.engines.llm.failures import Failure
from paradero.reading.engines.llm.schema import NAME

MOST = 500  # statements of one portion; no honest portion holds a tenth of it
_LONGEST_NAME = 100
_LIST = re.compile(rf'"{NAME}"\s*:\s*\[')
_SEPARATOR = re.compile(r"[\s,]*")


@dataclass(frozen=True, slots=True)
class Usage:
    """What a service counted: tokens sent and answered; None where it does not say. ``model`` is the one it names."""

    tokens_in: int | None = None
    tokens_out: int | None = None
    model: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a message holds: the statements as they were given, and the problems of the whole."""

    statements: tuple[Any, ...]
    problems: tuple[Problem, ...] = ()


def usage(body: Any) -> Usage:
    """Return what a service counted, whatever shape its answer has."""
    if not isinstance(body, dict):
        return Usage()
    counted, model = body.get("usage"), body.get("model")
    counted = counted if isinstance(counted, dict) else {}
    named = model if isinstance(model, str) and model.isprintable() else ""
    return Usage(_count(counted.get("prompt_tokens")), _count(counted.get("completion_tokens")), named[:_LONGEST_NAME])


def answer(body: Any) -> Answer | Failure:
    """Return the statements of a chat completion.

    Args:
        body: the answer as JSON, of any shape.

    Returns:
        The statements with the problems of the answer; or a failure when nothing of it can be used.
    """
    message, reason = _message(body)
    if message is None:
        return _no_completion()
    if message.get("refusal") or reason == "content_filter":
        cause = "The language model refused to answer."
        hint = "Read the document with another engine or another model."
        return Failure(Problem("llm_withheld", "", cause, hint))
    content = message.get("content")
    if not isinstance(content, str):
        return _no_completion()
    found, whole = _statements(content)
    if found is None:
        return _cut(0) if reason == "length" else _no_statements()
    kept = tuple(found[:MOST])
    problems = [] if whole and reason != "length" else [_cut(len(found)).problem]
    if len(found) > MOST:
        problems.append(_too_many(len(found)))
    return Answer(kept, tuple(problems))


def _message(body: Any) -> tuple[dict[str, Any] | None, Any]:
    choices = body.get("choices") if isinstance(body, dict) else None
    first = choices[0] if isinstance(choices, list) and choices else None
    message = first.get("message") if isinstance(first, dict) else None
    return (
        (message, first.get("finish_reason")) if isinstance(first, dict) and isinstance(message, dict) else (None, "")
    )


def _statements(content: str) -> tuple[list[Any] | None, bool]:
    """The statements of a message and whether it is whole; None when it holds no list of them.

    Models put words or a fence around their JSON, so it is looked for from its first brace on.
    """
    start = content.find("{")
    try:
        held, _ = json.JSONDecoder().raw_decode(content, max(start, 0))
    except (ValueError, RecursionError):
        return _whole_ones(content)
    listed = held.get(NAME) if isinstance(held, dict) else None
    return (listed, True) if isinstance(listed, list) else (None, True)


def _whole_ones(content: str) -> tuple[list[Any] | None, bool]:
    """The statements before the place where an answer breaks off, and whether it is there that their list ends."""
    opening = _LIST.search(content)
    if opening is None:
        return None, False
    found, at = list[Any](), opening.end()
    while len(found) <= MOST:
        at = _end_of(_SEPARATOR, content, at)
        try:
            held, at = json.JSONDecoder().raw_decode(content, at)
        except (ValueError, RecursionError):
            break
        found.append(held)
    return found, content[at : at + 1] == "]"


def _end_of(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return match.end() if match is not None else at


def _count(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 10**12 else None


def _cut(kept: int) -> Failure:
    cause = f"The answer of the language model breaks off; the {kept} whole statements of it are kept."
    hint = "Send less at a time with PARADERO_LLM_PORTION, or use a model that answers at greater length."
    return Failure(Problem("llm_truncated", "", cause, hint, severity="warning"))


def _too_many(number: int) -> Problem:
    cause = f"The language model gave {number:,} statements; those after the first {MOST} were left out."
    return Problem("llm_too_long", "", cause, "Read the document with another engine or another model.")


def _no_completion() -> Failure:
    cause = "The answer is no chat completion: it holds no message."
    hint = "Check that PARADERO_LLM_ADDRESS is the base address of an OpenAI-compatible service."
    return Failure(Problem("llm_not_json", "", cause, hint), lasting=True)


def _no_statements() -> Failure:
    cause = "The language model's message holds no JSON with a list of statements."
    hint = "Try again, or use a model that can answer in JSON."
    return Failure(Problem("llm_not_json", "", cause, hint))
