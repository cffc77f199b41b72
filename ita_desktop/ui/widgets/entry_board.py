"""The board that a clerk keys on: strip, question, choices, painted in one go.

One widget and no child: a key costs one repaint of a few texts that are laid out already, never a style sheet
or a layout of widgets.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from ita_desktop.ui import theme
from ita_desktop.ui.widgets.entry_paint import draw_card, draw_chip, draw_mark, draw_notice
from ita_desktop.ui.widgets.entry_plan import Plan, plan
from ita_desktop.ui.widgets.entry_scene import EMPTY, Scene
from ita_desktop.ui.widgets.entry_text import TextShelf

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QRectF

FLASH = 170
"""Milliseconds that the choice just made stays in sight, unless the next key comes before."""


class EntryBoard(QWidget):
    """Shows scenes. Keys go to the page as they come (`pressed`); clicks tell what lies under them.

    `overflowed` tells down to where a scene should be seen that is higher than the room for it.
    """

    pressed = Signal(QKeyEvent)
    chip_clicked = Signal(int)
    face_clicked = Signal(int)
    mark_clicked = Signal(int)
    overflowed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._scene = self._next = EMPTY
        self._shelf = TextShelf()
        self._plan: Plan | None = None
        self._flash = QTimer(self, singleShot=True, interval=FLASH)
        self._flash.timeout.connect(self._settle)

    @property
    def scene(self) -> Scene:
        """What is painted now."""
        return self._scene

    @property
    def settled(self) -> Scene:
        """What is painted once the flash is over."""
        return self._next

    def show_scene(self, scene: Scene, flash: Scene | None = None) -> None:
        """Show a scene; with `flash`, that one for a moment before. Never waits."""
        self._next = scene
        if flash is None:
            self._flash.stop()
            self._paint(scene)
        else:
            self._flash.start()
            self._paint(flash)

    def _settle(self) -> None:
        """The moment is over."""
        self._paint(self._next)

    def _paint(self, scene: Scene) -> None:
        """Take a scene and ask for a repaint."""
        self._scene = scene
        self._plan = None
        self.setAccessibleName(scene.words)
        self._make_room()
        self.update()

    def _make_room(self) -> None:
        """Let a scene that is higher than what holds the board be scrolled (large text, small screen)."""
        needed = round(self._planned().height)
        least = needed if needed > self._room() else 0
        if self.minimumHeight() != least:
            self.setMinimumHeight(least)
        if least:
            found = self._planned()
            self.overflowed.emit(round(found.notice.bottom() if self._scene.notice else found.notice.top()))

    def _room(self) -> int:
        """How high a scene may be without scrolling."""
        holder = self.parentWidget()
        return holder.height() if holder is not None else self.height()

    def _planned(self) -> Plan:
        """Where things stand now; measured when first asked for."""
        if self._plan is None:
            self._plan = plan(self._scene, self.width(), self._room(), self._shelf)
        return self._plan

    # Qt's side

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint everything."""
        found, scene = self._planned(), self._scene
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), theme.color(theme.SURFACE))
        for chip, box in zip(scene.chips, found.chips, strict=True):
            if not box.isEmpty():
                draw_chip(painter, chip, box)
        for text in found.texts:
            ink = theme.color(theme.INK if text.strong else theme.MUTED)
            text.block.draw(painter, text.left, text.top, ink)
        for face, box in zip(scene.faces, found.cards, strict=True):
            draw_card(painter, face, box, self._shelf, found.sizes)
        for face, box in zip(scene.marks, found.marks, strict=True):
            draw_mark(painter, face, box)
        if scene.notice is not None:
            draw_notice(painter, scene.notice, found.notice)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._plan = None
            self._make_room()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand the key on; the page says whether it was its own."""
        event.ignore()
        self.pressed.emit(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell what was clicked."""
        found, point = self._planned(), event.position()
        for boxes, signal in (
            (found.chips, self.chip_clicked),
            (found.cards, self.face_clicked),
            (found.marks, self.mark_clicked),
        ):
            place = _place(boxes, point)
            if place is not None:
                signal.emit(place)
                return


def _place(boxes: Sequence[QRectF], point: QPointF) -> int | None:
    """Which box a point lies in."""
    return next((i for i, box in enumerate(boxes) if box.contains(point)), None)
