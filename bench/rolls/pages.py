"""How many cells of printed lists are read exactly: PDF manifests of invented people in many layouts.

python -m bench.rolls.pages [--people 200] [--seed 1] [--only LAYOUT ...] [--show] [--pages N] [--gate]

Prints for each layout the share of cells that are read to the letter in their row and column, and how many rows were
read that are none. With ``--pages`` it prints instead how long a ruled and an unruled manifest of so many pages take.
With ``--gate`` it fails when a layout with 60 people falls below its floor; floors only rise.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from paradero.intake import parse
from tests.intake.tabling import A4, A4_FLAT, Press, Style

HEAD = ("No.", "Apellidos y nombres", "Cédula", "Edad", "Fecha de detención", "Centro", "Delito")
WIDTHS = (28, 130, 62, 30, 76, 76, 110)
GIVEN = (
    "Ana José Luis María Carlos Juan Pedro Rosa Elena Marta Jorge Miguel Andrés Lucía Diego Sofía Iván Óscar Beatriz "
    "Concepción Guadalupe Maximiliano Yusmary Wilmer Jhonatan Yorman Deivis Anyelis Franyer Neyerver"
).split()
FAMILY = (
    "Ruiz Peña Soto Paz Mora Gómez Pérez Rojas Díaz Vargas Castro Silva Medina Rivas Salas Quispe Flores Hernández "
    "Montesinos Etchegaray Ñáñez Villavicencio Bracamonte Zambrano Urdaneta Ochoa Colmenares"
).split()
CHARGES = (
    "rebelión;asociación para delinquir;traición a la patria y conspiración;hurto;sin cargos conocidos;terrorismo y "
    "financiamiento del terrorismo;instigación al odio;lesiones;robo agravado en grado de frustración;resistencia a la "
    "autoridad"
).split(";")
PLACES = ("Penal Norte", "Penal Sur", "Comandancia", "El Rodeo", "Fuerte Alba", "Penal de máxima seguridad Alba")

FLOOR, GATED = 100.0, 60  # per cent of the cells in every layout, none of them made up; people

Rows = list[list[str]]


@dataclass(frozen=True)
class Printed:
    """A printed list: the file, and what a person reads in it, row by row with the heading once."""

    data: bytes
    rows: Rows


def people(count: int, chance: random.Random) -> Rows:
    """Return rows of invented people, as many columns as ``HEAD``."""
    rows = []
    for number in range(1, count + 1):
        family = " ".join(chance.choices(FAMILY, k=chance.choice((1, 2, 2, 2))))
        given = " ".join(chance.choices(GIVEN, k=chance.choice((1, 1, 2, 2, 3))))
        day = f"{chance.randint(1, 28):02}/{chance.randint(1, 12):02}/{chance.randint(2022, 2025)}"
        document = f"V-{chance.randint(1_000_000, 30_000_000)}" if chance.random() > 0.05 else ""
        age = str(chance.randint(18, 80)) if chance.random() > 0.1 else ""
        place = chance.choice(PLACES)
        rows.append([str(number), f"{family}, {given}", document, age, day, place, chance.choice(CHARGES)])
    return rows


def _short(rows: Rows) -> Rows:
    """Return rows whose cells fit into one line."""
    return [[*row[:1], " ".join(row[1].split()[:3]), *row[2:5], "Penal Norte", row[6].split()[0]] for row in rows]


def _press(size: tuple[float, float] = A4) -> Press:
    press = Press(size, head="Foro Alba - Observatorio", foot="Página #")
    press.say("LISTA DE PERSONAS DETENIDAS", 14)
    press.say("Actualizada el 12 de marzo de 2025. Fuente: Foro Alba y familiares de las personas detenidas.")
    press.say("")
    return press


def _end(press: Press) -> None:
    press.say("")
    press.say("Total de personas: véase la última fila. Firmado: Marta Paz, coordinadora del Foro Alba.")


def _plain(style: Style, wrap: bool, size: tuple[float, float] = A4) -> Callable[[Rows], Printed]:
    def make(rows: Rows) -> Printed:
        body = rows if wrap else _short(rows)
        press = _press(size)
        press.table([HEAD, *body], style)
        _end(press)
        return Printed(press.pdf(), [[*HEAD], *body])

    return make


def _unnumbered(style: Style, heads: bool = True) -> Callable[[Rows], Printed]:
    """Return what prints lists whose rows nothing counts, so that only the words tell where one ends."""

    def make(rows: Rows) -> Printed:
        body = [row[1:] for row in rows]
        head = [[*HEAD[1:]]] if heads else []
        press = _press()
        press.table([*head, *body], style, heads=len(head))
        _end(press)
        return Printed(press.pdf(), [*head, *body])

    return make


def _turned(turn: int, sideways: bool) -> Callable[[Rows], Printed]:
    def make(rows: Rows) -> Printed:
        press = _press(A4_FLAT)
        press.table([HEAD, *rows], Style(WIDTHS, rules="grid" if turn else "none", down=4))
        _end(press)
        return Printed(press.pdf(turn, sideways, (20.0, 30.0)), [[*HEAD], *rows])

    return make


def _numbers_abreast(rows: Rows) -> Printed:
    """Two lists with numbers beside each other, fifty rows a page in each."""
    short = [[row[0], row[1], row[2]] for row in _short(rows)]
    press = _press()
    width = (26, 140, 70)
    for start in range(0, len(short), 100):
        if start:
            press.turn_page()
        left, right = short[start : start + 50], short[start + 50 : start + 100]
        right = [*right, *[["", "", ""]] * (len(left) - len(right))]
        head = [*HEAD[:3], *HEAD[:3]]
        press.table([head, *([*a, *b] for a, b in zip(left, right, strict=True))], Style((*width, *width), size=8))
    return Printed(press.pdf(), [[*HEAD[:3]], *short])


def _names_abreast(rows: Rows) -> Printed:
    """Three columns of names and nothing else, sixty names a page."""
    names = [[row[1]] for row in _short(rows)]
    press = _press()
    for start in range(0, len(names), 60):
        if start:
            press.turn_page()
        some = [name for (name,) in names[start : start + 60]]
        some += [""] * (-len(some) % 3)
        third = len(some) // 3
        press.table(
            [*zip(some[:third], some[third : 2 * third], some[2 * third :], strict=True)],
            Style((170, 170, 170)),
            heads=0,
        )
    return Printed(press.pdf(), names)


def _two_rows_of_headings(rows: Rows) -> Printed:
    body = [[row[0], row[1], row[4], row[4].replace("/20", "/19"), row[5]] for row in _short(rows)]
    first, second = ["", "", "Fecha", "", ""], ["No.", "Nombre", "Detención", "Traslado", "Centro"]
    press = _press()
    style = Style((28, 160, 90, 90, 120), rules="grid", aligns="rlccl")
    press.table([first, second, *body], style, heads=2, over=[(0, 2, 3)])
    return Printed(press.pdf(), [first, second, *body])


def _titled_groups(rows: Rows) -> Printed:
    """Titles of groups inside a table without lines."""
    body = _short(rows)
    told: Rows = []
    for i, row in enumerate(body):
        if i % 12 == 0:
            told.append([f"CENTRO {i // 12 + 1}: PENAL NORTE"])
        told.append(row)
    press = _press()
    press.table([HEAD, *told], Style(WIDTHS))
    return Printed(press.pdf(), [[*HEAD], *told])


def _totals(rows: Rows) -> Printed:
    body = [[*row[:4], row[5]] for row in _short(rows)]
    total = ["", "TOTAL", "", str(len(body)), ""]
    press = _press()
    press.table([[*HEAD[:4], HEAD[5]], *body, total], Style((28, 170, 80, 50, 140), aligns="rlrrl", rules="rows"))
    return Printed(press.pdf(), [[*HEAD[:4], HEAD[5]], *body, total])


LAYOUTS: dict[str, Callable[[Rows], Printed]] = {
    "ruled": _plain(Style(WIDTHS, rules="grid"), wrap=False),
    "ruled by thin shapes": _plain(Style(WIDTHS, rules="grid", filled=True, word_by_word=True), wrap=False),
    "ruled, wrapped": _plain(Style(WIDTHS, rules="grid"), wrap=True),
    "ruled, wrapped, middle": _plain(Style(WIDTHS, rules="grid", middle=True), wrap=True),
    "lines between rows, wrapped": _plain(Style(WIDTHS, rules="rows"), wrap=True),
    "lines between rows, wrapped, middle": _plain(Style(WIDTHS, rules="rows", middle=True), wrap=True),
    "lines between columns": _plain(Style(WIDTHS, rules="columns"), wrap=False),
    "lines between columns, wrapped": _plain(Style(WIDTHS, rules="columns", down=4), wrap=True),
    "line under the heading": _plain(Style(WIDTHS, rules="heading"), wrap=False),
    "no lines": _plain(Style(WIDTHS), wrap=False),
    "no lines, numbers right": _plain(Style(WIDTHS, aligns="rlrrrll"), wrap=False),
    "no lines, narrow": _plain(Style((22, 112, 54, 26, 84, 60, 70), across=1.6, size=8), wrap=False),
    "no lines, wrapped": _plain(Style(WIDTHS, down=4), wrap=True),
    "no lines, wrapped, middle": _plain(Style(WIDTHS, down=4, middle=True), wrap=True),
    "no lines, wrapped, no room between rows": _plain(Style(WIDTHS, down=0), wrap=True),
    "no lines, heading once": _plain(Style(WIDTHS, again=False), wrap=False),
    "not counted, no lines": _unnumbered(Style(WIDTHS[1:], down=4)),
    "not counted, no lines, middle": _unnumbered(Style(WIDTHS[1:], down=4, middle=True)),
    "not counted, no room between rows": _unnumbered(Style(WIDTHS[1:], down=0)),
    "not counted, lines between rows": _unnumbered(Style(WIDTHS[1:], rules="rows")),
    "not counted, no heading": _unnumbered(Style(WIDTHS[1:], down=4), heads=False),
    "typewriter": _plain(Style((30, 150, 80, 40, 120, 90, 90), fixed=True, size=7), wrap=False),
    "landscape": _plain(Style(tuple(1.4 * w for w in WIDTHS), down=4), wrap=True, size=A4_FLAT),
    "turned pages, ruled": _turned(90, True),
    "printed sideways, no lines": _turned(0, True),
    "two lists abreast": _numbers_abreast,
    "names abreast": _names_abreast,
    "two rows of headings": _two_rows_of_headings,
    "titles of groups": _titled_groups,
    "total at the foot": _totals,
}


def read(data: bytes) -> Rows:
    """Return the rows of all sheets of a file, without the breaks that a cell holds."""
    document, _ = parse(data, "list.pdf", table=True)
    texts = (document.text[sheet.start : sheet.end] for sheet in document.sheets)
    return [line.split("\t") for text in texts for line in text.split("\n")]


def score(wanted: Rows, got: Rows) -> tuple[int, int, int]:
    """Return how many cells are right, how many there are, and how many rows were read that are none."""
    one, other = ([tuple(_bare(row)) for row in rows] for rows in (wanted, got))
    right = extra = 0
    for kind, a, b, c, d in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if kind == "equal":
            right += sum(map(len, wanted[a:b]))
        else:
            right += sum(map(_same, wanted[a:b], got[c:d]))
            extra += max(0, (d - c) - (b - a))
    return right, sum(map(len, wanted)), extra


def _same(wanted: Sequence[str], got: Sequence[str]) -> int:
    return sum(cell == (got[i] if i < len(got) else "") for i, cell in enumerate(wanted))


def _bare(row: Sequence[str]) -> list[str]:
    filled = max((i for i, cell in enumerate(row, 1) if cell), default=0)
    return [*row[:filled]]


def measured(count: int, seed: int, only: Sequence[str] = ()) -> Iterator[tuple[str, Printed, Rows]]:
    """Yield each layout with what is printed and what is read."""
    for name, make in LAYOUTS.items():
        if not only or name in only:
            printed = make(people(count, random.Random(seed)))
            yield name, printed, read(printed.data)


def _timed(pages: int) -> None:
    for name in ("ruled, wrapped", "no lines, wrapped"):
        count = 40
        while (size := LAYOUTS[name](people(count, random.Random(1))).data).count(b"/Type /Page ") < pages:
            count = int(1.05 * count * pages / max(size.count(b"/Type /Page "), 1)) + 1
        began = time.process_time()
        rows = read(size)
        took = time.process_time() - began
        print(f"{name:<40} {size.count(b'/Type /Page '):5} pages {len(rows):7,} rows {took:7.1f} s")


def faults(count: int = GATED, seeds: Sequence[int] = (1, 2)) -> list[str]:
    """Say which layouts fall below the floor."""
    found = []
    for seed in seeds:
        for name, printed, got in measured(count, seed):
            right, of, extra = score(printed.rows, got)
            if 100 * right / of < FLOOR or extra:
                found.append(f"{name}, seed {seed}: {100 * right / of:.2f} % of the cells, {extra} rows too many")
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", nargs="+", default=[])
    parser.add_argument("--pages", type=int, default=0)
    parser.add_argument("--gate", action="store_true", help="fail when a layout falls below its floor")
    parser.add_argument("--show", action="store_true", help="print rows that are not as they should be")
    asked = parser.parse_args()
    if asked.pages:
        _timed(asked.pages)
        return 0
    if asked.gate:
        below = faults()
        print(*(below or [f"{len(LAYOUTS)} layouts: every cell is read to the letter."]), sep="\n")
        return 1 if below else 0
    for name, printed, got in measured(asked.people, asked.seed, asked.only):
        right, of, extra = score(printed.rows, got)
        print(f"{name:<40} {100 * right / of:6.2f} %  of {of:6,} cells  {extra:4} rows too many")
        if asked.show:
            wanted = {tuple(_bare(row)) for row in printed.rows}
            read_rows = {tuple(_bare(row)) for row in got}
            print(*[f"    - {row}" for row in sorted(wanted - read_rows)[:8]], sep="\n")
            print(*[f"    + {row}" for row in sorted(read_rows - wanted)[:8]], sep="\n")

    return 0


if __name__ == "__main__":
    sys.exit(main())
