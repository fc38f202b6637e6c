"""The counts desk of a casebook: figures from files and statements, held against each other, with people's decisions.

In: files of figures, statements that stand, and what people decide about relations. Out: figures that can be cited,
relations, accounts and series, as known on a day, and problems. Nothing that was written is edited.
"""

from __future__ import annotations

from paradero.casework.counts.asking import Counts, counts
from paradero.casework.counts.deciding import RelationDecision, decisions
from paradero.casework.counts.figures import CitedFigure, figures
from paradero.casework.counts.importing import FOR_ALL, ImportedFigures, import_figures
from paradero.casework.counts.judging import RELATION_DECISIONS, judge_relation, relate

__all__ = [
    "FOR_ALL",
    "RELATION_DECISIONS",
    "CitedFigure",
    "Counts",
    "ImportedFigures",
    "RelationDecision",
    "counts",
    "decisions",
    "figures",
    "import_figures",
    "judge_relation",
    "relate",
]
