"""ใบขอบคุณ: small slips to hand to whoever has answered, eight a sheet, with lines to cut along."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from ita_desktop.documents.figures import written
from ita_desktop.documents.forms import texts
from ita_desktop.documents.forms.press import A4, press_one
from ita_desktop.documents.forms.strips import POINT_MM
from ita_desktop.documents.setting import names_of
from ita_desktop.documents.typeset import PLAIN, DocumentInfo
from ita_desktop.domain.papers import Digits

if TYPE_CHECKING:
    from datetime import datetime

    from ita_desktop.documents.typeset import Pen, Style
    from ita_desktop.domain.instrument import Instrument
    from ita_desktop.domain.office import Office

COLUMNS: Final = 2
ROWS: Final = 4
_WIDTH, _HEIGHT = A4.width / COLUMNS, A4.height / ROWS
_PADDING: Final = 9.0
_CUT: Final = (0.55, 0.55, 0.55)
_TITLE = PLAIN.but(size=22.0, bold=True, align="center", leading_pt=26.0)
_TEXT = PLAIN.but(size=16.0, align="center", leading_pt=19.5)
_OFFICE = PLAIN.but(size=17.0, bold=True, align="center", leading_pt=21.0)
_SMALL = PLAIN.but(size=15.0, align="center", color=(0.3, 0.3, 0.3), leading_pt=18.0)


def thank_you(instrument: Instrument, office: Office, *, created: datetime) -> bytes:
    """Set a sheet of slips. CharacterUnprintable."""
    rows = [(texts.SLIP_TITLE, _TITLE), (texts.SLIP_WHY, _TEXT), (texts.SLIP_ANONYMOUS, _TEXT)]
    rows += [(office.name, _OFFICE), (texts.fiscal_year(instrument.fiscal_year), _SMALL)]
    rows.append((office.website, _SMALL))
    given = [(written(text, Digits.THAI), style) for text, style in rows if text]
    info = DocumentInfo(texts.SLIPS, created, author=office.name)
    return press_one(partial(_draw, given), info, words=names_of(office))


def _draw(rows: list[tuple[str, Style]], pen: Pen) -> None:
    for place in range(COLUMNS * ROWS):
        row, column = divmod(place, COLUMNS)
        _draw_slip(rows, pen, column * _WIDTH, row * _HEIGHT)
    for row in range(1, ROWS):
        pen.line(0.0, row * _HEIGHT, A4.width, row * _HEIGHT, 0.4, (3.0, 3.0), _CUT)
    for column in range(1, COLUMNS):
        pen.line(column * _WIDTH, 0.0, column * _WIDTH, A4.height, 0.4, (3.0, 3.0), _CUT)


def _draw_slip(rows: list[tuple[str, Style]], pen: Pen, x: float, y: float) -> None:
    """Set one slip's lines in its middle; a gap parts the thanks from the sender."""
    room = _WIDTH - 2 * _PADDING
    gaps = [_gap(style) for _, style in rows]
    heights = [pen.paragraph_height(room, text, style) for text, style in rows]
    top = y + (_HEIGHT - sum(heights) - sum(gaps)) / 2
    for (text, style), height, gap in zip(rows, heights, gaps, strict=True):
        top += gap
        pen.paragraph(x + _PADDING, top, room, text, style)
        top += height


def _gap(style: Style) -> float:
    """White above a line, by what it is."""
    return 9.0 * POINT_MM if style is _OFFICE else 0.0
