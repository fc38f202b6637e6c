"""English words that begin with an apostrophe, which must not be taken for the opening of a quotation."""

from __future__ import annotations

import re

_WORDS = "tis|twas|twere|twill|twould|tisn|em|til|till|cause|cos|coz|cuz|n|bout|round|neath|ere|im|er|s|d|ave|ad"

# A decade ("'90s") is always elided; a bare pair of digits ("in '61") only when no closing mark is in sight.
ELIDED = re.compile(rf"(?:(?:{_WORDS})\b|\d\ds\b)", re.IGNORECASE)
ELIDED_YEAR = re.compile(r"\d\d\b(?![,.]?\d)")
