"""Markdown in a text view, as the program looks: room for Thai marks, keys as caps, tables with lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextFrameFormat, QTextTable

from ita_desktop.ui import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument
    from PySide6.QtWidgets import QTextBrowser

LINE_PERCENT = 128
"""Height of a line: Sarabun's own lets a tone mark touch the line above."""
HEADINGS = {1: theme.TITLE, 2: theme.LARGE}


def show_markdown(browser: QTextBrowser, text: str) -> None:
    """Show a text from its top."""
    document = browser.document()
    document.setDefaultFont(theme.font())
    document.setMarkdown(text)
    _space_lines(document)
    _dress_letters(document)
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _dress_table(frame)
    browser.moveCursor(QTextCursor.MoveOperation.Start)


def _space_lines(document: QTextDocument) -> None:
    """Set lines apart, and each heading from what is above it."""
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    spaced = QTextBlockFormat()
    spaced.setLineHeight(LINE_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    cursor.mergeBlockFormat(spaced)


def _dress_letters(document: QTextDocument) -> None:
    """Give headings the sizes of the theme, and keys a ground of their own."""
    block = document.begin()
    while block.isValid():
        level = block.blockFormat().headingLevel()
        if level:
            _merge(document, block.position(), block.length() - 1, _heading(level))
        else:
            for start, length in _keys(document, block.position(), block.length()):
                _merge(document, start, length, _cap())
        block = block.next()


def _keys(document: QTextDocument, start: int, length: int) -> list[tuple[int, int]]:
    """Where in a block the keys stand: what Markdown set in a fixed pitch."""
    cursor, found = QTextCursor(document), list[tuple[int, int]]()
    for place in range(start, start + length - 1):
        cursor.setPosition(place + 1)
        if not cursor.charFormat().fontFixedPitch():
            continue
        if found and sum(found[-1]) == place:
            found[-1] = found[-1][0], found[-1][1] + 1
        else:
            found.append((place, 1))
    return found


def _merge(document: QTextDocument, start: int, length: int, look: QTextCharFormat) -> None:
    """Give some letters a look."""
    cursor = QTextCursor(document)
    cursor.setPosition(start)
    cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
    cursor.mergeCharFormat(look)


def _heading(level: int) -> QTextCharFormat:
    """The look of a heading."""
    look = QTextCharFormat()
    look.setFont(theme.font(HEADINGS.get(level, theme.BODY), QFont.Weight.DemiBold))
    return look


def _cap() -> QTextCharFormat:
    """The look of a key."""
    look = QTextCharFormat()
    look.setFont(theme.font(theme.SMALL, QFont.Weight.DemiBold))
    look.setForeground(theme.color(theme.ACCENT))
    look.setBackground(theme.color(theme.ACCENT_SOFT))
    return look


def _dress_table(table: QTextTable) -> None:
    """Thin lines, and room around the words."""
    look = table.format()
    look.setBorder(1)
    look.setBorderCollapse(True)
    look.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    look.setBorderBrush(theme.color(theme.LINE))
    look.setCellPadding(theme.scaled(5))
    look.setTopMargin(theme.GAP)
    look.setBottomMargin(theme.GAP)
    table.setFormat(look)
