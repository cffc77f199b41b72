"""Undo and redo of commands, told in words: what was taken back, what done again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.domain.problems import NothingToUndo
from ita_desktop.support.language import tr
from ita_desktop.ui.prose import prose
from ita_desktop.wording.history import action_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from ita_desktop.domain.problems import Problem
    from ita_desktop.services.changes import Changes
    from ita_desktop.services.workspace import Workspace
    from ita_desktop.ui.tasks import TaskRunner


class Undoing:
    """Takes commands back and does them again, one at a time, and announces each."""

    def __init__(self, workspace: Workspace, tasks: TaskRunner, announce: Callable[[str], None]) -> None:
        """Work on an open file."""
        self._workspace, self._tasks, self._announce = workspace, tasks, announce
        self._told = ""

    def undo(self) -> None:
        """Take the last command back."""
        self._tasks.run(self._undo_told, self._say, self._nothing)

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._tasks.run(self._redo_told, self._say, self._nothing)

    def _undo_told(self) -> Changes:
        """Undo, in the worker, and note what it was."""
        step = self._workspace.session.undo_log.next_undo
        changes = self._workspace.undo()
        what = action_words(step.action, step.subject) if step else ""
        self._told = tr("ย้อนแล้ว: {what}").format(what=what)
        return changes

    def _redo_told(self) -> Changes:
        """Redo, in the worker, and note what it was."""
        step = self._workspace.session.undo_log.next_redo
        changes = self._workspace.redo()
        what = action_words(step.action, step.subject) if step else ""
        self._told = tr("ทำซ้ำแล้ว: {what}").format(what=what)
        return changes

    def _say(self, _: Changes) -> None:
        """Announce what was noted."""
        self._announce(prose(self._told))

    def _nothing(self, problem: Problem) -> None:
        """Say that there is nothing; hand any other problem on."""
        if isinstance(problem, NothingToUndo):
            self._announce(tr("ไม่มีอะไรให้ย้อนหรือทำซ้ำแล้ว"))
        else:
            self._tasks.problem.emit(problem)
