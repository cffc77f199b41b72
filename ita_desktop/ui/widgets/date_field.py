"""A field for a day, Buddhist Era: takes every form that offices write, shows one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from ita_desktop.domain.problems import FieldFault, FieldProblem
from ita_desktop.domain.thai_date import parse_date
from ita_desktop.support.language import tr
from ita_desktop.ui.prose import prose, prose_day

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QFocusEvent


class DateField(QLineEdit):
    """Type `24/3/68`, `๒๔ มี.ค. ๒๕๖๘`, `2025-03-24`; on leaving, it is written out. Empty is no day."""

    day_changed = Signal()

    def __init__(self, day: date | None = None) -> None:
        super().__init__()
        self._day: date | None = None
        self.setPlaceholderText(prose(tr("เช่น 24 มี.ค. 2568")))
        self.editingFinished.connect(self._settle)
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
