"""The question put to a service, in the form it takes: with a schema beside the messages, or in plain words.

Services differ: some refuse a ``response_format`` with a schema, some models a temperature. What is refused with status
400 or 422 is left out, and not asked for again.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from paradero.reading.engines.llm.failures import Failure
from paradero.reading.engines.llm.prompting import messages, response_format

if TYPE_CHECKING:
    from paradero.reading.engines.llm.asking import Line, Reply
    from paradero.reading.engines.llm.portions import Portion
    from paradero.reading.engines.llm.service import Service

_NOT_UNDERSTOOD = frozenset({400, 422})


@dataclass(frozen=True, slots=True)
class Asked:
    """What came of asking about a portion: the reply or the failure, the number of requests, and their characters."""

    reply: Reply | Failure
    requests: int
    characters: int


class Questioner:
    """Asks about portions, and remembers what the service takes."""

    def __init__(self, service: Service, line: Line) -> None:
        self._model, self._line = service.model, line
        self._with_schema = self._with_temperature = True

    def ask(self, text: str, portion: Portion) -> Asked:
        """Ask about a portion, again in plainer form where the service does not understand."""
        requests = characters = 0
        while True:
            question = self._question(text, portion)
            before = self._line.requests
            reply = self._line.ask(question)
            sent = self._line.requests - before
            requests += sent
            characters += sent * len(written(question))
            if not isinstance(reply, Failure) or not self._plainer(reply):
                return Asked(reply, requests, characters)

    def _question(self, text: str, portion: Portion) -> dict[str, Any]:
        question = plain_question(self._model, text, portion, with_schema=self._with_schema)
        # The same text should be read the same again.
        return question | ({"temperature": 0} if self._with_temperature else {})

    def _plainer(self, failure: Failure) -> bool:
        """Leave out what a service did not understand; False when there is nothing left to leave out."""
        if failure.status not in _NOT_UNDERSTOOD:
            return False
        if self._with_temperature and "temperature" in failure.said.lower():
            self._with_temperature = False
            return True
        if self._with_schema:
            self._with_schema = False
            return True
        return False


def plain_question(model: str, text: str, portion: Portion, *, with_schema: bool = True) -> dict[str, Any]:
    """Return the body of a request; without a schema beside the messages, they hold it in words."""
    question: dict[str, Any] = {"model": model, "messages": messages(text, portion, with_schema=not with_schema)}
    return question | ({"response_format": response_format()} if with_schema else {})


def written(question: dict[str, Any]) -> str:
    """Return what of a question a model reads: its messages and its schema."""
    schema = json.dumps(question["response_format"]) if "response_format" in question else ""
    return "".join(message["content"] for message in question["messages"]) + schema
