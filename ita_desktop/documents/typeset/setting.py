"""What every kind of block needs to be laid out.

The typesetter, the document's registry, and the text area.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .inline import Typesetter
    from .registry import OutlineEntry, Registry
    from .tags import Element


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A heading with the printed number of its page, known from an earlier pass."""

    heading: OutlineEntry
    number: str


@dataclass(slots=True)
class Setting:
    """Lengths in points. `contents` is None in the first pass, when no page numbers are known yet."""

    setter: Typesetter
    registry: Registry
    width: float
    height: float
    contents: list[ContentsEntry] = field(default_factory=list)
    headings: int = 0
    notes: int = 0
    heading_level: int = 0
    """Level of the last heading as tagged: a screen reader must not meet H3 after H1."""
    open_list: Element | None = None
    """List element that the next item belongs to."""
