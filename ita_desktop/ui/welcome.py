"""What is seen while no office file is open: make one, open one, or look at the sample office."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from ita_desktop.support.language import tr
from ita_desktop.ui import theme
from ita_desktop.ui.widgets.banner import ProblemBanner
from ita_desktop.ui.widgets.buttons import ActionButton
from ita_desktop.ui.widgets.card import Card
from ita_desktop.ui.widgets.labels import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QCloseEvent

    from ita_desktop.domain.problems import Problem
    from ita_desktop.ui.new_office import NewOfficeForm

CARD_WIDTH = 620


@dataclass(frozen=True, slots=True)
class Offered:
    """What the welcome page can offer: files opened lately, and the way back to the one that is open."""

    recent: tuple[Path, ...] = ()
    can_go_back: bool = False


class Welcome(QMainWindow):
    """The first window. It asks; the desk does. `create_asked` carries a NewOffice."""

    create_asked = Signal(object)
    open_asked = Signal()
    file_chosen = Signal(Path)
    sample_asked = Signal()
    restore_asked = Signal()
    language_asked = Signal()
    back_asked = Signal()
    closing = Signal()

    def __init__(self, offered: Offered, folder: Path) -> None:
        super().__init__()
        self.setWindowTitle("ITA Desktop")
        self.resize(QSize(1024, 700))
        self.banner = ProblemBanner()
        self._offered, self._folder = offered, folder
        self._stack = QStackedWidget()
        self._stack.addWidget(self._start_page(offered.recent))
        self._lay_out()
        self.new_button.setFocus()

    @cached_property
    def form(self) -> NewOfficeForm:
        """The form for a new office, made when it is first asked for: most starts open a file."""
        from ita_desktop.services.instruments import known_years
        from ita_desktop.ui.new_office import NewOfficeForm

        form = NewOfficeForm(known_years(), self._folder)
        form.finished.connect(self.create_asked)
        form.given_up.connect(self.back_asked if self._offered.can_go_back else self.show_start)
        self._stack.addWidget(self._in_middle(form))
        return form

    def _lay_out(self) -> None:
        """Banner above, the page in the middle."""
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(theme.MARGIN, 14, theme.MARGIN, 14)
        top = ActionButton("ไทย / English", self.language_asked.emit, look="plain")
        guide = ActionButton(tr("คู่มือ"), self.show_help, "F1", "plain")
        corner = QHBoxLayout()
        corner.addStretch(1)
        for button in (guide, top):
            corner.addWidget(button)
        column.addLayout(corner)
        column.addWidget(self.banner)
        column.addWidget(self._stack, 1)
        self.setCentralWidget(middle)

    def _in_middle(self, widget: QWidget) -> QWidget:
        """A page with `widget` in its middle."""
        page = QWidget()
        column = QVBoxLayout(page)
        column.addStretch(2)
        row = QHBoxLayout()  # stretches, for an aligned item is not asked its height for a width
        row.addStretch(1)
        row.addWidget(widget)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(3)
        return page

    def _start_page(self, recent: Sequence[Path]) -> QWidget:
        """The three ways in, and the files opened lately."""
        card = Card(margin=34)
        card.setFixedWidth(theme.scaled(CARD_WIDTH))
        card.body.addWidget(Text("ITA Desktop", "title"))
        words = tr("ทำการประเมิน ITA ของหน่วยงานทั้งปีงบประมาณ ในหน้าต่างเดียว แฟ้มเดียว โดยไม่ต้องใช้อินเทอร์เน็ต")
        card.body.addWidget(Text(words, "muted", wrap=True))
        card.body.addSpacing(theme.WIDE_GAP)
        self.new_button = ActionButton(tr("สร้างแฟ้มของหน่วยงาน"), self.show_form, "Ctrl+N", "primary")
        self.open_button = ActionButton(tr("เปิดแฟ้มที่มีอยู่…"), self.open_asked.emit, "Ctrl+O")
        self.sample_button = ActionButton(tr("ดูหน่วยงานตัวอย่าง"), self.sample_asked.emit, "Ctrl+E")
        self.restore_button = ActionButton(tr("กู้คืนจากสำเนาสำรอง…"), self.restore_asked.emit, "Ctrl+R")
        for button in (self.new_button, self.open_button, self.sample_button, self.restore_button):
            button.setMinimumHeight(theme.scaled(42))
            card.body.addWidget(button)
        if recent:
            card.body.addSpacing(theme.WIDE_GAP)
            card.body.addWidget(Text(tr("แฟ้มที่เปิดล่าสุด"), "small"))
        for path in recent[:4]:
            button = ActionButton(path.stem, partial(self.file_chosen.emit, path), look="plain")
            button.setToolTip(str(path))
            card.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return self._in_middle(card)

    def show_help(self) -> None:
        """Open the guide at its beginning."""
        from ita_desktop.ui.help.opening import open_help
        from ita_desktop.ui.help.topics import FIRST

        open_help(self, FIRST)

    def show_start(self) -> None:
        """Show the three ways in."""
        self.banner.clear()
        self._stack.setCurrentIndex(0)
        self.new_button.setFocus()

    def show_form(self) -> None:
        """Show the form for a new office."""
        self.banner.clear()
        form = self.form
        self._stack.setCurrentIndex(1)
        form.begin()

    def tell(self, problem: Problem) -> None:
        """Tell a problem above."""
        self.banner.tell(problem)

    def show_busy(self, busy: bool) -> None:
        """Take no second order while one is being worked on."""
        self._stack.setEnabled(not busy)
        if busy:
            self.setCursor(Qt.CursorShape.BusyCursor)
        else:
            self.unsetCursor()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The user wants to end."""
        super().closeEvent(event)
        self.closing.emit()
