"""The names of states: every enum that a person meets, by its member."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.domain.answer_layout import Figures
from ita_desktop.domain.answers import Mark
from ita_desktop.domain.checklist import WorkStatus
from ita_desktop.domain.history import Role
from ita_desktop.domain.instrument import ToolKind
from ita_desktop.domain.keying_order import KeyingOrder
from ita_desktop.domain.measures import MeasureStatus
from ita_desktop.domain.oddities import OddKind
from ita_desktop.domain.papers import Digits
from ita_desktop.domain.progress import Stage as ImportStage
from ita_desktop.domain.roster import Approval, Eligibility, RosterKind
from ita_desktop.domain.roster_likeness import Likeness
from ita_desktop.domain.roster_problems import Doubt
from ita_desktop.domain.scoring import Level
from ita_desktop.domain.second_keying import Stage
from ita_desktop.domain.verification import Outcome, PlaceState, Task
from ita_desktop.services.overview import Phase
from ita_desktop.support.language import mark, tr
from ita_desktop.wording.checklist_states import CHECKLIST_LABELS
from ita_desktop.wording.paperwork import PAPERWORK_LABELS
from ita_desktop.wording.plan_states import PLAN_LABELS
from ita_desktop.wording.safekeeping import LABELS as SAFETY_LABELS

if TYPE_CHECKING:
    from enum import Enum

LABELS: dict[Enum, str] = {
    **CHECKLIST_LABELS,
    **PAPERWORK_LABELS,
    WorkStatus.NOT_BEGUN: mark("ยังไม่เริ่ม"),
    WorkStatus.DOING: mark("กำลังทำ"),
    WorkStatus.WAITING: mark("รออนุมัติ"),
    WorkStatus.RETURNED: mark("ส่งกลับให้แก้"),
    WorkStatus.APPROVED: mark("อนุมัติแล้ว"),
    WorkStatus.CONFIRMED: mark("ยืนยันแล้ว"),
    MeasureStatus.PLANNED: mark("วางแผนไว้"),
    MeasureStatus.RUNNING: mark("กำลังดำเนินการ"),
    MeasureStatus.DONE: mark("แล้วเสร็จ"),
    MeasureStatus.NOT_DONE: mark("ไม่ได้ดำเนินการ"),
    Eligibility.YES: mark("มีสิทธิตอบ"),
    Eligibility.NO_START_DATE: mark("ไม่มีวันที่เริ่มงาน"),
    Eligibility.TOO_SHORT: mark("ทำงานยังไม่ครบเวลา"),
    Eligibility.COUNCILLOR: mark("สมาชิกสภา นับเป็นภายนอก"),
    RosterKind.INTERNAL: mark("รายชื่อภายใน"),
    RosterKind.EXTERNAL: mark("รายชื่อภายนอก"),
    Likeness.SAME: mark("ชื่อเดียวกัน"),
    Likeness.TITLE: mark("ชื่อเดียวกัน คำนำหน้าต่างกัน"),
    Likeness.SPELLING: mark("ชื่อสะกดต่างกันเล็กน้อย"),
    Likeness.PHONE: mark("โทรศัพท์เบอร์เดียวกัน"),
    Doubt.REPEATED: mark("ซ้ำกับแถวก่อน ไม่เพิ่มอีก"),
    Doubt.SAME_NAME: mark("ชื่อซ้ำ แต่รายละเอียดต่างกัน"),
    Doubt.TITLE_APART: mark("ชื่อซ้ำ คำนำหน้าต่างกัน"),
    Doubt.SPELLING_NEAR: mark("ชื่อใกล้เคียงกันมาก"),
    Doubt.SAME_PHONE: mark("โทรศัพท์เบอร์เดียวกัน"),
    Doubt.NO_START_DATE: mark("ไม่มีวันที่เริ่มงาน จึงยังนับสิทธิไม่ได้"),
    Doubt.NO_DIVISION: mark("ไม่มีสำนัก/กอง"),
    Doubt.COUNCILLOR: mark("สมาชิกสภา นับเป็นผู้มีส่วนได้ส่วนเสียภายนอก"),
    Doubt.OUTSIDE_YEAR: mark("วันที่ติดต่ออยู่นอกปีงบประมาณ"),
    Doubt.REOPENED: mark("อนุมัติแล้ว การแก้จะเปิดให้พิจารณาใหม่"),
    Doubt.LABEL_NEAR: mark("คำตอบสะกดไม่ตรง อ่านเป็น"),
    Doubt.NUMBER_AND_LABEL: mark("ตัวเลขกับคำไม่ตรงกัน อ่านตามคำ"),
    Doubt.TWO_MARKS: mark("ตอบสองตัวเลือก"),
    Doubt.MOSTLY_BLANK: mark("ว่างเกินครึ่งฉบับ"),
    Figures.CHOICE: mark("ลำดับตัวเลือกจากซ้าย"),
    Figures.FROM_RIGHT: mark("ลำดับตัวเลือกจากขวา"),
    Figures.SCORE: mark("คะแนนของตัวเลือก"),
    ImportStage.READING: mark("กำลังอ่าน"),
    ImportStage.COMPARING: mark("กำลังเทียบกับแฟ้ม"),
    ImportStage.KEEPING: mark("กำลังเก็บ"),
    Approval.DRAFT: mark("ร่าง"),
    Approval.SUBMITTED: mark("รอผู้บริหาร"),
    Approval.APPROVED: mark("อนุมัติแล้ว"),
    Approval.RETURNED: mark("ส่งกลับให้แก้"),
    Role.ADMIN: mark("ผู้ดูแลระบบ (ADMIN)"),
    Role.EXECUTIVE: mark("ผู้บริหาร"),
    Role.CLERK: mark("ผู้บันทึกข้อมูล"),
    Role.READER: mark("ผู้อ่าน"),
    Mark.BLANK: mark("ไม่ตอบ"),
    Mark.UNREADABLE: mark("อ่านไม่ออก"),
    Mark.DOUBLE: mark("ตอบสองตัวเลือก"),
    Mark.NOT_KEYED: mark("ยังไม่ได้บันทึก"),
    **PLAN_LABELS,
    Phase.PAST: mark("ผ่านไปแล้ว"),
    Phase.NOW: mark("อยู่ในช่วงนี้"),
    Phase.AHEAD: mark("ยังไม่ถึง"),
    Digits.THAI: mark("เลขไทย"),
    Digits.ARABIC: mark("เลขอารบิก"),
    ToolKind.SURVEY: mark("แบบสอบถาม"),
    ToolKind.CHECKLIST: mark("แบบตรวจ"),
    Level.TOTAL: mark("คะแนนรวม"),
    Level.TOOL: mark("แบบวัด"),
    Level.PART: mark("ส่วน"),
    Level.INDICATOR: mark("ตัวชี้วัด"),
    Level.SUB_INDICATOR: mark("ตัวชี้วัดย่อย"),
    Level.ITEM: mark("ข้อ"),
    Level.QUESTION: mark("คำถาม"),
    Task.KEY: mark("บันทึกครั้งแรก"),
    Task.VERIFY: mark("บันทึกซ้ำ"),
    Task.READ: mark("อ่านครั้งที่สาม"),
    Stage.KEYING: mark("กำลังบันทึก"),
    Stage.KEYED: mark("บันทึกครบแล้ว"),
    Stage.SAMPLE_DUE: mark("รอบันทึกซ้ำแบบที่สุ่ม"),
    Stage.SAMPLE_DONE: mark("รออ่านครั้งที่สามของแบบที่สุ่ม"),
    Stage.REST_DUE: mark("ต้องบันทึกซ้ำที่เหลือทั้งหมด"),
    Stage.DISPUTES_OPEN: mark("รออ่านครั้งที่สาม"),
    Stage.VERIFIED: mark("ตรวจสอบแล้ว"),
    Stage.CALLED_OFF: mark("ยกเลิกการบันทึกซ้ำ"),
    Stage.CLOSED: mark("ปิดแล้ว"),
    PlaceState.NOT_KEYED: mark("ยังไม่ได้บันทึก"),
    PlaceState.AGREED: mark("ตรงกับครั้งแรก"),
    PlaceState.DOUBTED: mark("ไม่ตรงกับครั้งแรก"),
    PlaceState.DISPUTED: mark("รออ่านครั้งที่สาม"),
    Outcome.KEYER_ERRED: mark("ผู้บันทึกผิด"),
    Outcome.VERIFIER_ERRED: mark("ผู้บันทึกซ้ำผิด"),
    Outcome.BOTH_ERRED: mark("ผิดทั้งสองครั้ง"),
    Outcome.READ_AGAIN: mark("ไม่ตรงกับครั้งใดเลย ดูกระดาษอีกครั้ง"),
    KeyingOrder.FREE: mark("อิสระ"),
    KeyingOrder.STRICT: mark("ตามลำดับเคร่งครัด"),
    OddKind.STRAIGHT_LINE: mark("เลือกช่องเดียวกันทั้งแบบ"),
    OddKind.CONTRADICTION: mark("คำตอบขัดกัน"),
    OddKind.DOUBLE: mark("คำตอบเหมือนกันทุกข้อ"),
    **SAFETY_LABELS,
}


def label(state: Enum) -> str:
    """Return the name of a state in the user's language."""
    return tr(LABELS[state])
