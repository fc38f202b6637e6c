"""The door of reading: a statement whose words do not stand in its document to the letter is refused, whoever read it.

White space and typography aside (see ``paradero.model.alike``). A refusal is a ``Problem``; nothing is dropped
silently.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from paradero.model import Problem, UnknownCode
from paradero.model.vocabulary import term

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from paradero.model import Document, Mention, Statement


def verify(document: Document, statements: Iterable[Statement]) -> tuple[tuple[Statement, ...], tuple[Problem, ...]]:
    """Part the statements into those that hold in their document and the refusals of the others.

    Args:
        document: what they were read from.
        statements: from any engine.

    Returns:
        The statements that hold, in document order and each once; and a Problem for every one that does not.
    """
    kept: dict[str, Statement] = {}
    problems: list[Problem] = []
    identity = document.id
    for statement in statements:
        faults = list(_faults(document, identity, statement))
        if faults:
            problems.append(_refusal(document, statement, faults))
        else:
            kept.setdefault(statement.id, statement)
    in_order = sorted(kept.items(), key=_place)
    return tuple(statement for _, statement in in_order), tuple(problems)


def _place(item: tuple[str, Statement]) -> tuple[int, int, int, int, str]:
    """By trigger, then by clause, then by the people concerned: one trigger may tell of several groups."""
    identity, statement = item
    start = statement.who.mention.start if statement.who is not None else None
    return statement.trigger.start, statement.span.start, statement.span.end, start or 0, identity


def _faults(document: Document, identity: str, statement: Statement) -> Iterator[str]:
    text = document.text
    if statement.document != identity:
        yield "it belongs to another document"
    for name, span in (("span", statement.span), ("trigger", statement.trigger)):
        if not span.exact.strip() or not span.holds_in(text):
            yield f"its {name} does not match the text"
    for name, mention in _mentions(statement):
        if mention.start is not None and text[mention.start : mention.end] != mention.text:
            yield f"the words of {name!r} do not stand where it says"
        elif mention.start is None and name not in statement.worked_out:
            yield f"{name!r} stands nowhere in the text and is not marked as worked out"
    yield from _unknown_codes(statement)


def _mentions(statement: Statement) -> Iterator[tuple[str, Mention]]:
    if statement.who is not None:
        yield "who", statement.who.mention
    for name in ("by", "origin", "destination", "at", "in_return_for", "basis", "outcome", "reason"):
        mention = getattr(statement, name)
        if mention is not None:
            yield name, mention


def _unknown_codes(statement: Statement) -> Iterator[str]:
    checks = (("acts", statement.act), ("stances", statement.stance), ("modalities", statement.modality))
    for vocabulary, code in checks:
        try:
            term(vocabulary, code)
        except UnknownCode:
            yield f"{code!r} is not in the vocabulary {vocabulary!r}"


def _refusal(document: Document, statement: Statement, faults: list[str]) -> Problem:
    return Problem(
        code="statement_refused",
        source=document.name,
        place=f"character {statement.span.start}",
        message=f"A statement read by {statement.reader.engine} was refused: {'; '.join(faults)}.",
        hint="Nothing is lost: read the document with another engine, or enter the statement by hand.",
        severity="warning",
    )
