"""The file is a real document.

It says what it is, can be read aloud, archived, and made again byte for byte.
"""

from __future__ import annotations

import importlib
import io
import re
import subprocess
import sys
import zlib
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pymupdf
import pytest
from PIL import Image

from ita_desktop.documents.typeset import (
    Block,
    Cell,
    Column,
    Contents,
    DocumentInfo,
    Drawing,
    FootnoteRef,
    Heading,
    ListItem,
    PageSetup,
    Paragraph,
    Pen,
    Picture,
    Placed,
    Run,
    Style,
    Table,
    render,
)
from ita_desktop.documents.typeset.pdfobjects import PdfFile, Stream, array, dictionary
from tests.documents.typeset.readers import DAY, INFO

if TYPE_CHECKING:
    from types import ModuleType

    from ita_desktop.documents.typeset.blocks import Row


def picture() -> bytes:
    """A small picture with transparency."""
    made = io.BytesIO()
    Image.new("RGBA", (40, 20), (10, 80, 160, 128)).save(made, "PNG")
    return made.getvalue()


def draw(pen: Pen) -> None:
    """Each thing that a pen can draw."""
    pen.rect(0, 0, 20, 10, fill=(0.8, 0.9, 1.0))
    pen.circle(30, 10, 4, fill=(0.5, 0.5, 0.5))
    pen.line(0, 20, 50, 20, dash=(2, 1))
    pen.dotted(0, 50, 25)
    pen.polyline([(0, 0), (5, 5), (10, 0)])
    pen.text(60, 10, "ตัวชี้วัด", Style(size=12), "center")
    pen.paragraph(70, 0, 40, "ข้อความหลายบรรทัดในแผนภูมิ", Style(size=12))
    pen.image(picture(), 100, 0, 10)


def everything() -> list[Block]:
    """One of each block."""
    rows: list[Row] = [[Cell("ที่", rowspan=2), Cell("ผล", colspan=2)], ["ก", "ข"], ["๑", "๒", "๓"]]
    return [
        Heading("รายงาน", 1),
        Contents("สารบัญ"),
        Heading("ผล", 3, number="๑."),
        Paragraph(
            ["น้ำ ", Run("หนา", bold=True), FootnoteRef("หมายเหตุ"), Run("ที่นี่", link="https://example.go.th/ก")]
        ),
        ListItem("๑)", "ข้อแรก"),
        ListItem("๒)", "ข้อสอง"),
        Table([Column(), Column(), Column(align="decimal")], rows, header_rows=2, caption="ตารางที่ ๑"),
        Picture(picture(), 40, "ตราสมมติ", caption="ภาพที่ ๑"),
        Drawing(40, draw, "แผนภูมิสมมติ", caption="แผนภูมิที่ ๑"),
        Placed(15, lambda pen, width: pen.line(0, 5, width, 5)),
    ]


INFORMATION = DocumentInfo(
    "รายงาน <ผล> & แผน", created=DAY, author="เทศบาลสมมติ", subject="การประเมิน", keywords=("ITA", "๒๕๖๘")
)


def made(family: str = "laksaman") -> bytes:
    """One of each block as a PDF with all extras."""
    page = PageSetup(continuation_word=True)
    return render(everything(), info=INFORMATION, page=page, family=family, watermark="ร่าง")


def test_the_same_input_gives_the_same_bytes() -> None:
    """In this process, and in a new one with another hash seed."""
    module = "tests.documents.typeset.test_document"
    script = f"import sys; from {module} import made; sys.stdout.buffer.write(made('sarabun'))"
    other = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=True, timeout=120
    ).stdout
    assert made("sarabun") == made("sarabun") == other


def test_the_file_says_what_it_is() -> None:
    """Title, author, language, date; the title is what a window shows."""
    with pymupdf.open(stream=made(), filetype="pdf") as document:
        assert document.metadata["title"] == INFORMATION.title
        assert document.metadata["author"] == "เทศบาลสมมติ"
        assert document.metadata["creationDate"] == "D:20251001090000+00'00'"
        assert document.language == "th"
        catalog = document.xref_object(document.pdf_catalog())
        assert "/DisplayDocTitle true" in catalog
        assert "/Marked true" in catalog


def test_headings_are_bookmarks_and_links_lead_somewhere() -> None:
    """The outline has each heading; the contents and the address are links."""
    with pymupdf.open(stream=made(), filetype="pdf") as document:
        assert [entry[1] for entry in document.get_toc()] == ["รายงาน", "๑.  ผล"]
        links = document[0].get_links()
    assert {link["kind"] for link in links} == {pymupdf.LINK_GOTO, pymupdf.LINK_URI}
    assert [link["uri"] for link in links if "uri" in link] == ["https://example.go.th/%E0%B8%81"]


def test_every_face_is_embedded_and_no_code_is_private() -> None:
    """Fonts are subsets inside the file; ToUnicode has no private-use letter, and there is no ActualText."""
    pdf = made()
    with pymupdf.open(stream=pdf, filetype="pdf") as document:
        fonts = document.get_page_fonts(0)
        streams = [
            document.xref_stream(x) or b""
            for x in range(1, document.xref_length())
            if document.xref_is_stream(x)
        ]
    assert len(fonts) >= 2
    assert all(font[3][6] == "+" and font[1] == "ttf" for font in fonts)
    maps = [text for text in streams if b"beginbfchar" in text]
    assert len(maps) >= 2
    assert not any(
        line.split(b"<")[2][:2] in (b"E0", b"F7")
        for text in maps
        for line in text.splitlines()
        if b"> <" in line
    )
    assert not any(b"ActualText" in text for text in [pdf, *streams])


