"""What the file knows and papers tell: the year's content, the plan, the checklist's owners, the day."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from ita_desktop.domain.checklist import CheckEntry
    from ita_desktop.domain.measures import Measure
    from ita_desktop.domain.report import ReportContent


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything that a paper's live values, proposals and parts are made of."""

    content: ReportContent
    today: date
    measures: tuple[Measure, ...] = ()
    entries: Mapping[str, CheckEntry] = field(default_factory=dict)
    emblem: bytes | None = None
