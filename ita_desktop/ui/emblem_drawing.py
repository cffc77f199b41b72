"""An emblem that comes as a drawing (SVG) is made a picture for print, once, when the office loads it.

The file keeps the picture alone: papers, Word and backups need no second way to draw. A drawing comes from
anywhere, so it is read before it is drawn: nothing in it may fetch another file, and it may not be so large
or so often repeated within itself that drawing it stops the program.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, QXmlStreamReader
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer, QtSvg

from ita_desktop.services.emblem import LARGEST, refused

SIDE_PX: Final = 900
"""The longer side: an emblem of three centimetres at more than 600 dots per inch."""
SMALLEST_PX: Final = 300
SMALLER: Final = 0.8
MOST_ELEMENTS: Final = 5_000
"""As drawn: what a drawing repeats within itself counts each time."""
MOST_USES: Final = 200
LONGEST_ENTITY: Final = 200
"""Letters that a declared short form may stand for; drawing programs declare addresses of this length."""
STEEPEST: Final = 6.0
"""One side by the other: a longer strip is no emblem."""
REFERENCES: Final = ("href", "src")
OWN: Final = ("#", "data:")


def picture_of(drawing: bytes) -> bytes:
    """Return the drawing as PNG on white within `LARGEST`; FieldProblem `emblem` for what cannot be one."""
    if not _harmless(drawing):
        raise refused()
    renderer = QSvgRenderer()
    renderer.setOptions(QtSvg.Option.Tiny12FeaturesOnly)  # no filters: one of them can take minutes
    renderer.setAnimationEnabled(False)
    if not renderer.load(QByteArray(drawing)):
        raise refused()
    size = _size(renderer)
    while True:
        made = _drawn(renderer, size)
        if len(made) <= LARGEST:
            return made
        size = QSize(round(size.width() * SMALLER), round(size.height() * SMALLER))
        if max(size.width(), size.height()) < SMALLEST_PX:
            raise refused()


def _harmless(drawing: bytes) -> bool:
    """Read it through: an SVG of bounded size that refers to nothing outside itself."""
    source = QBuffer()
    source.setData(QByteArray(drawing))
    source.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QXmlStreamReader(source)
    reader.setEntityExpansionLimit(LONGEST_ENTITY)
    parts = _Parts()
    while not reader.atEnd():
        reader.readNext()
        if reader.isProcessingInstruction() and str(reader.processingInstructionTarget()) == "xml-stylesheet":
            return False
        if reader.isStartElement():
            if not parts.open and str(reader.name()) != "svg":
                return False
            parts.begin(reader)
            if parts.elements > MOST_ELEMENTS or len(parts.uses) > MOST_USES or _refers_outside(reader):
                return False
        elif reader.isEndElement():
            parts.open.pop()
    return not reader.hasError() and parts.drawn() <= MOST_ELEMENTS


class _Parts:
    """Counts what is drawn: a part that repeats parts that repeat others doubles at each step."""

    def __init__(self) -> None:
        self.elements = 0
        self.open: list[str] = []
        self.uses: list[str] = []
        self._inside: dict[str, list[str]] = {}
        self._own: dict[str, int] = {}

    def begin(self, reader: QXmlStreamReader) -> None:
        """Count an element in itself and in every part that it stands in."""
        given = _attributes(reader)
        self.elements += 1
        self.open.append(next((value for name, value in given if name == "id"), ""))
        around = {each for each in self.open if each}
        for part in around:
            self._own[part] = self._own.get(part, 0) + 1
        if str(reader.name()) == "use":
            targets = [value.removeprefix("#") for name, value in given if name == "href"]
            self.uses += targets
            for part in around:
                self._inside.setdefault(part, []).extend(targets)

    def drawn(self) -> int:
        """Return how many elements are drawn in all; more than allowed for a part that repeats itself."""
        known: dict[str, int] = {}
        return self.elements + sum(self._weight(target, known) for target in self.uses)

    def _weight(self, part: str, known: dict[str, int]) -> int:
        """How many elements one repetition draws; a part asked for while it is counted holds itself."""
        if part not in known:
            known[part] = MOST_ELEMENTS + 1
            inside = sum(self._weight(target, known) for target in self._inside.get(part, ()))
            known[part] = self._own.get(part, 0) + inside
        return known[part]


def _attributes(reader: QXmlStreamReader) -> list[tuple[str, str]]:
    """Names without their prefix, and values; `href` and `xlink:href` may both be there."""
    found = reader.attributes()
    every = [found.at(place) for place in range(found.size())]
    return [(str(each.name()), str(each.value()).strip()) for each in every]


def _refers_outside(reader: QXmlStreamReader) -> bool:
    """Whether an element asks for a file or an address; a link to click is never followed."""
    return str(reader.name()) != "a" and any(
        name in REFERENCES and not value.startswith(OWN) for name, value in _attributes(reader)
    )


def _size(renderer: QSvgRenderer) -> QSize:
    """The picture's size in its own proportion; FieldProblem for an empty one or a strip."""
    box = renderer.viewBoxF()
    if box.width() <= 0 or box.height() <= 0:
        raise refused()
    by = box.width() / box.height()
    if not 1 / STEEPEST <= by <= STEEPEST:
        raise refused()
    return QSize(SIDE_PX, round(SIDE_PX / by)) if by >= 1 else QSize(round(SIDE_PX * by), SIDE_PX)


def _drawn(renderer: QSvgRenderer, size: QSize) -> bytes:
    """The drawing in one size, as PNG."""
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the types want bytes, Qt takes text
    return bytes(buffer.data().data())
