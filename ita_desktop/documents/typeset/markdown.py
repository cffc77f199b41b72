"""Read Markdown (CommonMark, tables, footnotes) as blocks of an official paper.

Nothing is dropped: raw HTML is set as the letters that it is, and a picture that cannot be read raises its
error.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.footnote import footnote_plugin

from .blocks import Cell, Column, Heading, ListItem, Paragraph, Picture, Placed, Table
from .errors import PictureUnreadable
from .markdowninline import InlineReader
from .numbering import Numbering
from .pictures import natural_width_mm
from .style import BODY, PLAIN, Style

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from .blocks import Block, CellAlign
    from .pen import Pen

_TEXT_WIDTH_MM: Final = 160.0
_STEP_MM: Final = 7.5
_QUOTE: Final = BODY.but(left_indent_mm=25.0, right_indent_mm=10.0, first_indent_mm=0.0)
_CODE: Final = PLAIN.but(left_indent_mm=12.5, space_before_pt=6.0)
_LONGEST: Final = 60
"""Letters of a cell beyond which a column gets no wider."""


def markdown_blocks(text: str, base: Path) -> list[Block]:
    """Blocks of a Markdown text; pictures are looked for beside `base`, a folder."""
    parser = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"]).use(footnote_plugin)
    tree = SyntaxTreeNode(parser.parse(text))
    reader = _Reader(base)
    reader.learn_notes(tree)
    return [block for node in tree.children for block in reader.blocks(node)]


def markdown_title(text: str) -> str:
    """Text of the first heading, for the document's title; empty when there is none."""
    tree = SyntaxTreeNode(MarkdownIt("commonmark").parse(text))
    heading = next((node for node in tree.children if node.type == "heading"), None)
    return "" if heading is None else _letters(heading)


def _letters(node: SyntaxTreeNode) -> str:
    if node.type in ("text", "code_inline"):
        return node.content
    return "".join(_letters(child) for child in node.children)


@dataclass(slots=True)
class _Reader:
    """Walks the tree; `depth` is that of the list being read."""

    base: Path
    inline: InlineReader = field(default_factory=InlineReader)
    numbering: Numbering = field(default_factory=Numbering)

    def learn_notes(self, tree: SyntaxTreeNode) -> None:
        """Read the texts of the footnotes first: they stand at the end of the source."""
        for block in tree.children:
            if block.type == "footnote_block":
                for note in block.children:
                    texts = [self.inline.read(p.children[0]) for p in note.children if p.type == "paragraph"]
                    self.inline.notes[int(note.meta["id"])] = [part for text in texts for part in text]

    def blocks(self, node: SyntaxTreeNode) -> Iterator[Block]:
        """Blocks of one node of the tree."""
        match node.type:
            case "heading":
                yield Heading(self.inline.read(node.children[0]), int(node.tag[1:]))
            case "paragraph":
                yield from self._paragraph(node, BODY)
            case "bullet_list" | "ordered_list":
                yield from self._list(node, 0, 0)
            case "table":
                yield self._table(node)
            case "blockquote":
                for child in node.children:
                    inner = (
                        self._paragraph(child, _QUOTE) if child.type == "paragraph" else self.blocks(child)
                    )
                    yield from inner
            case "fence" | "code_block":
                yield Paragraph(node.content.rstrip("\n"), _CODE)
            case "hr":
                yield Placed(6.0, _rule)
            case _:
                return

    def _paragraph(self, node: SyntaxTreeNode, style: Style) -> Iterator[Block]:
        inline = node.children[0]
        if len(inline.children) == 1 and inline.children[0].type == "image":
            yield self._picture(inline.children[0])
        else:
            yield Paragraph(self.inline.read(inline), style)

    def _picture(self, node: SyntaxTreeNode) -> Picture:
        """A picture alone in its paragraph; Markdown's title is its caption."""
        source = str(node.attrs.get("src", ""))
        path = self.base / source
        if "://" in source:
            raise PictureUnreadable(path, "remote")
        caption = str(node.attrs.get("title", "")) or None
        width = min(natural_width_mm(path), _TEXT_WIDTH_MM)
        return Picture(path, width, alt=node.content or caption or path.stem, caption=caption)

    def _list(self, node: SyntaxTreeNode, depth: int, ordered_depth: int) -> Iterator[Block]:
        ordered = node.type == "ordered_list"
        start: int | None = int(node.attrs.get("start", 1)) if ordered else None
        for item in node.children:
            label = self.numbering.next(ordered_depth, start) if ordered else "-"
            start = None
            yield from self._item(item, label, depth, ordered_depth + 1 if ordered else ordered_depth)

    def _item(self, item: SyntaxTreeNode, label: str, depth: int, ordered_depth: int) -> Iterator[Block]:
        """One item: its first paragraph beside the label, what follows below it."""
        indent = BODY.first_indent_mm + _STEP_MM * depth
        below = Style(left_indent_mm=indent + _STEP_MM)
        children = list(item.children)
        if children and children[0].type == "paragraph":
            yield ListItem(label, self.inline.read(children.pop(0).children[0]), level=depth)
        else:
            yield ListItem(label, "", level=depth)
        for child in children:
            if child.type in ("bullet_list", "ordered_list"):
                yield from self._list(child, depth + 1, ordered_depth)
            elif child.type == "paragraph":
                yield from self._paragraph(child, below)
            else:
                yield from self.blocks(child)

    def _table(self, node: SyntaxTreeNode) -> Table:
        rows = [row for part in node.children for row in part.children]
        aligns = [_align(cell) for cell in rows[0].children]
        cells = [[Cell(self.inline.read(cell.children[0])) for cell in row.children] for row in rows]
        longest = [max(len(_letters(row.children[i])) for row in rows) for i in range(len(aligns))]
        columns = [
            Column(weight=max(min(width, _LONGEST), 6), align=align)
            for width, align in zip(longest, aligns, strict=True)
        ]
        return Table(columns, cells)


def _align(cell: SyntaxTreeNode) -> CellAlign:
    style = str(cell.attrs.get("style", ""))
    if "right" in style:
        return "right"
    return "center" if "center" in style else "left"


def _rule(pen: Pen, width_mm: float) -> None:
    pen.line(0, 3, width_mm, 3)
