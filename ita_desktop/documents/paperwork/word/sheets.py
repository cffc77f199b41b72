"""Sheets of a Word file: size, margins, turned sections, the page number from the second page on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.section import Section
    from docx.text.paragraph import Paragraph

    from ita_desktop.documents.typeset import PageSetup

FIRST_TOP_MM: Final = 25.0
NUMBER_ABOVE_MM: Final = 5.5
"""From the top of the number's line to its baseline."""


def set_up(file: Document, page: PageSetup) -> None:
    """Set the first section up: paper, margins, number."""
    section = file.sections[0]
    _measure(section, page, landscape=False)
    section.different_first_page_header_footer = True
    if page.page_number is not None:
        _number(section, page)


def turn(file: Document, page: PageSetup, *, landscape: bool) -> None:
    """Begin a section on turned or upright sheets; headers go on from the one before."""
    section = file.add_section(WD_SECTION.NEW_PAGE)
    _measure(section, page, landscape=landscape)
    section.different_first_page_header_footer = False


def _measure(section: Section, page: PageSetup, *, landscape: bool) -> None:
    width, height = Mm(page.width_mm), Mm(page.height_mm)
    section.page_width, section.page_height = (height, width) if landscape else (width, height)
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.left_margin, section.right_margin = Mm(page.left_mm), Mm(page.right_mm)
    section.top_margin, section.bottom_margin = Mm(FIRST_TOP_MM), Mm(page.bottom_mm)
    section.header_distance = Mm(page.number_baseline_mm - NUMBER_ABOVE_MM)


def _number(section: Section, page: PageSetup) -> None:
    """Put `- ๒ -` into the header of the later pages; text below it begins where the setup says."""
    first = section.first_page_header.paragraphs[0]
    first.paragraph_format.line_spacing = Pt(1)
    paragraph = section.header.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    line_mm = 20.8 * 25.4 / 72.0
    gap = page.top_mm - (page.number_baseline_mm - NUMBER_ABOVE_MM) - line_mm
    paragraph.paragraph_format.space_after = Mm(max(gap, 0.0))
    paragraph.add_run("- ")
    _field(paragraph, "PAGE \\* THAIARABIC" if page.page_number == "thai" else "PAGE")
    paragraph.add_run(" -")
    kind = OxmlElement("w:pgNumType")
    kind.set(qn("w:fmt"), "thaiNumbers" if page.page_number == "thai" else "decimal")
    kind.set(qn("w:start"), str(page.first_page_number))
    properties = section._sectPr  # noqa: SLF001 - python-docx has no word for it
    columns = properties.find(qn("w:cols"))
    if columns is not None:
        columns.addprevious(kind)  # Word wants the parts in the order of the schema


def _field(paragraph: Paragraph, code: str) -> None:
    """Put a field into a paragraph."""
    for kind in ("begin", "", "end"):
        run = paragraph.add_run()
        run._r.append(_mark(kind) if kind else _code(code))  # noqa: SLF001 - python-docx has no fields


def _mark(kind: str) -> BaseOxmlElement:
    element = OxmlElement("w:fldChar")
    element.set(qn("w:fldCharType"), kind)
    return element


def _code(code: str) -> BaseOxmlElement:
    element = OxmlElement("w:instrText")
    element.set(qn("xml:space"), "preserve")
    element.text = f" {code} "
    return element


def contents_field(paragraph: Paragraph, deepest: int) -> None:
    """Put a table of contents that Word fills when the file is opened."""
    for kind, code in (("begin", ""), ("", f'TOC \\o "1-{deepest}" \\h \\z \\u'), ("separate", "")):
        run = paragraph.add_run()
        run._r.append(_mark(kind) if kind else _code(code))  # noqa: SLF001
    paragraph.add_run("(กด F9 เพื่อปรับสารบัญ)")
    paragraph.add_run()._r.append(_mark("end"))  # noqa: SLF001
