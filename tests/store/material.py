"""Small documents and statements about invented exchanges, and a clock that stands still until it is moved."""

from __future__ import annotations

import hashlib
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from paradero.model import Document, Given, Judgement, Part, Provenance, Reader, Span, Speaker, Statement
from paradero.store import Act, Casebook, Recorded

TEXT = "The Interior Ministry of Ruthenia said that nine fishermen were freed on Monday. Their families deny it."
READER = Reader("rules", "1")


@dataclass
class Clock:
    """Shows one moment, and a second more each time it is asked."""

    at: datetime = datetime(2025, 7, 19, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.at += timedelta(seconds=1)
        return self.at


def document(text: str = TEXT, name: str = "report.txt") -> Document:
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    known = Provenance(publisher=Given("The Ruthenian Post", "person"), published=Given("2025-07-19", "person"))
    return Document(sha256, name, "text/plain", text, (Part("body", 0, len(text), 1),), known)


def statement(of: Document, words: str = "nine fishermen were freed", act: str = "released") -> Statement:
    start = of.text.index(words)
    span = Span.of(of.text, start, start + len(words))
    return Statement(of.id, "body 1", span, span, Speaker("Interior Ministry", "party"), "asserts", act, READER)


def added(casebook: Casebook, of: Document, folder: Path) -> Document:
    """Add a document with its original, as the casework does, and return it as it was recorded."""
    source = folder / of.name
    source.write_bytes(of.text.encode())
    assert casebook.keep_original(source, of.sha256)
    source.unlink()
    at = casebook.now()
    recorded = replace(of, recorded_at=at)
    casebook.record(Act("add", "Ana", at, documents=(recorded,)))
    return recorded


def read(casebook: Casebook, *statements: Statement) -> Recorded:
    at = casebook.now()
    return casebook.record(Act("read", "Ana", at, statements=tuple(replace(s, recorded_at=at) for s in statements)))


def judged(casebook: Casebook, of: Statement, decision: str = "accepts") -> Judgement:
    judgement = Judgement(decision, (of.id,), "Bruno", "It says so.", casebook.now())
    casebook.record(Act("judge", "Bruno", judgement.made_at, judgements=(judgement,)))
    return judgement


@contextmanager
def file_size_limit(most: int) -> Iterator[None]:
    """Let no file of this process grow over a size: to a program it is what a full disk or a quota is."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
