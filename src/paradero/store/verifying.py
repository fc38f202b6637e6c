"""Verifying a casebook: the file, the audit chain, every record and every original.

What is noticed: an entry changed, put in, left out or moved; a tail of entries cut off (the casebook's own row keeps
their number and the last hash, written in the same transaction); a record changed, added or taken away behind the log's
back, its searchable columns included; an original changed or missing.

What cannot be noticed from within: someone who rewrites everything consistently, the log, the row and the records, or
puts back an older copy of the whole folder. Against that, keep ``VerifyReport.head`` elsewhere: a later log that holds
no entry with that hash is not the same log grown longer.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import Error, connections

from paradero.model import Problem
from paradero.store.connecting import DATABASE
from paradero.store.entry import VerifyReport
from paradero.store.models import DocumentRow
from paradero.store.verified.chain import Chain, check_chain
from paradero.store.verified.originals import check_originals
from paradero.store.verified.records import check_records


def verify(casebook: Path, alias: str) -> tuple[VerifyReport, tuple[Problem, ...]]:
    """Check a casebook as it stands at one moment; acts that finish meanwhile are not looked at.

    Args:
        casebook: the folder.
        alias: its database connection.

    Returns:
        What was looked at, and what is wrong. The casebook is intact when no problem is an ``error``.
    """
    with _snapshot(alias):
        damage = tuple(_damage(alias))
        if damage:
            return VerifyReport(), damage
        problems: list[Problem] = []
        chain = check_chain(alias, problems)
        counted = check_records(alias, chain, problems)
        # Listed after the snapshot began: an original comes before its act, so none of ours can be missing for haste.
        wanted = dict(DocumentRow.objects.using(alias).order_by("entry_id").values_list("sha256", "name"))
        looked_at = check_originals(casebook, wanted, problems)
    return _report(chain, counted, looked_at), tuple(problems)


def _report(chain: Chain, counted: Counter[str], originals: int) -> VerifyReport:
    return VerifyReport(
        entries=chain.length,
        documents=counted["document"],
        statements=counted["statement"],
        judgements=counted["judgement"],
        problems=counted["problem"],
        originals=originals,
        head=chain.head,
    )


@contextmanager
def _snapshot(alias: str) -> Iterator[None]:
    """Read as of one moment without keeping writers out; Django's own transactions would take the writer's place."""
    with connections[alias].cursor() as cursor:
        cursor.execute("BEGIN DEFERRED")
        try:
            yield
        finally:
            cursor.execute("ROLLBACK")


def _damage(alias: str) -> Iterator[Problem]:
    try:
        with connections[alias].cursor() as cursor:
            cursor.execute("PRAGMA integrity_check")
            said = [row[0] for row in cursor.fetchall() if row[0] != "ok"]
            cursor.execute("PRAGMA foreign_key_check")
            loose = [f"row {row[1]} of {row[0]} refers to nothing in {row[2]}" for row in cursor.fetchall()]
    except Error as error:
        said, loose = [str(error)], []
    for line in (*said, *loose):
        hint = "Put back a copy of the casebook; the originals are apart and can be added anew."
        yield Problem("database_damaged", DATABASE, f"SQLite finds the file damaged: {line}.", hint)
