"""Columns packed into numbers: nothing is lost, nothing runs over, and no group is torn apart."""

from __future__ import annotations

from itertools import groupby, pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paradero.ledger.packing import BITS, Packing, in_order, numbered, pieces, width, worked_on

ROWS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 7), st.integers(0, 1)), max_size=40)


def packed(rows: list[tuple[int, int, int]], packing: Packing) -> np.typing.NDArray[np.int64]:
    columns = np.array(rows, np.int32).reshape(-1, 3)
    return packing.packed(columns[:, 0], columns[:, 1], columns[:, 2])


@settings(deadline=None)
@given(ROWS)
def test_packed_numbers_are_in_the_order_of_the_rows_and_give_them_back(rows: list[tuple[int, int, int]]) -> None:
    packing = Packing((3, 1))
    numbers = in_order(len(rows), [packed(rows[:7], packing), packed(rows[7:], packing)])
    columns = [packing.column(numbers, at).tolist() for at in range(3)]
    assert list(zip(*columns, strict=True)) == sorted(rows)


@settings(deadline=None)
@given(ROWS, st.integers(1, 6))
def test_pieces_tear_no_group_apart_and_leave_none_out(rows: list[tuple[int, int, int]], about: int) -> None:
    numbers = np.sort(packed(rows, Packing((3, 1))))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("paradero.ledger.packing.PART", about)
        cut = [piece.tolist() for piece in pieces(numbers, 4)]
        on_threads = worked_on(lambda piece: piece.tolist(), pieces(numbers, 4))
    assert [number for piece in cut for number in piece] == numbers.tolist()
    assert all(before[-1] >> 4 != after[0] >> 4 for before, after in pairwise(cut))
    most = max((len(list(group)) for _, group in groupby(numbers >> 4)), default=0)
    assert all(0 < len(piece) < about + most for piece in cut)
    assert on_threads == cut


@pytest.mark.parametrize(
    ("below", "low", "high"), [((30, 31), -5, 12), ((11, 12, 12), -(2**31), 2**31 - 1), ((), 3, 3)]
)
def test_what_does_not_fit_is_cut_into_stretches_that_do(below: tuple[int, ...], low: int, high: int) -> None:
    spans = list(Packing(below).spans(low, high))
    assert (spans[0].start, spans[-1].stop) == (low, high + 1)
    assert all(before.stop == after.start for before, after in pairwise(spans))
    assert all(width(len(span) - 1) + sum(below) <= BITS for span in spans)
    assert len(spans) == -(-(high - low + 1) // 2 ** (BITS - sum(below)))


def test_who_is_not_of_a_stretch_is_not_chosen() -> None:
    chosen = np.array([True, True, False, True])
    assert numbered(np.array([4, 5, 6, 9], np.int32), range(5, 8), chosen).tolist() == [-1, 0, 1, 4]
    assert chosen.tolist() == [False, True, False, False]
