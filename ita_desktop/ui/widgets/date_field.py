"""A field for a day, Buddhist Era: takes every form that offices write, shows one; a calendar at a key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QLineEdit

from ita_desktop.domain.problems import FieldFault, FieldProblem
from ita_desktop.domain.thai_date import parse_date
from ita_desktop.support.language import tr
from ita_desktop.ui.prose import prose, prose_day
from ita_desktop.ui.widgets.icons import Icon, icon_pixmap

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QFocusEvent, QKeyEvent

    from ita_desktop.ui.widgets.calendar_popup import CalendarPopup


class DateField(QLineEdit):
    """Type `24/3/68`, `๒๔ มี.ค. ๒๕๖๘`, `2025-03-24`; on leaving, it is written out. Empty is no day.

    Alt with the arrow down, or the sign at the right, opens a month to choose from.
    """

    day_changed = Signal()

    def __init__(self, day: date | None = None) -> None:
        super().__init__()
        self._day: date | None = None
        self.setPlaceholderText(prose(tr("เช่น 24 มี.ค. 2568")))
        self.editingFinished.connect(self._settle)
        opener = QAction(QIcon(icon_pixmap(Icon.DOWN)), tr("เลือกจากปฏิทิน (Alt ↓)"), self)
        opener.triggered.connect(self.open_calendar)
        self.addAction(opener, QLineEdit.ActionPosition.TrailingPosition)
        self.set_day(day)

    @property
    def day(self) -> date | None:
        """The day that stands here; None if empty or not readable (see `fault`)."""
        return parse_date(self.text()) if self.text().strip() else None

    def fault(self, field: str) -> FieldProblem | None:
        """What is wrong with what stands here, as a problem of `field`; None if it is a day or empty."""
        if self.text().strip() and self.day is None:
            return FieldProblem(field, FieldFault.NOT_A_DATE, self.text().strip())
        return None

    def set_day(self, day: date | None) -> None:
        """Show a day."""
        self._day = day
        self.setText(prose_day(day))

    def open_calendar(self) -> CalendarPopup:
        """Show the month of the day that stands here, or of today."""
        from ita_desktop.ui.widgets.calendar_popup import CalendarPopup

        popup = CalendarPopup(self, self.day)
        popup.chosen.connect(self._take)
        popup.move(self.mapToGlobal(self.rect().bottomLeft()))
        popup.show()
        return popup

    def _take(self, day: date) -> None:
        """Write a chosen day out, as if it had been typed."""
        self.setText(prose_day(day))
        self.setFocus(Qt.FocusReason.PopupFocusReason)
        self.textEdited.emit(self.text())
        self._settle()

    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        """Alt with the arrow down opens the calendar, as it opens any list."""
        if arg__1.key() == Qt.Key.Key_Down and arg__1.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
        else:
            super().keyPressEvent(arg__1)

    def _settle(self) -> None:
        """Write a readable day out; leave what cannot be read for the user to mend."""
        if self.fault("") is not None:
            return
        day = self.day
        changed = day != self._day
        self.set_day(day)
        if changed:
            self.day_changed.emit()

    def focusInEvent(self, arg__1: QFocusEvent) -> None:
        """Typing replaces what stands here."""
        super().focusInEvent(arg__1)
        self.selectAll()
