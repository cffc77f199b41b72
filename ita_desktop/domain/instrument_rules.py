"""The rules of an instrument file: levels, sample sizes, rosters, the calendar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ita_desktop.domain.fiscal_year import BUDDHIST_OFFSET, FiscalYear
from ita_desktop.domain.instrument import Activity, Band, GradeRule, RosterRule, SampleRule
from ita_desktop.domain.instrument_mistakes import MistakeKind
from ita_desktop.domain.instrument_record import read_record
from ita_desktop.domain.instrument_spot import UNREAD

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_desktop.domain.instrument_record import Record
    from ita_desktop.domain.instrument_spot import Spot

MOST_PEOPLE = 1_000_000
MOST_SERVICE_YEARS = 60
FIRST_YEAR, LAST_YEAR = 2540, 2699
"""The fiscal years that a file may name: a year of the Christian era is none of them."""


def read_grade_rule(spot: Spot) -> GradeRule:
    """Read one way of grading."""
    record = read_record(spot, ("code", "title", "bands"), ("compare_rounded", "first_year", "last_year"))
    bands = tuple(_read_band(each) for each in record.spots("bands", 2))
    if bands:
        _check_bands(record.fields["bands"], bands)
    first, last = (record.whole(key, FIRST_YEAR, LAST_YEAR, 0) for key in ("first_year", "last_year"))
    if 0 < last < first:
        spot.at("last_year").note(MistakeKind.OUT_OF_RANGE, f"{first}..{LAST_YEAR}")
    return GradeRule(
        record.code("code"),
        record.text("title"),
        bands,
        record.flag("compare_rounded", default=True),
        first,
        last,
    )


def _read_band(spot: Spot) -> Band:
    """Read a level; a floor for single scores and the scores that it is for come together or not at all."""
    record = read_record(spot, ("label", "total_at_least", "passes"), ("each_at_least", "each_of", "meaning"))
    for key, other in (("each_at_least", "each_of"), ("each_of", "each_at_least")):
        if key in record and other not in record:
            spot.at(other).note(MistakeKind.MISSING)
    return Band(
        record.text("label"),
        record.number("total_at_least"),
        record.number("each_at_least") if "each_at_least" in record else None,
        record.codes("each_of", 1),
        record.remark("meaning"),
        record.flag("passes"),
    )


def _check_bands(spot: Spot, bands: Sequence[Band]) -> None:
    """Note levels out of order, out of reach or of the same name, and scores that no level takes."""
    for place in range(1, len(bands)):
        before, band = bands[place - 1], bands[place]
        if UNREAD not in (before.total_at_least, band.total_at_least):
            if band.total_at_least > before.total_at_least:
                spot.item(place).at("total_at_least").note(MistakeKind.BAND_ORDER)
            elif band.total_at_least == before.total_at_least and before.each_at_least is None:
                spot.item(place).note(MistakeKind.BAND_NEVER)
        if band.label in {each.label for each in bands[:place]}:
            spot.item(place).at("label").note(MistakeKind.DUPLICATE, band.label)
    last = bands[-1]
    if last.total_at_least > 0 or last.each_at_least is not None:
        spot.item(len(bands) - 1).note(MistakeKind.BAND_GAP)


def read_sample_rule(spot: Spot) -> SampleRule:
    """Read how many must answer in one part."""
    record = read_record(spot, ("part", "share_percent", "minimum"), ("maximum",))
    minimum = record.whole("minimum", 0, MOST_PEOPLE)
    maximum = record.whole("maximum", max(minimum, 0), MOST_PEOPLE) if "maximum" in record else None
    return SampleRule(record.code("part"), record.number("share_percent", above_zero=True), minimum, maximum)


@dataclass(frozen=True, slots=True)
class Days:
    """The days that a year's instrument may speak of."""

    first: date
    last: date


def days_of(fiscal_year: int) -> Days:
    """Return from the first day of the fiscal year to the end of its calendar year, for results come late."""
    if fiscal_year < 0:  # not read: then no day can be called wrong
        return Days(date.min, date.max)
    return Days(FiscalYear(fiscal_year).first_day, date(fiscal_year - BUDDHIST_OFFSET, 12, 31))


def read_roster(record: Record, days: Days) -> RosterRule:
    """Read who belongs on the rosters."""
    if "roster" not in record:
        return RosterRule()
    keys = ("levels", "minimum_service_years", "cut_off", "external_kinds", "matters")
    roster = read_record(record.fields["roster"], (), keys)
    return RosterRule(
        roster.texts("levels"),
        roster.whole("minimum_service_years", 0, MOST_SERVICE_YEARS, 1),
        roster.day("cut_off", days.first, days.last),
        roster.texts("external_kinds"),
        roster.texts("matters"),
    )


def read_activity(spot: Spot, days: Days) -> Activity:
    """Read a step of the year."""
    record = read_record(spot, ("code", "title", "start", "end"))
    start, end = record.day("start", days.first, days.last), record.day("end", days.first, days.last)
    if start and end and end < start:
        spot.at("end").note(MistakeKind.DATE_ORDER)
    return Activity(record.code("code"), record.text("title"), start, end)
