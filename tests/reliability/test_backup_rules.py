"""P5: old copies go by age, the newest never, and never too many of them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from ita_desktop.domain.backup_rules import (
    DAYS,
    DRILL_EVERY,
    EVERY,
    FLOOR,
    MONTHS,
    WEEKS,
    WHOLE,
    Stamp,
    drill_due,
    due,
    kept,
)

START = datetime(2025, 1, 1, 8, tzinfo=UTC)
DAYS_OF_WORK = st.lists(st.integers(0, 9), min_size=365, max_size=365)


def lived(copies_by_day: list[int]) -> tuple[list[Stamp], datetime]:
    """Make that many copies on each day, thin after each; return what is left, and the last hour."""
    left: list[Stamp] = []
    number, now = 0, START
    for day, copies in enumerate(copies_by_day):
        for turn in range(copies):
            now = START + timedelta(days=day, minutes=45 * turn)
            number += 1
            left.append(Stamp(number, now))
            safe = kept(left, now)
            assert number in safe, "the newest copy was thrown away"
            assert len(safe) >= min(FLOOR, len(left))
            left = [stamp for stamp in left if stamp.number in safe]
    return left, now


@settings(max_examples=max(10, settings().max_examples // 6))
@given(DAYS_OF_WORK)
def test_a_year_of_copies_keeps_the_newest_two_whole_days_and_never_too_few(days: list[int]) -> None:
    """365 generated days: nothing of two days is lost, and a year's copies stay a small shelf."""
    left, now = lived(days)
    hours = [(day, turn) for day, many in enumerate(days) for turn in range(many)]
    made = [START + timedelta(days=day, minutes=45 * turn) for day, turn in hours]
    recent = [moment for moment in made if now - moment < WHOLE]
    assert [stamp.made for stamp in left if now - stamp.made < WHOLE] == recent
    assert len(left) <= len(recent) + DAYS + WEEKS + MONTHS + FLOOR
    assert kept(left, now) == {stamp.number for stamp in left}, "opening and closing all morning eats copies"


def test_an_ordinary_year_leaves_days_weeks_and_months() -> None:
    """Four copies on every day: two days whole, then a day apart, a week apart, a month apart."""
    left, now = lived([4] * 365)
    days_old = sorted({(now - stamp.made).days for stamp in left})
    assert days_old[: DAYS + 2] == list(range(DAYS + 2))
    assert days_old[-MONTHS + 2] + 31 >= 7 * (WEEKS - 1)
    assert 30 * (MONTHS - 1) <= days_old[-1] <= 31 * MONTHS
    assert len(left) < 8 + DAYS + WEEKS + MONTHS


@given(st.lists(st.timedeltas(timedelta(days=-4000), timedelta(days=4000)), min_size=1, max_size=60))
def test_whatever_the_clock_says_the_newest_stay(jumps: list[timedelta]) -> None:
    """A flat battery sets the clock to 2000, a hand sets it to next year: the last copies made are kept."""
    stamps = [Stamp(number, START + jump) for number, jump in enumerate(jumps)]
    safe = kept(stamps, START)
    assert {stamp.number for stamp in stamps[-FLOOR:]} <= safe
    assert {stamp.number for stamp in stamps if stamp.made >= START} <= safe


def test_a_copy_is_due_after_half_an_hour_and_when_the_clock_was_set_back() -> None:
    """A last copy from the future does not put off the next for a year."""
    assert due(None, START)
    assert not due(START, START + EVERY - timedelta(seconds=1))
    assert due(START, START + EVERY)
    assert due(START + timedelta(days=365), START)


def test_a_drill_is_due_once_a_week() -> None:
    """And at once where there never was one, or its day is in the future."""
    assert drill_due(None, START)
    assert not drill_due(START, START + DRILL_EVERY - timedelta(seconds=1))
    assert drill_due(START, START + DRILL_EVERY)
    assert drill_due(START + timedelta(days=2), START)
