"""Years side by side in words: what of each compares, and how a figure that does not is marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.support.language import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_desktop.domain.comparability import Comparability
    from ita_desktop.domain.side_by_side import YearCell
    from ita_desktop.services.results import PastYear

UNLIKE = "≠"
"""Stands beside a figure that means something else than this year's."""


def year_cell_words(cell: YearCell) -> str:
    """Write a figure of a year; a dash without one, a sign where it does not compare."""
    if cell.value is None:
        return "–"
    return f"{cell.value:.2f}" if cell.comparable else f"{UNLIKE} {cell.value:.2f}"


def shape_lines(past: Sequence[PastYear]) -> tuple[str, ...]:
    """Say what of earlier years compares with this one; years of which the same is true share a line."""
    together: dict[str, list[str]] = {}
    for year in sorted(past, key=lambda each: each.year):
        together.setdefault(_shape_words(year.shape), []).append(str(year.year))
    return tuple(
        tr("ปี {years}: {words}").format(years=", ".join(years), words=words)
        for words, years in together.items()
    )


def _shape_words(shape: Comparability | None) -> str:
    """Say what can be compared with a year, and what cannot."""
    if shape is None:
        return tr("ไม่มีแบบของปีนั้นในแฟ้ม เทียบได้เพียงคะแนนที่ประกาศ อย่าเทียบรายข้อ")
    unlike = [tr("คะแนนรวม") if key == "total" else key for key in shape.unlike]
    if not shape.same_items:
        unlike.append(tr("ทุกข้อคำถาม"))
    if not unlike:
        return tr("เทียบได้ทุกชั้นถึงตัวชี้วัด")
    return tr("เทียบได้ถึงตัวชี้วัดที่ชื่อตรงกัน ยกเว้น {unlike}").format(unlike=", ".join(unlike))
