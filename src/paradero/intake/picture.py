"""Pictures: what a JPEG, PNG, TIFF or WebP file says of itself becomes text; the picture is kept as an exhibit.

Coordinates are never read: where a picture was taken may be where somebody hides. They stay in the original, and a
notice tells that they are there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from paradero.intake import exif, iim, xmp
from paradero.intake.credits import credit_at_end, who_and_relay
from paradero.intake.embedded import NOTHING, Embedded, Sources, reconciled, without_impossible_day
from paradero.intake.glyphs import Sheet
from paradero.intake.material import Block, Material, assembled
from paradero.intake.pixels import BROKEN, damage, opened, without_warnings
from paradero.intake.provenance import said
from paradero.intake.rasters import of_picture
from paradero.intake.recognition import Recognise, Scans, recognised_in
from paradero.intake.setting import Paged, blocks_of, set_down
from paradero.model.document import Provenance
from paradero.model.problem import Problem

if TYPE_CHECKING:
    from PIL.Image import Image

_IPTC_IN_TIFF = 33723
_ITSELF = 0  # the page of what a picture says of itself
Values = Mapping[str, tuple[str, ...]]


def read_bytes(data: bytes, source: str, recognise: Recognise | None = None) -> Material:
    """Turn a picture into material: what it says of itself, and after it the letters that are recognised in it.

    Args:
        data: the bytes of the file.
        source: its name, for the problems.
        recognise: what reads the letters; without it they stay unread.
    """
    with without_warnings():
        image = opened(data, source)
        if isinstance(image, Problem):
            return Material("", (), problems=(image,))
        with image:
            sources, located, problems = _sources(image, source)
            missing = damage(image, source)
    values, differences = reconciled(sources, source)
    material = _with_letters(list(_blocks(values)), data, source, recognise)
    silent = not values["caption"] and not material.recognised
    told = [missing, _located(source) if located else None, _no_caption(source) if silent else None]
    problems = (*problems, *differences, *(problem for problem in told if problem is not None), *material.problems)
    return replace(material, found=_found(values), problems=problems)


def _with_letters(blocks: list[Block], data: bytes, source: str, recognise: Recognise | None) -> Material:
    """Set down the words of a picture; those recognised come last, and a TIFF file may have pages of them."""
    if recognise is None:
        text, stretches = assembled(blocks)
        return Material(text, stretches)
    sheets: list[Sheet] = []
    scans = Scans(recognise, source)
    for number, raster in enumerate(of_picture(data, source), 1):
        sheets.append(Sheet(number, raster.height * raster.point, scans.words(raster, number), drawn=True))
    scans.paged = len(sheets) > 1
    own = [Paged(block, ((0, _ITSELF),)) for block in blocks]
    material = set_down([*own, *blocks_of(sheets)])
    recognised = recognised_in(material.text, material.pages, scans.confidence)
    pages = tuple((start, page) for start, page in material.pages if page != _ITSELF) if scans.paged else ()
    return replace(material, pages=pages, problems=scans.problems(), recognised=recognised, recogniser=scans.by)


def _sources(image: Image, source: str) -> tuple[Sources, bool, tuple[Problem, ...]]:
    """Read the fields of the three standards; one that is damaged leaves the others."""
    camera, located, troubles = _exif(image, source)
    packet = _bytes(image.info.get("xmp"))
    said, placed, more = xmp.fields_in(packet, source) if packet else (NOTHING, False, ())
    resources = _resources(image)
    sets = resources.get(iim.RESOURCE, b"")
    agency, most = iim.fields_in(sets, source) if sets else (NOTHING, ())
    camera, day = without_impossible_day(camera, "Exif", source)
    said, day_in_xmp = without_impossible_day(said, "XMP", source)
    agency, day_in_iptc = without_impossible_day(agency, "IPTC", source)
    problems = dict.fromkeys((*troubles, *more, *most, *day, *day_in_xmp, *day_in_iptc))
    return Sources(camera, said, agency, iim.changed_since(resources)), located or placed, tuple(problems)


def _exif(image: Image, source: str) -> tuple[Embedded, bool, tuple[Problem, ...]]:
    try:
        return exif.fields_in(image.getexif(), source)
    except BROKEN:
        return NOTHING, False, (iim.damaged(source, "Exif"),)


def _resources(image: Image) -> dict[int, bytes]:
    """Return Photoshop's image resources, among them the IPTC fields; a TIFF file has those in a tag of its own."""
    from PIL.TiffImagePlugin import TiffImageFile

    held = image.info.get("photoshop")
    if isinstance(held, dict):
        return {key: value for key, value in held.items() if isinstance(value, bytes)}
    # As the bytes of the file: Photoshop calls them whole numbers, and some programs turn those round.
    found = image.tag.tagdata.get(_IPTC_IN_TIFF, b"") if isinstance(image, TiffImageFile) else b""
    if found[:1] != iim.MARKER and found[3:4] == iim.MARKER:
        found = b"".join(found[at : at + 4][::-1] for at in range(0, len(found), 4))
    return {iim.RESOURCE: found} if found else {}


def _bytes(value: object) -> bytes:
    if isinstance(value, str):
        return value.encode("utf-8", "replace")
    return value if isinstance(value, bytes) else b""


def _blocks(values: Values) -> Iterator[Block]:
    for role, one in zip(("headline", "subhead", "subhead"), values["headline"], strict=False):
        yield Block(one, role)
    yield from (Block(one, "dateline") for field in ("place", "created") for one in values[field])
    yield from (_caption(one, values) for one in values["caption"])
    yield from (Block(one, "byline") for one in values["byline"])
    yield from (Block(one, "credit") for one in dict.fromkeys((*values["credit"], *values["copyright"])))
    yield from (Block(one, "boilerplate") for one in values["keywords"])


def _caption(words: str, values: Values) -> Block:
    """A caption that ends with its credit says whose it is; else the other fields do."""
    at_end = credit_at_end(words)
    if at_end is not None and at_end.start > 0:
        return Block(words, "caption", at_end.credit, at_end.relay)
    by, line = (next(iter(values[field]), "") for field in ("byline", "credit"))
    credit, relay = who_and_relay(line) if line else ("", "")
    return Block(words, "caption", by or credit, relay or (credit if by and credit != by else ""))


def _found(values: Values) -> Provenance:
    """What the file says of itself. The day on which a picture was taken is not the day on which it was published."""
    author, language, terms = (next(iter(values[field]), "") for field in ("byline", "language", "terms"))
    return Provenance(author=said(author, "file"), language=said(language, "file"), licence=said(terms, "file"))


def _located(source: str) -> Problem:
    cause = "The picture carries the coordinates of where it was taken; they stay in the original and were not read."
    hint = "Take them out of every copy that you pass on, if the place could endanger somebody."
    return Problem("carries_coordinates", source, cause, hint, severity="notice")


def _no_caption(source: str) -> Problem:
    cause = "The picture carries no caption; nothing in it says what it shows."
    hint = "Type what is known of it into a .txt file and add that; if it shows a text, add it again with --ocr."
    return Problem("no_caption", source, cause, hint, severity="warning")
