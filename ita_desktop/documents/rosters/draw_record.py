"""The record of a draw: the seed, the shares, who was drawn with which lot, and how anybody checks it."""

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
    PageSetup,
    Paragraph,
    Style,
    Table,
)
from ita_desktop.domain.draw import METHOD, lot
from ita_desktop.domain.thai_date import long_date
from ita_desktop.domain.thai_text import thai_digits

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date, datetime

    from ita_desktop.documents.typeset import Block
    from ita_desktop.domain.draw import Draw
    from ita_desktop.domain.office import Office

TITLE = "บันทึกการสุ่มรายชื่อผู้ตอบแบบวัดการรับรู้"
SHOWN_OF_LOT = 16
"""Hexadecimal digits: enough to put any two people in order, few enough to be read."""

SMALL = PLAIN.but(size=14.0)
SHARES = (Column(), Column(weight=0.8), Column(24.0, align="right"), Column(24.0, align="right"))
DRAWN = (Column(12.0, align="center"), Column(20.0, align="right"), Column(), Column(), Column(40.0))


@dataclass(frozen=True, slots=True)
class DrawFacts:
    """What the record says beside the draw itself: `names` and `units` by the numbers on the roster."""

    office: Office
    year: int
    day: date
    names: Mapping[int, str]
    units: Mapping[int, str]
    unit_head: str
    level_head: str


def render_draw(facts: DrawFacts, draw: Draw, created: datetime, family: str = FAMILIES[0]) -> bytes:
    """Set the record; the problems of `setting.to_pdf`."""
    info = DocumentInfo(
        thai_digits(f"{TITLE} ปีงบประมาณ พ.ศ. {facts.year}"), created, author=facts.office.name
    )
    page = PageSetup(page_number="thai", left_mm=25.0)
    return to_pdf(list(_blocks(facts, draw)), info, page=page, family=family, words=names_of(facts.office))


def _blocks(facts: DrawFacts, draw: Draw) -> Iterator[Block]:
    """Set the parts of the record."""
    yield Heading(thai_digits(f"{TITLE} ปีงบประมาณ พ.ศ. {facts.year}"), 1)
    yield Paragraph(facts.office.name, Style(align="center"))
    yield Paragraph(
        thai_digits(
            f"สุ่มเมื่อวันที่ {long_date(facts.day)} จำนวน {draw.size:,} คน จากผู้มีสิทธิ {draw.heads:,} คน "
            f"แบ่งตาม{facts.unit_head}และ{facts.level_head}ตามสัดส่วน"
        ),
        BODY,
    )
    yield Table(
        (Column(44.0), Column()),
        [
            ("เลขตั้งต้น (seed)", draw.seed),
            ("วิธีสุ่ม", METHOD),
            ("รหัสของบัญชีที่ใช้สุ่ม", f"{draw.digest[:32]} {draw.digest[32:]}"),
        ],
        header_rows=0,
        style=SMALL,
        row_headers=True,
    )
    yield Heading("วิธีตรวจซ้ำ", 2)
    for line in _HOW:
        yield Paragraph(line, BODY)
    yield Heading("ส่วนแบ่ง", 2)
    yield _shares(facts, draw)
    yield Heading("ผู้ที่สุ่มได้", 2)
    yield _drawn(facts, draw)


_HOW = (
    (
        "สลากของแต่ละคนคือค่า SHA-256 ของข้อความ “เลขตั้งต้น:เลขที่บัญชี” (รหัสอักขระ UTF-8 ไม่มีช่องว่าง) เขียนเป็นเลขฐานสิบหก "
        "ในแต่ละกลุ่ม ผู้ที่สลากน้อยที่สุดเรียงขึ้นไปเป็นผู้ที่สุ่มได้ จนครบส่วนแบ่งของกลุ่ม ผู้ใดก็คำนวณซ้ำได้ด้วยโปรแกรมคำนวณ SHA-256 ทั่วไป"
    ),
    "ส่วนแบ่งของกลุ่มคือจำนวนที่สุ่มคูณสัดส่วนของกลุ่ม ปัดลง ที่เหลือให้กลุ่มที่มีเศษมากที่สุดก่อน หากเศษเท่ากันให้กลุ่มที่ใหญ่กว่า",
)


def _shares(facts: DrawFacts, draw: Draw) -> Table:
    """Set the shares by stratum."""
    rows = [
        (share.stratum[0] or "-", share.stratum[1] or "-", f"{share.heads:,}", f"{share.drawn:,}")
        for share in draw.shares
    ]
    total = ("รวม", "", f"{draw.heads:,}", f"{draw.size:,}")
    head = (facts.unit_head, facts.level_head, "ผู้มีสิทธิ", "สุ่มได้")
    return Table(SHARES, [head, *rows, total], style=SMALL)


def _drawn(facts: DrawFacts, draw: Draw) -> Table:
    """Set those who were drawn with their lots."""
    head = ("ที่", "เลขที่บัญชี", "ชื่อ", facts.unit_head, "สลาก (ต้น)")
    rows = [
        (
            thai_digits(str(place)), str(number), facts.names.get(number, "-"), facts.units.get(number,
            "") or "-",
            lot(draw.seed, number)[:SHOWN_OF_LOT],
        )
        for place, number in enumerate(draw.numbers, 1)
    ]  # fmt: skip
    return Table(DRAWN, [head, *rows], style=SMALL)
