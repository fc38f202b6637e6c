"""Photographs for tests: small pictures with Exif, XMP and IPTC fields, each written here byte by byte or by Pillow."""

from __future__ import annotations

import hashlib
import io
import struct
import zlib
from collections.abc import Mapping
from html import escape

from PIL import Image, PngImagePlugin

DESCRIPTION, ARTIST, COPYRIGHT, DETAILS, TAKEN, COORDINATES = 0x010E, 0x013B, 0x8298, 0x8769, 0x9003, 0x8825
UTF8 = (1, 90, b"\x1b%G")
_ALT = {"dc:description", "dc:rights", "xmpRights:UsageTerms"}
_SPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "Iptc4xmpCore": "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
    "xmpRights": "http://ns.adobe.com/xap/1.0/rights/",
    "exif": "http://ns.adobe.com/exif/1.0/",
}


def exif(tags: Mapping[int, object], taken: str = "", located: bool = False) -> Image.Exif:
    """Return Exif fields, with the time of taking and with coordinates when asked for."""
    made = Image.Exif()
    for tag, value in tags.items():
        made[tag] = value
    if taken:
        made.get_ifd(DETAILS)[TAKEN] = taken
    if located:
        made.get_ifd(COORDINATES).update({1: "N", 2: (10.0, 36.0, 12.5), 3: "W", 4: (66.0, 59.0, 28.25)})
    return made


def xmp(properties: Mapping[str, str], before: str = "") -> bytes:
    """Return a packet with some properties, the words after ``before`` its declaration."""
    spaces = " ".join(f'xmlns:{prefix}="{space}"' for prefix, space in _SPACES.items())
    body = "".join(f"<{name}>{_value(name, value)}</{name}>" for name, value in properties.items())
    return (
        f'{before}<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        f'<rdf:Description rdf:about="" {spaces}>{body}</rdf:Description></rdf:RDF></x:xmpmeta>'
    ).encode()


def _value(name: str, value: str) -> str:
    if name in _ALT:
        return f'<rdf:Alt><rdf:li xml:lang="x-default">{escape(value)}</rdf:li></rdf:Alt>'
    if name in ("dc:creator", "dc:subject"):
        items = "".join(f"<rdf:li>{escape(item)}</rdf:li>" for item in value.split("; "))
        return f"<rdf:Seq>{items}</rdf:Seq>"
    return value if value.startswith("&") else escape(value)


def iptc(*sets: tuple[int, int, bytes]) -> bytes:
    """Return IPTC-IIM data sets: record, number, value."""
    return b"".join(struct.pack(">BBBH", 0x1C, record, number, len(value)) + value for record, number, value in sets)


def jpeg(
    fields: Image.Exif | None = None, packet: bytes = b"", sets: bytes = b"", check_sum_of: bytes | None = None
) -> bytes:
    """Return a JPEG file with fields; the check sum of the IPTC fields is that of ``check_sum_of`` when given."""
    saved = io.BytesIO()
    Image.effect_noise((64, 48), 40).save(saved, "JPEG", exif=fields or Image.Exif(), xmp=packet)
    data = saved.getvalue()
    if not sets:
        return data
    resources = _resource(0x0404, sets)
    if check_sum_of is not None:
        resources += _resource(0x0425, hashlib.md5(check_sum_of, usedforsecurity=False).digest())
    payload = b"Photoshop 3.0\0" + resources
    return data[:2] + b"\xff\xed" + struct.pack(">H", len(payload) + 2) + payload + data[2:]


def _resource(number: int, value: bytes) -> bytes:
    filled = value + b"\0" * (len(value) % 2)
    return b"8BIM" + struct.pack(">HBBI", number, 0, 0, len(value)) + filled


def png(fields: Image.Exif | None = None, packet: bytes = b"") -> bytes:
    """Return a PNG file with fields."""
    info = PngImagePlugin.PngInfo()
    if packet:
        info.add_itxt("XML:com.adobe.xmp", packet.decode())
    saved = io.BytesIO()
    Image.effect_noise((64, 48), 40).save(saved, "PNG", exif=fields or Image.Exif(), pnginfo=info)
    return saved.getvalue()


def webp(fields: Image.Exif | None = None, packet: bytes = b"") -> bytes:
    """Return a WebP file with fields."""
    saved = io.BytesIO()
    Image.effect_noise((64, 48), 40).save(saved, "WEBP", exif=fields or Image.Exif(), xmp=packet)
    return saved.getvalue()


def tiff(words: Mapping[int, str], sets: bytes = b"", packet: bytes = b"", order: str = "<") -> bytes:
    """Return a TIFF file of one white pixel; its IPTC fields are called whole numbers, as Photoshop calls them."""
    sets += b"\0" * (-len(sets) % 4)
    pixels: list[tuple[int, int, int, bytes]] = [
        *((tag, 4, 1, struct.pack(order + "I", 1)) for tag in (256, 257, 278)),
        (258, 3, 1, struct.pack(order + "HH", 8, 0)),
        (262, 3, 1, struct.pack(order + "HH", 1, 0)),
        (279, 4, 1, struct.pack(order + "I", 1)),
    ]
    texts = [(tag, 2, len(text.encode()) + 1, text.encode() + b"\0") for tag, text in words.items()]
    blocks = [(33723, 4, len(sets) // 4, sets)] if sets else []
    blocks += [(700, 1, len(packet), packet)] if packet else []
    entries = sorted([*pixels, *texts, *blocks, (273, 4, 1, struct.pack(order + "I", 8))])
    # Head, the pixel at 8, the list at 10, then the values that are longer than four bytes.
    at = 10 + 2 + 12 * len(entries) + 4
    rows, tail = b"", b""
    for tag, kind, count, value in entries:
        place = value.ljust(4, b"\0") if len(value) <= 4 else struct.pack(order + "I", at + len(tail))
        tail += value + b"\0" * (len(value) % 2) if len(value) > 4 else b""
        rows += struct.pack(order + "HHI", tag, kind, count) + place
    head = (b"II" if order == "<" else b"MM") + struct.pack(order + "HI", 42, 10)
    return head + b"\xff\0" + struct.pack(order + "H", len(entries)) + rows + b"\0" * 4 + tail


def turned(sets: bytes) -> bytes:
    """Return data sets with every four bytes turned round."""
    filled = sets + b"\0" * (-len(sets) % 4)
    return b"".join(filled[at : at + 4][::-1] for at in range(0, len(filled), 4))


def bomb(width: int, height: int) -> bytes:
    """Return a PNG file whose head promises many pixels."""

    def chunk(kind: bytes, value: bytes) -> bytes:
        return struct.pack(">I", len(value)) + kind + value + struct.pack(">I", zlib.crc32(kind + value))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", b"x\x9c\x03\0\0\0\0\x01") + chunk(b"IEND", b"")
