"""Intake: bytes come in, documents with frozen text and parts go out, and problems beside them.

``take_in`` reads one file in a worker process with limits, ``take_in_many`` many at once, ``take_in_all`` many with the
files inside them; ``parse`` and ``parse_all`` do the same with bytes in this process. ``GivenByPerson`` is what a
person typed about a file, ``Limits`` what a file may cost, ``Contained`` a file that lay in another.
"""

from __future__ import annotations

from paradero.intake.limits import Limits
from paradero.intake.material import Contained
from paradero.intake.parsing import parse, parse_all
from paradero.intake.provenance import GivenByPerson
from paradero.intake.taking import take_in, take_in_all, take_in_many

__all__ = ["Contained", "GivenByPerson", "Limits", "parse", "parse_all", "take_in", "take_in_all", "take_in_many"]
