"""Contents: which attributions hold a place of the text in what they say, found without looking at all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from paradero.text.stretches import Stretches

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paradero.reading.linker import Attribution


class Contents(Stretches):
    """The contents of a text's attributions, by where they stand.

    Args:
        attributions: in any order; they are named by their number in it.
    """

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        super().__init__((s, e, i) for i, one in enumerate(attributions) for s, e in one.content)
        self.sizes = [sum(end - start for start, end in one.content) for one in attributions]
