"""What stands inside a line of Markdown: runs of text, links, footnotes; pictures are handed out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ita_desktop.documents.typeset import FootnoteRef, Run

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from markdown_it.tree import SyntaxTreeNode

PLAIN_RUN = Run("")
_ENDS_IN_WORD = re.compile(r"[ก-ฮะ-ฺเ-ๅ็-๎]\Z")
_BEGINS_WORD = re.compile(r"[ก-ฮะ-ฺเ-ๅ็-๎]")
"""Letters and marks of Thai words; not ฯ and ๆ, which stand off from what is beside them, nor figures."""
TEXT_TYPES = {"text", "code_inline", "html_inline", "text_special"}


@dataclass(slots=True)
class Inline:
    """Turns inline nodes into runs. `pictures` holds the picture nodes met since it was last emptied."""

    notes: Mapping[int, SyntaxTreeNode]
    pictures: list[SyntaxTreeNode] = field(default_factory=list)
    _open: list[int] = field(default_factory=list)

    def text(self, node: SyntaxTreeNode) -> list[Run | FootnoteRef]:
        """Return the runs of a node whose children are inline."""
        return list(self._runs(node, PLAIN_RUN))

    def take_pictures(self) -> list[SyntaxTreeNode]:
        """Hand out the pictures met and forget them."""
        taken, self.pictures = self.pictures, []
        return taken

    def _runs(self, node: SyntaxTreeNode, look: Run) -> Iterator[Run | FootnoteRef]:
        """Walk a node; `look` is how its text looks."""
        for place, child in enumerate(node.children):
            if child.type in TEXT_TYPES:
                if child.content:
                    yield replace(look, text=child.content)
            elif child.type == "softbreak":
                yield replace(look, text=joint(node.children, place))
            elif child.type == "hardbreak":
                yield replace(look, text="\n")
            elif child.type == "image":
                self.pictures.append(child)
            elif child.type == "footnote_ref":
                yield from self._note(int(child.meta["id"]))
            else:
                yield from self._runs(child, _look(child, look))

    def _note(self, number: int) -> Iterator[Run | FootnoteRef]:
        """Set a footnote's mark; a note within a note that calls itself would never end and is left out."""
        note = self.notes.get(number)
        if note is None or number in self._open:
            return
        self._open.append(number)
        runs: list[str | Run | FootnoteRef] = []
        for paragraph in note.children:
            runs += [*([" "] if runs else []), *self._runs(paragraph, PLAIN_RUN)]
        self._open.pop()
        yield FootnoteRef([run for run in runs if not isinstance(run, FootnoteRef)])


def _look(node: SyntaxTreeNode, look: Run) -> Run:
    """Return how the text below a node looks."""
    if node.type == "strong":
        return replace(look, bold=True)
    if node.type == "em":
        return replace(look, italic=True)
    if node.type == "link":
        return replace(look, link=str(node.attrs.get("href", "")))
    return look


def bare_text(node: SyntaxTreeNode) -> str:
    """Return the letters of a node without their looks."""
    if node.type in TEXT_TYPES:
        return node.content
    if node.type == "hardbreak":
        return " "
    children = node.children
    return "".join(
        joint(children, place) if child.type == "softbreak" else bare_text(child)
        for place, child in enumerate(children)
    )


def joint(siblings: Sequence[SyntaxTreeNode], place: int) -> str:
    """Return what stands for the line end of the source at `place`: nothing inside Thai, a space elsewhere.

    Thai writes its words without spaces, so a space where an editor wrapped the line would be read as the end
    of a phrase.
    """
    before = _nearest(siblings[at] for at in range(place - 1, -1, -1))
    after = _nearest(siblings[at] for at in range(place + 1, len(siblings)))
    return "" if _ENDS_IN_WORD.search(before) and _BEGINS_WORD.match(after) else " "


def _nearest(nodes: Iterable[SyntaxTreeNode]) -> str:
    """Return the first text among nodes (the parser leaves empty ones), no further than a line end."""
    for node in nodes:
        if node.type in {"softbreak", "hardbreak"}:
            return ""
        if text := bare_text(node):
            return text
    return ""
