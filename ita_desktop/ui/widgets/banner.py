"""A problem told in place: what happened, whether the data is safe, what to do. No dialog in the flow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from ita_desktop.support.language import tr
from ita_desktop.ui.prose import prose
from ita_desktop.ui.widgets.buttons import ActionButton
from ita_desktop.ui.widgets.labels import Text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ita_desktop.domain.problems import Problem

SHOWN_LINES = 8


class ProblemBanner(QFrame):
    """A strip on top of a page's body; hidden until there is something to tell."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "problem")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        self.text = Text("", wrap=True)
        row.addWidget(self.text, 1)
        self.button = ActionButton(tr("รับทราบ"), self.clear, look="plain")
        row.addWidget(self.button)
        self.hide()

    def tell(self, problem: Problem) -> None:
        """Tell a problem in its own words, which are imported when the first one has to be told."""
        from ita_desktop.wording.problems import problem_lines

        lines = problem_lines(problem)
        shown = [*lines[:SHOWN_LINES]]
        if len(lines) > SHOWN_LINES:
            shown.append(tr("และอีก {count} รายการ").format(count=len(lines) - SHOWN_LINES))
        self.say(prose("\n".join(shown)))

    def say(self, words: str) -> None:
        """Show words that are ready."""
        self.text.setText(words)
        self.show()

    def clear(self) -> None:
        """Put the strip away."""
        if not self.isHidden():
            self.hide()
            self.text.setText("")
            self.closed.emit()
