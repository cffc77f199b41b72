"""The plan in words: why something is proposed, what a proposed finding says, what came of a measure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.domain.plan.findings import Rule
from ita_desktop.support.language import mark, tr
from ita_desktop.wording.states import label

if TYPE_CHECKING:
    from decimal import Decimal

    from ita_desktop.domain.plan.findings import Finding, Reason
    from ita_desktop.services.plan.findings import FindingRow

REASONS = {
    Rule.BELOW_TARGET: mark("ได้ {score} ต่ำกว่าเป้าหมาย {against}"),
    Rule.NOTHING_PUBLISHED: mark("ยังไม่เผยแพร่ข้อมูล จึงได้ 0 คะแนน"),
    Rule.FELL: mark("ลดจากปีก่อน {against} เหลือ {score}"),
    Rule.APART: mark("ได้ {score} แต่ข้อคู่กัน {other} ได้ {against}"),
    Rule.BELOW_BEST: mark("ได้ {score} ยังไม่ถึง {against}"),
    Rule.INCOMPLETE: mark("ข้อมูลไม่ครบ ได้ {score}"),
    Rule.LOWEST: mark("ต่ำที่สุดของ {other} (ทั้งแบบวัดได้ {against})"),
    Rule.ADDED: mark("เพิ่มโดยผู้ใช้"),
}
THAI_REASONS = {
    Rule.BELOW_TARGET: "ต่ำกว่าเป้าหมาย {against} คะแนน",
    Rule.NOTHING_PUBLISHED: "เพราะยังไม่เผยแพร่ข้อมูล",
    Rule.FELL: "ลดลงจากปีก่อนซึ่งได้ {against} คะแนน",
    Rule.APART: "ต่างจากข้อ {other} ซึ่งได้ {against} คะแนน",
    Rule.BELOW_BEST: "ยังไม่ถึง {against} คะแนน",
    Rule.INCOMPLETE: "เพราะข้อมูลไม่ครบองค์ประกอบ",
    Rule.LOWEST: "เป็นข้อที่ได้คะแนนต่ำของแบบวัด {other}",
    Rule.ADDED: "",
}
"""As the paper says it: Thai in either language of the window, for it is printed."""


def reason_words(reason: Reason) -> str:
    """Say why something is proposed."""
    words = tr(REASONS[reason.rule])
    return words.format(score=_plain(reason.score), against=_plain(reason.against), other=reason.other)


def reasons_words(finding: Finding) -> str:
    """Say all that speaks for a finding; one that people added has nothing but them."""
    return " · ".join(map(reason_words, finding.reasons)) or tr(REASONS[Rule.ADDED])


def finding_text(row: FindingRow) -> str:
    """Draft the text of a proposed finding, in Thai, for people to write over."""
    finding = row.finding
    name = finding.score_key
    subject = f"ตัวชี้วัด{row.title}" if name == row.indicator else f"ข้อ {name} {row.title}"
    if not finding.reasons:
        return subject
    told = [
        THAI_REASONS[each.rule].format(against=_plain(each.against), other=each.other)
        for each in finding.reasons
    ]
    return f"{subject} ได้ {finding.reasons[0].score:.2f} คะแนน {' และ'.join(told)}"


def _plain(value: Decimal) -> str:
    """Write a score with two decimals, a whole one without."""
    return f"{value:.0f}" if value == value.to_integral_value() else f"{value:.2f}"


def decided_words(row: FindingRow) -> str:
    """Say what people made of a finding."""
    return label(row.finding.state)
