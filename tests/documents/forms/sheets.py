"""Read printed forms back: ink of letters by pdfium, frames and bars by MuPDF, all in millimetres."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from functools import cache
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, Any

import pymupdf
import pypdfium2
import pypdfium2.raw as pdfium_c
from reportlab.graphics.barcode.code128 import Code128

from ita_desktop.domain.instrument_file import parse
from tests.helpers.offices import instrument_of
from tests.helpers.source import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_desktop.domain.instrument import Instrument

MM = 25.4 / 72.0
OFFICE = "เทศบาลตำบลตัวอย่าง"


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle on a page, from the top left corner of the sheet."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Rect, by: float) -> bool:
        """Whether the two share more than `by` both ways."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > by and down > by


@dataclass(frozen=True, slots=True)
class Letter:
    """The ink of one letter, and which shown string it belongs to."""

    text: str
    rect: Rect
    string: int


@cache
def instruments() -> dict[str, Instrument]:
    """All instruments: those that come with the program, and the invented one of another shape."""
    invented = parse((ROOT / "tests/instruments/invented-2570.json").read_text("utf-8"))
    return {"2568": instrument_of(2568), "2564": instrument_of(2564), "invented": invented}


def survey_parts() -> Iterator[tuple[str, str]]:
    """Every (instrument, part) that has questions."""
    for name, instrument in instruments().items():
        for tool, part in instrument.survey_parts():
            if tool.questions:
                yield name, part.code


def letters(pdf: bytes, page: int) -> list[Letter]:
    """Every letter of a page that leaves ink."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        height = document[page].get_height()
        text = document[page].get_textpage()
        found = []
        for index in range(text.count_chars()):
            char = chr(pdfium_c.FPDFText_GetUnicode(text.raw, index))
            left, bottom, right, top = text.get_charbox(index)
            owner = pdfium_c.FPDFText_GetTextObject(text.raw, index)
            if char.isspace() or right <= left or not owner:
                continue
            rect = Rect(left * MM, (height - top) * MM, right * MM, (height - bottom) * MM)
            found.append(Letter(char, rect, ctypes.cast(owner, ctypes.c_void_p).value or 0))
        return found
    finally:
        document.close()


def clashes(ink: list[Letter]) -> list[tuple[Letter, Letter]]:
    """Letters of different strings whose ink meets."""
    by_band: dict[int, list[Letter]] = {}
    for letter in ink:
        for band in range(int(letter.rect.top / 10), int(letter.rect.bottom / 10) + 1):
            by_band.setdefault(band, []).append(letter)
    return [
        (one, other)
        for band in by_band.values()
        for one, other in combinations(band, 2)
        if one.string != other.string and one.rect.meets(other.rect, 0.05)
    ]


def page_count(pdf: bytes) -> int:
    """How many pages a PDF has."""
    with pymupdf.open(stream=pdf, filetype="pdf") as document:
        return len(document)


def page_text(pdf: bytes, page: int) -> str:
    """Text of one page as Chrome and Edge copy it."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return str(document[page].get_textpage().get_text_bounded())
    finally:
        document.close()


def frames(pdf: bytes, page: int) -> list[Rect]:
    """Stroked rectangles of a page."""
    return [
        _rect(each["rect"])
        for each in _drawings(pdf, page)
        if each["type"] == "s"
        and (each["closePath"] or len(each["items"]) > 2 or each["items"][0][0] == "re")
    ]


def fills(pdf: bytes, page: int) -> list[tuple[Rect, tuple[float, ...]]]:
    """Filled shapes of a page with their colours; bars drawn as one path come one by one."""
    found = []
    for drawing in _drawings(pdf, page):
        if drawing["type"] != "f":
            continue
        parts = [item[1] for item in drawing["items"] if item[0] == "re"] or [drawing["rect"]]
        found += [(_rect(part), drawing["fill"]) for part in parts]
    return found


def bars(pdf: bytes, page: int, top: float, height: float) -> list[Rect]:
    """Black rectangles that stand at a known height: a bar code, from the left."""
    found = [
        rect
        for rect, color in fills(pdf, page)
        if abs(rect.top - top) < 0.02 and abs(rect.bottom - rect.top - height) < 0.02 and sum(color) == 0
    ]
    return sorted(found, key=lambda rect: rect.left)


def decoded(found: list[Rect], module: float) -> str:
    """Digits of a Code 128 C bar code: its bars, measured, against ReportLab's own encoder, two at a time."""
    edges = [edge for rect in found for edge in (rect.left, rect.right)]
    widths = [round((b - a) / module) for a, b in pairwise(edges)]
    patterns = {_widths_of(f"{value:02d}"): f"{value:02d}" for value in range(100)}
    symbols = [tuple(widths[start : start + 6]) for start in range(0, len(widths) - 7, 6)]
    digits = "".join(patterns[symbol] for symbol in symbols[1:-1])
    assert _all_widths(digits) == widths, "start, check symbol or stop is not what Code 128 wants"
    return digits


def _widths_of(pair: str) -> tuple[int, ...]:
    """Bars and spaces of one pair of digits: what stands between start and check symbol."""
    return tuple(_all_widths(pair)[6:12])


def _all_widths(digits: str) -> list[int]:
    code = Code128(digits if len(digits) > 2 else f"{digits}{digits}", quiet=0)
    code.validate()
    code.encode()
    code.decompose()
    return ["abcd".index(letter.lower()) + 1 for letter in code.decomposed]


def _drawings(pdf: bytes, page: int) -> list[dict[str, Any]]:
    with pymupdf.open(stream=pdf, filetype="pdf") as document:
        return list(document[page].get_drawings())


def _rect(rect: pymupdf.Rect) -> Rect:
    return Rect(rect.x0 * MM, rect.y0 * MM, rect.x1 * MM, rect.y1 * MM)
