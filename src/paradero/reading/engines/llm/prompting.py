"""What a model is told: the instructions with the codes and their definitions, and the text as data between marks."""

from __future__ import annotations

import json
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from paradero.model.vocabulary import terms
from paradero.reading.engines.llm.schema import CODES, NAME, answer_schema

if TYPE_CHECKING:
    from paradero.reading.engines.llm.portions import Portion

_PACKAGE = "paradero.reading.engines.llm"


@cache
def instructions() -> str:
    """Return the instructions: the prompt of the package, and every code with its definition."""
    prompt = (files(_PACKAGE) / "prompt.txt").read_text(encoding="utf-8").strip()
    lists = [
        f"Codes of {field}:\n" + "\n".join(f"{term.code}: {term.definition}" for term in terms(vocabulary).values())
        for field, vocabulary in CODES.items()
    ]
    return "\n\n".join([prompt, *lists])


@cache
def fingerprint() -> str:
    """Return a short digest of instructions and schema: with others a model may answer otherwise."""
    told = instructions() + json.dumps(answer_schema(), sort_keys=True)
    return sha256(told.encode()).hexdigest()[:8]


def messages(text: str, portion: Portion, *, with_schema: bool) -> list[dict[str, str]]:
    """Return the messages that ask for the statements of a portion.

    Args:
        text: the frozen text. portion: what of it is asked about.
        with_schema: also give the schema in words, for a service that takes none beside the messages.
    """
    told = instructions()
    if with_schema:
        told += f"\n\nThe JSON Schema of the answer:\n{json.dumps(answer_schema())}"
    return [{"role": "system", "content": told}, {"role": "user", "content": _data(text, portion)}]


def response_format() -> dict[str, Any]:
    """Return the request for structured output, as chat completions take it."""
    return {"type": "json_schema", "json_schema": {"name": NAME, "strict": True, "schema": answer_schema()}}


def _data(text: str, portion: Portion) -> str:
    """The text between marks that hold its digest, so that no text can hold its own closing mark."""
    context, words = portion.context_in(text), portion.words_in(text)
    mark = sha256(f"{context}\n{words}".encode("utf-8", "surrogatepass")).hexdigest()[:16]
    before = f"===== context {mark}\n{context}\n" if context else ""
    return f"{before}===== text {mark}\n{words}\n===== end {mark}"
