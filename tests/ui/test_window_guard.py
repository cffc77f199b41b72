"""The window outlives a Qt binding that loses references."""

from __future__ import annotations

import subprocess
import sys

CALLS = """
import sys
import ita_desktop.ui
from PySide6.QtGui import QTextOption
option = QTextOption()
for _ in range(200_000):
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
print("alive")
"""


def test_a_day_of_calls_into_qt_does_not_end_the_program() -> None:
    """More calls than None has references by itself leave the program alive."""
    done = subprocess.run([sys.executable, "-c", CALLS], capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "alive", done.stderr
