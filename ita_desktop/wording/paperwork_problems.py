"""Problems of papers being written, numbered and signed, in words; importing this teaches them to `told`."""

from __future__ import annotations

from ita_desktop.domain.paperwork import problems
from ita_desktop.support.language import mark, tr
from ita_desktop.wording.fields import FIELDS
from ita_desktop.wording.telling import Told, told, unchanged

STATES = {
    "draft": mark("ร่าง"),
    "for-signature": mark("รอลงนาม"),
    "signed": mark("ลงนามแล้ว"),
    "void": mark("ยกเลิกแล้ว"),
}
PICTURE_REASONS = {
    "not_a_picture": mark("ไม่ใช่ภาพ"),
    "damaged": mark("ภาพเสียหาย"),
    "too_large": mark("ภาพใหญ่เกินกว่าที่โปรแกรมรับได้ (120 ล้านจุด)"),
}
TEMPLATE_FAULTS = {
    problems.TemplateFault.NOT_A_TEMPLATE: mark("ไม่ใช่แม่แบบของโปรแกรมนี้"),
    problems.TemplateFault.KIND_UNKNOWN: mark("เป็นแม่แบบของเอกสารที่โปรแกรมนี้ไม่มี"),
    problems.TemplateFault.PICTURE_DAMAGED: mark("ภาพในแม่แบบเสียหาย"),
}
TEXT_FAULTS = {
    problems.TextFault.NOT_JSON: mark("อ่านข้อความไม่ได้"),
    problems.TextFault.NOT_A_DOCUMENT: mark("ไม่ใช่ข้อความของเอกสาร"),
    problems.TextFault.TOO_LARGE: mark("ยาวเกินไป"),
    problems.TextFault.TOO_DEEP: mark("ซ้อนกันลึกเกินไป"),
    problems.TextFault.MISSING: mark("ขาดส่วนที่ต้องมี"),
    problems.TextFault.UNKNOWN: mark("มีส่วนที่โปรแกรมไม่รู้จัก"),
    problems.TextFault.WRONG_TYPE: mark("มีส่วนที่ผิดชนิด"),
    problems.TextFault.OUT_OF_RANGE: mark("มีตัวเลขที่เกินกำหนด"),
}


@told.register(problems.RichTextInvalid)
def _(problem: problems.RichTextInvalid) -> Told:
    """A text that is none; the place is for whoever made the file."""
    what = tr("ข้อความของเอกสารใช้ไม่ได้: {why}").format(why=tr(TEXT_FAULTS.get(problem.fault, "")))
    details = (problem.place,) if problem.place else ()
    return Told(what, unchanged(), tr("ขอไฟล์ใหม่จากผู้ส่ง"), details)


@told.register(problems.RichTextTooNew)
def _(problem: problems.RichTextTooNew) -> Told:
    """A newer text."""
    what = tr("ข้อความนี้เขียนด้วยโปรแกรมรุ่นใหม่กว่า (แบบ {found} โปรแกรมนี้อ่านได้ถึงแบบ {known})")
    told_so = what.format(found=problem.found, known=problem.known)
    return Told(told_so, unchanged(), tr("ติดตั้งโปรแกรมรุ่นใหม่แล้วลองอีกครั้ง"))


@told.register(problems.PaperLocked)
def _(_problem: problems.PaperLocked) -> Told:
    """Signed papers are not changed."""
    return Told(
        tr("เอกสารนี้ลงนามแล้ว จึงแก้หรือลบไม่ได้"),
        unchanged(),
        tr("ทำสำเนาเป็นร่างใหม่ หรือยกเลิกฉบับนี้พร้อมเหตุผล"),
    )


@told.register(problems.PaperIncomplete)
def _(problem: problems.PaperIncomplete) -> Told:
    """Fields that must be filled before a signature."""
    names = ", ".join(tr(FIELDS[code]) if code in FIELDS else code for code in problem.fields)
    return Told(tr("ยังไม่ได้กรอก {names}").format(names=names), unchanged(), tr("กรอกให้ครบแล้วเสนอลงนามอีกครั้ง"))


@told.register(problems.WrongState)
def _(problem: problems.WrongState) -> Told:
    """A step that does not follow."""
    state = tr(STATES[problem.state]) if problem.state in STATES else problem.state
    return Told(
        tr("เอกสารอยู่ในสถานะ “{state}” จึงทำขั้นตอนนี้ไม่ได้").format(state=state),
        unchanged(),
        tr("ดูสถานะของเอกสารในรายการ"),
    )


@told.register(problems.NumberTaken)
def _(problem: problems.NumberTaken) -> Told:
    """A number is given once."""
    what = tr("เลขที่ {number} ใช้ไปแล้ว: {subject}").format(number=problem.number, subject=problem.subject)
    return Told(what, unchanged(), tr("ใช้เลขถัดไปของทะเบียน"))


@told.register(problems.GapUnexplained)
def _(problem: problems.GapUnexplained) -> Told:
    """A gap wants its reason."""
    what = tr("เลขถัดไปคือ {next} ถ้าใช้เลข {number} จะมีเลขที่ข้ามไป")
    return Told(
        what.format(next=problem.next_number, number=problem.number),
        unchanged(),
        tr("เขียนเหตุผลที่ข้ามเลข หรือใช้เลขถัดไป"),
    )


@told.register(problems.TemplateUnusable)
def _(problem: problems.TemplateUnusable) -> Told:
    """A template's file that cannot be taken in."""
    why = tr(TEMPLATE_FAULTS[problem.fault]) if problem.fault in TEMPLATE_FAULTS else ""
    return Told(
        tr("ใช้แม่แบบนี้ไม่ได้: {why} {detail}").format(why=why, detail=problem.detail).strip(),
        unchanged(),
        tr("ขอไฟล์ใหม่จากผู้ส่ง"),
    )


@told.register(problems.TemplateTooNew)
def _(problem: problems.TemplateTooNew) -> Told:
    """A newer template."""
    what = tr("แม่แบบนี้เขียนด้วยโปรแกรมรุ่นใหม่กว่า (แบบ {found} โปรแกรมนี้อ่านได้ถึงแบบ {known})")
    told_so = what.format(found=problem.found, known=problem.known)
    return Told(told_so, unchanged(), tr("ติดตั้งโปรแกรมรุ่นใหม่แล้วลองอีกครั้ง"))


@told.register(problems.PictureRefused)
def _(problem: problems.PictureRefused) -> Told:
    """What was given is no picture."""
    why = tr(PICTURE_REASONS[problem.reason]) if problem.reason in PICTURE_REASONS else ""
    return Told(
        tr("ใช้ภาพ {name} ไม่ได้: {why}").format(name=problem.name, why=why),
        unchanged(),
        tr("เลือกภาพ PNG หรือ JPEG"),
    )
