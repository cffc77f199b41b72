"""Footnotes of a Word file: python-docx has none, so their part is written here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from ita_desktop.documents.paperwork.word.styles import FONT, clean

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_MAIN: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_LOOK: Final = (
    f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}" w:eastAsia="{FONT}"/>'
    '<w:sz w:val="26"/><w:szCs w:val="26"/><w:lang w:bidi="th-TH"/>'
)
_RULES: Final = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p>'
    "</w:footnote>"
)


class Footnotes:
    """Collects the notes of a file and writes their part at the end."""

    def __init__(self) -> None:
        """Begin without notes."""
        self._texts: list[str] = []

    def mark(self, paragraph: Paragraph, text: str) -> None:
        """Put a note's mark where the text stands; its number is Word's own."""
        self._texts.append(text)
        run = paragraph.add_run()
        run.font.superscript = True
        reference = OxmlElement("w:footnoteReference")
        reference.set(qn("w:id"), str(len(self._texts)))
        run._r.append(reference)  # noqa: SLF001 - python-docx has no footnotes

    def write(self, file: Document) -> None:
        """Add the part to the file, if there is any note."""
        if not self._texts:
            return
        notes = "".join(_note(number, text) for number, text in enumerate(self._texts, 1))
        body = f'<w:footnotes xmlns:w="{_MAIN}">{_RULES}{notes}</w:footnotes>'
        xml = f'<?xml version="1.0" encoding="UTF-8"?>{body}'
        part = Part(PackURI("/word/footnotes.xml"), _TYPE, xml.encode("utf-8"), file.part.package)
        file.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def _note(number: int, text: str) -> str:
    raised = f'<w:r><w:rPr>{_LOOK}<w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
    words = f'<w:r><w:rPr>{_LOOK}</w:rPr><w:t xml:space="preserve"> {escape(clean(text))}</w:t></w:r>'
    return f'<w:footnote w:id="{number}"><w:p>{raised}{words}</w:p></w:footnote>'
