"""Intake: bytes come in, documents with frozen text and parts go out, and problems beside them.

``take_in`` reads one file in a worker process with limits, ``take_in_many`` many at once; ``parse`` does the same with
bytes in this process. ``GivenByPerson`` is what a person typed about a file, ``Limits`` what a file may cost.
"""

from __future__ import annotations

from paradero.intake.limits import Limits
from paradero.intake.parsing import parse
from paradero.intake.provenance import GivenByPerson
from paradero.intake.taking import take_in, take_in_many

__all__ = ["GivenByPerson", "Limits", "parse", "take_in", "take_in_many"]
