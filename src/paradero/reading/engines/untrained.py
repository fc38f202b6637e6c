"""The engine ``rules``: word lists and word order, no model; it always works."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paradero import __version__
from paradero.reading.acts.extract import extract
from paradero.reading.engines import Analysis, Stretch, rules

if TYPE_CHECKING:
    from paradero.reading.gazetteer import Gazetteer
    from paradero.reading.linker import Attribution


class RulesEngine:
    """Reads with rules alone."""

    name = "rules"
    version = __version__

    def attributions(self, text: str) -> tuple[Attribution, ...]:
        """Return who says what, in text order."""
        return rules.attributions(text)

    def analyse(self, text: str, stretches: tuple[Stretch, ...], gazetteer: Gazetteer) -> Analysis:
        """Return attributions and acts."""
        return Analysis(self.attributions(text), extract(text, stretches, gazetteer))
