"""All offices of a year in one workbook: offices, provinces, weak items, how each choice was taken."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_desktop.exchange.workbook_write import Column, SheetPlan, Value, write_workbook

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from ita_desktop.domain.headquarters.standing import Group, ItemStanding, Standing

SCORE = "0.00"


@dataclass(frozen=True, slots=True)
class StandingBook:
    """What goes in. `items` with their titles; `counts`: choice to count, by part and question."""

    year: int
    tools: Sequence[str]
    offices: Sequence[Standing]
    provinces: Sequence[Group]
    items: Sequence[tuple[ItemStanding, str]]
    counts: Mapping[tuple[str, str], Mapping[int, int]]


def write_standings(path: Path, book: StandingBook) -> Path:
    """Write the workbook and return its path; the disk's problems."""
    write_workbook(path, (_offices(book), _provinces(book), _items(book), _counts(book)))
    return path


def _offices(book: StandingBook) -> SheetPlan:
    """One row an office."""
    columns = (
        Column("จังหวัด", 20),
        Column("รหัส", 14, as_text=True),
        Column("หน่วยงาน", 40),
        Column("ประเภท", 20),
        Column("ส่งเมื่อ", 16),
        Column("เลขที่", 8),
        *(Column(code, 10, SCORE) for code in book.tools),
        Column("คะแนนรวม", 12, SCORE),
        Column("ระดับ", 18),
        Column("ลำดับ", 8),
    )
    return SheetPlan("หน่วยงาน", columns, [_office(book, each) for each in book.offices])


def _office(book: StandingBook, each: Standing) -> Sequence[Value]:
    """Return an office's row; one that has not sent has empty cells, never zeros."""
    office, tools = each.office, each.tools or {}
    return (
        office.province, office.code, office.name, office.kind,
        each.at.date() if each.at is not None else None, each.number or None,
        *(tools.get(code) for code in book.tools), each.total, each.level or None, each.rank,
    )  # fmt: skip


def _provinces(book: StandingBook) -> SheetPlan:
    """One row a province, a column for each level that occurs."""
    levels = sorted({level for group in book.provinces for level in group.levels})
    columns = (
        Column("จังหวัด", 24), Column("หน่วยงาน", 12), Column("ส่งแล้ว", 10), Column("ยังไม่ส่ง", 10),
        Column("เฉลี่ย", 10, SCORE), Column("ต่ำสุด", 10, SCORE), Column("สูงสุด", 10, SCORE),
        *(Column(level, 16) for level in levels),
    )  # fmt: skip
    rows = [
        (
            group.name, group.expected, group.sent, group.missing, group.mean, group.lowest, group.highest,
            *(group.levels.get(level, 0) for level in levels),
        )
        for group in book.provinces
    ]  # fmt: skip
    return SheetPlan("จังหวัด", columns, rows)


def _items(book: StandingBook) -> SheetPlan:
    """One row an item, the weakest first."""
    columns = (
        Column("ข้อ", 8), Column("รายการ", 60), Column("หน่วยงาน", 12), Column("เฉลี่ย", 10, SCORE),
        Column("ต่ำสุด", 10, SCORE), Column("ต่ำกว่า 85", 14),
    )  # fmt: skip
    rows = [(each.key, title, each.offices, each.mean, each.lowest, each.below) for each, title in book.items]
    return SheetPlan("รายข้อ", columns, rows)


def _counts(book: StandingBook) -> SheetPlan:
    """One row a question of a part, a column a choice."""
    widest = max((max(counts, default=0) for counts in book.counts.values()), default=0)
    columns = (
        Column("ส่วน", 10), Column("ข้อ", 8), *(Column(str(place), 10) for place in range(1, widest + 1)),
        Column("ไม่ตอบ", 10), Column("อ่านไม่ออก", 12), Column("ตอบสองตัวเลือก", 16),
    )  # fmt: skip
    return SheetPlan("คำตอบ", columns, list(_count_rows(book, widest)))


def _count_rows(book: StandingBook, widest: int) -> Iterable[Sequence[Value]]:
    """Yield the counts, marks last."""
    for (part, question), counts in sorted(book.counts.items()):
        choices = (counts.get(place, 0) for place in range(1, widest + 1))
        yield (part, question, *choices, counts.get(0, 0), counts.get(-1, 0), counts.get(-2, 0))
