"""Bookmarks: the headings as a tree that a reader shows beside the pages."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .pdfobjects import Dictionary, Name, PdfFile, Ref, array, dictionary, named_reference, string

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .registry import OutlineEntry


@dataclass(slots=True)
class _Node:
    """A heading with those under it; the root has no entry."""

    entry: OutlineEntry | None
    level: int
    kids: list[_Node] = field(default_factory=list)


def write_outline(
    file: PdfFile, entries: Sequence[OutlineEntry], pages: Sequence[str], heights: Sequence[float]
) -> Ref:
    """Build the outline dictionary; a heading hangs under the last one of a higher level."""
    root = _tree(entries)
    outlines = dictionary({"Type": Name("Outlines"), "Count": len(entries)})
    _write(file, root, outlines, (pages, heights))
    return file.reference(outlines)


def _tree(entries: Sequence[OutlineEntry]) -> _Node:
    root = _Node(None, 0)
    path = [root]
    for entry in entries:
        while path[-1].level >= entry.level:
            path.pop()
        node = _Node(entry, entry.level)
        path[-1].kids.append(node)
        path.append(node)
    return root


def _write(
    file: PdfFile, node: _Node, written: Dictionary, places: tuple[Sequence[str], Sequence[float]]
) -> None:
    parent = file.reference(written)
    kids = [dictionary(_entry(kid, parent, places)) for kid in node.kids]
    references = [file.reference(kid) for kid in kids]
    for index, kid in enumerate(kids):
        if index:
            kid["Prev"] = references[index - 1]
        if index < len(kids) - 1:
            kid["Next"] = references[index + 1]
        if node.kids[index].kids:
            _write(file, node.kids[index], kid, places)
            kid["Count"] = _count(node.kids[index])
    if references:
        written["First"], written["Last"] = references[0], references[-1]


def _count(node: _Node) -> int:
    return sum(1 + _count(kid) for kid in node.kids)


def _entry(node: _Node, parent: Ref, places: tuple[Sequence[str], Sequence[float]]) -> dict[str, object]:
    entry = node.entry
    if entry is None:
        return {}
    pages, heights = places
    top = round(heights[entry.page] - entry.y, 2)
    destination = array([named_reference(pages[entry.page]), Name("XYZ"), 0, top, 0])
    return {"Title": string(entry.title), "Parent": parent, "Dest": destination}
