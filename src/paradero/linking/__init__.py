"""Which records are one person: proposals with explanations. A score never merges; people judge (design, section 7).

`link` takes an Arrow table of people and gives `Links`: pairs with their bits, a cluster for each row, and on demand
the `Explanation` of any two rows; `link_by` does so by any engine of `ENGINES`; `index` keeps a register so that more
rows are linked with it in seconds, and `open_index` opens one that was saved; `register` takes judgements and gives who
is who; a `Queue` says which pair to judge next, `bands` how right the scores were, `fitted` gives weights that follow
judgements; `table_of` makes the table of plain rows, `name_key` and `number_key` give the form in which spellings of
one name or number are equal. Needs no database. Floor 2.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from paradero.exports import Exports

if TYPE_CHECKING:
    from paradero.linking.calibrating import Calibrated, Calibration, fitted
    from paradero.linking.engine import Links, link
    from paradero.linking.engines import ENGINES, Proposals, lacking, link_by
    from paradero.linking.errors import (
        LinkerFailed,
        LinkerMissing,
        TooFewLabels,
        UnknownLinker,
        UnknownRow,
        WrongIndex,
        WrongTable,
    )
    from paradero.linking.explaining import Explanation, Reason
    from paradero.linking.indexing import Index, index, open_index
    from paradero.linking.keys import name_key, number_key
    from paradero.linking.labelling import Band, bands, labels, wilson
    from paradero.linking.queueing import Proposal, Queue, no_pairs
    from paradero.linking.registering import Contradiction, Register, register, standing
    from paradero.linking.tables import table_of
else:
    # Who asks only what people judged must not wait for the linker's compiled code.
    __getattr__ = Exports(
        __name__,
        {
            "calibrating": "Calibrated Calibration fitted",
            "engine": "Links link",
            "engines": "ENGINES Proposals lacking link_by",
            "errors": "LinkerFailed LinkerMissing TooFewLabels UnknownLinker UnknownRow WrongIndex WrongTable",
            "explaining": "Explanation Reason",
            "indexing": "Index index open_index",
            "keys": "name_key number_key",
            "labelling": "Band bands labels wilson",
            "queueing": "Proposal Queue no_pairs",
            "registering": "Contradiction Register register standing",
            "tables": "table_of",
        },
    )


__all__ = [
    "ENGINES",
    "Band",
    "Calibrated",
    "Calibration",
    "Contradiction",
    "Explanation",
    "Index",
    "LinkerFailed",
    "LinkerMissing",
    "Links",
    "Proposal",
    "Proposals",
    "Queue",
    "Reason",
    "Register",
    "TooFewLabels",
    "UnknownLinker",
    "UnknownRow",
    "WrongIndex",
    "WrongTable",
    "bands",
    "fitted",
    "index",
    "labels",
    "lacking",
    "link",
    "link_by",
    "name_key",
    "no_pairs",
    "number_key",
    "open_index",
    "register",
    "standing",
    "table_of",
    "wilson",
]
