"""Problems of papers in words; importing this module teaches them to `wording.problems.told`."""

from __future__ import annotations

from ita_desktop.domain import papers
from ita_desktop.support.language import tr
from ita_desktop.wording.telling import Told, told, unchanged


@told.register(papers.CharacterUnprintable)
def _(problem: papers.CharacterUnprintable) -> Told:
    """The font lacks a character."""
    return Told(
        tr("แบบอักษร {font} ไม่มีอักขระ “{character}” (U+{code}) จึงพิมพ์ไม่ได้").format(
            font=problem.font, character=problem.character, code=f"{ord(problem.character[:1] or ' '):04X}"
        ),
        unchanged(),
        tr("ลบหรือเปลี่ยนอักขระนั้นแล้วพิมพ์ใหม่"),
    )


@told.register(papers.TextUnreadable)
def _(problem: papers.TextUnreadable) -> Told:
    """Not UTF-8."""
    return Told(
        tr("“{path}” ไม่ใช่ไฟล์ข้อความ UTF-8").format(path=problem.path),
        unchanged(),
        tr("บันทึกไฟล์เป็น UTF-8 แล้วลองใหม่"),
    )


@told.register(papers.PictureUnusable)
def _(problem: papers.PictureUnusable) -> Told:
    """A picture that cannot be set."""
    return Told(
        tr("ใช้ภาพ “{path}” ไม่ได้").format(path=problem.path),
        unchanged(),
        tr("ใช้ภาพ PNG หรือ JPEG ที่อยู่ในโฟลเดอร์เดียวกับข้อความ"),
    )


@told.register(papers.FontUnknown)
def _(problem: papers.FontUnknown) -> Told:
    """No such font."""
    known = ", ".join(problem.known)
    return Told(
        tr("ไม่มีแบบอักษรชื่อ “{name}”").format(name=problem.name),
        unchanged(),
        tr("แบบอักษรที่ใช้ได้คือ {known}").format(known=known),
    )


@told.register(papers.PageOverflow)
def _(problem: papers.PageOverflow) -> Told:
    """Larger than a page."""
    return Told(
        tr("มีส่วนที่ยาวเกินหนึ่งหน้าและแบ่งหน้าไม่ได้ ({what})").format(what=problem.what),
        unchanged(),
        tr("แบ่งเนื้อหานั้นให้สั้นลงแล้วพิมพ์ใหม่"),
    )
