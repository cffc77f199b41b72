"""What lies between the windows: opens and closes office files, swaps windows, applies the user's choices.

The welcome page comes first and needs little; what an open file needs (the storage, the pages) is imported
when a file is asked for, and warmed up in the worker as soon as the welcome page is seen.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog

from ita_desktop.support import clock
from ita_desktop.support.language import set_language, tr
from ita_desktop.support.paths import documents_folder
from ita_desktop.ui import qt_thai, theme, user_settings
from ita_desktop.ui.headquarters.opening import StoreKeeper, is_store
from ita_desktop.ui.palettes import Palette
from ita_desktop.ui.prose import use_thai_digits
from ita_desktop.ui.screen_fit import fills
from ita_desktop.ui.tabs import Tab
from ita_desktop.ui.tasks import TaskRunner
from ita_desktop.ui.warming import bring_what_a_file_needs
from ita_desktop.ui.welcome import Offered, Welcome

if TYPE_CHECKING:
    from collections.abc import Callable

    from ita_desktop.domain.problems import Problem
    from ita_desktop.services.workspace import Workspace
    from ita_desktop.ui.accounts.doorman import Doorman
    from ita_desktop.ui.headquarters.window import HeadquartersWindow
    from ita_desktop.ui.main_window import MainWindow
    from ita_desktop.ui.new_office import NewOffice
    from ita_desktop.ui.restore_desk import Guard
    from ita_desktop.ui.user_settings import UserSettings

    Window = MainWindow | Welcome | HeadquartersWindow

FIRST_LOOK = 200
"""Milliseconds that belong to the welcome page alone, before anything else is brought in."""


class Desk(QObject):
    """One window at a time, at most one office file. Everything slow goes through `tasks`."""

    def __init__(self, application: QApplication, settings: UserSettings) -> None:
        super().__init__()
        self.application = application
        self.settings = settings
        self.tasks = TaskRunner(self)
        self.window: Window | None = None
        self.workspace: Workspace | None = None
        self._dress()
        hints = application.styleHints()
        for changed in (hints.colorSchemeChanged, hints.accessibility().contrastPreferenceChanged):
            changed.connect(self._follow_system)

    @cached_property
    def guard(self) -> Guard:
        """What keeps open files safe. Made with the first file: it brings the whole storage with it."""
        from ita_desktop.ui.restore_desk import Guard

        guard = Guard(self.tasks, self)
        guard.say.connect(self.announce)
        return guard

    @cached_property
    def doorman(self) -> Doorman:
        """Who asks for passwords and locks the screen."""
        from ita_desktop.ui.accounts.doorman import Doorman

        return Doorman(self)

    @cached_property
    def keeper(self) -> StoreKeeper:
        """Who holds a headquarters' store, which is opened instead of an office file."""
        return StoreKeeper(self)

    @property
    def office_window(self) -> MainWindow | None:
        """The window on a file; None while the welcome page is seen."""
        return cast("MainWindow", self.window) if self.workspace is not None and not self._welcomes else None

    @property
    def _welcomes(self) -> bool:
        """Whether the welcome page is seen."""
        return isinstance(self.window, Welcome)

    def start(self, path: Path | None) -> None:
        """Show the file, or the welcome page; a file that cannot be opened is told there."""
        if path is None:
            self.show_welcome()
            QTimer.singleShot(FIRST_LOOK, self, lambda: self.tasks.warm_up(bring_what_a_file_needs))
        else:
            self.open(path)

    # The look and the language

    def choose(self, settings: UserSettings) -> None:
        """Keep the user's choices and build the window anew by them."""
        self.settings = settings
        user_settings.save(settings)
        window = self.office_window
        if window is not None:
            window.leave()
        self.tasks.wait_idle()
        self._dress()
        if window is not None:
            self.show_office(window.current_tab)
        else:
            self.show_welcome()

    def switch_language(self) -> None:
        """Thai to English and back."""
        self.choose(replace(self.settings, language="en" if self.settings.language == "th" else "th"))

    def _dress(self) -> None:
        """Apply language, digits and look."""
        set_language(self.settings.language)
        qt_thai.speak(self.settings.language, self.application)
        use_thai_digits(self.settings.thai_digits)
        asked = self.settings.colours
        palette = theme.system_palette() if asked == user_settings.AS_THE_SYSTEM else Palette(asked)
        theme.apply(self.application, self.settings.text_percent, palette)

    def _follow_system(self) -> None:
        """Take the computer's colours when they change; every widget draws itself anew."""
        if self.settings.colours == user_settings.AS_THE_SYSTEM:
            self._dress()

    # Windows

    def show_welcome(self) -> None:
        """Show the welcome page."""
        recent = self.settings.existing_recent()
        offered = Offered(recent, self.workspace is not None)
        welcome = Welcome(offered, documents_folder())
        welcome.create_asked.connect(self.create)
        welcome.open_asked.connect(self.ask_file)
        welcome.file_chosen.connect(self.open)
        welcome.sample_asked.connect(self.open_sample)
        welcome.restore_asked.connect(self.show_restore)
        welcome.language_asked.connect(self.switch_language)
        welcome.back_asked.connect(lambda: self.show_office(Tab.OVERVIEW))
        self.tasks.busy.connect(welcome.show_busy)
        self.tasks.problem.connect(welcome.tell)
        self.show(welcome)

    def show_new(self) -> None:
        """Show the form for a new office."""
        self.show_welcome()
        if isinstance(self.window, Welcome):
            self.window.show_form()

    def show_office(self, tab: Tab) -> None:
        """Show the open file on a tab."""
        if self.workspace is None:
            return
        from ita_desktop.ui.about import show_about
        from ita_desktop.ui.main_window import MainWindow

        window = MainWindow(self.workspace, self.tasks, self.settings)
        window.open_tab(tab)
        menu = window.menu
        menu.new_asked.connect(self.show_new)
        menu.open_asked.connect(self.ask_file)
        menu.file_chosen.connect(self.open)
        menu.settings_chosen.connect(self.choose)
        menu.role_chosen.connect(self.doorman.take_role)
        menu.restore_asked.connect(self.show_restore)
        menu.about_asked.connect(lambda: show_about(window))
        menu.quit_asked.connect(window.close)
        menu.lock_asked.connect(self.doorman.lock)
        menu.turn_asked.connect(self.doorman.unsealing.turn)
        self.doorman.watch()
        self.show(window)

    def show(self, window: Window) -> None:
        """Put a window in the place of the one before."""
        before, self.window = self.window, window
        window.closing.connect(self.end)
        if before is not None:
            window.setGeometry(before.geometry())
        window.showMaximized() if fills(window) else window.show()
        if before is not None:
            before.hide()
            before.deleteLater()

    # Files

    def ask_file(self) -> None:
        """Let the user choose a file in the system's own dialog."""
        from ita_desktop.ui.new_office import file_filter

        name, _ = QFileDialog.getOpenFileName(
            self.window, tr("เปิดแฟ้ม"), str(documents_folder()), file_filter()
        )
        if name:
            self.open(Path(name))

    def open(self, path: Path) -> None:
        """Open a file; the present one stays open until the other is."""
        if self.workspace is not None and self.workspace.path == path:
            self.show_office(Tab.OVERVIEW)
            return
        if is_store(path):
            self.keeper.open(path)
            return

        def take() -> Workspace:
            from ita_desktop.services import safekeeping

            return safekeeping.open_file(path, clock.now)

        self.take(take)

    def create(self, new: NewOffice) -> None:
        """Make a new office file and open it."""

        def make() -> Workspace:
            from ita_desktop.domain.office import Office
            from ita_desktop.services import instruments, workspace

            text = instruments.instrument_text(new.year)
            return workspace.create(new.path, Office(new.name, province=new.province), text, clock.now)

        self.take(make)

    def open_sample(self) -> None:
        """Open the sample office, made where the user keeps documents if it is not there yet."""
        from ita_desktop.ui.sample_opening import open_sample

        open_sample(self, documents_folder())

    def take(self, opening: Callable[[], Workspace]) -> None:
        """Open in the worker, then show; a problem is told on the window that is seen."""

        def take() -> Workspace:
            bring_what_a_file_needs()
            return opening()

        self.tasks.query(take, self.show_file, self.doorman.refused)

    def show_file(self, opened: Workspace) -> None:
        """Close the file before, show this one."""
        self.close_file()
        self.workspace = opened
        self.guard.opened(opened)
        self.settings = self.settings.opened(opened.path)
        user_settings.save(self.settings)
        self.doorman.let_in()

    # Safety

    def show_restore(self) -> None:
        """Show the list of safety copies, of the open file or of all."""
        self.guard.show(self.workspace.path if self.workspace else None, self.window, self.restore)

    def restore(self, candidate: Path, target: Path) -> None:
        """Close the file, put the copy in its place, open it again; a copy refused opens what was there."""
        self.close_file()

        def refused(problem: Problem) -> None:
            if target.exists():
                self.open(target)
            self.tell(problem)

        self.guard.restore(candidate, target, self.open, refused)

    def announce(self, words: str) -> None:
        """Say something of safety on the page that is seen."""
        if self.office_window is not None:
            self.office_window.say(words)

    def tell(self, problem: Problem) -> None:
        """Tell a problem on the window that is seen."""
        if self.window is None:
            self.show_welcome()
        self.tasks.problem.emit(problem)

    def close_file(self) -> None:
        """Close the open file, after all that was asked of it is done."""
        self.keeper.close()
        if self.workspace is not None:
            if self.office_window is not None:
                self.office_window.leave()
            self.guard.closing()
            self.tasks.query(self.workspace.close, lambda _: None)
            self.workspace = None

    def end(self) -> None:
        """The window was closed: close the file well, then end."""
        self.close_file()
        self.tasks.stop()
        self.application.quit()
