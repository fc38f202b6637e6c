from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paradero.reading.gazetteer import KINDS, Entry, Gazetteer, government_of, party_name
from paradero.reading.gazetteer.folding import fold
from paradero.reading.gazetteer.shipped import shadows, shipped_entries
from tests.calls import counted

GAZETTEER = Gazetteer.default()

FOUND = [
    # a state, with its possessive left outside
    ("Peru's prisons are full.", [("Peru", "Peru")]),
    # the typographic apostrophe inside a name, and the plain one
    ("From N’Djamena to N'Djamena", [("N’Djamena", "N'Djamena"), ("N'Djamena", "N'Djamena")]),
    # the longest name wins over the shorter ones inside it
    ("in South Sudan and Papua New Guinea", [("South Sudan", "South Sudan"), ("Papua New Guinea", "Papua New Guinea")]),
    # a name of a place inside the name of something else
    ("The Geneva Conventions were read out in Geneva.", [("Geneva", "Geneva")]),
    ("The Washington Post and the Sea of Azov", []),
    # a demonym that is part of a wider one
    ("Latin American lawyers and American lawyers", [("American", "United States")]),
    # nouns for people, irregular ones too
    ("two Frenchmen, a Swede and nine Iraqis", [("Frenchmen", "France"), ("Swede", "Sweden"), ("Iraqis", "Iraq")]),
    # without capitals it is no name
    ("the turkey, the polish, venezuela", []),
    # all in capitals, without accents, and words that are names only by chance
    ("EIGHT MEN FLOWN FROM BOGOTA TO MEXICO", [("BOGOTA", "Bogotá"), ("MEXICO", "Mexico")]),
    ("GIVE US THE MALE PRISONERS, WHO ASK FOR ICE", []),
    # the same words where capitals mean something
    ("The US and ICE denied it.", [("US", "United States"), ("ICE", "Immigration and Customs Enforcement")]),
    # full stops belong to the abbreviation
    ("U.S. and EE.UU. say so", [("U.S.", "United States"), ("EE.UU.", "United States")]),
    # accents may be missing or there
    ("moved to Tocoron, then to Tocorón", [("Tocoron", "Tocorón"), ("Tocorón", "Tocorón")]),
    # a line break inside a name; an empty line ends it
    ("at El\nHelicoide", [("El\nHelicoide", "El Helicoide")]),
    ("San\n\nSalvador", []),
    # the end of a sentence ends a name
    ("He was in Evin. Prison officers said no.", [("Evin", "Evin")]),
    # the word for the place is taken in, in both languages
    ("at Evin prison and in the cárcel de Ofer", [("Evin prison", "Evin"), ("cárcel de Ofer", "Ofer")]),
    ("the Lefortovo pre-trial detention centre", [("Lefortovo pre-trial detention centre", "Lefortovo")]),
    # a prison that is called like a person counts only beside such a word
    ("Ramon wrote from Ramon prison", [("Ramon prison", "Ramon")]),
    # an acronym said as a word
    ("agents of the Sebin and of SEBIN", [("Sebin", "SEBIN"), ("SEBIN", "SEBIN")]),
    # long forms in English and Spanish, in title case and capitals
    ("the Centro de Confinamiento del Terrorismo", [("Centro de Confinamiento del Terrorismo", "Cecot")]),
    ("CENTRE FOR THE CONFINEMENT OF TERRORISM", [("CENTRE FOR THE CONFINEMENT OF TERRORISM", "Cecot")]),
    # a small word before the first capital belongs to the name when it is listed so
    (
        "the Hague; al-Shabaab; Al Shabaab",
        [("the Hague", "the Hague"), ("al-Shabaab", "al-Shabaab"), ("Al Shabaab", "al-Shabaab")],
    ),
    # personal names that are names of places too
    ("Michael Jordan spoke in Jordan.", [("Jordan", "Jordan")]),
    ("Meanwhile Israel and, on Monday, Chad agreed.", [("Israel", "Israel"), ("Chad", "Chad")]),
    ("Mr Cologne, Don Toledo and Dr. London", []),
    ("Abdul-Karim al-Houthi met a Houthi envoy", [("Houthi", "Houthis")]),
    # a Spanish first name that is an English demonym but for its accent
    ("Germán saw a German; SIX GERMAN WOMEN", [("German", "Germany"), ("GERMAN", "Germany")]),
    # hyphens bound a name
    ("the Russian-installed court", [("Russian", "Russia")]),
    # bodies, courts, groups, carriers
    (
        "B'Tselem, the ICC, Tren de Aragua, Conviasa",
        [
            ("B'Tselem", "B'Tselem"),
            ("ICC", "International Criminal Court"),
            ("Tren de Aragua", "Tren de Aragua"),
            ("Conviasa", "Conviasa"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_names_are_found(text: str, expected: list[tuple[str, str]]) -> None:
    found = GAZETTEER.find(text)
    assert [(one.text, one.entry.name) for one in found] == expected
    assert all(text[one.start : one.end] == one.text for one in found)


def test_find_keeps_to_the_stretch_it_is_given_and_counts_from_the_text() -> None:
    text = "Cuba, Peru prison, Chile"
    assert [(one.start, one.text) for one in GAZETTEER.find(text, 5, 12)] == [(6, "Peru")]
    assert GAZETTEER.find(text, 1, 4) == ()  # "uba" is no word of the text


@pytest.mark.parametrize(
    ("text", "how", "kind", "country", "seat"),
    [
        ("Caracas", "name", "city", "VE", True),  # stands for its government
        ("Teheran", "alias", "city", "IR", True),
        ("Maracaibo", "name", "city", "VE", False),  # a city that does not
        ("Venezuelans", "demonym", "state", "VE", False),
        ("Gazans", "demonym", "territory", "PS", False),
        ("Kosovo", "name", "territory", "XK", False),
        ("Guantánamo Bay", "name", "facility", "CU", False),
        ("DGCIM", "name", "agency", "VE", False),
        ("Tren de Aragua", "name", "organisation", "VE", False),
        ("Hamas", "name", "armed_group", "PS", False),
        ("ICRC", "alias", "agency", "", False),  # belongs to no state
    ],
)
def test_what_is_found_says_what_it_is(text: str, how: str, kind: str, country: str, seat: bool) -> None:
    (found,) = GAZETTEER.find(text)
    assert (found.how, found.entry.kind, found.entry.country, found.entry.seat) == (how, kind, country, seat)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("the Venezuelan government", "Government of Venezuela"),
        ("Venezuela's government", "Government of Venezuela"),
        ("Venezuela’s government", "Government of Venezuela"),
        ("the government of Venezuela", "Government of Venezuela"),
        ("the Venezuelan regime", "Government of Venezuela"),
        ("the US government", "Government of the United States"),  # English puts an article
        ("the Philippines' government", "Government of the Philippines"),  # possessive of a plural
        ("the government of the Netherlands", "Government of the Netherlands"),
        ("Bangladesh's interim government", "Government of Bangladesh"),
        ("the Scottish government", "Government of Scotland"),  # a territory has one too
        ("the government in Kabul", "Government of Afghanistan"),  # by its seat
        ("el Gobierno venezolano", "Government of Venezuela"),
        ("las autoridades cubanas", "Government of Cuba"),
        ("el régimen de Nicaragua", "Government of Nicaragua"),
        ("el gobierno de los Estados Unidos", "Government of the United States"),
        ("the government", None),  # nobody is guessed
        ("that government", None),
        ("the Trump administration", None),  # by its head only
        ("the former Syrian government", None),  # another one
        ("Venezuela", None),  # may be the country
        ("Caracas", None),  # may be the city
        ("the Hamas government", None),  # no state
        ("", None),
    ],
)
def test_a_government_has_one_name(words: str, expected: str | None) -> None:
    assert party_name(words, GAZETTEER) == expected


def test_the_seat_of_a_government_leads_to_its_name() -> None:
    country = GAZETTEER.country_of("Tehran")
    assert country is not None
    assert government_of(country, GAZETTEER) == "Government of Iran"
    assert government_of("ZZ", GAZETTEER) is None


@pytest.mark.parametrize(
    ("word", "country"),
    [
        ("Venezuelans", "VE"),
        ("venezolanas", "VE"),  # a Spanish form that is worked out
        ("alemanes", "DE"),
        ("francesa", "FR"),
        ("israelíes", "IL"),
        ("Welsh", "GB"),  # of a part of a state
        ("Sahrawi", "EH"),  # of a territory whose state is not settled
        ("Martians", None),
    ],
)
def test_nationality_of_a_people(word: str, country: str | None) -> None:
    assert GAZETTEER.nationality(word) == country


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Caracas", "VE"),
        ("cecot", "SV"),
        ("the United Kingdom", "GB"),
        ("Moscú", "RU"),
        ("ICRC", None),
        ("Atlantis", None),
    ],
)
def test_country_of_a_name(name: str, country: str | None) -> None:
    assert GAZETTEER.country_of(name) == country


