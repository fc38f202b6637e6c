"""Ids of what is written: SHA-256 over length-prefixed canonical fields.

Length prefixes keep ``("a.b", "c")`` and ``("a", "b.c")`` apart; a type letter keeps the text ``"1"`` and the number
``1`` apart. The same fields give the same id on every machine and in every process.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import Field, fields, is_dataclass
from datetime import date, datetime, time
from functools import cache
from typing import Any

# Marks a field that a type got after records of it had been written; while it has its default, it is as if not there.
ADDED = "added"


def canonical(value: Any) -> bytes:
    """Return the one byte string that stands for a value.

    Args:
        value: None, bool, int, float, str, bytes, date, time, a sequence or mapping of these, or a dataclass of these.

    Raises:
        TypeError: for any other type; an id must never hang on a ``repr``.
    """
    if type(value) is str:  # by far the most of what is written
        body = value.encode("utf-8", "surrogatepass")
        return b"s%d:%b" % (len(body), body)
    if value is None:
        return b"n0:"
    if isinstance(value, bool):
        return _framed(b"b", b"1" if value else b"0")
    if isinstance(value, (int, float)):
        return _framed(b"i" if isinstance(value, int) else b"f", repr(value).encode())
    if isinstance(value, str):
        return _framed(b"s", value.encode("utf-8", "surrogatepass"))
    if isinstance(value, bytes):
        return _framed(b"y", value)
    if isinstance(value, (datetime, date, time)):
        return _framed(b"d", value.isoformat().encode())
    return _canonical_container(value)


def _canonical_container(value: Any) -> bytes:
    if isinstance(value, (list, tuple)):
        return _framed(b"l", b"".join(canonical(item) for item in value))
    if isinstance(value, Mapping):
        return _framed(b"m", b"".join(canonical(key) + canonical(value[key]) for key in sorted(value)))
    if is_dataclass(value) and not isinstance(value, type):
        pairs = ((name, getattr(value, field.name), field) for field, name in _sorted_fields(type(value)))
        kept = (name + canonical(inner) for name, inner, field in pairs if not _as_if_not_there(field, inner))
        return _framed(b"m", b"".join(kept))
    raise TypeError(f"no canonical form for {type(value).__name__}")


@cache
def _sorted_fields(kind: type) -> tuple[tuple[Field[Any], bytes], ...]:
    return tuple((field, canonical(field.name)) for field in sorted(fields(kind), key=lambda field: field.name))


def _as_if_not_there(field: Field[Any], inner: Any) -> bool:
    return bool(field.metadata.get(ADDED)) and inner == field.default


def _framed(letter: bytes, body: bytes) -> bytes:
    return b"%b%d:%b" % (letter, len(body), body)


def digest(kind: str, *parts: Any) -> str:
    """Return the id (64 hexadecimal digits) of a thing of a kind, over its canonical fields in order."""
    return hashlib.sha256(canonical((kind, *parts))).hexdigest()
