"""The number under the cursor, opened: how it was made, and how people answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt

from ita_desktop.domain.scoring import Level
from ita_desktop.support.language import tr
from ita_desktop.ui.pages.results_charts import choice_maker, spread_maker
from ita_desktop.ui.widgets.buttons import ActionButton, bind
from ita_desktop.ui.widgets.card import SidePanel
from ita_desktop.ui.widgets.charts import DrawnChart
from ita_desktop.ui.widgets.labels import Line, Text
from ita_desktop.wording.results import missing_words, score_words
from ita_desktop.wording.score_formula import formula_lines, question_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ita_desktop.domain.answers import Tally
    from ita_desktop.services.respondents import BatchShare
    from ita_desktop.services.results import YearResult
    from ita_desktop.wording.score_tree import Node


SPREAD_LEAST = QSize(200, 0)


class ResultDetail(SidePanel):
    """The panel at the right of the tree."""

    def __init__(self, type_published: Callable[[], object], show_batches: Callable[[], object]) -> None:
        super().__init__(width=400)
        self.text = Text("", "muted", wrap=True)
        self.score = Text("", "heading")
        self.published = Text("", "body", wrap=True)
        self.formula_title = Text(tr("วิธีคิด"), "small")
        self.formula = Text("", wrap=True)
        self.formula.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.missing = Text("", "small", wrap=True)
        self.spread_title = Text("", "small", wrap=True)
        self.spread = DrawnChart(tr("การกระจายของคำตอบ"), SPREAD_LEAST, fixed=True)
        self.silent = Text("", "small", wrap=True)
        self.batches = Text("", "small", wrap=True)
        self.head.addWidget(self.score)
        for widget in (
            self.text, self.published, Line(), self.formula_title, self.formula, self.batches, self.missing,
            self.spread_title, self.spread, self.silent,
        ):  # fmt: skip
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self.button = ActionButton(tr("กรอกคะแนนประกาศ"), type_published)
        self.button.setToolTip("F2")
        self.foot.addWidget(self.button)
        self.batch_button = ActionButton(tr("มาจากชุดใด"), show_batches)
        bind(self.batch_button, "F4")
        self.batch_button.setToolTip("F4")
        self.foot.addWidget(self.batch_button)
        self.foot.addStretch(1)

    def show_node(self, node: Node, result: YearResult) -> None:
        """Open another number."""
        coded = node.title.startswith(f"{node.score.code} ")
        text = node.title.removeprefix(node.score.code).strip() if coded else ""
        self.title.setText(node.score.code if coded else node.title)
        _say(self.text, text)
        self.score.setText("" if node.heading else score_words(node.score.value))
        self.score.setVisible(not node.heading)
        _say(self.published, _published_words(node))
        self.formula.setText("\n".join(formula_lines(node, result)))
        _say(self.missing, "" if node.heading else missing_words(node.score.missing))
        self.button.setEnabled(bool(node.key))
        self._show_spread(node, result)
        _say(self.batches, "")
        self.batch_button.setEnabled(question_of(result.instrument, node) is not None)

    def as_text(self) -> str:
        """What the panel says of its number, as it would be written into a letter."""
        head = " ".join(filter(None, (self.title.text(), self.text.text(), self.score.text())))
        rest = (self.published, self.formula, self.batches, self.missing, self.silent)
        spread = self.spread.accessibleDescription()
        return "\n".join(filter(None, (head, *(each.text() for each in rest), spread)))

    def show_batches(self, shares: Sequence[BatchShare]) -> None:
        """Show the batches that the counts come from."""
        _say(self.batches, "\n".join(batch_words(share) for share in shares) or tr("ยังไม่มีชุดแบบสอบถาม"))

    def _show_spread(self, node: Node, result: YearResult) -> None:
        """Show how a question was answered, or the questions of an indicator."""
        question, tally = question_of(result.instrument, node), node.score.tally
        shown, title, silent = None, "", ""
        if question is not None and tally is not None:
            shown = choice_maker(question, tally) if tally.answered else None
            words = tr("การกระจายของคำตอบ ผู้ตอบ {count} คน")
            title, silent = words.format(count=f"{tally.answered:,}"), silent_words(tally)
        elif node.score.level is Level.INDICATOR:
            shown = spread_maker(result, node.score)
            title = tr("การกระจายของคำตอบ แต่ละแถบคือหนึ่งข้อ เข้มคือแย่") if shown else ""
        self.spread.setVisible(shown is not None)
        self.spread.show_chart(*(shown or (None, ())))
        _say(self.spread_title, title)
        _say(self.silent, silent)


def batch_words(share: BatchShare) -> str:
    """Say what a batch gives to the counts."""
    words = tr("{part} ชุดที่ {number} {division}: {forms} ฉบับ ตอบข้อนี้ {answered}")
    return words.format(
        part=share.part,
        number=share.number,
        division=share.division,
        forms=share.forms,
        answered=share.answered,
    )


def silent_words(tally: Tally) -> str:
    """Count what was no answer, each kind apart: none of it is scored, and none of it is 0."""
    words = tr("ไม่นับคะแนน: ไม่ตอบ {blank} · อ่านไม่ออก {unreadable} · ตอบสองตัวเลือก {double}")
    return words.format(blank=tally.blank, unreadable=tally.unreadable, double=tally.double)


def _published_words(node: Node) -> str:
    """Say the published figure beside the computed one; empty without one."""
    if node.published is None:
        return ""
    if node.difference is None:
        return tr("ประกาศ {score} แต่ยังคำนวณไม่ได้").format(score=node.published)
    if not node.difference:
        return tr("ประกาศ {score} ตรงกับที่คำนวณได้").format(score=node.published)
    words = tr("ประกาศ {score} ต่างจากที่คำนวณได้ {size}")
    return words.format(score=node.published, size=f"{node.difference:+.2f}")


def _say(label: Text, words: str) -> None:
    """Show words, or nothing at all."""
    label.setText(words)
    label.setVisible(bool(words))
