"""Tables of a Word file: columns in the typesetter's widths, spans, a head that comes again on each page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm

from ita_desktop.documents.typeset import Cell
from ita_desktop.documents.typeset.style import MM
from ita_desktop.documents.typeset.tablegrid import column_widths

if TYPE_CHECKING:
    from docx.table import Table as WordTable
    from docx.table import _Cell as WordCell

    from ita_desktop.documents.paperwork.word.writer import Writer
    from ita_desktop.documents.typeset import Table

HEAD_SHADE: Final = "EDEDED"


class TableWriter:
    """Writes one table."""

    def __init__(self, writer: Writer, table: Table) -> None:
        """Write into the writer's file."""
        self._writer = writer
        self._table = table
        page = writer.page
        width = page.width_mm - page.left_mm - page.right_mm
        padding = table.padding_mm * MM
        self._widths = [each / MM for each in column_widths(table.columns, width * MM, padding)]

    def write(self) -> None:
        """Write all rows."""
        made = self._writer.file.add_table(len(self._table.rows), len(self._widths), style="Table Grid")
        made.alignment = WD_TABLE_ALIGNMENT.CENTER
        made.autofit = False
        for column, width in zip(made.columns, self._widths, strict=True):
            column.width = Mm(width)
        taken: set[tuple[int, int]] = set()
        for row, cells in enumerate(self._table.rows):
            self._row_rules(made, row)
            column = 0
            for given in cells:
                while (row, column) in taken:
                    column += 1
                cell = given if isinstance(given, Cell) else Cell(given)
                taken |= {(row + r, column + c) for r in range(cell.rowspan) for c in range(cell.colspan)}
                self._cell(made, cell, row, column)
                column += cell.colspan

    def _row_rules(self, made: WordTable, row: int) -> None:
        """Keep a row on one page; let the head come again."""
        properties = made.rows[row]._tr.get_or_add_trPr()  # noqa: SLF001 - python-docx has no word for it
        properties.append(OxmlElement("w:cantSplit"))
        if row < self._table.header_rows:
            properties.append(OxmlElement("w:tblHeader"))

    def _cell(self, made: WordTable, cell: Cell, row: int, column: int) -> None:
        """Write a cell over all places that it covers."""
        place = made.cell(row, column)
        last_row = min(row + cell.rowspan, len(self._table.rows)) - 1
        last_column = min(column + cell.colspan, len(self._widths)) - 1
        if (last_row, last_column) != (row, column):
            place = place.merge(made.cell(last_row, last_column))
        place.width = Mm(sum(self._widths[column : last_column + 1]))
        head = row < self._table.header_rows
        if head:
            _shade(place)
        align = cell.align or ("center" if head else self._table.columns[column].align)
        bold = cell.bold if cell.bold is not None else head or self._table.style.bold
        self._text(place, cell, align, bold=bold)

    def _text(self, place: WordCell, cell: Cell, align: str, *, bold: bool) -> None:
        from ita_desktop.documents.paperwork.word.writer import ALIGN, dress

        style = self._table.style.but(bold=bold)
        paragraph = place.paragraphs[0]
        dress(paragraph, style)
        paragraph.alignment = ALIGN[align]
        self._writer.runs(paragraph, cell.text, style)


def _shade(place: WordCell) -> None:
    """Shade a cell of the head."""
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", HEAD_SHADE)):
        shade.set(qn(f"w:{name}"), value)
    place._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001 - python-docx has no word for it
