"""Cited: the statements and documents that answers cite, each read when somebody looks at it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

T = TypeVar("T")


class Cited(Mapping[str, T]):
    """Records by their ids, in the order of these.

    Args:
        ids: of all that may be cited. read: how one is read by its id.
    """

    def __init__(self, ids: Iterable[str], read: Callable[[str], T]) -> None:
        self._ids, self._one = dict.fromkeys(ids), read
        self._read: dict[str, T] = {}

    def __getitem__(self, id: str) -> T:
        if id not in self._read:
            if id not in self._ids:
                raise KeyError(id)
            self._read[id] = self._one(id)
        return self._read[id]

    def __contains__(self, id: object) -> bool:
        return id in self._ids

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)
