"""Relations: how figures hang together. A relation is proposed or set by a person; it claims nothing of the numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

from paradero.model import Problem, digest

Kind = Literal[
    "same", "parts", "stages", "minus", "names", "verifies", "fulfils", "in_return", "bounds", "replaces", "relays"
]
KINDS: tuple[Kind, ...] = get_args(Kind)
_CONTAINING = ("parts", "stages", "minus", "names")


@dataclass(frozen=True, slots=True)
class Relation:
    """One relation between figures, each given by its id.

    Attributes:
        kind: ``same`` (all of ``parts`` count one set); ``parts`` and ``stages`` (of the ``whole``, parted in one
            way); ``minus`` (sets taken from the whole); ``names`` (lists of names of the whole); ``verifies`` (of what
            the whole announced); ``fulfils`` (what became of the plan in the whole); ``in_return`` (one for the other);
            ``bounds`` (the whole against at least or at most); ``replaces`` (the whole is the later figure);
            ``relays`` (the whole is the original).
        whole: the id of the figure that it is about; empty for ``same``, and for stages whose total nobody says.
        parts: the ids of the others.
        of_rest: for ``minus``, those who are among the rest ("of whom 2 refused").
        rest: for ``minus``, a figure that says what is left.
        complete: for ``parts`` and ``stages``, whether they are all of them.
        basis: for ``parts``, by what it is parted ("sex"); two partitions of one whole are never added to each other.
        why: what speaks for it, in words; by: who set it, empty for a proposal.
    """

    kind: Kind
    whole: str = ""
    parts: tuple[str, ...] = ()
    of_rest: tuple[str, ...] = ()
    rest: str = ""
    complete: bool = True
    basis: str = ""
    why: str = ""
    by: str = ""

    @property
    def id(self) -> str:
        """Its id: over all that it claims, and neither why nor by whom; the order of the parts makes no difference."""
        parts, of_rest = sorted(self.parts), sorted(self.of_rest)
        return digest("relation", self.kind, self.whole, parts, of_rest, self.rest, self.complete, self.basis)

    @property
    def members(self) -> tuple[str, ...]:
        """Every figure that it names."""
        named = (self.whole, *self.parts, *self.of_rest, self.rest)
        return tuple(dict.fromkeys(one for one in named if one))


def sound(
    relations: Iterable[Relation], known: Iterable[str], source: str = "relations"
) -> tuple[tuple[Relation, ...], tuple[Problem, ...]]:
    """Return the relations that can be worked with, in an order of their own, and what is wrong with the others.

    Args:
        relations: as proposed or set.
        known: the ids of the figures that there are.
        source: what the problems are said to be in.
    """
    ids, problems = frozenset(known), []
    kept: dict[str, Relation] = {}
    for relation in sorted(relations, key=_order):
        problem = _fault(relation, ids, source)
        if problem is None:
            kept.setdefault(relation.id, relation)
        elif problem not in problems:
            problems.append(problem)
    circular = _circular([one for one in kept.values() if one.kind in _CONTAINING])
    circular |= _circular([one for one in kept.values() if one.kind in ("replaces", "relays")])
    for name in sorted(circular):
        relation = kept.pop(name)
        cause = f"{relation.whole!r} contains or follows itself by way of {', '.join(map(repr, relation.parts[:5]))}."
        hint = "Take back one of the relations of the circle; none of them was used."
        problems.append(Problem("relations_circular", source, cause, hint, f"relation {name[:12]}"))
    return tuple(kept.values()), tuple(problems)


def _order(relation: Relation) -> tuple[int, str]:
    return (KINDS.index(relation.kind) if relation.kind in KINDS else len(KINDS), relation.id)


def _fault(relation: Relation, ids: frozenset[str], source: str) -> Problem | None:
    place = f"relation {relation.id[:12]}"
    if relation.kind not in KINDS:
        cause = f"{relation.kind!r} is no kind of relation; it was not used."
        return Problem("relation_kind_unknown", source, cause, f"Known: {', '.join(KINDS)}.", place)
    strange = [one for one in relation.members if one not in ids]
    if strange:
        cause = f"The relation {relation.kind} names figures that are not there: {', '.join(map(repr, strange[:5]))}."
        return Problem("relation_figure_unknown", source, cause, "Compare the ids with those of the figures.", place)
    if relation.whole and relation.whole in (*relation.parts, *relation.of_rest):
        cause = f"The figure {relation.whole!r} is said to be a part of itself."
        return Problem("figure_contains_itself", source, cause, "Name the whole and its parts apart.", place)
    every = [*relation.parts, *relation.of_rest]
    if len(set(every)) < len(every):
        twice = sorted({one for one in every if every.count(one) > 1}) if len(every) < 1000 else ["several"]
        cause = f"The relation {relation.kind} counts figures twice: {', '.join(map(repr, twice[:5]))}."
        return Problem("figure_counted_twice", source, cause, "Name each part once.", place)
    if not relation.parts or (not relation.whole and relation.kind not in ("same", "stages")):
        cause = f"The relation {relation.kind} lacks its whole or its parts."
        return Problem("relation_incomplete", source, cause, "Name both, or take it back.", place)
    return None


def _circular(relations: list[Relation]) -> set[str]:
    """Return the ids of the relations that lie on a circle: what is left when all that ends somewhere is peeled off."""
    edges = {(one.whole, part) for one in relations for part in (*one.parts, *one.of_rest) if one.whole}
    for end in (1, 0):
        edges = _peeled(edges, end)
    return {one.id for one in relations if any((one.whole, part) in edges for part in (*one.parts, *one.of_rest))}


def _peeled(edges: set[tuple[str, str]], end: int) -> set[tuple[str, str]]:
    """Return the edges without those that run out at one end: from whose end nothing goes on."""
    onward = Counter(edge[1 - end] for edge in edges)
    reaching: dict[str, list[tuple[str, str]]] = {}
    for edge in edges:
        reaching.setdefault(edge[end], []).append(edge)
    loose = [name for name in reaching if not onward[name]]
    left = set(edges)
    while loose:
        for edge in reaching.get(loose.pop(), ()):
            left.discard(edge)
            onward[edge[1 - end]] -= 1
            if not onward[edge[1 - end]]:
                loose.append(edge[1 - end])
    return left
