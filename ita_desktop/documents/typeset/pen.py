"""The drawing surface handed to callers: millimetres from the top left corner, text set exactly."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from .paragraph import Line, baseline_of, set_text
from .pictures import prepare
from .sheet import Sheet, number
from .slack import NATURAL
from .style import BLACK, MM, Color, Style, Text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from .inline import Items, Typesetter

_ROUND: Final = 0.5522847498
_DOT_PITCH_PT: Final = 2.6
_DOT_PT: Final = 0.75


@dataclass(frozen=True, slots=True)
class Pen:
    """Draws on a sheet from an origin (points).

    Everything a caller passes is in millimetres, sizes in points.
    """

    sheet: Sheet
    setter: Typesetter
    x0: float
    y0: float
    width_mm: float

    def text(
        self,
        x: float,
        baseline_y: float,
        text: Text,
        style: Style,
        align: Literal["left", "center", "right"] = "left",
    ) -> float:
        """Set one line at a baseline; `x` is its left edge, middle or right edge. Return its width."""
        items = self.setter.items(text, style)
        width = sum(items.widths)
        line = Line(items, 0, len(items.shaped), 0.0, NATURAL, width, style.size, ends_paragraph=True)
        shift = {"left": 0.0, "center": width / 2, "right": width}[align]
        self.sheet.line(line, self.x0 + x * MM - shift, self.y0 + baseline_y * MM)
        return width / MM

    def text_width(self, text: Text, style: Style) -> float:
        """Width of a text on one line."""
        items: Items = self.setter.items(text, style)
        return sum(items.widths) / MM

    def paragraph(self, x: float, y: float, w: float, text: Text, style: Style) -> float:
        """Set a paragraph with its top left corner at (x, y); return its height."""
        block = set_text(self.setter, text, style, w * MM)
        for index, line in enumerate(block.lines):
            baseline = self.y0 + y * MM + index * block.leading + block.baseline
            self.sheet.line(line, self.x0 + x * MM, baseline)
        return block.height / MM

    def paragraph_height(self, w: float, text: Text, style: Style) -> float:
        """Height that `paragraph` would take, without drawing."""
        return set_text(self.setter, text, style, w * MM).height / MM

    def baseline(self, style: Style) -> float:
        """Distance from the top of a line in this style to its baseline."""
        return baseline_of(style) / MM

    def line(
        self,
        x1: float,
        y1: float,
        x2: float,
        y2: float,
        width_pt: float = 0.5,
        dash: Sequence[float] = (),
        color: Color = BLACK,
    ) -> None:
        """Draw a straight line; `dash` in points."""
        self.polyline([(x1, y1), (x2, y2)], width_pt, dash=dash, color=color)

    def polyline(
        self,
        points: Sequence[tuple[float, float]],
        width_pt: float = 0.5,
        *,
        dash: Sequence[float] = (),
        color: Color = BLACK,
        closed: bool = False,
    ) -> None:
        """Draw connected straight lines."""
        with self.sheet.decoration():
            self.sheet.stroke(
                [self._at(x, y) for x, y in points], width_pt, color=color, dash=dash, closed=closed
            )

    def polygon(self, points: Sequence[tuple[float, float]], fill: Color) -> None:
        """Fill a polygon."""
        with self.sheet.decoration():
            self.sheet.fill([self._at(x, y) for x, y in points], fill)

    def dotted(self, x1: float, x2: float, y: float, color: Color = BLACK) -> None:
        """Draw the dotted leader of official forms, round dots, from x1 to x2."""
        left, _ = self._at(x1, y)
        right, top = self._at(x2, y)
        with self.sheet.decoration():
            self.sheet.dots(left, right, top, _DOT_PT, _DOT_PITCH_PT, color)

    def rect(
        self,
        x: float,
        y: float,
        w: float,
        h: float,
        fill: Color | None = None,
        stroke: Color | None = BLACK,
        width_pt: float = 0.5,
    ) -> None:
        """Draw a rectangle, filled, stroked, or both."""
        corners = [(x, y), (x + w, y), (x + w, y + h), (x, y + h)]
        if fill is not None:
            self.polygon(corners, fill)
        if stroke is not None:
            self.polyline(corners, width_pt, color=stroke, closed=True)

    def circle(
        self,
        x: float,
        y: float,
        radius: float,
        fill: Color | None = None,
        stroke: Color | None = BLACK,
        width_pt: float = 0.5,
    ) -> None:
        """Draw a circle around (x, y)."""
        k = _ROUND * radius
        curves = [
            ((x + radius, y + k), (x + k, y + radius), (x, y + radius)),
            ((x - k, y + radius), (x - radius, y + k), (x - radius, y)),
            ((x - radius, y - k), (x - k, y - radius), (x, y - radius)),
            ((x + k, y - radius), (x + radius, y - k), (x + radius, y)),
        ]
        self.path((x + radius, y), curves, fill=fill, stroke=stroke, width_pt=width_pt)

    def path(
        self,
        start: tuple[float, float],
        curves: Sequence[Sequence[tuple[float, float]]],
        *,
        fill: Color | None = None,
        stroke: Color | None = BLACK,
        width_pt: float = 0.5,
    ) -> None:
        """Draw Bézier curves, each given by two control points and its end."""
        placed = [tuple(self._at(x, y) for x, y in curve) for curve in curves]
        with self.sheet.decoration():
            self.sheet.curve(self._at(*start), placed, _paint(fill, stroke, width_pt))

    def image(self, source: Path | bytes, x: float, y: float, w: float, h: float | None = None) -> float:
        """Place a picture w wide (h high, or in proportion); return its height.

        Outside a Drawing it is decoration, such as an emblem: it has no words of its own.
        """
        prepared = prepare(source, w)
        height = w * prepared.height / prepared.width if h is None else h
        left, top = self._at(x, y)
        with self.sheet.decoration():
            self.sheet.image(self.sheet.registry.picture(prepared), left, top, w * MM, height * MM)
        return height

    def _at(self, x: float, y: float) -> tuple[float, float]:
        return self.x0 + x * MM, self.y0 + y * MM


def _paint(fill: Color | None, stroke: Color | None, width_pt: float) -> str:
    """Operators around a path, which stands where the @ is."""
    setup = []
    if fill is not None:
        setup.append(" ".join(number(part) for part in fill) + " rg")
    if stroke is not None:
        setup.append(f"{number(width_pt)} w " + " ".join(number(part) for part in stroke) + " RG")
    operator = {(True, True): "b", (True, False): "f", (False, True): "s", (False, False): "n"}
    return f"{' '.join(setup)} @ {operator[fill is not None, stroke is not None]}"
