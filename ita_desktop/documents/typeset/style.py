"""Runs of text and paragraph styles, in official points and millimetres.

Official points are those of TH Sarabun, the font of the regulation. A font family knows its own scale, so
16 here means on paper what 16 means in the regulation, whichever family is used.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .blocks import FootnoteRef

Align = Literal["justify", "left", "center", "right"]
Color: TypeAlias = tuple[float, float, float]

BLACK: Color = (0.0, 0.0, 0.0)
SINGLE_SPACING = 20.8 / 16.0
"""Line pitch of TH Sarabun's single spacing, in units of the size."""
MM = 72.0 / 25.4
"""Points in a millimetre."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text that differs from its paragraph; `size` in official points, `link` an address."""

    text: str
    bold: bool = False
    italic: bool = False
    superscript: bool = False
    underline: bool = False
    link: str | None = None
    size: float | None = None
    color: Color | None = None


Text: TypeAlias = "str | Sequence[str | Run | FootnoteRef]"


@dataclass(frozen=True, slots=True)
class Style:
    """How a paragraph is set. `leading_pt` is the line pitch; None means single spacing of the size."""

    size: float = 16.0
    bold: bool = False
    italic: bool = False
    align: Align = "justify"
    first_indent_mm: float = 0.0
    left_indent_mm: float = 0.0
    right_indent_mm: float = 0.0
    space_before_pt: float = 0.0
    space_after_pt: float = 0.0
    leading_pt: float | None = None
    keep_with_next: bool = False
    color: Color = field(default=BLACK)

    def but(self, **changes: Any) -> Style:  # noqa: ANN401 - the field types differ
        """Return this style with some fields changed."""
        return replace(self, **changes)

    @property
    def leading(self) -> float:
        """Line pitch in points."""
        return self.size * SINGLE_SPACING if self.leading_pt is None else self.leading_pt


BODY = Style(first_indent_mm=25.0, space_before_pt=6.0)
"""Body of an official paper: 16 pt, first line 2.5 cm in, 6 pt before."""
PLAIN = Style(align="left")
"""Left-aligned text without indent, for table cells and labels."""
CAPTION = Style(size=14.0, align="center", space_before_pt=3.0, space_after_pt=6.0)
NOTE = Style(size=13.0, align="justify")
"""Footnotes."""

HEADINGS: tuple[Style, ...] = (
    Style(size=20.0, bold=True, align="center", space_before_pt=6.0, space_after_pt=6.0, keep_with_next=True),
    Style(size=18.0, bold=True, align="left", space_before_pt=10.0, space_after_pt=2.0, keep_with_next=True),
    Style(size=16.0, bold=True, align="left", space_before_pt=8.0, keep_with_next=True),
    Style(size=16.0, bold=True, align="left", space_before_pt=6.0, left_indent_mm=7.5, keep_with_next=True),
    Style(
        size=16.0,
        bold=True,
        italic=True,
        align="left",
        space_before_pt=6.0,
        left_indent_mm=7.5,
        keep_with_next=True,
    ),
    Style(size=16.0, italic=True, align="left", space_before_pt=6.0, left_indent_mm=7.5, keep_with_next=True),
)
"""Heading styles of level 1 to 6."""


def heading_style(level: int) -> Style:
    """Style of a heading of this level (from 1; deeper than 6 looks like 6)."""
    return HEADINGS[min(max(level, 1), len(HEADINGS)) - 1]
