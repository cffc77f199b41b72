"""What the papers of the checklist share: title, cells, live links, a row for each sub-indicator."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from ita_desktop.documents.setting import names_of, to_pdf
from ita_desktop.documents.typeset import PLAIN, Cell, DocumentInfo, PageSetup, Paragraph, Run
from ita_desktop.domain.checklist import WorkStatus
from ita_desktop.domain.thai_date import long_date, short_date

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date, datetime

    from ita_desktop.documents.typeset import Block, Text
    from ita_desktop.documents.typeset.blocks import Row
    from ita_desktop.domain.checklist_paper import ChecklistPaper, PaperLine

TITLE = PLAIN.but(size=18.0, bold=True, align="center", keep_with_next=True)
UNDER_TITLE = PLAIN.but(size=14.0, align="center", space_after_pt=4.0, keep_with_next=True)
DENSE = PLAIN.but(size=12.0)
LINK_COLOR = (0.05, 0.29, 0.46)
GROUP_SHADE = (0.96, 0.96, 0.96)
SHEET = PageSetup(left_mm=20.0, right_mm=15.0, top_mm=24.0, bottom_mm=15.0, page_number="arabic")
STATUS_WORDS = {
    WorkStatus.NOT_BEGUN: "ยังไม่เริ่ม",
    WorkStatus.DOING: "กำลังทำ",
    WorkStatus.WAITING: "รออนุมัติ",
    WorkStatus.RETURNED: "ส่งคืนให้แก้",
    WorkStatus.APPROVED: "อนุมัติแล้ว",
    WorkStatus.CONFIRMED: "ยืนยันแล้ว",
}


def head(paper: ChecklistPaper, title: str, under: str = "") -> Iterator[Block]:
    """Set the title of a paper with office, year and the day as of which it speaks."""
    yield Paragraph(title, TITLE)
    year = f"{paper.office.name} ประจำปีงบประมาณ พ.ศ. {paper.year}"
    yield Paragraph(f"{year} · {under or f'ข้อมูล ณ วันที่ {long_date(paper.day)}'}", UNDER_TITLE)


def links(line: PaperLine, none: str = "–") -> Text:
    """Set the addresses of an item, live, each on its own line, with room to break after each part."""
    runs: list[str | Run] = []
    for number, link in enumerate(line.links):
        if number:
            runs.append("\n")
        runs.append(Run(breakable(link), link=link, color=LINK_COLOR, underline=True))
    return runs or none


def breakable(link: str) -> str:
    """Return an address that may be broken after its slashes: a narrow column has no room for a whole one."""
    head_, mark, rest = link.partition("://")
    return head_ + mark + rest.replace("/", "/\u200b").replace("?", "?\u200b").replace("&", "&\u200b")


def day(value: date | None) -> str:
    """Write a day shortly, on one line."""
    return short_date(value).replace(" ", "\u00a0") if value is not None else "–"


def grouped(lines: Iterable[PaperLine], width: int, row: Callable[[PaperLine], Row]) -> Iterator[Row]:
    """Yield a row over the whole width for each sub-indicator, then the rows of its items."""
    for group, items in groupby(lines, key=lambda line: line.group):
        yield (Cell(group, colspan=width, bold=True, shade=GROUP_SHADE, align="left"),)
        for line in items:
            yield row(line)


def pdf(
    blocks: Sequence[Block],
    paper: ChecklistPaper,
    title: str,
    created: datetime,
    family: str,
    page: PageSetup,
) -> bytes:
    """Set the blocks of a paper."""
    info = DocumentInfo(f"{title} {paper.year}", created, author=paper.office.name)
    names = (*names_of(paper.office), *(line.owner for line in paper.lines if line.owner))
    return to_pdf(blocks, info, page=page, family=family, words=tuple(dict.fromkeys(names)))
