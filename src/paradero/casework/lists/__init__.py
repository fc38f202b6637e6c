"""Lists as acts: sniffing and previewing a file, importing it as evidence, asking what lists say, exporting."""

from __future__ import annotations

from paradero.casework.lists.answer_sheet import export_answers
from paradero.casework.lists.answering import AnswersTo, answers_to
from paradero.casework.lists.asking import Listed, ReadList, list_read, lists
from paradero.casework.lists.differing import versions_compared
from paradero.casework.lists.exporting import export_list
from paradero.casework.lists.importing import Imported, import_list
from paradero.casework.lists.judging import entry_at, judge_entries, whole_entry_at
from paradero.casework.lists.looking import LookedAt, look_at
from paradero.casework.lists.matching import Answer, ListOfEntries, match_lists

__all__ = [
    "Answer",
    "AnswersTo",
    "Imported",
    "ListOfEntries",
    "Listed",
    "LookedAt",
    "ReadList",
    "answers_to",
    "entry_at",
    "export_answers",
    "export_list",
    "import_list",
    "judge_entries",
    "list_read",
    "lists",
    "look_at",
    "match_lists",
    "versions_compared",
    "whole_entry_at",
]
