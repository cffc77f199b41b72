"""Rich text as blocks for the typesetter, each marked with its key, so that a click finds its text again."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from ita_desktop.documents.body import CLAUSE, STEP_MM
from ita_desktop.documents.typeset import (
    BODY,
    PLAIN,
    Cell,
    Column,
    Contents,
    Heading,
    KeepTogether,
    ListItem,
    Marked,
    PageBreak,
    Paragraph,
    Picture,
    Run,
    Table,
    Turn,
)
from ita_desktop.domain.paperwork import richtext
from ita_desktop.domain.paperwork.keys import tidy
from ita_desktop.domain.paperwork.numbering import labels
from ita_desktop.domain.paperwork.richtext import Align

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from ita_desktop.documents.paperwork.ink import Ink
    from ita_desktop.documents.typeset import Block, FootnoteRef, Style
    from ita_desktop.documents.typeset.blocks import CellAlign

INDENT_MM: Final = BODY.first_indent_mm
TABLE: Final = PLAIN.but(size=14.0)
NARROW: Final = 8
"""A table of more columns is set smaller, or its words would not fit."""
MANY: Final = 14
SMALL_TABLE: Final = 8
"""Rows of a table that is not divided between pages."""
CLAUSE_HEADINGS: Final = tuple(
    CLAUSE.but(
        bold=True, align="left", first_indent_mm=INDENT_MM + STEP_MM * level, space_before_pt=6.0,
        keep_with_next=True,
    )
    for level in range(4)
)  # fmt: skip
"""Headings of a paper: bold clauses at the paragraph's indent."""
LOST_PICTURE: Final = "(ไม่พบภาพ)"


@dataclass(slots=True)
class Composer:
    """Turns a document into blocks. `chapter` sets a part that is no rich text; `part` writes one that is."""

    ink: Ink
    picture: Callable[[str], bytes | None]
    part: Callable[[str], tuple[richtext.Block, ...]]
    chapter: Callable[[str], list[Block]]
    book: bool = False
    """True: headings of chapters; else they are bold clauses."""
    inner: bool = False
    """True within a part of the file: its keys are not those of the document."""
    lengths: dict[int, tuple[tuple[int, int], ...]] = field(default_factory=dict)
    """Letters of each part of each block's text, as set and as written, by key."""

    def blocks(self, document: richtext.Document) -> Iterator[Block]:
        """Yield the blocks of a tidy document."""
        names = labels(document)
        landscape = False
        for section in document.sections:
            if section.landscape != landscape:
                landscape = section.landscape
                yield Turn(landscape)
            yield from self._section(section.blocks, names)

    def _section(self, blocks: Iterable[richtext.Block], names: Mapping[int, str]) -> Iterator[Block]:
        for block in blocks:
            for made in self._block(block, names):
                yield Marked(made, block.key) if block.key else made

    def _block(self, block: richtext.Block, names: Mapping[int, str]) -> Iterator[Block]:
        """Set one block: each kind in its own way."""
        match block:
            case richtext.Heading():
                yield self._heading(block, names.get(block.key, ""))
            case richtext.Paragraph():
                yield self._paragraph(block)
            case richtext.ListItem():
                yield self._item(block, names.get(block.key, ""))
            case richtext.Table():
                yield self._table(block, names)
            case richtext.Picture():
                yield self._picture(block)
            case richtext.PageBreak():
                yield PageBreak()
            case richtext.Contents():
                yield Contents(block.title, block.max_level)
            case richtext.FilePart():
                yield from self._file_part(block.name)

    def _heading(self, block: richtext.Heading, number: str) -> Block:
        style = None if self.book else CLAUSE_HEADINGS[min(block.level, len(CLAUSE_HEADINGS)) - 1]
        written = self.ink.words(number)
        self.lengths[block.key] = self.ink.lengths(block.text, len(written) + 2 if written else 0)
        return Heading(self.ink.text(block.text), block.level, style, written)

    def _paragraph(self, block: richtext.Paragraph) -> Block:
        self.lengths[block.key] = self.ink.lengths(block.text)
        return Paragraph(self.ink.text(block.text), paragraph_style(block))

    def _item(self, block: richtext.ListItem, label: str) -> Block:
        self.lengths[block.key] = self.ink.lengths(block.text)
        indent = INDENT_MM + STEP_MM * block.level
        width = STEP_MM if block.hanging else 0.0
        return ListItem(
            self.ink.words(label),
            self.ink.text(block.text),
            block.level,
            CLAUSE,
            indent,
            width,
            block.hanging,
        )

    def _picture(self, block: richtext.Picture) -> Block:
        data = self.picture(block.sha256)
        if data is None:
            return Paragraph(LOST_PICTURE, PLAIN.but(align="center"))
        caption = self.ink.text(block.caption) if block.caption else None
        return Picture(data, block.width_mm, block.alt, caption)

    def _table(self, block: richtext.Table, names: Mapping[int, str]) -> Block:
        style = table_style(len(block.columns))
        columns = [Column(None, column.share, _side(column.align)) for column in block.columns]
        rows = [[self._cell(cell, names) for cell in row] for row in block.rows]
        caption = self.ink.text(block.caption) if block.caption else None
        head = min(block.header_rows, max(len(rows) - 1, 0))
        padding = 1.2 if len(columns) <= NARROW else 0.6
        made = Table(columns, rows, head, style, padding_mm=padding, caption=caption)
        return KeepTogether([made]) if len(rows) <= SMALL_TABLE else made

    def _cell(self, cell: richtext.Cell, names: Mapping[int, str]) -> Cell:
        """Set a cell: its paragraphs as lines, its items with their labels."""
        parts: list[str | Run | FootnoteRef] = []
        for index, block in enumerate(cell.blocks):
            if index:
                parts.append("\n")
            if isinstance(block, richtext.ListItem):
                indent = "\u00a0" * 2 * block.level
                parts.append(f"{indent}{self.ink.words(names.get(block.key, ''))}\u00a0")
            parts += self.ink.text(block.text)
        align = _side(cell.align) if cell.align is not None else None
        key = cell.blocks[0].key if cell.blocks and not self.inner else 0
        if key:
            self.lengths[key] = ()
        return Cell(tuple(parts), cell.columns, cell.rows, align, mark=key)

    def _file_part(self, name: str) -> Iterator[Block]:
        """Set a part that the file writes: as rich text, or as a chapter of the report."""
        made = self.part(name)
        if not made:
            yield from self.chapter(name)
            return
        within = tidy(richtext.Document((richtext.Section(made),)))
        part = replace(self, inner=True, lengths={})
        for block in within.blocks():
            yield from part._block(block, labels(within))  # noqa: SLF001 - a composer of its own kind


def paragraph_style(block: richtext.Paragraph) -> Style:
    """Return how a paragraph is set: as the body is, moved or aligned as it says."""
    indent = INDENT_MM if block.indented and block.align in (Align.JUSTIFY, Align.LEFT) else 0.0
    left = STEP_MM * block.steps
    return BODY.but(align=block.align.value, first_indent_mm=indent, left_indent_mm=left)


def table_style(columns: int) -> Style:
    """Return the letters of a table, smaller the more columns it has."""
    size = 14.0 if columns <= NARROW else 12.0 if columns <= MANY else 9.0
    return TABLE.but(size=size)


def _side(align: Align) -> CellAlign:
    side: CellAlign = align.value
    return side
