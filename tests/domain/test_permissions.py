"""Promises of the table of permissions, held against the table itself and the services' one door."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from ita_desktop.domain.accounts.problems import SignInNeeded
from ita_desktop.domain.history import Action, Role
from ita_desktop.domain.permissions import (
    KEEPERS,
    MAY_DO,
    MAY_DRAFT,
    MAY_READ,
    Readable,
    may,
    may_read,
    who_may,
)
from ita_desktop.domain.problems import RoleNeeded
from tests.helpers.offices import new_workspace
from tests.helpers.source import SOURCES, name_of

if TYPE_CHECKING:
    from pathlib import Path

MAY_OPEN_A_TRANSACTION = {
    "ita_desktop/models/database.py",  # the door itself
    "ita_desktop/services/session.py",  # which asks the table
    "ita_desktop/services/workspace.py",  # a file that is being made has nobody in it yet
    "ita_desktop/services/accounts/signing_in.py",  # who is not in yet has no role yet
    "ita_desktop/services/safekeeping.py",  # it looks for damage before anybody is in, and shows no row
    "ita_desktop/services/accounts/recovery_sheet.py",  # the office's name alone, for who came by the code
}


def test_every_action_is_in_the_table() -> None:
    """A new Action must say whose it is."""
    missing = sorted(action.name for action in Action if action not in MAY_DO)
    assert missing == [], "say in MAY_DO of ita_desktop/domain/permissions.py which roles may do these"
    assert set(MAY_READ) == set(Readable)
    assert all(MAY_DO.values()), "an action that nobody may do is no action"


def test_a_reader_changes_nothing_and_sees_no_name() -> None:
    """What is left to a reader is his own password."""
    left = {action for action in Action if may(Role.READER, action)}
    assert left == {Action.CHANGED_PASSWORD, Action.RECOVERED}
    assert not any(may_read(Role.READER, what) for what in Readable)
    assert Role.READER not in MAY_DRAFT


def test_the_executive_approves_and_never_keys() -> None:
    """Whom the questionnaires judge does not touch them; who submits does not approve."""
    assert who_may(Action.APPROVED_ROSTER) == {Role.EXECUTIVE}
    assert not may(Role.EXECUTIVE, Action.KEYED_FORM)
    assert not may_read(Role.EXECUTIVE, Readable.FORMS)
    assert MAY_DRAFT == KEEPERS


@pytest.mark.parametrize("role", Role)
def test_the_door_lets_through_what_the_table_says_and_nothing_else(role: Role, tmp_path: Path) -> None:
    """Every role at every action: the change is begun, or refused before anything is done."""
    office = new_workspace(tmp_path)
    session = office.session
    for action in Action:
        office.take_role(role)
        before = session.version
        if may(role, action):
            with session.change(action, "1"):
                pass
        else:
            with pytest.raises(RoleNeeded), session.change(action, "1"):
                raise AssertionError(action)
        assert session.version == before + may(role, action)
    office.close()


def test_nobody_does_anything_while_nobody_is_signed_in(tmp_path: Path) -> None:
    """Neither reading nor drafting nor changing."""
    office = new_workspace(tmp_path)
    office.session.locked = True
    for door in (
        office.session.reading,
        office.session.drafting,
        lambda: office.session.change(Action.CHANGED_OFFICE, ""),
    ):
        with pytest.raises(SignInNeeded), door():
            raise AssertionError(door)
    office.close()


def test_there_is_no_door_beside_the_one_that_asks() -> None:
    """Only the named modules open a transaction of the database themselves."""
    opens = re.compile(r"(?:database|opened)\.(?:transaction|reading)\(")
    own = {
        name_of(path)
        for path in SOURCES
        if "/services/" in name_of(path) or "/ui/" in name_of(path) or "/cli/" in name_of(path)
        if opens.search(path.read_text("utf-8"))
    }
    assert own <= MAY_OPEN_A_TRANSACTION, "go through Session.change, drafting or reading: they ask who may"
