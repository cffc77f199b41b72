"""What the keys do to the form on the desk, and what is shown and kept after each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.ui.pages.entry_keying import Refusal
from ita_desktop.ui.pages.entry_keys import EntryKey, Move
from ita_desktop.ui.pages.entry_words import refusal_state

if TYPE_CHECKING:
    from collections.abc import Callable

    from ita_desktop.ui.pages.entry import EntryPage
    from ita_desktop.ui.pages.entry_sheet import Sheet


class Hands:
    """Uses keys one by one, in the order in which they were pressed."""

    def __init__(self, page: EntryPage) -> None:
        self._page = page

    def use(self, sheet: Sheet, key: EntryKey) -> None:
        """Answer or move."""
        keying = sheet.keying
        if key.move is Move.ENTER:
            self._enter(sheet, key)
        elif key.move is Move.LEAVE:
            self._page.asking.leave_mending()
        elif key.answer is not None:
            place = keying.shown
            self._used(sheet, key, keying.answer(key.answer), place)
        elif key.move is None:
            self._used(sheet, key, Refusal.UNKNOWN_KEY)
        else:
            moves: dict[Move, Callable[[], Refusal | None]] = {
                Move.BACK: keying.back, Move.FORWARD: keying.forward, Move.CLEAR: keying.clear,
                Move.FIRST: lambda: keying.go(0), Move.LAST: lambda: keying.go(len(keying.form)),
            }  # fmt: skip
            self._used(sheet, key, moves[key.move]())

    def _used(self, sheet: Sheet, key: EntryKey, refusal: Refusal | None, flash: int | None = None) -> None:
        """Show what a key did, or why it did nothing; keep what was keyed."""
        if refusal is not None:
            self._page.panel.show_sheet(sheet, refusal_state(refusal, key, sheet))
            self._page.beep()
            return
        self._page.panel.show_sheet(sheet, flash=flash if not sheet.keying.at_end else None)
        self._page.figures.key()
        if (flash is not None or key.move is Move.CLEAR) and sheet.mending is None:
            self._page.keeper.keep(sheet)

    def go(self, place: int) -> None:
        """Go to a question of the strip."""
        sheet = self._page.sheet
        if sheet is None:
            return
        refusal = sheet.keying.go(place)
        if refusal is not None:
            self._used(sheet, EntryKey(), refusal)
        else:
            self._page.panel.show_sheet(sheet)

    def step_back(self, *, redo: bool) -> bool:
        """Undo or redo a key."""
        sheet = self._page.sheet
        if self._page.desk.checking:
            return True  # a key is taken back by going back and pressing again; no whole form may vanish here
        if not self._page.desk.keying:
            return False
        if sheet is None or self._page.panel.bar.asking:
            return False
        if not (sheet.keying.redo() if redo else sheet.keying.undo()):
            return False
        self._page.panel.show_sheet(sheet)
        if sheet.mending is None:
            self._page.keeper.keep(sheet)
        return True

    def _enter(self, sheet: Sheet, key: EntryKey) -> None:
        """Finish the form, or go to the first question without an answer and say so."""
        refusal = sheet.keying.enter()
        if refusal is not None:
            self._used(sheet, key, refusal)
        elif sheet.mending is not None:
            self._page.asking.reason()
        else:
            self._page.finish(sheet)
