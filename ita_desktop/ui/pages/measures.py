"""Tab 5: from weak points to measures and back: findings, plan, timeline, follow-up, what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from ita_desktop.domain.measures import Measure, MeasureStatus
from ita_desktop.services.changes import Topic
from ita_desktop.support.language import ntr, tr
from ita_desktop.ui.page import Page
from ita_desktop.ui.pages.measures_effects import EffectsView
from ita_desktop.ui.pages.measures_findings import FindingsView
from ita_desktop.ui.pages.measures_follow import FollowView
from ita_desktop.ui.pages.measures_plan import PlanView
from ita_desktop.ui.pages.measures_timeline import TimelineView
from ita_desktop.ui.prose import prose
from ita_desktop.ui.widgets.buttons import Segments
from ita_desktop.ui.widgets.keys import on_keys
from ita_desktop.wording.states import label

if TYPE_CHECKING:
    from ita_desktop.services.results import YearResult
    from ita_desktop.ui.context import Context

FINDINGS, PLAN, TIMELINE, FOLLOW, EFFECTS = range(5)


class MeasuresPage(Page):
    """Five views of one plan; `table` and `form` are those of the plan itself."""

    topics: ClassVar[frozenset[Topic]] = frozenset(
        {Topic.MEASURES, Topic.ANSWERS, Topic.CHECKLIST, Topic.ROUND, Topic.PUBLISHED}
    )

    def __init__(self, context: Context) -> None:
        super().__init__(context, tr("มาตรการ"))
        self.result: YearResult | None = None
        names = [tr("ประเด็นที่พบ"), tr("แผน"), tr("เส้นเวลา"), tr("ติดตาม"), tr("ผลก่อน–หลัง")]
        self.views = Segments(names, [f"Alt+{number}" for number in range(1, 6)])
        self.views.chosen.connect(self.open_view)
        self.add_to_head(self.views)
        on_keys("Ctrl+P", self, self.print_papers)
        self.plan = PlanView(self)
        self.findings, self.timeline = FindingsView(self), TimelineView(self)
        self.follow, self.effects = FollowView(self), EffectsView(self)
        self._stack = QStackedWidget()
        for view in (self.findings, self.plan, self.timeline, self.follow, self.effects):
            self._stack.addWidget(view)
        column = QVBoxLayout()
        column.addWidget(self._stack, 1)
        self.body.addLayout(column, 1)
        self.table, self.form = self.plan.table, self.plan.form
        self.views.choose(PLAN)
        self._stack.setCurrentIndex(PLAN)

    def refresh(self) -> None:
        """Ask for measures and scores, and for what the view that is open shows beside them."""
        workspace = self.workspace
        self.query(lambda: (workspace.measures.rows(), workspace.results.result()), self._show)
        self._refresh_view()

    def _refresh_view(self) -> None:
        """Ask for what the open view shows."""
        plan = self.workspace.plan
        {
            FINDINGS: lambda: self.query(plan.findings.rows, self.findings.show_rows),
            PLAN: lambda: None,
            TIMELINE: lambda: self.query(plan.follow_up.rows, self.timeline.show_followed),
            FOLLOW: lambda: self.query(plan.follow_up.rows, self.follow.show_rows),
            EFFECTS: lambda: self.query(plan.effects.rows, self.effects.show_rows),
        }[self.views.current]()

    def _show(self, found: tuple[tuple[Measure, ...], YearResult]) -> None:
        """Show the plan."""
        measures, self.result = found
        self.set_title(prose(tr("มาตรการ ปีงบประมาณ {year}").format(year=self.result.year)))
        self.set_subtitle(prose(_summary(measures)))
        self.plan.show_measures(measures, self.result)

    def open_view(self, number: int) -> None:
        """Open one of the views, the cursor in it; what was typed in another is kept."""
        self.leave()
        self.banner.clear()
        self.views.choose(number)
        self._stack.setCurrentIndex(number)
        self._refresh_view()
        (self.findings, self.plan, self.timeline, self.follow, self.effects)[number].table.setFocus()

    def show_subject(self, subject: str) -> None:
        """Go to an indicator's first measure; `follow` opens the follow-up on what is late."""
        if subject == "findings":
            self.open_view(FINDINGS)
        elif subject.startswith("follow"):
            key = int(subject.partition(":")[2] or 0)
            self.open_view(FOLLOW)
            self.query(lambda: None, lambda _: self.follow.choose(key))
        else:
            self.open_view(PLAN)
            self.query(lambda: None, lambda _: self.table.choose(lambda row: row.indicator == subject))

    def take_focus(self) -> None:
        """Put the cursor into the view that is open."""
        current = self._stack.currentWidget()
        table = getattr(current, "table", None)
        (table or self).setFocus()

    def print_papers(self) -> None:
        """Open the plan's papers; what is typed is kept first, so that it stands on them."""
        from ita_desktop.ui.pages.measures_paper import PaperSheet

        self.leave()
        PaperSheet(self).open()

    def write_measure(self, measure: Measure) -> None:
        """Begin a measure with something in it already: from a finding, or from the library."""
        self.open_view(PLAN)
        self.plan.begin_with(measure)

    def leave(self) -> None:
        """Keep what is typed, wherever it is."""
        self.plan.keep_typed()
        self.follow.keep_typed()
        self.findings.keep_typed()


def _summary(measures: tuple[Measure, ...]) -> str:
    """Say how many there are and how they stand."""
    if not measures:
        return tr("ยังไม่มีมาตรการ")
    count = ntr("{count} มาตรการ", "{count} มาตรการ", len(measures)).format(count=len(measures))
    standing = [
        f"{label(status)} {number}"
        for status in MeasureStatus
        if (number := sum(measure.status is status for measure in measures))
    ]
    return " · ".join([count, *standing])
