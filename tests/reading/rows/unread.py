"""Rows on figures, times, roles and mentions that an engine does not read yet: engine -> text -> cause."""

from __future__ import annotations

_HOUSE_ARREST = "the words for the form of custody are taken for the act, and the verb before them is lost"

FAILS: dict[str, dict[str, str]] = {
    "rules": {
        "The judge was moved from Kelet prison to house arrest in April.": _HOUSE_ARREST,
    },
    "classifier": {
        "The judge was moved from Kelet prison to house arrest in April.": _HOUSE_ARREST,
    },
}
