"""Tab 2: who may answer. Two lists, one inside the office and one outside; never who did answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget

from ita_desktop.domain.history import Action
from ita_desktop.domain.problems import FieldProblem
from ita_desktop.domain.roster import ExternalPerson, InternalPerson
from ita_desktop.services.changes import Topic
from ita_desktop.support.language import tr
from ita_desktop.ui.page import Page
from ita_desktop.ui.pages.roster_list import RosterList
from ita_desktop.ui.pages.roster_lists import person_of, read_head, read_rows, read_view
from ita_desktop.ui.pages.roster_model import key_of
from ita_desktop.ui.pages.roster_panel import ExternalPanel, InternalPanel
from ita_desktop.ui.pages.roster_work import RosterWork
from ita_desktop.ui.pages.roster_workbook import Workbook
from ita_desktop.ui.widgets.keys import on_keys

if TYPE_CHECKING:
    from ita_desktop.domain.problems import Problem
    from ita_desktop.services.changes import Changes
    from ita_desktop.ui.context import Context
    from ita_desktop.ui.pages.roster_lists import RosterHead, RosterView, Row, Wish
    from ita_desktop.ui.pages.roster_model import RosterModel

AnyPanel = InternalPanel | ExternalPanel


class RosterPage(Page):
    """The lists, the person under the cursor beside them, a workbook in their place while it is looked at."""

    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.ROSTER, Topic.ROUND, Topic.ANSWERS})

    def __init__(self, context: Context) -> None:
        super().__init__(context, tr("ผู้มีส่วนได้ส่วนเสีย"))
        self._reading = False
        self._words: str | None = None
        self._wanted = 0
        self.workbook = Workbook(self)
        self.work_button = self.add_action(tr("งานรายชื่อ"), self._open_work, "Alt+W")
        self.add_action(tr("ลบ"), self.remove, needs=Action.REMOVED_PERSON).setToolTip("Delete")
        self.add_action(tr("นำเข้า Excel"), self.workbook.choose, "Ctrl+I", needs=Action.IMPORTED)
        self.add_action(tr("เพิ่มรายชื่อ"), self.begin, "Ctrl+N", primary=True, needs=Action.ADDED_PERSON)
        self.lists = RosterList()
        self.inside, self.outside = InternalPanel(), ExternalPanel()
        self.middle, self.right = QStackedWidget(), QStackedWidget()
        self.middle.addWidget(self.lists)
        for panel in (self.inside, self.outside):
            self.right.addWidget(panel)
        self.right.setFixedWidth(self.inside.width())
        self.body.addWidget(self.middle, 1)
        self.body.addWidget(self.right)
        self.work = RosterWork(self)
        self._connect()

    def _open_work(self) -> None:
        """Show what else can be done with the list."""
        self.work.open_menu()

    def _connect(self) -> None:
        """Join lists, forms and keys."""
        self.lists.list_chosen.connect(self._switch)
        self.lists.words_typed.connect(self._ask_rows)
        for table in self.lists.tables:
            cast("RosterModel", table.rows).wanted.connect(self._read_block)
            table.row_chosen.connect(self._choose)
            table.row_opened.connect(lambda _: self.panel.enter())
            on_keys("Delete", table, self.remove).setContext(Qt.ShortcutContext.WidgetShortcut)
        for panel in (self.inside, self.outside):
            panel.save_asked.connect(self.save)
            panel.given_up.connect(self._give_up)
        on_keys("Ctrl+F", self, self.lists.search)
        on_keys("Alt+S", self, self.lists.next_order)

    @property
    def internal(self) -> bool:
        """Whether the list of the inside is shown."""
        return self.lists.internal

    @property
    def panel(self) -> AnyPanel:
        """The form of the list that is shown."""
        return self.inside if self.internal else self.outside

    # Showing

    def take_focus(self) -> None:
        """The cursor begins in the list, or in the workbook that is looked at."""
        listed = self.middle.currentWidget() is self.lists
        (self.lists.table if listed else self.workbook.panel.rows).setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Ask for the head and for the rows."""
        workspace = self.workspace
        self.query(lambda: read_head(workspace), self._show_head)
        self._ask_rows(self.lists.words)

    def _show_head(self, head: RosterHead) -> None:
        """Show how many there are and how many must answer."""
        self.lists.show_head(head)
        people = [person_of(row) for row in self.lists.table.rows.rows]
        self.inside.offer_values(head.rule, [p for p in people if isinstance(p, InternalPerson)])
        self.outside.offer_values(head.rule, [p for p in people if isinstance(p, ExternalPerson)])

    def _ask_rows(self, words: str) -> None:
        """Ask for the rows with these words; while one search runs only the newest of the others is kept."""
        self._words = words
        if self._reading:
            return
        self._reading, self._words = True, None
        chosen = person_of(self.lists.table.chosen)
        workspace, wish = self.workspace, self.lists.wish(self._wanted or (chosen.key if chosen else 0))
        self.query(
            lambda: read_view(workspace, wish), lambda view: self._show_view(view, wish), self._not_read
        )

    def _show_view(self, view: RosterView, wish: Wish) -> None:
        """Show the rows; if another search was asked for meanwhile, go on with that."""
        self._reading = False
        if wish.internal == self.internal:
            self._put_view(view)
        if self._words is not None or wish.internal != self.internal:
            self._ask_rows(self.lists.words)

    def _put_view(self, view: RosterView) -> None:
        """Put the rows into the table; the cursor goes to the person just kept, else stays where it is.

        What is being typed stays too.
        """
        chosen = person_of(self.lists.table.chosen)
        wanted = self._wanted or (chosen.key if chosen else 0)
        self._wanted = 0
        typing = self.panel.changed
        table, model = self.lists.table, self.lists.model
        line = table.currentIndex().row()
        table.blockSignals(True)
        model.show_view(view)
        found = model.line_of_key(wanted)
        self._go(found if found >= 0 else line)
        table.blockSignals(False)
        if not typing:
            self._show_chosen()

    def _go(self, line: int) -> None:
        """Put the cursor on a line, or on the last one if there are no longer so many."""
        model = self.lists.model
        if model.rowCount():
            line = max(0, min(line, model.rowCount() - 1))
            self.lists.table.setCurrentIndex(model.index(line, 0))

    def _read_block(self, first: int) -> None:
        """Read the lines that came into sight; the one under the cursor may be among them."""
        model, internal, workspace = self.lists.model, self.internal, self.workspace
        keys = model.keys_from(first)

        def show(rows: tuple[Row, ...]) -> None:
            blank = self.lists.table.chosen is None
            model.put(rows)
            if blank and not self.panel.changed:
                self._show_chosen()

        self.query(lambda: read_rows(workspace, keys, internal=internal), show)

    def _not_read(self, problem: Problem) -> None:
        """Tell, and be ready for the next search."""
        self._reading = False
        self.tell(problem)

    def _switch(self) -> None:
        """Show the other list, after keeping what is typed."""
        self.right.setCurrentWidget(self.panel)
        self._ask_rows(self.lists.words)

    def show_subject(self, subject: str) -> None:
        """Open a list by the name that the command line has for it."""
        self.lists.show_list(internal=subject != "roster-external")

    def _choose(self, row: Row | None) -> None:
        """Show the person under the cursor; what was typed on another one is kept first."""
        if row is None or not self.panel.changed:
            self._show_chosen()
        elif self.panel.check(self.panel.day_field):
            self._save(self.panel, go_to=key_of(row))
        else:
            self._put_cursor(self.panel.typed().key)

    def _put_cursor(self, key: int) -> None:
        """Put the cursor on a person without showing them: the form keeps what it has."""
        self.lists.table.blockSignals(True)
        self.lists.table.choose(lambda row: key_of(row) == key)
        self.lists.table.blockSignals(False)

    def _show_chosen(self) -> None:
        """Show the person under the cursor in the form, or an empty form where there is none."""
        chosen = person_of(self.lists.table.chosen)
        if isinstance(chosen, ExternalPerson):
            self.outside.show_person(chosen)
        elif isinstance(chosen, InternalPerson):
            self.inside.show_person(chosen)
        else:
            self.panel.show_person(None)

    def show_lists(self) -> None:
        """Show the lists again after a workbook was looked at."""
        self.middle.setCurrentWidget(self.lists)
        self.right.setCurrentWidget(self.panel)
        self.right.show()
        self.lists.table.setFocus()

    # Changing

    def begin(self) -> None:
        """Begin a new line in the list that is shown."""
        self.leave()
        self.show_lists()
        self.panel.show_person(None)
        self.panel.enter()

    def save(self) -> None:
        """Keep what stands in the form and go back to the list; faults are told at their fields."""
        panel = self.panel
        if not panel.changed:
            self.lists.table.setFocus()
        elif panel.check(panel.day_field):
            self._save(panel)
            self.lists.table.setFocus()

    def _save(self, panel: AnyPanel, go_to: int = 0) -> None:
        """Write the form's person; the cursor then goes to them, or to another one."""
        person, roster = panel.hand_over(), self.workspace.roster
        command = roster.change if person.key else roster.add
        words = tr("บันทึก {name} แล้ว") if person.key else tr("เพิ่ม {name} แล้ว")

        def kept(changes: Changes) -> None:
            """Say it; the refresh that is under way finds the cursor's place."""
            self._wanted = go_to or changes.key or person.key
            self.banner.clear()
            self.context.announce(words.format(name=person.name))

        self.run(lambda: command(person), kept, lambda problem: self._refused(panel, person.key, problem))

    def _refused(self, panel: AnyPanel, key: int, problem: Problem) -> None:
        """Put back what was typed and tell the problem at its field."""
        self._put_cursor(key)
        panel.take_back()
        if not (isinstance(problem, FieldProblem) and panel.form.show_problem(problem)):
            self.tell(problem)

    def remove(self) -> None:
        """Remove the person under the cursor; undo brings them back."""
        chosen = person_of(self.lists.table.chosen)
        if chosen is None or self.middle.currentWidget() is not self.lists:
            return
        self._show_chosen()
        roster = self.workspace.roster
        words = tr("ลบ {name} แล้ว · Ctrl Z ย้อน").format(name=chosen.name)
        self.run(lambda: roster.remove(chosen), lambda _: self.context.announce(words))

    def _give_up(self) -> None:
        """Forget what is typed and go back to the list."""
        self._show_chosen()
        self.lists.table.setFocus()

    def leave(self) -> None:
        """Keep what is typed, if it can be: without a name there is nothing yet to keep."""
        panel = self.panel
        if panel.changed and panel.check(panel.day_field):
            self._save(panel)
