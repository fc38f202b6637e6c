"""The margin: beside each paragraph, what is said in it, by whom, and what of it was worked out and not said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.style import Style
from rich.table import Table
from rich.text import Text

from paradero.cli.screen import SHORT_ID, inline
from paradero.cli.show.painting import colour, mark
from paradero.cli.wording import Said, act_words, label, said, speaker_words
from paradero.model.public import worked_out

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paradero.cli.show.numbering import Numbered
    from paradero.model.statement import Statement

INFERRED = "≈"
LONGEST = 64  # characters of one role in the margin; the whole words stand in the text beside it
_DERIVED = Style(italic=True)
_DIM = Style(dim=True)


def notes(items: Sequence[Numbered], language: str) -> Table:
    """Return the notes of some statements, one below the other: number, then who says what."""
    grid = Table.grid(padding=(0, 1))
    grid.add_column(justify="right", no_wrap=True)
    grid.add_column(overflow="fold")
    for item in items:
        grid.add_row(Text(mark(item), colour(item) + Style(bold=True)), note(item, language))
    return grid


def note(item: Numbered, language: str) -> Text:
    """Return what one statement says: speaker and stance on the first line, the act and its roles below."""
    text = heading(item, language)
    text.append("\n")
    text.append_text(act_text(item, language))
    for field in _short(item.statement, language):
        text.append(" · ", _DIM)
        text.append_text(field_text(field, with_label=field.name not in _PLAIN, longest=LONGEST))
    if not item.valid:
        text.stylize(_DIM)
    return text


_PLAIN = frozenset({"who", "scope", "figure", "when"})  # these are understood without their label


def act_text(item: Numbered, language: str) -> Text:
    """Return the act in the colour of its family, marked when the words name none and it was worked out."""
    inferred = "act" in worked_out(item.statement)
    text = Text(f"{INFERRED} " if inferred else "", _DERIVED)
    return text.append(act_words(item.statement, language), colour(item) + Style(bold=True, italic=inferred))


def heading(item: Numbered, language: str) -> Text:
    """Return who says it, with what stance, what people decided about it, and the short id."""
    statement = item.statement
    text = Text()
    inferred = "speaker" in worked_out(statement)
    text.append(f"{INFERRED} " if inferred else "", _DERIVED)
    text.append(speaker_words(statement.speaker, language), Style(bold=True, italic=inferred))
    text.append(f" {label('stances', statement.stance, language)}")
    if item.verdict:
        text.append(f" · {item.verdict}", Style(bold=True))
    text.append(f"  {statement.id[:SHORT_ID]}", _DIM)
    return text


def field_text(field: Said, *, with_label: bool = True, longest: int | None = None) -> Text:
    """Return a field as text: its label dim, its words plain, what was worked out in italics after the mark.

    Args:
        field: the field.
        with_label: whether to name it.
        longest: characters to keep of words and of what was worked out; None keeps all.
    """
    text = Text()
    if with_label:
        text.append(f"{field.label} ", _DIM)
    text.append(_cut(field.words, longest))
    if field.derived:
        derived = f"{INFERRED} {_cut(field.derived, longest)}"
        text.append(f" ({derived})" if field.words else derived, _DERIVED)
    return text


def _short(statement: Statement, language: str) -> list[Said]:
    """Leave out of the margin what the words of "who" say already: their scope, their number."""
    who = "" if statement.who is None else f" {inline(statement.who.mention.text).lower()} "
    figure = statement.figure
    repeated = {"scope"} if f" {statement.scope} " in who else set()
    if figure is not None and figure.written and figure.known and inline(figure.written).lower() in who:
        repeated.add("figure")
    return [field for field in said(statement, language) if field.name not in repeated]


def _cut(words: str, longest: int | None) -> str:
    if longest is None or len(words) <= longest:
        return words
    return words[:longest].rsplit(" ", 1)[0] + " …"
