"""Delimited text: CSV, TSV and their kin, and plain lists with one name a line.

The delimiter is what parts most lines alike. A quoted cell whose quotes do not close as they should is read as it
stands, up to a quote before a delimiter or to the next delimiter; its line is named, and all other cells are read.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePath

from paradero.intake.grid import Grid, material
from paradero.intake.material import Material
from paradero.model.problem import Problem

_DELIMITERS = ",;\t|"
_SAMPLE = 200  # lines; a list that changes its delimiter later is not one table
_LONGEST = 20_000  # characters of a quoted cell over several lines; a quote that closes later was never opened
_MOST_LINES = 60
_SHOWN = 8
_SEPARATOR = re.compile(r"sep=(.)\n", re.I)  # how a spreadsheet program is told the delimiter
_NAME_TURNED = re.compile(r"[^,]*[^\W\d], [^\W\d][^,]*\Z")  # "Pérez, Juan"


@dataclass(slots=True)
class _Trouble:
    """The lines with quotes that do not close."""

    lines: list[int] = field(default_factory=list)


def read(text: str, source: str) -> Material:
    """Turn a delimited text into the material of one sheet.

    Args:
        text: the decoded text.
        source: the file's name; its ending decides only where the lines do not.
    """
    told = _SEPARATOR.match(text)
    delimiter = told[1] if told is not None else delimiter_of(text, PurePath(source).suffix.lower())
    trouble = _Trouble()
    start = told.end() if told is not None else 0
    rows = [[told[0].strip()]] if told is not None else []
    rows += _records(text, start, delimiter, trouble, 2 if told is not None else 1)
    problems = (_broken(trouble.lines, source),) if trouble.lines else ()
    return material([Grid("", rows)], source, problems)


def delimiter_of(text: str, suffix: str = "") -> str:
    """Return the delimiter that parts most lines into the same number of cells; "" when none does.

    Args:
        text: the decoded text.
        suffix: the ending of the file's name; under ".csv" and ".tsv" a single column needs no other proof.
    """
    lines = [line for line in text[:1_000_000].split("\n")[: _SAMPLE * 2] if line.strip()][:_SAMPLE]
    if not lines:
        return ""
    bare = [re.sub(r'"(?:[^"]|"")*"', "", line) for line in lines]
    scores = {one: _alike([line.count(one) for line in bare]) for one in _DELIMITERS}
    # A comma stands in names and numbers as well; where another sign parts as many lines alike, it is the other.
    best = max(_DELIMITERS, key=lambda one: (scores[one][0], one != ",", scores[one][1]))
    share, cells = scores[best]
    if cells == 0 or share < 0.5:
        return {".tsv": "\t", ".csv": ","}.get(suffix, "") if any(best in line for line in bare) else ""
    if best == "," and cells == 1 and suffix != ".csv" and all(map(_NAME_TURNED.match, lines)):
        return ""
    return best


def _alike(counts: list[int]) -> tuple[float, int]:
    """Return the share of lines that have the commonest number of delimiters above none, and that number."""
    usual, lines = max(Counter(c for c in counts if c).items(), key=lambda item: item[1], default=(0, 0))
    return round(lines / len(counts), 1), usual


def _records(text: str, at: int, delimiter: str, trouble: _Trouble, line: int) -> Iterator[list[str]]:
    """Yield the rows; a line without quotes, which most are, is only parted."""
    size = len(text)
    while at < size:
        end = text.find("\n", at)
        end = size if end < 0 else end
        if not delimiter:
            yield [text[at:end]]
        elif '"' not in text[at:end]:
            yield text[at:end].split(delimiter)
        else:
            row, stop = _quoted_row(text, at, delimiter, trouble, line)
            line += text.count("\n", at, stop)
            end = stop
            yield row
        at, line = end + 1, line + 1


def _quoted_row(text: str, at: int, delimiter: str, trouble: _Trouble, line: int) -> tuple[list[str], int]:
    """Return the cells of a row that has quotes, and where its last line ends."""
    row: list[str] = []
    begin = at
    while True:
        cell, at = _cell(text, at, delimiter, trouble, line + text.count("\n", begin, at))
        row.append(cell)
        if at >= len(text) or text[at] == "\n":
            return row, at
        at += len(delimiter)


def _cell(text: str, at: int, delimiter: str, trouble: _Trouble, line: int) -> tuple[str, int]:
    """Return one cell, and the place of the delimiter or line end after it."""
    lead = at
    while delimiter != " " and text.startswith(" ", lead):
        lead += 1
    if text.startswith('"', lead):
        close = _closing(text, lead, delimiter)
        if close is not None:
            return text[lead + 1 : close].replace('""', '"'), _skip_spaces(text, close + 1)
        trouble.lines.append(line)
    end = text.find("\n", at)
    end = len(text) if end < 0 else end
    loose = _loosely_closing(text, lead, end, delimiter) if lead < end and text[lead] == '"' else None
    if loose is not None:
        return text[lead + 1 : loose], _skip_spaces(text, loose + 1)
    stop = text.find(delimiter, at, end)
    end = end if stop < 0 else stop
    return text[at:end], end


def _closing(text: str, at: int, delimiter: str) -> int | None:
    """Return the place of the quote that closes a cell: a delimiter, a line end or nothing comes after it."""
    place = at + 1
    while (place := text.find('"', place)) >= 0 and place - at <= _LONGEST:
        if text.startswith('"', place + 1):
            place += 2
            continue
        after = _skip_spaces(text, place + 1)
        closes = after == len(text) or text[after] == "\n" or text.startswith(delimiter, after)
        return place if closes and text.count("\n", at, place) <= _MOST_LINES else None
    return None


def _loosely_closing(text: str, at: int, end: int, delimiter: str) -> int | None:
    """Return the last quote of a cell with bare quotes inside: the first before a delimiter or the line's end.

    Where another quoted cell would begin before it, it is not that of this cell.
    """
    place = at
    while (place := text.find('"', place + 1, end)) >= 0:
        after = _skip_spaces(text, place + 1)
        if after >= end or text.startswith(delimiter, after):
            return None if delimiter + '"' in text[at:place] else place
    return None


def _skip_spaces(text: str, at: int) -> int:
    while text.startswith(" ", at):
        at += 1
    return at


def _broken(lines: list[int], source: str) -> Problem:
    named = ", ".join(map(str, lines[:_SHOWN]))
    more = f" and {len(lines) - _SHOWN} more" if len(lines) > _SHOWN else ""
    cause = f"Quotation marks do not close as they should in {len(lines)} cells, which were read as they stand."
    hint = "Compare these lines with the original; a mark inside a quoted cell has to be written twice."
    place = f"line {named}" if len(lines) == 1 else f"lines {named}{more}"
    return Problem("broken_quotes", source, cause, hint, place, "warning")
