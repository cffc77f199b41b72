"""Years side by side: a chart, a table, and a form to type in what was published in the years before."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ita_desktop.domain.fiscal_year import FIRST_ASSESSED_YEAR
from ita_desktop.domain.numbers import rounded
from ita_desktop.domain.problems import FieldFault, FieldProblem
from ita_desktop.domain.thai_text import arabic_digits
from ita_desktop.support.language import tr
from ita_desktop.ui import theme
from ita_desktop.ui.prose import prose
from ita_desktop.ui.widgets.buttons import ActionButton
from ita_desktop.ui.widgets.card import Card, SidePanel
from ita_desktop.ui.widgets.charts_years import BandLine, YearBar, YearsChart
from ita_desktop.ui.widgets.form import Form
from ita_desktop.ui.widgets.labels import Text
from ita_desktop.ui.widgets.table import Column, RowModel, Table
from ita_desktop.wording.results import level_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ita_desktop.domain.comparability import Comparability
    from ita_desktop.services.results import PastYear, YearResult

SHOWN_YEARS = 4


@dataclass(frozen=True, slots=True)
class YearRow:
    """A year's figures by key, its level, and whether it is the one that is worked on."""

    year: int
    figures: Mapping[str, Decimal]
    level: str
    working: bool = False


def year_rows(result: YearResult) -> tuple[YearRow, ...]:
    """List the years from the oldest to the one that is worked on."""
    rows = []
    for past in sorted(result.past, key=lambda each: each.year):
        total = {} if past.total is None else {"total": rounded(past.total)}
        rows.append(YearRow(past.year, {**total, **past.figures}, past.level))
    keys = ("total", *(tool.code for tool in result.instrument.tools))
    values = {key: result.sheet.value(key) for key in keys}
    now = {key: rounded(value) for key, value in values.items() if value is not None}
    if "total" not in now and result.provisional is not None:
        now["total"] = rounded(result.provisional)
    return (*rows, YearRow(result.year, now, level_words(result), working=True))


def read_figure(key: str, text: str) -> Decimal | None:
    """Read a published figure as typed, in either digits; None for nothing. FieldProblem otherwise."""
    plain = arabic_digits(text).strip().replace(",", ".")
    if not plain:
        return None
    try:
        value = Decimal(plain)
    except InvalidOperation as error:
        raise FieldProblem(key, FieldFault.NOT_A_NUMBER, text) from error
    if not value.is_finite() or not 0 <= value <= 100:
        raise FieldProblem(key, FieldFault.OUT_OF_RANGE, text, "0-100")
    return value.quantize(Decimal("0.01"))


class PastForm(SidePanel):
    """Figures of one year before. `saved(year, {key: figure or None})` tells what is to be kept."""

    saved = Signal(int, object)

    def __init__(self, keys: tuple[str, ...], working_year: int) -> None:
        super().__init__(tr("คะแนนที่ประกาศของปีก่อน"))
        self._keys, self._working_year = keys, working_year
        self._rows: dict[int, YearRow] = {}
        self.form = Form()
        self.year = QLineEdit()
        self.year.editingFinished.connect(self._fill)
        self.fields = {key: QLineEdit() for key in keys}
        self._lay_fields()
        self.body.addWidget(self.form)
        self.body.addWidget(Text(tr("ช่องที่ว่างคือไม่มีค่า ไม่ใช่ 0 คะแนน"), "small", wrap=True))
        self.body.addStretch(1)
        self.foot.addWidget(ActionButton(tr("บันทึก"), self.save, "Ctrl+S", "primary"))
        self.foot.addStretch(1)

    def _lay_fields(self) -> None:
        """Put year and total side by side, then the tools by twos."""
        named = [(key, tr("คะแนนรวม") if key == "total" else key, self.fields[key]) for key in self._keys]
        cells = [("fiscal_year", tr("ปีงบประมาณ"), self.year), *named]
        for first in range(0, len(cells), 2):
            self.form.add_pair(*cells[first : first + 2])

    def take_rows(self, rows: tuple[YearRow, ...]) -> None:
        """Know what is kept of each year."""
        self._rows = {row.year: row for row in rows if not row.working}

    def show_year(self, row: YearRow | None) -> None:
        """Show a year's figures; an empty form for none."""
        self.form.clear_problems()
        self.year.setText(str(row.year) if row else "")
        for key, field in self.fields.items():
            figure = row.figures.get(key) if row else None
            field.setText(f"{figure:.2f}" if figure is not None else "")

    def _fill(self) -> None:
        """Show what is kept of the year just typed, so that saving does not forget it."""
        known = self._rows.get(int(plain)) if (plain := arabic_digits(self.year.text())).isdecimal() else None
        if known is not None and not any(field.text() for field in self.fields.values()):
            self.show_year(known)

    def save(self) -> None:
        """Check what is typed, tell faults at their fields, else tell what is to be kept."""
        self.form.clear_problems()
        try:
            year = self._read_year()
            figures = {key: read_figure(key, field.text()) for key, field in self.fields.items()}
        except FieldProblem as problem:
            self.form.show_problem(problem)
            return
        self.saved.emit(year, figures)

    def _read_year(self) -> int:
        """Read the year, or say which years there are."""
        text = arabic_digits(self.year.text()).strip()
        if not text:
            raise FieldProblem("fiscal_year", FieldFault.EMPTY)
        last = self._working_year - 1
        if not text.isdecimal() or not FIRST_ASSESSED_YEAR <= int(text) <= last:
            raise FieldProblem("fiscal_year", FieldFault.OUT_OF_RANGE, text, f"{FIRST_ASSESSED_YEAR}-{last}")
        return int(text)