def test_what_comes_with_the_package_is_of_the_size_and_kinds_promised() -> None:
    kinds = Counter(entry.kind for entry in GAZETTEER.entries)
    assert set(kinds) == set(KINDS)
    assert kinds["state"] == 195  # 193 members of the United Nations, the Holy See and Palestine
    assert kinds["facility"] >= 150
    assert kinds["agency"] >= 120


def _forms(entry: Entry) -> tuple[str, ...]:
    return (entry.name, *entry.aliases, *entry.demonyms)


def test_no_two_shipped_entries_share_a_name() -> None:
    owners: dict[str, set[str]] = {}
    for entry in shipped_entries():
        for form in _forms(entry):
            owners.setdefault(fold(form).lower(), set()).add(f"{entry.name} ({entry.kind})")
    assert {form: names for form, names in owners.items() if len(names) > 1} == {}


def test_every_shipped_name_is_found_where_it_stands() -> None:
    missed = []
    for entry in GAZETTEER.entries:
        for form in _forms(entry):
            text = f"they spoke of {form} prison" if form in entry.needs_word else f"they spoke of {form} again"
            if not any(one.entry == entry and form in one.text for one in GAZETTEER.find(text)):
                missed.append(form)
    assert missed == []


def test_every_shadow_hides_a_name_that_would_be_found() -> None:
    bare = Gazetteer(shipped_entries())
    assert [phrase for phrase in shadows() if not bare.find(phrase)] == []
    assert [phrase for phrase in shadows() if GAZETTEER.find(phrase)] == []


