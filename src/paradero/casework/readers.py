"""Readers: processes that read documents for this one, so that several are read at a time."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import queue
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing, suppress
from functools import partial
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection
from threading import Thread
from typing import Protocol

from paradero.casework.ahead import ahead
from paradero.casework.errors import ReaderDied
from paradero.machine import share
from paradero.model import Document, ParaderoError, Problem, Statement

Read = tuple[tuple[Statement, ...], tuple[Problem, ...]]
_AHEAD = 2  # documents that wait for each process


class DocumentReader(Protocol):
    """What makes statements of a document; to be sent to another process, so it can be pickled."""

    @property
    def version(self) -> str:
        """Changes whenever an answer may; what was read with the same one need not be read again."""

    def __call__(self, document: Document) -> Read:
        """Read one document."""


def read_here(
    reader: DocumentReader, documents: Iterator[Document]
) -> Generator[tuple[Document, Callable[[], Read]], None, None]:
    """Yield each document with the call that reads it, in this process."""
    yield from ((document, partial(reader, document)) for document in documents)


def read_apart(
    reader: DocumentReader, documents: Iterator[Document], count: int
) -> Generator[tuple[Document, Callable[[], Read]], None, None]:
    """Yield each document, in order, with the call that waits for what a process read in it.

    Args:
        reader: sent to every process once.
        documents: taken a few ahead of the one that is waited for.
        count: how many processes.

    The calls raise ``ReaderDied``, or what the reader raised. When the generator is closed the processes are ended at
    once, whatever they are doing; when this process is killed, they end by themselves.
    """
    with ExitStack() as stack:
        apart = [stack.enter_context(closing(ReadingProcess(reader, count))) for _ in range(count)]
        pool = ThreadPoolExecutor(count)
        stack.callback(pool.shutdown, wait=True, cancel_futures=True)
        free: queue.SimpleQueue[ReadingProcess] = queue.SimpleQueue()
        for one in apart:
            stack.callback(one.end)  # before the pool is left: its threads wait for the processes
            free.put(one)
        for document, future in ahead(pool, partial(_with_free, free), documents, _AHEAD * count):
            yield document, future.result


def _with_free(free: queue.SimpleQueue[ReadingProcess], document: Document) -> Read:
    one = free.get()
    try:
        return one.read(document)
    finally:
        free.put(one)


class ReadingProcess:
    """A process that reads one document after another. One thread at a time may use it.

    It is spawned and not forked: models and threads of this process must not be copied half-way.

    Args:
        reader: sent to it once.
        among: how many such processes read at a time; each uses its part of the processors.
    """

    def __init__(self, reader: DocumentReader, among: int = 1) -> None:
        context = multiprocessing.get_context("spawn")
        self._ours, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, reader, among), daemon=True)
        resource_tracker.ensure_running()  # when it is started by the first process, it lets Ctrl-C through again
        from paradero.intake.interrupts import withheld

        with withheld():
            self._process.start()
        theirs.close()

    def read(self, document: Document) -> Read:
        """Read a document.

        Raises:
            ReaderDied: when the process was ended from outside.
        """
        try:
            self._ours.send(document)
            answer: Read | BaseException = self._ours.recv()
        except (EOFError, OSError) as error:
            raise ReaderDied(document.name) from error
        if isinstance(answer, BaseException):
            raise answer
        return answer

    def end(self) -> None:
        """End the process, whatever it is doing; who waits for it gets ``ReaderDied``."""
        self._process.kill()
        self._process.join()

    def close(self) -> None:
        """Close the way to a process that has ended."""
        self._ours.close()


def _serve(theirs: Connection, reader: DocumentReader, among: int) -> None:
    share(among)
    Thread(target=_leave_with_parent, daemon=True).start()
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):  # whoever asked is done, or was killed
        while True:
            theirs.send(_answer(reader, theirs.recv()))


def _leave_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)  # nobody waits for what is being read


def _answer(reader: DocumentReader, document: Document) -> Read | BaseException:
    try:
        return reader(document)
    except ParaderoError as error:
        # Errors of our own take other arguments than they keep; code, message and hint are what a person is told.
        plain = ParaderoError(error.message, error.hint)
        plain.code = error.code
        return plain
    except Exception as error:
        return error if _travels(error) else RuntimeError(f"{type(error).__name__}: {error}")


def _travels(error: Exception) -> bool:
    try:
        return isinstance(pickle.loads(pickle.dumps(error)), type(error))
    except Exception:  # whatever a foreign class does when it is put together again
        return False
