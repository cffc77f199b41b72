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
    from ita_desktop.ui.pages.entry_sheet import Sheet


class DraftKeeper:
    """Writes drafts in order. `kept` is told each draft as it lies in the file, with its batch."""

    def __init__(self, page: Page, kept: Callable[[Draft], object]) -> None:
        self._page = page
        self._kept = kept
        self._writing = False
        self._newest: tuple[Draft, bool] | None = None

    def keep(self, sheet: Sheet) -> None:
        """Have a sheet's present state written, now or as soon as the one before is."""
        state = (sheet.draft, sheet.blank)
        if self._writing:
            self._newest = state
        else:
            self._write(*state)

    def flush(self) -> None:
        """Queue what is still remembered, so that whatever is asked of the file next comes after it."""
        if self._newest is not None:
            self._write(*self._newest)

    def forget(self) -> None:
        """Drop what is still remembered: the form is being finished and needs no draft."""
        self._newest = None

    def _write(self, draft: Draft, blank: bool) -> None:
        """Queue a state. A form on which nothing stands leaves no draft, so that it has no number yet."""
        self._writing, self._newest = True, None
        entry = self._page.workspace.entry

        def write() -> Draft:
            if not blank:
                return entry.keep(draft)
            entry.discard(draft.part)
            return draft

        self._page.query(write, self._written, self._failed)

    def _written(self, draft: Draft) -> None:
        """Go on with the newest state."""
        self._writing = False
        self._kept(draft)
        self.flush()

    def _failed(self, problem: Problem) -> None:
        """Tell, and try again with the next key."""
        self._writing = False
        self._page.tell(problem)
