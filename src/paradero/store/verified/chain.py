"""The audit chain: every entry's hash, the numbers without a gap, and the tail that the casebook's row remembers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from paradero.model import Problem
from paradero.store.asking import entries
from paradero.store.entry import START, Entry
from paradero.store.models import THE_ROW, CasebookRow

LOG = "audit log"
REWRITTEN = "Somebody changed the database from outside. Compare with a copy of the casebook."


@dataclass(slots=True)
class Chain:
    """What the log says: its length, its last hash, and which record came with which entry, under which seal."""

    length: int = 0
    head: str = START
    moments: dict[int, str] = field(default_factory=dict)
    records: dict[tuple[str, str], tuple[int, str]] = field(default_factory=dict)


def check_chain(alias: str, problems: list[Problem]) -> Chain:
    """Walk the log from its beginning and return what it says; what is wrong is added to ``problems``."""
    chain = Chain()
    expected = 1
    for entry in entries(alias):
        if entry.seq != expected:
            missing = f"Entries {expected} to {entry.seq - 1} are missing."
            problems.append(Problem("audit_gap", LOG, missing, REWRITTEN, f"entry {entry.seq}"))
        elif entry.previous != chain.head:
            problems.append(_wrong(entry, "does not follow from the entry before"))
        if not entry.holds:
            problems.append(_wrong(entry, "has been changed: its hash is another"))
        _note(entry, chain)
        expected = entry.seq + 1
    _check_tail(CasebookRow.objects.using(alias).get(pk=THE_ROW), chain, problems)
    return chain


def _note(entry: Entry, chain: Chain) -> None:
    chain.length += 1
    chain.head = entry.hash
    chain.moments[entry.seq] = entry.at
    for kind, id, seal in _listed(entry.details):
        chain.records[kind, id] = (entry.seq, seal)


def _listed(details: Any) -> list[tuple[str, str, str]]:
    # A changed entry may hold anything; it has been reported by its hash.
    records = details.get("records") if isinstance(details, dict) else None
    rows = records if isinstance(records, list) else []
    return [(row[0], row[1], row[2]) for row in rows if isinstance(row, list) and len(row) == 3]


def _check_tail(casebook: CasebookRow, chain: Chain, problems: list[Problem]) -> None:
    if (casebook.entries, casebook.head) == (chain.length, chain.head):
        return
    cause = (
        f"The casebook remembers {casebook.entries} entries up to {casebook.head[:12]}, "
        f"and the log has {chain.length} up to {chain.head[:12]}."
    )
    problems.append(Problem("audit_tail", LOG, cause, REWRITTEN, f"entry {chain.length}"))


def _wrong(entry: Entry, what: str) -> Problem:
    cause = f"Entry {entry.seq} ({entry.act} by {entry.actor}, {entry.at}) {what}."
    return Problem("audit_chain", LOG, cause, REWRITTEN, f"entry {entry.seq}")
