"""Footnotes: set once when their line is laid out, drawn at the foot of the page where the line stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from .paragraph import Line, SetText, set_text
from .style import MM

if TYPE_CHECKING:
    from .blocks import FootnoteRef
    from .inline import Typesetter
    from .sheet import Sheet
    from .tags import Element

NOTES_GAP: Final = 9.0
"""Points between text and the first note; the short rule stands in the middle of it."""
_RULE_MM: Final = 50.0
_LABEL_MM: Final = 5.0


@dataclass(frozen=True, slots=True)
class NoteLine:
    """One line of a note, the unit in which notes run over to the next page."""

    line: Line
    label: Line | None
    leading: float
    baseline: float
    element: Element

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        """Draw the line with its top left corner at (x, y)."""
        with sheet.tagged(self.element):
            if self.label is not None:
                sheet.line(self.label, x, y + self.baseline - self.leading * 0.15)
            sheet.line(self.line, x + _LABEL_MM * MM, y + self.baseline)


def note_lines(
    setter: Typesetter, number: str, note: FootnoteRef, width: float, element: Element
) -> list[NoteLine]:
    """Set a note to the text width, its number hanging at the left."""
    style = note.style
    label = set_text(setter, number, style.but(align="left", size=style.size * 0.8), _LABEL_MM * MM, 0.0)
    block: SetText = set_text(setter, note.text, style, width - _LABEL_MM * MM, 0.0)
    return [
        NoteLine(line, label.lines[0] if index == 0 else None, block.leading, block.baseline, element)
        for index, line in enumerate(block.lines)
    ]


def draw_rule(sheet: Sheet, x: float, y: float) -> None:
    """Draw the short rule that parts notes from text; `y` is the top of the gap."""
    with sheet.tagged(None):
        sheet.stroke([(x, y + NOTES_GAP / 2), (x + _RULE_MM * MM, y + NOTES_GAP / 2)], 0.5)
