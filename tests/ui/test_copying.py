"""A copied table arrives in a spreadsheet as cells, and in a letter as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from ita_desktop.ui.widgets.copying import as_html, as_text, copy_table

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

HEAD, ROWS = ("ชื่อ", "คะแนน"), (("   1 ก&ข", "99.82"), ("บรรทัด\nสอง", "–"))


def test_both_forms_are_on_the_clipboard(qapp: QApplication) -> None:
    """Whoever pastes takes the form that the program likes."""
    qapp.clipboard().clear()
    copy_table(HEAD, ROWS, frozenset({1}))
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == "ชื่อ\tคะแนน\n   1 ก&ข\t99.82\nบรรทัด สอง\t–"
    assert data.hasHtml()


def test_cells_cannot_break_out_of_their_table() -> None:
    """Signs of HTML are text; tabs and line breaks do not make new cells."""
    assert "ก&amp;ข" in as_html(HEAD, ROWS, frozenset())
    assert "<script>" not in as_html(HEAD, [("<script>", "")], frozenset())
    assert as_text(HEAD, [("ก\tข", "1")]).splitlines()[1].count("\t") == 1


def test_indents_and_figures_keep_their_place() -> None:
    """The tree's indents survive, and figures stand at the right."""
    words = as_html(HEAD, ROWS, frozenset({1}))
    assert "&nbsp;&nbsp;&nbsp;1 ก" in words
    assert '<td align="right">99.82</td>' in words
