"""What the score says about an indicator, as a first draft of a measure's finding; people write it over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.support.language import tr
from ita_desktop.ui.prose import brief_day
from ita_desktop.wording.results import plain_number, score_words

if TYPE_CHECKING:
    from ita_desktop.domain.instrument import Indicator
    from ita_desktop.domain.measures import Measure
    from ita_desktop.services.results import YearResult

NAMED_ITEMS = 3
FULL = 100
KEPT_SPACE = "\u00a0"
"""Within a date, so that a line does not end inside it."""


def indicator_name(indicator: Indicator) -> str:
    """Name an indicator by number and title."""
    return f"{indicator.code} {indicator.title}"


def proposed_finding(indicator: Indicator, result: YearResult) -> str:
    """Say the indicator's score, how it stands to the target, and its weakest items; no data says so.

    Thai in either language of the window: what stands here is printed on the office's papers.
    """
    value = result.sheet.value(indicator.code)
    if value is None:
        return f"ตัวชี้วัด{indicator.title} ยังไม่มีข้อมูล"
    target = result.instrument.target
    standing = "ต่ำกว่าเป้าหมาย" if value < target else "ถึงเป้าหมาย"
    weak = _weakest(indicator, result)
    rest = f"ข้อที่ควรปรับปรุงคือ {', '.join(weak)}" if weak else "ทุกข้อได้คะแนนเต็ม"
    score = score_words(value)
    return f"ตัวชี้วัด{indicator.title} ได้ {score} คะแนน {standing} {plain_number(target)} {rest}"


def _weakest(indicator: Indicator, result: YearResult) -> list[str]:
    """Name the lowest items below the full score, each with its score."""
    known = [(value, item.code) for item in indicator.items
             if (value := result.sheet.value(item.code)) is not None and value < FULL]  # fmt: skip
    lowest = sorted(known, key=lambda pair: pair[0])[:NAMED_ITEMS]
    return [f"{code} ({score_words(value)})" for value, code in lowest]


def period_words(measure: Measure) -> str:
    """Write a measure's period, open ends included."""
    start, end = brief_day(measure.start), brief_day(measure.end)
    if start and end:
        return f"{start} – {end}".replace(" ", KEPT_SPACE).replace(f"–{KEPT_SPACE}", "– ")
    if end:
        return tr("ถึง {day}").format(day=end)
    return tr("ตั้งแต่ {day}").format(day=start) if start else ""
