"""What a workbook would do to the file, row by row, and what of it wants a look."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ita_desktop.domain.answer_layout import SheetLayout
    from ita_desktop.domain.roster_problems import RowDoubt
    from ita_desktop.exchange.kinds import ImportKind
    from ita_desktop.exchange.mending import Mended


class Effect(Enum):
    """What a row of a workbook does to the file."""

    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class ImportRow:
    """A row of the preview: where it stands, whom or what it is about, what it does, which fields change.

    Of answers there is one row for each sheet, with the count of its questionnaires, and one with the count 0
    for each cell that wants a look.
    """

    sheet: str
    cell: str
    label: str
    effect: Effect
    fields: tuple[str, ...] = ()
    count: int = 1
    doubts: tuple[RowDoubt, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """What a workbook would do, or has done.

    `ignored`: headers of columns that were not read; `guessed`: headers read as what they look like;
    `mended`: the first of the `mended_count` cells whose text was put right; `layouts`: how answers' sheets,
    other than the program's own, were laid out.
    """

    kind: ImportKind
    rows: tuple[ImportRow, ...]
    ignored: tuple[str, ...] = ()
    guessed: Mapping[str, str] = field(default_factory=dict)
    mended: tuple[Mended, ...] = ()
    mended_count: int = 0
    layouts: tuple[SheetLayout, ...] = ()

    def count(self, effect: Effect) -> int:
        """Return how many records have this effect."""
        return sum(row.count for row in self.rows if row.effect is effect)

    @property
    def doubtful(self) -> tuple[ImportRow, ...]:
        """The rows that want a look."""
        return tuple(row for row in self.rows if row.doubts)

    @property
    def added(self) -> int:
        """How many records are new."""
        return self.count(Effect.ADDED)

    @property
    def changed(self) -> int:
        """How many records get other values."""
        return self.count(Effect.CHANGED)

    @property
    def unchanged(self) -> int:
        """How many records are in the file as they are."""
        return self.count(Effect.UNCHANGED)
