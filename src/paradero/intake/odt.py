"""ODT: the paragraphs, tables, captions and notes of an OpenDocument text, and what its properties say of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from zipfile import ZipFile

from paradero.intake.grid import Grid
from paradero.intake.material import Material
from paradero.intake.office import Edits, Paragraph, Written, folded, material, pictures_in, row
from paradero.intake.office_tables import TALLEST, WIDEST, Laying, in_cell, number
from paradero.intake.trees import child, every, local, tree_if_any, tree_in, value, words_in
from paradero.intake.zipped import locked, opened
from paradero.model.problem import Problem

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_INDEXES = frozenset(
    ["table-of-content", "illustration-index", "table-index", "alphabetical-index", "bibliography", "user-index"]
)
_SKIPPED = frozenset(
    ["tracked-changes", "sequence-decls", "variable-decls", "forms", "title", "desc", "hidden-text", "ruby-text"]
)
_CHARACTERS = {"tab": " ", "line-break": "\n"}
_MOST_SPACES = 100  # of one element that stands for many


def read_bytes(data: bytes, source: str, table: bool = False) -> Material:
    """Turn an OpenDocument text into material.

    Args:
        data: the bytes of the file.
        source: the file's name, for the problems.
        table: whether its tables become sheets.
    """
    package = opened(data, source)
    if isinstance(package, Problem):
        return Material("", (), problems=(package,))
    with package:
        if any(True for _ in every(tree_if_any(package, "META-INF/manifest.xml", source), "encryption-data")):
            return Material("", (), problems=(locked(source),))
        content = tree_in(package, "content.xml", source)
        if isinstance(content, Problem):
            return Material("", (), problems=(content,))
        meta = child(tree_if_any(package, "meta.xml", source), "meta")
        text = _Text(_styles(package, content, source), table)
        body = child(content, "body", "text")
        links = (value(image, "href") for image in every(body, "image"))
        pictures = pictures_in(package, (link.removeprefix("./") for link in links))
    paragraphs = tuple(text.blocks(body)) if body is not None else ()
    for change in every(body, "changed-region"):
        text.edits.deleted += child(change, "deletion") is not None
        text.edits.inserted += child(change, "insertion") is not None
    author = words_in(child(meta, "initial-creator")) or words_in(child(meta, "creator"))
    title, notes = words_in(child(meta, "title")), tuple(text.notes)
    return material(Written(paragraphs, notes, title, author, text.edits, pictures), source, table)


def _styles(package: ZipFile, content: Element, source: str) -> dict[str, tuple[str, ...]]:
    """Return for each style its name and those of its parents; the text uses unnamed children of named styles."""
    parents = {
        value(style, "name"): value(style, "parent-style-name")
        for root in (tree_if_any(package, "styles.xml", source), content)
        for style in every(root, "style")
        if value(style, "family", "paragraph") == "paragraph"
    }
    chains: dict[str, tuple[str, ...]] = {}
    for name in parents:
        chain: list[str] = []
        at = name
        while at and at not in chain:
            chain.append(at)
            at = parents.get(at, "")
        chains[name] = tuple(map(_plain, chain))
    return chains


def _plain(name: str) -> str:
    return name.replace("_20_", " ").lower()


@dataclass(slots=True)
class _Text:
    """Walks the text, and keeps the notes and the edits that it meets."""

    styles: dict[str, tuple[str, ...]]
    tabled: bool = False
    edits: Edits = field(default_factory=Edits)
    notes: list[str] = field(default_factory=list)

    def blocks(self, container: Element, within: tuple[str, ...] = ()) -> Iterator[Paragraph]:
        """Yield the paragraphs and the rows of tables; ``within`` names the index or list around them."""
        for element in container:
            name = local(element)
            if name in ("p", "h"):
                yield from self._paragraph(element, (*within, "heading") if name == "h" and not within else within)
            elif name == "table" and self.tabled and not _is_frame(element):
                yield Paragraph("", (), self._grid(element))
            elif name == "table":
                for line in _rows(element):
                    yield from row([list(self.blocks(cell)) for cell in line if local(cell) == "table-cell"])
            elif name == "list":
                yield from self._list(element, within)
            elif name in _INDEXES:
                yield from self.blocks(element, ("contents",))
            elif name not in _SKIPPED:
                yield from self.blocks(element, within)

    def _grid(self, table: Element) -> Grid:
        laying = Laying()
        for line in _rows(table):
            laying.row()
            for cell in line:
                if local(cell) in ("table-cell", "covered-table-cell"):
                    wide = number(value(cell, "number-columns-spanned", "1"), WIDEST)
                    tall = number(value(cell, "number-rows-spanned", "1"), TALLEST)
                    room = number(value(cell, "number-columns-repeated", "1"), WIDEST)
                    laying.cell(in_cell(paragraph.text for paragraph in self.blocks(cell)), wide, tall, room)
        return laying.grid()

    def _list(self, element: Element, within: tuple[str, ...]) -> Iterator[Paragraph]:
        for item in element:
            marker = "- "
            for paragraph in self.blocks(item, (*within, "list")):
                heads = any(name.startswith("heading") for name in paragraph.styles)
                nested = paragraph.text.startswith("- ")
                text = paragraph.text if heads or nested else marker + paragraph.text
                styles = tuple(s for s in paragraph.styles if s != "list") if heads else paragraph.styles
                marker = "" if not nested else marker
                yield Paragraph(text, styles)

    def _paragraph(self, element: Element, within: tuple[str, ...]) -> Iterator[Paragraph]:
        boxes: list[Element] = []
        text = folded("".join(self._words(element, boxes)))
        style = value(element, "style-name")
        if text:
            yield Paragraph(text, (*within, *self.styles.get(style, (_plain(style),))))
        for box in boxes:
            yield from self.blocks(box)

    def _words(self, element: Element, boxes: list[Element]) -> Iterator[str]:
        yield element.text or ""
        for part in element:
            name = local(part)
            if name == "s":
                yield " " * min(int(value(part, "c", "1")) if value(part, "c", "1").isdecimal() else 1, _MOST_SPACES)
            elif name in _CHARACTERS:
                yield _CHARACTERS[name]
            elif name == "note":
                self._note(part)
            elif name == "annotation":
                self.edits.comments += 1
            elif name == "text-box":
                boxes.append(part)
            elif name and name not in _SKIPPED:
                yield from self._words(part, boxes)
            yield part.tail or ""

    def _note(self, element: Element) -> None:
        place = len(self.notes)
        self.notes.append("")
        body = child(element, "note-body")
        words = " ".join(p.text for p in self.blocks(body)) if body is not None else ""
        self.notes[place] = " ".join(words.split())


def _rows(table: Element) -> Iterator[Element]:
    """Yield the rows of a table, but none of a table inside it."""
    for line in every(table, "table-row"):
        if next(above for above in line.iterancestors() if local(above) == "table") is table:
            yield line


def _is_frame(table: Element) -> bool:
    """Whether a table only sets text: it holds one cell, or other tables."""
    cells = sum(local(cell) == "table-cell" for line in _rows(table) for cell in line)
    return cells < 2 or sum(1 for _ in every(table, "table")) > 1
