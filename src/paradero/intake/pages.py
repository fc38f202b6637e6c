"""Pages: their numbers, written as a person does."""

from __future__ import annotations

from collections.abc import Sequence


def named(numbers: Sequence[int]) -> str:
    """Write the numbers of pages in order: "pages 1-3, 7"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    written = ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in runs)
    return f"{'page' if len(numbers) == 1 else 'pages'} {written}"
