"""What leaves a roster: papers, a workbook, and a person's own data, to them or for ever."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QMessageBox

from ita_desktop.domain.roster import RosterKind
from ita_desktop.support.language import tr
from ita_desktop.support.paths import documents_folder
from ita_desktop.ui.pages.roster_lists import person_of
from ita_desktop.ui.prose import prose

if TYPE_CHECKING:
    from collections.abc import Callable

    from ita_desktop.services.roster import Person
    from ita_desktop.ui.pages.roster import RosterPage


class RosterFiles:
    """Writes files that the user names, in the worker."""

    def __init__(self, page: RosterPage) -> None:
        self._page = page

    def lines(self) -> list[tuple[str, Callable[[], object]]]:
        """The lines of the menu."""
        return [
            (tr("พิมพ์บัญชีแจกแบบแยกสำนัก/กอง (&P)"), self.lists),
            (tr("พิมพ์บันทึกการสุ่ม (&R)"), self.draw),
            (tr("บันทึกรายชื่อเป็น Excel (&X)"), self.workbook),
            (tr("ข้อมูลของบุคคลนี้เป็น PDF (&D)"), self.person_paper),
            (tr("ข้อมูลของบุคคลนี้เป็น JSON (&J)"), self.person_json),
            (tr("ลบข้อมูลของบุคคลนี้ตามคำขอ (&E)"), self.erase),
        ]

    @property
    def _kind(self) -> RosterKind:
        """The roster that is shown."""
        return RosterKind.INTERNAL if self._page.internal else RosterKind.EXTERNAL

    def _chosen(self) -> Person | None:
        """The person under the cursor."""
        return person_of(self._page.lists.table.chosen)

    def lists(self) -> None:
        """Lists to hand out by."""
        papers = self._page.workspace.roster.papers
        self._save("บัญชีแจกแบบ.pdf", "PDF (*.pdf)", lambda path: papers.write(path, papers.lists()))

    def draw(self) -> None:
        """The record of the draw that stands."""
        papers, kind = self._page.workspace.roster.papers, self._kind
        self._save("บันทึกการสุ่ม.pdf", "PDF (*.pdf)", lambda path: papers.write(path, papers.draw(kind)))

    def workbook(self) -> None:
        """The roster as a workbook."""
        roster, kind = self._page.workspace.roster, self._kind
        self._save("รายชื่อ.xlsx", tr("ไฟล์ Excel (*.xlsx)"), lambda path: roster.save_workbook(kind, path))

    def person_paper(self) -> None:
        """All that is kept of the person under the cursor, on paper."""
        chosen, kind, roster = self._chosen(), self._kind, self._page.workspace.roster
        if chosen is not None:
            self._save(
                "ข้อมูลส่วนบุคคล.pdf",
                "PDF (*.pdf)",
                lambda path: roster.papers.write(path, roster.privacy.pdf(kind, chosen.key)),
            )

    def person_json(self) -> None:
        """The same for another program."""
        chosen, kind, privacy = self._chosen(), self._kind, self._page.workspace.roster.privacy
        if chosen is not None:
            self._save(
                "ข้อมูลส่วนบุคคล.json", "JSON (*.json)", lambda path: privacy.write_json(kind, chosen.key, path)
            )

    def erase(self) -> None:
        """Erase the person under the cursor, asked once more: it cannot be undone when the file is closed."""
        chosen, kind, privacy = self._chosen(), self._kind, self._page.workspace.roster.privacy
        if chosen is None or not self._sure(chosen):
            return
        words = tr("ลบข้อมูลแล้ว จำนวนคนยังนับอยู่")
        self._page.run(lambda: privacy.erase(kind, chosen.key), lambda _: self._page.context.announce(words))

    def _sure(self, person: Person) -> bool:
        """Ask once more."""
        words = tr("ลบข้อมูลของ {name} ตามคำขอของเจ้าของข้อมูล? เหลือเพียงจำนวนคน ปิดแฟ้มแล้วย้อนไม่ได้").format(
            name=person.name
        )
        yes, no = QMessageBox.StandardButton.Yes, QMessageBox.StandardButton.No
        return QMessageBox.question(self._page, tr("ลบข้อมูลตามคำขอ"), words, yes | no, no) == yes

    def _save(self, name: str, kinds: str, write: Callable[[Path], object]) -> None:
        """Ask where to, then write there."""
        start = str(documents_folder() / name)
        chosen, _ = QFileDialog.getSaveFileName(self._page, tr("บันทึกเป็น"), start, kinds)
        if not chosen:
            return
        path = Path(chosen)
        words = prose(tr("บันทึก {name} แล้ว").format(name=path.name))
        self._page.query(lambda: write(path), lambda _: self._page.context.announce(words))
