"""Markdown's inline marks as runs: bold, italic, links, line ends, footnote marks."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from .blocks import FootnoteRef
from .style import Run

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.tree import SyntaxTreeNode

    from .style import Text


@dataclass(slots=True)
class InlineReader:
    """Turns inline nodes into runs; `notes` are the footnotes of the document by their number in it."""

    notes: dict[int, Text] = field(default_factory=dict)

    def read(self, node: SyntaxTreeNode) -> list[str | Run | FootnoteRef]:
        """Runs of an `inline` node."""
        return _joined(list(self._walk(node.children, Run(""))))

    def _walk(self, nodes: Sequence[SyntaxTreeNode], look: Run) -> Iterator[Run | FootnoteRef]:
        for index, node in enumerate(nodes):
            match node.type:
                case "text" | "code_inline" | "html_inline":
                    yield replace(look, text=node.content)
                case "softbreak":
                    yield replace(look, text=_soft(nodes, index))
                case "hardbreak":
                    yield replace(look, text="\n")
                case "strong":
                    yield from self._walk(node.children, replace(look, bold=True))
                case "em":
                    yield from self._walk(node.children, replace(look, italic=True))
                case "link":
                    yield from self._walk(node.children, replace(look, link=str(node.attrs.get("href", ""))))
                case "footnote_ref":
                    yield FootnoteRef(self.notes.get(int(node.meta["id"]), ""))
                case "image":
                    yield replace(look, text=node.content)
                case _:
                    yield from self._walk(node.children, look)


def _soft(nodes: Sequence[SyntaxTreeNode], index: int) -> str:
    """What a line end in the source means.

    Nothing between Thai letters, for Thai has no space between words.
    """
    before = nodes[index - 1].content[-1:] if index else ""
    after = nodes[index + 1].content[:1] if index + 1 < len(nodes) else ""
    return "" if _is_thai(before) and _is_thai(after) else " "


def _is_thai(char: str) -> bool:
    return "\u0e01" <= char <= "\u0e4e"


def _joined(runs: list[Run | FootnoteRef]) -> list[str | Run | FootnoteRef]:
    """Join neighbours of one look: Markdown cuts text at every mark that it considers."""
    joined: list[str | Run | FootnoteRef] = []
    for run in runs:
        last = joined[-1] if joined else None
        if isinstance(run, Run) and isinstance(last, Run) and replace(run, text="") == replace(last, text=""):
            joined[-1] = replace(last, text=last.text + run.text)
        else:
            joined.append(run)
    return joined
