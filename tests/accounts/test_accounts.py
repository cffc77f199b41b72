"""Promises of accounts: who comes in, who does not, and that an office never locks itself out."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from ita_desktop.domain.accounts.delay import FREE, LONGEST, delay_after, still_waits
from ita_desktop.domain.accounts.password_rules import PasswordFault, fault_of
from ita_desktop.domain.accounts.problems import (
    AccountClosed,
    CodeMiscopied,
    LastAdmin,
    MustWait,
    NameTaken,
    PasswordRefused,
    RoleIsGiven,
    SignInNeeded,
    WrongCode,
    WrongPassword,
)
from ita_desktop.domain.accounts.recovery_code import code_of, read_code
from ita_desktop.domain.history import Action, Role
from ita_desktop.domain.problems import MissingRecord, RoleNeeded
from ita_desktop.services import workspace
from tests.helpers.offices import NOW, new_workspace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ita_desktop.services.workspace import Workspace

PASSWORD, OTHER = "ทุ่งนาสีทองยามเช้า", "ฝนตกหนักเมื่อวานซืน"


class Clock:
    """A clock that the test sets."""

    def __init__(self) -> None:
        self.at = NOW

    def __call__(self) -> datetime:
        """The time."""
        return self.at


@pytest.fixture
def clock() -> Clock:
    """Nine o'clock, until the test says otherwise."""
    return Clock()


@pytest.fixture
def office(tmp_path: Path, clock: Clock) -> Iterator[Workspace]:
    """An office file with one ADMIN, signed in."""
    made = new_workspace(tmp_path)
    made.accounts.protect("สมมุติ หนึ่ง", PASSWORD)
    made.close()
    opened = workspace.open_file(made.path, clock)
    yield opened
    opened.close()


def come_in(office: Workspace) -> None:
    """Sign the ADMIN in."""
    office.signing_in.sign_in("สมมุติ หนึ่ง", PASSWORD)


def test_a_file_without_accounts_asks_nobody(tmp_path: Path) -> None:
    """A one-person office goes on as it did."""
    made = new_workspace(tmp_path)
    assert not made.signing_in.needed
    assert not made.signing_in.protected
    made.signing_in.lock()
    assert made.settings.office().name
    made.close()


def test_a_protected_file_shows_nothing_before_somebody_signs_in(office: Workspace) -> None:
    """Names to choose from, and nothing else."""
    assert office.signing_in.needed
    assert office.signing_in.names() == ("สมมุติ หนึ่ง",)
    with pytest.raises(SignInNeeded):
        office.settings.office()
    with pytest.raises(SignInNeeded):
        office.undo()
    office.signing_in.lock()
    assert office.signing_in.needed
    come_in(office)
    assert office.settings.office().name


def test_what_is_done_bears_the_persons_name(office: Workspace) -> None:
    """Name and role stand in the history, under the seal."""
    come_in(office)
    office.settings.change_office(replace(office.settings.office(), province="ตัวอย่าง"))
    newest = office.settings.history(1)[0]
    assert (newest.person, newest.role, newest.action) == ("สมมุติ หนึ่ง", Role.ADMIN, Action.CHANGED_OFFICE)
    assert office.check() == ()


def test_the_role_comes_from_the_account(office: Workspace) -> None:
    """It cannot be chosen any more, and the reader's changes nothing."""
    come_in(office)
    with pytest.raises(RoleIsGiven):
        office.take_role(Role.EXECUTIVE)
    office.accounts.add("สมมุติ สอง", Role.READER, OTHER)
    office.signing_in.lock()
    with pytest.raises(RoleIsGiven):
        office.take_role(Role.ADMIN)
    office.signing_in.sign_in("สมมุติ  สอง", OTHER)
    assert office.role is Role.READER
    with pytest.raises(RoleNeeded):
        office.accounts.all()
    with pytest.raises(RoleNeeded):
        office.accounts.add("สมมุติ สาม", Role.ADMIN, OTHER)


def test_wrong_passwords_cost_more_and_more_time(office: Workspace, clock: Clock) -> None:
    """Three are free; then even the right one is not taken for a while, and reopening does not help."""
    for _ in range(FREE):
        with pytest.raises(WrongPassword) as told:
            office.signing_in.sign_in("สมมุติ หนึ่ง", "ผิดผิดผิดผิด")
        assert not told.value.wait
    with pytest.raises(WrongPassword) as told:
        office.signing_in.sign_in("สมมุติ หนึ่ง", "ผิดผิดผิดผิด")
    assert told.value.wait == timedelta(seconds=5)
    with pytest.raises(MustWait):
        come_in(office)
    office.close()
    again = workspace.open_file(office.path, clock)
    with pytest.raises(MustWait):
        come_in(again)
    clock.at += timedelta(seconds=6)
    come_in(again)
    assert again.accounts.all()[0].failures == 0
    again.close()


def test_waits_grow_and_never_lock_an_office_out() -> None:
    """Doubling, to a quarter of an hour; a clock set back a year waits no longer."""
    waits = [delay_after(count) for count in range(FREE, FREE + 30)]
    assert waits == sorted(waits)
    assert waits[-1] == LONGEST
    assert still_waits(NOW + timedelta(days=365), NOW) == LONGEST
    assert still_waits(NOW, NOW + timedelta(seconds=1)) == timedelta()


