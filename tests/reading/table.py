"""Sentences and what must be read from them; one comment a row for what is special about it. Events are invented.

A row's text stands in a report under a headline that says nothing but what the report is about; ``says`` lists
"act | speaker | who | role=words ..." in text order. Roles may be left out where they are not what the row is about;
"*" for speaker or who leaves it open, "-" says that nobody is named. "arrested/abducted": either code is as good.
Prefixes: "!" negative polarity, "?" planned, "~" any modality; without one the act is told as done.
"""

from __future__ import annotations

from dataclasses import dataclass

from tests.reading.rows import (
    deals,
    fates,
    figures,
    groups,
    law,
    mentions,
    modality,
    moves,
    plain,
    release,
    rights,
    roles,
    shapes,
    shared,
    taking,
    unread,
    when,
)
from tests.reading.rows.row import Row

__all__ = ["FAILS", "ROWS", "Row", "Said", "said"]

_THEMES = (
    *(shapes, plain, taking, law, moves, release, deals, fates, rights, modality),
    *(figures, groups, when, roles, mentions, shared),
)
ROWS: tuple[Row, ...] = tuple(row for theme in _THEMES for row in theme.ROWS)

# Rows that an engine does not read yet: engine -> text -> cause. A row that comes right must leave the list.
FAILS: dict[str, dict[str, str]] = {
    "rules": {},
    "classifier": {
        "A warrant for the arrest of the former governor was issued in 2021 but never executed.": (
            "the model is sure that who is executed dies, a warrant too"
        ),
        "The army denied that it had detained the journalist.": "the model takes a detention that lasted for an arrest",
        "The two governments agreed to free all detained fishermen by the end of the month.": (
            'the model takes "agreed" for an act of its own'
        ),
        "A Belin barman was booted out of Zubara on Saturday.": "the model is sure that who is booted out is released",
    },
    "llm": {},
}
for _engine, _rows in unread.FAILS.items():
    FAILS[_engine] |= _rows


@dataclass(frozen=True)
class Said:
    """An expected statement.

    Attributes:
        acts: codes, any of which is right.
        speaker, who: words, "*" for anything.
        negative: whether the act is told as not done.
        modality: code; None for any.
        roles: key -> words.
    """

    acts: frozenset[str]
    speaker: str
    who: str
    negative: bool
    modality: str | None
    roles: dict[str, str]


def said(line: str) -> Said:
    """Read "!arrested/abducted | outlet | ten men | by=Zubara value=10"."""
    act, speaker, who, *rest = (part.strip() for part in line.split("|"))
    code = act.lstrip("!?~")
    marks = act[: len(act) - len(code)]
    modality = None if "~" in marks else "planned" if "?" in marks else "actual"
    return Said(frozenset(code.split("/")), speaker, who, "!" in marks, modality, _pairs(rest[0] if rest else ""))


def _pairs(text: str) -> dict[str, str]:
    """Read "by=the navy value=9"; a value runs to the next key."""
    pairs: dict[str, list[str]] = {}
    key = ""
    for word in text.split():
        name, sign, first = word.partition("=")
        if sign and name.isidentifier():
            key, word = name, first
            pairs[key] = []
        if word:
            pairs[key].append(word)
    return {key: " ".join(words) for key, words in pairs.items()}
