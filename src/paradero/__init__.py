"""Paradero: a ledger of custody, from reports and lists to who is held where, by whom, on whose word."""

from __future__ import annotations

__version__ = "0.1.0"
