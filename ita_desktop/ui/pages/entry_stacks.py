"""Stacks of paper: begin one with its cover sheet, change the sheet, go to another, close one."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from ita_desktop.domain.batches import Batch
from ita_desktop.domain.history import Action
from ita_desktop.support.language import tr
from ita_desktop.ui.prose import prose
from ita_desktop.ui.widgets.badge import State, Tone
from ita_desktop.ui.widgets.keys import on_keys

if TYPE_CHECKING:
    from ita_desktop.services.changes import Changes
    from ita_desktop.ui.pages.entry import EntryPage


class Stacks:
    """The commands on batches. `preferred` is the stack that new forms of this part go into."""

    def __init__(self, page: EntryPage) -> None:
        self._page = page
        self.preferred = 0
        page.add_action(tr("ชุดใหม่"), self.new, "Ctrl+N", needs=Action.OPENED_BATCH)
        page.add_action(tr("ใบปะหน้า"), self.cover, "F2", needs=Action.CHANGED_BATCH)
        page.add_action(tr("ปิดชุด"), self.close, "F9", needs=Action.CLOSED_BATCH)
        page.cover.saved.connect(self._save)
        page.cover.left.connect(self._leave)
        page.side.batch_chosen.connect(self.choose)
        for keys, step in (("Ctrl+PgUp", -1), ("Ctrl+PgDown", 1)):
            on_keys(keys, page, partial(self._step, step))

    def new(self) -> None:
        """Fill in the cover sheet of a new stack."""
        if self._page.sheet is not None:
            self._page.desk.show_keying()
            self._edit(Batch(self._page.sheet.part, 0))

    def cover(self) -> None:
        """Change the cover sheet of the stack in hand."""
        sheet = self._page.sheet
        if sheet is not None:
            self._page.desk.show_keying()
            self._edit(sheet.hand.batch or Batch(sheet.part, 0))

    def _edit(self, batch: Batch) -> None:
        """Show the cover sheet at the side."""
        self._page.right.setCurrentWidget(self._page.cover)
        self._page.cover.edit(batch)

    def _save(self, batch: Batch) -> None:
        """Keep a cover sheet."""
        entry = self._page.workspace.entry
        if batch.key:
            self._page.run(lambda: entry.change_batch(batch), lambda _: self._leave())
        else:
            self._page.run(lambda: entry.open_batch(batch), self._opened)

    def _opened(self, changes: Changes) -> None:
        """A form that is not begun goes into the new stack."""
        self.preferred = changes.key
        sheet = self._page.sheet
        if sheet is not None and sheet.keying.untouched and sheet.mending is None:
            entry, part = self._page.workspace.entry, sheet.part
            self._page.query(lambda: entry.discard(part), lambda _: self._page.refresh())
        self._leave()

    def _leave(self) -> None:
        """Show the cards again; the cursor goes back to the form."""
        self._page.right.setCurrentWidget(self._page.side)
        self._page.panel.board.setFocus()

    def choose(self, batch: Batch | None) -> None:
        """Go on with another open stack; the form in hand goes along."""
        sheet = self._page.sheet
        if batch is None or batch.closed or sheet is None or sheet.mending is not None:
            return
        self.preferred = batch.key
        sheet.hand = replace(sheet.hand, batch=batch)
        self._page.keeper.keep(sheet)
        self._page.refresh()

    def _step(self, step: int) -> None:
        """Go to the open stack before or after."""
        sheet = self._page.sheet
        if sheet is None:
            return
        batches = self._page.side.state.batches
        mine = [each for each in batches if each.part == sheet.part and not each.closed]
        keys = [each.key for each in mine]
        here = sheet.draft.batch
        if here in keys and len(mine) > 1:
            self.choose(mine[(keys.index(here) + step) % len(mine)])

    def step_part(self, step: int) -> None:
        """Open the part before or after."""
        codes = [each.part.code for each in self._page.side.state.parts]
        if self._page.sheet is not None and self._page.sheet.part in codes:
            self._page.open_part((codes.index(self._page.sheet.part) + step) % len(codes))

    def close(self) -> None:
        """Close the stack in hand or the one chosen in the list, unless something of it is still asked."""
        listed, sheet = self._page.desk.listed, self._page.sheet
        if listed is not None and not listed.closed:
            self._close(listed)
            return
        if sheet is None or sheet.mending is not None or not self._page.desk.keying:
            return
        batch = sheet.hand.batch
        if batch is None:
            self._say(tr("ยังไม่มีชุดที่เปิดอยู่"), Tone.WARN)
        elif not sheet.keying.untouched:
            words = tr("แบบเลขที่ {serial} ยังบันทึกไม่จบ จบฉบับนี้ก่อนแล้วจึงปิดชุด").format(serial=sheet.serial)
            self._say(prose(words), Tone.WARN)
            self._page.beep()
        else:
            self._close(batch)

    def _close(self, batch: Batch) -> None:
        """Have a stack closed; what is still asked of it is told on top of the page."""
        key, entry = batch.key, self._page.workspace.entry
        words = tr("ปิดชุดที่ {number} แล้ว").format(number=batch.number)
        self._page.run(lambda: entry.close_batch(key), lambda _: self._closed(prose(words)))

    def _closed(self, words: str) -> None:
        """Say so."""
        self.preferred = 0
        self._page.context.announce(words)
        if self._page.desk.keying:
            self._say(words, Tone.GOOD)
        else:
            self._page.desk.show_list(words)

    def _say(self, words: str, tone: Tone) -> None:
        """Tell the clerk where the eyes are: on the board."""
        if self._page.sheet is not None and self._page.sheet.hand.form:
            self._page.panel.show_sheet(self._page.sheet, State(words, tone))
