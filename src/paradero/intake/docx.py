"""DOCX: the paragraphs, tables, captions and notes of a Word file, and what its properties say of it.

Names of elements are compared without their name spaces, which differ between the two editions of the standard.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from posixpath import normpath
from typing import TYPE_CHECKING
from zipfile import ZipFile

from paradero.intake.grid import Grid
from paradero.intake.material import Material
from paradero.intake.office import Edits, Paragraph, Written, folded, material, pictures_in, row
from paradero.intake.office_tables import WIDEST, Laying, in_cell, number
from paradero.intake.trees import child, every, local, tree_if_any, tree_in, value, words_in
from paradero.intake.zipped import opened
from paradero.model.problem import Problem

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_MAIN = "word/document.xml"
_WRAPPERS = frozenset(["body", "sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"])
_SKIPPED = frozenset(["pPr", "rPr", "sdtPr", "instrText", "delText", "Fallback", "rt"])
_DELETED = frozenset(["del", "moveFrom"])
_INSERTED = frozenset(["ins", "moveTo"])
_CHARACTERS = {"tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_NOTES = {"footnoteReference": "footnote", "endnoteReference": "endnote"}
_OFF = frozenset(["0", "false", "off"])


def read_bytes(data: bytes, source: str, table: bool = False) -> Material:
    """Turn a Word file into material.

    Args:
        data: the bytes of the file.
        source: the file's name, for the problems.
        table: whether its tables become sheets.
    """
    package = opened(data, source)
    if isinstance(package, Problem):
        return Material("", (), problems=(package,))
    with package:
        main = tree_in(package, _main(package, source), source)
        if isinstance(main, Problem):
            return Material("", (), problems=(main,))
        word = _Word(_styles(package, source), _lists(package, source), _numbered(package, source), table)
        paragraphs = tuple(word.blocks(main))
        core = tree_if_any(package, "docProps/core.xml", source)
        notes = tuple(_notes(package, source, word))
        title, author = words_in(child(core, "title")), words_in(child(core, "creator"))
        pictures = pictures_in(package, _pictures(package, source, main))
    return material(Written(paragraphs, notes, title, author, word.edits, pictures), source, table)


def _pictures(package: ZipFile, source: str, main: Element) -> Iterator[str]:
    """Yield the names of the members that the text shows as pictures; those of its margins are ornament."""
    folder, _, name = _main(package, source).rpartition("/")
    links = every(tree_if_any(package, f"{folder}/_rels/{name}.rels", source), "Relationship")
    targets = {value(link, "Id"): value(link, "Target") for link in links if value(link, "TargetMode") != "External"}
    for element in main.iter():
        # Word writes a picture as a "blip" that is embedded, and before 2007 as "imagedata" with an id.
        attribute = {"blip": "embed", "imagedata": "id"}.get(local(element))
        target = targets.get(value(element, attribute), "") if attribute is not None else ""
        if target:
            yield target.lstrip("/") if target.startswith("/") else normpath(f"{folder}/{target}")


def _main(package: ZipFile, source: str) -> str:
    """Return the name of the part that holds the text; the package says which it is."""
    for link in every(tree_if_any(package, "_rels/.rels", source), "Relationship"):
        if value(link, "Type").endswith("/officeDocument"):
            return value(link, "Target").lstrip("/")
    return _MAIN


def _styles(package: ZipFile, source: str) -> dict[str, tuple[str, ...]]:
    """Return for each style its name and those of the styles that it is based on."""
    styles = {value(s, "styleId"): s for s in every(tree_if_any(package, "word/styles.xml", source), "style")}
    chains: dict[str, tuple[str, ...]] = {}
    for id in styles:
        names: list[str] = []
        at, seen = id, set[str]()
        while at in styles and at not in seen:
            seen.add(at)
            names.append(value(child(styles[at], "name"), "val").lower())
            at = value(child(styles[at], "basedOn"), "val")
        chains[id] = tuple(names)
    return chains


def _numbered(package: ZipFile, source: str) -> dict[str, Element]:
    """Return for each style of list items the element that names its list and level."""
    styles = every(tree_if_any(package, "word/styles.xml", source), "style")
    found = ((value(style, "styleId"), child(style, "pPr", "numPr")) for style in styles)
    return {id: number for id, number in found if number is not None}


def _lists(package: ZipFile, source: str) -> dict[tuple[str, str], str]:
    """Return the form of the numbers of each list and level."""
    root = tree_if_any(package, "word/numbering.xml", source)
    forms = {
        (value(shape, "abstractNumId"), value(level, "ilvl")): value(child(level, "numFmt"), "val")
        for shape in every(root, "abstractNum")
        for level in every(shape, "lvl")
    }
    shapes = {value(n, "numId"): value(child(n, "abstractNumId"), "val") for n in every(root, "num")}
    return {(n, level): form for n, shape in shapes.items() for (of, level), form in forms.items() if of == shape}


def _notes(package: ZipFile, source: str, word: _Word) -> Iterator[str]:
    """Yield the notes in the order of their marks; a mark in a note is followed no further."""
    known: dict[tuple[str, str], Element] = {}
    for kind in _NOTES.values():
        root = tree_if_any(package, f"word/{kind}s.xml", source)
        known.update({(kind, value(note, "id")): note for note in every(root, kind)})
    for mark in tuple(word.marks):
        if mark in known:
            yield " ".join(" ".join(p.text for p in word.blocks(known[mark])).split())


@dataclass(slots=True)
class _Word:
    """Walks the text, and keeps what is counted on the way: numbers of lists, marks of notes, edits."""

    styles: dict[str, tuple[str, ...]]
    lists: dict[tuple[str, str], str]
    numbered: dict[str, Element]
    tabled: bool = False
    edits: Edits = field(default_factory=Edits)
    marks: list[tuple[str, str]] = field(default_factory=list)
    counts: Counter[tuple[str, int]] = field(default_factory=Counter)

    def blocks(self, container: Element) -> Iterator[Paragraph]:
        """Yield the paragraphs and the rows of tables in a part, a cell, a note or a text box."""
        for element in container:
            name = local(element)
            if name == "p":
                yield from self._paragraph(element)
            elif name == "tbl" and self.tabled and not _is_frame(element):
                yield Paragraph("", (), self._grid(element))
            elif name == "tbl":
                for line in _under(element, "tr"):
                    yield from row([list(self.blocks(cell)) for cell in _under(line, "tc")])
            elif name in _WRAPPERS:
                yield from self.blocks(element)

    def _grid(self, table: Element) -> Grid:
        laying = Laying()
        for line in _under(table, "tr"):
            form = child(line, "trPr")
            if child(form, "del") is not None:
                self.edits.deleted += 1
                continue
            laying.row(number(value(child(form, "gridBefore"), "val", "0"), WIDEST, 0))
            for cell in _under(line, "tc"):
                wide = number(value(child(cell, "tcPr", "gridSpan"), "val", "1"), WIDEST)
                downwards = child(cell, "tcPr", "vMerge")
                words = in_cell(paragraph.text for paragraph in self.blocks(cell))
                if downwards is None:
                    laying.cell(words, wide, room=wide)
                else:
                    laying.upright(words, wide, value(downwards, "val") == "restart")
        return laying.grid()

    def _paragraph(self, element: Element) -> Iterator[Paragraph]:
        boxes: list[Element] = []
        text = folded("".join(self._runs(element, boxes)))
        form = child(element, "pPr")
        styles = self.styles.get(value(child(form, "pStyle"), "val"), ())
        # In a table a number may be all that a cell holds.
        marker = self._marker(form, styles) if text or self.tabled else ""
        if text or marker.strip("- "):
            yield Paragraph((marker + text).strip(), (*styles, "list") if marker else styles)
        for box in boxes:
            yield from self.blocks(box)

    def _runs(self, element: Element, boxes: list[Element]) -> Iterator[str]:
        for part in element:
            name = local(part)
            if name == "t":
                yield part.text or ""
            elif name in _CHARACTERS:
                yield _CHARACTERS[name]
            elif name in _DELETED:
                self.edits.deleted += 1
            elif name in _NOTES:
                self.marks.append((_NOTES[name], value(part, "id")))
            elif name == "commentReference":
                self.edits.comments += 1
            elif name == "txbxContent":
                boxes.append(part)
            elif name not in _SKIPPED and not _is_hidden(part):
                self.edits.inserted += name in _INSERTED
                yield from self._runs(part, boxes)

    def _marker(self, form: Element | None, styles: tuple[str, ...]) -> str:
        """Return what stands before an item of a list; headings keep their numbers to themselves."""
        number = child(form, "numPr")
        if number is None:
            number = self.numbered.get(value(child(form, "pStyle"), "val"))
        id, level = value(child(number, "numId"), "val", "0"), value(child(number, "ilvl"), "val", "0")
        if any(name.startswith(("heading", "title")) for name in styles):
            return ""
        if id == "0":
            return "- " if any(name.startswith(("list bullet", "list number")) for name in styles) else ""
        if self.lists.get((id, level), "bullet") in ("bullet", "none") or not level.isdecimal():
            return "- "
        for deeper in [key for key in self.counts if key[0] == id and key[1] > int(level)]:
            del self.counts[deeper]
        self.counts[id, int(level)] += 1
        return f"{self.counts[id, int(level)]}. "


def _under(element: Element, name: str) -> Iterator[Element]:
    """Yield the rows of a table or the cells of a row, also those that a content control or a change wraps."""
    for part in element:
        if local(part) == name:
            yield part
        elif local(part) in _WRAPPERS:
            yield from _under(part, name)


def _is_frame(table: Element) -> bool:
    """Whether a table only sets text: it holds one cell, or other tables."""
    cells = sum(1 for line in _under(table, "tr") for _ in _under(line, "tc"))
    return cells < 2 or sum(1 for _ in every(table, "tbl")) > 1


def _is_hidden(run: Element) -> bool:
    vanish = child(run, "rPr", "vanish")
    return vanish is not None and value(vanish, "val", "true") not in _OFF
