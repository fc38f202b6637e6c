"""Errors as a person and a script meet them: one message with its code on standard error, and an exit code by class.

The classes stand in ``docs/command-line.md``. A traceback is shown only when ``PARADERO_DEBUG`` is set to 1.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import IntEnum
from pathlib import Path
from typing import NoReturn

import click

from paradero.cli.screen import inline, tell, visible
from paradero.model.errors import ParaderoError


class Exit(IntEnum):
    """Exit codes by class of what happened."""

    DONE = 0
    NOTHING_DONE = 1  # the material: every file or document given had an error
    USAGE = 2  # the command line, or a value on it
    CASEBOOK = 3  # the casebook: not there, locked, full, too new, damaged
    UNKNOWN = 4  # an id that is not in the casebook, or stands for several things
    NOT_INTACT = 5  # audit verify found something wrong
    FAULT = 70  # a fault of the program, or its process was ended from outside
    INTERRUPTED = 130  # Ctrl-C
    CLOSED = 141  # whoever read the output stopped reading, as "head" does


_USAGE = """casebook_not_given unknown_engine unknown_field wrong_decision nothing_corrected already_withdrawn
    engine_not_set_up publisher_not_given unknown_export
    file_exists id_too_short invalid_value unknown_code wrong_table wrong_stays wrong_legs wrong_rosters wrong_index
    unknown_row wrong_policy wrong_relation too_few_labels unknown_linker linker_missing"""
_CASEBOOK = """casebook_not_found not_a_casebook casebook_exists folder_not_empty casebook_newer casebook_read_only
    disk_full casebook_locked casebook_damaged overtaken suppression_key_missing suppression_key_open
    suppression_key_wrong wrong_settings"""
_BY_CODE = {
    **dict.fromkeys(_USAGE.split(), Exit.USAGE),
    **dict.fromkeys(_CASEBOOK.split(), Exit.CASEBOOK),
    "unsupported_language": Exit.NOTHING_DONE,
    "model_missing": Exit.USAGE,
    **dict.fromkeys(("unknown_id", "ambiguous_id"), Exit.UNKNOWN),
}


class CasebookNotGiven(ParaderoError):
    """A command that works on a casebook was called without one."""

    code = "casebook_not_given"

    def __init__(self) -> None:
        super().__init__(
            "No casebook was given.",
            "Name it before the command, as in: paradero --casebook my-case show statements; or set PARADERO_CASEBOOK. "
            "A new one is made by: paradero new my-case",
        )


def exit_code(error: ParaderoError) -> Exit:
    """Return the exit code for an error; an error of no known class is a fault of the program."""
    return _BY_CODE.get(error.code, Exit.FAULT)


def fail(error: BaseException) -> NoReturn:
    """Tell an error on standard error and leave with its exit code; re-raise it instead when debugging.

    Args:
        error: anything that reached the top.
    """
    if os.environ.get("PARADERO_DEBUG") == "1" and not isinstance(error, (click.ClickException, click.Abort)):
        raise error
    sys.exit(_told(error))


def _told(error: BaseException) -> int:
    if isinstance(error, click.ClickException):
        said = io.StringIO()
        error.show(said)
        tell(visible(said.getvalue().rstrip("\n")))  # it may quote a file name that the shell put on the command line
        return error.exit_code
    if isinstance(error, (click.Abort, KeyboardInterrupt)):
        tell("Stopped. What was finished before is kept whole.")
        return Exit.INTERRUPTED
    if isinstance(error, ParaderoError):
        tell(f"Error: {visible(error.message)} [{error.code}]")
        if error.hint:
            tell(f"  {visible(error.hint)}")
        return exit_code(error)
    tell(f"Error: a fault inside Paradero: {type(error).__name__}: {visible(str(error))} [fault]")
    tell("  Nothing half-done is kept. Run it again with PARADERO_DEBUG=1 set and report what it prints.")
    return Exit.FAULT


@contextmanager
def written_to(path: Path, hint: str) -> Iterator[None]:
    """Tell that a file cannot be written, and why, as a fault of the argument or option that names it."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise click.BadParameter(f"{inline(str(path))} cannot be written: {reason}.", param_hint=hint) from error
