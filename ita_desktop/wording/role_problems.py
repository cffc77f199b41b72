"""What a role may not do, in words; importing this module teaches it to `wording.problems.told`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.domain.history import Role
from ita_desktop.domain.permissions import who_may
from ita_desktop.domain.problems import RoleNeeded
from ita_desktop.support.language import tr
from ita_desktop.wording.states import label
from ita_desktop.wording.telling import Told, told, unchanged

if TYPE_CHECKING:
    from ita_desktop.domain.history import Action


@told.register(RoleNeeded)
def _(problem: RoleNeeded) -> Told:
    """Another role is needed."""
    return Told(
        tr("งานนี้เป็นของ {needed} ขณะนี้ท่านทำงานในบทบาท {role}").format(
            needed=" / ".join(label(Role(role)) for role in problem.needed), role=label(Role(problem.worn))
        ),
        unchanged(),
        tr("เปลี่ยนบทบาทในเมนู (F10) หรือเข้าด้วยบัญชีของผู้นั้น แล้วทำใหม่"),
    )


def whose_words(role: Role, action: Action) -> str:
    """Say whose an action is to who may not do it, for a button that is grey."""
    needed = tuple(each.value for each in Role if each in who_may(action))
    return told(RoleNeeded(role.value, needed)).what
