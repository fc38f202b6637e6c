"""ZIP archives: the files that lie in one, each to become a document of its own. The archive itself has no text."""

from __future__ import annotations

import re
import stat
from zipfile import ZipInfo

from paradero.intake.material import Inside, Material
from paradero.intake.zipped import content, is_locked, opened
from paradero.model.problem import Problem

_SHOWN = 5  # names told in a problem; the rest is counted
_LONGEST = 300  # characters of a name
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def read_bytes(data: bytes, source: str) -> Material:
    """Take the files out of an archive; those that are locked or damaged stay in it.

    Args:
        data: the bytes of the archive.
        source: its name, for the problems.
    """
    package = opened(data, source)
    if isinstance(package, Problem):
        return Material("", (), problems=(package,))
    with package:
        members = [member for member in package.infolist() if not member.is_dir() and not _is_link(member)]
        shut = [member.filename for member in members if is_locked(member)]
        found = [(m.filename, content(package, m)) for m in members if not is_locked(m)]
    inside = tuple(Inside(harmless(name), data) for name, data in found if data is not None)
    broken = [name for name, data in found if data is None]
    astray = [name for name, data in found if data is not None and leads_out(name)]
    told = (_locked(shut, source), _broken(broken, source), _astray(astray, source), _empty(bool(members), source))
    return Material("", (), problems=tuple(problem for problem in told if problem is not None), inside=inside)


def harmless(name: str) -> str:
    """Return a name without what leads out of its folder, without characters that do not print, and not too long."""
    steps = (step.strip() for step in re.split(r"[/\\]", name))
    kept = "/".join(step for step in steps if step not in ("", ".", "..") and not re.fullmatch(r"[A-Za-z]:", step))
    printed = _CONTROLS.sub("\N{REPLACEMENT CHARACTER}", kept).encode("utf-8", "replace").decode("utf-8")
    return printed[-_LONGEST:] or "unnamed"


def leads_out(name: str) -> bool:
    """Tell whether a name would lead out of the folder that an archive is unpacked in."""
    return ".." in re.split(r"[/\\]", name) or re.match(r"[/\\]|[A-Za-z]:", name) is not None


def listed(names: list[str]) -> str:
    """Return some names for a message, the rest as a number."""
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    return ", ".join(_CONTROLS.sub("", name)[:80] for name in names[:_SHOWN]) + more


def _is_link(member: ZipInfo) -> bool:
    return stat.S_ISLNK(member.external_attr >> 16)


def _locked(names: list[str], source: str) -> Problem | None:
    cause = f"{len(names)} files inside are locked with a password, and were left in it: {listed(names)}."
    hint = "Unpack them with the password, and add them."
    return Problem("encrypted_file", source, cause, hint, severity="warning") if names else None


def _broken(names: list[str], source: str) -> Problem | None:
    cause = f"{len(names)} files inside are damaged, or packed in a way that is not known: {listed(names)}."
    hint = "Get the archive again, or unpack it with another program and add the files."
    return Problem("damaged_file", source, cause, hint, severity="warning") if names else None


def _astray(names: list[str], source: str) -> Problem | None:
    cause = f"The names of {len(names)} files inside lead out of the archive: {listed(names)}."
    hint = "They were read, and nothing was written there; be careful when you unpack it with another program."
    return Problem("unsafe_name", source, cause, hint, severity="warning") if names else None


def _empty(filled: bool, source: str) -> Problem | None:
    hint = "Check whether it is the right one."
    return None if filled else Problem("empty_file", source, "No file lies in the archive.", hint)
