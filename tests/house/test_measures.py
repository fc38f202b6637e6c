"""The measures of bench/reading themselves: what is right, half right, optional, and what counts as an arrest."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.reading.articles import Run, faults, spread
from bench.reading.muc import marks, slot_score
from bench.reading.muc_keys import SLOTS, Filler, Template, messages
from bench.reading.police import Report, keywords, told_in

KEY = """\
0.  MESSAGE: ID                     TST1-MUC3-0001
1.  MESSAGE: TEMPLATE               1
4.  INCIDENT: TYPE                  KIDNAPPING
9.  PERP: INDIVIDUAL ID             ? "REBELS" / "ARMED REBELS"
10. PERP: ORGANIZATION ID           -
18. HUM TGT: NAME                   "OTO REVA"
                                    "ANA QUINT"
19. HUM TGT: DESCRIPTION            "MAYOR": "OTO REVA"
21. HUM TGT: NUMBER                 1: "OTO REVA"
                                    1 / 2: "ANA QUINT"

0.  MESSAGE: ID                     TST1-MUC3-0002
1.  MESSAGE: TEMPLATE               1 (OPTIONAL)
4.  INCIDENT: TYPE                  BOMBING
"""
TEXTS = (
    "TST1-MUC3-0001\n\n   KULNA, 3 JAN 90 -- [TEXT] REBELS CAME.\n\n\nTST1-MUC3-0002\n\n   NO DATE -- [TEXT] NONE.\n"
)


def test_keys_are_read_with_their_alternatives(tmp_path: Path) -> None:
    (tmp_path / "key-tst1").write_text(KEY, encoding="ascii")
    (tmp_path / "tst1-muc3").write_text(TEXTS, encoding="ascii")
    first, second = messages(tmp_path)
    assert (first.name, first.day, second.day) == ("TST1-MUC3-0001", "1990-01-03", "")
    assert second.kidnappings == ()
    (template,) = first.kidnappings
    assert template.fillers["perpetrator"] == [Filler(frozenset({"REBELS", "ARMED REBELS"}), optional=True)]
    assert [f.forms for f in template.fillers["name"]] == [{"OTO REVA"}, {"ANA QUINT"}]
    assert [f.forms for f in template.fillers["description"]] == [{"MAYOR"}]
    assert [f.forms for f in template.fillers["number"]] == [{"1"}, {"1", "2"}]
    assert template.fillers["organization"] == []


@pytest.mark.parametrize(
    ("given", "earned", "due"),
    [
        (["THE OTO REVA"], 1.0, 1),  # an article aside
        (["REVA"], 0.5, 1),  # a part of it
        (["LI REVA"], 0.5, 1),  # the same last word
        (["ANA QUINT"], 0.0, 1),  # another
        ([], 0.0, 1),  # missing; the optional one is not due
        (["REBELS"], 1.0, 2),  # the optional one, given
    ],
)
def test_fillers_earn_one_a_half_or_nothing(given: list[str], earned: float, due: int) -> None:
    wanted = [Filler(frozenset({"OTO REVA"})), Filler(frozenset({"REBELS"}), optional=True)]
    score = slot_score(given, wanted)
    assert (score.right, score.given, score.wanted) == (earned, len(given), due)


def test_a_template_in_which_nothing_is_right_is_mapped_to_none() -> None:
    key = Template({slot: [Filler(frozenset({"OTO REVA"}))] if slot == "name" else [] for slot in SLOTS})
    ours = {slot: ["ANA QUINT"] if slot == "name" else [] for slot in SLOTS}
    scored = marks([ours], [key])
    assert (scored.templates.right, scored.templates.given, scored.templates.wanted) == (0, 1, 1)
    assert (scored.slots["name"].given, scored.slots["name"].wanted) == (1, 1)


def test_what_is_found_is_counted_for_its_sentence() -> None:
    report = Report("ten were nabbed. all quiet. two were arrested. ", (0, 17, 28), frozenset({0, 2}))
    assert told_in(report, keywords) == {0, 2}


def test_articles_are_taken_evenly_and_again_when_few() -> None:
    assert spread(list("abcdef"), 3) == ["a", "c", "e"]
    assert spread(list("ab"), 5) == list("ababa")


def test_slower_than_textacy_and_too_large_are_faults() -> None:
    fast, slow = Run(1000, 1.0, 100), Run(1000, 2.0, 700)
    assert faults({"whole reading": fast, "textacy": slow}) == []
    assert len(faults({"whole reading": slow, "textacy": fast})) == 2
