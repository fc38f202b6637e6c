"""Sniffing: what the columns of a list probably say, from their headings and values in English and Spanish.

It proposes a mapping; a person looks at it. Headings go before values; what neither tells is ignored and named.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from paradero.model import Document, Problem
from paradero.rolls.days import order_of
from paradero.rolls.fields import ANSWER, DAYS, IGNORED, NAMES, Heading, answer_of, heading_of, statuses
from paradero.rolls.folding import folded, is_nothing
from paradero.rolls.guessing import counts_up, guess, may_be_family_names, name_order
from paradero.rolls.headings import frame
from paradero.rolls.mapping import Column, Mapping, SheetMapping, heading_at
from paradero.rolls.table import Table, tables
from paradero.rolls.troubles import letters

SAMPLE = 2_000  # filled cells of a column that are looked at
_MOST_STATUSES = 60
_ONE_ONLY = frozenset({*NAMES, "key", "sex", "birth_date", "age", "place", "persons", "status", "answer"}) - {
    "given_names"
}


def sniff(document: Document) -> tuple[Mapping, tuple[Problem, ...]]:
    """Propose how a list is read.

    Args:
        document: a document that is a table.

    Returns:
        A mapping of every sheet in which somebody is named or counted; and what a person should look at.
    """
    mappings: list[SheetMapping] = []
    problems: list[Problem] = []
    for table in tables(document):
        mapping, found = sniff_table(table, document.name)
        if _says_something(mapping):
            mappings.append(mapping)
            problems += found
        else:
            problems.append(_no_people(table, document.name))
    return Mapping(tuple(mappings), document.provenance.anchor), tuple(problems)


def sniff_table(table: Table, source: str) -> tuple[SheetMapping, tuple[Problem, ...]]:
    """Propose how one sheet is read; ``source`` is the list's name, for the problems."""
    found = frame(table)
    samples = {c: _sample(table, c, found.first_row) for c in range(1, table.width + 1)}
    heads = {c: heading_at(table, found.header_rows, c) for c in samples}
    columns = [c for c in samples if samples[c] or heads[c]]
    said = {c: _said(heads[c]) or guess(samples[c], c) or Heading(IGNORED) for c in columns}
    _settle_names(said, samples)
    _settle_keys(said, samples)
    _settle_doubles(said)
    spanish = sum(1 for c in columns if _is_spanish(heads[c])) * 2 >= max(1, len(columns))
    made = tuple(_column(c, said[c], heads[c], samples[c]) for c in columns)
    undecided = {c.column for c in made if c.field in DAYS and not c.date_order}
    made = tuple(_ordered(c, made, spanish) for c in made)
    problems = [*_unmapped(made, samples, source), *_open_orders(made, undecided, samples, source)]
    mapping = SheetMapping(
        sheet=table.name,
        columns=made,
        header_rows=found.header_rows,
        first_row=found.first_row,
        name_order=_name_order(said, samples),
        status=_status(said, samples),
        answers=answer_words(table, (c for c, heading in said.items() if heading.field == ANSWER), found.first_row),
    )
    return mapping, tuple(problems)


def _sample(table: Table, column: int, first_row: int) -> list[str]:
    found: list[str] = []
    for line in table.lines[first_row - 1 :]:
        words = line[column - 1].strip() if column <= len(line) else ""
        if words and not is_nothing(words):
            found.append(words)
            if len(found) >= SAMPLE:
                break
    return found


def _said(heading: str) -> Heading | None:
    """What a heading says; of one in two rows the lower goes first, and both together before the upper."""
    pieces = heading.split(" / ")
    tries = [heading] if len(pieces) == 1 else [" ".join(pieces), " de ".join(pieces), pieces[-1], pieces[0]]
    return next((found for words in tries if (found := heading_of(words)) is not None), None) if heading else None


def _settle_keys(said: dict[int, Heading], samples: dict[int, list[str]]) -> None:
    """Of several keys, one that does not only number the rows."""
    keys = [column for column, heading in said.items() if heading.field == "key"]
    telling = [column for column in keys if not counts_up(samples[column])]
    if len(keys) > 1 and telling:
        said.update({column: Heading(IGNORED) for column in keys if column != telling[0]})


def _settle_names(said: dict[int, Heading], samples: dict[int, list[str]]) -> None:
    """Beside a column of family names, "name" is the given names; "nombres" alone is the whole name."""
    held = {heading.field for heading in said.values()}
    given = next((column for column, heading in said.items() if heading.field == "given_names"), None)
    if given is not None and not held & {"family_name", "name"}:
        beside = (c for c in (given - 1, given + 1) if said.get(c) == Heading(IGNORED))
        family = next((c for c in beside if may_be_family_names(samples[c])), None)
        if family is not None:
            said[family] = Heading("family_name")
            held.add("family_name")
    for column, heading in said.items():
        if heading.field == "name" and "family_name" in held and "given_names" not in held:
            said[column] = Heading("given_names")
        if heading.field == "given_names" and not held & {"family_name", "name"}:
            said[column] = Heading("name", name_order=heading.name_order)


