"""The form in which the figures of one year before are typed, or pasted whole."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit

from ita_desktop.domain.fiscal_year import FIRST_ASSESSED_YEAR
from ita_desktop.domain.problems import FieldFault, FieldProblem
from ita_desktop.domain.thai_text import arabic_digits
from ita_desktop.support.language import tr
from ita_desktop.ui.widgets.buttons import ActionButton
from ita_desktop.ui.widgets.card import SidePanel
from ita_desktop.ui.widgets.form import Form
from ita_desktop.ui.widgets.labels import Text

if TYPE_CHECKING:
    from collections.abc import Mapping


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
    """Figures of one year before. `saved(year, {key: figure or None})` tells what is to be kept.

    `pasted(year, text)` brings a copied table of that year, indicators and all.
    """

    saved = Signal(int, object)
    pasted = Signal(int, str)

    def __init__(self, keys: tuple[str, ...], working_year: int) -> None:
        super().__init__(tr("คะแนนที่ประกาศของปีก่อน"))
        self._keys, self._working_year = keys, working_year
        self._known: Mapping[int, Mapping[str, Decimal]] = {}
        self.form = Form()
        self.year = QLineEdit()
        self.year.editingFinished.connect(self._fill)
        self.fields = {key: QLineEdit() for key in keys}
        self._lay_fields()
        self.body.addWidget(self.form)
        self.body.addWidget(Text(tr("ช่องที่ว่างคือไม่มีค่า ไม่ใช่ 0 คะแนน"), "small", wrap=True))
        self.body.addStretch(1)
        self.foot.addWidget(ActionButton(tr("บันทึก"), self.save, "Ctrl+S", "primary"))
        self.foot.addWidget(ActionButton(tr("วางตาราง"), self.paste, "Ctrl+Shift+V"))
        self.foot.addStretch(1)

    def _lay_fields(self) -> None:
        """Put year and total side by side, then the tools by twos."""
        named = [(key, tr("คะแนนรวม") if key == "total" else key, self.fields[key]) for key in self._keys]
        cells = [("fiscal_year", tr("ปีงบประมาณ"), self.year), *named]
        for first in range(0, len(cells), 2):
            self.form.add_pair(*cells[first : first + 2])

    def take_known(self, known: Mapping[int, Mapping[str, Decimal]]) -> None:
        """Know what is kept of each year."""
        self._known = known

    def show_year(self, year: int | None) -> None:
        """Show a year's figures; an empty form for none."""
        self.form.clear_problems()
        figures = self._known.get(year, {}) if year is not None else {}
        self.year.setText(str(year) if year is not None else "")
        for key, field in self.fields.items():
            figure = figures.get(key)
            field.setText(f"{figure:.2f}" if figure is not None else "")

    def _fill(self) -> None:
        """Show what is kept of the year just typed, so that saving does not forget it."""
        plain = arabic_digits(self.year.text())
        known = plain.isdecimal() and int(plain) in self._known
        if known and not any(field.text() for field in self.fields.values()):
            self.show_year(int(plain))

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

    def paste(self) -> None:
        """Take the figures of the year above from a table on the clipboard."""
        self.form.clear_problems()
        try:
            year = self._read_year()
        except FieldProblem as problem:
            self.form.show_problem(problem)
            return
        self.pasted.emit(year, QGuiApplication.clipboard().text())

    def _read_year(self) -> int:
        """Read the year, or say which years there are."""
        text = arabic_digits(self.year.text()).strip()
        if not text:
            raise FieldProblem("fiscal_year", FieldFault.EMPTY)
        last = self._working_year - 1
        if not text.isdecimal() or not FIRST_ASSESSED_YEAR <= int(text) <= last:
            raise FieldProblem("fiscal_year", FieldFault.OUT_OF_RANGE, text, f"{FIRST_ASSESSED_YEAR}-{last}")
        return int(text)
