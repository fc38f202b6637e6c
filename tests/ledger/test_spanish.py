"""Spanish: statements made by hand (the readers read English), through to exchanges, disputes and counted sets."""

from __future__ import annotations

from datetime import date

import pytest

from paradero.ledger import AttributedFigure, Exchange, Ledger, Leg, claims_of_figures, proposed, reconcile, resolved
from paradero.ledger.people_words import Whom
from paradero.ledger.sets import set_words
from paradero.model import Figure
from tests.ledger.saying import Report, ledger, naming, when

TODAY = when("hoy", "2025-07-18")


def report() -> Report:
    """An invented exchange of Peru and Chile, told in Spanish by both."""
    told = Report("informe")
    told.says("Hoy entregamos a 30 chilenos detenidos en nuestro país, con la mediación de Catar", "handed_over",
              "Gobierno de Perú", kind="party", who="30 chilenos", at="nuestro país", number="30", when=TODAY,
              trigger="entregamos")  # fmt: skip
    told.says("Chile confirma que 28 chilenos regresaron a su país en un avión de la Fuerza Aérea", "returned",
              "Gobierno de Chile", kind="party", who="28 chilenos", destination="su país", number="28",
              stance="confirms", trigger="regresaron")  # fmt: skip
    told.says("A cambio, Chile liberó a un número considerable de presos políticos peruanos", "released",
              "Gobierno de Perú", by="Chile", kind="party", who="un número considerable de presos políticos peruanos",
              number="?", trigger="liberó")  # fmt: skip
    told.says("todos los chilenos están acusados de pertenecer a una banda", "accused", "un ministro",
              who="todos los chilenos", trigger="acusados", scope="all",
              accusation="pertenecer a una banda")  # fmt: skip
    told.says("niegan que los chilenos fueran pandilleros", "accused", "Familias de muchos de los chilenos",
              who="los chilenos", kind="collective", stance="denies", denies="fueran pandilleros",
              accusation="fueran pandilleros", trigger="niegan")  # fmt: skip
    return told


def exchange(of: Ledger) -> Exchange:
    (found,) = of.exchanges
    return found


def legs(of: Exchange) -> tuple[Leg, Leg]:
    chileans, peruvians = sorted(of.legs, key=lambda leg: leg.sender, reverse=True)
    return chileans, peruvians


def test_a_spanish_exchange_has_two_legs_and_what_was_given_in_return() -> None:
    chileans, peruvians = legs(exchange(ledger(report())))
    assert (chileans.sender, chileans.receiver, chileans.numbers) == ("Peru", "Chile", ("30", "28"))
    assert (chileans.standing, peruvians.sender, peruvians.numbers) == ("confirmed by both", "Chile", ())
    assert (peruvians.in_return_for, peruvians.why_return) == ((chileans.id,), "said to be in return")


def test_the_speakers_own_side_is_told_by_the_verb_and_by_our_country() -> None:
    chileans, _ = legs(exchange(ledger(report())))
    (claim,) = chileans.movement.states["handed_over"]
    assert (claim.ours, claim.by and claim.by.name) == (True, "Peru")
    assert {"we_are_the_speakers", "ours_is_the_speakers"} <= set(claim.rules)


def test_carriers_and_intermediaries_are_told_in_spanish_too() -> None:
    of = exchange(ledger(report()))
    chileans, _ = legs(of)
    assert [one.carrier.words for one in chileans.movement.carriers] == ["un avión de la Fuerza Aérea"]
    assert [(one.name, one.roles) for one in of.intermediaries] == [("Qatar", ("mediated",))]


def test_numbers_of_a_spanish_leg_are_held_against_each_other() -> None:
    of = ledger(report())
    assert "differs by 2: 30 - 28 = 2" in [account.text for _, account in of.accounts(exchange(of))]


def test_a_spanish_denial_answers_its_accusation_with_its_own_scope() -> None:
    (found,) = ledger(report()).disputes
    assert (found.status, found.topic) == ("denied", "membership")
    assert found.scopes == {"accusations": ("all",), "denials": ("many",)}


@pytest.mark.parametrize(
    ("words", "topic"),
    [
        ("asesinatos y secuestros", "violence"),
        ("traición a la patria", "state"),
        ("conspiraciones", "state"),
        ("haber sido combatientes", "war"),
        ("ser miembros de una pandilla", "membership"),
        ("terrorista", "state"),
    ],
)
def test_spanish_topics_are_met_in_the_singular_and_the_plural(words: str, topic: str) -> None:
    told = Report()
    told.says("los chilenos están acusados", "accused", "un ministro", who="los chilenos", trigger="acusados",
              accusation=words)  # fmt: skip
    assert [one.topic for one in ledger(told).disputes] == [topic]


def test_a_report_in_spanish_and_one_in_english_tell_of_one_people() -> None:
    english, spanish = Report("a"), Report("b")
    english.says("Chile freed political prisoners", "released", by="Chile", who="political prisoners", trigger="freed")
    spanish.says("Chile liberó a presos políticos", "released", by="Chile", who="presos políticos", trigger="liberó")
    (group,) = ledger(english, spanish).groups
    assert group.marks == {"political"}


