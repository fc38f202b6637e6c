"""The records: each is what its id and its entry's seal say, was brought by an entry, and its columns are its own."""

from __future__ import annotations

from collections import Counter
from typing import Any

from paradero.model import Problem
from paradero.model.encoding import to_plain
from paradero.model.errors import InvalidValue
from paradero.store.kinds import KINDS, Kind, Written, sealed
from paradero.store.models import Record
from paradero.store.verified.chain import REWRITTEN, Chain

DATED = ("recorded_at", "made_at")


def check_records(alias: str, chain: Chain, problems: list[Problem]) -> Counter[str]:
    """Check every record against the log; return how many there are of each kind."""
    counted: Counter[str] = Counter()
    unseen = dict(chain.records)
    for kind in KINDS:
        for row in kind.row._default_manager.using(alias).order_by("pk").iterator():
            counted[kind.name] += 1
            said = unseen.pop((kind.name, row.pk), None)
            problems.extend(_checked(kind, row, said, chain))
    problems.extend(_missing(kind_name, id, seq) for (kind_name, id), (seq, _) in unseen.items())
    return counted


def _checked(kind: Kind, row: Record, said: tuple[int, str] | None, chain: Chain) -> list[Problem]:
    if said is None:
        return [_problem("record_unlogged", kind, row.pk, "stands in the database, but no entry of the log brought it")]
    try:
        record: Written = kind.read(row.body)
    except (InvalidValue, ValueError, TypeError) as error:
        return [_problem("record_changed", kind, row.pk, f"cannot be read any more ({error})")]
    if record.id != row.pk:
        return [_problem("record_changed", kind, row.pk, "has been changed: its content has another id")]
    if sealed(to_plain(record)) != said[1]:
        return [_problem("record_changed", kind, row.pk, "has been changed outside the fields that make its id")]
    return _check_columns(kind, row, record, said[0], chain)


def _check_columns(kind: Kind, row: Record, record: Written, seq: int, chain: Chain) -> list[Problem]:
    expected: dict[str, Any] = {**kind.copied(record), "entry_id": seq}
    wrong = sorted(name for name, value in expected.items() if getattr(row, name) != value)
    late = any(name in expected and expected[name] != chain.moments[seq] for name in DATED)
    found = []
    if wrong:
        what = f"is stored under another {', '.join(wrong)} than its content says"
        found.append(_problem("record_columns", kind, row.pk, what))
    if late:
        found.append(
            _problem("record_changed", kind, row.pk, f"bears another moment than entry {seq}, which brought it")
        )
    return found


def _missing(kind: str, id: str, seq: int) -> Problem:
    cause = f"The {kind} {id[:12]} of entry {seq} is gone."
    return Problem("record_missing", "casebook", cause, REWRITTEN, f"{kind} {id}")


def _problem(code: str, kind: Kind, id: str, what: str) -> Problem:
    return Problem(code, "casebook", f"The {kind.name} {id[:12]} {what}.", REWRITTEN, f"{kind.name} {id}")
