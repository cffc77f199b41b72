"""The panel of the what-if view: total and level as supposed, and the fields that suppose."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from ita_desktop.domain.numbers import percentages
from ita_desktop.domain.thai_text import arabic_digits
from ita_desktop.domain.what_if import tally_of_shares
from ita_desktop.support.language import tr
from ita_desktop.ui import theme
from ita_desktop.ui.widgets.badge import Badge, State, Tone
from ita_desktop.ui.widgets.buttons import ActionButton, bind
from ita_desktop.ui.widgets.card import SidePanel
from ita_desktop.ui.widgets.keys import key_words
from ita_desktop.ui.widgets.labels import Line, Text
from ita_desktop.ui.widgets.steps import StepFace, StepPicker
from ita_desktop.wording.results import plain_number, score_words
from ita_desktop.wording.what_if import total_change

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ita_desktop.domain.answers import Tally
    from ita_desktop.domain.instrument import Question
    from ita_desktop.domain.what_if import Outcome
    from ita_desktop.wording.what_if import Row

FIELD_WIDTH = 84


class ShareFields(QWidget):
    """A field for each choice of a question: its share of a hundred. `typed` when together they are 100."""

    typed = Signal(object)

    def __init__(self, question: Question, tally: Tally) -> None:
        super().__init__()
        self.question = question
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        self.fields: list[QLineEdit] = []
        shares = percentages(tally.counts)
        for line, (choice, share) in enumerate(zip(question.choices, shares, strict=True)):
            field = QLineEdit(f"{share:.2f}")
            field.setAlignment(Qt.AlignmentFlag.AlignRight)
            field.setFixedWidth(theme.scaled(FIELD_WIDTH))
            field.setAccessibleName(tr("ร้อยละที่ตอบ {choice}").format(choice=choice.label))
            field.textEdited.connect(self._read)
            self.fields.append(field)
            grid.addWidget(
                Text(f"{choice.label} ({plain_number(choice.score or Fraction(0))})", "small", wrap=True),
                line,
                0,
            )
            grid.addWidget(field, line, 1)
        self.sum = Text("", "small")
        grid.addWidget(self.sum, len(self.fields), 0, 1, 2, Qt.AlignmentFlag.AlignRight)
        self._tell(Decimal(100))

    def _read(self) -> None:
        """Tell the shares once they make a whole; until then, say what lacks."""
        try:
            shares = [_share(field.text()) for field in self.fields]
        except InvalidOperation:
            self.sum.setText(tr("ใส่ตัวเลขร้อยละในทุกช่อง"))
            return
        self._tell(sum(shares, Decimal(0)))
        try:
            made = tally_of_shares([Fraction(share) for share in shares])
        except ValueError:
            return
        self.typed.emit(made)

    def _tell(self, total: Decimal) -> None:
        """Say what the shares make together."""
        if total == 100:
            self.sum.setText(tr("รวมร้อยละ 100"))
        else:
            lacking = f"{100 - total:+.2f}"
            self.sum.setText(tr("รวมร้อยละ {total} ต้องปรับอีก {lacking}").format(total=total, lacking=lacking))


def _share(text: str) -> Decimal:
    """Read a share in either digits; nothing typed is nothing of the hundred."""
    value = Decimal(arabic_digits(text).strip().replace(",", ".") or "0")
    if not value.is_finite() or value < 0:
        raise InvalidOperation(text)
    return value


class WhatIfPanel(SidePanel):
    """Total and level above; below, what may be supposed of the chosen item.

    `result_picked(score or None)` for a checklist; `answers_typed(question, tally)` for a survey.
    """

    result_picked = Signal(object)
    answers_typed = Signal(str, object)

    def __init__(self, forget: Callable[[], object], clear: Callable[[], object]) -> None:
        super().__init__(tr("ถ้าเป็นอย่างที่สมมติ"), width=400)
        self.total, self.level = Text("", "heading"), Badge()
        self.conditions = Text("", "small", wrap=True)
        self.item, self.steps = Text("", "strong", wrap=True), StepPicker()
        self.note = Text("", "small", wrap=True)
        self.shares: list[ShareFields] = []
        self._scores: tuple[Fraction, ...] = ()
        self._editors = QVBoxLayout()
        self.steps.picked.connect(self._picked)
        for widget in (self.total, self.level, self.conditions, Line(), self.item, self.note, self.steps):
            self.body.addWidget(widget)
        self.body.addLayout(self._editors)
        self.body.addStretch(1)
        self.forget_button = ActionButton(tr("คืนค่าข้อนี้"), forget)
        self.clear_button = ActionButton(tr("ล้างทั้งหมด"), clear)
        for button, keys in ((self.forget_button, "Alt+Backspace"), (self.clear_button, "Ctrl+Backspace")):
            bind(button, keys)
            button.setToolTip(key_words(keys))  # two caps would not fit into the panel
        self.foot.addWidget(self.forget_button)
        self.foot.addWidget(self.clear_button)
        self.foot.addStretch(1)

    def show_outcome(self, before: Fraction | None, after: Outcome, asked: Sequence[State]) -> None:
        """Show total and level as supposed, and how the next level's conditions stand."""
        self.total.setText(total_change(before, after))
        if after.level is None:
            self.level.show_state(State(tr("ยังไม่มีระดับ"), Tone.CALM))
        else:
            self.level.show_state(State(after.level.label, Tone.GOOD if after.level.passes else Tone.BAD))
        self.conditions.setText("\n".join(f"{_sign(state)} {state.text}" for state in asked))

    def show_row(self, row: Row | None, tallies: dict[str, Tally], chosen: Fraction | None) -> None:
        """Offer what may be supposed of another item."""
        for each in self.shares:
            self._editors.removeWidget(each)
            each.hide()  # deleted only when Qt is back in its loop: until then it would stand there
            each.deleteLater()
        self.shares = []
        self.steps.setVisible(row is not None and row.checked)
        self.item.setText(f"{row.item.code} {row.item.text}" if row is not None else "")
        self.note.setText("")
        if row is None:
            return
        self.note.setText(
            tr("{part} ขณะนี้ {score}").format(part=row.part.code, score=score_words(row.present))
        )
        if row.checked:
            self._scores = tuple(step.score for step in row.tool.steps)
            faces = [
                StepFace(plain_number(s.score), s.label, str(n)) for n, s in enumerate(row.tool.steps, 1)
            ]
            self.steps.show_steps(faces)
            self.steps.choose(self._scores.index(chosen) if chosen in self._scores else -1)
            return
        self._show_shares(row, tallies)

    def _show_shares(self, row: Row, tallies: dict[str, Tally]) -> None:
        """Make the fields of each question that somebody answered."""
        for question in row.item.questions:
            tally = tallies.get(question.code)
            if tally is None or not tally.answered:
                self.note.setText(tr("{part} ยังไม่มีผู้ตอบข้อนี้ จึงยังสมมติไม่ได้").format(part=row.part.code))
                continue
            fields = ShareFields(question, tally)
            fields.typed.connect(lambda made, code=question.code: self.answers_typed.emit(code, made))
            self._editors.addWidget(fields)
            self.shares.append(fields)

    def pick(self, number: int) -> None:
        """Choose a result by its digit, from 1."""
        if 1 <= number <= len(self._scores):
            self.steps.choose(number - 1)
            self._picked(number - 1)

    def _picked(self, place: int) -> None:
        """Tell the score picked."""
        self.result_picked.emit(self._scores[place] if place >= 0 else None)


def _sign(state: State) -> str:
    """A tick or a cross for a condition: never a colour alone."""
    return {Tone.GOOD: "✓", Tone.WARN: "✗"}.get(state.tone, "–")
