"""A person's own data on paper: all that the file holds of them, and what it is used for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.documents.setting import FAMILIES, names_of, to_pdf
from ita_desktop.documents.typeset import BODY, PLAIN, Column, DocumentInfo, Heading, Paragraph, Style, Table
from ita_desktop.domain.roster import Approval, InternalPerson
from ita_desktop.domain.thai_date import long_date
from ita_desktop.domain.thai_text import thai_digits

if TYPE_CHECKING:
    from datetime import date, datetime

    from ita_desktop.documents.typeset import Block
    from ita_desktop.domain.office import Office
    from ita_desktop.domain.roster import ExternalPerson

TITLE = "ข้อมูลส่วนบุคคลที่หน่วยงานเก็บไว้เพื่อการประเมิน ITA"
PURPOSE = (
    "หน่วยงานเก็บข้อมูลนี้เพื่อกำหนดผู้มีสิทธิตอบแบบวัดการรับรู้ในการประเมินคุณธรรมและความโปร่งใส (ITA) เท่านั้น "
    "ไม่เปิดเผยต่อสาธารณะ และไม่มีการเก็บว่าเจ้าของข้อมูลตอบแบบวัดหรือไม่ หรือตอบว่าอย่างไร"
)
APPROVALS = {
    Approval.DRAFT: "ร่าง",
    Approval.SUBMITTED: "รอผู้บริหารพิจารณา",
    Approval.APPROVED: "ผู้บริหารอนุมัติแล้ว",
    Approval.RETURNED: "ส่งกลับให้แก้",
}


def render_person(
    person: InternalPerson | ExternalPerson,
    office: Office,
    year: int,
    until: date,
    created: datetime,
    family: str = FAMILIES[0],
) -> bytes:
    """Set a person's data; the problems of `setting.to_pdf`."""
    rows = [(head, thai_digits(value) or "-") for head, value in _rows(person)]
    blocks: list[Block] = [
        Heading(TITLE, 1),
        Paragraph(thai_digits(f"{office.name} ปีงบประมาณ พ.ศ. {year}"), Style(align="center")),
        Paragraph(PURPOSE, BODY),
        Paragraph(thai_digits(f"เก็บไว้ถึงวันที่ {long_date(until)}"), BODY),
        Table((Column(46.0), Column()), rows, header_rows=0, row_headers=True, style=PLAIN),
    ]
    return to_pdf(
        blocks, DocumentInfo(TITLE, created, author=office.name), family=family, words=names_of(office)
    )


def _rows(person: InternalPerson | ExternalPerson) -> list[tuple[str, str]]:
    """Return every field that is kept, under its Thai name."""
    head = [("เลขที่ในบัญชี", str(person.key)), ("ชื่อ", person.name)]
    if isinstance(person, InternalPerson):
        own = [
            ("ตำแหน่ง", person.position),
            ("สำนัก/กอง", person.division),
            ("ระดับ", person.level),
            ("วันที่เริ่มงาน", _day(person.start_date)),
        ]
    else:
        own = [
            ("ประเภท", person.kind),
            ("เรื่องที่ติดต่อ", person.matter),
            ("ช่องทาง", person.channel),
            ("วันที่ติดต่อ", _day(person.contact_date)),
        ]
    state = APPROVALS[person.approval] + (f" ({person.reason})" if person.reason else "")
    return [*head, *own, ("โทรศัพท์", person.phone), ("การอนุมัติ", state),
            ("อยู่ในรายชื่อที่จะแจกแบบ", "ใช่" if person.asked else "ไม่")]  # fmt: skip


def _day(day: date | None) -> str:
    """Write a day, or nothing."""
    return long_date(day) if day is not None else ""
