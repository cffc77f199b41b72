"""The names of the checklist's states, steps and oddities, for `states.label`, and oddities as lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.domain.checklist import Match, Priority, ResultStage
from ita_desktop.domain.checklist_approval import ApprovalStep
from ita_desktop.domain.checklist_oddities import Oddity
from ita_desktop.domain.checklist_paper import OIT_ANSWERS, OIT_HANDOVER, OIT_REMINDER, OIT_TABLE
from ita_desktop.domain.checklist_phases import OitPhase
from ita_desktop.domain.evidence import EvidenceKind, FileState
from ita_desktop.domain.links import LinkFault
from ita_desktop.support.language import mark, tr

if TYPE_CHECKING:
    from enum import Enum

    from ita_desktop.domain.checklist_oddities import Found

CHECKLIST_LABELS: dict[Enum, str] = {
    ResultStage.OWN: mark("ประเมินตนเอง"),
    ResultStage.PRELIMINARY: mark("ผลเบื้องต้น"),
    ResultStage.EXPLAINED: mark("ผลหลังชี้แจง"),
    ResultStage.FINAL: mark("ผลสุดท้าย"),
    Priority.NORMAL: mark("ปกติ"),
    Priority.HIGH: mark("สำคัญ"),
    Priority.URGENT: mark("เร่งด่วน"),
    Match.MAP: mark("ตรงกันตามตารางเทียบข้อ"),
    Match.CODE: mark("รหัสและชื่อเดียวกัน"),
    Match.TITLE: mark("ชื่อเดียวกัน รอยืนยัน"),
    ApprovalStep.SUBMIT: mark("ส่งขออนุมัติ"),
    ApprovalStep.WITHDRAW: mark("ถอนเรื่องกลับ"),
    ApprovalStep.APPROVE: mark("อนุมัติ"),
    ApprovalStep.RETURN: mark("ส่งคืน"),
    ApprovalStep.CONFIRM: mark("ยืนยัน"),
    ApprovalStep.REOPEN: mark("เปิดแก้ไขใหม่"),
    OitPhase.ANSWERING: mark("ตอบแบบ OIT"),
    OitPhase.SCORING: mark("ตรวจให้คะแนน"),
    OitPhase.EXPLAINING: mark("ชี้แจงเพิ่มเติม"),
    OitPhase.CONFIRMING: mark("ยืนยันคะแนน"),
    EvidenceKind.LINK: mark("ลิงก์"),
    EvidenceKind.FILE: mark("ไฟล์"),
    EvidenceKind.PAGE: mark("สำเนาหน้า"),
    FileState.SOUND: mark("ตรงแฮช"),
    FileState.MISSING: mark("ไฟล์หาย"),
    FileState.CHANGED: mark("ไฟล์ถูกแก้"),
    LinkFault.NOT_A_LINK: mark("ไม่ใช่ลิงก์เว็บไซต์"),
    LinkFault.OTHER_DOMAIN: mark("ไม่ใช่เว็บไซต์หลักของหน่วยงาน"),
    LinkFault.LOGIN: mark("เป็นหน้าเข้าสู่ระบบ"),
    LinkFault.SEARCH: mark("เป็นหน้าผลการค้นหา"),
    LinkFault.HOME_PAGE: mark("เป็นหน้าแรก ไม่ใช่หน้าของข้อนี้"),
    Oddity.NO_PROOF: mark("ส่งแล้วแต่ไม่มีหลักฐาน"),
    Oddity.OUTSIDE_YEAR: mark("หลักฐานลงวันที่นอกปีงบประมาณ"),
    Oddity.SAME_LINK: mark("ใช้ลิงก์เดียวกับข้อที่ต้องต่างกัน"),
    Oddity.OTHER_YEAR: mark("ระบุปีอื่น"),
    Oddity.WRONG_YEAR_OF_PAIR: mark("ปีของแผนและรายงานสลับกัน"),
    Oddity.NOT_TICKED: mark("ให้เต็มแต่องค์ประกอบยังไม่ครบ"),
    Oddity.CHANGED_AFTER: mark("เปลี่ยนหลังอนุมัติ"),
    Oddity.OTHER_DOMAIN: mark("ลิงก์ไม่ได้อยู่บนเว็บไซต์หลัก"),
    Oddity.LOGIN: mark("ลิงก์เป็นหน้าเข้าสู่ระบบ"),
    Oddity.SEARCH: mark("ลิงก์เป็นหน้าผลการค้นหา"),
    Oddity.HOME_PAGE: mark("ลิงก์เป็นเพียงหน้าแรก"),
    Oddity.NOT_A_LINK: mark("ลิงก์ใช้ไม่ได้"),
    Oddity.DEAD_LINK: mark("ตรวจแล้วเปิดลิงก์ไม่ได้"),
    Oddity.FILE_MISSING: mark("ไฟล์หลักฐานหาย"),
    Oddity.FILE_CHANGED: mark("ไฟล์หลักฐานถูกแก้"),
}

CHECKLIST_PAPER_NAMES = {
    OIT_TABLE: mark("ตาราง OIT"),
    OIT_HANDOVER: mark("ใบมอบหมายงาน OIT"),
    OIT_ANSWERS: mark("ใบคำตอบสำหรับ ITAS"),
    OIT_REMINDER: mark("ใบทวงข้อมูล"),
}


def checklist_paper_name(code: str) -> str:
    """Return the name of a paper of the checklist in the user's language."""
    return tr(CHECKLIST_PAPER_NAMES[code])


def oddity_words(found: Found) -> str:
    """Say what does not hold together: `ใช้ลิงก์เดียวกับข้อที่ต้องต่างกัน (o7): https://…`."""
    words = tr(CHECKLIST_LABELS[found.kind])
    if found.other:
        words = f"{words} ({found.other})"
    return f"{words}: {found.detail}" if found.detail else words
