"""English: word classes, phrases and clauses, figures and times, all without a model."""

from __future__ import annotations
