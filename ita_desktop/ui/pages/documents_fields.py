"""The fields of a paper as its kind declares them. An empty one keeps its proposal, shown in grey."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ita_desktop.domain.paperwork.papers import FieldShape
from ita_desktop.support.language import tr
from ita_desktop.ui.prose import prose, prose_day
from ita_desktop.ui.widgets.date_field import DateField
from ita_desktop.ui.widgets.form import Choice, Form, Note
from ita_desktop.wording.paperwork import field_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ita_desktop.domain.paperwork.papers import Field, Kind

LINES_SHOWN = 3


class KindFields(QWidget):
    """A form made for one kind at a time. `edited` tells each key."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(4, 4, 4, 4)
        self._widgets: dict[str, QWidget] = {}
        self._showing = False
        self.form = Form()
        self._column.addWidget(self.form)
        self._column.addStretch(1)

    def show_kind(self, kind: Kind, written: Mapping[str, str], proposed: Mapping[str, str]) -> None:
        """Make the form of a kind and fill it."""
        self._showing = True
        old = self.form
        self.form, self._widgets = Form(), {}
        self._column.replaceWidget(old, self.form)
        old.deleteLater()
        for field in kind.fields:
            self._add(field, written.get(field.code, ""), proposed.get(field.code, ""))
        self._showing = False

    def _add(self, field: Field, written: str, proposed: str) -> None:
        """Add a field with what is written in it, the proposal behind it."""
        widget = self._widget(field, written, proposed)
        star = " *" if field.needed else ""
        self.form.add(field.code, f"{field_name(field)}{star}", widget)
        self._widgets[field.code] = widget

    def _widget(self, field: Field, written: str, proposed: str) -> QWidget:
        """The widget of a field's shape."""
        if field.shape is FieldShape.CHOICE:
            choice = Choice([("", tr("ไม่ระบุ")), *((each, each) for each in field.choices)])
            choice.set_value(written)
            choice.activated.connect(self._tell)
            return choice
        if field.shape is FieldShape.DAY:
            day = DateField(_day(written))
            if proposed:
                day.setPlaceholderText(prose_day(_day(proposed)))
            day.textChanged.connect(self._tell)
            return day
        if field.shape is FieldShape.LINES or "\n" in f"{written}{proposed}":
            lines = Note(LINES_SHOWN)
            lines.setText(written)
            lines.setPlaceholderText(proposed or _sample(field))
            lines.textChanged.connect(self._tell)
            return lines
        line = QLineEdit(written)
        line.setPlaceholderText(proposed or _sample(field))
        line.setCursorPosition(0)
        line.textChanged.connect(self._tell)
        return line

    def _tell(self) -> None:
        """Tell that something was typed, not that something is shown."""
        if not self._showing:
            self.edited.emit()

    def fields(self) -> dict[str, str]:
        """What is written, by the names of the fields; nothing for one that keeps its proposal."""
        texts = {code: _text(widget) for code, widget in self._widgets.items()}
        return {code: text for code, text in texts.items() if text}

    def widget(self, code: str) -> QWidget:
        """The widget of a field."""
        return self._widgets[code]

    def set_read_only(self, fixed: bool) -> None:
        """A signed paper shows its fields and takes nothing."""
        for widget in self._widgets.values():
            widget.setEnabled(not fixed)


def _text(widget: QWidget) -> str:
    """What stands in a field; a date as ISO text, nothing for one that cannot be read."""
    if isinstance(widget, DateField):
        return widget.day.isoformat() if widget.day is not None else ""
    if isinstance(widget, Choice):
        return str(widget.value or "")
    if isinstance(widget, Note):
        return widget.text().strip()
    return widget.text().strip() if isinstance(widget, QLineEdit) else ""


def _day(text: str) -> date | None:
    """The day of ISO text; None for anything else."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _sample(field: Field) -> str:
    """A sample of what could stand here, said to be one."""
    return prose(tr("เช่น {sample}").format(sample=field.sample)) if field.sample else ""
