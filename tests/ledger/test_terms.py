"""Terms of an exchange: conditions and stages as said, and never taken for what took place."""

from __future__ import annotations

from dataclasses import replace

import pytest

from paradero.ledger import Claim, Exchange, claims_of, resolved
from paradero.ledger.whole import Ledger
from paradero.model import Statement
from tests.ledger.saying import Report, naming

TEXT = "text"


def said(text: str, span: str, act: str, trigger: str, modality: str = "actual", **more: str) -> Statement:
    """Return a statement whose span is a part of its sentence, as readers make them."""
    report = Report(TEXT)
    report.says(span, act, trigger=trigger, modality=modality, **more)
    (one,) = report.statements.values()
    at = text.index(span)
    moved = replace(one.span, start=at, end=at + len(span))
    told = replace(one.trigger, start=at + one.trigger.start, end=at + one.trigger.end)
    who = one.who
    if who is not None and who.mention.start is not None and who.mention.end is not None:
        mention = replace(who.mention, start=at + who.mention.start, end=at + who.mention.end)
        who = replace(who, mention=mention)
    return replace(one, span=moved, trigger=told, who=who)


def claims(text: str, *statements: Statement) -> tuple[Claim, ...]:
    return resolved(claims_of({one.id: one for one in statements}, naming(), texts={TEXT: text}))


# sentence, span, trigger, modality, then the condition
CONDITIONS = [
    ("Chile agreed to free 20 men on condition that Peru releases the 30", "Chile agreed to free 20 men", "free",
     "planned", "on condition that Peru releases the 30"),
    # who says it stands behind it, and belongs to nothing of it
    ("Chile will free 20 men only if Peru gives a list, its president said", "Chile will free 20 men", "free",
     "planned", "only if Peru gives a list"),
    # before what is under it, with "then"
    ("If Peru frees them, then we will free the fishermen", "we will free the fishermen", "free", "conditional",
     "If Peru frees them"),
    # what was done may stand under one, right behind it
    ("A man was freed on condition that he leaves the country", "A man was freed", "freed", "actual",
     "on condition that he leaves the country"),
    ("Chile will free 20 men unless Peru refuses. Talks go on.", "Chile will free 20 men", "free", "planned",
     "unless Peru refuses"),
    ("Perú liberará a 30 chilenos a condición de que Chile entregue a los pescadores", "Perú liberará a 30 chilenos",
     "liberará", "planned", "a condición de que Chile entregue a los pescadores"),
    ("Si Perú cumple, Chile liberará a los pescadores", "Chile liberará a los pescadores", "liberará", "planned",
     "Si Perú cumple"),
    ("Serán liberados siempre y cuando Chile cumpla", "Serán liberados", "liberados", "planned",
     "siempre y cuando Chile cumpla"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "span", "trigger", "modality", "condition"), CONDITIONS)
def test_a_condition_is_read_as_said(text: str, span: str, trigger: str, modality: str, condition: str) -> None:
    (claim,) = claims(text, said(text, span, "released", trigger, modality))
    assert claim.conditions == (condition,)


NONE = [
    ("A man was freed, an official said on condition of anonymity", "A man was freed", "freed", "actual"),
    ("30 men were freed as the heart condition of one got worse", "30 men were freed", "freed", "actual"),
    ("He asked if the men would be freed", "the men would be freed", "freed", "conditional"),  # a question
    ("They will be freed as if nothing had happened", "They will be freed", "freed", "planned"),
    ("30 men were freed if the list is right", "30 men were freed", "freed", "actual"),  # a doubt about what was told
    ("Sabe si los hombres serán liberados", "los hombres serán liberados", "liberados", "planned"),
    ("Fueron liberados, dijo en condición de anonimato", "Fueron liberados", "liberados", "actual"),
]


@pytest.mark.parametrize(("text", "span", "trigger", "modality"), NONE)
def test_words_of_another_sense_are_no_condition(text: str, span: str, trigger: str, modality: str) -> None:
    (claim,) = claims(text, said(text, span, "released", trigger, modality))
    assert claim.conditions == ()


def test_what_stands_within_a_condition_is_not_told_to_have_happened() -> None:
    text = "Chile agreed to free 20 Peruvian fishermen on condition that Peru releases the 30 Chileans"
    planned = said(text, "Chile agreed to free 20 Peruvian fishermen", "released", "free", "planned")
    within = said(text, "Peru releases the 30 Chileans", "released", "releases", who="30 Chileans", by="Peru")
    outside, inside = claims(text, planned, within)
    assert (inside.modality, inside.state) == ("conditional", "scheduled")
    assert "told_as_a_condition" in inside.rules
    assert (inside.conditions, outside.rules) == ((), ())
    moved = [one for of in Ledger((outside, inside)).movements.values() for one in of]
    assert not any(claim.id == inside.id for one in moved for claim in one.every)


