"""Promises of Word files: the same text, Thai in the right font and size, opened alike by LibreOffice."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import docx
import pypdfium2
import pytest
from docx.oxml.ns import qn
from fontTools.ttLib import TTFont
from PIL import Image

from ita_desktop.documents.paperwork.kinds import MAKERS
from ita_desktop.documents.paperwork.setting import PaperSetter
from ita_desktop.documents.paperwork.word import word_file
from ita_desktop.documents.paperwork.word.styles import FONT
from ita_desktop.documents.paperwork.writing import heading, paragraph, table
from ita_desktop.domain.paperwork.keys import tidy
from ita_desktop.domain.paperwork.richtext import (
    Document,
    ListItem,
    Marker,
    Note,
    Paragraph,
    Picture,
    Run,
    Section,
    text,
)
from ita_desktop.exchange.repeatable import repeatable
from ita_desktop.support.paths import RESOURCES
from tests.documents.paperwork.papers import FACTS, sheets
from tests.documents.pdf import bare, pages, text_of

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document as WordDocument

SOFFICE = shutil.which("soffice")
OFFICIAL = 0.665
"""Laksaman's size for one of TH Sarabun."""
TEXT = tidy(
    Document(
        (
            Section(
                (
                    heading("หัวข้อแรก"),
                    Paragraph((Run("ข้อความ"), Run("ตัวหนา", bold=True), Note((Run("คำอธิบายท้ายหน้า"),)))),
                    ListItem(text("รายการ"), Marker.PAREN, 1),
                    table((2, 1), [["หัวตาราง", "ผล"], ["แถวหนึ่ง", "ครบ"]], "ตารางตัวอย่าง"),
                )
            ),
            Section(
                (paragraph("หน้ากว้าง"), Picture("a" * 64, 60.0, text("คำบรรยายภาพ"), "คนยืน")), landscape=True
            ),
        )
    )
)


def photograph() -> bytes:
    """A small picture."""
    made = io.BytesIO()
    Image.new("RGB", (90, 60), (10, 90, 40)).save(made, "JPEG")
    return made.getvalue()


def word_of(code: str, document: Document | None = None) -> bytes:
    """A paper of a kind as Word."""
    return repeatable(word_file(sheets(code, document), FACTS, lambda _sha: photograph()))


@pytest.fixture(scope="module")
def letter() -> WordDocument:
    """A memo with all that a text can hold, read back."""
    return docx.Document(io.BytesIO(word_of("memo-free", TEXT)))


def words_in(file: WordDocument) -> str:
    """All letters of the body, tables included."""
    return bare("".join(each.text or "" for each in file.element.body.iter(qn("w:t"))))


def test_all_of_the_text_is_there(letter: WordDocument) -> None:
    """Head, text, list, table, captions, signer."""
    words = words_in(letter)
    for part in (
        "บันทึกข้อความ", "กองยุทธศาสตร์", "๑.หัวข้อแรก", "ข้อความตัวหนา", "๑)รายการ", "หัวตาราง", "แถวหนึ่ง",
        "ตารางตัวอย่าง", "หน้ากว้าง", "คำบรรยายภาพ", "(นางสาวตัวอย่างรักงาน)",
    ):  # fmt: skip
        assert part in words, part


def test_every_run_names_the_thai_font_and_both_sizes(letter: WordDocument) -> None:
    """Thai letters take `w:cs` and `w:szCs`; without them Word shows another font in another size."""
    runs = [run for run in letter.element.body.iter(qn("w:r")) if run.find(qn("w:t")) is not None]
    assert len(runs) > 15
    for run in runs:
        properties = run.find(qn("w:rPr"))
        fonts = properties.find(qn("w:rFonts"))
        assert fonts.get(qn("w:cs")) == fonts.get(qn("w:ascii")) == FONT
        assert properties.find(qn("w:sz")).get(qn("w:val")) == properties.find(qn("w:szCs")).get(qn("w:val"))
    body = next(run for run in runs if run.find(qn("w:t")).text == "ข้อความ")
    assert body.find(qn("w:rPr")).find(qn("w:szCs")).get(qn("w:val")) == "32"
    bold = next(run for run in runs if run.find(qn("w:t")).text == "ตัวหนา")
    assert bold.find(qn("w:rPr")).find(qn("w:bCs")) is not None


