"""From the tree of a Markdown text to blocks of a page."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ita_desktop.documents.body import clause_block
from ita_desktop.documents.freetext_inline import Inline, bare_text
from ita_desktop.documents.freetext_numbers import DASH, HeadingNumbers, is_numbered, list_label
from ita_desktop.documents.freetext_pictures import picture
from ita_desktop.documents.freetext_tables import table
from ita_desktop.documents.typeset import (
    BODY,
    PLAIN,
    FootnoteRef,
    Heading,
    Paragraph,
    Spacer,
    Style,
    heading_style,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from markdown_it.tree import SyntaxTreeNode

    from ita_desktop.documents.ruler import Ruler
    from ita_desktop.documents.typeset import Block, Run

QUOTE = Style(left_indent_mm=25.0, right_indent_mm=10.0, space_before_pt=6.0)
CODE = PLAIN.but(size=14.0, left_indent_mm=25.0)
RULE_MM = 6.0
BRACKET_RANK = 2
"""Under numbered headings lists begin with ๑), for ๑. and ๑.๑ are taken by the headings."""


@dataclass(slots=True)
class TextBlocks:
    """Makes the blocks of one text; remembers the numbers of its headings."""

    ruler: Ruler
    inline: Inline
    folder: Path
    _numbers: HeadingNumbers = field(default_factory=lambda: HeadingNumbers(1))
    _has_title: bool = False
    _first_rank: int = 0

    def of(self, tree: SyntaxTreeNode) -> list[Block]:
        """Return the blocks of a whole text."""
        levels = [int(node.tag[1]) for node in tree.children if node.type == "heading"]
        self._has_title = bool(levels) and levels[0] == 1 and levels.count(1) == 1
        below = levels[1:] if self._has_title else levels
        self._numbers = HeadingNumbers(min(below, default=1))
        return list(self._blocks(tree.children))

    def _blocks(self, nodes: Iterable[SyntaxTreeNode]) -> Iterator[Block]:
        """Walk nodes; what is none of the kinds (the notes at the end) is set elsewhere."""
        kinds: dict[str, Callable[[SyntaxTreeNode], Iterator[Block]]] = {
            "heading": self._heading,
            "paragraph": self._paragraph,
            "bullet_list": self._list,
            "ordered_list": self._list,
            "table": self._table,
            "blockquote": self._quote,
            "fence": self._code,
            "code_block": self._code,
            "hr": _rule,
        }
        for node in nodes:
            if node.type in kinds:
                yield from kinds[node.type](node)

    def _heading(self, node: SyntaxTreeNode) -> Iterator[Block]:
        """Set a heading: the title in the middle, the others with their numbers."""
        level, text = int(node.tag[1]), self.inline.text(node)
        if self._has_title and level == 1:
            yield Heading(text, 1)
        else:
            own = is_numbered(bare_text(node))
            number = "" if own else self._numbers.next(level)
            self._first_rank = BRACKET_RANK
            shown = max(level, 2)
            yield Heading(text, shown, heading_style(shown), number)
        yield from self._pictures()

    def _paragraph(self, node: SyntaxTreeNode) -> Iterator[Block]:
        """Set a paragraph; its pictures follow it."""
        text = self.inline.text(node)
        if _prints(text):
            yield Paragraph(text, BODY)
        yield from self._pictures()

    def _pictures(self) -> Iterator[Block]:
        """Set the pictures met in the text before."""
        for node in self.inline.take_pictures():
            yield picture(node, self.folder)

    def _list(self, node: SyntaxTreeNode, numbers: tuple[int, ...] = (), depth: int = 0) -> Iterator[Block]:
        """Set a list with the lists inside it."""
        ordered = node.type == "ordered_list"
        start = int(str(node.attrs.get("start", 1)))
        for number, item in enumerate(node.children, start):
            chain = (*numbers, number) if ordered else ()
            rank = self._first_rank + len(chain) - 1
            label = list_label(list(chain), rank) if ordered else DASH
            yield from self._item(item, label, chain, depth)

    def _item(
        self, item: SyntaxTreeNode, label: str, numbers: tuple[int, ...], depth: int
    ) -> Iterator[Block]:
        """Set an item: its first paragraph beside the label, then whatever else it holds."""
        labelled = False
        for child in item.children:
            if child.type in {"bullet_list", "ordered_list"}:
                yield from self._list(child, numbers, depth + 1)
            elif child.type == "paragraph" and not labelled:
                labelled = True
                yield clause_block(label, self.inline.text(child), depth)
                yield from self._pictures()
            else:
                yield from self._blocks([child])
        if not item.children:
            yield clause_block(label, "", depth)

    def _table(self, node: SyntaxTreeNode) -> Iterator[Block]:
        """Set a table; pictures in its cells follow it."""
        yield table(node, self.inline, self.ruler)
        yield from self._pictures()

    def _quote(self, node: SyntaxTreeNode) -> Iterator[Block]:
        """Set a quotation: its paragraphs drawn in from both sides."""
        for child in node.children:
            if child.type == "paragraph":
                yield Paragraph(self.inline.text(child), QUOTE)
                yield from self._pictures()
            else:
                yield from self._blocks([child])

    def _code(self, node: SyntaxTreeNode) -> Iterator[Block]:
        """Set lines as they stand."""
        yield Paragraph(node.content.rstrip("\n"), CODE)


def _rule(_node: SyntaxTreeNode) -> Iterator[Block]:
    """Set a thematic break as white space; a line across has a meaning of its own on official paper."""
    yield Spacer(RULE_MM)


def _prints(text: Sequence[Run | FootnoteRef]) -> bool:
    """Tell whether runs hold anything to print."""
    return any(isinstance(run, FootnoteRef) or run.text.strip() for run in text)
