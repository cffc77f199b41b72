"""The user's manual and the card of keys, set by the program's own engine (`python3 dev.py manual`).

Its text is the guide's, its pictures are taken from the sample office at this moment: neither can grow stale
without the other.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from ita_desktop.services import sample
from ita_desktop.services.outputs import write_output
from ita_desktop.services.papers import typeset_text
from ita_desktop.support import clock
from ita_desktop.support.language import LANGUAGES, set_language
from ita_desktop.ui import screens, theme
from ita_desktop.ui.help.topics import topic, topics
from ita_desktop.ui.main_window import DESIGN_SIZE
from ita_desktop.ui.tabs import TABS
from ita_desktop.ui.tasks import TaskRunner

if TYPE_CHECKING:
    from ita_desktop.services.workspace import Workspace
    from ita_desktop.support.language import Language

FAMILY = "sarabun"
TITLES: dict[Language, str] = {"th": "คู่มือผู้ใช้ ITA Desktop", "en": "ITA Desktop: user's manual"}
NAMES: dict[Language, tuple[str, str]] = {
    "th": ("คู่มือผู้ใช้.pdf", "ปุ่มลัด.pdf"),
    "en": ("manual.pdf", "keys.pdf"),
}
CARD = "keys"


def take_pictures(workspace: Workspace, tasks: TaskRunner, language: Language, folder: Path) -> None:
    """Take every tab as the manual shows it, under the name of its topic."""
    window = screens.opened(workspace, tasks, screens.Look(DESIGN_SIZE, 100, language))
    for entry in TABS:
        picture = screens.small(screens.tab_picture(window, tasks, entry.tab))
        picture.save(str(folder / f"{entry.page.partition(':')[0]}.png"))
    screens.put_away(window, tasks)


def manual_text(language: Language) -> str:
    """The whole guide as one Markdown text: a title, then each topic a chapter."""
    chapters = [each.text for each in topics()]
    return "\n\n".join((f"# {TITLES[language]}", *(_deeper(chapter) for chapter in chapters)))


def _deeper(text: str) -> str:
    """A topic with its headings one level deeper, below the title of the manual."""
    return "\n".join(f"#{line}" if line.startswith("#") else line for line in text.splitlines())


def make(workspace: Workspace, tasks: TaskRunner, folder: Path) -> None:
    """Write manual and card in every language."""
    for language in LANGUAGES:
        with tempfile.TemporaryDirectory() as place:
            take_pictures(workspace, tasks, language, Path(place))
            for name, text in zip(NAMES[language], (manual_text(language), topic(CARD).text), strict=True):
                source = Path(place) / f"{Path(name).stem}.md"
                source.write_text(text, "utf-8")
                write_output(folder / name, typeset_text(source, clock.now(), FAMILY))


def main(arguments: list[str]) -> int:
    """Make the sample office in a folder that goes away again, and the papers from it."""
    folder = Path(arguments[-1] if arguments else "manual")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)  # noqa: S101 - nothing else makes one here
    theme.apply(application)
    clock.set_source(lambda: screens.SAMPLE_DAY)
    tasks = TaskRunner()
    with tempfile.TemporaryDirectory() as place:
        workspace = sample.make(Path(place) / sample.FILE_NAME, clock.now)
        make(workspace, tasks, folder)
        tasks.stop()
        workspace.close()
    set_language("th")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
