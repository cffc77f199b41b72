"""Promises of every table: it sorts, narrows, hides, keeps widths, copies blocks and writes what is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from ita_desktop.domain.listing import Listing
from ita_desktop.ui import table_output, theme
from ita_desktop.ui.tabs import Tab
from ita_desktop.ui.widgets.badge import State, Tone
from ita_desktop.ui.widgets.table import Column, RowModel, Table
from ita_desktop.ui.widgets.table_errand import Output, TableErrand, send_errand
from ita_desktop.ui.widgets.table_keeping import layout_of, layouts_path
from ita_desktop.ui.widgets.table_order import Order
from tests.documents.pdf import text_of

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from tests.ui.conftest import Hand

Person = tuple[str, str, str, str]
ROWS: list[Person] = [
    ("เอก", "๑๐", "๑ ม.ค. ๒๕๖๘", "รอ"),
    ("กานต์", "9", "24/3/63", "เสร็จ"),
    ("o10", "", "", "รอ"),
    ("o2", "1,000", "๒๔ มี.ค. ๒๕๖๓", "เสร็จ"),
    ("อารี", "9.5", "31/12/67", "รอ"),
]
TITLES = ("ชื่อ", "จำนวน", "วัน", "สถานะ")


@pytest.fixture
def table(qtbot: QtBot, qapp: QApplication) -> Table[Person]:
    """A table in the page's own order: two groups with headings."""
    return made(qtbot, qapp)


def made(qtbot: QtBot, qapp: QApplication) -> Table[Person]:
    """Make the table, as each start of the program does."""
    theme.apply(qapp)
    columns = [
        Column[Person](TITLES[0], lambda row: row[0], 120),
        Column[Person](TITLES[1], lambda row: row[1], 80, number=True),
        Column[Person](TITLES[2], lambda row: row[2]),
        Column[Person](TITLES[3], lambda row: State(row[3], Tone.INFO), 90),
    ]
    model = RowModel(columns, lambda row: f"กลุ่ม {row[3]}")
    view = Table(model)
    qtbot.addWidget(view)
    view.resize(600, 300)
    view.show_rows(ROWS)
    view.show()
    return view


def column(view: Table[Person], place: int) -> list[str]:
    """A column from top to bottom, headings left out."""
    return [row[place] for row in view.rows.rows]


@pytest.mark.parametrize(
    ("place", "up"),
    [
        (0, ["o2", "o10", "กานต์", "อารี", "เอก"]),  # a vowel before its consonant counts after it
        (1, ["9", "9.5", "๑๐", "1,000", ""]),
        (2, ["24/3/63", "๒๔ มี.ค. ๒๕๖๓", "31/12/67", "๑ ม.ค. ๒๕๖๘", ""]),
    ],
)
def test_a_title_sorts_by_what_its_cells_are(table: Table[Person], place: int, up: list[str]) -> None:
    """Names as a dictionary has them, numbers by size, days by date; empty cells last; then back again."""
    click = table.horizontalHeader().sectionClicked
    click.emit(place)
    assert column(table, place) == up
    click.emit(place)
    full = [cell for cell in up if cell]
    assert sorted(column(table, place)[: len(full)]) == sorted(full)
    assert column(table, place)[0] in {full[-1], "1,000"}
    assert table.rows.rowCount() == len(ROWS)
    click.emit(place)
    assert table.rows.rows == ROWS
    assert table.rows.heading_at(0) == "กลุ่ม รอ"


def test_the_cursor_stays_on_its_row(table: Table[Person]) -> None:
    """Sorting moves the row, not the choice."""
    assert table.choose(lambda row: row[0] == "อารี")
    table.arrange(Order(0, descending=True))
    assert table.chosen is not None
    assert table.chosen[0] == "อารี"


