"""ReportLab's PDF objects behind typed names, with what PDF/A asks more of them.

This is the only module that touches ReportLab: its classes are untyped, and its document makes a catalogue,
an information dictionary and a file id of its own (from the clock), which are replaced here.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from reportlab.pdfbase import pdfdoc

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_LEVEL: Final = 6
_VERSION: Final = (1, 7)

Name = pdfdoc.PDFName
Ref: TypeAlias = Any
"""A reference to an indirect object (ReportLab's PDFObjectReference)."""
Dictionary: TypeAlias = Any
"""ReportLab's PDFDictionary: entries can still be set after it is registered."""


class Stream(pdfdoc.PDFObject):
    """A stream whose `endstream` begins a line, which PDF/A demands and ReportLab's own does not do.

    The line end is two bytes: a reader that looks for one before `endstream` cannot take the last byte of a
    content that happens to end in one.
    """

    __RefOnly__ = 1

    def __init__(self, entries: Mapping[str, Any], content: bytes) -> None:
        """Take dictionary entries (without Length) and bytes as they shall stand in the file."""
        self.entries = entries
        self.content = content

    def format(self, document: Any) -> bytes:  # noqa: ANN401 - untyped in ReportLab
        """Write dictionary and bytes; called by ReportLab."""
        head = dictionary({**self.entries, "Length": len(self.content)}).format(document)
        return bytes(head) + b"\nstream\n" + self.content + b"\r\nendstream\n"


def packed(content: bytes, **entries: Any) -> Stream:  # noqa: ANN401 - any PDF object
    """Compress bytes into a stream object."""
    return Stream({**entries, "Filter": Name("FlateDecode")}, zlib.compress(content, _LEVEL))


def dictionary(entries: Mapping[str, Any]) -> Dictionary:
    """Make a PDF dictionary; keys without their slash."""
    return pdfdoc.PDFDictionary(dict(entries))


def array(values: Sequence[Any]) -> Any:  # noqa: ANN401 - untyped in ReportLab
    """Make a PDF array."""
    return pdfdoc.PDFArray(list(values))


def string(text: str) -> Any:  # noqa: ANN401 - untyped in ReportLab
    """Make a text string: plain where ASCII allows, else UTF-16."""
    return pdfdoc.PDFString(text)


def named_reference(name: str) -> Ref:
    """Refer to an object by a name that it is, or will be, registered under."""
    return pdfdoc.PDFObjectReference(name)


class PdfFile:
    """Collects objects and writes them as one file."""

    def __init__(self) -> None:
        """Begin an empty file; `catalog` and `pages` are filled by the caller."""
        self._document: Any = pdfdoc.PDFDocument(pdfVersion=_VERSION, invariant=1)
        self.pages = dictionary({"Type": Name("Pages")})
        self.pages_reference = self.reference(self.pages)
        self.catalog = dictionary({"Type": Name("Catalog"), "Pages": self.pages_reference})

    def reference(self, thing: Any, name: str | None = None) -> Ref:  # noqa: ANN401 - any PDF object
        """Register an object and return a reference to it."""
        return self._document.Reference(thing, name)

    def write(self, information: Dictionary, file_id: bytes) -> bytes:
        """Write the file with this information dictionary and 16 bytes of identity."""
        document = self._document
        document.Catalog = document._catalog = self.catalog  # noqa: SLF001 - kept twice by ReportLab
        document.info = information
        written = b"<" + file_id.hex().encode() + b">"
        document._ID = b"[" + written + written + b"]"  # noqa: SLF001 - else it is made from the clock
        return bytes(document.format())
