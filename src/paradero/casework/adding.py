"""Adding files to a casebook: the original first, then one act a file, so that whatever happens leaves whole files."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from paradero.casework.actor import Actor
from paradero.casework.finding import files_under
from paradero.casework.progress import Progress, Step, unwatched
from paradero.casework.taking import (
    Looked,
    Parsed,
    TakeMany,
    Taken,
    changed,
    compared,
    look,
    taken,
    with_what_was_recognised,
    with_what_was_said,
)
from paradero.casework.workers import helpful
from paradero.machine import processors
from paradero.model import Document, Problem
from paradero.store import Act, Casebook, Found

if TYPE_CHECKING:
    from paradero.intake import Contained, GivenByPerson


@dataclass(frozen=True, slots=True)
class Added:
    """What became of the files.

    Attributes:
        documents: ids newly added, in order. unread: those among them that are kept without text.
        already: ids of documents whose bytes were here before.
        refused: names of files that are not kept: unreadable, too large, or changed while they were read.
    """

    documents: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    already: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()


def add(
    casebook: Casebook,
    paths: Sequence[Path],
    given: GivenByPerson,
    actor: Actor,
    progress: Progress | None = None,
    workers: int | None = None,
    recognise: bool = False,
) -> tuple[Added, tuple[Problem, ...]]:
    """Add files, and folders down to the bottom.

    Args:
        casebook: where to.
        paths: files and folders.
        given: what the person says about all of them.
        actor: who adds them.
        progress: told before each file and at the end; while the files are looked at, none is done yet.
        workers: how many are parsed at once, at most one for each processor; None for one a processor.
        recognise: whether the letters of pictures, such as scanned pages, are recognised by the program tesseract.

    Returns:
        What became of the files, and every problem found. A file that cannot be parsed is kept all the same, without
        text. A file that lies in another (an attachment, a member of an archive) becomes a document of its own, in the
        same act as the file around it. The same bytes again add nothing; with something new said about them, they make
        a document that replaces the earlier one. Each file is one act: after an interruption, adding the same paths
        again goes on with those that are left.

    Raises:
        DiskFull, ReadOnlyCasebook, CasebookLocked, DamagedCasebook: as they say; the files before are added whole.
    """
    count = processors() if workers is None else helpful(workers)
    return add_with(_by_intake, casebook, paths, given, actor, progress, count, recognise)


def _by_intake(
    paths: Sequence[Path], given: GivenByPerson, workers: int | None, recognise: bool
) -> Generator[Parsed, None, None]:
    from paradero.intake import take_in_all

    yield from take_in_all(paths, given, workers, recognise=recognise)


def add_with(
    take_many: TakeMany,
    casebook: Casebook,
    paths: Sequence[Path],
    given: GivenByPerson,
    actor: Actor,
    progress: Progress | None = None,
    workers: int | None = None,
    recognise: bool = False,
) -> tuple[Added, tuple[Problem, ...]]:
    """Add files by another parser than ``paradero.intake.take_in_all``; everything else as in ``add``."""
    moved = unwatched if progress is None else progress
    found, problems = files_under(paths)
    tally = _Tally(casebook, given, actor, list(problems))
    files: list[Looked] = []
    for path in found:
        moved(Step(0, len(found), path.name))
        files.append(look(casebook, path, given, recognise))
    with closing(taken(files, take_many, workers)) as results:
        for done, file in enumerate(files):
            moved(Step(done, len(files), file.path.name))
            tally.settle(file, next(results))
    moved(Step(len(files), len(files)))
    return tally.added(), tuple(tally.problems)


@dataclass(slots=True)
class _Tally:
    """Writes the files one by one and keeps count."""

    casebook: Casebook
    given: GivenByPerson
    actor: Actor
    problems: list[Problem]
    documents: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    already: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)

    def added(self) -> Added:
        """Return what became of the files."""
        return Added(tuple(self.documents), tuple(self.unread), tuple(self.already), tuple(self.refused))

    def settle(self, file: Looked, taken: Taken) -> None:
        """Write one file: add it, refuse it, or say that it is here already."""
        self.problems += taken.problems
        if not file.same and file.sha256:
            # The same bytes may have been added under another name since we looked.
            file = compared(self.casebook, file.path, file.sha256, self.given, file.recognise)
        if file.same:
            self._already(file.path, self.casebook.document(file.same))
        elif taken.document is None:
            self._refuse(file, taken.problems)
        elif taken.document.sha256 == file.sha256 and self.casebook.keep_original(file.path, file.sha256):
            self._keep(file, taken.document, taken)
        else:
            self._refuse_changed(file, taken.problems)

    def _keep(self, file: Looked, document: Document, taken: Taken) -> None:
        earlier = self.casebook.document(file.earlier) if file.earlier else None
        # What was said may have been no use, such as an impossible day; then it is the same document after all.
        same = earlier is not None and _is_same(document, earlier)
        if earlier is not None and not same:
            document = self._newer(file.path, with_what_was_recognised(document, earlier), earlier)
        kept = {document.sha256: (document, taken.problems)}
        for one in taken.contained if file.recognise or not same else ():
            self._keep_inside(file, one, kept)
        if earlier is not None and same:
            del kept[document.sha256]
            self._already(file.path, earlier)
        if kept:
            self._write(file, tuple(kept.values()))

    def _keep_inside(self, file: Looked, one: Contained, kept: dict[str, tuple[Document, tuple[Problem, ...]]]) -> None:
        """Keep a file that lay in another, unless its bytes are here already, in the casebook or in the same file."""
        self.problems += one.problems
        document, place = one.document, Path(f"{file.path}{one.document.name[len(file.path.name) :]}")
        here = compared(self.casebook, place, document.sha256, file.given, file.recognise)
        if document.sha256 in kept or here.same:
            same = kept[document.sha256][0] if document.sha256 in kept else self.casebook.document(here.same)
            self._already(place, same)
            return
        if here.earlier:
            earlier = self.casebook.document(here.earlier)
            document = with_what_was_recognised(with_what_was_said(document, earlier), earlier)
            if _is_same(document, earlier):
                self._already(place, earlier)
                return
            document = self._newer(place, document, earlier)
        self.casebook.keep_bytes(one.data, document.sha256)
        kept[document.sha256] = (document, one.problems)

    def _newer(self, path: Path, document: Document, earlier: Document) -> Document:
        newer = replace(document, replaces=earlier.id)
        self.problems.append(_replaces(path, newer, earlier))
        return newer

    def _write(self, file: Looked, kept: Sequence[tuple[Document, tuple[Problem, ...]]]) -> None:
        """Write a file, and with it those that lay inside, as one act."""
        at = self.casebook.now()
        (first, _), *inside = kept
        found = tuple(Found(problem, "add", document.id) for document, problems in kept for problem in problems)
        details: dict[str, object] = {"document": first.id, "from": str(file.path), "sha256": first.sha256}
        if inside:
            details["inside"] = len(inside)
        recognisers = sorted({document.recogniser for document, _ in kept if document.recogniser})
        if recognisers:
            details["recognised_by"] = ", ".join(recognisers)
        recorded = tuple(replace(document, recorded_at=at) for document, _ in kept)
        self.casebook.record(Act("add", self.actor.name, at, details, documents=recorded, problems=found))
        self.documents += [document.id for document, _ in kept]
        # A file that only holds others, as an archive does, has been read when those have.
        around = {name.rpartition("/")[0] for name in (document.name for document, _ in kept)}
        self.unread += [d.id for d, _ in kept if not d.text and d.name not in around]

    def _already(self, path: Path, same: Document) -> None:
        cause = f"The same bytes are here already, as document {same.id[:12]} ({same.name}); nothing was added."
        hint = "Say more about it (--published, --publisher, ...) to make a document that replaces it."
        self.problems.append(Problem("already_in_casebook", str(path), cause, hint, severity="notice"))
        self.already.append(same.id)

    def _refuse_changed(self, file: Looked, problems: tuple[Problem, ...]) -> None:
        told = changed(file.path)
        self.problems.append(told)
        self._refuse(file, (*problems, told))

    def _refuse(self, file: Looked, problems: tuple[Problem, ...]) -> None:
        found = tuple(Found(problem, "add") for problem in problems)
        details = {"from": str(file.path), "refused": True}
        self.casebook.record(Act("add", self.actor.name, self.casebook.now(), details, problems=found))
        self.refused.append(str(file.path))


def _is_same(document: Document, earlier: Document) -> bool:
    return replace(with_what_was_recognised(document, earlier), replaces=earlier.replaces).id == earlier.id


def _replaces(path: Path, document: Document, earlier: Document) -> Problem:
    other = "other things are said about them" if document.text == earlier.text else "other words are read in them"
    cause = f"The same bytes were here as document {earlier.id[:12]}; {other} now."
    hint = f"Document {document.id[:12]} replaces it; read it, and look at the judgements about the earlier one."
    return Problem("replaces_earlier", str(path), cause, hint, severity="notice")
