"""The recovery sheet's code, shown once: saved as a paper to print, or copied by hand."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from ita_desktop.services.accounts.recovery_sheet import write_recovery_sheet
from ita_desktop.support.language import tr
from ita_desktop.support.paths import documents_folder
from ita_desktop.ui.sheet_dialog import SheetDialog
from ita_desktop.ui.widgets.buttons import ActionButton
from ita_desktop.ui.widgets.labels import Text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ita_desktop.services.session import Session
    from ita_desktop.ui.tasks import TaskRunner

SIZE = QSize(760, 400)


class RecoverySheet(SheetDialog):
    """Shows a code that nobody can read again once this is closed."""

    def __init__(self, session: Session, tasks: TaskRunner, code: str, parent: QWidget) -> None:
        super().__init__(parent, tr("ใบกู้คืนรหัสผ่าน"), SIZE)
        self._session, self._tasks, self._code = session, tasks, code
        words = tr("รหัสนี้แสดงครั้งเดียว ผู้ใดลืมรหัสผ่านต้องใช้รหัสนี้ ถ้าทำหายและทุกคนลืมรหัสผ่าน จะไม่มีผู้ใดเข้าแฟ้มได้")
        self.body.addWidget(Text(words, wrap=True))
        self.code = Text(code, "title")
        self.code.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.code.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.code.setAccessibleName(tr("รหัสจากใบกู้คืน"))
        self.body.addStretch(1)
        self.body.addWidget(self.code)
        self.body.addStretch(1)
        keep = tr("บันทึกเป็น PDF แล้วพิมพ์ ใส่ซองปิดผนึกเก็บในตู้นิรภัย จากนั้นลบไฟล์ PDF นั้น")
        self.body.addWidget(Text(keep, "muted", wrap=True))
        self.foot.addStretch(1)
        self.foot.addWidget(ActionButton(tr("จดรหัสไว้แล้ว ปิด"), self.close, "Esc"))
        self.save_button = ActionButton(tr("บันทึกเป็น PDF แล้วเปิดพิมพ์…"), self.ask_target, "Ctrl+S", "primary")
        self.foot.addWidget(self.save_button)
        self.save_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_target(self) -> None:
        """Ask where the paper is to be written."""
        start = documents_folder() / f"{tr('ใบกู้คืน')}-{self._session.database.path.stem}.pdf"
        name, _ = QFileDialog.getSaveFileName(self, tr("บันทึกเป็น PDF แล้วเปิดพิมพ์…"), str(start), "PDF (*.pdf)")
        if name:
            self.write(Path(name))

    def write(self, path: Path) -> None:
        """Write the paper and hand it to the system's viewer to print."""

        def written(done: Path) -> None:
            self.banner.say(tr("เขียน {path} แล้ว").format(path=done))
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(done)))

        self._tasks.query(
            lambda: write_recovery_sheet(self._session, self._code, path), written, self.tell, owner=self
        )
