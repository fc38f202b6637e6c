"""Lists as acts: sniffing and previewing a file, importing it as evidence, and asking what imported lists say."""

from __future__ import annotations

from paradero.casework.lists.asking import Listed, ReadList, list_read, lists
from paradero.casework.lists.importing import Imported, import_list
from paradero.casework.lists.looking import LookedAt, look_at

__all__ = ["Imported", "Listed", "LookedAt", "ReadList", "import_list", "list_read", "lists", "look_at"]
