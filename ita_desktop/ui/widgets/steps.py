"""The results that a checklist item can have, as cards with their key; one of them, or none, is chosen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from ita_desktop.ui import theme
from ita_desktop.ui.widgets.paragraph import Paragraph

if TYPE_CHECKING:
    from collections.abc import Sequence

HEIGHT = 74


@dataclass(frozen=True, slots=True)
class StepFace:
    """What a card shows: the score large, what it means below, the key that chooses it in the corner."""

    score: str
    meaning: str
    key: str


class StepButton(QAbstractButton):
    """One card."""

    def __init__(self, face: StepFace) -> None:
        super().__init__()
        self._face = face
        self.setText(f"{face.score} {face.meaning}")
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Room for score and meaning."""
        return QSize(theme.scaled(80), theme.scaled(HEIGHT))

    def paintEvent(self, e: QPaintEvent) -> None:
        """Draw the card; the chosen one has a ground and a thicker edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen, edge = self.isChecked(), 2.0 if self.isChecked() or self.hasFocus() else 1.0
        marked = chosen or self.hasFocus() or self.underMouse()
        painter.setPen(QPen(theme.color(theme.ACCENT if marked else theme.LINE), edge))
        painter.setBrush(theme.color(theme.ACCENT_SOFT if chosen else theme.SURFACE))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 7, 7)
        painter.setPen(theme.color(theme.ACCENT))
        painter.setFont(theme.font(theme.TITLE, QFont.Weight.DemiBold))
        score = QRectF(0, 4, self.width(), self.height() * 0.52)
        painter.drawText(score, Qt.AlignmentFlag.AlignCenter, self._face.score)
        painter.setPen(theme.color(theme.INK if chosen else theme.MUTED))
        words = Paragraph(self._face.meaning, theme.font(theme.SMALL), self.width() - 8, centred=True)
        words.draw(painter, 4, self.height() * 0.76 - words.height / 2)
        painter.setPen(theme.color(theme.MUTED))
        painter.setFont(theme.font(theme.SMALL))
        painter.drawText(QRectF(9, 3, 20, 20), Qt.AlignmentFlag.AlignLeft, self._face.key)


class StepPicker(QWidget):
    """A row of cards; `picked` tells the place from the left, or -1 when the chosen one is taken back."""

    picked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.GAP)
        self._buttons: list[StepButton] = []
        self._faces: tuple[StepFace, ...] = ()

    def show_steps(self, faces: Sequence[StepFace]) -> None:
        """Offer other results; the same ones are left as they are."""
        if tuple(faces) == self._faces:
            return
        self._faces = tuple(faces)
        for button in self._buttons:
            button.deleteLater()
        self._buttons = [StepButton(face) for face in faces]
        for place, button in enumerate(self._buttons):
            button.clicked.connect(lambda on, place=place: self.picked.emit(place if on else -1))
            self._row.addWidget(button)

    def choose(self, place: int) -> None:
        """Show one as chosen; -1 for none."""
        for number, button in enumerate(self._buttons):
            button.setChecked(number == place)
