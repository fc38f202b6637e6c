"""Indexing: the index of a casebook, brought up to date by its audit log; it is never asked while it is behind.

Only documents that later entries touched are worked through anew: those that came in, whose statements came in, or
whose statements were judged. What an act may reach beyond that is worked through as well: every report when somebody
is taken out or taken back, everything when the casebook's names change, or when an act is not known here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace
from hashlib import sha256

from paradero.casework.ledger.keeping import Reading, made_with, written
from paradero.casework.ledger.keys import keys_of_claims, record_key, record_named, record_of_row
from paradero.casework.ledger.row_keys import rows_indexed
from paradero.casework.ledger.sources import MARKER, TIMED, WHOLE, Sources, records_of, standing_then
from paradero.model import Judgement, Statement
from paradero.store import SUPPRESSING, Casebook, Index, IndexFailed, Known, ListImport

KEYS = "1"  # raised whenever the same statements get other keys
MOST_KEPT = 250_000  # statements of one document; about 1 KB of the file each
_ACTS = frozenset(
    {
        "new",
        "add",
        "read",
        "send",
        "receive",
        "judge",
        "import",
        "export",
        "policy",
        "calibrate",
        "exchange",
        "relate",
        "import_figures",
        *SUPPRESSING,
    }
)


@contextmanager
def index_of(casebook: Casebook) -> Iterator[Index | None]:
    """Open the index of a casebook, up to date; None when it cannot be written, so that the whole has to be read."""
    index = _opened(casebook)
    try:
        yield index
    finally:
        if index is not None:
            index.close()


def _opened(casebook: Casebook) -> Index | None:
    for _ in range(2):
        index = None
        try:
            index = Index(casebook.index_path)
            bring_up_to_date(casebook, index)
        except BaseException as error:
            if index is not None:
                index.close()
            if not isinstance(error, IndexFailed):
                raise
            if not error.damaged or not forget(casebook):
                return None
        else:
            return index
    return None


def forget(casebook: Casebook) -> bool:
    """Take the index of a casebook away, so that it is built anew; False when it cannot be taken away."""
    try:
        casebook.index_path.unlink(missing_ok=True)
    except OSError:
        return False
    return True


def bring_up_to_date(casebook: Casebook, index: Index) -> bool:
    """Bring an index up to date in one transaction; tell whether anything was to be done."""
    if _is_up_to_date(casebook, index):
        return False
    with index.changing():
        if not _is_up_to_date(casebook, index):
            _Update(Sources(casebook, index)).run()
    return True


def _about(casebook: Casebook) -> dict[str, str]:
    own = casebook.gazetteer
    return {"keys": KEYS, "names": "" if own is None else sha256(own.read_bytes()).hexdigest()}


def _is_up_to_date(casebook: Casebook, index: Index) -> bool:
    return index.meta().items() >= stands_at(casebook).items()


def stands_at(casebook: Casebook) -> dict[str, str]:
    """Return what an index says about itself that is up to date."""
    entry = casebook.last_entry()
    told = {**_about(casebook), "entry": str(entry), "hash": casebook.lookup.hash_of(entry)}
    return {**told, "made_with": made_with()}


def keep(index: Index, stands_at: Mapping[str, str], readings: Mapping[int, Reading]) -> None:
    """Keep what documents were read to, unless the index has changed since; not when it cannot be written now.

    Args:
        index: where. stands_at: what it said of itself when the documents were read.
        readings: by the number of the document; those of very long lists are not kept.
    """
    with suppress(IndexFailed), index.changing():
        if index.meta() == stands_at:
            for number, one in readings.items():
                if len(one.statements) <= MOST_KEPT:
                    index.keep(number, one.since, written(one))


class _Update:
    """One update of an index, from the entry that it knows to the last."""

    def __init__(self, sources: Sources) -> None:
        self.sources, self.index, self.lookup = sources, sources.index, sources.lookup
        self.casebook = sources.casebook

    def run(self) -> None:
        """Bring the index up to date."""
        now = stands_at(self.casebook)
        after = self._start()
        acts = self.lookup.acts(after)
        if after and not {act for _, act in acts} <= _ACTS:
            self.index.clear()
            after, acts = 0, self.lookup.acts(0)
        self.index.saw(acts)
        touched = self._new_documents(after)
        again = self._imports(after)
        touched |= self._judged(after)
        if after:  # else every document is new
            touched |= self.lookup.touched(after)
        if after and {act for _, act in acts} & set(SUPPRESSING):
            touched |= {one.id for one in self.index.documents().values() if not one.listed}
            self.index.forget_kept()
        for one in self.index.documents(touched).values():
            self.index.forget_kept([one.number])
            if one.listed:
                since = 0 if one.id in again or WHOLE in one.flags else after
                rows_indexed(self.sources, one, since)
            else:
                self._report(one)
        self.index.set_meta(**now)

    def _start(self) -> int:
        """Return the entry from which to go on; from the beginning when the index does not fit the casebook."""
        meta = self.index.meta()
        after = int(meta.get("entry", "0"))
        if not meta.items() >= _about(self.casebook).items() or meta.get("hash", "") != self.lookup.hash_of(after):
            self.index.clear()
            return 0
        if meta.get("made_with") != made_with():
            self.index.forget_kept()
        return after

    def _new_documents(self, after: int) -> set[str]:
        heads = self.lookup.heads(after)
        number = self.index.many_documents()
        for at, one in enumerate(heads, number + 1):
            self.index.add_document(Known(at, one.id, one.recorded_at, one.replaces, one.day, one.sheets))
        return {one.id for one in heads}

    def _imports(self, after: int) -> set[str]:
        """Say which documents are lists; return those that became one, or were read in another way."""
        done: dict[str, list[ListImport]] = {}
        for one in self.lookup.imports(after):
            done.setdefault(one.how["document"], []).append(one)
            rows = ((record_of_row(one.how["document"], sheet, row), ids) for sheet, row, ids in one.left_out)
            self.index.leave_out((record, id) for record, ids in rows for id in ids)
        for id, known in self.index.documents(done).items():
            self.index.forget_kept([known.number])
            many = known.imports + len(done[id])
            self.index.add_document(replace(known, listed=known.listed or done[id][0].seq, imports=many))
        return set(done)

    def _judged(self, after: int) -> set[str]:
        """Say what the new judgements are about; return the documents whose statements they are about."""
        made = self.lookup.judgements_after(after)
        self.index.judge((thing, one.id) for one in made for thing in _things(one))
        about = {thing for one in made if one.decision not in ("same", "different", "unsure") for thing in _things(one)}
        seen: set[str] = set()
        while withdrawn := self.lookup.judgements(about - seen):
            seen |= about
            about |= {thing for one in withdrawn for thing in _things(one)}
        return set(self.lookup.documents_of(sorted(about)).values())

    def _report(self, known: Known) -> None:
        """Give a report its keys: whom its statements concern, whichever of them stood at any time."""
        from paradero.ledger import resolved
        from paradero.ledger.assembling import marks
        from paradero.reading.people import names_in

        said = self.casebook.statements(known.id)
        judgements = self.sources.judgements_about(said).values()
        keys: set[bytes] = set()
        if not known.sheets:
            forms = {name for one in said.values() for name in names_in(one, self.sources.gazetteer)}
            keys |= {record_key(record_named(known.id, name)) for name in forms}
        marked = False
        for stood in _as_they_stood(said, judgements):
            named = () if known.sheets else self.sources.people(known.id, stood)
            claims = self.sources.claims(known, stood, records_of(stood, named))
            marked = marked or any(map(marks, claims))
            keys |= keys_of_claims(resolved(claims))
        self.index.put_keys(known.number, keys)
        timed = any(one.said_on is not None for one in said.values())
        flags = (TIMED if timed else "") + (MARKER if marked else "")
        self.index.add_document(replace(known, flags=flags))


def _as_they_stood(said: Mapping[str, Statement], judgements: Iterable[Judgement]) -> Iterable[dict[str, Statement]]:
    """Return the statements that stood together at any moment, each set of them once."""
    made = tuple(judgements)
    moments = sorted({one.recorded_at for one in said.values()} | {one.made_at for one in made})
    sets = [standing_then(said, made, moment) for moment in moments]
    return {tuple(one): one for one in sets}.values()


def _things(judgement: Judgement) -> Iterable[str]:
    return (*judgement.about, *((judgement.replacement,) if judgement.replacement else ()))
