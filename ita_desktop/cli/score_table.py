"""The result as a table that a person reads on a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.cli.tables import text_table
from ita_desktop.support.language import tr
from ita_desktop.wording.results import (
    difference_words,
    explanation_words,
    level_words,
    missing_words,
    score_words,
    total_words,
    unexplained_words,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_desktop.services.results import YearResult


def score_text(result: YearResult) -> str:
    """Return the result of a year: total and level, tools and parts, indicators, and what is missing."""
    head = tr("{office} · ปีงบประมาณ พ.ศ. {year}").format(office=result.office.name, year=result.year)
    total = tr("คะแนนรวม {total} · ระดับ {level}").format(total=total_words(result), level=level_words(result))
    return "\n".join([head, total, "", _tools(result), "", _indicators(result), *_notes(result)])


def _tools(result: YearResult) -> str:
    """Set the tools, each with its parts below."""
    rows = [
        (score.code, score.title, score_words(score.value), _respondents(score.respondents))
        for tool in result.sheet.total.children
        for score in (tool, *(part for part in tool.children if part.code != tool.code))
    ]
    return text_table((tr("แบบวัด"), tr("ชื่อ"), tr("คะแนน"), tr("ผู้ตอบ")), rows, right=frozenset({2, 3}))


def _respondents(count: int | None) -> str:
    """Write a count of respondents; a checklist has none."""
    return "-" if count is None else str(count)


def _indicators(result: YearResult) -> str:
    """Set the indicators."""
    indicators = result.instrument.indicators
    rows = [(each.code, each.title, score_words(result.sheet.value(each.code))) for each in indicators]
    return text_table((tr("ตัวชี้วัด"), tr("ชื่อ"), tr("คะแนน")), rows, right=frozenset({2}))


def _notes(result: YearResult) -> Iterator[str]:
    """Yield what is missing, what differs from the published figures, and what would explain it."""
    missing = missing_words(result.missing)
    if missing:
        yield ""
        yield missing
    if result.differences:
        yield ""
        yield tr("ต่างจากคะแนนที่ประกาศ")
        yield from (f"  {difference_words(each)}" for each in result.differences)
        yield from (f"  {explanation_words(each)}" for each in result.explanations)
        if result.unexplained:
            yield f"  {unexplained_words(result)}"
