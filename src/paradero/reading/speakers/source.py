"""What is worked out for one attribution: who says it, who passes it on, where it was said."""

from __future__ import annotations

from dataclasses import dataclass

from paradero.model import Speaker


@dataclass(frozen=True, slots=True)
class Source:
    """Who speaks in one attribution.

    Attributes:
        speaker: who says it.
        relay: who passes it on, when said; empty otherwise.
        channel: where it was said ("a post on X", "social media", "reporters"), as written; empty when not said.
    """

    speaker: Speaker
    relay: str = ""
    channel: str = ""
