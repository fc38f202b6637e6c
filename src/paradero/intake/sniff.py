"""Sniffing: what kind of file this is; the bytes decide before the name does."""

from __future__ import annotations

import re
from pathlib import PurePath

from paradero.intake.mbox import START
from paradero.intake.zipped import locked, names_in
from paradero.model.problem import Problem

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT = "application/vnd.oasis.opendocument.text"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ODS = "application/vnd.oasis.opendocument.spreadsheet"
XLS = "application/vnd.ms-excel"
CSV, TSV = "text/csv", "text/tab-separated-values"
WORKBOOKS = frozenset({XLSX, XLS, ODS})
PDF = "application/pdf"
EML, MBOX, ZIP = "message/rfc822", "application/mbox", "application/zip"
CONTAINERS = frozenset({EML, MBOX, ZIP})
PICTURES = frozenset({"image/jpeg", "image/png", "image/tiff", "image/webp"})
_MAGIC: tuple[tuple[bytes, str, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "image/png", "a PNG image"),
    (b"\xff\xd8\xff", "image/jpeg", "a JPEG image"),
    (b"GIF8", "image/gif", "a GIF image"),
    (b"II*\0", "image/tiff", "a TIFF image"),
    (b"MM\0*", "image/tiff", "a TIFF image"),
    (b"II+\0", "image/tiff", "a TIFF image"),
    (b"MM\0+", "image/tiff", "a TIFF image"),
    (b"BM", "image/bmp", "a bitmap image"),
    (b"%PDF-", PDF, "a PDF document"),
    (b"PK\x03\x04", "application/zip", "a ZIP archive or an office document"),
    (b"PK\x05\x06", "application/zip", "an empty ZIP archive"),
    (b"\xd0\xcf\x11\xe0", "application/x-ole-storage", "an old office document"),
    (b"{\\rtf", "application/rtf", "an RTF document"),
    (b"\x1f\x8b", "application/gzip", "a gzip archive"),
    (b"BZh", "application/x-bzip2", "a bzip2 archive"),
    (b"\xfd7zXZ", "application/x-xz", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed", "a 7z archive"),
    (b"Rar!\x1a", "application/vnd.rar", "a RAR archive"),
    (b"SQLite format 3\0", "application/vnd.sqlite3", "an SQLite database"),
    (b"\x7fELF", "application/x-elf", "a program"),
    (b"MZ\x90", "application/vnd.microsoft.portable-executable", "a program"),
    (b"OggS", "application/ogg", "a sound or film"),
    (b"ID3", "audio/mpeg", "a sound recording"),
    (b"RIFF", "application/x-riff", "a sound or film"),
)
_NAMES = {
    ".htm": "text/html",
    ".html": "text/html",
    ".xhtml": "text/html",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".csv": CSV,
    ".tsv": TSV,
}
_READ = frozenset(
    {"text/plain", "text/html", "text/markdown", PDF, DOCX, ODT, CSV, TSV, *WORKBOOKS, *CONTAINERS, *PICTURES}
)
# What lies inside says which kind a ZIP container is; the first that fits.
_INSIDE = (
    ("word/document.xml", DOCX, "a Word document"),
    ("xl/workbook.xml", XLSX, "a spreadsheet"),
    ("ppt/presentation.xml", "application/vnd.openxmlformats-officedocument.presentationml.presentation", "slides"),
    ("META-INF/container.xml", "application/epub+zip", "an e-book"),
    ("AndroidManifest.xml", "application/vnd.android.package-archive", "a program"),
)
_OPEN = re.compile(rb"mimetype(application/vnd\.oasis\.opendocument\.[a-z-]+)")
_LOCKED = "EncryptedPackage".encode("utf-16-le")  # in what an office program makes of a file with a password
_IN_XLS = tuple(name.encode("utf-16-le") for name in ("Workbook", "Book"))  # the stream that holds the sheets
_HEADERS = re.compile(rb"(?:[A-Za-z][\w-]*:[^\n]*\n(?:[ \t][^\n]*\n)*)+")
_HEADER = re.compile(rb"^([A-Za-z][\w-]*):", re.M)
_OF_MAIL = frozenset({b"from", b"to", b"date", b"subject", b"received", b"message-id", b"mime-version", b"return-path"})
_BY_MACHINE = frozenset({b"received", b"message-id", b"mime-version", b"return-path"})
_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*+-->\s*)*+<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_TAGS = re.compile(rb"</(?:p|div|h1|article|span|a)\s*>", re.I)
_CONTROLS = bytes(c for c in range(32) if c not in b"\t\n\r\f\x0b\x1b")
_SAMPLE = 64_000
_BEFORE_PDF = (
    1_024  # bytes; programs read a PDF whose header stands that late, after the remains of a mail or a download
)
_FEW = 3  # control characters; a damaged text may have some


