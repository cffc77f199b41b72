"""Tables of text stand straight in Thai."""

from __future__ import annotations

import pytest

from ita_desktop.cli.tables import cut, text_table, width


@pytest.mark.parametrize(
    ("text", "columns"),
    [("", 0), ("ITA", 3), ("ที่", 1), ("น้ำ", 2), ("ปี่", 1), ("กำ", 2), ("คะแนน", 5), ("世", 2)],
)
def test_marks_take_no_room(text: str, columns: int) -> None:
    """A mark above or below stands on its consonant; สระอำ has a place of its own."""
    assert width(text) == columns


def test_every_line_of_a_table_puts_its_columns_at_the_same_place() -> None:
    """Measured in columns, not in characters."""
    lines = text_table(
        ("ที่", "ชื่อ", "คะแนน"), [("1", "ผู้ดูแล", "9"), ("10", "ปี่", "100")], frozenset({2})
    ).splitlines()
    assert [width(line) for line in lines] == [width(lines[0])] * 4
    assert lines[3].endswith("100")
    assert lines[2].endswith("  9")


def test_a_long_cell_is_cut_where_its_room_ends() -> None:
    """One line a row; … says that there is more."""
    assert cut("ก" * 70) == "ก" * 59 + "…"
    assert cut("สองบรรทัด\nในช่องเดียว") == "สองบรรทัด ในช่องเดียว"
    assert width(cut("กี่" * 70)) == 60
