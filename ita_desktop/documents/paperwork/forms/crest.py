"""The head of letters, orders and announcements: the emblem three centimetres high, in the middle."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Final

from PIL import Image

from ita_desktop.documents.paperwork.forms.frame import CENTRE_MM, LINE_MM, RISE_MM, WIDTH_MM
from ita_desktop.documents.typeset import PLAIN, Placed

if TYPE_CHECKING:
    from ita_desktop.documents.paperwork.forms.frame import Given
    from ita_desktop.documents.typeset import Block, Pen

EMBLEM_MM: Final = 30.0
EMBLEM_WIDTH_MM: Final = EMBLEM_MM * 163.0 / 177.0
RULE_MM: Final = 45.0
RULE_GAP_MM: Final = 3.0


def draw_emblem(pen: Pen, emblem: bytes | None) -> None:
    """Place the emblem in the middle with its top at the margin; without one its room stays free."""
    if emblem is None:
        return
    with Image.open(BytesIO(emblem)) as picture:
        width = EMBLEM_MM * picture.width / picture.height
    pen.image(emblem, CENTRE_MM - width / 2, -RISE_MM, width, EMBLEM_MM)


def crest(given: Given, lines: tuple[str, ...]) -> Block:
    """Place the emblem, then lines in the middle of the text's width, then a short rule."""
    every = [part for line in lines for part in given.ruler.lines(line, PLAIN, WIDTH_MM)]
    height = EMBLEM_MM - RISE_MM + len(every) * LINE_MM

    def draw(pen: Pen, width: float) -> None:
        draw_emblem(pen, given.emblem)
        top = EMBLEM_MM - RISE_MM + pen.baseline(PLAIN)
        for index, line in enumerate(every):
            pen.text(width / 2, top + index * LINE_MM, line, PLAIN, "center")
        y = height + RULE_GAP_MM
        pen.line(width / 2 - RULE_MM / 2, y, width / 2 + RULE_MM / 2, y, 0.6)

    return Placed(height + RULE_GAP_MM + 2.0, draw, keep_with_next=True)
