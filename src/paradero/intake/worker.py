"""Worker: the process that parses files for its parent, one after another, under limits.

It is started as ``python -m paradero.intake.worker MEMORY LONGEST``, both in bytes.

In: a frame of JSON (name, given, seconds, recognise, table) and a frame of bytes. Out: a frame of JSON, the document
with its problems or the cause why there is none. Where letters of pictures are to be recognised, the worker asks its
parent, who may start programs: out goes a frame that begins with ``PAGE`` and one of grey pixels, in comes what was
recognised. The process ends when its parent closes the pipe.
"""

from __future__ import annotations

import json
import os
import sys
from typing import IO, TYPE_CHECKING, Any

from paradero.intake.confinement import allow_seconds, confine
from paradero.intake.wire import packed, raster_frames, receive, recognition_in, send

if TYPE_CHECKING:
    from paradero.intake.rasters import Raster
    from paradero.intake.recognition import Recognise, Recognition


def main(memory: int, longest: int) -> None:
    """Answer requests on the standard streams until they end."""
    requests = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    quiet = os.open(os.devnull, os.O_RDWR)
    os.dup2(quiet, 0)
    os.dup2(quiet, 1)  # a library that prints must not speak to the parent
    confine(memory)
    while _serve(requests, answers, longest):
        pass


def _serve(requests: IO[bytes], answers: IO[bytes], longest: int) -> bool:
    """Answer one request; False when there is none, or when the process should not go on."""
    head = receive(requests, longest)
    data = receive(requests, longest) if head is not None else None
    if head is None or data is None:
        return False
    request = json.loads(head)
    allow_seconds(request["seconds"])
    try:
        recognise = _asking(requests, answers, request["seconds"], longest) if request["recognise"] else None
        send(answers, _answer(data, request, recognise))
    except MemoryError:
        del data
        send(answers, json.dumps({"stopped": "memory"}).encode())
        return False
    return True


def _asking(requests: IO[bytes], answers: IO[bytes], seconds: float, longest: int) -> Recognise:
    """Return what has a raster recognised by the parent; after each, there is as much time as for the file."""

    def recognise(raster: Raster) -> Recognition:
        send(answers, *raster_frames(raster))
        reply = receive(requests, longest)
        if reply is None:
            raise SystemExit  # the parent is gone
        allow_seconds(seconds)
        return recognition_in(reply)

    return recognise


def _answer(data: bytes, request: dict[str, Any], recognise: Recognise | None) -> bytes:
    from paradero.intake.parsing import parse_all
    from paradero.intake.provenance import GivenByPerson

    try:
        return packed(*parse_all(data, request["name"], GivenByPerson(**request["given"]), recognise, request["table"]))
    except RecursionError:
        return json.dumps({"stopped": "depth"}).encode()
    except MemoryError:
        raise
    except Exception as error:  # whatever a hostile file makes a parser raise, the parent must learn of it
        return json.dumps({"stopped": f"{type(error).__name__}: {error}"[:300]}).encode()


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
