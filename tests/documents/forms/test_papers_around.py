"""Promises of the papers around a questionnaire: cover sheet, thank-you slips, poster."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pymupdf
import pytest

from ita_desktop.documents.forms.cover_sheet import cover_sheets
from ita_desktop.documents.forms.layout import CODE, MARKS, MODULE
from ita_desktop.documents.forms.page_code import PageCode
from ita_desktop.documents.forms.poster import poster
from ita_desktop.documents.forms.press import A3, A4
from ita_desktop.documents.forms.questionnaire import questionnaire
from ita_desktop.documents.forms.slips import COLUMNS, ROWS, thank_you
from ita_desktop.domain.batches import Batch
from tests.documents.forms.sheets import (
    MM,
    OFFICE,
    Letter,
    bars,
    clashes,
    decoded,
    fills,
    frames,
    instruments,
    letters,
    page_count,
)
from tests.documents.typeset.readers import mupdf, pdfium, poppler, squeeze
from tests.helpers.offices import INVENTED, NOW

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

EDGE = 4.5
BATCH = Batch("EIT1", 4, "กองช่าง", 30, "นางสาวตัวอย่าง สมมติ")
LONG = "สำนักงานกลางอเนกประสงค์เพื่อการทดสอบความยาวของชื่อหน่วยงานที่ยาวกว่าปกติทั่วไปมากเป็นพิเศษ"


def cover(*batches: Batch) -> bytes:
    """Cover sheets of batches in 2568."""
    return cover_sheets(instruments()["2568"], batches, OFFICE, created=NOW)


PAPERS: dict[str, Callable[[], bytes]] = {
    "cover": lambda: cover(BATCH),
    "cover with long names": lambda: cover(replace(BATCH, division=LONG, collected_by=LONG)),
    "cover to fill in": lambda: cover(Batch("IIT", 0)),
    "slips": lambda: thank_you(instruments()["2568"], INVENTED, created=NOW),
    "slips of a long name": lambda: thank_you(
        instruments()["2564"], replace(INVENTED, name=LONG), created=NOW
    ),
    "poster": lambda: poster(instruments()["2568"], INVENTED, created=NOW),
    "poster of a long name": lambda: poster(
        instruments()["2568"], replace(INVENTED, name=LONG, telephone="0 0000 0000"), created=NOW
    ),
    "poster A3": lambda: poster(instruments()["2568"], INVENTED, created=NOW, paper=A3),
}


@pytest.mark.parametrize("paper", PAPERS)
def test_nothing_overlaps_or_leaves_what_a_printer_can_print(paper: str) -> None:
    """Ink of all letters is apart, and nothing but cut lines reaches the edge."""
    pdf = PAPERS[paper]()
    with pymupdf.open(stream=pdf, filetype="pdf") as document:
        width, height = (side * MM for side in document[0].rect.br)
    ink: list[Letter] = letters(pdf, 0)
    assert clashes(ink) == []
    for rect in [letter.rect for letter in ink] + [rect for rect, _ in fills(pdf, 0)]:
        assert rect.left > EDGE
        assert rect.top > EDGE
        assert rect.right < width - EDGE
        assert rect.bottom < height - EDGE


@pytest.mark.parametrize("paper", PAPERS)
def test_the_text_is_the_same_in_every_reader(paper: str) -> None:
    """What one reader copies, the others copy."""
    pdf = PAPERS[paper]()
    assert len({"".join(sorted(squeeze(read(pdf)))) for read in (pdfium, mupdf, poppler)}) == 1


def test_a_cover_sheet_says_what_is_known_and_asks_for_the_rest() -> None:
    """Part, number, division, count and collector; boxes to tick, and lines to sign."""
    pdf = cover(BATCH)
    text = squeeze(pdfium(pdf))
    for said in ("ใบปะหน้าชุดแบบสอบถาม", "EITส่วนที่๑", "ชุดที่๔", "กองช่าง", "จำนวนที่นับได้๓๐ฉบับ", "นางสาวตัวอย่างสมมติ"):
        assert said in text
    for asked in ("เลขที่แบบ", "วันที่", "บันทึกครั้งแรกครบ", "บันทึกซ้ำครบ", "ปิดชุดแล้ว", "ลงชื่อ"):
        assert asked in text
    ticks = [rect for rect in frames(pdf, 0) if abs(rect.right - rect.left - 6.5) < 0.02]
    assert len(ticks) == 4


def test_cover_sheets_are_found_in_a_pile_of_scans() -> None:
    """Each carries marks and a code of page 0 with its batch number."""
    pdf = cover(BATCH, Batch("IIT", 12))
    assert page_count(pdf) == 2
    for page, (part, number) in enumerate(((2, 4), (1, 12))):
        code = PageCode.parse(decoded(bars(pdf, page, CODE.y, CODE.h), MODULE))
        assert code is not None
        assert (code.fiscal_year, code.part, code.page, code.serial) == (2568, part, 0, number)
        black = [(round(r.left), round(r.top)) for r, color in fills(pdf, page) if sum(color) == 0]
        assert {(mark.x, mark.y) for mark in MARKS} <= set(black)


def test_an_unknown_count_is_not_a_nought() -> None:
    """A batch that nobody has counted yet has an empty line."""
    assert "จำนวนที่นับได้ฉบับ" in squeeze(pdfium(cover(replace(BATCH, declared=None))))
    assert "จำนวนที่นับได้๐ฉบับ" in squeeze(pdfium(cover(replace(BATCH, declared=0))))


def test_a_sheet_of_slips_has_as_many_as_can_be_cut_from_it() -> None:
    """Each with thanks, office and year, between the lines to cut along."""
    text = squeeze(pdfium(thank_you(instruments()["2568"], INVENTED, created=NOW)))
    for said in ("ขอบคุณที่ร่วมตอบแบบสอบถาม", squeeze(INVENTED.name), "พ.ศ.๒๕๖๘", squeeze(INVENTED.website)):
        assert text.count(said) == COLUMNS * ROWS


@pytest.mark.parametrize("paper", [A4, A3])
def test_a_poster_says_how_where_and_that_it_is_nameless(paper: object) -> None:
    """In the order of what is to be done, on the paper that was asked for."""
    chosen = A3 if paper is A3 else A4
    office = replace(INVENTED, telephone="0 0000 0000")
    pdf = poster(instruments()["2568"], office, created=NOW, paper=chosen)
    text = squeeze(pdfium(pdf))
    said = ["ขอเชิญตอบ", "๒๕๖๘", "รับแบบสอบถาม", "กากบาทข้อละหนึ่งช่อง", "หย่อนกล่อง", "ไม่ต้องเขียนชื่อ", "๐๐๐๐๐๐๐๐๐"]
    assert [text.index(part) for part in said] == sorted(text.index(part) for part in said)
    with pymupdf.open(stream=pdf, filetype="pdf") as document:
        assert tuple(round(side * MM) for side in document[0].rect.br) == (chosen.width, chosen.height)


def test_an_independent_checker_finds_pdf_a_2u_and_pdf_ua_1() -> None:
    """Where the package page-validation is installed, no fault is found where pages share drawings."""
    page: ModuleType = pytest.importorskip("page", reason="needs the package page-validation")
    run = questionnaire(instruments()["2568"], "IIT", OFFICE, created=NOW, serials=(1, 2))
    for profile in (page.ValidationProfile.PDF_A_2U, page.ValidationProfile.PDF_UA_1):
        for pdf in (run, *(make() for make in PAPERS.values())):
            report = page.validate_pdf_bytes(pdf, profile=profile)
            assert [failure.message for failure in report.failures] == []
