"""Chapter: the indicators one by one: how every item was answered, what every checklist item got."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from ita_desktop.documents.book import DENSE
from ita_desktop.documents.figures import NO_DATA, code_ranges, listed, score_text
from ita_desktop.documents.report_people import part_title
from ita_desktop.documents.typeset import Cell, Column, Heading, Paragraph, Run

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from ita_desktop.documents.book import Book
    from ita_desktop.documents.typeset import Block
    from ita_desktop.documents.typeset.blocks import Row
    from ita_desktop.domain.report import (
        CheckGroup,
        CheckLine,
        IndicatorResult,
        PartItems,
        QuestionResult,
    )

SUBHEAD = DENSE.but(size=16.0, bold=True, space_before_pt=8.0, keep_with_next=True)
SCORE_MM = 15.0
CODE_MM = 11.0
BREAK = "\u200b"


def indicator_chapter(book: Book) -> Iterator[Block]:
    """Walk the indicators."""
    count = len(book.content.indicators)
    yield book.chapter(f"วิเคราะห์ผลการประเมินราย {count} ตัวชี้วัด")
    yield book.sentence(
        "ตารางในส่วนนี้แสดงร้อยละของผู้เลือกแต่ละตัวเลือก และจำนวนคนในวงเล็บ เรียงตัวเลือกตามที่พิมพ์ในแบบวัด "
        "คิดจากผู้ที่ตอบข้อนั้น ส่วนแผนภูมิเรียงตัวเลือกตามคะแนนจากน้อยไปมาก"
    )
    for indicator in book.content.indicators:
        yield from _indicator(book, indicator)


def _indicator(book: Book, indicator: IndicatorResult) -> Iterator[Block]:
    """Set one indicator."""
    title = f"ตัวชี้วัดที่ {indicator.code} {indicator.title}"
    yield Heading(
        book.words(f"{title} ({score_text(indicator.score)}{' คะแนน' if indicator.score else ''})"), 2
    )
    for part in indicator.parts:
        if len(indicator.parts) > 1:
            yield Paragraph(book.words(part_title(part.title, part.code)), SUBHEAD)
        yield from _part(book, part)
    for group in indicator.groups:
        yield _group(book, group)
    if advice := _keep_or_mend(indicator):
        yield Paragraph(
            [Run("คำแนะนำ: ", bold=True), book.words(advice)], DENSE.but(size=16.0, align="justify")
        )


def _part(book: Book, part: PartItems) -> Iterator[Block]:
    """Set how one part answered; a table for each run of items with the same choices."""
    if part.hidden:
        yield book.sentence("มีผู้ตอบน้อยจนอาจรู้ได้ว่าผู้ตอบเป็นผู้ใด จึงไม่แสดงการกระจายของคำตอบ")
        return
    if not part.items or not part.respondents:
        yield book.sentence(f"{NO_DATA}ของตัวชี้วัดนี้")
        return
    questions = [question for item in part.items for question in item.questions]
    alt = "; ".join(f"{question.code} {score_text(question.score)}" for question in questions)
    yield book.chart.spread(questions, alt)
    for labels, run in groupby(questions, key=lambda q: tuple(choice.label for choice in q.choices)):
        yield _answers(book, tuple(run), labels)
    if lost := _lost(questions):
        yield book.note(lost)


def _answers(book: Book, run: Sequence[QuestionResult], labels: Sequence[str]) -> Block:
    """Set items with the same choices as one table."""
    head: Row = ("ข้อ", "หัวข้อการประเมิน", *labels, "คะแนน")
    choice = min(17.0, 84.0 / max(len(labels), 1)) if len(labels) > 2 else 24.0
    rows: list[Row] = []
    for question in run:
        cells = [f"{each.percent:.2f}\n({each.count:,})" for each in question.choices]
        rows.append(
            (
                Cell(question.code, align="center"),
                book.cell(question.text),
                *(book.cell(cell) for cell in cells),
                book.score(question.score, bold=True, none="–"),
            )
        )
    columns = [
        Column(CODE_MM),
        Column(),
        *(Column(choice, align="center") for _ in labels),
        Column(SCORE_MM, align="center"),
    ]
    return book.table("", columns, [head, *rows], DENSE)


def _lost(questions: Sequence[QuestionResult]) -> str:
    """Count apart what was no answer; empty where there is nothing of the kind."""
    notes = []
    for question in questions:
        kinds = (
            (question.blank, "ไม่ตอบ"),
            (question.unreadable, "อ่านไม่ออก"),
            (question.double, "เลือกมากกว่าหนึ่งข้อ"),
        )
        found = [f"{name} {count:,} คน" for count, name in kinds if count]
        if found:
            notes.append(f"{question.code} {' '.join(found)}")
    return f"ไม่นำมาคิดคะแนน: {' · '.join(notes)}" if notes else ""


def _group(book: Book, group: CheckGroup) -> Block:
    """Set a sub-indicator of the checklist with result and link."""
    head: Row = ("ข้อ", "ข้อมูลที่ต้องเปิดเผย", "ผล", "คะแนน", "ที่เผยแพร่ (URL)")
    rows = [_check(book, line) for line in group.lines]
    columns = (
        Column(CODE_MM, align="center"),
        Column(),
        Column(20.0, align="center"),
        Column(SCORE_MM, align="center"),
        Column(54.0),
    )
    score = f" ({score_text(group.score)}{' คะแนน' if group.score is not None else ''})" if group.code else ""
    title = f"{group.code} {group.title}{score}".strip() or "ผลการตรวจ"
    return book.table(title, columns, [head, *rows], DENSE.but(size=13.0))


def _check(book: Book, line: CheckLine) -> Row:
    """Set one checklist item."""
    score = book.cell(f"{line.score:.2f}") if line.score is not None else "–"
    step = line.step if line.score is not None else NO_DATA
    link = [Run(breakable(line.link), link=line.link)] if line.link else "–"
    return (line.code, book.cell(line.text), step, Cell(score, bold=True), Cell(link, align="left"))


def breakable(link: str) -> str:
    """Let an address end a line after each of its slashes; the mark for that is not printed."""
    scheme, separator, rest = link.partition("://")
    return f"{scheme}{separator}{rest.replace('/', '/' + BREAK)}"


def _keep_or_mend(indicator: IndicatorResult) -> str:
    """Say which items to keep at their full score and which to mend; empty without data."""
    scores = _scores(indicator)
    keep = [code for code, score in scores.items() if score == 100]
    mend = [code for code, score in scores.items() if score is not None and score < 100]
    sentences = []
    if keep:
        sentences.append(f"ควรรักษามาตรฐานของข้อ {listed(code_ranges(keep))}")
    if mend:
        sentences.append(f"ควรปรับปรุงข้อ {listed(code_ranges(mend))}")
    return " และ".join(sentences)


def _scores(indicator: IndicatorResult) -> dict[str, Decimal | None]:
    """Return the lowest score of each item over the parts."""
    found: dict[str, Decimal | None] = {}
    for part in indicator.parts:
        for item in part.items:
            known = [score for score in (found.get(item.code), item.score) if score is not None]
            found[item.code] = min(known, default=None)
    for group in indicator.groups:
        found.update({line.code: line.score for line in group.lines})
    return found
