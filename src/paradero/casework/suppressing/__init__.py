"""The suppression list: people who asked to be taken out of the casebook, kept as keyed hashes and nothing else.

In: a row of a list, or what is known of a person. Out: the suppression, and a ``Guard`` that leaves such rows out
wherever entries or statements come out. Nothing that was written is edited.
"""

from __future__ import annotations

from paradero.casework.suppressing.acting import Suppressed, Suppression, suppress, suppressions, unsuppress
from paradero.casework.suppressing.guarding import NOBODY, Guard, Sifted, guard, guard_by_hashes
from paradero.casework.suppressing.persons import Person, typed
from paradero.casework.suppressing.withholding import shown_text, withheld_rows, withheld_statements, without_words

__all__ = [
    "NOBODY",
    "Guard",
    "Person",
    "Sifted",
    "Suppressed",
    "Suppression",
    "guard",
    "guard_by_hashes",
    "shown_text",
    "suppress",
    "suppressions",
    "typed",
    "unsuppress",
    "withheld_rows",
    "withheld_statements",
    "without_words",
]
