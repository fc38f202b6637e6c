"""Asking over HTTP: one request, one answer within its limits of time and size, and every failure as a problem.

The standard library's client: certificates are checked, no redirect is followed, no proxy is used, and nothing is sent
to any other host than the one that was set.
"""

from __future__ import annotations

import http.client
import json
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Event, Timer
from typing import Any
from urllib.parse import urlsplit

from paradero import __version__
from paradero.model import Problem
from paradero.reading.engines.llm.failures import Failure, by_status, unreachable, wrong_answer
from paradero.reading.engines.llm.service import Service

MOST_BYTES = 8_000_000  # of one answer; the longest honest one is a hundredth of it
TRIES = 3
LONGEST_WAIT = 60.0  # seconds that a service may make us wait before a repetition
_CHUNK = 65536
_BUSY = frozenset({429, 503})


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer of the service: the body of a status of success, as JSON."""

    body: Any


class Line:
    """The way to a service.

    Args:
        service: who is asked.
        wait: what waits between repetitions.

    Attributes:
        requests: how many were sent so far.
    """

    def __init__(self, service: Service, wait: Callable[[float], None] = time.sleep) -> None:
        self._service, self._wait = service, wait
        self.requests = 0

    def ask(self, question: dict[str, Any]) -> Reply | Failure:
        """Send a question and return the answer; repeat it when the service is busy and says for how long."""
        for tries in range(1, TRIES + 1):
            answered = self._once(question)
            if not isinstance(answered, Failure) or answered.status not in _BUSY or tries == TRIES:
                break
            pause = answered.wait if answered.wait is not None else 2.0**tries
            if pause > LONGEST_WAIT:
                break
            self._wait(pause)
        return answered

    def _once(self, question: dict[str, Any]) -> Reply | Failure:
        data = json.dumps(question).encode()
        late = Event()
        try:
            with self._connected(late) as connection:
                self.requests += 1
                connection.request("POST", urlsplit(self._service.endpoint).path, data, self._headers())
                response = connection.getresponse()
                body = _body(response)
        except (OSError, http.client.HTTPException, ValueError) as error:
            if late.is_set() or isinstance(error, TimeoutError):
                return self._too_late()
            return unreachable(self._service, error)
        if late.is_set():  # what was cut off may look like a whole answer
            return self._too_late()
        if body is None:
            return _too_long()
        if response.status != http.client.OK:
            return by_status(self._service, response.status, response.headers, body)
        return _as_json(self._service, body)

    @contextmanager
    def _connected(self, late: Event) -> Iterator[http.client.HTTPConnection]:
        """A connection that is shut when the time is up, so that a service that drips cannot hold us."""
        parts, timeout = urlsplit(self._service.endpoint), self._service.timeout
        kind = http.client.HTTPSConnection if self._service.encrypted else http.client.HTTPConnection
        connection = kind(self._service.host, parts.port, timeout=timeout)
        started = time.monotonic()
        connection.connect()
        timer = Timer(max(0.0, started + timeout - time.monotonic()), _shut, (connection.sock, late))
        timer.daemon = True
        timer.start()
        try:
            yield connection
        finally:
            timer.cancel()
            connection.close()

    def _headers(self) -> dict[str, str]:
        headers = {
            "Content-Type": "application/json",
            "Accept": "application/json",
            "Accept-Encoding": "identity",  # a small packed answer could unpack to a huge one
            "User-Agent": f"paradero/{__version__}",
            "Connection": "close",
        }
        return headers | ({"Authorization": f"Bearer {self._service.key}"} if self._service.key else {})

    def _too_late(self) -> Failure:
        cause = f"The language model gave no whole answer within {self._service.timeout:g} seconds."
        hint = "Try again, or allow more time with PARADERO_LLM_TIMEOUT."
        return Failure(Problem("llm_timeout", "", cause, hint))


def _shut(line: socket.socket, late: Event) -> None:
    late.set()
    try:
        line.shutdown(socket.SHUT_RDWR)
    except OSError:
        return  # closed already


def _body(response: http.client.HTTPResponse) -> bytes | None:
    """Read an answer; None when it is longer than any may be."""
    pieces, size = [], 0
    while piece := response.read1(_CHUNK):
        size += len(piece)
        if size > MOST_BYTES:
            return None
        pieces.append(piece)
    if response.length:  # fewer bytes than were promised
        raise http.client.IncompleteRead(b"", response.length)
    return b"".join(pieces)


def _too_long() -> Failure:
    cause = f"The answer of the language model is longer than {MOST_BYTES:,} bytes; it was not read to its end."
    return Failure(Problem("llm_too_long", "", cause, "Check that the address is that of a language model."))


def _as_json(service: Service, body: bytes) -> Reply | Failure:
    try:
        return Reply(json.loads(body))
    except (ValueError, RecursionError):
        return wrong_answer(service, body)