def test_no_style_falls_back_to_the_theme(letter: WordDocument) -> None:
    """The template's own fonts would win over ours."""
    fonts = list(letter.styles.element.iter(qn("w:rFonts")))
    assert fonts
    assert not [name for each in fonts for name in each.attrib if name.endswith("Theme")]


def test_sheets_have_the_margins_of_official_papers(letter: WordDocument) -> None:
    """A4, left 3 cm, right 2 cm; the second section lies on its side."""
    first, second = letter.sections
    assert [round(edge.mm) for edge in (first.page_width, first.page_height)] == [210, 297]  # type: ignore[union-attr]
    assert [round(edge.mm) for edge in (first.left_margin, first.right_margin)] == [30, 20]  # type: ignore[union-attr]
    assert round(second.page_width.mm) == 297  # type: ignore[union-attr]
    assert "PAGE" in ET.tostring(first.header._element, "unicode")
    assert first.different_first_page_header_footer


def test_headings_are_headings_and_tables_repeat_their_head(letter: WordDocument) -> None:
    """Another office's table of contents finds them; a long table keeps its head."""
    named = [each for each in letter.paragraphs if each.style and each.style.name == "Heading 1"]
    assert [bare(each.text) for each in named] == ["๑.หัวข้อแรก"]
    assert letter.tables[0].rows[0]._tr.find(qn("w:trPr")).find(qn("w:tblHeader")) is not None
    assert letter.element.body.find(f".//{qn('wp:docPr')}").get("descr") == "คนยืน"


def test_notes_are_footnotes(letter: WordDocument) -> None:
    """Their part is there, their marks lead to it."""
    with zipfile.ZipFile(io.BytesIO(word_of("memo-free", TEXT))) as packed:
        notes = packed.read("word/footnotes.xml").decode("utf-8")
        assert "footnotes" in packed.read("[Content_Types].xml").decode("utf-8")
    assert "คำอธิบายท้ายหน้า" in notes
    marks = list(letter.element.body.iter(qn("w:footnoteReference")))
    assert [mark.get(qn("w:id")) for mark in marks] == ["1"]


def test_the_same_paper_gives_the_same_bytes() -> None:
    """So that a file sent twice can be seen to be the same."""
    assert word_of("memo-free", TEXT) == word_of("memo-free", TEXT)


def fonts_for_office(folder: Path) -> Path:
    """A font of TH Sarabun's name and size, made of Laksaman; the machine has none of that name."""
    for face in ("", "-Bold"):
        font = TTFont(RESOURCES / "fonts" / f"Laksaman{face}.ttf")
        font["head"].unitsPerEm = round(font["head"].unitsPerEm / OFFICIAL)
        for name in font["name"].names:
            if name.nameID in (1, 4, 16):
                name.string = FONT
        font.save(folder / f"face{face}.ttf")
    settings = folder / "fonts.conf"
    settings.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f"<dir>{folder}</dir><cachedir>{folder}/cache</cachedir></fontconfig>"
    )
    return settings


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_every_kind_with_the_same_text_and_pages(empty_folder: Path) -> None:
    """What the typesetter set and what Word was given are one paper: same text, pages within one."""
    settings = fonts_for_office(empty_folder)
    kinds = [code for code in MAKERS if code != "ita-report"]
    for code in kinds:
        (empty_folder / f"{code}.docx").write_bytes(word_of(code))
    command = [str(SOFFICE), "--headless", "--convert-to", "pdf", "--outdir", str(empty_folder)]
    subprocess.run(
        [*command, *(str(empty_folder / f"{code}.docx") for code in kinds)],
        check=True, capture_output=True, timeout=240,
        env={"HOME": str(empty_folder), "PATH": "/usr/bin:/bin", "FONTCONFIG_FILE": str(settings)},
    )  # fmt: skip
    setter = PaperSetter()
    for code in kinds:
        opened = (empty_folder / f"{code}.pdf").read_bytes()
        ours = setter.set(sheets(code), FACTS, lambda _sha: None).pdf
        assert abs(pages(opened) - pages(ours)) <= 1, code
        lacking = [line for line in lines_of(ours) if line not in text_of(opened)]
        assert len(lacking) <= 2, (code, lacking)


def lines_of(pdf: bytes) -> list[str]:
    """The longer words of a paper, as both writers must have them; leaders and page numbers left out."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        words = " ".join(page.get_textpage().get_text_range() for page in document).split()
    finally:
        document.close()
    return [bare(word) for word in words if len(word) > 3 and not set(word) <= set("._-๐๑๒๓๔๕๖๗๘๙")]
