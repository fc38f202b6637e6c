"""Wire: how a parent and its worker process talk.

Frames of JSON and of bytes; never pickles, for the worker reads hostile files.
"""

from __future__ import annotations

import json
import struct
from dataclasses import asdict
from typing import IO, Any

from paradero.intake.material import Contained
from paradero.intake.rasters import MOST_PIXELS, Raster
from paradero.intake.recognition import Recognition, Trouble
from paradero.model.document import Document
from paradero.model.encoding import from_plain, to_plain
from paradero.model.errors import InvalidValue
from paradero.model.problem import Problem

_LENGTH = struct.Struct(">Q")
PAGE = b'{"page"'  # how a frame begins that asks for letters to be recognised


def send(stream: IO[bytes], *frames: bytes) -> None:
    """Write frames, each after its length, and flush."""
    for frame in frames:
        stream.write(_LENGTH.pack(len(frame)))
        stream.write(frame)
    stream.flush()


def receive(stream: IO[bytes], longest: int) -> bytes | None:
    """Read one frame; None when the stream has ended or the frame is longer than it may be."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    length: int = _LENGTH.unpack(head)[0]
    frame = stream.read(length) if length <= longest else b""
    return frame if len(frame) == length and length <= longest else None


def packed(document: Document, problems: tuple[Problem, ...], contained: tuple[Contained, ...] = ()) -> bytes:
    """Return what became of a file as one frame: a length, so much JSON, and the bytes of the files inside."""
    rows = [_row(document, problems), *(_row(one.document, one.problems, len(one.data)) for one in contained)]
    head = json.dumps(rows).encode()
    return b"".join([_LENGTH.pack(len(head)), head, *(one.data for one in contained)])


def unpacked(frame: bytes) -> tuple[Document, tuple[Problem, ...], tuple[Contained, ...]]:
    """Return what ``packed`` made a frame of.

    Raises:
        KeyError, TypeError, ValueError, struct.error: when the frame is not of that shape.
    """
    at = _LENGTH.size + _LENGTH.unpack_from(frame)[0]
    first, *others = json.loads(frame[_LENGTH.size : at])
    contained = []
    for row in others:
        contained.append(Contained(_document(row), _problems(row), frame[at : at + row["bytes"]]))
        at += row["bytes"]
    return _document(first), _problems(first), tuple(contained)


def raster_frames(raster: Raster) -> tuple[bytes, bytes]:
    """Return a raster as two frames: its measures, and its pixels."""
    return json.dumps({"page": [raster.width, raster.height, raster.point]}).encode(), raster.grey


def raster_in(measures: bytes, grey: bytes) -> Raster:
    """Return the raster of two frames.

    Raises:
        KeyError, TypeError, ValueError: when they are none, or the pixels are too many or not as many as measured.
    """
    width, height, point = json.loads(measures)["page"]
    if min(int(width), int(height)) < 1 or int(width) * int(height) != len(grey) or len(grey) > MOST_PIXELS:
        raise ValueError("the pixels are not as many as measured")
    return Raster(int(width), int(height), grey, float(point))


def packed_recognition(made: Recognition) -> bytes:
    """Return what was recognised as one frame."""
    return json.dumps(asdict(made)).encode()


def recognition_in(frame: bytes) -> Recognition:
    """Return what ``packed_recognition`` made a frame of."""
    plain = json.loads(frame)
    trouble = plain["trouble"]
    return Recognition(plain["table"], plain["by"], None if trouble is None else Trouble(**trouble))


def _row(document: Document, problems: tuple[Problem, ...], size: int = 0) -> dict[str, Any]:
    return {"document": to_plain(document), "problems": [asdict(p) for p in problems], "bytes": size}


def _document(answer: dict[str, Any]) -> Document:
    try:
        return from_plain(Document, answer["document"])
    except InvalidValue as misfit:
        raise ValueError(misfit.message) from misfit


def _problems(answer: dict[str, Any]) -> tuple[Problem, ...]:
    return tuple(Problem(**problem) for problem in answer["problems"])
