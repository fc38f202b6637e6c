"""EML: one message. The subject is the headline; plain text goes before HTML; attachments are files inside it."""

from __future__ import annotations

import mimetypes
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import Message
from email.utils import parseaddr

from paradero.intake import html
from paradero.intake.archive import harmless
from paradero.intake.decoding import decode
from paradero.intake.material import Block, Inside, Material, Stretch, assembled
from paradero.intake.provenance import day, said
from paradero.intake.replies import stretches_of, unflowed
from paradero.intake.zipped import locked
from paradero.model.document import Provenance
from paradero.model.problem import Problem

# What the standard library raises on headers that are broken in ways that it has not thought of.
_BROKEN = (ValueError, LookupError, AttributeError, TypeError, AssertionError, MessageError)
_AS_IT_IS = policy.default.clone(refold_source="none")  # an attached message is taken out without folding it anew
_BODIES = frozenset(["text/plain", "text/html"])
_LOCKED = frozenset(["multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"])
Piece = tuple[str, tuple[Stretch, ...]]


@dataclass(slots=True)
class _Sorted:
    """The parts of a message: those to read, the files, and whether any is locked."""

    bodies: list[Message] = field(default_factory=list)
    files: list[Inside] = field(default_factory=list)
    locked: bool = False


def read_bytes(data: bytes, source: str) -> Material:
    """Turn a message into material.

    Args:
        data: the bytes of the message.
        source: the file's name, for the problems.
    """
    found = _Sorted()
    try:
        message = message_from_bytes(data, policy=_AS_IT_IS)
        _sort(message, found)
    except RecursionError:
        return Material("", (), problems=(_too_deep(source),))
    subject = _header(message, "Subject")
    pieces: list[Piece] = [assembled([Block(subject, "headline")])] if subject else []
    problems: list[Problem] = [locked(source)] if found.locked else []
    for part in found.bodies:
        piece, told = _read(part, source)
        pieces.append(piece)
        problems += told
    text, stretches = _joined(pieces)
    if not found.locked and not any(body for body, _ in pieces[bool(subject) :]):
        problems.append(_no_words(source))
    return Material(text, stretches, _found(message), tuple(problems), inside=tuple(found.files))


def _sort(part: Message, found: _Sorted) -> None:
    kind = part.get_content_type()
    found.locked = found.locked or kind in _LOCKED
    payload = part.get_payload()
    if isinstance(payload, list) and kind.startswith("multipart/"):
        parts = [one for one in payload if isinstance(one, Message)]
        for one in _without_alternatives(parts) if kind == "multipart/alternative" else parts:
            _sort(one, found)
    elif isinstance(payload, list):
        found.files += [_attached(one) for one in payload if isinstance(one, Message) and kind == "message/rfc822"]
    elif kind in _BODIES and not _file_name(part) and _asked(part.get_content_disposition) != "attachment":
        found.bodies.append(part)
    else:
        content = part.get_payload(decode=True)
        name = _file_name(part) or f"attachment{mimetypes.guess_extension(kind) or ''}"
        found.files.append(Inside(harmless(name), content if isinstance(content, bytes) else b""))


def _without_alternatives(parts: list[Message]) -> list[Message]:
    """Of several forms of one text keep one: plain text if there is any, or else the last that holds HTML."""
    for wanted, among in (("text/plain", parts), ("text/html", parts[::-1])):
        chosen = next((p for p in among if any(q.get_content_type() == wanted for q in p.walk())), None)
        if chosen is not None:
            return [chosen]
    return parts


def _attached(message: Message) -> Inside:
    name = _header(message, "Subject")[:80] or "message"
    data = _asked(lambda: message.as_bytes().decode("latin-1")).encode("latin-1")
    return Inside(harmless(name.replace("/", "-").replace("\\", "-")) + ".eml", data)


def _file_name(part: Message) -> str:
    return _asked(part.get_filename)


def _asked(ask: Callable[[], str | None]) -> str:
    """Ask for something that hangs on a header, which may be broken in any way."""
    try:
        return ask() or ""
    except _BROKEN:
        return ""


def _header(message: Message, name: str) -> str:
    raw = next((value for key, value in message.raw_items() if key.lower() == name.lower()), "")
    written = str(raw)
    if any("\udc80" <= c <= "\udcff" for c in written):
        # Bytes where only letters of ASCII may stand: nearly always UTF-8, and never told otherwise.
        written = written.encode("ascii", "surrogateescape").decode("utf-8", "replace")
        return " ".join(written.split())
    return " ".join((_asked(lambda: str(message[name] or "")) or written).split())


def _found(message: Message) -> Provenance:
    name, address = _sender(_header(message, "From"))
    return Provenance(
        author=said(name or address, "file"),
        published=said(day(_header(message, "Date")), "file"),
        language=said(_header(message, "Content-Language").split(",")[0], "file"),
    )


def _sender(written: str) -> tuple[str, str]:
    try:
        return parseaddr(written)
    except _BROKEN:
        return written, ""


def _read(part: Message, source: str) -> tuple[Piece, list[Problem]]:
    """Read one body of a message."""
    content = part.get_payload(decode=True)
    decoded = decode(content if isinstance(content, bytes) else b"", source, _asked(part.get_content_charset))
    if part.get_content_type() == "text/html":
        own, quoted, problems = html.blocks_in(decoded.text, source)
        blocks = [*map(_under_subject, own), *(Block(b.text, "boilerplate") for b in quoted)]
        told = [_quotes(len(quoted), source)] if quoted else []
        return assembled(blocks), [*decoded.problems, *problems, *told]
    text = decoded.text.strip("\n")
    if _parameter(part, "format") == "flowed":
        text = unflowed(text, _parameter(part, "delsp") == "yes")
    stretches, lines = stretches_of(text)
    return (text, stretches), [*decoded.problems, *([_quotes(lines, source)] if lines else [])]


def _parameter(part: Message, name: str) -> str:
    return _asked(lambda: str(part.get_param(name) or "")).lower()


def _under_subject(block: Block) -> Block:
    return replace(block, role="subhead") if block.role == "headline" else block


def _joined(pieces: Iterable[Piece]) -> Piece:
    """Join texts with an empty line between them, and move their stretches to where they came to lie."""
    texts: list[str] = []
    stretches: list[Stretch] = []
    at, blocks = 0, 0
    for text, inside in pieces:
        text = text.rstrip("\n")
        stretches += [replace(s, start=s.start + at, end=s.end + at, block=s.block + blocks) for s in inside]
        blocks += max((s.block for s in inside), default=0) + 1
        texts.append(text)
        at += len(text) + 2
    return "\n\n".join(texts) + ("\n" if texts else ""), tuple(stretches)


def _quotes(count: int, source: str) -> Problem:
    cause = (
        f"{count} lines or paragraphs are quoted from an earlier message; they are kept, and nothing is read from them."
    )
    hint = "Add the earlier message itself, so that its words are read as those of its sender."
    return Problem("quoted_reply", source, cause, hint, severity="notice")


def _no_words(source: str) -> Problem:
    hint = "Its attachments, if it has any, are documents of their own; otherwise check whether it was saved whole."
    return Problem("empty_file", source, "The message holds no words of its own.", hint, severity="warning")


def _too_deep(source: str) -> Problem:
    cause = "The message is nested so deeply, part within part, that it was not read."
    return Problem("nested_too_deeply", source, cause, "Open it in a mail program, and save its words as a .txt file.")
