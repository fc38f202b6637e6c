"""A table of people as arrays: what is compared of each row, as numbers."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from paradero.linking.errors import WrongTable
from paradero.linking.folding import fold, script_of, sounds
from paradero.linking.tokens import FAMILY, GIVEN, PARTICLES, UNTOLD, folded_words, joined_names, words_of
from paradero.linking.vocabulary import WORDS_AT_MOST, Vocabulary, vocabulary_of

NAMES = {"name": UNTOLD, "given": GIVEN, "family": FAMILY}
TRAITS = ("document", "sex", "nationality", "birth_place", "residence", "occupation", "held_at", "father", "mother")
COLUMNS = frozenset({"id", "list", "within", "birth_date", "age", "age_on", *NAMES, *TRAITS})
NEW_YEAR = 10 / 365  # where so many are born on 1 January it stands for a day that is not known


@dataclass(frozen=True)
class People:
    """Rows of a table as arrays.

    Attributes:
        ids: as given, as text.
        of, word, role: the words of row i are ``word[of[i]:of[i + 1]]`` (numbers of the vocabulary), each with what it
            is as far as the columns say: untold, given or family name.
        birth: year, month and day, 0 for what is not told. born: earliest and latest year of birth; 0 when not told.
        traits: for each of ``TRAITS`` a number of its value, -1 when not told.
        roll, within: numbers of the list, and of the group outside which nobody is compared.
        values: what each number stands for, of ``TRAITS``, and then of lists and groups.
    """

    ids: pa.Array
    vocabulary: Vocabulary
    of: NDArray[np.int64]
    word: NDArray[np.int32]
    role: NDArray[np.int8]
    birth: NDArray[np.int16]
    born: NDArray[np.int16]
    traits: NDArray[np.int32]
    roll: NDArray[np.int32]
    within: NDArray[np.int32]
    values: tuple[pa.Array, ...]

    def __len__(self) -> int:
        return len(self.ids)


CODED = (*TRAITS, "list", "within")  # columns whose values are numbered, in the order of `People.values`


def people_of(table: pa.Table, known: People | None = None) -> People:
    """Read a table of people.

    Args:
        known: people read before: the words and values of the table are numbered on from theirs.

    Raises:
        WrongTable: a column is missing, unknown, or ids stand twice.
    """
    _check(table)
    rows = table.num_rows
    ids = table.column("id").combine_chunks().cast(pa.large_string())
    if known is not None:
        _check_new(ids, known.ids)
    vocabulary, of, word, role = _names(table, None if known is None else known.vocabulary)
    birth = _births(_text(table, "birth_date", rows))
    before = [_NOTHING] * len(CODED) if known is None else known.values
    coded = [
        _coded(_text(table, name, rows), values, _MADE_PLAIN.get(name, _plain))
        for name, values in zip(CODED, before, strict=True)
    ]
    numbers = [of_column for of_column, _ in coded]
    traits = np.stack(numbers[: len(TRAITS)], axis=1)
    born = _born(table, birth, rows)
    values = tuple(of_column for _, of_column in coded)
    return People(ids, vocabulary, of, word, role, birth, born, traits, numbers[-2], numbers[-1], values)


def followed(known: People, more: People) -> People:
    """Return people with more of them behind, who were read as numbered on from those."""
    both = {
        name: np.concatenate([getattr(known, name), getattr(more, name)])
        for name in ("word", "role", "birth", "born", "traits", "roll", "within")
    }
    of = np.concatenate([known.of, more.of[1:] + known.of[-1]])
    ids = pa.concat_arrays([known.ids, more.ids])
    return People(ids=ids, vocabulary=more.vocabulary, of=of, values=more.values, **both)


def _check(table: pa.Table) -> None:
    names = table.column_names
    if "id" not in names:
        raise WrongTable("The table has no column `id`: each row needs one, and no two rows may share it.")
    if not NAMES.keys() & set(names):
        raise WrongTable("The table has no names: it needs a column `name`, or `given` and `family`.")
    if len(set(names)) < len(names):
        twice = next(name for name in names if names.count(name) > 1)
        raise WrongTable(f"Two columns are called `{twice}`.", "Keep one of them.")
    if unknown := sorted(set(names) - COLUMNS):
        raise WrongTable(f"Nothing is known of the column `{unknown[0]}`. Columns are: {', '.join(sorted(COLUMNS))}.")
    ids = pc.value_counts(table.column("id").cast(pa.large_string()).combine_chunks())
    twice = ids.field("values").filter(pc.greater(ids.field("counts"), 1))
    if len(twice) or table.column("id").null_count:
        which = f"the id `{twice[0]}` stands twice" if len(twice) else "a row has no id"
        raise WrongTable(f"In the column `id` {which}. Number the rows, so that every link can be cited.")


def _text(table: pa.Table, name: str, rows: int) -> pa.Array:
    if name not in table.column_names:
        return pa.nulls(rows, pa.large_string())
    column = table.column(name).combine_chunks().cast(pa.large_string())
    return pc.if_else(pc.equal(pc.utf8_trim_whitespace(column), ""), None, column)


def _check_new(ids: pa.Array, known: pa.Array) -> None:
    twice = known.filter(pc.is_in(known, value_set=ids))
    if len(twice):
        raise WrongTable(f"The id `{twice[0]}` stands in the register already.", "Give each row an id of its own.")


_NOTHING = pa.array([], pa.large_string())


def _coded(column: pa.Array, known: pa.Array, plain: Callable[[str], str]) -> tuple[NDArray[np.int32], pa.Array]:
    """Number the values of a column, made plain, on from those known; -1 for those not told. Return all values, too."""
    coded = pc.dictionary_encode(column)
    told = [plain(one) for one in coded.dictionary.to_pylist()]
    places = pc.index_in(pa.array(told, pa.large_string()), value_set=known).to_pylist()
    new: dict[str, int] = {}
    same = [
        new.setdefault(value, len(known) + len(new)) if place is None else place
        for value, place in zip(told, places, strict=True)
    ]
    numbers: NDArray[np.int32] = np.array([*same, -1], np.int32)[
        pc.fill_null(coded.indices, len(same)).to_numpy(zero_copy_only=False)
    ]
    return numbers, pa.concat_arrays([known, pa.array(list(new), pa.large_string())])


def _number(value: str) -> str:
    """Return the number of a document without signs, and without the letters in front of a long number."""
    plain = value.lower() if value.isascii() and value.isalnum() else "".join(map(fold, re.split(r"[\W_]+", value)))
    return re.sub(r"^[a-z]{1,3}0*(?=\d{5})", "", plain) or value


def _plain(value: str) -> str:
    return " ".join(filter(None, (fold(word) for word in re.split(r"[\W_]+", value)))) or value


def _parent(value: str) -> str:
    """Return the sounds of a parent's first given name; the family name tells what the child's name tells already."""
    words = re.split(r"[\W_]+", (value.partition(",")[2].strip() or value).lower())
    folded = ((word, fold(word)) for word in words)
    return next((sounds(plain, script_of(word)) for word, plain in folded if plain and plain not in PARTICLES), value)


_MADE_PLAIN = {"document": _number, "father": _parent, "mother": _parent}


def _names(
    table: pa.Table, known: Vocabulary | None
) -> tuple[Vocabulary, NDArray[np.int64], NDArray[np.int32], NDArray[np.int8]]:
    columns = [
        (role, words_of(_text(table, name, table.num_rows)))
        for name, role in NAMES.items()
        if name in table.column_names
    ]
    distinct = {word: None for _, words in columns for word in words.distinct}
    place = {word: number for number, word in enumerate(distinct)}
    counts, coded = np.zeros(len(place), np.int64), []
    for role, words in columns:
        into = np.array([place[word] for word in words.distinct], np.int32)
        numbers = into[words.word] if len(into) else words.word
        coded.append((role, words.of, numbers))
    for _, _, numbers in coded[:1]:
        np.add.at(counts, numbers, 1)
    for _, _, numbers in coded[1:]:
        seen = np.bincount(numbers, minlength=len(place))
        counts = np.maximum(counts, seen)
    folded = folded_words(list(distinct), () if known is None else known.words)
    vocabulary, number_of = vocabulary_of(list(distinct), folded, counts, known)
    before = np.append(0, np.cumsum([len(numbers) for _, _, numbers in coded]))
    of = np.stack([starts + begin for (_, starts, _), begin in zip(coded, before[:-1], strict=True)])
    word = np.concatenate([number_of[numbers] for _, _, numbers in coded])
    return vocabulary, *joined_names(of, word, np.array([role for role, _, _ in coded], np.int8), WORDS_AT_MOST)


def _births(column: pa.Array) -> NDArray[np.int16]:
    coded = pc.dictionary_encode(column)
    days = np.array([_day(one) for one in coded.dictionary.to_pylist()] + [(0, 0, 0)], np.int16)
    births: NDArray[np.int16] = days[pc.fill_null(coded.indices, len(days) - 1).to_numpy(zero_copy_only=False)]
    whole, new_year = (births > 0).all(axis=1), (births[:, 1:] == 1).all(axis=1)
    if new_year.sum() > NEW_YEAR * whole.sum():
        births[new_year, 1:] = 0
    return births


def _day(value: str) -> tuple[int, int, int]:
    """Read year, month and day as they stand, impossible ones too: a slip of one digit still tells the others."""
    found = re.match(r"\s*(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", value)
    return (int(found[1]), int(found[2] or 0), int(found[3] or 0)) if found else (0, 0, 0)


def _born(table: pa.Table, birth: NDArray[np.int16], rows: int) -> NDArray[np.int16]:
    """Return the years between which each was born, by birth date or else by age on a day."""
    born = np.repeat(birth[:, :1], 2, axis=1)
    if "age" in table.column_names and "age_on" in table.column_names:
        age = _ages(_text(table, "age", rows))
        on = _births(_text(table, "age_on", rows))[:, 0]
        told = (born[:, 0] == 0) & (age >= 0) & (on > 0)
        born[told, 1] = on[told] - age[told]
        born[told, 0] = born[told, 1] - 1
    return born


def _ages(column: pa.Array) -> NDArray[np.int16]:
    """Return ages in whole years; -1 for one that is not told, is no number, or that no person has."""
    coded = pc.dictionary_encode(column)
    read = [re.fullmatch(r"\s*(\d{1,3})(?:\.\d*)?\s*", one) for one in coded.dictionary.to_pylist()]
    years = [int(one[1]) if one is not None and int(one[1]) <= 130 else -1 for one in read]
    ages: NDArray[np.int16] = np.array([*years, -1], np.int16)[
        pc.fill_null(coded.indices, len(years)).to_numpy(zero_copy_only=False)
    ]
    return ages
