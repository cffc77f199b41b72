"""What a page carries outside its text: number, header, footer, continuation word, watermark."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .page import PageContext, PageSetup
from .paragraph import Line
from .pen import Pen
from .slack import NATURAL
from .style import MM, PLAIN, Style

if TYPE_CHECKING:
    from .inline import Typesetter
    from .sheet import Sheet

_WATERMARK: Final = PLAIN.but(size=110.0, bold=True, color=(0.91, 0.91, 0.91))


def draw_furniture(
    sheet: Sheet, page: PageSetup, setter: Typesetter, next_words: str, watermark: str | None
) -> None:
    """Draw all of it as decoration, which a screen reader passes over."""
    text_width = page.text_width / MM
    pen = Pen(sheet, setter, 0.0, 0.0, page.width_mm)
    context = PageContext(
        number=page.first_page_number + sheet.index,
        index=sheet.index,
        width_mm=page.width_mm,
        height_mm=page.height_mm,
        left_mm=page.left_mm,
        right_mm=page.right_mm,
    )
    with sheet.tagged(None):
        _number(pen, page, context)
        if page.continuation_word and next_words:
            words = " ".join(next_words.split(" ")[:2]) + "…"
            baseline = page.height_mm - page.bottom_mm + 9.0
            pen.text(page.left_mm + text_width, baseline, "/" + words, PLAIN, "right")
        for hook in (page.header, page.footer):
            if hook is not None:
                hook(pen, context)
    if watermark:
        _under(sheet, setter, watermark)


def _number(pen: Pen, page: PageSetup, context: PageContext) -> None:
    if page.page_number is None or (context.index == 0 and not page.number_first_page):
        return
    middle = page.left_mm + page.text_width / MM / 2
    text = f"- {page.number_text(context.number)} -"
    pen.text(middle, page.number_baseline_mm, text, page.number_style, "center")


def _under(sheet: Sheet, setter: Typesetter, text: str) -> None:
    """Set large pale letters across the page, below everything that is already drawn."""
    style: Style = _WATERMARK
    items = setter.items(text, style)
    width = sum(items.widths)
    drawn, sheet.ops = sheet.ops, []
    with sheet.tagged(None):
        sheet.ops.append(f"q 0.7071 0.7071 -0.7071 0.7071 {sheet.width / 2:.2f} {sheet.height / 2:.2f} cm")
        line = Line(items, 0, len(items.shaped), -width / 2, NATURAL, width, style.size, ends_paragraph=True)
        sheet.line(line, 0.0, sheet.height)
        sheet.ops.append("Q")
    sheet.ops += drawn
