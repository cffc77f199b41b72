"""The window outlives a working day: the Qt binding that is pinned does not lose references."""

from __future__ import annotations

import subprocess
import sys

CALLS = """
from PySide6.QtGui import QTextOption
option = QTextOption()
for _ in range(200_000):
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
print("alive")
"""


def test_a_day_of_calls_into_qt_does_not_end_the_program() -> None:
    """PySide6 6.12.0 aborted here on Python 3.11: each call that returns nothing took a reference to None."""
    ended = subprocess.run([sys.executable, "-c", CALLS], capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout.strip()) == (0, "alive")
