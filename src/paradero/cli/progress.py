"""Progress on standard error: a live line on a terminal, a plain one now and then in a log, and what is said on Ctrl-C.

Nothing is shown for what is done in a moment.
"""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Any, NoReturn

import click

from paradero.cli.failures import Exit
from paradero.cli.screen import inline, tell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.text import Text

    from paradero.casework import Progress, Step

PATIENCE = 0.7  # seconds before the live line appears; what is done sooner needs none
PLAIN_EVERY = 30.0  # seconds between two lines in a log
_SURE = (3, 3.0)  # files finished and seconds gone before the time left is worth telling


class Stopped(click.ClickException):
    """Ctrl-C during a long act: what is kept, and how to go on."""

    exit_code = Exit.INTERRUPTED

    def show(self, file: IO[Any] | None = None) -> None:
        """Tell it without the word "Error": it is none."""
        click.echo(self.message, file=file, err=file is None)


@contextmanager
def progress(verb: str, *, quiet: bool) -> Iterator[Progress]:
    """Give what is to be told of every step of a long act.

    Args:
        verb: what is being done ("reading").
        quiet: show nothing, as for ``--json``.

    Raises:
        Stopped: on Ctrl-C, with what is kept until then.
    """
    watch = _Watch(verb)
    try:
        if quiet:
            yield watch.note
        elif sys.stderr.isatty():
            with _live(watch):
                yield watch.note
        else:
            yield watch.log
    except KeyboardInterrupt:
        _stop(watch)


def line(verb: str, step: Step, seconds: float) -> str:
    """Return a step in a line: verb, count, statements, time left, and last the file, which may be cut off.

    Args:
        verb: what is being done.
        step: where it is.
        seconds: since it began.
    """
    parts = [f"{verb} {step.done:,} of {step.total:,}"]
    if step.statements:
        parts.append(f"{step.statements:,} {'statement' if step.statements == 1 else 'statements'}")
    if step.done >= _SURE[0] and seconds >= _SURE[1] and step.done < step.total:
        parts.append(f"{duration(seconds / step.done * (step.total - step.done))} left")
    return " · ".join([*parts, inline(step.name)] if step.name else parts)


def duration(seconds: float) -> str:
    """Return a stretch of time as a person would estimate it: "40 s", "3 min", "2 h 10 min"."""
    if seconds < 60:
        return f"{max(1, round(seconds))} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min"


class _Watch:
    """The last step that was told, and the clock."""

    def __init__(self, verb: str) -> None:
        self.verb = verb
        self.step: Step | None = None
        self._began = self._logged = time.monotonic()

    def note(self, step: Step) -> None:
        self.step = step

    def log(self, step: Step) -> None:
        self.note(step)
        now = time.monotonic()
        if now - self._logged >= PLAIN_EVERY:
            self._logged = now
            tell(self.line())

    def line(self) -> str:
        return "" if self.step is None else line(self.verb, self.step, time.monotonic() - self._began)

    def __rich__(self) -> Text:
        from rich.text import Text

        waited = time.monotonic() - self._began >= PATIENCE
        return Text(self.line() if waited else "", no_wrap=True, overflow="ellipsis")


@contextmanager
def _live(watch: _Watch) -> Iterator[None]:
    from rich.console import Console
    from rich.live import Live

    screen = Console(stderr=True, markup=False, highlight=False, emoji=False)
    with Live(watch, console=screen, transient=True, refresh_per_second=4, redirect_stdout=False):
        yield


def _stop(watch: _Watch) -> NoReturn:
    step = watch.step
    done = "" if step is None else f" after {step.done:,} of {step.total:,}"
    again = "The same command goes on with the rest."
    raise Stopped(f"Stopped {watch.verb}{done}. What was finished is kept whole. {again}") from None
