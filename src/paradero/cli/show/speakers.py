"""``show speakers``: who speaks, how often with what stance, how they are named, through whom and where."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import click
from rich.padding import Padding
from rich.style import Style
from rich.table import Table
from rich.text import Text

from paradero.cli.options import document_option, json_option, language_option, pager_option
from paradero.cli.screen import inline, show, show_json
from paradero.cli.show.numbering import Numbered, numbered
from paradero.cli.wording import label, speaker_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rich.console import RenderableType

    from paradero.cli.desk import Desk
    from paradero.model.statement import Speaker

_DIM = Style(dim=True)


@dataclass(slots=True)
class Voice:
    """One speaker as the statements of a casebook have them: counted, never judged to be one person across documents.

    Attributes:
        speaker: name and kind, from the first statement.
        stances: number of statements by stance.
        written, relays, channels: how often each wording occurs.
        documents: how many statements each document holds.
    """

    speaker: Speaker
    stances: Counter[str] = field(default_factory=Counter)
    written: Counter[str] = field(default_factory=Counter)
    relays: Counter[str] = field(default_factory=Counter)
    channels: Counter[str] = field(default_factory=Counter)
    documents: Counter[str] = field(default_factory=Counter)

    def to_json(self) -> dict[str, Any]:
        """Return the voice ready for JSON."""
        speaker = self.speaker
        return {
            "name": speaker.name,
            "kind": speaker.kind,
            "resolved": speaker.resolved,
            "statements": self.stances.total(),
            "by_stance": dict(self.stances.most_common()),
            "as_written": list(self.written),
            "channels": list(self.channels),
            "relays": list(self.relays),
            "documents": list(self.documents),
        }


@click.command("speakers")
@document_option
@json_option
@language_option
@pager_option
@click.pass_obj
def command(desk: Desk, document: str | None, as_json: bool, language: str, pager: bool) -> None:
    """List who speaks, how often, and how they are named.

    Statements that people rejected, corrected away or withdrew are not counted. Two documents may use one name for two
    people; who is the same person is decided by judgement, not by this list.
    """
    with desk.open() as casebook:
        found = voices(numbered(casebook, document))
    if as_json:
        show_json([voice.to_json() for voice in found])
    else:
        show(listing(found, language), pager=pager)


def voices(items: Iterable[Numbered]) -> list[Voice]:
    """Return the speakers of the statements that count, those with most statements first."""
    found: dict[tuple[str, str], Voice] = {}
    for item in items:
        if not item.valid:
            continue
        statement, speaker = item.statement, item.statement.speaker
        where = "" if speaker.resolved else statement.document  # the "he" of two documents is never counted as one
        voice = found.setdefault((speaker.name, where), Voice(speaker))
        voice.stances[statement.stance] += 1
        voice.documents[statement.document] += 1
        voice.written.update(filter(None, [speaker.as_written]))
        voice.relays.update(filter(None, [statement.relay]))
        voice.channels.update(filter(None, [statement.channel]))
    return sorted(found.values(), key=lambda voice: -voice.stances.total())


def listing(found: Sequence[Voice], language: str) -> Iterator[RenderableType]:
    """Return the renderables of the list of speakers."""
    if not found:
        yield Text("No statements yet. Read the documents: paradero --casebook PATH read")
    for voice in found:
        kind = label("speakers", voice.speaker.kind, language)
        name = Text(speaker_words(voice.speaker, language), Style(bold=True))
        yield name if kind == name.plain else name.append(f"  {kind}", _DIM)
        yield Padding(_details(voice, language), (0, 0, 1, 2))


def _details(voice: Voice, language: str) -> Table:
    grid = Table.grid(padding=(0, 1))
    grid.add_column(style=_DIM, no_wrap=True, min_width=13)
    grid.add_column(overflow="fold")
    stances = ", ".join(f"{label('stances', code, language)} {n}" for code, n in voice.stances.most_common())
    total = voice.stances.total()
    grid.add_row("statements", f"{total}: {stances}")
    rows = (("written as", voice.written), ("where", voice.channels), ("passed on by", voice.relays))
    for name, counter in rows:
        if counter:
            grid.add_row(name, " · ".join(inline(words) for words in counter))
    return grid
