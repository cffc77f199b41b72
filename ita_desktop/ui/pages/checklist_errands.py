"""What is rarer than a step of an item: papers, links out and answers in, last year, the days of the year."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QMenu

from ita_desktop.domain.checklist import Match
from ita_desktop.domain.checklist_paper import CHECKLIST_PAPERS
from ita_desktop.domain.problems import FieldProblem
from ita_desktop.services.outputs import write_output
from ita_desktop.support.language import tr
from ita_desktop.ui.pages.checklist_reason import parse_days
from ita_desktop.ui.pages.checklist_words import phase_days_words
from ita_desktop.ui.prose import prose
from ita_desktop.wording.checklist_states import checklist_paper_name
from ita_desktop.wording.states import label

if TYPE_CHECKING:
    from ita_desktop.domain.checklist import LastYear
    from ita_desktop.domain.checklist_phases import PhaseDays
    from ita_desktop.services.changes import Changes
    from ita_desktop.services.checklist_links import AnswersTaken
    from ita_desktop.ui.pages.checklist import ChecklistPage


class Errands:
    """The page's errands; each asks for a file or a line where it needs one."""

    def __init__(self, page: ChecklistPage) -> None:
        self._page = page

    # Last year

    def look(self) -> None:
        """Say that what an earlier year left at the item was looked at."""
        page, code = self._page, self._page.panel.code
        row = page.panel.row
        if row is not None and row.entry.unlooked:
            words = tr("ทบทวนข้อ {code} แล้ว").format(code=code)
            page.run(
                lambda: page.workspace.checklist.years.look(code),
                lambda _: page.context.announce(prose(words)),
            )

    def refuse(self) -> None:
        """Say that what was matched is another thing, a guess by title first; Ctrl+Z brings it back."""
        page, row = self._page, self._page.panel.row
        lefts = row.entry.last_years if row is not None else ()
        left = next((each for each in lefts if each.match is Match.TITLE), lefts[0] if lefts else None)
        if left is not None:
            code = page.panel.code
            words = prose(tr("{old} ไม่ใช่ข้อเดียวกับ {code} แล้ว").format(old=left.code, code=code))
            page.run(
                lambda: page.workspace.checklist.years.refuse(code, left),
                lambda _: page.context.announce(words),
            )

    def ask_comment(self) -> None:
        """Ask what last year's assessor said of the item, where no file of last year is at hand."""
        page, code = self._page, self._page.panel.code
        words = tr("ความเห็นผู้ตรวจปีก่อนของข้อ {code}").format(code=code)
        page.reason.ask(words, lambda text: page.run(lambda: page.workspace.checklist.years.note(code, text)))

    def carry_over(self) -> None:
        """Take the newest earlier year of this file along."""
        page, years = self._page, self._page.workspace.checklist.years

        def begin(earlier: tuple[int, ...]) -> None:
            if not earlier:
                page.context.announce(tr("แฟ้มนี้ไม่มีปีก่อน"))
                return
            words = prose(tr("นำเจ้าของเรื่อง ลิงก์ และความเห็นปี {year} มาแล้ว").format(year=earlier[0]))
            page.run(lambda: years.carry_over(earlier[0])[0], lambda _: page.context.announce(words))

        page.query(years.earlier, begin)

    def tell_left(self) -> None:
        """Tell which items nobody has looked at again, and what of last year has no place this year."""
        years = self._page.workspace.checklist.years
        self._page.query(lambda: (years.unlooked(), years.without_successor()), self._say_left)

    def _say_left(self, found: tuple[tuple[str, ...], tuple[LastYear, ...]]) -> None:
        """Say both lists on top of the page."""
        unlooked, orphans = found
        spoken = [left for left in orphans if left.comment]
        silent = " ".join(left.code for left in orphans if not left.comment)
        lines = [tr("ยังไม่ได้ทบทวนจากปีก่อน: {codes}").format(codes=" ".join(unlooked) or "–")]
        words = tr("ไม่มีข้อรองรับปีนี้: {items}")
        lines += [words.format(items=f"{left.code} {left.title} “{left.comment}”") for left in spoken]
        if silent:
            lines.append(words.format(items=silent))
        self._page.banner.say(prose("\n".join(lines)))

    # Papers and links

    def print_paper(self, kind: str) -> None:
        """Ask where to, then write a paper of the checklist."""
        page = self._page
        name = f"{checklist_paper_name(kind)}-{page.workspace.year}.pdf"
        path = self.ask_target(name, tr("เอกสาร PDF (*.pdf)"))
        if path is not None:
            papers = page.workspace.checklist.papers
            page.query(lambda: write_output(path, papers.render(kind)), self._say_written)

    def write_links(self) -> None:
        """Ask where to, then write the link list for a machine with internet."""
        path = self.ask_target(f"OIT-links-{self._page.workspace.year}.json", "JSON (*.json)")
        if path is not None:
            links = self._page.workspace.checklist.links
            self._page.query(lambda: (links.write_list(path), path)[1], self._say_written)

    def take_answers(self) -> None:
        """Ask for the checker's answers and file them."""
        path = self._page.work.ask_file()
        if path is None:
            return
        taken: list[AnswersTaken] = []
        links = self._page.workspace.checklist.links

        def work() -> Changes:
            changes, found = links.take_answers(path)
            taken.append(found)
            return changes

        self._page.run(work, lambda _: self._say_answers(taken[0]))

    def ask_target(self, name: str, kinds: str) -> Path | None:
        """Ask for a file to write; None if the person thinks again."""
        start = self._page.workspace.path.with_name(name)
        chosen, _ = QFileDialog.getSaveFileName(self._page, tr("บันทึกเป็น"), str(start), kinds)
        return Path(chosen) if chosen else None

    def _say_written(self, path: Path) -> None:
        """Say where it is."""
        self._page.context.announce(tr("บันทึก {name} แล้ว").format(name=path.name))

    def _say_answers(self, taken: AnswersTaken) -> None:
        """Say what came back."""
        words = tr("รับผลตรวจ {count} ลิงก์ เปิดไม่ได้ {dead} เก็บสำเนาหน้า {saved}")
        self._page.context.announce(
            prose(words.format(count=taken.answers, dead=taken.unreachable, saved=taken.saved))
        )

    # The year

    def ask_days(self, days: PhaseDays) -> None:
        """Ask for the days of a step of the year, and keep them."""
        page, approval = self._page, self._page.workspace.checklist.approval
        words = tr("วันเริ่ม – วันสิ้นสุดของขั้น “{phase}”").format(phase=label(days.phase))

        def keep(text: str) -> None:
            try:
                start, end = parse_days(text)
            except FieldProblem as problem:
                page.tell(problem)
                return
            page.run(lambda: approval.set_phase(days.phase, start, end))

        page.reason.ask(words, keep, phase_days_words(days))


