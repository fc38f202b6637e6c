"""Taking files in: each is hashed and compared with what is there; those that are new go to the parsers, in order."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING

from paradero.model import Document, Problem
from paradero.store import Casebook
from paradero.store.originals import sha256_of

if TYPE_CHECKING:
    from paradero.intake import Contained, GivenByPerson

# Parses files, by as many workers as said, with or without recognising the letters of pictures, and yields path,
# document, problems and what lies inside, in their order.
Parsed = tuple[Path, Document | None, tuple[Problem, ...], tuple["Contained", ...]]
TakeMany = Callable[[Sequence[Path], "GivenByPerson", int | None, bool], Generator[Parsed, None, None]]


@dataclass(frozen=True, slots=True)
class Looked:
    """A file as it was when it was looked at.

    Attributes:
        path: as given.
        sha256: of its bytes; empty when it could not be read or is over the size limit.
        given: what the person says about it, with what they said about the same bytes before.
        same: id of the document that the file is already, when it is one and nothing new is said about it.
        earlier: id of the document that a new one of the same bytes replaces.
        recognise: whether the letters of pictures are recognised: now asked for, or done before.
    """

    path: Path
    sha256: str
    given: GivenByPerson
    same: str = ""
    earlier: str = ""
    recognise: bool = False


@dataclass(frozen=True, slots=True)
class Taken:
    """What the parser made of a file, and of the files inside it."""

    document: Document | None = None
    problems: tuple[Problem, ...] = ()
    contained: tuple[Contained, ...] = ()


def look(casebook: Casebook, path: Path, given: GivenByPerson, recognise: bool = False) -> Looked:
    """Hash a file and see whether the casebook has its bytes already."""
    from paradero.intake import Limits

    try:
        # Hashing what will be refused for its size would only take time; intake says why, also when it is unreadable.
        sha256 = "" if path.stat().st_size > Limits().size else sha256_of(path)
    except OSError:
        sha256 = ""
    return compared(casebook, path, sha256, given, recognise)


def compared(casebook: Casebook, path: Path, sha256: str, given: GivenByPerson, recognise: bool = False) -> Looked:
    """See whether the casebook has the bytes of a hash already, and whether anything new is said or asked of them."""
    here = casebook.documents_of(sha256) if sha256 else ()
    if not here:
        return Looked(path, sha256, given, recognise=recognise)
    latest = here[-1]
    if _says_nothing_new(given, latest) and not (recognise and _may_hold_pictures(latest)):
        return Looked(path, sha256, given, same=latest.id)
    again = recognise or bool(latest.recogniser)
    return Looked(path, sha256, _with_earlier(given, latest), earlier=latest.id, recognise=again)


def _may_hold_pictures(document: Document) -> bool:
    """Whether there may be letters to recognise in it that nobody has recognised yet."""
    return not document.recogniser and not document.media_type.startswith("text/")


def taken(files: Sequence[Looked], take_many: TakeMany, workers: int | None) -> Generator[Taken, None, None]:
    """Yield what the parsers make of each file, in order; a file that is here already is not parsed."""
    plain = [file for file in files if not file.same and not file.earlier]
    if not plain:
        yield from (_again(file, take_many) for file in files)
        return
    with closing(take_many([file.path for file in plain], plain[0].given, workers, plain[0].recognise)) as parsed:
        for file in files:
            yield _next(parsed) if not file.same and not file.earlier else _again(file, take_many)


def _next(parsed: Iterator[Parsed]) -> Taken:
    _, document, problems, contained = next(parsed)
    return Taken(document, problems, contained)


def _again(file: Looked, take_many: TakeMany) -> Taken:
    if file.same:
        return Taken()
    with closing(take_many([file.path], file.given, 1, file.recognise)) as parsed:
        return _next(parsed)


def _says_nothing_new(given: GivenByPerson, latest: Document) -> bool:
    return all(value in ("", getattr(latest.provenance, name).value) for name, value in _said(given))


def _with_earlier(given: GivenByPerson, latest: Document) -> GivenByPerson:
    """Add what a person said of the same bytes before, unless they say otherwise now."""
    before = {name: getattr(latest.provenance, name) for name, value in _said(given) if not value}
    return replace(given, **{name: known.value for name, known in before.items() if known.origin == "person"})


def _said(given: GivenByPerson) -> Sequence[tuple[str, str]]:
    return [(field.name, getattr(given, field.name).strip()) for field in fields(given)]


def with_what_was_said(document: Document, earlier: Document) -> Document:
    """Add to a document what a person said of the same bytes before, unless something is typed for it now."""
    before, now = earlier.provenance, document.provenance
    names = [field.name for field in fields(now) if field.name != "retrieved_at"]
    kept = {
        name: getattr(before, name)
        for name in names
        if getattr(before, name).origin == "person" and getattr(now, name).origin != "person"
    }
    return replace(document, provenance=replace(now, **kept))


def with_what_was_recognised(document: Document, earlier: Document) -> Document:
    """Keep the text of an earlier document of the same bytes when its letters were recognised and now were not."""
    if not earlier.recogniser or document.recogniser:
        return document
    kept = {name: getattr(earlier, name) for name in ("text", "parts", "pages", "recognised", "recogniser")}
    return replace(document, **kept)


def settled(casebook: Casebook, document: Document, older: str) -> Document:
    """Return a document as it is here already, or as it replaces an older version or what was known of its bytes."""
    here = casebook.documents_of(document.sha256)
    for one in reversed(here):
        if replace(document, replaces=one.replaces).id == one.id:
            return one
    alike = [one for one in here if bool(one.sheets) == bool(document.sheets)]
    if alike:
        document = with_what_was_said(document, alike[-1])
        same = next((one for one in alike if replace(document, replaces=one.replaces).id == one.id), None)
        if same is not None:
            return same
    return replace(document, replaces=older or (alike[-1].id if alike else ""))


def changed(path: Path) -> Problem:
    """Tell that a file changed or went away while it was read."""
    cause = "The file changed or went away while it was read; nothing of it was kept."
    return Problem("file_changed", str(path), cause, "Take it in again when nothing writes to it any more.")