# sentence, span, act, trigger, then number and words of the stage
STAGES = [
    ("390 men were exchanged in the first phase of the deal", "390 men were exchanged", "exchanged", 1, "first phase"),
    ("Six are to be freed in stage two", "Six are to be freed", "freed", 2, "stage two"),
    ("They were freed in stages until October", "They were freed in stages", "freed", 0, "in stages"),
    (
        "390 personas fueron canjeadas en la primera fase",
        "390 personas fueron canjeadas",
        "canjeadas",
        1,
        "primera fase",
    ),
    ("Serán liberados en dos etapas", "Serán liberados", "liberados", 0, "en dos etapas"),
    ("The last of the final stage came home", "The last of the final stage came home", "came", 0, "final stage"),
]


@pytest.mark.parametrize(("text", "span", "trigger", "number", "words"), STAGES)
def test_a_stage_is_read_as_said(text: str, span: str, trigger: str, number: int, words: str) -> None:
    (claim,) = claims(text, said(text, span, "released", trigger))
    assert [(one.number, one.words) for one in claim.stages] == [(number, words)]


@pytest.mark.parametrize(
    "text",
    [
        "30 men were freed after a second round of talks",
        "30 men were freed on a stage before the cameras",  # of a theatre
        "30 men were freed, at one stage by night",
        "30 men were freed tras la segunda ronda de negociaciones",
    ],
)
def test_words_of_another_sense_are_no_stage(text: str) -> None:
    (claim,) = claims(text, said(text, "30 men were freed", "released", "freed"))
    assert claim.stages == ()


def test_a_stage_within_a_condition_is_not_that_of_what_is_under_it() -> None:
    text = "Chile agreed to free 20 men on condition that Peru releases the 30 in a first stage"
    (claim,) = claims(text, said(text, "Chile agreed to free 20 men", "released", "free", "planned"))
    assert claim.stages == ()


def exchange() -> Exchange:
    """An invented exchange in two stages, with a condition that Chile sets for the second."""
    report = Report("report")
    report.says("Peru handed over 30 Chileans held in Peru in the first stage.", "handed_over", "Government of Peru",
                by="Peru", kind="party", who="30 Chileans", origin="Peru", number="30", trigger="handed")  # fmt: skip
    report.says("In return Chile freed 20 Peruvian fishermen in the first stage.", "released", "Government of Peru",
                by="Chile", kind="party", who="20 Peruvian fishermen", number="20", trigger="freed")  # fmt: skip
    report.says("Chile will exchange the others in the second stage provided that Peru gives a list.", "exchanged",
                "Government of Chile", kind="party", modality="planned", by="Chile", trigger="exchange")  # fmt: skip
    report.says("Chile will free more Peruvian fishermen only if Peru keeps its word", "released",
                "Government of Chile", kind="party", modality="conditional", by="Chile",
                who="more Peruvian fishermen", trigger="free")  # fmt: skip
    statements = report.statements
    told = claims_of(statements, naming(), {"report": None}, texts={"report": report.text})
    (found,) = Ledger(resolved(told)).exchanges
    return found


def test_an_exchange_has_its_conditions_with_who_sets_them_and_for_what() -> None:
    of = exchange()
    fishermen = next(leg.id for leg in of.legs if leg.sender == "Chile")
    told = {one.words: (one.legs, {claim.party for claim in one.claims}, one.rules) for one in of.conditions}
    assert told == {
        "provided that Peru gives a list": ((), {"Chile"}, ("condition_in_the_sentence",)),
        "only if Peru keeps its word": ((fishermen,), {"Chile"}, ("condition_in_the_sentence",)),
    }


def test_an_exchange_has_its_stages_in_order_with_their_legs() -> None:
    of = exchange()
    assert [(one.number, len(one.legs), len(one.claims)) for one in of.stages] == [(1, 2, 2), (2, 0, 1)]
    assert of.stages[0].rules == ("stage_in_the_sentence",)


def test_an_exchange_without_terms_has_none() -> None:
    report = Report()
    report.says(
        "Peru and Chile exchanged 30 men", "exchanged", by="Peru", who="30 men", number="30", trigger="exchanged"
    )
    (found,) = Ledger(resolved(claims_of(report.statements, naming()))).exchanges
    assert (found.conditions, found.stages, found.intermediaries) == ((), (), ())
