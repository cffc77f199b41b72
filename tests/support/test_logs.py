"""Promises of `support.logs`: it tells what went wrong, never about whom, and never stops the program."""

from __future__ import annotations

import faulthandler
import logging
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ita_desktop.support import logs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.helpers.logwatch import LogWatch


@pytest.fixture
def written(tmp_path: Path) -> Iterator[logs.Log]:
    """A log in a folder of its own, ended with the test; what pytest had set up is put back."""
    level, fault = logging.getLogger().level, faulthandler.is_enabled()
    started = logs.start_log(tmp_path)
    assert started is not None
    yield started
    started.stop()
    logging.getLogger().setLevel(level)
    if fault:
        faulthandler.enable(sys.__stderr__ or sys.stderr)


def test_the_log_begins_with_the_versions(written: logs.Log) -> None:
    """The first line says which program on which system."""
    assert "ITA Desktop" in written.path.read_text("utf-8").splitlines()[0]


def test_an_unexpected_error_is_logged_with_its_place_and_without_its_message(
    written: logs.Log, log_watch: LogWatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The kinds of the whole chain and the failing lines are there; what the error quotes is not."""
    quoted = "นายสมมติ ไม่มีจริง"
    try:
        try:
            int(quoted)
        except ValueError as error:
            raise LookupError(quoted) from error
    except LookupError as error:
        with log_watch.expecting("unexpected error"):
            logs.log_unexpected(type(error), error, error.__traceback__)
    text = written.path.read_text("utf-8")
    assert "builtins.ValueError" in text
    assert "builtins.LookupError" in text
    assert Path(__file__).name in text
    assert quoted not in text
    assert quoted in capsys.readouterr().err  # the console of an engineer still shows everything


def test_the_program_starts_where_no_log_can_be_written(tmp_path: Path) -> None:
    """A log folder that is a file is no reason not to open the window."""
    (tmp_path / "taken").write_text("a file, not a folder")
    assert logs.start_log(tmp_path / "taken") is None


def test_a_full_log_moves_on_and_old_ones_are_few(written: logs.Log, monkeypatch: pytest.MonkeyPatch) -> None:
    """However much is logged, the folder stays small."""
    monkeypatch.setattr(written.handler, "full_bytes", 1000)
    for number in range(200):
        logging.getLogger("test").info("line %s", number)
    assert len(list(written.path.parent.glob("ita-desktop.log*"))) == logs.OLD_FILES + 1
    assert "line 199" in written.path.read_text("utf-8")


def test_a_log_held_by_a_second_window_loses_nothing(
    written: logs.Log, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the full file cannot be moved away, it is written on."""

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(written.handler, "full_bytes", 1000)
    monkeypatch.setattr(written.handler, "move", refuse)
    for number in range(50):
        logging.getLogger("test").info("line %s", number)
    text = written.path.read_text("utf-8")
    assert [number for number in range(50) if f"line {number}\n" not in text] == []


def test_a_windowed_program_may_print(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is no console, what is printed goes nowhere instead of ending the program."""
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    logs.replace_missing_streams()
    print("ไม่มีจอ", flush=True)  # noqa: T201 - printing is what is promised
    print("ไม่มีจอ", file=sys.stderr, flush=True)  # noqa: T201
    sys.stdout.close()
    sys.stderr.close()
