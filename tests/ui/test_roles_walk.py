"""Promises of the window for every role: each tab opens, and what may not be read is said, not shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ita_desktop.domain.history import Role
from ita_desktop.ui.page import Page
from ita_desktop.ui.tabs import Tab
from ita_desktop.ui.widgets.buttons import ActionButton

if TYPE_CHECKING:
    from tests.ui.conftest import Hand


@pytest.mark.parametrize("role", Role)
def test_every_tab_opens_for_every_role(hand: Hand, role: Role) -> None:
    """Nobody meets a crash for who they are; the worker's fixture fails on one."""
    hand.window.context.workspace.take_role(role)
    for tab in Tab:
        page = hand.open(tab)
        assert isinstance(page, Page)


def test_a_reader_sees_no_name_of_a_roster(hand: Hand) -> None:
    """The page says whose it is instead."""
    hand.window.context.workspace.take_role(Role.READER)
    for tab in Tab:
        hand.open(tab)
        assert "นางสาวตัวอย่าง" not in hand.reads()
    page = hand.open(Tab.ROSTER)
    assert isinstance(page, Page)
    assert "ผู้ดูแลระบบ" in page.banner.text.text()


def test_what_a_role_may_not_do_is_grey_and_says_why(hand: Hand) -> None:
    """The executive cannot add people; the ADMIN can, at once when the hat is changed."""
    hand.window.context.workspace.take_role(Role.EXECUTIVE)
    page = hand.open(Tab.ROSTER)
    button = next(each for each in page.findChildren(ActionButton) if each.text() == "เพิ่มรายชื่อ")
    assert not button.isEnabled()
    assert "ผู้ดูแลระบบ" in button.toolTip()
    button.setEnabled(True)
    assert not button.isEnabled()
    hand.window.context.workspace.take_role(Role.ADMIN)
    hand.window.show_office()
    assert button.isEnabled()
    assert button.toolTip() == ""