class YearsView(QWidget):
    """Chart and table at the left, the form at the right. It is made anew when the instrument changes."""

    def __init__(self, result: YearResult) -> None:
        super().__init__()
        tools = tuple(tool.code for tool in result.instrument.tools)
        self.chart = YearsChart()
        self.table: Table[YearRow] = Table(RowModel(_columns(tools)))
        self.table.row_chosen.connect(self._choose)
        self.form = PastForm(("total", *tools), result.year)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(18)
        card = Card(tr("คะแนนรวมรายปี และระดับตามเกณฑ์ของปีที่ประเมิน"))
        card.body.addWidget(self.chart, 1)
        card.body.addWidget(self.table)
        self.shapes = Text("", "small", wrap=True)
        card.body.addWidget(self.shapes)
        left = QVBoxLayout()
        left.addWidget(card)
        row.addLayout(left, 1)
        row.addWidget(self.form)
        self.show_result(result)

    def show_result(self, result: YearResult) -> None:
        """Show another result."""
        rows = year_rows(result)
        bars = [
            YearBar(prose(str(row.year)), row.figures.get("total"), row.level, row.working) for row in rows
        ]
        bands = [
            BandLine(" / ".join(labels), Decimal(str(floor))) for floor, labels in _floors(result).items()
        ]
        self.chart.show_years(bars, bands)
        self.shapes.setText("\n".join(shape_lines(result.past)))
        self.shapes.setVisible(bool(result.past))
        chosen = self.table.chosen
        self.form.take_rows(rows)
        self.table.setFixedHeight(theme.scaled(29) * min(len(rows), SHOWN_YEARS) + theme.scaled(40))
        self.table.show_rows(rows, (lambda row: row.year == chosen.year) if chosen else None)

    def _choose(self, row: YearRow | None) -> None:
        """Show the year under the cursor in the form; the working year is not typed in."""
        self.form.show_year(None if row is None or row.working else row)


def shape_lines(past: Sequence[PastYear]) -> tuple[str, ...]:
    """Say what of earlier years compares with this one; years of which the same is true share a line."""
    lines = {year.year: _shape_words(year.shape) for year in past}
    together: dict[str, list[str]] = {}
    for number, words in sorted(lines.items()):
        together.setdefault(words, []).append(str(number))
    return tuple(
        prose(tr("ปี {years}: {words}").format(years=", ".join(years), words=words))
        for words, years in together.items()
    )


def _shape_words(shape: Comparability | None) -> str:
    """Say what can be compared with a year, and what cannot."""
    if shape is None:
        return tr("ไม่มีแบบของปีนั้นในแฟ้ม เทียบได้เพียงคะแนนที่ประกาศ อย่าเทียบรายข้อ")
    unlike = [tr("คะแนนรวม") if key == "total" else key for key in shape.unlike]
    if not shape.same_items:
        unlike.append(tr("ทุกข้อคำถาม"))
    if not unlike:
        return tr("เทียบได้ทุกชั้นถึงตัวชี้วัด")
    return tr("เทียบได้ถึงตัวชี้วัดที่ชื่อตรงกัน ยกเว้น {unlike}").format(unlike=", ".join(unlike))


def _floors(result: YearResult) -> dict[int, list[str]]:
    """Group the levels by their floor: two levels that differ only in conditions share a stripe."""
    found: dict[int, list[str]] = {}
    for band in result.instrument.grade_rule.bands:
        found.setdefault(int(band.total_at_least), []).append(band.label)
    return found


def _columns(tools: tuple[str, ...]) -> list[Column[YearRow]]:
    """Year, total, level, then the tools."""

    def figure(key: str) -> Column[YearRow]:
        """Make the column of a figure."""
        title = tr("คะแนนรวม") if key == "total" else key
        return Column(
            title, lambda row: f"{row.figures[key]:.2f}" if key in row.figures else "–", 110, number=True
        )

    year: Column[YearRow] = Column(tr("ปีงบประมาณ"), lambda row: prose(str(row.year)), 130)
    level: Column[YearRow] = Column(tr("ระดับ"), lambda row: row.level or tr("ยังไม่มีข้อมูล"))
    return [year, figure("total"), *(figure(tool) for tool in tools), level]
