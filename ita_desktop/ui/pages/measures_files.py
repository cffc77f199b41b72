"""The plan's way in and out: a workbook that goes round, a library that came, what the year before left."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QMenu

from ita_desktop.support.language import ntr, tr
from ita_desktop.support.paths import documents_folder
from ita_desktop.ui.prose import prose
from ita_desktop.ui.widgets.buttons import ActionButton
from ita_desktop.ui.widgets.keys import key_words

if TYPE_CHECKING:
    from ita_desktop.domain.plan.library import Library
    from ita_desktop.services.changes import Changes
    from ita_desktop.services.import_preview import ImportPreview
    from ita_desktop.ui.pages.measures import MeasuresPage


class PlanFiles:
    """A button with a menu; its answers are announced below, and undo takes back what came in."""

    def __init__(self, page: MeasuresPage) -> None:
        self._page = page
        self.button = ActionButton(tr("ไฟล์"), self._open_menu, "F9")
        self.menu = QMenu(page)
        self.menu.addAction(f"{tr('พิมพ์…')}  ({key_words('Ctrl+P')})", page.print_papers)
        self.menu.addSeparator()
        self.menu.addAction(tr("บันทึกแผนเป็น Excel…"), self._ask_save)
        self.menu.addAction(tr("นำแผนจาก Excel เข้ามา…"), self._ask_workbook)
        self.menu.addAction(tr("รับไฟล์คลังมาตรการ…"), self._ask_library)
        self.menu.addSeparator()
        self.menu.addAction(tr("ยกมาตรการที่ยังไม่แล้วเสร็จจากปีก่อนมา"), self.carry_over)

    def _open_menu(self) -> None:
        """Open the menu below the button, its first line chosen."""
        self.menu.popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))
        self.menu.setActiveAction(self.menu.actions()[0])

    def _ask_save(self) -> None:
        """Ask where to write the workbook."""
        proposed = documents_folder() / tr("แผนมาตรการ-{year}.xlsx").format(year=self._year())
        name, _ = QFileDialog.getSaveFileName(
            self._page, tr("บันทึกแผนเป็น Excel"), str(proposed), tr("ไฟล์ Excel (*.xlsx)")
        )
        if name:
            self.save(Path(name))

    def _year(self) -> int:
        """The year that is shown."""
        return self._page.result.year if self._page.result is not None else 0

    def save(self, path: Path) -> None:
        """Write the plan's workbook."""
        plan, page = self._page.workspace.plan, self._page
        words = tr("บันทึก {name} แล้ว").format(name=path.name)
        page.query(lambda: plan.save_workbook(path), lambda _: page.context.announce(prose(words)))

    def _ask_workbook(self) -> None:
        """Ask for a filled workbook."""
        name, _ = QFileDialog.getOpenFileName(
            self._page, tr("เลือกไฟล์แผนมาตรการ"), str(documents_folder()), tr("ไฟล์ Excel (*.xlsx *.xlsm)")
        )
        if name:
            self.take_workbook(Path(name))

    def take_workbook(self, path: Path) -> None:
        """Take a workbook in, whole; what is wrong with it is told cell by cell."""
        from ita_desktop.services.importing import ImportKind

        page = self._page
        taken: list[ImportPreview] = []

        def command() -> Changes:
            changes, preview = page.workspace.importing.apply(ImportKind.MEASURES, path)
            taken.append(preview)
            return changes

        def told(_: Changes) -> None:
            words = tr("นำเข้าแผนแล้ว เพิ่ม {added} แก้ {changed} มาตรการ · Ctrl Z ย้อน")
            page.context.announce(prose(words.format(added=taken[0].added, changed=taken[0].changed)))

        page.banner.clear()
        page.run(command, told)

    def _ask_library(self) -> None:
        """Ask for a library."""
        name, _ = QFileDialog.getOpenFileName(
            self._page, tr("เลือกไฟล์คลังมาตรการ"), str(documents_folder()), tr("คลังมาตรการ (*.json)")
        )
        if name:
            self.take_library(Path(name))

    def take_library(self, path: Path) -> None:
        """Take a library in."""
        page = self._page
        taken: list[Library] = []

        def command() -> Changes:
            changes, library = page.workspace.plan.library.take(path)
            taken.append(library)
            return changes

        def told(_: Changes) -> None:
            count = len(taken[0].suggestions)
            words = ntr("รับคลัง “{title}” แล้ว {count} มาตรการ", "รับคลัง “{title}” แล้ว {count} มาตรการ", count)
            page.context.announce(prose(words.format(title=taken[0].title, count=count)))

        page.banner.clear()
        page.run(command, told)

    def carry_over(self) -> None:
        """Take over what the year before left undone."""
        page = self._page
        words = tr("ยกมาตรการที่ค้างจากปีก่อนมาแล้ว · Ctrl Z ย้อน")
        page.run(page.workspace.plan.follow_up.carry_over, lambda _: page.context.announce(words))
