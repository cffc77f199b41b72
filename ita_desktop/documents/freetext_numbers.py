"""Numbers of headings and lists in the order of official papers: ๑. → ๑.๑ → ๑) → (๑) → -."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ita_desktop.documents.typeset import thai_number

_NUMBERED = re.compile(r"\s*(?:[(]?[0-9๐-๙]+[.)]|(?:ส่วนที่|บทที่|ตอนที่|หมวด|ข้อ)\s*[0-9๐-๙]+)")
DASH = "-"


def is_numbered(title: str) -> bool:
    """Tell whether a heading brings its own number: `1. …`, `๑.๑ …`, `ส่วนที่ 1 …`."""
    return _NUMBERED.match(title) is not None


def dotted(numbers: list[int]) -> str:
    """Write `๑.` for the first rank and `๑.๑` for the ranks below."""
    text = ".".join(thai_number(number) for number in numbers)
    return f"{text}." if len(numbers) == 1 else text


def list_label(numbers: list[int], rank: int) -> str:
    """Return the label of a list item; `numbers` are its own and those of the items around it."""
    if rank <= 1:
        return dotted(numbers[-(rank + 1) :])
    own = thai_number(numbers[-1])
    return {2: f"{own})", 3: f"({own})"}.get(rank, DASH)


@dataclass(slots=True)
class HeadingNumbers:
    """Counts headings by their level. `top` is the level that gets `๑.`; above it stands the title."""

    top: int
    counts: list[int] = field(default_factory=list)

    def next(self, level: int) -> str:
        """Return the number of the next heading of a level; a level that was jumped over counts as one."""
        rank = level - self.top
        del self.counts[rank + 1 :]
        while len(self.counts) < rank:
            self.counts.append(1)
        if len(self.counts) == rank:
            self.counts.append(0)
        self.counts[rank] += 1
        return dotted(self.counts)
