"""What can go wrong in linking, other than the material."""

from __future__ import annotations

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
