"""What can be wrong with an act that is asked for."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from paradero.model import ParaderoError


class WrongDecision(ParaderoError):
    """A decision that cannot be made about a statement, or not in this way."""

    code = "wrong_decision"

    def __init__(self, why: str, hint: str) -> None:
        super().__init__(why, hint)


class UnknownField(ParaderoError):
    """A field that a correction cannot change."""

    code = "unknown_field"

    def __init__(self, names: Iterable[str], known: Iterable[str]) -> None:
        super().__init__(
            f"A correction cannot change {', '.join(sorted(names))}.", f"It can change: {', '.join(known)}."
        )


class NothingCorrected(ParaderoError):
    """A correction that leaves the statement as it is."""

    code = "nothing_corrected"

    def __init__(self, id: str) -> None:
        super().__init__(
            f"The changes leave the statement {id[:12]} as it is.", "Accept it instead, or change a field."
        )


class AlreadyWithdrawn(ParaderoError):
    """A judgement that was withdrawn before."""

    code = "already_withdrawn"

    def __init__(self, id: str) -> None:
        hint = "Make a new judgement, or withdraw the withdrawal."
        super().__init__(f"The judgement {id[:12]} has been withdrawn already.", hint)


class ReaderDied(ParaderoError):
    """A process that was ended from outside while it read a document."""

    code = "reader_died"

    def __init__(self, name: str) -> None:
        hint = "The documents before it are read. Read on with one worker, or with more memory."
        super().__init__(f"The process that read {name} was ended, probably for want of memory.", hint)


class PublisherNotGiven(ParaderoError):
    """A list of which nobody is said to have published it."""

    code = "publisher_not_given"

    def __init__(self) -> None:
        hint = "Give --publisher NAME; for a list that came out without consent --leaked, and --relay NAME."
        super().__init__("A list is somebody's word, and nobody was named who published it.", hint)


class UnknownExport(ParaderoError):
    """A file to export to whose name ends as no format does that is written."""

    code = "unknown_export"

    def __init__(self, path: Path, formats: Iterable[str]) -> None:
        super().__init__(
            f"A list cannot be exported to {path.name}.", f"The name has to end with {' or '.join(formats)}."
        )


class FileExists(ParaderoError):
    """A file to export to that is there already."""

    code = "file_exists"

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is there already, and was not overwritten.", "Name a new file.")


class WrongPolicy(ParaderoError):
    """A policy that cannot be set."""

    code = "wrong_policy"

    def __init__(self, why: str, hint: str) -> None:
        super().__init__(why, hint)


class WrongRelation(ParaderoError):
    """A relation between figures that cannot be worked with."""

    code = "wrong_relation"

    def __init__(self, why: str, hint: str) -> None:
        super().__init__(why, hint)
