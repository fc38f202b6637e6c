"""The one base exception and its children, named after what happened; bad material is a Problem, never an exception."""

from __future__ import annotations


class ParaderoError(Exception):
    """Base of every error that Paradero raises on purpose.

    Attributes:
        code: a stable name for scripts and translations, such as ``unknown_code``.
        message: names the thing and the cause.
        hint: the next step for the person who reads it; empty when there is none.
    """

    code = "error"

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(f"{message} {hint}".strip())
        self.message = message
        self.hint = hint


class UnknownCode(ParaderoError):
    """A code that its vocabulary does not hold."""

    code = "unknown_code"

    def __init__(self, vocabulary: str, code: str, known: list[str]) -> None:
        super().__init__(f"{code!r} is not in the vocabulary {vocabulary!r}.", f"Known: {', '.join(sorted(known))}.")


class InvalidValue(ParaderoError):
    """A value that its type cannot hold: a span that ends before it starts, bounds in the wrong order."""

    code = "invalid_value"
