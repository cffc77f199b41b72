"""ReportLab's PDF objects, with what PDF/A asks more of them."""

from __future__ import annotations

import zlib
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFDocument, PDFName, PDFObject

_LEVEL = 6


class Stream(PDFObject):  # type: ignore[misc]
    """A stream whose `endstream` begins a line, which PDF/A demands and ReportLab's own does not do."""

    __RefOnly__ = 1

    def __init__(self, entries: dict[str, Any], content: bytes) -> None:
        """Take dictionary entries (without Length) and bytes as they shall stand in the file."""
        self.entries = entries
        self.content = content

    def format(self, document: PDFDocument) -> bytes:
        """Write dictionary and bytes."""
        head = PDFDictionary({**self.entries, "Length": len(self.content)}).format(document)
        return bytes(head) + b"\nstream\n" + self.content + b"\nendstream\n"


def stream(content: bytes, **entries: Any) -> Stream:  # noqa: ANN401 - any PDF object
    """Compress bytes into a stream object."""
    return Stream({**entries, "Filter": PDFName("FlateDecode")}, zlib.compress(content, _LEVEL))


def plain_stream(content: bytes, **entries: Any) -> Stream:  # noqa: ANN401 - any PDF object
    """Make a stream that is not compressed (PDF/A wants its metadata readable by any tool)."""
    return Stream(entries, content)
