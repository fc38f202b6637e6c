"""The engine ``llm``: asks a language model at an OpenAI-compatible address that the user sets.

    service = Service("http://localhost:11434/v1", "some-model")
    statements, problems = read(document, engine=LanguageModel(service))

Only the text of a document is sent, without its name and provenance. Every word that comes back must stand in the text;
figures, days and speakers are read from those words by the same code as for the other engines.
"""

from __future__ import annotations

from paradero.reading.engines.llm.engine import Exchange, LanguageModel
from paradero.reading.engines.llm.service import Service

__all__ = ["Exchange", "LanguageModel", "Service"]
