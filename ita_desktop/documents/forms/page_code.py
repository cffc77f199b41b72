"""What a page says of itself to a machine: year, part, page, form number, revision, print size.

Sixteen digits, printed as Code 128 and beneath it in readable groups. A later version that reads scans finds
by them the layout that the page was drawn with, and puts pages of other years or foreign paper aside.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import Final

_FIELDS: Final = re.compile(r"(\d{4})(\d\d)(\d\d)(\d{5})(\d\d)(\d)")
LAST_SERIAL: Final = 99_999


class FormSize(Enum):
    """How large a form is printed. The value stands in the page code: a page is read by its own layout.

    A change of the drawing rules takes new values, so that paper printed before can still be read.
    """

    STANDARD = 1
    LARGE = 2


@dataclass(frozen=True, slots=True)
class PageCode:
    """Identity of a printed page.

    `part` is the place of the part among the instrument's survey parts, from 1; `serial` is 0 where the
    number is to be written by hand.
    """

    fiscal_year: int
    part: int
    page: int
    serial: int
    revision: int
    size: FormSize

    def digits(self) -> str:
        """Write the sixteen digits; revisions from 100 on show their last two."""
        return (
            f"{self.fiscal_year:04d}{self.part:02d}{self.page:02d}{self.serial:05d}"
            f"{self.revision % 100:02d}{self.size.value:d}"
        )

    def readable(self) -> str:
        """Write the digits in groups: year-part-page-serial-revision-size."""
        found = _FIELDS.fullmatch(self.digits())
        return "-".join(found.groups()) if found else self.digits()

    @classmethod
    def parse(cls, text: str) -> PageCode | None:
        """Read a code back, with or without its hyphens; None if it is none of ours."""
        found = _FIELDS.fullmatch(text.strip().replace("-", ""))
        if found is None:
            return None
        year, part, page, serial, revision, size = (int(group) for group in found.groups())
        known = {each.value for each in FormSize}
        return cls(year, part, page, serial, revision, FormSize(size)) if size in known else None
