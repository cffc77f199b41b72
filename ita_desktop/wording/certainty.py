"""How sure the scores are, in lines and words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_desktop.domain.intervals import Basis, Interval
from ita_desktop.support.language import mark, tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_desktop.services.respondents import Certainty, PartCertainty
    from ita_desktop.services.results import YearResult

BASIS = {
    Basis.SAMPLED: mark("ตัวอย่างสุ่ม"),
    Basis.EVERYBODY: mark("ครบทุกคน"),
    Basis.ALIKE: mark("เหมือนกัน (กฎ 3/n)"),
    Basis.ONE_FORM: mark("ผู้ตอบคนเดียว ไม่มีช่วง"),
    Basis.NO_DATA: mark("ยังไม่มีข้อมูล"),
    Basis.MORE_THAN_HEADS: mark("ผู้ตอบเกินรายชื่อ"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """A score with its interval. `forms`, `heads`, `silent` of a part; `blank` percent of an item."""

    title: str
    interval: Interval
    forms: int | None = None
    heads: int | None = None
    silent: float | None = None
    blank: float | None = None
    checked: bool = False


def lines_of(certainty: Certainty, result: YearResult) -> Iterator[Line]:
    """List total, tools, parts, their indicators and items."""
    yield Line(tr("คะแนนรวม"), certainty.total)
    by_tool: dict[str, list[PartCertainty]] = {}
    for part in certainty.parts:
        by_tool.setdefault(part.tool.code, []).append(part)
    for tool in result.instrument.tools:
        parts = by_tool.get(tool.code, [])
        if len(parts) != 1:
            yield Line(f"{tool.code} {tool.title}", certainty.tools[tool.code], checked=not parts)
        for part in parts:
            yield Line(f"{part.part.code} {part.part.title}", part.whole, part.forms, part.heads, part.silent)
            for indicator in tool.indicators:
                yield Line(f"   {indicator.code} {indicator.title}", part.intervals[indicator.code])
                for item in indicator.items:
                    asked = [part.blank[question.code] for question in item.questions]
                    blank = sum(asked) / len(asked) if asked and part.forms else None
                    yield Line(f"      {item.code} {item.text}", part.intervals[item.code], blank=blank)


def interval_words(line: Line) -> str:
    """Write the interval; a dash where there is none."""
    found = line.interval
    if found.low is None or found.high is None or line.checked:
        return "–"
    return f"{found.low:.2f}–{found.high:.2f}"


def basis_words(line: Line) -> str:
    """Say what the interval rests on, or why there is none."""
    if line.checked and line.interval.score is not None:
        return tr("ผลตรวจ ไม่ใช่การสุ่ม")
    return tr(BASIS[line.interval.basis])
