"""What a headquarters' tables show: offices, groups, items, years, and packages at the door."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_desktop.domain.packages.problems import PackageSealed, PassphraseWrong, reason_of
from ita_desktop.support.language import tr
from ita_desktop.ui.prose import brief_day
from ita_desktop.ui.widgets.badge import State, Tone
from ita_desktop.ui.widgets.table import Column
from ita_desktop.wording.packages import arrival_words, refused_words
from ita_desktop.wording.problems import told

if TYPE_CHECKING:
    from decimal import Decimal
    from pathlib import Path

    from ita_desktop.domain.headquarters.delivery import Reached
    from ita_desktop.domain.headquarters.standing import Group, ItemStanding, Standing
    from ita_desktop.domain.problems import Problem
    from ita_desktop.services.headquarters.receiving import Incoming
    from ita_desktop.services.headquarters.standing import YearLine

Item = tuple["ItemStanding", str]
ScoreLine = tuple["Reached", str]


@dataclass(frozen=True, slots=True)
class AtTheDoor:
    """A package that was looked at: what it is, or why it will not do; `taken` once it is in."""

    path: Path
    seen: Incoming | None = None
    problem: Problem | None = None
    taken: bool = False


def _points(value: Decimal | None) -> str:
    """Write a score; a dash where there is none."""
    return "–" if value is None else f"{value:.2f}"


def office_columns() -> list[Column[Standing]]:
    """Who sent, what they reached."""
    return [
        Column(tr("จังหวัด"), lambda each: each.office.province, 110),
        Column(tr("รหัส"), lambda each: each.office.code, 70),
        Column(tr("หน่วยงาน"), lambda each: each.office.name),
        Column(tr("ส่งเมื่อ"), _sent, 112),
        Column(tr("คะแนนรวม"), lambda each: _points(each.total), 92, number=True),
        Column(tr("ระดับ"), lambda each: each.level, 148),
        Column(tr("ลำดับ"), lambda each: "" if each.rank is None else f"{each.rank:,}", 58, number=True),
    ]


def _sent(each: Standing) -> State:
    """When it came, or that it did not; a figure that does not agree with the counts is marked."""
    if each.at is None:
        return State(tr("ยังไม่ส่ง"), Tone.WARN if each.expected else Tone.CALM)
    words = brief_day(each.at.astimezone().date())
    return State(words, Tone.BAD if each.differs else Tone.GOOD)


def group_columns() -> list[Column[Group]]:
    """Provinces or kinds."""
    return [
        Column(tr("กลุ่ม"), lambda each: each.name or tr("ไม่ระบุ")),
        Column(tr("หน่วยงาน"), lambda each: f"{each.expected:,}", 92, number=True),
        Column(tr("ส่งแล้ว"), lambda each: f"{each.sent:,}", 84, number=True),
        Column(tr("ยังไม่ส่ง"), lambda each: f"{each.missing:,}", 84, number=True),
        Column(tr("เฉลี่ย"), lambda each: _points(each.mean), 84, number=True),
        Column(tr("ต่ำสุด"), lambda each: _points(each.lowest), 84, number=True),
        Column(tr("สูงสุด"), lambda each: _points(each.highest), 84, number=True),
        Column(tr("ระดับ"), _levels, 300),
    ]


def _levels(each: Group | YearLine) -> str:
    """How many reached which level, the most frequent first."""
    found = sorted(each.levels.items(), key=lambda pair: -pair[1])
    return " · ".join(f"{name} {count:,}" for name, count in found)


def item_columns() -> list[Column[Item]]:
    """The items, the weakest first."""
    return [
        Column(tr("ข้อ"), lambda each: each[0].key, 62),
        Column(tr("รายการ"), lambda each: each[1]),
        Column(tr("หน่วยงาน"), lambda each: f"{each[0].offices:,}", 92, number=True),
        Column(tr("เฉลี่ย"), lambda each: _points(each[0].mean), 84, number=True),
        Column(tr("ต่ำสุด"), lambda each: _points(each[0].lowest), 84, number=True),
        Column(tr("ต่ำกว่า 85"), lambda each: f"{each[0].below:,}", 92, number=True),
    ]


def year_columns() -> list[Column[YearLine]]:
    """Years side by side."""
    return [
        Column(tr("ปีงบประมาณ"), lambda each: str(each.year), 110),
        Column(tr("ส่งแล้ว"), lambda each: f"{each.sent:,}", 92, number=True),
        Column(tr("เฉลี่ย"), lambda each: _points(each.mean), 92, number=True),
        Column(tr("ระดับ"), _levels),
    ]


def score_columns() -> list[Column[ScoreLine]]:
    """An office's scores."""
    return [
        Column(tr("รหัส"), lambda each: each[0].key if each[1] else "", 62),
        Column(tr("รายการ"), lambda each: each[1] or tr("คะแนนรวม")),
        Column(tr("คะแนน"), lambda each: _points(each[0].value), 76, number=True),
    ]


def door_columns() -> list[Column[AtTheDoor]]:
    """Packages that were looked at."""
    return [
        Column(tr("แพ็กเกจ"), lambda each: each.path.name, 330),
        Column(tr("หน่วยงาน"), lambda each: each.seen.delivery.office.name if each.seen else "", 200),
        Column(tr("คะแนนรวม"), _total_at_the_door, 92, number=True),
        Column(tr("ผล"), _fate),
    ]


def _total_at_the_door(each: AtTheDoor) -> str:
    """What the package's office reached."""
    return _points(each.seen.year.total) if each.seen is not None else ""


def _fate(each: AtTheDoor) -> State:
    """What would become of a package, or became of it."""
    if isinstance(each.problem, (PackageSealed, PassphraseWrong)):
        words = tr("ผนึกไว้ กด Enter เพื่อใส่รหัสผ่าน")
        if isinstance(each.problem, PassphraseWrong):
            words = tr("รหัสผ่านไม่ถูก กด Enter เพื่อใส่ใหม่")
        return State(words, Tone.WARN)
    if each.problem is not None:
        why = reason_of(each.problem)  # the whole sentence begins with the path, and is cut before the reason
        return State(refused_words(why) if why else told(each.problem).what, Tone.BAD)
    if each.seen is None:
        return State("")
    if each.taken:
        return State(tr("รับแล้ว"), Tone.GOOD)
    return State(arrival_words(each.seen.order), Tone.INFO if each.seen.order.newest else Tone.WARN)
