"""What the papers of the checklist say, item by item, before anyone sets it on a page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_desktop.domain.checklist import WorkStatus

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

    from ita_desktop.domain.office import Office

OIT_TABLE, OIT_HANDOVER, OIT_ANSWERS, OIT_REMINDER = (
    "oit-table",
    "oit-handover",
    "oit-answers",
    "oit-reminder",
)
CHECKLIST_PAPERS = (OIT_TABLE, OIT_HANDOVER, OIT_ANSWERS, OIT_REMINDER)
"""The codes of the checklist's papers, as `ita-desktop print` takes them."""


@dataclass(frozen=True, slots=True)
class PaperLine:
    """One item: `group` is its sub-indicator as `9.1 ข้อมูลพื้นฐาน`; `missing` the components without a tick.

    `links` are whole addresses, the main one first; `files` the names of other proofs; `gain` the points of
    the total that it still lacks.
    """

    group: str
    code: str
    title: str
    owner: str = ""
    person: str = ""
    due: date | None = None
    status: WorkStatus = WorkStatus.NOT_BEGUN
    result: Decimal | None = None
    gain: Decimal | None = None
    links: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    reason: str = ""
    last_comment: str = ""
    explanation: str = ""

    @property
    def open(self) -> bool:
        """Whether work is left on it."""
        return self.status not in {WorkStatus.APPROVED, WorkStatus.CONFIRMED}


@dataclass(frozen=True, slots=True)
class ChecklistPaper:
    """All items of an office's year in the order of ITAS, as of a day."""

    office: Office
    year: int
    day: date
    lines: tuple[PaperLine, ...]

    @property
    def divisions(self) -> tuple[str, ...]:
        """The owners in the order of their first item; without one last."""
        named = dict.fromkeys(line.owner for line in self.lines if line.owner)
        rest = [""] if any(not line.owner for line in self.lines) else []
        return (*named, *rest)

    def of(self, division: str) -> tuple[PaperLine, ...]:
        """The items of a division."""
        return tuple(line for line in self.lines if line.owner == division)
