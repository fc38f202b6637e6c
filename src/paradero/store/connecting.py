"""Django, brought up late and once, and one connection alias for each open casebook."""

from __future__ import annotations

import os
from itertools import count
from pathlib import Path

from paradero.store.errors import DamagedCasebook, NewerCasebook, NotACasebook, translated

DATABASE = "casebook.sqlite3"
FORMAT = 1  # of the casebook folder; raised whenever an older Paradero could misread it
_numbers = count(1)


def connect(database: Path, mode: str, timeout: float | None = None) -> str:
    """Give a database file an alias among Django's connections.

    Args:
        database: the file.
        mode: of SQLite's URI: ``rw`` to open what is there, ``rwc`` to make it.
        timeout: seconds to wait for another writer; None takes the setting.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "paradero.settings")
    from django.apps import apps
    from django.conf import settings

    if not apps.ready:  # without ``django.setup``, which brings in all of the web
        apps.populate(settings.INSTALLED_APPS)
    from django.db import connections

    from paradero.settings import casebook_database

    alias = f"casebook-{next(_numbers)}"
    described = casebook_database(database, mode, settings.BUSY_TIMEOUT if timeout is None else timeout)
    connections.settings[alias] = connections.configure_settings({"default": {}, alias: described})[alias]
    return alias


def disconnect(alias: str) -> None:
    """Close this thread's connection of an alias and forget the alias; a second time does nothing."""
    from django.db import connections

    if alias in connections.settings:
        connections[alias].close()
        del connections[alias]
        del connections.settings[alias]


def check_format(alias: str, casebook: Path) -> None:
    """Make sure that a database is a casebook's, and none of a later format.

    Raises:
        NotACasebook, NewerCasebook, DamagedCasebook, ReadOnlyCasebook, CasebookLocked: as they say.
    """
    from django.db import connections

    with translated(casebook), connections[alias].cursor() as cursor:
        cursor.execute("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'casebook'")
        if not cursor.fetchone()[0]:
            raise NotACasebook(casebook, f"its {DATABASE} holds no casebook")
        cursor.execute("SELECT format, created_with FROM casebook WHERE id = 1")
        row = cursor.fetchone()
    if row is None:
        raise DamagedCasebook(casebook, "the row about the casebook itself is missing")
    if row[0] > FORMAT:
        raise NewerCasebook(casebook, row[0], FORMAT, row[1])


def make_tables(alias: str) -> None:
    """Apply the migrations to an empty database and let it keep a write-ahead log from now on."""
    from django.db import connections
    from django.db.migrations.executor import MigrationExecutor

    with connections[alias].cursor() as cursor:
        cursor.execute("PRAGMA journal_mode = WAL")
    executor = MigrationExecutor(connections[alias])
    executor.migrate(executor.loader.graph.leaf_nodes())
