"""The guide in a window of its own, beside the work: topics at the left, the text at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QVBoxLayout,
)

from ita_desktop.support.language import tr
from ita_desktop.ui import theme
from ita_desktop.ui.help.page_text import show_markdown
from ita_desktop.ui.help.topics import Topic, topics
from ita_desktop.ui.widgets.keys import on_keys

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

SIZE = QSize(900, 640)
LIST_WIDTH = 240


class HelpWindow(QDialog):
    """Not modal: one reads here and does there. Esc closes it; F1 brings it back on the page's part."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("คู่มือ"))
        self._topics = {topic.name: topic for topic in topics()}
        self.find_field = QLineEdit()
        self.find_field.setPlaceholderText(tr("ค้นหาในคู่มือ (Ctrl F)"))
        self.find_field.setAccessibleName(tr("ค้นหาในคู่มือ"))
        self.find_field.textChanged.connect(self._list)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("หัวข้อของคู่มือ"))
        self.list.currentItemChanged.connect(self._show_chosen)
        self.browser = QTextBrowser()
        self.browser.setAccessibleName(tr("ข้อความของคู่มือ"))
        self._lay_out()
        on_keys("Ctrl+F", self, self.find_field.setFocus)
        self._list("")

    def _lay_out(self) -> None:
        """Topics at the left, text at the right."""
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.WIDE_GAP, theme.WIDE_GAP, theme.WIDE_GAP, theme.WIDE_GAP)
        row.setSpacing(theme.WIDE_GAP)
        left = QVBoxLayout()
        for widget in (self.find_field, self.list):
            widget.setFixedWidth(theme.scaled(LIST_WIDTH))
            left.addWidget(widget)
        row.addLayout(left)
        row.addWidget(self.browser, 1)
        wanted = QSize(theme.scaled(SIZE.width()), theme.scaled(SIZE.height()))
        self.resize(wanted.boundedTo(self.screen().availableSize()))

    def open_topic(self, name: str) -> None:
        """Show a topic, whatever was looked for before, and come to the front."""
        self.find_field.clear()
        for place in range(self.list.count()):
            if self.list.item(place).data(Qt.ItemDataRole.UserRole) == name:
                self.list.setCurrentRow(place)
        self.show()
        self.raise_()
        self.activateWindow()
        self.browser.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def shown(self) -> Topic | None:
        """The topic that is read."""
        chosen = self.list.selectedItems()
        return self._topics[chosen[0].data(Qt.ItemDataRole.UserRole)] if chosen else None

    def _list(self, words: str) -> None:
        """List the topics that have the words; the one that is read stays chosen if it is among them."""
        before = self.shown
        self.list.clear()
        for topic in self._topics.values():
            if topic.has(words):
                item = QListWidgetItem(topic.title)
                item.setData(Qt.ItemDataRole.UserRole, topic.name)
                self.list.addItem(item)
                if topic is before:
                    self.list.setCurrentItem(item)
        if self.list.currentRow() < 0 and self.list.count():
            self.list.setCurrentRow(0)

    def _show_chosen(self) -> None:
        """Show the chosen topic from its top."""
        if self.shown is not None:
            show_markdown(self.browser, self.shown.bare)
