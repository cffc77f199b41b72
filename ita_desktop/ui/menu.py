"""The menu of the window: files, the hat one wears, language, digits, text size, colours, about."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from ita_desktop.domain.history import Role
from ita_desktop.support.language import tr
from ita_desktop.ui import theme
from ita_desktop.ui.prose import prose
from ita_desktop.ui.user_settings import COLOURS, LOCK_MINUTES, TEXT_SIZES
from ita_desktop.ui.widgets.buttons import bind
from ita_desktop.ui.widgets.icons import Icon, draw_icon
from ita_desktop.ui.widgets.keys import sequence
from ita_desktop.wording.states import label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ita_desktop.support.language import Language
    from ita_desktop.ui.user_settings import UserSettings


class WindowMenu(QMenu):
    """Asks; the desk does. `settings_chosen` carries the whole of the choices with one of them changed."""

    new_asked = Signal()
    open_asked = Signal()
    file_chosen = Signal(Path)
    role_chosen = Signal(Role)
    settings_chosen = Signal(object)
    restore_asked = Signal()
    about_asked = Signal()
    help_asked = Signal()
    quit_asked = Signal()
    office_asked = Signal()
    instrument_asked = Signal()
    accounts_asked = Signal()
    lock_asked = Signal()
    turn_asked = Signal(str)

    def __init__(
        self, settings: UserSettings, role: Role, parent: QWidget, *, protected: bool = False
    ) -> None:
        """Offer what can be done; in a `protected` file the role is the account's and the screen locks."""
        super().__init__(parent)
        self._settings = settings
        self._add(tr("สร้างแฟ้มใหม่…"), self.new_asked.emit, "Ctrl+Shift+N")
        self._add(tr("เปิดแฟ้ม…"), self.open_asked.emit, "Ctrl+O")
        self._add_recent()
        self._add(tr("กู้คืนจากสำเนาสำรอง…"), self.restore_asked.emit)
        self.addSeparator()
        self._add(tr("ข้อมูลหน่วยงาน…"), self.office_asked.emit, "Ctrl+,")
        self._add(tr("แบบวัดของปี…"), self.instrument_asked.emit)
        self._add(tr("บัญชีผู้ใช้และรหัสผ่าน…"), self.accounts_asked.emit)
        if protected:
            self._add(tr("ล็อกหน้าจอ"), self.lock_asked.emit, "Ctrl+Shift+L")
        self.addSeparator()
        if protected:
            self._add_lock_minutes()
        else:
            self._add_roles(role)
        self._add_languages()
        self._add_sizes()
        self._add_colours()
        self._add_check(tr("ใช้เลขไทยในข้อความและวันที่"), "thai_digits", chosen=settings.thai_digits)
        self._add_check(tr("เสียงเตือนเมื่อกดปุ่มที่ใช้ไม่ได้"), "beep", chosen=settings.beep)
        self.addSeparator()
        self._add(tr("คู่มือของหน้านี้"), self.help_asked.emit, "F1")
        self._add(tr("เกี่ยวกับโปรแกรม"), self.about_asked.emit)
        self._add(tr("ปิดโปรแกรม"), self.quit_asked.emit, "Ctrl+Q")

    def _add(self, text: str, slot: Callable[[], object], keys: str = "") -> QAction:
        """Add a line; its key works in the whole window, for the window takes the action too."""
        action = self.addAction(text)
        action.triggered.connect(lambda _=False: slot())
        if keys:
            action.setShortcut(sequence(keys))
        parent = self.parentWidget()
        if parent is not None:
            parent.addAction(action)
        return action

    def _add_recent(self) -> None:
        """List the files opened lately that are still there."""
        recent = self._settings.existing_recent()
        menu = self.addMenu(tr("แฟ้มที่เปิดล่าสุด"))
        menu.setEnabled(bool(recent))
        for path in recent:
            action = menu.addAction(path.name)
            action.setToolTip(str(path))
            action.triggered.connect(lambda _=False, path=path: self.file_chosen.emit(path))

    def _add_group(self, title: str, lines: Sequence[tuple[str, bool, Callable[[], object]]]) -> None:
        """Add a sub-menu of which one line is ticked."""
        menu = self.addMenu(title)
        group = QActionGroup(menu)
        for text, ticked, slot in lines:
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setChecked(ticked)
            group.addAction(action)
            action.triggered.connect(lambda _=False, slot=slot: slot())

    def _add_roles(self, role: Role) -> None:
        """The hats."""
        lines = [(label(each), each is role, partial(self.role_chosen.emit, each)) for each in Role]
        self._add_group(tr("บทบาทของผู้ใช้"), lines)

    def _add_lock_minutes(self) -> None:
        """After how long the screen locks by itself."""
        lines = [
            (
                prose(tr("{minutes} นาที").format(minutes=minutes)) if minutes else tr("ไม่ล็อกเอง"),
                minutes == self._settings.lock_minutes,
                partial(self._choose, lock_minutes=minutes),
            )
            for minutes in LOCK_MINUTES
        ]
        self._add_group(tr("ล็อกหน้าจอเมื่อไม่ได้ใช้"), lines)

    def _add_languages(self) -> None:
        """Each language in its own words, so that it is found by who cannot read the other."""
        names: dict[Language, str] = {"th": "ไทย", "en": "English"}
        lines = [
            (name, code == self._settings.language, partial(self._choose, language=code))
            for code, name in names.items()
        ]
        self._add_group(tr("ภาษา (Language)"), lines)

    def _add_sizes(self) -> None:
        """How large text is."""
        lines = [
            (
                prose(f"{size}%"),
                size == self._settings.text_percent,
                partial(self._choose, text_percent=size),
            )
            for size in TEXT_SIZES
        ]
        self._add_group(tr("ขนาดตัวอักษร"), lines)

    def _add_colours(self) -> None:
        """Light, dark, high contrast, or what the computer says."""
        names = dict(zip(COLOURS, (tr("ตามเครื่อง"), tr("สว่าง"), tr("มืด"), tr("ตัดกันชัด")), strict=True))
        lines = [
            (name, code == self._settings.colours, partial(self._choose, colours=code))
            for code, name in names.items()
        ]
        self._add_group(tr("สีของหน้าจอ"), lines)

    def _add_check(self, text: str, name: str, *, chosen: bool) -> None:
        """Add a choice that is on or off."""
        action = self.addAction(text)
        action.setCheckable(True)
        action.setChecked(chosen)
        action.triggered.connect(lambda on: self._choose(**{name: on}))

    def _choose(self, **changed: object) -> None:
        """Hand over the choices with one changed."""
        self.settings_chosen.emit(replace(self._settings, **changed))  # type: ignore[arg-type]


class MenuButton(QPushButton):
    """Three lines in the corner; F10 opens the menu too."""

    def __init__(self, menu: QMenu) -> None:
        super().__init__()
        self._menu = menu
        self.setProperty("look", "plain")
        self.setAccessibleName(tr("เมนู"))
        self.setToolTip(tr("เมนู (F10)"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(self.open_menu)
        bind(self, "F10")

    def open_menu(self) -> None:
        """Show the menu below the button, its right edges together."""
        corner = self.mapToGlobal(self.rect().bottomRight())
        corner.setX(corner.x() - self._menu.sizeHint().width())
        self._menu.popup(corner)

    def sizeHint(self) -> QSize:
        """A square that a finger finds."""
        return QSize(theme.scaled(40), theme.scaled(36))

    def paintEvent(self, arg__1: QPaintEvent) -> None:
        """Draw the three lines."""
        super().paintEvent(arg__1)
        side = theme.scaled(16)
        box = QRectF(0, 0, side, side)
        box.moveCenter(QRectF(self.rect()).center())
        draw_icon(QPainter(self), Icon.MENU, box, theme.color(theme.MUTED))
