"""Reading with a language model: what would leave, what has left, and the statements that came of it.

Two entries of the audit log surround what leaves: ``send``, written before the first byte goes out, and ``receive``,
with what really went and what the service counted. A process that is ended in between leaves the first of them behind.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from paradero.casework.actor import Actor
from paradero.casework.progress import Progress, Step, unwatched
from paradero.casework.reading import EngineReader, ReadReport, asked_for, version_with
from paradero.model import Document, Problem, Statement
from paradero.store import Act, Casebook, Found

if TYPE_CHECKING:
    from paradero.reading.engines.llm import Exchange, Service
    from paradero.reading.estimating import Estimate

ENGINE = "llm"  # as ``paradero.reading.engines`` has it, which is imported late


@dataclass(frozen=True, slots=True)
class Sending:
    """What would leave when documents are read: their ids, where it would go, and the estimate.

    ``skipped`` are the ids of documents that the same model has read before; they are not sent again.
    """

    documents: tuple[str, ...]
    service: Service
    estimate: Estimate
    skipped: tuple[str, ...] = ()

    @property
    def cost(self) -> float | None:
        """The estimated cost; None when the prices are unknown."""
        return self.service.cost(self.estimate.tokens_in, self.estimate.tokens_out)


@dataclass(frozen=True, slots=True)
class Sent:
    """What left for one document.

    Attributes:
        document: its id. address, model: where it went; answered_by: the model that the service names.
        portions, requests, characters: of them all. tokens_estimated: sent, as estimated before.
        tokens_in, tokens_out: as the service counted them; None when it did not for every portion.
        cost, currency: None when a price or a number is unknown.
        answered: portions that were answered. whole: whether all of the document was.
    """

    document: str
    address: str
    model: str
    answered_by: str
    portions: int
    requests: int
    characters: int
    tokens_estimated: int
    tokens_in: int | None
    tokens_out: int | None
    cost: float | None
    currency: str
    answered: int
    whole: bool


@dataclass(frozen=True, slots=True)
class Answered:
    """What was read in one document, and what left for it; ``sent`` is None when it held nothing to send."""

    statements: tuple[Statement, ...]
    problems: tuple[Problem, ...]
    sent: Sent | None

    @property
    def heard(self) -> bool:
        """Whether anything was answered, or there was nothing to ask."""
        return self.sent is None or self.sent.answered > 0


def plan(casebook: Casebook, documents: Sequence[str] | None, service: Service, *, again: bool = False) -> Sending:
    """Return what would leave when documents are read; nothing is sent.

    Args:
        casebook: where.
        documents: ids or prefixes; None for every document that no newer one replaces.
        service: who would be asked.
        again: whether documents that the same model has read before, whole, would be sent once more.
    """
    from paradero.reading.estimating import Estimate, estimate

    ids = asked_for(casebook, documents)
    before = frozenset() if again else casebook.read_by(ENGINE, _version(casebook, service))
    left = tuple(id for id in ids if id not in before)
    total = Estimate()
    for id in left:
        total += estimate(casebook.document(id), service)
    return Sending(left, service, total, tuple(id for id in ids if id in before))


def _version(casebook: Casebook, service: Service) -> str:
    from paradero.reading.engines.llm import LanguageModel

    return version_with(LanguageModel(service).version, casebook.gazetteer)


class Sender:
    """Reads documents of a casebook by a language model, with what leaves written into its audit log.

    Attributes:
        sent: what has left so far, a document each.
        stopped: whether the service failed in a way in which it would fail again.
    """

    def __init__(
        self, casebook: Casebook, service: Service, actor: Actor, wait: Callable[[float], None] = time.sleep
    ) -> None:
        self._casebook, self._service, self._actor, self._wait = casebook, service, actor, wait
        self._names = EngineReader(ENGINE, casebook.gazetteer)
        self.sent: list[Sent] = []
        self.stopped = False

    def read(self, document: Document) -> Answered:
        """Ask about one document."""
        from paradero.reading import read as read_document
        from paradero.reading.engines.llm import LanguageModel
        from paradero.reading.estimating import estimate

        expected = estimate(document, self._service)
        if not expected.portions:
            return Answered(*read_document(document, "rules", self._names.names()), None)
        exchanges: list[Exchange] = []
        self._record("send", self._announced(document, expected))
        engine = LanguageModel(self._service, exchanges.append, self._wait)
        statements, problems = read_document(document, engine, self._names.names())
        sent = self._summed(document, expected, exchanges)
        self.sent.append(sent)
        self._record("receive", _details(sent))
        self.stopped = any(one.lasting for one in exchanges)
        return Answered(statements, problems, sent)

    def keep(self, document: Document, answered: Answered) -> tuple[str, ...]:
        """Write the statements of a document, as one act; return the ids that are new.

        Of a document of which nothing was answered only the problems are kept. The engine's version is written only
        when all of it was read: what was read in part is read again the next time.
        """
        at = self._casebook.now()
        dated = tuple(replace(statement, recorded_at=at) for statement in answered.statements)
        found = tuple(Found(problem, "read", document.id) for problem in answered.problems)
        details = {"document": document.id, "engine": ENGINE, "statements": len(dated)}
        if answered.sent is not None:
            details |= {"model": answered.sent.model, "whole": answered.sent.whole}
        if answered.sent is None or answered.sent.whole:
            details["version"] = _version(self._casebook, self._service)
        act = Act("read", self._actor.name, at, details, statements=dated, problems=found)
        return self._casebook.record(act).statements

    def _record(self, name: str, details: dict[str, Any]) -> None:
        self._casebook.record(Act(name, self._actor.name, self._casebook.now(), details))

    def _announced(self, document: Document, expected: Estimate) -> dict[str, Any]:
        return {
            "document": document.id,
            "address": self._service.endpoint,
            "model": self._service.model,
            "portions": expected.portions,
            "characters": expected.characters,
            "tokens_estimated": expected.tokens_in,
        }

    def _summed(self, document: Document, expected: Estimate, exchanges: Sequence[Exchange]) -> Sent:
        tokens_in = _sum([one.usage.tokens_in for one in exchanges])
        tokens_out = _sum([one.usage.tokens_out for one in exchanges])
        return Sent(
            document=document.id,
            address=self._service.endpoint,
            model=self._service.model,
            answered_by=next((one.usage.model for one in exchanges if one.usage.model), ""),
            portions=len(exchanges),
            requests=sum(one.requests for one in exchanges),
            characters=sum(one.characters for one in exchanges),
            tokens_estimated=expected.tokens_in,
            tokens_in=tokens_in,
            tokens_out=tokens_out,
            cost=self._service.cost(tokens_in, tokens_out),
            currency=self._service.currency,
            answered=sum(one.answered for one in exchanges),
            whole=len(exchanges) == expected.portions and all(one.answered for one in exchanges),
        )


def send(
    casebook: Casebook,
    documents: Sequence[str] | None,
    service: Service,
    *,
    actor: Actor,
    progress: Progress | None = None,
    again: bool = False,
    wait: Callable[[float], None] = time.sleep,
) -> tuple[ReadReport, tuple[Sent, ...], tuple[Problem, ...]]:
    """Read documents by a language model and keep the statements. Whoever calls this has asked the person first.

    Args:
        casebook: where.
        documents: ids or prefixes; None for every document that no newer one replaces.
        service: who is asked; one document after another.
        actor: who has them read, and sent.
        progress: told before each document and at the end.
        again: also send documents that the same model has read before, whole.
        wait: what waits when the service is busy.

    Returns:
        What was added, what left, and every problem found. When the service fails in a way in which it would fail
        again (no such address, a wrong key, too many questions), the documents after are not sent.
    """
    sending = plan(casebook, documents, service, again=again)
    ids, moved = sending.documents, unwatched if progress is None else progress
    sender, new, statements, asked = Sender(casebook, service, actor, wait), list[str](), 0, 0
    problems: list[Problem] = []
    done: list[str] = []
    for id in ids:
        document = casebook.document(id)
        moved(Step(asked, len(ids), document.name, statements))
        answered = sender.read(document)
        new += sender.keep(document, answered)
        asked, statements = asked + 1, statements + len(answered.statements)
        problems += answered.problems
        if answered.heard:
            done.append(id)
        if sender.stopped:
            problems += _left(ids[asked:], document)
            break
    moved(Step(asked, len(ids), "", statements))
    problems += EngineReader(ENGINE, casebook.gazetteer).problems()
    report = ReadReport(tuple(done), tuple(new), statements - len(new), sending.skipped)
    return report, tuple(sender.sent), tuple(problems)


def _left(ids: Sequence[str], document: Document) -> tuple[Problem, ...]:
    if not ids:
        return ()
    cause = f"{len(ids)} documents after it were not sent, because the language model would fail again."
    hint = "Mend what the problem before says, and read them again."
    return (Problem("llm_stopped", document.name, cause, hint, severity="warning"),)


def _details(sent: Sent) -> dict[str, Any]:
    return {name: getattr(sent, name) for name in Sent.__dataclass_fields__ if getattr(sent, name) not in (None, "")}


def _sum(counts: Sequence[int | None]) -> int | None:
    """The sum of what was counted; unknown as soon as one number is."""
    known = [count for count in counts if count is not None]
    return sum(known) if known and len(known) == len(counts) else None
