"""Figures, dates and "no data" as papers write them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ita_desktop.domain.papers import Digits
from ita_desktop.domain.thai_date import long_date
from ita_desktop.domain.thai_text import thai_digits

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from decimal import Decimal

NO_DATA = "ยังไม่มีข้อมูล"
"""What stands where a figure would: 0 would be a figure, and a wrong one."""
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s)]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)
_CODE = re.compile(r"([^\d]*)(\d+)")


def written(text: str, digits: Digits) -> str:
    """Write a text with Thai or Arabic figures; a web or mail address keeps its own, or it breaks."""
    if digits is Digits.ARABIC:
        return text
    pieces, end = [], 0
    for match in _ADDRESS.finditer(text):
        pieces += [thai_digits(text[end : match.start()]), match.group()]
        end = match.end()
    return "".join([*pieces, thai_digits(text[end:])])


def score_text(score: Decimal | None) -> str:
    """Write a score with two decimals, or say that there is no data."""
    return f"{score:.2f}" if score is not None else NO_DATA


def signed(size: Decimal) -> str:
    """Write a difference with its sign; a minus sign proper, not a hyphen."""
    return f"{size:+.2f}".replace("-", "−")


def date_text(day: date) -> str:
    """Write `24 มีนาคม 2563`, kept on one line."""
    return long_date(day).replace(" ", "\u00a0")


def code_ranges(codes: Iterable[str]) -> tuple[str, ...]:
    """Shorten runs of codes: o3, o4, o5, i2 → o3–o5, i2."""
    runs: list[list[str]] = []
    for code in codes:
        if runs and _follows(runs[-1][-1], code):
            runs[-1].append(code)
        else:
            runs.append([code])
    shortened: list[str] = []
    for run in runs:
        shortened += [f"{run[0]}–{run[-1]}"] if len(run) > 2 else run
    return tuple(shortened)


def _follows(before: str, after: str) -> bool:
    """Tell whether two codes are neighbours: the same letters, the next number."""
    first, second = _CODE.fullmatch(before), _CODE.fullmatch(after)
    if first is None or second is None or not first.group(1):
        return False
    return first.group(1) == second.group(1) and int(second.group(2)) == int(first.group(2)) + 1


def listed(names: Iterable[str]) -> str:
    """Join names as Thai sentences do: ก, ข และ ค are written `ก ข และ ค`."""
    found = list(names)
    if len(found) < 2:
        return "".join(found)
    return f"{' '.join(found[:-1])} และ {found[-1]}"
