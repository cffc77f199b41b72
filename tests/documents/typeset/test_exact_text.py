"""What comes back from the PDF is what went in, in every reader, for every cluster that can be typed."""

from __future__ import annotations

import itertools
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.documents.typeset import (
    Block,
    Cell,
    Column,
    FootnoteRef,
    Heading,
    ListItem,
    MissingGlyph,
    Paragraph,
    Run,
    Style,
    Table,
    render,
)
from tests.documents.typeset.readers import BARE, INFO, mupdf, pdfium, readers, squeeze

CONSONANTS = [chr(code) for code in range(0x0E01, 0x0E2F) if code not in (0x0E24, 0x0E26)]
VOWELS = ["", "ะ", "ั", "า", "ำ", "ิ", "ี", "ึ", "ื", "ุ", "ู", "ฺ", "็", "์", "ํ", "ิ์", "ุ์"]
LEADING = ["เ", "แ", "โ", "ใ", "ไ"]
TONES = ["", "่", "้", "๊", "๋"]
FAMILIES = ["laksaman", "sarabun"]
ODDS = (
    'ฤ ฤๅ ฦ ฦๅ ฤดู ฤทธิ์ ฯ ๆ ฯลฯ ฯพณฯ กรุงเทพฯ ต่าง ๆ ๐๑๒๓๔๕๖๗๘๙ 0123456789 ฿ ๏ ๚ ๛ “อัญประกาศ” ‘เดี่ยว’ "ตรง" '
    "(วงเล็บ) [เหลี่ยม] {ปีกกา} – — - … ! ? % & @ # * + = / \\ | ~ ^ _ ; : , . ' AVATo fi ffi Transparency "
    "และ ITA(2568)คือ e-Service ☐ ☑ ☒ ✓ ✗ → ← ↔ ● "
    "น้ำ ทำ ค้ำ ซ้ำ ย่ำ ปี่ ปู่ ฟ้า ฝั่ง ญู ฐุ ฎู ฏุ กู้ กตัญญู ปั๊ม ฟ้ำ ป้ำ เก้ำ ก๊วยเตี๋ยว "
)


def every_cluster() -> list[str]:
    """All consonants with all vowels and tones, one paragraph for each consonant."""
    paragraphs = []
    for consonant in CONSONANTS:
        after = [_typed(consonant, vowel, tone) for vowel, tone in itertools.product(VOWELS, TONES)]
        before = [lead + consonant + tone for lead, tone in itertools.product(LEADING, TONES)]
        paragraphs.append(" ".join(after + before))
    return paragraphs


def _typed(consonant: str, vowel: str, tone: str) -> str:
    """Letters in the order in which a Thai keyboard wants them.

    The tone before า ำ ะ, after the other vowels.
    """
    return consonant + tone + vowel if vowel in ("ะ", "า", "ำ") else consonant + vowel + tone


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("bold", [False, True])
def test_every_cluster_comes_back_from_every_reader(family: str, bold: bool) -> None:
    """All consonants, vowels and tones, and all signs, justified over several pages."""
    texts = [*every_cluster(), ODDS]
    pdf = render([Paragraph(text, Style(bold=bold)) for text in texts], info=INFO, page=BARE, family=family)
    for name, read in readers().items():
        assert squeeze(read(pdf)) == squeeze("".join(texts)), name


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize(("bold", "italic"), [(False, False), (True, False), (False, True), (True, True)])
@pytest.mark.parametrize("size", [8.0, 13.0, 16.0, 29.0])
def test_every_face_and_size_keeps_the_text(family: str, bold: bool, italic: bool, size: float) -> None:
    """Each alignment in each face and size, with runs, superscripts and underlines."""
    texts: list[str] = []
    blocks = []
    for align in ("justify", "left", "center", "right"):
        style = Style(size=size, bold=bold, italic=italic, align=align)
        runs: list[str | Run] = [
            "น้ำท่วมที่ตำบลปู่เจ้า ",
            Run("ตัวยก๒", superscript=True),
            Run(" ขีดเส้นใต้ ", underline=True),
            ODDS,
        ]
        texts.append("".join(run if isinstance(run, str) else run.text for run in runs))
        blocks.append(Paragraph(runs, style))
    pdf = render(blocks, info=INFO, page=BARE, family=family)
    for name in ("pdfium", "mupdf"):
        assert squeeze(readers()[name](pdf)) == squeeze("".join(texts)), name


