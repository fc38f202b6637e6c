"""Working ahead: several at a time, a few ahead of where they are needed, handed out in the order they came in."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future
from typing import TypeVar

A = TypeVar("A")
B = TypeVar("B")


def ahead(executor: Executor, work: Callable[[A], B], items: Iterable[A], window: int) -> Iterator[tuple[A, B]]:
    """Yield each item with its result, in the order of the items.

    Args:
        executor: threads or processes.
        work: what is done to an item.
        items: taken one by one, never more than ``window`` ahead of the result that is asked for, so that a folder of
            ten thousand files is not held in memory.
        window: how many are in work at once.
    """
    pending: deque[tuple[A, Future[B]]] = deque()
    try:
        for item in items:
            pending.append((item, executor.submit(work, item)))
            if len(pending) >= window:
                yield _first(pending)
        while pending:
            yield _first(pending)
    finally:
        for _, future in pending:
            future.cancel()


def _first(pending: deque[tuple[A, Future[B]]]) -> tuple[A, B]:
    item, future = pending.popleft()
    return item, future.result()
