"""Promises of a text on pages: all of it is there, clicks find it, and only what changed is set anew."""

from __future__ import annotations

import io
import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from ita_desktop.documents.paperwork.kinds import MAKERS
from ita_desktop.documents.paperwork.photo import upright
from ita_desktop.documents.paperwork.setting import PaperSetter
from ita_desktop.documents.paperwork.word import word_file
from ita_desktop.documents.paperwork.writing import heading, paragraph, table
from ita_desktop.domain.papers import CharacterUnprintable, PageOverflow
from ita_desktop.domain.paperwork.keys import all_blocks, block_of, text_of, tidy
from ita_desktop.domain.paperwork.papers import place_at, place_of
from ita_desktop.domain.paperwork.richtext import (
    Cell,
    Column,
    Contents,
    Document,
    ListItem,
    Marker,
    Note,
    PageBreak,
    Paragraph,
    Picture,
    Run,
    Section,
    Table,
    Value,
    plain_text,
    text,
)
from tests.documents.paperwork.papers import FACTS, set_paper, sheets
from tests.documents.pdf import bare, find, pages, spans
from tests.documents.pdf import text_of as words_of
from tests.helpers.paperwork_texts import DOCUMENTS, EVERYTHING

FIELD_TEXTS = st.one_of(
    st.text(st.sampled_from('กขอิ่า้ำ 1๒aB.()\n\t"<&\x07☃'), max_size=30),
    st.sampled_from(["", "  ", "2025-02-30", "8/3/2568", "ก" * 1000, "คำ ยาว " * 300, "\n" * 50, "ลับ"]),
)
SENTENCE = "เทศบาลตำบลตัวอย่างดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงานอย่างต่อเนื่อง "


def long_text(paragraphs: int) -> Document:
    """A text of many paragraphs, no two alike."""
    blocks = [paragraph(f"ข้อที่ {number} {SENTENCE * 4}") for number in range(paragraphs)]
    return tidy(Document((Section(tuple(blocks)),)))


@settings(max_examples=30, deadline=None)
@given(st.sampled_from(list(MAKERS)), st.data())
def test_whatever_is_typed_into_fields_is_printed_or_told(code: str, data: st.DataObject) -> None:
    """A day that is none, a name of a thousand letters, a line of spaces: a page, or a typed problem."""
    kind = MAKERS[code].kind
    typed = st.dictionaries(st.sampled_from([field.code for field in kind.fields]), FIELD_TEXTS, max_size=4)
    fields = data.draw(typed)
    try:
        made = set_paper(code, None, fields)
        word_file(sheets(code, None, fields), FACTS, lambda _sha: None)
    except (CharacterUnprintable, PageOverflow):
        return
    assert made.pages >= 1


@settings(max_examples=40, deadline=None)
@given(DOCUMENTS)
def test_any_document_is_set_and_its_places_are_its_own(document: Document) -> None:
    """No text can be written that cannot be printed; every place belongs to a block and to a page."""
    whole = tidy(document)
    made = set_paper("memo-free", whole)
    keys = {block.key for block in all_blocks(whole)}
    for place in made.places:
        assert place.key in keys
        assert 0 <= place.page < made.pages
        assert place.top_mm < place.bottom_mm
        block = block_of(whole, place.key)
        assert block is not None
        assert 0 <= place.offset <= len(plain_text(text_of(block)))


def test_everything_that_a_text_can_hold_is_on_the_page() -> None:
    """Headings, lists, tables, notes, values, captions: each is printed, in the paper's figures."""
    made = set_paper("measures-paper", EVERYTHING)
    words = words_of(made.pdf)
    for part in ("๑.วัตถุประสงค์", "๙๑.๙๐คะแนน", "คะแนนเต็มร้อย", "๑)ข้อหนึ่ง", "๒)ข้อสอง", "หัวตาราง", "๒๕๖๘"):
        assert part in words, part


