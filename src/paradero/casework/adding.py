"""Adding files to a casebook: the original first, then one act a file, so that whatever happens leaves whole files."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from paradero.casework.actor import Actor
from paradero.casework.finding import files_under
from paradero.casework.taking import Looked, Parsed, TakeMany, Taken, compared, look, taken
from paradero.model import Document, Problem
from paradero.store import Act, Casebook, Found

if TYPE_CHECKING:
    from paradero.intake import GivenByPerson

Progress = Callable[[int, int, str], None]


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
) -> tuple[Added, tuple[Problem, ...]]:
    """Add files, and folders down to the bottom.

    Args:
        casebook: where to.
        paths: files and folders.
        given: what the person says about all of them.
        actor: who adds them.
        progress: told (done, total, name) after each file.
        workers: how many are parsed at once; None for one a processor.

    Returns:
        What became of the files, and every problem found. A file that cannot be parsed is kept all the same, without
        text. The same bytes again add nothing; with something new said about them, they make a document that replaces
        the earlier one.

    Raises:
        DiskFull, ReadOnlyCasebook, CasebookLocked, DamagedCasebook: as they say; the files before are added whole.
    """
    return add_with(_by_intake, casebook, paths, given, actor, progress, workers)


def _by_intake(paths: Sequence[Path], given: GivenByPerson, workers: int | None) -> Generator[Parsed, None, None]:
    from paradero.intake import take_in_many

    yield from take_in_many(paths, given, workers)


def add_with(
    take_many: TakeMany,
    casebook: Casebook,
    paths: Sequence[Path],
    given: GivenByPerson,
    actor: Actor,
    progress: Progress | None = None,
    workers: int | None = None,
) -> tuple[Added, tuple[Problem, ...]]:
    """Add files by another parser than ``paradero.intake.take_in_many``; everything else as in ``add``."""
    found, problems = files_under(paths)
    tally = _Tally(casebook, given, actor, list(problems))
    files = [look(casebook, path, given) for path in found]
    with closing(taken(files, take_many, workers)) as results:
        for done, (file, result) in enumerate(zip(files, results, strict=True), start=1):
            tally.settle(file, result)
            if progress is not None:
                progress(done, len(files), file.path.name)
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
            file = compared(self.casebook, file.path, file.sha256, self.given)
        if file.same:
            self._already(file.path, self.casebook.document(file.same))
        elif taken.document is None:
            self._refuse(file, taken.problems)
        elif taken.document.sha256 == file.sha256 and self.casebook.keep_original(file.path, file.sha256):
            self._keep(file, taken.document, taken.problems)
        else:
            self._refuse_changed(file, taken.problems)

    def _keep(self, file: Looked, document: Document, problems: tuple[Problem, ...]) -> None:
        if not file.earlier:
            self._write(file, document, problems)
            return
        earlier = self.casebook.document(file.earlier)
        # What was said may have been no use, such as an impossible day; then it is the same document after all.
        if replace(document, replaces=earlier.replaces).id == earlier.id:
            self._already(file.path, earlier)
            return
        newer = replace(document, replaces=earlier.id)
        self._write(file, newer, problems)
        self.problems.append(_replaces(file.path, newer, earlier))

    def _write(self, file: Looked, document: Document, problems: tuple[Problem, ...]) -> None:
        at = self.casebook.now()
        found = tuple(Found(problem, "add", document.id) for problem in problems)
        details = {"document": document.id, "from": str(file.path), "sha256": document.sha256}
        recorded = replace(document, recorded_at=at)
        self.casebook.record(Act("add", self.actor.name, at, details, documents=(recorded,), problems=found))
        self.documents.append(document.id)
        if not document.text:
            self.unread.append(document.id)

    def _already(self, path: Path, same: Document) -> None:
        cause = f"The same bytes are here already, as document {same.id[:12]} ({same.name}); nothing was added."
        hint = "Say more about it (--published, --publisher, ...) to make a document that replaces it."
        self.problems.append(Problem("already_in_casebook", str(path), cause, hint, severity="notice"))
        self.already.append(same.id)

    def _refuse_changed(self, file: Looked, problems: tuple[Problem, ...]) -> None:
        cause = "The file changed or went away while it was read; nothing of it was kept."
        hint = "Add it again when nothing writes to it any more."
        changed = Problem("file_changed", str(file.path), cause, hint)
        self.problems.append(changed)
        self._refuse(file, (*problems, changed))

    def _refuse(self, file: Looked, problems: tuple[Problem, ...]) -> None:
        found = tuple(Found(problem, "add") for problem in problems)
        details = {"from": str(file.path), "refused": True}
        self.casebook.record(Act("add", self.actor.name, self.casebook.now(), details, problems=found))
        self.refused.append(str(file.path))


def _replaces(path: Path, document: Document, earlier: Document) -> Problem:
    cause = f"The same bytes were here as document {earlier.id[:12]}; other things are said about them now."
    hint = f"Document {document.id[:12]} replaces it; read it, and look at the judgements about the earlier one."
    return Problem("replaces_earlier", str(path), cause, hint, severity="notice")
