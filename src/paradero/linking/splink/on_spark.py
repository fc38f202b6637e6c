"""Splink on Spark, in a process of its own: rows go there and weights come back as files of a folder that passes.

Spark runs on this machine alone, on all its processors, and spills to disk what does not fit into memory.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from paradero import machine
from paradero.linking.errors import LinkerFailed
from paradero.linking.splink.model import COMPARISONS, Comparison, Shares
from paradero.linking.splink.scoring import counted, silence, weighed

OUTCOME, WEIGHED, ROWS, ASKED = "outcome.json", "weighed.parquet", "rows.parquet", "asked.json"
MEMORY = 0.5  # of the machine's, that Spark may take
ROWS_OF_A_PARTITION = 20_000  # of the table, that are worked on at a time


def answered(
    rows: pa.Table, compared: tuple[Comparison, ...], frequencies: Mapping[str, pa.Table], at_least: float
) -> tuple[pa.Table, Shares]:
    """Count the shares of strangers and weigh the pairs of the blocks, as ``on_duckdb.answered`` does.

    Raises:
        LinkerFailed: the process ended before it had an answer.
    """
    with tempfile.TemporaryDirectory(prefix="paradero-") as name:
        folder = Path(name)
        pq.write_table(rows, folder / ROWS)
        for column, table in frequencies.items():
            pq.write_table(table, folder / f"{column}.parquet")
        asked = {
            "compared": [one.name for one in compared],
            "frequencies": list(frequencies),
            "at_least": at_least,
            "processors": machine.processors(),
        }
        (folder / ASKED).write_text(json.dumps(asked), encoding="utf-8")
        _run(folder)
        found = json.loads((folder / OUTCOME).read_text(encoding="utf-8"))
        return pq.read_table(folder / WEIGHED), {one: tuple(shares) for one, shares in found.items()}


def _run(folder: Path) -> None:
    said = folder / "said.txt"
    paths = os.pathsep.join(str(Path(path).resolve()) for path in sys.path)
    here = {"PYTHONPATH": paths, "TMPDIR": str(folder), "SPARK_LOCAL_IP": "127.0.0.1", "PYSPARK_PYTHON": sys.executable}
    command = [sys.executable, "-m", __name__, str(folder)]
    with said.open("wb") as output:
        ran = subprocess.run(
            command,
            cwd=folder,
            env={**os.environ, **here},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            check=False,
        )
    if ran.returncode != 0 or not (folder / OUTCOME).is_file():
        lines = [line for line in said.read_text(encoding="utf-8", errors="replace").splitlines() if line.strip()]
        raise LinkerFailed("splink-spark", ran.returncode, lines[-1] if lines else "")


def serve(folder: Path) -> None:
    """Answer what stands in a folder; what the process of ``answered`` does."""
    asked = json.loads((folder / ASKED).read_text(encoding="utf-8"))
    compared = tuple(one for one in COMPARISONS if one.name in asked["compared"])
    many = pq.ParquetFile(folder / ROWS).metadata.num_rows
    partitions = max(asked["processors"], many // ROWS_OF_A_PARTITION)
    with silence(), _opened(folder, asked["processors"], partitions) as (session, database):
        rows = database.register(session.read.parquet(str(folder / ROWS)))
        known = {
            column: database.register(session.read.parquet(str(folder / f"{column}.parquet")))
            for column in asked["frequencies"]
        }
        shares = counted(database, rows, compared, many)
        pq.write_table(weighed(database, rows, compared, shares, known, asked["at_least"]), folder / WEIGHED)
    (folder / OUTCOME).write_text(json.dumps(shares), encoding="utf-8")


@contextmanager
def _opened(folder: Path, processors: int, partitions: int) -> Iterator[tuple[Any, Any]]:
    from pyspark.sql import SparkSession
    from splink import SparkAPI
    from splink.backends.spark import similarity_jar_location

    memory = int(MEMORY * os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e6)
    asked = {
        "spark.jars": similarity_jar_location(),  # inside the package: nothing is fetched
        "spark.driver.memory": f"{memory}m",
        "spark.driver.extraJavaOptions": f"-Djava.io.tmpdir={folder} -XX:-UsePerfData",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.ui.enabled": "false",
        "spark.local.dir": str(folder),
        "spark.sql.warehouse.dir": str(folder / "warehouse"),
        "spark.sql.shuffle.partitions": str(partitions),
        "spark.sql.execution.arrow.pyspark.enabled": "true",
    }
    builder = SparkSession.builder.master(f"local[{processors}]").appName("paradero")
    for name, value in asked.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    try:
        session.sparkContext.setCheckpointDir(str(folder / "checkpoints"))
        api: Any = SparkAPI
        yield session, api(spark_session=session)
    finally:
        session.stop()


if __name__ == "__main__":
    serve(Path(sys.argv[1]))
