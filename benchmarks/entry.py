"""How soon a key is seen: from the press in the real window to the answer painted; what 100,000 forms cost.

Keys go in through the window system's own path (`QTest` on the top window), each as soon as the one before is
painted, while the worker writes every state of the form to the disk. A form's last answer, Enter, is counted
apart: it includes the form's way to the disk, for the next form opens only then.

    python3 dev.py bench entry
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ita_desktop.domain.batches import Batch, Questionnaire
from ita_desktop.domain.office import Office
from ita_desktop.models import questionnaire_store
from ita_desktop.services import workspace as workspaces
from ita_desktop.services.instruments import instrument_text
from ita_desktop.support import clock
from ita_desktop.ui import theme
from ita_desktop.ui.main_window import DESIGN_SIZE, MainWindow
from ita_desktop.ui.tabs import Tab
from ita_desktop.ui.tasks import TaskRunner
from ita_desktop.ui.user_settings import UserSettings
from ita_desktop.ui.widgets.entry_board import EntryBoard

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QPaintEvent

    from ita_desktop.domain.instrument import Question
    from ita_desktop.services.workspace import Workspace
    from ita_desktop.ui.pages.entry import EntryPage
    from ita_desktop.ui.widgets.entry_scene import Scene

FEW, MANY = 100, 100_000
FORMS, WARM_UP, ROUNDS = 160, 3, 8
STACK = 50
FRAME, WORST_RATIO = 16.0, 1.2


@dataclass(frozen=True, slots=True)
class Times:
    """Milliseconds from press to paint: of answers, and of Enter with the form's way to the disk."""

    answers: list[float]
    enters: list[float]


class Painted:
    """Remembers the scene painted last, so that a press can wait for its own."""

    scene: Scene | None = None

    @classmethod
    def watch(cls) -> None:
        """Have every board tell what it has painted."""
        paint = EntryBoard.paintEvent

        def painted(board: EntryBoard, event: QPaintEvent) -> None:
            paint(board, event)
            cls.scene = board.scene

        EntryBoard.paintEvent = painted  # type: ignore[assignment,method-assign]


def line_by_chance(questions: Sequence[Question], chance: random.Random) -> str:
    """An answer line filled in by chance."""
    return "".join(str(chance.randint(1, len(question.choices))) for question in questions)


def fill(workspace: Workspace, forms: int, seed: int = 1) -> None:
    """Store so many forms, in stacks as offices have them."""
    chance = random.Random(seed)  # noqa: S311 - repeatable chance, no secret
    questions = workspace.entry.begin("IIT").form
    with workspace.session.drafting() as transaction:
        for start in range(0, forms, STACK):
            size = min(STACK, forms - start)
            batch = Batch("IIT", 0, declared=size, closed=True)
            key = questionnaire_store.add_batch(transaction, workspace.year, batch)
            lines = (line_by_chance(questions, chance) for _ in range(size))
            papers = [Questionnaire(key, start + n, line) for n, line in enumerate(lines, 1)]
            questionnaire_store.add(transaction, workspace.year, "IIT", papers)


def press(window: MainWindow, page: EntryPage, key: Qt.Key) -> float:
    """Press a key on the window; return the milliseconds until what it did is painted.

    An answer shows another scene at once; Enter does so when the form is on the disk and the next one open.
    """
    board = page.panel.board
    before, start = board.scene, time.perf_counter()
    QTest.keyPress(window.windowHandle(), key)
    while board.scene is before or Painted.scene is not board.scene:
        QApplication.processEvents()
    took = (time.perf_counter() - start) * 1000
    QTest.keyRelease(window.windowHandle(), key)
    return took


def key_forms(window: MainWindow, page: EntryPage, forms: int) -> Times:
    """Key forms one after the other, as fast as they are painted."""
    chance, times = random.Random(2), Times([], [])  # noqa: S311 - repeatable chance, no secret
    for _ in range(forms):
        assert page.sheet is not None  # noqa: S101 - the page has opened
        for question in page.sheet.keying.form:
            key = Qt.Key(Qt.Key.Key_0 + chance.randint(1, len(question.choices)))
            times.answers.append(press(window, page, key))
        times.enters.append(press(window, page, Qt.Key.Key_Return))
    return times


def made(folder: Path, forms: int) -> Path:
    """Make a file with so many forms."""
    office = Office("เทศบาลตำบลวัดผล")
    workspace = workspaces.create(folder / f"{forms}.ita", office, instrument_text(2568), clock.now)
    fill(workspace, forms)
    workspace.close()
    return workspace.path


def measure(path: Path, forms: int) -> Times:
    """Open a file in the real window and key some forms."""
    workspace, tasks = workspaces.open_file(path, clock.now), TaskRunner()
    window = MainWindow(workspace, tasks, UserSettings(beep=False))
    window.resize(DESIGN_SIZE)
    window.show()
    window.activateWindow()
    window.open_tab(Tab.ENTRY)
    tasks.wait_idle()
    page = cast("EntryPage", window.current_page)
    key_forms(window, page, WARM_UP)
    tasks.wait_idle()
    times = key_forms(window, page, forms)
    tasks.stop()
    workspace.close()
    window.hide()
    window.deleteLater()
    QApplication.processEvents()
    return times


def compare(folder: Path) -> tuple[Times, Times]:
    """Measure both files by turns, so that whatever else the machine does weighs on both alike."""
    paths, times = [made(folder, forms) for forms in (FEW, MANY)], (Times([], []), Times([], []))
    for _ in range(ROUNDS):
        for path, all_times in zip(paths, times, strict=True):
            found = measure(path, FORMS // ROUNDS)
            all_times.answers.extend(found.answers)
            all_times.enters.extend(found.enters)
    return times


def percentile(values: Iterable[float], which: int) -> float:
    """The given percentile."""
    return quantiles(values, n=100)[which - 1]


def row(name: str, few: list[float], many: list[float]) -> float:
    """Print a line of both files; return the ratio of the 99th percentiles."""
    ratio = percentile(many, 99) / percentile(few, 99)
    shown = " ".join(f"{percentile(v, w):8.2f}" for v in (few, many) for w in (50, 99))
    print(f"{name:<28}{shown} {ratio:8.2f}")
    return ratio


def main() -> int:
    """Measure both files, print, and tell by the exit code whether the promise holds."""
    os.environ.setdefault("QT_QPA_PLATFORM", "xcb" if os.environ.get("DISPLAY") else "offscreen")
    application = QApplication(sys.argv[:1])
    theme.apply(application)
    Painted.watch()
    with tempfile.TemporaryDirectory() as place:
        few, many = compare(Path(place))
    print(f"press to paint, ms ({application.platformName()}, {len(few.answers)} answers a file)")
    print(f"{'':<28}{f'{FEW:,} forms':>17} {f'{MANY:,} forms':>17} {'ratio':>8}")
    print(f"{'':<28}{'p50':>8} {'p99':>8} {'p50':>8} {'p99':>8} {'p99':>8}")
    ratio = row("answer", few.answers, many.answers)
    row("Enter, next form (on disk)", few.enters, many.enters)
    held = percentile(many.answers, 99) <= FRAME and ratio <= WORST_RATIO
    print(f"answers within {FRAME:.0f} ms and ratio {WORST_RATIO}: {'held' if held else 'NOT HELD'}")
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
