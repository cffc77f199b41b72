"""A few fields asked for at the side of the page, in place of a dialog: a reason, a seed, two counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit

from ita_desktop.support.language import tr
from ita_desktop.ui.widgets.buttons import ActionButton
from ita_desktop.ui.widgets.card import SidePanel
from ita_desktop.ui.widgets.form import Form
from ita_desktop.ui.widgets.labels import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent

    from ita_desktop.domain.problems import FieldProblem

WIDTH = 360


@dataclass(frozen=True, slots=True)
class Asked:
    """A field to ask for: its name in the services, its title, and what stands in it."""

    name: str
    title: str
    value: str = ""


class AskPanel(SidePanel):
    """Asks, and hands over what was typed by the names of the fields. `left` on Esc."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__(width=WIDTH)
        self._fields: dict[str, QLineEdit] = {}
        self._answer: Callable[[dict[str, str]], object] = lambda _: None
        self._form = Form()
        self.explanation = Text("", "small", wrap=True)
        self.body.addWidget(self.explanation)
        self.body.addWidget(self._form)
        self.body.addStretch(1)
        self.do_button = ActionButton(tr("ตกลง"), self._done, "Ctrl+S", "primary")
        self.foot.addWidget(self.do_button)
        self.foot.addWidget(ActionButton(tr("ยกเลิก"), self.left.emit, "Esc"))
        self.foot.addStretch(1)

    def ask(
        self,
        title: str,
        explanation: str,
        fields: Sequence[Asked],
        answer: Callable[[dict[str, str]], object],
    ) -> None:
        """Ask for fields; `answer` gets what was typed."""
        self.title.setText(title)
        self.explanation.setText(explanation)
        form = Form()
        self.body.replaceWidget(self._form, form)
        self._form.deleteLater()
        self._form, self._answer, self._fields = form, answer, {}
        for field in fields:
            self._fields[field.name] = line = QLineEdit(field.value)
            form.add(field.name, field.title, line)
        first = next(iter(self._fields.values()), None)
        (first or self.do_button).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_problem(self, problem: FieldProblem) -> bool:
        """Tell a fault at its field; False if there is no such field here."""
        self._form.clear_problems()
        return problem.field in self._fields and self._form.show_problem(problem)

    def _done(self) -> None:
        """Hand over what was typed."""
        self._answer({name: field.text().strip() for name, field in self._fields.items()})

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does it, Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._done()
        else:
            super().keyPressEvent(event)
