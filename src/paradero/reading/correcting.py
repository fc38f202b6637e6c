"""Correcting: which statements of a note withdraw a claim, which put it right, and which statement that claim was.

The withdrawn claim is a statement with stance ``retracts``, the right one an ordinary statement; both name what they
correct. That is the statement of the same document that makes the withdrawn claim: of the same people, with the same
number, or of the same family of acts. When the report has been mended and holds it no longer, the right statement
names the withdrawn one of the note.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from paradero.model import OUTLET, Corrected, Figure, Mention, Span, Speaker, Statement, Who
from paradero.model.vocabulary import term
from paradero.reading.withdrawing import Contrast, Stretch, Withdrawal, contrasts, notes, withdrawals

if TYPE_CHECKING:
    from paradero.model import Document
    from paradero.text.en.numbers import NumberMention

_WORD = re.compile(r"[^\W\d_]{3,}")
_EMPTY = frozenset(
    "the and all some any about nearly almost least most more than other others another that these those their his her "
    "its were was had been who whom which hundred thousand dozen".split()
)  # fmt: skip


def with_corrections(document: Document, statements: Sequence[Statement]) -> list[Statement]:
    """Return the statements of a document with those of its corrections told apart and linked.

    Args:
        document: what was read.
        statements: all that was read from it; those outside notes come back as they are.

    Returns:
        The statements, those that withdraw with stance ``retracts``, those that put right with ``corrects``; and the
        ones that a note makes by a number alone ("it was 252", "not 250"), whose act is worked out from the other side.
    """
    found = notes(document)
    work = _Notes(document, list(statements), found)
    for part in document.parts:
        if part.role in ("body", "entry", "correction"):
            in_note = any(start <= part.start < end for start, end in found)
            for withdrawal in withdrawals(document.text, (part.start, part.end), in_note=in_note):
                work.withdraw(withdrawal)
            for contrast in contrasts(document.text, (part.start, part.end)) if in_note else ():
                work.contrast(contrast)
    work.put_right_alone()
    return work.statements


@dataclass(slots=True)
class _Notes:
    """The statements of a document while its corrections are worked through.

    Attributes:
        found: where its notes stand. done: the stretches in which a withdrawn claim has been told from the right one.
    """

    document: Document
    statements: list[Statement]
    found: Sequence[Stretch]
    done: list[Stretch] = field(default_factory=list)

    # -- withdrawn: "an earlier version said 250; it was 252" -------------------------------------------------------

    def withdraw(self, frame: Withdrawal) -> None:
        """Turn the statements in a frame into withdrawn ones, and link the right number, or the next claim, to them."""
        self.done.append((frame.own[0], max(frame.content[1], frame.turn)))
        inside = [i for i, s in enumerate(self.statements) if self._is_own(s, frame)]
        for i in inside:
            self.statements[i] = self._withdrawn(self.statements[i], frame)
        counted = [i for i in inside if self.statements[i].figure is not None]
        if frame.right is None or not counted:
            return
        wrong = self.statements[counted[-1]]
        there = [i for i, s in enumerate(self.statements) if frame.turn <= s.trigger.start and _holds(s, frame.right)]
        if there:
            self._link(there[0], wrong, said=True)
        elif wrong.figure is not None and wrong.figure.value != frame.right.value:
            start = (
                frame.turn
                + len(self._text[frame.turn : frame.right.start])
                - len(self._text[frame.turn : frame.right.start].lstrip(" ;,:–—-\n"))
            )
            made = self._by_number(wrong, frame.right, (start, frame.right.end), "asserts")
            self.statements.append(made)
            self._link(len(self.statements) - 1, wrong, said=True)

    def _is_own(self, statement: Statement, frame: Withdrawal) -> bool:
        """Whether a statement is what the frame takes back, and is not told as somebody else's words."""
        if not frame.content[0] <= statement.trigger.start < frame.content[1]:
            return False
        speaker = statement.speaker
        own = self._text[slice(*frame.own)]
        return speaker.kind == "outlet" or (bool(speaker.as_written) and speaker.as_written in own)

    def _withdrawn(self, statement: Statement, frame: Withdrawal) -> Statement:
        own, start = self._text[slice(*frame.own)], frame.content[0]
        span = statement.span
        if span.start < start:
            start += len(self._text[start : span.end]) - len(self._text[start : span.end].lstrip())
            span = Span.of(self._text, start, span.end, span.page)
        when = statement.when
        if when is not None and when.written not in span.exact:
            when = None  # "earlier" in "an earlier version" is not the time of the act
        who = self._within(statement.who, frame.content[0])
        left_out = {"speaker"} | ({"when"} if when is None else set())
        made = replace(
            statement,
            span=span,
            who=who,
            figure=statement.figure if who is not None else None,
            when=when,
            speaker=Speaker(OUTLET.name, OUTLET.kind, " ".join(own.split())),
            cue=self._text[slice(*frame.cue)],
            stance="retracts",
            worked_out=tuple(name for name in statement.worked_out if name not in left_out),
        )
        return self._linked(made, self._target(made, made))

    def _within(self, who: Who | None, start: int) -> Who | None:
        """The people without the words of the frame ("that three"); None when they are nothing else ("at 11:20")."""
        if who is None or who.mention.start is None or who.mention.end is None or who.mention.start >= start:
            return who
        words = self._text[start : who.mention.end].lstrip()
        mention = replace(who.mention, text=words, start=who.mention.end - len(words))
        return replace(who, mention=mention) if words else None

    # -- by a number alone: "68 children, not 86" ---------------------------------------------------------------------

    def contrast(self, contrast: Contrast) -> None:
        """Make the withdrawn statement of a wrong number, from the one that gives the right number."""
        start, end = contrast.sentence
        self.done.append(contrast.sentence)
        near = [i for i, s in enumerate(self.statements) if start <= s.trigger.start < end and s.stance != "retracts"]
        near = [i for i in near if _holds(self.statements[i], contrast.right)] or near[:1]
        if not near:
            return
        right = self.statements[near[0]]
        if right.figure is not None and right.figure.value == contrast.wrong.value:
            return
        made = self._by_number(right, contrast.wrong, (contrast.right.start, contrast.wrong.end), "retracts")
        made = self._linked(made, self._target(made, right))
        self.statements.append(made)
        self._link(near[0], made, said=True)

    def _by_number(self, other: Statement, number: NumberMention, span: Stretch, stance: str) -> Statement:
        """The statement that a number makes beside another: the same act, said by the same speaker, of so many."""
        of = other.figure.of if other.figure is not None else ""
        figure = Figure(number.operator, number.value, "persons", of, number.high, number.written)
        place = self.document.part_at(number.start)
        return Statement(
            document=other.document,
            part=place.name if place is not None else other.part,
            span=Span.of(self._text, *span, other.span.page),
            trigger=Span.of(self._text, number.start, number.end, other.span.page),
            speaker=OUTLET if stance == "asserts" else other.speaker,
            stance=stance,
            act=other.act,
            reader=other.reader,
            modality=other.modality,
            polarity=other.polarity,
            who=Who(Mention(number.written, number.start, number.end), (), figure),
            figure=figure,
            worked_out=("act",),
            said_on=other.said_on,
        )

    # -- right alone: "Correction: 252 people were freed" -------------------------------------------------------------

    def put_right_alone(self) -> None:
        """Link what a note asserts, without saying what was wrong, to the one statement that says otherwise."""
        for i, statement in enumerate(self.statements):
            told = statement.stance == "retracts" or statement.corrects is not None or _stands_in(statement, self.done)
            if told or not _stands_in(statement, self.found):
                continue
            others = [
                s
                for s in self._outside(statement)
                if _family(s) == _family(statement) and _same_people(s, statement) and _differ(s, statement)
            ]
            if len(others) == 1:
                self.statements[i] = self._linked(statement, others[0])

    # -- links --------------------------------------------------------------------------------------------------------

    def _link(self, right: int, wrong: Statement, *, said: bool) -> None:
        """Link the right statement to what the withdrawn one corrects, or else to the withdrawn one itself."""
        statement = self.statements[right]
        if wrong.corrects is not None:
            self.statements[right] = replace(
                statement, corrects=wrong.corrects, worked_out=_with(statement.worked_out, "corrects")
            )
        else:
            self.statements[right] = self._linked(statement, wrong, said=said)

    def _linked(self, statement: Statement, target: Statement | None, *, said: bool = False) -> Statement:
        if target is None:
            return statement
        span = target.trigger if "act" in target.worked_out else target.span  # of "252, not 250" the 250 is withdrawn
        names = statement.worked_out if said else _with(statement.worked_out, "corrects")
        return replace(statement, corrects=Corrected(target.id, span.exact, span.start, span.end), worked_out=names)

    def _target(self, withdrawn: Statement, people: Statement) -> Statement | None:
        """The statement outside the note that makes the withdrawn claim, when there is one and no more.

        ``people`` is the statement of the note that names the people; a number alone does not.
        """
        value = withdrawn.figure.value if withdrawn.figure is not None else None
        found = [s for s in self._outside(withdrawn) if _same_people(s, people)]
        if value is not None:
            found = [s for s in found if s.figure is not None and s.figure.value == value]
            found = [s for s in found if _family(s) == _family(withdrawn)] or found
        else:
            found = [s for s in found if s.act == withdrawn.act and s.polarity == withdrawn.polarity]
        return found[0] if len(found) == 1 else None

    def _outside(self, statement: Statement) -> list[Statement]:
        """The statements of other parts that could be what a note mends: asserted, and not in a note themselves."""
        noted = [*self.found, *self.done]
        others = [s for s in self.statements if s.part != statement.part and not _stands_in(s, noted)]
        return [s for s in others if s.stance != "retracts" and s.corrects is None]

    @property
    def _text(self) -> str:
        return self.document.text


def _stands_in(statement: Statement, stretches: Sequence[Stretch]) -> bool:
    return any(start <= statement.trigger.start < end for start, end in stretches)


def _holds(statement: Statement, number: NumberMention) -> bool:
    """Whether a statement's own people are the ones counted there."""
    who = statement.who
    return (
        who is not None and who.mention.start is not None and who.mention.start <= number.start < (who.mention.end or 0)
    )


def _family(statement: Statement) -> str:
    return term("acts", statement.act).family


def _same_people(one: Statement, other: Statement) -> bool:
    """Whether two statements name their people by a common word ("250 people", "some 250 people on board")."""
    return bool(_named(one) & _named(other))


def _named(statement: Statement) -> frozenset[str]:
    who = statement.who
    words = "" if who is None else f"{who.mention.text} {who.mention.refers_to} {' '.join(who.names)}"
    return frozenset(word for word in _WORD.findall(words.lower()) if word not in _EMPTY)


def _differ(one: Statement, other: Statement) -> bool:
    if one.figure is None or other.figure is None or one.figure.value is None or other.figure.value is None:
        return False
    return one.figure.value != other.figure.value


def _with(names: tuple[str, ...], name: str) -> tuple[str, ...]:
    return names if name in names else (*names, name)
