"""How the office keys is chosen in a sheet that one key opens, and holds at the next key."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ita_desktop.domain.keying_order import KeyingOrder
from ita_desktop.ui.pages.keying_settings import KeyingSettingsDialog
from ita_desktop.ui.tabs import Tab

if TYPE_CHECKING:
    from ita_desktop.services.workspace import Workspace
    from ita_desktop.ui.pages.entry import EntryPage
    from ita_desktop.ui.user_settings import UserSettings
    from tests.ui.conftest import Hand

CONTROL = Qt.KeyboardModifier.ControlModifier


def entry(hand: Hand) -> EntryPage:
    """The page, open."""
    return cast("EntryPage", hand.open(Tab.ENTRY))


def sheet(hand: Hand) -> KeyingSettingsDialog:
    """Press F3."""
    hand.press(Qt.Key.Key_F3)
    hand.settle()
    found = shown(hand)
    assert len(found) == 1
    return found[0]


def shown(hand: Hand) -> list[KeyingSettingsDialog]:
    """The sheets that are seen."""
    return [each for each in hand.window.findChildren(KeyingSettingsDialog) if each.isVisible()]


def keep(hand: Hand) -> None:
    """Ctrl+S; a closed sheet gives the keyboard back to the window, as a window manager does."""
    hand.press(Qt.Key.Key_S, CONTROL)
    hand.settle()
    if not shown(hand):
        with hand.qtbot.waitActive(hand.window):
            hand.window.activateWindow()


def test_strict_order_holds_for_the_form_on_the_desk(hand: Hand, workspace: Workspace) -> None:
    """F3, the next choice, Ctrl+S: from now on no question is passed over."""
    page = entry(hand)
    hand.type("12")
    opened = sheet(hand)
    assert opened.order.hasFocus()
    hand.press(Qt.Key.Key_Down)
    keep(hand)
    assert workspace.keying_settings.settings().order is KeyingOrder.STRICT
    hand.press(Qt.Key.Key_Plus)
    assert page.sheet is not None
    assert (page.sheet.keying.line, page.sheet.keying.place) == ("12", 2)
    notice = page.panel.board.settled.notice
    assert notice is not None
    assert "กำหนดให้คีย์ตามลำดับ" in notice.text


def test_a_number_out_of_sequence_is_told_with_the_next_one(hand: Hand, workspace: Workspace) -> None:
    """The number can still be put right, and the form is kept then."""
    page = entry(hand)
    sheet(hand)
    hand.press(Qt.Key.Key_Down)
    keep(hand)
    hand.press(Qt.Key.Key_L, CONTROL)
    hand.type("9")
    hand.press(Qt.Key.Key_Return)
    hand.settle()
    assert "เลขที่ ๓" in hand.reads(page.panel)
    hand.press(Qt.Key.Key_Escape)
    hand.type("1" * 20)
    hand.press(Qt.Key.Key_Return)
    hand.settle()
    assert workspace.entry.find("IIT", 3).line == "1" * 20


def test_the_rule_of_samples_and_the_figures_are_chosen_here(hand: Hand, workspace: Workspace) -> None:
    """Thai digits are read; a number that is none is told at its field and nothing is kept."""
    entry(hand)
    opened = sheet(hand)
    opened.percent.setText("สิบ")
    keep(hand)
    assert opened.rule_form.fault_text("percent")
    opened.percent.setText("๒๐")
    opened.tolerance.setText("๑.๕")
    opened.figures.click()
    keep(hand)
    rule = workspace.verification.rule()
    assert (rule.percent, float(rule.tolerance)) == (20, 1.5)
    assert not workspace.keying_figures.on()
    assert not shown(hand)


def test_the_tone_is_switched_for_this_computer(hand: Hand) -> None:
    """The window's own choices carry it, as the menu's tick does."""
    entry(hand)
    chosen: list[UserSettings] = []
    hand.window.menu.settings_chosen.connect(chosen.append)
    opened = sheet(hand)
    opened.beep.click()
    keep(hand)
    assert [each.beep for each in chosen] == [False]


@pytest.mark.parametrize("sound", [True, False])
def test_a_refused_key_sounds_only_if_that_is_wished(
    hand: Hand, monkeypatch: pytest.MonkeyPatch, sound: bool
) -> None:
    """Nine is no choice of six; with the tone off it is told without one."""
    heard: list[str] = []
    monkeypatch.setattr(QApplication, "beep", lambda: heard.append("beep"))
    page = entry(hand)
    object.__setattr__(page.context, "settings", _with_beep(page, sound=sound))
    hand.type("9")
    assert page.panel.board.settled.notice is not None
    assert bool(heard) is sound


def _with_beep(page: EntryPage, *, sound: bool) -> UserSettings:
    """The window's choices with another tone."""
    return replace(page.context.settings, beep=sound)
