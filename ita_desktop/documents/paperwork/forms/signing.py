"""Who signs: the name in brackets, the position, and for whom; centred on a line right of the centre."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.documents.paperwork.forms.frame import CENTRE_MM, GAP_MM, LINE_MM, WIDTH_MM
from ita_desktop.documents.typeset import PLAIN, KeepTogether, Placed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ita_desktop.documents.paperwork.forms.frame import Given
    from ita_desktop.documents.typeset import Block, Pen


def signer_lines(given: Given) -> tuple[str, ...]:
    """Return the lines below a signature, broken to the room right of the centre line."""
    name = given.field("signer_name")
    texts = (f"({name})" if name else "", given.field("signer_position"), given.field("signer_acting"))
    room = WIDTH_MM - CENTRE_MM
    return tuple(line for text in texts if text for line in given.ruler.lines(text, PLAIN, room))


def signature(
    given: Given, returns: int, closing: str = "", before_mm: float = GAP_MM, above: Iterable[Block] = ()
) -> Block:
    """Place closing words and signer; the widest line begins at the centre line, the others centre on it.

    `returns` empty lines are left to sign in. What stands `above`, and two lines of the text, go along to a
    new page: nobody signs an empty sheet.
    """
    lines = signer_lines(given)
    every = [line for line in (closing, *lines) if line]
    width = max((given.ruler.width(line, PLAIN) for line in every), default=0.0)
    middle = CENTRE_MM + width / 2
    head = LINE_MM if closing else 0.0
    top = before_mm + head + returns * LINE_MM

    def draw(pen: Pen, _width: float) -> None:
        rise = pen.baseline(PLAIN)
        if closing:
            pen.text(middle, before_mm + rise, closing, PLAIN, "center")
        for index, line in enumerate(lines):
            pen.text(middle, top + rise + index * LINE_MM, line, PLAIN, "center")

    return KeepTogether([*above, Placed(top + len(lines) * LINE_MM, draw)], previous_lines=2)
