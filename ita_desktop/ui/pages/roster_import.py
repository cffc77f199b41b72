"""A workbook looked at before it is taken in: what it would do, or all that is wrong with it, by cell."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget

from ita_desktop.services.importing import Effect, ImportRow
from ita_desktop.support.language import ntr, tr
from ita_desktop.ui import theme
from ita_desktop.ui.prose import prose
from ita_desktop.ui.widgets.badge import Badge, State, Tone
from ita_desktop.ui.widgets.buttons import ActionButton
from ita_desktop.ui.widgets.card import Card, EmptyState
from ita_desktop.ui.widgets.labels import Text
from ita_desktop.ui.widgets.table import Column, RowModel, Table
from ita_desktop.wording.cells import cell_sentence
from ita_desktop.wording.fields import field_name
from ita_desktop.wording.imports import doubt_words, look_lines
from ita_desktop.wording.states import label

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QKeyEvent

    from ita_desktop.domain.problems import CellProblem, WorkbookRefused
    from ita_desktop.domain.progress import Stage
    from ita_desktop.services.importing import ImportPreview


MOST_ROWS = 5_000
"""Rows shown: those that want a look stand first, and nobody reads more."""

MOST_LOOKS = 8
"""Lines of remarks above the rows."""


def _urgency(row: ImportRow) -> tuple[bool, bool]:
    """Doubtful rows first, then changed ones; otherwise as the workbook has them."""
    return (not row.doubts, row.effect is not Effect.CHANGED)


def effect_state(row: ImportRow) -> State:
    """What a row does, as sign and word."""
    return {
        Effect.ADDED: State(tr("เพิ่ม"), Tone.GOOD),
        Effect.CHANGED: State(tr("เปลี่ยน"), Tone.WARN),
        Effect.UNCHANGED: State(tr("เหมือนเดิม"), Tone.CALM),
    }[row.effect]


class ImportPanel(Card):
    """Takes the place of the list while a workbook is looked at.

    `accepted`, `other_asked`, `headers_asked`, `left` tell what the person at the keyboard wants.
    """

    accepted = Signal()
    other_asked = Signal()
    headers_asked = Signal()
    left = Signal()

    def __init__(self, rows_of: str = "", *, mapped: bool = True) -> None:
        """Show rows of people, or of what `rows_of` says; `mapped`: headers may be mapped by hand."""
        super().__init__(" ", margin=24)
        self.verdict = Text("", wrap=True)
        self.body.addWidget(self.verdict)
        self._counts = QHBoxLayout()
        self.badges = {effect: Badge() for effect in Effect}
        for badge in self.badges.values():
            self._counts.addWidget(badge)
        self._counts.addStretch(1)
        self.body.addLayout(self._counts)
        columns = _row_columns(rows_of or tr("รายชื่อ"))
        self.rows: Table[ImportRow] = Table(RowModel(columns), tr("ไม่มีรายชื่อในไฟล์นี้"))
        self.problems: Table[CellProblem] = Table(RowModel(_problem_columns()))
        self._stack = QStackedWidget()
        self.working = EmptyState("")
        for each in (self.rows, self.problems, self.working):
            self._stack.addWidget(each)
        self.body.addWidget(self._stack, 1)
        foot = QHBoxLayout()
        foot.setSpacing(theme.GAP)
        self.accept_button = ActionButton(tr("นำเข้าทั้งหมด"), self.accepted.emit, "Ctrl+S", "primary")
        self.map_button = ActionButton(tr("จับคู่หัวคอลัมน์"), self.headers_asked.emit, "F4")
        if not mapped:
            self.map_button.hide()
        self.other_button = ActionButton(tr("เลือกไฟล์อื่น"), self.other_asked.emit)
        self.leave_button = ActionButton(tr("ยกเลิก"), self.left.emit, "Esc")
        for button in (self.accept_button, self.map_button, self.other_button, self.leave_button):
            foot.addWidget(button)
        foot.addStretch(1)
        self.body.addLayout(foot)

    def show_working(self, path: Path, stage: Stage, rows: int) -> None:
        """Show how far a workbook is read or taken in; Esc stops."""
        self.title.setText(tr("นำเข้า: {name}").format(name=path.name))
        self.verdict.setText("")
        for badge in self.badges.values():
            badge.hide()
        self.working.title.setText(
            prose(tr("{stage} {count} แถว").format(stage=label(stage), count=f"{rows:,}"))
        )
        self.working.text.setText(tr("หยุดเมื่อใดก็ได้ด้วย Esc แฟ้มจะเป็นเหมือนเดิมทุกอย่าง"))
        self._stack.setCurrentWidget(self.working)
        self._set_working(working=True)

    def _set_working(self, *, working: bool) -> None:
        """Offer to stop, or what can be done with a workbook that was looked at."""
        for button in (self.accept_button, self.map_button, self.other_button):
            button.setEnabled(not working)
        self.leave_button.set_words(tr("หยุด") if working else tr("ยกเลิก"))
        if working:
            self.leave_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_preview(self, path: Path, preview: ImportPreview) -> None:
        """Show what the workbook would do."""
        self._set_working(working=False)
        self.title.setText(tr("ตรวจก่อนนำเข้า: {name}").format(name=path.name))
        self.verdict.setText(_preview_words(preview))
        for effect, badge in self.badges.items():
            count, word = preview.count(effect), effect_state(ImportRow("", "", "", effect))
            badge.show_state(State(prose(f"{word.text} {count:,}"), word.tone))
            badge.setVisible(count > 0)
        self.rows.show_rows(sorted(preview.rows, key=_urgency)[:MOST_ROWS])
        self._stack.setCurrentWidget(self.rows)
        self.accept_button.setEnabled(bool(preview.added or preview.changed))
        self.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_refusal(self, path: Path, refusal: WorkbookRefused) -> None:
        """Show everything that is wrong with the workbook."""
        self._set_working(working=False)
        count = len(refusal.problems)
        self.title.setText(tr("นำเข้าไม่ได้: {name}").format(name=path.name))
        words = ntr(
            "พบที่ต้องแก้ {count} แห่ง ยังไม่มีอะไรเปลี่ยนในแฟ้ม แก้ใน Excel แล้วเลือกไฟล์อีกครั้ง",
            "พบที่ต้องแก้ {count} แห่ง ยังไม่มีอะไรเปลี่ยนในแฟ้ม แก้ใน Excel แล้วเลือกไฟล์อีกครั้ง",
            count,
        )
        mapping = "" if self.map_button.isHidden() else tr(" ถ้าขาดหัวคอลัมน์ จับคู่ด้วย F4")
        self.verdict.setText(prose(words.format(count=f"{count:,}") + mapping))
        for badge in self.badges.values():
            badge.hide()
        self.problems.show_rows(refusal.problems)
        self._stack.setCurrentWidget(self.problems)
        self.accept_button.setEnabled(False)
        self.problems.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that the table did not want go no further."""
        event.accept()


