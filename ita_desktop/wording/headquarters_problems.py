"""What can stand against a headquarters' store, in words; importing this teaches `wording.problems.told`."""

from __future__ import annotations

from ita_desktop.domain.headquarters.problems import StoreNotOurs, StoreUnreachable
from ita_desktop.support.language import tr
from ita_desktop.wording.telling import Told, told


@told.register(StoreUnreachable)
def _(problem: StoreUnreachable) -> Told:
    """The server is off, far away, or lets nobody in."""
    return Told(
        tr("ติดต่อฐานข้อมูล “{server}” ไม่ได้").format(server=problem.server),
        tr("ข้อมูลที่บันทึกไว้ในฐานข้อมูลยังอยู่ครบ"),
        tr("ตรวจว่าเครื่องแม่ข่ายเปิดอยู่ ที่อยู่ ชื่อผู้ใช้ และรหัสผ่านถูกต้อง"),
    )


@told.register(StoreNotOurs)
def _(problem: StoreNotOurs) -> Told:
    """Another program's database, or one that is not empty."""
    return Told(
        tr("ฐานข้อมูล “{server}” มีข้อมูลอื่นอยู่แล้ว หรือไม่ใช่ฐานข้อมูลส่วนกลางของโปรแกรมนี้").format(server=problem.server),
        tr("โปรแกรมไม่ได้แก้ไขฐานข้อมูลนั้น"),
        tr("สร้างฐานข้อมูลว่างไว้ให้โปรแกรม แล้วใช้ชื่อนั้น"),
    )
