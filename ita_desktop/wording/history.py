"""The history in words: who did what to what, a line for each entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.domain.history import Action
from ita_desktop.support.language import mark, tr
from ita_desktop.wording.dates import moment_words
from ita_desktop.wording.imports import KINDS
from ita_desktop.wording.papers import PAPERS
from ita_desktop.wording.states import label

if TYPE_CHECKING:
    from ita_desktop.domain.history import Entry

ACTIONS = {
    Action.CREATED: mark("สร้างแฟ้มปีงบประมาณ {subject}"),
    Action.CHANGED_OFFICE: mark("แก้ข้อมูลหน่วยงาน"),
    Action.CHANGED_SETTING: mark("แก้การตั้งค่า {subject}"),
    Action.CHANGED_INSTRUMENT: mark("เปลี่ยนแบบวัดปี {subject}"),
    Action.ADDED_PERSON: mark("เพิ่มรายชื่อ {subject}"),
    Action.CHANGED_PERSON: mark("แก้รายชื่อ {subject}"),
    Action.REMOVED_PERSON: mark("ลบรายชื่อ {subject}"),
    Action.MERGED_PEOPLE: mark("รวมรายชื่อที่ซ้ำกัน {subject}"),
    Action.KEPT_APART: mark("ยืนยันว่าเป็นคนละคน {subject}"),
    Action.SUBMITTED_ROSTER: mark("ส่งรายชื่อให้ผู้บริหารพิจารณา {subject}"),
    Action.APPROVED_ROSTER: mark("อนุมัติรายชื่อ {subject}"),
    Action.RETURNED_ROSTER: mark("ส่งรายชื่อกลับให้แก้ {subject}"),
    Action.REOPENED_ROSTER: mark("เปิดรายชื่อที่อนุมัติแล้วให้แก้ {subject}"),
    Action.DREW_PEOPLE: mark("สุ่มรายชื่อ {subject}"),
    Action.COUNTED_HANDOUT: mark("บันทึกจำนวนแบบที่แจกและรับคืน {subject}"),
    Action.GAVE_OUT_PERSON: mark("ส่งออกข้อมูลของเจ้าของข้อมูล {subject}"),
    Action.ERASED_PERSON: mark("ลบข้อมูลตามคำขอของเจ้าของข้อมูล {subject}"),
    Action.STARTED_YEAR: mark("เริ่มปีงบประมาณ {subject}"),
    Action.WENT_TO_YEAR: mark("เปลี่ยนไปทำงานปีงบประมาณ {subject}"),
    Action.IMPORTED: mark("นำเข้าจาก Excel {subject}"),
    Action.OPENED_BATCH: mark("เปิดชุดแบบสอบถาม {subject}"),
    Action.CHANGED_BATCH: mark("แก้ใบปะหน้าชุด {subject}"),
    Action.CLOSED_BATCH: mark("ปิดชุดแบบสอบถาม {subject}"),
    Action.KEYED_FORM: mark("บันทึกแบบ {subject}"),
    Action.MENDED_FORM: mark("แก้แบบ {subject}"),
    Action.REMOVED_FORM: mark("ลบแบบ {subject}"),
    Action.DREW_SAMPLE: mark("สุ่มแบบที่จะบันทึกซ้ำ {subject}"),
    Action.CALLED_OFF_SECOND: mark("ยกเลิกการบันทึกซ้ำ {subject}"),
    Action.KEYED_AGAIN: mark("บันทึกซ้ำ {subject}"),
    Action.DECIDED_ANSWER: mark("อ่านครั้งที่สาม {subject}"),
    Action.LOOKED_AT_FORM: mark("ตรวจดูแบบ {subject}"),
    Action.CHANGED_ITEM: mark("แก้ข้อ {subject}"),
    Action.ADDED_MEASURE: mark("เพิ่มมาตรการตัวชี้วัดที่ {subject}"),
    Action.CHANGED_MEASURE: mark("แก้มาตรการตัวชี้วัดที่ {subject}"),
    Action.REMOVED_MEASURE: mark("ลบมาตรการ {subject}"),
    Action.CARRIED_MEASURES: mark("ยกมาตรการที่ยังไม่แล้วเสร็จมา {subject}"),
    Action.REPORTED_MEASURE: mark("รายงานความคืบหน้ามาตรการ {subject}"),
    Action.DECIDED_FINDING: mark("พิจารณาประเด็นที่พบ {subject}"),
    Action.FORGOT_FINDING: mark("ยกเลิกการพิจารณาประเด็นที่พบ {subject}"),
    Action.TOOK_LIBRARY: mark("รับคลังมาตรการ {subject}"),
    Action.CHANGED_TOOL_ACCOUNT: mark("แก้รายงานผลการดำเนินการ {subject}"),
    Action.CHANGED_CALENDAR: mark("แก้ปฏิทินกิจกรรม {subject}"),
    Action.PUBLISHED: mark("บันทึกคะแนนประกาศ {subject}"),
    Action.CHANGED_PAPER: mark("แก้เอกสาร {subject}"),
    Action.ADDED_PAPER: mark("เริ่มเอกสาร {subject}"),
    Action.REMOVED_PAPER: mark("นำเอกสารออก {subject}"),
    Action.RESTORED_PAPER: mark("นำเอกสารกลับมา {subject}"),
    Action.SUBMITTED_PAPER: mark("เสนอเอกสารเพื่อลงนาม {subject}"),
    Action.RETURNED_PAPER: mark("ส่งเอกสารกลับเป็นร่าง {subject}"),
    Action.SIGNED_PAPER: mark("ลงนามเอกสาร {subject}"),
    Action.VOIDED_PAPER: mark("ยกเลิกเอกสาร {subject}"),
    Action.ATTACHED_SCAN: mark("แนบสำเนาที่ลงนามแล้ว {subject}"),
    Action.NUMBERED: mark("บันทึกเลขทะเบียน {subject}"),
    Action.ADDED_TEMPLATE: mark("เพิ่มแม่แบบ {subject}"),
    Action.REMOVED_TEMPLATE: mark("ลบแม่แบบ {subject}"),
    Action.EXPORTED: mark("ส่งออก {subject}"),
    Action.MADE_KEYS: mark("สร้างกุญแจของหน่วยงาน"),
    Action.TOOK_KEY: mark("รับกุญแจของ {subject}"),
    Action.CONFIRMED_KEY: mark("ยืนยันกุญแจของ {subject}"),
    Action.FORGOT_KEY: mark("เลิกใช้กุญแจของ {subject}"),
    Action.READ_RECEIPT: mark("อ่านใบรับ {subject}"),
    Action.RECEIVED: mark("รับแพ็กเกจ {subject}"),
    Action.UNDONE: mark("ย้อนหรือทำซ้ำ: {subject}"),
    Action.PROTECTED: mark("เริ่มใช้บัญชีผู้ใช้และรหัสผ่าน {subject}"),
    Action.UNPROTECTED: mark("เลิกใช้บัญชีผู้ใช้และรหัสผ่าน"),
    Action.ADDED_ACCOUNT: mark("เพิ่มบัญชีผู้ใช้ {subject}"),
    Action.CHANGED_ACCOUNT: mark("แก้บัญชีผู้ใช้ {subject}"),
    Action.CHANGED_PASSWORD: mark("เปลี่ยนรหัสผ่าน {subject}"),
    Action.MADE_RECOVERY: mark("ออกใบกู้คืนรหัสผ่าน"),
    Action.RECOVERED: mark("ตั้งรหัสผ่านใหม่ด้วยใบกู้คืน {subject}"),
    Action.ENCRYPTED: mark("เข้ารหัสแฟ้ม"),
    Action.DECRYPTED: mark("เลิกเข้ารหัสแฟ้ม"),
}


_OF_ROSTERS = (
    Action.MERGED_PEOPLE, Action.KEPT_APART, Action.SUBMITTED_ROSTER, Action.APPROVED_ROSTER,
    Action.RETURNED_ROSTER, Action.REOPENED_ROSTER, Action.DREW_PEOPLE, Action.GAVE_OUT_PERSON,
    Action.ERASED_PERSON,
)  # fmt: skip
"""Actions whose subject begins with the name of a roster."""

SETTINGS = {
    "second-keying-rule": mark("การสุ่มบันทึกซ้ำ"),
    "finding-rules": mark("เกณฑ์เสนอประเด็น"),
    "keying-figures": mark("ตัวเลขการบันทึก"),
    "number-books": mark("สมุดทะเบียนหนังสือ"),
    "signatories": mark("ผู้ลงนาม"),
}
"""Settings by the name that the history knows them by; a part's code stands for itself."""


def action_words(action: Action, subject: str = "") -> str:
    """Say what was done to what; what was undone is named in the same words."""
    if action is Action.UNDONE:
        subject = _undone(subject)
    else:
        name, _, rest = subject.partition(" ")
        rosters = dict.fromkeys(_OF_ROSTERS, KINDS)
        tables = {Action.IMPORTED: KINDS, Action.CHANGED_PAPER: PAPERS, Action.CHANGED_SETTING: SETTINGS}
        known = {**rosters, **tables}.get(action, {})
        subject = f"{tr(known[name])} {rest}" if name in known else subject
    return tr(ACTIONS[action]).format(subject=subject).strip()


def _undone(subject: str) -> str:
    """Turn `keyed-form IIT 12` into words."""
    name, _, rest = subject.partition(" ")
    try:
        return action_words(Action(name), rest)
    except ValueError:
        return subject


def history_line(entry: Entry) -> str:
    """Return one line such as `24 มี.ค. 2568 14:02 น. · ผู้ดูแลระบบ (ADMIN) · แก้ข้อ o2`."""
    who = f"{entry.person} ({label(entry.role)})" if entry.person else label(entry.role)
    return " · ".join((moment_words(entry.at), who, action_words(entry.action, entry.subject)))
