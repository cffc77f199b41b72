"""The head of a memo: emblem, title, and the four labels over dotted leaders, placed to the millimetre."""

from __future__ import annotations

import math
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image

from ita_desktop.documents.typeset import PLAIN, Placed

if TYPE_CHECKING:
    from ita_desktop.documents.ruler import Ruler
    from ita_desktop.documents.typeset import Pen

TITLE_TEXT = "บันทึกข้อความ"
BEFORE_KHO = "บันทึก"
"""The part of the title before its ข, under which วันที่ begins."""
TITLE = PLAIN.but(size=29.0, bold=True, leading_pt=35.0)
LABEL = PLAIN.but(size=20.0, bold=True)
VALUE = PLAIN
POINT_MM = 25.4 / 72.0
TOP_MM = 25.0
BODY_TOP_MM = 37.0
"""Where text begins on the pages after the first; the head is drawn `RISE_MM` above its block."""
RISE_MM = BODY_TOP_MM - TOP_MM
WIDTH_MM = 160.0
EMBLEM_MM = 15.0
EMBLEM_WIDTH_MM = EMBLEM_MM * 163.0 / 177.0
ROW_MM = LABEL.leading * POINT_MM
FIRST_ROW_MM = EMBLEM_MM + 6.0 * POINT_MM
"""The labels begin 6 pt below the emblem."""
TITLE_MM = EMBLEM_MM - TITLE.leading * POINT_MM
"""The title's line ends with the emblem."""
AFTER_LABEL_MM = 2.5
LEADER_MM = 1.0
"""The leader runs this much below the baseline, so that the words stand on it."""
DOT_PITCH_MM = 2.6 * POINT_MM
FRAME = (0.6, 0.6, 0.6)


@dataclass(frozen=True, slots=True)
class MemoHead:
    """What the head says, ready to be written: all texts already; an empty one leaves its leader empty."""

    department: str
    number: str
    day: str
    subject: str
    ruler: Ruler
    emblem: bytes | None = None
    show_frame: bool = False

    def block(self) -> Placed:
        """Make the head's block; long departments and subjects take as many lines as they need."""
        department = self._lines("ส่วนราชการ", self.department)
        subject = self._lines("เรื่อง", self.subject)
        rows = len(department) + 1 + len(subject)

        def draw(pen: Pen, width: float) -> None:
            self._emblem(pen)
            left = (width - self.ruler.width(TITLE_TEXT, TITLE)) / 2
            pen.text(left, TITLE_MM + pen.baseline(TITLE) - RISE_MM, TITLE_TEXT, TITLE)
            y = FIRST_ROW_MM - RISE_MM + pen.baseline(LABEL)
            y = self._field(pen, y, "ส่วนราชการ", department)
            self._number_and_day(pen, y, left)
            self._field(pen, y + ROW_MM, "เรื่อง", subject)

        return Placed(FIRST_ROW_MM + rows * ROW_MM - RISE_MM, draw, keep_with_next=True)

    def _lines(self, label: str, text: str) -> tuple[str, ...]:
        """Break a value: its first line begins after the label, the next ones at the margin."""
        return self.ruler.lines(text, VALUE, WIDTH_MM, self._after(label))

    def _after(self, label: str) -> float:
        """Return where a value begins."""
        return self.ruler.width(label, LABEL) + AFTER_LABEL_MM

    def _emblem(self, pen: Pen) -> None:
        """Place the emblem; without one the room stays free, as on pre-printed paper, or shows its frame."""
        if self.emblem is not None:
            pen.image(self.emblem, 0.0, -RISE_MM, _width_mm(self.emblem), EMBLEM_MM)
        elif self.show_frame:
            pen.rect(0.0, -RISE_MM, EMBLEM_WIDTH_MM, EMBLEM_MM, stroke=FRAME, width_pt=0.4)

    def _field(self, pen: Pen, y: float, label: str, lines: tuple[str, ...]) -> float:
        """Write a label, its lines and their leaders from baseline `y`; return the next row's baseline."""
        pen.text(0.0, y, label, LABEL)
        start = self._after(label)
        for line in lines:
            _leader(pen, start, WIDTH_MM, y)
            pen.text(start, y, line, VALUE)
            start, y = 0.0, y + ROW_MM
        return y

    def _number_and_day(self, pen: Pen, y: float, title_left: float) -> None:
        """Write ที่ and วันที่ on one line: วันที่ begins under ข of the title, the month after its ม."""
        day_left = title_left + self.ruler.width(BEFORE_KHO, TITLE)
        title_right = title_left + self.ruler.width(TITLE_TEXT, TITLE)
        pen.text(0.0, y, "ที่", LABEL)
        _leader(pen, self._after("ที่"), day_left - AFTER_LABEL_MM, y)
        pen.text(self._after("ที่"), y, self.number, VALUE)
        pen.text(day_left, y, "วันที่", LABEL)
        start = day_left + self._after("วันที่")
        _leader(pen, start, WIDTH_MM, y)
        number, space, month = self.day.partition("\u00a0")
        width = self.ruler.width(number, VALUE)
        month_left = max(title_right, start + width + AFTER_LABEL_MM)
        pen.text(start + (month_left - start - width) / 2, y, number + space, VALUE)
        pen.text(month_left, y, month, VALUE)


def _leader(pen: Pen, left: float, right: float, y: float) -> None:
    """Dot a line under a blank, from the right so that all leaders of the head end under each other."""
    dots = math.ceil((right - left) / DOT_PITCH_MM)
    pen.dotted(right - dots * DOT_PITCH_MM, right, y + LEADER_MM)


def _width_mm(emblem: bytes) -> float:
    """Return how wide an emblem of the regulation's height is, its own proportions kept."""
    with Image.open(BytesIO(emblem)) as picture:
        width, height = picture.size
    return EMBLEM_MM * width / height
