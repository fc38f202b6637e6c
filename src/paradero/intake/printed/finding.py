"""Finding: what of each page is a table, and which of these go on over pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from paradero.intake.columns import Line, rows_of
from paradero.intake.printed.counting import count_in, surest
from paradero.intake.printed.gaps import Core, space_of
from paradero.intake.printed.lattice import lattices_of
from paradero.intake.printed.laying import Found, Row, Ruled, rows_in
from paradero.intake.printed.leaves import Leaf
from paradero.intake.printed.lined import Columns, pieces_of
from paradero.intake.printed.regions import Region, plain_lists_of, regions_of
from paradero.intake.running import Running, outermost

_ALIKE = 4.0  # points between the edges of one ruled table on two pages
_BETWEEN = 8  # lines that may stand between the two halves of a table
_HEADS = 3  # pieces of a line that may be the heading of a table, printed again on each page
_FEET = 4
_TOP = 4  # lines of a table among which its heading is
_CLOSE = 2.2  # heights of the type from a heading to its table
_TIGHT = 1.45  # heights of the type between lines of one row


@dataclass
class OverPages:
    """A table: what of it was found on each page, and the columns where no ruled lines give them."""

    found: list[Found]
    columns: Columns | None = None
    region: Region | None = field(default=None, repr=False)

    @property
    def start(self) -> tuple[int, float]:
        """Where it begins, in the order of reading: the page, and the height from above."""
        return self.found[0].leaf.sheet.number, -self.found[0].top

    @property
    def is_slight(self) -> bool:
        """Whether it is too little to be a table by itself."""
        return all(isinstance(one, Region) and one.slight for one in self.found)

    def rows(self) -> list[list[Row]]:
        """Return the rows on each page."""
        columns = self.columns
        ruled = [one for one in self.found if isinstance(one, Ruled)]
        if columns is None:
            several, count = any(one.is_several for one in ruled), surest(one.count for one in ruled)
            return [one.rows(several, count) for one in ruled]
        regions = [one for one in self.found if isinstance(one, Region)]
        count = surest(count_in(one.lined(columns)) for one in regions)
        return [rows_in(one, columns, count) for one in regions]


def tables_of(leaves: Sequence[Leaf]) -> list[OverPages]:
    """Return the tables of a document in order."""
    rows = [rows_of(leaf.sheet.words, leaf.sheet.number) for leaf in leaves]
    running = Running([outermost(own, leaf.sheet.height) for own, leaf in zip(rows, leaves, strict=True) if own])
    space = space_of([row for own in rows[:50] for row in own])
    tables: list[OverPages] = []
    before: list[OverPages] = []  # those on the page before, the last of which may go on, or ruled ones beside it
    rest = 0
    for leaf, own in zip(leaves, rows, strict=True):
        found, lines = _on(leaf, own, running, space)
        here: list[OverPages] = []
        for i, one in enumerate(found):
            above = rest + sum(line.middle > one.top for line in lines)
            table = _continued(before, one, not i) if above <= _BETWEEN else None
            if table is None:
                table = OverPages([one], one.columns() if isinstance(one, Region) else None)
            here.append(table)
            if not table.is_slight and table not in tables:
                tables.append(table)
        rest = sum(line.middle < _bottom(found[-1]) for line in lines) if found else 0
        before = here
    return sorted(tables, key=lambda table: table.start) or _plain(leaves, rows, running)


def _continued(before: Sequence[OverPages], one: Found, first: bool) -> OverPages | None:
    """Return the table of the page before that goes on, with what was found added to it; None when none does."""
    ruled = [(table, table.found[-1]) for table in before]
    for table, last in ruled:
        if isinstance(last, Ruled) and isinstance(one, Ruled) and last.leaf is not one.leaf and _is_aligned(last, one):
            table.found.append(one)
            return table
    return before[-1] if first and before and _goes_on(before[-1], one) else None


def _plain(leaves: Sequence[Leaf], rows: Sequence[Sequence[Line]], running: Running) -> list[OverPages]:
    """Return a list without columns, from all pages together; none where there is none."""
    found: list[Found] = []
    for leaf, own in zip(leaves, rows, strict=True):
        edges = outermost(own, leaf.sheet.height)
        found += plain_lists_of(leaf, [row for row in own if row not in edges or not running.holds(row)])
    return [OverPages(found, Columns(((0.0, 1e6),)))] if found else []


def _on(leaf: Leaf, rows: Sequence[Line], running: Running, space: float) -> tuple[list[Found], list[Line]]:
    """Return the tables of a page from top to bottom, and its lines that are in none."""
    found: list[Found] = []
    taken: set[int] = set()
    for lattice in lattices_of(leaf):
        words = tuple(word for word in leaf.sheet.words if id(word) not in taken and lattice.holds(word))
        if words:
            found.append(Ruled(leaf, lattice, words))
            taken.update(map(id, words))
    edges = outermost(rows, leaf.sheet.height)
    free: list[list[Line]] = [[]]
    for i, row in enumerate(rows):
        words = tuple(word for word in row.words if id(word) not in taken)
        if not words:
            free.append([])
        elif not (row in edges and running.holds(row) and not _may_head(rows, i, leaf.sheet.height, space)):
            free[-1].append(row if len(words) == len(row.words) else Line.of(words, row.page))
    for lines in free:
        found += regions_of(leaf, lines, space)
    taken.update(id(word) for one in found if isinstance(one, Region) for line in one.lines for word in line.words)
    lines = [line for lines in free for line in lines if id(line.words[0]) not in taken]
    return sorted(found, key=lambda one: -one.top), lines


def _may_head(rows: Sequence[Line], i: int, height: float, space: float) -> bool:
    """Whether a row that is printed on page after page is the heading of a table, or a row like many others."""
    row, pieces = rows[i], _pieces(rows[i], space)
    beside = [rows[j] for j in (i - 1, i + 1) if 0 <= j < len(rows)]
    if any(abs(one.middle - row.middle) <= _TIGHT * row.size and _pieces(one, space) > 1 for one in beside):
        return True
    if row.middle < height / 2:
        return pieces >= _FEET
    close = i + 1 < len(rows) and row.middle - rows[i + 1].middle <= _CLOSE * row.size
    return pieces >= _HEADS or (pieces > 1 and close)


def _pieces(row: Line, space: float) -> int:
    return len(pieces_of(row, max(0.7, 2.2 * space) * row.size))


def _bottom(found: Found) -> float:
    return found.lattice.ys[-1] if isinstance(found, Ruled) else found.lines[-1].middle


def _is_aligned(one: Ruled, other: Ruled) -> bool:
    xs, others = one.lattice.xs, other.lattice.xs
    return len(xs) == len(others) and max(abs(a - b) for a, b in zip(xs, others, strict=True)) <= _ALIKE


def _goes_on(table: OverPages, one: Found) -> bool:
    """Add what was found on the next page to a table, if it goes on there."""
    last = table.found[-1]
    if isinstance(last, Ruled) and isinstance(one, Ruled):
        if len(last.lattice.xs) != len(one.lattice.xs) or not _heads(last, one):
            return False
        table.found.append(one)
        return True
    if not isinstance(last, Region) or not isinstance(one, Region):
        return False
    before = table.region or last
    both = before.cover.with_other(one.cover)
    columns = both.columns(min(last.gap, one.gap))
    assert table.columns is not None
    # What is slight has columns by chance; those of the other hold.
    wanted = [len(cores) for cores, slight in _cores(table, one) if not slight] or [len(_cores(table, one)[0][0])]
    least = min(wanted) if _same_heading(table, one) else max(wanted)
    if len(columns.cores) < least or ((one.slight or table.is_slight) and len(columns.cores) > max(wanted)):
        return False
    table.found.append(one)
    table.columns = columns
    table.region = Region(last.leaf, last.lines, both, last.gap)
    return True


def _same_heading(table: OverPages, one: Region) -> bool:
    """Whether a page begins with a line that heads the table; then it is the same, whatever its few lines look like."""
    first, top = table.found[0], one.lines[0].text
    return isinstance(first, Region) and len(top) > 1 and any(line.text == top for line in first.lines[:_TOP])


def _cores(table: OverPages, one: Region) -> tuple[tuple[tuple[Core, ...], bool], ...]:
    before = () if table.columns is None else table.columns.cores
    return (before, table.is_slight), (one.columns().cores, one.slight)


def _heads(one: Ruled, other: Ruled) -> bool:
    return one.rows()[0].words() == other.rows()[0].words()
