"""The middle of the entry page: part, number, board, the line that asks, the line of keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QWidget

from ita_desktop.support.language import tr
from ita_desktop.ui import theme
from ita_desktop.ui.prose import prose
from ita_desktop.ui.widgets.buttons import Segments
from ita_desktop.ui.widgets.card import Card, EmptyState
from ita_desktop.ui.widgets.entry_bar import AskBar
from ita_desktop.ui.widgets.entry_board import EntryBoard
from ita_desktop.ui.widgets.entry_hints import HintLine
from ita_desktop.ui.widgets.labels import KeyHint, Line, Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_desktop.domain.instrument import Part, Tool
    from ita_desktop.ui.pages.entry_sheet import Sheet
    from ita_desktop.ui.widgets.badge import State


class EntryPanel(Card):
    """Shows a sheet. `part_chosen` tells the position of a part that was picked above the board."""

    part_chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__(margin=24)
        self._parts: tuple[str, ...] = ()
        self.segments: Segments | None = None
        self._top = QHBoxLayout()
        self._top.setSpacing(theme.GAP)
        self.number = Text("", "heading")
        self._top.addStretch(1)
        self._top.addWidget(self.number)
        self._number_key = KeyHint("Ctrl+L")
        self._top.addWidget(self._number_key)
        self.body.addLayout(self._top)
        self.strip = _MendingStrip()
        self.body.addWidget(self.strip)
        self.board = EntryBoard()
        self._scroll = _scrolling(self.board)
        self._stack = QStackedWidget()
        self.empty = EmptyState("")
        for each in (self._scroll, self.empty):
            self._stack.addWidget(each)
        self.body.addSpacing(6)
        self.body.addWidget(self._stack, 1)
        self.bar = AskBar()
        self.bar.left.connect(self.board.setFocus)
        self.body.addWidget(self.bar)
        self.body.addWidget(Line())
        self.body.addWidget(_key_line())

    def show_parts(self, parts: Sequence[tuple[Tool, Part]], chosen: str) -> None:
        """Offer the parts; each opens with Alt and its number."""
        codes = tuple(part.code for _, part in parts)
        if codes != self._parts:
            self._replace_segments(codes)
        if self.segments is not None and chosen in codes:
            self.segments.choose(codes.index(chosen))

    def _replace_segments(self, codes: tuple[str, ...]) -> None:
        """Put up the switch for these parts."""
        if self.segments is not None:
            self.segments.deleteLater()
        self._parts = codes
        self.segments = Segments(codes, [f"Alt+{place + 1}" for place in range(min(len(codes), 9))])
        for button in self.segments.findChildren(QWidget):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # a click must not take the keys from the form
        self.segments.chosen.connect(self.part_chosen)
        self._top.insertWidget(0, self.segments)

    def show_sheet(self, sheet: Sheet, notice: State | None = None, flash: int | None = None) -> None:
        """Show the question that is asked; `flash` is the one just keyed, seen for a moment before."""
        before = sheet.scene(place=flash) if flash is not None else None
        self.board.show_scene(sheet.scene(notice), before)

    def show_paper(self, sheet: Sheet) -> None:
        """Show which paper this is. Once per form, not per key: labels are laid out anew."""
        self._stack.setCurrentWidget(self._scroll)
        self._number_key.setVisible(sheet.mending is None)
        self.number.setText(prose(tr("แบบเลขที่ {serial}").format(serial=sheet.serial)))
        self.strip.show_sheet(sheet)

    def show_empty(self, title: str, text: str) -> None:
        """Say kindly why nothing can be keyed here."""
        self.number.setText("")
        self._number_key.hide()
        self.strip.hide()
        self.empty.title.setText(title)
        self.empty.text.setText(text)
        self._stack.setCurrentWidget(self.empty)


class _MendingStrip(QFrame):
    """Says that a finished form is being put right, so that it is never taken for a new one."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "notice")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 5, 14, 5)
        self.words = Text("", "strong")
        row.addWidget(self.words, 1)
        for keys, words in (
            ("Return", tr("เก็บที่แก้")), ("Ctrl+Delete", tr("ลบฉบับนี้")), ("Esc", tr("ยกเลิกการแก้")),
        ):  # fmt: skip
            row.addWidget(KeyHint(keys))
            row.addWidget(Text(words))
        self.hide()

    def show_sheet(self, sheet: Sheet) -> None:
        """Show the strip for a form that is mended, else none."""
        words = tr("กำลังแก้แบบเลขที่ {serial} ที่บันทึกไว้แล้ว").format(serial=sheet.serial)
        self.words.setText(prose(words))
        self.setVisible(sheet.mending is not None)


def _scrolling(board: EntryBoard) -> QScrollArea:
    """Put the board where it can be scrolled if it must."""
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setWidget(board)
    board.overflowed.connect(lambda bottom: scroll.ensureVisible(0, bottom, 0, 0))
    return scroll


def _key_line() -> HintLine:
    """The keys that are not on the cards."""
    return HintLine(
        (
            ("Return", tr("จบฉบับ")),
            ("-", tr("ข้อก่อน")),
            ("+", tr("ข้าม")),
            ("Ctrl+Z", tr("ย้อน")),
            ("Ctrl+G", tr("ไปข้อ")),
            ("Ctrl+F", tr("หาฉบับ")),
            ("Ctrl+M", tr("หมายเหตุ")),
            ("F3", tr("ตั้งค่า")),
        )
    )
