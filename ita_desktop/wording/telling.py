"""How a problem is told: what happened, whether the data is safe, what to do.

One function per type of problem, found by the type. A type without words is told in general words, and a test
fails until it has its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import singledispatch
from typing import TYPE_CHECKING

from ita_desktop.support.language import tr

if TYPE_CHECKING:
    from ita_desktop.domain.problems import Problem


@dataclass(frozen=True, slots=True)
class Told:
    """A problem in words: what happened, whether the data is safe, what to do; the last two may be empty.

    `details` are lines of their own below: the faults of a workbook, the mistakes of an instrument file.
    """

    what: str
    safe: str = ""
    do: str = ""
    details: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """All of it on one line, details apart."""
        return " ".join(part for part in (self.what, self.safe, self.do) if part)


@singledispatch
def told(problem: Problem) -> Told:
    """Put a problem into words."""
    return Told(
        tr("ทำรายการนี้ไม่ได้ ({kind})").format(kind=type(problem).__name__),
        unchanged(),
        tr("ลองอีกครั้ง หากยังไม่ได้ให้แจ้งผู้ดูแลโปรแกรม"),
    )


def unchanged() -> str:
    """Say that nothing was written."""
    return tr("ข้อมูลเดิมยังอยู่ครบ ไม่มีอะไรเปลี่ยนแปลง")
