"""A sheet over the window for what belongs to no tab: a problem on top, content, buttons at the foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from ita_desktop.ui import theme
from ita_desktop.ui.widgets.banner import ProblemBanner
from ita_desktop.ui.widgets.keys import on_keys

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ita_desktop.domain.problems import Problem

EDGE = 40


class SheetDialog(QDialog):
    """Modal to its window alone and never waiting for an answer: `open()` it, and go on."""

    def __init__(self, parent: QWidget, title: str, size: QSize) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.MARGIN, 16, theme.MARGIN, 16)
        column.setSpacing(theme.GAP)
        self.banner = ProblemBanner()
        column.addWidget(self.banner)
        self.body = QVBoxLayout()
        self.body.setSpacing(theme.GAP)
        column.addLayout(self.body, 1)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(10)
        column.addLayout(self.foot)
        room = parent.screen().availableSize() - QSize(EDGE, EDGE)
        wanted = QSize(theme.scaled(size.width()), theme.scaled(size.height()))
        self.resize(wanted.boundedTo(room))
        on_keys("F1", self, self.show_help)

    def show_help(self) -> None:
        """Open the guide beside the sheet, at the part that tells of it."""
        from ita_desktop.ui.help.opening import open_help
        from ita_desktop.ui.help.topics import FIRST

        open_help(self, FIRST)

    def tell(self, problem: Problem) -> None:
        """Tell a problem on top."""
        self.banner.tell(problem)
