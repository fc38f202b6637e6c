"""From act mentions and attributions to statements: who says it, with what stance, about whom, how many, when."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from paradero.model import (
    Accusation,
    Figure,
    Mention,
    Span,
    Statement,
    When,
    Who,
)
from paradero.reading.acts.modality import HEDGES
from paradero.reading.cues import is_saying, stance_of
from paradero.reading.displayed import is_introduced
from paradero.reading.names import person_names
from paradero.reading.numbered import figure_of, scope_of
from paradero.text.en.anchors import anchor_of, resolve_at
from paradero.text.en.dates import resolve

if TYPE_CHECKING:
    from collections.abc import Sequence

    from paradero.model import Document, Reader, Speaker
    from paradero.reading.acts.mention import ActMention
    from paradero.reading.chains import Chains, Places
    from paradero.reading.contents import Contents
    from paradero.reading.gazetteer import Gazetteer
    from paradero.reading.linker import Attribution
    from paradero.reading.parts import Parts
    from paradero.reading.speakers import Holders, Narrators, Source
    from paradero.text.en.anchors import Anchor
    from paradero.text.stretches import Stretches

_WORD = re.compile(r"[^\W\d_]+")
_SELF = frozenset("i me my myself mine".split())
_OTHERS = frozenset("they them their these those".split())


def _is_another_name(speaker: Speaker) -> bool:
    """Whether the name holds words that are not written here: "he", "Mr Reva" or "the lawyers" was tied to somebody.

    "The Venezuelan government" for "Government of Venezuela" is the same words in another form.
    """
    written = {word[:5] for word in _WORD.findall(speaker.as_written.lower())}
    named = {word[:5] for word in _WORD.findall(speaker.name.lower()) if word not in ("of", "the", "and")}
    return bool(written) and not named <= written


def _about(name: str, source: Source) -> bool:
    """Whether a name is that of the speaker, whole or in part."""
    speaker = source.speaker
    return bool(name) and (name in (speaker.name, speaker.as_written) or name.lower() in speaker.name.lower())


@dataclass(frozen=True, slots=True)
class Reading:
    """All that is known of one document when its statements are put together.

    Attributes:
        document: what is read; identity: its id, worked out once. reader: which engine, which version.
        attributions, sources: who says what, aligned. contents: of these, by place. quoted: what stands between
            quotation marks. parts: of the document, by place.
        holders: antecedents. gazetteer: names of places and bodies. narrators: who speaks where nobody is quoted.
        chains: of the people concerned. places: that have a name.
    """

    document: Document
    identity: str
    reader: Reader
    attributions: Sequence[Attribution]
    contents: Contents
    sources: Sequence[Source]
    quoted: Stretches
    parts: Parts
    holders: Holders
    gazetteer: Gazetteer
    narrators: Narrators
    chains: Chains
    places: Places

    def statement(self, act: ActMention, said: int | None) -> Statement:
        """Make the statement of an act mention; ``said`` is the number of the attribution that it belongs to."""
        text, roles = self.document.text, act.roles
        source = self.sources[said] if said is not None else None
        cue = self._cue(said)
        stance = act.mood.stance or (stance_of(cue, self._content(said)) if source is not None else "asserts")
        if stance == "asserts" and act.mood.leaning and source is not None:
            stance = act.mood.leaning
        who = self._who(act, source)
        part = self.parts.at(act.trigger[0])
        said_on = part.said_on if part is not None else None
        when = self._when(act, anchor_of(said_on, self.document.provenance.anchor))
        return Statement(
            document=self.identity,
            part=part.name if part is not None else "",
            span=self._span(act, said, stance),
            trigger=Span.of(text, *act.trigger, self.document.page_at(act.trigger[0])),
            speaker=source.speaker if source is not None else self.narrators.at(act.trigger[0]),
            stance=stance,
            act=act.act,
            reader=self.reader,
            modality=act.mood.modality,
            polarity=act.mood.polarity,
            scope=scope_of(text, roles["who"], act.trigger[1]) if "who" in roles else "",
            hedge=act.mood.hedge,
            relay=source.relay if source is not None else part.relay if part is not None else "",
            cue=cue,
            channel=source.channel if source is not None else "",
            quoted=bool(self.quoted.meeting(act.trigger[0], act.trigger[0] + 1)),
            who=who,
            by=self._mention(roles.get("by")),
            origin=self._mention(roles.get("from")),
            destination=self._mention(roles.get("to")),
            at=self._place(roles.get("at"), act),
            in_return_for=self._mention(roles.get("in_return_for")),
            basis=self._mention(roles.get("basis")),
            outcome=self._mention(roles.get("outcome")),
            reason=self._mention(roles.get("reason")),
            accusation=self._accusation(act),
            figure=who.group if who is not None else None,
            when=when,
            denies=self._content(said) if stance == "denies" else "",
            worked_out=(*(("act",) if act.told_before else ()), *self._worked_out(said, when, said_on)),
            said_on=said_on,
        )

    # -- who says it ------------------------------------------------------------------------------------------------

    def said(self, act: ActMention) -> int | None:
        """Return the number of the attribution whose content holds the trigger; of several, the narrowest."""
        at = act.trigger[0]
        holding = (i for i in self.contents.holding(at, at + 1) if is_saying(self._cue(i)) and not self._only_hedges(i))
        return min(holding, key=lambda i: (self.contents.sizes[i], i), default=None)

    def _only_hedges(self, said: int) -> bool:
        """Whether nothing but an adjective makes it an attribution: in "alleged gangsters freed" nobody alleges."""
        return not self.attributions[said].source and self._cue(said).lower() in HEDGES

    def _cue(self, said: int | None) -> str:
        if said is None:
            return ""
        return " ".join(self.document.text[s:e] for s, e in self.attributions[said].cue)

    def _content(self, said: int | None) -> str:
        if said is None:
            return ""
        return " ".join(self.document.text[s:e] for s, e in self.attributions[said].content)

    def _span(self, act: ActMention, said: int | None, stance: str) -> Span:
        """The clause; what somebody is called or compared to is part of it ("calling the prison a camp")."""
        start, end = act.start, act.end
        if stance == "characterises" and said is not None:
            for s, e in self.attributions[said].content:
                if s <= act.trigger[0] < e:
                    start, end = min(start, s), max(end, e)
        return Span.of(self.document.text, start, end, self.document.page_at(start))

    # -- about whom -------------------------------------------------------------------------------------------------

    def _mention(self, span: tuple[int, int] | None) -> Mention | None:
        if span is None:
            return None
        words = self.document.text[span[0] : span[1]]
        fuller = self.places.stands_for(*span) or self.holders.antecedent(*span)
        return Mention(words, span[0], span[1], fuller if len(fuller) > len(words) else "")

    def _place(self, span: tuple[int, int] | None, act: ActMention) -> Mention | None:
        """The place; one that is only described ("the prison where they were held, Evin") refers to the name
        behind it.
        """
        mention = self._mention(span)
        if mention is None or span is None or mention.refers_to or not mention.text[:1].islower():
            return mention
        end = max(span[1], act.end)
        behind = self.gazetteer.find(self.document.text, end, min(end + 80, act.sentence[1]))
        near = [
            f for f in behind if f.entry.kind == "facility" and self.document.text[end : f.start].strip() in (",", "")
        ]
        return replace(mention, refers_to=near[0].text) if near else mention

    def _who(self, act: ActMention, source: Source | None) -> Who | None:
        """The people; "they" in somebody's words about others is never taken for the speaker."""
        span = act.roles.get("who")
        if span is None:
            return None
        words = self.document.text[span[0] : span[1]]
        mention = Mention(words, *span, self._stands_for(span, words, source))
        speaks = source is not None and mention.text.lower() in _OTHERS
        if source is not None and speaks and _about(mention.refers_to, source):
            mention = replace(mention, refers_to="")
        names = person_names(self.document.text, *span, self.gazetteer)
        return Who(mention, names, figure_of(self.document.text, span, act.sentence) or self._elsewhere(act))

    def _elsewhere(self, act: ActMention) -> Figure | None:
        """The number that an engine finds said of the people in other words than theirs."""
        span = act.roles.get("figure")
        return figure_of(self.document.text, span, act.sentence) if span is not None else None

    def _stands_for(self, span: tuple[int, int], words: str, source: Source | None) -> str:
        """Who the people are: "I" is the person who speaks; others are in their chain."""
        if words.lower() in _SELF and source is not None:
            return source.speaker.name if source.speaker.kind == "person" else ""
        return self.chains.stands_for(*span)

    # -- of what, when ----------------------------------------------------------------------------------------------

    def _accusation(self, act: ActMention) -> Accusation | None:
        span = act.roles.get("accusation")
        if span is None:
            return None
        accuser = act.roles.get("accuser") or (act.roles.get("by") if act.act in ("accused", "charged") else None)
        text = self.document.text
        return Accusation(text[span[0] : span[1]], text[accuser[0] : accuser[1]] if accuser else "", *span)

    def _when(self, act: ActMention, anchor: Anchor | None) -> When | None:
        if act.time is None:
            return None
        written = self.document.text[act.time[0] : act.time[1]]
        return resolve_at(written, anchor, planned=act.mood.modality == "planned")

    def _worked_out(self, said: int | None, when: When | None, said_on: When | None) -> tuple[str, ...]:
        names = []
        speaker = self.sources[said].speaker if said is not None else None
        if speaker is not None and said is not None and speaker.resolved:
            introduced = is_introduced(self.document.text, self.attributions[said])
            if _is_another_name(speaker) or not introduced:
                names.append("speaker")
        if when is not None and when.known and not re.search(r"\d{4}", when.written):
            names.append("when")
        if said_on is not None and said_on.known and not resolve(said_on.written, None).known:
            names.append("said_on")
        return tuple(names)
