"""Pictures of tabs, sheets and papers of the sample office, for eyes: `python -m ita_desktop.ui.screens DIR`.

With `--readme` it draws instead the few that stand in README.md, small enough to be kept beside the source.
Of several folders the last one takes them.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from ita_desktop.services import sample
from ita_desktop.support import clock
from ita_desktop.support.language import LANGUAGES, set_language
from ita_desktop.ui import qt_thai, theme
from ita_desktop.ui.main_window import DESIGN_SIZE, MainWindow
from ita_desktop.ui.palettes import Palette
from ita_desktop.ui.pdf_view import PdfPages
from ita_desktop.ui.prose import use_thai_digits
from ita_desktop.ui.tabs import TABS, Tab
from ita_desktop.ui.tasks import TaskRunner
from ita_desktop.ui.user_settings import UserSettings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ita_desktop.services.workspace import Workspace
    from ita_desktop.support.language import Language

SAMPLE_DAY = datetime.fromisoformat("2025-06-13T14:02:00").astimezone()
"""The day on which the sample year is looked at: answers are still collected, some items are late."""
PAPER_DPI, README_DPI = 110, 80
README_TABS = {"overview": Tab.OVERVIEW, "entry": Tab.ENTRY, "oit": Tab.CHECKLIST}
MEMO = "memo"


@dataclass(frozen=True, slots=True)
class Look:
    """How a window is looked at: its size, its text in percent, its language, its colours."""

    size: QSize
    percent: int
    language: Language
    palette: Palette = Palette.LIGHT

    @property
    def name(self) -> str:
        """The look as part of a file's name."""
        colours = "" if self.palette is Palette.LIGHT else f"-{self.palette.value}"
        return f"{self.language}-{self.size.width()}x{self.size.height()}-{self.percent}{colours}"


SCREENS = ((DESIGN_SIZE, 100), (DESIGN_SIZE, 130), (QSize(1920, 1080), 100))
LOOKS = (
    *(Look(size, percent, language) for language in LANGUAGES for size, percent in SCREENS),
    *(Look(DESIGN_SIZE, 100, language, Palette.DARK) for language in LANGUAGES),
    Look(DESIGN_SIZE, 100, "th", Palette.CONTRAST),
)
README_LOOK = Look(DESIGN_SIZE, 100, "th")


def settle(tasks: TaskRunner) -> None:
    """Let everything that was asked for come and be laid out."""
    tasks.wait_idle()
    for _ in range(3):
        QApplication.processEvents()
        tasks.wait_idle()


def opened(workspace: Workspace, tasks: TaskRunner, look: Look) -> MainWindow:
    """Open a window that is looked at so."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)  # noqa: S101 - `main` made it
    set_language(look.language)
    qt_thai.speak(look.language, application)
    use_thai_digits(chosen=True)
    theme.apply(application, look.percent, look.palette)
    window = MainWindow(workspace, tasks, UserSettings(language=look.language, text_percent=look.percent))
    window.resize(look.size)
    window.show()
    return window


def put_away(window: MainWindow, tasks: TaskRunner) -> None:
    """Close a window that was looked at."""
    window.leave()
    settle(tasks)
    window.hide()
    window.deleteLater()


def tab_pictures(window: MainWindow, tasks: TaskRunner) -> Iterator[tuple[str, QImage]]:
    """Every tab by name, then the sheets over the window."""
    for entry in TABS:
        yield f"{entry.tab.value:02d}-{entry.page.partition(':')[0]}", tab_picture(window, tasks, entry.tab)
    for name, show in sheets(window).items():
        sheet = show()
        settle(tasks)
        yield name, sheet.grab().toImage()
        sheet.close()


def sheets(window: MainWindow) -> dict[str, Callable[[], QWidget]]:
    """The sheets that open over the window, each by how it is asked for."""
    return {
        "09-office": window.show_office_details,
        "10-instrument": window.show_instrument,
    }


def tab_picture(window: MainWindow, tasks: TaskRunner, tab: Tab) -> QImage:
    """One tab as it is seen."""
    window.open_tab(tab)
    settle(tasks)
    return window.grab().toImage()


def paper_picture(workspace: Workspace, kind: str, dots_per_inch: int) -> QImage:
    """The first page of a paper, with a thin edge that tells it from the page around it."""
    picture = PdfPages(workspace.papers.render(kind)).picture(0, dots_per_inch)
    painter = QPainter(picture)
    painter.setPen(theme.color(theme.HAIRLINE))
    painter.drawRect(picture.rect().adjusted(0, 0, -1, -1))
    painter.end()
    return picture


def take_pictures(workspace: Workspace, folder: Path, tasks: TaskRunner) -> None:
    """Grab everything in every look, and the first page of every paper."""
    for look in LOOKS:
        window = opened(workspace, tasks, look)
        for name, picture in tab_pictures(window, tasks):
            picture.save(str(folder / f"{name}-{look.name}.png"))
        put_away(window, tasks)
    set_language("th")
    for kind in workspace.papers.kinds():
        paper_picture(workspace, kind.code, PAPER_DPI).save(str(folder / f"paper-{kind.code}.png"))


def take_readme_pictures(workspace: Workspace, folder: Path, tasks: TaskRunner) -> None:
    """Grab what README.md shows."""
    window = opened(workspace, tasks, README_LOOK)
    pictures = {name: tab_picture(window, tasks, tab) for name, tab in README_TABS.items()}
    put_away(window, tasks)
    pictures[MEMO] = paper_picture(workspace, MEMO, README_DPI)
    for name, picture in pictures.items():
        small(picture).save(str(folder / f"{name}.png"))


def small(picture: QImage) -> QImage:
    """The same in its 256 commonest colours: a third of the bytes, and only edges of letters lose a shade."""
    plain = picture.convertToFormat(QImage.Format.Format_RGB32)
    counted = Counter(memoryview(plain.constBits()).cast("I"))
    table = [colour for colour, _ in counted.most_common(256)]
    flags = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
    return plain.convertToFormat(QImage.Format.Format_Indexed8, table, flags)


def main(arguments: list[str]) -> int:
    """Make the sample office in a folder that goes away again, and take the pictures."""
    take = take_readme_pictures if "--readme" in arguments else take_pictures
    folders = [each for each in arguments if not each.startswith("--")]
    folder = Path(folders[-1] if folders else "screens")
    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)  # noqa: S101 - nothing else makes one here
    theme.apply(application)
    clock.set_source(lambda: SAMPLE_DAY)
    tasks = TaskRunner()
    with tempfile.TemporaryDirectory() as place:
        workspace = sample.make(Path(place) / sample.FILE_NAME, clock.now)
        take(workspace, folder, tasks)
        tasks.stop()
        workspace.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
