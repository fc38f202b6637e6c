"""What goes into the store and comes out of it: an act with its records, and the hash-chained entry it leaves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from paradero.model import Document, InvalidValue, Judgement, Problem, Statement, digest

SUPPRESSING = ("suppress", "unsuppress")  # the acts that take somebody out of the casebook, and that take it back
START = "0" * 64  # what the first entry has for its previous hash


@dataclass(frozen=True, slots=True)
class Found:
    """A problem found by an act.

    Attributes:
        problem: what is wrong.
        act: the act that found it ("add", "read").
        document: id of the document it is about; empty when the material did not become one.
    """

    problem: Problem
    act: str
    document: str = ""

    @property
    def id(self) -> str:
        """The same problem found again by the same kind of act has the same id and is kept once."""
        return digest("problem", self.problem, self.act, self.document)


@dataclass(frozen=True, slots=True)
class Act:
    """One act of a person, about to be written: its records go in together, with one audit entry, or not at all.

    Attributes:
        name: what is done ("add", "read", "judge"); actor: who does it; at: ISO instant.
        details: what else is worth keeping in the audit log; plain values only.
        documents, statements, judgements, problems: what is written; what is there already is left as it is.
    """

    name: str
    actor: str
    at: str
    details: Mapping[str, Any] = field(default_factory=dict)
    documents: tuple[Document, ...] = ()
    statements: tuple[Statement, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    problems: tuple[Found, ...] = ()

    def __post_init__(self) -> None:
        recorded: tuple[Document | Statement, ...] = (*self.documents, *self.statements)
        moments = {one.recorded_at for one in recorded} | {one.made_at for one in self.judgements}
        if moments - {self.at}:
            raise InvalidValue(f"What an act records bears the act's moment, {self.at}, not {sorted(moments)}.")


@dataclass(frozen=True, slots=True)
class Recorded:
    """What an act added: the number of its audit entry, and the ids that were new, by kind, in order.

    ``again`` is how many of its records were there already.
    """

    seq: int
    again: int = 0
    documents: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()
    judgements: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the audit log.

    Attributes:
        seq: counts from 1 without a gap.
        at, actor, act: when, who, what.
        details: what the act says about itself, and under ``records`` one row ``[kind, id, seal]`` for each record it
            brought; the seal is a digest of the whole record, so that fields outside its id are covered too.
        previous: hash of the entry before; hash: over all of the above.
    """

    seq: int
    at: str
    actor: str
    act: str
    details: Mapping[str, Any]
    previous: str
    hash: str

    @classmethod
    def after(cls, seq: int, previous: str, act: Act, details: Mapping[str, Any]) -> Entry:
        """Make the entry of an act that comes after ``seq`` entries, the last of which has the hash ``previous``."""
        sealed = chained(seq + 1, act.at, act.actor, act.name, details, previous)
        return cls(seq + 1, act.at, act.actor, act.name, details, previous, sealed)

    @property
    def holds(self) -> bool:
        """Whether the hash is that of the fields."""
        return self.hash == chained(self.seq, self.at, self.actor, self.act, self.details, self.previous)


@dataclass(frozen=True, slots=True)
class Done:
    """An act, as the audit log keeps it, without the records that it brought.

    Attributes:
        seq, at, actor: number, moment and person of its audit entry.
        how: the part of its details that was asked for.
    """

    seq: int
    at: str
    actor: str
    how: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ListImport:
    """An act by which a document became a list.

    Attributes:
        seq, at, actor: number, moment and person of its audit entry.
        how: what the entry keeps of how the list is read: document, state, publisher, kind, relay, leaked, mapping.
        left_out: the rows of people who had asked to be taken out: sheet, row, and the ids of those suppressions.
    """

    seq: int
    at: str
    actor: str
    how: Mapping[str, Any]
    left_out: tuple[tuple[str, int, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class SuppressionAct:
    """An act by which somebody is taken out of the casebook, or by which that is taken back.

    Attributes:
        seq, at, actor: number, moment and person of its audit entry.
        taken_back: whether it takes an earlier one back.
        how: what the entry keeps: id and reason; of one that takes out also key, hashes, made_from and rows.
    """

    seq: int
    at: str
    actor: str
    taken_back: bool
    how: Mapping[str, Any]


def chained(seq: int, at: str, actor: str, act: str, details: Mapping[str, Any], previous: str) -> str:
    """Return the hash of an entry: SHA-256 over its length-prefixed canonical fields, the previous hash included."""
    return digest("audit", seq, at, actor, act, details, previous)


@dataclass(frozen=True, slots=True)
class VerifyReport:
    """What was looked at, and the head of the audit chain.

    ``head`` is worth writing down elsewhere: a log that no longer holds an entry with that hash was rewritten.
    """

    entries: int = 0
    documents: int = 0
    statements: int = 0
    judgements: int = 0
    problems: int = 0
    originals: int = 0
    head: str = START
