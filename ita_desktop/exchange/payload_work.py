"""What a package tells of the year's work: the checklist with its evidence, the measures with their steps.

Free text passes through `conceal`, which covers names of people; who is in charge stays at home.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_desktop.exchange.plain_files import Plain, PlainTable, both_forms
from ita_desktop.exchange.words import MEASURE_WORDS, STATUS_WORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from ita_desktop.domain.checklist import CheckEntry
    from ita_desktop.domain.evidence import Evidence
    from ita_desktop.domain.instrument import Instrument
    from ita_desktop.domain.measures import Measure


@dataclass(frozen=True, slots=True)
class WorkData:
    """A year's work as it is packed."""

    instrument: Instrument
    entries: Mapping[str, CheckEntry]
    evidence: Sequence[Evidence]
    measures: Sequence[Measure]
    conceal: Callable[[str], str]


def oit_files(data: WorkData) -> dict[str, bytes]:
    """Return the checklist and the list of its evidence."""
    return dict(
        file
        for stem, table in (("oit/oit", _checklist(data)), ("oit/evidence", _evidence(data)))
        for file in both_forms(stem, table)
    )


def measure_files(data: WorkData) -> dict[str, bytes]:
    """Return the measures and what came of them, and their steps."""
    return dict(
        file
        for stem, table in (("measures/measures", _measures(data)), ("measures/steps", _steps(data)))
        for file in both_forms(stem, table)
    )


def _checklist(data: WorkData) -> PlainTable:
    """Return the checklist. Who is in charge stays at home: that may be a name."""
    rows: list[tuple[Plain, ...]] = []
    for tool in data.instrument.checklists:
        for item in tool.items:
            entry = data.entries.get(item.code)
            said: tuple[Plain, ...] = (None, "", "", "", "")
            if entry is not None:
                status = STATUS_WORDS[entry.status]
                link, note = data.conceal(entry.link), data.conceal(entry.note)
                said = (entry.result, status, link, note, entry.status.value)
            rows.append((item.code, item.text, *said))
    return PlainTable(
        ("code", "title", "result", "status", "link", "note", "state"),
        ("ข้อ", "ชื่อข้อมูล", "ผลคะแนน", "สถานะงาน", "ลิงก์", "หมายเหตุ", "รหัสสถานะ"),
        rows,
    )


def _evidence(data: WorkData) -> PlainTable:
    """Return what proves the items: addresses, and files by name, size and hash; not the files."""
    rows: list[tuple[Plain, ...]] = [
        (
            " ".join(proof.codes), proof.kind.value, data.conceal(proof.target), proof.day,
            data.conceal(proof.title), proof.size or None, proof.sha256,
        )
        for proof in data.evidence
        if proof.codes
    ]  # fmt: skip
    return PlainTable(
        ("codes", "kind", "target", "day", "title", "size", "sha256"),
        ("ข้อ", "ชนิด", "ที่อยู่หรือชื่อไฟล์", "วันที่", "ชื่อหลักฐาน", "ขนาด (ไบต์)", "SHA-256"),
        rows,
    )


def _measures(data: WorkData) -> PlainTable:
    """Return the measures and what came of them."""
    hide = data.conceal
    rows: list[tuple[Plain, ...]] = [
        (
            number, each.indicator, hide(each.title), hide(each.finding), hide(each.steps), each.start,
            each.end, hide(each.owner), MEASURE_WORDS[each.status], hide(each.outcome), each.status.value,
            each.answers, each.money, hide(each.success), hide(each.target), hide(each.achieved),
        )
        for number, each in enumerate(data.measures, 1)
    ]  # fmt: skip
    return PlainTable(
        (
            "number", "indicator", "title", "finding", "steps", "start", "end", "owner", "status", "outcome",
            "state", "answers", "money", "success", "target", "achieved",
        ),
        (
            "ลำดับ", "ตัวชี้วัด", "มาตรการ", "ประเด็นที่พบ", "ขั้นตอน", "เริ่ม", "สิ้นสุด", "ผู้รับผิดชอบ", "สถานะ",
            "ผลการดำเนินงาน", "รหัสสถานะ", "ข้อที่มุ่งแก้", "งบประมาณ (บาท)", "ตัวชี้วัดความสำเร็จ", "เป้าหมาย", "ผลที่ได้",
        ),
        rows,
    )  # fmt: skip


def _steps(data: WorkData) -> PlainTable:
    """Return the steps of the measures with their days."""
    rows: list[tuple[Plain, ...]] = [
        (number, place, data.conceal(step.text), step.start, step.end, step.done)
        for number, each in enumerate(data.measures, 1)
        for place, step in enumerate(each.plan, 1)
    ]
    return PlainTable(
        ("measure", "place", "text", "start", "end", "done"),
        ("มาตรการลำดับ", "ขั้นที่", "ขั้นตอน", "เริ่ม", "สิ้นสุด", "เสร็จเมื่อ"),
        rows,
    )
