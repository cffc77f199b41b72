"""รายงานผลการประเมิน ITA สู่การพัฒนาองค์กร: the whole report of a year, chapter by chapter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.documents.book import Book
from ita_desktop.documents.chart import Chart
from ita_desktop.documents.report_advice import advice_chapter
from ita_desktop.documents.report_front import cover, preface, report_title
from ita_desktop.documents.report_indicators import indicator_chapter
from ita_desktop.documents.report_people import people_chapter
from ita_desktop.documents.report_plan import plan_chapter
from ita_desktop.documents.report_result import result_chapter
from ita_desktop.documents.ruler import Ruler
from ita_desktop.documents.setting import FAMILIES, names_of, problems, to_pdf
from ita_desktop.documents.typeset import Contents, DocumentInfo, PageBreak, PageSetup
from ita_desktop.domain.papers import Digits

if TYPE_CHECKING:
    from datetime import datetime

    from ita_desktop.documents.typeset import Block
    from ita_desktop.domain.report import ReportContent

CHAPTERS = (people_chapter, result_chapter, indicator_chapter, plan_chapter, advice_chapter)


def render_report(content: ReportContent, created: datetime, *, family: str = FAMILIES[0]) -> bytes:
    """Set the report; the problems of `setting.to_pdf`."""
    names = names_of(content.office)
    with problems():
        book = new_book(content, Ruler.of(family, names))
        blocks = report_blocks(book, created)
    info = DocumentInfo(report_title(content), created, author=content.office.name)
    page = PageSetup(page_number=book.text_digits.value)
    return to_pdf(blocks, info, page=page, family=family, words=names)


def new_book(content: ReportContent, ruler: Ruler) -> Book:
    """Open a report: sentences in Thai figures, tables in Arabic ones, unless the draft wants one for all."""
    chosen = Digits(content.digits) if content.digits else None
    tables = chosen or Digits.ARABIC
    return Book(content, ruler, Chart(ruler, tables), chosen or Digits.THAI, tables)


def report_blocks(book: Book, created: datetime) -> list[Block]:
    """Make the blocks of the report from cover to recommendations."""
    blocks: list[Block] = [*cover(book, created), PageBreak(), *preface(book), PageBreak()]
    blocks.append(Contents("สารบัญ", max_level=2))
    for chapter in CHAPTERS:
        blocks += [PageBreak(), *chapter(book)]
    return blocks
