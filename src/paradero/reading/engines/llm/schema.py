"""The form that answers must have, made from the vocabularies and the roles of a statement, so that it cannot drift.

JSON Schema in the subset that structured outputs of chat completions take in strict mode: every property is required,
none may be added, and what may be absent is null.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from paradero.model.figure import OPERATORS
from paradero.model.public import ROLES
from paradero.model.vocabulary import terms

NAME = "statements"
POLARITIES = ("positive", "negative")

# Fields whose value is words of the document, to the letter. Required ones first, then those that may be null.
QUOTE, TRIGGER = "quote", "trigger"
SAYING = ("speaker", "cue", "hedge")
CONCERNED = ("who", *ROLES, "accusation", "accuser")
CODES = {"act": "acts", "stance": "stances", "modality": "modalities"}
FIGURE = ("written", "operator", "value")
WHEN = ("written", "day")


@cache
def answer_schema() -> dict[str, Any]:
    """Return the schema of a whole answer."""
    return _object({NAME: {"type": "array", "items": statement_schema()}})


@cache
def statement_schema() -> dict[str, Any]:
    """Return the schema of one statement of an answer."""
    words = {"type": "string"}
    maybe = {"type": ["string", "null"]}
    return _object(
        {
            QUOTE: words,
            TRIGGER: words,
            "speaker": maybe,
            "cue": maybe,
            **{name: _one_of(*terms(vocabulary)) for name, vocabulary in CODES.items()},
            "polarity": _one_of(*POLARITIES),
            "hedge": maybe,
            **dict.fromkeys(CONCERNED, maybe),
            "figure": _or_null(
                _object(
                    {
                        "written": words,
                        "operator": {"type": ["string", "null"], "enum": [*OPERATORS, None]},
                        "value": {"type": ["number", "null"]},
                    }
                )
            ),
            "when": _or_null(_object({"written": words, "day": maybe})),
        }
    )


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _one_of(*codes: str) -> dict[str, Any]:
    return {"type": "string", "enum": list(codes)}


def _or_null(schema: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [schema, {"type": "null"}]}
