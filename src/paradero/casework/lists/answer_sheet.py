"""The answer sheet: list against list as a spreadsheet, one row for each entry that was looked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from paradero.casework.actor import Actor
from paradero.casework.lists.exporting import check_place, take_out, write_new
from paradero.casework.lists.matching import Answer, Candidate
from paradero.model import Entry
from paradero.rolls import rows_to_csv, sheets_to_xlsx
from paradero.store import Casebook

HEADINGS = (
    "place on A",
    "name on A",
    "outcome",
    "place on B",
    "name on B",
    "probability",
    "judged",
    "reasons",
    "doubles on A",
)
OUTCOMES = ("same", "likely", "possible", "none", "not_compared")
_DOUBLES = 20  # shown of one entry; a name may stand thousands of times


def export_answers(
    answers: Sequence[Answer],
    asked: str,
    answering: str,
    path: Path,
    casebook: Casebook | None = None,
    actor: Actor | None = None,
) -> None:
    """Write what was found of each entry of one list on another to a new file.

    Args:
        answers: as ``match_lists`` gives them.
        asked, answering: what the two lists are called: a file, or the id of an import.
        path: the file, whose name ends with ``.xlsx`` (with the totals on a second sheet) or ``.csv``.
        casebook, actor: where one of the lists is from, and who takes it out, for the audit log; None when both are
            files.

    Raises:
        UnknownExport, FileExists: for another ending; when something is there already.
        OSError: when the file cannot be written.
    """
    check_place(path)
    rows = [list(HEADINGS), *map(_row, answers)]
    totals = _totals(answers, asked, answering)
    xlsx = path.suffix.lower() == ".xlsx"
    data = sheets_to_xlsx(("answers", rows), ("totals", totals)) if xlsx else rows_to_csv(rows)
    if casebook is not None and actor is not None:
        details = {"lists": [asked, answering], "entries": len(answers), "to": path.name}
        take_out(casebook, actor, details, path, data)
    else:
        write_new(path, data)


def _row(answer: Answer) -> list[str]:
    best = answer.best
    about = [_place(answer.entry), _name(answer.entry), answer.outcome]
    found = [""] * 5
    if best is not None:
        reasons = "; ".join(f"{one.words} ({one.bits:+.1f} bits)" for one in best.why.reasons)
        found = [_place(best.entry), _name(best.entry), f"{best.probability:.4f}", best.judged, reasons]
    return [*about, *found, _doubles(answer)]


def _doubles(answer: Answer) -> str:
    left = [one for one in answer.doubles if one.judged != "different"]
    more = f"; and {len(left) - _DOUBLES:,} more" if len(left) > _DOUBLES else ""
    return "; ".join(map(_double, left[:_DOUBLES])) + more


def _double(one: Candidate) -> str:
    judged = f", judged {one.judged}" if one.judged else ""
    return f"{_place(one.entry)} {_name(one.entry)} ({one.probability:.4f}{judged})"


def _totals(answers: Sequence[Answer], asked: str, answering: str) -> list[list[str]]:
    many = Counter(answer.outcome for answer in answers)
    doubles = sum(any(one.likely and one.judged != "different" for one in answer.doubles) for answer in answers)
    return [
        ["list A", asked],
        ["list B", answering],
        *([outcome, str(many[outcome])] for outcome in OUTCOMES),
        ["entries", str(len(answers))],
        ["may stand on A more than once", str(doubles)],
    ]


def _place(entry: Entry) -> str:
    return f"{entry.sheet}:{entry.row}" if entry.sheet else str(entry.row)


def _name(entry: Entry) -> str:
    """The names, or the words for people who are not named."""
    if entry.names or entry.group is None:
        return "; ".join(entry.names)
    return entry.group.of or entry.group.written
