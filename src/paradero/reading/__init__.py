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

from typing import TYPE_CHECKING

from paradero.exports import Exports

if TYPE_CHECKING:
    from paradero.reading.engines import ENGINES, UnknownEngine, engine
    from paradero.reading.linker import Attribution
    from paradero.reading.people import people_named
    from paradero.reading.pipeline import UnsupportedLanguage, attributions, read
else:
    # Who needs only the gazetteer or the names of a report must not wait for the engines.
    __getattr__ = Exports(
        __name__,
        {
            "engines": "ENGINES UnknownEngine engine",
            "linker": "Attribution",
            "people": "people_named",
            "pipeline": "UnsupportedLanguage attributions read",
        },
    )


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
