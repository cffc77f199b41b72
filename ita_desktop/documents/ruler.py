"""Measure text before it is set: what must be known to place the head of a memo or a signature."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_desktop.documents.typeset.families import family as find_family
from ita_desktop.documents.typeset.inline import Typesetter
from ita_desktop.documents.typeset.paragraph import set_text
from ita_desktop.documents.typeset.style import MM
from ita_desktop.documents.typeset.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ita_desktop.documents.typeset import FontFamily, Style


@dataclass(frozen=True, slots=True)
class Ruler:
    """Knows the fonts of one paper, and the names in it that no line may break."""

    setter: Typesetter

    @classmethod
    def of(cls, family: str | FontFamily, words: Iterable[str]) -> Ruler:
        """Make the ruler of a paper; `family` and `words` as `render` gets them, or lines would differ."""
        return cls(Typesetter(find_family(family), Words(words)))

    def width(self, text: str, style: Style) -> float:
        """Return the width in millimetres of a text on one line."""
        return sum(self.setter.items(text, style).widths) / MM

    def lines(self, text: str, style: Style, width: float, first_indent: float = 0.0) -> tuple[str, ...]:
        """Return the lines of a text in a column of `width` millimetres, the first one starting later."""
        block = set_text(self.setter, text, style, width * MM, first_indent * MM)
        return tuple(line.text().rstrip() for line in block.lines)
