"""Statements: one thing said, by one speaker, at one place of one document. Written once and never edited."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Literal

from paradero.model.figure import Figure
from paradero.model.identity import ADDED, digest
from paradero.model.span import Span
from paradero.model.when import When

SpeakerKind = Literal["person", "party", "agency", "collective", "outlet", "unknown"]
Polarity = Literal["positive", "negative"]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says it.

    Attributes:
        name: the fullest name the document gives ("Nayib Bukele"); "outlet" when the text names nobody.
        kind: a person, a party to the custody (a government, a ministry), another agency, an unnamed collective ("the
            government's critics"), the outlet itself, or unknown.
        as_written: the words at this place ("he"); empty for the outlet.
        resolved: False when a pronoun or a definite noun could not be tied to one of the document's speakers; the name
            is then the words as written, and nobody is guessed.
        position: "author" when the document is the speaker's own text (a communiqué, a bulletin, a letter), so that
            the words are the publication's and the speaker's at once; else empty.
        description: what the document calls the speaker beside the name ("a musician in hiding in Peshawar").
    """

    name: str
    kind: SpeakerKind = "unknown"
    as_written: str = ""
    resolved: bool = True
    position: Literal["", "author"] = field(default="", metadata={ADDED: True})
    description: str = field(default="", metadata={ADDED: True})


OUTLET = Speaker("outlet", "outlet")


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of the document that fill a role.

    Attributes:
        text: the exact words; what was worked out and stands nowhere has ``start`` None.
        start, end: character offsets into the frozen text.
        refers_to: the fuller words of the same document that a pronoun or short form stands for; empty when the words
            are full already or could not be resolved.
    """

    text: str
    start: int | None = None
    end: int | None = None
    refers_to: str = ""


@dataclass(frozen=True, slots=True)
class Who:
    """The person or group concerned: the words, the names among them, and the group with its number."""

    mention: Mention
    names: tuple[str, ...] = ()
    group: Figure | None = None


@dataclass(frozen=True, slots=True)
class Accusation:
    """What somebody is accused of, and by whom when said."""

    text: str
    by: str = ""
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Reader:
    """What recorded the statement: an engine and its version, or a person (engine ``person``, version the name)."""

    engine: str
    version: str


@dataclass(frozen=True, slots=True)
class Corrected:
    """What a statement of a correction withdraws or puts right.

    Attributes:
        statement: id of the statement of the same document that is corrected; empty when the document has none.
        words: the words withdrawn, as the note or the corrected place has them; start, end: where they stand.
    """

    statement: str = ""
    words: str = ""
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing said.

    Attributes:
        document: id of the document; part: name of its part ("caption 2").
        span: the clause that says it; trigger: the words in it that name the act.
        speaker, relay, cue, channel: who says it; who passes it on; the words that say that it is said ("confirmed");
            where it was said ("a post on X").
        quoted: whether the words stand inside quotation marks.
        stance, modality, polarity, scope: codes of the vocabularies ``stances``, ``modalities``; "positive" or
            "negative"; ``scopes`` ("all", "many"; empty when not said).
        hedge: the words by which the speaker holds back ("alleged").
        act: code of the vocabulary ``acts``.
        who, by, origin, destination, at, in_return_for, basis, outcome, reason: the roles. ``origin`` and
            ``destination`` are ``from`` and ``to`` in JSON.
        accusation: of what, and by whom; figure: the number said of ``who``; when: the time, four bounds.
        denies: for stance ``denies``, the words for what is denied.
        worked_out: names of the fields that were inferred and not said.
        reader: what read or entered it. recorded_at: ISO instant; not part of the identity.
        said_on: when it was set down, in an entry that has a time of its own; None stands for the document's day.
        corrects: for a statement of a correction, what it withdraws or puts right.
    """

    document: str
    part: str
    span: Span
    trigger: Span
    speaker: Speaker
    stance: str
    act: str
    reader: Reader
    modality: str = "actual"
    polarity: Polarity = "positive"
    scope: str = ""
    hedge: str = ""
    relay: str = ""
    cue: str = ""
    channel: str = ""
    quoted: bool = False
    who: Who | None = None
    by: Mention | None = None
    origin: Mention | None = None
    destination: Mention | None = None
    at: Mention | None = None
    in_return_for: Mention | None = None
    basis: Mention | None = None
    outcome: Mention | None = None
    reason: Mention | None = None
    accusation: Accusation | None = None
    figure: Figure | None = None
    when: When | None = None
    denies: str = ""
    worked_out: tuple[str, ...] = ()
    recorded_at: str = ""
    said_on: When | None = field(default=None, metadata={ADDED: True})
    corrects: Corrected | None = field(default=None, metadata={ADDED: True})

    @property
    def id(self) -> str:
        """The statement's id: over every field but the moment of recording."""
        said = [getattr(self, name) for name in _IDENTITY]
        added = [(name, value) for name in _ADDED if (value := getattr(self, name)) is not None]
        return digest("statement", *said, *added)


_ADDED = tuple(f.name for f in fields(Statement) if ADDED in f.metadata)
_IDENTITY = tuple(f.name for f in fields(Statement) if f.name not in ("recorded_at", *_ADDED))
