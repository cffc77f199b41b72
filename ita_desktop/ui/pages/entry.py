"""Keying paper. The eyes are on the paper and the hand is on the keypad: no mouse, no dialog, no waiting.

A finished form is on the disk before the next one opens; keys typed in between are held and used then, so
that typing never has to pause and nothing typed is lost.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QStackedWidget

from ita_desktop.domain.keying_order import OutOfSequence
from ita_desktop.domain.problems import SerialTaken
from ita_desktop.domain.verification import Task
from ita_desktop.services.changes import Topic
from ita_desktop.support.language import tr
from ita_desktop.ui.page import Page
from ita_desktop.ui.pages.entry_asking import Asking
from ita_desktop.ui.pages.entry_cover import CoverPanel
from ita_desktop.ui.pages.entry_hands import Hands
from ita_desktop.ui.pages.entry_keeper import DraftKeeper
from ita_desktop.ui.pages.entry_keys import EntryKey, read_key
from ita_desktop.ui.pages.entry_panel import EntryPanel
from ita_desktop.ui.pages.entry_sheet import MARK_KEYS, Sheet
from ita_desktop.ui.pages.entry_side import EntrySide, SideState, side_width
from ita_desktop.ui.pages.entry_stacks import Stacks
from ita_desktop.ui.pages.entry_words import count_reached_state, place_words, resumed_state
from ita_desktop.ui.pages.keying_clerk import ClerkField, Figures
from ita_desktop.ui.pages.keying_desk import Desk
from ita_desktop.ui.prose import prose
from ita_desktop.ui.widgets.keys import on_keys

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from ita_desktop.domain.problems import Problem
    from ita_desktop.services.changes import Changes
    from ita_desktop.services.entry import FormInHand
    from ita_desktop.ui.context import Context
    from ita_desktop.ui.widgets.badge import State


class EntryPage(Page):
    """Tab 3. `sheet` is the form in hand; None until the file has answered."""

    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.ANSWERS, Topic.ROSTER, Topic.ROUND})

    def __init__(self, context: Context) -> None:
        super().__init__(context, tr("บันทึกแบบสอบถาม"))
        self.sheet: Sheet | None = None
        self._part = ""
        self._ready = False
        self._held: list[EntryKey] = []
        self._missed: list[Changes] = []
        self._side_stale = False
        self.keeper = DraftKeeper(self, lambda draft: self._note_batch(draft.batch))
        self.panel, self.side, self.cover = EntryPanel(), EntrySide(), CoverPanel()
        self.right = QStackedWidget()
        self.right.setFixedWidth(side_width())
        self.right.addWidget(self.side)
        self.right.addWidget(self.cover)
        self.clerk, self.figures = ClerkField(self), Figures(self)
        self.asking, self.hands, self.stacks = Asking(self), Hands(self), Stacks(self)
        self.desk = Desk(self)
        self.body.addWidget(self.desk.stack, 1)
        self.body.addLayout(self.clerk.over(self.right))
        self._bind()

    def _bind(self) -> None:
        """Connect keys and clicks."""
        board = self.panel.board
        board.pressed.connect(self._on_key)
        self.clerk.left.connect(self.take_focus)
        board.chip_clicked.connect(self.hands.go)
        board.face_clicked.connect(lambda place: self.take(EntryKey(answer=place + 1, text=str(place + 1))))
        board.mark_clicked.connect(lambda place: self.take(EntryKey(answer=MARK_KEYS[place][0])))
        self.panel.part_chosen.connect(self.open_part)
        for keys, slot in (
            ("F6", lambda: self.stacks.step_part(-1)), ("F7", lambda: self.stacks.step_part(1)),
            ("Ctrl+G", self.asking.jump), ("Ctrl+F", self.asking.find), ("Ctrl+L", self.asking.number),
            ("Ctrl+M", self.asking.note), ("Ctrl+Delete", self.asking.remove),
        ):  # fmt: skip
            on_keys(keys, self.panel, slot)

    def take_focus(self) -> None:
        """The cursor is on the form: the next key is an answer."""
        self.desk.take_focus()

    # Showing what the file has

    def note_changes(self, changes: Changes) -> None:
        """Changes that come while a form is on its way to the disk wait: most are that form itself."""
        if self._ready or self.sheet is None:
            super().note_changes(changes)
        else:
            self._missed.append(changes)

    def refresh(self) -> None:
        """Ask for the form in hand and for the side."""
        self._side_stale = True
        self.clerk.refresh()
        self.desk.refresh()
        if self.sheet is not None and not self._ready:
            return
        self.keeper.flush()
        self._ask_form()

    def _ask_form(self, *, fresh: bool = False) -> None:
        """Ask for the form in hand of the part; a `fresh` one takes the place of whatever is on the desk."""
        entry, part, prefer = self.workspace.entry, self._part, self.stacks.preferred

        def begin() -> FormInHand | None:
            code = part or next((each.part.code for each in entry.parts()), "")
            return entry.begin(code, prefer) if code else None

        self.query(begin, lambda hand: self._take_form(hand, part, fresh=fresh))

    def _take_form(self, hand: FormInHand | None, part: str, *, fresh: bool) -> None:
        """Put a form on the desk, use the keys that were held, then bring the side up to date."""
        if part != self._part:
            return  # another part was opened meanwhile: its own answer is on the way
        if hand is None:
            self.panel.show_empty(tr("แบบวัดปีนี้ไม่มีแบบสอบถาม"), "")
        elif fresh or self.sheet is None or self._outdated(self.sheet, hand):
            self.put(Sheet(hand))
        elif self.sheet.mending is None:
            self.sheet.take_hand(hand)
            self._show_paper()
        self._ready = True
        missed, self._missed = self._missed, []
        held, self._held = self._held, []
        for key in held:
            self.take(key)
        if missed and self._ready:
            self.refresh()
        elif self._side_stale and self._ready:
            self._ask_side()

    def _outdated(self, sheet: Sheet, hand: FormInHand) -> bool:
        """Whether the file's form replaces the one on the desk. Never one with keys of this clerk on it."""
        if sheet.mending is not None:
            return False
        return sheet.hand.form != hand.form or (sheet.keying.untouched and not sheet.is_same(hand))

    def put(self, sheet: Sheet, notice: State | None = None) -> None:
        """Put a sheet on the desk and the cursor on its question."""
        self.sheet, self._part = sheet, sheet.part
        self._show_paper()
        if not sheet.hand.form:
            return
        told = notice or resumed_state(sheet) or count_reached_state(sheet.hand.batch)
        self.panel.show_sheet(sheet, told)
        if self.desk.keying and not self.panel.bar.asking and self.right.currentWidget() is self.side:
            self.panel.board.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_paper(self) -> None:
        """Say which paper is in hand, or why none can be."""
        sheet = self.sheet
        if sheet is None:
            return
        self.set_title(tr("บันทึกแบบสอบถาม {part}").format(part=sheet.part))
        self.set_subtitle(place_words(sheet))
        if sheet.hand.form:
            self.panel.show_paper(sheet)
        else:
            title = tr("ยังบันทึกไม่ได้: {part}").format(part=sheet.hand.part.title)
            reason = sheet.hand.tool.incomplete or tr("แบบวัดปีนี้ยังไม่มีข้อคำถามของส่วนนี้")
            self.panel.show_empty(title, prose(reason))

    def _ask_side(self) -> None:
        """Read progress and stacks."""
        self._side_stale = False
        entry = self.workspace.entry
        self.query(lambda: SideState(entry.parts(), entry.batches()), self._show_side)

    def _show_side(self, state: SideState) -> None:
        """Show progress and stacks."""
        self.panel.show_parts([(each.tool, each.part) for each in state.parts], self._part)
        batch = self.sheet.draft.batch if self.sheet is not None else 0
        self.side.show_state(state, self._part, batch)

    def _note_batch(self, batch: int) -> None:
        """A draft was kept: if the file made its stack just now, show it."""
        if self.sheet is not None and self.sheet.hand.batch is None and batch and self._ready:
            self.refresh()

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A key that no field wanted (the cursor is on a button): it belongs to the form."""
        self._on_key(event)

    def _on_key(self, event: QKeyEvent) -> None:
        """Read a key; leave alone what is not the form's."""
        key = read_key(event)
        if key is None:
            event.ignore()
            return
        event.accept()
        if self.desk.take(key):
            return
        if not self.panel.board.hasFocus():
            self.take_focus()
        self.take(key)

    def take(self, key: EntryKey) -> None:
        """Use a key now, or hold it until the next form lies open."""
        if not self._ready:
            self._held.append(key)
        elif self.sheet is not None and self.sheet.hand.form:
            self.hands.use(self.sheet, key)

    def beep(self) -> None:
        """Sound for a refused key, if the user wants it."""
        if self.context.settings.beep:
            QApplication.beep()

    def undo_here(self) -> bool:
        """Take the last keyed answer back; a form with none lets the window undo the last command."""
        return self._ready and self.hands.step_back(redo=False)

    def redo_here(self) -> bool:
        """Key again what was taken back."""
        return self._ready and self.hands.step_back(redo=True)

    # Finishing

    def finish(self, sheet: Sheet) -> None:
        """Have the form written and the next one opened; until that lies open, keys are held."""
        self._ready = False
        self.keeper.forget()
        entry, draft, prefer = self.workspace.entry, sheet.draft, self.stacks.preferred
        opened: list[FormInHand] = []

        def finish_and_begin() -> Changes:
            changes = entry.finish(draft)
            opened.append(entry.begin(draft.part, prefer))
            return changes

        self.run(
            finish_and_begin,
            lambda changes: self._finished(sheet, changes, opened[0]),
            lambda problem: self._not_finished(sheet, problem),
        )

    def _finished(self, sheet: Sheet, changes: Changes, opened: FormInHand) -> None:
        """The form is on the disk: the next one, unless another part was opened meanwhile."""
        words = tr("เก็บแบบเลขที่ {serial} แล้ว").format(serial=changes.key)
        self.context.announce(prose(words))
        self.figures.finished(sheet.draft.batch or (opened.batch.key if opened.batch else 0), Task.KEY)
        self._missed = [each for each in self._missed if each is not changes]
        if self.sheet is sheet:
            self._side_stale |= not self.side.count_form(sheet.part, opened.batch)
            self._take_form(opened, sheet.part, fresh=True)

    def _not_finished(self, sheet: Sheet, problem: Problem) -> None:
        """The form stays on the desk; keys typed since were meant for the next one and are not used."""
        self.keeper.keep(sheet)
        self.tell(problem)
        if self.sheet is not sheet:
            return
        self._ready = True
        if self._held:
            self._held.clear()
            self.beep()
        if isinstance(problem, OutOfSequence):
            self.asking.number(problem.expected)
        elif isinstance(problem, SerialTaken):
            self.asking.number()

    # Parts

    def show_subject(self, subject: str) -> None:
        """Open a part by its code."""
        self._open(subject)

    def open_part(self, place: int) -> None:
        """Open a part by its position."""
        parts = self.side.state.parts
        if 0 <= place < len(parts):
            self._open(parts[place].part.code)

    def _open(self, part: str) -> None:
        """Leave the form in hand where it is and take up that of another part."""
        self.desk.show_keying()
        self.keeper.flush()
        self.panel.bar.close_bar()
        self.asking.forget()
        self.stacks.preferred = 0
        self._part, self.sheet, self._ready = part, None, False
        self._side_stale = True
        self._ask_form()

    def leave(self) -> None:
        """Have the last key written before the page is left or the file is closed."""
        self.keeper.flush()
        self.figures.rest()
