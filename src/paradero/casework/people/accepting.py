"""What the casebook's policy accepts without a person: each pair gets a judgement that the policy signs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from paradero.casework.actor import Actor
from paradero.casework.lists.asking import list_read, lists
from paradero.casework.people.columns import is_one_person
from paradero.casework.people.policy import DOCUMENT, UNCHANGED, policy, signed
from paradero.model import Judgement
from paradero.rolls import difference
from paradero.store import Act, Casebook

if TYPE_CHECKING:
    from paradero.casework.people.asking import People
    from paradero.linking import Proposal

_REASONS = {
    DOCUMENT: "Both have the same number of a document, names that agree, and no births that contradict each other.",
    UNCHANGED: "A newer version of the same list has the same row, with nothing changed.",
}


def apply_policy(casebook: Casebook, known: People, actor: Actor) -> tuple[Judgement, ...]:
    """Sign what the casebook's policy accepts, in one act, and return it; nothing when it accepts nothing.

    Args:
        casebook: where.
        known: everybody, with the proposals.
        actor: who is at work; the policy itself signs.

    Returns:
        A judgement "same" for each pair that the policy accepts and of which nobody has judged anything.
    """
    at = casebook.now()
    judged = {tuple(sorted(one.about)) for one in known.judgements}
    accepts = policy(casebook).accepts
    made = [
        Judgement("same", pair, signed(code), f"Policy: {code}. {_REASONS[code]}", at)
        for code in accepts
        for pair in _ACCEPTED[code](casebook, known)
        if pair not in judged
    ]
    if made:
        details = {"policy": list(accepts), "judgements": len(made)}
        casebook.record(Act("judge", actor.name, at, details, judgements=tuple(made)))
    return tuple(made)


def _same_documents(_casebook: Casebook, known: People) -> Iterator[tuple[str, str]]:
    """Yield proposed pairs of two lists whose numbers agree, unless names or births speak against it."""
    for pair in known.waiting_for(signed(DOCUMENT), many=len(known.queue)):
        if _same_document(known, pair):
            yield pair.one, pair.other


def _same_document(known: People, pair: Proposal) -> bool:
    one, other = known.records[pair.one], known.records[pair.other]
    numbers = [record.columns.get("document") for record in (one, other)]
    if not all(numbers) or one.source.document == other.source.document:
        return False
    bits: dict[str, float] = {}
    for reason in known.explain(pair.one, pair.other).reasons:
        bits[reason.piece] = bits.get(reason.piece, 0.0) + reason.bits
    return bits.get("document", 0.0) > 0 and bits.get("name", 0.0) > 0 and bits.get("birth", 0.0) >= 0


def _unchanged_rows(casebook: Casebook, _known: People) -> Iterator[tuple[str, str]]:
    """Yield each row of a list with the row of its newer version that says the same in every cell."""
    imported = {one.done.how["document"]: one for one in lists(casebook)}
    for id, listed in imported.items():
        if listed.document.replaces in imported:
            older, newer = (list_read(casebook, one).entries for one in (listed.document.replaces, id))
            for pair in difference(older, newer).pairs:
                if pair.how in ("key", "same") and not pair.changes and is_one_person(pair.new):
                    first, second = sorted((pair.old.id, pair.new.id))
                    yield first, second


_ACCEPTED = {DOCUMENT: _same_documents, UNCHANGED: _unchanged_rows}
