"""Closing: a part of the ledger is filled until nothing that its answers hang on is outside of it.

Persons hang on the records that people judged to be the same; groups on everybody of their kind, and on the kinds that
people judged to be the same; an exchange on every report that tells of one, on their groups, and on the lists of its
legs. For whom a speaker speaks may be told in another report.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING

from paradero.casework.ledger.gathered import Found, Gathered, OfDocument
from paradero.casework.ledger.keys import GROUP, group_key, kind_key, name_key, record_key, voice_key
from paradero.casework.ledger.sources import MARKER, TIMED, WHOLE, row_of
from paradero.model.judgement import known_by

if TYPE_CHECKING:
    from paradero.ledger import Claim, Exchange, Placing, Roll

_HEX = frozenset("0123456789abcdef")
_DIGITS = 64  # of an id


class NeedsWhole(Exception):
    """Somebody placed what only the whole ledger knows, such as a movement."""


class Closing:
    """A part in the making.

    Attributes:
        gathered: what was read. words: people's words on exchanges.
        records, names, kinds: of the persons, of people told by name alone, and of the groups that it is complete for.
        exchanges: whether it is complete for exchanges.
    """

    def __init__(self, gathered: Gathered, words: Sequence[Placing]) -> None:
        self.gathered, self.index, self.words = gathered, gathered.sources.index, words
        self.records: set[str] = set()
        self.names: set[str] = set()
        self.kinds: set[bytes] = set()
        self.exchanges = False
        self._beside: set[int] = set()  # documents that are here only to tell for whom somebody speaks
        self._heard: set[str] = set()
        self._probed = False
        if gathered.said_by is not None:  # what was said until then may tell other things than all that was said
            self._take(one.number for one in self.index.flagged(TIMED).values())

    def take_subject(self, id: str) -> None:
        """Take a person by the id of a record, a group by its id, or people who are told by a name alone."""
        self.names.add(id)
        self._take(self.index.with_keys([name_key(id)]))
        self._take_rows(self.index.rows_with([name_key(id)]))
        if len(id) == _DIGITS and set(id) <= _HEX:
            self.take_records([id])
            self._take_group(id)

    def take_persons_of(self, statements: Sequence[str]) -> None:
        """Take the persons of whom some statements tell, known or by a name alone; rows also if corrected since."""
        self._take_statements(self.gathered.sources.lookup.documents_of(statements))
        self.take_records(row_of(one) for one in self.gathered.sources.lookup.statements(statements).values())
        wanted = set(statements)
        told = [one for part in self.gathered.documents() for one in part.claims if one.statement in wanted]
        for id in {id for one in told if one.whom is not None for id in one.whom.persons or one.whom.names}:
            self.take_subject(id)

    def take_records(self, records: Iterable[str]) -> bool:
        """Take persons by ids of their records; tell whether anything came in."""
        wanted = {one for record in records for one in self.gathered.records_of(record)} - self.records
        keys = [record_key(one) for one in wanted]
        self.records |= wanted
        return self._take(self.index.with_keys(keys)) | self._take_rows(self.index.rows_with(keys))

    def take_everything(self) -> None:
        """Take all documents, and all persons whom they tell of; nothing hangs on anything outside then."""
        self._take(one.number for one in self.index.documents().values())
        parts = self.gathered.documents()
        told = {record for part in parts for own in part.records.values() for record in own}
        self.gathered.persons(told)
        self.records |= {one for record in told for one in self.gathered.records_of(record)}
        self.exchanges = True

    def take_exchanges(self) -> None:
        """Take what exchanges are made of: the reports that tell of any, and what people placed."""
        if self.exchanges:
            return
        self.exchanges = True
        marking = {one.number for one in self.index.flagged(MARKER).values()}
        self._take(marking)
        self.gathered.documents()  # all that is kept of them is read in one go
        stood = self.gathered.stood(marking)
        kinds = {kind for number in stood for kind in self._kinds(self._document(number).claims)}
        for person in self._given_up(stood):
            self.take_subject(person)
        self._take_kinds(kinds | self._placed())

    def _given_up(self, documents: Iterable[int]) -> set[str]:
        """Return the persons, or the names, of whom a report says that they were given in return for others."""
        from paradero.ledger.assembling import marks

        told = [one for number in documents for one in self._document(number).claims if one.row is None and marks(one)]
        return {id for one in told if one.whom is not None for id in one.whom.persons or one.whom.names}

    def close(self) -> bool:
        """Take in what the groups hang on, and who speaks for whom; tell whether anything came in."""
        more = False
        while self._same_people():
            more = True
        while self._voices():
            more = True
        return more

    def take_lists(self, exchanges: Sequence[Exchange], rolls: Sequence[Roll]) -> bool:
        """Take the lists of the legs of exchanges, with everybody on them; tell whether anything came in."""
        from paradero.ledger.rolls_compared import placed

        more = self._probe() if exchanges else False
        legs = [leg for one in exchanges for leg in one.legs]
        told = {claim.document for leg in legs for claim in leg.movement.every}
        belonging = {id for one in exchanges for id in placed(rolls, one.legs, self.words)}
        for known in self.index.documents(told | belonging).values():
            if known.listed:
                more |= self._take([known.number])
            if known.id in belonging and known.number in self.gathered.whole:
                records = {one for own in self._document(known.number).records.values() for one in own}
                more |= self.take_records(records)
        return more

    def is_complete(self, claim: Claim) -> bool:
        """Tell whether the part holds all of the group that a claim is about."""
        return _of_group(claim) and kind_key(claim) in self.kinds

    def _take(self, numbers: Iterable[int]) -> bool:
        wanted = set(numbers)
        self._beside -= wanted
        return self.gathered.take(wanted)

    def _take_rows(self, found: Collection[Found]) -> bool:
        return self.gathered.take_rows(found)

    def _document(self, number: int) -> OfDocument:
        return self.gathered.document(number)

    def _kinds(self, claims: Iterable[Claim]) -> set[bytes]:
        return {kind_key(one) for one in claims if _of_group(one)}

    def _take_group(self, id: str) -> None:
        """Take the kind of the claim that is the first of a group."""
        key = GROUP + bytes.fromhex(id)
        rows = self.index.rows_with([key])
        numbers = self.index.with_keys([key]) | {number for _, _, number in rows}
        self._take(self.index.with_keys([key]))
        self._take_rows(rows)
        stood = self.gathered.stood(numbers)
        own = [one for number in stood for one in self._document(number).claims]
        self._take_kinds(self._kinds(one for one in own if _of_group(one) and group_key(one) == key))

    def _take_kinds(self, kinds: set[bytes]) -> bool:
        new = kinds - self.kinds
        if not new:
            return False
        if not self.kinds:  # lists whose rows lean on each other may tell of anybody
            self._take(one.number for one in self.index.flagged(WHOLE).values())
        self.kinds |= new
        return self._take(self.index.with_keys(new)) | self._take_rows(self.index.rows_with(new))

    def _placed(self) -> set[bytes]:
        """Take what people placed; return the kinds of the groups among it."""
        ids = {id.partition("#")[0] for word in self.words for id in (word.one, word.other)}
        where = self.gathered.sources.lookup.documents_of(sorted(ids))
        lists = self.index.documents(ids)
        if ids - where.keys() - lists.keys():
            raise NeedsWhole
        self._take(one.number for one in lists.values())
        self._take_statements(where)
        own = [one for part in self.gathered.documents() for one in part.claims if one.statement in where]
        records = {record for part in self.gathered.documents() for id in where for record in part.records.get(id, ())}
        self.take_records(records)
        return self._kinds(own)

    def _take_statements(self, where: dict[str, str]) -> bool:
        """Take statements: the row of a list, or the whole of a report."""
        known = self.index.documents(set(where.values()))
        rows = {(b"", id, known[of].number) for id, of in where.items() if known[of].listed}
        reports = {one.number for one in known.values() if not one.listed}
        return self._take(reports) | self._take_rows(rows)

    def _same_people(self) -> bool:
        """Take what people judged to speak of the same people as a group does."""
        from paradero.linking import standing

        parts = self.gathered.documents()
        made = [one for one in self.gathered.judgements.values() if known_by(one.made_at, self.gathered.known_on)]
        same = [pair for pair, of in standing(made).items() if of[-1].decision == "same"]
        judged = {id for pair in same for id in pair}
        said = (one for part in parts for one in part.claims if one.statement in judged)
        own = {one.statement for one in said if self.is_complete(one)}
        pairs = [pair for pair in same if own & set(pair)]
        others = self.gathered.sources.lookup.documents_of(sorted({id for pair in pairs for id in pair}))
        more = self._take_statements(others)
        told = [one for part in self.gathered.documents() for one in part.claims if one.statement in others]
        return self._take_kinds(self._kinds(told)) | more

    def _voices(self) -> bool:
        """Take a report for each party for which a speaker speaks elsewhere, where the own words do not tell it."""
        from paradero.ledger.resolving import NOBODYS

        parts = [one for one in self.gathered.documents() if one.known.number not in self._beside]
        silent = {one.speaker for part in parts for one in part.claims if not one.party}
        more = False
        for speaker in sorted(silent - self._heard):
            self._heard.add(speaker)
            if speaker.casefold() not in NOBODYS:
                more |= self._hear(speaker, parts)
        return more

    def _hear(self, speaker: str, parts: Sequence[OfDocument]) -> bool:
        begin = voice_key(speaker)
        told: dict[bytes, set[int]] = {}
        for key, number in self.index.between(begin, begin + b"\xff" * 16):
            told.setdefault(key, set()).add(number)
        here = {voice_key(one.speaker, one.party) for part in parts for one in part.claims if one.party}
        more = False
        for key in sorted(told.keys() - here):
            for number in sorted(self.gathered.stood(told[key])):
                new = number not in self.gathered.whole
                claims = self._document(number).claims if not new else self._read(number).claims
                if any(one.party and voice_key(one.speaker, one.party) == key for one in claims):
                    self.gathered.take([number])
                    self._beside |= {number} if new else set()
                    more = True
                    break
        return more

    def _read(self, number: int) -> OfDocument:
        return self.gathered.read(self.gathered.stood([number])[number])

    def _probe(self) -> bool:
        """Take a row of each list that tells that people came, so that it shows whether the list belongs to a leg."""
        from paradero.ledger import DELIVERED
        from paradero.ledger.stated import STATES

        if self._probed:
            return False
        self._probed = True
        coming = [act for act, state in STATES.items() if state in DELIVERED]
        more = False
        for known in self.gathered.stood(self.index.telling(coming)).values():
            wanted = set(coming)
            for seen in self.gathered.sources.lookup.glances(known.id):
                if seen.act in wanted and self.gathered.read(known, [seen.id]).claims:
                    more |= self._take_rows({(b"", seen.id, known.number)})
                    wanted.discard(seen.act)
                    if not wanted & self.index.acts_of(known.number):
                        break
        return more


def _of_group(claim: Claim) -> bool:
    return claim.whom is not None and not claim.whom.persons and not claim.whom.names
