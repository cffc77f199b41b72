"""The look in one place: colours, sizes, distances, fonts. No other module holds a colour or a style.

Paper-white and ink, one deep accent, three state colours that never stand alone; the same by night and in
high contrast (`palettes`). A colour is asked for by its token at the moment of drawing, so that a window
follows the system when it turns dark.
"""

from __future__ import annotations

import platform
from contextlib import contextmanager
from string import Template
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics, QGuiApplication, QPalette

from ita_desktop.support.paths import resource
from ita_desktop.ui.palettes import (
    ACCENT,
    ACCENT_DEEP,
    ACCENT_MIDDLE,
    ACCENT_SOFT,
    BAD,
    BAD_GROUND,
    COLOURS,
    EDGE,
    GOOD,
    GOOD_GROUND,
    HAIRLINE,
    INFO,
    INFO_GROUND,
    INK,
    LINE,
    MUTED,
    PAPER,
    QUIET,
    SURFACE,
    WARN,
    WARN_GROUND,
    Palette,
)
from ita_desktop.ui.style_sheet import STYLE_SHEET

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

__all__ = [
    "ACCENT", "ACCENT_DEEP", "ACCENT_MIDDLE", "ACCENT_SOFT", "BAD", "BAD_GROUND", "BODY", "DIGIT",
    "EDGE", "GAP", "GOOD", "GOOD_GROUND", "HAIRLINE", "INFO", "INFO_GROUND", "INK", "LARGE", "LINE",
    "MARGIN", "MUTED", "PAPER", "QUESTION", "QUIET", "RADIUS", "SMALL", "SURFACE", "TITLE", "WARN",
    "WARN_GROUND", "WIDE_GAP", "apply", "color", "font", "load_fonts", "on_paper", "scaled",
    "style_sheet", "system_palette",
]  # fmt: skip

FAMILY = "Sarabun"
FACES = ("Regular", "Medium", "SemiBold", "Bold", "Italic", "BoldItalic")

# Sizes in points, before the user's own scale
SMALL, BODY, LARGE, TITLE, QUESTION, DIGIT = 10.0, 12.0, 13.5, 18.0, 18.0, 24.0

FIELD_ROOM = 1.32
"""Height of a field inside, in lines: a stack of marks needs more than Qt's line, where a field cuts it."""
PLAIN_WINDOWS_POINTS = 9.0  # of Windows' own text while nobody enlarges it

# Distances in pixels at 96 dpi
GAP, WIDE_GAP, MARGIN, RADIUS = 8, 16, 28, 9

MOVING = (
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip,
    Qt.UIEffect.UI_AnimateToolBox,
)
"""What Qt would slide or fade: nothing in this window moves by itself, for anyone."""


class _State:
    """The colours in use; how much text is enlarged; whether Sarabun was brought."""

    palette: Palette = Palette.LIGHT
    scale: float = 1.0
    fonts_loaded: bool = False


def color(token: str) -> QColor:
    """What a token looks like now."""
    return QColor(COLOURS[_State.palette][token])


@contextmanager
def on_paper() -> Iterator[None]:
    """Draw with the light colours for a while: a picture that is printed or pasted stands on white."""
    before, _State.palette = _State.palette, Palette.LIGHT
    try:
        yield
    finally:
        _State.palette = before


def system_palette() -> Palette:
    """The colours that the computer asks for: high contrast before dark, dark before light."""
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
        return Palette.CONTRAST
    return Palette.DARK if hints.colorScheme() is Qt.ColorScheme.Dark else Palette.LIGHT


def font(points: float = BODY, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The window's font at a size (a token), enlarged as the user wants it."""
    made = QFont(FAMILY)
    made.setPointSizeF(points * _State.scale)
    made.setWeight(weight)
    return made


def scaled(pixels: float) -> int:
    """A length that holds text (a row's height, a column's width), enlarged as the text is."""
    return round(pixels * _State.scale)


def load_fonts() -> None:
    """Bring Sarabun to Qt, once; FileNotFoundError where the installation is incomplete.

    Qt is not asked whether it has the family: that question makes it list every font of the computer.
    """
    if _State.fonts_loaded:
        return
    _State.fonts_loaded = True
    for face in FACES:
        QFontDatabase.addApplicationFont(str(resource("fonts", f"Sarabun-{face}.ttf")))


def apply(application: QApplication, text_percent: int = 100, palette: Palette = Palette.LIGHT) -> None:
    """Dress the application; call again when the user chooses another text size or other colours."""
    load_fonts()
    _State.palette = palette
    _State.scale = text_percent / 100 * _system_scale()
    if application.style().name() != "fusion":
        application.setStyle("Fusion")
    for effect in MOVING:
        application.setEffectEnabled(effect, False)
    application.setPalette(_palette())
    application.setFont(font())
    application.setStyleSheet(style_sheet())


def _system_scale() -> float:
    """How much Windows enlarges its own text (Settings, Accessibility, Text size); 1 elsewhere."""
    if platform.system() != "Windows":
        return 1.0
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).pointSizeF()
    return min(max(system / PLAIN_WINDOWS_POINTS, 1.0), 2.25)


def _palette() -> QPalette:
    """The colours that Fusion draws with by itself."""
    palette = QPalette()
    roles = QPalette.ColorRole
    colours = {
        roles.Window: PAPER, roles.Base: SURFACE, roles.AlternateBase: PAPER, roles.Button: SURFACE,
        roles.Text: INK, roles.WindowText: INK, roles.ButtonText: INK, roles.PlaceholderText: MUTED,
        roles.Highlight: ACCENT, roles.HighlightedText: SURFACE, roles.Link: ACCENT,
        roles.LinkVisited: ACCENT, roles.ToolTipBase: SURFACE, roles.ToolTipText: INK, roles.Accent: ACCENT,
    }  # fmt: skip
    for role, token in colours.items():
        palette.setColor(role, color(token))
    for role in (roles.Text, roles.WindowText, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, color(MUTED))
    return palette


def style_sheet() -> str:
    """The style sheet with the tokens filled in."""
    sizes = {
        name: f"{points * _State.scale:.1f}pt"
        for name, points in (("small", SMALL), ("body", BODY), ("large", LARGE), ("title", TITLE))
    }
    sizes["field"] = f"{round(QFontMetrics(font()).lineSpacing() * FIELD_ROOM)}px"
    colours = COLOURS[_State.palette]
    return Template(STYLE_SHEET).substitute(**sizes, **colours, radius=f"{RADIUS}px", family=FAMILY)
