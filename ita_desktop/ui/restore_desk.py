"""The desk's hand for safety: copies while a file is open and when it closes, the drill, the way back.

Lives on the window's thread and does everything through `tasks`, so that the one connection is never used
from two sides.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog

from ita_desktop.services import restoring, safekeeping
from ita_desktop.services.safekeeping import Keeper, Kept, Opened
from ita_desktop.support import clock
from ita_desktop.support.language import tr
from ita_desktop.ui.prose import prose
from ita_desktop.ui.restore import RestoreDialog
from ita_desktop.wording.safekeeping import drive_words, finding_words, restored_words, safety_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ita_desktop.domain.problems import Problem
    from ita_desktop.services.restoring import Restored
    from ita_desktop.services.safekeeping import Safety
    from ita_desktop.services.workspace import Workspace
    from ita_desktop.ui.tasks import TaskRunner

LOOK_EVERY = 5 * 60 * 1000
"""Milliseconds between two questions whether a copy is due."""
TOLD_FINDINGS = 5


class _Watch:
    """The keeper of one opened file, made and used in the worker alone: closing may overtake opening."""

    def __init__(self) -> None:
        self.keeper: Keeper | None = None

    def over(self, workspace: Workspace) -> None:
        """Watch over a file: what is written from now on is counted."""
        self.keeper = Keeper(workspace, clock.now)

    def begin(self) -> Opened:
        """Mark the file as open, check it if it was never closed before, try its newest copy."""
        if self.keeper is None:
            return Opened(unclean=False)
        seen = self.keeper.begin()
        self.keeper.drill_if_due()
        return seen

    def interval(self) -> Kept:
        """Make a copy if one is due."""
        return self.keeper.interval() if self.keeper is not None else Kept()

    def end(self) -> Kept:
        """Make the last copy and note the clean end."""
        return self.keeper.end() if self.keeper is not None else Kept()

    def safety(self) -> Safety | None:
        """How safe the file is."""
        return self.keeper.safety() if self.keeper is not None else None

    def take_places(self) -> None:
        """Use the second place that was just chosen."""
        if self.keeper is not None:
            self.keeper.take_places(safekeeping.places())


class Guard(QObject):
    """Keeps the open file safe. `say` carries words for the window: what a check found, what was restored."""

    say = Signal(str)

    def __init__(self, tasks: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._watch = _Watch()
        self.safe_words = ""
        self.dialog: RestoreDialog | None = None
        self._timer = QTimer(self, interval=LOOK_EVERY)
        self._timer.timeout.connect(self.look)
        self._beginning: Callable[[], Opened] | None = None
        tasks.became_idle.connect(self._begin)

    def opened(self, workspace: Workspace) -> None:
        """A file was opened: watch it from now on, and look it over once the window shows its year.

        Reading a large file from end to end takes longer than everything else at its opening.
        """
        watch = self._watch = _Watch()
        self._tasks.query(lambda: watch.over(workspace), lambda _: None)
        self._beginning = watch.begin
        self._timer.start()

    def _begin(self) -> None:
        """Look over the file that was opened, if that was not done yet."""
        begin, self._beginning = self._beginning, None
        if begin is not None:
            self._tasks.query(begin, self._began)

    def _began(self, seen: Opened) -> None:
        """Tell what a check after an unclean end found; nothing found is told too, for people worry."""
        self._note(self._watch)
        if seen.findings:
            lines = [finding_words(finding) for finding in seen.findings[:TOLD_FINDINGS]]
            head = tr("ครั้งก่อนโปรแกรมไม่ได้ปิดตามปกติ ตรวจแฟ้มแล้วพบ:")
            self.say.emit(prose("\n".join((head, *lines, tr("กู้คืนจากสำเนาสำรองได้ที่เมนู ☰")))))
        elif drive_words(seen.drive):
            self.say.emit(drive_words(seen.drive))
        elif seen.unclean:
            self.say.emit(tr("ครั้งก่อนโปรแกรมไม่ได้ปิดตามปกติ ตรวจแฟ้มแล้ว ข้อมูลอยู่ครบ"))

    def look(self) -> None:
        """Make a copy if one is due."""
        self._tasks.query(self._watch.interval, self._kept)

    def closing(self) -> None:
        """The file is about to be closed: one last copy, and the mark of a clean end."""
        self._begin()
        self._timer.stop()
        watch, self._watch = self._watch, _Watch()
        self._tasks.query(watch.end, lambda kept: self._kept(kept, watch))

    def _kept(self, kept: Kept, watch: _Watch | None = None) -> None:
        """Tell what stood against a copy; the keeper says each only once."""
        for trouble in kept.troubles:
            self._tasks.problem.emit(trouble)
        self._note(watch or self._watch)

    def _note(self, watch: _Watch) -> None:
        """Have the words on how safe the file is ready, for a dialog that must not touch the disk."""
        self._tasks.query(watch.safety, self._noted)

    def _noted(self, safety: Safety | None) -> None:
        """Keep the words, with the folder."""
        if safety is None:
            return
        where = f" ({safety.newest.path.parent})" if safety.newest is not None else ""
        self.safe_words = prose(safety_words(safety)) + where

    # The way back

    def show(
        self, present: Path | None, parent: QWidget | None, restore: Callable[[Path, Path], None]
    ) -> None:
        """Show the copies of the present file, or, where none is open, of every file that has some."""

        def ask() -> tuple[Path, ...]:
            return (present,) if present is not None else restoring.files_with_copies()

        self._tasks.query(ask, lambda files: self._show(files, parent, restore))

    def _show(
        self, files: tuple[Path, ...], parent: QWidget | None, restore: Callable[[Path, Path], None]
    ) -> None:
        """Open the dialog and fill it."""
        dialog = self.dialog = RestoreDialog(files, parent)
        dialog.restore_asked.connect(restore)
        dialog.file_chosen.connect(lambda path: self._list(dialog, path))
        dialog.second_asked.connect(lambda: self._choose_second(dialog))
        dialog.say_second(safekeeping.places().second)
        dialog.open()
        if files:
            self._list(dialog, files[0])

    def _list(self, dialog: RestoreDialog, path: Path) -> None:
        """Read the shelf of a file."""
        self._tasks.query(lambda: restoring.choices(path), dialog.show_copies, owner=dialog)

    def _choose_second(self, dialog: RestoreDialog) -> None:
        """Let the user choose another disk or a stick for copies; the open file's keeper takes it at once."""
        folder = QFileDialog.getExistingDirectory(dialog, tr("ที่เก็บที่สอง…"))
        if folder:
            safekeeping.choose_second(Path(folder))
            self._tasks.query(self._watch.take_places, lambda _: None)
            dialog.say_second(Path(folder))

    def restore(
        self, candidate: Path, target: Path, done: Callable[[Path], None], failed: Callable[[Problem], None]
    ) -> None:
        """Put a copy in the place of a file that the desk has closed."""

        def tell(restored: Restored) -> None:
            done(restored.path)
            words = restored_words(restored)
            # After the opening that `done` asked for: the words belong on the new window.
            self._tasks.query(lambda: prose(words), self.say.emit)

        self._tasks.query(lambda: restoring.restore(candidate, target, clock.now()), tell, failed)
