"""An unexpected error never ends in silence: into the log, then told kindly, with what is safe.

Qt's own messages go into the log too; without a console nobody would ever see them.
"""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QtMsgType, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox

from ita_desktop.support.language import tr
from ita_desktop.support.paths import log_folder

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from PySide6.QtCore import QMessageLogContext

log = logging.getLogger(__name__)

LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def log_qt_message(kind: QtMsgType, _: QMessageLogContext, message: str) -> None:
    """Write what Qt says into the log."""
    logging.getLogger("qt").log(LEVELS.get(kind, logging.WARNING), "%s", message)


class CrashTeller(QObject):
    """Logs unexpected errors and shows one dialog for them, however many come at once."""

    _happened = Signal()

    def __init__(self, safe_words: Callable[[], str] = str) -> None:
        """Take what says where the newest safety copy is: ready words, the disk may be what failed."""
        super().__init__()
        self._safe_words = safe_words
        self.dialog: QMessageBox | None = None
        self._before = sys.excepthook
        # Queued: an error inside a paint event must not open a window while the painting goes on.
        self._happened.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take over unexpected errors."""
        sys.excepthook = self._on_error

    def remove(self) -> None:
        """Give them back."""
        sys.excepthook = self._before

    def _on_error(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """An error that nobody caught: to the log as before, then to the user."""
        self._before(kind, error, trace)
        if not issubclass(kind, KeyboardInterrupt):
            self._happened.emit()

    def tell(self, error: BaseException) -> None:
        """An error from the worker: into the log, then to the user."""
        log.critical("unexpected error in the worker", exc_info=error)
        self._happened.emit()

    def _tell(self) -> None:
        """Show the dialog unless it is there already."""
        if self.dialog is None:
            self.dialog = crash_dialog(self._safe_words())
            self.dialog.finished.connect(self._told)
            self.dialog.open()

    def _told(self) -> None:
        """The user has read it."""
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None


def crash_dialog(safe_words: str = "") -> QMessageBox:
    """What happened, what is safe, what to do; the log one click away."""
    box = QMessageBox()
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle("ITA Desktop")
    box.setText(tr("เกิดข้อผิดพลาดที่โปรแกรมไม่ได้คาดไว้"))
    box.setInformativeText(
        tr(
            "สิ่งที่บันทึกไปแล้วยังอยู่ในแฟ้มครบ ทำงานต่อได้ "
            "หากเกิดซ้ำให้ปิดแล้วเปิดโปรแกรมใหม่ และส่งไฟล์บันทึกการทำงานให้ผู้ดูแลโปรแกรม"
        )
    )
    if safe_words:
        box.setInformativeText(f"{box.informativeText()}\n\n{safe_words}")
    show = box.addButton(tr("เปิดโฟลเดอร์บันทึกการทำงาน"), QMessageBox.ButtonRole.ActionRole)
    show.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(log_folder()))))
    box.setDefaultButton(box.addButton(tr("ทำงานต่อ"), QMessageBox.ButtonRole.AcceptRole))
    return box
