"""Charts drawn as vectors with Thai labels: bars, years side by side, and how answers are distributed.

Shades differ in lightness and every figure is written out, so that a chart survives a black-and-white copier.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final, TypeAlias

from .blocks import Drawing
from .style import PLAIN, Color, Style

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from decimal import Decimal

    from .pen import Pen
    from .style import Text

Value: TypeAlias = "Decimal | float | None"
"""A figure; None is drawn as a dash, for no figure is not zero."""

SHADES: Final[tuple[Color, ...]] = (
    (0.13, 0.27, 0.47),
    (0.55, 0.68, 0.83),
    (0.83, 0.87, 0.92),
    (0.36, 0.47, 0.40),
    (0.68, 0.78, 0.66),
    (0.90, 0.86, 0.75),
)
_LABEL: Final[Style] = PLAIN.but(size=13.0)
_FIGURE: Final[Style] = PLAIN.but(size=12.0)
_PAPER: Final[Color] = (1.0, 1.0, 1.0)
_AXIS: Final[Color] = (0.6, 0.6, 0.6)
_LABEL_SHARE: Final = 0.34
_BAR_MM: Final = 5.0
_GAP_MM: Final = 2.2
_LEGEND_MM: Final = 7.0
_FIGURE_MM: Final = 14.0


@dataclass(frozen=True, slots=True)
class Series:
    """One set of figures, such as a year or an answer, with its name in the legend."""

    name: str
    values: Sequence[Value]


@dataclass(frozen=True, slots=True)
class Scale:
    """How figures are drawn: the end of the axis, a line to reach (e.g.

    The pass mark), how figures are written.
    """

    maximum: float = 100.0
    target: float | None = None
    target_label: str = ""
    write: Callable[[Value], str] = "{:.2f}".format


def bar_chart(labels: Sequence[str], series: Sequence[Series], *, alt: str, scale: Scale | None = None,
              caption: Text | None = None) -> Drawing:  # fmt: skip
    """Horizontal bars, one for each label and series: long Thai labels have room at the left."""
    height = _LEGEND_MM + len(labels) * (len(series) * _BAR_MM + _GAP_MM) + _GAP_MM
    return Drawing(height, partial(_draw_bars, labels, series, scale or Scale()), alt, caption)


def distribution_chart(labels: Sequence[str], series: Sequence[Series], *, alt: str,
                       caption: Text | None = None) -> Drawing:  # fmt: skip
    """One whole bar for each label, divided into the shares (percent) of the series."""
    height = _LEGEND_MM + len(labels) * (_BAR_MM * 1.4 + _GAP_MM) + _GAP_MM
    return Drawing(height, partial(_draw_shares, labels, series), alt, caption)


def _shade(index: int) -> Color:
    return SHADES[index % len(SHADES)]


def _legend(pen: Pen, series: Sequence[Series], left: float) -> None:
    """Name the shades above the bars; one series needs no legend."""
    if len(series) < 2 and not (series and series[0].name):
        return
    x = left
    for index, one in enumerate(series):
        pen.rect(x, 0.8, 3.2, 3.2, fill=_shade(index), stroke=None)
        x += 4.2 + pen.text(x + 4.2, 4.0, one.name, _FIGURE) + 5.0


def _label(pen: Pen, text: str, top: float, height: float, width: float) -> None:
    """Set a label in at most the room that its bars have, smaller if it must be."""
    style = _LABEL
    while style.size > 9.0 and pen.paragraph_height(width, text, style) > height + _GAP_MM:
        style = style.but(size=style.size - 1)
    used = pen.paragraph_height(width, text, style)
    pen.paragraph(0, top + (height - used) / 2, width, text, style)


def _draw_bars(labels: Sequence[str], series: Sequence[Series], scale: Scale, pen: Pen) -> None:
    left = pen.width_mm * _LABEL_SHARE
    span = pen.width_mm - left - _FIGURE_MM
    _legend(pen, series, left)
    group = len(series) * _BAR_MM
    top = _LEGEND_MM
    bottom = top + len(labels) * (group + _GAP_MM)
    if scale.target is not None:
        _target(pen, left + span * scale.target / scale.maximum, bottom, scale.target_label)
    for row, label in enumerate(labels):
        _label(pen, label, top, group, left - 3.0)
        for index, one in enumerate(series):
            y = top + index * _BAR_MM
            value = one.values[row]
            length = 0.0 if value is None else span * max(min(float(value) / scale.maximum, 1.0), 0.0)
            pen.rect(left, y + 0.4, length, _BAR_MM - 0.8, fill=_shade(index), stroke=None)
            written = "–" if value is None else scale.write(value)
            room = pen.text_width(written, _FIGURE)
            pen.rect(left + length + 0.9, y + 0.4, room + 0.6, _BAR_MM - 0.8, fill=_PAPER, stroke=None)
            pen.text(left + length + 1.2, y + _BAR_MM * 0.74, written, _FIGURE)
        top += group + _GAP_MM
    pen.line(left, _LEGEND_MM - 1, left, bottom, 0.6, color=_AXIS)


def _target(pen: Pen, x: float, bottom: float, label: str) -> None:
    pen.line(x, _LEGEND_MM - 1.5, x, bottom, 0.7, dash=(2.5, 2.0))
    if label:
        pen.text(x, _LEGEND_MM - 2.2, label, _FIGURE, "center")


def _draw_shares(labels: Sequence[str], series: Sequence[Series], pen: Pen) -> None:
    left = pen.width_mm * _LABEL_SHARE
    span = pen.width_mm - left
    _legend(pen, series, left)
    bar = _BAR_MM * 1.4
    top = _LEGEND_MM
    for row, label in enumerate(labels):
        _label(pen, label, top, bar, left - 3.0)
        x = left
        for index, one in enumerate(series):
            share = float(one.values[row] or 0)
            width = span * share / 100
            pen.rect(x, top, width, bar, fill=_shade(index), stroke=_PAPER, width_pt=0.6)
            _share_figure(pen, share, (x, top, width, bar), dark=sum(_shade(index)) < 1.5)
            x += width
        top += bar + _GAP_MM


def _share_figure(pen: Pen, share: float, box: tuple[float, float, float, float], *, dark: bool) -> None:
    """Write a share into its part of the bar where it fits."""
    x, top, width, height = box
    style = _FIGURE.but(color=_PAPER) if dark else _FIGURE
    text = f"{share:.1f}"
    if pen.text_width(text, style) + 1.0 <= width:
        pen.text(x + width / 2, top + height * 0.68, text, style, "center")
