"""What is done with a roster beside editing it: a menu for the keyboard (Alt+W), and its commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from ita_desktop.domain.history import Role
from ita_desktop.domain.problems import FieldFault, FieldProblem
from ita_desktop.domain.roster import RosterKind
from ita_desktop.support.language import tr
from ita_desktop.ui.pages.roster_files import RosterFiles
from ita_desktop.ui.pages.roster_lists import person_of
from ita_desktop.ui.pages.roster_paper import PaperPanel
from ita_desktop.ui.pages.roster_twins import TwinPanel
from ita_desktop.ui.pages.roster_years import RosterYears
from ita_desktop.ui.prose import prose
from ita_desktop.ui.widgets.ask_panel import Asked, AskPanel

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ita_desktop.domain.problems import Problem
    from ita_desktop.domain.roster_likeness import LikePair
    from ita_desktop.services.changes import Changes
    from ita_desktop.services.roster import RosterService
    from ita_desktop.services.roster_draw import Requirement
    from ita_desktop.services.roster_handout import DivisionCount
    from ita_desktop.ui.pages.roster import RosterPage


class RosterWork:
    """The menu and its commands. Panels are made when first needed."""

    def __init__(self, page: RosterPage) -> None:
        self._page = page
        self.files, self.years = RosterFiles(page), RosterYears(self, page)
        self.ask = AskPanel()
        self.ask.left.connect(page.show_lists)
        page.right.addWidget(self.ask)
        self.twins, self.paper = TwinPanel(), PaperPanel()
        for panel in (self.twins, self.paper):
            page.middle.addWidget(panel)
            panel.left.connect(page.show_lists)
        self.twins.merge_asked.connect(self._merge)
        self.twins.apart_asked.connect(self._keep_apart)
        self.paper.row_opened.connect(self._ask_counts)

    @property
    def kind(self) -> RosterKind:
        """The roster that is shown."""
        return RosterKind.INTERNAL if self._page.internal else RosterKind.EXTERNAL

    @property
    def roster(self) -> RosterService:
        """The rosters of the open file."""
        return self._page.workspace.roster

    def open_menu(self) -> None:
        """Show what can be done, below its button."""
        menu = self.menu()
        button = self._page.work_button
        menu.exec(button.mapToGlobal(button.rect().bottomLeft()))
        menu.deleteLater()

    def menu(self) -> QMenu:
        """Make the menu for the role that is worn; every line has a letter of its own."""
        menu = QMenu(self._page)
        executive = self._page.workspace.role is Role.EXECUTIVE
        approval = self._executive() if executive else self._admin()
        for lines in (approval, self._asking(), self.files.lines(), self.years.lines()):
            for text, slot in lines:
                menu.addAction(text, slot)
            menu.addSeparator()
        return menu

    def _admin(self) -> list[tuple[str, Callable[[], object]]]:
        """What the one who prepares can do."""
        return [
            (tr("ส่งรายชื่อทั้งหมดให้ผู้บริหาร (&1)"), self.submit),
            (tr("เปิดรายชื่อนี้ที่อนุมัติแล้วให้แก้ (&2)"), self.reopen),
        ]

    def _executive(self) -> list[tuple[str, Callable[[], object]]]:
        """What the one who decides can do."""
        return [
            (tr("อนุมัติทั้งหมดที่ส่งมา (&1)"), self.approve),
            (tr("อนุมัติรายชื่อนี้ (&2)"), lambda: self.approve(one=True)),
            (tr("ส่งกลับทั้งหมดพร้อมเหตุผล (&3)"), self.send_back),
            (tr("ส่งรายชื่อนี้กลับพร้อมเหตุผล (&4)"), lambda: self.send_back(one=True)),
        ]

    def _asking(self) -> list[tuple[str, Callable[[], object]]]:
        """What concerns who is asked."""
        return [
            (tr("รายชื่อที่อาจเป็นคนเดียวกัน (&5)"), self.show_twins),
            (tr("จำนวนที่ต้องตอบตามระบบ ITAS (&6)"), self.ask_itas),
            (tr("สุ่มผู้ที่จะแจกแบบ (&7)"), self.ask_draw),
            (tr("แจกและรับคืนแบบ (&8)"), self.show_paper),
        ]

    # Approval

    def _keys(self, *, one: bool) -> tuple[int, ...] | None:
        """The line under the cursor, or None for all."""
        chosen = person_of(self._page.lists.table.chosen)
        return ((chosen.key,) if chosen else ()) if one else None

    def submit(self) -> None:
        """Hand everything that is prepared to the executive."""
        approval, kind = self.roster.approval, self.kind
        self.do(lambda: approval.submit(kind), tr("ส่งให้ผู้บริหารแล้ว"))

    def reopen(self) -> None:
        """Open the line under the cursor to be changed."""
        approval, kind, keys = self.roster.approval, self.kind, self._keys(one=True)
        self.do(lambda: approval.reopen(kind, keys), tr("เปิดให้แก้แล้ว"))

    def approve(self, *, one: bool = False) -> None:
        """Approve one line or all that were submitted."""
        approval, kind, keys = self.roster.approval, self.kind, self._keys(one=one)
        self.do(lambda: approval.approve(kind, keys), tr("อนุมัติแล้ว"))

    def send_back(self, *, one: bool = False) -> None:
        """Ask for the reason, then return one line or all that were submitted."""
        approval, kind, keys = self.roster.approval, self.kind, self._keys(one=one)

        def answer(typed: dict[str, str]) -> None:
            self.do(lambda: approval.send_back(kind, typed["reason"], keys), tr("ส่งกลับให้แก้แล้ว"))

        words = tr("เหตุผลจะอยู่กับรายชื่อและในประวัติ")
        self.ask_for(tr("ส่งกลับให้แก้"), words, [Asked("reason", tr("เหตุผล"))], answer)

    # Who is asked

    def show_twins(self) -> None:
        """Show the pairs that may be one person."""
        twins, kind = self.roster.twins, self.kind
        self._page.query(lambda: twins.pairs(kind), lambda pairs: self._show(self.twins, pairs))

    def _show(self, panel: TwinPanel, pairs: tuple[LikePair, ...]) -> None:
        """Show the pairs in place of the list."""
        self._place(panel)
        panel.show_pairs(pairs)

    def _merge(self, pair: LikePair) -> None:
        """Make one line of two; the older one stays."""
        twins, kind = self.roster.twins, self.kind
        words = tr("รวม {name} แล้ว · Ctrl Z ย้อน").format(name=pair.first.name)
        self.do(lambda: twins.merge(kind, pair.first.key, pair.second.key), words, self.show_twins)

    def _keep_apart(self, pair: LikePair) -> None:
        """Remember that they are two."""
        twins, kind = self.roster.twins, self.kind
        self.do(
            lambda: twins.keep_apart(kind, pair.first.key, pair.second.key),
            tr("จำไว้แล้วว่าเป็นคนละคน"),
            self.show_twins,
        )

    def ask_itas(self) -> None:
        """Ask for the number that ITAS shows; it wins over the rule."""
        draws, kind = self.roster.draws, self.kind
        self._page.query(
            lambda: next(each for each in draws.requirements() if each.roster is kind), self._ask_itas
        )

    def _ask_itas(self, requirement: Requirement) -> None:
        """Ask, with what the rule says beside it."""
        settings = self._page.workspace.settings
        rule = f"{requirement.by_rule:,}" if requirement.by_rule is not None else tr("(ยังไม่ทราบ)")
        words = prose(
            tr(
                "ตามเกณฑ์ของแบบวัด {rule} คน จาก {heads} คน (ยังไม่ยืนยัน) ตัวเลขในระบบ ITAS เป็นหลัก เว้นว่างเพื่อใช้เกณฑ์"
            ).format(rule=rule, heads=f"{requirement.heads:,}")
        )

        def answer(typed: dict[str, str]) -> None:
            text = typed["minimum"]
            count = self._number("minimum", text) if text else None
            if count is not None or not text:
                self.do(lambda: settings.put_itas_minimum(requirement.part, count), tr("บันทึกแล้ว"))

        known = "" if requirement.by_itas is None else str(requirement.by_itas)
        field = Asked("minimum", tr("จำนวนที่ ITAS แสดง ({part})").format(part=requirement.part), known)
        self.ask_for(tr("จำนวนที่ต้องตอบ"), words, [field], answer)

    def ask_draw(self) -> None:
        """Ask how many are drawn, and from which seed."""
        draws, kind = self.roster.draws, self.kind
        self._page.query(lambda: draws.needed(kind), self._ask_draw)

    def _ask_draw(self, needed: int) -> None:
        """Ask, and draw."""
        draws, kind = self.roster.draws, self.kind

        def answer(typed: dict[str, str]) -> None:
            size = self._number("size", typed["size"])
            if size is not None:
                done = tr("สุ่มแล้ว พิมพ์บันทึกการสุ่มได้จากเมนูเดียวกัน · Ctrl Z ย้อน")
                self.do(lambda: draws.draw(kind, size, typed["seed"])[0], done)

        words = tr(
            "สุ่มตามสัดส่วนของสำนัก/กองและระดับ ใครก็ตรวจซ้ำได้จากเลขตั้งต้นที่พิมพ์ไว้ เว้นเลขตั้งต้นว่างให้โปรแกรมสุ่มให้ "
            "การสุ่มครั้งใหม่แทนครั้งก่อน"
        )
        fields = [Asked("size", tr("จำนวนที่จะสุ่ม"), str(needed or "")), Asked("seed", tr("เลขตั้งต้นของการสุ่ม"))]
        self.ask_for(tr("สุ่มผู้ที่จะแจกแบบ"), words, fields, answer)

    def show_paper(self) -> None:
        """Show the counts of paper by division."""
        roster, kind = self.roster, self.kind

        def read() -> object:
            part = next(each.part for each in roster.draws.requirements() if each.roster is kind)
            return roster.handouts.table(part)

        self._page.query(read, self._show_paper)

    def _show_paper(self, table: object) -> None:
        """Show them in place of the list."""
        from ita_desktop.services.roster_handout import HandoutTable

        if isinstance(table, HandoutTable):
            self._place(self.paper)
            self.paper.show_table(table)

    def _ask_counts(self, row: DivisionCount) -> None:
        """Ask for a division's counts."""
        handouts, part = self.roster.handouts, self.paper.part

        def answer(typed: dict[str, str]) -> None:
            given, back = self._number("given", typed["given"]), self._number("came_back", typed["came_back"])
            if given is not None and back is not None:
                self.do(lambda: handouts.put(part, row.division, given, back), tr("บันทึกแล้ว"), self.show_paper)

        fields = [
            Asked("given", tr("จำนวนที่แจก"), str(row.given)),
            Asked("came_back", tr("จำนวนที่รับคืน"), str(row.came_back)),
        ]
        self.ask_for(row.division or tr("ไม่ระบุสำนัก/กอง"), tr("นับเป็นฉบับ"), fields, answer)

    # Common ways

    def _number(self, field: str, text: str) -> int | None:
        """Read a whole number; what is none is told at its field."""
        if text.isdecimal():
            return int(text)
        self.ask.show_problem(FieldProblem(field, FieldFault.NOT_A_NUMBER, text))
        return None

    def _place(self, panel: QWidget) -> None:
        """Put a panel in the place of the list."""
        self._page.leave()
        self._page.right.hide()
        self._page.middle.setCurrentWidget(panel)

    def ask_for(
        self, title: str, words: str, fields: list[Asked], answer: Callable[[dict[str, str]], object]
    ) -> None:
        """Ask at the side, after keeping what is typed there."""
        self._page.leave()
        self.ask_beside(title, words, fields, answer)

    def ask_beside(
        self, title: str, words: str, fields: list[Asked], answer: Callable[[dict[str, str]], object]
    ) -> None:
        """Ask at the side of whatever is shown."""
        self._page.right.show()
        self._page.right.setCurrentWidget(self.ask)
        self.ask.ask(title, words, fields, answer)

    def do(
        self, command: Callable[[], Changes], words: str, after: Callable[[], object] | None = None
    ) -> None:
        """Do a command, say it, and go back to the list or on to `after`."""

        def done(_: Changes) -> None:
            self._page.banner.clear()
            self._page.context.announce(words)
            (after or self._page.show_lists)()

        self._page.run(command, done, self._refused)

    def _refused(self, problem: Problem) -> None:
        """Tell a fault at its field, anything else on top."""
        if not (isinstance(problem, FieldProblem) and self.ask.show_problem(problem)):
            self._page.tell(problem)
