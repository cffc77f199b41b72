"""What every page of a form carries: registration marks, the form's number, the page, the page code."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ita_desktop.documents.figures import written
from ita_desktop.documents.forms import texts
from ita_desktop.documents.forms.code128 import widths
from ita_desktop.documents.forms.layout import CODE, MARK_HOLE, MARKS, MODULE, NUMBER, Area
from ita_desktop.documents.forms.look import GREY
from ita_desktop.documents.forms.press import fill_rectangles
from ita_desktop.documents.typeset import PLAIN
from ita_desktop.documents.typeset.style import BLACK
from ita_desktop.domain.papers import Digits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_desktop.documents.forms.page_code import PageCode
    from ita_desktop.documents.typeset import Pen

WHITE: Final = (1.0, 1.0, 1.0)
_LABEL: Final = PLAIN.but(size=16.0)
_SERIAL: Final = PLAIN.but(size=20.0, bold=True)
_SMALL: Final = PLAIN.but(size=13.0, color=GREY)
_BASELINE: Final = 284.7
_LABEL_X: Final = 18.0
_PAGE_X: Final = 102.0


def draw_marks(pen: Pen) -> None:
    """Draw the four marks; the hole in one of them tells which way up the page lies."""
    for mark in MARKS:
        pen.rect(mark.x, mark.y, mark.w, mark.h, BLACK, None)
        if mark.hollow:
            edge = (mark.w - MARK_HOLE) / 2
            pen.rect(mark.x + edge, mark.y + edge, MARK_HOLE, MARK_HOLE, WHITE, None)


def draw_foot(pen: Pen, page: int, pages: int) -> None:
    """Draw what the foot of a page has on every copy: the box for the form's number, the page of how many."""
    pen.text(_LABEL_X, _BASELINE, texts.NUMBER, _LABEL)
    pen.rect(NUMBER.x, NUMBER.y, NUMBER.w, NUMBER.h, None, BLACK, 0.6)
    pen.text(_PAGE_X, _BASELINE, written(texts.page_of(page, pages), Digits.THAI), _LABEL, "center")


def draw_identity(code: PageCode, pen: Pen) -> None:
    """Draw what one page alone has: its form's number if it has one yet, and its code in bars and digits."""
    if code.serial:
        pen.text(NUMBER.x + NUMBER.w / 2, _BASELINE + 0.3, str(code.serial), _SERIAL, "center")
    draw_code(code, pen)


def draw_code(code: PageCode, pen: Pen) -> None:
    """Draw a code in bars and digits."""
    fill_rectangles(pen, _bars(code))
    pen.text(CODE.x + CODE.w / 2, CODE.y + CODE.h + 3.6, code.readable(), _SMALL, "center")


def _bars(code: PageCode) -> Iterator[Area]:
    """Yield the bars of a code; of its widths every second one is white."""
    x = CODE.x
    for index, width in enumerate(widths(code.digits())):
        if index % 2 == 0:
            yield Area(x, CODE.y, int(width) * MODULE, CODE.h)
        x += int(width) * MODULE
