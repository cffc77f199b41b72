"""Sections: the published figures beside the computed ones, and what has no data yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.documents.figures import NO_DATA, code_ranges, listed, signed
from ita_desktop.documents.typeset import Cell, Column

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_desktop.documents.book import Book
    from ita_desktop.documents.typeset import Block
    from ita_desktop.documents.typeset.blocks import Row
    from ita_desktop.domain.contradictions import Contradiction
    from ita_desktop.domain.report import Gap, Hint


def gap_section(book: Book) -> Iterator[Block]:
    """Set what was published against what was computed; neither overwrites the other."""
    content = book.content
    if not content.gaps and not content.agreeing:
        return
    yield book.section("ผลที่ประกาศเทียบกับผลที่คำนวณจากข้อมูลของหน่วยงาน")
    if not content.gaps:
        yield book.sentence(f"ตัวเลขที่ประกาศและบันทึกไว้ {content.agreeing} ค่า ตรงกับผลที่คำนวณทุกค่า")
        return
    if content.agreeing:
        lead = f"ตัวเลขที่ประกาศ {content.agreeing} ค่าตรงกับผลที่คำนวณ และ {len(content.gaps)} ค่าต่างกัน ดังนี้"
    else:
        lead = f"ตัวเลขที่ประกาศ {len(content.gaps)} ค่าต่างจากผลที่คำนวณ ดังนี้"
    yield book.sentence(lead, leads=True)
    head: Row = ("รายการ", "ประกาศ", "คำนวณ", "ต่างกัน")
    figure = Column(24.0, align="decimal")
    rows = [_gap(book, gap) for gap in content.gaps]
    yield book.table("ผลที่ประกาศเทียบกับผลที่คำนวณ", (Column(), figure, figure, figure), [head, *rows])
    for hint in content.hints:
        yield book.sentence(_hint(hint, content.unexplained))
    if content.unexplained and not content.hints:
        yield book.sentence(
            f"คะแนน {listed(content.unexplained)} เป็นคะแนนจากแบบสอบถาม ผลตรวจไม่ทำให้ต่าง จึงควรตรวจสอบคำตอบที่บันทึก"
        )
    if content.contradictions:
        yield book.sentence("ตัวเลขที่ประกาศบางค่าขัดกันเอง ดังนี้", leads=True)
        yield from book.clauses([_contradiction(each) for each in content.contradictions])


def _gap(book: Book, gap: Gap) -> Row:
    """Set one difference."""
    name = "คะแนนรวม" if gap.key == "total" else f"{gap.key} {gap.title}".strip()
    size = Cell(book.cell(signed(gap.size))) if gap.size is not None else Cell("–", align="center")
    return (book.cell(name), book.score(gap.published), book.score(gap.computed), size)


def _contradiction(found: Contradiction) -> str:
    """Say which published figure the published figures below it cannot make."""
    name = "คะแนนรวม" if found.key == "total" else found.key
    made = f"{found.low:.2f}" if found.low == found.high else f"{found.low:.2f}–{found.high:.2f}"
    parts = listed(code_ranges(found.parts))
    return f"{name} ประกาศ {found.published} คะแนน แต่ {parts} ที่ประกาศรวมได้ {made} คะแนน"


def _hint(hint: Hint, unexplained: tuple[str, ...]) -> str:
    """Say which one result would explain all differences, or all but those of the surveys."""
    which = f"ทุกค่า ยกเว้น {listed(unexplained)} ซึ่งเป็นคะแนนจากแบบสอบถาม" if unexplained else "ทุกค่า"
    return (
        f"หากข้อ {hint.item} ได้ {hint.value.normalize():f} คะแนน "
        f"แทน {hint.present.normalize():f} คะแนนที่บันทึกไว้ "
        f"ผลที่คำนวณจะตรงกับผลที่ประกาศ{which} จึงควรตรวจสอบผลของข้อนี้"
    )


def missing_section(book: Book) -> Iterator[Block]:
    """List what has no data yet; nothing where all is there."""
    content = book.content
    if not content.missing and not content.incomplete:
        return
    yield book.section("ข้อมูลที่ยังขาด")
    yield book.sentence(
        f"รายการต่อไปนี้{NO_DATA} จึงไม่ได้นำมาคำนวณและไม่ได้นับเป็น 0 คะแนนข้างต้นเฉลี่ยจากรายการที่มีข้อมูลแล้ว",
        leads=True,
    )
    texts = [f"รายการ {', '.join(code_ranges(content.missing))}"] if content.missing else []
    yield from book.clauses([*texts, *content.incomplete])
