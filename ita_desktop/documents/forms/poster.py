"""The poster for the counter: how to answer, that it is nameless, and where the form goes. A4 or A3."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from ita_desktop.documents.figures import written
from ita_desktop.documents.forms import texts
from ita_desktop.documents.forms.press import A4, Paper, press_one
from ita_desktop.documents.forms.strips import POINT_MM
from ita_desktop.documents.setting import names_of
from ita_desktop.documents.typeset import PLAIN, DocumentInfo
from ita_desktop.documents.typeset.style import BLACK
from ita_desktop.domain.papers import Digits

if TYPE_CHECKING:
    from datetime import datetime

    from ita_desktop.documents.typeset import Pen, Style
    from ita_desktop.domain.instrument import Instrument
    from ita_desktop.domain.office import Office

ACCENT: Final = (0.03, 0.33, 0.36)
WHITE: Final = (1.0, 1.0, 1.0)
_DIGIT: Final = (0.5, 0.5, 0.5)
_LEFT, _RIGHT, _CENTRE = 20.0, 190.0, 105.0
_BANNER: Final = 80.0
_EDGE: Final = 10.0
"""White around the sheet: office printers leave some, and ink to the edge curls the paper."""
_FOOT: Final = 284.0
_STEP_X: Final = 48.0
_SAMPLE: Final = 13.0


@dataclass(frozen=True, slots=True)
class _Easel:
    """Draws in the millimetres of A4, enlarged to the paper at hand."""

    pen: Pen
    scale: float

    def style(self, style: Style) -> Style:
        """Enlarge a style."""
        return style.but(size=style.size * self.scale, leading_pt=style.leading * self.scale)

    def text(self, x: float, y: float, text: str, style: Style) -> float:
        """Set a paragraph between `x` and the right margin; return its height."""
        k = self.scale
        width = _RIGHT - x
        return self.pen.paragraph(x * k, y * k, width * k, written(text, Digits.THAI), self.style(style)) / k

    def height(self, text: str, style: Style) -> float:
        """Return the height of a paragraph as wide as the text area."""
        k = self.scale
        width = (_RIGHT - _LEFT) * k
        return self.pen.paragraph_height(width, written(text, Digits.THAI), self.style(style)) / k

    def line(self, x: float, baseline: float, text: str, style: Style) -> None:
        """Set one line centred on `x`."""
        self.pen.text(x * self.scale, baseline * self.scale, text, self.style(style), "center")

    def rect(self, x: float, y: float, w: float, h: float, *, filled: bool) -> None:
        """Draw a rectangle in the accent, or a black frame."""
        k = self.scale
        fill, stroke = (ACCENT, None) if filled else (None, BLACK)
        self.pen.rect(x * k, y * k, w * k, h * k, fill, stroke, 1.4 * k)

    def disc(self, x: float, y: float, radius: float) -> None:
        """Draw a disc in the accent."""
        k = self.scale
        self.pen.circle(x * k, y * k, radius * k, ACCENT, None)

    def stroke(self, x1: float, y1: float, x2: float, y2: float) -> None:
        """Draw a thick line as of a felt pen."""
        k = self.scale
        self.pen.line(x1 * k, y1 * k, x2 * k, y2 * k, 3.0 * k)

    def dotted(self, x1: float, x2: float, y: float) -> None:
        """Draw a line to write on."""
        self.pen.dotted(x1 * self.scale, x2 * self.scale, y * self.scale)


_TITLE = PLAIN.but(size=58.0, bold=True, color=WHITE, align="center", leading_pt=66.0)
_WHAT = PLAIN.but(size=29.0, color=WHITE, align="center", leading_pt=36.0)
_NUMBER = PLAIN.but(size=50.0, bold=True, color=WHITE)
_STEP = PLAIN.but(size=40.0, bold=True, leading_pt=46.0)
_MEANING = PLAIN.but(size=26.0, leading_pt=32.0)
_PROMISE = PLAIN.but(size=31.0, bold=True, color=ACCENT, align="center", leading_pt=38.0)
_OFFICE = PLAIN.but(size=28.0, bold=True, align="center", leading_pt=34.0)
_ASK = PLAIN.but(size=22.0, align="center", leading_pt=27.0)
_BOX_DIGIT = PLAIN.but(size=26.0, bold=True, color=_DIGIT)


def poster(instrument: Instrument, office: Office, *, created: datetime, paper: Paper = A4) -> bytes:
    """Set the poster. CharacterUnprintable."""
    title = written(f"{texts.POSTER} {texts.fiscal_year(instrument.fiscal_year)}", Digits.THAI)
    info = DocumentInfo(title, created, author=office.name)
    draw = partial(_draw, instrument.fiscal_year, office, paper.width / A4.width)
    return press_one(draw, info, paper=paper, words=names_of(office))


def _draw(year: int, office: Office, scale: float, pen: Pen) -> None:
    easel = _Easel(pen, scale)
    easel.rect(_EDGE, _EDGE, A4.width - 2 * _EDGE, _BANNER - _EDGE, filled=True)
    y = 20.0
    y += easel.text(_LEFT, y, texts.POSTER, _TITLE) + 2.0
    y += easel.text(_LEFT, y, texts.POSTER_WHAT, _WHAT)
    easel.text(_LEFT, y, texts.fiscal_year(year), _WHAT)
    y = _BANNER + 10.0
    for number, (step, meaning) in enumerate(texts.POSTER_STEPS, 1):
        y = _draw_step(easel, y, number, step, meaning)
    _draw_promises(easel, y + 2.0)
    _draw_sender(easel, office)


def _draw_step(easel: _Easel, y: float, number: int, step: str, meaning: str) -> float:
    """Draw a numbered step with what belongs to it: the sample boxes, or a line for the place of the box."""
    radius = 10.0
    easel.disc(_LEFT + radius, y + radius, radius)
    rise = 0.2 * _NUMBER.size * POINT_MM
    easel.line(_LEFT + radius, y + radius + rise, written(str(number), Digits.THAI), _NUMBER)
    top = y + 1.0
    top += easel.text(_STEP_X, top, step, _STEP)
    top += easel.text(_STEP_X, top, meaning, _MEANING)
    if number == _MARKING:
        top = _draw_sample(easel, top + 3.0)
    if number == len(texts.POSTER_STEPS):
        easel.dotted(_STEP_X + 44.0, _RIGHT, top - 2.5)
    return max(top, y + 2 * radius) + 8.0


_MARKING: Final = 2
_CHOICES: Final = 6
_CROSSED: Final = 5


def _draw_sample(easel: _Easel, y: float) -> float:
    """Draw a row of boxes, one of them crossed."""
    for choice in range(1, _CHOICES + 1):
        x = _STEP_X + (choice - 1) * (_SAMPLE + 9.0)
        easel.rect(x, y, _SAMPLE, _SAMPLE, filled=False)
        rise = 0.24 * _BOX_DIGIT.size * POINT_MM
        easel.line(x + _SAMPLE / 2, y + _SAMPLE / 2 + rise, str(choice), _BOX_DIGIT)
        if choice == _CROSSED:
            far_x, far_y = x + _SAMPLE + 1.0, y + _SAMPLE + 1.0
            easel.stroke(x - 1.0, y - 1.0, far_x, far_y)
            easel.stroke(x - 1.0, far_y, far_x, y - 1.0)
    return y + _SAMPLE


def _draw_promises(easel: _Easel, y: float) -> None:
    """Say once more, large, that it is free and nameless."""
    for promise in (texts.POSTER_NAMELESS, texts.POSTER_FREE):
        y += easel.text(_LEFT, y, promise, _PROMISE)


def _draw_sender(easel: _Easel, office: Office) -> None:
    """Say who asks, and whom to ask, at the foot."""
    ask = f"{texts.POSTER_ASK} {office.telephone}" if office.telephone else ""
    rows = [(text, style) for text, style in ((office.name, _OFFICE), (ask, _ASK)) if text]
    y = _FOOT - sum(easel.height(text, style) for text, style in rows)
    for text, style in rows:
        y += easel.text(_LEFT, y, text, style)
