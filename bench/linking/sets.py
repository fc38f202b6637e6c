"""The sets of people that linking is measured on: the tables that the library call takes, and the truth beside them.

They are read in place from the folder beside the checkout; nothing of them enters it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

CORPUS = Path(__file__).parents[2].parent / "shared" / "data" / "linking"
PERSON = "person"  # the column of the truth, where a table is kept in one file with it


@dataclass(frozen=True)
class People:
    """A table of people, and for each row the person whom it is about.

    Attributes:
        kind: the set it belongs to; peers look up here which columns they block on.
    """

    kind: str
    table: pa.Table
    person: pa.Array

    def write(self, path: Path) -> None:
        """Keep the table and the truth in one file."""
        told = self.table.append_column(PERSON, self.person.cast(pa.string()))
        pq.write_table(told.replace_schema_metadata({"kind": self.kind}), path)


def read(path: Path) -> People:
    """Read what ``People.write`` kept."""
    told = pq.read_table(path)
    kind = (told.schema.metadata or {})[b"kind"].decode()
    return People(kind, told.drop([PERSON]), told.column(PERSON).combine_chunks())


def files() -> dict[str, Path]:
    """Return the sets that lie beside the checkout."""
    return {name: CORPUS / f"{name}.parquet" for name in COLUMNS if (CORPUS / f"{name}.parquet").is_file()}


def people(name: str) -> People:
    """Read a set by its name."""
    raw = pq.read_table(CORPUS / f"{name}.parquet")
    return People(name, COLUMNS[name](raw), raw.column("gold").combine_chunks())


def _historical(raw: pa.Table) -> pa.Table:
    taken = {
        "id": "unique_id", "name": "full_name", "given": "first_name", "family": "surname", "birth_date": "dob",
        "birth_place": "birth_place", "residence": "postcode_fake", "sex": "gender", "occupation": "occupation",
    }  # fmt: skip
    return pa.table({ours: raw[theirs] for ours, theirs in taken.items()})


def _german(raw: pa.Table) -> pa.Table:
    return pa.table(
        {
            "id": raw["unique_id"],
            "given": _together(raw["first_name"], raw["first_name2"]),
            "family": _together(raw["surname"], raw["surname2"]),
            "birth_date": raw["dob"],
        }
    )


def _together(first: pa.ChunkedArray, second: pa.ChunkedArray) -> pa.ChunkedArray:
    return pc.binary_join_element_wise(first, second, pa.scalar(" ", first.type), null_handling="skip")


def _houses(raw: pa.Table) -> pa.Table:
    taken = {
        "id": "unique_id", "list": "list", "within": "house_id", "name": "name", "given": "given", "family": "family",
        "birth_date": "birth_date", "sex": "gender",
    }  # fmt: skip
    return pa.table({ours: raw[theirs] for ours, theirs in taken.items()})


COLUMNS: Mapping[str, Callable[[pa.Table], pa.Table]] = {
    "rl10000": _german,
    "two_lists_dev": _houses,
    "cross_script_dev": _houses,
    "hist50k": _historical,
}
