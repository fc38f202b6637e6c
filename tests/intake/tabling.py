"""Tables printed into PDF files, for the tests and the bench: ruled or not, with cells that wrap, over pages.

It knows nothing of how tables are read. What it prints is set as word processors set it: cells wrap where the next word
does not fit, rows do not break over pages, and the heading comes again on each page if that is asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

A4, A4_FLAT = (595.0, 842.0), (842.0, 595.0)
# The widths of Helvetica, in thousandths of its size, from the space to the tilde; accents do not change them.
_WIDTHS = (
    "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 "
    "278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 "
    "667 944 667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 "
    "556 333 500 278 556 500 722 500 500 500 334 260 334 584 "
)
WIDTHS = dict(zip(map(chr, range(32, 127)), map(int, _WIDTHS.split()), strict=True))
_BARE = str.maketrans("áéíóúüñÁÉÍÓÚÜÑçª°º–", "aeiouunAEIOUUNcaoo-")

Rules = Literal["none", "grid", "rows", "heading", "columns"]
Row = Sequence[str]


@dataclass(frozen=True, slots=True)
class Style:
    """How a table is set.

    Attributes:
        widths: of its columns, in points; aligns: l, r or c for each, left for those that are not said.
        rules: which lines are drawn; as thin rectangles if ``filled``.
        size, leading: of the type, in points and in sizes.
        across, down: the room around the words of a cell.
        middle: whether cells stand in the middle of their row and not at its top.
        again: whether the heading comes again on each page.
        fixed: whether the type is one in which all letters have one width.
        word_by_word: whether each word is put down on its own.
    """

    widths: Sequence[float]
    aligns: str = ""
    rules: Rules = "none"
    filled: bool = False
    size: float = 9.0
    leading: float = 1.2
    across: float = 3.0
    down: float = 2.0
    middle: bool = False
    again: bool = True
    fixed: bool = False
    word_by_word: bool = False


@dataclass(slots=True)
class Page:
    """What is drawn on a page, in the words of PDF."""

    drawn: list[str] = field(default_factory=list)

    def say(self, x: float, y: float, words: str, size: float = 9.0, font: str = "F") -> None:
        """Put words down from a place to the right."""
        safe = words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        self.drawn.append(f"BT /{font} {size:g} Tf {x:.2f} {y:.2f} Td ({safe}) Tj ET")

    def rule(self, x0: float, y0: float, x1: float, y1: float, filled: bool = False) -> None:
        """Draw a level or upright line."""
        if filled:
            self.drawn.append(f"{x0:.2f} {y0:.2f} {max(x1 - x0, 0.5):.2f} {max(y1 - y0, 0.5):.2f} re f")
        else:
            self.drawn.append(f"{x0:.2f} {y0:.2f} m {x1:.2f} {y1:.2f} l S")


def width_of(words: str, style: Style) -> float:
    """Return how wide words are set."""
    if style.fixed:
        return 0.6 * style.size * len(words)
    return style.size * sum(WIDTHS.get(c, 556) for c in words.translate(_BARE)) / 1000


def lines_in(words: str, width: float, style: Style) -> list[str]:
    """Break the words of a cell into lines that fit, also where it says so itself."""
    lines: list[str] = []
    for stretch in words.split("\n"):
        lines.append("")
        for word in stretch.split():
            longer = f"{lines[-1]} {word}".strip()
            if lines[-1] and width_of(longer, style) > width:
                lines.append(word)
            else:
                lines[-1] = longer
    return lines


class Press:
    """Prints titles and tables down page after page.

    Args:
        size: of the pages.
        head, foot: what each page has above and below; ``#`` is its number.
        margin: of the pages, in points.
    """

    def __init__(self, size: tuple[float, float] = A4, head: str = "", foot: str = "", margin: float = 40.0) -> None:
        self.pages: list[Page] = []
        self._size, self._head, self._foot, self._margin = size, head, foot, margin
        self._y = 0.0
        self.turn_page()

    def turn_page(self) -> None:
        """Begin a page."""
        self.pages.append(Page())
        self._y = self._size[1] - self._margin
        number = str(len(self.pages))
        if self._head:
            self.pages[-1].say(self._margin, self._size[1] - 25, self._head.replace("#", number), 8)
        if self._foot:
            self.pages[-1].say(self._size[0] / 2, 20, self._foot.replace("#", number), 8)

    def say(self, words: str, size: float = 9.0, x: float | None = None, leading: float = 1.6) -> None:
        """Print a line of text."""
        if self._y - size < self._margin:
            self.turn_page()
        self._y -= leading * size
        self.pages[-1].say(self._margin if x is None else x, self._y, words, size)

    def table(
        self, rows: Sequence[Row], style: Style, heads: int = 1, over: Sequence[tuple[int, int, int]] = ()
    ) -> None:
        """Print a table.

        Args:
            rows: the first ``heads`` of them head it; a row with one cell goes across the whole table.
            style: how it is set.
            heads: how many rows come again on each page.
            over: cells that reach over others: row, first column, last column, from 0.
        """
        reaching = {(row, first): last for row, first, last in over}
        top = self._y
        cuts, numbers = [top], list[int]()
        for number, row in enumerate(rows):
            height = self._height(row, number, style, reaching)
            if self._y - height < self._margin:
                self._draw(cuts, numbers, style, heads, reaching)
                self.turn_page()
                cuts, numbers = [self._y], []
                if style.again and number >= heads:
                    for i, head in enumerate(rows[:heads]):
                        self._row(head, i, style, reaching)
                        cuts.append(self._y)
                        numbers.append(i)
            self._row(row, number, style, reaching)
            cuts.append(self._y)
            numbers.append(number)
        self._draw(cuts, numbers, style, heads, reaching)

    def _cells(
        self, row: Row, number: int, style: Style, reaching: dict[tuple[int, int], int]
    ) -> Iterator[tuple[int, float, float, list[str]]]:
        """Yield the column of each cell that holds words, its left edge, its width and its lines."""
        lefts = [self._margin]
        for width in style.widths:
            lefts.append(lefts[-1] + width)
        for column, words in enumerate(row):
            last = len(style.widths) - 1 if len(row) == 1 else reaching.get((number, column), column)
            room = lefts[last + 1] - lefts[column] - 2 * style.across
            if words:
                yield column, lefts[column] + style.across, room, lines_in(words, room, style)

    def _height(self, row: Row, number: int, style: Style, reaching: dict[tuple[int, int], int]) -> float:
        most = max((len(lines) for *_, lines in self._cells(row, number, style, reaching)), default=1)
        return most * style.leading * style.size + 2 * style.down

    def _row(self, row: Row, number: int, style: Style, reaching: dict[tuple[int, int], int]) -> None:
        height = self._height(row, number, style, reaching)
        for column, left, room, lines in self._cells(row, number, style, reaching):
            free = height - 2 * style.down - len(lines) * style.leading * style.size
            y = self._y - style.down - style.size - (free / 2 if style.middle else 0.0)
            align = style.aligns[column : column + 1] or "l"
            for line in lines:
                spare = room - width_of(line, style)
                self._line(left + {"l": 0.0, "r": spare, "c": spare / 2}[align], y, line, style)
                y -= style.leading * style.size
        self._y -= height

    def _line(self, x: float, y: float, line: str, style: Style) -> None:
        font = "C" if style.fixed else "F"
        if not style.word_by_word:
            self.pages[-1].say(x, y, line, style.size, font)
            return
        for word in line.split():
            self.pages[-1].say(x, y, word, style.size, font)
            x += width_of(f"{word} ", style)

    def _draw(
        self,
        cuts: Sequence[float],
        numbers: Sequence[int],
        style: Style,
        heads: int,
        reaching: dict[tuple[int, int], int],
    ) -> None:
        left, right = self._margin, self._margin + sum(style.widths)
        page = self.pages[-1]
        wanted = {
            "none": [],
            "grid": cuts,
            "rows": cuts,
            "heading": [cuts[0], cuts[min(heads, len(cuts) - 1)], cuts[-1]],
            "columns": [cuts[0], cuts[min(heads, len(cuts) - 1)], cuts[-1]],
        }[style.rules]
        for cut in wanted:
            page.rule(left, cut, right, cut, style.filled)
        if style.rules not in ("grid", "columns"):
            return
        for number, high, low in zip(numbers, cuts, cuts[1:], strict=False):
            covered = {
                c for (row, first), last in reaching.items() if row == number for c in range(first + 1, last + 1)
            }
            x = left
            for column, width in enumerate((0.0, *style.widths)):
                x += width
                if column not in covered:
                    page.rule(x, low, x, high, style.filled)

    def pdf(self, turn: int = 0, sideways: bool = False, corner: tuple[float, float] = (0.0, 0.0)) -> bytes:
        """Return the file.

        Args:
            turn: by how many degrees a reader is told to turn its pages.
            sideways: whether everything is drawn turned to the left, on a page that lies the other way.
            corner: where the lower left corner of the pages is.
        """
        wide, high = self._size
        x, y = corner
        drawn = [page.drawn for page in self.pages]
        if sideways:
            drawn = [[f"q 0 1 -1 0 {high + x:g} {y:g} cm", *one, "Q"] for one in drawn]
            wide, high = high, wide
        elif corner != (0.0, 0.0):
            drawn = [[f"q 1 0 0 1 {x:g} {y:g} cm", *one, "Q"] for one in drawn]
        return file_of(drawn, (x, y, x + wide, y + high), turn)


def file_of(pages: Sequence[Sequence[str]], box: tuple[float, float, float, float], turn: int = 0) -> bytes:
    """Return a PDF file of pages with what is drawn on each."""
    kids = " ".join(f"{5 + 2 * i} 0 R" for i in range(len(pages)))
    fonts = "/Resources << /Font << /F 3 0 R /C 4 0 R >> >>"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>",
    ]
    edges = " ".join(f"{edge:g}" for edge in box)
    for i, page in enumerate(pages):
        about = f"/MediaBox [{edges}] /Rotate {turn} {fonts}"
        objects.append(f"<< /Type /Page /Parent 2 0 R {about} /Contents {6 + 2 * i} 0 R >>".encode())
        drawn = "\n".join(page).encode("cp1252")
        objects.append(b"<< /Length %d >>\nstream\n%b\nendstream" % (len(drawn), drawn))
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\n".encode()
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % table)


def narrower(style: Style, share: float) -> Style:
    """Return a style with columns narrower by a share."""
    return replace(style, widths=tuple(share * width for width in style.widths))
