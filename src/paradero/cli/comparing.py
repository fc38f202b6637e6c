"""Two readings side by side: the sentence, then what each engine makes of it where they differ; totals at the end."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from rich.padding import Padding
from rich.style import Style
from rich.table import Table
from rich.text import Text

from paradero.cli.screen import SHORT_ID, inline
from paradero.cli.sending import sent_json
from paradero.cli.wording import act_words, figure_words, label, said, speaker_words, when_words
from paradero.model.public import statement_json
from paradero.text.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from paradero.casework import Compared, Comparison, Pair
    from paradero.model.document import Document
    from paradero.model.statement import Statement

_DIM, _BOLD = Style(dim=True), Style(bold=True)
_LONGEST = 240  # characters of a sentence; the whole of it stands in the document
ABSENT = "–"


def page(comparison: Comparison, language: str) -> Iterator[RenderableType]:
    """Return the renderables that show where two engines differ, in order."""
    for one in comparison.documents:
        differing = [pair for pair in one.pairs if not pair.agrees]
        yield _head(one, len(differing))
        shown = ""
        for pair in differing:
            sentence = _sentence(one.document, pair.either)
            if sentence != shown:
                yield Padding(Text(sentence), (0, 0, 0, 2))
            shown = sentence
            yield Padding(_sides(pair, comparison, language), (0, 0, 1, 4))
    yield _sums(comparison)


def comparison_json(comparison: Comparison) -> dict[str, Any]:
    """Return a comparison ready for JSON: every statement of both, with the fields in which they differ."""
    return {
        "first": comparison.first,
        "second": comparison.second,
        "documents": [
            {
                "document": one.document.id,
                "pairs": [
                    {
                        "sentence": _sentence(one.document, pair.either, None),
                        "first": None if pair.first is None else statement_json(pair.first),
                        "second": None if pair.second is None else statement_json(pair.second),
                        "fields": list(pair.fields),
                    }
                    for pair in one.pairs
                ],
            }
            for one in comparison.documents
        ],
        "totals": asdict(comparison.totals),
        "sent": sent_json(comparison.sent),
    }


def _head(one: Compared, differing: int) -> RenderableType:
    title = Text.assemble((inline(one.document.name), "bold"), (f"  document {one.document.id[:SHORT_ID]}", "dim"))
    agree = len(one.pairs) - differing
    return Padding(title.append(f"\n{differing} differ, {agree} agree", _DIM), (0, 0, 1, 0))


def _sentence(document: Document, statement: Statement, longest: int | None = _LONGEST) -> str:
    """The sentence that a statement's trigger stands in, with the page when there are pages."""
    at, text = statement.trigger.start, document.text
    part = document.part_at(at)
    inside = sentences(text, part.start, part.end) if part is not None else ()
    start, end = next((s for s in inside if s[0] <= at < s[1]), (statement.span.start, statement.span.end))
    words = inline(text[start:end])
    page = "" if statement.span.page is None or longest is None else f"p. {statement.span.page}: "
    return page + (words if longest is None or len(words) <= longest else f"{words[:longest].rsplit(' ', 1)[0]} …")


def _sides(pair: Pair, comparison: Comparison, language: str) -> RenderableType:
    if pair.first is None or pair.second is None:
        only = comparison.first if pair.second is None else comparison.second
        return Text(f"only {only}: ", _BOLD).append(_whole(pair.either, language), Style(bold=False))
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold", expand=True)
    table.add_column(Text("trigger", _DIM), style=_DIM, width=13, no_wrap=True)
    for engine, statement in ((comparison.first, pair.first), (comparison.second, pair.second)):
        head = Text(f"{engine} ", _BOLD).append(f"“{inline(statement.trigger.exact)}”", Style(bold=False, dim=True))
        table.add_column(head, ratio=1, overflow="fold")
    for name in pair.fields:
        table.add_row(name, field(pair.first, name, language), field(pair.second, name, language))
    return table


def _whole(statement: Statement, language: str) -> str:
    """A statement in a line: who says it, with what stance, what happened, and the fields that are filled."""
    stance = label("stances", statement.stance, language)
    words = [f"{speaker_words(statement.speaker, language)} {stance}: {act_words(statement, language)}"]
    words += [one.words or one.derived for one in said(statement, language) if one.name != "scope"]
    return " · ".join(words)


def field(statement: Statement, name: str, language: str) -> str:
    """Return one field of a statement in words, by its public name; a dash when it is not said."""
    if name == "speaker":
        return speaker_words(statement.speaker, language)
    if name == "figure":
        return ABSENT if statement.figure is None else figure_words(statement.figure, language)
    if name == "when":
        when = statement.when
        days = "" if when is None else when_words(when)
        return ABSENT if when is None else inline(when.written) + (f" ({days})" if days else "")
    value = statement_json(statement)[name]
    if name in ("act", "stance", "modality", "scope") and value is not None:
        return label({"modality": "modalities"}.get(name, f"{name}s"), value, language)
    if isinstance(value, dict):
        return inline(value["text"]) + (f" (by {inline(value['by'])})" if value.get("by") else "")
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ABSENT if value is None else inline(value)


def _sums(comparison: Comparison) -> RenderableType:
    totals = comparison.totals
    lines = Table.grid(padding=(0, 1))
    lines.add_column(justify="right", min_width=6)
    lines.add_column()
    lines.add_row(f"{totals.agree:,}", "statements that both have, with every field the same")
    lines.add_row(f"{totals.differ:,}", "that both have, with another field")
    for name, count in totals.fields.items():
        lines.add_row("", Text(f"{count:>5,} {name}", _DIM))
    lines.add_row(f"{totals.only_first:,}", f"that only {comparison.first} has; they are kept")
    lines.add_row(f"{totals.only_second:,}", f"that only {comparison.second} has; they are not kept")
    return lines
