"""Progress on standard error, for a person at a terminal, when the work takes longer than a moment."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from threading import Timer
from typing import TYPE_CHECKING

from paradero.cli.screen import inline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from paradero.casework import Progress

PATIENCE = 0.7  # seconds before a bar appears; what is done sooner needs none


@contextmanager
def progress(verb: str, *, quiet: bool) -> Iterator[Progress | None]:
    """Give the callback that moves a progress bar; None when nobody would see it.

    Args:
        verb: what is being done ("reading").
        quiet: show nothing, as for ``--json``.
    """
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    bar = Progress(*columns, console=Console(stderr=True, markup=False), transient=True)
    task = bar.add_task(verb, total=None)

    def moved(done: int, total: int, name: str) -> None:
        bar.update(task, completed=done, total=total, description=f"{verb} {inline(name)[-40:]}")

    timer = Timer(PATIENCE, bar.start)
    timer.start()
    try:
        yield moved
    finally:
        timer.cancel()
        timer.join()  # a bar that is just starting must have started before it can be stopped
        bar.stop()
