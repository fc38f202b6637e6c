"""Working ahead: several at a time, a few ahead of where they are needed, handed out in the order they came in."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future
from typing import TypeVar

A = TypeVar("A")
B = TypeVar("B")


def ahead(executor: Executor, work: Callable[[A], B], items: Iterable[A], window: int) -> Iterator[tuple[A, Future[B]]]:
    """Yield each item with its coming result, in the order of the items.

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
                yield pending.popleft()
        while pending:
            yield pending.popleft()
    finally:
        for _, future in pending:
            future.cancel()
