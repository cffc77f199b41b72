"""Promises about tables of two questions."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.exchange.cross_tables import hidden_places

TABLES = st.integers(1, 5).flatmap(
    lambda width: st.lists(
        st.lists(st.integers(0, 30), min_size=width, max_size=width), min_size=1, max_size=5
    )
)


@given(table=TABLES, threshold=st.integers(1, 10))
def test_no_hidden_count_can_be_worked_out_from_the_sums(table: list[list[int]], threshold: int) -> None:
    """No shown cell is small, and in each line the hidden ones are two or more that reach the threshold."""
    hidden = hidden_places(table, threshold)
    lines = [[(r, c) for c in range(len(table[0]))] for r in range(len(table))]
    lines += [[(r, c) for r in range(len(table))] for c in range(len(table[0]))]
    for line in lines:
        inside = [place for place in line if place in hidden]
        assert all(table[r][c] == 0 or table[r][c] >= threshold for r, c in line if (r, c) not in hidden)
        if inside and len(inside) < len(line):
            assert len(inside) > 1
            assert sum(table[r][c] for r, c in inside) >= threshold


def test_a_table_without_few_people_is_shown_whole() -> None:
    """Nothing is hidden without need; zeros are not people."""
    assert hidden_places([[10, 0], [5, 188]], 5) == frozenset()


def test_hidden_rows_hide_their_cells_whatever_they_hold() -> None:
    """A group whose size is not shown shows no answers."""
    assert {(0, 0), (0, 1)} <= hidden_places([[10, 10], [50, 50], [60, 60]], 5, frozenset({0}))
