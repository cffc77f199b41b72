"""The report of a month: how much is done, what was done and spent, what hinders, what proves it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit

from ita_desktop.domain.plan.months import Month, month_of
from ita_desktop.domain.plan.progress import Report
from ita_desktop.domain.problems import FieldFault, FieldProblem
from ita_desktop.domain.thai_text import arabic_digits
from ita_desktop.support import clock
from ita_desktop.support.language import tr
from ita_desktop.ui.prose import prose, short_month
from ita_desktop.ui.widgets.buttons import ActionButton
from ita_desktop.ui.widgets.card import SidePanel
from ita_desktop.ui.widgets.form import Choice, Form, Note
from ita_desktop.ui.widgets.labels import Text
from ita_desktop.ui.widgets.money_field import MoneyField
from ita_desktop.wording.fields import field_name

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from ita_desktop.domain.plan.followed import Followed

CENTURY = 100


class ReportPanel(SidePanel):
    """Takes a month's report in and gives it back as typed; the view keeps it."""

    save_asked = Signal()
    remove_asked = Signal()
    given_up = Signal()

    def __init__(self) -> None:
        super().__init__(" ", width=360)
        self._followed: Followed | None = None
        self._kept: Report | None = None
        self.target = Text("", "muted", wrap=True)
        self.month, self.percent = Choice(), QLineEdit()
        self.percent.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.done, self.obstacles, self.evidence = Note(3), Note(2), Note(2)
        self.spent = MoneyField()
        self.form = Form()
        self.form.add("month", field_name("month"), self.month)
        self.form.add_pair(
            ("progress", field_name("progress"), self.percent), ("spent", field_name("spent"), self.spent)
        )
        for name, field in (("done", self.done), ("obstacles", self.obstacles), ("proof", self.evidence)):
            self.form.add(name, field_name(name), field)
        self.month.activated.connect(lambda _: self._show_month())
        self.body.addWidget(self.target)
        self.body.addWidget(self.form)
        self.body.addStretch(1)
        self.foot.addWidget(ActionButton(tr("บันทึก"), self.save_asked.emit, "Ctrl+S", "primary"))
        self.foot.addWidget(ActionButton(tr("ลบรายงาน"), self.remove_asked.emit, "", "plain"))
        self.foot.addStretch(1)

    def show_followed(self, followed: Followed | None) -> None:
        """Show a measure: the report of this month, or of the last one of its year that is past."""
        same = self._followed is not None and followed is not None
        same = same and self._followed.measure.key == followed.measure.key  # type: ignore[union-attr]
        before = self.month.value if same else None
        self._followed = followed
        self.setEnabled(followed is not None)
        if followed is None:
            self.title.setText(tr("รายงานรายเดือน"))
            return
        self.title.setText(followed.measure.title)
        self.target.setText(_target(followed))
        self.target.setVisible(bool(self.target.text()))
        self.month.clear()
        for month in followed.months:
            told = "" if followed.report(month) is None else tr(" · รายงานแล้ว")
            self.month.addItem(_month_words(month) + told, month)
        self.month.set_value(before or _present(followed))
        self._show_month()

    def _show_month(self) -> None:
        """Show the report of the chosen month."""
        report = self.kept_report
        self._fill(report or Report(0, Month(1, 1), self._followed.percent or 0 if self._followed else 0))
        self.mark_kept()

    def _fill(self, report: Report) -> None:
        """Put a report into the fields."""
        self.form.clear_problems()
        self.percent.setText(str(report.percent))
        self.spent.set_money(report.spent)
        for field, text in (
            (self.done, report.done), (self.obstacles, report.obstacles), (self.evidence, report.evidence),
        ):  # fmt: skip
            field.setText(text)

    def restore(self, report: Report) -> None:
        """Show again what could not be kept."""
        self.month.set_value(report.month)
        self._fill(report)
        self._kept = None

    @property
    def kept_report(self) -> Report | None:
        """The report of the chosen month as the file has it; None if there is none."""
        month = self.month.value
        if self._followed is None or not isinstance(month, Month):
            return None
        return self._followed.report(month)

    @property
    def month_words(self) -> str:
        """The chosen month in words."""
        month = self.month.value
        return _month_words(month) if isinstance(month, Month) else ""

    def typed(self) -> Report | None:
        """The report as it stands here; None where no measure is shown."""
        month = self.month.value
        if self._followed is None or not isinstance(month, Month):
            return None
        percent = arabic_digits(self.percent.text()).strip().rstrip("%")
        return Report(
            self._followed.measure.key,
            month,
            int(percent) if percent.isdecimal() else 0,
            self.done.text().strip(),
            self.spent.money,
            self.obstacles.text().strip(),
            self.evidence.text().strip(),
        )

    def mark_kept(self) -> None:
        """Take what stands here for what is kept."""
        self._kept = self.typed()

    @property
    def changed(self) -> bool:
        """Whether something was typed that is not kept yet."""
        return self._followed is not None and (
            self.typed() != self._kept or self.spent.fault("spent") is not None
        )

    def check(self) -> bool:
        """Tell what cannot be read at its field; True if all can."""
        self.form.clear_problems()
        typed = arabic_digits(self.percent.text()).strip().rstrip("%")
        no_number = FieldProblem("progress", FieldFault.NOT_A_NUMBER, typed)
        faults = (None if typed.isdecimal() else no_number, self.spent.fault("spent"))
        for fault in faults:
            if fault is not None:
                self.form.show_problem(fault)
                return False
        return True

    def enter(self) -> None:
        """Put the cursor where writing begins."""
        self.percent.setFocus(Qt.FocusReason.OtherFocusReason)
        self.percent.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc gives up what is typed."""
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)


def _month_words(month: Month) -> str:
    """Write `มี.ค. ๖๘ (ไตรมาส ๒)`."""
    year = (month.year + 543) % CENTURY
    words = tr("{month} {year} (ไตรมาส {quarter})")
    return prose(words.format(month=short_month(month.month), year=f"{year:02d}", quarter=month.quarter))


def _present(followed: Followed) -> Month:
    """The month that is reported on now: this one, or the nearest of the measure's year."""
    months = followed.months
    return min(max(month_of(clock.now().date()), months[0]), months[-1])


def _target(followed: Followed) -> str:
    """What is to be reached, and what was."""
    measure = followed.measure
    parts = []
    if measure.success:
        parts.append(tr("วัดที่ {success} เป้าหมาย {target}").format(
            success=measure.success, target=measure.target or "–"
        ))  # fmt: skip
    if measure.achieved:
        parts.append(tr("ทำได้ {achieved}").format(achieved=measure.achieved))
    return prose(" · ".join(parts))
