"""Total, level and its conditions on one card: what is reached, and what the next level still needs."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ita_desktop.domain.numbers import rounded
from ita_desktop.support.language import tr
from ita_desktop.ui import theme
from ita_desktop.ui.widgets.badge import Badge, State, Tone
from ita_desktop.ui.widgets.card import Card
from ita_desktop.ui.widgets.icons import Icon
from ita_desktop.ui.widgets.labels import Text
from ita_desktop.wording.results import (
    explanation_words,
    level_words,
    plain_number,
    score_words,
    unexplained_words,
)

if TYPE_CHECKING:
    from ita_desktop.domain.comparison import Difference
    from ita_desktop.domain.instrument import Band, Instrument
    from ita_desktop.services.results import YearResult

SHOWN_DIFFERENCES = 3
SHOWN_EXPLANATIONS = 4
SHOWN_PAIRS = 2
SHOWN_PARTS = 4
LARGE_TEXT = 115
"""Percent of the usual size from which the head is two storeys high."""


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition of a level: `key` needs `needed`; `met` is None without data."""

    key: str
    needed: Fraction
    value: Fraction | None

    @property
    def met(self) -> bool | None:
        """Whether the score reaches what is needed, as printed with two decimals."""
        return Fraction(rounded(self.value)) >= self.needed if self.value is not None else None

    @property
    def state(self) -> State:
        """The condition as icon and word."""
        name = tr("รวม") if self.key == "total" else self.key
        if self.value is None:
            return State(tr("{name} ยังไม่มีข้อมูล").format(name=name), Tone.CALM)
        score = score_words(self.value)
        if self.met:
            return State(f"{name} {score}", Tone.GOOD)
        lacking = f"{rounded(self.needed - self.value):.2f}"
        return State(
            tr("{name} {score} ขาด {lacking}").format(name=name, score=score, lacking=lacking), Tone.WARN
        )


def conditions(result: YearResult, band: Band) -> tuple[Condition, ...]:
    """Return what a level asks for beside what there is; while tools lack, the provisional total."""
    total = result.sheet.total.value
    found = [Condition("total", band.total_at_least, total if total is not None else result.provisional)]
    if band.each_at_least is not None:
        found += [Condition(key, band.each_at_least, result.sheet.value(key)) for key in band.each_of]
    return tuple(found)


def shown_bands(result: YearResult) -> tuple[Band, ...]:
    """Return the next better level and the present one; without a level, the best that is offered."""
    bands = result.instrument.grade_rule.bands
    present = result.level or result.provisional_level
    if present is None:
        return bands[:1]
    place = bands.index(present)
    return bands[max(place - 1, 0) : place + 1]


def level_state(result: YearResult) -> State:
    """The level as icon and word."""
    band = result.level or result.provisional_level
    if band is None:
        return State(tr("ยังไม่มีข้อมูล"), Tone.CALM)
    if result.level is None:
        return State(level_words(result), Tone.INFO, Icon.HALF)
    return State(band.label, Tone.GOOD if band.passes else Tone.BAD)


