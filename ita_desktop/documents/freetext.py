"""Free text in Markdown as an official paper: headings numbered, lists, tables, pictures, notes.

Raw HTML is text like any other: what a person typed is printed, never run.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.documents.freetext_blocks import TextBlocks
from ita_desktop.documents.freetext_emphasis import teach_emphasis
from ita_desktop.documents.freetext_inline import Inline, bare_text
from ita_desktop.documents.ruler import Ruler
from ita_desktop.documents.setting import FAMILIES, problems, to_pdf
from ita_desktop.documents.typeset import DocumentInfo

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from markdown_it.tree import SyntaxTreeNode


def typeset(
    text: str, base_folder: Path, family: str = FAMILIES[0], *, created: datetime, title: str = ""
) -> bytes:
    """Set Markdown; pictures are looked for in `base_folder` and below, never elsewhere.

    The document's title is its first heading, else `title`. Raises PictureUnusable and the problems of
    `setting.to_pdf`.
    """
    tree = parse(text)
    heading = next((node for node in tree.children if node.type == "heading"), None)
    info = DocumentInfo(bare_text(heading) if heading is not None else title, created)
    with problems():
        blocks = TextBlocks(Ruler.of(family, ()), Inline(footnotes(tree)), base_folder).of(tree)
    return to_pdf(blocks, info, family=family)


def parse(text: str) -> SyntaxTreeNode:
    """Read Markdown with tables and footnotes."""
    from markdown_it import MarkdownIt
    from markdown_it.tree import SyntaxTreeNode
    from mdit_py_plugins.footnote import footnote_plugin

    parser = MarkdownIt("commonmark", {"html": False}).enable("table").use(footnote_plugin)
    teach_emphasis(parser)
    return SyntaxTreeNode(parser.parse(text))


def footnotes(tree: SyntaxTreeNode) -> dict[int, SyntaxTreeNode]:
    """Return the notes by number; they stand together at the end of the tree."""
    blocks = [node for node in tree.children if node.type == "footnote_block"]
    return {int(note.meta["id"]): note for block in blocks for note in block.children}
