"""Which records are one person: proposals with explanations. A score never merges; people judge (design, section 7).

`link` takes an Arrow table of people and gives `Links`: pairs with their bits, a cluster for each row, and on demand
the `Explanation` of any two rows; `register` takes judgements and gives who is who; `name_key` and `number_key` give
the form in which spellings of one name or number are equal. Needs no database. Floor 2.
"""

from paradero.linking.engine import Links, link
from paradero.linking.errors import UnknownRow, WrongTable
from paradero.linking.explaining import Explanation, Reason
from paradero.linking.keys import name_key, number_key
from paradero.linking.registering import Contradiction, Register, register

__all__ = [
    "Contradiction",
    "Explanation",
    "Links",
    "Reason",
    "Register",
    "UnknownRow",
    "WrongTable",
    "link",
    "name_key",
    "number_key",
    "register",
]
