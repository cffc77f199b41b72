"""Years side by side as standing bars on the levels of the rule in force."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from ita_desktop.support.language import tr
from ita_desktop.ui import theme
from ita_desktop.ui.widgets.chart_widget import ChartWidget
from ita_desktop.ui.widgets.charts import CENTRE, FULL, LEFT, paint_bar, write, write_small

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

AXIS, BAND_LABELS, BAND_LINE, BAR_MOST = 44, 210, 22, 96
TICKS = (0, 20, 40, 60, 80, 100)
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class YearBar:
    """A year's total with its level. `year` is as it is written; the working year is drawn solid."""

    year: str
    score: Decimal | None
    level: str
    working: bool = False

    @property
    def figure(self) -> str:
        """The figure as it is written over the bar."""
        return f"{self.score:.2f}" if self.score is not None else tr("ยังไม่มีข้อมูล")


@dataclass(frozen=True, slots=True)
class BandLine:
    """A level and the score at which it begins."""

    label: str
    floor: Decimal


class YearsChart(ChartWidget):
    """Totals by year. Past years are hatched, the working year is solid; levels are stripes with names."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.years: tuple[YearBar, ...] = ()
        self._bands: tuple[BandLine, ...] = ()

    def show_years(self, years: Sequence[YearBar], bands: Sequence[BandLine]) -> None:
        """Show other years; `bands` from the best to the worst. A screen reader gets the same words."""
        self.years, self._bands = tuple(years), tuple(bands)
        self.setAccessibleName(tr("กราฟคะแนนรวมรายปี"))
        words = (f"{each.year} {each.figure} {each.level}" for each in self.years)
        self.setAccessibleDescription("\n".join(words))
        self.update()

    def sizeHint(self) -> QSize:
        """A quiet square."""
        return QSize(theme.scaled(640), theme.scaled(430))

    def minimumSizeHint(self) -> QSize:
        """Below this the highest level has no room for its name."""
        return QSize(theme.scaled(380), theme.scaled(170))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw levels, scale, then the years."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        foot, top = theme.scaled(30), theme.scaled(26)
        left, right = theme.scaled(AXIS), theme.scaled(BAND_LABELS)
        plot = QRectF(left, top, self.width() - left - right, self.height() - top - foot)
        self._draw_bands(painter, plot)
        if self.years:
            step = plot.width() / len(self.years)
            for number, year in enumerate(self.years):
                self._draw_year(painter, plot, plot.left() + (number + 0.5) * step, step, year)

    def _draw_bands(self, painter: QPainter, plot: QRectF) -> None:
        """Draw each level as a stripe, and its name at the right: apart, however narrow the stripe is."""
        ceiling, lowest = plot.top(), plot.top() - theme.scaled(14)
        for number, band in enumerate(self._bands):
            floor = plot.bottom() - plot.height() * float(band.floor) / FULL
            stripe = QRectF(plot.left(), ceiling, plot.width(), floor - ceiling)
            painter.fillRect(stripe, theme.color(theme.SURFACE if number % 2 else theme.QUIET))
            painter.setPen(theme.color(theme.LINE))
            painter.drawLine(QPointF(plot.left(), floor), QPointF(plot.right(), floor))
            middle = max((ceiling + floor) / 2, lowest + theme.scaled(BAND_LINE))
            self._name_band(painter, plot, band, (ceiling + floor) / 2, middle)
            ceiling, lowest = floor, middle
        painter.setPen(theme.color(theme.LINE))
        painter.drawLine(plot.topLeft(), plot.topRight())
        for tick in TICKS:
            y = plot.bottom() - plot.height() * tick / FULL
            write_small(painter, QRectF(0, y - 12, plot.left() - 8, 24), str(tick), RIGHT)

    def _name_band(
        self, painter: QPainter, plot: QRectF, band: BandLine, stripe: float, middle: float
    ) -> None:
        """Write a level's name and floor, joined by a line to its stripe."""
        painter.setPen(theme.color(theme.LINE))
        painter.drawLine(QPointF(plot.right(), stripe), QPointF(plot.right() + 14, middle))
        high = theme.scaled(BAND_LINE)
        box = QRectF(plot.right() + 18, middle - high / 2, theme.scaled(BAND_LABELS) - 18, high)
        words = tr("{level} {score} ขึ้นไป").format(level=band.label, score=f"{band.floor:.0f}")
        write_small(painter, box, words if band.floor else band.label, LEFT)

    def _draw_year(self, painter: QPainter, plot: QRectF, x: float, step: float, year: YearBar) -> None:
        """Draw one year: bar, figure on a clear ground inside its head, the year below."""
        wide = min(step * 0.62, theme.scaled(BAR_MOST))
        below = QRectF(x - step / 2, plot.bottom() + 3, step, theme.scaled(26))
        write(painter, below, year.year, CENTRE, strong=year.working)
        if year.score is None:
            words = QRectF(x - step / 2, plot.bottom() - theme.scaled(30), step, theme.scaled(26))
            write_small(painter, words, year.figure, CENTRE)
            return
        top = plot.bottom() - plot.height() * float(year.score) / FULL
        paint_bar(painter, QRectF(x - wide / 2, top, wide, plot.bottom() - top), hatched=not year.working)
        self._draw_figure(painter, x, top, wide, year)

    def _draw_figure(self, painter: QPainter, x: float, top: float, wide: float, year: YearBar) -> None:
        """Write figure and level on a white plate within the bar, for over it there is no room near 100."""
        lines = 2 if year.level else 1
        high = theme.scaled(24)
        plate = QRectF(x - wide / 2 + 4, top + 6, wide - 8, high * lines + 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(theme.SURFACE))
        painter.drawRoundedRect(plate, 4, 4)
        write(
            painter, QRectF(plate.left(), plate.top(), plate.width(), high), year.figure, CENTRE, strong=True
        )
        if year.level:
            box = QRectF(plate.left(), plate.top() + high, plate.width(), high)
            write_small(painter, box, year.level, CENTRE)
