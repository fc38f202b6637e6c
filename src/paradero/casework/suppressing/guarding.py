"""The guard: it knows everybody on the suppression list by hashes and rows, and leaves them out of entries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from paradero.casework.suppressing.persons import Person, combinations, hashed, key_check
from paradero.model import Entry
from paradero.rolls import Trouble
from paradero.store import Casebook, KeyWrong, SuppressionAct

CODE = "row_suppressed"
Row = tuple[str, str, int]  # the document, the sheet and the number of the row


@dataclass(frozen=True, slots=True)
class Sifted:
    """Entries without those who asked to be taken out.

    Attributes:
        entries: the others. troubles: of their cells, and one for each row that was left out.
        left_out: sheet, row, and ids of the suppressions, for each row that was left out.
    """

    entries: tuple[Entry, ...]
    troubles: tuple[Trouble, ...]
    left_out: tuple[tuple[str, int, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Guard:
    """Who is on the suppression list.

    Attributes:
        key: the casebook's secret key; empty when nobody is on it.
        hashes, rows: the ids of the suppressions in force by the hashes and the rows that they hold.
        seen: the number of the last audit entry that was taken into account.
    """

    key: bytes = b""
    hashes: Mapping[str, frozenset[str]] = field(default_factory=dict)
    rows: Mapping[Row, frozenset[str]] = field(default_factory=dict)
    seen: int = 0

    def ids(self, entry: Entry) -> frozenset[str]:
        """Return the ids of the suppressions that an entry falls under; none for everybody else."""
        found = self.rows.get((entry.document, entry.sheet, entry.row), frozenset())
        return found | self.ids_of(Person.of(entry)) if self.hashes else found

    def ids_of(self, person: Person) -> frozenset[str]:
        """Return the ids of the suppressions that a person falls under, by hashes alone."""
        found: frozenset[str] = frozenset()
        if self.hashes:
            for kind, parts in combinations(person):
                found |= self.hashes.get(hashed(self.key, kind, parts), frozenset())
        return found

    def sift(self, entries: Sequence[Entry], troubles: Iterable[Trouble] = ()) -> Sifted:
        """Leave out who asked to be taken out, and what would be told of the cells of their rows."""
        known = tuple(troubles)
        if not self.hashes and not self.rows:
            return Sifted(tuple(entries), known)
        caught = {(entry.sheet, entry.row): ids for entry in entries if (ids := self.ids(entry))}
        kept = tuple(entry for entry in entries if (entry.sheet, entry.row) not in caught)
        told = (one for one in known if (one.sheet, one.row) not in caught)
        ours = (Trouble(CODE, sheet, row) for sheet, row in caught)
        left_out = tuple((sheet, row, tuple(sorted(ids))) for (sheet, row), ids in caught.items())
        return Sifted(kept, (*told, *ours), left_out)


NOBODY = Guard()


def guard(casebook: Casebook) -> Guard:
    """Return the guard of a casebook as it stands now.

    Raises:
        KeyMissing, KeyOpen, KeyWrong: when somebody is on the list, and the key cannot be used.
    """
    seen = casebook.last_entry()
    acts = in_force(casebook.suppressions())
    if not acts:
        return Guard(seen=seen)
    return Guard(the_key(casebook, acts), _hashes(acts), rows_of(casebook, acts), seen)


def guard_by_hashes(casebook: Casebook) -> Guard:
    """Return the guard for people of reports: without the rows of lists, which are dear to gather."""
    acts = in_force(casebook.suppressions())
    return Guard(the_key(casebook, acts), _hashes(acts)) if acts else NOBODY


def _hashes(acts: Iterable[SuppressionAct]) -> dict[str, frozenset[str]]:
    hashes: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    for act in acts:
        for _, value in act.how["hashes"]:
            hashes[value] |= {act.how["id"]}
    return hashes


def in_force(acts: Iterable[SuppressionAct]) -> tuple[SuppressionAct, ...]:
    """Return the suppressions that no later act takes back."""
    known: dict[str, SuppressionAct] = {}
    for act in acts:
        if act.taken_back:
            known.pop(act.how["id"], None)
        else:
            known[act.how["id"]] = act
    return tuple(known.values())


def the_key(casebook: Casebook, acts: Iterable[SuppressionAct]) -> bytes:
    """Return the secret key with which suppressions were made; make it when there are none yet."""
    made_with = {act.how["key"] for act in acts}
    key = casebook.secret_key(make=not made_with)
    if made_with - {key_check(key)}:
        raise KeyWrong(casebook.key_path, "is another than that with which the suppressions were made")
    return key


def rows_of(casebook: Casebook, acts: Iterable[SuppressionAct]) -> dict[Row, frozenset[str]]:
    """Return the rows that suppressions are about: found when they were made, or left out by a later import."""
    rows: defaultdict[Row, frozenset[str]] = defaultdict(frozenset)
    for act in acts:
        for document, sheet, row in act.how["rows"]:
            rows[document, sheet, row] |= {act.how["id"]}
    forced = {act.how["id"] for act in acts}
    for done in casebook.imports():
        for sheet, row, ids in done.left_out:
            if known := forced & set(ids):
                rows[done.how["document"], sheet, row] |= known
    return dict(rows)
