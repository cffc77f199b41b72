"""What stands in the way of work on the checklist, in words."""

from __future__ import annotations

from ita_desktop.domain import checklist_problems as problems
from ita_desktop.domain.checklist import WorkStatus
from ita_desktop.domain.checklist_approval import ApprovalStep
from ita_desktop.domain.checklist_phases import OitPhase
from ita_desktop.support.language import tr
from ita_desktop.wording.states import label
from ita_desktop.wording.telling import Told, told, unchanged


def _name(kind: type[WorkStatus | ApprovalStep | OitPhase], value: str) -> str:
    """Return the name of a state by its value; a value that is none stands for itself."""
    known = {member.value: member for member in kind}
    return label(known[value]) if value in known else value


@told.register(problems.ItemLocked)
def _(problem: problems.ItemLocked) -> Told:
    """What is signed stays as it was signed."""
    return Told(
        tr("ข้อ {code} อนุมัติแล้ว จึงแก้เนื้อหาไม่ได้").format(code=problem.code),
        unchanged(),
        tr("เลือก “เปิดแก้ไขใหม่” พร้อมเหตุผลก่อน แล้วส่งขออนุมัติอีกครั้ง"),
    )


@told.register(problems.StepNotPossible)
def _(problem: problems.StepNotPossible) -> Told:
    """An item that waits cannot be submitted again."""
    words = tr("ข้อ {code} อยู่ในสถานะ “{status}” จึงทำขั้น “{step}” ไม่ได้").format(
        code=problem.code,
        status=_name(WorkStatus, problem.status),
        step=_name(ApprovalStep, problem.step),
    )
    return Told(words, unchanged())


@told.register(problems.LinksClosed)
def _(problem: problems.LinksClosed) -> Told:
    """From explaining on ITAS takes no new link."""
    return Told(
        tr("อยู่ในช่วง “{phase}” ระบบ ITAS ไม่รับลิงก์ใหม่ของข้อ {code}").format(
            phase=_name(OitPhase, problem.phase), code=problem.code
        ),
        unchanged(),
        tr("ชี้แจงได้เฉพาะลิงก์ที่ส่งไปแล้ว"),
    )


@told.register(problems.NothingSent)
def _(problem: problems.NothingSent) -> Told:
    """Only a link that was sent can be explained."""
    return Told(tr("ข้อ {code} ไม่มีลิงก์ที่ส่งไปแล้ว จึงชี้แจงไม่ได้").format(code=problem.code), unchanged())


@told.register(problems.SourceLost)
def _(problem: problems.SourceLost) -> Told:
    """A stick pulled out half-way."""
    return Told(
        tr("อ่านไฟล์ “{path}” ไม่จบ ไฟล์หายไปหรือ USB หลุด").format(path=problem.path),
        unchanged(),
        tr("เสียบ USB ให้แน่นแล้วเพิ่มหลักฐานใหม่"),
    )


@told.register(problems.SourceChanged)
def _(problem: problems.SourceChanged) -> Told:
    """Written to while it was copied."""
    return Told(
        tr("ไฟล์ “{path}” ถูกแก้ระหว่างคัดลอก").format(path=problem.path),
        unchanged(),
        tr("ปิดโปรแกรมที่กำลังแก้ไฟล์นั้นแล้วเพิ่มใหม่"),
    )


@told.register(problems.SourceEmpty)
def _(problem: problems.SourceEmpty) -> Told:
    """Nothing proves nothing."""
    return Told(
        tr("ไฟล์ “{path}” ว่างเปล่า ใช้เป็นหลักฐานไม่ได้").format(path=problem.path),
        unchanged(),
        tr("ตรวจไฟล์ต้นทางแล้วเลือกใหม่"),
    )


@told.register(problems.CopyStopped)
def _(problem: problems.CopyStopped) -> Told:
    """The person said stop."""
    return Told(
        tr("หยุดคัดลอก “{path}” ตามที่สั่ง").format(path=problem.path),
        unchanged(),
        tr("เพิ่มใหม่ได้เมื่อพร้อม"),
    )


@told.register(problems.EvidenceFaulty)
def _(problem: problems.EvidenceFaulty) -> Told:
    """What lies beside the office file is no longer what was put there."""
    return Told(
        tr("ไฟล์หลักฐานข้างแฟ้ม “{path}” หายหรือถูกแก้").format(path=problem.path),
        tr("แฟ้มของหน่วยงานเองสมบูรณ์"),
        tr("นำไฟล์เดิมกลับมาไว้ในโฟลเดอร์หลักฐาน หรือเพิ่มหลักฐานใหม่"),
        tuple(problem.details),
    )


@told.register(problems.NotALinkFile)
def _(problem: problems.NotALinkFile) -> Told:
    """Some other JSON, or none."""
    return Told(
        tr("“{path}” ไม่ใช่รายการลิงก์หรือผลตรวจลิงก์ของโปรแกรมนี้").format(path=problem.path),
        unchanged(),
        tr("เลือกไฟล์ที่ส่งออกจากหน้า OIT หรือไฟล์ผลที่เครื่องมีอินเทอร์เน็ตเขียนไว้"),
    )
