"""Problems of second keying and third reading in words."""

from __future__ import annotations

from ita_desktop.domain import keying_order, verification
from ita_desktop.support.language import tr
from ita_desktop.wording.telling import Told, told, unchanged


@told.register(verification.SamePerson)
def _(problem: verification.SamePerson) -> Told:
    """Somebody would check his own work."""
    return Told(
        tr("“{clerk}” ทำชุดที่ {batch} ในขั้นก่อนหน้ามาแล้ว ควรให้คนอื่นทำขั้นนี้").format(
            clerk=problem.clerk, batch=problem.batch
        ),
        unchanged(),
        tr("เปลี่ยนชื่อผู้บันทึก หรือยืนยันว่าเป็นคนเดียวกัน ซึ่งจะบันทึกไว้ในรายงาน"),
    )


@told.register(keying_order.OutOfSequence)
def _(problem: keying_order.OutOfSequence) -> Told:
    """Strict order: a paper was left out, or its number was misread."""
    return Told(
        tr("กำหนดให้คีย์ตามลำดับ แบบเลขที่ {serial} จึงยังเก็บไม่ได้ ฉบับต่อไปของชุดนี้คือเลขที่ {expected}").format(
            serial=problem.serial, expected=problem.expected
        ),
        tr("คำตอบที่กดแล้วยังอยู่ครบ"),
        tr("หยิบฉบับที่ {expected} หรือแก้เลขที่ด้วย Ctrl L").format(expected=problem.expected),
    )


@told.register(verification.BatchIncomplete)
def _(problem: verification.BatchIncomplete) -> Told:
    """The stack is not whole yet, so no sample of it can be drawn."""
    declared = tr("ไม่ระบุ") if problem.declared is None else str(problem.declared)
    return Told(
        tr("ยังสุ่มบันทึกซ้ำชุดที่ {batch} ไม่ได้ ใบปะหน้าระบุ {declared} ฉบับ แต่บันทึกแล้ว {keyed} ฉบับ").format(
            batch=problem.batch, declared=declared, keyed=problem.keyed
        ),
        tr("แบบที่บันทึกแล้วยังอยู่ครบ"),
        tr("บันทึกให้ครบหรือแก้จำนวนในใบปะหน้าก่อน"),
    )


@told.register(verification.FormInDispute)
def _(problem: verification.FormInDispute) -> Told:
    """Nobody may see the answers before the third reading."""
    return Told(
        tr("แบบ {part} เลขที่ {serial} กำลังบันทึกซ้ำหรือรออ่านครั้งที่สาม จึงยังไม่แสดงคำตอบ").format(
            part=problem.part, serial=problem.serial
        ),
        unchanged(),
        tr("บันทึกซ้ำและอ่านครั้งที่สามให้เสร็จก่อน"),
    )


@told.register(verification.SecondKeyingOpen)
def _(problem: verification.SecondKeyingOpen) -> Told:
    """A batch is not closed over known differences."""
    return Told(
        tr("ปิดชุดที่ {batch} ไม่ได้ ยังต้องบันทึกซ้ำ {forms} ฉบับ และอ่านครั้งที่สาม {disputes} ข้อ").format(
            batch=problem.batch, forms=problem.forms, disputes=problem.disputes
        ),
        tr("แบบที่บันทึกแล้วยังอยู่ครบ"),
        tr("ทำให้ครบ หรือยกเลิกการบันทึกซ้ำโดยบอกเหตุผล"),
    )
