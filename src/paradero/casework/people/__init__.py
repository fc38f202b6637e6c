"""People as acts: who on lists and in reports may be one person, proposed, judged by people, and counted.

``people`` gives everybody whom a casebook knows with the proposals that wait; ``judge_pair`` signs a decision and
``undo`` takes it back; ``set_policy`` says how many must agree, ``apply_policy`` signs what needs nobody; ``measured``
tells how right the scores were, and ``fit_weights``, ``use_weights`` and ``go_back`` change them.
"""

from __future__ import annotations

from paradero.casework.people.accepting import apply_policy
from paradero.casework.people.asking import People, people
from paradero.casework.people.calibrating import calibration, calibrations, go_back, use_weights
from paradero.casework.people.exporting import Decided, decided_in, export_people, judge_as_decided
from paradero.casework.people.judging import LINK_DECISIONS, Shown, judge_pair
from paradero.casework.people.measuring import ENOUGH, Measured, fit_weights, measured
from paradero.casework.people.policy import MAY_ACCEPT, Policy, policy, set_policy
from paradero.casework.people.records import Record

__all__ = [
    "ENOUGH",
    "LINK_DECISIONS",
    "MAY_ACCEPT",
    "Decided",
    "Measured",
    "People",
    "Policy",
    "Record",
    "Shown",
    "apply_policy",
    "calibration",
    "calibrations",
    "decided_in",
    "export_people",
    "fit_weights",
    "go_back",
    "judge_as_decided",
    "judge_pair",
    "measured",
    "people",
    "policy",
    "set_policy",
    "use_weights",
]
