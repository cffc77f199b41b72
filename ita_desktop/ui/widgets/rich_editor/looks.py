"""How marked text looks in the editor: large enough to write in, near enough to the paper to be known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextLength, QTextTableFormat

from ita_desktop.domain.paperwork.richtext import Align
from ita_desktop.ui import theme
from ita_desktop.ui.widgets.rich_editor.marks import Kind, Mark

if TYPE_CHECKING:
    from collections.abc import Iterable

TEXT_POINTS: Final = 13.0
HEADING_POINTS: Final = {1: 17.0, 2: 15.0, 3: 14.0, 4: 13.0}
CAPTION_POINTS: Final = 12.0
LINE_PERCENT: Final = 128.0
"""Height of a line: below this, tone marks touch the line above."""
FIRST_LINE, STEP, ITEM_ROOM = 56, 30, 44
"""Pixels: how far the first line of a paragraph begins in; what a step moves; room for an item's label."""
_ALIGNMENT: Final = {
    Align.JUSTIFY: Qt.AlignmentFlag.AlignLeft,  # even edges are the page's business: here letters would drift
    Align.LEFT: Qt.AlignmentFlag.AlignLeft,
    Align.CENTER: Qt.AlignmentFlag.AlignHCenter,
    Align.RIGHT: Qt.AlignmentFlag.AlignRight,
}


@dataclass(frozen=True, slots=True)
class Look:
    """The look of letters: what is switched on, and their link."""

    bold: bool = False
    italic: bool = False
    underline: bool = False
    superscript: bool = False
    link: str = ""


def letters(look: Look, kind: Kind = Kind.PARAGRAPH, level: int = 1) -> QTextCharFormat:
    """The format of letters of a look in a block of a kind."""
    made = QTextCharFormat()
    made.setFont(_font(kind, level, bold=look.bold))
    made.setFontItalic(look.italic)
    made.setFontUnderline(look.underline or bool(look.link))
    for mark, on in (
        (Mark.BOLD, look.bold),
        (Mark.ITALIC, look.italic),
        (Mark.UNDERLINE, look.underline),
        (Mark.SUPERSCRIPT, look.superscript),
    ):
        if on:
            made.setProperty(mark, True)
    if look.superscript:
        made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
    if look.link:
        made.setProperty(Mark.LINK, look.link)
        made.setForeground(theme.color(theme.ACCENT))
    elif kind in (Kind.TABLE_CAPTION, Kind.PICTURE_CAPTION):
        made.setForeground(theme.color(theme.MUTED))
    return made


def look_of(form: QTextCharFormat) -> Look:
    """Read the look back from a format's marks."""
    return Look(
        bold=form.boolProperty(Mark.BOLD),
        italic=form.boolProperty(Mark.ITALIC),
        underline=form.boolProperty(Mark.UNDERLINE),
        superscript=form.boolProperty(Mark.SUPERSCRIPT),
        link=form.stringProperty(Mark.LINK),
    )


def _font(kind: Kind, level: int, *, bold: bool) -> QFont:
    """The font of a kind of block."""
    weight = QFont.Weight.Bold if bold else QFont.Weight.Normal
    if kind is Kind.HEADING:
        return theme.font(HEADING_POINTS[level], QFont.Weight.Bold if bold else QFont.Weight.DemiBold)
    points = CAPTION_POINTS if kind in (Kind.TABLE_CAPTION, Kind.PICTURE_CAPTION) else TEXT_POINTS
    return theme.font(points, weight)


def dressed(form: QTextBlockFormat, align: Align, *, in_table: bool = False) -> QTextBlockFormat:
    """Give a marked block format its look: distances, first line, alignment."""
    kind = Kind(form.stringProperty(Mark.KIND) or Kind.PARAGRAPH)
    level = form.intProperty(Mark.LEVEL)
    form.setLineHeight(LINE_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    form.setAlignment(_ALIGNMENT[align])
    form.setTextIndent(0.0)
    form.setLeftMargin(0.0)
    form.setTopMargin(0.0 if in_table else 5.0)
    if kind is Kind.HEADING:
        form.setTopMargin(theme.scaled(14 if level == 1 else 8))
        form.setLeftMargin(theme.scaled(34) if form.boolProperty(Mark.NUMBERED) else 0.0)
    elif kind is Kind.ITEM:
        form.setLeftMargin(theme.scaled((26 if in_table else ITEM_ROOM) + STEP * level))
    elif kind is Kind.PARAGRAPH and not in_table:
        form.setLeftMargin(theme.scaled(STEP * level))
        form.setTextIndent(theme.scaled(FIRST_LINE) if form.boolProperty(Mark.INDENTED) else 0.0)
    elif kind is Kind.PICTURE_CAPTION:
        form.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    elif kind is Kind.BOX:
        form.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        form.setLineHeight(100.0, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    return form


def table_look(form: QTextTableFormat, shares: Iterable[float]) -> QTextTableFormat:
    """Give a table's format its look: thin lines, the columns' shares of the whole width."""
    widths = list(shares)
    whole = sum(widths) or 1.0
    form.setBorder(1.0)
    form.setBorderCollapse(True)
    form.setBorderBrush(theme.color(theme.MUTED))
    form.setCellPadding(theme.scaled(4))
    form.setCellSpacing(0.0)
    form.setTopMargin(2.0)
    form.setBottomMargin(6.0)
    form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100.0))
    form.setColumnWidthConstraints(
        [QTextLength(QTextLength.Type.PercentageLength, 100.0 * width / whole) for width in widths]
    )
    return form
