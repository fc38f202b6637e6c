"""Pairs of records that are, or are not, one person, in a table of some hundred others: a row a kind."""

from __future__ import annotations

import pytest

from paradero.linking import link
from tests.linking.tables import crowd, people

Record = dict[str, object]
Row = tuple[Record, Record]

DAY = {"birth_date": "1983-05-09"}

ONE: list[Row] = [
    # accents and capitals
    ({"name": "José Ángel Ñáñez"}, {"name": "JOSE ANGEL NANEZ"}),
    # family name first
    ({"name": "Kessel Ibarra, Irma"}, {"name": "Irma Kessel Ibarra"}),
    # the second surname left out, with the day of birth
    ({"name": "Raúl Ibarra Larios", **DAY}, {"name": "Raúl Ibarra", **DAY}),
    # a particle
    ({"name": "Celia de la Quintana Roo"}, {"name": "Celia Quintana Roo"}),
    # one letter typed otherwise, and day and month the other way round
    ({"name": "Vera Saldano Pizarro", **DAY}, {"name": "Vera Saldamo Pizarro", "birth_date": "1983-09-05"}),
    # a form of the given name
    ({"name": "Francisco Urzua Wences"}, {"name": "Pancho Urzua Wences"}),
    # an initial
    ({"name": "Hugo Xirau Delmon"}, {"name": "H. Xirau Delmon"}),
    # columns changed round
    ({"given": "Trillo", "family": "Lidia", **DAY}, {"given": "Lidia", "family": "Trillo", **DAY}),
    # a name written as one word and as two
    ({"name": "Abd Allah Mansur", **DAY}, {"name": "Abdallah Mansur", **DAY}),
    # Cyrillic, Arabic, Hebrew, Greek, Korean, Chinese; where little is heard of a name, with a year
    ({"name": "Sergei Dovlatov"}, {"name": "Сергей Довлатов"}),
    ({"name": "Marzouq Al-Ghanim", **DAY}, {"name": "مرزوق الغانم", "birth_date": "1983"}),
    ({"name": "David Kravitz", "birth_date": "1983"}, {"name": "דוד קרביץ", **DAY}),
    ({"name": "Kostas Simitis"}, {"name": "Κώστας Σημίτης"}),
    ({"name": "Kim Won-hong", "birth_date": "1983"}, {"name": "김원홍", **DAY}),
    ({"name": "Lin Shu-fen"}, {"name": "林淑芬"}),
    # an age on a day against a date of birth
    (
        {"name": "Saul Zubiri Bautis", "age": 27, "age_on": "2025-03-16"},
        {"name": "Saul Zubiri B.", "birth_date": "1997-06-02"},
    ),
    # the number of the document outweighs a name cut short
    ({"name": "Dario Montal", "document": "V-8123456"}, {"name": "D. Montal", "document": "v 8123456"}),
    # parents, written in another order and at another length
    (
        {"name": "L. Zubiri", "father": "José Alberto Zubiri", "mother": "QUIROGA, Ana"},
        {"name": "Luis Zubiri", "father": "ZUBIRI, Jose", "mother": "Ana Quiroga de Zubiri"},
    ),
    # marks that cannot be seen
    ({"name": "Nadia\u200b Cifuen\u202e Alcazar"}, {"name": "Nadia Cifuen Alcazar"}),
]

TWO: list[Row] = [
    # twins who share their second given name too
    ({"name": "SOLARTE UZCANGA, Wilmer José", **DAY}, {"name": "SOLARTE UZCANGA, Yorbi José", **DAY}),
    # a common name, and other parents
    (
        {"name": "Luis Soto", "father": "Pedro Soto", "mother": "Ana Lund"},
        {"name": "Luis Soto", "father": "Hugo Soto", "mother": "Rosa Rivas"},
    ),
    # twins: surname, day of birth and place agree
    (
        {"name": "Marta Larios Espino", **DAY, "birth_place": "Tarma"},
        {"name": "Irma Larios Espino", **DAY, "birth_place": "Tarma"},
    ),
    # father and son of one name
    (
        {"name": "Tomas Belmar Castel", "birth_date": "1951-02-03"},
        {"name": "Tomas Belmar Castel", "birth_date": "1984-11-20"},
    ),
    # one given name, another family name
    ({"name": "Jean-Pierre Garrid"}, {"name": "Jean-Pierre Hinojo"}),
    # one family name, another given name
    ({"name": "Elena Montal Orduna"}, {"name": "Bruno Montal Orduna"}),
    # all but the number of the document and the year
    (
        {"name": "Ana Espino", "document": "V1", "birth_date": "1960"},
        {"name": "Ana Espino", "document": "V2", "birth_date": "1990"},
    ),
]


@pytest.mark.parametrize("row", ONE, ids=[str(next(iter(one.values()))) for one, _ in ONE])
def test_one_person(row: Row) -> None:
    links = link(people(*row, *crowd(300)))
    assert links.clusters[0] == links.clusters[1], str(links.explain("a", "b"))


@pytest.mark.parametrize("row", TWO, ids=[str(next(iter(one.values()))) for one, _ in TWO])
def test_two_people(row: Row) -> None:
    links = link(people(*row, *crowd(1000)))
    assert links.clusters[0] != links.clusters[1], str(links.explain("a", "b"))
