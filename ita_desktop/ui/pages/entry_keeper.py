"""Keeps the form in hand on the disk, key by key, without a key ever waiting for it.

While one state is being written only the newest of those that follow is remembered: on a slow disk states are
skipped, but the last one is always written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from ita_desktop.domain.batches import Draft
    from ita_desktop.domain.problems import Problem
    from ita_desktop.ui.page import Page


class DraftKeeper:
    """Writes drafts in order. `kept` is told each draft as it lies in the file, with its batch."""

    def __init__(self, page: Page, kept: Callable[[Draft], object]) -> None:
        self._page = page
        self._kept = kept
        self._writing = False
        self._newest: Draft | None = None

    def keep(self, draft: Draft) -> None:
        """Have a state written, now or as soon as the one before is."""
        if self._writing:
            self._newest = draft
        else:
            self._write(draft)

    def flush(self) -> None:
        """Queue what is still remembered, so that whatever is asked of the file next comes after it."""
        if self._newest is not None:
            self._write(self._newest)

    def forget(self) -> None:
        """Drop what is still remembered: the form is being finished and needs no draft."""
        self._newest = None

    def _write(self, draft: Draft) -> None:
        """Queue a state."""
        self._writing, self._newest = True, None
        entry = self._page.workspace.entry
        self._page.query(lambda: entry.keep(draft), self._written, self._failed)

    def _written(self, draft: Draft) -> None:
        """Go on with the newest state."""
        self._writing = False
        self._kept(draft)
        self.flush()

    def _failed(self, problem: Problem) -> None:
        """Tell, and try again with the next key."""
        self._writing = False
        self._page.tell(problem)
