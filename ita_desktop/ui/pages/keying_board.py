"""The board on which a stack is checked: what is asked for, the question, a line that asks, the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea

from ita_desktop.domain.problems import FieldProblem
from ita_desktop.domain.verification import SamePerson
from ita_desktop.support.language import tr
from ita_desktop.ui.pages.entry_keys import EntryKey, read_key
from ita_desktop.ui.pages.entry_sheet import MARK_KEYS
from ita_desktop.ui.prose import prose
from ita_desktop.ui.widgets.card import Card
from ita_desktop.ui.widgets.entry_bar import AskBar
from ita_desktop.ui.widgets.entry_board import EntryBoard
from ita_desktop.ui.widgets.entry_hints import HintLine
from ita_desktop.ui.widgets.entry_scene import EMPTY
from ita_desktop.ui.widgets.labels import Line, Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from ita_desktop.domain.problems import Problem


class CheckBoard(Card):
    """Tells keys by their meaning (`keyed`); says above the board which paper is wanted."""

    keyed = Signal(object)

    def __init__(self) -> None:
        super().__init__(margin=24)
        strip = QFrame()
        strip.setProperty("look", "notice")
        row = QHBoxLayout(strip)
        row.setContentsMargins(14, 5, 14, 5)
        self.task, self.number = Text("", "strong"), Text("", "heading")
        row.addWidget(self.task, 1)
        row.addWidget(self.number)
        self.body.addWidget(strip)
        self.board = EntryBoard()
        self.board.pressed.connect(self._on_key)
        self.board.face_clicked.connect(lambda place: self.keyed.emit(EntryKey(answer=place + 1)))
        self.board.mark_clicked.connect(lambda place: self.keyed.emit(EntryKey(answer=MARK_KEYS[place][0])))
        self.body.addSpacing(6)
        self.body.addWidget(_scrolling(self.board), 1)
        self.bar = AskBar()
        self.bar.left.connect(self.board.setFocus)
        self.body.addWidget(self.bar)
        self.body.addWidget(Line())
        moves = (("-", tr("ข้อก่อน")), ("+", tr("ข้อต่อไป")), ("Esc", tr("พักไว้")))
        self.form_keys, self.reading_keys = HintLine((("Return", tr("จบฉบับ")), *moves)), HintLine(moves)
        for line in (self.form_keys, self.reading_keys):
            self.body.addWidget(line)
        self.show_keys(reading=False)

    def _on_key(self, event: QKeyEvent) -> None:
        """Read a key; leave alone what is not the board's."""
        key = read_key(event)
        event.setAccepted(key is not None)
        if key is not None:
            self.keyed.emit(key)

    def show_keys(self, *, reading: bool) -> None:
        """Name the keys: a third reading has no form to end, so no Enter."""
        self.form_keys.setVisible(not reading)
        self.reading_keys.setVisible(reading)

    def clear(self, words: str) -> None:
        """Take the paper off the board: nothing of the one before may be taken for the one that is wanted."""
        self.task.setText(words)
        self.number.setText("")
        self.board.show_scene(EMPTY)

    def take_focus(self) -> None:
        """The next key is an answer, unless a question stands open."""
        (self.bar.field if self.bar.asking else self.board).setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_clerk(self, problem: Problem, answered: Callable[[str, bool], object]) -> bool:
        """Ask who sits here; `answered` gets the name and whether it is said to be the same person.

        False for a problem that has nothing to do with the name.
        """
        missing = isinstance(problem, FieldProblem) and problem.field == "clerk"
        if not (missing or isinstance(problem, SamePerson)):
            return False
        known = problem.clerk if isinstance(problem, SamePerson) else ""
        words = tr("บอกชื่อหรืออักษรย่อ เพื่อให้รู้ว่าใครบันทึกครั้งใด")
        if isinstance(problem, SamePerson):
            words = tr(
                "“{clerk}” ทำชุดนี้ในขั้นก่อนแล้ว ให้คนอื่นทำจะดีกว่า · พิมพ์ชื่อคนนั้น "
                "หรือ Enter ถ้าเป็นคนเดียวกัน ซึ่งจะบอกไว้ในรายงาน"
            )
        self.bar.ask(tr("ผู้ที่นั่งบันทึกตอนนี้"), lambda text: self._named(text, known, answered), known)
        self.bar.fail(prose(words.format(clerk=known)))
        return True

    def _named(self, text: str, known: str, answered: Callable[[str, bool], object]) -> None:
        """Take the name."""
        if not text:
            self.bar.fail(tr("ต้องบอกชื่อหรืออักษรย่อก่อน"))
            return
        self.bar.close_bar()
        self.board.setFocus(Qt.FocusReason.OtherFocusReason)
        answered(text, text == known)


def _scrolling(board: EntryBoard) -> QScrollArea:
    """Put the board where it can be scrolled if it must."""
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setWidget(board)
    board.overflowed.connect(lambda bottom: scroll.ensureVisible(0, bottom, 0, 0))
    return scroll
