"""The first tab: where the year stands, what comes next, what is due."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QVBoxLayout

from ita_desktop.services.changes import EVERYTHING, Topic
from ita_desktop.services.safekeeping import safety_of
from ita_desktop.support.language import tr
from ita_desktop.ui import theme
from ita_desktop.ui.page import Page
from ita_desktop.ui.pages.overview_calendar import Calendar
from ita_desktop.ui.pages.overview_cards import DutyCard, NextStepCard, ScoreCard
from ita_desktop.ui.pages.overview_words import STEP_TABS, Duty
from ita_desktop.ui.prose import prose, today_words
from ita_desktop.ui.widgets.card import WIDEST_PANEL, Card
from ita_desktop.wording.safekeeping import safety_words

if TYPE_CHECKING:
    from ita_desktop.services.overview import NextStep, Overview
    from ita_desktop.services.safekeeping import Safety
    from ita_desktop.ui.context import Context

RIGHT_WIDTH = 440


class OverviewPage(Page):
    """Next step and calendar at the left, scores and duties at the right; Enter does the next step."""

    topics: ClassVar[frozenset[Topic]] = EVERYTHING

    def __init__(self, context: Context) -> None:
        super().__init__(context, tr("ภาพรวม"))
        self._next: NextStep | None = None
        self._today = ""
        self.add_action(tr("แก้ปฏิทิน"), self.open_calendar, "F6")
        self.next_card = NextStepCard()
        self.next_card.asked.connect(self.go_on)
        self.calendar = Calendar()
        self.score_card = ScoreCard()
        self.duty_card = DutyCard()
        self.duty_card.opened.connect(self._go_to)
        self._lay_out()

    def _lay_out(self) -> None:
        """Two columns of cards."""
        calendar_card = Card(tr("ปฏิทินการประเมิน"))
        calendar_card.body.addWidget(self.calendar, 1)
        for column_cards, stretch in (
            ((self.next_card, calendar_card), 1),
            ((self.score_card, self.duty_card), 0),
        ):
            column = QVBoxLayout()
            column.setSpacing(theme.WIDE_GAP)
            column.addWidget(column_cards[0])
            column.addWidget(column_cards[1], 1)
            self.body.addLayout(column, stretch)
        for card in (self.score_card, self.duty_card):
            card.setFixedWidth(min(theme.scaled(RIGHT_WIDTH), round(RIGHT_WIDTH * WIDEST_PANEL)))

    def refresh(self) -> None:
        """Ask for the whole of the overview."""
        self.query(self.workspace.overview.overview, self._show)
        self.query(lambda: safety_of(self.workspace.path), self._say_safety)

    def _show(self, view: Overview) -> None:
        """Show it."""
        self._next = view.next_step
        self.set_title(prose(tr("ภาพรวม ปีงบประมาณ {year}").format(year=view.result.year)))
        self._today = tr("วันนี้ {day}").format(day=today_words(view.today))
        self.set_subtitle(self._today)
        self.calendar.show_rows(view.calendar, view.today)
        for card in (self.next_card, self.score_card, self.duty_card):
            card.show_view(view)

    def _say_safety(self, safety: Safety) -> None:
        """Say beside the day when the last safety copy was made, and that it was tried."""
        self.set_subtitle(" · ".join((self._today, prose(safety_words(safety)))))

    def go_on(self) -> None:
        """Go where the next step is done."""
        if self._next is not None:
            self.context.navigate(STEP_TABS[self._next.kind], self._next.subject)

    def open_calendar(self) -> None:
        """Open the dates of the calendar, to be changed."""
        from ita_desktop.ui.pages.overview_dates import CalendarSheet

        calendar = self.workspace.plan.calendar
        self.query(calendar.rows, lambda rows: CalendarSheet(self, rows).open())

    def _go_to(self, duty: Duty) -> None:
        """Go where a duty is done."""
        self.context.navigate(duty.tab, duty.subject)
