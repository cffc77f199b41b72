"""Promises about tables of two questions."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.exchange.cross_tables import hidden_places

COUNTS = st.one_of(st.just(0), st.integers(0, 30))
TABLES = st.integers(2, 5).flatmap(
    lambda width: st.lists(st.lists(COUNTS, min_size=width, max_size=width), min_size=2, max_size=6)
)


@given(table=TABLES, threshold=st.integers(1, 10), some=st.frozensets(st.integers(0, 5)))
def test_no_hidden_count_can_be_worked_out_from_the_sums(
    table: list[list[int]], threshold: int, some: frozenset[int]
) -> None:
    """No shown cell is small; in each line the hidden ones are two or more, and many, or all there are."""
    hidden = hidden_places(table, threshold, some)
    rows = [[(r, c) for c in range(len(table[0]))] for r in range(len(table))]
    columns = [[(r, c) for r in range(len(table))] for c in range(len(table[0]))]
    for line in rows + columns:
        inside = [place for place in line if place in hidden]
        assert all(table[r][c] == 0 or table[r][c] >= threshold for r, c in line if (r, c) not in hidden)
        left = [
            (r, c) for r, c in line if (r, c) not in hidden and any(row[c] for row in table) and any(table[r])
        ]
        if inside and left:
            concealed = sum(table[r][c] for r, c in inside)
            assert len(inside) > 1
            assert concealed >= threshold or concealed == sum(table[r][c] for r, c in line)


def test_a_table_without_few_people_is_shown_whole() -> None:
    """Nothing is hidden without need; zeros are not people."""
    assert hidden_places([[10, 0], [5, 188]], 5) == frozenset()


def test_hidden_rows_hide_their_cells_whatever_they_hold() -> None:
    """A group whose size is not shown shows no answers."""
    assert {(0, 0), (0, 1)} <= hidden_places([[10, 10], [50, 50], [60, 60]], 5, frozenset({0}))


def test_one_outlier_does_not_cost_the_whole_table() -> None:
    """One person of a hundred chose another answer: the groups without anything to hide stay readable."""
    table = [[1, 0, 0], [0, 60, 30], [0, 39, 20], [0, 0, 0]]
    hidden = hidden_places(table, 5, frozenset({0, 2}))
    assert {place[0] for place in hidden} == {0, 2}


def test_a_small_cell_takes_three_others_with_it() -> None:
    """Of four cells, three known ones would tell the fourth."""
    assert hidden_places([[1, 59, 30], [20, 39, 20], [30, 30, 30]], 5) == {(0, 0), (0, 2), (1, 0), (1, 2)}
