"""Interrupts: Ctrl-C is for the program that a person started, and not for the processes that work for it.

A terminal sends the signal to all of them. A worker that is ended by it would look as if a file had crashed its parser,
and the file would be kept without its text.
"""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def withheld() -> Iterator[None]:
    """Let a process that is started in here never see Ctrl-C; one that comes meanwhile is delivered afterwards.

    The mask of blocked signals is inherited from the first moment on, when the new process could not yet ignore any.
    Where a system has no such masks, nothing is done.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
