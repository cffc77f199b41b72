"""The report to the executive after six and after twelve months: in sum, measure by measure, what hinders."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING

from ita_desktop.documents.body import clause_block
from ita_desktop.documents.plan.parts import (
    DENSE,
    NONE_YET,
    SHEET,
    STATUS_WORDS,
    day_text,
    head,
    heading,
    money_text,
    pdf,
    sentence,
    signature,
    thai,
)
from ita_desktop.documents.typeset import Column, Table
from ita_desktop.domain.fiscal_year import BUDDHIST_OFFSET
from ita_desktop.domain.measures import MeasureStatus
from ita_desktop.domain.thai_date import long_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from ita_desktop.documents.typeset import Block
    from ita_desktop.documents.typeset.blocks import Row
    from ita_desktop.domain.plan.followed import Followed
    from ita_desktop.domain.plan.papers import PlanPaper
    from ita_desktop.domain.plan.progress import Quarter

TITLE = "รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส"


def render_half_year(paper: PlanPaper, created: datetime, family: str, *, whole: bool) -> bytes:
    """Set the report of the first half of the fiscal year, or of the whole."""
    year = paper.plan_year
    first = f"ตุลาคม {year - 1}"
    months = "12 เดือน" if whole else "6 เดือน"
    under = f"รอบ {months} ({first} – {'กันยายน' if whole else 'มีนาคม'} {year})"
    quarters = 4 if whole else 2
    blocks = [*head(paper, TITLE, under), *_blocks(paper, quarters)]
    return pdf(blocks, paper, TITLE, created, family, SHEET.landscape())


def _blocks(paper: PlanPaper, quarters: int) -> Iterator[Block]:
    """Set the sum, the table, what is late, what hinders."""
    if not paper.measures:
        yield sentence(NONE_YET)
        return
    yield sentence(_sum(paper, quarters))
    spread = [Column(20.0, align="center") for _ in range(quarters)]
    columns = [Column(9.0, align="center"), Column(weight=1.3), Column(28.0), Column(22.0), *spread]
    columns += [Column(24.0, align="right"), Column(24.0), Column(weight=1.4)]
    titles = [f"ไตรมาส {number}" for number in range(1, quarters + 1)]
    header: Row = (
        "ที่", "มาตรการ", "ผู้รับผิดชอบ", "กำหนดเสร็จ", *titles, "ใช้จ่าย (บาท)", "สถานะ", "ผลและปัญหาอุปสรรค"
    )  # fmt: skip
    rows = [_row(number, each, quarters) for number, each in enumerate(paper.measures, 1)]
    yield Table(columns, [tuple(map(_thai, header)), *rows], style=DENSE)
    yield from _list("มาตรการที่เลยกำหนดแล้วยังไม่แล้วเสร็จ", _late(paper.measures))
    yield from _list("ปัญหาและอุปสรรค", _obstacles(paper.measures, quarters))
    yield sentence("จึงเรียนมาเพื่อโปรดทราบและพิจารณาสั่งการ")
    yield signature(paper)


def _thai(text: object) -> str:
    """Write a head with Thai figures."""
    return thai(str(text))


def _within(followed: Followed, quarters: int) -> tuple[Quarter, ...]:
    """Return the quarters that are reported on."""
    return followed.quarters[:quarters]


def _sum(paper: PlanPaper, quarters: int) -> str:
    """Say how many there are, how they stand, and what was spent of what."""
    counts = Counter(each.measure.status for each in paper.measures)
    standing = " ".join(f"{STATUS_WORDS[s]} {counts[s]} มาตรการ" for s in MeasureStatus if counts[s])
    planned = sum((each.measure.money or Decimal(0) for each in paper.measures), Decimal(0))
    spent = sum(
        (quarter.spent or Decimal(0) for each in paper.measures for quarter in _within(each, quarters)),
        Decimal(0),
    )
    money = f" ใช้จ่ายแล้ว {money_text(spent)} บาท" if spent else " ยังไม่มีการใช้จ่าย"
    of = f" จากงบประมาณ {money_text(planned)} บาท" if planned else ""
    return (
        f"เรียน ผู้บริหาร{paper.office.name} ขอรายงานว่ามีมาตรการทั้งหมด {len(paper.measures)} มาตรการ {standing}"
        f"{money}{of} ข้อมูล ณ วันที่ {long_date(paper.day)} รายละเอียดดังตาราง"
    )


def _row(number: int, followed: Followed, quarters: int) -> Row:
    """Set one measure."""
    measure, own = followed.measure, _within(followed, quarters)
    spent = sum((quarter.spent or Decimal(0) for quarter in own), Decimal(0))
    known = any(quarter.spent is not None for quarter in own)
    cells = (f"ร้อยละ {quarter.percent}" if quarter.percent is not None else "–" for quarter in own)
    late = " (เลยกำหนด)" if followed.overdue else ""
    texts = (
        str(number), measure.title, measure.owner or "–", day_text(measure.end), *cells,
        money_text(spent) if known else "–", f"{STATUS_WORDS[measure.status]}{late}", _told(followed, own),
    )  # fmt: skip
    return tuple(map(thai, texts))


def _told(followed: Followed, own: Sequence[Quarter]) -> str:
    """Write the latest that was done, and the outcome against the target."""
    done = [report.done for quarter in own for report in quarter.reports if report.done]
    measure = followed.measure
    parts = [done[-1] if done else measure.outcome]
    if measure.achieved:
        parts.append(f"ผล {measure.achieved} (เป้าหมาย {measure.target or '–'})")
    return "\n".join(part for part in parts if part) or "–"


def _late(measures: Sequence[Followed]) -> list[str]:
    """Name what is late."""
    return [
        f"{each.measure.title} กำหนด {day_text(each.measure.end)} ผู้รับผิดชอบ {each.measure.owner or '–'}"
        for each in measures
        if each.overdue
    ]


def _obstacles(measures: Sequence[Followed], quarters: int) -> list[str]:
    """Name what hinders, with the month."""
    return [
        f"{each.measure.title}: {report.obstacles} "
        f"({report.month.month:02d}/{report.month.year + BUDDHIST_OFFSET})"
        for each in measures
        for quarter in _within(each, quarters)
        for report in quarter.reports
        if report.obstacles
    ]


def _list(title: str, texts: Sequence[str]) -> Iterator[Block]:
    """Set a list below its heading; nothing for an empty one."""
    if texts:
        yield heading(title)
        for number, text in enumerate(texts, 1):
            yield clause_block(thai(f"{number})"), thai(text), 0)
