"""Who may do what to a roster: the ADMIN prepares and submits, the executive approves or returns.

Accounts come with the safety issue; until then the role is chosen in the window, recorded, and checked here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.domain.history import Role
from ita_desktop.domain.problems import RoleNeeded

if TYPE_CHECKING:
    from ita_desktop.services.session import Session


def may_edit(session: Session) -> None:
    """Let those pass who keep the rosters. RoleNeeded."""
    _need(session, Role.ADMIN, Role.CLERK)


def may_submit(session: Session) -> None:
    """Let the ADMIN pass. RoleNeeded."""
    _need(session, Role.ADMIN)


def may_approve(session: Session) -> None:
    """Let the executive pass. RoleNeeded."""
    _need(session, Role.EXECUTIVE)


def _need(session: Session, *roles: Role) -> None:
    """Stop every other role."""
    if session.role not in roles:
        raise RoleNeeded(session.role.value, tuple(role.value for role in roles))
