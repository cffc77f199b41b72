"""Tab 7: the year's papers. Shelves of what there is, and a desk at which one is written beside its page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from ita_desktop.services.changes import EVERYTHING, Topic
from ita_desktop.support.language import tr
from ita_desktop.ui.page import Page
from ita_desktop.ui.pages.documents_deeds import PaperDeeds, deeds_for
from ita_desktop.ui.pages.documents_desk import Desk, Opened, opened
from ita_desktop.ui.pages.documents_new import Beginning, NewPaperSheet, beginnings
from ita_desktop.ui.pages.documents_out import WaysOut
from ita_desktop.ui.pages.documents_ready import ReadyDeeds
from ita_desktop.ui.pages.documents_register import RegisterShelf
from ita_desktop.ui.pages.documents_shelves import PaperShelf, PrintShelf, TemplateShelf
from ita_desktop.ui.pages.documents_words import state_badge
from ita_desktop.ui.prose import prose
from ita_desktop.ui.widgets.badge import Badge
from ita_desktop.ui.widgets.buttons import Segments
from ita_desktop.ui.widgets.one_of import OneOf
from ita_desktop.wording.paperwork import kind_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from ita_desktop.domain.papers import PaperKind
    from ita_desktop.domain.paperwork.papers import Kind, Paper, PaperLine, TemplateText
    from ita_desktop.services.changes import Changes
    from ita_desktop.ui.context import Context


@dataclass(frozen=True, slots=True)
class _Shelves:
    """What the shelves show."""

    kinds: tuple[Kind, ...]
    lines: tuple[PaperLine, ...]
    removed: tuple[PaperLine, ...]
    prints: tuple[PaperKind, ...]
    templates: tuple[TemplateText, ...]


class DocumentsPage(Page):
    """Choose a paper from the shelves, or begin one; at the desk it is written, printed, signed."""

    topics: ClassVar[frozenset[Topic]] = EVERYTHING

    def __init__(self, context: Context) -> None:
        super().__init__(context, tr("เอกสาร"))
        self._kinds: dict[str, Kind] = {}
        self._templates: tuple[TemplateText, ...] = ()
        self._paper: Paper | None = None
        self._wanted_line = 0
        self.sheet: QWidget | None = None
        self.desk = Desk(self)
        self.out = WaysOut(self, lambda: self.workspace.path.parent, self._file_written)
        self.deeds = PaperDeeds(self, self.out, self.desk.keep)
        self._make_shelves()
        self._make_head()
        self._stack = OneOf()
        self._stack.addWidget(self._shelf_side())
        self._stack.addWidget(self.desk)
        self.body.addWidget(self._stack, 1)
        self.desk.shown.connect(self._show_paper)
        self._show_head(at_desk=False)

    def _make_shelves(self) -> None:
        """Make the five shelves."""
        self.papers = PaperShelf(self.deeds, self.open_line, lambda: self._kinds)
        ready = ReadyDeeds(self, self.out)
        self.ready = ready
        self.prints = PrintShelf(ready.print, ready.save)
        self.register = RegisterShelf(self, self.out, self.open_paper)
        self.templates = TemplateShelf(
            self._begin_from, ready.write_template, ready.remove_template, lambda: self._kinds
        )
        self.removed = PaperShelf(self.deeds, self.open_line, lambda: self._kinds, removed=True)

    def _shelf_side(self) -> QWidget:
        """The switch between the shelves above them."""
        names = (tr("เอกสารของปี"), tr("พิมพ์จากงานอื่น"), tr("ทะเบียนเลข"), tr("แม่แบบเอกสาร"), tr("ที่ลบไว้"))
        self.switch = Segments(names, [f"Alt+{number}" for number in range(1, 6)])
        self._shelves = OneOf()
        for each in (self.papers, self.prints, self.register, self.templates, self.removed):
            self._shelves.addWidget(each)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        row = QHBoxLayout()
        row.addWidget(self.switch)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self._shelves, 1)
        self.switch.chosen.connect(self.show_shelf)
        return side

    def _make_head(self) -> None:
        """The buttons at the top right, some for the shelves, some for the desk."""
        self.badge = Badge()
        self.add_to_head(self.badge)
        self.folder_button = self.add_action(tr("เปิดโฟลเดอร์"), self.out.open_folder)
        self.read_button = self.add_action(tr("นำแม่แบบเข้า…"), self.ready.read_template)
        self.new_button = self.add_action(tr("เอกสารใหม่"), self.begin, "Ctrl+N", primary=True)
        self.back_button = self.add_action(tr("รายการเอกสาร"), self.leave_desk, "Esc")
        self.keep_button = self.add_action(tr("เก็บฉบับ"), self._keep_version, "Ctrl+S")
        self.manage_button = self.add_action(tr("จัดการ ▾"), self._open_menu, "F9")
        self.print_button = self.add_action(tr("พิมพ์…"), self._print_open, "Ctrl+P", primary=True)
        self.menu = QMenu(self)

    def _show_head(self, *, at_desk: bool) -> None:
        """Show the buttons that belong here; a hidden one's key does nothing."""
        for button, shown in (
            (self.folder_button, not at_desk and self.out.last is not None),
            (self.read_button, not at_desk and self.switch_index == 3),
            (self.new_button, not at_desk),
            (self.back_button, at_desk),
            (self.keep_button, at_desk and not self.desk.editor.isReadOnly()),
            (self.manage_button, at_desk),
            (self.print_button, at_desk),
        ):
            button.setVisible(shown)
        self.badge.setVisible(at_desk)

    def _file_written(self) -> None:
        """A file is out: its folder can be opened."""
        self._show_head(at_desk=self.at_desk)

    @property
    def switch_index(self) -> int:
        """Which shelf is shown."""
        return self._shelves.currentIndex() if hasattr(self, "_shelves") else 0

    @property
    def at_desk(self) -> bool:
        """Whether a paper is open."""
        return self._stack.currentWidget() is self.desk

    # Showing

    def refresh(self) -> None:
        """Ask what there is; for an open paper, what the file says around it."""
        workspace = self.workspace
        if self.at_desk and self._paper is not None:
            key = self._paper.key
            self.desk.keep()
            self.query(lambda: opened(workspace.paperwork, key), self.desk.refresh_around, self._gone)
            return

        def read() -> _Shelves:
            papers = workspace.paperwork.papers
            return _Shelves(
                papers.kinds(),
                papers.list(),
                papers.list(removed=True),
                workspace.printing.kinds(),
                workspace.paperwork.templates.list(),
            )

        self.query(read, self._show_shelves)
        self.register.refresh()

    def _show_shelves(self, found: _Shelves) -> None:
        """Fill the shelves."""
        self._kinds = {kind.code: kind for kind in found.kinds}
        self._templates = found.templates
        self.papers.show_lines(found.lines, self._wanted_line)
        self._wanted_line = 0
        self.removed.show_lines(found.removed)
        self.prints.show_rows(found.prints)
        self.templates.show_rows(found.templates)
        self.switch.set_text(0, prose(tr("เอกสารของปี {count}").format(count=len(found.lines))))
        self.set_subtitle(self.subtitle_label.text() if self.at_desk else "")

    def show_shelf(self, number: int) -> None:
        """Show a shelf, the cursor in its list."""
        self.switch.choose(number)
        self._shelves.setCurrentIndex(number)
        self._show_head(at_desk=False)
        self.take_focus()

    def take_focus(self) -> None:
        """The cursor goes into the list, or into the text."""
        if self.at_desk:
            self.desk.editor.setFocus()
        else:
            shelf = (self.papers, self.prints, self.register, self.templates, self.removed)[self.switch_index]
            shelf.table.setFocus()

    def show_subject(self, subject: str) -> None:
        """Open a paper by its key."""
        if subject.isdecimal():
            self.open_paper(int(subject))

    # The desk

    def open_line(self, line: PaperLine) -> None:
        """Open the paper of a row."""
        self.open_paper(line.key)

    def open_paper(self, key: int) -> None:
        """Open a paper at the desk; what was typed on another is kept."""
        self.desk.keep()
        workspace = self.workspace

        def show(found: Opened) -> None:
            self._stack.setCurrentWidget(self.desk)
            self.desk.show_paper(found)
            self.desk.show_side(0)

        self.query(lambda: opened(workspace.paperwork, key), show)

    def _show_paper(self, paper: Paper) -> None:
        """Say which paper is open and where it stands."""
        self._paper = paper
        if paper.removed:
            self._gone(paper)
            return
        kind = self.desk.opened.kind if self.desk.opened is not None else None
        self.set_subtitle(f"{paper.title} · {kind_name(kind)}" if kind is not None else paper.title)
        self.badge.show_state(state_badge(paper.state))
        self._show_head(at_desk=True)

    def leave_desk(self) -> None:
        """Esc: put the find strip away, else go back to the shelves; what was typed is kept."""
        if self.desk.escape():
            return
        self.desk.keep()
        self._wanted_line = self._paper.key if self._paper is not None else 0
        self._stack.setCurrentIndex(0)
        self._show_head(at_desk=False)
        self.refresh()
        self.take_focus()

    def _gone(self, _: object) -> None:
        """The open paper was put away: go back to the shelves."""
        self._paper = None
        self.desk.forget()
        self.leave_desk()

    def leave(self) -> None:
        """Keep what is being typed."""
        self.desk.keep()

    def _with_paper(self, do: Callable[[Paper], object]) -> None:
        """Do something with the open paper."""
        if self._paper is not None:
            do(self._paper)

    def _keep_version(self) -> None:
        """Ctrl+S: keep a version; the text itself is kept at each pause anyway."""
        self._with_paper(self.deeds.keep_version)

    def _print_open(self) -> None:
        """Open the print dialog of the open paper."""
        self._with_paper(self.deeds.print)

    def _open_menu(self) -> None:
        """Show what can be done with the open paper as it stands now."""
        if self._paper is None:
            return
        self.menu.clear()
        for each in deeds_for(self._paper, self.deeds):
            if each is None:
                self.menu.addSeparator()
            else:
                self.menu.addAction(each[0], each[1])
        if self.out.last is not None:
            self.menu.addAction(tr("เปิดโฟลเดอร์"), self.out.open_folder)
        corner = self.manage_button.mapToGlobal(self.manage_button.rect().bottomRight())
        corner.setX(corner.x() - self.menu.sizeHint().width())
        self.menu.popup(corner)
        self.menu.setActiveAction(self.menu.actions()[0])

    # Beginning

    def begin(self) -> None:
        """Ask what kind of paper is to be begun."""
        rows = beginnings(self._kinds.values(), self._templates)
        sheet = NewPaperSheet(self, rows)
        sheet.chosen.connect(self._begin)
        self.sheet = sheet
        sheet.open()

    def _begin(self, chosen: Beginning) -> None:
        """Begin a paper and open it."""
        workspace = self.workspace

        def made(changes: Changes) -> None:
            self.open_paper(changes.key)

        self.run(lambda: workspace.paperwork.papers.create(chosen.kind, chosen.template), made)

    def _begin_from(self, template: TemplateText) -> None:
        """Begin a paper from a template."""
        self._begin(Beginning(template.kind, template.key, template.name, "", ""))
