"""What no plan can have: no title, days outside its years, an end before the start, money below nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ita_desktop.domain.fiscal_year import BUDDHIST_OFFSET, FiscalYear, fiscal_year_of
from ita_desktop.domain.plan.months import within
from ita_desktop.domain.problems import FieldFault, FieldProblem
from ita_desktop.domain.thai_date import numeric_date
from ita_desktop.domain.thai_text import normalized

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

    from ita_desktop.domain.instrument import Instrument
    from ita_desktop.domain.measures import Measure

PLACES = -2
"""Satang: a sum has two decimals at most."""


def checked_measure(measure: Measure, instrument: Instrument, written: FiscalYear) -> Measure:
    """Return a measure with mended text.

    FieldProblem without a title or a known indicator, for an item of another indicator, for dates that are
    reversed or outside the years of the plan, for money below 0.
    """
    title = normalized(measure.title)
    if not title:
        raise FieldProblem("title", FieldFault.EMPTY)
    found = next((each for each in instrument.indicators if each.code == measure.indicator), None)
    if found is None:
        raise FieldProblem("indicator", FieldFault.NOT_OFFERED, measure.indicator)
    answers = measure.answers if measure.answers != found.code else ""
    if answers and answers not in {item.code for item in found.items}:
        raise FieldProblem("answers", FieldFault.NOT_OFFERED, measure.answers)
    check_period("start", "end", measure.start, measure.end, written)
    for step in measure.plan:
        check_period("steps", "steps", step.start, step.end, written)
    check_money("money", measure.money)
    return replace(measure, title=title, answers=answers)


def check_period(first: str, last: str, start: date | None, end: date | None, written: FiscalYear) -> None:
    """Refuse days outside the years of a plan, reversed days, and a period that runs over two years.

    Money is given for one fiscal year, and the result of one year is answered in one year: a measure that
    goes on is written again, or carried over. FieldProblem at the field `first` or `last`.
    """
    years = f"{numeric_date(written.first_day)} – {numeric_date(FiscalYear(written.number + 1).last_day)}"
    for field, day in ((first, start), (last, end)):
        if day is not None and not within(day, written):
            raise FieldProblem(field, FieldFault.OUTSIDE_YEAR, _shown(day), years)
    if start is None or end is None:
        return
    if end < start:
        raise FieldProblem(last, FieldFault.BEFORE_START, numeric_date(end))
    if fiscal_year_of(start) != fiscal_year_of(end):
        last_day = numeric_date(fiscal_year_of(start).last_day)
        raise FieldProblem(last, FieldFault.TWO_YEARS, numeric_date(end), f"≤ {last_day}")


def _shown(day: date) -> str:
    """Write a day in its Buddhist year, even one that lies far off."""
    return numeric_date(day) if day.year + BUDDHIST_OFFSET > 0 else day.isoformat()


def check_money(field: str, money: Decimal | None) -> None:
    """Refuse a sum below 0, one that is no number, and parts of a satang."""
    if money is None:
        return
    if not money.is_finite():
        raise FieldProblem(field, FieldFault.NOT_A_NUMBER, str(money))
    if money < 0:
        raise FieldProblem(field, FieldFault.NEGATIVE, str(money))
    exponent = money.as_tuple().exponent
    if isinstance(exponent, int) and exponent < PLACES:
        raise FieldProblem(field, FieldFault.OUT_OF_RANGE, str(money), "0.01")
