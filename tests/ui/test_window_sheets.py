"""Promises of the sheets over the window: the office's details, the year's instrument."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from ita_desktop.services.instruments import instrument_text
from ita_desktop.support import clock
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.pages.overview import OverviewPage
from ita_desktop.ui.pages.results import ResultsPage
from ita_desktop.ui.tabs import Tab
from ita_desktop.ui.user_settings import UserSettings
from tests.helpers.offices import NOW, new_workspace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from ita_desktop.services.workspace import Workspace
    from ita_desktop.ui.tasks import TaskRunner
    from tests.ui.conftest import Hand


def test_ctrl_s_keeps_the_office(hand: Hand, workspace: Workspace) -> None:
    """What is typed in the sheet stands in the file, in the foot of the window, and the sheet is gone."""
    sheet = hand.window.show_office_details()
    hand.settle()
    assert sheet.fields["name"].text() == workspace.settings.office().name
    sheet.fields["name"].setText("เทศบาลตำบลบ้านใหม่")
    sheet.fields["signer_name"].setText("นายสมมุติ ตัวอย่างดี")
    sheet.minimums["IIT"].setText("๔๔")
    sheet.save_button.click()
    hand.settle()
    kept = workspace.settings.details()
    assert (kept.office.name, kept.office.signer_name) == ("เทศบาลตำบลบ้านใหม่", "นายสมมุติ ตัวอย่างดี")
    assert kept.minimums == {"IIT": 44}
    assert "เทศบาลตำบลบ้านใหม่" in hand.reads(hand.window.status_bar)


def test_what_cannot_be_kept_is_told_at_its_field(hand: Hand, workspace: Workspace) -> None:
    """No name, and a minimum that is no number: the sheet stays, the file is as before."""
    before = workspace.settings.details()
    sheet = hand.window.show_office_details()
    hand.settle()
    sheet.fields["name"].clear()
    sheet.save_button.click()
    hand.settle()
    assert sheet.form.fault_text("office")
    sheet.fields["name"].setText("ก")
    sheet.minimums["IIT"].setText("สี่สิบ")
    sheet.save_button.click()
    hand.settle()
    assert sheet.minimum_form.fault_text("IIT")
    assert sheet.isVisible()
    assert workspace.settings.details() == before


def test_a_file_that_is_no_picture_is_refused(hand: Hand, tmp_path: Path) -> None:
    """The emblem stays as it was, and the reason is told."""
    path = tmp_path / "ตรา.png"
    path.write_bytes(b"no picture")
    sheet = hand.window.show_office_details()
    sheet.load_emblem(path)
    hand.settle()
    assert "PNG, JPEG" in sheet.banner.text.text()
    assert not sheet.remove_button.isEnabled()


def test_what_is_unconfirmed_of_the_year_can_be_read(hand: Hand, workspace: Workspace) -> None:
    """Every line that the instrument says of itself stands in the sheet."""
    sheet = hand.window.show_instrument()
    hand.settle()
    unconfirmed = workspace.session.instrument.unconfirmed
    assert unconfirmed
    assert all(line in sheet.lines.text() for line in unconfirmed)


def test_the_instrument_goes_out_and_its_correction_comes_in(
    hand: Hand, workspace: Workspace, tmp_path: Path
) -> None:
    """What was written can be corrected and used; one undo brings the former back."""
    path = tmp_path / "ITA-2568.json"
    sheet = hand.window.show_instrument()
    sheet.write(path)
    hand.settle()
    record = json.loads(path.read_text("utf-8"))
    assert path.read_text("utf-8") == workspace.settings.instrument_text()
    record["revision"] = record.get("revision", 1) + 1
    record["unconfirmed"] = ["เรื่องเดียว"]
    path.write_text(json.dumps(record, ensure_ascii=False), "utf-8")
    sheet.use(path)
    hand.settle()
    assert sheet.lines.text() == "1. เรื่องเดียว"
    workspace.undo()
    assert workspace.session.instrument.unconfirmed != ("เรื่องเดียว",)


def test_every_mistake_of_a_file_can_be_read(hand: Hand, workspace: Workspace, tmp_path: Path) -> None:
    """More mistakes than a strip holds: all of them stand in the sheet, and nothing was changed."""
    path = tmp_path / "ผิด.json"
    path.write_text(json.dumps({f"ไม่รู้จัก{number}": 1 for number in range(30)}), "utf-8")
    before = workspace.settings.instrument_text()
    sheet = hand.window.show_instrument()
    hand.settle()
    sheet.use(path)
    hand.settle()
    assert sheet.banner.isVisible()
    assert len(sheet.lines.text().splitlines()) >= 30
    assert workspace.settings.instrument_text() == before


@pytest.fixture
def old_hand(qapp: QApplication, tmp_path: Path, tasks: TaskRunner) -> Iterator[MainWindow]:
    """A window on the year 2564, whose EIT is not known."""
    with clock.frozen(NOW):
        folder = tmp_path / "2564"
        folder.mkdir()
        made = new_workspace(folder, 2564, instrument_text(2564))
        window = MainWindow(made, tasks, replace(UserSettings(), thai_digits=False))
        window.show()
        yield window
        tasks.wait_idle()
        window.hide()
        window.deleteLater()
        made.close()


def test_an_incomplete_tool_is_named_on_overview_and_results(old_hand: MainWindow, tasks: TaskRunner) -> None:
    """Nobody takes the scores of 2564 for the whole: both pages say what is not known."""
    tasks.wait_idle()
    overview = old_hand.current_page
    assert isinstance(overview, OverviewPage)
    assert "EIT" in overview.score_card.incomplete.text()
    assert overview.score_card.incomplete.isVisible()
    old_hand.open_tab(Tab.RESULTS)
    tasks.wait_idle()
    results = old_hand.current_page
    assert isinstance(results, ResultsPage)
    assert "ยังไม่ทราบข้อคำถาม EIT" in results.notice.text.text()
    assert results.notice.isVisible()
