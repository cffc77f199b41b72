"""The plan and the year's calendar as bars over months: days to scale, fills that differ without colour."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_desktop.documents.plan.parts import (
    NONE_YET,
    SHEET,
    day_text,
    head,
    pdf,
    sentence,
    thai,
    year_text,
)
from ita_desktop.documents.ruler import Ruler
from ita_desktop.documents.setting import names_of, problems
from ita_desktop.documents.typeset import PLAIN, Drawing
from ita_desktop.domain.fiscal_year import BUDDHIST_OFFSET, FiscalYear
from ita_desktop.domain.plan.months import Month, month_of
from ita_desktop.domain.plan.timeline import Bar, BarState, place, span, timeline
from ita_desktop.domain.thai_date import MONTHS_SHORT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date, datetime

    from ita_desktop.documents.typeset import Block, Pen
    from ita_desktop.domain.plan.papers import PlanPaper

TITLE, CALENDAR_TITLE = "แผนงานตามเวลา", "ปฏิทินการประเมินคุณธรรมและความโปร่งใสในการดำเนินงาน"
LABEL = PLAIN.but(size=13.0)
STRONG = PLAIN.but(size=13.0, bold=True)
SMALL = PLAIN.but(size=12.0, align="center")
WIDTH, LABELS, OWNERS = 262.0, 86.0, 34.0
HEAD, PAD, BAR, FOOT = 12.0, 1.0, 3.2, 10.0
FIRST_PAGE, LATER_PAGES = 138.0, 158.0
"""Millimetres for a drawing below the title, and on a page of its own."""
DARK, MIDDLE, LIGHT, RULE = (0.2,) * 3, (0.55,) * 3, (0.9,) * 3, (0.75,) * 3
LEGEND = {
    BarState.FINISHED: "แล้วเสร็จ",
    BarState.RUNNING: "อยู่ในช่วงดำเนินการ",
    BarState.AHEAD: "ยังไม่ถึงกำหนด",
    BarState.LATE: "เลยกำหนด",
    BarState.DROPPED: "ไม่ได้ดำเนินการ",
}
PHASES = {
    BarState.FINISHED: "ผ่านไปแล้ว",
    BarState.RUNNING: "อยู่ในช่วงนี้",
    BarState.AHEAD: "ยังไม่ถึง",
}


@dataclass(frozen=True, slots=True)
class Line:
    """A line with the height that its words need."""

    bar: Bar
    height: float


@dataclass(frozen=True, slots=True)
class Scale:
    """The months that are drawn, and what the fills mean."""

    months: tuple[Month, ...]
    legend: Mapping[BarState, str]

    @property
    def left(self) -> float:
        """Where the months begin."""
        return LABELS + OWNERS

    def x(self, share: float) -> float:
        """Where a share of the whole period lies."""
        return self.left + share * (WIDTH - self.left)

    def at(self, day: date) -> float:
        """Where a day begins."""
        return self.x(place(day, self.months[0].first, self.months[-1].last))


def render_timeline(paper: PlanPaper, created: datetime, family: str) -> bytes:
    """Set the plan of its fiscal year."""
    year = FiscalYear(paper.plan_year)
    bars = timeline(paper.measures, year, paper.day)
    months = next((each.months for each in paper.measures if each.year == year), ())
    blocks: list[Block] = [*head(paper, TITLE, year_text(year.number))]
    blocks += _drawings(paper, bars, Scale(months, LEGEND), family) if bars else [sentence(NONE_YET)]
    return pdf(blocks, paper, TITLE, created, family, SHEET.landscape())


def render_calendar(paper: PlanPaper, created: datetime, family: str) -> bytes:
    """Set the year's calendar."""
    blocks: list[Block] = [*head(paper, CALENDAR_TITLE, f"ประจำปีงบประมาณ พ.ศ. {paper.year}")]
    bars = tuple(
        Bar(
            f"{number}. {title}",
            dates.owner,
            dates.start,
            dates.end,
            _phase(dates.start, dates.end, paper.day),
            0,
        )
        for number, (title, dates) in enumerate(paper.calendar, 1)
    )
    if bars:
        blocks += _drawings(paper, bars, Scale(_between(bars), PHASES), family)
    else:
        blocks.append(sentence("แบบวัดปีนี้ไม่ได้กำหนดปฏิทิน"))
    return pdf(blocks, paper, CALENDAR_TITLE, created, family, SHEET.landscape())


def _phase(start: date, end: date, today: date) -> BarState:
    """Tell where an activity stands; one that is past is not late, for nobody noted that it was done."""
    if end < today:
        return BarState.FINISHED
    return BarState.RUNNING if start <= today else BarState.AHEAD


def _between(bars: Sequence[Bar]) -> tuple[Month, ...]:
    """Return all months from the first bar's to the last one's."""
    days = [day for bar in bars for day in (bar.start, bar.end) if day is not None]
    month, last, found = month_of(min(days)), month_of(max(days)), []
    while month <= last:
        found.append(month)
        years, number = divmod(month.month, 12)
        month = Month(month.year + years, number + 1)
    return tuple(found)


