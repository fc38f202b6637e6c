"""Attributions by rules alone: no model, no parser, always works.

``attributions(text)`` takes an English text and gives who-says-what relations as character offsets. The tagger of
``paradero.text.en`` feeds patterns around the cues of ``paradero.reading.cues``: verbs with their
frames, "according to", reporting nouns, quotations that stand alone or run on, labelled turns.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from paradero.exports import Exports

if TYPE_CHECKING:
    from paradero.reading.engines.rules.engine import attributions
else:
    # Its phrases are used without the engine.
    __getattr__ = Exports(
        __name__,
        {
            "engine": "attributions",
        },
    )


__all__ = ["attributions"]