@pytest.mark.parametrize(
    ("words", "kinds", "marks", "its"),
    [
        ("un número considerable de presos políticos", {"prisoner"}, {"political"}, False),
        ("sus ciudadanos", {"citizen"}, set(), True),
        ("los hombres", {"man"}, set(), False),
        ("presos liberados", {"prisoner"}, set(), False),  # a participle marks nobody
        ("diez mujeres detenidas en la cárcel", {"woman", "detainee"}, set(), False),
        ("ellos", set(), set(), False),
    ],
)
def test_spanish_words_for_people(words: str, kinds: set[str], marks: set[str], its: bool) -> None:
    whom = Whom.of_words(words, naming())
    assert (set(whom.kinds), set(whom.marks), whom.its) == (kinds, marks, its)


def test_a_pronoun_and_men_alone_do_not_tell_who_is_meant() -> None:
    assert [Whom.of_words(words, naming()).vague for words in ("ellos", "los hombres", "presos políticos")] == [
        True,
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("spanish", "english"),
    [
        ("presos políticos venezolanos", "political Venezuelan prisoners"),
        ("252 venezolanos entregados por El Salvador", "252 Venezuelans handed over by El Salvador"),
        ("mujeres y niños", "women and children"),
        (
            "soldados ucranianos devueltos a Rusia el 6 de junio de 2025",
            "Ukrainian soldiers returned to Russia on 6 June 2025",
        ),
        ("prisioneros de guerra", "prisoners of war"),
        ("cuerpos de rehenes", "bodies of hostages"),
    ],
)
def test_a_set_says_the_same_in_both_languages(spanish: str, english: str) -> None:
    mine, theirs = set_words(spanish), set_words(english)
    assert (mine.heads, mine.marks, mine.peoples) == (theirs.heads, theirs.marks, theirs.peoples)
    assert (mine.days, mine.parts, mine.held) == (theirs.days, theirs.parts, theirs.held)
    assert {one for one in mine.names if one[0] != "of"} == {one for one in theirs.names if one[0] != "of"}


def test_what_is_told_besides_of_a_spanish_set() -> None:
    assert set_words("personas trasladadas en total").total
    assert set_words("personas trasladadas en total").moved
    assert set_words("pescadores liberados a cambio").in_return
    assert set_words("segunda fase del canje de presos").ordinal == 2
    assert set_words("presos que rechazaron salir").exits == {"refused"}
    assert set_words("presos que rechazaron salir").heads == {"prisoner"}


def test_a_spanish_name_makes_no_set_spanish_and_counts_nobody() -> None:
    assert set_words("officers of the Guardia Nacional").heads == {"officer"}
    assert set_words("Guardia Nacional officers").heads == {"officer"}
    assert ("to", "puerto") in {(role, name.split()[0]) for role, name in set_words("men sent to Puerto Rico").names}


def figure(id: str, about: str, value: int, speaker: str, state: str = "released") -> AttributedFigure:
    return AttributedFigure(id, speaker, about, state, Figure("=", value), date(2025, 7, 18))


def test_parts_of_a_spanish_set_are_summed() -> None:
    figures = [
        figure("total", "chilenos liberados por Perú el 18 de julio de 2025", 30, "Gobierno de Perú"),
        figure("m", "parte de total: mujeres", 12, "Gobierno de Perú"),
        figure("h", "parte de total: hombres", 18, "Gobierno de Perú"),
        figure("e", "Chileans released by Peru on 18 July 2025", 28, "Government of Chile"),
    ]
    relations, _ = proposed(figures)
    texts = [one.text for one in reconcile(figures, relations)[0]]
    assert "consistent: 18 + 12 = 30" in texts
    assert "differs by 2: 30 - 28 = 2" in texts


def test_a_figure_in_spanish_tells_whose_way_it_counts() -> None:
    told = figure("f", "30 chilenos entregados por Perú a Chile en canje", 30, "Gobierno de Perú", "handed_over")
    (claim,) = resolved(claims_of_figures([told], naming()))
    assert (claim.by and claim.by.name, claim.destination and claim.destination.name) == ("Peru", "Chile")
    assert claim.in_exchange
    assert claim.whom is not None
    assert claim.whom.peoples == {"Chile"}


@pytest.mark.parametrize(
    ("words", "party"),
    [
        ("el Gobierno salvadoreño", "El Salvador"),
        ("Ministerio de Relaciones Exteriores de Chile", "Chile"),
        ("la Fiscalía venezolana", "Venezuela"),
        ("familias de los venezolanos", ""),  # speak for themselves
        ("abogados chilenos", ""),
    ],
)
def test_for_whom_a_spanish_speaker_speaks(words: str, party: str) -> None:
    assert naming().speaks_for(words) == party
