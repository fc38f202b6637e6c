"""Wire: how a parent and its worker process talk.

Frames of JSON and of bytes; never pickles, for the worker reads hostile files.
"""

from __future__ import annotations

import json
import struct
from dataclasses import asdict
from typing import IO, Any

from paradero.model.document import Document, Given, Part, Provenance
from paradero.model.problem import Problem

_LENGTH = struct.Struct(">Q")


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


def packed(document: Document, problems: tuple[Problem, ...]) -> bytes:
    """Return a document and its problems as JSON."""
    return json.dumps({"document": asdict(document), "problems": [asdict(p) for p in problems]}).encode()


def unpacked(frame: bytes) -> tuple[Document, tuple[Problem, ...]]:
    """Return the document and the problems that ``packed`` made a frame of.

    Raises:
        KeyError, TypeError, ValueError: when the frame is not of that shape.
    """
    answer = json.loads(frame)
    row: dict[str, Any] = answer["document"]
    known = row["provenance"]
    retrieved_at = known.pop("retrieved_at")
    provenance = Provenance(**{name: Given(**value) for name, value in known.items()}, retrieved_at=retrieved_at)
    parts = tuple(Part(**part) for part in row["parts"])
    pages = tuple((start, page) for start, page in row["pages"])
    document = Document(**{**row, "parts": parts, "provenance": provenance, "pages": pages})
    return document, tuple(Problem(**problem) for problem in answer["problems"])