def _settle_doubles(said: dict[int, Heading]) -> None:
    """Of two columns that cannot both be meant, the first is taken; a second family name is the second."""
    seen: set[str] = set()
    for column, heading in sorted(said.items()):
        if heading.field in seen and heading.field in _ONE_ONLY:
            second = heading.field == "family_name" and "second_family_name" not in seen
            said[column] = heading = Heading("second_family_name" if second else IGNORED)
        seen.add(heading.field)


def _column(number: int, said: Heading, heading: str, sample: list[str]) -> Column:
    order = order_of(sample) if said.field in DAYS else ""
    return Column(number, said.field, heading, said.act, order)


def _ordered(column: Column, columns: Iterable[Column], spanish: bool) -> Column:
    """Without an order of its own a column of days takes that of the others, or that of the headings' language."""
    if column.field not in DAYS or column.date_order:
        return column
    others = Counter(c.date_order for c in columns if c.date_order in ("day_first", "month_first"))
    order = others.most_common(1)[0][0] if others else "day_first"
    return replace(column, date_order=order if others or spanish else "day_first")


def _name_order(said: dict[int, Heading], samples: dict[int, list[str]]) -> str:
    column = next((c for c, heading in said.items() if heading.field == "name"), None)
    if column is None:
        return "unknown"
    return said[column].name_order or name_order(samples[column])


def _status(said: dict[int, Heading], samples: dict[int, list[str]]) -> tuple[tuple[str, str], ...]:
    words = Counter(w for c, heading in said.items() if heading.field == "status" for w in samples[c])
    known = ((word, statuses().get(folded(word), "")) for word, _ in words.most_common(_MOST_STATUSES))
    return tuple((word, act) for word, act in known if act)


def answer_words(table: Table, columns: Iterable[int], first_row: int) -> tuple[tuple[str, str], ...]:
    """Return the words of answer columns with the answers that they give; those that give none are left out."""
    lines = table.lines[first_row - 1 :]
    found = Counter(words for c in columns for line in lines if c <= len(line) and (words := line[c - 1].strip()))
    known = ((word, answer_of(word)) for word, _ in found.most_common(_MOST_STATUSES))
    return tuple((word, code) for word, code in known if code)


def _is_spanish(heading: str) -> bool:
    words = f" {folded(heading)} "
    signs = (" de ", " fecha", " nombre", " apellido", " edad ", " sexo ", " lugar ", " nacionalidad ", " cedula ")
    return any(sign in words for sign in signs)


def _says_something(mapping: SheetMapping) -> bool:
    held = {column.field for column in mapping.columns}
    return bool(held & {*NAMES, "persons", "document_number"}) or ("key" in held and len(held - {IGNORED}) > 1)


def _unmapped(columns: Iterable[Column], samples: dict[int, list[str]], source: str) -> list[Problem]:
    left = [c for c in columns if c.field == IGNORED and samples[c.column]]
    if not left:
        return []
    named = ", ".join(f"{letters(c.column)} {c.heading!r}" if c.heading else letters(c.column) for c in left[:8])
    cause = f"It is not known what {len(left)} columns say; they are ignored: {named}."
    hint = "Say in the mapping which field each is, if it matters."
    return [Problem("columns_ignored", source, cause, hint, severity="notice")]


def _open_orders(
    columns: Iterable[Column], undecided: set[int], samples: dict[int, list[str]], source: str
) -> list[Problem]:
    """Days of which nothing shows whether the day or the month comes first."""
    numbers = [c for c in columns if c.column in undecided and any(_is_numbers(w) for w in samples[c.column])]
    if not numbers:
        return []
    named = ", ".join(f"{letters(c.column)} {c.heading!r}" for c in numbers)
    cause = f"Nothing shows whether 3/4 is in March or in April in {named}; {numbers[0].date_order} was taken."
    hint = "Compare with what you know, and set date_order in the mapping."
    return [Problem("day_order_unknown", source, cause, hint, severity="warning")]


def _is_numbers(words: str) -> bool:
    return len(words) <= 10 and words[:1].isdigit() and sum(c in "/-." for c in words) == 2 and not words[:4].isdigit()


def _no_people(table: Table, source: str) -> Problem:
    where = f"sheet {table.name!r}" if table.name else ""
    cause = "No column names or counts people, as far as headings and values tell; it is left out."
    return Problem("no_people_found", source, cause, "Write a mapping that says which column does.", where, "warning")
