"""Set a text into lines.

Breaks chosen for the whole paragraph, slack shared out, every line ready to draw.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from .blocks import FootnoteRef
from .inline import Items, Typesetter
from .linebreak import SPACE_SHARE, Breaks, Measure, break_lines
from .segment import clusters as thai_clusters
from .slack import NATURAL, Spread, spread
from .style import MM, Run, Style, Text
from .words import NEVER

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINE_END: Final = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_EMERGENCY_COST: Final = 200_000_000
_JOINTS: Final = frozenset("/-_.?&=#:@~+")
_AT_JOINT_COST: Final = 100
"""After these marks a web address that is wider than a line is broken rather than inside its words."""
_ABOVE: Final = 0.735
"""Share of single spacing that lies above the baseline: room for two stacked marks over a tall consonant."""
_SINGLE: Final = 20.8 / 16.0


@dataclass(frozen=True, slots=True)
class Line:
    """One line.

    Items from `first` up to `last` (not included), set from `x` with `gaps` between clusters.
    """

    items: Items
    first: int
    last: int
    x: float
    gaps: Spread
    width: float
    """Width as set, in points."""
    em: float
    """Real size of the paragraph's font in points: the unit in which letter-spacing is judged."""
    ends_paragraph: bool
    offset: int = 0
    """Letters of the text before this line; a note's mark counts as one, as does a line end."""

    def text(self) -> str:
        """Source of the line."""
        return "".join(shaped.text for shaped in self.items.shaped[self.first : self.last])

    def notes(self) -> list[tuple[str, FootnoteRef]]:
        """Footnotes marked on this line, with their printed numbers."""
        found = self.items.notes
        return [found[index] for index in range(self.first, self.last) if index in found] if found else []


@dataclass(frozen=True, slots=True)
class SetText:
    """Lines of one paragraph with their pitch.

    `baseline` is from the top of a line to its baseline (points).
    """

    lines: list[Line]
    leading: float
    baseline: float

    @property
    def height(self) -> float:
        """Height of all lines."""
        return self.leading * len(self.lines)


def baseline_of(style: Style) -> float:
    """Distance from a line's top to its baseline in points; extra leading is shared above and below."""
    single = style.size * _SINGLE
    return (style.leading - single) / 2 + single * _ABOVE


def set_text(
    setter: Typesetter, text: Text, style: Style, width: float, first_indent: float | None = None
) -> SetText:
    """Set a text to a width in points. A line end in the source ends a line on paper."""
    indent = style.first_indent_mm * MM if first_indent is None else first_indent
    if setter.memory is None:
        return _set_text(setter, text, style, width, indent)
    given = text if isinstance(text, str) else tuple(text)
    notes = sum(isinstance(part, FootnoteRef) for part in given)
    key = (given, style, width, indent, setter.note_number if notes else 0)
    known = setter.memory.get(key)
    if known is not None:
        setter.note_number += notes
        return known
    made = _set_text(setter, text, style, width, indent)
    setter.memory.put(key, made)
    return made


def _set_text(setter: Typesetter, text: Text, style: Style, width: float, indent: float) -> SetText:
    lines: list[Line] = []
    offset = 0
    for part in _source_lines(text):
        items = setter.items(part, style)
        lines += _set_items(setter, items, style, width, (indent, offset))
        indent = 0.0
        offset += sum(_letters(items)) + 1
    return SetText(lines, style.leading, baseline_of(style))


def _letters(items: Items) -> list[int]:
    """Letters of each item as the source counts them: the mark of a note is one, whatever its number."""
    if not items.notes:
        return [len(shaped.text) for shaped in items.shaped]
    return [1 if index in items.notes else len(each.text) for index, each in enumerate(items.shaped)]


def _source_lines(text: Text) -> Iterator[Text]:
    """Split at line ends, in runs too; those that Word and Excel leave in pasted text count as well."""
    if isinstance(text, str):
        yield from _LINE_END.split(text)
        return
    line: list[str | Run | FootnoteRef] = []
    for part in text:
        source = part.text if isinstance(part, Run) else part
        if not isinstance(source, str) or isinstance(part, FootnoteRef) or not _LINE_END.search(source):
            line.append(part)
            continue
        for index, piece in enumerate(_LINE_END.split(source)):
            if index:
                yield line
                line = []
            line.append(_with_text(part, piece))
    yield line


def _with_text(part: str | Run, text: str) -> str | Run:
    if isinstance(part, str):
        return text
    return Run(
        text, part.bold, part.italic, part.superscript, part.underline, part.link, part.size, part.color
    )


