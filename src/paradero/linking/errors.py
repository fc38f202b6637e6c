"""What can go wrong in linking, other than the material."""

from __future__ import annotations

from paradero.model.errors import ParaderoError


class WrongTable(ParaderoError):
    """A table of people cannot be linked as it is; the message says why and what to do."""
