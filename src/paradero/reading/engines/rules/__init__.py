"""Attributions by rules alone: no model, no parser, always works.

``attributions(text)`` takes an English text and gives who-says-what relations as character offsets. The tagger of
``paradero.text.en`` feeds patterns around the cues of ``paradero.reading.cues``: verbs with their
frames, "according to", reporting nouns, quotations that stand alone or run on, labelled turns.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from paradero.reading.engines.rules.engine import attributions
else:
    # Its phrases are used without the engine.
    _MODULES = {
        "engine": "attributions",
    }
    _MODULE_OF = {name: module for module, names in _MODULES.items() for name in names.split()}

    def __getattr__(name: str) -> object:
        if name not in _MODULE_OF:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(f"{__name__}.{_MODULE_OF[name]}"), name)


__all__ = ["attributions"]
