"""Which pages a person wants printed, as print dialogs write it: `1-3, 5`, in Thai or Arabic figures."""

from __future__ import annotations

import re
from typing import Final

from ita_desktop.domain.thai_text import arabic_digits

_PART: Final = re.compile(r"(\d{1,5})?\s*([-–]?)\s*(\d{1,5})?")


def chosen_pages(text: str, count: int) -> tuple[int, ...] | None:
    """Return the pages of a range, from 1, in the order written; all for nothing; None if it cannot be read.

    `-3` is from the first, `5-` to the last; a page beyond the paper's end is a mistake, not passed over.
    """
    plain = arabic_digits(text).replace(",", " ").replace(";", " ")
    plain = re.sub(r"\s*[-–]\s*", "-", plain).strip()
    if not plain:
        return tuple(range(1, count + 1))
    made: list[int] = []
    for part in plain.split():
        found = _PART.fullmatch(part)
        if found is None or not (found[1] or found[3]):
            return None
        first = int(found[1] or 1)
        last = int(found[3] or count) if found[2] else first
        if not 1 <= first <= last <= count:
            return None
        made.extend(range(first, last + 1))
    return tuple(made)
