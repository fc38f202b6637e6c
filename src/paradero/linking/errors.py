"""What can go wrong in linking, other than the material."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from paradero.model.errors import ParaderoError


class WrongTable(ParaderoError):
    """A table of people cannot be linked as it is; the message says why and what to do."""

    code = "wrong_table"


class UnknownRow(ParaderoError):
    """An id that the table does not have."""

    code = "unknown_row"

    def __init__(self, row: str) -> None:
        super().__init__(f"The table has no row with the id {row!r}.", "Ids are compared to the letter.")


class WrongIndex(ParaderoError):
    """The folder of an index cannot be opened or written as one."""

    code = "wrong_index"

    def __init__(self, folder: Path, why: str, hint: str = "Build the index anew from the register.") -> None:
        super().__init__(f"The folder {str(folder)!r} {why}.", hint)


FEWEST = 20  # labels of each answer to which weights are fitted


class TooFewLabels(ParaderoError):
    """Too few judgements to fit weights to."""

    code = "too_few_labels"

    def __init__(self, same: int, different: int) -> None:
        super().__init__(
            f"{same} pairs are judged one person and {different} two; weights are fitted from {FEWEST} of each on.",
            "Judge more pairs first: paradero review.",
        )


class UnknownLinker(ParaderoError):
    """A linking engine that is not there."""

    code = "unknown_linker"

    def __init__(self, name: str, known: Iterable[str]) -> None:
        super().__init__(f"There is no linking engine {name!r}.", f"Choose one of: {', '.join(known)}.")


class LinkerMissing(ParaderoError):
    """A linking engine that lacks what it needs."""

    code = "linker_missing"

    def __init__(self, name: str, lacking: Iterable[str], hint: str) -> None:
        super().__init__(f"The linking engine {name!r} needs {' and '.join(lacking)}, not found here.", hint)


class LinkerFailed(ParaderoError):
    """A linking engine whose process ended before it had an answer."""

    code = "linker_failed"

    def __init__(self, name: str, status: int, last: str) -> None:
        said = f", and said last: {last}" if last else ""
        hint = "Give it more memory or a smaller table, or use another engine."
        super().__init__(f"The process of the linking engine {name!r} ended with status {status}{said}.", hint)
