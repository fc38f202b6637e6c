"""XMP: the fields that are written into pictures as RDF in XML (ISO 16684-1), with the names that IPTC gives them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from paradero.intake.embedded import NOTHING, SEVERAL, Embedded, cleaned
from paradero.intake.iim import damaged
from paradero.intake.trees import tree_of
from paradero.model.problem import Problem

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_PHOTOSHOP = "{http://ns.adobe.com/photoshop/1.0/}"
_CORE = "{http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/}"
_RIGHTS = "{http://ns.adobe.com/xap/1.0/rights/}"
_EXIF = "{http://ns.adobe.com/exif/1.0/}"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_FIELDS = {
    "caption": _DC + "description",
    "headline": _PHOTOSHOP + "Headline",
    "credit": _PHOTOSHOP + "Credit",
    "copyright": _DC + "rights",
    "byline": _DC + "creator",
    "keywords": _DC + "subject",
    "language": _DC + "language",
    "terms": _RIGHTS + "UsageTerms",
}
_PLACE = (_CORE + "Location", _PHOTOSHOP + "City", _PHOTOSHOP + "State", _PHOTOSHOP + "Country")
_CREATED = _PHOTOSHOP + "DateCreated"
_DAY = re.compile(r"([0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?)(?:$|T)")


def fields_in(packet: bytes, source: str) -> tuple[Embedded, bool, tuple[Problem, ...]]:
    """Read the fields of a packet.

    Args:
        packet: the XML; nothing that it names is fetched, and one with a document type is not read at all.
        source: the picture's name, for the problems.

    Returns:
        What the fields say; whether coordinates are among them; the problems met.
    """
    root = tree_of(packet.strip(b"\0 \t\r\n"), "XMP", source)
    if isinstance(root, Problem):
        return NOTHING, False, (_declares(source) if root.code == "entities_declared" else damaged(source, "XMP"),)
    held = {name: value for one in _descriptions(root) for name, value in _properties(one)}
    said = Embedded(
        **{field: held.get(name, "") for field, name in _FIELDS.items()},
        place=", ".join(filter(None, (held.get(name, "") for name in _PLACE))),
        created=found[1] if (found := _DAY.match(held.get(_CREATED, ""))) is not None else "",
    )
    return said, any(name.startswith(_EXIF + "GPSL") for name in held), ()


def _descriptions(root: Element) -> Iterator[Element]:
    """Yield what is said of the picture itself, and not of others that it was made of."""
    for graph in root.iter(_RDF + "RDF"):
        yield from graph.iterchildren(_RDF + "Description")


def _properties(description: Element) -> Iterator[tuple[str, str]]:
    yield from ((str(name), cleaned(str(value))) for name, value in description.attrib.items())
    for element in description.iterchildren("*"):
        yield str(element.tag), cleaned(_value(element))


def _value(element: Element) -> str:
    """Return a simple value, the default of several languages, or the items of a list."""
    items = list(element.iterdescendants(_RDF + "li"))
    if not items:
        return element.text or ""
    if element.find(_RDF + "Alt") is not None:
        items = [*(item for item in items if item.get(_LANGUAGE) == "x-default"), *items][:1]
    return SEVERAL.join(filter(None, ("".join(item.itertext()).strip() for item in items)))


def _declares(source: str) -> Problem:
    cause = (
        "The XMP fields of the picture declare a document type or entities, which may reach for other files; they were "
        "not read."
    )
    hint = "Ask where the picture comes from; the other fields and the picture itself are kept."
    return Problem("entities_declared", source, cause, hint, severity="warning")