def test_every_country_is_a_code_and_has_its_own_entry() -> None:
    codes = {entry.country for entry in GAZETTEER.entries} - {""}
    assert all(len(code) == 2 and code.isalpha() and code.isupper() for code in codes)
    assert [code for code in sorted(codes) if GAZETTEER.state(code) is None] == []


CASEBOOK = """
[[entry]]
name = "La Fortaleza de Arriba"
kind = "facility"
country = "AR"
aliases = ["La Fortaleza"]

[[entry]]
name = "Cecot"
kind = "facility"
aliases = ["Tecoluca"]

[[entry]]
name = "Arribenia"
kind = "territory"
country = "AR"
demonyms = ["Arribenian"]
"""


def _file(folder: Path, text: str) -> Path:
    path = folder / "gazetteer.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_casebook_adds_its_own_names(tmp_path: Path) -> None:
    wider, problems = GAZETTEER.extended(_file(tmp_path, CASEBOOK))
    assert problems == ()
    text = "Arribenians were held at La Fortaleza, then at Tecoluca or CECOT in El Salvador."
    names = [one.entry.name for one in wider.find(text)]
    assert names == ["Arribenia", "La Fortaleza de Arriba", "Cecot", "Cecot", "El Salvador"]
    assert wider.country_of("Tecoluca") == "SV"  # what was known of the entry stays
    assert [one.entry.name for one in GAZETTEER.find(text)] == ["Cecot", "El Salvador"]  # the shipped one is untouched


def test_a_casebook_wins_over_a_shipped_name(tmp_path: Path) -> None:
    row = '[[entry]]\nname = "Geneva, New York"\nkind = "city"\ncountry = "US"\naliases = ["Geneva"]\n'
    wider, _ = GAZETTEER.extended(_file(tmp_path, row))
    assert [one.entry.country for one in wider.find("moved to Geneva")] == ["US"]
    assert wider.country_of("Geneva") == "US"


