"""`--self-test`: it finds what is broken, and tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ita_desktop import selftest

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


def test_the_self_test_passes_here(qapp: QApplication, capsys: pytest.CaptureFixture[str]) -> None:
    """Every check holds; pytest itself is loaded, so the one for tools of the workshop is the build's."""
    names = {check.__name__ for check in selftest.CHECKS}
    assert {"versions", "fonts", "catalogues", "guide", "instruments", "office_file"} <= names
    assert {"paper", "papers", "workbook", "window", "nothing_of_the_workshop"} <= names
    selftest.run()
    failed = [line for line in capsys.readouterr().out.splitlines() if line.startswith("FAILED")]
    assert [line for line in failed if "workshop" not in line] == []


def test_the_self_test_tells_what_is_broken(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """One failure is told and counted, and the other checks are still run."""

    def broken() -> str:
        """A planted check."""
        raise selftest.SelfTestError("planted")

    monkeypatch.setattr(selftest, "CHECKS", (broken, selftest.fonts))
    assert selftest.run() == 1
    out = capsys.readouterr().out
    assert "FAILED  A planted check: SelfTestError: planted" in out
    assert "ok      Fonts" in out


def test_the_self_test_reads_what_is_really_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """A PDF with other text in it would not pass."""
    whole = selftest._text_of

    def one_letter_off(pdf: bytes) -> str:
        return whole(pdf).replace("น้ำ", "นำ้")

    monkeypatch.setattr(selftest, "_text_of", one_letter_off)
    with pytest.raises(selftest.SelfTestError):
        selftest.paper()
