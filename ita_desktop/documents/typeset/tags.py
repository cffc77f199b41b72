"""The structure tree: what a screen reader walks instead of the page's ink."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from .pdfobjects import Dictionary, Name, PdfFile, Ref, array, dictionary, named_reference, string

if TYPE_CHECKING:
    from collections.abc import Sequence


class MarkedContent(NamedTuple):
    """A numbered piece of a page's content stream."""

    page: int
    mark: int


class LinkMark(NamedTuple):
    """A link annotation as a child of its element."""

    page: int
    reference: Ref


@dataclass(slots=True, eq=False)
class Element:
    """A structure element such as P, H1, Table, TH. Kids are elements and content, in reading order."""

    kind: str
    parent: Element | None = None
    kids: list[Element | MarkedContent | LinkMark] = field(default_factory=list)
    alt: str = ""
    attributes: dict[str, object] = field(default_factory=dict)
    """Entries of the Table attribute owner: Scope, ColSpan, RowSpan."""
    identity: str = ""
    """Name by which the element can be found; notes must have one."""

    def add(self, kind: str, **attributes: object) -> Element:
        """Append a child element."""
        child = Element(kind, self, attributes=attributes)
        self.kids.append(child)
        return child


Marks: TypeAlias = "list[list[Element]]"


class StructureWriter:
    """Turns the element tree into PDF objects once all pages are known."""

    def __init__(self, file: PdfFile, page_names: Sequence[str]) -> None:
        """Take the file and the names under which its pages are registered."""
        self._file = file
        self._pages = page_names
        self._references: dict[int, Ref] = {}
        self._identities: dict[str, Ref] = {}

    def write(self, root: Element, marks: Marks, link_parents: Sequence[Element]) -> Ref:
        """Build the StructTreeRoot. `link_parents` own the annotations numbered after the pages."""
        tree = dictionary({"Type": Name("StructTreeRoot")})
        tree_reference = self._file.reference(tree)
        tree["K"] = array([self._element(root, tree_reference)])
        numbers: list[object] = []
        for page, elements in enumerate(marks):
            owners = array([self._references[id(element)] for element in elements])
            numbers += [page, self._file.reference(owners)]
        for offset, element in enumerate(link_parents):
            numbers += [len(marks) + offset, self._references[id(element)]]
        tree["ParentTree"] = self._file.reference(dictionary({"Nums": array(numbers)}))
        tree["ParentTreeNextKey"] = len(marks) + len(link_parents)
        if self._identities:
            names = [
                part for key in sorted(self._identities) for part in (string(key), self._identities[key])
            ]
            tree["IDTree"] = self._file.reference(dictionary({"Names": array(names)}))
        return tree_reference

    def _element(self, element: Element, parent: Ref) -> Ref:
        entries: dict[str, object] = {"S": Name(element.kind), "P": parent}
        if element.alt:
            entries["Alt"] = string(element.alt)
        if element.attributes:
            entries["A"] = _attributes(element.attributes)
        written = dictionary(entries)
        reference = self._file.reference(written)
        self._references[id(element)] = reference
        if element.identity:
            written["ID"] = string(element.identity)
            self._identities[element.identity] = reference
        self._write_kids(element, written, reference)
        return reference

    def _write_kids(self, element: Element, written: Dictionary, reference: Ref) -> None:
        """Write the kids; content of one page alone takes the short form, for a long table has thousands."""
        first = element.kids[0] if element.kids else None
        if len(element.kids) == 1 and isinstance(first, MarkedContent):
            written["Pg"] = named_reference(self._pages[first.page])
            written["K"] = first.mark
        elif element.kids:
            written["K"] = array([self._kid(kid, reference) for kid in element.kids])

    def _kid(self, kid: Element | MarkedContent | LinkMark, reference: Ref) -> object:
        if isinstance(kid, Element):
            return self._element(kid, reference)
        page = named_reference(self._pages[kid.page])
        if isinstance(kid, MarkedContent):
            return dictionary({"Type": Name("MCR"), "Pg": page, "MCID": kid.mark})
        return dictionary({"Type": Name("OBJR"), "Pg": page, "Obj": kid.reference})


def _attributes(values: dict[str, object]) -> Dictionary:
    entries: dict[str, object] = {"O": Name("Table")}
    for key, value in values.items():
        entries[key] = Name(value) if isinstance(value, str) else value
    return dictionary(entries)
