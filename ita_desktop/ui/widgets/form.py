"""Labelled fields, one below the other, each with room below it for what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from ita_desktop.ui import theme
from ita_desktop.ui.prose import prose
from ita_desktop.ui.widgets.icons import Icon, draw_icon
from ita_desktop.ui.widgets.labels import Text
from ita_desktop.wording.fields import field_fault_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QFocusEvent, QPaintEvent, QWheelEvent

    from ita_desktop.domain.problems import FieldProblem


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a form: its label, the widget that takes the value, where its fault is told."""

    label: QLabel
    widget: QWidget
    fault: Text


class Form(QWidget):
    """Fields by the names that services use in FieldProblem, so that a problem finds its field."""

    def __init__(self) -> None:
        super().__init__()
        self._fields: dict[str, Field] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.WIDE_GAP)
        self._grid.setVerticalSpacing(6)
        self._row = 0

    def add(self, name: str, label: str, widget: QWidget) -> None:
        """Add a field over the whole width."""
        self._place(name, label, widget, self._row, 0, 2)
        self._row += 1

    def add_pair(self, *fields: tuple[str, str, QWidget]) -> None:
        """Add fields side by side."""
        for column, (name, label, widget) in enumerate(fields):
            self._place(name, label, widget, self._row, column, 1)
            self._grid.setColumnStretch(column, 1)
        self._row += 1

    def _place(self, name: str, label: str, widget: QWidget, row: int, column: int, span: int) -> None:
        """Put label, widget and fault line into one cell."""
        box = QVBoxLayout()
        box.setSpacing(0)
        caption = Text(label, "small")
        caption.setBuddy(widget)
        widget.setAccessibleName(label)
        fault = Text("", "error", wrap=True)
        fault.hide()
        for each in (caption, widget, fault):
            box.addWidget(each)
        self._grid.addLayout(box, row, column, 1, span)
        self._fields[name] = Field(caption, widget, fault)

    def widget(self, name: str) -> QWidget:
        """The widget of a field."""
        return self._fields[name].widget

    def fault_text(self, name: str) -> str:
        """What is told below a field; empty if nothing is wrong."""
        fault = self._fields[name].fault
        return fault.text() if not fault.isHidden() else ""

    def show_problem(self, problem: FieldProblem, *, focus: bool = True) -> bool:
        """Tell a problem below its field and go there; False if the form has no such field."""
        field = self._fields.get(problem.field)
        if field is None:
            return False
        field.fault.setText(prose(field_fault_words(problem.fault, problem.value, problem.expected)))
        field.fault.show()
        _mark(field.widget, fault=True)
        if focus:
            field.widget.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def clear_problems(self) -> None:
        """Forget all faults."""
        for field in self._fields.values():
            field.fault.hide()
            _mark(field.widget, fault=False)


def _mark(widget: QWidget, *, fault: bool) -> None:
    """Put the red edge around a field, or take it away."""
    if bool(widget.property("fault")) != fault:
        widget.setProperty("fault", fault)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


class Choice(QComboBox):
    """A drop-down list of (value, text). The wheel scrolls the page, never the value under the pointer."""

    def __init__(self, choices: Iterable[tuple[object, str]] = (), *, editable: bool = False) -> None:
        super().__init__()
        self.setEditable(editable)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for value, text in choices:
            self.addItem(text, value)

    @property
    def value(self) -> object:
        """The chosen value."""
        return self.currentData()

    def set_value(self, value: object) -> None:
        """Choose a value; the first one if it is not offered."""
        found = next((i for i in range(self.count()) if self.itemData(i) == value), 0)
        self.setCurrentIndex(found)

    def paintEvent(self, e: QPaintEvent) -> None:
        """Draw the arrow too: a style sheet takes it away."""
        super().paintEvent(e)
        side = theme.scaled(9)
        box = QRectF(self.width() - side - 11, (self.height() - side) / 2, side, side)
        draw_icon(QPainter(self), Icon.DOWN, box, theme.color(theme.MUTED))

    def wheelEvent(self, e: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        e.ignore()


class Note(QPlainTextEdit):
    """Some lines of text. Tab leaves it, as in any field; `left` tells when the cursor has gone."""

    left = Signal()

    def __init__(self, lines: int = 3) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setFixedHeight(round(self.fontMetrics().lineSpacing() * lines * 1.02) + 22)

    def text(self) -> str:
        """What stands here."""
        return self.toPlainText()

    def setText(self, text: str) -> None:
        """Show a text."""
        self.setPlainText(text)

    def focusOutEvent(self, e: QFocusEvent) -> None:
        """Tell that the cursor has gone."""
        super().focusOutEvent(e)
        self.left.emit()
