"""What an office's package tells headquarters: its score as told, and the counts to compute it again."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from ita_desktop.domain.grading import grade
from ita_desktop.domain.numbers import rounded
from ita_desktop.domain.scoring import Level, Score, ScoreSheet, score_instrument, sheet_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime
    from decimal import Decimal

    from ita_desktop.domain.answers import PartTally
    from ita_desktop.domain.instrument import Instrument

SHOWN = frozenset({Level.TOTAL, Level.TOOL, Level.PART, Level.INDICATOR, Level.SUB_INDICATOR, Level.ITEM})


@dataclass(frozen=True, slots=True)
class OfficeLabel:
    """Which office, by its own words; `code` is what it is known by."""

    code: str
    name: str
    kind: str = ""
    province: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """A score as the office said it: `key` as in a score sheet, `value` and `published` from 0 to 100.

    `once` is False for what it said of several parts apart: their mean is no figure that it said.
    """

    key: str
    value: Decimal | None
    published: Decimal | None = None
    once: bool = True


@dataclass(frozen=True, slots=True)
class Delivery:
    """The year of an office as it came. `tallies` lack the parts whose counts are too small to be told."""

    office: OfficeLabel
    year: int
    number: int
    digest: str
    previous: str
    name: str
    made_at: datetime
    instrument_text: str
    told: tuple[Told, ...]
    tallies: Mapping[str, PartTally]
    results: Mapping[str, Fraction | None]


@dataclass(frozen=True, slots=True)
class Reached:
    """A score that an office reached: computed here where the counts allow it, else as told."""

    key: str
    level: Level
    value: Decimal | None
    published: Decimal | None


@dataclass(frozen=True, slots=True)
class OfficeYear:
    """An office's year as headquarters keeps it.

    `differs`: the keys whose told score is not what the counts give; `computed` is False where the office had
    to keep back counts that would point at people, so that its own figures stand. `level` is the label of
    the level, empty while there is no total.
    """

    scores: tuple[Reached, ...]
    level: str
    differs: tuple[str, ...]
    computed: bool

    @property
    def total(self) -> Decimal | None:
        """The total, None without one of the tools."""
        return self.scores[0].value


def year_of(delivery: Delivery, instrument: Instrument) -> OfficeYear:
    """Compute an office's year again from its counts, and hold what it told beside it."""
    sheet = sheet_of(score_instrument(instrument, delivery.tallies, delivery.results))
    told = {each.key: each for each in delivery.told}
    computed = not _kept_back(delivery, instrument, told)
    scores = tuple(_reached(score, told.get(score.code), computed=computed) for score in _once_each(sheet))
    values = {each.key: Fraction(each.value) if each.value is not None else None for each in scores}
    band = grade(instrument.grade_rule, values.get)
    differs = tuple(each.key for each in scores if _differs(each, told.get(each.key)))
    return OfficeYear(scores, band.label if band is not None else "", differs, computed)


def _once_each(sheet: ScoreSheet) -> Iterator[Score]:
    """Yield the total, then every other score once: what stands in two parts as the mean of both."""
    yield sheet.total
    for key, score in sheet.by_key.items():
        if key != sheet.total.code and score.level in SHOWN:
            yield score


def _kept_back(delivery: Delivery, instrument: Instrument, told: Mapping[str, Told]) -> bool:
    """Tell whether a part has a score whose counts are too small to leave the office."""
    silent = {part.code for _, part in instrument.survey_parts()} - delivery.tallies.keys()
    return any(code in told and told[code].value is not None for code in silent)


def _reached(score: Score, said: Told | None, *, computed: bool) -> Reached:
    """Return a score with what was published beside it."""
    value = rounded(score.value) if score.value is not None else None
    if not computed:
        value = said.value if said is not None else None
    return Reached(score.code, score.level, value, said.published if said is not None else None)


def _differs(score: Reached, said: Told | None) -> bool:
    """Tell whether an office said another figure than its counts give."""
    return said is not None and said.once and said.value is not None and said.value != score.value
