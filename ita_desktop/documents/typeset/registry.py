"""What the pages of one document share: fonts with their codes, pictures, outline, and the structure tree."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .fontuse import FontUse
from .tags import Element

if TYPE_CHECKING:
    from .face import Face
    from .pictures import PreparedPicture


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """A heading with the place where it stands; `y` in points from the top of the page."""

    title: str
    level: int
    page: int
    y: float
    key: str


@dataclass(frozen=True, slots=True)
class MarkedPlace:
    """Where a line of a marked block stands: points from the page's top left; `offset` in its letters."""

    page: int
    mark: int
    offset: int
    left: float
    top: float
    right: float
    bottom: float


@dataclass(slots=True)
class Registry:
    """Grows while pages are drawn, and is written into the file at the end."""

    root: Element = field(default_factory=lambda: Element("Document"))
    outline: list[OutlineEntry] = field(default_factory=list)
    fonts: dict[int, FontUse] = field(default_factory=dict)
    pictures: dict[str, PreparedPicture] = field(default_factory=dict)
    places: list[MarkedPlace] = field(default_factory=list)

    def font_use(self, face: Face) -> FontUse:
        """Return the codes of a face, named in order of first use so that output repeats."""
        use = self.fonts.get(id(face))
        if use is None:
            use = FontUse(face, f"F{len(self.fonts) + 1}")
            self.fonts[id(face)] = use
        return use

    def picture(self, prepared: PreparedPicture) -> str:
        """Name a picture by its content: the same emblem on every page is stored once."""
        name = "Im" + hashlib.sha256(prepared.data).hexdigest()[:16]
        self.pictures.setdefault(name, prepared)
        return name
