"""Weights fitted to a casebook's judgements, when somebody asks: numbered, kept in the audit log, taken back."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from paradero.casework.actor import Actor
from paradero.model import InvalidValue
from paradero.model.judgement import known_by
from paradero.store import Act, Casebook

if TYPE_CHECKING:
    from paradero.linking import Calibration

ACT = "calibrate"
SHIPPED = 0  # the version of the weights that come with the package


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights of a casebook: their version (counted from 1), and what was fitted."""

    version: int
    weights: Calibration


def calibrations(casebook: Casebook, known_on: str = "") -> tuple[Weights, ...]:
    """Return every version of the weights that was ever in use, in order."""
    from paradero.linking import Calibration

    done = casebook.done(ACT, "weights")
    known = (one for one in done if known_by(one.at, known_on))
    fits = (one.how for one in known if one.how["version"] != SHIPPED)
    kept = {one["version"]: Weights(one["version"], Calibration(**one["fit"])) for one in fits if one["fit"]}
    return tuple(kept.values())


def calibration(casebook: Casebook, known_on: str = "") -> Weights | None:
    """Return the weights in use; None for those that come with the package."""
    done = casebook.done(ACT, "weights")
    last = [one for one in done if known_by(one.at, known_on)][-1:]
    if not last or last[0].how["version"] == SHIPPED:
        return None
    return next(one for one in calibrations(casebook) if one.version == last[0].how["version"])


def use_weights(casebook: Casebook, fit: Calibration, reason: str, actor: Actor) -> int:
    """Use fitted weights from now on; return their version; raise InvalidValue for an empty reason."""
    version = 1 + max((one.version for one in calibrations(casebook)), default=SHIPPED)
    _record(casebook, {"version": version, "fit": asdict(fit)}, reason, actor)
    return version


def go_back(casebook: Casebook, version: int, reason: str, actor: Actor) -> None:
    """Use an earlier version of the weights again, or those that come with the package (version 0).

    Raises:
        WrongDecision: for a version that there is not. InvalidValue: for an empty reason.
    """
    from paradero.casework.errors import WrongDecision

    known = (SHIPPED, *(one.version for one in calibrations(casebook)))
    if version not in known:
        raise WrongDecision(f"There are no weights of version {version}.", f"There are: {', '.join(map(str, known))}.")
    _record(casebook, {"version": version, "fit": None}, reason, actor)


def _record(casebook: Casebook, weights: dict[str, object], reason: str, actor: Actor) -> None:
    if not reason.strip():
        raise InvalidValue("Weights are not changed without a reason.", "Say why.")
    casebook.record(Act(ACT, actor.name, casebook.now(), {"weights": weights, "reason": reason}))
