"""People of another maker: the invented United States of pseudopeople, as much of it as its package holds.

A census, a benefits roll and the social security list of 2020 about the same invented people, with the errors that its
makers gave them. Addresses are left out, since in the sample all are of one town. The sample, which is what the package
holds, has some ten thousand people a year; more of it must be asked for.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pyarrow as pa

from bench.linking.sets import People

SEED, YEAR = 0, 2020
NEEDS = "pseudopeople"


def people() -> People:
    """Generate the three lists as one table."""
    import pseudopeople

    census = pseudopeople.generate_decennial_census(seed=SEED, year=YEAR)
    benefits = pseudopeople.generate_women_infants_and_children(seed=SEED, year=YEAR)
    security = pseudopeople.generate_social_security(seed=SEED, year=YEAR)
    parts = [
        _part("census", census, "middle_initial", "%m/%d/%Y"),
        _part("benefits", benefits, "middle_initial", "%m%d%Y"),
        _part("security", security[security["event_type"] == "creation"], "middle_name", "%Y%m%d"),
    ]
    whole = pa.concat_tables(parts)
    numbered = whole.append_column("id", pa.array([f"p{row}" for row in range(whole.num_rows)]))
    return People("pseudopeople", numbered.drop(["simulant"]), numbered["simulant"].combine_chunks())


def _part(name: str, frame: Any, middle: str, days: str) -> pa.Table:
    def text(column: str) -> list[str | None]:
        return [str(one) if isinstance(one, str) and one else None for one in frame[column].astype(object)]

    given = [" ".join(filter(None, both)) or None for both in zip(text("first_name"), text(middle), strict=True)]
    kept = {
        "simulant": [str(one) for one in frame["simulant_id"]],
        "list": [name] * len(frame),
        "given": given,
        "family": text("last_name"),
        "birth_date": [_day(one, days) for one in text("date_of_birth")],
        "sex": text("sex"),
    }
    return pa.table({column: pa.array(values, pa.string()) for column, values in kept.items()})


def _day(value: str | None, order: str) -> str | None:
    """Write a day as year-month-day; what is no day stays as it is."""
    if value is None:
        return None
    try:
        return datetime.strptime(value, order).date().isoformat()
    except ValueError:
        return value
