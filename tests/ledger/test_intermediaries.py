"""Intermediaries: who mediated, facilitated, guaranteed, hosted or was thanked, and who only did something like it."""

from __future__ import annotations

import pytest

from paradero.ledger import Exchange, claims_of, explained, rule_words
from paradero.ledger.mediating import roles
from tests.ledger.saying import Report, ledger, naming

SWAP = "Peru and Chile exchanged 30 prisoners"


def told(words: str, stance: str = "asserts", act: str = "released") -> list[tuple[str, str]]:
    """Return role and name of everybody whom the sentence of one statement tells of."""
    report = Report()
    report.says(words, act, stance=stance)
    (claim,) = claims_of(report.statements, naming(), texts={report.document: report.text})
    return [(one.role, one.name) for one in claim.mediations]


ROWS = [
    (f"{SWAP} with the mediation of Qatar, officials said", [("mediated", "Qatar")]),
    # two names, and the clause that follows them
    ("The swap, brokered by Turkey and Saudi Arabia, came a day later",
     [("mediated", "Turkey"), ("mediated", "Saudi Arabia")]),
    # what follows "and" is another clause, with a verb of its own
    ("The deal was brokered by Oman and the ICRC facilitated the handover",
     [("mediated", "Oman"), ("facilitated", "International Committee of the Red Cross")]),
    # who reports it is not on the list of who mediated it
    ("Peru released four men following mediation by Qatar, Radio Uno and Radio Dos report", [("mediated", "Qatar")]),
    ("Qatar, which mediated the exchange, said 30 men were freed", [("mediated", "Qatar")]),
    ("A Qatari-brokered deal freed 30 Chileans", [("mediated", "Qatar")]),
    ("The exchange took German mediators three years", [("mediated", "Germany")]),
    # nobody in particular is told of as said
    ("11 came out on Saturday after the mediation of a priest", [("mediated", "a priest")]),
    ("30 were handed over with Egypt as guarantor", [("guaranteed", "Egypt")]),
    ("Norway guaranteed the agreement on the prisoners", [("guaranteed", "Norway")]),
    ("Swiss diplomats hosted the talks on their release", [("hosted", "Switzerland")]),
    ("A deal brokered by Georgia with help from Washington freed 15",
     [("mediated", "Georgia"), ("helped", "United States")]),
    ("The minister confirmed the release and thanked Ana Paz for her help in securing it and the deal",
     [("thanked", "Ana Paz")]),
    ("They thanked Oman and Qatar for their mediation", [("thanked", "Oman"), ("thanked", "Qatar")]),
    # Spanish
    ("Venezuela entregó a diez estadounidenses con la mediación de Catar y Omán",
     [("mediated", "Qatar"), ("mediated", "Oman")]),
    ("Los presos fueron liberados gracias a los buenos oficios del CICR",
     [("mediated", "International Committee of the Red Cross")]),
    ("El canje, mediado por Turquía, se hizo el viernes", [("mediated", "Turkey")]),
    ("Los liberaron con la mediación catarí", [("mediated", "Qatar")]),
    ("Noruega actuó como garante del acuerdo", [("guaranteed", "Norway")]),
    ("La ONU y la OEA mediaron en la liberación",
     [("mediated", "United Nations"), ("mediated", "Organization of American States")]),
    ("El CICR facilitó la entrega de los presos", [("facilitated", "International Committee of the Red Cross")]),
    ("La portavoz agradeció a Catar su papel en el canje", [("thanked", "Qatar")]),
    ("La portavoz agradeció la mediación de Catar", [("thanked", "Qatar")]),
]  # fmt: skip


@pytest.mark.parametrize(("words", "found"), ROWS)
def test_who_helped_an_exchange_is_read(words: str, found: list[tuple[str, str]]) -> None:
    assert told(words) == found


NOBODY = [
    "The minister confirmed the release and thanked the police for their help in the search",  # of no exchange
    "The minister confirmed the release and thanked Qatar",  # for what, nobody tells
    "The families of those released thanked God for it",
    "Qatar did not mediate the exchange",
    "The United Kingdom is not mediating the swap",
    "30 men were freed without mediation by Qatar",
    "Lima hosted a football match after the release of 30 prisoners",  # another thing, before the release is told
    "They were released in a helicopter provided by Brazil",
    "Fueron liberados y trasladados en un helicóptero facilitado por Brasil",  # a carrier
    "Their lives were guaranteed by the army when they were released",  # no exchange, and no name
    "A mediados de enero fueron liberados",  # a date
    "El ministro agradeció a la policía el rescate",
    "The sale of the house was hosted by Peru",
    "He was freed in a medium-sized town",
]


