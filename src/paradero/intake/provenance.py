"""Provenance: what the person typed goes before what the file says, and an impossible day is not recorded."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from email.utils import parsedate_to_datetime

from paradero.model.document import Given, Origin, Provenance
from paradero.model.problem import Problem

# No report about custody that a casebook holds is older; 1734 is a slip of the finger for 1934.
EARLIEST = date(1800, 1, 1)
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:$|[T\s])")


@dataclass(frozen=True, slots=True)
class GivenByPerson:
    """What a person typed about the files; each value that is not empty goes before what the file says.

    ``published`` is a day written YYYY-MM-DD; ``language`` a code such as ``en`` or ``es``.
    """

    published: str = ""
    publisher: str = ""
    url: str = ""
    language: str = ""
    author: str = ""
    licence: str = ""


NOTHING_GIVEN = GivenByPerson()


def merged(given: GivenByPerson, found: Provenance, source: str) -> tuple[Provenance, tuple[Problem, ...]]:
    """Join what a person typed with what the file says.

    Args:
        given: what the person typed.
        found: what the file says of itself.
        source: the file's name, for the problems.

    Returns:
        The provenance, and a problem for a day that cannot be the day of publication.
    """
    known = Provenance(
        publisher=_over(given.publisher, found.publisher),
        published=_over(given.published, found.published),
        author=_over(given.author, found.author),
        url=_over(given.url, found.url),
        language=_over(given.language, found.language),
        licence=_over(given.licence, found.licence),
        retrieved_at=found.retrieved_at,
    )
    cause = _fault(known.published)
    if not cause:
        return known, ()
    problem = _impossible(known.published, cause, source)
    return replace(known, published=Given()), (problem,)


def day(written: str) -> str:
    """Return the ISO day in a machine-written time (ISO 8601 or e-mail style), or "" when it holds none."""
    match = _ISO.match(written.strip())
    if match is not None:
        return "-".join(match.groups())
    try:
        return parsedate_to_datetime(written).date().isoformat()
    except (ValueError, TypeError, IndexError):
        return ""


def said(value: str, origin: Origin) -> Given:
    """Make a value with its origin; an empty one has none."""
    value = " ".join(value.split())
    return Given(value, origin) if value else Given()


def _over(typed: str, found: Given) -> Given:
    return Given(typed.strip(), "person") if typed.strip() else found


def _fault(published: Given) -> str:
    """Say why a day cannot be the day of publication; "" when it can."""
    if not published.value:
        return ""
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", published.value) is None:
        return "is not a day written YYYY-MM-DD"
    try:
        when = date.fromisoformat(published.value)
    except ValueError:
        return "is not in the calendar"
    if when < EARLIEST:
        return f"is before {EARLIEST.year}"
    # A day of grace: it is already tomorrow in Auckland.
    return "lies in the future" if when > datetime.now().date() + timedelta(days=1) else ""


def _impossible(published: Given, cause: str, source: str) -> Problem:
    who = "given by a person" if published.origin == "person" else "in the file"
    return Problem(
        "impossible_date",
        source,
        f"The day of publication {published.value!r} ({who}) {cause}; it is not recorded.",
        "Give the day with --published YYYY-MM-DD.",
        severity="warning",
    )
