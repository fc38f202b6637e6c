"""Taking in: from a file to a document, parsed in a worker process; whatever fails, the original is not lost."""

from __future__ import annotations

import queue
from collections import deque
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, closing
from dataclasses import replace
from pathlib import Path

from paradero.intake.files import read_file
from paradero.intake.limits import Limits
from paradero.intake.material import Contained
from paradero.intake.parsing import unread
from paradero.intake.process import Answer, ParserStopped, WorkerProcess
from paradero.intake.provenance import NOTHING_GIVEN, GivenByPerson
from paradero.intake.sniff import sniff
from paradero.machine import processors
from paradero.model.document import Document
from paradero.model.problem import Problem

Taken = tuple[Document | None, tuple[Problem, ...], tuple[Contained, ...]]
_AHEAD = 2  # files that wait for each worker; more would only fill the memory


def take_in(
    path: Path,
    given: GivenByPerson = NOTHING_GIVEN,
    limits: Limits | None = None,
    recognise: bool = False,
    table: bool = False,
) -> tuple[Document | None, tuple[Problem, ...]]:
    """Take in one file; what lies inside it stays there.

    Args:
        path: the file.
        given: what a person typed about it; goes before what the file says.
        limits: what parsing may cost; the usual ones when None.
        recognise: whether the letters of pictures are recognised, by the program tesseract.
        table: whether it is read as a list: a plain text line by line, a page, a PDF or an office file by its tables.

    Returns:
        The document and the problems met. Its text is "" when the file can be read but not parsed; None stands for it
        when the file cannot be read, is no regular file, or is over the size limit.
    """
    limits = Limits() if limits is None else limits
    with WorkerProcess(limits) as worker:
        return _taken(path, given, limits, worker, recognise, table)[:2]


def take_in_many(
    paths: Sequence[Path],
    given: GivenByPerson = NOTHING_GIVEN,
    workers: int | None = None,
    progress: Callable[[int, int], None] | None = None,
    limits: Limits | None = None,
    recognise: bool = False,
) -> Generator[tuple[Path, Document | None, tuple[Problem, ...]], None, None]:
    """Take in many files at once, and yield them in the order given; what lies inside them stays there.

    Args:
        paths: the files; folders are not walked here.
        given: what a person typed about all of them.
        workers: how many processes to use; one for each processor when None.
        progress: called with the number of files done and of all, after each.
        limits: what parsing one file may cost; the usual ones when None.
        recognise: whether the letters of pictures are recognised, by the program tesseract.
    """
    with closing(take_in_all(paths, given, workers, progress, limits, recognise)) as whole:
        for path, document, problems, _ in whole:
            yield path, document, problems


def take_in_all(
    paths: Sequence[Path],
    given: GivenByPerson = NOTHING_GIVEN,
    workers: int | None = None,
    progress: Callable[[int, int], None] | None = None,
    limits: Limits | None = None,
    recognise: bool = False,
) -> Generator[tuple[Path, Document | None, tuple[Problem, ...], tuple[Contained, ...]], None, None]:
    """Take in many files with the files inside them: attachments, and what lies in archives and mailboxes.

    Args:
        paths, given, workers, progress, limits, recognise: as for ``take_in_many``.

    Yields:
        For each file, in the order given, its path, document and problems, and each readable file inside it.
    """
    limits = Limits() if limits is None else limits
    count = max(1, min(workers or processors(), len(paths)))
    with ExitStack() as stack:
        parsers = [stack.enter_context(WorkerProcess(limits)) for _ in range(count)]
        pool = ThreadPoolExecutor(count)
        stack.callback(pool.shutdown, wait=True)
        free: queue.SimpleQueue[WorkerProcess] = queue.SimpleQueue()
        for one in parsers:
            stack.callback(one.end)  # before the pool is left: its threads wait for the parsers
            free.put(one)
        stack.callback(pool.shutdown, wait=False, cancel_futures=True)
        waiting: deque[tuple[Path, Future[Taken]]] = deque()
        rest = iter(paths)
        for done in range(1, len(paths) + 1):
            while len(waiting) < count * _AHEAD and (path := next(rest, None)) is not None:
                waiting.append((path, pool.submit(_with_free, path, given, limits, free, recognise)))
            path, future = waiting.popleft()
            document, problems, contained = future.result()
            if progress is not None:
                progress(done, len(paths))
            yield path, document, problems, contained


def _with_free(
    path: Path, given: GivenByPerson, limits: Limits, free: queue.SimpleQueue[WorkerProcess], recognise: bool
) -> Taken:
    worker = free.get()
    try:
        return _taken(path, given, limits, worker, recognise)
    finally:
        free.put(worker)


def _taken(
    path: Path, given: GivenByPerson, limits: Limits, worker: WorkerProcess, recognise: bool, table: bool = False
) -> Taken:
    data = read_file(path, limits)
    if isinstance(data, Problem):
        return None, (data,), ()
    document, problems, contained = _parsed(data, path.name, given, worker, recognise, table)
    placed = tuple(
        replace(one, problems=_placed(one.problems, f"{path}{one.document.name[len(path.name) :]}"))
        for one in contained
    )
    return document, _placed(problems, str(path)), placed


def _parsed(
    data: bytes, name: str, given: GivenByPerson, worker: WorkerProcess, recognise: bool, table: bool
) -> Answer:
    """Parse a file; when pictures of it are what the worker stops at, without recognising their letters."""
    try:
        return worker.parse(data, name, given, recognise, table)
    except ParserStopped as stopped:
        if not recognise or worker.ended:
            return *_saved(data, name, given, stopped), ()
        document, problems, contained = _parsed(data, name, given, worker, False, table)
        cause = f"Its letters were not recognised. {stopped.message} The rest is read as without --ocr."
        hint = "Save the pages as pictures, and add those with --ocr."
        return document, (*problems, Problem("recognition_stopped", name, cause, hint, severity="warning")), contained


def _placed(problems: tuple[Problem, ...], source: str) -> tuple[Problem, ...]:
    return tuple(replace(problem, source=source) for problem in problems)


def _saved(
    data: bytes, name: str, given: GivenByPerson, stopped: ParserStopped
) -> tuple[Document, tuple[Problem, ...]]:
    kind, refused = sniff(data, name)
    document, faults = unread(data, name, given, kind)
    problem = Problem(
        "parser_stopped",
        name,
        f"The file was not read. {stopped.message} Its original is kept.",
        "Save its words as a .txt file and add that.",
    )
    return document, (problem, *([refused] if refused is not None else []), *faults)