def errand_menu(page: ChecklistPage, phases: tuple[PhaseDays, ...]) -> QMenu:
    """Return the menu of the errands, with the steps of the year and their days."""
    menu, work = QMenu(page), page.errands
    for number, kind in enumerate(CHECKLIST_PAPERS, 1):
        words = tr("บันทึก{paper}…").format(paper=checklist_paper_name(kind))
        menu.addAction(f"{words} (&{number})").triggered.connect(
            lambda _=False, kind=kind: work.print_paper(kind)
        )
    menu.addSeparator()
    for words, slot in (
        (tr("เพิ่มหลักฐาน… (Ctrl+E)"), page.work.add_file),
        (tr("เพิ่มสำเนาหน้าเว็บ… (Ctrl+Shift+E)"), page.work.add_page),
        (tr("เขียนรายการลิงก์ไปตรวจ…"), work.write_links),
        (tr("รับผลตรวจลิงก์…"), work.take_answers),
        (tr("นำข้อมูลปีก่อนมา"), work.carry_over),
        (tr("เขียนความเห็นปีก่อนของข้อนี้…"), work.ask_comment),
        (tr("ปีก่อนไม่ใช่ข้อเดียวกัน"), work.refuse),
        (tr("รายการที่ยังไม่ได้ทบทวนจากปีก่อน"), work.tell_left),
    ):
        menu.addAction(words).triggered.connect(lambda _=False, slot=slot: slot())
    menu.addSeparator()
    for days in phases:
        words = f"{label(days.phase)}: {phase_days_words(days) or tr('ยังไม่กำหนดวัน')}"
        menu.addAction(prose(words)).triggered.connect(lambda _=False, days=days: work.ask_days(days))
    return menu
