"""Process: one worker process seen from its parent, with a clock that ends it and an account of why it ended."""

from __future__ import annotations

import json
import os
import signal
import struct
import subprocess
import sys
import threading
from dataclasses import asdict
from pathlib import Path
from types import TracebackType

import paradero
from paradero.intake.interrupts import withheld
from paradero.intake.limits import Limits
from paradero.intake.material import Contained
from paradero.intake.provenance import GivenByPerson
from paradero.intake.rasters import MOST_PIXELS
from paradero.intake.recognition import Recognition
from paradero.intake.tesseract import Tesseract, too_many
from paradero.intake.wire import PAGE, packed_recognition, raster_in, receive, send, unpacked
from paradero.model.document import Document
from paradero.model.errors import ParaderoError
from paradero.model.problem import Problem

Answer = tuple[Document, tuple[Problem, ...], tuple[Contained, ...]]
# The kernel counts the seconds that a parser computes. The clock is for one that waits: on a busy machine a file may
# well take some times its seconds, and a first file has Python and the parsers to load.
_PATIENCE = 3.0
_GRACE = 30.0


class ParserStopped(ParaderoError):
    """A worker that gave no document; ``message`` tells the cause."""

    code = "parser_stopped"


class WorkerProcess:
    """A worker process that is started when first needed, and anew after a failure or after ``limits.files`` files.

    One thread at a time may use it. Use it as a context manager, or call ``close``.
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._process: subprocess.Popen[bytes] | None = None
        self._files = 0
        self.ended = False
        self._tesseract = Tesseract(limits)

    def parse(
        self, data: bytes, name: str, given: GivenByPerson, recognise: bool = False, table: bool = False
    ) -> Answer:
        """Parse a file's bytes in the worker process, and those of the files inside it.

        Args:
            data, name, given, table: as for ``paradero.intake.parse_all``.
            recognise: whether letters of pictures are recognised; the program for that runs beside the worker.

        Raises:
            ParserStopped: when the worker ran out of time or memory, crashed or failed; the next call gets a new one.
        """
        process = self._started()
        seconds = self._limits.time_for(len(data), packed=data.startswith(b"%PDF-"))
        asked = {"name": name, "given": asdict(given), "seconds": seconds, "recognise": recognise}
        asked["table"] = table
        clock = _Clock(process, _PATIENCE * seconds + _GRACE)
        answer = self._asked(process, clock, (json.dumps(asked).encode(), data))
        pages = 0
        while answer is not None and answer.startswith(PAGE):
            pages += 1
            made = self._recognised(process, clock, answer, given.language, pages)
            answer = None if made is None else self._asked(process, clock, (packed_recognition(made),))
        if answer is None:
            raise ParserStopped(self._cause(process, clock.expired.is_set(), seconds))
        return self._read(answer)

    def end(self) -> None:
        """End the process from another thread, whatever it is doing; who waits for it gets ``ParserStopped``."""
        process = self._process
        self.ended = True
        self._tesseract.stop()
        if process is not None:
            process.kill()

    def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                try:
                    stream.close()
                except OSError:  # what was not yet written has nobody left to read it
                    continue
        process.wait()

    def __enter__(self) -> WorkerProcess:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def pid(self) -> int | None:
        """The number of the running process, or None."""
        return None if self._process is None else self._process.pid

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is not None and self._files >= self._limits.files:
            self.close()
        if self._process is None:
            self._process, self._files = _start(self._limits), 0
        self._files += 1
        return self._process

    def _asked(self, process: subprocess.Popen[bytes], clock: _Clock, frames: tuple[bytes, ...]) -> bytes | None:
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            with clock:
                send(process.stdin, *frames)
                return receive(process.stdout, self._limits.memory)
        except (OSError, ValueError):
            return None

    def _recognised(
        self, process: subprocess.Popen[bytes], clock: _Clock, measures: bytes, language: str, pages: int
    ) -> Recognition | None:
        """Have the raster recognised that the worker sends; None when it sends none. The clock of the worker rests."""
        assert process.stdout is not None
        try:
            with clock:
                grey = receive(process.stdout, MOST_PIXELS)
            raster = raster_in(measures, grey if grey is not None else b"")
        except (OSError, ValueError, KeyError, TypeError):
            process.kill()
            return None
        if pages > self._limits.pages:
            return too_many(self._limits.pages)
        return self._tesseract.recognise(raster, language)

    def _cause(self, process: subprocess.Popen[bytes], expired: bool, seconds: float) -> str:
        """Tell why there was no answer, from how the process ended."""
        if not expired:
            _wait_or_kill(process)
        code = process.wait()
        self.close()
        if expired or code == -getattr(signal, "SIGXCPU", 0):
            return f"It took longer than {seconds:.0f} seconds."
        if code == -signal.SIGKILL:
            return "The system ended it, most often because memory ran out."
        if code < 0:
            return f"The parser crashed ({signal.Signals(-code).name})."
        return f"The parser process ended without an answer (exit status {code})."

    def _read(self, answer: bytes) -> Answer:
        try:
            stopped = json.loads(answer).get("stopped") if answer.startswith(b'{"stopped"') else None
            if stopped is None:
                return unpacked(answer)
        except (KeyError, TypeError, ValueError, AttributeError, struct.error) as error:
            stopped = f"its answer could not be read ({type(error).__name__})"
        self.close()
        told = {
            "memory": f"It needed more than {self._limits.memory / 1e6:,.0f} MB of memory.",
            "depth": "It is nested too deeply.",
        }
        raise ParserStopped(told.get(stopped, f"The parser failed: {stopped}."))


class _Clock:
    """Ends a process that takes longer than so many seconds, each time that it is asked something."""

    def __init__(self, process: subprocess.Popen[bytes], seconds: float) -> None:
        self.expired = threading.Event()
        self._process, self._seconds = process, seconds
        self._timer: threading.Timer | None = None

    def __enter__(self) -> None:
        self._timer = threading.Timer(self._seconds, self._end)
        self._timer.daemon = True
        self._timer.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._timer is not None:
            self._timer.cancel()

    def _end(self) -> None:
        self.expired.set()
        self._process.kill()


def _wait_or_kill(process: subprocess.Popen[bytes]) -> None:
    try:
        process.wait(timeout=2.0)
    except subprocess.TimeoutExpired:  # it closed its pipe and goes on
        process.kill()


def _start(limits: Limits) -> subprocess.Popen[bytes]:
    # -P: no module may come from the folder of the material. One hash seed: sets iterate alike in every worker.
    root = str(Path(paradero.__file__).resolve().parent.parent)
    paths = os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH", ""))))
    command = [
        sys.executable,
        "-P",
        "-B",
        "-m",
        "paradero.intake.worker",
        str(limits.memory),
        str(max(limits.size, 1 << 20) + 1),
    ]
    with withheld():
        return subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": paths, "PYTHONHASHSEED": "0"},
        )
