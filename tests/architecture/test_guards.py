"""Promises of the guards around every test: they let nothing pass unseen; what is announced is allowed."""

from __future__ import annotations

import logging
import os
import warnings

import pytest
from hypothesis import settings

from ita_desktop.support import paths
from tests.helpers.logwatch import watched_log

speaker = logging.getLogger("ita_desktop.test")


def warn_in_the_log(watch_for: str | None, said: str) -> None:
    """Log a warning under watch, announced or not."""
    with watched_log() as watch:
        if watch_for is None:
            speaker.warning(said)
        else:
            with watch.expecting(watch_for):
                speaker.warning(said)


@pytest.fixture(autouse=True)
def log_watch() -> None:
    """Stand in for the guard of this name: here warnings are logged on purpose."""


def test_an_unexpected_warning_in_the_log_fails() -> None:
    """A warning that no test announced is an error, with its words."""
    with pytest.raises(AssertionError, match="disk is slow"):
        warn_in_the_log(None, "the disk is slow")


def test_an_announced_warning_passes() -> None:
    """The test that causes a warning on purpose says so and goes on."""
    warn_in_the_log("slow", "the disk is slow")


def test_an_announced_warning_that_never_comes_fails() -> None:
    """An announcement is a promise too."""
    with pytest.raises(AssertionError, match="nothing with 'full'"):
        warn_in_the_log("full", "the disk is slow")


def test_warnings_of_python_are_errors() -> None:
    """A deprecation met today does not wait until it is a break."""
    with pytest.raises(DeprecationWarning):
        warnings.warn("old", DeprecationWarning, stacklevel=1)


def test_no_test_touches_the_users_own_folders(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Settings, logs and backups lie under pytest's own folder."""
    assert tmp_path_factory.getbasetemp() in paths.settings_folder().parents


def test_no_test_opens_a_window() -> None:
    """Qt draws off the screen, whatever screen there is."""
    assert os.environ["QT_QPA_PLATFORM"] == "offscreen"


def test_generated_data_is_the_same_on_every_run() -> None:
    """A failure in CI is the same failure at home, unless more is asked for."""
    assert settings.get_profile("ci").derandomize
    assert settings.get_profile("long").max_examples > settings.get_profile("ci").max_examples
