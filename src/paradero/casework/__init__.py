"""Casework: the acts that people do, each one transaction and one audit entry, and the questions they ask.

In: a casebook, what is to be done, and the ``Actor`` who does it. Out: what was done, and the problems found.
The verbs: ``new``, ``open_casebook``, ``add``, ``read``, ``send``, ``compare``, ``judge``, ``judge_entries``,
``import_list``, ``export_list``; ``look_at``, ``lists``, ``list_read``, ``match_lists``;
``documents``, ``document``, ``statements``, ``judgements``,
``problems``, ``found``, ``audit``, ``verify``.
"""

from __future__ import annotations

from paradero.casework.actor import Actor
from paradero.casework.adding import Added, add
from paradero.casework.asking import (
    Judged,
    audit,
    document,
    documents,
    found,
    judgements,
    problems,
    statements,
    verify,
)
from paradero.casework.comparing import Compared, Comparison, compare
from paradero.casework.correcting import CHANGEABLE
from paradero.casework.differing import Pair
from paradero.casework.errors import (
    AlreadyWithdrawn,
    FileExists,
    NothingCorrected,
    PublisherNotGiven,
    ReaderDied,
    UnknownExport,
    UnknownField,
    WrongDecision,
)
from paradero.casework.judging import DECISIONS, judge
from paradero.casework.language_model import language_model
from paradero.casework.lists import (
    Answer,
    Imported,
    Listed,
    ListOfEntries,
    LookedAt,
    ReadList,
    export_list,
    import_list,
    judge_entries,
    list_read,
    lists,
    look_at,
    match_lists,
)
from paradero.casework.opening import new, open_casebook
from paradero.casework.progress import Progress, Step
from paradero.casework.reading import ReadReport, read
from paradero.casework.sending import Sending, Sent, plan, send
from paradero.casework.standing import Standing, standing
from paradero.store import (
    AmbiguousId,
    Casebook,
    CasebookExists,
    CasebookLocked,
    CasebookNotFound,
    DamagedCasebook,
    DiskFull,
    Entry,
    FolderNotEmpty,
    IdTooShort,
    NewerCasebook,
    NotACasebook,
    ReadOnlyCasebook,
    UnknownId,
    VerifyReport,
)

__all__ = [
    "CHANGEABLE",
    "DECISIONS",
    "Actor",
    "Added",
    "AlreadyWithdrawn",
    "AmbiguousId",
    "Answer",
    "Casebook",
    "CasebookExists",
    "CasebookLocked",
    "CasebookNotFound",
    "Compared",
    "Comparison",
    "DamagedCasebook",
    "DiskFull",
    "Entry",
    "FileExists",
    "FolderNotEmpty",
    "IdTooShort",
    "Imported",
    "Judged",
    "ListOfEntries",
    "Listed",
    "LookedAt",
    "NewerCasebook",
    "NotACasebook",
    "NothingCorrected",
    "Pair",
    "Progress",
    "PublisherNotGiven",
    "ReadList",
    "ReadOnlyCasebook",
    "ReadReport",
    "ReaderDied",
    "Sending",
    "Sent",
    "Standing",
    "Step",
    "UnknownExport",
    "UnknownField",
    "UnknownId",
    "VerifyReport",
    "WrongDecision",
    "add",
    "audit",
    "compare",
    "document",
    "documents",
    "export_list",
    "found",
    "import_list",
    "judge",
    "judge_entries",
    "judgements",
    "language_model",
    "list_read",
    "lists",
    "look_at",
    "match_lists",
    "new",
    "open_casebook",
    "plan",
    "problems",
    "read",
    "send",
    "standing",
    "statements",
    "verify",
]