@pytest.mark.parametrize("family", FAMILIES)
def test_tables_lists_headings_and_footnotes_keep_their_text(family: str) -> None:
    """Each kind of block, in the order of reading."""
    blocks: list[Block] = [
        Heading("รายงานผลการประเมินคุณธรรมและความโปร่งใส", 1),
        ListItem("๑)", "ตั้งคณะทำงาน เพื่อให้ทราบโดยทั่วกัน"),
        ListItem("๒)", "ทำความเข้าใจกับผู้บริหาร"),
        Table(
            [Column(20), Column(), Column(30, align="decimal")],
            [["ที่", "ตัวชี้วัด", "คะแนน"], ["๑", Cell("การปฏิบัติหน้าที่ที่ไม่เลือกปฏิบัติ"), "๙๘.๗๕"], ["๒", "น้ำ", "๑๐๐.๐๐"]],
        ),
        Paragraph(["ตามที่กำหนดไว้", FootnoteRef("น้ำหนักตามคู่มือ"), " แล้วนั้น"]),
    ]
    expected = [
        "รายงานผลการประเมินคุณธรรมและความโปร่งใส", "๑)ตั้งคณะทำงานเพื่อให้ทราบโดยทั่วกัน", "๒)ทำความเข้าใจกับผู้บริหาร",
        "ที่ตัวชี้วัดคะแนน๑การปฏิบัติหน้าที่ที่ไม่เลือกปฏิบัติ๙๘.๗๕๒น้ำ๑๐๐.๐๐", "ตามที่กำหนดไว้๑แล้วนั้น๑น้ำหนักตามคู่มือ",
    ]  # fmt: skip
    pdf = render(blocks, info=INFO, page=BARE, family=family)
    for name, read in readers().items():
        assert squeeze(read(pdf)) == "".join(expected), name


THAI = st.text(
    st.sampled_from([chr(code) for code in (*range(0x0E01, 0x0E3B), *range(0x0E3F, 0x0E5C))]), max_size=60
)


@given(text=THAI, family=st.sampled_from(FAMILIES))
def test_no_letter_of_malformed_thai_is_lost(text: str, family: str) -> None:
    """Marks without a base, five marks on a letter, vowels in any order.

    Nothing is lost, added or swapped.
    """
    pdf = render([Paragraph("ก" + text + "ข", Style())], info=INFO, page=BARE, family=family)
    assert squeeze(mupdf(pdf)) == "ก" + text + "ข"
    assert squeeze(pdfium(pdf)) == "ก" + text + "ข"


@pytest.mark.parametrize("family", FAMILIES)
def test_two_hundred_malformed_lines_come_back_from_every_reader(family: str) -> None:
    """Marks typed twice included: readers take them for a fake bold, and drop one."""
    chance = random.Random(5)  # noqa: S311 - a text, not a secret
    typed = [chr(code) for code in (*range(0x0E01, 0x0E3B), *range(0x0E3F, 0x0E5C))]
    texts = ["ก" + "".join(chance.choices(typed, k=chance.randint(1, 200))) + "ข" for _ in range(200)]
    pdf = render([Paragraph(text, Style()) for text in texts], info=INFO, page=BARE, family=family)
    for name, read in readers().items():
        found = squeeze(read(pdf))
        assert [text for text in texts if squeeze(text) not in found] == [], name


@given(text=st.text(max_size=40))
def test_any_text_is_set_or_refused_by_name(text: str) -> None:
    """Emoji, control characters, other scripts: either all is drawn, or the culprit is named."""
    refusal = None
    try:
        render([Paragraph(text)], info=INFO, page=BARE)
    except MissingGlyph as problem:
        refusal = problem
    assert refusal is None or (refusal.char in text and refusal.font == "Laksaman")


def test_ten_thousand_letters_without_a_space_fit_the_lines() -> None:
    """A run without a space is broken between clusters, and none is lost."""
    text = "กี่" * 4000
    pdf = render([Paragraph(text)], info=INFO, page=BARE)
    assert squeeze(mupdf(pdf)) == text


@pytest.mark.parametrize(
    "text", ["ก" + "้" * 3000, "่" * 2000, "ำ" * 3000, "ก" + "ุ" * 500 + "้" * 500, "(" * 3000]
)
def test_a_thousand_marks_on_one_letter_are_set(text: str) -> None:
    """Nonsense, as from a stuck key: set without complaint and with every letter."""
    pdf = render([Paragraph(text)], info=INFO, page=BARE)
    assert squeeze(mupdf(pdf)) == text
