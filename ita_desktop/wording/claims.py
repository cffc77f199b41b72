"""Verdicts on an old report's statements, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.domain.claims import Finding, Meaning
from ita_desktop.support.language import mark, tr

if TYPE_CHECKING:
    from ita_desktop.domain.claims import Fact, Verdict

SHOWN = 3
FINDINGS = {
    Finding.TRUE: mark("ถูกต้อง"),
    Finding.SOMETHING_ELSE: mark("ไม่ใช่อย่างที่เขียน"),
    Finding.UNKNOWN: mark("ไม่ทราบ"),
}


def finding_word(finding: Finding) -> str:
    """Say in a word how a claim stands."""
    return tr(FINDINGS[finding])


def fact_words(fact: Fact) -> str:
    """Say what a number is."""
    name = tr("คะแนนรวม") if fact.name == "total" else fact.name
    if fact.meaning is Meaning.CHANGE:
        words = tr("{name} เปลี่ยนจากปี {year} {value}")
        return words.format(name=name, year=fact.since, value=f"{fact.value:+.2f}")
    if fact.meaning is Meaning.TO_TARGET:
        return tr("{name} ห่างจากเป้าหมาย {value}").format(name=name, value=f"{fact.value:+.2f}")
    if fact.meaning is Meaning.SHARE:
        return tr("ผู้ตอบกลุ่ม “{name}” ร้อยละ {value}").format(name=name, value=fact.value)
    if fact.name == "total" and fact.since is None:
        return tr("คะแนนรวม {value}").format(value=fact.value)
    if fact.since is not None:
        return tr("คะแนน {name} ปี {year} {value}").format(name=name, year=fact.since, value=fact.value)
    return tr("คะแนน {name} {value}").format(name=name, value=fact.value)


def verdict_words(verdict: Verdict) -> str:
    """Say how a statement stands: right, something else, or not known."""
    figure = verdict.claim.figure
    matches = " · ".join(fact_words(fact) for fact in verdict.matches[:SHOWN])
    instead = " · ".join(fact_words(fact) for fact in verdict.instead[:SHOWN])
    if verdict.finding is Finding.TRUE:
        return tr("{figure} ถูกต้อง: {matches}").format(figure=figure, matches=matches)
    if verdict.finding is Finding.UNKNOWN:
        words = tr("{figure} ไม่ตรงกับค่าใดที่ทราบ").format(figure=figure)
    else:
        words = tr("{figure} ไม่ใช่อย่างที่เขียน แต่คือ {matches}").format(figure=figure, matches=matches)
    return tr("{words}; ค่าที่ถูกคือ {instead}").format(words=words, instead=instead) if instead else words
