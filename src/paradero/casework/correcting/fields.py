"""The fields of words and codes that a correction can change; each function gives the new values of those it knows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from paradero.casework.correcting.parsing import code, mention, one_of
from paradero.model import OUTLET, Accusation, InvalidValue, Speaker, Statement, Who

SPEAKER = ("speaker", "speaker_kind")
CODES = MappingProxyType({"stance": "stances", "modality": "modalities", "act": "acts"})
POLARITY = ("positive", "negative")
WORDS = ("hedge", "relay", "channel", "cue", "denies")
ROLES = MappingProxyType(
    {
        "by": "by",
        "from": "origin",
        "to": "destination",
        "at": "at",
        "in_return_for": "in_return_for",
        "basis": "basis",
        "outcome": "outcome",
        "reason": "reason",
    }
)
ACCUSATION = ("accusation", "accusation_by")


def speaker(statement: Statement, text: str, changes: Mapping[str, str]) -> dict[str, Any]:
    """Change who says it; the words at the place stay, and what a person says is resolved."""
    if not set(SPEAKER) & set(changes):
        return {}
    name = changes.get("speaker", statement.speaker.name)
    if not name:
        raise InvalidValue("speaker: a statement has a speaker.", "Write 'outlet' for the publication itself.")
    if name == OUTLET.name:
        return {"speaker": OUTLET}
    kind: Any = code("speakers", changes.get("speaker_kind", statement.speaker.kind))
    return {"speaker": Speaker(name, kind, statement.speaker.as_written)}


def coded(statement: Statement, text: str, changes: Mapping[str, str]) -> dict[str, Any]:
    """Change stance, modality, act, scope and polarity; only the scope can be cleared."""
    fields: dict[str, Any] = {name: code(CODES[name], changes[name]) for name in CODES if name in changes}
    if "scope" in changes:
        fields["scope"] = code("scopes", changes["scope"]) if changes["scope"] else ""
    if "polarity" in changes:
        fields["polarity"] = one_of("polarity", changes["polarity"], POLARITY)
    return fields


def words(statement: Statement, text: str, changes: Mapping[str, str]) -> dict[str, Any]:
    """Change the fields that are words and nothing more."""
    return {name: changes[name] for name in WORDS if name in changes}


def roles(statement: Statement, text: str, changes: Mapping[str, str]) -> dict[str, Any]:
    """Change the roles that are words of the document."""
    return {field: mention(changes[name], text, statement.span) for name, field in ROLES.items() if name in changes}


def who(statement: Statement, text: str, changes: Mapping[str, str]) -> dict[str, Any]:
    """Change whom it concerns; of the names before, those stay that stand in the new words."""
    if "who" not in changes:
        return {}
    found = mention(changes["who"], text, statement.span)
    if found is None:
        return {"who": None}
    before = statement.who if statement.who is not None else Who(found)
    return {"who": Who(found, tuple(name for name in before.names if name in found.text), before.group)}


def accusation(statement: Statement, text: str, changes: Mapping[str, str]) -> dict[str, Any]:
    """Change what somebody is accused of, or by whom."""
    if not set(ACCUSATION) & set(changes):
        return {}
    before = statement.accusation if statement.accusation is not None else Accusation("")
    by = changes.get("accusation_by", before.by)
    if "accusation" not in changes:
        return {"accusation": replace(before, by=by)}
    found = mention(changes["accusation"], text, statement.span)
    return {"accusation": None if found is None else Accusation(found.text, by, found.start, found.end)}
