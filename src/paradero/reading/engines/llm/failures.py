"""What can go wrong between us and a service, each told as a problem with its next step."""

from __future__ import annotations

import json
import re
import ssl
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from paradero.model import Problem

if TYPE_CHECKING:
    from email.message import Message

    from paradero.reading.engines.llm.service import Service

SHOWN = 200  # characters of a service's own words that a problem repeats
_PAGE = re.compile(rb"\s*<(?:!doctype|html|\?xml)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Failure:
    """No answer that could be used.

    Attributes:
        problem: what a person is told; its source is filled in by whoever knows the document.
        status: the HTTP status; 0 when there was none.
        said: the service's own words about it.
        wait: seconds after which the service wants to be asked again; None when it does not say.
        lasting: whether the next question would fail in the same way, so that it need not be sent.
    """

    problem: Problem
    status: int = 0
    said: str = ""
    wait: float | None = None
    lasting: bool = False


def unreachable(service: Service, error: Exception) -> Failure:
    """Return the failure of a connection that could not be made, or broke."""
    why = "its certificate does not hold" if isinstance(error, ssl.SSLCertVerificationError) else _words(str(error))
    cause = f"The language model at {service.host} could not be reached: {why or type(error).__name__}."
    hint = "Check PARADERO_LLM_ADDRESS, the network, and whether the service is running."
    return Failure(Problem("llm_unreachable", "", cause, hint), lasting=True)


def wrong_answer(service: Service, body: bytes) -> Failure:
    """Return the failure of an answer of success that is no JSON."""
    what = "a web page" if _PAGE.match(body) else "nothing" if not body.strip() else "something that is not JSON"
    cause = f"{service.host} answered with {what} in place of a chat completion."
    hint = "Check that PARADERO_LLM_ADDRESS is the base address of an OpenAI-compatible service, such as .../v1."
    return Failure(Problem("llm_not_json", "", cause, hint), lasting=True)


def by_status(service: Service, status: int, headers: Message, body: bytes) -> Failure:
    """Return the failure that an HTTP status tells of."""
    said = _said(service, body)
    quoted = f" It says: {said}" if said else ""
    if 300 <= status < 400:
        return _redirected(service, status, headers.get("Location", ""))
    if status in (401, 403):
        cause = f"{service.host} does not accept the key (status {status}).{quoted}"
        hint = "Check PARADERO_LLM_KEY or PARADERO_LLM_KEY_FILE, and what the key may be used for."
        return Failure(Problem("llm_refused", "", cause, hint), status, said, lasting=True)
    if status == 404:
        cause = (
            f"{service.host} has nothing at {urlsplit(service.endpoint).path}, or no such model (status 404).{quoted}"
        )
        hint = "Check PARADERO_LLM_ADDRESS and PARADERO_LLM_MODEL."
        return Failure(Problem("llm_not_found", "", cause, hint), status, said, lasting=True)
    if status in (429, 503):
        return _busy(service, status, headers, said, quoted)
    cause = f"{service.host} answered with status {status}.{quoted}"
    hint = "Read the document again later, or with another engine."
    return Failure(Problem("llm_failed", "", cause, hint), status, said)


def _redirected(service: Service, status: int, to: str) -> Failure:
    cause = f"{service.host} sends on to {_words(to) or 'another address'} (status {status}); nothing was sent there."
    hint = "If you trust that address, set PARADERO_LLM_ADDRESS to it."
    return Failure(Problem("llm_redirected", "", cause, hint), status, lasting=True)


def _busy(service: Service, status: int, headers: Message, said: str, quoted: str) -> Failure:
    wait = _seconds(headers.get("Retry-After", ""))
    when = f" It wants to be asked again in {wait:.0f} seconds." if wait is not None else ""
    cause = f"{service.host} takes no more questions at the moment (status {status}).{when}{quoted}"
    hint = "Read on later; check the limits of your account. What was read before is kept."
    return Failure(Problem("llm_busy", "", cause, hint), status, said, wait, lasting=True)


def _seconds(after: str) -> float | None:
    """Read a Retry-After header: a number of seconds, or a date (RFC 9110, section 10.2.3)."""
    if re.fullmatch(r"\d{1,9}(?:\.\d{1,6})?", after.strip()):
        return float(after)
    try:
        moment = parsedate_to_datetime(after)
    except (TypeError, ValueError):
        return None
    moment = moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
    return max(0.0, (moment - datetime.now(UTC)).total_seconds())


def _said(service: Service, body: bytes) -> str:
    """The service's own message about an error, cut short, without the key."""
    if _PAGE.match(body):
        return ""
    text = body.decode("utf-8", "replace")
    try:
        held = json.loads(text)
    except (ValueError, RecursionError):
        return _words(service.without_key(text))
    error = held.get("error", held) if isinstance(held, dict) else held
    message = error.get("message", "") if isinstance(error, dict) else error
    return _words(service.without_key(message if isinstance(message, str) else ""))


def _words(text: str) -> str:
    folded = " ".join(text.split())
    shown = "".join(c if c.isprintable() else "\ufffd" for c in folded)
    return shown if len(shown) <= SHOWN else f"{shown[:SHOWN]} ..."
