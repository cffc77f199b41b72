"""Promises that every page keeps, also the one that is written tomorrow: all tabs and sheets are walked.

The sample office is opened in both languages, at two sizes of text, on the smallest screen promised. A
screen reader's view comes from Qt's own accessibility interface, not from the widgets' properties.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QFontMetrics, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QToolButton,
    QWidget,
)

from ita_desktop.services import sample
from ita_desktop.support import clock, language
from ita_desktop.ui import screens, theme
from ita_desktop.ui.main_window import DESIGN_SIZE
from ita_desktop.ui.screens import Look
from ita_desktop.ui.tabs import TABS, Tab
from ita_desktop.ui.tasks import TaskRunner
from ita_desktop.ui.widgets.labels import CutText

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from ita_desktop.services.workspace import Workspace
    from ita_desktop.ui.main_window import MainWindow


@dataclass(frozen=True, slots=True)
class Seen:
    """What is wrong on the pages, each named; and how many widgets the keyboard reaches on each."""

    silent: set[str] = field(default_factory=set)
    doubled: set[str] = field(default_factory=set)
    cut: set[str] = field(default_factory=set)
    reached: dict[str, int] = field(default_factory=dict)


LOOKS = tuple(Look(DESIGN_SIZE, percent, language) for language in ("th", "en") for percent in (100, 130))
ACCELERATOR = re.compile(r"&(?!&)(\w)")


@pytest.fixture(scope="module")
def year(
    qapp: QApplication, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Workspace, TaskRunner]]:
    """The sample office at work, and a worker for it; made once, for it is only looked at."""
    with clock.frozen(screens.SAMPLE_DAY):
        opened = sample.make(tmp_path_factory.mktemp("year") / sample.FILE_NAME, clock.now)
        runner = TaskRunner()
        yield opened, runner
        runner.stop()
        opened.close()


@pytest.fixture(scope="module", params=LOOKS, ids=lambda look: look.name)
def seen(
    request: pytest.FixtureRequest, qapp: QApplication, year: tuple[Workspace, TaskRunner]
) -> Iterator[Seen]:
    """What a walk over all pages met, in one of the looks."""
    workspace, tasks = year
    with clock.frozen(screens.SAMPLE_DAY):
        made = screens.opened(workspace, tasks, request.param)
        met = Seen()
        for page, top in walked(made):
            look_at(page, top, met)
        yield met
        screens.put_away(made, tasks)
        theme.apply(qapp)
        language.set_language("th")


def look_at(page: str, top: QWidget, met: Seen) -> None:
    """Note what is wrong with a page, and how much of it the keyboard reaches."""
    reached = list(reached_by_tab(top))
    met.reached[page] = len(reached)
    met.silent.update(f"{page}: {name_of(widget)}" for widget in reached if silent(widget))
    met.doubled.update(f"{page}: {key}" for key, times in keys_in(top).items() if key and times > 1)
    for widget in top.findChildren(QWidget):
        if widget.isVisible() and isinstance(widget, (QLabel, QAbstractButton)) and cut(widget):
            met.cut.add(f"{page}: {name_of(widget)} {widget.size().toTuple()}")


def walked(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """Every tab by name, opened and filled, then every sheet over the window."""
    for entry in TABS:
        window.open_tab(entry.tab)
        screens.settle(window.context.tasks)
        yield entry.page, window
    for name, show in screens.sheets(window).items():
        sheet = show()
        screens.settle(window.context.tasks)
        yield name, sheet
        sheet.close()


def name_of(widget: QWidget) -> str:
    """A widget as a failing test should name it."""
    kinds = "/".join(type(each).__name__ for each in (widget.parentWidget(), widget) if each is not None)
    words = getattr(widget, "text", str)()
    return f"{kinds} {str(words)[:40]!r}"


def reached_by_tab(top: QWidget) -> Iterator[QWidget]:
    """What the keyboard can come to; the line inside a number or a list is part of that."""
    for widget in top.findChildren(QWidget):
        inner = isinstance(widget.parentWidget(), (QAbstractSpinBox, QComboBox))
        seen_now = widget.isVisible() and widget.isEnabled()
        if seen_now and not inner and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield widget


def silent(widget: QWidget) -> bool:
    """Whether a screen reader would have nothing to say at a widget: no name, or no role."""
    heard = QAccessible.queryAccessibleInterface(widget)
    if heard.role() == QAccessible.Role.NoRole:
        return True
    return not heard.text(QAccessible.Text.Name)


def keys_in(top: QWidget) -> Counter[str]:
    """How often each key is bound by what is visible: shortcuts, actions, letters after an &."""
    found: Counter[str] = Counter()
    for shortcut in top.findChildren(QShortcut):
        owner = shortcut.parent()
        if shortcut.isEnabled() and isinstance(owner, QWidget) and owner.isVisible() and owner.isEnabled():
            found[shortcut.key().toString()] += 1
    for widget in (top, *top.findChildren(QWidget)):
        if widget.isVisible() and widget.isEnabled():
            found.update(own_keys(widget))
    return found


def own_keys(widget: QWidget) -> set[str]:
    """The keys that a widget brings itself."""
    keys = {key.toString() for each in widget.actions() if each.isEnabled() for key in each.shortcuts()}
    if isinstance(widget, QAbstractButton):
        keys.add(widget.shortcut().toString())
    if isinstance(widget, QLabel) and widget.buddy() is not None:
        keys |= {f"Alt+{letter.upper()}" for letter in ACCELERATOR.findall(widget.text())}
    return keys - {""}


def cut(widget: QLabel | QAbstractButton) -> bool:
    """Whether a label or button shows less than its words; those made to end in … are left out."""
    if isinstance(widget, CutText) or widget.size().isEmpty() or not widget.text():
        return False
    if widget.hasHeightForWidth():
        return widget.height() < widget.heightForWidth(widget.width())
    if isinstance(widget, QToolButton) and widget.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly:
        return False  # its words are for the ear
    if isinstance(widget, QLabel):
        return widget.width() < widget.minimumSizeHint().width()
    words = QFontMetrics(widget.font()).horizontalAdvance(widget.text())
    return widget.width() < words or widget.height() < widget.minimumSizeHint().height()


def test_a_screen_reader_has_a_name_and_a_role_for_whatever_the_keyboard_reaches(seen: Seen) -> None:
    """No field, list or button is silent."""
    assert sorted(seen.silent) == []


def test_no_key_means_two_things_on_one_page(seen: Seen) -> None:
    """Qt would ask neither: a key bound twice is a key that does nothing."""
    assert sorted(seen.doubled) == []


def test_no_label_and_no_button_is_cut_off(seen: Seen) -> None:
    """Every word can be read on a small screen, in either language, with larger text too."""
    assert sorted(seen.cut) == []


def test_the_walk_reaches_every_tab_and_its_fields(seen: Seen) -> None:
    """What is promised above is promised of something: every page and sheet has keys to reach it by."""
    assert {page for page, count in seen.reached.items() if count < 2} == set()
    assert len(seen.reached) > len(Tab)


def test_the_walk_would_notice(qtbot: QtBot, qapp: QApplication) -> None:
    """A field without a name, a key bound twice and a label too narrow are found where they are planted."""
    theme.apply(qapp)
    page = QWidget()
    qtbot.addWidget(page)
    QLineEdit(page)
    label = QLabel("ยาวเกินกว่าที่จะอยู่ได้ในที่แคบ", page)
    label.setFixedWidth(20)
    for _ in range(2):
        QShortcut("Ctrl+J", page)
    page.show()
    met = Seen()
    look_at("planted", page, met)
    assert len(met.silent) == 1
    assert met.doubled == {"planted: Ctrl+J"}
    assert len(met.cut) == 1
