"""The report that the project started from: everything it says about custody, and nothing else.

The report is read in place, beside the repository; the rows name what must come out.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from paradero.intake import GivenByPerson, parse
from paradero.model import Document, Statement
from paradero.reading import read

REPORT = Path(__file__).parents[2].parent / "shared" / "reports" / "three_state_swap.txt"
pytestmark = pytest.mark.skipif(not REPORT.exists(), reason="the seed report is not beside this checkout")
ENGINES = ("classifier", "rules")


@dataclass(frozen=True)
class Expected:
    """What one statement must say; None is not looked at, "" must be absent."""

    act: str | tuple[str, ...]
    speaker: str
    words: str  # within the span
    stance: str = "asserts"
    modality: str = "actual"
    figure: int | None = None
    scope: str = ""
    roles: dict[str, str] = field(default_factory=dict)  # role -> words within it
    hedge: str = ""
    relay: str = ""
    month: str = ""


B, V, R, S = "Nayib Bukele", "Government of Venezuela", "Marco Rubio", "State Department"
F = "Family members of many of the Venezuelans and their lawyers"
ROWS = [
    Expected("released", "outlet", "gangsters released from mega jail", hedge="Alleged",
             roles={"who": "Venezuelan gangsters", "origin": "mega jail", "basis": "swap"}),  # 1 headline
    Expected("departed", "outlet", "boards a plane in El Salvador bound for Venezuela",
             roles={"destination": "Venezuela", "at": "El Salvador"}),  # 2 caption
    Expected("in_transit", B, "those freed in Venezuela were en route to El Salvador",
             roles={"destination": "El Salvador"}),  # 3
    Expected(("returned", "departed"), B, "continue “their journey home", modality="planned"),  # 3, onward
    Expected("handed_over", B, "handed over all the Venezuelan nationals", scope="all", month="2025-07",
             roles={"who": "all the Venezuelan nationals", "by": "we"}),  # 4: all, and no number
    Expected("accused", B, "accused of being part of", scope="all",
             roles={"accusation": "Tren de Aragua", "by": ""}),  # 5: accuser not named
    Expected("charged", B, "Many of them face multiple charges of murder, robbery, rape", scope="many",
             roles={"accusation": "murder, robbery, rape"}),  # 6
    Expected("offered", B, "offered to the Venezuelan regime", roles={"destination": "the Venezuelan regime"},
             month="2025-04"),  # 7
    Expected("exchanged", B, "carried out this exchange in return for",
             roles={"in_return_for": "a considerable number of Venezuelan political prisoners"}),  # 8: no number
    Expected("held", B, "regime had kept in its prisons for years", roles={"by": "regime", "at": "its prisons"}),  # 9
    Expected("held", B, "all the American citizens it was holding", scope="all", roles={"by": "it"}),  # 10
    Expected("departed", "outlet", "people board the plane", roles={"who": "people"}),  # 11 caption
    Expected("released", R, "the release of “10 Americans", stance="confirms", figure=10,
             roles={"who": "10 Americans", "at": "Venezuela"}),  # 12
    Expected("held", R, "unjust detention", stance="demands", modality="planned"),  # 13
    Expected("released", S, "10 Americans freed from Venezuelan prisons", figure=10,
             roles={"origin": "Venezuelan prisons"}),  # 14: reported
    Expected("released", "outlet", "The ten freed American men", figure=10),  # 15: the outlet's own words
    Expected("released", V, "252 Venezuelans held in El Salvador had been freed", stance="confirms", figure=252,
             roles={"at": "El Salvador"}),  # 16
    Expected("held", V, "where they have been held", stance="characterises",
             roles={"at": "maximum security prison"}),  # 17
    Expected(("transferred", "deported"), "outlet", "The Venezuelans were sent to El Salvador", month="2025-03",
             roles={"destination": "El Salvador", "basis": "the 1798 Alien Enemies Act"}),  # 18
    Expected("deported", "outlet", "to deport alleged members", modality="planned", hedge="alleged"),  # 19: the purpose
    Expected("accused", F, "they had gang ties", stance="denies"),  # 20
    Expected("denied_hearing", F, "not given a chance to contest"),  # 21
    Expected("held", V, "detention of its citizens", stance="characterises"),  # 22
    Expected("held", "the government’s critics", "holds activists and opposition figures in similar conditions",
             roles={"who": "activists and opposition figures", "at": "Venezuela"}),  # 23
]  # fmt: skip


@cache
def document(published: str) -> Document:
    given = GivenByPerson(published=published, language="en")
    return parse(REPORT.read_bytes(), REPORT.name, given)[0]


@cache
def statements(engine: str, published: str) -> tuple[Statement, ...]:
    found, problems = read(document(published), engine=engine)
    assert problems == ()
    return found


def place(row: Expected) -> int:
    return document("2025-07-19").text.index(row.words)


def holds(row: Expected, statement: Statement) -> bool:
    """Whether the statement stands at the row's words and names its act."""
    acts = (row.act,) if isinstance(row.act, str) else row.act
    start = place(row)
    covered = statement.span.start <= start + len(row.words) and start <= statement.span.end
    inside = start <= statement.trigger.start < start + len(row.words)
    return covered and inside and statement.act in acts


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.words[:40])
def test_what_the_report_says(row: Expected, engine: str) -> None:
    found = [s for s in statements(engine, "2025-07-19") if holds(row, s)]
    assert len(found) == 1, [(s.act, s.span.exact) for s in statements(engine, "2025-07-19")]
    said = found[0]
    assert (said.speaker.name, said.stance, said.modality) == (row.speaker, row.stance, row.modality)
    assert (said.scope, said.hedge) == (row.scope, row.hedge)
    assert (said.figure.value if said.figure is not None else None) == row.figure
    for role, words in row.roles.items():
        mention = said.who.mention if role == "who" and said.who is not None else getattr(said, role)
        assert words in (mention.text if mention is not None else "")
        assert bool(words) == (mention is not None)
    if row.month:
        assert said.when is not None
        assert said.when.earliest_start is not None
        assert said.when.earliest_start.isoformat().startswith(row.month)


