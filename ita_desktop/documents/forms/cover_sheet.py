"""ใบปะหน้าชุด: goes on top of a stack of forms, says what the stack is, and keeps how far it has come."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from ita_desktop.documents.figures import written
from ita_desktop.documents.forms import texts
from ita_desktop.documents.forms.content import form_content
from ita_desktop.documents.forms.furniture import draw_code, draw_marks
from ita_desktop.documents.forms.page_code import FormSize, PageCode
from ita_desktop.documents.forms.press import press
from ita_desktop.documents.forms.strips import POINT_MM
from ita_desktop.documents.typeset import PLAIN, DocumentInfo
from ita_desktop.documents.typeset.style import BLACK
from ita_desktop.domain.papers import Digits

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from ita_desktop.documents.typeset import Pen
    from ita_desktop.domain.batches import Batch
    from ita_desktop.domain.instrument import Instrument

COVER_PAGE: Final = 0
"""The page number in a cover sheet's code; the batch's number stands for the form's."""
_LEFT, _RIGHT, _MIDDLE = 25.0, 185.0, 105.0
_TITLE = PLAIN.but(size=26.0, bold=True)
_HEAD = PLAIN.but(size=18.0, bold=True)
_TEXT = PLAIN.but(size=18.0)
_VALUE = PLAIN.but(size=22.0, bold=True)
_SMALL = PLAIN.but(size=16.0)
_ROW: Final = 13.0
_STEP: Final = 15.0
_VALUE_X: Final = 72.0
_TICK: Final = 6.5


@dataclass(frozen=True, slots=True)
class Cover:
    """What a cover sheet says; an empty text leaves its line to be written on."""

    title: str
    part_title: str
    office: str
    year: int
    batch: Batch
    code: PageCode


def cover_sheets(
    instrument: Instrument, batches: Iterable[Batch], office: str, *, created: datetime
) -> bytes:
    """Set the cover sheets of batches, a page each; number 0 leaves the number to be written.

    Raises KeyError for a part that takes no questionnaires, CharacterUnprintable.
    """
    covers = [_cover(instrument, batch, office) for batch in batches]
    title = written(f"{texts.COVER} {texts.fiscal_year(instrument.fiscal_year)}", Digits.THAI)
    names = {name for each in covers for name in (office, each.batch.division, each.batch.collected_by)}
    pages = [(None, partial(_draw, cover)) for cover in covers]
    info = DocumentInfo(title, created, author=office)
    return press([], pages, info, words=sorted(names - {""}))


def _cover(instrument: Instrument, batch: Batch, office: str) -> Cover:
    content = form_content(instrument, batch.part)
    year, revision = instrument.fiscal_year, instrument.revision
    code = PageCode(year, content.part_number, COVER_PAGE, batch.number, revision, FormSize.STANDARD)
    return Cover(content.title, content.part_title, office, year, batch, code)


def _draw(cover: Cover, pen: Pen) -> None:
    draw_marks(pen)
    y = _draw_head(cover, pen)
    y = _draw_fields(cover, pen, y + 6.0)
    y = _draw_steps(pen, y + 8.0)
    _draw_signatures(pen, y + 12.0)
    pen.text(_LEFT, 284.7, texts.COVER_NOTE, _SMALL)
    draw_code(cover.code, pen)


def _draw_head(cover: Cover, pen: Pen) -> float:
    """Set title, part and office; return where they end."""
    y = 20.0
    under = f"{cover.office}  {texts.fiscal_year(cover.year)}".strip()
    given = ((texts.COVER, _TITLE), (cover.title, _HEAD), (cover.part_title, _TEXT), (under, _TEXT))
    for text, style in given:
        if text:
            centred = style.but(align="center")
            y += pen.paragraph(_LEFT, y, _RIGHT - _LEFT, written(text, Digits.THAI), centred)
    return y


def _draw_fields(cover: Cover, pen: Pen, y: float) -> float:
    """Set what is known of the batch over dotted lines, on which the rest is written."""
    batch = cover.batch
    declared = str(batch.declared) if batch.declared is not None else ""
    fields = [
        (texts.BATCH, str(batch.number or ""), ""),
        (texts.DIVISION, batch.division, ""),
        (texts.DECLARED, declared, texts.FORMS),
        (texts.SERIALS, "", ""),
        (texts.COLLECTED_BY, batch.collected_by, ""),
        (texts.DATE, "", ""),
    ]
    for label, value, unit in fields:
        y += _ROW
        pen.text(_LEFT, y, label, _TEXT)
        right = _RIGHT - (pen.text_width(unit, _TEXT) + 2.0 if unit else 0.0)
        pen.dotted(_VALUE_X, right, y + 1.2)
        if unit:
            pen.text(_RIGHT, y, unit, _TEXT, "right")
        if value:
            _draw_value(pen, written(value, Digits.THAI), right, y)
    return y


def _draw_value(pen: Pen, value: str, right: float, y: float) -> None:
    """Set a value as large as its line allows; a name too long even for small letters takes two lines."""
    room = right - _VALUE_X - 2.0
    for size in (22.0, 18.0, 16.0):
        style = _VALUE.but(size=size)
        if pen.text_width(value, style) <= room:
            pen.text(_VALUE_X + 2.0, y, value, style)
            return
    style = _VALUE.but(size=16.0, leading_pt=17.0)
    height = pen.paragraph_height(room, value, style)
    line = style.leading * POINT_MM
    pen.paragraph(_VALUE_X + 2.0, y - pen.baseline(style) - height + line, room, value, style)


def _draw_steps(pen: Pen, y: float) -> float:
    """Draw what is ticked as the batch goes on, each with who and when."""
    pen.text(_LEFT, y + 6.0, texts.STEPS, _HEAD)
    y += 4.0
    for step in texts.COVER_STEPS:
        y += _STEP
        pen.rect(_LEFT, y - _TICK + 1.3, _TICK, _TICK, None, BLACK, 0.9)
        pen.text(_LEFT + _TICK + 3.0, y, step, _TEXT)
        _written_on(pen, 92.0, 152.0, y, texts.BY)
        _written_on(pen, 154.0, _RIGHT, y, texts.DATE)
    return y


def _written_on(pen: Pen, left: float, right: float, y: float, label: str) -> None:
    width = pen.text(left, y, label, _SMALL)
    pen.dotted(left + width + 1.5, right, y + 1.2)


def _draw_signatures(pen: Pen, y: float) -> None:
    """Draw two places to sign, side by side."""
    for left, who in ((_LEFT, texts.HANDS_OVER), (_MIDDLE + 3.0, texts.TAKES_OVER)):
        right = left + 77.0
        width = pen.text(left, y + 8.0, texts.SIGNED, _SMALL)
        role = pen.text(right, y + 8.0, who, _SMALL, "right")
        pen.dotted(left + width + 1.5, right - role - 1.5, y + 9.2)
        pen.text(left + width, y + 18.0, "(", _SMALL)
        pen.dotted(left + width + 2.5, right - role - 2.5, y + 19.2)
        pen.text(right - role - 2.0, y + 18.0, ")", _SMALL)
