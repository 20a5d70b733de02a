"""RUN: the vectors of the dossier, and what a slip of one digit does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from konbit.law.run import check_character, dotted, is_right, normal

VECTORS = (
    "12.345.678-5",
    "11.111.111-1",
    "7.654.321-6",
    "24.965.885-5",
    "14.567.890-0",
    "26.000.002-0",
    "26.000.008-K",
    "26.123.456-4",
    "100.200.300-3",
)


@pytest.mark.parametrize("run", VECTORS)
def test_vectors(run: str) -> None:
    assert is_right(run)
    assert dotted(run) == run
    assert normal(run) == run.replace(".", "")
    digits, character = run.replace(".", "").split("-")
    assert check_character(int(digits)) == character


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("26000008k", "26000008-K"),
        (" 26.000.008 - K ", "26000008-K"),
        ("7654321-6", "7654321-6"),
        ("07654321-6", "7654321-6"),
    ],
)
def test_ways_of_writing_it(written: str, kept: str) -> None:
    assert normal(written) == kept
    assert is_right(written)


@pytest.mark.parametrize(
    "text", ["", "K", "12345678-", "12.345.678-X", "1234567890-1", "RUN 1-9", "12,345,678-5"]
)
def test_other_shapes_are_refused(text: str) -> None:
    with pytest.raises(ValueError):
        is_right(text)


@given(digits=st.integers(1_000_000, 99_999_999), place=st.integers(0, 6), step=st.integers(1, 9))
def test_one_wrong_digit_is_always_seen(digits: int, place: int, step: int) -> None:
    right = check_character(digits)
    figure = digits // 10**place % 10
    wrong = digits + ((figure + step) % 10 - figure) * 10**place
    assert not is_right(f"{wrong}-{right}")


@given(digits=st.integers(1_000_000, 99_999_999), place=st.integers(0, 5))
def test_two_neighbours_swapped_are_always_seen(digits: int, place: int) -> None:
    one, other = digits // 10**place % 10, digits // 10 ** (place + 1) % 10
    swapped = digits + (other - one) * 10**place + (one - other) * 10 ** (place + 1)
    assert is_right(f"{swapped}-{check_character(digits)}") == (one == other)
