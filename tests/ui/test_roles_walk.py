"""Promises of the window for every role: each tab opens, and what may not be read is said, not shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ita_desktop.domain.history import Role
from ita_desktop.ui.page import Page
from ita_desktop.ui.tabs import Tab

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