def test_a_casebook_without_a_file_has_the_shipped_names(tmp_path: Path) -> None:
    assert GAZETTEER.extended(tmp_path / "gazetteer.toml") == (GAZETTEER, ())


@pytest.mark.parametrize(
    ("row", "cause", "step"),
    [
        ('kind = "facility"', "it has no name", "name ="),
        ('name = "  "\nkind = "facility"', "it has no name", "name ="),
        ('name = "Arriba"\nkind = "jail"', "its kind 'jail' is not known", "facility"),
        ('name = "Arriba"\nkind = "facility"\ncountry = "Argentina"', "no ISO 3166 code", "two capital letters"),
        ('name = "Arriba"\nkind = "facility"\naliases = "Fuerte"', "aliases are not a list", 'aliases = ["'),
        ('name = "arriba"\nkind = "facility"', "'arriba' has no capital letter", "as they stand in a text"),
        ('name = "Arriba"\nkind = "facility"\nalias = []', "'alias' is not a known key", "aliases"),
    ],
)
def test_a_bad_row_is_told_and_the_others_are_used(tmp_path: Path, row: str, cause: str, step: str) -> None:
    path = _file(tmp_path, f"{CASEBOOK}\n[[entry]]\n{row}\n")
    wider, (problem,) = GAZETTEER.extended(path)
    assert (problem.code, problem.source, problem.place) == ("gazetteer_row", str(path), "entry 4")
    assert cause in problem.message
    assert step in problem.hint
    assert wider.find("La Fortaleza")


@pytest.mark.parametrize(
    ("content", "code", "place"),
    [
        (b'[[entry]]\nname = "Arriba\n', "gazetteer_unreadable", "line 2"),  # a quotation mark is missing
        (b"[[entry]]\nname = '\xff'\n", "gazetteer_unreadable", ""),  # not UTF-8
        (b"entry = 3\n", "gazetteer_misshapen", ""),  # no list of tables
        (b"[prisons]\nArriba = []\n", "gazetteer_misshapen", ""),  # the shape of another file
    ],
)
def test_a_bad_file_is_told_and_changes_nothing(tmp_path: Path, content: bytes, code: str, place: str) -> None:
    path = tmp_path / "gazetteer.toml"
    path.write_bytes(content)
    wider, (problem,) = GAZETTEER.extended(path)
    assert (problem.code, problem.source, problem.place) == (code, str(path), place)
    assert problem.hint
    assert wider is GAZETTEER


def test_a_name_in_a_script_without_capitals_is_found(tmp_path: Path) -> None:
    row = '[[entry]]\nname = "سجن صيدنايا"\nkind = "facility"\ncountry = "SY"\n'
    wider, problems = GAZETTEER.extended(_file(tmp_path, row))
    assert problems == ()
    assert [one.text for one in wider.find("نقلوا إلى سجن صيدنايا أمس")] == ["سجن صيدنايا"]


@given(st.text(max_size=80))
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(
    st.lists(st.sampled_from(["Cuba", "U.S.", "Evin", " prison", " ", "\n", "al-", "ICE", "é", "penal de ", ".", "Xx"]))
)
def test_finds_are_in_order_without_overlap_and_to_the_letter(pieces: list[str]) -> None:
    text = "".join(pieces)
    reached = 0
    for one in GAZETTEER.find(text):
        assert reached <= one.start < one.end <= len(text)
        assert text[one.start : one.end] == one.text
        reached = one.end


def test_the_work_of_finding_grows_with_the_text() -> None:
    words = "The Venezuelan government confirmed that 252 men held in El Salvador had been freed from Cecot . "
    GAZETTEER.find(words)
    _, once = counted(lambda: GAZETTEER.find(words * 100))
    _, ten_times = counted(lambda: GAZETTEER.find(words * 1000))
    assert ten_times < 11 * once
    assert once < 40 * len(words.split()) * 100  # calls and returns a word
