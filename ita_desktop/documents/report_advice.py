"""Chapter: recommendations by tool: what to keep, mend first, develop, and what the office adds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.documents.body import body_blocks
from ita_desktop.documents.figures import NO_DATA, code_ranges, listed
from ita_desktop.documents.plan.findings import finding_words
from ita_desktop.documents.report_people import part_title
from ita_desktop.documents.report_result import total_sentence
from ita_desktop.documents.typeset import PLAIN, Paragraph, Placed
from ita_desktop.domain.plan.findings import Heading

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ita_desktop.documents.book import Book
    from ita_desktop.documents.typeset import Block, Pen
    from ita_desktop.domain.report import ToolSummary, WeakItem

POINT = PLAIN.but(bold=True, space_before_pt=6.0, left_indent_mm=25.0, keep_with_next=True)
FINDINGS = ("ประเด็นที่ต้องแก้ไขโดยเร่งด่วน", "ประเด็นที่ต้องพัฒนาให้ดีขึ้น")
"""Headings where the instrument names none."""
WRITING_LINES = 8
LINE_MM = 9.0
CHECKLIST_ADVICE = "ควรเผยแพร่ข้อมูลให้ครบถ้วนตามองค์ประกอบที่กำหนด และตรวจสอบว่าลิงก์เปิดได้ตลอดเวลา"
SURVEY_ADVICE = "ควรวิเคราะห์สาเหตุร่วมกับผู้ที่เกี่ยวข้อง แล้วกำหนดมาตรการและผู้รับผิดชอบในการปรับปรุง"


def advice_chapter(book: Book) -> Iterator[Block]:
    """Set the recommendations of each tool, then the office's own."""
    yield book.chapter("ข้อเสนอแนะ")
    yield book.sentence(total_sentence(book.content))
    for summary in book.content.summaries:
        yield from _tool(book, summary)
    yield from _remarks(book)


def _tool(book: Book, summary: ToolSummary) -> Iterator[Block]:
    """Set one tool's recommendations."""
    yield book.section(f"ข้อเสนอแนะตาม{part_title(summary.title, summary.code)}")
    if summary.score is None:
        yield book.sentence(f"{NO_DATA}ของเครื่องมือนี้ จึงยังไม่มีข้อเสนอแนะ")
        return
    yield book.sentence(_account(summary))
    titles = book.content.findings_headings[:2] if len(book.content.findings_headings) >= 2 else FINDINGS
    for title, texts in zip(titles, _points(book, summary), strict=True):
        if texts:
            yield Paragraph(title, POINT)
            yield from book.clauses(texts)


def _points(book: Book, summary: ToolSummary) -> tuple[list[str], list[str]]:
    """Return what stands below the two headings: what people took, else what the scores alone give."""
    taken = [line for line in book.content.decided if line.tool == summary.code]
    if taken:
        urgent_lines = [line for line in taken if line.heading is Heading.URGENT]
        others = [line for line in taken if line.heading is not Heading.URGENT]
        return [finding_words(line) for line in urgent_lines], [finding_words(line) for line in others]
    urgent = [item for item in summary.weak if item.urgent]
    develop = [item for item in to_develop(summary) if not item.urgent]
    return list(_advice(summary, urgent)), list(_advice(summary, develop))


def to_develop(summary: ToolSummary) -> tuple[WeakItem, ...]:
    """Return the items to work on: in a checklist all below full, in a survey those below the tool's score.

    Hardly any question is answered alike by everybody, so "below full" would name the whole questionnaire.
    """
    if summary.checklist or summary.score is None:
        return summary.weak
    return tuple(item for item in summary.weak if item.score < summary.score)


def _account(summary: ToolSummary) -> str:
    """State the tool's score, its best indicators, and its items at full score."""
    scores = {line.key: line.score for line in summary.indicators if line.score is not None}
    high = max(scores.values(), default=None)
    best = [f"ตัวชี้วัดที่ {line.key} {line.title}" for line in summary.indicators if line.score == high]
    text = f"ได้คะแนน {summary.score} คะแนน"
    if high is not None and len(best) < len(summary.indicators):
        text += f" {listed(best)} ได้คะแนนสูงสุด"
    elif high is not None:
        text += " ทุกตัวชี้วัดได้คะแนนเท่ากัน"
    if summary.full_items:
        text += f" ข้อที่ได้คะแนนเต็ม คือ {listed(code_ranges(summary.full_items))} ควรรักษามาตรฐานไว้"
    if summary.missing:
        text += f" ส่วนข้อ {listed(code_ranges(summary.missing))} {NO_DATA}"
    return text


def _advice(summary: ToolSummary, items: Sequence[WeakItem]) -> Iterator[str]:
    """State each item that has advice of its own, then the others in one clause."""
    for item in items:
        if item.guidance or item.leads_to:
            yield _particular(item)
    others = [item for item in items if not item.guidance and not item.leads_to]
    if others:
        named = listed(f"{item.code} ({item.score} คะแนน)" for item in others)
        yield f"ข้อ {named} {CHECKLIST_ADVICE if summary.checklist else SURVEY_ADVICE}"


def _particular(item: WeakItem) -> str:
    """State a weak item and what to do about it."""
    text = f"ข้อ {item.code} {item.text} ได้ {item.score} คะแนน"
    if item.guidance:
        return f"{text} {item.guidance}"
    related = listed(f"{code} {title}" for code, title in item.leads_to)
    return f"{text} {SURVEY_ADVICE} โดยใช้ข้อมูลที่เกี่ยวข้อง คือ {related}"


def _remarks(book: Book) -> Iterator[Block]:
    """Set what the office wrote; with nothing written, lines to write on."""
    yield book.section("ข้อเสนอแนะเพิ่มเติมของหน่วยงาน")
    if book.content.remarks:
        yield from body_blocks(book.content.remarks, book.text_digits)
        return

    def draw(pen: Pen, width: float) -> None:
        for line in range(1, WRITING_LINES + 1):
            pen.dotted(0.0, width, line * LINE_MM)

    yield Placed(WRITING_LINES * LINE_MM + 2.0, draw)
