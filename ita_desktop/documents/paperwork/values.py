"""Live values: what of the file a sentence can hold. A score changes, and drafts that name it change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ita_desktop.documents.figures import NO_DATA, code_ranges, listed, score_text, signed
from ita_desktop.documents.memo_text import addressee_of
from ita_desktop.domain.measures import MeasureStatus
from ita_desktop.domain.paperwork.papers import LiveValue
from ita_desktop.domain.thai_date import full_date, long_date
from ita_desktop.support.language import mark

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from ita_desktop.documents.paperwork.facts import Facts

FULL_SCORE: Final = 100


def live_values(facts: Facts) -> dict[str, LiveValue]:
    """Return every live value by name, in the order in which a list shows them."""
    found = {name: LiveValue(name, label, read(facts)) for name, (label, read) in _VALUES.items()}
    return {**found, **{each.name: each for each in _of_tools(facts)}}


def _number(read: Callable[[Facts], int]) -> Callable[[Facts], str]:
    return lambda facts: str(read(facts))


def _level(facts: Facts) -> str:
    return facts.content.overall.level or NO_DATA


def _meaning(facts: Facts) -> str:
    return next((level.meaning for level in facts.content.levels if level.reached), "") or NO_DATA


def _last_year(facts: Facts) -> str:
    before = [line for line in facts.content.years if line.year == facts.content.year - 1]
    return score_text(before[0].total if before else None)


def _change(facts: Facts) -> str:
    before = [line.total for line in facts.content.years if line.year == facts.content.year - 1]
    now = facts.content.overall.score
    return signed(now - before[0]) if now is not None and before and before[0] is not None else NO_DATA


def _checks(facts: Facts) -> list[tuple[str, bool]]:
    """Return the checklist's items: code, and whether it has the full score."""
    groups = (group for indicator in facts.content.indicators for group in indicator.groups)
    return [(line.code, line.score == FULL_SCORE) for group in groups for line in group.lines]


def _open_codes(facts: Facts) -> str:
    return listed(code_ranges(code for code, full in _checks(facts) if not full)) or "ไม่มี"


def _measures(facts: Facts, *wanted: MeasureStatus) -> int:
    return sum(not wanted or each.status in wanted for each in facts.measures)


_VALUES: Final[Mapping[str, tuple[str, Callable[[Facts], str]]]] = {
    "office": (mark("ชื่อหน่วยงาน"), lambda facts: facts.content.office.name),
    "province": (mark("จังหวัด"), lambda facts: facts.content.office.province.removeprefix("จังหวัด") or NO_DATA),
    "division": (mark("งานหรือกองที่รับผิดชอบ"), lambda facts: facts.content.office.division or NO_DATA),
    "head": (mark("ผู้บริหารสูงสุด"), lambda facts: addressee_of(facts.content.office.name).split(" (")[0]),
    "website": (mark("เว็บไซต์"), lambda facts: facts.content.office.website or NO_DATA),
    "telephone": (mark("โทรศัพท์"), lambda facts: facts.content.office.telephone or NO_DATA),
    "year": (mark("ปีงบประมาณ"), _number(lambda facts: facts.content.year)),
    "last-year": (mark("ปีงบประมาณก่อน"), _number(lambda facts: facts.content.year - 1)),
    "next-year": (mark("ปีงบประมาณถัดไป"), _number(lambda facts: facts.content.year + 1)),
    "today": (mark("วันนี้"), lambda facts: long_date(facts.today)),
    "today-full": (mark("วันนี้ แบบเต็ม"), lambda facts: full_date(facts.today)),
    "score": (mark("คะแนนรวม"), lambda facts: score_text(facts.content.overall.score)),
    "level": (mark("ระดับผลการประเมิน"), _level),
    "level-meaning": (mark("ความหมายของระดับ"), _meaning),
    "target": (mark("คะแนนเป้าหมาย"), lambda facts: score_text(facts.content.overall.target)),
    "last-score": (mark("คะแนนปีก่อน"), _last_year),
    "change": (mark("เปลี่ยนแปลงจากปีก่อน"), _change),
    "checks": (mark("จำนวนข้อ OIT"), _number(lambda facts: len(_checks(facts)))),
    "checks-full": (
        mark("ข้อ OIT ที่ได้คะแนนเต็ม"),
        _number(lambda facts: sum(full for _, full in _checks(facts))),
    ),
    "checks-open": (mark("ข้อ OIT ที่ยังไม่ครบ"), _open_codes),
    "measures": (mark("จำนวนมาตรการ"), _number(_measures)),
    "measures-done": (mark("มาตรการที่เสร็จแล้ว"), _number(lambda facts: _measures(facts, MeasureStatus.DONE))),
    "signer": (mark("ผู้ลงนาม"), lambda facts: facts.content.office.signer_name or NO_DATA),
    "signer-position": (mark("ตำแหน่งผู้ลงนาม"), lambda facts: facts.content.office.signer_position or NO_DATA),
}


def _of_tools(facts: Facts) -> Iterator[LiveValue]:
    """Name each tool's score and how many answered each part."""
    for tool in facts.content.tools:
        score = tool.published if tool.published is not None else tool.score
        yield LiveValue(f"score.{tool.key}", f"คะแนน {tool.key}", score_text(score))
    for part in facts.content.profiles:
        yield LiveValue(f"people.{part.code}", f"จำนวนผู้ตอบ {part.code}", f"{part.respondents:,}")
