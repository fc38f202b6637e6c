"""Over reports that other people of the project wrote: nothing that is said about custody is lost to boilerplate."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from paradero.intake import parse

REPORTS = Path(__file__).parents[3] / "shared" / "data" / "custody_reports"
FILES = sorted(REPORTS.glob("train/e?/*.toml"))
UNREAD = frozenset({"boilerplate", "byline", "dateline", "credit"})


@pytest.mark.skipif(not FILES, reason="the shared reports lie beside the repository only in the workshop")
def test_no_statement_lies_in_a_part_that_nobody_reads() -> None:
    lost = [(path.name, role, quote) for path in FILES for role, quote in _unread(path)]
    assert lost == []


def _unread(path: Path) -> list[tuple[str, str]]:
    report: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    document, _ = parse(report["document"]["text"].encode(), "a.txt")
    found = []
    for statement in report.get("statement", []):
        start = document.text.find(statement["quote"])
        part = next((p for p in document.parts if p.start <= start < p.end), None)
        if part is None or part.role in UNREAD:
            found.append((part.role if part is not None else "no part", statement["quote"]))
    return found