class ResultHead(Card):
    """The card above the tree."""

    def __init__(self) -> None:
        super().__init__(margin=14, lead=True)
        self.total = Text("", "title")
        self.level = Badge()
        self.caption = Text("", "small")
        # With large text the conditions need the whole width: the total then stands above them.
        large = theme.scaled(100) > LARGE_TEXT
        row = QBoxLayout(QBoxLayout.Direction.TopToBottom if large else QBoxLayout.Direction.LeftToRight)
        row.setSpacing(6 if large else 28)
        row.addLayout(self._score_line() if large else self._score_column())
        self._grid_place = QHBoxLayout()
        row.addLayout(self._grid_place, 1)
        self.body.addLayout(row)
        self._grid: QWidget | None = None

    def _score_line(self) -> QHBoxLayout:
        """Total, level and what was published, side by side."""
        line = QHBoxLayout()
        line.setSpacing(12)
        for widget in (self.total, self.level, self.caption):
            line.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addStretch(1)
        return line

    def _score_column(self) -> QVBoxLayout:
        """Total with its level, and what was published below."""
        column = QVBoxLayout()
        column.setSpacing(0)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.total)
        line.addWidget(self.level, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addStretch(1)
        column.addLayout(line)
        column.addWidget(self.caption)
        return column

    def show_result(self, result: YearResult) -> None:
        """Show another result."""
        total = result.sheet.total.value
        value = total if total is not None else result.provisional
        self.total.setText(score_words(value) if value is not None else "–")
        self.level.show_state(level_state(result))
        self.caption.setText(_caption(result))
        if self._grid is not None:
            self._grid.hide()
            self._grid_place.removeWidget(self._grid)
            self._grid.deleteLater()
        self._grid = _condition_rows(result)
        self._grid_place.addWidget(self._grid, 1)


def _caption(result: YearResult) -> str:
    """Say what the total is: whole or an estimate, and what was published."""
    provisional = result.sheet.total.value is None and result.provisional is not None
    words = tr("คะแนนรวมโดยประมาณ ยังไม่ครบทุกเครื่องมือ") if provisional else tr("คะแนนรวมที่คำนวณได้")
    published = result.published.get("total")
    return words if published is None else tr("{words} · ประกาศ {score}").format(words=words, score=published)


def _condition_rows(result: YearResult) -> QWidget:
    """Make a row for each level that matters now."""
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(8)
    grid.setVerticalSpacing(7)
    for row, band in enumerate(shown_bands(result)):
        name = tr("{level} ({score} ขึ้นไป)").format(level=band.label, score=plain_number(band.total_at_least))
        grid.addWidget(Text(name, "strong"), row, 0)
        for column, condition in enumerate(conditions(result, band), 1):
            grid.addWidget(Badge(condition.state), row, column)
    grid.setColumnStretch(grid.columnCount(), 1)
    return holder


class DifferenceNotice(QFrame):
    """Tells where published and computed figures part, and what would explain it. Hidden where they agree."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "notice")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 5, 14, 6)
        self.text = Text("", wrap=True)
        row.addWidget(self.text)
        self.hide()

    def show_result(self, result: YearResult) -> None:
        """Show another result's differences."""
        lines = (*incomplete_lines(result.instrument), *difference_lines(result))
        self.text.setText("\n".join(lines))
        self.setVisible(bool(lines))
        self.setMinimumHeight(theme.scaled(36))


def incomplete_lines(instrument: Instrument) -> tuple[str, ...]:
    """Say what is not known of the year's tools: a score without them is not the whole."""
    return tuple(f"{tool.code}: {tool.incomplete}" for tool in instrument.tools if tool.incomplete)


def difference_lines(result: YearResult) -> tuple[str, ...]:
    """Say the differences, the first few by name, and every single result that would explain them all."""
    if not result.differences:
        return contradiction_lines(result)
    shown = [_short_difference(each) for each in reversed(result.differences)][:SHOWN_DIFFERENCES]
    left = len(result.differences) - len(shown)
    if left > 0:
        shown.append(tr("และอีก {count} ค่า").format(count=left))
    words = tr("คะแนนประกาศต่างจากที่คำนวณได้: {differences}")
    lines = [words.format(differences=" · ".join(shown))]
    if result.explanations:
        lines.append(_explaining_line(result))
    elif result.pairs:
        lines.append(_pair_line(result))
    if result.unexplained:
        lines.append(unexplained_words(result))
    return (*lines, *contradiction_lines(result))


def _pair_line(result: YearResult) -> str:
    """Say which two results together would explain all, those of the least change first."""
    causes = [
        tr(" และ ").join(
            tr("{item} ได้ {value} (ขณะนี้ {present})").format(
                item=each.item, value=plain_number(each.value), present=plain_number(each.present)
            )
            for each in pair
        )
        for pair in result.pairs[:SHOWN_PAIRS]
    ]
    left = len(result.pairs) - len(causes)
    more = tr(" (และอีก {count} คู่)").format(count=left) if left else ""
    words = tr("ไม่มีข้อใดข้อเดียวที่อธิบายได้ แต่จะตรงทุกค่า ถ้า {causes}{more}")
    return words.format(causes=tr(" หรือ ").join(causes), more=more)


def contradiction_lines(result: YearResult) -> tuple[str, ...]:
    """Say which published figures cannot be made by the published figures below them."""
    lines = []
    for each in result.contradictions[:SHOWN_DIFFERENCES]:
        name = tr("คะแนนรวม") if each.key == "total" else each.key
        low, high = f"{each.low:.2f}", f"{each.high:.2f}"
        made = low if low == high else f"{low}–{high}"
        parts = (
            f"{each.parts[0]}–{each.parts[-1]}" if len(each.parts) > SHOWN_PARTS else ", ".join(each.parts)
        )
        words = tr("คะแนนประกาศขัดกันเอง: {name} {published} แต่ {parts} ที่ประกาศรวมได้ {made}")
        lines.append(words.format(name=name, published=each.published, parts=parts, made=made))
    return tuple(lines)


def _short_difference(difference: Difference) -> str:
    """Say a difference on little room; the whole of it stands in the tree."""
    name = tr("คะแนนรวม") if difference.key == "total" else difference.key
    if difference.size is None:
        return tr("{name} {score} (ยังคำนวณไม่ได้)").format(name=name, score=difference.published)
    return f"{name} {difference.published} ({difference.size:+.2f})"


def _explaining_line(result: YearResult) -> str:
    """Say which single results would explain all; those that a checker could have given come first."""
    steps = {step.score for tool in result.instrument.checklists for step in tool.steps}
    likely = sorted(result.explanations, key=lambda each: each.value not in steps)
    if len(likely) == 1:
        return explanation_words(likely[0])
    causes = [
        tr("{item} ได้ {value} (ขณะนี้ {present})").format(
            item=each.item, value=plain_number(each.value), present=plain_number(each.present)
        )
        for each in likely[:SHOWN_EXPLANATIONS]
    ]
    return tr("คะแนนประกาศจะตรงทุกค่า ถ้า {causes}").format(causes=tr(" หรือ ").join(causes))
