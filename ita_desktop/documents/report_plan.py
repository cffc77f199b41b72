"""Chapter: from the result to measures: the plan in the six columns that such reports have."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from ita_desktop.documents.book import DENSE
from ita_desktop.documents.typeset import Column
from ita_desktop.domain.thai_date import short_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_desktop.documents.book import Book
    from ita_desktop.documents.ruler import Ruler
    from ita_desktop.documents.typeset import Block
    from ita_desktop.documents.typeset.blocks import Row
    from ita_desktop.domain.report import PlanLine

HEAD: Row = (
    "ประเด็น",
    "มาตรการ/โครงการ/กิจกรรม",
    "ผลการวิเคราะห์ตัวชี้วัดที่สอดคล้อง",
    "ขั้นตอน/วิธีการดำเนินงาน",
    "ระยะเวลา",
    "ผู้รับผิดชอบ",
)
WIDTHS = (22.0, 30.0, 30.0, 35.0, 19.0, 24.0)
PADDING_MM = 2.4
TALLEST = 30
"""Lines of a row; a longer one goes on in a row of its own, for a row cannot be divided between pages."""
CONTINUED = "(ต่อ)"


def plan_chapter(book: Book) -> Iterator[Block]:
    """Set the measures, or say that none are written yet."""
    yield book.chapter("การนำผลการวิเคราะห์ไปสู่การปรับปรุงและพัฒนาองค์กร")
    if not book.content.plan:
        yield book.sentence("ยังไม่ได้กำหนดมาตรการในโปรแกรม")
        return
    yield book.sentence(f"{book.office}ได้นำผลการวิเคราะห์รายตัวชี้วัดมากำหนดมาตรการ ขั้นตอน ระยะเวลา และผู้รับผิดชอบ ดังนี้")
    rows = [row for line in book.content.plan for row in _rows(book, line)]
    columns = [Column(width) for width in WIDTHS]
    yield book.table("มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน", columns, [HEAD, *rows], DENSE)


def _rows(book: Book, line: PlanLine) -> Iterator[Row]:
    """Set one measure, over several rows if it is too long for a page."""
    texts = (
        f"{line.indicator}. {line.indicator_title}",
        line.title,
        line.finding,
        line.steps,
        period(line),
        line.owner,
    )
    cells = [
        divided(book.cell(text), book.ruler, width - PADDING_MM)
        for text, width in zip(texts, WIDTHS, strict=True)
    ]
    for number, pieces in enumerate(zip_longest(*cells, fillvalue="")):
        first, *rest = pieces
        yield (first if number == 0 else CONTINUED, *rest)


def period(line: PlanLine) -> str:
    """Write from when to when, with what is known of it."""
    start = short_date(line.start).replace(" ", "\u00a0") if line.start is not None else ""
    end = short_date(line.end).replace(" ", "\u00a0") if line.end is not None else ""
    if start and end:
        return f"{start} – {end}"
    return f"ตั้งแต่ {start}" if start else f"ภายใน {end}" if end else "–"


def divided(text: str, ruler: Ruler, width: float) -> tuple[str, ...]:
    """Cut a cell's text into pieces that a row can hold, at line ends where it has them, else at spaces."""
    if len(ruler.lines(text, DENSE, width)) <= TALLEST:
        return (text,)
    pieces, held = [], ""
    for word in _words(text):
        if held and len(ruler.lines(held + word, DENSE, width)) > TALLEST:
            pieces.append(held.strip())
            held = ""
        held += word
    return (*pieces, held.strip())


def _words(text: str) -> Iterator[str]:
    """Yield stretches that are not divided: lines if each is short, else what stands between spaces."""
    for line in text.splitlines(keepends=True):
        if len(line) < 400:
            yield line
        else:
            yield from (f"{word} " for word in line.split(" "))
