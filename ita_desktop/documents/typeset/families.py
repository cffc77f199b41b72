"""Font families: which file draws which face, and how large the family's letters are for their points."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from ita_desktop.support.paths import RESOURCES

from .errors import UnknownFamily


class Weight(Enum):
    """The four faces of a family, by (bold, italic)."""

    REGULAR = (False, False)
    BOLD = (True, False)
    ITALIC = (False, True)
    BOLD_ITALIC = (True, True)


@dataclass(frozen=True, slots=True)
class FontFamily:
    """Up to four TrueType files. A face that is absent falls back to the nearest one that is there.

    `scale` turns official (TH Sarabun) points into this family's points; None measures the letter ก in the
    font.
    """

    name: str
    regular: Path
    bold: Path | None = None
    italic: Path | None = None
    bold_italic: Path | None = None
    scale: float | None = None

    def path(self, weight: Weight) -> Path:
        """File for a face, nearest first."""
        bold, italic = weight.value
        wanted = {
            (True, True): (self.bold_italic, self.bold, self.italic),
            (True, False): (self.bold,),
            (False, True): (self.italic,),
            (False, False): (),
        }[bold, italic]
        return next((path for path in wanted if path is not None), self.regular)


def _bundled(name: str, stem: str, regular: str, scale: float) -> FontFamily:
    fonts = RESOURCES / "fonts"
    return FontFamily(
        name=name,
        regular=fonts / f"{stem}{regular}.ttf",
        bold=fonts / f"{stem}-Bold.ttf",
        italic=fonts / f"{stem}-Italic.ttf",
        bold_italic=fonts / f"{stem}-BoldItalic.ttf",
        scale=scale,
    )


BUNDLED: dict[str, FontFamily] = {
    "laksaman": _bundled("Laksaman", "Laksaman", "", 10.64 / 16.0),
    "sarabun": _bundled("Sarabun", "Sarabun", "-Regular", 10.7 / 16.0),
}
"""Laksaman is TH Sarabun New redrawn 150.42 % as large, hence its scale; Sarabun's is set by eye between
equal letter height (10.9) and equal line width (10.5)."""


def family(which: str | FontFamily) -> FontFamily:
    """Return the family itself, or the one of this name: bundled, else TH Sarabun where it is installed.

    A name that ends in .ttf is the path of a font's file.
    """
    if isinstance(which, FontFamily):
        return which
    if which.lower().endswith(".ttf"):
        from .installed import family_at

        return family_at(Path(which))
    key = "".join(char for char in which.lower() if char.isalnum())
    found = BUNDLED.get(key)
    if found is None:
        from .installed import installed_families

        found = installed_families().get(key)
    if found is None:
        raise UnknownFamily(which)
    return found
