"""The structure tree: what a screen reader walks instead of the page's ink."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFDocument, PDFName, PDFObjectReference, PDFString

if TYPE_CHECKING:
    from collections.abc import Sequence


class MarkedContent(NamedTuple):
    """A numbered piece of a page's content stream."""

    page: int
    mark: int


class LinkMark(NamedTuple):
    """A link annotation as a child of its element."""

    page: int
    reference: PDFObjectReference


@dataclass(slots=True, eq=False)
class Element:
    """A structure element such as P, H1, Table, TH. Kids are elements and content, in reading order."""

    kind: str
    parent: Element | None = None
    kids: list[Element | MarkedContent | LinkMark] = field(default_factory=list)
    alt: str = ""
    attributes: dict[str, object] = field(default_factory=dict)
    """Entries of the Table attribute owner: Scope, ColSpan, RowSpan."""

    def add(self, kind: str, **attributes: object) -> Element:
        """Append a child element."""
        child = Element(kind, self, attributes=attributes)
        self.kids.append(child)
        return child


Marks: TypeAlias = "list[list[Element]]"


class StructureWriter:
    """Turns the element tree into PDF objects once all pages are known."""

    def __init__(self, document: PDFDocument, page_names: Sequence[str]) -> None:
        """Take the document and the names under which its pages are registered."""
        self._document = document
        self._pages = page_names
        self._references: dict[int, PDFObjectReference] = {}

    def write(self, root: Element, marks: Marks, link_parents: Sequence[Element]) -> PDFDictionary:
        """Build the StructTreeRoot. `link_parents` own the annotations numbered after the pages."""
        tree = PDFDictionary({"Type": PDFName("StructTreeRoot")})
        tree_reference = self._document.Reference(tree)
        tree["K"] = PDFArray([self._element(root, tree_reference)])
        numbers: list[object] = []
        for page, elements in enumerate(marks):
            owners = PDFArray([self._references[id(element)] for element in elements])
            numbers += [page, self._document.Reference(owners)]
        for offset, element in enumerate(link_parents):
            numbers += [len(marks) + offset, self._references[id(element)]]
        tree["ParentTree"] = self._document.Reference(PDFDictionary({"Nums": PDFArray(numbers)}))
        tree["ParentTreeNextKey"] = len(marks) + len(link_parents)
        return tree

    def _element(self, element: Element, parent: PDFObjectReference) -> PDFObjectReference:
        entries: dict[str, object] = {"Type": PDFName("StructElem"), "S": PDFName(element.kind), "P": parent}
        if element.alt:
            entries["Alt"] = PDFString(element.alt)
        if element.attributes:
            entries["A"] = _attributes(element.attributes)
        written = PDFDictionary(entries)
        reference = self._document.Reference(written)
        self._references[id(element)] = reference
        written["K"] = PDFArray([self._kid(kid, reference) for kid in element.kids])
        return reference

    def _kid(self, kid: Element | MarkedContent | LinkMark, reference: PDFObjectReference) -> object:
        if isinstance(kid, Element):
            return self._element(kid, reference)
        page = PDFObjectReference(self._pages[kid.page])
        if isinstance(kid, MarkedContent):
            return PDFDictionary({"Type": PDFName("MCR"), "Pg": page, "MCID": kid.mark})
        return PDFDictionary({"Type": PDFName("OBJR"), "Pg": page, "Obj": kid.reference})


def _attributes(values: dict[str, object]) -> PDFDictionary:
    entries: dict[str, object] = {"O": PDFName("Table")}
    for key, value in values.items():
        entries[key] = PDFName(value) if isinstance(value, str) else value
    return PDFDictionary(entries)
