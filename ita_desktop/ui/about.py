"""What the program is, which version, where its log lies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from ita_desktop import __version__
from ita_desktop.support.language import tr
from ita_desktop.support.paths import log_folder

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def about_words() -> str:
    """The text of the dialog."""
    return "\n".join(
        (
            tr("รุ่น {version}").format(version=__version__),
            tr("ทำการประเมิน ITA ของหน่วยงานทั้งปีงบประมาณ ในหน้าต่างเดียว แฟ้มเดียว โดยไม่ต้องใช้อินเทอร์เน็ต"),
            tr("บันทึกการทำงานของโปรแกรม: {folder}").format(folder=log_folder()),
        )
    )


def show_about(parent: QWidget) -> None:
    """Show the dialog without stopping the window behind it."""
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(tr("เกี่ยวกับโปรแกรม"))
    box.setText("ITA Desktop")
    box.setInformativeText(about_words())
    box.open()
