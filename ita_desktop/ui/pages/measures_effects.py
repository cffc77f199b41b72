"""What came of the measures: each beside the score that it meant to change, before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ita_desktop.domain.plan.effect import Verdict
from ita_desktop.support.language import tr
from ita_desktop.ui.pages.measures_cells import TwoLineCells
from ita_desktop.ui.prose import prose
from ita_desktop.ui.tabs import Tab
from ita_desktop.ui.widgets.badge import State, Tone
from ita_desktop.ui.widgets.card import Card
from ita_desktop.ui.widgets.icons import Icon
from ita_desktop.ui.widgets.labels import Text
from ita_desktop.ui.widgets.table import Column, RowModel, Table
from ita_desktop.wording.states import label

if TYPE_CHECKING:
    from decimal import Decimal

    from ita_desktop.domain.plan.followed import EffectRow
    from ita_desktop.ui.pages.measures import MeasuresPage

TONES = {
    Verdict.ROSE: (Tone.GOOD, Icon.TICK),
    Verdict.FELL: (Tone.BAD, Icon.WARNING),
    Verdict.SAME: (Tone.CALM, Icon.RING),
}


class EffectsView(QWidget):
    """A table; Enter opens the score on the result's tab."""

    def __init__(self, page: MeasuresPage) -> None:
        super().__init__()
        self.table: Table[EffectRow] = Table(RowModel(_columns()), tr("ยังไม่มีมาตรการที่จะเทียบผล"), row_height=54)
        self.table.setItemDelegate(TwoLineCells(self.table))
        self.table.row_opened.connect(lambda row: page.context.navigate(Tab.RESULTS, row.key))
        card = Card(margin=12)
        card.body.addWidget(self.table, 1)
        words = tr(
            "ปีหลังคือปีงบประมาณของมาตรการ คะแนนจากแบบสอบถามที่ต่างกันไม่เกินความคลาดเคลื่อน (95%) อาจเกิดโดยบังเอิญ "
            "และที่เกินก็ยังไม่พิสูจน์ว่าเกิดจากมาตรการ คะแนน OIT ไม่ได้สุ่ม"
        )
        card.body.addWidget(Text(prose(words), "muted", wrap=True))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)

    def show_rows(self, rows: tuple[EffectRow, ...]) -> None:
        """Show them; the cursor stays on its measure."""
        chosen = self.table.chosen
        key = chosen.measure.key if chosen is not None else 0
        self.table.show_rows(rows, lambda row: row.measure.key == key)


def _score(year: int, score: Decimal | None) -> str:
    """A year's score, its year below it."""
    shown = f"{score:.2f}" if score is not None else "–"
    return f"{shown}  ({prose(str(year))})"


def _change(row: EffectRow) -> str:
    """The change with its sign."""
    change = row.effect.change
    return f"{change:+.2f}".replace("-", "−") if change is not None else "–"


def _state(row: EffectRow) -> State:
    """What can be said, as icon and word."""
    tone, icon = TONES.get(row.effect.verdict, (Tone.CALM, Icon.RING))
    return State(label(row.effect.verdict), tone, icon)


def _columns() -> list[Column[EffectRow]]:
    """The table's columns."""
    return [
        Column(tr("ข้อ"), lambda row: row.key, 46),
        Column(tr("เรื่องที่วัด"), lambda row: row.title),
        Column(tr("มาตรการ"), lambda row: row.measure.title),
        Column(tr("ปีก่อน"), lambda row: _score(row.effect.before_year, row.effect.before), 122),
        Column(tr("ปีหลัง"), lambda row: _score(row.effect.after_year, row.effect.after), 122),
        Column(tr("ต่าง"), _change, 66),
        Column(tr("อ่านผล"), _state, 300),
    ]
