"""A small report about an invented exchange, with the statements a careful reader would take from it, made by hand."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import pytest

from paradero.casework import Standing
from paradero.cli.show.numbering import Numbered
from paradero.model import (
    OUTLET,
    Accusation,
    Document,
    Figure,
    Given,
    Mention,
    Part,
    Provenance,
    Reader,
    Span,
    Speaker,
    Statement,
    When,
    Who,
)

HEADLINE = "Port workers home after swap"
CAPTION = "Relatives wait at the quay - Harbour Authority via EFE"
BODY = (
    "The minister, Rosa Quispe, said on Friday that Lima had handed over all the Bolivians held in Callao,\n"
    "accused of belonging to a smuggling ring, in return for a considerable number of fishermen."
)
LATER = "“They were held since March,” he said."
BOILERPLATE = "Sign up to our letter."
TEXT = "\n\n".join([HEADLINE, CAPTION, BODY, LATER, BOILERPLATE]) + "\n"
READER = Reader("rules", "1")
QUISPE = Speaker("Rosa Quispe", "person", "The minister, Rosa Quispe")
HE = Speaker("he", "unknown", "he", resolved=False)


@dataclass(frozen=True)
class Case:
    document: Document
    items: list[Numbered]


def at(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def span(words: str) -> Span:
    return Span.of(TEXT, *at(words))


def mention(words: str, refers_to: str = "") -> Mention:
    return Mention(words, *at(words), refers_to)


def parts() -> tuple[Part, ...]:
    roles = {"headline": HEADLINE, "caption": CAPTION, "body": BODY, "quotation": LATER, "boilerplate": BOILERPLATE}
    made = [Part(role, *at(words), n) for n, (role, words) in enumerate(roles.items(), start=1)]
    credit = Part("credit", *at("Harbour Authority via EFE"), 6, "Harbour Authority", "EFE")
    return (*made, credit)


def document(text: str = TEXT, published: str = "2025-07-19") -> Document:
    known = Provenance(published=Given(published, "person") if published else Given())
    return Document("c" * 64, "swap.txt", "text/plain", text, parts(), known)


def statements(doc: Document) -> list[Statement]:
    """Every statement of the report, in its order."""
    headline = Statement(doc.id, "headline 1", span(HEADLINE), span("home"), OUTLET, "asserts", "returned", READER)
    return [headline, handed_over(doc.id), accused(doc.id), exchanged(doc.id), held(doc.id)]


def handed_over(doc: str) -> Statement:
    words = "Lima had handed over all the Bolivians held in Callao,\naccused of belonging to a smuggling ring"
    statement = Statement(doc, "body 3", span(words), span("handed over"), QUISPE, "asserts", "handed_over", READER)
    figure = Figure("=", 41, of="Bolivians")
    return replace(
        statement,
        scope="all",
        relay="EFE",
        channel="a speech",
        who=Who(mention("all the Bolivians held in Callao"), (), figure),
        by=mention("Lima"),
        at=mention("Callao"),
        figure=figure,
        when=When.within(date(2025, 7, 18), date(2025, 7, 18), "on Friday"),
        worked_out=("figure", "when"),
    )


def accused(doc: str) -> Statement:
    words = span("accused of belonging to a smuggling ring")
    statement = Statement(doc, "body 3", words, span("accused"), QUISPE, "asserts", "accused", READER)
    who = Who(mention("all the Bolivians held in Callao"))
    return replace(statement, who=who, accusation=Accusation("belonging to a smuggling ring"))


def exchanged(doc: str) -> Statement:
    words = span("in return for a considerable number of fishermen")
    statement = Statement(doc, "body 3", words, span("in return for"), QUISPE, "asserts", "exchanged", READER)
    figure = Figure(None, None, of="fishermen", written="a considerable number")
    return replace(statement, who=Who(mention("a considerable number of fishermen")), figure=figure)


def held(doc: str) -> Statement:
    words = span("They were held since March")
    statement = Statement(doc, "quotation 4", words, span("held"), HE, "denies", "held", READER)
    who = Who(mention("They", refers_to="all the Bolivians held in Callao"))
    when = When("since March", date(2025, 3, 1), date(2025, 3, 31))
    return replace(statement, polarity="negative", quoted=True, who=who, when=when)


@pytest.fixture
def case() -> Case:
    doc = document()
    return Case(doc, [Numbered(n, s, Standing()) for n, s in enumerate(statements(doc), start=1)])
