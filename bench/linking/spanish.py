"""Lists of invented people with Spanish names, with the errors that lists have; a seed gives the same table everywhere.

Names are drawn by how common they are: a few hundred that are written here, and a long tail of surnames put together
from syllables. One person stands in one to four rows.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from numpy.typing import NDArray

GIVEN = {
    "male": (
        "José Luis Juan Carlos Jesús Miguel Pedro Rafael Francisco Manuel Antonio Ángel David Daniel Jorge Víctor "
        "Alejandro Andrés Gabriel "
        "Ramón Roberto Ricardo Eduardo Fernando Javier Óscar Enrique Alberto Julio César Héctor Mario Sergio Raúl "
        "Pablo Wilmer Yorman Kelvin "
        "Darwin Franklin Nelson Edgar Ernesto Gustavo Hugo Iván Joel Leonardo Marcos Nicolás Orlando Reinaldo "
        "Rubén Samuel Simón Tomás Yeison"
    ).split(),
    "female": (
        "María Ana Carmen Luisa Rosa Juana Isabel Teresa Carolina Andrea Gabriela Daniela Alejandra Patricia "
        "Mariana Yolanda Beatriz Marta Lucía "
        "Elena Gloria Silvia Adriana Claudia Diana Yusmary Milagros Coromoto Josefina Mercedes Pilar Rocío Sandra "
        "Verónica Ximena Yajaira Zulay "
        "Belkis Carla Dayana Emilia Fabiola Graciela Inés Karina Laura Maribel Nancy Olga Paola Raquel Sofía "
        "Valentina Yulimar"
    ).split(),
}
SURNAMES = (
    "González Rodríguez Pérez García Hernández Martínez López Sánchez Ramírez Torres Díaz Rojas Morales Gómez "
    "Fernández Rivas Romero Medina "
    "Mendoza Castillo Suárez Moreno Álvarez Jiménez Herrera Gutiérrez Guerrero Vargas Contreras Blanco "
    "Marcano Salazar Silva Colmenares Chacón "
    "Parra Peña Ortiz Ramos Rivero Castro Cruz Briceño Méndez Molina Acosta Aguilar Alvarado Araujo Arias "
    "Barrios Bastidas Bello Bermúdez Betancourt "
    "Bolívar Bravo Brito Cabrera Camacho Cárdenas Carrasco Carrillo Cedeño Cordero Delgado Duarte Escalona "
    "Espinoza Farías Figueroa Flores Franco Fuentes "
    "Graterol Guerra Guevara Guzmán Ibarra León Linares Lozada Lugo Machado Maldonado Márquez Mata Montilla "
    "Mora Navarro Núñez Ochoa Orozco Pacheco "
    "Palacios Paredes Paz Piña Quintero Reyes Rincón Ríos Rondón Rosales Ruiz Salas Sandoval Santana Serrano "
    "Soto Sosa Tovar Urbina Uzcátegui Valera "
    "Vásquez Velásquez Vera Villalobos Villegas Yánez Zambrano Zapata Zerpa"
).split()
SYLLABLES = (
    "ba be bi bo bu ca co cu da de do fa fe ga go la le li lo lu ma me mi mo mu na ne ni no pa pe po ra "
    "re ri ro sa se so ta te ti to va ve vi za zo"
).split()
ENDINGS = ("ga", "res", "ndo", "les", "nte", "rri", "lla", "ño", "ez", "al", "ón", "ias")
PLACES = 240
PLAIN = str.maketrans("áéíóúñÁÉÍÓÚÑ", "aeiounAEIOUN")


def people(rows: int, seed: int = 1) -> pa.Table:
    """Make a table of rows about invented people.

    Returns:
        Columns id, given, family, birth_date, sex, birth_place, document, and ``person``, the number of whom the row
        is about.
    """
    chance = np.random.default_rng(seed)
    person = np.repeat(np.arange(rows), chance.choice([1, 2, 3, 4], rows, p=[0.55, 0.25, 0.12, 0.08]))[:rows]
    persons = int(person[-1]) + 1
    whole = _whole_records(persons, chance)
    wrong = Slips(chance)
    columns: dict[str, list[str | None]] = {
        name: [] for name in ("given", "family", "birth_date", "sex", "birth_place", "document")
    }
    for one in person:
        for column, value in zip(columns.values(), wrong.record(*whole[one]), strict=True):
            column.append(value)
    order = chance.permutation(rows)
    table = pa.table({"id": [f"r{number}" for number in range(rows)], **columns, "person": person})
    return table.take(pa.array(order))


Record = tuple[str, str, str, str, str, str | None]


def _whole_records(persons: int, chance: np.random.Generator) -> list[Record]:
    surnames = SURNAMES + sorted(
        {"".join(chance.choice(SYLLABLES, 2)).capitalize() + str(chance.choice(ENDINGS)) for _ in range(9000)}
    )
    first, second = (_drawn(len(surnames), persons, 0.9, chance) for _ in range(2))
    sexes = chance.choice(["male", "female"], persons, p=[0.85, 0.15])
    givens = [_drawn(55, persons, 0.6, chance) for _ in range(2)]
    two = chance.random(persons) < 0.6
    days = np.datetime64("1950-01-01") + (chance.beta(3, 2, persons) * 365 * 55).astype("timedelta64[D]")
    places, papers = _drawn(PLACES, persons, 0.8, chance), chance.integers(1_000_000, 32_000_000, persons)
    told = chance.random(persons) < 0.4
    records: list[Record] = []
    for at in range(persons):
        names = GIVEN[sexes[at]]
        given = names[givens[0][at] % len(names)] + (f" {names[givens[1][at] % len(names)]}" if two[at] else "")
        family = f"{surnames[first[at]]} {surnames[second[at]]}"
        records.append(
            (
                given,
                family,
                str(days[at]),
                str(sexes[at]),
                f"place {places[at]}",
                f"V{papers[at]}" if told[at] else None,
            )
        )
    return records


def _drawn(many: int, times: int, bend: float, chance: np.random.Generator) -> NDArray[np.int64]:
    """Draw numbers below ``many``, the low ones more often (Zipf with an exponent)."""
    share = 1 / np.arange(1, many + 1) ** bend
    return chance.choice(many, times, p=share / share.sum())


class Slips:
    """What goes wrong when a record is written down once more."""

    def __init__(self, chance: np.random.Generator) -> None:
        self.drawn, self.at, self.chance = chance.random(1 << 20), 0, chance

    def record(
        self, given: str, family: str, born: str, sex: str, place: str, paper: str | None
    ) -> tuple[str | None, ...]:
        """Return a record as a list might have it."""
        if self._happens(0.3):
            given = given.split()[0]
        if self._happens(0.25):
            family = family.split()[0]
        elif self._happens(0.03):
            family = " ".join(reversed(family.split()))
        if self._happens(0.35):
            given, family = given.translate(PLAIN), family.translate(PLAIN)
        given, family = self._typed(given, 0.06), self._typed(family, 0.08)
        papers = None if paper is None or self._happens(0.4) else self._typed(paper, 0.03)
        return (
            given, family, None if self._happens(0.12) else self._dated(born), None if self._happens(0.1) else sex,
            None if self._happens(0.3) else place, papers,
        )  # fmt: skip

    def _next(self) -> float:
        self.at = (self.at + 1) % len(self.drawn)
        return float(self.drawn[self.at])

    def _happens(self, share: float) -> bool:
        return self._next() < share

    def _typed(self, text: str, share: float) -> str:
        """Leave out, double, change or swap one letter, once in a while."""
        if not self._happens(share):
            return text
        place, kind = int(self._next() * len(text)), int(self._next() * 4)
        letter = text[place]
        if kind == 0:
            return text[:place] + text[place + 1 :]
        if kind == 1:
            return text[:place] + letter + text[place:]
        if kind == 2 and place + 1 < len(text):
            return text[:place] + text[place + 1] + letter + text[place + 2 :]
        other = "0123456789" if letter.isdigit() else "aeionrstlmdc"
        return text[:place] + other[int(self._next() * len(other))] + text[place + 1 :]

    def _dated(self, born: str) -> str:
        """Change a digit, swap day and month, or keep the year only, once in a while."""
        year, month, day = born.split("-")
        if self._happens(0.03) and int(day) <= 12:
            return f"{year}-{day}-{month}"
        if self._happens(0.03):
            return year
        if self._happens(0.05):
            return f"{year}-{month}-{int(self._next() * 28) + 1:02d}"
        return f"{int(year) + 1}-{month}-{day}" if self._happens(0.02) else born


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rows", type=int)
    parser.add_argument("file", type=Path, help="a Parquet file to write")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    pq.write_table(people(given.rows, given.seed), given.file)