def sniff(data: bytes, name: str) -> tuple[str, Problem | None]:
    """Return the media type of some bytes, and a problem when they cannot be read as a text.

    Args:
        data: the whole file.
        name: the file's name; only its ending is looked at, and only after the bytes.
    """
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "image/webp", None
    magic = next(((kind, words) for start, kind, words in _MAGIC if _begins(data, start)), None)
    suffix = PurePath(name).suffix.lower()
    if magic is None and suffix == ".pdf" and b"%PDF-" in data[:_BEFORE_PDF]:
        return PDF, None
    if magic is not None and magic[0] == "application/zip":
        kind, words = _zip_kind(data, suffix)
        return kind, None if kind in _READ else _refused(name, suffix, words)
    if magic is not None and magic[0] in _READ:
        return magic[0], None
    if magic is not None and magic[0] == "application/x-ole-storage" and _LOCKED in data:
        return magic[0], locked(name)
    if magic is not None and magic[0] == "application/x-ole-storage" and any(stream in data for stream in _IN_XLS):
        return XLS, None
    if magic is not None:
        return magic[0], _refused(name, suffix, magic[1])
    if data[4:12] in (b"ftypisom", b"ftypmp42", b"ftypqt  ", b"ftypheic", b"ftypavif"):
        return "application/mp4", _refused(name, suffix, "a film or image")
    if START.match(data) or _is_mail(data, suffix):
        return MBOX if START.match(data) else EML, None
    if _is_binary(data):
        return "application/octet-stream", _refused(name, suffix, "no text in any known encoding")
    kind = _text_kind(data, suffix)
    return kind, None


def _is_mail(data: bytes, suffix: str) -> bool:
    """Whether a file begins with the headers of a message; under another name they must be such as nobody types."""
    head = _HEADERS.match(data[:_SAMPLE].removeprefix(b"\xef\xbb\xbf"))
    names = {name.lower() for name in _HEADER.findall(head[0])} if head is not None else set()
    return bool(names & _OF_MAIL) if suffix == ".eml" else b"from" in names and bool(names & _BY_MACHINE)


def _zip_kind(data: bytes, suffix: str) -> tuple[str, str]:
    """Return the media type of a ZIP container and what it is in words."""
    names = names_in(data)
    found = next(((kind, words) for name, kind, words in _INSIDE if name in names), None)
    if found is not None:
        return found
    # The member "mimetype" comes first and is stored as it is.
    opened = _OPEN.match(data, 30)
    if opened is not None:
        return opened[1].decode("ascii"), "an OpenDocument file of another kind than text or table"
    if not names and suffix in (".docx", ".docm", ".odt"):
        return ODT if suffix == ".odt" else DOCX, "an office document"
    return ZIP, "a ZIP archive"


def _begins(data: bytes, start: bytes) -> bool:
    """Two letters such as "BM" may begin a sentence; a real header goes on with bytes that no text has."""
    if not data.startswith(start):
        return False
    return start not in (b"BM", b"GIF8", b"RIFF", b"ID3", b"BZh") or _is_binary(data[:64])


def _is_binary(data: bytes) -> bool:
    """Whether control characters are too many for a text; UTF-16 and UTF-32 have their NULs in step and are text."""
    sample = data[:_SAMPLE]
    if sample.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if controls <= max(_FEW, 0.02 * len(sample)):
        return False
    nul_even, nul_odd = sample[0::2].count(0), sample[1::2].count(0)
    wide = max(nul_even, nul_odd) > 0.4 * (len(sample) // 2) and min(nul_even, nul_odd) < 0.025 * len(sample)
    return not (wide and controls - nul_even - nul_odd <= 0.02 * len(sample))


def _text_kind(data: bytes, suffix: str) -> str:
    head = data[:_SAMPLE].replace(b"\0", b"").removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe")
    if _PAGE.match(head):
        return "text/html"
    kind = _NAMES.get(suffix, "text/plain")
    if kind == "text/html":
        return kind if b"<" in head else "text/plain"
    if kind == "text/plain" and suffix == "" and len(_TAGS.findall(head)) >= 3:
        return "text/html"
    return kind


def _refused(name: str, suffix: str, what: str) -> Problem:
    if suffix in (".txt", ".md", ".markdown", ".html", ".htm", ".xhtml", ""):
        cause = f"The name promises a text, but the bytes are {what}."
        return Problem("not_text", name, cause, "Give the file its right name, or save its words as a .txt file.")
    cause = f"This is {what}, which cannot be read yet."
    return Problem(
        "unsupported_format", name, cause, "The original is kept; save its words as .txt or .html to read them."
    )
