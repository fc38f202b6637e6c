"""Beside: what the sentence of a statement says beside it, of carriers, mediation, conditions and stages.

Most sentences hold none of the words for these, so the words of a sentence are held against theirs before anything else
is looked for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from paradero.ledger.carriers import Carrier, carriers_of
from paradero.ledger.mediating import Mediation, mediation_forms, mediations_of
from paradero.ledger.sentence import sentence_of
from paradero.ledger.stipulating import Stage, Stipulated, stipulated, term_forms
from paradero.model import Statement
from paradero.model.naming import Naming

_WORD = re.compile(r"[^\W_]+")
# Acts in whose sentences it is told who mediated: what is done in an exchange, and what is said of it before.
_MEDIATED = frozenset(
    {"released", "conditionally_released", "pardoned", "exchanged", "deported", "extradited", "departed", "handed_over"}
    | {"transferred", "withheld", "refused", "offered", "requested", "demanded", "agreed", "scheduled", "arrived"}
    | {"received", "returned", "in_transit", "stopped_over", "negotiated", "postponed"}
)


@dataclass(frozen=True, slots=True)
class Beside:
    """What a sentence says beside a statement.

    Attributes:
        carriers, mediations, conditions, stages: as the claim has them.
        within: whether the statement stands within a condition and tells of nothing that took place.
    """

    carriers: tuple[Carrier, ...] = ()
    mediations: tuple[Mediation, ...] = ()
    conditions: tuple[str, ...] = ()
    stages: tuple[Stage, ...] = ()
    within: bool = False


NOTHING = Beside()


def beside(one: Statement, text: str, naming: Naming) -> Beside:
    """Return what the sentence of a statement says beside it.

    Args:
        one: a statement; one of a row of a list has no sentence.
        text: of its document; without it, as much as its span has. naming: what knows names.
    """
    if one.span.row is not None:
        return NOTHING
    sentence = sentence_of(one, text)
    words = _words(sentence.words)
    told = stipulated(one, sentence) if words & _keys("terms") else Stipulated()
    helped = one.act in _MEDIATED and words & _keys("mediations")
    found = Beside(
        carriers_of(one, sentence, naming),
        mediations_of(one, sentence, naming) if helped else (),
        told.conditions,
        told.stages,
        told.within,
    )
    return NOTHING if found == NOTHING else found


@lru_cache(maxsize=64)
def _words(sentence: str) -> frozenset[str]:
    return frozenset(_WORD.findall(sentence.casefold()))


@cache
def _keys(kind: str) -> frozenset[str]:
    """Return the longest word of each form of a kind, without which the form is not there."""
    forms = {"mediations": mediation_forms, "terms": term_forms}[kind]
    return frozenset(max(_WORD.findall(form.casefold()), key=len) for form in forms())
