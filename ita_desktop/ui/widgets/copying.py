"""A table on the clipboard: tab-separated for spreadsheets, and as a table for a letter or a mail."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from collections.abc import Sequence


def copy_table(head: Sequence[str], rows: Sequence[Sequence[str]], numbers: frozenset[int]) -> None:
    """Put a table on the clipboard; `numbers`: the columns whose cells stand at the right."""
    data = QMimeData()
    data.setText(as_text(head, rows))
    data.setHtml(as_html(head, rows, numbers))
    QGuiApplication.clipboard().setMimeData(data)


def as_text(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """The table as lines with tabs; a line break within a cell becomes a space."""
    lines = (("\t".join(cell.replace("\n", " ").replace("\t", " ") for cell in row)) for row in (head, *rows))
    return "\n".join(lines)


def as_html(head: Sequence[str], rows: Sequence[Sequence[str]], numbers: frozenset[int]) -> str:
    """The table for programs that paste one; indents stay, as spaces that are not lost."""
    top = "".join(f"<th>{_cell(cell)}</th>" for cell in head)
    body = "".join(f"<tr>{_row(row, numbers)}</tr>" for row in rows)
    return (
        f'<meta charset="utf-8"><table border="1"><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>'
    )


def _row(row: Sequence[str], numbers: frozenset[int]) -> str:
    """Write the cells of a row."""
    cells = (
        f'<td align="right">{_cell(cell)}</td>' if place in numbers else f"<td>{_cell(cell)}</td>"
        for place, cell in enumerate(row)
    )
    return "".join(cells)


def _cell(text: str) -> str:
    """Escape a cell; leading spaces are its indent."""
    bare = text.lstrip(" ")
    return "&nbsp;" * (len(text) - len(bare)) + escape(bare).replace("\n", "<br>")
