"""Turn a text of runs into shaped items with widths: what the line breaker and the page both work on."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from .blocks import FootnoteRef
from .face import Face, open_face
from .families import FontFamily, Weight
from .shaping import Shaped, shape
from .style import Color, Run, Style, Text
from .words import NEVER, Token, Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .memory import Memory

_INVISIBLE: Final = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]")
"""Format characters: they steer breaking and draw nothing."""
_SUPERSCRIPT_SIZE: Final = 0.72
_SUPERSCRIPT_RISE: Final = 0.30


@dataclass(frozen=True, slots=True)
class InlineFont:
    """How an item is drawn; `size` in real points of the face, `rise` in points above the baseline."""

    face: Face
    size: float
    color: Color
    rise: float = 0.0
    underline: bool = False
    link: str | None = None


@dataclass(slots=True)
class Items:
    """Parallel lists, one entry for each unbreakable piece of a paragraph (lists, for speed)."""

    shaped: list[Shaped] = field(default_factory=list)
    fonts: list[InlineFont] = field(default_factory=list)
    widths: list[float] = field(default_factory=list)
    """Natural width in points."""
    after: list[int] = field(default_factory=list)
    """Cost of ending a line after the item."""
    spaces: list[bool] = field(default_factory=list)
    """Whether the item is white space that vanishes at a line's end."""
    notes: dict[int, tuple[str, FootnoteRef]] = field(default_factory=dict)
    """Footnotes, with the number printed, whose mark is the item of this index."""

    def add(self, text: str, font: InlineFont, after: int, *, space: bool = False) -> None:
        """Append one piece, shaped."""
        shaped = shape(font.face, text)
        self.shaped.append(shaped)
        self.fonts.append(font)
        self.widths.append(shaped.advance * font.size / font.face.upem)
        self.after.append(after)
        self.spaces.append(space)


class Typesetter:
    """Knows the family, the scale and the document's names; makes items of texts."""

    def __init__(self, family: FontFamily, words: Words, memory: Memory | None = None) -> None:
        """Open the regular face (the scale is measured on it); the others open when first used.

        With a `memory` it may set one document again and again, and only what changed is set anew.
        """
        self.family = family
        self.words = words
        regular = open_face(family.path(Weight.REGULAR))
        self.scale = regular.official_scale() if family.scale is None else family.scale
        self.note_number = 0
        self.memory = memory

    def font(self, style: Style, run: Run | None = None) -> InlineFont:
        """Face, size and colour for a style, or for a run within it."""
        bold, italic, size, color = style.bold, style.italic, style.size, style.color
        if run is None:
            return InlineFont(self._face(bold, italic), size * self.scale, color)
        size = run.size or size
        rise = size * self.scale * _SUPERSCRIPT_RISE if run.superscript else 0.0
        if run.superscript:
            size *= _SUPERSCRIPT_SIZE
        face = self._face(bold or run.bold, italic or run.italic)
        return InlineFont(face, size * self.scale, run.color or color, rise, run.underline, run.link)

    def _face(self, bold: bool, italic: bool) -> Face:  # noqa: FBT001
        return open_face(self.family.path(Weight((bold, italic))))

    def items(self, text: Text, style: Style) -> Items:
        """Items of one line of source (no line ends inside)."""
        items = Items()
        if isinstance(text, str):
            font = self.font(style)
            for token in self.words.tokens(_clean(text)):
                _add(items, token, font)
        else:
            self._add_runs(items, text, style)
        return items

    def _add_runs(self, items: Items, text: Sequence[str | Run | FootnoteRef], style: Style) -> None:
        """Find breaks in the whole text first: a word may be half bold, and is one word still."""
        stretches: list[tuple[str, InlineFont, FootnoteRef | None]] = []
        for part in text:
            if isinstance(part, FootnoteRef):
                self.note_number += 1
                mark = Run(str(self.note_number).translate(_THAI), superscript=True)
                stretches.append((mark.text, self.font(style, mark), part))
            elif isinstance(part, Run):
                stretches.append((_clean(part.text), self.font(style, part), None))
            else:
                stretches.append((_clean(part), self.font(style), None))
        self._add_stretches(items, stretches)

    def _add_stretches(
        self, items: Items, stretches: list[tuple[str, InlineFont, FootnoteRef | None]]
    ) -> None:
        """Cut tokens where the font changes.

        A footnote's mark clings to what is before it, outside the words.
        """
        running = [(text, font, None) if note is None else ("", font, note) for text, font, note in stretches]
        tokens = iter(self.words.tokens("".join(text for text, _, _ in running)))
        token: Token | None = None
        for (text, font, _), (mark, _, note) in zip(running, stretches, strict=True):
            if note is not None:
                _add_note(items, mark, font, note)
            left = text
            while left:
                token = token or next(tokens)
                piece = left[: len(token.text)]
                left = left[len(piece) :]
                whole = piece == token.text
                _add(items, Token(piece, token.kind, token.after if whole else NEVER), font)
                token = None if whole else Token(token.text[len(piece) :], token.kind, token.after)


_ONE_LINE: Final = str.maketrans("\t\n\r", "   ")
_THAI: Final = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


def _clean(text: str) -> str:
    """Take tabs as spaces, and line ends too where only one line can be (a label, a line of a form)."""
    return text.translate(_ONE_LINE)


def _add(items: Items, token: Token, font: InlineFont) -> None:
    """Append a token; one that draws nothing only passes its break on."""
    drawn = _INVISIBLE.sub("", token.text)
    if drawn:
        items.add(drawn, font, token.after, space=token.kind == "S")
    elif items.after and token.after < NEVER:
        items.after[-1] = token.after


def _add_note(items: Items, mark: str, font: InlineFont, note: FootnoteRef) -> None:
    after = items.after[-1] if items.after else NEVER
    if items.after:
        items.after[-1] = NEVER
    items.notes[len(items.shaped)] = (mark, note)
    items.add(mark, font, after)
