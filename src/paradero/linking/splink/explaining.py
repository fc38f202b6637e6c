"""What Splink's weights of a pair say in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from paradero.linking.explaining import Explanation, Reason
from paradero.linking.splink.model import Comparison


def explained(
    pair: Mapping[str, Any], names: tuple[str, str], compared: tuple[Comparison, ...], needed: float
) -> Explanation:
    """Explain a pair.

    Args:
        pair: a row of ``scoring.weighed``. names: the words of both. needed: what the evidence must outweigh.
    """
    reasons = [_reason(pair, names, one) for one in compared if pair[f"gamma_{one.name}"] >= 0]
    reasons.sort(key=lambda reason: -abs(reason.bits))
    once = f"{float(f'{2**needed:.2g}'):,.0f}"
    chance = Reason("chance", -needed, f"before anything is compared, one pair in {once} is one person")
    bits = sum(reason.bits for reason in reasons) - needed
    return Explanation((*reasons, chance), bits, float(1 / (1 + np.exp2(-np.clip(bits, -60, 60)))))


def _reason(pair: Mapping[str, Any], names: tuple[str, str], one: Comparison) -> Reason:
    level = one.levels[len(one.levels) - 1 - pair[f"gamma_{one.name}"]]
    rare = pair.get(f"mw_tf_adj_{one.name}") or 0.0
    words = level.words
    if one.name == "name":
        words = f"“{names[0]}” and “{names[1]}”: {words}" if names[0] != names[1] else f"“{names[0]}” stands in both"
    if rare:
        words += f", {'rarer' if rare > 0 else 'commoner'} than most"
    return Reason(one.name, float(pair[f"mw_{one.name}"] + rare), words)
