"""The window on an open office file: tabs above, a page, the status bar below."""

from __future__ import annotations

from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, TypeVar, cast

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from ita_desktop.services.changes import Topic
from ita_desktop.support.language import tr
from ita_desktop.ui import window_size
from ita_desktop.ui.context import Context
from ita_desktop.ui.menu import MenuButton, WindowMenu
from ita_desktop.ui.page import Page
from ita_desktop.ui.pages.checklist_opening import tell_lost_evidence
from ita_desktop.ui.prose import prose
from ita_desktop.ui.status_bar import StatusBar
from ita_desktop.ui.table_output import TableClerk
from ita_desktop.ui.tabs import PAGES, TABS, Tab, TabEntry
from ita_desktop.ui.undo_focus import UndoFocus
from ita_desktop.ui.undoing import Undoing
from ita_desktop.ui.warming import FIRST_LOOK, bring_pages
from ita_desktop.ui.widgets.frame import PageFrame
from ita_desktop.ui.widgets.keys import on_keys
from ita_desktop.ui.widgets.tab_bar import TabBar
from ita_desktop.wording.problems import problem_sentence

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent

    from ita_desktop.domain.history import Entry
    from ita_desktop.domain.office import Office
    from ita_desktop.domain.problems import Problem
    from ita_desktop.services.changes import Changes
    from ita_desktop.services.workspace import Workspace
    from ita_desktop.ui.help.window import HelpWindow
    from ita_desktop.ui.instrument_dialog import InstrumentDialog
    from ita_desktop.ui.office_dialog import OfficeDialog
    from ita_desktop.ui.tasks import TaskRunner
    from ita_desktop.ui.user_settings import UserSettings

Sheet = TypeVar("Sheet", bound=QDialog)
DESIGN_SIZE = QSize(1366, 768)
LEAST_SIZE = QSize(1024, 640)