@pytest.mark.parametrize("engine", ENGINES)
def test_nothing_else_is_asserted(engine: str) -> None:
    unexpected = [s for s in statements(engine, "2025-07-19") if not any(holds(row, s) for row in ROWS)]
    assert [(s.act, s.span.exact) for s in unexpected] == []


@pytest.mark.parametrize("engine", ENGINES)
def test_the_newsletter_says_nothing(engine: str) -> None:
    start = document("").text.index("Sign up to the Front Page")
    assert all(s.span.end <= start for s in statements(engine, "2025-07-19"))


@pytest.mark.parametrize("engine", ENGINES)
def test_without_a_publication_date_march_has_no_year(engine: str) -> None:
    said = next(s for s in statements(engine, "") if s.when is not None and s.when.written == "in March")
    assert said.when is not None
    assert not said.when.known
    assert said.when.partial == "XXXX-03"
    with_date = statements(engine, "2025-07-19")
    assert [(s.act, s.span) for s in statements(engine, "")] == [(s.act, s.span) for s in with_date]


@pytest.mark.parametrize("engine", ENGINES)
def test_march_is_the_march_before_publication(engine: str) -> None:
    said = next(s for s in statements(engine, "2025-07-19") if s.when is not None and s.when.written == "in March")
    assert said.when is not None
    assert (said.when.earliest_start, said.when.latest_end) == (date(2025, 3, 1), date(2025, 3, 31))
    assert "when" in said.worked_out


@pytest.mark.parametrize("engine", ENGINES)
def test_the_first_caption_names_its_credit(engine: str) -> None:
    caption = next(p for p in document("2025-07-19").parts if p.role == "caption")
    assert (caption.credit, caption.relay) == ("El Salvador's presidential press office", "AP")
    said = next(s for s in statements(engine, "2025-07-19") if s.part == caption.name)
    assert said.relay == "AP"
    assert said.speaker.name == "outlet"


def test_he_and_it_are_resolved_and_shown_as_worked_out() -> None:
    said = {s.speaker.as_written: s for s in statements("rules", "2025-07-19") if s.speaker.as_written in ("he", "it")}
    assert said["it"].speaker.name == S
    assert all("speaker" in s.worked_out and s.speaker.resolved for s in said.values())
