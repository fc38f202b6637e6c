"""What the machine gives: the processors that may be used, and how many processes share them."""

from __future__ import annotations

import os

_sharing = 1


def share(among: int) -> None:
    """Say that so many processes compute at a time, this one among them: each then uses its part of the processors."""
    global _sharing
    _sharing = max(1, among)


def processors() -> int:
    """Return how many processors this process may use, which can be fewer than the machine has: at least one."""
    whole = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, whole // _sharing)
