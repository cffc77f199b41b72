"""No table about respondents gives one of them away, directly or by subtraction."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.domain.small_cells import hidden_cells

COUNTS = st.lists(st.integers(0, 60), min_size=1, max_size=8)
THRESHOLD = st.integers(1, 12)


@given(COUNTS, THRESHOLD)
def test_no_small_count_is_shown(counts: list[int], threshold: int) -> None:
    """What is shown is 0 or at least the threshold."""
    hidden = hidden_cells(counts, threshold)
    assert all(count == 0 or count >= threshold for i, count in enumerate(counts) if i not in hidden)


@given(COUNTS, THRESHOLD)
def test_a_hidden_count_cannot_be_got_back_from_the_total(counts: list[int], threshold: int) -> None:
    """Either nothing is hidden, or at least two cells that hold the threshold together, or all cells are."""
    hidden = hidden_cells(counts, threshold)
    kept = sum(counts[place] for place in hidden)
    assert not hidden or len(hidden) == len(counts) or (len(hidden) > 1 and kept >= threshold)


@pytest.mark.parametrize(
    ("counts", "hidden"),
    [
        ((10, 17, 53, 108), set()),
        ((1, 17, 53, 108), {0, 1}),
        ((1, 2, 53, 108), {0, 1, 2}),
        ((0, 32, 45, 70, 38, 3), {5, 1}),
        ((3, 1, 0), {0, 1, 2}),
        ((0, 0), {0, 1}),
    ],
)
def test_the_smallest_other_cell_goes_with_a_small_one(counts: tuple[int, ...], hidden: set[int]) -> None:
    """As little as possible is hidden."""
    assert hidden_cells(counts, 5) == hidden


def test_a_threshold_of_one_hides_nothing() -> None:
    """An office that has nothing to hide may say so."""
    assert hidden_cells((1, 2, 3), 1) == set()
