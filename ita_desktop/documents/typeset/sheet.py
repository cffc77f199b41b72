"""One page's content stream.

Text lines, strokes, fills, pictures, each inside a structure element or an artifact.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from .tags import Element, MarkedContent

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .inline import InlineFont, Items
    from .paragraph import Line
    from .registry import Registry
    from .style import Color

_UNDERLINE_DROP: Final = 0.12
_UNDERLINE_WEIGHT: Final = 0.045
LINK_BLUE: Final = (0.02, 0.27, 0.55)


def number(value: float) -> str:
    """Write a number for a content stream, as short as it goes at a thousandth of a point."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


@dataclass(frozen=True, slots=True)
class LinkArea:
    """A rectangle (PDF points) that leads to an address, or to a heading when the target begins with #."""

    left: float
    bottom: float
    right: float
    top: float
    target: str
    element: Element | None
    contents: str


@dataclass(slots=True)
class Sheet:
    """A page being filled.

    Coordinates are points from the top left corner; PDF's own upward ones stay in here.
    """

    registry: Registry
    index: int
    width: float
    height: float
    ops: list[str] = field(default_factory=list)
    parents: list[Element] = field(default_factory=list)
    """Structure element of each marked content, by its number on the page."""
    links: list[LinkArea] = field(default_factory=list)
    images: set[str] = field(default_factory=set)
    element: Element | None = None
    """Element that is open now; None outside and in artifacts."""
    _open: bool = False

    @contextmanager
    def tagged(self, element: Element | None) -> Iterator[None]:
        """Put what is drawn inside into a structure element, or (None) mark it as decoration."""
        before = self.element if self._open else None
        was_open = self._open
        if was_open:
            self.ops.append("EMC")
        self._begin(element)
        try:
            yield
        finally:
            self.ops.append("EMC")
            self._open = False
            if was_open:
                self._begin(before)

    @contextmanager
    def decoration(self) -> Iterator[None]:
        """Mark strokes as decoration, unless they are the figure itself."""
        if self._open and self.element is not None and self.element.kind == "Figure":
            yield
            return
        with self.tagged(None):
            yield

    def _begin(self, element: Element | None) -> None:
        self.element, self._open = element, True
        if element is None:
            self.ops.append("/Artifact BMC")
            return
        mark = len(self.parents)
        self.parents.append(element)
        element.kids.append(MarkedContent(self.index, mark))
        self.ops.append(f"/{element.kind} <</MCID {mark}>> BDC")

    def line(self, line: Line, left: float, baseline: float) -> None:
        """Draw a set line with its paragraph's left edge at `left`."""
        if line.first == line.last:
            return
        x = left + line.x
        self.ops.append(f"BT 1 0 0 1 {number(x)} {number(self.height - baseline)} Tm")
        decorated: list[tuple[InlineFont, float, float]] = []
        for first, last in _stretches(line.items, line.first, line.last):
            font = line.items.fonts[first]
            width = self._stretch(line, first, last, font)
            if font.underline or font.link:
                decorated.append((font, x, x + width))
            x += width
        self.ops.append("ET")
        for font, start, stop in decorated:
            self._decorate(font, start, stop, baseline)

    def _stretch(self, line: Line, first: int, last: int, font: InlineFont) -> float:
        """Show items of one font; return the width. Gaps come after every cluster but the line's last."""
        items, gaps = line.items, line.gaps
        use = self.registry.font_use(font.face)
        self._text_state(use.key, font)
        encoded = [use.encode(items.shaped[index]) for index in range(first, last)]
        width = sum(items.widths[first:last])
        if not gaps.letter and not gaps.space:
            self.ops.append(f"<{''.join(code for codes in encoded for code in codes)}>Tj")
            return width
        between, wide = (f">{-1000.0 * gap / font.size:.2f}<" for gap in gaps)
        parts: list[str] = []
        for index, codes in enumerate(encoded, first):
            is_space = items.spaces[index]
            gap = wide if is_space else between
            parts.append(gap.join(codes) + gap)
            width += len(codes) * (gaps.space if is_space else gaps.letter)
        shown = "<" + "".join(parts)
        if last == line.last:
            is_space = items.spaces[last - 1]
            shown = shown[: -len(wide if is_space else between)] + "><"
            width -= gaps.space if is_space else gaps.letter
        self.ops.append(f"[{shown[:-1]}]TJ")
        return width

    def _text_state(self, key: str, font: InlineFont) -> None:
        color = LINK_BLUE if font.link and font.color == (0.0, 0.0, 0.0) else font.color
        self.ops.append(f"/{key} {number(font.size)} Tf {number(font.rise)} Ts {_color(color)} rg")

    def _decorate(self, font: InlineFont, start: float, stop: float, baseline: float) -> None:
        color = LINK_BLUE if font.link and font.color == (0.0, 0.0, 0.0) else font.color
        y = baseline - font.rise + font.size * _UNDERLINE_DROP
        if font.underline or font.link:
            with self.tagged(None):
                self.stroke([(start, y), (stop, y)], font.size * _UNDERLINE_WEIGHT, color=color)
        if font.link:
            self.link(start, baseline - font.size, stop, y, font.link, font.link)

    def link(self, left: float, top: float, right: float, bottom: float, target: str, contents: str) -> None:
        """Make a rectangle lead somewhere; `contents` is what a screen reader says of it."""
        area = LinkArea(left, self.height - bottom, right, self.height - top, target, self.element, contents)
        self.links.append(area)

    def stroke(
        self,
        points: Sequence[tuple[float, float]],
        width: float,
        *,
        color: Color = (0.0, 0.0, 0.0),
        dash: Sequence[float] = (),
        closed: bool = False,
    ) -> None:
        """Draw connected straight strokes."""
        paint = " s" if closed else " S"
        pattern = f"[{' '.join(number(d) for d in dash)}] 0 d " if dash else ""
        self.ops.append(f"q {number(width)} w {pattern}{_color(color)} RG {self._path(points)}{paint} Q")

    def strokes(self, lines: Sequence[Sequence[tuple[float, float]]], width: float) -> None:
        """Draw many black lines at once: the rules of a table row."""
        paths = " ".join(self._path(line) for line in lines)
        self.ops.append(f"q {number(width)} w 0 0 0 RG {paths} S Q")

    def fill(self, points: Sequence[tuple[float, float]], color: Color) -> None:
        """Fill a polygon."""
        self.ops.append(f"q {_color(color)} rg {self._path(points)} f Q")

    def dots(self, start: float, stop: float, y: float, diameter: float, pitch: float, color: Color) -> None:
        """Draw a row of round dots, whole ones only, up to `stop`."""
        count = int((stop - start) / pitch)
        if count < 1:
            return
        end = start + count * pitch
        line = self._path([(start + pitch / 2, y), (end, y)])
        self.ops.append(f"q 1 J {number(diameter)} w [0 {number(pitch)}] 0 d {_color(color)} RG {line} S Q")

    def curve(
        self, start: tuple[float, float], curves: Sequence[tuple[tuple[float, float], ...]], paint: str
    ) -> None:
        """Draw Bézier curves (three points each) and paint them with a ready operator string."""
        segments = [f"{self._point(start)} m"]
        segments += [" ".join(self._point(point) for point in curve) + " c" for curve in curves]
        self.ops.append(f"q {paint.replace('@', ' '.join(segments))} Q")

    def image(self, name: str, x: float, y: float, width: float, height: float) -> None:
        """Place a registered picture with its top left corner at (x, y)."""
        self.images.add(name)
        box = f"{number(width)} 0 0 {number(height)} {number(x)} {number(self.height - y - height)}"
        self.ops.append(f"q {box} cm /{name} Do Q")

    def _path(self, points: Sequence[tuple[float, float]]) -> str:
        first, *rest = points
        return f"{self._point(first)} m " + " ".join(f"{self._point(point)} l" for point in rest)

    def _point(self, point: tuple[float, float]) -> str:
        return f"{number(point[0])} {number(self.height - point[1])}"


def _color(color: Color) -> str:
    return " ".join(number(part) for part in color)


def _stretches(items: Items, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Cut a range of items where the font changes."""
    start = first
    for index in range(first + 1, last):
        if items.fonts[index] is not items.fonts[start] and items.fonts[index] != items.fonts[start]:
            yield start, index
            start = index
    yield start, last