def _drawings(paper: PlanPaper, bars: Sequence[Bar], scale: Scale, family: str) -> Iterator[Block]:
    """Draw the lines, as many on a page as go there."""
    with problems():
        ruler = Ruler.of(family, names_of(paper.office))
    lines = [Line(bar, _height(bar, ruler)) for bar in bars]
    room, page, used = FIRST_PAGE, list[Line](), 0.0
    for line in lines:
        if page and used + line.height > room - HEAD - FOOT:
            yield _drawing(page, scale, paper.day)
            room, page, used = LATER_PAGES, [], 0.0
        page.append(line)
        used += line.height
    yield _drawing(page, scale, paper.day)


def _height(bar: Bar, ruler: Ruler) -> float:
    """Return the height that a line's words need."""
    style = LABEL if bar.step else STRONG
    indent = 5.0 if bar.step else 0.0
    label = len(ruler.lines(thai(bar.text), style, LABELS - indent - 2))
    owner = len(ruler.lines(thai(bar.owner), LABEL, OWNERS - 2)) if bar.owner else 1
    return max(label, owner) * LABEL.leading / 72 * 25.4 + 2 * PAD


def _drawing(lines: Sequence[Line], scale: Scale, today: date) -> Drawing:
    """Draw a page's lines."""
    height = HEAD + sum(line.height for line in lines) + FOOT

    def draw(pen: Pen) -> None:
        _months(pen, scale, height - FOOT)
        top = HEAD
        for line in lines:
            _line(pen, line, scale, top)
            top += line.height
            pen.line(0, top, WIDTH, top, 0.4, color=RULE)
        if scale.left <= scale.at(today) < WIDTH:
            pen.line(scale.at(today), HEAD - 2, scale.at(today), top, 0.9, dash=(2.0, 2.0))
            pen.text(scale.at(today), top + 4.2, thai(f"วันที่ {day_text(today)}"), SMALL, "center")
        _legend(pen, top + 5.5, scale.legend)

    return Drawing(height, draw, "; ".join(_told(line.bar, scale.legend) for line in lines))


def _told(bar: Bar, legend: Mapping[BarState, str]) -> str:
    """Say a line for who hears the paper read."""
    return f"{bar.text} {day_text(bar.start)} – {day_text(bar.end)} {legend[bar.state]}"


def _months(pen: Pen, scale: Scale, bottom: float) -> None:
    """Write the months, the year below each October and January, and draw their edges."""
    for number, month in enumerate(scale.months):
        left = scale.at(month.first)
        right = scale.x(1.0) if month == scale.months[-1] else scale.at(scale.months[number + 1].first)
        pen.text((left + right) / 2, 5.0, MONTHS_SHORT[month.month - 1], SMALL, "center")
        if number == 0 or month.month == 1:
            year = str(month.year + BUDDHIST_OFFSET)
            pen.text((left + right) / 2, 9.6, thai(year), SMALL, "center")
        pen.line(left, HEAD, left, bottom, 0.3, color=RULE)
    pen.text(0, 5.0, "มาตรการและขั้นตอน" if len(scale.months) == 12 else "กิจกรรม", STRONG)
    pen.text(LABELS, 5.0, "ผู้รับผิดชอบ", STRONG)
    pen.line(0, HEAD, WIDTH, HEAD, 0.8)


def _line(pen: Pen, line: Line, scale: Scale, top: float) -> None:
    """Write the words of a line and draw its bar, the days beside it where there is room."""
    bar = line.bar
    indent, style = (5.0, LABEL) if bar.step else (0.0, STRONG)
    pen.paragraph(indent, top + PAD, LABELS - indent - 2, thai(bar.text), style)
    if bar.owner:
        pen.paragraph(LABELS, top + PAD, OWNERS - 2, thai(bar.owner), LABEL)
    found = span(bar, scale.months[0].first, scale.months[-1].last)
    if found is None:
        return
    left, right = scale.x(found[0]), scale.x(found[1])
    tall = BAR if bar.step else BAR + 1.2
    _bar(pen, left, top + (line.height - tall) / 2, max(right - left, 0.8), tall, bar.state)


def _bar(pen: Pen, x: float, y: float, w: float, h: float, state: BarState) -> None:
    """Draw one bar: full, half-tone, empty, or empty with strokes across, by its state."""
    fills = {BarState.FINISHED: DARK, BarState.RUNNING: MIDDLE, BarState.AHEAD: (1.0,) * 3}
    pen.rect(x, y, w, h, fill=fills.get(state, LIGHT), stroke=DARK, width_pt=0.7)
    if state is BarState.LATE:
        at = x
        while at + h < x + w:
            pen.line(at, y + h, at + h, y, 0.6)
            at += h
    elif state is BarState.DROPPED:
        pen.line(x, y + h / 2, x + w, y + h / 2, 1.0)


def _legend(pen: Pen, top: float, legend: Mapping[BarState, str]) -> None:
    """Say what the fills mean."""
    x = 0.0
    for state, words in legend.items():
        _bar(pen, x, top, 9.0, BAR, state)
        x += 11.0 + pen.text(x + 11.0, top + BAR - 0.2, words, LABEL) + 6.0
