"""Mention chains: the people, groups and places that an article mentions again and again, each as one chain."""

from __future__ import annotations

from paradero.reading.chains.chains import Chains

__all__ = ["Chains"]
