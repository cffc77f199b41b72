"""The columns of what-if: item, part, now, as far as it goes, what that adds, what is supposed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.support.language import tr
from ita_desktop.ui.widgets.table import Column
from ita_desktop.wording.results import plain_number, score_words
from ita_desktop.wording.what_if import Row, people_words, plus_words, supposed_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from ita_desktop.domain.what_if import Supposed


def columns(supposed: Callable[[], Supposed]) -> list[Column[Row]]:
    """Item, part, now, as far as it goes, what that adds, what is supposed."""
    return [
        Column(tr("ข้อ"), lambda row: f"{row.item.code} {row.item.text}"),
        Column(tr("ส่วน"), lambda row: row.part.code, 62),
        Column(tr("ขณะนี้"), lambda row: score_words(row.present), 104, number=True),
        Column(tr("ไปถึง"), lambda row: plain_number(row.to) if row.to is not None else "–", 74, number=True),
        Column(tr("ต้องเปลี่ยน"), people_words, 96, number=True),
        Column(tr("+ ส่วน"), lambda row: plus_words(row.part_gain), 72, number=True),
        Column(tr("+ คะแนนรวม"), lambda row: plus_words(row.gain), 98, number=True),
        Column(tr("สมมติ"), lambda row: supposed_words(row, supposed()), 84, number=True),
    ]
