"""Until when a year's people are kept, and the next year that begins with last year's roster as drafts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.domain.problems import FieldFault, FieldProblem
from ita_desktop.domain.thai_date import long_date, parse_date
from ita_desktop.support.language import tr
from ita_desktop.ui.prose import prose
from ita_desktop.ui.widgets.ask_panel import Asked

if TYPE_CHECKING:
    from collections.abc import Callable

    from ita_desktop.services.changes import Changes
    from ita_desktop.services.roster_privacy import Retention
    from ita_desktop.ui.pages.roster import RosterPage
    from ita_desktop.ui.pages.roster_work import RosterWork


class RosterYears:
    """The lines of the menu that concern time."""

    def __init__(self, work: RosterWork, page: RosterPage) -> None:
        self._work, self._page = work, page

    def lines(self) -> list[tuple[str, Callable[[], object]]]:
        """The lines of the menu."""
        return [
            (tr("กำหนดวันที่เก็บข้อมูลส่วนบุคคลถึง (&9)"), self.ask_retention),
            (tr("เริ่มปีงบประมาณใหม่ในแฟ้มนี้ (&Y)"), self.ask_year),
        ]

    def ask_retention(self) -> None:
        """Ask until when personal data is kept."""
        privacy = self._page.workspace.roster.privacy
        self._page.query(privacy.retention, self._ask_retention)

    def _ask_retention(self, retention: Retention) -> None:
        """Ask, with the day that holds now."""
        privacy = self._page.workspace.roster.privacy

        def answer(typed: dict[str, str]) -> None:
            day = parse_date(typed["retention"])
            if day is None:
                fault = FieldProblem("retention", FieldFault.NOT_A_DATE, typed["retention"])
                self._work.ask.show_problem(fault)
            else:
                self._work.do(lambda: privacy.put_retention(day), tr("บันทึกแล้ว"))

        words = tr("เก็บรายชื่อเพื่อกำหนดผู้มีสิทธิตอบแบบวัดเท่านั้น ก่อนถึงวันนี้หนึ่งเดือนโปรแกรมจะเตือน ลบแล้วยังเหลือจำนวนคน")
        field = Asked("retention", tr("เก็บถึงวันที่"), long_date(retention.until))
        self._work.ask_for(tr("กำหนดเก็บข้อมูล"), words, [field], answer)

    def ask_year(self) -> None:
        """Ask for the year to start."""
        workspace = self._page.workspace

        def answer(typed: dict[str, str]) -> None:
            text = typed["fiscal_year"]
            if not text.isdecimal():
                fault = FieldProblem("fiscal_year", FieldFault.NOT_A_NUMBER, text)
                self._work.ask.show_problem(fault)
                return

            def command() -> Changes:
                from ita_desktop.services.instruments import instrument_text

                return workspace.rounds.start(instrument_text(int(text)))

            self._work.do(command, prose(tr("เริ่มปี {year} แล้ว ตรวจรายชื่อทุกคนอีกครั้ง").format(year=text)))

        words = tr("รายชื่อภายในของปีนี้ตามไปเป็นร่างที่ต้องตรวจใหม่ รายชื่อภายนอกไม่ตามไป ใช้แบบวัดที่มากับโปรแกรม")
        field = Asked("fiscal_year", tr("ปีงบประมาณ"), str(workspace.year + 1))
        self._work.ask_for(tr("เริ่มปีงบประมาณใหม่"), words, [field], answer)
