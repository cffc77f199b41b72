"""Promises of the charts: copied and saved as pictures that can be printed."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest

from ita_desktop.domain.charts.bars import Bar
from ita_desktop.domain.problems import FileMissing
from ita_desktop.ui import theme
from ita_desktop.ui.palettes import Palette
from ita_desktop.ui.widgets.charts import DrawnChart, bar_maker

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


@pytest.fixture
def chart(qapp: QApplication, qtbot: QtBot) -> DrawnChart:
    """A chart with one bar, on the screen."""
    theme.apply(qapp)
    made = DrawnChart("คะแนนตามตัวชี้วัด", QSize(200, 100))
    qtbot.addWidget(made)
    maker = bar_maker([Bar("1 การปฏิบัติหน้าที่", Decimal("89.74"))], Decimal(85))
    made.show_chart(maker, ["1 การปฏิบัติหน้าที่ 89.74"])
    made.resize(400, 200)
    made.show()
    return made


def test_ctrl_c_copies_the_chart(chart: DrawnChart) -> None:
    """The clipboard holds the picture, three times as sharp as the screen."""
    QGuiApplication.clipboard().clear()
    chart.setFocus()
    QTest.keyClick(chart, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().image().width() == 1200


def test_the_cursor_is_not_on_the_picture(chart: DrawnChart) -> None:
    """With the cursor on the chart or not, the picture is the same."""
    before = chart.picture()
    chart.setFocus()
    assert chart.picture() == before
    assert before.pixelColor(0, 0).name() == "#ffffff"


def test_it_is_saved_as_png_and_svg(chart: DrawnChart, tmp_path: Path) -> None:
    """Both open as pictures; the ending is added where it was not typed."""
    chart.save(tmp_path / "กราฟ", ".png")
    chart.save(tmp_path / "กราฟ.svg", ".svg")
    assert QImage(str(tmp_path / "กราฟ.png")).width() == 1200
    svg = (tmp_path / "กราฟ.svg").read_text("utf-8")
    assert "<svg" in svg
    assert "89.74" in svg


def test_a_refusal_is_told(chart: DrawnChart, tmp_path: Path, qtbot: QtBot) -> None:
    """A folder that is not there is told, not passed over."""
    with qtbot.waitSignal(chart.refused) as told:
        chart.save(tmp_path / "ไม่มี" / "กราฟ.png", ".png")
    assert isinstance(told.args[0], FileMissing)


def test_the_menu_offers_four_things(chart: DrawnChart) -> None:
    """Copy as picture or as figures, PNG, SVG."""
    assert [action.text() for action in chart.picture_menu().actions()] == [
        "คัดลอกภาพ",
        "คัดลอกตัวเลข",
        "บันทึกเป็นภาพ PNG…",
        "บันทึกเป็นภาพ SVG…",
    ]


def test_the_picture_of_a_dark_window_is_for_white_paper(chart: DrawnChart, qapp: QApplication) -> None:
    """What is pasted into a letter has dark letters on white, whatever the window looks like."""
    before = chart.picture()
    theme.apply(qapp, 100, Palette.DARK)
    try:
        assert chart.picture() == before
    finally:
        theme.apply(qapp)


def test_a_chart_says_its_figures_and_copies_them(chart: DrawnChart) -> None:
    """A screen reader and a spreadsheet get the same words."""
    chart.copy_figures()
    assert QGuiApplication.clipboard().text() == "1 การปฏิบัติหน้าที่ 89.74"
    assert chart.accessibleDescription() == "1 การปฏิบัติหน้าที่ 89.74"
