"""Addresses of registries, paths of one machine, keys and notes for later stand in none of the project's files."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.house.tree import files, shown

# Each pattern with a line that it must find; written so that this file does not match itself.
FORBIDDEN = {
    "the address of a package registry": (r"pypi[.]org|python[h]osted|registry[.]npm", "https://py" + "pi.org/simple"),
    "a path of one machine": (r"(?<![\w.:/~-])/(?:work|root|home|Users|opt)/\w", "see /" + "root/notes"),
    "a private key": (r"-----BEGIN [A-Z ]*PRIVATE[ ]KEY", "-----BEGIN RSA PRIVATE" + " KEY-----"),
    "a password": (r"(?i)\b(?:password|api_key)\s*=\s*[\"'][^\"'{}\s]{8,}", "password" + " = 'correcthorse'"),
    "a note for later": (r"\b(?:TO[D]O|FIX[M]E)\b", "# TO" + "DO: later"),
}


def text_of(path: Path) -> str:
    """Return a file's text, or nothing for a binary one."""
    content = path.read_bytes()
    return "" if b"\0" in content else content.decode("utf-8", "replace")


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_file_holds(what: str) -> None:
    pattern = re.compile(FORBIDDEN[what][0])
    found = [
        f"{shown(path)}:{number}: {line.strip()[:80]}"
        for path in files()
        for number, line in enumerate(text_of(path).splitlines(), start=1)
        if pattern.search(line)
    ]
    assert found == [], what


@pytest.mark.parametrize("what", FORBIDDEN)
def test_the_pattern_finds_what_it_is_for(what: str) -> None:
    pattern, example = FORBIDDEN[what]
    assert re.search(pattern, example)
