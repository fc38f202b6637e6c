"""Lists as acts: sniffing and previewing a file, importing it as evidence, asking what lists say, exporting."""

from __future__ import annotations

from paradero.casework.lists.asking import Listed, ReadList, list_read, lists
from paradero.casework.lists.exporting import export_list
from paradero.casework.lists.importing import Imported, import_list
from paradero.casework.lists.looking import LookedAt, look_at

__all__ = ["Imported", "Listed", "LookedAt", "ReadList", "export_list", "import_list", "list_read", "lists", "look_at"]
