"""The store keeps what is written: a casebook is a folder with the originals and one database; only the store writes.

In: documents, statements, judgements and problems of one act. Out: the same, as they were written, with the audit log.
Two verbs open the door, ``create_casebook`` and ``open_casebook``; everything else hangs on the ``Casebook`` they give.
This is a Django app (label ``store``); importing it costs nothing, Django comes up when the first casebook is opened.
"""

from __future__ import annotations

from paradero.store.casebook import Casebook, Clock, create_casebook, open_casebook, utc_now
from paradero.store.entry import (
    SUPPRESSING,
    Act,
    Done,
    Entry,
    Found,
    ListImport,
    Recorded,
    SuppressionAct,
    VerifyReport,
)
from paradero.store.errors import (
    AmbiguousId,
    CasebookExists,
    CasebookLocked,
    CasebookNotFound,
    DamagedCasebook,
    DiskFull,
    FolderNotEmpty,
    IdTooShort,
    KeyMissing,
    KeyOpen,
    KeyWrong,
    NewerCasebook,
    NotACasebook,
    Overtaken,
    ReadOnlyCasebook,
    UnknownId,
)
from paradero.store.index import Index, IndexFailed, Known
from paradero.store.resolving import one_of

__all__ = [
    "SUPPRESSING",
    "Act",
    "AmbiguousId",
    "Casebook",
    "CasebookExists",
    "CasebookLocked",
    "CasebookNotFound",
    "Clock",
    "DamagedCasebook",
    "DiskFull",
    "Done",
    "Entry",
    "FolderNotEmpty",
    "Found",
    "IdTooShort",
    "Index",
    "IndexFailed",
    "KeyMissing",
    "KeyOpen",
    "KeyWrong",
    "Known",
    "ListImport",
    "NewerCasebook",
    "NotACasebook",
    "Overtaken",
    "ReadOnlyCasebook",
    "Recorded",
    "SuppressionAct",
    "UnknownId",
    "VerifyReport",
    "create_casebook",
    "one_of",
    "open_casebook",
    "utc_now",
]
