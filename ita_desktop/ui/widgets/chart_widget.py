"""What all charts can do: be copied as picture or figures, and saved for a report as PNG or SVG."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QEvent, QIODevice, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QImage, QKeySequence, QPainter, QPen, QRegion
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from ita_desktop.domain.problems import Problem
from ita_desktop.services.outputs import write_output
from ita_desktop.support.language import tr
from ita_desktop.support.paths import documents_folder
from ita_desktop.ui import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QKeyEvent

SHARPNESS = 3
"""Pixels of the picture for one of the screen: it is printed, at 300 dots per inch."""
DOTS_PER_METRE = round(96 * SHARPNESS / 0.0254)


class ChartWidget(QWidget):
    """A chart that Tab reaches; Ctrl+C copies it, its menu saves it. `refused` tells why it was not saved."""

    refused = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._bare = False

    def event(self, event: QEvent) -> bool:
        """Draw the edge that tells where the cursor is, over what the chart itself has drawn."""
        done = super().event(event)
        if event.type() == QEvent.Type.Paint and self.hasFocus() and not self._bare:
            painter = QPainter(self)
            painter.setPen(QPen(theme.color(theme.ACCENT), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), theme.RADIUS, theme.RADIUS)
            painter.end()
        return done

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+C copies the picture."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_picture()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the chart, by mouse or by the menu key."""
        menu = self.picture_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def picture_menu(self) -> QMenu:
        """The menu of the chart."""
        menu = QMenu(self)
        copy = QAction(tr("คัดลอกภาพ"), menu)
        copy.setShortcut(QKeySequence.StandardKey.Copy)
        copy.triggered.connect(self.copy_picture)
        menu.addAction(copy)
        menu.addAction(tr("คัดลอกตัวเลข"), self.copy_figures)
        for words, suffix in ((tr("บันทึกเป็นภาพ PNG…"), ".png"), (tr("บันทึกเป็นภาพ SVG…"), ".svg")):
            action = menu.addAction(words)
            action.triggered.connect(lambda _=False, suffix=suffix: self.ask_place(suffix))
        return menu

    # Pictures

    def picture(self) -> QImage:
        """The chart on white, sharp enough for paper."""
        image = QImage(self.size() * SHARPNESS, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(SHARPNESS)
        image.fill(Qt.GlobalColor.white)
        image.setDotsPerMeterX(DOTS_PER_METRE)
        image.setDotsPerMeterY(DOTS_PER_METRE)
        self._draw_bare(QPainter(image))
        return image

    def png(self) -> bytes:
        """The picture as a PNG file."""
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self.picture().save(buffer, "PNG")  # type: ignore[call-overload]  # the stub wants bytes, Qt refuses them
        return bytes(buffer.data().data())

    def svg(self) -> bytes:
        """The chart as lines and letters that stay sharp at any size."""
        from PySide6.QtSvg import QSvgGenerator

        buffer = QBuffer()
        generator = QSvgGenerator()
        generator.setOutputDevice(buffer)
        generator.setSize(QSize(self.size()))
        generator.setViewBox(self.rect())
        generator.setTitle(self.accessibleName())
        generator.setDescription(self.accessibleDescription())
        self._draw_bare(QPainter(generator))
        return bytes(buffer.data().data())

    def _draw_bare(self, painter: QPainter) -> None:
        """Draw the chart without the edge of the cursor, and end the painter whatever happens."""
        self._bare = True
        try:
            everything = QRegion(self.rect())
            with theme.on_paper():
                self.render(painter, QPoint(), everything, QWidget.RenderFlag.DrawChildren)
        finally:
            painter.end()
            self._bare = False

    def copy_picture(self) -> None:
        """Put the picture on the clipboard, for a report or a chat."""
        QGuiApplication.clipboard().setImage(self.picture())

    def copy_figures(self) -> None:
        """Put what the chart says on the clipboard, a line for each of its bars."""
        QGuiApplication.clipboard().setText(self.accessibleDescription())

    def ask_place(self, suffix: str) -> None:
        """Ask where the picture is to be saved, and save it."""
        name = self.accessibleName() or "ITA"
        start = str(documents_folder() / f"{name}{suffix}")
        chosen, _ = QFileDialog.getSaveFileName(self, tr("บันทึกภาพ"), start, f"(*{suffix})")
        if chosen:
            self.save(Path(chosen), suffix)

    def save(self, path: Path, suffix: str) -> None:
        """Write the picture; `refused` tells the problem if the disk will not have it."""
        place = path if path.suffix.lower() == suffix else path.with_name(path.name + suffix)
        try:
            write_output(place, self.svg() if suffix == ".svg" else self.png())
        except Problem as problem:
            self.refused.emit(problem)
