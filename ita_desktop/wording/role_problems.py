"""What a role may not do, in words; importing this module teaches it to `wording.problems.told`."""

from __future__ import annotations

from ita_desktop.domain.history import Role
from ita_desktop.domain.problems import RoleNeeded
from ita_desktop.support.language import tr
from ita_desktop.wording.states import label
from ita_desktop.wording.telling import Told, told, unchanged


@told.register(RoleNeeded)
def _(problem: RoleNeeded) -> Told:
    """Another role is needed."""
    return Told(
        tr("งานนี้เป็นของ {needed} ขณะนี้ท่านทำงานในบทบาท {role}").format(
            needed=" / ".join(label(Role(role)) for role in problem.needed), role=label(Role(problem.worn))
        ),
        unchanged(),
        tr("เปลี่ยนบทบาทในเมนู (F10) แล้วทำใหม่"),
    )
