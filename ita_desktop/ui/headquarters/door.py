"""The view where packages come in: looked at first, each with what would become of it, then taken."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QInputDialog, QLineEdit, QVBoxLayout, QWidget

from ita_desktop.domain.packages.problems import PackageSealed, PassphraseWrong
from ita_desktop.domain.problems import Problem
from ita_desktop.support.language import tr
from ita_desktop.ui import theme
from ita_desktop.ui.headquarters.columns import AtTheDoor, door_columns
from ita_desktop.ui.widgets.buttons import ActionButton
from ita_desktop.ui.widgets.card import Card
from ita_desktop.ui.widgets.labels import Text
from ita_desktop.ui.widgets.table import RowModel, Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_desktop.domain.packages.receipts import Receipt
    from ita_desktop.services.headquarters.headquarters import Headquarters
    from ita_desktop.ui.tasks import TaskRunner

PACKAGES = "*.itapkg"


class DoorView(QWidget):
    """Choose packages or a stick, look, take. `changed` tells that something was taken."""

    changed = Signal()
    said = Signal(str)
    failed = Signal(object)

    def __init__(self, store: Headquarters, tasks: TaskRunner) -> None:
        super().__init__()
        self._store, self._tasks = store, tasks
        self._rows: list[AtTheDoor] = []
        self.folder: Path | None = None
        self._phrases: dict[Path, str] = {}
        self.choose_button = ActionButton(tr("เลือกโฟลเดอร์หรือ USB"), self.choose, "F8")
        self.take_button = ActionButton(tr("รับทั้งหมด"), self.take, "F9", "primary")
        self.take_button.setEnabled(False)
        self.table: Table[AtTheDoor] = Table(
            RowModel(door_columns()), tr("กด F8 เพื่อเลือกโฟลเดอร์หรือ USB ที่มีแพ็กเกจ ทุกฉบับจะถูกตรวจก่อนรับ")
        )
        self.table.row_opened.connect(self._ask)
        self.place = Text("", "muted", wrap=True)
        head = QHBoxLayout()
        head.addWidget(self.place, 1)
        head.addWidget(self.choose_button)
        head.addWidget(self.take_button)
        card = Card()
        card.body.setSpacing(theme.GAP)
        card.body.addLayout(head)
        card.body.addWidget(self.table, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)

    def choose(self) -> None:
        """Ask for a folder."""
        name = QFileDialog.getExistingDirectory(self, tr("เลือกโฟลเดอร์หรือ USB"))
        if name:
            self.look_into(Path(name))

    def look_into(self, folder: Path) -> None:
        """Look at every package in a folder; nothing is kept."""
        self.folder = folder
        self._phrases.clear()
        self.place.setText(str(folder))

        def look() -> list[AtTheDoor]:
            return [self._looked_at(path) for path in sorted(folder.glob(PACKAGES))]

        self._tasks.query(look, self._show, self.failed.emit, owner=self)

    def _ask(self, row: AtTheDoor) -> None:
        """Ask for the passphrase of a sealed package and look at it again."""
        if not isinstance(row.problem, (PackageSealed, PassphraseWrong)):
            return
        title, ask = tr("แพ็กเกจนี้ผนึกไว้"), tr("รหัสผ่านที่ผู้ส่งบอก")
        words, given = QInputDialog.getText(self, title, ask, QLineEdit.EchoMode.Password)
        if not given or not words:
            return
        self._phrases[row.path] = words

        def show(seen: AtTheDoor) -> None:
            self._show([seen if each.path == seen.path else each for each in self._rows])

        self._tasks.query(lambda: self._looked_at(row.path), show, self.failed.emit, owner=self)

    def _looked_at(self, path: Path) -> AtTheDoor:
        """Look at one package (in the worker)."""
        try:
            return AtTheDoor(path, self._store.receiving.look(path, self._phrases.get(path, "")))
        except Problem as problem:
            return AtTheDoor(path, problem=problem)

    def take(self) -> None:
        """Take in what will do, one transaction each; receipts go where the packages lie."""
        rows, folder = list(self._rows), self.folder

        def work() -> list[AtTheDoor]:
            done: list[AtTheDoor] = []
            receipts: list[Receipt] = []
            for row in rows:
                if row.problem is not None:
                    refusal = self._store.receiving.refusal(row.path, row.problem)
                    receipts += [refusal] if refusal is not None else []
                still = row.problem is None and not row.taken
                done.append(self._taken(row, receipts) if still else row)
            if folder is not None and receipts:
                self._store.receiving.write_receipts(folder, receipts)
            return done

        self._tasks.query(work, self._took, self.failed.emit, owner=self)

    def _taken(self, row: AtTheDoor, receipts: list[Receipt]) -> AtTheDoor:
        """Take one package in (in the worker)."""
        try:
            seen, receipt = self._store.receiving.receive(row.path, self._phrases.get(row.path, ""))
        except Problem as problem:
            refusal = self._store.receiving.refusal(row.path, problem)
            receipts += [refusal] if refusal is not None else []
            return AtTheDoor(row.path, problem=problem)
        receipts.append(receipt)
        return AtTheDoor(row.path, seen, taken=seen.order.newest)

    def _took(self, rows: Sequence[AtTheDoor]) -> None:
        """Say how many came in."""
        self._show(rows)
        count = sum(row.taken for row in rows)
        words = tr("รับแล้ว {count} ฉบับ ไม่รับ {refused} ฉบับ ใบรับอยู่ในโฟลเดอร์เดียวกัน")
        refused = sum(row.problem is not None for row in rows)
        self.said.emit(words.format(count=count, refused=refused))
        self.changed.emit()

    def _show(self, rows: Sequence[AtTheDoor]) -> None:
        """Show what lies there."""
        self._rows = list(rows)
        self.table.show_rows(self._rows)
        self.take_button.setEnabled(any(_can_be_answered(row) for row in rows))
        self.table.setFocus()


def _can_be_answered(row: AtTheDoor) -> bool:
    """Tell whether a package is still to be taken, or its office to be told why it is not."""
    return not row.taken and not isinstance(row.problem, (PackageSealed, PassphraseWrong))
