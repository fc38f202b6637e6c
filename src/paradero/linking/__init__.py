"""Which records are one person: proposals with explanations. A score never merges; people judge (design, section 7).

`link` takes an Arrow table of people and gives `Links`: pairs with their bits, a cluster for each row, and on demand
the `Explanation` of any two rows; `index` keeps a register so that more rows are linked with it in seconds, and
`open_index` opens one that was saved; `register` takes judgements and gives who is who. Needs no database. Floor 2.
"""

from paradero.linking.engine import Links, link
from paradero.linking.errors import UnknownRow, WrongIndex, WrongTable
from paradero.linking.explaining import Explanation, Reason
from paradero.linking.indexing import Index, index, open_index
from paradero.linking.registering import Contradiction, Register, register

__all__ = [
    "Contradiction",
    "Explanation",
    "Index",
    "Links",
    "Reason",
    "Register",
    "UnknownRow",
    "WrongIndex",
    "WrongTable",
    "index",
    "link",
    "open_index",
    "register",
]
