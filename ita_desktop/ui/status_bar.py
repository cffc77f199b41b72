"""The foot of the window: whose year, under which hat, in which file; what just happened; what is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from ita_desktop.support import clock
from ita_desktop.support.language import tr
from ita_desktop.ui import theme
from ita_desktop.ui.prose import brief_day, clock_words, prose
from ita_desktop.ui.widgets.icons import Icon, draw_icon
from ita_desktop.ui.widgets.labels import CutText, Text
from ita_desktop.wording.states import label

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from ita_desktop.domain.history import Role


class Sign(QWidget):
    """A small icon beside text."""

    def __init__(self, icon: Icon, color: str) -> None:
        super().__init__()
        self._icon, self._color = icon, color
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As high as a letter."""
        return QSize(theme.scaled(12), theme.scaled(12))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        draw_icon(QPainter(self), self._icon, QRectF(self.rect()), theme.color(self._color))


class StatusBar(QFrame):
    """Three parts: what this is, the last announcement, what is kept."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "foot")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.MARGIN, 6, theme.MARGIN, 7)
        row.setSpacing(24)
        self.office, self.year, self.role, self.file = (CutText("", "small") for _ in range(4))
        for part in (self.office, self.year, self.role, self.file):
            row.addWidget(part)
        self.announcement, self._before = CutText("", "strong"), ""
        self.announcement.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.announcement.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row.addWidget(self.announcement, 1)
        self._tick = Sign(Icon.TICK, theme.GOOD)
        self.saved = Text("", "good")
        kept = QHBoxLayout()
        kept.setSpacing(6)
        kept.addWidget(self._tick)
        kept.addWidget(self.saved)
        row.addLayout(kept)
        self._tick.hide()

    def show_file(self, office: str, year: int, role: Role, path: Path, person: str = "") -> None:
        """Say whose year this is, and who works on it."""
        self.office.setText(office)
        self.year.setText(prose(tr("ปีงบประมาณ {year}").format(year=year)))
        self.role.setText(f"{person} · {label(role)}" if person else label(role))
        self.file.setText(tr("แฟ้ม {name}").format(name=path.name))
        self.file.setToolTip(str(path))

    def show_saved(self, at: datetime) -> None:
        """Say when something was last kept on the disk; the day too, if it was another."""
        day = at.astimezone().date()
        when = clock_words(at) if day == clock.today() else f"{brief_day(day)} {clock_words(at)}"
        self.saved.setText(tr("บันทึกแล้ว {time}").format(time=when))
        self._tick.show()

    def show_busy(self, busy: bool) -> None:
        """Say that something takes a while; then what stood there, unless other words came meanwhile."""
        waiting, shown = tr("กำลังทำงาน…"), self.announcement.text()
        if busy:
            self._before = self._before if shown == waiting else shown
            self.announce(waiting)
        elif shown == waiting:
            self.announce(self._before)

    def announce(self, words: str) -> None:
        """Say what just happened; the next announcement takes its place."""
        self.announcement.setText(words)
        self.announcement.setAccessibleDescription(words)
