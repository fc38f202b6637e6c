"""JSON Schemas of what Paradero gives out, kept beside the code that makes it."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any, cast


@cache
def statement_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of one statement; ``show statements --json`` gives an array of them."""
    text = (files(__package__) / "statement.schema.json").read_text(encoding="utf-8")
    return cast("dict[str, Any]", json.loads(text))
