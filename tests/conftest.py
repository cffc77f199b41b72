"""What holds for every test: no screen, no real user folder, no unexpected warning, repeatable chance.

The one QApplication of the session is pytest-qt's `qapp`: ask for `qtbot` and never make another.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from argon2 import PasswordHasher
from hypothesis import HealthCheck, settings

from ita_desktop.models import file_key, password_hash
from ita_desktop.support import clock, language
from tests.helpers.logwatch import LogWatch, watched_log
from tests.helpers.netwatch import NetWatch, may_use_a_network

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before anything imports Qt: a test must not open a window

# Two people run the suite on one slow machine: a deadline would tell of the machine, not of the program.
_COMMON = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", _COMMON, derandomize=True, max_examples=60)
settings.register_profile("explore", _COMMON, max_examples=200)
settings.register_profile("long", _COMMON, max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


@pytest.fixture(autouse=True)
def log_watch() -> Iterator[LogWatch]:
    """Fail the test on a warning that it does not expect; `log_watch.expecting("part")` allows one."""
    with watched_log() as watch:
        yield watch


NETWORK = NetWatch()


@pytest.fixture(autouse=True)
def _no_network(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail the test on any socket but in the files whose subject a network is."""
    NETWORK.refusing = not may_use_a_network(str(request.path))
    yield
    NETWORK.refusing = False
    assert NETWORK.taken() == [], "the program works without a network; see docs/security.md"


@pytest.fixture(scope="session", autouse=True)
def _quick_passwords() -> None:
    """Stretch passwords hardly at all: what is slow on purpose would be an hour of the suite.

    tests/accounts/test_stretching.py holds what the program itself does.
    """
    password_hash.HASHER = PasswordHasher(time_cost=1, memory_cost=64, parallelism=1)
    file_key.ROUNDS, file_key.MEMORY, file_key.LANES = 1, 64, 1


@pytest.fixture(autouse=True)
def _own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep settings, logs and backups of the tests out of the real user's folders, in child processes too."""
    monkeypatch.setenv("ITA_DESKTOP_HOME", str(tmp_path_factory.mktemp("home")))


@pytest.fixture(autouse=True)
def _thai_and_todays_clock() -> Iterator[None]:
    """Begin and end each test in Thai, with the real clock, whatever another test set."""
    language.set_language("th")
    with clock.restored():
        yield
    language.set_language("th")


@pytest.fixture
def empty_folder(tmp_path: Path) -> Path:
    """A folder with a Thai name and a space, as offices have them."""
    folder = tmp_path / "งาน ITA ๒๕๖๘"
    folder.mkdir()
    return folder
