"""Secrecy and urgency in red: secrecy above and below the text of each page, urgency on the first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ita_desktop.documents.typeset import PLAIN

if TYPE_CHECKING:
    from ita_desktop.documents.typeset import PageContext, PageSetup, Pen

RED: Final = (0.80, 0.0, 0.0)
MARK: Final = PLAIN.but(size=32.0, bold=True, color=RED)
"""The size that the regulation asks for at least."""
TOP_BASELINE_MM: Final = 19.0
BOTTOM_MM: Final = 9.0
"""From the lower edge to the baseline."""
URGENT_BASELINE_MM: Final = 21.0
URGENT_LEFT_MM: Final = 30.0


def marked(page: PageSetup, secrecy: str, urgency: str) -> PageSetup:
    """Return the sheet with its marks, if it has any."""
    if not secrecy and not urgency:
        return page

    def head(pen: Pen, place: PageContext) -> None:
        if secrecy:
            pen.text(place.width_mm / 2, TOP_BASELINE_MM, secrecy, MARK, "center")
        if urgency and place.index == 0:
            pen.text(URGENT_LEFT_MM, URGENT_BASELINE_MM, urgency, MARK)

    def foot(pen: Pen, place: PageContext) -> None:
        if secrecy:
            pen.text(place.width_mm / 2, place.height_mm - BOTTOM_MM, secrecy, MARK, "center")

    return page.but(header=head, footer=foot)
