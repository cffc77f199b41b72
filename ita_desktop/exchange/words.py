"""The words of workbooks: sheet names, column headers, statuses, in Thai as staff write them and in English.

The first word of a column is the one that templates print; the others are what offices' own sheets have.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.domain.checklist import WorkStatus
from ita_desktop.domain.measures import MeasureStatus
from ita_desktop.domain.scoring import Level
from ita_desktop.domain.thai_text import search_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

EXPLANATION_SHEET = "คำอธิบาย"
INTERNAL_SHEET, EXTERNAL_SHEET, CHECKLIST_SHEET = "ภายใน", "ภายนอก", "OIT"
SERIAL = "serial"

_NAMES = {
    "name": ("ชื่อ-สกุล", "ชื่อ-นามสกุล", "ชื่อและนามสกุล", "ชื่อ นามสกุล", "ชื่อ สกุล", "ชื่อตัว-ชื่อสกุล",
             "ชื่อ-ชื่อสกุล", "รายชื่อ", "ชื่อ", "ชื่อตัว", "name", "full name"),
    "prefix": ("คำนำหน้า", "คำนำหน้าชื่อ", "คำนำหน้านาม", "title", "prefix"),
    "surname": ("นามสกุล", "สกุล", "surname", "last name"),
    "phone": ("โทรศัพท์", "เบอร์โทรศัพท์", "เบอร์โทร", "หมายเลขโทรศัพท์", "โทร", "เบอร์มือถือ", "มือถือ",
              "เบอร์ติดต่อ", "เบอร์โทรศัพท์มือถือ", "ช่องทางติดต่อกลับ", "phone", "telephone", "mobile", "tel"),
}  # fmt: skip

INTERNAL_COLUMNS: Mapping[str, tuple[str, ...]] = _NAMES | {
    "position": ("ตำแหน่ง", "ชื่อตำแหน่ง", "position"),
    "division": ("สำนัก/กอง", "สังกัด", "กอง", "สำนัก", "ส่วนราชการ", "หน่วยงาน", "ฝ่าย", "กอง/สำนัก", "สำนัก กอง",
                 "สังกัดสำนัก/กอง", "สังกัด (สำนัก/กอง)", "หน่วยงานที่สังกัด", "division", "department"),
    "level": ("ระดับ", "ระดับเจ้าหน้าที่", "ระดับของเจ้าหน้าที่", "ประเภท", "ประเภทบุคลากร", "ประเภทเจ้าหน้าที่", "level"),
    "start_date": ("วันที่เริ่มงาน", "วันเริ่มงาน", "วันที่เริ่มปฏิบัติงาน", "วันเริ่มปฏิบัติงาน", "วันที่บรรจุ", "วันบรรจุ",
                   "วันเดือนปีที่บรรจุ", "วัน เดือน ปี ที่บรรจุ", "วัน/เดือน/ปี ที่บรรจุ", "วันที่เริ่มปฏิบัติราชการ",
                   "วันเดือนปีที่เริ่มงาน", "วันที่เข้าทำงาน", "เริ่มงานเมื่อ", "วันบรรจุแต่งตั้ง", "start_date", "start date"),
}  # fmt: skip

EXTERNAL_COLUMNS: Mapping[str, tuple[str, ...]] = _NAMES | {
    "name": (*_NAMES["name"], "ชื่อผู้ติดต่อ", "ชื่อผู้รับบริการ", "ชื่อผู้มาติดต่อ", "ผู้มาติดต่อ", "ผู้รับบริการ",
             "ชื่อ-สกุล/หน่วยงาน", "ชื่อหน่วยงาน", "ชื่อบุคคล/นิติบุคคล"),
    "kind": ("ประเภท", "ประเภทผู้ติดต่อ", "ประเภทผู้มาติดต่อ", "สถานะ", "ประเภทบุคคล", "kind", "type"),
    "matter": ("เรื่องที่ติดต่อ", "เรื่องติดต่อ", "เรื่อง", "งานที่ติดต่อ", "เรื่องที่มาติดต่อ", "ภารกิจ", "matter", "subject"),
    "channel": ("ช่องทาง", "ช่องทางที่ติดต่อ", "ช่องทางการติดต่อ", "channel"),
    "contact_date": ("วันที่ติดต่อ", "วันที่มาติดต่อ", "วันที่มา", "วันที่รับบริการ", "วันที่", "วันเดือนปี", "วัน เดือน ปี",
                     "วัน/เดือน/ปี", "contact_date", "contact date", "date"),
}  # fmt: skip

CHECKLIST_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "code": ("ข้อ", "รหัสข้อ", "รหัส", "ข้อที่", "code", "item"),
    "title": ("ชื่อข้อมูล", "ชื่อข้อ", "รายการ", "ข้อมูล", "รายการข้อมูล", "title", "text"),
    "result": ("ผลคะแนน", "ผล", "คะแนน", "ผลการประเมิน", "ผลตรวจ", "ผลการตรวจ", "result", "score"),
    "status": ("สถานะงาน", "สถานะ", "ความคืบหน้า", "status"),
    "link": ("ลิงก์", "ลิงค์", "ที่อยู่เว็บ", "URL", "url", "link", "เว็บไซต์"),
    "note": ("หมายเหตุ", "บันทึก", "note", "remark"),
    "owner": ("ผู้รับผิดชอบ", "หน่วยงานรับผิดชอบ", "หน่วยงานที่รับผิดชอบ", "ผู้รับผิดชอบหลัก", "owner"),
    "due": ("กำหนดเสร็จ", "กำหนดส่ง", "ภายในวันที่", "วันที่ครบกำหนด", "กำหนด", "due", "due date"),
}  # fmt: skip

STATUS_WORDS: Mapping[WorkStatus, str] = {
    WorkStatus.NOT_BEGUN: "ยังไม่เริ่ม",
    WorkStatus.DOING: "กำลังทำ",
    WorkStatus.WAITING: "รออนุมัติ",
    WorkStatus.RETURNED: "ส่งกลับให้แก้",
    WorkStatus.APPROVED: "อนุมัติแล้ว",
    WorkStatus.CONFIRMED: "ยืนยันแล้ว",
}

OTHER_STATUS_WORDS: Mapping[WorkStatus, tuple[str, ...]] = {
    WorkStatus.NOT_BEGUN: ("ยังไม่ดำเนินการ", "ยังไม่ได้เริ่ม"),
    WorkStatus.DOING: ("กำลังดำเนินการ", "อยู่ระหว่างดำเนินการ"),
    WorkStatus.WAITING: ("รอการอนุมัติ", "รอตรวจ"),
    WorkStatus.RETURNED: ("ส่งกลับแก้ไข", "ตีกลับ"),
    WorkStatus.APPROVED: ("อนุมัติ", "ผ่าน"),
    WorkStatus.CONFIRMED: ("ยืนยัน",),
}

MEASURE_WORDS: Mapping[MeasureStatus, str] = {
    MeasureStatus.PLANNED: "วางแผนไว้",
    MeasureStatus.RUNNING: "กำลังดำเนินการ",
    MeasureStatus.DONE: "แล้วเสร็จ",
    MeasureStatus.NOT_DONE: "ไม่ได้ดำเนินการ",
}

LEVEL_WORDS: Mapping[Level, str] = {
    Level.TOTAL: "คะแนนรวม",
    Level.TOOL: "แบบวัด",
    Level.PART: "ส่วน",
    Level.INDICATOR: "ตัวชี้วัด",
    Level.SUB_INDICATOR: "ตัวชี้วัดย่อย",
    Level.ITEM: "ข้อ",
    Level.QUESTION: "คำถาม",
}


def header_key(text: str) -> str:
    """Return the key under which two wordings of a header are the same: no spaces, tones, signs."""
    plain = text
    for sign in "*_/:–—":
        plain = plain.replace(sign, "")
    return search_key(plain)


class ColumnNames:
    """Finds the field that a header stands for."""

    def __init__(self, columns: Mapping[str, Iterable[str]]) -> None:
        """Take the wordings of each field."""
        self._fields = {header_key(word): field for field, words in columns.items() for word in words}

    def __call__(self, header: str) -> str:
        """Return the field, or nothing if the header is unknown."""
        return self._fields.get(header_key(header), "")


class Offered:
    """Finds which of the words on offer was meant.

    The whole, one side of a slash in it, or what goes on from there: พนักงานจ้างตามภารกิจ is ลูกจ้าง/พนักงานจ้าง and
    not ข้าราชการ/พนักงาน, since the longest beginning wins.
    """

    def __init__(self, words: Iterable[str]) -> None:
        """Take the words on offer."""
        self.words = tuple(words)
        self._known: dict[str, str] = {}
        for word in self.words:
            for part in (word, word.split(" เช่น")[0], *word.split("/")):
                self._known.setdefault(search_key(part), word)

    def find(self, text: str) -> str | None:
        """Return the word meant, or None; where nothing is on offer, anything goes."""
        if not self.words:
            return text
        key = search_key(text)
        begins = [known for known in self._known if known and key.startswith(known)]
        return self._known[max(begins, key=len)] if begins else None