def test_an_unknown_name_and_a_closed_account_do_not_come_in(office: Workspace) -> None:
    """Each is told for what it is."""
    come_in(office)
    office.accounts.add("สมมุติ สอง", Role.CLERK, OTHER)
    second = office.accounts.all()[1]
    office.accounts.change(replace(second, active=False))
    office.signing_in.lock()
    with pytest.raises(AccountClosed):
        office.signing_in.sign_in("สมมุติ สอง", OTHER)
    with pytest.raises(MissingRecord):
        office.signing_in.sign_in("ไม่มี", OTHER)
    assert office.signing_in.names() == ("สมมุติ หนึ่ง",)


def test_the_last_admin_stays(office: Workspace) -> None:
    """Neither closed nor given another role, until there is another one."""
    come_in(office)
    only = office.accounts.all()[0]
    for worse in (replace(only, active=False), replace(only, role=Role.CLERK)):
        with pytest.raises(LastAdmin):
            office.accounts.change(worse)
    assert office.accounts.all() == (only,)
    office.accounts.add("สมมุติ สอง", Role.ADMIN, OTHER)
    office.accounts.change(replace(only, role=Role.CLERK))


def test_one_name_is_one_account(office: Workspace) -> None:
    """However its spaces are typed."""
    come_in(office)
    with pytest.raises(NameTaken):
        office.accounts.add(" สมมุติ   หนึ่ง ", Role.CLERK, OTHER)


def test_the_recovery_sheet_lets_in_once(tmp_path: Path) -> None:
    """Its code gives a new password and is used up; the next sheet's code works."""
    made = new_workspace(tmp_path)
    _, code = made.accounts.protect("สมมุติ หนึ่ง", PASSWORD)
    made.signing_in.lock()
    with pytest.raises(CodeMiscopied):
        made.signing_in.recover("สมมุติ หนึ่ง", code[:-1], OTHER)
    with pytest.raises(WrongCode):
        made.signing_in.recover("สมมุติ หนึ่ง", code_of(bytes(15)), OTHER)
    with pytest.raises(PasswordRefused):
        made.signing_in.recover("สมมุติ หนึ่ง", code, "สั้น")
    fresh = made.signing_in.recover("สมมุติ หนึ่ง", code.lower().replace("-", " "), OTHER)
    with pytest.raises(WrongCode):
        made.signing_in.recover("สมมุติ หนึ่ง", code, PASSWORD)
    made.signing_in.sign_in("สมมุติ หนึ่ง", OTHER)
    assert made.settings.history(1)[0].action is Action.RECOVERED
    assert made.signing_in.recover("สมมุติ หนึ่ง", fresh, PASSWORD) not in {fresh, code}
    made.close()


def test_ones_own_password_is_changed_with_the_old_one(office: Workspace) -> None:
    """A screen left open gives no password away."""
    come_in(office)
    with pytest.raises(WrongPassword):
        office.accounts.change_password(OTHER, "ฟ้าหลังฝนสวยเสมอ")
    office.accounts.change_password(PASSWORD, OTHER)
    office.signing_in.lock()
    with pytest.raises(WrongPassword):
        come_in(office)
    office.signing_in.sign_in("สมมุติ หนึ่ง", OTHER)


def test_passwords_can_be_given_up_again(office: Workspace) -> None:
    """With the ADMIN's own password; the file then asks nobody."""
    come_in(office)
    with pytest.raises(WrongPassword):
        office.accounts.unprotect(OTHER)
    office.accounts.unprotect(PASSWORD)
    office.close()
    again = workspace.open_file(office.path, lambda: NOW)
    assert not again.signing_in.needed
    again.close()


def test_no_account_is_undone(office: Workspace) -> None:
    """Ctrl+Z after closing a door takes back what was done before it, not the door."""
    come_in(office)
    office.settings.change_office(replace(office.settings.office(), province="ตัวอย่าง"))
    office.accounts.add("สมมุติ สอง", Role.CLERK, OTHER)
    office.undo()
    assert len(office.accounts.all()) == 2


def test_no_password_and_no_code_stands_in_the_file(tmp_path: Path) -> None:
    """Not in a table, not in the history, not in what SQLite left lying about."""
    made = new_workspace(tmp_path)
    _, code = made.accounts.protect("สมมุติ หนึ่ง", PASSWORD)
    made.accounts.change_password(PASSWORD, OTHER)
    made.close()
    kept = made.path.read_bytes()
    for secret in (PASSWORD, OTHER, code, code.replace("-", "")):
        assert secret.encode() not in kept


@pytest.mark.parametrize(
    ("password", "fault"),
    [
        ("สั้น", PasswordFault.TOO_SHORT),
        ("12345678", PasswordFault.TOO_PLAIN),
        ("hgfedcba", PasswordFault.TOO_PLAIN),
        ("กกกกกกกกกก", PasswordFault.TOO_PLAIN),
        ("สมมุติ หนึ่ง", PasswordFault.LIKE_NAME),
        (PASSWORD, None),
    ],
)
def test_a_password_is_long_and_not_the_first_guess(password: str, fault: PasswordFault | None) -> None:
    """Nothing else is asked of it."""
    assert fault_of(password, "สมมุติ หนึ่ง") is fault


def test_a_code_is_read_as_it_was_copied_or_told_as_a_slip() -> None:
    """Small letters, O for 0, spaces for dashes; every single wrong letter is noticed."""
    code = code_of(bytes(range(1, 16)))
    assert read_code(code.lower().replace("-", " ").replace("0", "o")) == code
    for place, letter in enumerate(code):
        if letter != "-":
            other = "7" if letter != "7" else "8"
            assert read_code(code[:place] + other + code[place + 1 :]) is None
