"""What a form is given, and what it gives: the sheet, the blocks before the text and after it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from ita_desktop.documents.typeset import PLAIN, PageSetup
from ita_desktop.domain.thai_date import full_date, parse_date

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from ita_desktop.documents.paperwork.ink import Ink
    from ita_desktop.documents.ruler import Ruler
    from ita_desktop.documents.typeset import Block

POINT_MM: Final = 25.4 / 72.0
LINE_MM: Final = PLAIN.leading * POINT_MM
GAP_MM: Final = 6.0 * POINT_MM
"""Before 6 pt, which the guide asks for between the parts of a paper."""
WIDTH_MM: Final = 160.0
MARGIN_MM: Final = 30.0
TOP_MM: Final = 25.0
BODY_TOP_MM: Final = 37.0
"""Where text begins on the pages after the first, below their number."""
RISE_MM: Final = BODY_TOP_MM - TOP_MM
"""The first page has no number: its head is drawn this much above its block."""
CENTRE_MM: Final = 105.0 - MARGIN_MM
"""The centre line of the paper, from the left margin."""


@dataclass(frozen=True, slots=True)
class Given:
    """A paper ready to be laid out: fields resolved, number and day as they stand on it (or not yet)."""

    fields: Mapping[str, str]
    ink: Ink
    ruler: Ruler
    number: str = ""
    day: date | None = None
    emblem: bytes | None = None
    office: str = ""
    year: int = 0

    def field(self, code: str) -> str:
        """Return a field with the paper's figures; empty if the kind has none such."""
        return self.ink.words(self.fields.get(code, ""))

    def full_day(self, code: str) -> str:
        """Return a field's day in full, `วันจันทร์ที่ 8 มีนาคม พ.ศ. 2564`; empty for what is no day."""
        day = parse_date(self.fields.get(code, ""))
        return self.ink.words(full_date(day)) if day is not None else ""

    def lines(self, code: str) -> tuple[str, ...]:
        """Return a field's lines."""
        return tuple(line.strip() for line in self.field(code).splitlines() if line.strip())


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands round the text."""

    page: PageSetup
    before: list[Block] = field(default_factory=list)
    after: list[Block] = field(default_factory=list)
    book: bool = False


OFFICIAL: Final = PageSetup(top_mm=BODY_TOP_MM, page_number="thai", number_baseline_mm=30.0)
"""Left 3 cm, right 2 cm, bottom 2 cm; the number of page 2 stands 3 cm below the edge, text below it."""
