"""The side of the entry page: the stack in hand, how many have answered, all stacks of the part."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from ita_desktop.support.language import tr
from ita_desktop.ui import theme
from ita_desktop.ui.prose import prose
from ita_desktop.ui.widgets.badge import Badge, State, Tone
from ita_desktop.ui.widgets.card import Card
from ita_desktop.ui.widgets.labels import CutText, Text
from ita_desktop.ui.widgets.table import Column, RowModel, Table

if TYPE_CHECKING:
    from ita_desktop.domain.batches import Batch
    from ita_desktop.services.entry import PartProgress

WIDTH, WIDEST, NAME_WIDTH, MARGIN = 372, 440, 104, 14


def side_width() -> int:
    """How wide the side is: with large text the form needs the room more."""
    return min(theme.scaled(WIDTH), WIDEST)


@dataclass(frozen=True, slots=True)
class SideState:
    """What the side shows, read from the file in one go."""

    parts: tuple[PartProgress, ...]
    batches: tuple[Batch, ...]


def lacking_state(progress: PartProgress) -> State:
    """Say how many answers are still wanted."""
    if progress.required is None:
        return State(tr("ยังไม่ทราบจำนวน"), Tone.CALM)
    lacking = progress.required - progress.respondents
    if lacking > 0:
        return State(prose(tr("{count} ฉบับ").format(count=f"{lacking:,}")), Tone.WARN)
    return State(tr("ครบแล้ว"), Tone.GOOD)


def batch_state(batch: Batch) -> State:
    """Say how a stack stands."""
    if batch.closed:
        return State(tr("ปิดแล้ว"), Tone.GOOD)
    if batch.declared is not None and batch.keyed > batch.declared:
        return State(tr("เกินใบปะหน้า"), Tone.WARN)
    if batch.declared is not None and batch.keyed == batch.declared:
        return State(tr("ครบ รอปิด"), Tone.INFO)
    return State(tr("เปิดอยู่"), Tone.CALM)


def _count_words(batch: Batch) -> str:
    """How many are keyed of how many."""
    return prose(f"{batch.keyed:,}" if batch.declared is None else f"{batch.keyed:,}/{batch.declared:,}")


class PlainCard(Card):
    """A card that can be made as low as its table allows.

    By its width, Qt would have it never lower than it likes to be, and take the room from the lines above.
    """

    def hasHeightForWidth(self) -> bool:
        """Its height does not hang on its width: the title is short."""
        return False


class BatchCard(PlainCard):
    """The stack in hand and the part's progress."""

    def __init__(self) -> None:
        super().__init__(tr("ชุดนี้"))
        # Lines that are squeezed lose the marks above their letters.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout()
        row.setSpacing(theme.GAP)
        self.keyed, self.of = Text("", "title"), CutText()
        row.addWidget(self.keyed)
        row.addWidget(self.of, 1, Qt.AlignmentFlag.AlignBottom)
        self.body.addLayout(row)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.body.addWidget(self.bar)
        self.respondents, self.required, self.lacking = Text("", "strong"), Text("", "strong"), Badge()
        self.required_caption = Text(tr("ขั้นต่ำ"))
        grid = QGridLayout()
        grid.setVerticalSpacing(4)
        right = Qt.AlignmentFlag.AlignRight
        lines: tuple[tuple[Text, QWidget], ...] = (
            (Text(tr("ตอบแล้วทั้งสิ้น")), self.respondents),
            (self.required_caption, self.required),
            (Text(tr("ยังขาด")), self.lacking),
        )
        for number, (caption, value) in enumerate(lines):
            grid.addWidget(caption, number, 0)
            grid.addWidget(value, number, 1, right)
        self.body.addLayout(grid)

    def show_batch(self, batch: Batch | None) -> None:
        """Show the stack."""
        keyed = batch.keyed if batch else 0
        declared = batch.declared if batch else None
        number = prose(tr("ชุดที่ {number}").format(number=batch.number)) if batch else tr("ยังไม่มีชุดที่เปิดอยู่")
        self.title.setText(" · ".join(part for part in (number, batch.division if batch else "") if part))
        self.keyed.setText(prose(f"{keyed:,}"))
        words = tr("ฉบับ (ไม่ได้นับในใบปะหน้า)") if declared is None else tr("/ {count} ฉบับ")
        self.of.setText(prose(words.format(count=f"{declared or 0:,}")))
        self.bar.setVisible(declared is not None)
        self.bar.setMaximum(max(1, declared or 1))
        self.bar.setValue(min(keyed, declared or 0))

    def show_progress(self, progress: PartProgress) -> None:
        """Show the part."""
        self.respondents.setText(prose(f"{progress.respondents:,}"))
        known = progress.required is not None
        self.required.setText(prose(f"{progress.required:,}") if known else "–")
        itas = tr("ขั้นต่ำที่ ITAS กำหนด")
        self.required_caption.setText(itas if progress.from_itas else tr("ขั้นต่ำ (ยังไม่ยืนยัน)"))
        self.lacking.show_state(lacking_state(progress))


class EntrySide(QWidget):
    """Both cards. `batch_chosen` tells a stack that was clicked."""

    batch_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(side_width())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        self.batch = BatchCard()
        column.addWidget(self.batch)
        columns: list[Column[Batch]] = [
            Column(tr("ชุด"), lambda b: prose(str(b.number)), 40, number=True),
            Column(tr("จาก"), lambda b: b.division or "–", NAME_WIDTH),
            Column(tr("ฉบับ"), _count_words, 78, number=True),
            Column(tr("สถานะ"), batch_state, 104),
        ]
        self.table: Table[Batch] = Table(RowModel(columns), tr("ยังไม่มีชุด · Ctrl N เริ่มชุดใหม่"))
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the clerk's cursor stays on the form
        self.table.clicked.connect(lambda _: self.batch_chosen.emit(self.table.chosen))
        wanted = sum(theme.scaled(each.width) for each in columns)
        self.table.setColumnHidden(1, wanted > side_width() - 2 * MARGIN)
        card = PlainCard(tr("ทุกชุด"), margin=MARGIN)
        card.body.addWidget(self.table, 1)
        column.addWidget(card, 1)
        self._state = SideState((), ())

    @property
    def state(self) -> SideState:
        """What is shown."""
        return self._state

    def count_form(self, part: str, batch: Batch | None) -> bool:
        """Count one more form of a part, without asking the file; False if its stack is not known here."""
        if batch is None or all(each.key != batch.key for each in self._state.batches):
            return False
        parts = (
            replace(each, respondents=each.respondents + 1) if each.part.code == part else each
            for each in self._state.parts
        )
        batches = (batch if each.key == batch.key else each for each in self._state.batches)
        self.show_state(SideState(tuple(parts), tuple(batches)), part, batch.key)
        return True

    def show_state(self, state: SideState, part: str, batch: int) -> None:
        """Show a part and the stack in hand."""
        self._state = state
        mine = [each for each in state.batches if each.part == part]
        mine.sort(key=lambda each: (each.closed, -each.number))
        progress = next((each for each in state.parts if each.part.code == part), None)
        if progress is not None:
            self.batch.show_progress(progress)
        self.batch.show_batch(next((each for each in mine if each.key == batch), None))
        self.table.show_rows(mine, lambda row: row.key == batch)
