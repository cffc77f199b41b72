"""Put finished pages, fonts, pictures, outline, structure and metadata together into the bytes of a PDF/A-2u file."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFCatalog,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObjectReference,
    PDFString,
)

from .metadata import info_dictionary, xmp_packet
from .outline import write_outline
from .output_intent import output_intent
from .page import DocumentInfo
from .pdfobjects import Stream, plain_stream, stream
from .pictures import PreparedPicture
from .registry import Registry
from .sheet import LinkArea, Sheet, number
from .tags import Element, LinkMark, StructureWriter

_PDF_VERSION: Final = (1, 7)


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
        packed = zlib.compress("\n".join(sheet.ops).encode("ascii"), 6)
        return cls(sheet.width, sheet.height, packed, sheet.parents, sheet.links)


class _Catalog(PDFCatalog):  # type: ignore[misc]
    """ReportLab's catalogue with the entries that PDF/A asks for."""

    __NoDefault__ = [*PDFCatalog.__NoDefault__, "OutputIntents"]
    __Refs__ = ("Outlines", "Pages", "StructTreeRoot", "Metadata")


def assemble(sheets: Sequence[FinishedSheet], registry: Registry, info: DocumentInfo) -> bytes:
    """Write the file. The same input gives the same bytes."""
    document = PDFDocument(pdfVersion=_PDF_VERSION, invariant=1)
    document.Outlines = document.outline = None
    catalog = _Catalog()
    catalog.Pages = document.Pages
    document.Catalog = document._catalog = catalog  # noqa: SLF001 - ReportLab keeps it twice
    names = [f"Page{index + 1}" for index in range(len(sheets))]
    resources = document.Reference(_resources(document, registry))
    link_parents = _add_pages(document, sheets, names, resources, registry)
    catalog.StructTreeRoot = StructureWriter(document, names).write(
        registry.root, [sheet.parents for sheet in sheets], link_parents
    )
    _describe(document, catalog, info)
    if registry.outline:
        heights = [sheet.height for sheet in sheets]
        catalog.Outlines = write_outline(document, registry.outline, names, heights)
        catalog.PageMode = PDFName("UseOutlines")
    document._ID = _file_id(sheets, info)  # noqa: SLF001 - else it is made from the clock
    return bytes(document.format())


def _describe(document: PDFDocument, catalog: Any, info: DocumentInfo) -> None:  # noqa: ANN401 - untyped class
    catalog.Lang = PDFString(info.language)
    catalog.MarkInfo = PDFDictionary({"Marked": "true"})
    catalog.ViewerPreferences = PDFDictionary({"DisplayDocTitle": "true"})
    catalog.Metadata = plain_stream(xmp_packet(info), Type=PDFName("Metadata"), Subtype=PDFName("XML"))
    catalog.OutputIntents = PDFArray([output_intent(document)])
    document.info = info_dictionary(info)


def _resources(document: PDFDocument, registry: Registry) -> PDFDictionary:
    """One resource dictionary for all pages."""
    fonts = {use.key: document.Reference(use.pdf_font(document)) for use in registry.fonts.values()}
    entries = {"Font": PDFDictionary(fonts)}
    if registry.pictures:
        pictures = {name: document.Reference(_image(document, p)) for name, p in registry.pictures.items()}
        entries["XObject"] = PDFDictionary(pictures)
    return PDFDictionary(entries)


def _image(document: PDFDocument, picture: PreparedPicture) -> Stream:
    entries: dict[str, Any] = {
        "Type": PDFName("XObject"),
        "Subtype": PDFName("Image"),
        "Width": picture.width,
        "Height": picture.height,
        "BitsPerComponent": 8,
        "ColorSpace": PDFName("DeviceRGB"),
        "Filter": PDFName("DCTDecode" if picture.jpeg else "FlateDecode"),
    }
    if picture.mask is not None:
        mask = {**entries, "ColorSpace": PDFName("DeviceGray"), "Filter": PDFName("FlateDecode")}
        entries["SMask"] = document.Reference(Stream(mask, picture.mask))
    return Stream(entries, picture.data)


def _add_pages(
    document: PDFDocument,
    sheets: Sequence[FinishedSheet],
    names: Sequence[str],
    resources: PDFObjectReference,
    registry: Registry,
) -> list[Element]:
    """Add the pages and their links; return the elements that own the links, in order."""
    link_parents: list[Element] = []
    for index, sheet in enumerate(sheets):
        content = Stream({"Filter": PDFName("FlateDecode")}, sheet.content)
        page = PDFDictionary(
            {
                "Type": PDFName("Page"),
                "Parent": document.Reference(document.Pages),
                "MediaBox": PDFArray([0, 0, float(number(sheet.width)), float(number(sheet.height))]),
                "Resources": resources,
                "Contents": document.Reference(content),
                "StructParents": index,
                "Tabs": PDFName("S"),
            }
        )
        annotations = []
        for area in sheet.links:
            owner = (area.element or registry.root).add("Link")
            link = _link(document, area, names, registry, len(sheets) + len(link_parents))
            reference = document.Reference(link)
            owner.kids.append(LinkMark(index, reference))
            link_parents.append(owner)
            annotations.append(reference)
        if annotations:
            page["Annots"] = PDFArray(annotations)
        document.Reference(page, names[index])
        document.Pages.addPage(page)
    return link_parents


def _link(
    document: PDFDocument, area: LinkArea, names: Sequence[str], registry: Registry, parent: int
) -> PDFDictionary:
    entries: dict[str, Any] = {
        "Type": PDFName("Annot"),
        "Subtype": PDFName("Link"),
        "Rect": PDFArray([round(edge, 2) for edge in (area.left, area.bottom, area.right, area.top)]),
        "Border": PDFArray([0, 0, 0]),
        "F": 4,
        "Contents": PDFString(area.contents),
        "StructParent": parent,
    }
    entry = next((e for e in registry.outline if area.target == "#" + e.key), None)
    if entry is not None:
        entries["Dest"] = PDFArray([PDFObjectReference(names[entry.page]), PDFName("Fit")])
    else:
        entries["A"] = PDFDictionary({"S": PDFName("URI"), "URI": PDFString(_ascii(area.target))})
    return PDFDictionary(entries)


def _ascii(address: str) -> str:
    """Percent-encode what is not ASCII: a URI in PDF is 7-bit, and Thai addresses are common."""
    from urllib.parse import quote  # noqa: PLC0415 - few documents have links

    return quote(address, safe="%/:=&?~#+!$,;'@()*[]")


def _file_id(sheets: Sequence[FinishedSheet], info: DocumentInfo) -> bytes:
    digest = hashlib.sha256(repr(info).encode())
    for sheet in sheets:
        digest.update(sheet.content)
    name = digest.hexdigest()[:32].encode()
    return b"[<" + name + b"><" + name + b">]"
