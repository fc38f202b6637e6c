"""A bare figure that answers a figure has an act that no word of it tells."""

from __future__ import annotations

import pytest

from paradero.intake import GivenByPerson, parse
from paradero.reading import read


@pytest.mark.parametrize("engine", ["rules", "classifier"])
def test_the_act_of_an_answering_figure_is_worked_out(engine: str) -> None:
    given = GivenByPerson(published="2025-07-19", language="en")
    text = "The army says that 40 strikers were arrested. Their union says 61."
    document, _ = parse(text.encode(), "report.txt", given)
    (first, rival), _ = read(document, engine=engine)
    assert (first.act, "act" in first.worked_out) == ("arrested", False)
    assert (rival.act, "act" in rival.worked_out) == ("arrested", True)
