"""Which column of somebody's sheet is which question: what was found out stands there, to be changed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QScrollArea, QSizePolicy, QWidget

from ita_desktop.domain.answer_layout import NUMBER, PASSED_OVER, Figures, LayoutWish
from ita_desktop.support.language import tr
from ita_desktop.ui import theme
from ita_desktop.ui.prose import prose
from ita_desktop.ui.sheet_dialog import SheetDialog
from ita_desktop.ui.widgets.buttons import ActionButton
from ita_desktop.ui.widgets.form import Choice, Form
from ita_desktop.ui.widgets.labels import CutText, Text
from ita_desktop.wording.states import label

if TYPE_CHECKING:
    from ita_desktop.domain.answer_layout import LayoutColumn, SheetLayout
    from ita_desktop.domain.instrument import Instrument

SIZE = QSize(900, 680)
LONGEST_TEXT = 70


class LayoutDialog(SheetDialog):
    """One sheet of the workbook at a time. `wished` carries what is said of all of them."""

    wished = Signal(object)

    def __init__(self, parent: QWidget, instrument: Instrument, layouts: tuple[SheetLayout, ...]) -> None:
        super().__init__(parent, tr("จับคู่คอลัมน์กับข้อ"), SIZE)
        self._instrument, self._layouts = instrument, layouts
        self._parts = {part.code: tool for tool, part in instrument.survey_parts() if tool.questions}
        self._said: dict[str, str] = {}
        self._chosen_parts = {layout.sheet: layout.part for layout in layouts}
        self.fields: dict[int, Choice] = {}
        self.sheet = Choice((place, layout.sheet) for place, layout in enumerate(layouts))
        self.part = Choice([("", tr("เลือกส่วน")), *((code, code) for code in self._parts)])
        self.figures = Choice((figures, label(figures)) for figures in Figures)
        self.head = Form()
        self.scroll_area = QScrollArea()
        self._lay_out()
        self.sheet.currentIndexChanged.connect(lambda _: self._show_sheet())
        self.part.currentIndexChanged.connect(lambda _: self._choose_part())
        if layouts:
            self.figures.set_value(layouts[0].figures)
            self._show_sheet()
        (self.sheet if len(layouts) > 1 else self.part).setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        """Sheet, part and figures above, the columns below."""
        self.head.add_pair(
            ("sheet", tr("แผ่นงาน"), self.sheet),
            ("part", tr("เป็นคำตอบของ"), self.part),
            ("figures", tr("ตัวเลขในช่องคำตอบคือ"), self.figures),
        )
        self.body.addWidget(self.head)
        words = tr("โปรแกรมเดาไว้ให้แล้ว ตรวจแล้วแก้ที่ไม่ตรง · จำไว้ใช้กับไฟล์ที่มีหัวคอลัมน์ชุดเดียวกัน")
        self.body.addWidget(Text(words, "muted", wrap=True))
        self.scroll_area.setWidgetResizable(True)
        self.scroll_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body.addWidget(self.scroll_area, 1)
        self.foot.addStretch(1)
        self.foot.addWidget(ActionButton(tr("ยกเลิก"), self.close, "Esc"))
        self.foot.addWidget(ActionButton(tr("ตรวจอีกครั้ง"), self.done_here, "Ctrl+S", "primary"))

    @property
    def _layout(self) -> SheetLayout:
        """The sheet that is shown."""
        return self._layouts[self.sheet.currentIndex()]

    def _show_sheet(self) -> None:
        """Show the columns of the chosen sheet."""
        self.part.blockSignals(True)
        self.part.set_value(self._chosen_parts[self._layout.sheet])
        self.part.blockSignals(False)
        self._show_columns()

    def _choose_part(self) -> None:
        """Note which part the sheet is of; the questions on offer are that part's."""
        self._chosen_parts[self._layout.sheet] = str(self.part.value or "")
        self._show_columns()

    def _show_columns(self) -> None:
        """Put up a line for each column: its header, and which question it is read as."""
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setContentsMargins(2, 0, 8, 0)
        grid.setHorizontalSpacing(theme.WIDE_GAP)
        grid.setVerticalSpacing(6)
        for half in range(2):
            grid.setColumnStretch(half, 1)
        self.fields = {}
        offered = self._offered()
        for row, column in enumerate(self._layout.columns):
            grid.addWidget(self._header(column), row, 0)
            choice = Choice(offered)
            choice.setAccessibleName(column.header)
            choice.set_value(self._said.get(column.header, column.field) or PASSED_OVER)
            choice.currentIndexChanged.connect(partial(self._say, column.header, choice))
            self.fields[column.column] = choice
            grid.addWidget(choice, row, 1)
        grid.setRowStretch(len(self._layout.columns), 1)
        self.scroll_area.setWidget(inner)

    def _header(self, column: LayoutColumn) -> CutText:
        """The header as it stands in the sheet; a guess is marked."""
        words = tr("{header} (เดา)").format(header=column.header) if column.guessed else column.header
        text = CutText(words)
        text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        return text

    def _offered(self) -> list[tuple[object, str]]:
        """What a column may be: nothing, the form's number, a question."""
        tool = self._parts.get(self._chosen_parts[self._layout.sheet])
        known = (
            [tool] if tool is not None else list({id(each): each for each in self._parts.values()}.values())
        )
        questions = [question for each in known for question in each.form]
        found: dict[object, str] = {PASSED_OVER: tr("ไม่อ่าน"), NUMBER: tr("เลขที่แบบ")}
        for question in questions:
            found.setdefault(question.code, prose(f"{question.code}  {question.text}")[:LONGEST_TEXT])
        return list(found.items())

    def _say(self, header: str, choice: Choice, _index: int) -> None:
        """Note what a column is."""
        self._said[header] = str(choice.value)

    def done_here(self) -> None:
        """Hand over what was said, with all that was found out."""
        fields = {
            column.header: column.field or PASSED_OVER
            for layout in self._layouts
            for column in layout.columns
        }
        parts = {sheet: part for sheet, part in self._chosen_parts.items() if part}
        figures = self.figures.value
        wish = LayoutWish({**fields, **self._said}, parts, figures if isinstance(figures, Figures) else None)
        self.close()
        self.wished.emit(wish)
