"""How right the scores were: what people decided of the pairs that were put before them, against the scores shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from paradero.casework.people.policy import SIGNED
from paradero.store import Casebook

if TYPE_CHECKING:
    from paradero.linking import Band, Calibration

ENOUGH = 50  # judgements from which on the measure is shown unasked


@dataclass(frozen=True, slots=True)
class Measured:
    """What reviews say of the scores.

    Attributes:
        bands: all pairs that came up in review, by the scores that they were shown with.
        by_chance: those of them that were drawn by chance: what the order picks does not bend them.
    """

    bands: tuple[Band, ...]
    by_chance: tuple[Band, ...]

    @property
    def judged(self) -> int:
        """How many pairs that came up in review people have decided."""
        return sum(band.judged for band in self.bands)


def measured(casebook: Casebook) -> Measured:
    """Measure the scores against what people decided in review; what was withdrawn or is disputed does not count."""
    from paradero.linking import bands, labels

    told = labels(casebook.judgements(), apart_from=SIGNED)
    shown: dict[tuple[str, str], Mapping[str, Any]] = {}
    for one in casebook.done("judge", "shown"):
        first, second = one.how["about"]
        if (pair := (first, second)) in told:
            shown.setdefault(pair, one.how)
    scored = [(how["probability"], told[pair], how["drawn"]) for pair, how in shown.items()]
    return Measured(
        bands((score, same) for score, same, _ in scored),
        bands((score, same) for score, same, drawn in scored if drawn == "chance"),
    )


def fit_weights(casebook: Casebook) -> Calibration:
    """Fit weights to all that people have judged; nothing is written and nothing changes.

    Raises:
        TooFewLabels: for fewer than 20 pairs of either answer.
    """
    from paradero.casework.people.records import records, table_of_records
    from paradero.linking import TooFewLabels, fitted, labels, link

    told = labels(casebook.judgements(), apart_from=SIGNED)
    known = records(casebook)
    if not known:
        raise TooFewLabels(0, 0)
    links = link(table_of_records(known))
    return fitted(links, told)
