"""What every tab is: where I am and the main action above, the work in the middle, problems told in place."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ita_desktop.domain.permissions import may
from ita_desktop.ui import theme
from ita_desktop.ui.widgets.banner import ProblemBanner
from ita_desktop.ui.widgets.buttons import ActionButton
from ita_desktop.ui.widgets.labels import CutText, Text
from ita_desktop.wording.role_problems import whose_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QHideEvent, QShowEvent

    from ita_desktop.domain.history import Action
    from ita_desktop.domain.problems import Problem
    from ita_desktop.services.changes import Changes, Topic
    from ita_desktop.services.workspace import Workspace
    from ita_desktop.ui.context import Context

T = TypeVar("T")


class Page(QWidget):
    """A tab. Subclasses fill `body` in `__init__` and write `refresh`; both run on the window's thread.

    `refresh` is called when the page is shown and when changes touch one of `topics` while it is visible; a
    hidden page is only marked stale.
    """

    topics: ClassVar[frozenset[Topic]] = frozenset()

    def __init__(self, context: Context, title: str) -> None:
        super().__init__()
        self.setProperty("look", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # a click on paper ends what is being typed
        self.context = context
        self._stale = True
        self._needing: list[tuple[ActionButton, Action]] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.MARGIN, 11, theme.MARGIN, 12)
        column.setSpacing(12)
        column.addLayout(self._head(title))
        self.banner = ProblemBanner()
        column.addWidget(self.banner)
        self.body = QHBoxLayout()
        self.body.setSpacing(18)
        column.addLayout(self.body, 1)

    def _head(self, title: str) -> QHBoxLayout:
        """Title, subtitle, and room for the buttons."""
        head = QHBoxLayout()
        head.setSpacing(theme.WIDE_GAP)
        self.title_label = Text(title, "title")
        self.subtitle_label = CutText()
        head.addWidget(self.title_label, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.subtitle_label, 1, Qt.AlignmentFlag.AlignVCenter)
        self._actions = QHBoxLayout()
        self._actions.setSpacing(10)
        head.addLayout(self._actions)
        self.title_label.setMinimumHeight(theme.scaled(42))
        return head

    @property
    def workspace(self) -> Workspace:
        """The open file: only inside `run` and `query`."""
        return self.context.workspace

    def set_title(self, text: str) -> None:
        """Say where I am."""
        self.title_label.setText(text)

    def set_subtitle(self, text: str) -> None:
        """Say how it stands."""
        self.subtitle_label.setText(text)

    def add_action(
        self,
        text: str,
        slot: Callable[[], object],
        keys: str = "",
        *,
        primary: bool = False,
        needs: Action | None = None,
    ) -> ActionButton:
        """Add a button at the top right; its key works while the page is visible.

        `needs`: what it does, so that it is grey, with the reason, for a role that may not.
        """
        button = ActionButton(text, slot, keys, "primary" if primary else "normal")
        self._actions.addWidget(button)
        if needs is not None:
            self.bar_unless(button, needs)
        return button

    def bar_unless(self, button: ActionButton, action: Action) -> None:
        """Let a button be grey, with the reason, for a role that may not do the action."""
        self._needing.append((button, action))

    def judge_role(self) -> None:
        """Grey what the present role may not do: for show alone, the services refuse it anyway."""
        role = self.context.workspace.role
        for button, action in self._needing:
            button.bar("" if may(role, action) else whose_words(role, action))

    def add_to_head(self, widget: QWidget) -> None:
        """Put a switch or a field among the buttons at the top right."""
        self._actions.addWidget(widget)

    # What subclasses write

    def refresh(self) -> None:
        """Show the present state of the file."""
        raise NotImplementedError

    def show_subject(self, subject: str) -> None:
        """Go to something: an item code, a part. Called after the page is shown."""

    def take_focus(self) -> None:
        """Put the cursor where work begins; called when the tab is opened."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Keep what is being typed: the page is left, the window closes, the language changes."""

    def undo_here(self) -> bool:
        """Take back something of the page's own (a key in a form); False lets the window undo a command."""
        return False

    def redo_here(self) -> bool:
        """Do again something of the page's own; False lets the window redo a command."""
        return False

    # What subclasses use

    def query(
        self,
        work: Callable[[], T],
        done: Callable[[T], object],
        failed: Callable[[Problem], object] | None = None,
    ) -> None:
        """Read in the worker and show the answer; problems are told on top of the page."""
        self.context.tasks.query(work, done, failed or self.tell, owner=self)

    def run(
        self,
        command: Callable[[], Changes],
        done: Callable[[Changes], object] | None = None,
        failed: Callable[[Problem], object] | None = None,
    ) -> None:
        """Do a command in the worker; problems are told on top of the page unless `failed` takes them."""
        self.context.tasks.run(command, done, failed or self.tell, owner=self)

    def tell(self, problem: Problem) -> None:
        """Tell a problem on top of the page."""
        self.banner.tell(problem)

    # What the window calls

    def note_changes(self, changes: Changes) -> None:
        """Refresh if changes touch what is shown here, now or when the page is next seen."""
        if not self.topics & changes.topics:
            return
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while nobody looked."""
        super().showEvent(event)
        self.judge_role()
        if self._stale:
            self._stale = False
            self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what is being typed."""
        super().hideEvent(event)
        self.leave()
