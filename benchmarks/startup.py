"""How soon the program can be used: its first window beside a bare one of PySide6, in one run.

Every start is a process of its own, begun in turn, so that what the machine does meets all alike. The
clock runs from before the process is made until the window is painted and waits for a key. The bare window is
the least that a program with a window is: a label and a button in the middle. A file counts as open when the
overview stands there with its figures.

    python3 dev.py bench startup [REPEATS]
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ita_desktop.ui.desk import Desk

REPEATS = 9
BARE, WELCOME, FEW, MANY = "bare", "welcome", "100", "100000"
GOAL, FILE_GOAL = 1.6, 1.3
REST = 1200
"""Milliseconds after which a window that nobody touches is at rest."""
BEGUN = "ITA_STARTED_AT"


@dataclass(frozen=True, slots=True)
class Start:
    """One start: seconds until the window can be used, megabytes once it is at rest."""

    seconds: float
    megabytes: float


# --- In the process that is measured ---


def tell(usable: float, end: Callable[[], object]) -> None:
    """Print what was measured, and end."""
    print(json.dumps({"seconds": usable, "megabytes": resident()}), flush=True)
    end()


def since_begun() -> float:
    """Seconds since the other process began to make this one."""
    return time.time() - float(os.environ[BEGUN])


def resident() -> float:
    """Megabytes that this process holds now; 0 where the system does not say in a file."""
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS")), 0.0)


def run_bare() -> None:
    """Show the least that a window can be."""
    from PySide6.QtCore import Qt, QTimer
    from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QPushButton, QVBoxLayout, QWidget

    application, window, middle = QApplication([]), QMainWindow(), QWidget()
    column = QVBoxLayout(middle)
    column.addWidget(QLabel("ITA"), 0, Qt.AlignmentFlag.AlignCenter)
    column.addWidget(QPushButton("ITA"), 0, Qt.AlignmentFlag.AlignCenter)
    window.setCentralWidget(middle)
    window.resize(1024, 700)
    window.show()
    application.processEvents()
    usable = since_begun()
    QTimer.singleShot(REST, lambda: tell(usable, application.quit))
    application.exec()


def run_ours(file: str) -> None:
    """Start the program as a user does, and note when its window can be used."""
    from ita_desktop import app

    def measured(path: Path | None) -> int:
        from ita_desktop.ui import application, desk

        begin = desk.Desk.start

        def start(self: Desk, path: Path | None) -> None:
            begin(self, path)
            watch(self)

        desk.Desk.start = start  # type: ignore[method-assign]
        return application.run(path)

    app.run_window = measured
    app.start([file] if file else [])


def watch(desk: Desk) -> None:
    """Note the moment when the welcome page is painted, or the overview has its figures."""
    from PySide6.QtCore import QTimer

    told: list[float] = []

    def look() -> None:
        if desk.window is None or told:
            return
        desk.application.processEvents()
        told.append(since_begun())
        QTimer.singleShot(REST, lambda: tell(told[0], lambda: desk.window and desk.window.close()))

    look()
    desk.tasks.became_idle.connect(look)


# --- In the process that measures ---


def started(kind: str, path: str, home: str) -> Start:
    """Start once and return what it took."""
    env = {**os.environ, "ITA_DESKTOP_HOME": home, BEGUN: str(time.time())}
    command = [sys.executable, "-m", "benchmarks.startup", kind, path]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=True)
    return Start(**json.loads(done.stdout.splitlines()[-1]))


def measured_starts(paths: Mapping[str, str], home: str, repeats: int) -> dict[str, list[Start]]:
    """Start each kind in turn, so many times; the first round warms the disk and is not counted."""
    starts: dict[str, list[Start]] = {kind: [] for kind in paths}
    for number in range(repeats + 1):
        for kind, path in paths.items():
            start = started(kind, path, home)
            if number:
                starts[kind].append(start)
    return starts


def seconds(starts: list[Start]) -> float:
    """The middle one of the times."""
    return median(start.seconds for start in starts)


def line(name: str, starts: list[Start], beside: list[Start], goal: str) -> None:
    """Print a row of the table."""
    memory = median(start.megabytes for start in starts)
    least, most = min(start.seconds for start in starts), max(start.seconds for start in starts)
    print(
        f"{name:28} {seconds(starts) * 1000:7.0f} ms ({least * 1000:.0f}-{most * 1000:.0f})"
        f"  {seconds(starts) / seconds(beside):5.2f} x  {memory:6.0f} MB   {goal}"
    )


def main() -> None:
    """Measure, and print."""
    from benchmarks.scoring import fill

    repeats = int(sys.argv[1]) if len(sys.argv) > 1 else REPEATS
    with tempfile.TemporaryDirectory() as folder:
        paths = {BARE: "", WELCOME: ""}
        for size in (FEW, MANY):
            paths[size] = str(Path(folder) / f"{size}.ita")
            fill(Path(paths[size]), int(size))
        starts = measured_starts(paths, folder, repeats)
    line("bare window of PySide6", starts[BARE], starts[BARE], "")
    line("our first window", starts[WELCOME], starts[BARE], f"goal {GOAL} x")
    line("a file with 100 forms", starts[FEW], starts[BARE], "")
    line("a file with 100,000 forms", starts[MANY], starts[FEW], f"goal {FILE_GOAL} x the one with 100")


if __name__ == "__main__":
    if len(sys.argv) > 2:
        run_bare() if sys.argv[1] == BARE else run_ours(sys.argv[2])
    else:
        main()
