"""Makes the picture files of the program's sign from its SVG: the `icons` verb of dev.py."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

from PIL import Image
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from ita_desktop.support.paths import RESOURCES

if TYPE_CHECKING:
    from pathlib import Path

SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
"""What Windows asks for, at 100 to 200 percent."""


def picture(svg: Path, side: int) -> Image.Image:
    """Draw the sign at a size of its own, never by shrinking a larger one."""
    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(svg)).render(painter)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub wants bytes, Qt refuses them
    return Image.open(io.BytesIO(data.data()))


def main() -> int:
    """Write both files."""
    QGuiApplication(sys.argv[:1])
    folder = RESOURCES / "icons"
    svg = folder / "ita-desktop.svg"
    drawn = {side: picture(svg, side) for side in SIZES}
    drawn[256].save(folder / "ita-desktop.png", optimize=True)
    others = [drawn[side] for side in SIZES[:-1]]
    drawn[256].save(folder / "ita-desktop.ico", sizes=[(side, side) for side in SIZES], append_images=others)
    return 0


if __name__ == "__main__":
    sys.exit(main())
