"""Put pages, fonts, pictures, outline, structure and metadata together into the bytes of a PDF/A-2u file."""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from .metadata import info_dictionary, xmp_packet
from .outline import write_outline
from .output_intent import output_intent
from .pdfobjects import Dictionary, Name, PdfFile, Ref, Stream, array, dictionary, named_reference, string
from .tags import Element, LinkMark, StructureWriter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .page import DocumentInfo
    from .pictures import PreparedPicture
    from .registry import Registry
    from .sheet import LinkArea, Sheet

_PRINTED = 4
"""Annotation flag that PDF/A demands."""


@dataclass(frozen=True, slots=True)
class FinishedSheet:
    """A page whose content is packed away, so that a long report does not keep its drawing in memory."""

    width: float
    height: float
    content: bytes
    parents: list[Element]
    links: list[LinkArea]

    @classmethod
    def of(cls, sheet: Sheet) -> FinishedSheet:
        """Pack a sheet's content."""
        content = zlib.compress("\n".join(sheet.ops).encode("ascii"), 6)
        return cls(sheet.width, sheet.height, content, sheet.parents, sheet.links)


def assemble(sheets: Sequence[FinishedSheet], registry: Registry, info: DocumentInfo) -> bytes:
    """Write the file. The same input gives the same bytes."""
    file = PdfFile()
    names = [f"Page{index + 1}" for index in range(len(sheets))]
    link_parents = _Pages(file, registry, names).add(sheets)
    marks = [sheet.parents for sheet in sheets]
    file.catalog["StructTreeRoot"] = StructureWriter(file, names).write(registry.root, marks, link_parents)
    _describe(file, info)
    if registry.outline:
        heights = [sheet.height for sheet in sheets]
        file.catalog["Outlines"] = write_outline(file, registry.outline, names, heights)
        file.catalog["PageMode"] = Name("UseOutlines")
    return file.write(info_dictionary(info), _file_id(sheets, info))


def _describe(file: PdfFile, info: DocumentInfo) -> None:
    """Say language, title display, metadata and colours."""
    metadata = Stream({"Type": Name("Metadata"), "Subtype": Name("XML")}, xmp_packet(info))
    file.catalog["Lang"] = string(info.language)
    file.catalog["MarkInfo"] = dictionary({"Marked": "true"})
    file.catalog["ViewerPreferences"] = dictionary({"DisplayDocTitle": "true"})
    file.catalog["Metadata"] = file.reference(metadata)
    file.catalog["OutputIntents"] = array([output_intent(file)])


class _Pages:
    """Writes page dictionaries with their shared resources and their links."""

    def __init__(self, file: PdfFile, registry: Registry, names: Sequence[str]) -> None:
        self._file = file
        self._registry = registry
        self._names = names
        self._headings = {"#" + entry.key: entry for entry in registry.outline}
        self._link_parents: list[Element] = []
        self._heights: list[float] = []

    def add(self, sheets: Sequence[FinishedSheet]) -> list[Element]:
        """Add all pages; return the structure elements of the links, in the order of their numbers."""
        self._heights = [sheet.height for sheet in sheets]
        resources = self._file.reference(self._resources())
        kids = [self._page(sheet, index, resources, len(sheets)) for index, sheet in enumerate(sheets)]
        self._file.pages["Kids"] = array(kids)
        self._file.pages["Count"] = len(kids)
        return self._link_parents

    def _resources(self) -> Dictionary:
        """One resource dictionary for all pages."""
        fonts = {
            use.key: self._file.reference(use.pdf_font(self._file)) for use in self._registry.fonts.values()
        }
        pictures = {
            name: self._file.reference(_image(self._file, picture))
            for name, picture in self._registry.pictures.items()
        }
        return dictionary({"Font": dictionary(fonts), "XObject": dictionary(pictures)})

    def _page(self, sheet: FinishedSheet, index: int, resources: Ref, pages: int) -> Ref:
        content = self._file.reference(Stream({"Filter": Name("FlateDecode")}, sheet.content))
        entries: dict[str, Any] = {
            "Type": Name("Page"),
            "Parent": self._file.pages_reference,
            "MediaBox": array([0, 0, round(sheet.width, 3), round(sheet.height, 3)]),
            "Resources": resources,
            "Contents": content,
            "StructParents": index,
            "Tabs": Name("S"),
        }
        if sheet.links:
            entries["Annots"] = array([self._link(area, index, pages) for area in sheet.links])
        return self._file.reference(dictionary(entries), self._names[index])

    def _link(self, area: LinkArea, page: int, pages: int) -> Ref:
        """Write a link and hang it into the structure under a Link element of its own."""
        owner = (area.element or self._registry.root).add("Link")
        entries: dict[str, Any] = {
            "Type": Name("Annot"),
            "Subtype": Name("Link"),
            "Rect": array([round(edge, 2) for edge in (area.left, area.bottom, area.right, area.top)]),
            "Border": array([0, 0, 0]),
            "F": _PRINTED,
            "Contents": string(area.contents),
            "StructParent": pages + len(self._link_parents),
            **self._target(area.target),
        }
        reference = self._file.reference(dictionary(entries))
        owner.kids.append(LinkMark(page, reference))
        self._link_parents.append(owner)
        return reference

    def _target(self, target: str) -> dict[str, Any]:
        entry = self._headings.get(target)
        if entry is not None:
            top = round(self._heights[entry.page] - entry.y, 2)
            return {"Dest": array([named_reference(self._names[entry.page]), Name("XYZ"), 0, top, 0])}
        return {"A": dictionary({"S": Name("URI"), "URI": string(_ascii(target))})}


def _image(file: PdfFile, picture: PreparedPicture) -> Stream:
    entries: dict[str, Any] = {
        "Type": Name("XObject"),
        "Subtype": Name("Image"),
        "Width": picture.width,
        "Height": picture.height,
        "BitsPerComponent": 8,
        "ColorSpace": Name("DeviceRGB"),
        "Filter": Name("DCTDecode" if picture.jpeg else "FlateDecode"),
    }
    if picture.mask is not None:
        mask = {**entries, "ColorSpace": Name("DeviceGray"), "Filter": Name("FlateDecode")}
        entries["SMask"] = file.reference(Stream(mask, picture.mask))
    return Stream(entries, picture.data)


def _ascii(address: str) -> str:
    """Percent-encode what is not ASCII: a URI in a PDF is 7-bit, and Thai addresses are common."""
    return quote(address, safe="%/:=&?~#+!$,;'@()*[]")


def _file_id(sheets: Sequence[FinishedSheet], info: DocumentInfo) -> bytes:
    digest = hashlib.sha256(repr(info).encode())
    for sheet in sheets:
        digest.update(sheet.content)
    return digest.digest()[:16]