class MainWindow(QMainWindow):
    """Eight tabs on one file. `closing` tells that the user wants to end; the application closes the file."""

    closing = Signal()

    def __init__(self, workspace: Workspace, tasks: TaskRunner, settings: UserSettings) -> None:
        super().__init__()
        self.context = Context(
            workspace,
            tasks,
            self.navigate,
            self.announce,
            settings,
            lambda new: self.menu.settings_chosen.emit(new),  # noqa: PLW0108 - the menu is made below
        )
        self._undoing = Undoing(workspace, tasks, self.announce)
        self._pages: dict[Tab, QWidget] = {}
        self._warned = self._waiting = False
        self._frames: dict[Tab, PageFrame] = {}
        self.tab_bar = TabBar([(entry.title, entry.keys) for entry in TABS])
        self._stack = QStackedWidget()
        self.status_bar = StatusBar()
        protected = workspace.signing_in.protected
        self.menu = WindowMenu(settings, workspace.role, self, protected=protected)
        self._lay_out()
        self._bind_keys()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            UndoFocus(application, self)
        tasks.changed.connect(self._on_changes)
        tasks.problem.connect(self._on_problem)
        tasks.busy.connect(self.status_bar.show_busy)
        self.show_office()
        self.open_tab(Tab.OVERVIEW)
        tell_lost_evidence(self.context, self)
        TableClerk(self.context, self)
        QTimer.singleShot(FIRST_LOOK, self, lambda: tasks.warm_up(bring_pages))

    def _lay_out(self) -> None:
        """Put bar, pages and foot below each other."""
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tab_bar)
        column.addWidget(self._stack, 1)
        column.addWidget(self.status_bar)
        self.setCentralWidget(middle)
        self.setMinimumSize(LEAST_SIZE)
        window_size.restore(self, DESIGN_SIZE)
        self.tab_bar.add_corner(MenuButton(self.menu))
        self.menu.office_asked.connect(self.show_office_details)
        self.menu.help_asked.connect(self.show_help)
        self.menu.instrument_asked.connect(self.show_instrument)
        self.menu.accounts_asked.connect(self.show_accounts)
        self.tab_bar.chosen.connect(lambda number: self.open_tab(TABS[number].tab))

    def _bind_keys(self) -> None:
        """Ctrl with a number opens a tab; Ctrl+Z and Ctrl+Y undo and redo."""
        for entry in TABS:
            on_keys(entry.keys, self, partial(self.open_tab, entry.tab))
        on_keys("Ctrl+Z", self, self.undo)
        for keys in ("Ctrl+Y", "Ctrl+Shift+Z"):
            on_keys(keys, self, self.redo)

    # Tabs

    def open_tab(self, tab: Tab) -> None:
        """Show a tab; its page is made when first asked for."""
        if tab not in self._pages:
            page = self._made(next(entry for entry in TABS if entry.tab is tab))
            self._pages[tab] = page
            self._frames[tab] = PageFrame(page)
            self._stack.addWidget(self._frames[tab])
        self._stack.setCurrentWidget(self._frames[tab])
        self.tab_bar.show_open(tab.value - 1)
        page = self.current_page
        if isinstance(page, Page):
            page.take_focus()

    def _made(self, entry: TabEntry) -> QWidget:
        """Make a tab's page."""
        module, _, name = entry.page.partition(":")
        page_class = cast("type[Page]", getattr(import_module(f"{PAGES}.{module}"), name))
        return page_class(self.context)  # type: ignore[call-arg]  # a subclass knows its own title

    @property
    def current_page(self) -> QWidget:
        """The page that is seen."""
        return self._pages[self.current_tab]

    @property
    def current_tab(self) -> Tab:
        """The tab that is open."""
        shown = self._stack.currentWidget()
        return next(tab for tab, frame in self._frames.items() if frame is shown)

    def navigate(self, tab: Tab, subject: str = "") -> None:
        """Open a tab on something: an item code, a part."""
        self.open_tab(tab)
        page = self.current_page
        if subject and isinstance(page, Page):
            page.show_subject(subject)

    # Undo

    def undo(self) -> None:
        """Take back: first what the page has of its own, else the last command."""
        page = self.current_page
        if not (isinstance(page, Page) and page.undo_here()):
            self._undoing.undo()

    def redo(self) -> None:
        """Do again: first what the page has of its own, else the last command taken back."""
        page = self.current_page
        if not (isinstance(page, Page) and page.redo_here()):
            self._undoing.redo()

    # Telling

    def announce(self, words: str) -> None:
        """Say what just happened in the status bar."""
        self.status_bar.announce(words)

    def say(self, words: str) -> None:
        """Say something that matters on top of the page that is seen."""
        page = self.current_page
        if isinstance(page, Page):
            page.banner.say(words)

    def _on_changes(self, changes: Changes) -> None:
        """Tell when it was kept, and let the pages know."""
        self._warned = False
        self.status_bar.show_saved(changes.at)
        if changes.topics & {Topic.OFFICE, Topic.ROUND}:
            self.show_office()
        for page in self._pages.values():
            if isinstance(page, Page):
                page.note_changes(changes)

    def _on_problem(self, problem: Problem) -> None:
        """Tell a problem that no page took."""
        page = self.current_page
        if isinstance(page, Page):
            page.tell(problem)
        else:
            self.announce(prose(problem_sentence(problem)))

    def show_office(self) -> None:
        """Say in the foot whose year this is, and under which hat."""
        settings = self.context.workspace.settings
        page = self._stack.currentWidget() and self.current_page
        if isinstance(page, Page):
            page.judge_role()

        def ask() -> tuple[Office, tuple[Entry, ...]]:
            return settings.office(), settings.history(limit=1)

        self.context.tasks.query(ask, self._say_office, owner=self)

    def _say_office(self, found: tuple[Office, tuple[Entry, ...]]) -> None:
        """Show whose year this is, and when it was last worked on."""
        office, latest = found
        workspace = self.context.workspace
        for entry in latest:
            self.status_bar.show_saved(entry.at)
        person = workspace.signing_in.person
        self.status_bar.show_file(office.name, workspace.year, workspace.role, workspace.path, person)
        self.setWindowTitle(f"{office.name} – ITA {workspace.year}")

    def show_help(self) -> HelpWindow:
        """Open the guide at the part of the page that is seen."""
        from ita_desktop.ui.help.opening import open_page_help

        return open_page_help(self, self.current_tab)

    def show_office_details(self) -> OfficeDialog:
        """Open the sheet with the office's details."""
        from ita_desktop.ui.office_dialog import OfficeDialog

        return self._opened(OfficeDialog(self.context, self))

    def show_instrument(self) -> InstrumentDialog:
        """Open the sheet about the year's instrument."""
        from ita_desktop.ui.instrument_dialog import InstrumentDialog

        return self._opened(InstrumentDialog(self.context, self))

    def show_accounts(self) -> QDialog:
        """Open the sheet about accounts that is this user's."""
        from ita_desktop.ui.accounts.opening import accounts_sheet

        return self._opened(accounts_sheet(self.context, self))

    def _opened(self, sheet: Sheet) -> Sheet:
        """Show a sheet; what is being typed on the page is kept before it covers it."""
        self.leave()
        sheet.open()
        return sheet

    def leave(self) -> None:
        """Keep what is being typed on the page that is seen."""
        page = self.current_page
        if isinstance(page, Page):
            page.leave()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is being typed; the application then waits for the disk and closes the file."""
        if self._waiting:
            event.ignore()
            return
        self._waiting = True
        self.leave()
        self.context.tasks.wait_idle()  # whether a field was refused is known when the worker has answered
        self._waiting = False
        if self._warn_of_refused():
            event.ignore()
            return
        window_size.keep(self)
        super().closeEvent(event)
        self.closing.emit()

    def _warn_of_refused(self) -> bool:
        """Show a field that could not be kept, once; True if the window should stay for it."""
        faulty = (tab for tab, page in self._pages.items() if _holds_refused(page))
        tab = next(faulty, None)
        if tab is None or self._warned:
            return False
        self._warned = True
        self.open_tab(tab)
        page = self.current_page
        if isinstance(page, Page):
            words = tr("ช่องกรอบแดงยังบันทึกไม่ได้ แก้ก่อน หรือปิดอีกครั้งเพื่อปิดโดยไม่บันทึกช่องนั้น")
            page.banner.say(words)
        return True


def _holds_refused(page: QWidget) -> bool:
    """Whether a field of the page is marked as one that could not be kept."""
    return any(child.property("fault") is True for child in page.findChildren(QWidget))
