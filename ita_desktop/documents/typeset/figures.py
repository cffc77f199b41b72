"""Pictures, drawings and exactly placed heads as pieces."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from .errors import DoesNotFit
from .pen import Pen
from .pictures import PreparedPicture, prepare
from .pieces import Piece, keep_all
from .style import MM, Style, Text
from .textlayout import text_pieces

if TYPE_CHECKING:
    from .blocks import Drawing, Picture, Placed
    from .setting import Setting
    from .sheet import Sheet
    from .tags import Element

_BEFORE = 6.0
_ROUNDING = 0.01


def picture_pieces(setting: Setting, picture: Picture, parent: Element) -> list[Piece]:
    """A picture in the middle, smaller where page or text width cannot hold it, with its caption below."""
    width = min(picture.width_mm * MM, setting.width)
    prepared = prepare(picture.source, width / MM)
    height = width * prepared.height / prepared.width
    most = setting.height * (0.85 if picture.caption is not None else 1.0)
    if height > most:
        width, height = width * most / height, most
    figure = parent.add("Figure")
    figure.alt = picture.alt
    shift = (setting.width - width) / 2
    draw = partial(_draw_picture, prepared, figure, (shift, width, height))
    piece = Piece(height, draw, before=_BEFORE, what="picture")
    return _captioned(setting, piece, picture.caption, picture.caption_style, parent)


def _draw_picture(
    prepared: PreparedPicture,
    figure: Element,
    box: tuple[float, float, float],
    sheet: Sheet,
    x: float,
    y: float,
) -> None:
    shift, width, height = box
    with sheet.tagged(figure):
        sheet.image(sheet.registry.picture(prepared), x + shift, y, width, height)


def drawing_pieces(setting: Setting, drawing: Drawing, parent: Element) -> list[Piece]:
    """A drawing as wide as the text, with its caption below."""
    figure = parent.add("Figure")
    figure.alt = drawing.alt

    def draw(sheet: Sheet, x: float, y: float) -> None:
        with sheet.tagged(figure):
            drawing.draw(Pen(sheet, setting.setter, x, y, setting.width / MM))

    height = _fitting("drawing", drawing.height_mm * MM, setting)
    piece = Piece(height, draw, before=_BEFORE, what="drawing")
    return _captioned(setting, piece, drawing.caption, drawing.caption_style, parent)


def placed_piece(setting: Setting, placed: Placed, parent: Element) -> Piece:
    """A piece that the caller draws, exactly."""
    element = parent.add("P")

    def draw(sheet: Sheet, x: float, y: float) -> None:
        with sheet.tagged(element):
            placed.draw(Pen(sheet, setting.setter, x, y, setting.width / MM), setting.width / MM)

    height = _fitting("placed", placed.height_mm * MM, setting)
    return Piece(height, draw, keep_next=placed.keep_with_next, what="placed")


def _fitting(what: str, height: float, setting: Setting) -> float:
    if height > setting.height + _ROUNDING:
        raise DoesNotFit(what, height / MM, setting.height / MM)
    return height


def _captioned(
    setting: Setting, piece: Piece, caption: Text | None, style: Style, parent: Element
) -> list[Piece]:
    if caption is None:
        return [piece]
    return keep_all([piece, *text_pieces(setting, caption, style, parent.add("Caption"))])
