"""Pages are filled as a careful typist fills them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pymupdf
import pytest

from ita_desktop.documents.typeset import (
    BODY,
    PLAIN,
    Block,
    Cell,
    Column,
    Contents,
    DoesNotFit,
    Drawing,
    FootnoteRef,
    Heading,
    KeepTogether,
    PageBreak,
    PageContext,
    PageSetup,
    Paragraph,
    Pen,
    Placed,
    Spacer,
    Table,
    TableMalformed,
    render,
)
from tests.documents.typeset.readers import BARE, INFO, squeeze

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_desktop.documents.typeset.blocks import Row

LINE = "ข้อความหนึ่งบรรทัด"
SHORT = PLAIN


def pages(blocks: Sequence[Block], page: PageSetup = BARE) -> list[list[str]]:
    """Lines of each page, as a reader sees them."""
    pdf = render(blocks, info=INFO, page=page)
    with pymupdf.open(stream=pdf, filetype="pdf") as document:
        return [
            [line.strip() for line in sheet.get_text().splitlines() if line.strip()] for sheet in document
        ]


def filler(lines: int) -> list[Block]:
    """Paragraphs of one line each."""
    return [Paragraph(f"{LINE} {number}", SHORT) for number in range(lines)]


def test_a_page_holds_thirty_four_lines_of_sixteen_points() -> None:
    """252 mm of text area at 20.8 pt: 34 lines, then a new page."""
    assert [len(sheet) for sheet in pages(filler(35))] == [34, 1]


@pytest.mark.parametrize("before", range(28, 35))
def test_no_line_of_a_paragraph_is_alone_on_a_page(before: int) -> None:
    """Wherever a paragraph meets the page's end, at least two of its lines stand on either side."""
    text = "ความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ " * 9
    found = pages([*filler(before), Paragraph(text, BODY.but(space_before_pt=0))])
    split = [sum(LINE not in line for line in sheet) for sheet in found]
    assert 1 not in split
    assert sum(split) >= 4


@pytest.mark.parametrize("before", range(28, 36))
def test_a_heading_never_ends_a_page(before: int) -> None:
    """A heading goes over with the first lines of what it heads."""
    found = pages([*filler(before), Heading("หัวข้อ", 2), Paragraph("เนื้อความ " * 40)])
    assert all(sheet[-1] != "หัวข้อ" for sheet in found)


@pytest.mark.parametrize("before", range(26, 36))
def test_a_signature_takes_two_lines_along(before: int) -> None:
    """The page with the signature holds at least two lines of the text before it."""
    closing = "จึงเรียนมาเพื่อโปรดพิจารณาอนุมัติและลงนามในเอกสารที่แนบมาพร้อมนี้ " * 4
    signature = KeepTogether([Spacer(20), Paragraph("ผู้ลงนาม", PLAIN)], previous_lines=2)
    found = pages([*filler(before), Paragraph(closing), signature])
    assert found[-1][-1] == "ผู้ลงนาม"
    assert len(found[-1]) >= 3


def test_a_table_repeats_its_head_on_each_page() -> None:
    """Both header rows come back; each body row stands once and whole."""
    head: list[Row] = [[Cell("ที่", rowspan=2), Cell("ผล", colspan=2)], ["คะแนน", "ระดับ"]]
    body: list[Row] = [[str(row), f"{row}.50", "ผ่านดี"] for row in range(1, 81)]
    columns = [Column(15), Column(align="decimal"), Column()]
    found = pages([Table(columns, [*head, *body], header_rows=2)])
    assert len(found) >= 3
    for sheet in found:
        assert sheet[:4] == ["ที่", "ผล", "คะแนน", "ระดับ"]
    rows = [line for sheet in found for line in sheet[4:]]
    assert rows == [part for row in body for part in row]


