"""The fields of kinds of papers: what each is called, a sample, where its text comes from."""

from __future__ import annotations

from typing import Final

from ita_desktop.domain.paperwork.papers import Field, FieldShape, FieldSource
from ita_desktop.support.language import mark

SECRECY: Final = ("ลับ", "ลับมาก", "ลับที่สุด")
ARABIC: Final = "อารบิก"
"""What the field `digits` says for Arabic figures; Thai ones otherwise. A template keeps the choice."""
URGENCY: Final = ("ด่วน", "ด่วนมาก", "ด่วนที่สุด")

DEPARTMENT = Field(
    "department",
    mark("ส่วนราชการ"),
    "กองยุทธศาสตร์และงบประมาณ เทศบาลตำบลตัวอย่าง",
    FieldSource.OFFICE,
    needed=True,
)
DAY = Field("day", mark("วันที่"), "24 มีนาคม 2568", FieldSource.REGISTER, FieldShape.DAY)
SUBJECT = Field("subject", mark("เรื่อง"), "รายงานผลการประเมิน ITA", FieldSource.RESULT, needed=True)
ADDRESSEE = Field("addressee", mark("เรียน"), "นายกเทศมนตรีตำบลตัวอย่าง", FieldSource.OFFICE, needed=True)
REFERENCE = Field("reference", mark("อ้างถึง"), "หนังสือสำนักงาน ป.ป.ช. ลงวันที่ …", shape=FieldShape.LINES)
ENCLOSURES = Field("enclosures", mark("สิ่งที่ส่งมาด้วย"), "แบบรายงาน จำนวน 1 ชุด", shape=FieldShape.LINES)
ORIGIN = Field("origin", mark("ที่ตั้งหน่วยงาน"), "สำนักงานเทศบาลตำบลตัวอย่าง", FieldSource.OFFICE, FieldShape.LINES)
CLOSING = Field("closing", mark("คำลงท้าย"), "ขอแสดงความนับถือ", FieldSource.OFFICE)
OWNER = Field(
    "owner", mark("หน่วยงานเจ้าของเรื่อง"), "กองยุทธศาสตร์และงบประมาณ", FieldSource.OFFICE, FieldShape.LINES
)
COPIES = Field("copies", mark("สำเนาส่ง"), "ผู้ว่าราชการจังหวัดตัวอย่าง", shape=FieldShape.LINES)
SIGNER_NAME = Field("signer_name", mark("ชื่อผู้ลงนาม"), "นางสาวตัวอย่าง รักงาน", FieldSource.OFFICE, needed=True)
SIGNER_POSITION = Field(
    "signer_position", mark("ตำแหน่งผู้ลงนาม"), "ปลัดเทศบาลตำบลตัวอย่าง", FieldSource.OFFICE, needed=True
)

SIGNER_ACTING = Field("signer_acting", mark("ลงนามแทน"), "รักษาราชการแทน นายกเทศมนตรีตำบลตัวอย่าง")
SECRET = Field("secrecy", mark("ชั้นความลับ"), "ลับ", shape=FieldShape.CHOICE, choices=SECRECY)
URGENT = Field("urgency", mark("ชั้นความเร็ว"), "ด่วนที่สุด", shape=FieldShape.CHOICE, choices=URGENCY)
TITLE = Field(
    "subject", mark("ชื่อเอกสาร"), "มาตรการส่งเสริมคุณธรรมและความโปร่งใส", FieldSource.RESULT, needed=True
)
PLACE = Field("place", mark("สถานที่"), "ห้องประชุมเทศบาลตำบลตัวอย่าง")
EVENT_DAY = Field("event_day", mark("วันที่จัด"), "8 มีนาคม 2568", shape=FieldShape.DAY)
EFFECTIVE = Field("effective", mark("ใช้บังคับ"), "ทั้งนี้ ตั้งแต่บัดนี้เป็นต้นไป", FieldSource.OFFICE)
BOARD = Field(
    "board", mark("ชื่อคณะที่ประชุม"), "คณะทำงานประเมินคุณธรรมและความโปร่งใส", FieldSource.RESULT, needed=True
)
SESSION = Field("session", mark("ครั้งที่"), "1/2568")
PRESENT = Field("present", mark("ผู้มาประชุม"), "นางสาวตัวอย่าง รักงาน ปลัดเทศบาล ประธาน", shape=FieldShape.LINES)
ABSENT = Field("absent", mark("ผู้ไม่มาประชุม"), "นายสมมติ ตัวอย่าง ติดราชการ", shape=FieldShape.LINES)
ATTENDING = Field("attending", mark("ผู้เข้าร่วมประชุม"), "นางสมมติ ตัวอย่าง นิติกร", shape=FieldShape.LINES)
BEGAN = Field("began", mark("เริ่มประชุมเวลา"), "09.30")
ENDED = Field("ended", mark("เลิกประชุมเวลา"), "12.00")
RECORDER = Field("recorder", mark("ผู้จดรายงานการประชุม"), "นางสมมติ ตัวอย่าง", FieldSource.OFFICE)
CHECKER = Field("checker", mark("ผู้ตรวจรายงานการประชุม"), "นางสาวตัวอย่าง รักงาน")
MAKER = Field("maker", mark("จัดทำโดย"), "กองยุทธศาสตร์และงบประมาณ", FieldSource.OFFICE, FieldShape.LINES)

DIGITS = Field("digits", mark("ตัวเลข"), "ไทย", shape=FieldShape.CHOICE, choices=("ไทย", ARABIC))

SIGNATURE = (SIGNER_NAME, SIGNER_POSITION, SIGNER_ACTING)
MARKS = (SECRET, URGENT)
MEMO_FIELDS = (DEPARTMENT, DAY, SUBJECT, ADDRESSEE, *SIGNATURE, *MARKS, DIGITS)
LETTER_FIELDS = (
    ORIGIN, DAY, SUBJECT, ADDRESSEE, REFERENCE, ENCLOSURES, CLOSING, *SIGNATURE, OWNER, COPIES, *MARKS,
    DIGITS,
)  # fmt: skip
ORDER_FIELDS = (SUBJECT, EFFECTIVE, DAY, *SIGNATURE, DIGITS)
ANNOUNCEMENT_FIELDS = (SUBJECT, DAY, *SIGNATURE, DIGITS)
MINUTES_FIELDS = (
    BOARD, SESSION, EVENT_DAY, PLACE, PRESENT, ABSENT, ATTENDING, BEGAN, ENDED, RECORDER, CHECKER, DIGITS,
)  # fmt: skip
