"""The third reading: one question after another from the paper, seeing neither of the two keyings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.domain.answers import Answer, to_symbol
from ita_desktop.domain.verification import Outcome
from ita_desktop.support.language import tr
from ita_desktop.ui.pages.entry_guide import guide_of
from ita_desktop.ui.pages.entry_keys import EntryKey, Move
from ita_desktop.ui.pages.keying_scene import dispute_chips, question_scene
from ita_desktop.ui.prose import prose
from ita_desktop.ui.widgets.badge import State, Tone
from ita_desktop.wording.states import label

if TYPE_CHECKING:
    from ita_desktop.domain.instrument import Tool
    from ita_desktop.domain.problems import Problem
    from ita_desktop.services.third_reading import Dispute, Reading
    from ita_desktop.ui.pages.keying_desk import Desk


class ThirdReading:
    """The third reader's work at one stack: `disputes` are left, `place` is the one on the board."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._page = desk.page
        self._batch = 0
        self._busy = True
        self._tool: Tool | None = None
        self.disputes: tuple[Dispute, ...] = ()
        self.place = 0

    def begin(self, batch: int, part: str) -> None:
        """Read what waits in a stack."""
        self._batch, self._busy, self.place = batch, True, 0
        workspace = self._page.workspace

        def read() -> tuple[Tool, tuple[Dispute, ...]]:
            tool = workspace.session.instrument.tool_of_part(part)
            return tool, workspace.third_reading.disputes(batch)

        self._page.query(read, lambda found: self._opened(*found))

    def _opened(self, tool: Tool, disputes: tuple[Dispute, ...]) -> None:
        """Put the first one on the board."""
        self._tool = tool
        self._show_left(disputes, None)

    def _show_left(self, disputes: tuple[Dispute, ...], notice: State | None) -> None:
        """Show what is left, or that nothing is."""
        self.disputes, self._busy = disputes, False
        self.place = min(self.place, len(disputes) - 1)
        if disputes:
            self._desk.board.show_keys(reading=True)
            self._desk.show_board()
            self._show(notice)
        else:
            done = tr("อ่านครั้งที่สามครบแล้ว")
            self._desk.show_list(f"{notice.text} · {done}" if notice else done)

    # Keys

    def take(self, key: EntryKey) -> None:
        """Decide or move. A key while the one before is on its way is refused: nobody saw its outcome."""
        if key.move is Move.LEAVE:
            self._desk.show_list()
        elif self._busy or not self.disputes:
            self._page.beep()
        elif key.answer is not None:
            self._answer(self.disputes[self.place], key.answer)
        else:
            steps = {Move.BACK: -1, Move.FORWARD: 1, Move.FIRST: -self.place, Move.LAST: len(self.disputes)}
            step = steps.get(key.move, 0) if key.move else 0
            self.place = max(0, min(self.place + step, len(self.disputes) - 1))
            self._show()

    def _answer(self, dispute: Dispute, answer: Answer) -> None:
        """Decide what the paper says, unless the question does not offer it."""
        choices = len(dispute.question.choices)
        if isinstance(answer, int) and answer > choices:
            words = tr("ปุ่ม {key} ใช้ไม่ได้: ข้อนี้มีตัวเลือก 1–{last}").format(key=to_symbol(answer), last=choices)
            self._show(State(words, Tone.WARN))
            self._page.beep()
        else:
            self._page.figures.key()
            self._decide(dispute, to_symbol(answer))

    def _decide(self, dispute: Dispute, symbol: str, *, said_so: bool = False) -> None:
        """Have it decided."""
        self._busy = True
        service, batch = self._page.workspace.third_reading, self._batch

        def decide() -> tuple[Reading, tuple[Dispute, ...]]:
            return service.decide(dispute, symbol, said_so=said_so), service.disputes(batch)

        self._page.query(
            decide,
            lambda found: self._decided(dispute, *found),
            lambda problem: self._not_decided(problem, dispute, symbol),
        )

    def _not_decided(self, problem: Problem, dispute: Dispute, symbol: str) -> None:
        """Ask for the name, or tell what else stands in the way."""
        self._busy = False
        self._desk.ask_clerk(problem, lambda same: self._decide(dispute, symbol, said_so=same))

    def _decided(self, dispute: Dispute, reading: Reading, left: tuple[Dispute, ...]) -> None:
        """Say what came of it and go on."""
        again = reading.outcome is Outcome.READ_AGAIN
        words = label(reading.outcome)
        if not again:
            words = tr("แบบเลขที่ {serial}: {outcome}").format(serial=dispute.serial, outcome=words)
        if reading.changes is not None:
            self._page.context.tasks.changed.emit(reading.changes)
        if self._desk.busy_with(self):
            self._show_left(left, State(prose(words), Tone.WARN if again else Tone.GOOD))
        if again:
            self._page.beep()

    def _show(self, notice: State | None = None) -> None:
        """Show the question to read."""
        if self._tool is None:
            return
        dispute, guide, board = self.disputes[self.place], guide_of(self._tool), self._desk.board
        words = tr("อ่านครั้งที่สาม ชุดที่ {batch} จากกระดาษเท่านั้น · เหลือ {left} ข้อ")
        board.task.setText(prose(words.format(batch=dispute.batch.number, left=len(self.disputes))))
        board.number.setText(prose(tr("แบบเลขที่ {serial}").format(serial=dispute.serial)))
        chips = dispute_chips(guide, self.disputes, self.place)
        board.board.show_scene(question_scene(guide.asked[dispute.place], chips, "", notice))
