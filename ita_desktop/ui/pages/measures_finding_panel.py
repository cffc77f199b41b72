"""One finding at the side: why it is proposed, where it leads, its text, and what is made of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from ita_desktop.domain.plan.findings import Finding, FindingState, Heading
from ita_desktop.support.language import tr
from ita_desktop.ui.prose import prose
from ita_desktop.ui.widgets.buttons import ActionButton
from ita_desktop.ui.widgets.card import SidePanel
from ita_desktop.ui.widgets.form import Choice, Form, Note
from ita_desktop.ui.widgets.labels import Text
from ita_desktop.wording.fields import field_name
from ita_desktop.wording.plan import reason_words
from ita_desktop.wording.states import label

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from ita_desktop.domain.problems import FieldProblem
    from ita_desktop.services.plan.findings import FindingRow


class FindingPanel(SidePanel):
    """Takes a decision in and gives it back; the view keeps it."""

    accept_asked = Signal()
    dismiss_asked = Signal()
    forget_asked = Signal()
    given_up = Signal()

    def __init__(self) -> None:
        super().__init__(" ", width=390)
        self._finding: Finding | None = None
        self._kept = ("", Heading.DEVELOP)
        self.why, self.leads, self.guidance = (
            Text("", wrap=True),
            Text("", wrap=True),
            Text("", "muted", wrap=True),
        )
        self.heading = Choice((heading, label(heading)) for heading in Heading)
        self.text = Note(5)
        self.form = Form()
        self.form.add("heading", tr("อยู่ในหัวข้อ"), self.heading)
        self.form.add("finding_text", field_name("finding_text"), self.text)
        self._why_title, self._leads_title = Text(tr("เหตุที่เสนอ"), "strong"), Text(tr("ดูข้อมูลใน OIT"), "strong")
        for widget in (
            self._why_title, self.why, self.form, self._leads_title, self.leads, self.guidance,
        ):  # fmt: skip
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self.foot.addWidget(ActionButton(tr("รับไว้"), self.accept_asked.emit, "Ctrl+S", "primary"))
        self.foot.addWidget(ActionButton(tr("ไม่นำไปใช้"), self.dismiss_asked.emit, "Ctrl+D"))
        self.foot.addStretch(1)
        forget = ActionButton(tr("ถอน"), self.forget_asked.emit, "", "plain")
        forget.setToolTip(tr("ถอนการพิจารณา ให้เป็นข้อเสนออีกครั้ง"))
        self.foot.addWidget(forget)

    def show_row(self, row: FindingRow | None, text: str) -> None:
        """Show a finding with a text for it; None shows nothing."""
        if row is None:
            self._finding = None
            self.title.setText(tr("ประเด็นที่พบ"))
            self.setEnabled(False)
            return
        name = row.finding.score_key
        self._show(row.finding, text)
        self.title.setText(prose(f"{name} {row.title}") if name else tr("ประเด็นที่เพิ่มเอง"))
        self._tell(self._why_title, self.why, "\n".join(map(reason_words, row.finding.reasons)))
        self._tell(
            self._leads_title, self.leads, "\n".join(f"{code} {title}" for code, title in row.leads_to)
        )
        self.guidance.setText(row.guidance)
        self.guidance.setVisible(bool(row.guidance))

    @staticmethod
    def _tell(title: Text, words: Text, text: str) -> None:
        """Show a stretch of text below its title; an empty one takes no room."""
        words.setText(text)
        title.setVisible(bool(text))
        words.setVisible(bool(text))

    def begin(self, finding: Finding) -> None:
        """Begin one that a person adds."""
        self._show(finding, "")
        self.title.setText(tr("ประเด็นที่เพิ่มเอง"))
        for title, words in ((self._why_title, self.why), (self._leads_title, self.leads)):
            self._tell(title, words, "")
        self.guidance.hide()

    def _show(self, finding: Finding, text: str) -> None:
        """Show the fields."""
        self.setEnabled(True)
        self._finding = finding
        self.form.clear_problems()
        self.heading.set_value(finding.heading)
        self.text.setText(text)
        self.mark_kept()

    def restore(self, finding: Finding) -> None:
        """Show again what could not be kept."""
        self._show(finding, finding.text)
        self._kept = ("\0", finding.heading)

    def mark_kept(self) -> None:
        """Take what stands here for what is kept."""
        self._kept = (self.text.text(), self._heading())

    def _heading(self) -> Heading:
        """The heading that is chosen."""
        value = self.heading.value
        return value if isinstance(value, Heading) else Heading.DEVELOP

    @property
    def changed(self) -> bool:
        """Whether text or heading were changed."""
        return self._finding is not None and (self.text.text(), self._heading()) != self._kept

    def typed(self, state: FindingState) -> Finding | None:
        """The finding as it stands here; None where none is shown."""
        if self._finding is None:
            return None
        return replace(self._finding, heading=self._heading(), text=self.text.text().strip(), state=state)

    def show_problem(self, problem: FieldProblem) -> bool:
        """Tell a problem at its field."""
        return self.form.show_problem(problem)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc gives up what is typed."""
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)
