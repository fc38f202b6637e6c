"""``show statements``, ``speakers`` and ``figures``: what stands in the lists and in their JSON."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from rich.console import Console, RenderableType

from paradero.casework import Standing
from paradero.cli.show import figures, speakers, statements
from paradero.cli.show.catalogue import document_json, summary_json
from paradero.model import Judgement

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.cli.conftest import Case


def plain(renderables: Iterable[RenderableType], width: int = 80) -> str:
    screen = Console(width=width, color_system=None, markup=False)
    with screen.capture() as capture:
        for item in renderables:
            screen.print(item)
    text = "\n".join(line.rstrip() for line in capture.get().splitlines())
    return re.sub(r"\b[0-9a-f]{8}\b", "ID", text)


ENTRY = """\
 [2] Rosa Quispe asserts  ID
     speaker       person, written “The minister, Rosa Quispe”
     relay         EFE
     channel       a speech
     act           handed over
     who           all the Bolivians held in Callao
     scope         all
     figure        ≈ 41 persons
     by            Lima
     at            Callao
     when          on Friday (≈ 2025-07-18)
     body 3        “Lima had handed over all the Bolivians held in Callao,
                   accused of belonging to a smuggling ring”
"""


def test_a_statement_is_listed_with_everything_it_says(case: Case) -> None:
    shown = plain(statements.listing(case.items, {case.document.id: case.document}, "en"))
    assert ENTRY in shown
    assert shown.startswith("swap.txt  document ID\n")
    assert "quotation 4   “They were held since March”" in shown


def test_a_statement_from_a_paged_document_names_its_page(case: Case) -> None:
    item = case.items[1]
    paged = replace(item, statement=replace(item.statement, span=replace(item.statement.span, page=3)))
    shown = plain(statements.listing([paged], {case.document.id: case.document}, "en"))
    assert "body 3, p. 3  “Lima had handed over" in shown


def test_a_judgement_is_listed_with_its_author_and_reason(case: Case) -> None:
    item = case.items[0]
    judgement = Judgement("accepts", (item.statement.id,), "Ana", "Seen.", "2025-07-20T08:00:00Z")
    judged = replace(item, standing=Standing("accepted", judgement))
    shown = plain(statements.listing([judged], {case.document.id: case.document}, "en"))
    assert "outlet asserts · accepted" in shown
    assert "judgement     accepted by Ana: Seen.  ID" in shown


def test_speakers_are_counted_by_stance_and_keep_how_they_are_written(case: Case) -> None:
    quispe, *others = speakers.voices(case.items)
    assert quispe.to_json() == {
        "name": "Rosa Quispe",
        "kind": "person",
        "resolved": True,
        "statements": 3,
        "by_stance": {"asserts": 3},
        "as_written": ["The minister, Rosa Quispe"],
        "channels": ["a speech"],
        "relays": ["EFE"],
        "documents": [case.document.id],
    }
    assert {voice.speaker.name for voice in others} == {"outlet", "he"}
    assert "he (unresolved)  unknown" in plain(speakers.listing(others, "en"))


def test_speakers_leave_out_what_was_rejected(case: Case) -> None:
    rejected = [replace(item, standing=Standing("rejected")) for item in case.items]
    assert speakers.voices(rejected) == []


def test_an_unresolved_speaker_is_not_the_same_in_two_documents(case: Case) -> None:
    there = replace(case.items[4], statement=replace(case.items[4].statement, document="e" * 64))
    assert [voice.speaker.name for voice in speakers.voices([case.items[4], there])] == ["he", "he"]


FIGURE = """\
no number given (“a considerable number”)  ID
  of         a considerable number of fishermen
  act        exchanged
  said by    Rosa Quispe (asserts)
  document   swap.txt, body 3
"""


def test_a_number_nobody_gave_is_listed_as_unknown(case: Case) -> None:
    shown = plain(figures.listing(case.items, {case.document.id: case.document}, "en"))
    assert FIGURE in shown
    assert shown.startswith("41 persons  ID")
    assert shown.count("said by") == 2  # statements that count nobody are not there


def test_the_json_of_a_figure_keeps_unknown_null(case: Case) -> None:
    public = figures.figure_json(case.items[3])
    assert public["figure"]["value"] is None
    assert public["figure"]["written"] == "a considerable number"
    assert public["statement"] == case.items[3].statement.id


def test_the_json_of_a_document_holds_text_parts_and_origins(case: Case) -> None:
    public = document_json(case.document)
    assert public["text"] == case.document.text
    assert public["parts"][1] == {
        "role": "caption", "start": 30, "end": 84, "number": 2, "credit": None, "relay": None,
        "said_on": None
    }  # fmt: skip
    assert public["published"] == {"value": "2025-07-19", "origin": "person"}
    assert public["publisher"] == {"value": None, "origin": "none"}
    assert "text" not in summary_json(case.document)


def test_empty_lists_say_what_to_do_next() -> None:
    for listing in (statements.listing([], {}, "en"), speakers.listing([], "en")):
        assert "paradero --casebook PATH read" in plain(listing)
    assert plain(figures.listing([], {}, "en")).startswith("No figures.")
