"""HTML of a clipboard (Word, Excel, a browser) read as blocks: words, tables, lists and plain looks are kept.

Nothing is loaded from anywhere: scripts and styles are dropped with what they hold, a picture counts only if
its bytes are in the HTML. All other text is kept, whatever tags it stands in.
"""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Final

from ita_desktop.domain.paperwork.richtext import (
    DEEPEST_HEADING,
    DEEPEST_ITEM,
    MOST_COLUMNS,
    Align,
    Heading,
    ListItem,
    Marker,
    Paragraph,
    Picture,
    Run,
)
from ita_desktop.ui.widgets.rich_editor.html_grid import FoundCell, FoundTable
from ita_desktop.ui.widgets.rich_editor.html_look import (
    BLOCKS,
    DROPPED,
    VOID,
    align_of,
    look_within,
    marker_of_label,
    marker_of_list,
    number_of,
    styles,
    trimmed,
)
from ita_desktop.ui.widgets.rich_editor.looks import Look

if TYPE_CHECKING:
    from ita_desktop.domain.paperwork.richtext import Block

_SPACES: Final = re.compile(r"[ \t\r\n\f]+")
_INLINE_PICTURE: Final = re.compile(r"data:image/[\w.+-]+;base64,", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Pasted:
    """What a clipboard holds. `pictures`: bytes by the stand-in that a Picture carries until it is stored.

    `wide`: columns of the widest table that had to be parted; `left_out`: pictures that were only addresses.
    """

    blocks: tuple[Block, ...] = ()
    pictures: dict[str, bytes] = field(default_factory=dict)
    wide: int = 0
    left_out: int = 0


def blocks_of_html(html: str) -> Pasted:
    """Read HTML as blocks."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.finished()


class _Reader(HTMLParser):
    """Follows the tags; a block ends where any tag of a block begins or ends."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[tuple[str, Look]] = []
        self._runs: list[Run] = []
        self._blocks: list[Block] = []
        self._tables: list[FoundTable] = []
        self._cells: list[FoundCell] = []
        self._lists: list[Marker] = []
        self._shape = ""
        self._align: Align | None = None
        self._item: tuple[Marker, int] | None = None
        self._dropping = 0
        self._label: list[str] | None = None
        self._label_depth = 0
        self._pictures: dict[str, bytes] = {}
        self._wide = self._left_out = 0

    def finished(self) -> Pasted:
        """Everything, when all is read; what was left open is closed."""
        while self._tables:
            self._end_block()
            self._end_table()
        self._end_block()
        wide = self._wide if self._wide > MOST_COLUMNS else 0
        return Pasted(tuple(self._blocks), self._pictures, wide, self._left_out)

    # Tags

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag begins."""
        given = dict(attrs)
        if tag in DROPPED:
            self._dropping += 1
        if self._dropping:
            return
        if tag in BLOCKS:
            self._begin_block(tag, given)
        if tag == "br":
            self._runs.append(Run("\n"))
        elif tag == "img":
            self._picture(given)
        if tag not in VOID:
            look = look_within(tag, given, self._look)
            self._open.append((tag, look))
            if "ignore" in styles(given).get("mso-list", "") and self._label is None:
                self._label, self._label_depth = [], len(self._open)

    def handle_endtag(self, tag: str) -> None:
        """A tag ends; tags that nobody opened are passed over."""
        if tag in DROPPED:
            self._dropping = max(0, self._dropping - 1)
            return
        if self._dropping or tag not in [name for name, _ in self._open]:
            return
        if tag in BLOCKS:
            self._end_block()
        while self._open:
            name, _ = self._open.pop()
            if self._label is not None and len(self._open) < self._label_depth:
                self._take_label()
            if name == tag:
                break
        self._close(tag)

    def handle_data(self, data: str) -> None:
        """Letters: kept, unless a script or a style holds them."""
        if self._dropping:
            return
        if self._label is not None:
            self._label.append(data)
            return
        look = self._look
        text = data if any(name == "pre" for name, _ in self._open) else _SPACES.sub(" ", data)
        self._runs.append(Run(text, look.bold, look.italic, look.underline, look.superscript, look.link))

    @property
    def _look(self) -> Look:
        """The look of letters here."""
        return self._open[-1][1] if self._open else Look()

    # Blocks

    def _begin_block(self, tag: str, given: dict[str, str | None]) -> None:
        """A tag of a block begins: what came before is a block of its own."""
        self._end_block()
        self._align = align_of(given) or (self._align if tag not in ("p", "td", "th") else None)
        if tag in ("ul", "ol"):
            self._lists.append(marker_of_list(tag, given))
        elif tag == "li" and self._lists:
            self._item = self._lists[-1], min(len(self._lists) - 1, DEEPEST_ITEM)
        elif tag[0] == "h" and tag[1:].isdigit():
            self._shape = tag
        elif tag == "table":
            self._tables.append(FoundTable())
            self._cells.append(FoundCell())  # what stands between rows
        elif tag == "tr" and self._tables:
            self._tables[-1].rows.append([])
        elif tag in ("td", "th") and self._tables:
            self._begin_cell(tag, given)
        level = re.search(r"level(\d)", styles(given).get("mso-list", ""))
        if level:
            self._item = Marker.BULLET, min(int(level[1]) - 1, DEEPEST_ITEM)

    def _begin_cell(self, tag: str, given: dict[str, str | None]) -> None:
        """A cell begins; one outside a row opens a row."""
        table = self._tables[-1]
        if not table.rows:
            table.rows.append([])
        columns, rows = number_of(given.get("colspan"), 1), number_of(given.get("rowspan"), 1)
        cell = FoundCell(columns, rows, align_of(given), tag == "th", number_of(given.get("width"), 0))
        if not self._cells[-1].placed:
            cell.blocks.extend(self._cells[-1].blocks)
        cell.placed = True
        table.rows[-1].append(cell)
        self._cells[-1] = cell

    def _close(self, tag: str) -> None:
        """A tag of a block has ended."""
        if tag in ("ul", "ol") and self._lists:
            self._lists.pop()
        elif tag in ("td", "th") and self._cells and self._cells[-1].placed:
            self._cells[-1] = FoundCell()
        elif tag == "thead" and self._tables:
            self._tables[-1].header_rows = len(self._tables[-1].rows)
        elif tag == "table" and self._tables:
            self._end_table()

    def _end_block(self) -> None:
        """Make a block of the letters gathered so far."""
        text = trimmed(self._runs)
        self._runs = []
        item, shape, align = self._item, self._shape, self._align
        self._item, self._shape = None, ""
        if not text:
            return
        if item is not None:
            self._add(ListItem(text, item[0], item[1], hanging=True))
        elif shape and not self._tables:
            self._add(Heading(text, min(int(shape[1:]), DEEPEST_HEADING)))
        elif self._tables:
            self._add(Paragraph(text, indented=False))
        else:
            self._add(Paragraph(text, align or Align.JUSTIFY, indented=align is None))

    def _add(self, block: Block) -> None:
        """Put a block where it belongs: into the open cell, else into the text."""
        if self._cells and isinstance(block, (Paragraph, ListItem)):
            self._cells[-1].blocks.append(block)
        else:
            self._blocks.append(block)

    def _end_table(self) -> None:
        """A table ends; one within a cell gives its words to that cell."""
        table, last = self._tables.pop(), self._cells.pop()
        self._align = None
        if last.blocks and not last.placed:
            if any(table.rows):
                [row for row in table.rows if row][-1][-1].blocks.extend(last.blocks)
            else:
                table.rows = [[last]]
        first = table.rows[0] if table.rows else []
        if not table.header_rows and first and all(cell.header for cell in first):
            table.header_rows = 1
        if self._tables:
            self._cells[-1].blocks.extend(
                block for row in table.rows for cell in row for block in cell.blocks
            )
            return
        self._wide = max(self._wide, table.wide)
        self._blocks.extend(table.tables())

    def _take_label(self) -> None:
        """Word types the label of an item as letters: it tells the marker, and its letters go."""
        words, self._label = "".join(self._label or ()), None
        level = self._item[1] if self._item else 0
        self._item = marker_of_label(words), level

    def _picture(self, given: dict[str, str | None]) -> None:
        """A picture with its bytes in the HTML; of others the words that stand for them."""
        source = given.get("src") or ""
        begin = _INLINE_PICTURE.match(source)
        alt = (given.get("alt") or "").strip()
        if begin is not None and not self._tables:
            try:
                data = base64.b64decode(source[begin.end() :], validate=False)
            except (binascii.Error, ValueError):
                data = b""
            if data:
                self._end_block()
                name = f"pasted-{len(self._pictures)}"
                self._pictures[name] = data
                self._blocks.append(Picture(name, alt=alt))
                return
        self._left_out += 1
