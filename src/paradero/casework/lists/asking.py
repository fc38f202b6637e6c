"""Asking what imported lists say: their entries are worked out anew from the document and the mapping of the act."""

from __future__ import annotations

from collections.abc import Mapping as Kept
from dataclasses import dataclass
from typing import Any

from paradero.casework.suppressing import guard
from paradero.model import Document, Entry, InvalidValue
from paradero.rolls import Mapping, Said, Trouble, entries, from_toml
from paradero.store import Casebook, ListImport


@dataclass(frozen=True, slots=True)
class Listed:
    """One import: the list's document, and the act by which it became a list."""

    document: Document
    done: ListImport
    replaced: bool = False

    @property
    def said(self) -> Said:
        """What the list says of everybody on it, and who says so."""
        return said_of(self.done.how)

    @property
    def answers(self) -> str:
        """The id of the list that it answers name by name; empty when it answers none."""
        asked: str = self.done.how.get("answers", "")
        return asked

    @property
    def mapping(self) -> Mapping:
        """How it is read."""
        return from_toml(self.done.how["mapping"], f"of {self.document.name}")


@dataclass(frozen=True, slots=True)
class ReadList:
    """An imported list.

    Attributes:
        listed: which one. entries: its rows, without those of people who asked to be taken out.
        troubles: what is wrong with their cells, and which rows were left out. withheld: how many those are.
    """

    listed: Listed
    entries: tuple[Entry, ...]
    troubles: tuple[Trouble, ...]
    withheld: int = 0


def said_of(how: Kept[str, Any]) -> Said:
    """Return what a list says of everybody on it, as its import keeps it."""
    return Said(how["state"], how["publisher"], how["kind"], how["relay"], how["leaked"])


def lists(casebook: Casebook) -> tuple[Listed, ...]:
    """Return the imports in the order in which they were made."""
    done = casebook.imports()
    current = casebook.document_ids(current=True)
    return tuple(
        Listed(casebook.document(one.how["document"]), one, one.how["document"] not in current) for one in done
    )


def list_read(casebook: Casebook, id_or_prefix: str) -> ReadList:
    """Return an imported list with its entries, as its last import reads it, without who asked to be taken out.

    Raises:
        IdTooShort, UnknownId, AmbiguousId: when the prefix does not name one document.
        InvalidValue: when the document was not imported as a list.
        KeyMissing, KeyOpen, KeyWrong: when there are suppressions, and their key cannot be used.
    """
    whole = whole_list(casebook, id_or_prefix)
    sifted = guard(casebook).sift(whole.entries, whole.troubles)
    return ReadList(whole.listed, sifted.entries, sifted.troubles, len(sifted.left_out))


def whole_list(casebook: Casebook, id_or_prefix: str) -> ReadList:
    """Return an imported list with every entry, for finding out who is to be taken out; raises as ``list_read``."""
    id = casebook.resolve("document", id_or_prefix)
    done = [one for one in casebook.imports() if one.how["document"] == id]
    document = casebook.document(id)
    if not done:
        hint = "Import its file: paradero list import FILE."
        raise InvalidValue(f"The document {id[:12]} ({document.name}) was not imported as a list.", hint)
    listed = Listed(document, done[-1], id not in casebook.document_ids(current=True))
    return ReadList(listed, *entries(document, listed.mapping))
