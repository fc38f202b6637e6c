"""Tesseract: the program that recognises letters, where it is installed; run for one raster at a time, under limits.

It gets grey pixels on its standard input, never the file that they come from, and no network; it writes its table of
words on its standard output, and no file.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path

from paradero.intake import confinement
from paradero.intake.interrupts import withheld
from paradero.intake.limits import Limits
from paradero.intake.rasters import Raster
from paradero.intake.recognition import Recognition, Trouble

_USUAL = ("eng", "spa")  # those that are installed, when nobody said which language it is
_DATA = {  # ISO 639-1 to the names of tesseract's data
    "ar": "ara",
    "cs": "ces",
    "de": "deu",
    "en": "eng",
    "es": "spa",
    "fa": "fas",
    "fr": "fra",
    "he": "heb",
    "hu": "hun",
    "it": "ita",
    "nl": "nld",
    "pl": "pol",
    "pt": "por",
    "ro": "ron",
    "ru": "rus",
    "tr": "tur",
    "uk": "ukr",
    "ur": "urd",
}
# As for a worker: the kernel counts what the program computes; the clock is for one that waits, and for a busy machine.
_PATIENCE = 3.0
_GRACE = 30.0
_WAIT = 20.0  # seconds for its version and its languages


class Tesseract:
    """Recognises rasters one after another; ``stop`` may come from another thread.

    Args:
        limits: seconds and memory that one raster may take.
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._running: subprocess.Popen[bytes] | None = None
        self._stopped = False

    def recognise(self, raster: Raster, language: str) -> Recognition:
        """Return the words of a raster, or why there are none.

        Args:
            raster: the pixels.
            language: an ISO 639 code, with or without a region; "" when nobody said.
        """
        program = shutil.which("tesseract")
        if program is None:
            return Recognition(trouble=_missing())
        version, installed = _about(program)
        if not installed:
            return Recognition(trouble=_broken(program))
        data, lacking = _data_for(language, installed)
        if lacking is not None:
            return Recognition(trouble=lacking)
        made = self._run(program, raster, data)
        return made if isinstance(made, Recognition) else Recognition(_text(made), f"{version} ({data})")

    def stop(self) -> None:
        """End the program with its children, now and for good."""
        self._stopped = True
        _end(self._running)

    def _run(self, program: str, raster: Raster, data: str) -> bytes | Recognition:
        # With this head it is a picture for certain: what is none, the program would take for a list of files to open.
        picture = b"P5 %d %d 255\n%b" % (raster.width, raster.height, raster.grey)
        seconds = self._limits.page_seconds
        with withheld():
            process = subprocess.Popen(
                _command(program, data, self._limits),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                env=_environment(),
                cwd=Path(program).anchor,
                start_new_session=True,
            )
            self._running = process
        try:
            if self._stopped:
                _end(process)
            table, told = process.communicate(picture, timeout=_PATIENCE * seconds + _GRACE)
        except subprocess.TimeoutExpired:
            return Recognition(trouble=_stopped(f"it took longer than {seconds:g} seconds"))
        finally:
            self._running = None
            _close(process)
        if process.returncode == -getattr(signal, "SIGXCPU", 0):
            return Recognition(trouble=_stopped(f"it took longer than {seconds:g} seconds"))
        if process.returncode != 0:
            return Recognition(trouble=_stopped(f"the program ended with code {process.returncode}{_last(told)}"))
        return table


def too_many(most: int) -> Recognition:
    """Say that a file has more pages to recognise than one file may have."""
    cause = f"More than {most} pages of the file are pictures; these were not recognised."
    return Recognition(trouble=Trouble(cause, "Split the file, and add the pieces with --ocr."))


def _command(program: str, data: str, limits: Limits) -> list[str]:
    command = [program, "stdin", "stdout", "-c", "user_defined_dpi=300", "-l", data, "tsv"]
    if os.name != "posix":
        return command
    # The file of the module, and not its name: it needs only the standard library, and starts five times as fast.
    first = [sys.executable, "-I", "-S", "-B", str(confinement.__file__)]
    return [*first, str(limits.page_memory), str(limits.page_seconds), *command]


def _environment() -> dict[str, str]:
    """Return all that the program may know of the world; one thread, for there is one program for each processor."""
    kept = {name: os.environ[name] for name in ("TESSDATA_PREFIX", "SYSTEMROOT") if name in os.environ}
    return {"PATH": os.defpath, "LC_ALL": "C", "OMP_THREAD_LIMIT": "1", **kept}


@cache
def _about(program: str) -> tuple[str, tuple[str, ...]]:
    """Return the name with the version, and the languages that there is data for; none when it does not run."""
    try:
        version, listed = (
            subprocess.run([program, f"--{ask}"], capture_output=True, timeout=_WAIT, env=_environment(), check=False)
            for ask in ("version", "list-langs")
        )
    except (OSError, subprocess.TimeoutExpired):
        return "", ()
    number = re.search(r"tesseract\s+v?(\d[\w.-]*)", _text(version.stdout + version.stderr))
    lines = _text(listed.stdout + listed.stderr).splitlines()
    languages = tuple(line.strip() for line in lines if re.fullmatch(r"[A-Za-z][\w/-]*", line.strip()))
    return f"tesseract {number[1]}" if number is not None else "tesseract", languages


def _data_for(language: str, installed: tuple[str, ...]) -> tuple[str, Trouble | None]:
    code = re.split(r"[-_]", language.strip().lower())[0]
    wanted = [_DATA.get(code, code)] if code else list(_USUAL)
    found = [name for name in wanted if name in installed]
    return "+".join(found), None if found else _unknown(wanted, installed)


def _close(process: subprocess.Popen[bytes]) -> None:
    """End the program if it still runs, with its children, and close its pipes."""
    if process.returncode is None:
        _end(process)
    for stream in (process.stdin, process.stdout, process.stderr):
        with suppress(OSError):  # pixels that were not yet written have nobody left to read them
            if stream is not None:
                stream.close()
    process.wait()


def _end(process: subprocess.Popen[bytes] | None) -> None:
    if process is None:
        return
    with suppress(OSError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def _last(told: bytes) -> str:
    lines = [line.strip() for line in _text(told).splitlines() if line.strip()]
    return f": {lines[-1][:120].rstrip('.')}" if lines else ""


def _missing() -> Trouble:
    cause = (
        "The program tesseract, which recognises letters, is not installed or not on the PATH; nothing was recognised."
    )
    return Trouble(cause, _install("eng tesseract-ocr-spa"), missing=True)


def _broken(program: str) -> Trouble:
    cause = f"The program {program} does not run, or has no data for any language; nothing was recognised."
    return Trouble(cause, _install("eng tesseract-ocr-spa"), missing=True)


def _unknown(wanted: list[str], installed: tuple[str, ...]) -> Trouble:
    known = ", ".join(name for name in installed if name != "osd")
    cause = f"The program tesseract has no data for {' or '.join(wanted)}, only for {known}; nothing was recognised."
    return Trouble(cause, _install(wanted[0].replace("_", "-")), missing=True)


def _install(data: str) -> str:
    return f"Install it (Debian and Ubuntu: apt install tesseract-ocr-{data}), and add the file again with --ocr."


def _stopped(why: str) -> Trouble:
    cause = f"The letters of these pages were not recognised: {why}."
    return Trouble(cause, "Look at the original; scan the page again, or type what it says into a .txt file.")
