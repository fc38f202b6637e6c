"""Trees: the XML inside a container, parsed without entities, document types or network."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING
from zipfile import ZipFile

from paradero.intake.zipped import content, damaged
from paradero.model.problem import Problem

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


def tree_in(package: ZipFile, member: str, source: str) -> Element | Problem:
    """Parse a member of a container.

    Args:
        package: the container.
        member: the name of the member.
        source: the file's name, for the problem.

    Returns:
        The root element; a problem when the member is missing, is no well-formed XML, or declares a document type.
    """
    data = content(package, member)
    if data is None:
        return damaged(source, f"its part {member} is missing or cannot be unpacked")
    return tree_of(data, member, source)


def tree_of(data: bytes, member: str, source: str) -> Element | Problem:
    """Parse the bytes of a member; see ``tree_in``."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        # A document type may also be what the parser choked on; then that is what the person has to know.
        return _declares(source) if b"<!DOCTYPE" in data[:4_000] else damaged(source, f"{member}: {error}"[:200])
    return _declares(source) if root.getroottree().docinfo.doctype else root


def tree_if_any(package: ZipFile, member: str, source: str) -> Element | None:
    """Parse a member that a document can be read without; None when it is missing or cannot be parsed."""
    found = tree_in(package, member, source)
    return None if isinstance(found, Problem) else found


def local(element: Element) -> str:
    """Return an element's name without its name space; "" for a comment or an instruction."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def value(element: Element | None, name: str, otherwise: str = "") -> str:
    """Return an attribute by its name without name space, which differs between the editions of a standard."""
    if element is None:
        return otherwise
    return next((str(v) for key, v in element.attrib.items() if key.rpartition("}")[2] == name), otherwise)


def child(element: Element | None, *path: str) -> Element | None:
    """Return the first descendant along a path of names, or None."""
    for name in path:
        element = next((e for e in element if local(e) == name), None) if element is not None else None
    return element


def every(element: Element | None, name: str) -> Iterator[Element]:
    """Yield every descendant of a name, in the order of the document."""
    if element is not None:
        yield from (e for e in element.iter() if local(e) == name)


def words_in(element: Element | None) -> str:
    """Return the words of an element and all in it, on one line."""
    return "" if element is None else " ".join("".join(element.itertext()).split())


def _declares(source: str) -> Problem:
    return Problem(
        "entities_declared",
        source,
        "The file declares a document type or entities, which no word processor writes and which may reach for other "
        "files; it was not read.",
        "Ask where it comes from; open it in a word processor and save its words as a .txt file.",
    )
