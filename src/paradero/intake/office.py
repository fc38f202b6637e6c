"""Office: what the paragraphs of a word processor's file become, whichever program wrote it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from zipfile import ZipFile

from paradero.intake.archive import harmless
from paradero.intake.boilerplate import is_boilerplate
from paradero.intake.credits import credit_at_end
from paradero.intake.grid import Grid
from paradero.intake.material import Block, Inside, Material, assembled
from paradero.intake.office_tables import material as with_tables
from paradero.intake.provenance import said
from paradero.intake.zipped import content
from paradero.model.document import Provenance
from paradero.model.problem import Problem

# Both formats store the English names of the built-in styles, whatever language the program speaks.
_ROLES = (
    (re.compile(r"^title$"), "headline"),
    (re.compile(r"^(?:heading\b|subtitle$)"), "subhead"),
    (re.compile(r"^(?:caption|illustration|figure|drawing|table caption)$"), "caption"),
    (
        re.compile(r"^(?:toc\b|contents\b|header\b|footer\b|table of (?:figures|contents|authorities)|index\b)"),
        "boilerplate",
    ),
    (re.compile(r"^(?:list\b|table row$|note$)"), "item"),
)
# What an installation writes for its owner when nobody told it a name.
_NOBODY = frozenset(
    [
        "admin",
        "administrator",
        "author",
        "owner",
        "python-docx",
        "un-named",
        "unknown",
        "user",
        "usuario",
        "windows user",
    ]
)
_HEAD = 5  # paragraphs among which a title that the properties name is looked for


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph or a row of a table: its words, and the names of its style and of those that this one is based on.

    Where tables are asked for, ``grid`` is a whole one, and the words are empty.
    """

    text: str
    styles: tuple[str, ...] = ()
    grid: Grid | None = None


@dataclass(slots=True)
class Edits:
    """What editing left in a file: stretches deleted and inserted while changes were tracked, and comments."""

    deleted: int = 0
    inserted: int = 0
    comments: int = 0


@dataclass(frozen=True, slots=True)
class Written:
    """A word processor's file, read.

    Attributes:
        paragraphs: in order, rows of tables among them. notes: footnotes and endnotes, in the order of their marks.
        title, author: as the file's properties say.
        edits: what editing left in it.
        pictures: those that stand in its text, in order.
    """

    paragraphs: tuple[Paragraph, ...]
    notes: tuple[str, ...] = ()
    title: str = ""
    author: str = ""
    edits: Edits = field(default_factory=Edits)
    pictures: tuple[Inside, ...] = ()


def pictures_in(package: ZipFile, members: Iterable[str]) -> tuple[Inside, ...]:
    """Take pictures out of a file, each once; a name that leads to no member, as of one that is only linked, is passed.

    Args:
        package: the file.
        members: names of its members, in the order in which the text shows them.
    """
    found = ((name, content(package, name)) for name in dict.fromkeys(members))
    return tuple(Inside(harmless(PurePosixPath(name).name), data) for name, data in found if data)


def material(written: Written, source: str, table: bool = False) -> Material:
    """Turn what was read into material: headline, headings, captions, body; the notes come last.

    Args:
        written: the file, read.
        source: the file's name, for the problems.
        table: whether its tables become sheets.
    """
    blocks = list(_blocks(written.paragraphs))
    _name_headline(blocks, written.title)
    grids = (paragraph.grid for paragraph in written.paragraphs)
    whole = [grid if grid is not None else block for grid, block in zip(grids, blocks, strict=True)]
    notes = [Block(f"[{n}] {note}", "body") for n, note in enumerate(written.notes, 1) if note]
    author = "" if written.author.strip().lower() in _NOBODY else written.author
    found = Provenance(author=said(author, "file"))
    problems = _edits(written.edits, source) if blocks or notes else (_no_text(source),)
    if table:
        read = with_tables([*whole, *notes], source)
        return replace(read, found=found, problems=(*problems, *(read.problems if blocks else ())))
    text, stretches = assembled([*blocks, *notes])
    return Material(text, stretches, found, problems, inside=written.pictures)


def folded(text: str) -> str:
    """Return a paragraph's words with single spaces; its own line breaks stay."""
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def row(cells: Iterable[list[Paragraph]]) -> Iterator[Paragraph]:
    """Yield a table's row as one line, its cells parted by tabs.

    A row with one filled cell is no row of a list but a frame around text; its paragraphs stay what they are.
    """
    filled = [cell for cell in cells if cell]
    if len(filled) == 1:
        yield from filled[0]
    elif filled:
        yield Paragraph("\t".join(" ".join(" ".join(p.text for p in cell).split()) for cell in filled), ("table row",))


def _blocks(paragraphs: Iterable[Paragraph]) -> Iterator[Block]:
    titled = False
    for paragraph in paragraphs:
        role = next((role for name in paragraph.styles for known, role in _ROLES if known.match(name)), "")
        if role == "headline" and titled:
            role = "subhead"
        titled = titled or role == "headline"
        yield _settled(Block(paragraph.text, role))


def _settled(block: Block) -> Block:
    if block.role == "caption":
        credit = credit_at_end(block.text)
        return block if credit is None else replace(block, credit=credit.credit, relay=credit.relay)
    if block.role == "item":
        return replace(block, role="boilerplate" if is_boilerplate(block.text) else "body")
    return block


def _name_headline(blocks: list[Block], title: str) -> None:
    """Without a style for it, the headline is the paragraph that the properties call the title, or a heading on top."""
    if any(block.role == "headline" for block in blocks):
        return
    head = [i for i, block in enumerate(blocks[:_HEAD]) if block.role in ("", "subhead")]
    named = [i for i in head if title.strip() and folded(blocks[i].text).lower() == folded(title).lower()]
    on_top = [i for i in head[:1] if i == 0 and blocks[i].role == "subhead"]
    for i in (named or on_top)[:1]:
        blocks[i] = Block(blocks[i].text, "headline")


def _edits(edits: Edits, source: str) -> tuple[Problem, ...]:
    told = []
    if edits.deleted:
        told.append(f"{edits.deleted} deleted or moved stretches were left out")
    if edits.inserted:
        told.append(f"{edits.inserted} inserted ones are in the text")
    if edits.comments:
        told.append(f"{edits.comments} comments were left out")
    if not told:
        return ()
    cause = f"The file carries what its editing left behind: {', '.join(told)}."
    hint = "Open the original to see who changed what; the document is read as if all changes were accepted."
    return (Problem("tracked_changes", source, cause, hint, severity="notice"),)


def _no_text(source: str) -> Problem:
    return Problem(
        "empty_file",
        source,
        "The document holds no text: it is empty, or holds only pictures.",
        "Check whether it is the right file; add it with --ocr to have the letters in pictures recognised.",
    )
