"""Reports: a cover page for those with chapters, a title in the middle for the short ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ita_desktop.documents.paperwork.forms.frame import Frame
from ita_desktop.documents.typeset import PLAIN, PageBreak, PageSetup, Paragraph, Placed
from ita_desktop.domain.fiscal_year import BUDDHIST_OFFSET
from ita_desktop.domain.thai_date import MONTHS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_desktop.documents.paperwork.forms.frame import Given
    from ita_desktop.documents.typeset import Block, Pen

COVER_TITLE: Final = PLAIN.but(size=27.0, bold=True, align="center", leading_pt=37.0)
NAME: Final = PLAIN.but(size=24.0, bold=True, align="center")
LINE: Final = PLAIN.but(size=20.0, align="center")
TITLE: Final = PLAIN.but(size=20.0, bold=True, align="center")
UNDER: Final = PLAIN.but(size=16.0, bold=True, align="center")
SHEET: Final = PageSetup(page_number="thai")


def book(given: Given) -> Frame:
    """Lay a report out: cover, then the text on new pages."""
    return Frame(SHEET, [*_cover(given), PageBreak()], book=True)


def plain(given: Given) -> Frame:
    """Lay a short report out: its title in the middle, then the day and the place where it has them."""
    before: list[Block] = [Paragraph(line, TITLE) for line in given.lines("subject")]
    before += [Paragraph(line, UNDER) for line in _when_and_where(given)]
    return Frame(SHEET, before)


def _when_and_where(given: Given) -> Iterator[str]:
    if given.full_day("event_day"):
        yield f"ใน{given.full_day('event_day')}"
    if given.field("place"):
        yield f"ณ {given.field('place')}"


def _cover(given: Given) -> Iterator[Block]:
    """Set the cover: title between rules, day and place, who made it, the month."""
    yield _gap(18.0)
    yield _rule()
    yield _gap(6.0)
    yield Paragraph("\n".join(given.lines("subject")), COVER_TITLE)
    yield _gap(6.0)
    yield _rule()
    yield _gap(12.0)
    for line in _when_and_where(given):
        yield Paragraph(line, LINE)
    yield _gap(30.0)
    yield Paragraph(given.office, NAME)
    yield _gap(40.0)
    if given.lines("maker"):
        yield Paragraph("จัดทำโดย", LINE)
    for line in given.lines("maker"):
        yield Paragraph(line, LINE)
    if given.day is not None:
        month = f"{MONTHS[given.day.month - 1]} {given.day.year + BUDDHIST_OFFSET}"
        yield Paragraph(given.ink.words(month), LINE)


def _gap(height: float) -> Placed:
    """Leave white space, at the top of a page too."""
    return Placed(height, lambda _pen, _width: None)


def _rule() -> Placed:
    """Draw a double rule across the cover."""

    def draw(pen: Pen, width: float) -> None:
        pen.line(0.0, 0.0, width, 0.0, 1.6)
        pen.line(0.0, 1.1, width, 1.1, 0.5)

    return Placed(2.0, draw)
