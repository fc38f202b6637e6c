"""Reading what a person typed for one field: a code, words of the document, a number, a day."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date

from paradero.model import InvalidValue, Mention, Span, UnknownCode
from paradero.model.vocabulary import codes


def one_of(field: str, value: str, allowed: Collection[str]) -> str:
    """Return a value that is allowed, or raise ``InvalidValue`` with those that are."""
    if value not in allowed:
        raise InvalidValue(f"{field}: {value!r} is not allowed.", f"Allowed: {', '.join(sorted(allowed))}.")
    return value


def code(vocabulary: str, value: str) -> str:
    """Return a code that its vocabulary holds, or raise ``UnknownCode``."""
    known = codes(vocabulary)
    if value not in known:
        raise UnknownCode(vocabulary, value, list(known))
    return value


def mention(words: str, text: str, near: Span) -> Mention | None:
    """Return words with their place in the document, or without one when they are not there.

    Args:
        words: what the person typed; empty gives None.
        text: the document's frozen text.
        near: the statement's span; a place inside it goes before every other.
    """
    if not words:
        return None
    places = [match.start() for match in re.finditer(re.escape(words), text)]
    if not places:
        return Mention(words)
    start = min(places, key=lambda at: (max(near.start - at, at + len(words) - near.end, 0), at))
    return Mention(words, start, start + len(words))


def number(field: str, value: str) -> int | float | None:
    """Return a number, None for an empty text, or raise ``InvalidValue``."""
    if not value:
        return None
    if re.fullmatch(r"\d+(\.\d+)?", value) is None:
        raise InvalidValue(f"{field}: {value!r} is not a number.", "Write it in digits, such as 252.")
    return float(value) if "." in value else int(value)


def day(field: str, value: str) -> date | None:
    """Return a day, None for an empty text, or raise ``InvalidValue``."""
    if not value:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise InvalidValue(f"{field}: {value!r} is not a day.", "Write it as YYYY-MM-DD.") from error
