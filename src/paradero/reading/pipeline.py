"""The way from a document to verified statements, in the order of the design: parts, attributions, acts, speakers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from paradero.model import ParaderoError, Problem, Reader
from paradero.reading.assemble import Reading
from paradero.reading.captions import attributed, relayed
from paradero.reading.chains import Chains, Places
from paradero.reading.contents import Contents
from paradero.reading.correcting import with_corrections
from paradero.reading.displayed import displayed
from paradero.reading.engines import Engine, Stretch
from paradero.reading.engines import engine as engine_named
from paradero.reading.gazetteer import Gazetteer
from paradero.reading.parts import Parts
from paradero.reading.speakers import Holders, Narrators, resolve
from paradero.reading.verifier import verify
from paradero.text.quotations import quotations
from paradero.text.stretches import Stretches

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paradero.model import Document, Statement
    from paradero.reading.linker import Attribution

LANGUAGES = ("en",)
_SILENT = frozenset({"boilerplate", "credit", "byline", "sheet"})


class UnsupportedLanguage(ParaderoError):
    """A language that no engine reads yet."""

    code = "unsupported_language"

    def __init__(self, language: str) -> None:
        super().__init__(f"Reports in {language!r} cannot be read yet.", f"Languages read: {', '.join(LANGUAGES)}.")


def attributions(text: str, language: str = "en", engine: str = "classifier") -> tuple[Attribution, ...]:
    """Find who says what in a text.

    Args:
        text: any running text; it is not changed, and all offsets point into it.
        language: ISO 639-1 code; only ``en`` so far.
        engine: ``classifier`` or ``rules``.

    Returns:
        Attributions in text order; ``source``, ``cue`` and ``content`` of each are tuples of ``(start, end)`` offsets,
        end not included; ``source`` and ``cue`` may be empty.

    Raises:
        UnsupportedLanguage, UnknownEngine: with what is allowed.
    """
    if language not in LANGUAGES:
        raise UnsupportedLanguage(language)
    return engine_named(engine).attributions(text)


def read(
    document: Document, engine: str | Engine = "classifier", gazetteer: Gazetteer | None = None
) -> tuple[tuple[Statement, ...], tuple[Problem, ...]]:
    """Read a document into statements.

    Args:
        document: with its frozen text and parts; boilerplate, credits and bylines say nothing about custody.
        engine: ``classifier``, ``rules``, or an engine itself: ``LanguageModel(Service(...))``.
        gazetteer: names of places and bodies; the built-in one when None.

    Returns:
        The statements in document order, every span verified to the letter, without ``recorded_at`` (the act that
        records them sets it); and the problems met.

    Raises:
        UnknownEngine: for an engine that is not there.
        EngineNotSetUp: for ``llm``, which is given as an engine and not by its name.
    """
    reader = engine_named(engine) if isinstance(engine, str) else engine
    if not _can_read(document):
        return (), (_cannot_read(document, document.provenance.language.value),)
    if document.sheets:
        return (), (_is_table(document),)
    if not document.text.strip():
        return (), ()
    names = gazetteer if gazetteer is not None else Gazetteer.default()
    found = reader.analyse(document.text, stretches(document), names)
    # An engine that says itself who tells what has numbered its attributions, and nothing is added to them.
    spoken = found.attributions if found.told_by is not None else _said(document, found.attributions)
    sources = resolve(document.text, spoken, names, document.parts)
    parts = Parts(document)
    reading = Reading(
        document=document,
        identity=document.id,
        reader=Reader(reader.name, reader.version),
        attributions=spoken,
        contents=Contents(spoken),
        sources=sources,
        quoted=Stretches((q.inner_start, q.inner_end, i) for i, q in enumerate(quotations(document.text))),
        parts=parts,
        holders=Holders(document.text, names),
        gazetteer=names,
        narrators=Narrators(document.text, names),
        chains=Chains(document.text, names, (act.roles["who"] for act in found.acts if "who" in act.roles)),
        places=Places(document.text),
    )
    told_by = found.told_by if found.told_by is not None else [reading.said(act) for act in found.acts]
    made = (reading.statement(act, said) for act, said in zip(found.acts, told_by, strict=True))
    statements, refused = verify(document, with_corrections(document, list(relayed(document, parts, made))))
    return statements, (*(replace(problem, source=document.name) for problem in found.problems), *refused)


def stretches(document: Document) -> tuple[Stretch, ...]:
    """Return what of a document's text an engine is given to read; nothing for a language that cannot be read."""
    if not _can_read(document) or not document.text.strip():
        return ()
    return tuple((p.start, p.end) for p in document.parts if p.role not in _SILENT and p.role != "quotation")


def _said(document: Document, found: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Who says what, with the attributions that are seen from the layout of the text and from its captions."""
    return attributed(document, displayed(document.text, found))


def _can_read(document: Document) -> bool:
    language = document.provenance.language.value
    return not language or language.split("-")[0] in LANGUAGES


def _cannot_read(document: Document, language: str) -> Problem:
    return Problem(
        code="unsupported_language",
        source=document.name,
        message=f"The document is in {language!r}, which cannot be read yet.",
        hint=f"Languages read: {', '.join(LANGUAGES)}. Give --language when the language was detected wrongly.",
        severity="warning",
    )


def _is_table(document: Document) -> Problem:
    cause = "The document is a table, which has no sentences to read."
    hint = "Take its rows for evidence as a list: paradero list import FILE."
    return Problem("table_not_read", document.name, cause, hint, severity="notice")
