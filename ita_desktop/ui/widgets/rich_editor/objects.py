"""How objects in the text are drawn: live values as chips, footnotes as small numbers, boxes on a line."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter, QPen, QPyTextObject, QTextCharFormat

from ita_desktop.domain.paperwork.richtext import Contents, FilePart, Picture
from ita_desktop.domain.thai_text import thai_digits
from ita_desktop.support.language import tr
from ita_desktop.ui import theme
from ita_desktop.ui.widgets.rich_editor.held import Turn, box_of, value_of
from ita_desktop.ui.widgets.rich_editor.marks import ObjectKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QTextDocument, QTextFormat

    from ita_desktop.domain.paperwork.richtext import Value
    from ita_desktop.ui.widgets.rich_editor.counting import Counting
    from ita_desktop.ui.widgets.rich_editor.held import Box

PAPER_TEXT_MM: Final = 160.0
"""Width of the text on A4: a picture's share of it is its share of the editor's width."""
CHIP_ROOM: Final = 6
BOX_ROOM: Final = 8


@dataclass(slots=True)
class Surroundings:
    """What objects stand for beyond the text: words of values and parts, pictures, the kind of figures."""

    values: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    """What values and parts are called, by their names."""
    pictures: dict[str, QImage] = field(default_factory=dict)
    digits_thai: bool = True
    want_picture: Callable[[str], object] = lambda _: None

    def words(self, value: Value) -> str:
        """What a live value says: what was written over it, else the file's, else its own name."""
        known = self.values.get(value.name, "") or f"[{self.names.get(value.name, value.name)}]"
        return self.figures(value.written if value.written is not None else known)

    def figures(self, text: str) -> str:
        """A text in the figures of the paper."""
        return thai_digits(text) if self.digits_thai else text