def _preview_words(preview: ImportPreview) -> str:
    """Say that nothing happened yet, and which columns will not be read."""
    words = tr("ยังไม่มีอะไรเปลี่ยนในแฟ้ม ตรวจแล้วกดนำเข้าทั้งหมด นำเข้าแล้วยังย้อนได้ด้วย Ctrl Z")
    looks = look_lines(preview)
    more = ["…"] if len(looks) > MOST_LOOKS else []
    return "\n".join([prose(words), *looks[:MOST_LOOKS], *more])  # cells are quoted as they stand


def _row_columns(rows_of: str) -> list[Column[ImportRow]]:
    """Where, who or what, what happens, to which fields."""
    return [
        Column(tr("แผ่น"), lambda row: row.sheet, 150),
        Column(tr("ช่อง"), lambda row: row.cell, 70),
        Column(rows_of, lambda row: row.label),
        Column(tr("ผลต่อแฟ้ม"), effect_state, 130),
        Column(tr("ที่เปลี่ยน หรือที่ควรดู"), _look_words, 380),
    ]


def _look_words(row: ImportRow) -> str:
    """The fields that change, and why the row wants a look."""
    fields = [field_name(each) for each in row.fields]
    forms = [prose(tr("{count} ฉบับ").format(count=f"{row.count:,}"))] if row.count > 1 else []
    return ", ".join([*forms, *fields, *map(doubt_words, row.doubts)])


def _problem_columns() -> list[Column[CellProblem]]:
    """Where and what."""
    return [
        Column(tr("แผ่น"), lambda problem: problem.sheet, 150),
        Column(tr("ช่อง"), lambda problem: problem.cell, 70),
        Column(tr("ต้องแก้"), _fault_words),
    ]


def _fault_words(problem: CellProblem) -> str:
    """What is wrong, without the place, which stands beside it."""
    return prose(cell_sentence(replace(problem, sheet="", cell="")))