def _set_items(
    setter: Typesetter, items: Items, style: Style, width: float, start: tuple[float, int]
) -> list[Line]:
    """Set one line of source; `start` is its indent and its first letter's place in the text."""
    indent, offset = start
    if not items.shaped:
        return [Line(items, 0, 0, 0.0, NATURAL, 0.0, style.size, ends_paragraph=True, offset=offset)]
    em = style.size * setter.scale
    indent = min(indent, width * 0.8)
    measure = Measure(width - indent, width, em, justified=style.align == "justify")
    breaks = _breaks(items)
    chosen = break_lines(breaks, measure)
    if chosen is None:
        items = _cut_wide(items, min(width, width - indent))
        breaks = _breaks(items)
        chosen = break_lines(breaks, measure)
    if chosen is None:
        chosen = list(range(1, len(breaks.end)))
    return list(_lines(items, breaks, chosen, style, measure, offset))


def _breaks(items: Items) -> Breaks:
    """Prefix sums at every place where a line may end."""
    weights = [
        len(shaped.clusters) * (SPACE_SHARE if space else 1.0)
        for shaped, space in zip(items.shaped, items.spaces, strict=True)
    ]
    widths = [0.0, *accumulate(items.widths)]
    units = [0.0, *accumulate(weights)]
    count = len(items.after)
    places = [index + 1 for index, after in enumerate(items.after) if after < NEVER and index < count - 1]
    places.append(count)
    ends = [_before_space(items, place) for place in places]
    starts = [_after_space(items, place) for place in places]
    return Breaks(
        item=[0, *starts],
        end=[0.0, *(widths[end] for end in ends)],
        start=[0.0, *(widths[start] for start in starts)],
        stretch_end=[0.0, *(units[end] for end in ends)],
        stretch_start=[0.0, *(units[start] for start in starts)],
        cost=[0.0, *(float(items.after[place - 1]) for place in places[:-1]), 0.0],
    )


def _before_space(items: Items, place: int) -> int:
    end = place
    while end > 1 and items.spaces[end - 1]:
        end -= 1
    return end


def _after_space(items: Items, place: int) -> int:
    while place < len(items.spaces) and items.spaces[place]:
        place += 1
    return place


def _cut_wide(items: Items, width: float) -> Items:
    """In need, allow a break between any two clusters of what is wider than a line, e.g. a web address."""
    cut = Items(notes={})
    run_width = 0.0
    runs: list[float] = []
    for item_width, after in zip(items.widths, items.after, strict=True):
        run_width += item_width
        runs.append(run_width)
        if after < NEVER:
            run_width = 0.0
    for index in range(len(runs) - 2, -1, -1):
        if items.after[index] >= NEVER:
            runs[index] = max(runs[index], runs[index + 1])
    for index, shaped in enumerate(items.shaped):
        if index in items.notes:
            cut.notes[len(cut.shaped)] = items.notes[index]
        _copy(
            items,
            index,
            cut,
            divide=runs[index] > width and not items.spaces[index] and len(shaped.clusters) > 1,
        )
        if runs[index] > width and cut.after[-1] >= NEVER:
            cut.after[-1] = _EMERGENCY_COST
    return cut


def _copy(items: Items, index: int, cut: Items, *, divide: bool) -> None:
    text, font, after = items.shaped[index].text, items.fonts[index], items.after[index]
    pieces = thai_clusters(text) if divide else [text]
    for piece in pieces[:-1]:
        cut.add(piece, font, _AT_JOINT_COST if piece in _JOINTS else _EMERGENCY_COST)
    cut.add(pieces[-1], font, after, space=items.spaces[index])


def _lines(
    items: Items, breaks: Breaks, chosen: list[int], style: Style, measure: Measure, offset: int
) -> Iterator[Line]:
    """Place each line between its breaks."""
    previous = 0
    before = [0, *accumulate(_letters(items))]
    fonts = {id(font): font for font in items.fonts}  # by identity: comparing thousands of equals is slow
    smallest = min(font.size for font in fonts.values())
    for number, place in enumerate(chosen):
        first = breaks.item[previous]
        ends = place == len(breaks.end) - 1
        last = _trimmed(items, first, len(items.shaped) if ends else breaks.item[place])
        room = measure.first if number == 0 else measure.width
        natural = breaks.end[place] - breaks.start[previous]
        gaps, width = NATURAL, natural
        if measure.justified and (not ends or natural > room):
            units = breaks.stretch_end[place] - breaks.stretch_start[previous] - 1.0
            spaces = _count_spaces(items, first, last)
            gaps = spread(room - natural, units, spaces, smallest)
            width += gaps.letter * (units - SPACE_SHARE * spaces) + gaps.space * spaces
        x = measure.width - room + _shift(style, room - width)
        yield Line(items, first, last, x, gaps, width, measure.em, ends, offset + before[first])
        previous = place


def _count_spaces(items: Items, first: int, last: int) -> int:
    return sum(len(items.shaped[index].clusters) for index in range(first, last) if items.spaces[index])


def _trimmed(items: Items, first: int, last: int) -> int:
    while last > first + 1 and items.spaces[last - 1]:
        last -= 1
    return last


def _shift(style: Style, slack: float) -> float:
    if style.align == "right":
        return max(slack, 0.0)
    return max(slack, 0.0) / 2 if style.align == "center" else 0.0
