"""The files of an index: arrays and texts, a file each, in a folder with a page that tells of every one of them.

The arrays lie in a folder inside that is named after what they hold. The page is written last and changes its name to
``index.json`` in one step: whatever happens before, the index that was there is still there.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from dataclasses import fields
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from paradero.linking.chances import Tally
from paradero.linking.errors import WrongIndex
from paradero.linking.people import CODED, People
from paradero.linking.postings import Postings
from paradero.linking.vocabulary import Vocabulary

PAGE, HALF = "index.json", ".half-"  # what is not whole yet has a name that begins so
ARRAY, TEXT = ".npy", ".arrow"
WRITTEN = ("words", "said")  # of a vocabulary, what is text
# What an index holds depends on these; one that others wrote is not read.
READ_BY = """tokens.py folding.py vocabulary.py variants.py variants.toml people.py features.py postings.py chances.py
    stored.py""".split()

Parts = dict[str, NDArray[np.generic] | pa.Array]


@cache
def stamp() -> str:
    """Return a digest of how rows are read and numbered."""
    sources = [files("paradero.linking").joinpath(name).read_bytes() for name in READ_BY]
    return hashlib.sha256(repr([*sources, version("anyascii")]).encode()).hexdigest()[:16]


def arrays_of(people: People, postings: Postings, heads: NDArray[np.int32], tally: Tally) -> Parts:
    """Return the arrays and texts of an index by name."""
    words = people.vocabulary
    parts: Parts = {"heads": heads, "tally": tally, "ids": people.ids}
    parts |= {f"value_{name}": values for name, values in zip(CODED, people.values, strict=True)}
    parts |= {f"person_{name}": getattr(people, name) for name in _arrays(People)}
    parts |= {f"word_{name}": getattr(words, name) for name in _arrays(Vocabulary)}
    parts |= {f"word_{name}": pa.array(getattr(words, name), pa.large_string()) for name in WRITTEN}
    return parts | {f"posting_{name}": array for name, array in postings._asdict().items()}


def _arrays(of: type[People | Vocabulary]) -> list[str]:
    return [one.name for one in fields(of) if str(one.type).startswith("NDArray")]


def save(folder: Path, parts: Parts) -> None:
    """Write the parts of an index into a folder; what an earlier one left there is removed at the end.

    Raises:
        WrongIndex: the folder holds something else.
    """
    if folder.exists() and any(folder.iterdir()) and not (folder / PAGE).is_file():
        raise WrongIndex(folder, "is not empty, and what it holds is no index", "Name another folder.")
    folder.mkdir(parents=True, exist_ok=True)
    half = Path(tempfile.mkdtemp(prefix=HALF, dir=folder))
    try:
        digests = dict(_written(half, name, part) for name, part in parts.items())
        inside = hashlib.sha256(repr(digests).encode()).hexdigest()[:16]
        if not (folder / inside).exists():
            half.rename(folder / inside)
        page = {"stamp": stamp(), "rows": len(parts["ids"]), "folder": inside, "files": digests}
        new = folder / f"{HALF}{inside}.json"
        new.write_text(json.dumps(page, indent=1), encoding="utf-8")
        new.replace(folder / PAGE)
    finally:
        shutil.rmtree(half, ignore_errors=True)
    for other in folder.iterdir():
        if other.is_dir() and other.name != inside:
            shutil.rmtree(other, ignore_errors=True)


def _written(folder: Path, name: str, part: NDArray[np.generic] | pa.Array) -> tuple[str, str]:
    """Write an array or a text; return the name of its file and the digest of its bytes."""
    file = folder / f"{name}{ARRAY if isinstance(part, np.ndarray) else TEXT}"
    with file.open("wb") as out:
        if isinstance(part, np.ndarray):
            np.save(out, part, allow_pickle=False)
        else:
            table = pa.table({name: part})
            with pa.ipc.new_file(out, table.schema) as writer:
                writer.write_table(table)
        out.flush()
        os.fsync(out.fileno())
    return file.name, _digest(file)


def _digest(file: Path) -> str:
    with file.open("rb") as data:
        return hashlib.file_digest(data, "sha256").hexdigest()


def opened(folder: Path) -> tuple[People, Postings, NDArray[np.int32], Tally]:
    """Open what ``save`` wrote; every byte is checked.

    Raises:
        WrongIndex: there is no index, it is damaged, or another version of Paradero wrote it.
    """
    inside, names = _page(folder)
    parts: dict[str, Any] = {}
    for name, digest in names.items():
        file = inside / name
        if not file.is_file() or _digest(file) != digest:
            raise WrongIndex(folder, f"is damaged: the file {name} is not there, or not as it was written")
        parts[file.stem] = _array(file) if file.suffix == ARRAY else _text(file)
    words = {name: parts[f"word_{name}"] for name in _arrays(Vocabulary)}
    texts = {name: parts[f"word_{name}"].to_pylist() for name in WRITTEN}
    vocabulary = Vocabulary(**words, **texts, total=int(words["count"].sum()))
    people = People(
        ids=parts["ids"],
        vocabulary=vocabulary,
        values=tuple(parts[f"value_{name}"] for name in CODED),
        **{name: parts[f"person_{name}"] for name in _arrays(People)},
    )
    postings = Postings(*(parts[f"posting_{name}"] for name in Postings._fields))
    return people, postings, parts["heads"], parts["tally"]


def _page(folder: Path) -> tuple[Path, dict[str, str]]:
    try:
        page = json.loads((folder / PAGE).read_text(encoding="utf-8"))
        written_by, inside, names = page["stamp"], folder / page["folder"], dict(page["files"])
    except (FileNotFoundError, NotADirectoryError):
        raise WrongIndex(folder, f"holds no index: there is no {PAGE} in it") from None
    except (ValueError, KeyError, TypeError):
        raise WrongIndex(folder, f"is damaged: {PAGE} is not as it was written") from None
    if written_by != stamp():
        raise WrongIndex(folder, "was written by another version of Paradero")
    return inside, names


def _array(file: Path) -> NDArray[np.generic]:
    """Map an array into memory; its file stays as it is whatever becomes of the array."""
    array: NDArray[np.generic] = np.load(file, mmap_mode="c", allow_pickle=False)
    return array.view(np.ndarray)


def _text(file: Path) -> pa.Array:
    return pa.ipc.open_file(pa.memory_map(str(file))).read_all().column(0).combine_chunks()
