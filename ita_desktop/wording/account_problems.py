"""Problems of accounts in words; importing this module teaches them to `wording.problems.told`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.domain.accounts import problems
from ita_desktop.domain.accounts.password_rules import SHORTEST, PasswordFault
from ita_desktop.support.language import mark, tr
from ita_desktop.wording.telling import Told, told, unchanged

if TYPE_CHECKING:
    from datetime import timedelta

FAULTS = {
    PasswordFault.TOO_SHORT: mark("รหัสผ่านสั้นไป ต้องมีอย่างน้อย {shortest} ตัว"),
    PasswordFault.TOO_PLAIN: mark("รหัสผ่านนี้ใครก็เดาได้"),
    PasswordFault.LIKE_NAME: mark("รหัสผ่านเหมือนชื่อบัญชี"),
}


def wait_words(wait: timedelta) -> str:
    """Say how long to wait: `40 วินาที`, `3 นาที`; never less than a second."""
    seconds = max(1, -int(-wait.total_seconds() // 1))
    if seconds < 60:  # noqa: PLR2004 - seconds in a minute
        return tr("{count} วินาที").format(count=seconds)
    return tr("{count} นาที").format(count=-(-seconds // 60))


@told.register(problems.SignInNeeded)
def _(_problem: problems.SignInNeeded) -> Told:
    """Nobody is signed in."""
    return Told(tr("แฟ้มนี้มีรหัสผ่าน และยังไม่มีผู้ใดลงชื่อเข้าใช้"), tr("ข้อมูลในแฟ้มยังอยู่ครบ"), tr("ลงชื่อเข้าใช้ก่อน"))


@told.register(problems.WrongPassword)
def _(problem: problems.WrongPassword) -> Told:
    """Name and password do not go together."""
    again = tr("ตรวจภาษาแป้นพิมพ์และ Caps Lock แล้วพิมพ์ใหม่")
    if problem.wait.total_seconds():
        again = tr("รอ {wait} แล้วพิมพ์ใหม่ ลืมรหัสผ่านให้ใช้ใบกู้คืนของหน่วยงาน").format(wait=wait_words(problem.wait))
    return Told(tr("รหัสผ่านไม่ถูกต้อง"), "", again)


@told.register(problems.MustWait)
def _(problem: problems.MustWait) -> Told:
    """Too many wrong passwords."""
    return Told(
        tr("พิมพ์รหัสผ่านผิดหลายครั้ง โปรแกรมจึงพักรับรหัสผ่านไว้ก่อน"),
        "",
        tr("รออีก {wait} แล้วพิมพ์ใหม่").format(wait=wait_words(problem.wait)),
    )


@told.register(problems.AccountClosed)
def _(_problem: problems.AccountClosed) -> Told:
    """An ADMIN closed it."""
    return Told(tr("บัญชีนี้ปิดใช้งานแล้ว"), "", tr("ให้ผู้ดูแลระบบ (ADMIN) เปิดให้ใหม่"))


@told.register(problems.PasswordRefused)
def _(problem: problems.PasswordRefused) -> Told:
    """The new password will not do."""
    return Told(
        tr(FAULTS[problem.fault]).format(shortest=SHORTEST),
        tr("รหัสผ่านเดิมยังใช้อยู่"),
        tr("ตั้งใหม่ เช่น คำไทยสามสี่คำที่จำได้เองต่อกัน"),
    )


@told.register(problems.CodeMiscopied)
def _(_problem: problems.CodeMiscopied) -> Told:
    """A slip in copying the code."""
    return Told(tr("รหัสกู้คืนพิมพ์ไม่ครบหรือมีตัวที่ผิด"), unchanged(), tr("พิมพ์ใหม่ตามใบกู้คืน 7 กลุ่ม กลุ่มละ 4 ตัว"))


@told.register(problems.WrongCode)
def _(_problem: problems.WrongCode) -> Told:
    """A code of another sheet."""
    return Told(tr("รหัสกู้คืนนี้ไม่ใช่ของใบล่าสุดของแฟ้มนี้"), unchanged(), tr("ใช้ใบกู้คืนใบล่าสุดที่พิมพ์จากแฟ้มนี้"))


@told.register(problems.LastAdmin)
def _(_problem: problems.LastAdmin) -> Told:
    """Someone must be left who can let others in."""
    return Told(
        tr("ต้องเหลือผู้ดูแลระบบ (ADMIN) ที่เข้าใช้ได้อย่างน้อยหนึ่งคน"), unchanged(), tr("ให้คนอื่นเป็นผู้ดูแลระบบก่อน แล้วทำใหม่")
    )


@told.register(problems.NameTaken)
def _(problem: problems.NameTaken) -> Told:
    """One name, one account."""
    return Told(
        tr("มีบัญชีชื่อ “{name}” อยู่แล้ว").format(name=problem.name), unchanged(), tr("ใช้ชื่ออื่น หรือเปิดบัญชีเดิมอีกครั้ง")
    )


@told.register(problems.RoleIsGiven)
def _(_problem: problems.RoleIsGiven) -> Told:
    """The role comes with the account."""
    return Told(
        tr("แฟ้มนี้มีบัญชีผู้ใช้ บทบาทมากับบัญชีและเลือกเองไม่ได้"), unchanged(), tr("ออกจากระบบแล้วเข้าด้วยบัญชีที่มีบทบาทนั้น")
    )