def test_a_click_finds_the_letter_and_the_letter_finds_its_line() -> None:
    """From a line of the page to its block and letter, and back, for each line of a long paragraph."""
    document = tidy(
        Document(
            (Section((heading("หัวข้อ"), Paragraph((Run(SENTENCE), Value("office"), Run(SENTENCE * 6))))),)
        )
    )
    made = set_paper("memo-free", document)
    body = [place for place in made.places if place.key == 2]
    assert len(body) > 4
    assert [place.offset for place in body] == sorted({place.offset for place in body})
    for place in body:
        middle = (place.top_mm + place.bottom_mm) / 2
        assert place_at(made.places, place.page, 100.0, middle) == place
        assert place_of(made.places, 2, place.offset) == place
    third = body[2]
    letters = plain_text(text_of(document.sections[0].blocks[1]))[third.offset : third.offset + 12]
    line = next(span for span in spans(made.pdf) if third.top_mm < span.y < third.bottom_mm)
    assert bare(line.text).startswith(bare(letters)[:8])


def test_a_click_into_a_table_finds_the_cell() -> None:
    """Each cell is a place of its own."""
    document = tidy(Document((Section((table((1, 1), [["หัวหนึ่ง", "หัวสอง"], ["ซ้าย", "ขวา"]]),)),)))
    made = set_paper("measures-paper", document)
    right = find(spans(made.pdf), "ขวา")
    place = place_at(made.places, 0, right.x, right.y - 1.0)
    assert place is not None
    block = block_of(document, place.key)
    assert block is not None
    assert plain_text(text_of(block)) == "ขวา"


def test_one_more_letter_sets_only_its_paragraph_anew() -> None:
    """Twenty pages, a letter typed: what was set before is used again, and the page is the same as afresh."""
    setter = PaperSetter()
    document = long_text(135)
    first = setter.set(sheets("measures-paper", document), FACTS, lambda _sha: None)
    assert first.pages >= 20
    section = document.sections[0]
    changed = replace(paragraph("ก" + plain_text(text_of(section.blocks[40]))), key=41)
    blocks = (*section.blocks[:40], changed, *section.blocks[41:])
    typed = Document((Section(blocks),))
    began = time.perf_counter()
    again = setter.set(sheets("measures-paper", typed), FACTS, lambda _sha: None)
    took = time.perf_counter() - began
    assert again.pdf == PaperSetter().set(sheets("measures-paper", typed), FACTS, lambda _sha: None).pdf
    assert took < 1.0  # the benchmark measures; this only fails when nothing is remembered at all


def test_a_landscape_section_stands_on_turned_sheets() -> None:
    """Upright, turned, upright again; text across the turned sheet's width."""
    wide = table([1.0] * 12, [[f"คอลัมน์ {n}" for n in range(12)], ["ค่า"] * 12])
    document = Document(
        (Section((paragraph("ก่อน"),)), Section((wide,), landscape=True), Section((paragraph("หลัง"),)))
    )
    made = set_paper("measures-paper", document)
    import pymupdf

    with pymupdf.open(stream=made.pdf) as pdf:
        shapes = [page.rect.width > page.rect.height for page in pdf]
    assert shapes == [False, True, False]
    assert max(span.right for span in spans(made.pdf, 1)) > 250.0


