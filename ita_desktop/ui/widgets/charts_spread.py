"""How the answers to one question are spread over its choices: a bar, a count and a share for each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from ita_desktop.domain.numbers import percentages
from ita_desktop.support.language import tr
from ita_desktop.ui import theme
from ita_desktop.ui.widgets.chart_widget import ChartWidget
from ita_desktop.ui.widgets.charts import paint_bar, write, write_small

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

CAPTION, BAR, FIGURE = 22, 22, 138
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Share:
    """A choice with how many took it. `percent` is of those who answered; a column sums to 100.00."""

    label: str
    count: int
    percent: Decimal

    @property
    def figure(self) -> str:
        """Count and share as they are written beside the bar."""
        return tr("{count} คน {percent}%").format(count=f"{self.count:,}", percent=f"{self.percent:.2f}")


def shares(labels: Sequence[str], counts: Sequence[int]) -> tuple[Share, ...]:
    """Share 100 out among the choices."""
    return tuple(map(Share, labels, counts, percentages(counts)))


class SpreadChart(ChartWidget):
    """The choices from the left of the paper, from top to bottom, each with its bar."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.rows: tuple[Share, ...] = ()

    def show_rows(self, rows: Sequence[Share]) -> None:
        """Show another question's answers. A screen reader gets the same words."""
        self.rows = tuple(rows)
        self.setVisible(bool(self.rows))
        self.setAccessibleName(tr("การกระจายของคำตอบ"))
        self.setAccessibleDescription("\n".join(f"{row.label} {row.figure}" for row in self.rows))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Two lines for each choice."""
        return QSize(theme.scaled(300), theme.scaled(CAPTION + BAR) * len(self.rows))

    def minimumSizeHint(self) -> QSize:
        """The choices are never cut in their height."""
        return QSize(theme.scaled(200), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw choice by choice; the longest bar is the one taken most."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        most = max((row.count for row in self.rows), default=0)
        caption, thick, figure = theme.scaled(CAPTION), theme.scaled(BAR), theme.scaled(FIGURE)
        room = self.width() - figure - 12
        for number, row in enumerate(self.rows):
            top = number * (caption + thick)
            write_small(painter, QRectF(0, top, self.width(), caption), f"{number + 1}  {row.label}")
            line = top + caption
            if row.count:
                wide = max(room * row.count / most, 2)
                paint_bar(painter, QRectF(1, line + 3, wide, thick - 9))
            write(painter, QRectF(self.width() - figure, line - 1, figure, thick - 1), row.figure, RIGHT)
