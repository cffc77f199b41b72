"""The promise that a proof is looked at, never started."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QDesktopServices

from ita_desktop.domain.evidence import Evidence, EvidenceKind
from ita_desktop.ui.pages.checklist import ChecklistPage
from ita_desktop.ui.tabs import Tab

if TYPE_CHECKING:
    from PySide6.QtCore import QUrl

    from tests.ui.conftest import Hand


@pytest.mark.parametrize("name", ["หนังสือ.pdf", "ภาพ.PNG", "ตาราง.xlsx"])
def test_a_paper_opens_in_the_systems_viewer(hand: Hand, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """By the file's own address."""
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    page = hand.open(Tab.CHECKLIST)
    assert isinstance(page, ChecklistPage)
    page.work.open_proof(Evidence(EvidenceKind.FILE, name, sha256="ab" * 32, size=1, codes=("o2",)))
    assert [url.isLocalFile() for url in opened] == [True]


@pytest.mark.parametrize(
    "name", ["ใบเสร็จ.exe", "คำสั่ง.bat", "a.pdf.lnk", "a.js", "a.hta", "a.docm", "a.scr", "a.desktop", "เปล่า"]
)
def test_what_could_be_a_program_is_never_started(
    hand: Hand, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """It is told where it lies; the person who wants it started does that elsewhere."""
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    page = hand.open(Tab.CHECKLIST)
    assert isinstance(page, ChecklistPage)
    page.work.open_proof(Evidence(EvidenceKind.FILE, name, sha256="ab" * 32, size=1, codes=("o2",)))
    assert opened == []
    assert "อาจเป็นโปรแกรม" in hand.window.status_bar.announcement.text()