def test_rows_under_a_span_stay_on_one_page() -> None:
    """A cell over three rows is not cut by the page's end."""
    rows: list[Row] = []
    for group in range(20):
        rows += [[Cell(f"กลุ่ม{group}", rowspan=3), "ก"], ["ข"], ["ค"]]
    found = pages([Table([Column(), Column()], rows, header_rows=0)])
    assert len(found) > 1
    for sheet in found:
        assert sum("กลุ่ม" in line for line in sheet) * 3 == sum(line in ("ก", "ข", "ค") for line in sheet)


def test_a_row_taller_than_a_page_runs_on() -> None:
    """Its lines are divided between pages, all of them, under the repeated head."""
    long = "\n".join(f"บรรทัด{number}" for number in range(100))
    found = pages([Table([Column(), Column(30)], [["หัว", "ท้าย"], [long, "ข"]])])
    assert len(found) >= 3
    assert all(sheet[:2] == ["หัว", "ท้าย"] for sheet in found)
    assert sum(line.startswith("บรรทัด") for sheet in found for line in sheet) == 100


def test_a_head_is_never_alone_above_a_row_taller_than_a_page() -> None:
    """The row begins on the page of its head and its heading, and nothing of it is lost."""
    tall = " ".join(["คำยาว"] * 1200)
    table = Table([Column(weight=1.0)], [["หัว"], [tall], ["ท้าย"]])
    found = pages([Heading("เรื่อง", 1), table])
    assert "คำยาว" in "".join(found[0])
    letters = "".join(line for sheet in found for line in sheet)
    assert squeeze(letters).replace("หัว", "") == "เรื่อง" + squeeze(tall) + "ท้าย"


def test_decimal_points_stand_under_each_other() -> None:
    """Figures of different lengths share the place of the point."""
    rows = [["คะแนน"], ["๑๐๐.๐๐"], ["๙.๕"], ["๘๕.๒๕๕"]]
    pdf = render([Table([Column(50, align="decimal")], rows)], info=INFO, page=BARE)
    with pymupdf.open(stream=pdf, filetype="pdf") as document:
        points = [box.x0 for box in document[0].search_for(".")]
    assert len(points) == 3
    assert max(points) - min(points) < 0.1


def test_a_row_that_does_not_fill_the_columns_is_refused() -> None:
    """The error names the row and both counts."""
    with pytest.raises(TableMalformed) as refusal:
        pages([Table([Column(), Column()], [["ก", "ข"], ["ค"]])])
    assert (refusal.value.row, refusal.value.expected, refusal.value.found) == (1, 2, 1)


def test_a_note_stands_at_the_foot_of_its_mark() -> None:
    """The note is on the page of the line that bears its mark, below all text."""
    for before in range(28, 36):
        found = pages(
            [*filler(before), Paragraph(["ประโยค", FootnoteRef("คำอธิบาย"), "ท้าย"], SHORT), *filler(3)]
        )
        sheet = next(lines for lines in found if any("ประโยค" in line for line in lines))
        assert "คำอธิบาย" in sheet[-1] or "คำอธิบาย" in sheet[-2]


def test_a_long_note_runs_over_to_the_next_page() -> None:
    """No line of it is lost."""
    note = FootnoteRef("\n".join(f"หมายเหตุ{number}" for number in range(90)))
    found = pages([Paragraph(["ก", note], SHORT), *filler(3)])
    assert sum(line.startswith("หมายเหตุ") for sheet in found for line in sheet) == 90
    assert len(found) >= 3


def test_contents_give_the_pages_of_the_headings() -> None:
    """Printed numbers agree with where the headings stand, though the table itself takes room."""
    chapters = [block for n in range(1, 60) for block in (Heading(f"บทความที่{n}", 2), *filler(7))]
    found = pages([Contents("สารบัญ"), PageBreak(), *chapters], PageSetup())
    listed: dict[str, int] = {}
    first_chapter = next(i for i, sheet in enumerate(found) if f"{LINE} 0" in sheet)
    entries = [line for sheet in found[:first_chapter] for line in sheet]
    for title, number in pairwise(entries):
        if title.startswith("บทความ"):
            listed[title] = int(number)
    actual = {line: i + 1 for i, sheet in enumerate(found) if i >= first_chapter for line in sheet}
    assert len(listed) == 59
    assert all(actual[title] == number for title, number in listed.items())