@pytest.mark.parametrize("words", NOBODY)
def test_words_of_another_sense_name_no_intermediary(words: str) -> None:
    assert told(words) == []


def test_a_denied_exchange_and_an_arrest_have_no_intermediary() -> None:
    assert told(f"Peru denies that it {SWAP} with the mediation of Qatar", stance="denies") == []
    assert told("He was arrested after the mediation of Qatar", act="arrested") == []


def swap(beside: str = "with the mediation of Qatar") -> Report:
    """An invented exchange of Peru and Chile, told by Peru, with somebody beside it."""
    report = Report()
    report.says(f"Peru handed over 30 Chileans held in Peru {beside}", "handed_over", "Government of Peru", by="Peru",
                kind="party", who="30 Chileans", origin="Peru", number="30", trigger="handed")  # fmt: skip
    report.says("In return Chile freed a number of Peruvian fishermen", "released", "Government of Peru", by="Chile",
                kind="party", who="a number of Peruvian fishermen", number="?", trigger="freed")  # fmt: skip
    return report


def only(*reports: Report) -> Exchange:
    (found,) = ledger(*reports).exchanges
    return found


def test_an_exchange_tells_who_mediated_on_whose_word_and_by_which_statement() -> None:
    report = swap()
    of = only(report)
    (one,) = of.intermediaries
    assert (one.name, one.roles, one.rules) == ("Qatar", ("mediated",), ("mediation_in_the_sentence",))
    (part,) = one.parts
    assert (part.words, part.said_by) == ("with the mediation of Qatar", ("Peru",))
    assert [claim.statement for claim in one.claims] == [next(iter(report.statements))]


def test_the_explanation_of_an_exchange_names_the_rule_and_the_statement() -> None:
    report = swap()
    of = ledger(report)
    (found,) = explained(of, of.exchanges[0].id)
    assert "mediation_in_the_sentence" in found.rules
    assert next(iter(report.statements)) in found.statements


def test_an_intermediary_is_no_party_of_the_exchange() -> None:
    of = only(swap())
    assert set(of.parties) == {"Peru", "Chile"}
    assert "Qatar" not in of.roles()
    assert of.hubs == ()


def test_one_of_the_parties_may_be_thanked_and_stays_what_it_is() -> None:
    of = only(swap("and thanked Chile for its role in the exchange"))
    assert [(one.name, one.roles) for one in of.intermediaries] == [("Chile", ("thanked",))]
    assert of.roles()["Chile"] == ("sender",)


def test_talks_that_belong_to_no_leg_tell_who_mediated_as_well() -> None:
    report = swap("")
    report.says("Qatar mediated the exchange", "negotiated", by="Qatar", who="the exchange", trigger="mediated")
    (one,) = only(report).intermediaries
    assert (one.name, [part.said_by for part in one.parts]) == ("Qatar", [("outlet",)])


def test_who_mediates_for_other_people_is_no_intermediary_of_the_exchange() -> None:
    report = swap("")
    report.says("Ana Roa came home to Bolivia after mediation by Qatar", "returned", who="Ana Roa", names=("Ana Roa",),
                destination="Bolivia", trigger="came")  # fmt: skip
    assert only(report).intermediaries == ()


def test_a_short_name_is_that_of_the_one_speaker_whose_name_ends_so() -> None:
    report = swap("and thanked Mr Paz for his help in securing the exchange")
    report.says("Chile will free more fishermen", "released", "Bruno Paz", by="Chile", who="more fishermen",
                modality="planned", trigger="free", as_written="President Bruno Paz of Chile")  # fmt: skip
    (one,) = only(report).intermediaries
    assert (one.name, one.called, one.party) == ("Bruno Paz", ("Mr Paz",), "Chile")
    assert one.rules == ("mediation_in_the_sentence", "name_of_a_speaker")


def test_two_speakers_of_that_name_leave_it_as_said() -> None:
    report = swap("and thanked Mr Paz for his help in securing the exchange")
    for name in ("Bruno Paz", "Carla Paz"):
        report.says(f"{name} spoke of the Chileans", "held", name, who="the Chileans", trigger="spoke")
    (one,) = only(report).intermediaries
    assert (one.name, one.party) == ("Mr Paz", "")


def test_roles_and_rules_have_labels_in_both_languages() -> None:
    assert all(one["en"] and one["es"] for one in roles().values())
    assert {"mediation_in_the_sentence", "name_of_a_speaker"} <= rule_words().keys()
