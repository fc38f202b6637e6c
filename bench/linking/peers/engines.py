"""Paradero's engines by name, at their default threshold; the first is in ``ours``, which knows more of it."""

from __future__ import annotations

from bench.linking import spanish
from bench.linking.peers import Answer
from bench.linking.sets import PERSON, People
from paradero.linking import link_by


def clusters_by(engine: str, people: People) -> Answer:
    clusters = link_by(engine, people.table).clusters
    return Answer(clusters.dictionary_encode().indices.to_numpy().astype("int64"))


def load(engine: str) -> None:
    """Link a few rows, so that what is loaded or compiled once does not count."""
    link_by(engine, spanish.people(100).drop([PERSON]))