def test_page_numbers_begin_on_the_second_page() -> None:
    """Between hyphens at the top, and no number on the first page."""
    found = pages(filler(80), PageSetup())
    assert found[0][0].startswith(LINE)
    assert [sheet[0] for sheet in found[1:]] == [] or all(
        "-" in sheet[0] or "-" in sheet[-1] for sheet in found[1:]
    )
    assert "- ๒ -" in found[1]
    assert "- ๓ -" in found[2]


def test_the_continuation_word_opens_the_next_page() -> None:
    """The foot says how the next page begins."""
    found = pages(filler(40), PageSetup(continuation_word=True))
    words = next(line for line in found[0] if line.startswith("/"))
    assert squeeze(words).strip("/…") in squeeze(found[1][0])


def test_white_space_vanishes_at_a_turned_page_only() -> None:
    """A spacer that meets the page's end is dropped; one that opens a document is kept."""
    pdf = render([Spacer(50), *filler(1)], info=INFO, page=BARE)
    with pymupdf.open(stream=pdf, filetype="pdf") as document:
        assert document[0].get_text("words")[0][1] > 75 * 72 / 25.4
    assert [len(sheet) for sheet in pages([*filler(34), Spacer(50), *filler(34)])] == [34, 34]


def test_what_cannot_fit_a_page_is_refused() -> None:
    """A drawing taller than the text area is an error with both heights, not a page that runs off."""
    for block in (Drawing(300, lambda _: None, "สูง"), Placed(300, lambda _pen, _width: None)):
        with pytest.raises(DoesNotFit) as refusal:
            pages([block])
        assert refusal.value.needed_mm == pytest.approx(300)


def test_an_empty_document_is_one_empty_page() -> None:
    """No blocks, one sheet."""
    assert pages([]) == [[]]


def test_hooks_draw_on_every_page_and_know_its_number() -> None:
    """Header and footer get a pen over the whole sheet and the printed number."""
    seen: list[PageContext] = []

    def header(pen: Pen, context: PageContext) -> None:
        seen.append(context)
        pen.text(context.left_mm, 10, f"หัวกระดาษ {context.number}", PLAIN)

    def footer(pen: Pen, context: PageContext) -> None:
        pen.text(context.width_mm - context.right_mm, context.height_mm - 10, "ท้ายกระดาษ", PLAIN, "right")

    found = pages(filler(40), PageSetup(header=header, footer=footer, first_page_number=7))
    assert [context.number for context in seen] == [7, 8]
    assert all("ท้ายกระดาษ" in sheet for sheet in found)
    assert "หัวกระดาษ 8" in found[1]
    assert "- ๘ -" in found[1]


def test_a_watermark_lies_below_the_text_on_every_page() -> None:
    """It is drawn first, so that no letter is covered, and is decoration to a screen reader."""
    pdf = render(filler(40), info=INFO, page=BARE, watermark="ร่าง")
    with pymupdf.open(stream=pdf, filetype="pdf") as document:
        contents = [sheet.read_contents() for sheet in document]
        assert all("ร่าง" in squeeze(sheet.get_text()) for sheet in document)
    assert len(contents) == 2
    assert all(content.startswith(b"/Artifact BMC") for content in contents)


def test_a_landscape_page_is_wider_and_holds_fewer_lines() -> None:
    """The sheet turns, the margins stay."""
    pdf = render(filler(30), info=INFO, page=BARE.landscape())
    with pymupdf.open(stream=pdf, filetype="pdf") as document:
        assert round(document[0].rect.width * 25.4 / 72) == 297
        assert [sheet.get_text().count(LINE) for sheet in document] == [22, 8]
