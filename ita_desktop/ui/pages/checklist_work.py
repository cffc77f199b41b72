"""What is done with an item beyond its fields: steps of approval, proofs, papers, links, last year."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from ita_desktop.domain.checklist_approval import MOVES, ApprovalStep, possible_steps
from ita_desktop.domain.evidence import PAGE_ENDINGS, EvidenceKind, can_be_viewed, ending_of
from ita_desktop.services.evidence import Watch
from ita_desktop.support.language import tr
from ita_desktop.ui.prose import prose
from ita_desktop.wording.states import label

if TYPE_CHECKING:
    from collections.abc import Callable

    from ita_desktop.domain.checklist import WorkStatus
    from ita_desktop.domain.evidence import Evidence
    from ita_desktop.domain.history import Role
    from ita_desktop.services.changes import Changes
    from ita_desktop.services.evidence import KeptFile
    from ita_desktop.ui.pages.checklist import ChecklistPage

FORWARD = (ApprovalStep.SUBMIT, ApprovalStep.APPROVE, ApprovalStep.CONFIRM)
BACK = (ApprovalStep.WITHDRAW, ApprovalStep.RETURN, ApprovalStep.REOPEN)
PERCENT = 100


@dataclass(frozen=True, slots=True)
class NextSteps:
    """What a role can do with an item now: go on, or take it back. None where nothing can be done."""

    forward: ApprovalStep | None
    back: ApprovalStep | None


def next_steps(status: WorkStatus, role: Role) -> NextSteps:
    """Return the steps that the two buttons offer."""
    possible = possible_steps(status, role)
    return NextSteps(
        next((step for step in FORWARD if step in possible), None),
        next((step for step in BACK if step in possible), None),
    )


class ChecklistWork(QObject):
    """The work of the page. Long copies tell how far they are, and stop when the person says so."""

    copied = Signal(int, int)

    def __init__(self, page: ChecklistPage) -> None:
        super().__init__(page)
        self._page = page
        self._stopped = False
        self.copied.connect(self._say_copied, Qt.ConnectionType.QueuedConnection)

    # Approval

    def take(self, step: ApprovalStep, code: str, reason: str = "") -> None:
        """Take a step with the item that is shown."""
        page = self._page
        words = tr("{step}ข้อ {code} แล้ว").format(step=label(step), code=code)
        page.run(
            lambda: page.workspace.checklist.approval.take(step, [code], reason),
            lambda _: page.context.announce(prose(words)),
        )

    def forward(self) -> None:
        """Do the next step that the role of this moment can take."""
        self._with_role(lambda steps: steps.forward)

    def back(self) -> None:
        """Take the item back; a reason is asked for where one is needed."""
        self._with_role(lambda steps: steps.back)

    def _with_role(self, which: Callable[[NextSteps], ApprovalStep | None]) -> None:
        """Ask under which hat the person works now, then take or ask for the step."""
        row = self._page.panel.row
        if row is None or not self._page.panel.commit():
            return
        status, code = row.entry.status, row.item.code

        def go_on(role: Role) -> None:
            step = which(next_steps(status, role))
            if step is None:
                self._page.context.announce(tr("บทบาทนี้ทำขั้นถัดไปของข้อ {code} ไม่ได้").format(code=code))
            elif MOVES[step].needs_reason:
                words = tr("เหตุผลที่{step}ข้อ {code}").format(step=label(step), code=code)
                self._page.reason.ask(words, lambda reason: self.take(step, code, reason))
            else:
                self.take(step, code)

        self._page.query(lambda: self._page.workspace.role, go_on)

    # Proofs

    def add_file(self, *, page: bool = False) -> None:
        """Ask for a file and let it prove the item; from one in the list it is a new version of that."""
        code = self._page.panel.code
        path = self.ask_file() if code else None
        if path is not None:
            page = page or ending_of(path.name) in PAGE_ENDINGS - {".pdf"}
            self.copy(path, code, page=page, replaces=self._page.panel.proofs.in_hand)

    def add_page(self) -> None:
        """Ask for a saved copy of the page: it proves what was public on its day."""
        self.add_file(page=True)

    def ask_file(self) -> Path | None:
        """Ask for a file in the system's own dialog; None if the person thinks again."""
        name, _ = QFileDialog.getOpenFileName(self._page, tr("เลือกไฟล์หลักฐาน"))
        return Path(name) if name else None

    def copy(self, path: Path, code: str, *, page: bool, replaces: int = 0) -> None:
        """Copy a file in, telling how far it is; `replaces` is the proof of which it is a new version."""
        self._stopped = False
        watch = Watch(self.copied.emit, lambda: self._stopped)
        kept: list[KeptFile] = []
        evidence = self._page.workspace.checklist.evidence

        def work() -> Changes:
            changes, file = evidence.add_file([code], path, page=page, watch=watch, replaces=replaces)
            kept.append(file)
            return changes

        self._page.run(work, lambda _: self._say_kept(code, kept[0]))

    def stop(self) -> None:
        """Stop the copy that is under way."""
        self._stopped = True

    def _say_copied(self, done: int, whole: int) -> None:
        """Tell how far a copy is."""
        if done < whole:
            words = tr("กำลังคัดลอกหลักฐาน {percent}% · Ctrl+. หยุด")
            self._page.context.announce(words.format(percent=done * PERCENT // max(whole, 1)))

    def _say_kept(self, code: str, kept: KeptFile) -> None:
        """Tell that it is kept, or that it was there already."""
        words = tr("เก็บ {name} เป็นหลักฐานข้อ {code} แล้ว")
        if kept.known:
            words = tr("มี {name} อยู่แล้ว ใช้เป็นหลักฐานข้อ {code} ด้วย")
        self._page.context.announce(words.format(name=kept.name, code=code))

    def open_proof(self, proof: Evidence) -> None:
        """Open a file in the system's own viewer; a link is put on the clipboard: there is no network.

        What could be a program is shown in its folder instead: looking must never start it.
        """
        if proof.kind is EvidenceKind.LINK:
            self._page.copy_text(proof.target)
            self._page.context.announce(tr("คัดลอกลิงก์แล้ว"))
        else:
            place = self._page.workspace.checklist.evidence.place(proof)
            if can_be_viewed(proof.target):
                QDesktopServices.openUrl(QUrl.fromLocalFile(str(place)))
            else:
                words = tr("โปรแกรมไม่เปิดไฟล์ชนิดนี้ เพราะอาจเป็นโปรแกรม · อยู่ในโฟลเดอร์ {folder}")
                self._page.context.announce(words.format(folder=place.parent))

    def remove_proof(self, proof: Evidence) -> None:
        """Take a proof away from the item; Ctrl+Z brings it back."""
        page, code = self._page, self._page.panel.code
        words = tr("เอาหลักฐานออกจากข้อ {code} แล้ว · Ctrl+Z นำกลับ").format(code=code)
        page.run(
            lambda: page.workspace.checklist.evidence.detach(proof.key, code),
            lambda _: page.context.announce(prose(words)),
        )
