"""What the chapters of a report share: numbering, captions, figures, the styles of its tables."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ita_desktop.documents.body import clause_block
from ita_desktop.documents.figures import NO_DATA, written
from ita_desktop.documents.typeset import BODY, PLAIN, Cell, Heading, KeepTogether, Paragraph, Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from ita_desktop.documents.chart import Chart
    from ita_desktop.documents.ruler import Ruler
    from ita_desktop.documents.typeset import Block, Column, Style
    from ita_desktop.documents.typeset.blocks import Row
    from ita_desktop.domain.papers import Digits
    from ita_desktop.domain.report import ReportContent

TABLE = PLAIN.but(size=14.0)
DENSE = PLAIN.but(size=12.0)
SMALL_TABLE = 12
"""Rows of a table that is not divided between pages."""
NOTE = PLAIN.but(size=12.5, space_after_pt=4.0)


@dataclass(slots=True)
class Book:
    """A report under way: its content, its fonts, and the numbers given so far.

    `text_digits` are for sentences and headings, `table_digits` for tables and charts: published reports
    write sentences with Thai figures and tables with Arabic ones.
    """

    content: ReportContent
    ruler: Ruler
    chart: Chart
    text_digits: Digits
    table_digits: Digits
    _chapter: int = 0
    _section: int = 0
    _captions: dict[str, int] = field(default_factory=dict)

    @property
    def office(self) -> str:
        """The office's name."""
        return self.content.office.name

    def words(self, text: str) -> str:
        """Write a sentence with its figures."""
        return written(text, self.text_digits)

    def cell(self, text: str) -> str:
        """Write a cell with its figures."""
        return written(text, self.table_digits)

    def score(self, score: Decimal | None, *, bold: bool | None = None, none: str = NO_DATA) -> Cell:
        """Write a score into a cell; what stands for no data is centred, for it has no decimal point."""
        if score is None:
            return Cell(none, align="center", bold=bold)
        return Cell(self.cell(f"{score:.2f}"), bold=bold)

    def chapter(self, title: str) -> Heading:
        """Begin a chapter."""
        self._chapter, self._section = self._chapter + 1, 0
        return Heading(self.words(title), 1, number=self.words(f"ส่วนที่ {self._chapter}"))

    def section(self, title: str) -> Heading:
        """Begin a section of the chapter."""
        self._section += 1
        return Heading(self.words(title), 2, number=self.words(f"{self._chapter}.{self._section}"))

    def sentence(self, text: str, *, leads: bool = False) -> Paragraph:
        """Set a paragraph of the running text; one that leads to a table stays with it."""
        return Paragraph(self.words(text), BODY.but(keep_with_next=leads))

    def clauses(self, texts: Sequence[str]) -> Iterator[Block]:
        """Number clauses `1)` below a paragraph."""
        for number, text in enumerate(texts, 1):
            yield clause_block(self.words(f"{number})"), self.words(text), 0)

    def caption(self, kind: str, title: str) -> str:
        """Number a table or a chart: `ตารางที่ ๑ …`."""
        self._captions[kind] = number = self._captions.get(kind, 0) + 1
        return self.words(f"{kind}ที่ {number} {title}")

    def table(
        self,
        title: str,
        columns: Sequence[Column],
        rows: Sequence[Row],
        style: Style = TABLE,
    ) -> Block:
        """Set a table with a numbered caption, on one page if it is a small one. Its figures are written."""
        caption = self.caption("ตาราง", title) if title else None
        table = Table(columns, rows, style=style, caption=caption, row_headers=True)
        return KeepTogether([table]) if len(rows) <= SMALL_TABLE else table

    def note(self, text: str) -> Paragraph:
        """Set a note below a table."""
        return Paragraph(self.words(text), NOTE)
