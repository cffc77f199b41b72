"""A letter and a list for each division: who is asked, and that nobody learns what they answered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_desktop.documents.setting import FAMILIES, names_of, to_pdf
from ita_desktop.documents.typeset import (
    BODY,
    PLAIN,
    Column,
    DocumentInfo,
    Heading,
    KeepTogether,
    PageBreak,
    PageSetup,
    Paragraph,
    Style,
    Table,
)
from ita_desktop.domain.thai_date import long_date
from ita_desktop.domain.thai_text import thai_digits

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date, datetime

    from ita_desktop.documents.typeset import Block
    from ita_desktop.domain.office import Office
    from ita_desktop.domain.roster import InternalPerson

TITLE = "บัญชีผู้รับแบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน"
COLUMNS = (
    Column(11.0, align="center"),
    Column(15.0, align="center"),
    Column(weight=1.25),
    Column(),
    Column(34.0),
)
HEAD = ("ที่", "เลขที่บัญชี", "ชื่อ-สกุล", "ตำแหน่ง", "ลงชื่อผู้รับแบบ")
CENTRED = Style(align="center")
SMALL = PLAIN.but(size=14.0)
NO_DIVISION = "ไม่ระบุสำนัก/กอง"


@dataclass(frozen=True, slots=True)
class DivisionList:
    """A division with the people who are asked, in the order of their names."""

    division: str
    people: Sequence[InternalPerson]


@dataclass(frozen=True, slots=True)
class HandingOut:
    """What all the lists say: the year, the day, whether the people were drawn, and with which seed."""

    office: Office
    year: int
    day: date
    seed: str = ""
    drawn: int = 0
    heads: int = 0


def render_lists(
    facts: HandingOut, lists: Sequence[DivisionList], created: datetime, family: str = FAMILIES[0]
) -> bytes:
    """Set the lists, each division on pages of its own; the problems of `setting.to_pdf`."""
    blocks: list[Block] = []
    for each in lists:
        if blocks:
            blocks.append(PageBreak())
        blocks += _division(facts, each)
    info = DocumentInfo(
        thai_digits(f"{TITLE} ปีงบประมาณ พ.ศ. {facts.year}"), created, author=facts.office.name
    )
    page = PageSetup(page_number="thai", left_mm=25.0)
    words = (*names_of(facts.office), *(each.division for each in lists if each.division))
    return to_pdf(blocks, info, page=page, family=family, words=words)


def _division(facts: HandingOut, each: DivisionList) -> Iterator[Block]:
    """Set a division's letter and list."""
    yield Heading(thai_digits(f"{TITLE} ปีงบประมาณ พ.ศ. {facts.year}"), 1)
    yield Paragraph(facts.office.name, CENTRED)
    yield Heading(each.division or NO_DIVISION, 2)
    yield Paragraph(_letter(facts, each), BODY)
    yield Paragraph(_PROMISE, BODY)
    rows = [
        (thai_digits(str(place)), str(person.key), person.name, person.position, "")
        for place, person in enumerate(each.people, 1)
    ]
    yield Table(COLUMNS, [HEAD, *rows], style=SMALL, padding_mm=1.8)
    yield KeepTogether([Table(_FOOT_COLUMNS, _foot(), header_rows=0, line_pt=0.0, style=SMALL)])


def _letter(facts: HandingOut, each: DivisionList) -> str:
    """Ask the division to hand the forms out."""
    where = each.division or "หน่วยงาน"
    start = thai_digits(
        f"ขอความอนุเคราะห์{where}แจกแบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน (IIT) "
        f"ให้แก่บุคลากรตามบัญชีนี้ จำนวน {len(each.people):,} คน"
    )
    if not facts.seed:
        return start + thai_digits(f" ซึ่งเป็นผู้มีสิทธิตอบทุกคน ณ วันที่ {long_date(facts.day)}")
    drawn = thai_digits(
        f" ซึ่งได้จากการสุ่ม {facts.drawn:,} คน จากผู้มีสิทธิตอบ {facts.heads:,} คน "
        f"เมื่อวันที่ {long_date(facts.day)} เลขตั้งต้นของการสุ่ม "
    )
    return f"{start}{drawn}{facts.seed}"  # the seed as it is typed again


_PROMISE = (
    "ลายมือชื่อในบัญชีนี้แสดงว่าได้รับแบบแล้วเท่านั้น แบบวัดไม่มีชื่อ ไม่มีเลขที่บัญชี และไม่มีผู้ใดทราบได้ว่าผู้ใดตอบหรือตอบว่าอย่างไร "
    "ผู้รับแบบเลือกที่จะไม่ตอบได้ บัญชีนี้ใช้เพื่อการประเมินคุณธรรมและความโปร่งใสเท่านั้น"
)
_FOOT_COLUMNS = (Column(), Column())


def _foot() -> list[tuple[str, str]]:
    """Leave room for the counts and for who handed out."""
    return [
        ("แจก ........................ ฉบับ", "ลงชื่อ ............................................ ผู้แจกแบบ"),
        ("รับคืนรวม ................. ฉบับ", "วันที่ ............................................"),
    ]
