"""The names of fields and records, and what can be wrong with a value that a person typed."""

from __future__ import annotations

from ita_desktop.domain.problems import FieldFault
from ita_desktop.support.language import mark, tr

FIELDS = {
    "account": mark("ชื่อบัญชี"),
    "name": mark("ชื่อ"),
    "position": mark("ตำแหน่ง"),
    "division": mark("สำนัก/กอง"),
    "level": mark("ระดับ"),
    "start_date": mark("วันที่เริ่มงาน"),
    "contact_date": mark("วันที่มาติดต่อ"),
    "phone": mark("โทรศัพท์"),
    "kind": mark("ประเภท"),
    "matter": mark("เรื่องที่ติดต่อ"),
    "channel": mark("ช่องทาง"),
    "title": mark("ชื่อมาตรการ"),
    "indicator": mark("ตัวชี้วัด"),
    "finding": mark("ผลการวิเคราะห์"),
    "steps": mark("ขั้นตอน"),
    "start": mark("วันเริ่ม"),
    "end": mark("วันสิ้นสุด"),
    "owner": mark("ผู้รับผิดชอบ"),
    "outcome": mark("ผลการดำเนินการ"),
    "result": mark("ผลคะแนน"),
    "status": mark("สถานะ"),
    "link": mark("ลิงก์"),
    "note": mark("หมายเหตุ"),
    "due": mark("กำหนดส่ง"),
    "reason": mark("เหตุผล"),
    "seed": mark("เลขตั้งต้นของการสุ่ม"),
    "given": mark("จำนวนที่แจก"),
    "came_back": mark("จำนวนที่รับคืน"),
    "retention": mark("วันที่เก็บข้อมูลถึง"),
    "prefix": mark("คำนำหน้า"),
    "surname": mark("นามสกุล"),
    "office": mark("ชื่อหน่วยงาน"),
    "emblem": mark("ตราหน่วยงาน"),
    "line": mark("จำนวนคำตอบ"),
    "serial": mark("เลขที่แบบ"),
    "declared": mark("จำนวนในใบปะหน้า"),
    "fiscal_year": mark("ปีงบประมาณ"),
    "total": mark("คะแนนรวม"),
    "clerk": mark("ชื่อผู้บันทึก"),
    "percent": mark("ร้อยละของแบบที่สุ่ม"),
    "minimum": mark("จำนวนน้อยที่สุดที่สุ่ม"),
    "tolerance": mark("ร้อยละของคำตอบที่ผิดได้"),
}
"""Fields by the name that the services use; codes of items and parts stand for themselves."""

RECORDS = {
    "account": mark("บัญชี"),
    "questionnaire": mark("แบบสอบถาม"),
    "batch": mark("ชุดแบบสอบถาม"),
    "person": mark("รายชื่อ"),
    "draw": mark("การสุ่มที่ยังใช้ได้"),
    "year": mark("ปีงบประมาณ"),
    "measure": mark("มาตรการ"),
    "item": mark("ข้อ"),
    "paper": mark("เอกสาร"),
    "evidence": mark("หลักฐาน"),
    "second-keying": mark("การบันทึกซ้ำ"),
    "dispute": mark("ข้อที่รออ่านครั้งที่สาม"),
}

FAULTS = {
    FieldFault.EMPTY: mark("ยังไม่ได้กรอก"),
    FieldFault.NOT_A_DATE: mark("“{value}” ไม่ใช่วันที่ เขียนเช่น 24 มี.ค. 2568 หรือ 24/3/68"),
    FieldFault.NOT_A_NUMBER: mark("“{value}” ไม่ใช่ตัวเลข"),
    FieldFault.OUT_OF_RANGE: mark("“{value}” อยู่นอกช่วงที่ใช้ได้"),
    FieldFault.BAD_LINK: mark("“{value}” ไม่ใช่ลิงก์เว็บไซต์ ต้องขึ้นต้นด้วย https:// หรือ www."),
    FieldFault.NOT_OFFERED: mark("“{value}” ไม่มีให้เลือก"),
}


def field_name(field: str) -> str:
    """Return the name of a field as forms print it; a code is its own name."""
    return tr(FIELDS[field]) if field in FIELDS else field


def record_name(kind: str) -> str:
    """Return the name of a kind of record."""
    return tr(RECORDS[kind]) if kind in RECORDS else kind


def field_fault_words(fault: FieldFault, value: str = "", expected: str = "") -> str:
    """Say what is wrong with a value and, where it is known, what would do."""
    words = tr(FAULTS[fault]).format(value=value)
    return tr("{fault} (ใช้ได้: {expected})").format(fault=words, expected=expected) if expected else words
