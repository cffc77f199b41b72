"""What the tests see in a PDF: its text as readers give it back, and its words in millimetres."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pymupdf
import pypdfium2

if TYPE_CHECKING:
    from collections.abc import Iterator

MM = 25.4 / 72.0
PAGE_NUMBER = re.compile(r"^-[๐-๙\d]+-|-[๐-๙\d]+-$")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of letters on a line: edges and baseline from the top left, in millimetres."""

    text: str
    x: float
    right: float
    y: float
    size: float
    font: str


def spans(pdf: bytes, page: int = 0) -> list[Span]:
    """The stretches of a page from above, without those of white space alone."""
    with pymupdf.open(stream=pdf) as document:
        found = list(_spans(document[page].get_text("dict")["blocks"]))
    return sorted(found, key=lambda span: (round(span.y, 1), span.x))


def _spans(blocks: list[dict[str, object]]) -> Iterator[Span]:
    """Read MuPDF's account of a page."""
    for block in blocks:
        for line in block.get("lines", ()):  # type: ignore[attr-defined]
            for span in line["spans"]:
                if span["text"].strip():
                    x, y = span["origin"]
                    yield Span(span["text"], x * MM, span["bbox"][2] * MM, y * MM, span["size"], span["font"])


def find(found: list[Span], part: str) -> Span:
    """The first stretch that holds a text."""
    return next(span for span in found if part in span.text)


def pages(pdf: bytes) -> int:
    """How many pages there are."""
    with pymupdf.open(stream=pdf) as document:
        return int(document.page_count)


def bare(text: str) -> str:
    """A text without white space and without the invisible marks that only steer line breaks."""
    return re.sub(r"[\s\u200b\u00a0]+", "", text)


def text_of(pdf: bytes) -> str:
    """All text as pdfium gives it back, without white space and the pages' own numbers."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "".join(PAGE_NUMBER.sub("", bare(page.get_textpage().get_text_range())) for page in document)
    finally:
        document.close()


def lines_drawn(pdf: bytes, page: int = 0) -> list[tuple[float, float, float, float]]:
    """The strokes of a page as x1, y1, x2, y2 in millimetres."""
    with pymupdf.open(stream=pdf) as document:
        rects = [drawing["rect"] for drawing in document[page].get_drawings()]
    return [(rect.x0 * MM, rect.y0 * MM, rect.x1 * MM, rect.y1 * MM) for rect in rects]


def leaders(pdf: bytes) -> list[tuple[float, float, float]]:
    """The dotted leaders of the first page as left, right, height in millimetres."""
    with pymupdf.open(stream=pdf) as document:
        dotted = [drawing["rect"] for drawing in document[0].get_drawings() if drawing["dashes"] != "[] 0"]
    return [(rect.x0 * MM, rect.x1 * MM, rect.y0 * MM) for rect in dotted]
