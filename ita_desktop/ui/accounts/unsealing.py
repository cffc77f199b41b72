"""Encrypted files in the window: asked for before they open; turned into one, and back, while closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ita_desktop.support import clock
from ita_desktop.support.language import tr
from ita_desktop.ui.accounts.sheet import RecoverySheet
from ita_desktop.ui.accounts.sign_in import SignInWindow

if TYPE_CHECKING:
    from pathlib import Path

    from ita_desktop.domain.problems import Problem
    from ita_desktop.services.accounts.sealing import Order
    from ita_desktop.services.accounts.turning import Turned
    from ita_desktop.services.workspace import Workspace
    from ita_desktop.ui.desk import Desk


class Unsealing(QObject):
    """The desk's hand for encrypted files."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk, self._tasks = desk, desk.tasks
        self.window: SignInWindow | None = None
        self.sheet: RecoverySheet | None = None

    def ask(self, path: Path) -> None:
        """Ask who opens a file that is encrypted."""
        from ita_desktop.services.accounts import sealing

        def show(names: tuple[str, ...]) -> None:
            self._put_away()
            window = self.window = SignInWindow(names, path.name)
            window.asked.connect(lambda name, password: self.unlock(path, name, password))
            window.recover_asked.connect(lambda *typed: self._recover(path, *typed))
            window.away_asked.connect(self._leave)
            window.closing.connect(self._desk.end)
            if self._desk.window is not None:
                window.setGeometry(self._desk.window.geometry())
                self._desk.window.hide()
            window.show()

        self._tasks.query(lambda: tuple(sealing.ring_of_file(path).people), show, self._desk.tell)

    def unlock(self, path: Path, name: str, password: str) -> None:
        """Open the file with a password, and sign its owner in."""
        tell = self.window.tell if self.window is not None else self._desk.tell
        self._tasks.query(lambda: _opened(path, name, password), self._show_office, tell)

    def _recover(self, path: Path, name: str, code: str, password: str) -> None:
        """Open the file by the recovery sheet, which gives a new password, and show the next sheet."""
        from ita_desktop.services import safekeeping
        from ita_desktop.services.accounts import sealing

        def work() -> tuple[Workspace, str]:
            opened = safekeeping.open_file(path, clock.now, key=sealing.key_by_code(path, code))
            try:
                fresh = opened.signing_in.recover(name, code, password)
                opened.signing_in.sign_in(name, password)
            except BaseException:
                opened.close()
                raise
            return opened, fresh

        def show(found: tuple[Workspace, str]) -> None:
            self._show_office(found[0])
            window = self._desk.office_window
            if window is not None:
                self.sheet = RecoverySheet(found[0].session, self._tasks, found[1], window)
                self.sheet.open()

        if self.window is not None:
            self._tasks.query(work, show, self.window.tell)

    def _show_office(self, opened: Workspace) -> None:
        """The file is open and somebody is in."""
        self._put_away()
        self._desk.show_file(opened)

    def _put_away(self) -> None:
        """The window that asked is not needed any more."""
        if self.window is not None:
            self.window.closing.disconnect(self._desk.end)
            self.window.hide()
            self.window.deleteLater()
            self.window = None

    def _leave(self) -> None:
        """The user wants another file: back to the one that is open, or to the welcome page."""
        self._put_away()
        if self._desk.workspace is not None and self._desk.window is not None:
            self._desk.window.show()
        else:
            self._desk.show_welcome()

    # Turning

    def turn(self, password: str) -> None:
        """Encrypt the open file, or decrypt it, and open it again for who is signed in and said the password.

        A file that could not be turned is as it was, and opened again.
        """
        workspace = self._desk.workspace
        if workspace is None:
            return
        from ita_desktop.services.accounts import sealing

        name, to_sealed = workspace.signing_in.person, not workspace.signing_in.sealed

        def prepare() -> Order:
            workspace.accounts.confirm(password)
            return sealing.order(workspace.session, to_sealed=to_sealed)

        self._tasks.query(prepare, lambda order: self._turn(order, name, password), self._desk.tell)

    def _turn(self, order: Order, name: str, password: str) -> None:
        """Turn the file once it is closed."""
        from ita_desktop.services.accounts.turning import turn_with_copy

        def work() -> tuple[Workspace, Turned]:
            turned = turn_with_copy(order, clock.now)
            return _opened(order.path, name, password), turned

        def show(found: tuple[Workspace, Turned]) -> None:
            self._desk.show_file(found[0])
            for trouble in found[1].troubles:
                self._tasks.problem.emit(trouble)
            self._desk.announce(_words(order, found[1]))

        def refused(problem: Problem) -> None:
            self._desk.tell(problem)
            self._desk.open(order.path)

        self._desk.close_file()
        self._tasks.query(work, show, refused)


def _opened(path: Path, name: str, password: str) -> Workspace:
    """Open a file, encrypted or not, and sign somebody in; it is closed again if the password is wrong."""
    from ita_desktop.services import safekeeping
    from ita_desktop.services.accounts import sealing

    key = sealing.key_by_password(path, name, password) if sealing.is_sealed(path) else None
    opened = safekeeping.open_file(path, clock.now, key=key)
    try:
        opened.signing_in.sign_in(name, password)
    except BaseException:
        opened.close()
        raise
    return opened


def _words(order: Order, turned: Turned) -> str:
    """Say what was done, and what must be carried along."""
    if order.ring is None:
        return tr("เลิกเข้ารหัสแฟ้มแล้ว")
    words = tr("เข้ารหัสแฟ้มแล้ว · คัดลอกแฟ้มไปที่ใดให้นำไฟล์ {key} ไปด้วย").format(key=f"{order.path.name}-key")
    if turned.left:
        words += " · " + tr("ยังมีสำเนาสำรองที่ไม่ได้เข้ารหัส {count} ชุด ผู้ใดพบก็อ่านได้").format(count=turned.left)
    return words
