"""The typesetter's blocks as Word's: one way from a text to both, so that both say the same."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING, Final

from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from ita_desktop.documents.paperwork.word.notes import Footnotes
from ita_desktop.documents.paperwork.word.sheets import contents_field, turn
from ita_desktop.documents.paperwork.word.styles import clean, letters
from ita_desktop.documents.paperwork.word.tables import TableWriter
from ita_desktop.documents.typeset import (
    CAPTION,
    Contents,
    Drawing,
    FootnoteRef,
    Heading,
    KeepTogether,
    ListItem,
    Marked,
    PageBreak,
    Paragraph,
    Picture,
    Placed,
    Run,
    Spacer,
    Style,
    Table,
    Turn,
    heading_style,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docx.document import Document
    from docx.text.paragraph import Paragraph as WordParagraph

    from ita_desktop.documents.typeset import Block, PageSetup, Text

ALIGN: Final = {
    "justify": WD_ALIGN_PARAGRAPH.THAI_JUSTIFY,
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "decimal": WD_ALIGN_PARAGRAPH.RIGHT,
}
"""Thai justify spreads the slack between letters, as the typesetter does."""
LIST_INDENT_MM: Final = 25.0
STEP_MM: Final = 7.5
DEEPEST: Final = 4
TITLE: Final = Style(size=20.0, bold=True, align="center", space_after_pt=6.0)


class Writer:
    """Writes blocks into a Word file, one after the other."""

    def __init__(self, file: Document, page: PageSetup) -> None:
        """Write into a file whose sheets are set up."""
        self.file = file
        self.page = page
        self.notes = Footnotes()
        self._first = file.paragraphs[0] if file.paragraphs else None

    def write(self, blocks: Iterable[Block]) -> None:
        """Write all blocks."""
        for block in blocks:
            self._block(block)

    def finish(self) -> None:
        """Write what stands apart from the text."""
        self.notes.write(self.file)

    def _block(self, block: Block) -> None:  # noqa: C901, PLR0912 - a line per kind
        match block:
            case Marked():
                self._block(block.block)
            case KeepTogether():
                self.write(block.blocks)
            case Heading():
                self._heading(block)
            case Paragraph():
                self.paragraph(block.text, block.style)
            case ListItem():
                self._item(block)
            case Table():
                self._table(block)
            case Picture():
                self._picture(block)
            case Drawing():
                self._drawing(block)
            case PageBreak():
                self.paragraph("", Style()).add_run().add_break(WD_BREAK.PAGE)
            case Turn():
                turn(self.file, self.page, landscape=block.landscape)
            case Contents():
                self.paragraph(block.title, TITLE)
                contents_field(self.file.add_paragraph(), block.max_level)
            case Spacer():
                self.gap(block.mm)
            case Placed():
                self.gap(block.height_mm)

    def hold(self, count: int) -> None:
        """Keep the last paragraphs with what follows: nobody signs an empty sheet."""
        for paragraph in self.file.paragraphs[-count:]:
            paragraph.paragraph_format.keep_with_next = True

    def gap(self, height_mm: float, *, held: bool = False) -> None:
        """Leave white space, `held` with what follows."""
        paragraph = self.file.add_paragraph()
        paragraph.paragraph_format.keep_with_next = held
        paragraph.paragraph_format.line_spacing = Pt(1)
        paragraph.paragraph_format.space_after = Mm(max(height_mm - 0.4, 0.0))

    def paragraph(self, text: Text, style: Style, name: str = "Normal") -> WordParagraph:
        """Write a paragraph."""
        made = self.file.add_paragraph(style=name)
        dress(made, style)
        self.runs(made, text, style)
        return made

    def runs(self, paragraph: WordParagraph, text: Text, style: Style) -> None:
        """Write a text into a paragraph, look by look."""
        for part in (text,) if isinstance(text, str) else text:
            if isinstance(part, FootnoteRef):
                self.notes.mark(paragraph, _plain(part.text))
            else:
                run = Run(part) if isinstance(part, str) else part
                _run(paragraph, run, style)

    def _heading(self, block: Heading) -> None:
        style = block.style or heading_style(block.level)
        number = f"{block.number}\u00a0\u00a0" if block.number else ""
        parts = (block.text,) if isinstance(block.text, str) else tuple(block.text)
        self.paragraph((number, *parts), style, f"Heading {min(block.level, DEEPEST)}")

    def _item(self, block: ListItem) -> None:
        """Write an item: its label as letters, for another office may number otherwise."""
        left = LIST_INDENT_MM + STEP_MM * block.level if block.indent_mm is None else block.indent_mm
        parts = (block.text,) if isinstance(block.text, str) else tuple(block.text)
        hanging = block.label_mm if block.hanging else 0.0
        made = self.file.add_paragraph()
        dress(made, block.style)
        made.paragraph_format.left_indent = Mm(left + hanging if block.hanging else 0.0)
        made.paragraph_format.first_line_indent = Mm(-hanging if block.hanging else left)
        separator = "\t" if block.hanging and hanging else " "
        self.runs(made, (f"{block.label}{separator}" if block.label else "", *parts), block.style)

    def _table(self, block: Table) -> None:
        if block.caption is not None:
            style = block.style.but(align="left", space_before_pt=6.0, keep_with_next=True)
            self.paragraph(block.caption, style, "Caption")
        else:
            self.gap(block.space_before_pt * 25.4 / 72.0, held=True)
        TableWriter(self, block).write()
        self.gap(block.space_after_pt * 25.4 / 72.0)

    def _picture(self, block: Picture) -> None:
        """Place a picture in the middle, its caption below."""
        paragraph = self.file.add_paragraph()
        dress(paragraph, CAPTION.but(keep_with_next=True))
        data = block.source.read_bytes() if isinstance(block.source, Path) else block.source
        width = min(block.width_mm, self.page.width_mm - self.page.left_mm - self.page.right_mm)
        paragraph.add_run().add_picture(io.BytesIO(data), width=Mm(width))
        _describe(paragraph, block.alt)
        if block.caption is not None:
            self.paragraph(block.caption, block.caption_style, "Caption")

    def _drawing(self, block: Drawing) -> None:
        """Say what a chart shows: Word cannot be given the drawing itself."""
        self.paragraph(f"[แผนภูมิ: {block.alt}]", CAPTION)
        if block.caption is not None:
            self.paragraph(block.caption, block.caption_style, "Caption")


def dress(paragraph: WordParagraph, style: Style) -> None:
    """Give a paragraph its looks."""
    shape = paragraph.paragraph_format
    paragraph.alignment = ALIGN[style.align]
    shape.first_line_indent = Mm(style.first_indent_mm)
    shape.left_indent, shape.right_indent = Mm(style.left_indent_mm), Mm(style.right_indent_mm)
    shape.space_before, shape.space_after = Pt(style.space_before_pt), Pt(style.space_after_pt)
    shape.line_spacing = Pt(style.leading)
    spacing = paragraph._p.get_or_add_pPr().find(qn("w:spacing"))  # noqa: SLF001 - to change the rule alone
    if spacing is not None:
        spacing.set(qn("w:lineRule"), "atLeast")
    shape.keep_with_next = style.keep_with_next
    shape.widow_control = True


def _run(paragraph: WordParagraph, run: Run, style: Style) -> None:
    """Write letters of one look; line ends are breaks."""
    if not run.text:
        return
    made = paragraph.add_run(clean(run.text))
    bold, italic = run.bold or style.bold, run.italic or style.italic
    properties = made._r.get_or_add_rPr()  # noqa: SLF001 - python-docx sets one script's size alone
    letters(properties, run.size or style.size, bold=bold, italic=italic)
    made.font.underline = True if run.underline or run.link else None
    made.font.superscript = True if run.superscript else None


def _plain(text: Text) -> str:
    """Return the letters of a note."""
    parts = (text,) if isinstance(text, str) else text
    return "".join(
        part if isinstance(part, str) else part.text for part in parts if not isinstance(part, FootnoteRef)
    )


def _describe(paragraph: WordParagraph, alt: str) -> None:
    """Say what a picture shows, for those who hear it."""
    for each in paragraph._p.iter(qn("wp:docPr")):  # noqa: SLF001 - python-docx has no word for it
        each.set("descr", clean(alt))
