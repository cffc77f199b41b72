"""The plan as data: steps, months, progress, the timeline, before and after."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.domain.fiscal_year import FiscalYear
from ita_desktop.domain.intervals import Basis, Interval
from ita_desktop.domain.measures import Measure, MeasureStatus
from ita_desktop.domain.plan.effect import Side, Verdict, effect
from ita_desktop.domain.plan.followed import Followed
from ita_desktop.domain.plan.months import Month, months_of, read_month
from ita_desktop.domain.plan.progress import Report, percent_of, quarters, spent_of
from ita_desktop.domain.plan.steps import PlanStep, steps_of, steps_text, with_text
from ita_desktop.domain.plan.timeline import BarState, span, timeline

YEAR = FiscalYear(2568)
TODAY = date(2025, 5, 9)


def test_steps_are_read_as_people_number_them() -> None:
    """Every way of numbering falls off; a year or a sum at the beginning of a line stays."""
    text = "1) ทำป้าย\n๒. ติดประกาศ\n(3) สรุปผล\n- รายงาน\n\n2568 เป็นปีแรก\n1.5 เท่า"
    assert [step.text for step in steps_of(text)] == [
        "ทำป้าย", "ติดประกาศ", "สรุปผล", "รายงาน", "2568 เป็นปีแรก", "1.5 เท่า",
    ]  # fmt: skip
    assert steps_text(steps_of("1) ก\n2) ข")) == "1) ก\n2) ข"
    assert steps_text(steps_of("ขั้นเดียว")) == "ขั้นเดียว"


def test_dates_of_steps_stay_when_the_text_is_edited() -> None:
    """A line that stood there keeps its dates wherever it goes; a reworded one keeps those of its place."""
    first, second = PlanStep("หนึ่ง", date(2025, 1, 1)), PlanStep("สอง", date(2025, 2, 1), done=TODAY)
    assert with_text((first, second), "สอง\nหนึ่ง") == (second, first)
    assert with_text((first, second), "หนึ่ง แก้คำ\nสอง")[0] == PlanStep("หนึ่ง แก้คำ", date(2025, 1, 1))
    assert with_text((first, second), "ใหม่\nสอง\nหนึ่ง") == (PlanStep("ใหม่"), second, first)
    assert with_text((first, second), "สอง") == (second,)


def test_a_fiscal_year_has_its_months_from_october() -> None:
    """Quarters count from there too."""
    months = months_of(YEAR)
    assert (str(months[0]), str(months[3]), str(months[-1])) == ("2024-10", "2025-01", "2025-09")
    assert [month.quarter for month in months] == [1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4]
    assert (months[0].first, months[-1].last) == (YEAR.first_day, YEAR.last_day)


@given(st.integers(1900, 2100), st.integers(1, 12))
def test_a_month_is_read_as_it_was_written(year: int, month: int) -> None:
    """And what is no month is none."""
    assert read_month(str(Month(year, month))) == Month(year, month)
    assert read_month(f"{year}-13") is None
    assert read_month("ม.ค.") is None


def test_a_quarter_stands_where_its_last_report_does_and_sums_its_money() -> None:
    """A quarter without a report has no figure, which is not 0."""
    reports = [
        Report(1, Month(2024, 12), 30, spent=Decimal("100.25")),
        Report(1, Month(2024, 10), 10, spent=Decimal("50.50")),
        Report(1, Month(2025, 4), 60),
    ]
    first, second, third, _ = quarters(reports)
    assert (first.percent, first.spent) == (30, Decimal("150.75"))
    assert (second.percent, second.spent) == (None, None)
    assert (third.percent, third.spent) == (60, None)
    assert (percent_of(reports), spent_of(reports)) == (60, Decimal("150.75"))
    assert spent_of([]) is None


def followed(measure: Measure) -> Followed:
    """A measure of 2568 without reports."""
    return Followed(measure, YEAR, (), None, None, measure.overdue(TODAY), ())


def test_the_timeline_tells_late_from_finished_and_dropped() -> None:
    """Each state has a fill of its own; steps without dates have no bar."""
    end = date(2025, 4, 30)
    cases = {
        MeasureStatus.PLANNED: BarState.LATE,
        MeasureStatus.RUNNING: BarState.LATE,
        MeasureStatus.DONE: BarState.FINISHED,
        MeasureStatus.NOT_DONE: BarState.DROPPED,
    }
    for status, state in cases.items():
        (bar,) = timeline([followed(Measure("1", "ก", end=end, status=status))], YEAR, TODAY)
        assert bar.state is state
        assert (bar.start, bar.end) == (YEAR.first_day, end)
    steps = (PlanStep("ก"), PlanStep("ข", date(2025, 1, 1), date(2025, 1, 31)))
    measure = Measure("1", "ก", plan=steps, start=date(2025, 1, 1), end=date(2025, 9, 30))
    whole, dateless, late = timeline([followed(measure)], YEAR, TODAY)
    assert (whole.state, late.state, span(dateless, YEAR.first_day, YEAR.last_day)) == (
        BarState.RUNNING,
        BarState.LATE,
        None,
    )
    assert timeline([followed(measure)], FiscalYear(2569), TODAY) == ()


def test_a_bar_over_the_whole_year_fills_it() -> None:
    """From the first of October to the end of the thirtieth of September."""
    (bar,) = timeline([followed(Measure("1", "ก", start=YEAR.first_day, end=YEAR.last_day))], YEAR, TODAY)
    assert span(bar, YEAR.first_day, YEAR.last_day) == (0.0, 1.0)


def side(year: int, score: int, reach: float | None) -> Side:
    """A score that may be off by `reach` either way; None: nobody knows by how much."""
    known = Interval(Basis.SAMPLED, float(score), score - reach, score + reach) if reach is not None else None
    return Side(year, Fraction(score), known)


@pytest.mark.parametrize(
    ("before", "after", "verdict"),
    [
        ((80, 3.0), (84, 2.0), Verdict.ROSE),
        ((80, 3.0), (83, 2.0), Verdict.WITHIN_CHANCE),
        ((84, 2.0), (80, 3.0), Verdict.FELL),
        ((80, 0.0), (81, 0.0), Verdict.ROSE),
        ((80, 3.0), (80, 2.0), Verdict.SAME),
        ((80, None), (90, 2.0), Verdict.NOT_SURE),
    ],
)
def test_a_change_counts_only_beyond_chance(
    before: tuple[int, float | None], after: tuple[int, float | None], verdict: Verdict
) -> None:
    """The reach of the difference is that of both sides as squares: 3 and 2 make 3.61."""
    found = effect(side(2567, *before), side(2568, *after))
    assert found.verdict is verdict
    assert found.change == after[0] - before[0]


def test_what_cannot_be_compared_is_not() -> None:
    """No change is told of a score that is missing, or that means something else."""
    one, other = side(2567, 80, 1.0), side(2568, 90, 1.0)
    assert effect(one, Side(2568)).verdict is Verdict.NOT_YET
    assert effect(Side(2567), other).verdict is Verdict.NO_BEFORE
    found = effect(one, other, comparable=False)
    assert (found.verdict, found.change) == (Verdict.NOT_COMPARABLE, None)
