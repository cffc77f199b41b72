"""What the clerk asks for besides keying: a question by number, a finished form to mend, a note, a number.

Each is one line at the foot of the board. A finished form is mended in the place of the one in hand, which
lies aside and comes back untouched.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.domain.keying_order import OutOfSequence
from ita_desktop.domain.problems import MissingRecord, SerialTaken
from ita_desktop.domain.thai_text import arabic_digits
from ita_desktop.support.language import tr
from ita_desktop.ui.pages.entry_sheet import Sheet
from ita_desktop.ui.prose import prose
from ita_desktop.ui.widgets.badge import State, Tone

if TYPE_CHECKING:
    from ita_desktop.domain.batches import Questionnaire
    from ita_desktop.domain.problems import Problem
    from ita_desktop.ui.pages.entry import EntryPage

LARGEST_SERIAL = 9_999_999


def read_serial(text: str) -> int | None:
    """Read the number of a form; None if it is none."""
    plain = arabic_digits(text)
    return int(plain) if plain.isdecimal() and 0 < int(plain) <= LARGEST_SERIAL else None


class Asking:
    """The questions of the foot line, and mending."""

    def __init__(self, page: EntryPage) -> None:
        self._page = page
        self._bar = page.panel.bar
        self._aside: Sheet | None = None

    @property
    def _sheet(self) -> Sheet | None:
        """The form on the desk, if there is one that can be keyed."""
        sheet = self._page.sheet
        return sheet if sheet is not None and sheet.hand.form else None

    # A question

    def jump(self) -> None:
        """Ask which question to go to."""
        if self._sheet is not None:
            self._bar.ask(tr("ไปที่ข้อ"), self._jumped, hint=tr("เลขข้อ เช่น 7"))

    def _jumped(self, text: str) -> None:
        """Go there."""
        sheet = self._sheet
        place = sheet.guide.find(text) if sheet else None
        if place is None or sheet is None:
            self._bar.fail(prose(tr("ไม่มีข้อ “{text}” ในแบบนี้").format(text=text)))
            return
        self._bar.close_bar()
        self._page.hands.go(place)

    # The number on the paper

    def number(self, proposed: int = 0) -> None:
        """Ask for the number written on the paper."""
        sheet = self._sheet
        if sheet is not None and sheet.mending is None:
            self._bar.ask(tr("แบบเลขที่"), self._numbered, str(proposed or sheet.serial))

    def _numbered(self, text: str) -> None:
        """Take the number if no other form has it and, in strict order, it is the next."""
        sheet, serial = self._sheet, read_serial(text)
        if serial is None or sheet is None:
            self._bar.fail(prose(tr("“{text}” ไม่ใช่เลขที่แบบ").format(text=text)))
            return
        entry, part, batch = self._page.workspace.entry, sheet.part, sheet.draft.batch
        self._page.query(
            lambda: entry.check_serial(part, batch, serial),
            lambda _: self._free(sheet, serial),
            self._not_free,
        )

    def _not_free(self, problem: Problem) -> None:
        """Say why the form cannot have the number."""
        if isinstance(problem, SerialTaken):
            taken = tr("แบบเลขที่ {serial} บันทึกไว้แล้ว กด Ctrl F เพื่อแก้ฉบับนั้น").format(serial=problem.serial)
            self._bar.fail(prose(taken))
        elif isinstance(problem, OutOfSequence):
            words = tr("กำหนดให้คีย์ตามลำดับ: ฉบับต่อไปของชุดนี้คือเลขที่ {expected}").format(expected=problem.expected)
            self._bar.fail(prose(words))
        else:
            self._page.tell(problem)

    def _free(self, sheet: Sheet, serial: int) -> None:
        """Nobody has the number: it is this form's."""
        sheet.serial, sheet.numbered = serial, True
        self._page.keeper.keep(sheet)
        self._page.panel.show_paper(sheet)
        self._bar.close_bar()

    # The note

    def note(self) -> None:
        """Ask for what is written beside the ticks: the open question, a torn page."""
        sheet = self._sheet
        if sheet is not None:
            caption = prose(sheet.hand.tool.open_question) or tr("หมายเหตุของฉบับนี้")
            hint = tr("ไม่ต้องเขียนชื่อผู้ตอบ แบบสอบถามไม่ระบุตัวตน")
            self._bar.ask(caption, self._noted, sheet.note, hint)

    def _noted(self, text: str) -> None:
        """Keep the note."""
        sheet = self._sheet
        self._bar.close_bar()
        if sheet is not None:
            sheet.note = text
            if sheet.mending is None:
                self._page.keeper.keep(sheet)

    # Mending

    def find(self) -> None:
        """Ask which finished form to mend."""
        if self._sheet is not None:
            self._bar.ask(tr("หาแบบที่บันทึกแล้ว เลขที่"), self._sought)

    def _sought(self, text: str) -> None:
        """Look for it."""
        sheet, serial = self._sheet, read_serial(text)
        if serial is None or sheet is None:
            self._bar.fail(prose(tr("“{text}” ไม่ใช่เลขที่แบบ").format(text=text)))
            return
        entry, part = self._page.workspace.entry, sheet.part
        self._page.query(lambda: entry.find(part, serial), lambda form: self._found(part, form), self._lost)

    def _lost(self, problem: Problem) -> None:
        """Say that there is none."""
        if isinstance(problem, MissingRecord):
            words = tr("ไม่มีแบบ {name} ในแฟ้มนี้ ดูเลขที่บนกระดาษแล้วพิมพ์ใหม่").format(name=problem.key)
            self._bar.fail(prose(words))
        else:
            self._page.tell(problem)

    def _found(self, part: str, form: Questionnaire) -> None:
        """Lay the form in hand aside and put the found one on the desk."""
        sheet = self._page.sheet
        if sheet is None or sheet.part != part:
            return
        if sheet.mending is None:
            self._aside = sheet
        self._bar.close_bar()
        self._page.put(Sheet(sheet.hand, mending=form))

    def leave_mending(self) -> None:
        """Put the form that lay aside back on the desk; what was changed on the other one is dropped."""
        sheet = self._page.sheet
        if sheet is not None and sheet.mending is not None:
            dropped = State(tr("ยกเลิกการแก้แล้ว ไม่มีอะไรเปลี่ยน"), Tone.INFO)
            self._back_to_hand(dropped)

    def reason(self) -> None:
        """Ask why the form is mended, unless nothing on it differs."""
        sheet = self._page.sheet
        if sheet is not None and sheet.mended is None:
            self.leave_mending()
        else:
            self._bar.ask(tr("เหตุผลที่แก้"), self._reasoned, hint=tr("เช่น อ่านผิด กดผิด สลับหน้า"))

    def _reasoned(self, text: str) -> None:
        """Keep the mended form and its reason."""
        sheet = self._page.sheet
        form = sheet.mended if sheet else None
        if sheet is None or form is None:
            return
        if not text:
            self._bar.fail(tr("ต้องบอกเหตุผล เพราะจะอยู่ในประวัติการแก้ไข"))
            return
        entry, part = self._page.workspace.entry, sheet.part
        words = tr("แก้แบบเลขที่ {serial} แล้ว").format(serial=form.serial)
        self._page.run(lambda: entry.mend(part, form, text), lambda _: self._mended(words))

    def _mended(self, words: str) -> None:
        """Say so and go on with the form in hand."""
        self._bar.close_bar()
        self._back_to_hand(State(prose(words), Tone.GOOD))

    def remove(self) -> None:
        """Delete the form that is being mended: a paper keyed twice. Undo brings it back."""
        sheet = self._page.sheet
        if sheet is None or sheet.mending is None:
            return
        entry, part, serial = self._page.workspace.entry, sheet.part, sheet.serial
        words = tr("ลบแบบเลขที่ {serial} แล้ว · Ctrl Z ย้อน").format(serial=serial)
        self._page.run(lambda: entry.remove(part, serial), lambda _: self._mended(words))

    def forget(self) -> None:
        """Forget what lies aside: another part is opened (its draft is in the file)."""
        self._aside = None

    def _back_to_hand(self, notice: State) -> None:
        """Put the form in hand back on the desk."""
        if self._aside is not None:
            aside, self._aside = self._aside, None
            self._page.put(aside, notice)
            self._page.context.announce(notice.text)
            self._page.refresh()
