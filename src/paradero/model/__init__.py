"""The words of the house as frozen types; floor 0, standard library only.

``Document`` (with ``Part``, ``Sheet``, ``Provenance``), ``Statement`` (with ``Speaker``, ``Who``, ``Mention``,
``Figure``, ``When``, ``Span``) and ``Judgement`` are what is written down; ``Entry`` (with ``Value``) is a row of a
list and ``Named`` a person of a report, both worked out; ``Problem`` is what is wrong with material;
``ParaderoError`` is the base of every exception.
``paradero.model.vocabulary`` holds the codes.
"""

from __future__ import annotations

from paradero.model.document import Document, Given, Origin, Part, Provenance, Recognised, Sheet
from paradero.model.entry import Entry, Value
from paradero.model.errors import InvalidValue, ParaderoError, UnknownCode
from paradero.model.figure import OPERATORS, Figure, Operator
from paradero.model.identity import canonical, digest
from paradero.model.judgement import Judgement
from paradero.model.named import Named
from paradero.model.problem import Problem
from paradero.model.span import Span, alike
from paradero.model.statement import OUTLET, Accusation, Corrected, Mention, Reader, Speaker, Statement, Who
from paradero.model.when import When

__all__ = [
    "OPERATORS",
    "OUTLET",
    "Accusation",
    "Corrected",
    "Document",
    "Entry",
    "Figure",
    "Given",
    "InvalidValue",
    "Judgement",
    "Mention",
    "Named",
    "Operator",
    "Origin",
    "ParaderoError",
    "Part",
    "Problem",
    "Provenance",
    "Reader",
    "Recognised",
    "Sheet",
    "Span",
    "Speaker",
    "Statement",
    "UnknownCode",
    "Value",
    "When",
    "Who",
    "alike",
    "canonical",
    "digest",
]
