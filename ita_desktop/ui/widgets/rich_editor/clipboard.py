"""Copy and paste: our own form within the program, HTML and text from others, pictures as bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QImage, QTextCursor, QTextDocument, QTextDocumentFragment

from ita_desktop.domain.paperwork import richtext_json
from ita_desktop.domain.paperwork.richtext import Cell, Column, Paragraph, Picture, Run, Table
from ita_desktop.domain.problems import Problem
from ita_desktop.ui.widgets.rich_editor.html_reader import Pasted, blocks_of_html
from ita_desktop.ui.widgets.rich_editor.marks import BLOCK_END, LINE_END
from ita_desktop.ui.widgets.rich_editor.reader import read
from ita_desktop.ui.widgets.rich_editor.soft_breaks import plain

if TYPE_CHECKING:
    from ita_desktop.domain.paperwork.richtext import Block

OWN: Final = "application/x-ita-paper+json"
_LEAST_TABLE: Final = 2
"""From as many columns in as many lines on, lines with tabs are a table."""


def copied(cursor: QTextCursor) -> QMimeData:
    """The selection for the clipboard."""
    made = QMimeData()
    fragment = QTextDocumentFragment(cursor)
    holder = QTextDocument()
    QTextCursor(holder).insertFragment(fragment)
    made.setData(OWN, QByteArray(richtext_json.to_json(read(holder)).encode()))
    made.setText(plain(fragment.toPlainText()))
    made.setHtml(plain(fragment.toHtml()))
    return made


def usable(source: QMimeData) -> bool:
    """Whether something of a clipboard can be put into a text."""
    return source.hasFormat(OWN) or source.hasHtml() or source.hasText() or source.hasImage()


def taken(source: QMimeData) -> Pasted:
    """What a clipboard holds, in the best form that it offers."""
    own = _own(source)
    if own is not None:
        return own
    if source.hasHtml():
        found = blocks_of_html(source.html())
        if found.blocks:
            return found
    if source.hasImage():
        return _picture(source)
    return Pasted(blocks_of_text(source.text()))


def _own(source: QMimeData) -> Pasted | None:
    """Our own form; None where it is missing or another program's of the same name."""
    if not source.hasFormat(OWN):
        return None
    try:
        document = richtext_json.from_json(bytes(source.data(OWN).data()).decode("utf-8", "replace"))
    except Problem:
        return None
    return Pasted(tuple(document.blocks()))


def _picture(source: QMimeData) -> Pasted:
    """A picture from the clipboard as PNG."""
    image = QImage(source.imageData())
    target = QBuffer()
    target.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(target, "PNG")  # type: ignore[call-overload]  # the types want bytes, Qt takes text
    data = bytes(target.data().data())
    return Pasted((Picture("pasted-0"),), {"pasted-0": data}) if data else Pasted()


def blocks_of_text(text: str) -> tuple[Block, ...]:
    """Plain text: a line is a paragraph, lines with as many tabs each are a table."""
    lines = (
        text.replace("\r\n", "\n")
        .replace("\r", "\n")
        .replace(BLOCK_END, "\n")
        .replace(LINE_END, "\n")
        .split("\n")
    )
    while lines and not lines[-1].strip():
        lines.pop()
    rows = [line.split("\t") for line in lines]
    wide = len(rows[0]) if rows else 0
    if len(rows) >= _LEAST_TABLE <= wide <= 40 and all(len(row) == wide for row in rows):
        cells = tuple(tuple(_cell(words) for words in row) for row in rows)
        return (Table((Column(),) * wide, cells, header_rows=0),)
    return tuple(Paragraph((Run(line),) if line else ()) for line in lines)


def _cell(words: str) -> Cell:
    """A cell of one line."""
    return Cell((Paragraph((Run(words),) if words else (), indented=False),))
