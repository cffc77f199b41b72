"""The report of a province or a ministry: what its offices reached, who is late, what is weak everywhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_desktop.documents.figures import written
from ita_desktop.documents.setting import to_pdf
from ita_desktop.documents.typeset import (
    BODY,
    PLAIN,
    Column,
    DocumentInfo,
    PageBreak,
    PageSetup,
    Paragraph,
    Table,
)
from ita_desktop.domain.papers import Digits

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime
    from decimal import Decimal

    from ita_desktop.documents.typeset import Block
    from ita_desktop.domain.headquarters.standing import Group, ItemStanding, Standing

TITLE = PLAIN.but(size=20.0, bold=True, align="center", keep_with_next=True)
UNDER = PLAIN.but(align="center", space_after_pt=6.0, keep_with_next=True)
HEADING = PLAIN.but(bold=True, space_before_pt=8.0, space_after_pt=2.0, keep_with_next=True)
DENSE = PLAIN.but(size=14.0)
SHEET = PageSetup(page_number="thai")
TITLE_WORDS = "รายงานภาพรวมผลการประเมินคุณธรรมและความโปร่งใส"
WEAKEST = 15
"""Items that are listed: what can be worked on in a year."""
DASH = "–"


@dataclass(frozen=True, slots=True)
class HeadquartersPaper:
    """What the report tells of a year. `items` with their titles, the weakest first."""

    name: str
    year: int
    whole: Group
    provinces: Sequence[Group]
    offices: Sequence[Standing]
    items: Sequence[tuple[ItemStanding, str]]


def render_headquarters(paper: HeadquartersPaper, created: datetime, family: str) -> bytes:
    """Set the report."""
    year = f"ปีงบประมาณ พ.ศ. {paper.year}"
    blocks: list[Block] = [
        Paragraph(TITLE_WORDS, TITLE), Paragraph(_thai(f"{paper.name} {year}"), UNDER),
        *_overall(paper), *_provinces(paper), *_items(paper), *_late(paper), *_offices(paper),
    ]  # fmt: skip
    words = tuple(dict.fromkeys((paper.name, *(each.office.province for each in paper.offices))))
    info = DocumentInfo(_thai(f"{TITLE_WORDS} {year}"), created, author=paper.name)
    return to_pdf(blocks, info, family=family, page=SHEET, words=words)


def _thai(text: str) -> str:
    """Write with Thai figures; codes keep theirs."""
    return written(text, Digits.THAI)


def _score(value: Decimal | None) -> str:
    """Write a score."""
    return _thai(f"{value:.2f}") if value is not None else DASH


def _count(value: int) -> str:
    """Write a count."""
    return _thai(f"{value:,}")


def _overall(paper: HeadquartersPaper) -> Iterator[Block]:
    """Say in words what all reached; an office that has not sent is no zero."""
    whole = paper.whole
    sent = f"มีหน่วยงานทั้งหมด {whole.expected:,} แห่ง ส่งผลแล้ว {whole.sent:,} แห่ง"
    sent = f"{sent} ยังไม่ส่ง {whole.missing:,} แห่ง"
    yield Paragraph(_thai("๑. ภาพรวม"), HEADING)
    if whole.mean is None or whole.lowest is None or whole.highest is None:
        yield Paragraph(_thai(f"{sent} จึงยังไม่มีคะแนนรวมของหน่วยงานใด"), BODY)
        return
    reached = f"คะแนนรวมเฉลี่ย {whole.mean:.2f} ต่ำสุด {whole.lowest:.2f} สูงสุด {whole.highest:.2f} คะแนน"
    yield Paragraph(_thai(f"{sent} {reached} คะแนนเฉลี่ยคิดเฉพาะหน่วยงานที่ส่งผลครบทุกแบบวัด"), BODY)
    rows = [(name, _count(count)) for name, count in sorted(whole.levels.items(), key=lambda pair: -pair[1])]
    columns = (Column(weight=3.0), Column(weight=1.0, align="right"))
    yield Table(columns, [("ระดับผลการประเมิน", "หน่วยงาน"), *rows], style=DENSE)


def _provinces(paper: HeadquartersPaper) -> Iterator[Block]:
    """Set the provinces side by side."""
    yield Paragraph(_thai("๒. ผลตามจังหวัด"), HEADING)
    head = ("จังหวัด", "หน่วยงาน", "ส่งแล้ว", "เฉลี่ย", "ต่ำสุด", "สูงสุด")
    rows = [
        (
            group.name or "ไม่ระบุ", _count(group.expected), _count(group.sent), _score(group.mean),
            _score(group.lowest), _score(group.highest),
        )
        for group in paper.provinces
    ]  # fmt: skip
    columns = (Column(weight=3.0), *(Column(weight=1.0, align="right") for _ in range(5)))
    yield Table(columns, [head, *rows], style=DENSE)


def _items(paper: HeadquartersPaper) -> Iterator[Block]:
    """Set the items that are weak in most offices."""
    if not paper.items:
        return
    yield Paragraph(_thai("๓. ข้อที่ควรพัฒนาร่วมกัน เรียงจากคะแนนเฉลี่ยต่ำสุด"), HEADING)
    rows = [
        (each.key, _thai(title), _score(each.mean), _score(each.lowest), _count(each.below))
        for each, title in paper.items[:WEAKEST]
    ]
    columns = (
        Column(weight=0.7), Column(weight=5.0), *(Column(weight=1.0, align="right") for _ in range(3)),
    )  # fmt: skip
    head = ("ข้อ", "รายการ", "เฉลี่ย", "ต่ำสุด", _thai("ต่ำกว่า 85 (แห่ง)"))
    yield Table(columns, [head, *rows], style=DENSE)


def _late(paper: HeadquartersPaper) -> Iterator[Block]:
    """Name the offices that must send and have not."""
    late = [each for each in paper.offices if each.expected and not each.has_sent]
    if not late:
        return
    yield Paragraph(_thai("๔. หน่วยงานที่ยังไม่ส่งผล"), HEADING)
    rows = [(_count(number), each.office.name, each.office.province) for number, each in enumerate(late, 1)]
    columns = (Column(weight=0.7, align="right"), Column(weight=4.0), Column(weight=2.0))
    yield Table(columns, [("ที่", "หน่วยงาน", "จังหวัด"), *rows], style=DENSE)


def _offices(paper: HeadquartersPaper) -> Iterator[Block]:
    """Set all offices that sent, the highest first."""
    sent = sorted((each for each in paper.offices if each.rank is not None), key=lambda each: each.rank or 0)
    if not sent:
        return
    tools = sorted({code for each in sent for code in (each.tools or {})})
    yield PageBreak()
    yield Paragraph("ภาคผนวก ผลรายหน่วยงาน", HEADING)
    rows = [
        (
            _count(each.rank or 0), each.office.name,
            *(_score((each.tools or {}).get(code)) for code in tools), _score(each.total), each.level,
        )
        for each in sent
    ]  # fmt: skip
    columns = (
        Column(weight=0.7, align="right"), Column(weight=3.6),
        *(Column(weight=0.9, align="right") for _ in tools), Column(weight=0.9, align="right"),
        Column(weight=2.1),
    )  # fmt: skip
    yield Table(columns, [("ลำดับ", "หน่วยงาน", *tools, "รวม", "ระดับ"), *rows], style=DENSE)
