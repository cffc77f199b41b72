"""The desk at which one paper is written: the text and its fields at the left, its pages at the right."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSplitter, QVBoxLayout, QWidget

from ita_desktop.domain.paperwork.papers import FIXED, Paper
from ita_desktop.support.language import tr
from ita_desktop.ui.pages.documents_fields import KindFields
from ita_desktop.ui.pages.documents_inserts import Inserts
from ita_desktop.ui.pages.documents_live import LivePaper, Written
from ita_desktop.ui.pages.documents_pictures import DeskPictures
from ita_desktop.ui.pages.documents_preview import Preview
from ita_desktop.ui.pdf_view import PdfPages
from ita_desktop.ui.prose import clock_words, prose
from ita_desktop.ui.widgets.banner import ProblemBanner
from ita_desktop.ui.widgets.buttons import Segments
from ita_desktop.ui.widgets.card import Card
from ita_desktop.ui.widgets.keys import on_keys
from ita_desktop.ui.widgets.labels import Text
from ita_desktop.ui.widgets.one_of import OneOf
from ita_desktop.ui.widgets.rich_editor import RichEditor
from ita_desktop.ui.widgets.rich_editor.find_bar import FindBar
from ita_desktop.ui.widgets.rich_editor.toolbar import Toolbar
from ita_desktop.wording.paperwork import value_name

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtGui import QImage

    from ita_desktop.domain.paperwork.papers import Kind, LiveValue
    from ita_desktop.services.paperwork.paperwork import Paperwork
    from ita_desktop.ui.page import Page
    from ita_desktop.ui.widgets.page_view import Spot
    from ita_desktop.ui.widgets.rich_editor.html_reader import Pasted

THAI_FIGURES = "ไทย"
"""What the field of a paper's figures says for Thai ones."""
LEFT_SHARE = 53
"""Percent of the width for the text; the line can be moved."""


@dataclass(frozen=True, slots=True)
class Opened:
    """All that is needed to show a paper."""

    paper: Paper
    kind: Kind
    proposals: dict[str, str]
    values: tuple[LiveValue, ...]
    parts: tuple[LiveValue, ...]


def opened(paperwork: Paperwork, key: int) -> Opened:
    """Read a paper with what surrounds it; in the worker."""
    paper = paperwork.papers.paper(key)
    kind = paperwork.papers.kind(paper.kind)
    proposals = paperwork.papers.proposals(paper.kind)
    return Opened(paper, kind, proposals, paperwork.papers.values(), paperwork.papers.parts())


