"""Tab 6: the year's result. Every number opens, stands beside what was published, and beside other years."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from ita_desktop.domain.problems import FieldProblem
from ita_desktop.domain.published_text import read_figures
from ita_desktop.services.changes import Topic
from ita_desktop.support.language import ntr, tr
from ita_desktop.ui.page import Page
from ita_desktop.ui.pages.results_bars import BarsView
from ita_desktop.ui.pages.results_certainty import CertaintyView
from ita_desktop.ui.pages.results_detail import ResultDetail
from ita_desktop.ui.pages.results_errands import Errands
from ita_desktop.ui.pages.results_head import DifferenceNotice, ResultHead
from ita_desktop.ui.pages.results_past import read_figure
from ita_desktop.ui.pages.results_view import ScoreTree
from ita_desktop.ui.pages.results_what_if import WhatIfView
from ita_desktop.ui.pages.results_years import YearsView
from ita_desktop.ui.prose import prose
from ita_desktop.ui.widgets.buttons import Segments, bind
from ita_desktop.ui.widgets.card import Card
from ita_desktop.ui.widgets.keys import on_keys
from ita_desktop.wording.results import missing_words
from ita_desktop.wording.score_formula import parts_of, question_of
from ita_desktop.wording.score_tree import tree_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from ita_desktop.services.changes import Changes
    from ita_desktop.services.respondents import Certainty
    from ita_desktop.services.results import YearResult
    from ita_desktop.services.what_if import WhatIf
    from ita_desktop.ui.context import Context
    from ita_desktop.wording.score_tree import Node

SCORES, INDICATORS, YEARS, WHAT_IF, SURE = range(5)
NAMED = 6
"""More figures kept at once than this are counted, not named."""


class ResultsPage(Page):
    """Five views of one result: score tree, indicators as bars, years side by side, what if, how sure."""

    topics: ClassVar[frozenset[Topic]] = frozenset(
        {Topic.ANSWERS, Topic.CHECKLIST, Topic.PUBLISHED, Topic.ROUND, Topic.OFFICE, Topic.ROSTER}
    )

    def __init__(self, context: Context) -> None:
        super().__init__(context, tr("ผลประเมิน"))
        self.result: YearResult | None = None
        self.views = Segments(
            [tr("คะแนนทุกชั้น"), tr("ตัวชี้วัดทั้งหมด"), tr("เทียบรายปี"), tr("ถ้า…จะได้เท่าไร"), tr("ผู้ตอบ")],
            ["Alt+1", "Alt+2", "Alt+3", "Alt+4", "Alt+5"],
        )
        self.views.chosen.connect(self.open_view)
        self.add_to_head(self.views)
        self.errands = Errands(self)
        self.more = self.add_action(tr("อื่น ๆ"), self.errands.open_menu)  # large text has no room for a cap
        bind(self.more, "Ctrl+M")
        self.more.setToolTip("Ctrl M")
        self.head, self.notice = ResultHead(), DifferenceNotice()
        self.tree = ScoreTree()
        self.bars = BarsView()
        self.detail = ResultDetail(self._type_published, self._ask_batches)
        self.years: YearsView | None = None
        self.what_if: WhatIfView | None = None
        self.sure: CertaintyView | None = None
        self.tree.node_chosen.connect(self._show_node)
        self.tree.scores.entered.connect(self._enter_published)
        self.tree.pasted.connect(self._paste_published)
        on_keys("Ctrl+Shift+C", self.tree, self.errands.copy_number)
        for chart in (self.bars.chart, self.bars.tools, self.detail.spread):
            chart.refused.connect(self.tell)
        self._lay_out()

    def _lay_out(self) -> None:
        """Put the head over the whole width, the views below it."""
        self.stack = QStackedWidget()
        self.stack.currentChanged.connect(self._fit_stack)
        self.stack.addWidget(self._scores_view())
        self.stack.addWidget(self.bars)
        column = QVBoxLayout()
        column.setSpacing(10)
        column.addWidget(self.head)
        column.addWidget(self.notice)
        column.addWidget(self.stack, 1)
        self.body.addLayout(column)

    def _fit_stack(self, current: int) -> None:
        """Let only the view that is seen say how high the page must be."""
        for place in range(self.stack.count()):
            seen = place == current
            policy = QSizePolicy.Policy.Preferred if seen else QSizePolicy.Policy.Ignored
            view = self.stack.widget(place)
            if view is not None:
                view.setSizePolicy(policy, policy)

    def _scores_view(self) -> QWidget:
        """The tree and the number under its cursor."""
        view = QWidget()
        row = QHBoxLayout(view)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(18)
        card = Card(margin=12)
        card.body.addWidget(self.tree)
        row.addWidget(card, 1)
        row.addWidget(self.detail)
        return view

    # Showing

    def refresh(self) -> None:
        """Ask for the result."""
        self.query(self.workspace.results.result, self._show)

    def show_subject(self, subject: str) -> None:
        """Go to a tool, an indicator or an item."""
        self.open_view(SCORES)
        self.query(self.workspace.results.result, lambda _: self.tree.choose(subject))

    def _show(self, result: YearResult) -> None:
        """Show a result in all views."""
        self.result = result
        self.set_title(prose(tr("ผลประเมิน ปีงบประมาณ {year}").format(year=result.year)))
        self.set_subtitle(missing_words(result.missing) or tr("ข้อมูลครบทุกเครื่องมือ"))
        self.head.show_result(result)
        self._show_notice()
        self.tree.show_tree(tree_of(result))
        self.bars.show_result(result)
        self._show_years(result)
        if self.views.current in (WHAT_IF, SURE):
            self.open_view(self.views.current)

    def _ask_certainty(self) -> None:
        """Estimate in the worker how sure the scores are: that reads every form."""
        self.query(self.workspace.respondents.certainty, self._show_certainty)

    def _show_certainty(self, certainty: Certainty) -> None:
        """Show it; the view is made when it is first opened."""
        if self.result is None:
            return
        if self.sure is None:
            self.sure = CertaintyView()
            self.sure.cross_wanted.connect(self._ask_cross)
            self.sure.profile_wanted.connect(self._ask_profile)
            self.stack.addWidget(self.sure)
        self.sure.show_certainty(certainty, self.result)
        if self.views.current == SURE:
            self.stack.setCurrentWidget(self.sure)
            self.sure.table.setFocus()

    def _ask_cross(self, part: str, first: str, second: str) -> None:
        """Count two characteristics against each other."""
        view = self.sure
        if view is not None:
            self.query(lambda: self.workspace.respondents.cross_table(part, first, second), view.show_cross)

    def _ask_profile(self, part: str, question: str) -> None:
        """Share one characteristic out."""
        view = self.sure
        if view is not None:
            self.query(lambda: self.workspace.respondents.profile(part, question), view.show_profile)

    def _ask_what_if(self) -> None:
        """Find in the worker what could score more: that scores the year a hundred times over."""
        self.query(self.workspace.what_if.what_if, self._show_what_if)

    def _show_what_if(self, what_if: WhatIf) -> None:
        """Show it; the view is made when it is first opened, for another instrument anew."""
        kept = self.what_if
        if kept is not None and kept.what_if.year.instrument is what_if.year.instrument:
            kept.show_what_if(what_if)
        else:
            if kept is not None:
                self.stack.removeWidget(kept)
                kept.deleteLater()
            self.what_if = WhatIfView(what_if)
            self.stack.addWidget(self.what_if)
        if self.views.current == WHAT_IF and self.what_if is not None:
            self.stack.setCurrentWidget(self.what_if)
            self.what_if.table.setFocus()

    def _show_years(self, result: YearResult) -> None:
        """Show the years; their view is made with the first result, which knows the tools."""
        if self.years is None:
            self.years = YearsView(result)
            self.years.form.saved.connect(self._keep_past)
            self.years.form.pasted.connect(self._paste_year)
            self.years.chart.refused.connect(self.tell)
            self.stack.insertWidget(YEARS, self.years)
            self._fit_stack(self.stack.currentIndex())
        else:
            self.years.show_result(result)

    def open_view(self, number: int) -> None:
        """Open one of the views, the cursor in it."""
        self.views.choose(number)
        self.head.setVisible(number not in (YEARS, WHAT_IF, SURE))
        if number == WHAT_IF:
            self._ask_what_if()
        elif number == SURE:
            self._ask_certainty()
        else:
            self.stack.setCurrentIndex(number)
        self._show_notice()
        if number == SCORES:
            self.tree.setFocus()
        elif number == YEARS and self.years is not None:
            self.years.form.year.setFocus()

    def _show_notice(self) -> None:
        """Tell differences beside the numbers; the charts need the room, and show no published figures."""
        if self.result is not None and self.views.current == SCORES:
            self.notice.show_result(self.result)
        else:
            self.notice.hide()

    def _show_node(self, node: Node) -> None:
        """Open the number under the cursor."""
        if self.result is not None:
            self.detail.show_node(node, self.result)

    def _ask_batches(self) -> None:
        """Find the batches behind the counts of the line under the cursor."""
        node = self.tree.chosen
        question = question_of(self.result.instrument, node) if self.result and node else None
        if self.result is None or node is None or question is None:
            return
        codes, code = parts_of(self.result.instrument, node), question.code
        self.query(lambda: self.workspace.respondents.batches_of(codes, code), self.detail.show_batches)

    # Published figures

    def _type_published(self) -> None:
        """Type the published figure of the number under the cursor."""
        self.tree.setFocus()
        self.tree.type_published()

    def _enter_published(self, key: str, text: str) -> None:
        """Keep what was typed in the tree; nothing typed forgets the figure."""
        self.banner.clear()
        try:
            value = read_figure(key, text)
        except FieldProblem as problem:
            self.tell(problem)
            return
        if self.result is not None:
            self._keep(self.result.year, {key: value})

    def _paste_published(self, text: str) -> None:
        """Keep a copied table of this year's published figures."""
        if self.result is not None:
            self._paste_year(self.result.year, text)

    def _paste_year(self, year: int, text: str) -> None:
        """Keep a copied table of a year as one step; say which lines were not understood."""
        self.banner.clear()
        if self.result is None:
            return
        read = read_figures(text, self.result.sheet.by_key)
        self._keep(year, read.figures)
        if read.refused:
            words = ntr("อ่านไม่ได้ {count} บรรทัด: {lines}", "อ่านไม่ได้ {count} บรรทัด: {lines}", len(read.refused))
            lines = " · ".join(read.refused[:NAMED])
            self.context.announce(words.format(count=len(read.refused), lines=lines))

    def _keep_past(self, year: int, figures: Mapping[str, Decimal | None]) -> None:
        """Keep what was typed of an earlier year: only what differs from what is kept."""
        if self.result is None:
            return
        known = next((dict(past.figures) for past in self.result.past if past.year == year), {})
        self._keep(year, {key: value for key, value in figures.items() if known.get(key) != value})

    def _keep(self, year: int, figures: Mapping[str, Decimal | None]) -> None:
        """Write figures as published."""

        def said(_: Changes) -> None:
            """Say what was kept."""
            names = [tr("คะแนนรวม") if key == "total" else key for key in figures]
            what = ", ".join(names) if len(names) <= NAMED else tr("{count} ค่า").format(count=len(names))
            words = tr("บันทึกคะแนนประกาศปี {year}: {what}").format(year=year, what=what)
            self.context.announce(prose(words))

        if figures:
            self.run(lambda: self.workspace.results.put_published_many(year, figures), said)
