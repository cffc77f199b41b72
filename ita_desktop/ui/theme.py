"""The look in one place: colours, sizes, distances, fonts. No other module holds a colour or a style.

Paper-white and ink, one deep accent, three state colours that never stand alone. Contrast of every pair that
carries text is at least 4.5:1 (a test counts).
"""

from __future__ import annotations

import platform
from dataclasses import dataclass
from string import Template
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette

from ita_desktop.support.paths import resource
from ita_desktop.ui.style_sheet import STYLE_SHEET

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

FAMILY = "Sarabun"
FACES = ("Regular", "Medium", "SemiBold", "Bold", "Italic", "BoldItalic")

# Colours
PAPER = "#fcfcf8"  # behind the cards
SURFACE = "#ffffff"  # cards, fields, tables
INK = "#1c2326"
MUTED = "#5b666b"  # second lines, captions
LINE = "#d9dfde"  # borders
HAIRLINE = "#e9edec"  # between rows
ACCENT = "#0f5b60"
ACCENT_DEEP = "#0a474b"
ACCENT_SOFT = "#e3f0ef"  # chosen row, done chip
ACCENT_MIDDLE = "#9cc3c4"  # past bars
QUIET = "#eef1f0"  # grounds of neutral badges, unfilled bars
GOOD, GOOD_GROUND = "#1f6b2d", "#e5f3e6"
WARN, WARN_GROUND = "#835400", "#fbf1d8"
BAD, BAD_GROUND = "#a02030", "#f8e2e2"
INFO, INFO_GROUND = "#0f5b60", "#e3f0ef"

# Sizes in points, before the user's own scale
SMALL, BODY, LARGE, TITLE, QUESTION, DIGIT = 10.0, 12.0, 13.5, 18.0, 18.0, 24.0

PLAIN_WINDOWS_POINTS = 9.0  # of Windows' own text while nobody enlarges it

# Distances in pixels at 96 dpi
GAP, WIDE_GAP, MARGIN, RADIUS = 8, 16, 28, 9


class _State:
    """How much text is enlarged: the user's choice times the system's; whether Sarabun was brought."""

    scale: float = 1.0
    fonts_loaded: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """Two colours that carry text together."""

    text: str
    ground: str


TEXT_PAIRS = (
    Pair(INK, PAPER), Pair(INK, SURFACE), Pair(MUTED, PAPER), Pair(MUTED, SURFACE), Pair(MUTED, ACCENT_SOFT),
    Pair(INK, ACCENT_SOFT), Pair(ACCENT, SURFACE), Pair(ACCENT, ACCENT_SOFT), Pair(SURFACE, ACCENT),
    Pair(SURFACE, ACCENT_DEEP), Pair(GOOD, GOOD_GROUND), Pair(WARN, WARN_GROUND), Pair(BAD, BAD_GROUND),
    Pair(INFO, INFO_GROUND), Pair(MUTED, QUIET), Pair(GOOD, SURFACE), Pair(WARN, SURFACE), Pair(BAD, SURFACE),
    Pair(BAD, ACCENT_SOFT),
)  # fmt: skip
"""Every pair of text and ground that the window uses."""


def color(name: str) -> QColor:
    """A token as Qt's colour."""
    return QColor(name)


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


def apply(application: QApplication, text_percent: int = 100) -> None:
    """Dress the application; call again when the user chooses another text size."""
    load_fonts()
    _State.scale = text_percent / 100 * _system_scale()
    application.setStyle("Fusion")
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
    colours = {name.lower(): value for name, value in globals().items() if _is_colour(value)}
    return Template(STYLE_SHEET).substitute(**sizes, **colours, radius=f"{RADIUS}px", family=FAMILY)


def _is_colour(value: object) -> bool:
    """Whether a name of this module is a colour token."""
    return isinstance(value, str) and value.startswith("#")
