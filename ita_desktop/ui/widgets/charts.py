"""Bars lying on their side, drawn by hand: one for each indicator, with the target as a broken line.

Readable without colour: every bar carries its figure, what lies below the target is hatched, and what has no
data says so instead of showing an empty bar.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from ita_desktop.support.language import tr
from ita_desktop.ui import theme
from ita_desktop.ui.widgets.chart_widget import ChartWidget

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

FULL = 100
TICKS = (0, 20, 40, 60, 80, 100)
VALUE_WIDTH, LABEL_SHARE, LABEL_MOST = 70, 0.42, 380
ROW_MOST, BAR_SHARE = 50, 0.5
CENTRE = Qt.AlignmentFlag.AlignCenter
LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar with its label; `score` is None without data, `group` the tool that it belongs to."""

    label: str
    score: Decimal | None
    group: str = ""

    @property
    def figure(self) -> str:
        """The figure as it is written beside the bar."""
        return f"{self.score:.2f}" if self.score is not None else tr("ยังไม่มีข้อมูล")


def paint_bar(painter: QPainter, box: QRectF, *, hatched: bool = False) -> None:
    """Draw a bar: solid, or hatched within an edge, which differ on a photocopy too."""
    ink = theme.color(theme.ACCENT)
    painter.setPen(QPen(ink, 1))
    if hatched:
        painter.setBrush(theme.color(theme.SURFACE))
        painter.drawRect(box)
    painter.setBrush(QBrush(ink, Qt.BrushStyle.BDiagPattern if hatched else Qt.BrushStyle.SolidPattern))
    painter.drawRect(box)


def write(
    painter: QPainter, box: QRectF, text: str, flags: Qt.AlignmentFlag = LEFT, *, strong: bool = False
) -> None:
    """Write ink on paper, cut with … at the box's right edge."""
    _write(painter, box, text, flags, theme.font(weight=_weight(strong=strong)), theme.INK)


def write_small(painter: QPainter, box: QRectF, text: str, flags: Qt.AlignmentFlag = LEFT) -> None:
    """Write a caption: small and quiet."""
    _write(painter, box, text, flags, theme.font(theme.SMALL), theme.MUTED)


def _weight(*, strong: bool) -> QFont.Weight:
    """The weight of a text."""
    return QFont.Weight.DemiBold if strong else QFont.Weight.Normal


def _write(
    painter: QPainter, box: QRectF, text: str, flags: Qt.AlignmentFlag, font: QFont, colour: str
) -> None:
    """Write in a font and a colour."""
    painter.setFont(font)
    painter.setPen(theme.color(colour))
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, int(box.width()) + 1)
    painter.drawText(box, flags, shown)


class IndicatorChart(ChartWidget):
    """The year's indicators as bars from 0 to 100."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.bars: tuple[Bar, ...] = ()
        self._target: Decimal | None = None

    def show_bars(self, bars: Sequence[Bar], target: Decimal | None) -> None:
        """Show other bars. A screen reader gets the same words."""
        self.bars, self._target = tuple(bars), target
        self.setAccessibleName(tr("กราฟคะแนนตามตัวชี้วัด"))
        self.setAccessibleDescription("\n".join(f"{bar.label} {bar.figure}" for bar in self.bars))
        self.update()

    def sizeHint(self) -> QSize:
        """Room for ten bars."""
        return QSize(theme.scaled(700), theme.scaled(440))

    def minimumSizeHint(self) -> QSize:
        """Below this the labels run into each other."""
        return QSize(theme.scaled(420), theme.scaled(24) * max(len(self.bars), 1) + theme.scaled(60))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw grid, target, then bar by bar."""
        if not self.bars:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plot = self._plot()
        self._draw_grid(painter, plot)
        height = min(plot.height() / len(self.bars), theme.scaled(ROW_MOST))
        for number, bar in enumerate(self.bars):
            self._draw_row(painter, plot, plot.top() + number * height, height, bar)
        self._draw_target(painter, plot)

    def _plot(self) -> QRectF:
        """Where bars may stand: right of the labels, left of the figures, below the target's label."""
        top, foot = theme.scaled(30), theme.scaled(28)
        left = min(self.width() * LABEL_SHARE, theme.scaled(LABEL_MOST))
        height = min(self.height() - top - foot, theme.scaled(ROW_MOST) * len(self.bars))
        return QRectF(left, top, self.width() - left - theme.scaled(VALUE_WIDTH), height)

    def _draw_grid(self, painter: QPainter, plot: QRectF) -> None:
        """Draw the scale."""
        for tick in TICKS:
            x = plot.left() + plot.width() * tick / FULL
            painter.setPen(theme.color(theme.LINE if tick == 0 else theme.HAIRLINE))
            painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
            write_small(painter, QRectF(x - 30, plot.bottom() + 2, 60, theme.scaled(24)), str(tick), CENTRE)

    def _draw_row(self, painter: QPainter, plot: QRectF, top: float, height: float, bar: Bar) -> None:
        """Draw one indicator: its name, its bar, its figure."""
        write(painter, QRectF(0, top, plot.left() - 14, height), bar.label)
        if bar.score is None:
            write_small(painter, QRectF(plot.left() + 8, top, plot.width(), height), bar.figure)
            return
        wide = plot.width() * float(bar.score) / FULL
        thick = height * BAR_SHARE
        low = self._target is not None and bar.score < self._target
        paint_bar(painter, QRectF(plot.left(), top + (height - thick) / 2, wide, thick), hatched=low)
        write(
            painter,
            QRectF(plot.right() + 10, top, theme.scaled(VALUE_WIDTH), height),
            bar.figure,
            strong=True,
        )

    def _draw_target(self, painter: QPainter, plot: QRectF) -> None:
        """Draw the target over the bars, so that what misses it is seen."""
        if self._target is None:
            return
        x = plot.left() + plot.width() * float(self._target) / FULL
        painter.setPen(QPen(theme.color(theme.BAD), 1.6, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(x, plot.top() - 3), QPointF(x, plot.bottom()))
        words = tr("เป้าหมาย {score}").format(score=self._target.normalize().to_integral_value())
        write_small(painter, QRectF(x - 90, 0, 180, plot.top() - 3), words, CENTRE)