class Desk(QWidget):
    """One paper at a time. `shown(paper)` tells which one is open, and again when its state changed."""

    shown = Signal(object)

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self.opened: Opened | None = None
        self.editor, self.fields, self.banner = RichEditor(), KindFields(), ProblemBanner()
        self.find_bar, self.toolbar = FindBar(self.editor), Toolbar(self.editor)
        self.preview = Preview(page.query)
        self.live = LivePaper(page, self.preview.view, self.written)
        self.pictures = DeskPictures(page, self.editor, self.banner)
        self.inserts = Inserts(self.editor, self.pictures.add)
        self.sides = Segments((tr("เนื้อหา"), tr("หัวเรื่องและผู้ลงนาม")), ("Alt+1", "Alt+2"))
        self.saved = Text("", "muted")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        """Put the text at the left, the page at the right; the line between them can be moved."""
        left = Card(margin=8)
        head = QHBoxLayout()
        head.addWidget(self.sides)
        head.addStretch(1)
        head.addWidget(self.saved)
        scrolled = QScrollArea()
        scrolled.setWidgetResizable(True)
        scrolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scrolled.setWidget(self.fields)
        text = QWidget()
        column = QVBoxLayout(text)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for each in (self.toolbar, self.find_bar):
            column.addWidget(each)
        column.addWidget(self.editor, 1)
        self._stack = OneOf()
        self._stack.addWidget(text)
        self._stack.addWidget(scrolled)
        left.body.setSpacing(4)
        left.body.addLayout(head)
        left.body.addWidget(self.banner)
        left.body.addWidget(self._stack, 1)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(left)
        self._split.addWidget(self.preview)
        self._split.setSizes([100 * LEFT_SHARE, 100 * (100 - LEFT_SHARE)])  # shares of what there is
        self._split.setStretchFactor(0, LEFT_SHARE)
        self._split.setStretchFactor(1, 100 - LEFT_SHARE)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._split)

    def _connect(self) -> None:
        """Let the parts hear each other."""
        editor, live = self.editor, self.live
        editor.edited.connect(live.note_edit)
        self.fields.edited.connect(live.note_edit)
        editor.asked.connect(self._asked)
        editor.told.connect(self._tell_paste)
        editor.cursorPositionChanged.connect(self._follow)
        live.is_set.connect(self._page_set)
        live.sent.connect(self._note_sent)
        live.kept.connect(self._say_saved)
        live.unset.connect(self.banner.tell)
        live.failed.connect(self.banner.tell)
        self.sides.chosen.connect(self.show_side)
        self.preview.view.pressed.connect(self._go_to_spot)
        on_keys("F6", self, self.next_pane)

    # The paper

    def show_paper(self, opened: Opened) -> None:
        """Show a paper, its text from the beginning."""
        before, self.opened = self.opened, opened
        same = before is not None and before.paper.key == opened.paper.key
        place = self.editor.caret if same else None
        self.live.opened()
        if not same:
            self.preview.view.forget()
            self.saved.setText("")
            self.banner.clear()
            self.find_bar.hide()
        paper, fixed = opened.paper, opened.paper.state in FIXED
        self.editor.setReadOnly(fixed)
        self.toolbar.setEnabled(not fixed)
        self._show_around(opened)
        self.editor.load(paper.document)
        self.fields.show_kind(opened.kind, paper.fields, opened.proposals)
        self.fields.set_read_only(fixed)
        if place is not None:
            self.editor.go_to(*place)
        self.shown.emit(paper)
        if fixed:
            self._show_signed(paper.key)
        else:
            self.live.set_again()

    def _show_around(self, opened: Opened) -> None:
        """Give live values and parts their words."""
        self.inserts.values, self.inserts.parts = opened.values, opened.parts
        names = {each.name: value_name(each) for each in (*opened.parts, *opened.values)}
        values = {each.name: each.text for each in opened.values}
        chosen = opened.paper.fields.get("digits")
        thai = opened.kind.thai_digits if chosen is None else chosen == THAI_FIGURES
        self.editor.show_values(values, names, digits_thai=thai)

    def refresh_around(self, opened: Opened) -> None:
        """Something in the file changed: live values, the state, or the text itself by another way."""
        now = self.opened
        if now is None or now.paper.key != opened.paper.key:
            return
        ours = now.paper
        changed = (opened.paper.fields, opened.paper.document) != (ours.fields, ours.document)
        if opened.paper.state is not ours.state or changed:
            self.show_paper(opened)
            return
        self.opened = opened
        self._show_around(opened)
        self.shown.emit(opened.paper)
        if opened.paper.state not in FIXED:
            self.live.set_again()

    def forget(self) -> None:
        """Show no paper."""
        self.opened = None
        self.live.opened()
        self.preview.view.forget()

    def written(self) -> Written | None:
        """What stands here now; None for no paper or one that is fixed."""
        if self.opened is None or self.opened.paper.state in FIXED:
            return None
        paper = self.opened.paper
        return Written(paper.key, paper.kind, self.fields.fields(), self.editor.rich_text())

    def keep(self) -> None:
        """Put what is typed on the disk now; later commands find it there, for work is done in order."""
        self.live.keep()

    def _note_sent(self, written: Written) -> None:
        """Remember what the disk will hold: another text found there later came by another way."""
        if self.opened is not None and written.document is not None:
            paper = replace(self.opened.paper, fields=written.fields, document=written.document)
            self.opened = replace(self.opened, paper=paper)
            self._show_around(self.opened)

    def _show_signed(self, key: int) -> None:
        """Show the PDF that was signed."""
        workspace, draw = self._page.workspace, self.preview.view.drawn_ahead()

        def work() -> tuple[PdfPages, dict[int, QImage]]:
            pages = PdfPages(workspace.paperwork.pages.pdf(key))
            return pages, dict(draw(pages))

        self._page.query(work, lambda made: self.preview.view.show_paper(*made))

    def _say_saved(self, at: datetime) -> None:
        """Say when it was kept."""
        self.saved.setText(prose(tr("บันทึกแล้ว {time}").format(time=clock_words(at))))

    # Between text and page

    def _page_set(self) -> None:
        """The page is there: show where the cursor is on it; it moves there only while one is writing."""
        self.banner.clear()
        self.live.reveal(*self.editor.caret, move=self.editor.hasFocus())

    def _follow(self) -> None:
        """Show the cursor's place on the page."""
        self.live.reveal(*self.editor.caret)

    def _go_to_spot(self, spot: Spot) -> None:
        """Go to the letter that a place on the page shows."""
        found = self.live.letter_at(spot)
        if found is not None:
            self.show_side(0)
            self.editor.go_to(*found)

    def show_side(self, number: int) -> None:
        """Show the text or the fields, the cursor in it."""
        self.sides.choose(number)
        self._stack.setCurrentIndex(number)
        if number == 0:
            self.editor.setFocus()
        elif self.opened is not None and self.opened.kind.fields:
            self.fields.widget(self.opened.kind.fields[0].code).setFocus()

    def next_pane(self) -> None:
        """F6: from the text to the page and back."""
        view = self.preview.view
        if view.hasFocus():
            self.show_side(self.sides.current)
        else:
            view.setFocus()

    def escape(self) -> bool:
        """Esc puts the find strip away first; False if there was none."""
        if self.find_bar.isVisible():
            self.find_bar.put_away()
            return True
        return False

    # What the editor asks

    def _asked(self, name: str) -> None:
        """Do a command that needs an answer."""
        if name in ("find", "replace"):
            self.find_bar.open(replacing=name == "replace")
        else:
            self.inserts.ask(name)

    def _tell_paste(self, pasted: Pasted) -> None:
        """Say what of a paste is not as it was."""
        lines = []
        if pasted.wide:
            words = tr("ตารางที่วางมี {count} คอลัมน์ กว้างเกินหน้ากระดาษ จึงแบ่งเป็นหลายตารางต่อกันลงมา ไม่มีข้อความหาย")
            lines.append(words.format(count=pasted.wide))
        if pasted.left_out:
            words = tr("มีภาพ {count} ภาพที่ไม่ได้มากับข้อความที่วาง ให้แทรกภาพจากไฟล์แทน")
            lines.append(words.format(count=pasted.left_out))
        self.banner.say(prose("\n".join(lines)))
