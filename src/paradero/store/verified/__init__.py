"""The parts of verifying a casebook: the audit chain, the records, the originals."""

from __future__ import annotations