def test_a_table_of_40_columns_is_set_with_every_cell() -> None:
    """Small, on a turned sheet, but nothing is lost."""
    rows = [[f"ก{n}" for n in range(40)], [f"{n}" for n in range(40)]]
    document = Document((Section((table([1.0] * 40, rows),), landscape=True),))
    words = words_of(set_paper("measures-paper", document).pdf)
    assert all(f"ก{n}".translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")) in words for n in range(40))


def test_a_long_table_repeats_its_head_on_each_page() -> None:
    """A hundred rows: the head stands on every page, every row once."""
    rows = [["ลำดับ", "รายการ"], *([f"{n}", f"รายการที่ {n}"] for n in range(1, 101))]
    made = set_paper("measures-paper", Document((Section((table((1, 5), rows),)),)))
    assert made.pages > 2
    for number in range(made.pages):
        assert find(spans(made.pdf, number), "ลำดับ").y < 52.0
    assert words_of(made.pdf).count("รายการที่๑๐๐") == 1


def test_merged_cells_hold_together() -> None:
    """A cell over two columns and one over two rows."""
    rows = (
        (Cell((Paragraph(text("บนซ้ายกว้าง")),), columns=2), Cell((Paragraph(text("ขวาสูง")),), rows=2)),
        (Cell((ListItem(text("ข้อย่อย"), Marker.PAREN),)), Cell((Paragraph(text("กลาง")),))),
    )
    document = Document((Section((Table((Column(), Column(), Column()), rows, 0),)),))
    words = words_of(set_paper("measures-paper", document).pdf)
    assert all(part in words for part in ("บนซ้ายกว้าง", "ขวาสูง", "๑)ข้อย่อย", "กลาง"))


def test_notes_stand_at_the_foot_of_the_page_that_marks_them() -> None:
    """A note on page two is not on page one."""
    document = Document(
        (Section((paragraph("หน้าแรก"), PageBreak(), Paragraph((Run("หน้าสอง"), Note((Run("อธิบายคำ"),)))))),)
    )
    made = set_paper("measures-paper", document)
    assert not [span for span in spans(made.pdf) if "อธิบายคำ" in span.text]
    assert find(spans(made.pdf, 1), "อธิบายคำ").y > 265.0


def test_contents_name_the_pages_of_the_headings() -> None:
    """A heading on page three is announced there."""
    document = Document(
        (Section((Contents(), PageBreak(), paragraph("คั่น"), PageBreak(), heading("ปลายทาง"))),)
    )
    made = set_paper("study-visit", document)
    listed = [span for span in spans(made.pdf, 1) if "ปลายทาง" in span.text]
    assert listed
    assert [span for span in spans(made.pdf, 1) if span.text.strip() == "๔"]


def photographs(count: int) -> dict[str, bytes]:
    """Photographs of twelve megapixels, no two alike, as the office file keeps them."""
    kept = {}
    for number in range(count):
        picture = Image.effect_noise((500, 375), 60.0 + number).convert("RGB").resize((4000, 3000))
        packed = io.BytesIO()
        picture.save(packed, "JPEG", quality=92)
        kept[f"{number:064d}"] = upright(packed.getvalue()).data
    return kept


def test_photographs_make_a_small_file() -> None:
    """Four of twelve megapixels take less than a tenth of the 15 MB that forty may."""
    kept = photographs(4)
    blocks = tuple(Picture(sha256, 150.0, text("ภาพ")) for sha256 in kept)
    made = PaperSetter().set(sheets("study-visit", Document((Section(blocks),))), FACTS, kept.get)
    assert len(made.pdf) < 1_500_000
    assert pages(made.pdf) >= 3


def test_a_picture_that_is_gone_leaves_a_word() -> None:
    """The paper is printed all the same, and says what lacks."""
    document = Document((Section((Picture("f" * 64),)),))
    assert "ไม่พบภาพ" in words_of(set_paper("measures-paper", document).pdf)


def test_figures_are_thai_unless_the_paper_wants_arabic_ones() -> None:
    """Text, numbers and page numbers alike; item codes keep theirs."""
    document = Document((Section((paragraph("ข้อ o2 ได้ 50.00 คะแนน"), PageBreak(), paragraph("ต่อ"))),))
    thai, arabic = set_paper("memo-free", document), set_paper("memo-free", document, {"digits": "อารบิก"})
    assert "ข้อo2ได้๕๐.๐๐คะแนน" in words_of(thai.pdf)
    assert "ข้อo2ได้50.00คะแนน" in words_of(arabic.pdf)
    assert find(spans(thai.pdf, 1), "- ๒ -").y < 31.0
    assert find(spans(arabic.pdf, 1), "- 2 -").y < 31.0


@pytest.mark.parametrize("mark", [True, False])
def test_a_draft_says_so_only_when_asked(mark: bool) -> None:
    """The watermark is there on every page, or on none."""
    made = PaperSetter().set(replace(sheets("memo-free"), watermark=mark), FACTS, lambda _sha: None)
    assert ("ร่าง" in words_of(made.pdf)) is mark
