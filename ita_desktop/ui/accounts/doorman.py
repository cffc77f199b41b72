"""Who stands at the door: asks for the password at opening, locks the screen, and lets the same work go on.

While somebody must sign in the office's window is hidden, not only covered: nobody reads names through a
sheet of paper. What was being keyed is kept before, and the very window comes back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeGuard

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget

from ita_desktop.domain.problems import FileSealed
from ita_desktop.ui.accounts.sheet import RecoverySheet
from ita_desktop.ui.accounts.sign_in import SignInWindow
from ita_desktop.ui.accounts.unsealing import Unsealing
from ita_desktop.ui.tabs import Tab

if TYPE_CHECKING:
    from ita_desktop.domain.accounts.account import Account
    from ita_desktop.domain.history import Role
    from ita_desktop.domain.problems import Problem
    from ita_desktop.services.workspace import Workspace
    from ita_desktop.ui.desk import Desk
    from ita_desktop.ui.main_window import MainWindow

MINUTE = 60 * 1000
LOOK_EVERY = 10 * 1000
"""Milliseconds between two looks at how long nobody touched anything."""
TOUCHES = frozenset({
    QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
})  # fmt: skip


class Doorman(QObject):
    """Watches the desk's open file."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._tasks = desk.tasks
        self.window: SignInWindow | None = None
        self.sheet: RecoverySheet | None = None
        self._behind: MainWindow | None = None
        self._sheets: list[QDialog] = []
        self._touched = QElapsedTimer()
        self._touched.start()
        self.unsealing = Unsealing(desk)
        self._timer = QTimer(self, interval=LOOK_EVERY)
        self._timer.timeout.connect(self.look)

    @property
    def minutes(self) -> int:
        """After how many minutes the screen locks by itself; 0 never, and never without accounts."""
        workspace = self._desk.workspace
        protected = workspace is not None and workspace.signing_in.protected
        return self._desk.settings.lock_minutes if protected else 0

    # In

    def refused(self, problem: Problem) -> None:
        """A file did not open: an encrypted one asks who it is, all else is told."""
        if isinstance(problem, FileSealed):
            self.unsealing.ask(problem.path)
        else:
            self._desk.tell(problem)

    def let_in(self) -> None:
        """Show the file, or ask first."""
        workspace = self._desk.workspace
        if workspace is not None and workspace.signing_in.needed:
            self._ask(workspace)
        else:
            self._put_away()
            self._desk.show_office(Tab.OVERVIEW)

    def _ask(self, workspace: Workspace) -> None:
        """Read who may come in, then show the window that asks."""
        self._tasks.query(workspace.signing_in.names, lambda names: self._show(workspace, names))

    def _show(self, workspace: Workspace, names: tuple[str, ...]) -> None:
        """Show the window that asks."""
        if self._desk.workspace is not workspace:
            return  # another file was opened meanwhile
        self._put_away()
        person = workspace.signing_in.person
        window = self.window = SignInWindow(names, workspace.path.name, person)
        window.asked.connect(lambda name, password: self._sign_in(workspace, name, password))
        window.recover_asked.connect(lambda *typed: self._recover(workspace, *typed))
        window.away_asked.connect(self._leave)
        window.closing.connect(self._desk.end)
        if self._desk.window is not None:
            window.setGeometry(self._desk.window.geometry())
            self._desk.window.hide()
        window.show()

    def _sign_in(self, workspace: Workspace, name: str, password: str) -> None:
        """Try a password."""
        window, before = self.window, workspace.signing_in.person
        if window is None:
            return

        def come_in(account: Account) -> None:
            self._put_away()
            self._touched.start()
            if self._behind is not None and account.name == before:
                self._show_again()
            else:
                self._behind = None
                self._sheets.clear()
                self._desk.show_office(Tab.OVERVIEW)

        work = workspace.signing_in
        self._tasks.query(lambda: work.sign_in(name, password), come_in, window.tell, owner=window)

    def _recover(self, workspace: Workspace, name: str, code: str, password: str) -> None:
        """Try the code of a recovery sheet, and show the next sheet's."""
        window = self.window
        if window is None:
            return

        def recovered(fresh: str) -> None:
            window.show_sign_in()
            window.names.set_value(name)
            self.sheet = RecoverySheet(workspace.session, self._tasks, fresh, window)
            self.sheet.open()

        work = workspace.signing_in
        self._tasks.query(lambda: work.recover(name, code, password), recovered, window.tell, owner=window)

    def _put_away(self) -> None:
        """The window that asked is not needed any more."""
        if self.window is not None:
            self.window.closing.disconnect(self._desk.end)
            self.window.hide()
            self.window.deleteLater()
            self.window = None

    def _leave(self) -> None:
        """The user wants another file."""
        self._put_away()
        self._behind = None
        self._desk.close_file()
        self._desk.show_welcome()

    def take_role(self, role: Role) -> None:
        """Put on another hat, in a file without accounts, and show it."""
        opened, office = self._desk.workspace, self._desk.office_window
        if opened is not None and office is not None:
            self._tasks.query(lambda: opened.take_role(role), lambda _: office.show_office(), owner=office)

    # Locking

    def lock(self) -> None:
        """Keep what is being typed, hide everything, and ask who comes back. Nothing without accounts."""
        office, workspace = self._desk.office_window, self._desk.workspace
        if (
            office is None
            or workspace is None
            or not workspace.signing_in.protected
            or self.window is not None
        ):
            return
        self._behind = office
        office.leave()
        self._sheets = [each for each in QApplication.topLevelWidgets() if _can_be_hidden(each)]
        for sheet in self._sheets:
            sheet.hide()
        office.hide()
        self._tasks.query(workspace.signing_in.lock, lambda _: self._ask(workspace))

    def _show_again(self) -> None:
        """The same person is back: everything is as it was."""
        office, self._behind = self._behind, None
        if office is not None:
            office.show()
            office.activateWindow()
        for sheet in self._sheets:
            sheet.open()
        self._sheets.clear()

    def watch(self) -> None:
        """Begin or end to look at how long nobody was there."""
        application = self._desk.application
        self._touched.start()
        application.removeEventFilter(self)
        if self.minutes:  # only then: every event of the program passes through here
            application.installEventFilter(self)
            self._timer.start()
        else:
            self._timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Somebody is there."""
        if event.type() in TOUCHES:
            self._touched.start()
        return False

    def look(self) -> None:
        """Lock if nobody was there for long enough; the system's own dialog cannot be hidden, so it waits."""
        minutes = self.minutes
        waits = isinstance(QApplication.activeModalWidget(), QFileDialog)
        if minutes and not waits and self._touched.elapsed() >= minutes * MINUTE:
            self.lock()


def _can_be_hidden(widget: QWidget) -> TypeGuard[QDialog]:
    """Whether this is a sheet of ours that is open over the window."""
    return isinstance(widget, QDialog) and not isinstance(widget, QFileDialog) and widget.isVisible()