class ObjectPainter(QPyTextObject):
    """Measures and draws every kind of object of the text."""

    def __init__(self, around: Surroundings, counting: Counting, parent: QObject) -> None:
        super().__init__(parent)
        self._around, self._counting = around, counting

    def register(self, document: QTextDocument) -> None:
        """Have a text ask for its objects here."""
        for kind in ObjectKind:
            document.documentLayout().registerHandler(kind, self)

    def intrinsicSize(self, doc: QTextDocument, posInDocument: int, format: QTextFormat) -> QSizeF:  # noqa: A002
        """The room that an object takes."""
        form = QTextCharFormat(format.toCharFormat())
        metrics = QFontMetricsF(form.font())
        if form.objectType() == ObjectKind.VALUE:
            words = self._chip_words(doc, form, metrics)
            return QSizeF(metrics.horizontalAdvance(words) + 2 * CHIP_ROOM + 2, metrics.height())
        if form.objectType() == ObjectKind.NOTE:
            number = self._note_words(posInDocument)
            return QSizeF(QFontMetricsF(_raised(form)).horizontalAdvance(number) + 4, metrics.ascent())
        return self._box_size(doc, box_of(form))

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        doc: QTextDocument,
        posInDocument: int,
        format: QTextFormat,  # noqa: A002
    ) -> None:
        """Draw an object."""
        rect = QRectF(rect)
        form = QTextCharFormat(format.toCharFormat())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if form.objectType() == ObjectKind.VALUE:
            self._draw_chip(painter, rect, form, self._chip_words(doc, form, QFontMetricsF(form.font())))
        elif form.objectType() == ObjectKind.NOTE:
            painter.setFont(_raised(form))
            painter.setPen(theme.color(theme.ACCENT))
            painter.drawText(
                rect,
                Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter,
                self._note_words(posInDocument),
            )
        else:
            self._draw_box(painter, rect, box_of(form))
        painter.restore()

    def _chip_words(self, doc: QTextDocument, form: QTextCharFormat, metrics: QFontMetricsF) -> str:
        """A value's words, cut where they do not fit on a line."""
        room = max(doc.textWidth() - 120, 120)
        return metrics.elidedText(self._around.words(value_of(form)), Qt.TextElideMode.ElideMiddle, room)

    def _note_words(self, position: int) -> str:
        """A footnote's number."""
        return self._around.figures(str(self._counting.note_number(position)))

    def _draw_chip(self, painter: QPainter, rect: QRectF, form: QTextCharFormat, words: str) -> None:
        """A live value: a quiet ground; one that was written over has a warm ground and a broken edge."""
        written = value_of(form).written is not None
        box = rect.adjusted(1, 0, -1, 0)
        edge = QPen(theme.color(theme.WARN if written else theme.ACCENT_MIDDLE), 1)
        edge.setStyle(Qt.PenStyle.DashLine if written else Qt.PenStyle.SolidLine)
        painter.setPen(edge)
        painter.setBrush(theme.color(theme.WARN_GROUND if written else theme.ACCENT_SOFT))
        painter.drawRoundedRect(box, 5, 5)
        painter.setFont(form.font())
        painter.setPen(theme.color(theme.WARN if written else theme.ACCENT))
        baseline = rect.top() + QFontMetricsF(form.font()).ascent()
        painter.drawText(QPointF(box.left() + CHIP_ROOM, baseline), words)

    def _box_size(self, doc: QTextDocument, box: Box) -> QSizeF:
        """The room of a box: a picture its share of the width, the others a line."""
        wide = max(doc.textWidth() - 2 * doc.documentMargin() - 2, 100.0)
        if not isinstance(box, Picture):
            return QSizeF(wide, theme.scaled(34))
        image = self._around.pictures.get(box.sha256)
        across = min(wide, wide * box.width_mm / PAPER_TEXT_MM)
        ratio = image.height() / image.width() if image is not None and image.width() else 0.6
        return QSizeF(across, across * ratio)

    def _draw_box(self, painter: QPainter, rect: QRectF, box: Box) -> None:
        """Draw what stands alone on its line."""
        if isinstance(box, Picture):
            self._draw_picture(painter, rect, box)
            return
        middle = rect.adjusted(0, BOX_ROOM / 2, 0, -BOX_ROOM / 2)
        words = self.box_words(box)
        painter.setFont(theme.font(theme.SMALL))
        if isinstance(box, (Contents, FilePart)):
            painter.setPen(theme.color(theme.ACCENT_MIDDLE))
            painter.setBrush(theme.color(theme.ACCENT_SOFT))
            painter.drawRoundedRect(middle.adjusted(1, 0, -1, 0), 5, 5)
            painter.setPen(theme.color(theme.ACCENT))
        else:
            painter.setPen(QPen(theme.color(theme.MUTED), 1, Qt.PenStyle.DashLine))
            wide = painter.fontMetrics().horizontalAdvance(words) / 2 + 10
            at, across = middle.center().y(), middle.center().x()
            painter.drawLine(round(middle.left()), round(at), round(across - wide), round(at))
            painter.drawLine(round(across + wide), round(at), round(middle.right()), round(at))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip
        painter.drawText(middle, int(flags), words)

    def box_words(self, box: Box) -> str:
        """What a box says of itself."""
        if isinstance(box, Picture):
            return box.alt or tr("ภาพ")
        if isinstance(box, Turn):
            return tr("ตั้งแต่นี้: หน้ากระดาษแนวนอน") if box.landscape else tr("ตั้งแต่นี้: หน้ากระดาษแนวตั้ง")
        if isinstance(box, Contents):
            return tr("{title} (เลขหน้าใส่ให้เอง)").format(title=box.title)
        if isinstance(box, FilePart):
            name = self._around.names.get(box.name, box.name)
            return tr("ส่วนที่ดึงจากแฟ้ม: {name}").format(name=name)
        return tr("ขึ้นหน้าใหม่")

    def _draw_picture(self, painter: QPainter, rect: QRectF, box: Picture) -> None:
        """Draw a picture, an empty frame until it comes."""
        image = self._around.pictures.get(box.sha256)
        if image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(rect, image)
            return
        self._around.want_picture(box.sha256)
        painter.setPen(theme.color(theme.LINE))
        painter.setBrush(theme.color(theme.QUIET))
        painter.drawRect(rect)
        painter.setPen(theme.color(theme.MUTED))
        painter.setFont(theme.font(theme.SMALL))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self.box_words(box))


def _raised(form: QTextCharFormat) -> QFont:
    """The font of a footnote's number."""
    font = QFont(form.font())
    font.setPointSizeF(font.pointSizeF() * 0.7)
    font.setWeight(QFont.Weight.DemiBold)
    return font
