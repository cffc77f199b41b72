"""Fonts and styles of a Word file: Thai letters take the complex-script font and size, so both are set."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from ita_desktop.documents.typeset.style import HEADINGS, SINGLE_SPACING

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement

FONT: Final = "TH SarabunPSK"
"""The font of the regulation's typing guide, which office machines have."""
SIZE: Final = 16.0
_FACES: Final = ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia")


_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udfff]")
"""What XML cannot hold: left by pasting from other programs."""
LONGEST_PROPERTY: Final = 255


def clean(text: str) -> str:
    """Return the letters of a text that a Word file can hold."""
    return _CONTROL.sub("", text)


def restyle(file: Document) -> None:
    """Set the file's own fonts and the styles that a writer meets: text, headings, caption, notes."""
    _defaults(file)
    normal = file.styles["Normal"]
    letters(normal.element.get_or_add_rPr(), SIZE)
    normal.paragraph_format.space_after = Pt(0)
    normal.paragraph_format.line_spacing = Pt(SIZE * SINGLE_SPACING)
    at_least(normal.element)
    for level, style in enumerate(HEADINGS[:4], 1):
        heading = file.styles[f"Heading {level}"]
        letters(heading.element.get_or_add_rPr(), style.size, bold=style.bold, italic=style.italic)
        heading.paragraph_format.keep_with_next = True
    letters(file.styles["Caption"].element.get_or_add_rPr(), 14.0)


def _defaults(file: Document) -> None:
    """Take the theme's fonts out of the file's defaults: Word would show Thai in another font."""
    for each in file.styles.element.iter(qn("w:rFonts")):
        for name in list(each.attrib):
            if name.endswith("Theme"):
                del each.attrib[name]
        for face in _FACES:
            each.set(qn(face), FONT)


def letters(properties: BaseOxmlElement, size: float, *, bold: bool = False, italic: bool = False) -> None:
    """Set font, size and weight for both scripts; black, whatever the template's style says."""
    for name in ("rFonts", "b", "bCs", "i", "iCs", "color", "sz", "szCs", "lang"):
        for old in properties.findall(qn(f"w:{name}")):
            properties.remove(old)
    fonts = OxmlElement("w:rFonts")
    for face in _FACES:
        fonts.set(qn(face), FONT)
    parts = [fonts]
    parts += [OxmlElement(f"w:{name}") for name in ("b", "bCs") if bold]
    parts += [OxmlElement(f"w:{name}") for name in ("i", "iCs") if italic]
    parts += [_valued("color", "000000")]
    parts += [_valued(name, str(round(size * 2))) for name in ("sz", "szCs")]
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "en-US")
    language.set(qn("w:bidi"), "th-TH")
    for part in (*parts, language):
        properties.append(part)


def at_least(style: BaseOxmlElement) -> None:
    """Let the pitch be the least one, so that a picture or a larger letter in a line is not cut off."""
    for spacing in style.iter(qn("w:spacing")):
        spacing.set(qn("w:lineRule"), "atLeast")


def _valued(name: str, value: str) -> BaseOxmlElement:
    """Make an element with a value."""
    element = OxmlElement(f"w:{name}")
    element.set(qn("w:val"), value)
    return element
