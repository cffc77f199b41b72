"""Promises to Thai letters: no widget cuts a mark on a mark, or a foot below the line, at any size of text.

Each kind of widget is shown with the hardest words, drawn once as high as it makes itself and once with room
to spare above and below. Every row of ink that the roomy picture has, the tight one must have too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QWidget,
)

from ita_desktop.ui import theme
from ita_desktop.ui.widgets.badge import Badge, State, Tone
from ita_desktop.ui.widgets.buttons import ActionButton
from ita_desktop.ui.widgets.cells import PADDING
from ita_desktop.ui.widgets.form import Choice, Note
from ita_desktop.ui.widgets.labels import CutText, Text
from ita_desktop.ui.widgets.tab_bar import TabButton
from ita_desktop.ui.widgets.table import Column, RowModel, Table
from ita_desktop.ui.widgets.tick import Tick

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QColor, QImage
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

HARD = "ฐุ้ ปู่ น้ำ ที่ ฟื้น กฎ ญู"
PERCENTS = (100, 130, 150)


def line_edit() -> QLineEdit:
    """A field with the words."""
    return QLineEdit(HARD)


def choice() -> QComboBox:
    """A drop-down list with the words."""
    return Choice([("", HARD)])


def note() -> Note:
    """A field of several lines."""
    field = Note(2)
    field.setText(HARD)
    return field


def spin() -> QSpinBox:
    """A number with its unit."""
    field = QSpinBox()
    field.setSuffix(f" {HARD}")
    return field


def table() -> Table[tuple[str]]:
    """A table with one row, which has one cell."""
    made = Table(RowModel([Column[tuple[str]](HARD, lambda row: row[0], 300)]))
    made.show_rows([(HARD,)])
    return made


WIDGETS: dict[str, Callable[[], QWidget]] = {
    "label": lambda: Text(HARD),
    "title": lambda: Text(HARD, "title"),
    "wrapped label": lambda: Text(HARD, wrap=True),
    "cut label": lambda: CutText(HARD),
    "action button": lambda: ActionButton(HARD, lambda: None, "Ctrl+S"),
    "button": lambda: QPushButton(HARD),
    "tick": lambda: Tick(HARD),
    "check box": lambda: QCheckBox(HARD),
    "radio button": lambda: QRadioButton(HARD),
    "field": line_edit,
    "drop-down": choice,
    "note": note,
    "number": spin,
    "badge": lambda: Badge(State(HARD, Tone.WARN)),
    "tab": lambda: TabButton(HARD, "Ctrl+1"),
}


def rows_of_ink(picture: QImage) -> int:
    """In how many rows of pixels something of the words is drawn; edges and grounds at the sides left out."""
    columns = range(picture.width() // 8, picture.width() * 7 // 8)
    return sum(any(_is_ink(picture.pixelColor(x, y)) for x in columns) for y in range(picture.height()))


def _is_ink(colour: QColor) -> bool:
    """Whether a pixel is of a letter: dark, and not a part where the ground shows through."""
    return colour.alpha() > 128 and colour.lightness() < 140


def grabbed(widget: QWidget, size: QSize) -> QImage:
    """The widget drawn at a size."""
    widget.setFixedSize(size)
    return widget.grab().toImage()


@pytest.mark.parametrize("percent", PERCENTS)
@pytest.mark.parametrize("kind", WIDGETS)
def test_no_mark_is_cut(qtbot: QtBot, qapp: QApplication, kind: str, percent: int) -> None:
    """As many rows of ink at the widget's own height as with half as much again."""
    theme.apply(qapp, percent)
    try:
        tight, roomy = WIDGETS[kind](), WIDGETS[kind]()
        for widget in (tight, roomy):
            widget.setProperty("look", widget.property("look") or "normal")
            qtbot.addWidget(widget)
        size = tight.sizeHint()
        if tight.hasHeightForWidth():
            size = QSize(max(size.width(), 300), tight.heightForWidth(max(size.width(), 300)))
        room = QSize(size.width(), round(size.height() * 1.5))
        assert rows_of_ink(grabbed(tight, size)) >= rows_of_ink(grabbed(roomy, room))
    finally:
        theme.apply(qapp)


@pytest.mark.parametrize("percent", PERCENTS)
def test_a_table_row_has_room_for_every_mark(qtbot: QtBot, qapp: QApplication, percent: int) -> None:
    """The first row of a table shows as many rows of ink as a label with the same words."""
    theme.apply(qapp, percent)
    try:
        view, label = table(), Text(HARD)
        for widget in (view, label):
            qtbot.addWidget(widget)
        view.resize(theme.scaled(330), 200)
        view.show()
        box = view.visualRect(view.model().index(0, 0))
        box = QRect(PADDING, box.top(), label.sizeHint().width(), box.height())
        cell = view.viewport().grab(box).toImage()
        assert rows_of_ink(cell) >= rows_of_ink(grabbed(label, label.sizeHint()))
    finally:
        theme.apply(qapp)
