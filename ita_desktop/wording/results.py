"""The result in words: level, provisional figures, what is missing, published beside computed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.domain.numbers import rounded
from ita_desktop.support.language import tr

if TYPE_CHECKING:
    from fractions import Fraction

    from ita_desktop.domain.comparison import Difference, Explanation
    from ita_desktop.services.results import YearResult

SHOWN_CODES = 12
"""More missing codes than this are counted: nobody reads a hundred of them in a sentence."""


def score_words(value: Fraction | None) -> str:
    """Write a score with two decimals, or that there is no data (which is not 0)."""
    return f"{rounded(value):.2f}" if value is not None else tr("ยังไม่มีข้อมูล")


def level_words(result: YearResult) -> str:
    """Say the level; while something is missing, the level of what there is so far, marked as such."""
    if result.level is not None:
        return result.level.label
    if result.provisional_level is not None:
        return tr("ประมาณ: {level}").format(level=result.provisional_level.label)
    return tr("ยังไม่มีข้อมูล")


def total_words(result: YearResult) -> str:
    """Say the total; while a tool has no data, the mean of those that have some, marked as such."""
    total = result.sheet.total.value
    if total is None and result.provisional is not None:
        return tr("ประมาณ {score} (ยังไม่ครบทุกเครื่องมือ)").format(score=score_words(result.provisional))
    return score_words(total)


def missing_words(missing: tuple[str, ...]) -> str:
    """Say what has no data yet; empty if nothing is missing."""
    if not missing:
        return ""
    codes = ", ".join(missing[:SHOWN_CODES])
    left = len(missing) - SHOWN_CODES
    if left > 0:
        return tr("ยังไม่มีข้อมูล: {codes} และอีก {left} รายการ").format(codes=codes, left=left)
    return tr("ยังไม่มีข้อมูล: {codes}").format(codes=codes)


def difference_words(difference: Difference) -> str:
    """Say that a published figure is not the computed one, and by how much."""
    if difference.size is None:
        return tr("{key}: ประกาศ {published} แต่ยังคำนวณไม่ได้").format(
            key=difference.key, published=difference.published
        )
    return tr("{key}: ประกาศ {published} คำนวณได้ {computed} ต่างกัน {size}").format(
        key=difference.key,
        published=difference.published,
        computed=difference.computed,
        size=f"{difference.size:+.2f}",
    )


def explanation_words(explanation: Explanation) -> str:
    """Say which result of one item would make the published figures come out."""
    return tr("ถ้า {item} ได้ {value} (ขณะนี้ {present}) คะแนนประกาศจะตรงทุกค่า").format(
        item=explanation.item,
        value=plain_number(explanation.value),
        present=plain_number(explanation.present),
    )


def unexplained_words(result: YearResult) -> str:
    """Say which published figures no checklist result could move; empty if there are none."""
    if not result.unexplained:
        return ""
    words = tr("{keys} เป็นคะแนนจากแบบสอบถาม ผลตรวจไม่ทำให้ต่าง ให้ดูคำตอบที่บันทึก หรือค่าประกาศที่พิมพ์")
    if result.explanations or result.pairs:
        words = tr("ยกเว้น {keys} ซึ่งเป็นคะแนนจากแบบสอบถาม ให้ดูคำตอบที่บันทึก หรือค่าประกาศที่พิมพ์")
    return words.format(keys=", ".join(result.unexplained[:SHOWN_CODES]))


def plain_number(value: Fraction) -> str:
    """Write a number without idle zeros: 75, 37.5."""
    text = f"{rounded(value):.2f}"
    return text.rstrip("0").rstrip(".")
