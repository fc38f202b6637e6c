"""Reading: a document's text becomes attributed statements, each with the exact span.

    statements, problems = read(document, engine="classifier")
    attributions("The ministry confirmed that ten men had been freed.")

``read`` takes a ``Document`` and gives its ``Statement`` values, verified against its text, and the problems met.
``attributions`` takes any text and gives who-says-what relations as character offsets.
``people_named`` gathers the people of a report from its statements. Two engines stand behind both:
``classifier`` (a small trained model, the default) and ``rules`` (no model, always works). A third, ``llm``, asks a
language model at an address that you set; it is given to ``read`` as ``LanguageModel(Service(address, model))``, so
that no text is sent anywhere by accident.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from paradero.reading.engines import ENGINES, UnknownEngine, engine
    from paradero.reading.linker import Attribution
    from paradero.reading.people import people_named
    from paradero.reading.pipeline import UnsupportedLanguage, attributions, read
else:
    # Who needs only the gazetteer or the names of a report must not wait for the engines.
    _MODULES = {
        "engines": "ENGINES UnknownEngine engine",
        "linker": "Attribution",
        "people": "people_named",
        "pipeline": "UnsupportedLanguage attributions read",
    }
    _MODULE_OF = {name: module for module, names in _MODULES.items() for name in names.split()}

    def __getattr__(name: str) -> object:
        if name not in _MODULE_OF:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(f"{__name__}.{_MODULE_OF[name]}"), name)


__all__ = [
    "ENGINES",
    "Attribution",
    "UnknownEngine",
    "UnsupportedLanguage",
    "attributions",
    "engine",
    "people_named",
    "read",
]
