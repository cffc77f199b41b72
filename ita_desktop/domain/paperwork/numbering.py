"""The numbers of headings and list items, from their places: nobody types them, so none is ever wrong."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from ita_desktop.domain.paperwork.richtext import Heading, ListItem, Marker, Table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ita_desktop.domain.paperwork.richtext import Block, Document

THAI_LETTERS: Final = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
"""Letters as official lists count with them: ฃ and ฅ are not used any more, and ฆ is passed over."""
_FORMS: Final = {Marker.NUMBER: "{}.", Marker.PAREN: "{})", Marker.BRACKETS: "({})"}
_SIGNS: Final = {Marker.DASH: "-", Marker.BULLET: "•"}


def labels(document: Document) -> dict[int, str]:
    """Return the label of each numbered heading and each item by its block's key, in Arabic figures.

    Keys must be in order (`keys.tidy`). Cells of a table count for themselves.
    """
    made: dict[int, str] = {}
    outline, listing = _Outline(), _Listing()
    for block in document.blocks():
        if isinstance(block, Heading):
            outline.take(block, made)
        listing.heading = outline.counts
        listing.take(block, made)
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row:
                    _number(cell.blocks, made)
    return made


def _number(blocks: Iterable[Block], made: dict[int, str]) -> None:
    """Number the items of a cell."""
    listing = _Listing()
    for block in blocks:
        listing.take(block, made)


@dataclass(slots=True)
class _Outline:
    """Counts headings; those without a number leave the count as it is."""

    counts: list[int] = field(default_factory=list)

    def take(self, heading: Heading, made: dict[int, str]) -> None:
        """Number a heading if it wants it."""
        if not heading.numbered:
            return
        depth = min(heading.level, len(self.counts) + 1)
        self.counts = [*self.counts[:depth], *[0] * (depth - len(self.counts))]
        self.counts[depth - 1] += 1
        numbers = ".".join(map(str, self.counts))
        made[heading.key] = f"{numbers}." if depth == 1 else numbers


@dataclass(slots=True)
class _Listing:
    """Counts items: deeper ones begin anew under each item, a block that is no item ends the list."""

    counts: dict[int, tuple[Marker, int]] = field(default_factory=dict)
    ended: bool = False
    heading: list[int] = field(default_factory=list)
    """Numbers of the heading that the list stands under: a clause without a number above it takes these."""

    def take(self, block: Block, made: dict[int, str]) -> None:
        """Number an item; note where a list ends."""
        if not isinstance(block, ListItem):
            self.ended = True
            return
        if self.ended and not block.goes_on:
            self.counts.clear()
        self.ended = False
        marker, count = self.counts.get(block.level, (block.marker, 0))
        count = count + 1 if marker is block.marker else 1
        self.counts = {level: kept for level, kept in self.counts.items() if level < block.level}
        made[block.key] = self._label(block, count)
        self.counts[block.level] = (block.marker, count)

    def _label(self, item: ListItem, count: int) -> str:
        """Write the label of the `count`th item of its level."""
        if item.marker in _SIGNS:
            return _SIGNS[item.marker]
        if item.marker is Marker.LETTER:
            return f"{letter(count)}."
        if item.marker is Marker.CLAUSE:
            above = [str(number) for marker, number in self.counts.values() if marker in _COUNTED]
            above = above or [str(number) for number in self.heading]
            return ".".join([*above, str(count)]) if above else f"{count}."
        return _FORMS[item.marker].format(count)


_COUNTED: Final = (Marker.NUMBER, Marker.CLAUSE)


def letter(count: int) -> str:
    """Return the letter of a count from 1; after ฮ the letters come doubled."""
    times, place = divmod(count - 1, len(THAI_LETTERS))
    return THAI_LETTERS[place] * (times + 1)
