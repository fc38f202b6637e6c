"""Mention chains: the people, groups and places that an article mentions again and again, each as one chain."""

from __future__ import annotations

from paradero.reading.chains.chains import Chain, Chains
from paradero.reading.chains.places import Places

__all__ = ["Chain", "Chains", "Places"]
