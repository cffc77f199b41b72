"""What can go wrong while setting a text, as types that carry data (the caller makes the sentence)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class TypesetError(Exception):
    """Root of everything that this package raises on purpose."""


class MissingGlyph(TypesetError):
    """A character that the font cannot draw: said by name, for an empty box on paper is a lie."""

    def __init__(self, char: str, font: str) -> None:
        """Carry the character and the name of the face that lacks it."""
        super().__init__(char, font)
        self.char = char
        self.font = font


class UnknownFamily(TypesetError):
    """No bundled font family has this name."""

    def __init__(self, name: str) -> None:
        """Carry the name that was asked for."""
        super().__init__(name)
        self.name = name


class FontUnreadable(TypesetError):
    """The file is missing, is no TrueType font, or is damaged."""

    def __init__(self, path: Path, reason: str) -> None:
        """Carry the file and a short machine word: missing, not_truetype, damaged, no_thai."""
        super().__init__(path, reason)
        self.path = path
        self.reason = reason


class EmbeddingForbidden(TypesetError):
    """The font's maker forbids embedding (OS/2 fsType), so it must not go into a PDF."""

    def __init__(self, path: Path, fs_type: int) -> None:
        """Carry the file and the licence bits found in it."""
        super().__init__(path, fs_type)
        self.path = path
        self.fs_type = fs_type


class WordListMissing(TypesetError):
    """The list of Thai words is not where the program was installed: lines would end inside words."""

    def __init__(self, path: Path) -> None:
        """Carry the place where it should be."""
        super().__init__(path)
        self.path = path


class PictureUnreadable(TypesetError):
    """A picture file that is missing, damaged, or larger than is safe to open."""

    def __init__(self, source: Path | None, reason: str) -> None:
        """Carry the file (None when bytes were given) and a short machine word."""
        super().__init__(source, reason)
        self.source = source
        self.reason = reason


class DoesNotFit(TypesetError):
    """Something that cannot be divided is larger than the page's text area."""

    def __init__(self, what: str, needed_mm: float, available_mm: float) -> None:
        """Carry the kind of block and both heights or widths in millimetres."""
        super().__init__(what, needed_mm, available_mm)
        self.what = what
        self.needed_mm = needed_mm
        self.available_mm = available_mm


class TableMalformed(TypesetError):
    """Rows and columns of a table do not agree."""

    def __init__(self, row: int, expected: int, found: int) -> None:
        """Carry the row (from 0) and the number of columns expected and found."""
        super().__init__(row, expected, found)
        self.row = row
        self.expected = expected
        self.found = found
