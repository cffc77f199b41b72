"""How long a key takes: to be typed into a long paper, and to stand on the page beside it.

    python -m benchmarks.editor [PAGES ...]

Goals: a letter is on its page within 300 ms for a 20-page paper, and a key press takes no longer in a long
paper than in a short one. The paper is invented: headings, paragraphs, lists and a table on every page.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QEventLoop, QSize, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication

from ita_desktop.domain.paperwork.keys import tidy
from ita_desktop.domain.paperwork.richtext import (
    Cell,
    Column,
    Document,
    Heading,
    ListItem,
    Marker,
    Paragraph,
    Section,
    Table,
    text,
)
from ita_desktop.services import sample
from ita_desktop.support import clock
from ita_desktop.ui import theme
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.tabs import Tab
from ita_desktop.ui.tasks import TaskRunner
from ita_desktop.ui.user_settings import UserSettings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_desktop.domain.paperwork.richtext import Block
    from ita_desktop.ui.pages.documents import DocumentsPage

SENTENCE = (
    "หน่วยงานได้ดำเนินการส่งเสริมคุณธรรมและความโปร่งใสในการปฏิบัติงาน โดยเปิดโอกาสให้ผู้มีส่วนได้ส่วนเสียเข้ามามี"
    "ส่วนร่วม และเผยแพร่ข้อมูลข่าวสารให้ประชาชนตรวจสอบได้ "
)
KEYS = 40
WORDS = "ทดสอบการพิมพ์ข้อความ"


def page_of_blocks(number: int) -> Iterator[Block]:
    """About a page of text."""
    yield Heading(text(f"หัวข้อที่ {number}"), 1, numbered=True)
    for _ in range(3):
        yield Paragraph(text(SENTENCE * 4))
    for item in range(4):
        yield ListItem(text(f"ข้อ {item} {SENTENCE}"), Marker.PAREN)
    rows = tuple(
        tuple(Cell((Paragraph(text(f"ช่อง {row}.{column}"), indented=False),)) for column in range(3))
        for row in range(4)
    )
    yield Table((Column(), Column(), Column()), rows)


def long_paper(pages: int) -> Document:
    """A paper of about so many pages."""
    return tidy(Document((Section(tuple(b for number in range(pages) for b in page_of_blocks(number))),)))


def settle(page: DocumentsPage, tasks: TaskRunner) -> None:
    """Wait until the page shows what is written."""
    live = page.desk.live
    while live._running or live._stale or live._set_soon.isActive() or not tasks.idle:  # noqa: SLF001
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)


def press(page: DocumentsPage, letter: str) -> float:
    """Type a letter; milliseconds until Qt is done with the key."""
    began = time.perf_counter()
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, ord(letter), Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(page.desk.editor, event)
    return (time.perf_counter() - began) * 1000


def measure(page: DocumentsPage, tasks: TaskRunner) -> tuple[list[float], list[float], list[float]]:
    """Milliseconds of keys alone, of keys while pages are set, and from a key to its page."""
    alone, shown, busy = [], [], []
    for number in range(KEYS):
        letter = WORDS[number % len(WORDS)]
        began = time.perf_counter()
        alone.append(press(page, letter))
        settle(page, tasks)
        shown.append((time.perf_counter() - began) * 1000)
    for number in range(KEYS):
        busy.append(press(page, WORDS[number % len(WORDS)]))
        until = time.perf_counter() + 0.09  # eleven letters a second: a fast typist
        while time.perf_counter() < until:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
    settle(page, tasks)
    return alone, busy, shown


def row(name: str, values: list[float]) -> str:
    """A line of the table."""
    ordered = sorted(values)
    middle, late, most = statistics.median(values), ordered[int(len(ordered) * 0.95)], ordered[-1]
    return f"  {name:34} median {middle:7.1f} ms   95 % {late:7.1f} ms   most {most:7.1f} ms"


def main(lengths: list[int]) -> None:
    """Measure papers of several lengths, the cursor in the middle of each."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)  # noqa: S101 - nothing else makes one here
    theme.apply(application)
    tasks = TaskRunner()
    with tempfile.TemporaryDirectory() as place:
        workspace = sample.make(Path(place) / sample.FILE_NAME, clock.now)
        window = MainWindow(workspace, tasks, UserSettings())
        window.resize(QSize(1366, 768))
        window.show()
        window.open_tab(Tab.DOCUMENTS)
        tasks.wait_idle()
        page: DocumentsPage = window.current_page  # type: ignore[assignment]
        for length in lengths:
            key = workspace.paperwork.papers.create("memo-free").key
            workspace.paperwork.papers.save(key, {}, long_paper(length))
            page.open_paper(key)
            settle(page, tasks)
            cursor = QTextCursor(page.desk.editor.document())
            middle = page.desk.editor.rich_text().sections[0].blocks[length * 9 // 2 // 9 * 9 + 2]
            page.desk.editor.go_to(middle.key, 40)
            settle(page, tasks)
            alone, busy, shown = measure(page, tasks)
            count = page.desk.preview.view.pages.count if page.desk.preview.view.pages else 0
            print(f"{count} pages, {cursor.document().blockCount()} blocks")
            print(row("key press", alone))
            print(row("key press while pages are set", busy))
            print(row("key to page", shown))
        window.leave()
        tasks.stop()
        workspace.close()


if __name__ == "__main__":
    main([int(each) for each in sys.argv[1:]] or [2, 20, 60])
