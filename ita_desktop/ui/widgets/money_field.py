"""A field for a sum in baht: takes what offices type, shows commas, keeps the exact figure."""

from __future__ import annotations

import re
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from ita_desktop.domain.problems import FieldFault, FieldProblem
from ita_desktop.domain.thai_text import arabic_digits

_SUM = re.compile(r"-?[0-9]{1,12}(?:\.[0-9]{1,2})?")


def read_money(text: str) -> Decimal | None:
    """Read `12,500.50`, `๑๒๕๐๐ บาท`, `-`; None for no sum, and for what is none."""
    plain = arabic_digits(text).replace(",", "").replace("บาท", "").replace(" ", "")
    return Decimal(plain) if _SUM.fullmatch(plain) else None


def shown_money(money: Decimal | None) -> str:
    """Write a sum with commas, satang only where there are some; empty for none."""
    if money is None:
        return ""
    return f"{money:,.0f}" if money == money.to_integral_value() else f"{money:,.2f}"


class MoneyField(QLineEdit):
    """Type a sum; on leaving, it is written out. Empty is no sum, which is not 0."""

    def __init__(self) -> None:
        super().__init__()
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.editingFinished.connect(self._settle)

    @property
    def money(self) -> Decimal | None:
        """The sum that stands here; None if empty or not readable (see `fault`)."""
        return read_money(self.text())

    def set_money(self, money: Decimal | None) -> None:
        """Show a sum."""
        self.setText(shown_money(money))

    def fault(self, field: str) -> FieldProblem | None:
        """What is wrong with what stands here, as a problem of `field`; None if it is a sum or empty."""
        typed = self.text().strip()
        if not typed or typed in {"-", "–"} or self.money is not None:
            return None
        return FieldProblem(field, FieldFault.NOT_A_NUMBER, typed)

    def _settle(self) -> None:
        """Write a readable sum out; leave what cannot be read for the user to mend."""
        if self.fault("") is None:
            self.set_money(self.money)
