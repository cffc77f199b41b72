"""Keying a form again, blind: each key goes to the disk and comes back as agreed, doubted or disputed.

Keys typed meanwhile are held. Where one differs they are dropped: they were meant for the questions after it,
and would be taken for a second look at the paper that nobody has taken.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.domain.answers import Answer, to_symbol
from ita_desktop.domain.keying_order import KeyingOrder
from ita_desktop.domain.verification import PlaceState, Task
from ita_desktop.support.language import tr
from ita_desktop.ui.pages.entry_guide import Guide, guide_of
from ita_desktop.ui.pages.entry_keys import EntryKey, Move
from ita_desktop.ui.pages.keying_scene import question_scene, second_chips
from ita_desktop.ui.prose import prose
from ita_desktop.ui.widgets.badge import State, Tone

if TYPE_CHECKING:
    from ita_desktop.domain.problems import Problem
    from ita_desktop.services.changes import Changes
    from ita_desktop.services.verification import SecondInHand
    from ita_desktop.ui.pages.keying_desk import Desk

OPEN = (PlaceState.NOT_KEYED, PlaceState.DOUBTED)


class SecondKeying:
    """The second clerk's work at one stack. `hand` is the form in hand, `place` its question."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._page = desk.page
        self._guide = Guide(())
        self._held: list[EntryKey] = []
        self._busy = True
        self._batch = 0
        self.hand: SecondInHand | None = None
        self.place = 0

    def begin(self, batch: int, *, said_so: bool = False) -> None:
        """Open the form that is asked for next, after asking who sits here if that is not clear."""
        self._batch, self._busy, self.hand = batch, True, None
        self._held.clear()
        service = self._page.workspace.verification
        self._page.query(lambda: service.begin(batch, said_so=said_so), self._opened, self._not_begun)

    def _not_begun(self, problem: Problem) -> None:
        """Ask for the name, or tell what else stands in the way."""
        self._desk.board.clear(tr("ก่อนเริ่มบันทึกซ้ำ"))
        self._desk.ask_clerk(problem, lambda same: self.begin(self._batch, said_so=same))

    def _opened(self, hand: SecondInHand | None) -> None:
        """Put a form on the board; with none left, show how the stack stands."""
        self.hand = hand
        if hand is None:
            self._desk.show_list(tr("บันทึกซ้ำครบตามที่ขอแล้ว"))
            return
        self._guide = guide_of(hand.tool)
        self.place = self._next(-1)
        board = self._desk.board
        board.show_keys(reading=False)
        words = tr("บันทึกซ้ำชุดที่ {batch} โดยไม่เห็นครั้งแรก · เหลือ {left} ฉบับ")
        board.task.setText(prose(words.format(batch=hand.batch.number, left=hand.left)))
        board.number.setText(prose(tr("แบบเลขที่ {serial}").format(serial=hand.serial)))
        self._desk.show_board()
        self._show()
        self._go_on()

    # Keys

    def take(self, key: EntryKey) -> None:
        """Use a key, or hold it until the one before has come back."""
        if key.move is Move.LEAVE:
            self._desk.show_list()
        elif self._busy:
            self._held.append(key)
        else:
            self._use(key)

    def _go_on(self) -> None:
        """Use the keys that were held."""
        self._busy = False
        while self._held and not self._busy:
            self._use(self._held.pop(0))

    def _use(self, key: EntryKey) -> None:
        """Answer, move or finish."""
        hand = self.hand
        if hand is None:
            return
        last = len(hand.form) - 1
        moves = {
            Move.BACK: self.place - 1, Move.FORWARD: self.place + 1, Move.FIRST: 0, Move.LAST: last,
        }  # fmt: skip
        if key.answer is not None:
            self._answer(hand, key.answer)
        elif key.move is Move.ENTER:
            self._enter(hand)
        elif key.move in moves:
            self._move(hand, max(0, min(moves[key.move], last)))
        else:
            self._refuse(tr("ปุ่มนั้นใช้ไม่ได้ขณะบันทึกซ้ำ · กด − กลับไปข้อก่อน แล้วกดคำตอบใหม่"))

    def _move(self, hand: SecondInHand, wanted: int) -> None:
        """Go to a question; in strict order no further than to the first one that is open."""
        limit = self._next(-1) if hand.order is KeyingOrder.STRICT else len(hand.form)
        self.place = min(wanted, limit)
        if self.place == wanted:
            self._show()
        else:
            label = self._guide.asked[limit].label
            self._refuse(tr("กำหนดให้คีย์ตามลำดับ: ตอบข้อ {label} ก่อน").format(label=label))

    def _answer(self, hand: SecondInHand, answer: Answer) -> None:
        """Have an answer compared."""
        place = self.place
        if place >= len(hand.form):
            self._refuse(tr("ฉบับนี้ครบทุกข้อแล้ว จึงไม่รับปุ่มนั้น · Enter ขึ้นฉบับต่อไป"))
            return
        choices = len(hand.form[place].choices)
        if isinstance(answer, int) and answer > choices:
            words = tr("ปุ่ม {key} ใช้ไม่ได้: ข้อนี้มีตัวเลือก 1–{last}").format(key=to_symbol(answer), last=choices)
            self._refuse(words)
            return
        self._busy = True
        self._page.figures.key()
        service, symbol = self._page.workspace.verification, to_symbol(answer)
        work = lambda: service.press(hand, place, symbol)  # noqa: E731 - one expression, used once
        self._page.query(work, lambda now: self._pressed(now, place), self._failed)

    def _pressed(self, hand: SecondInHand, place: int) -> None:
        """Show how the key compares: stop where it differs, else go on."""
        if self.hand is None or hand.serial != self.hand.serial:
            return
        self.hand = hand
        state = hand.states[place]
        if state is PlaceState.DOUBTED:
            self._held.clear()
            words = tr("ไม่ตรงกับครั้งแรก · ดูกระดาษ แล้วกดคำตอบที่เห็นอีกครั้ง")
            self._show(State(words, Tone.WARN))
            self._page.beep()
        else:
            self.place = self._next(place)
            told = State(tr("ข้อที่แล้วยังไม่ตรงกัน เก็บไว้ให้อ่านครั้งที่สาม"), Tone.INFO)
            self._show(told if state is PlaceState.DISPUTED else None)
        self._go_on()

    def _failed(self, problem: Problem) -> None:
        """Tell, and let the clerk press again."""
        self._held.clear()
        self._busy = False
        self._page.tell(problem)

    def _enter(self, hand: SecondInHand) -> None:
        """Finish the form, or go to the first question that is open."""
        first = self._next(-1)
        if first < len(hand.form):
            self.place = first
            words = tr("ยังไม่จบ: ข้อ {label} ยังไม่ได้บันทึก").format(label=self._guide.asked[first].label)
            self._refuse(prose(words))
            return
        self._busy = True
        service, batch = self._page.workspace.verification, self._batch
        opened: list[SecondInHand | None] = []

        def finish_and_begin() -> Changes:
            changes = service.finish(hand)
            opened.append(service.begin(batch))
            return changes

        self._page.figures.finished(batch, Task.VERIFY)
        self._page.run(finish_and_begin, lambda _: self._finished(opened[0]), self._failed)

    def _finished(self, opened: SecondInHand | None) -> None:
        """The form is on the disk: the next one, if the clerk is still here."""
        if self._desk.busy_with(self):
            self._opened(opened)

    # Showing

    def _next(self, place: int) -> int:
        """Return the next open question, from the top again after the last; the end if there is none."""
        states = self.hand.states if self.hand else ()
        still = [number for number, state in enumerate(states) if state in OPEN]
        return next((each for each in still if each > place), still[0] if still else len(states))

    def _refuse(self, words: str) -> None:
        """Say why a key did nothing."""
        self._show(State(prose(words), Tone.WARN))
        self._page.beep()

    def _show(self, notice: State | None = None) -> None:
        """Show the question that is asked."""
        hand = self.hand
        if hand is None:
            return
        shown = min(self.place, len(hand.form) - 1)
        if notice is None and self.place >= len(hand.form):
            notice = State(tr("ครบทุกข้อแล้ว · Enter เก็บและขึ้นฉบับต่อไป"), Tone.GOOD)
        if notice is None and hand.states[shown] is PlaceState.DOUBTED:
            notice = State(tr("ไม่ตรงกับครั้งแรก · ดูกระดาษ แล้วกดคำตอบที่เห็นอีกครั้ง"), Tone.WARN)
        chips = second_chips(self._guide, hand, shown)
        scene = question_scene(self._guide.asked[shown], chips, hand.line[shown], notice)
        self._desk.board.board.show_scene(scene)