def test_words_narrow_the_table_and_esc_brings_all_back(table: Table[Person], qtbot: QtBot) -> None:
    """Ctrl+Shift+L, some words, and only rows that have them are seen, however marks and digits are typed."""
    with qtbot.waitActive(table):
        table.activateWindow()
    table.setFocus()
    QTest.keyClick(
        table, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    field = QGuiApplication.focusObject()
    assert field is table._filter
    table._filter.setText("10")
    assert column(table, 0) == ["เอก", "o10"]
    QTest.keyClick(table._filter, Qt.Key.Key_Escape)
    assert table.rows.rows == ROWS
    assert not table._filter.isVisible()


def test_hidden_columns_and_widths_come_back(table: Table[Person], qtbot: QtBot, qapp: QApplication) -> None:
    """What was drawn and hidden is there at the next start, and can be put back."""
    table.columns.show_column(2, seen=False)
    table.horizontalHeader().resizeSection(0, 222)
    qtbot.waitUntil(lambda: layout_of(TITLES).widths.get(0) == 222)
    again = made(qtbot, qapp)
    assert again.columns.shown == [0, 1, 3]
    assert again.columnWidth(0) == 222
    again.columns.forget()
    assert again.columns.shown == [0, 1, 2, 3]
    assert again.columnWidth(0) == theme.scaled(120)


def test_the_last_column_cannot_be_hidden(table: Table[Person]) -> None:
    """A table without a column would be a riddle."""
    for place in range(4):
        table.columns.show_column(place, seen=False)
    assert table.columns.shown == [3]


@pytest.mark.parametrize(
    "damage", ["", "[]", '{"ชื่อ · จำนวน · วัน · สถานะ": {"widths": {"x": 1}, "hidden": 3}}']
)
def test_a_damaged_layout_costs_the_layout(qtbot: QtBot, qapp: QApplication, damage: str) -> None:
    """The table opens as the page proposes."""
    layouts_path().write_text(damage, "utf-8")
    assert made(qtbot, qapp).columns.shown == [0, 1, 2, 3]


def test_a_chosen_block_is_copied_and_one_row_stands_for_all(table: Table[Person]) -> None:
    """Shift and an arrow choose a block; one row stands for the whole table; hidden columns stay out."""
    table.arrange(Order(0))
    table.columns.show_column(2, seen=False)
    table.copy()
    assert len(QGuiApplication.clipboard().text().splitlines()) == len(ROWS) + 1
    table.choose(lambda row: row[0] == "o10")
    QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    table.copy()
    assert QGuiApplication.clipboard().text().splitlines() == [
        "ชื่อ\tจำนวน\tสถานะ", "o10\t\tรอ", "กานต์\t9\tเสร็จ",
    ]  # fmt: skip


def test_what_is_seen_is_written_as_workbook_and_pdf(hand: Hand, tmp_path: Path) -> None:
    """Both have the title, the seen columns and every row; a number is a number in the workbook."""
    listing = Listing("รายชื่อ", ("ชื่อ", "จำนวน"), (("ปู่ น้ำ", "12"), ("=1+1", "9.50")), frozenset({1}))
    for output in Output:
        errand = TableErrand(listing, output)
        table_output.write(errand, hand.window.context, tmp_path / "ตาราง")
    hand.settle()
    sheet = load_workbook(tmp_path / "ตาราง.xlsx").worksheets[0]
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        ["ชื่อ", "จำนวน"], ["ปู่ น้ำ", 12], ["=1+1", "9.50"],
    ]  # fmt: skip
    assert sheet["A3"].data_type == "s"
    text = text_of((tmp_path / "ตาราง.pdf").read_bytes())
    assert "รายชื่อ" in text
    assert "ปู่น้ำ" in text
    assert "ตาราง.xlsx" in hand.window.status_bar.announcement.text()


def test_a_table_finds_the_window_that_writes(hand: Hand, monkeypatch: pytest.MonkeyPatch) -> None:
    """From a page the errand reaches the window."""
    asked: list[Output] = []
    monkeypatch.setattr(
        "ita_desktop.ui.table_output.ask_and_write", lambda errand, *_: asked.append(errand.output)
    )
    page = hand.open(Tab.CHECKLIST)
    view = next(each for each in page.findChildren(Table) if each.isVisible())
    assert send_errand(view, view.listing(), Output.PDF)
    assert asked == [Output.PDF]