def test_a_screen_reader_finds_the_structure() -> None:
    """Headings without a gap, list, table with headers over their columns, figures with words, a note."""
    done = structure(made())
    assert [kind for kind in done if kind.startswith("H")] == ["H1", "H2"]
    for kind in (
        "TOC",
        "L",
        "LI",
        "Lbl",
        "LBody",
        "Table",
        "TR",
        "TH",
        "TD",
        "Figure",
        "Caption",
        "Note",
        "Link",
    ):
        assert kind in done, kind
    assert done.count("Figure") == 2
    assert done.count("TH") == 4


def structure(pdf: bytes) -> list[str]:
    """Kinds of all structure elements, in the order of the tree."""
    with pymupdf.open(stream=pdf, filetype="pdf") as document:
        kinds = []

        def walk(xref: int) -> None:
            kinds.append(document.xref_get_key(xref, "S")[1].strip("/"))
            kids = document.xref_get_key(xref, "K")[1]
            depth = 0
            for part in (
                kids.replace("[", " ")
                .replace("]", " ")
                .replace("<<", " << ")
                .replace(">>", " >> ")
                .split(" R")
            ):
                depth += part.count("<<") - part.count(">>")
                number = part.split()[-2:]
                if depth == 0 and len(number) == 2 and number[0].isdigit():
                    walk(int(number[0]))

        root = document.xref_get_key(document.pdf_catalog(), "StructTreeRoot")[1]
        first = document.xref_get_key(int(root.split()[0]), "K")[1].strip("[] ")
        walk(int(first.split()[0]))
    return kinds


@pytest.mark.parametrize("family", ["laksaman", "sarabun"])
def test_an_independent_checker_finds_pdf_a_2u_and_pdf_ua_1(family: str) -> None:
    """The package page-validation finds no fault."""
    page: ModuleType = importlib.import_module("page")
    for profile in (page.ValidationProfile.PDF_A_2U, page.ValidationProfile.PDF_UA_1):
        report = page.validate_pdf_bytes(made(family), profile=profile)
        assert [failure.message for failure in report.failures] == []


def test_streams_end_on_a_line_of_their_own() -> None:
    """PDF/A asks for a line end before endstream, and for metadata that any tool can read."""
    pdf = made()
    assert pdf.count(b"\r\nendstream") == pdf.count(b"endstream")
    assert b"<pdfaid:conformance>U</pdfaid:conformance>" in pdf
    assert "รายงาน &lt;ผล&gt; &amp; แผน".encode() in pdf


@pytest.mark.parametrize("end", [b"\n", b"\r", b"\r\n", b"."])
def test_a_stream_that_ends_in_a_line_end_keeps_it(end: bytes) -> None:
    """Whether a reader goes by Length or by endstream, it gets every byte."""
    file = PdfFile()
    name = file.reference(Stream({}, b"BT ET" + end))
    file.catalog["Own"] = name
    file.pages["Kids"], file.pages["Count"] = array([]), 0
    pdf = file.write(dictionary({}), b"0" * 16)
    with pymupdf.open(stream=pdf, filetype="pdf") as document:
        own = int(document.xref_get_key(document.pdf_catalog(), "Own")[1].split()[0])
        assert document.xref_stream(own) == b"BT ET" + end
    assert re.search(rb"stream\n(BT ET\s*?\.?)\r\nendstream", pdf).group(1) == b"BT ET" + end  # type: ignore[union-attr]


def test_any_title_makes_sound_metadata() -> None:
    """Control characters from a paste, marks of XML, emoji: the metadata stays XML that says the title."""
    pdf = render([], info=DocumentInfo("ก\x0bข <&> 😀", created=DAY, keywords=("a\x00b",)))
    packet = pdf[pdf.index(b"<x:xmpmeta") : pdf.index(b"</x:xmpmeta>") + len(b"</x:xmpmeta>")]
    text = "".join(ET.fromstring(packet).itertext())  # noqa: S314 - made by ourselves
    assert "กข <&> 😀" in text
    assert "ab" in text


def test_a_long_report_is_packed_page_by_page() -> None:
    """What is kept of a finished page is a fraction of its drawing."""
    text = "ด้วยเทศบาลเมืองสมมติได้ประเมินคุณธรรมและความโปร่งใส " * 40
    pdf = render([Paragraph(text) for _ in range(40)], info=INFO)
    with pymupdf.open(stream=pdf, filetype="pdf") as document:
        contents = [document.xref_stream_raw(sheet.get_contents()[0]) for sheet in document]
    assert len(contents) > 10
    assert all(len(packed) < 0.5 * len(zlib.decompress(packed)) for packed in contents)


def test_importing_the_package_is_cheap() -> None:
    """Neither ReportLab nor HarfBuzz nor the dictionary loads before something is rendered."""
    script = (
        "import sys, ita_desktop.documents.typeset;"
        "print([m for m in ('reportlab', 'uharfbuzz', 'nlpo3', 'PIL', 'markdown_it') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, timeout=60)
    assert done.stdout.decode().strip() == "[]"
