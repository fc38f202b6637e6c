"""Options that several commands share, and the language that the labels are in."""

from __future__ import annotations

import os
from datetime import datetime
from typing import Any

import click


def labels_language() -> str:
    """Return the language of the labels when none is asked for: Spanish where the system speaks it, else English."""
    system = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return "es" if system.startswith("es") else "en"


def json_option(command: Any) -> Any:
    """Add ``--json``, passed as ``as_json``."""
    return click.option("--json", "as_json", is_flag=True, help="Give JSON for other programs.")(command)


def language_option(command: Any) -> Any:
    """Add ``--language``, the language of the labels."""
    return click.option(
        "--language",
        type=click.Choice(["en", "es"]),
        default=labels_language,
        help="Language of the labels; that of your system when not given.",
    )(command)


def pager_option(command: Any) -> Any:
    """Add ``--no-pager``, passed as ``pager`` (True without it)."""
    return click.option(
        "--pager/--no-pager", default=True, help="Show long output page by page on a terminal (the default), or not."
    )(command)


def known_on_option(command: Any) -> Any:
    """Add ``--known-on``, a day, passed as ``known_on``: an ISO day, or empty."""

    def day(_ctx: click.Context, _option: click.Parameter, given: datetime | None) -> str:
        return "" if given is None else given.date().isoformat()

    return click.option(
        "--known-on",
        metavar="YYYY-MM-DD",
        type=click.DateTime(["%Y-%m-%d"]),
        callback=day,
        help="As it was known at the end of that day (UTC): what was recorded later does not count.",
    )(command)


def document_option(command: Any) -> Any:
    """Add ``--document``, an id or the beginning of one."""
    return click.option(
        "--document", metavar="ID", help="Only this document: its id, or at least the first 6 characters."
    )(command)


def source_options(command: Any) -> Any:
    """Add ``--url``, ``--language`` and ``--licence``: what is known of where a file comes from."""
    for option in (
        click.option("--licence", default="", metavar="WORDS", help="Under what licence it may be used."),
        click.option("--language", default="", metavar="CODE", help="The language it is written in, such as en or es."),
        click.option("--url", default="", metavar="ADDRESS", help="Where it was published. Nothing is fetched."),
    ):
        command = option(command)
    return command
