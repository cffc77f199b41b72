"""Problems of rosters in words; importing this module teaches them to `wording.problems.told`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.domain import roster_problems
from ita_desktop.domain.roster import Approval
from ita_desktop.support.language import tr
from ita_desktop.wording.states import label
from ita_desktop.wording.telling import Told, told, unchanged

if TYPE_CHECKING:
    from enum import Enum


def _named(kind: type[Enum], value: str) -> str:
    """Return the name of a state that a problem carries by its value; the value itself if it is none."""
    known = {member.value: member for member in kind}
    return label(known[value]) if value in known else value


@told.register(roster_problems.RosterLocked)
def _(problem: roster_problems.RosterLocked) -> Told:
    """Approved lines are locked."""
    return Told(
        tr("รายชื่อลำดับ {key} ผู้บริหารอนุมัติแล้ว จึงแก้หรือลบไม่ได้").format(key=problem.key),
        unchanged(),
        tr("เปิดให้แก้ก่อน แล้วส่งให้ผู้บริหารพิจารณาใหม่"),
    )


@told.register(roster_problems.NothingToApprove)
def _(problem: roster_problems.NothingToApprove) -> Told:
    """No line is in that state."""
    return Told(
        tr("ไม่มีรายชื่อที่อยู่ในสถานะ “{state}”").format(state=_named(Approval, problem.state)),
        unchanged(),
        tr("ดูสถานะในคอลัมน์การอนุมัติ"),
    )


@told.register(roster_problems.DrawTooLarge)
def _(problem: roster_problems.DrawTooLarge) -> Told:
    """More wanted than there are."""
    return Told(
        tr("จะสุ่ม {wanted} คน แต่มีผู้มีสิทธิเพียง {heads} คน").format(wanted=problem.wanted, heads=problem.heads),
        unchanged(),
        tr("ลดจำนวนที่จะสุ่ม หรือเพิ่มรายชื่อ"),
    )


@told.register(roster_problems.YearExists)
def _(problem: roster_problems.YearExists) -> Told:
    """The year is in the file."""
    return Told(
        tr("แฟ้มนี้มีปีงบประมาณ {year} อยู่แล้ว").format(year=problem.year),
        unchanged(),
        tr("เลือกปีอื่น"),
    )


@told.register(roster_problems.Stopped)
def _(_problem: roster_problems.Stopped) -> Told:
    """Stopped by the user."""
    return Told(tr("หยุดตามที่สั่งแล้ว"), unchanged(), "")
