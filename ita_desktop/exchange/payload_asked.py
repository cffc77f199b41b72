"""What goes into a package only if somebody asks for it: the history, single answers, people's data.

Single answers come without the respondents' characteristics, sorted, so that neither an order nor an age says
whose they are; of a part with fewer forms than the threshold there are none. People's data goes into sealed
packages alone, which the service sees to.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_desktop.exchange.plain_files import Plain, PlainTable, both_forms, json_bytes

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from ita_desktop.domain.chain import Head, Link
    from ita_desktop.domain.instrument import Instrument
    from ita_desktop.domain.roster import ExternalPerson, InternalPerson


@dataclass(frozen=True, slots=True)
class AnswerData:
    """The answer lines of each part; `threshold`: the least forms that a part must have to be told."""

    instrument: Instrument
    lines: Mapping[str, Sequence[str]]
    threshold: int


def history_files(links: Sequence[Link], head: Head, conceal: Callable[[str], str]) -> dict[str, bytes]:
    """Return who did what when, with the seals, and the head of the chain to hold a later one against.

    A covered name changes a line's text but not its seal, which stands as the office file has it.
    """
    rows: list[tuple[Plain, ...]] = [
        (each.number, each.at, each.role, conceal(each.person), each.action, conceal(each.subject), each.seal)
        for each in links
    ]
    table = PlainTable(
        ("number", "at", "role", "person", "action", "subject", "seal"),
        ("ลำดับ", "เมื่อ", "บทบาท", "ผู้ทำ", "การกระทำ", "เรื่อง", "รหัสผนึก"),
        rows,
    )
    files = dict(both_forms("history/history", table))
    return {**files, "history/head.json": json_bytes({"number": head.number, "seal": head.seal})}


def answer_files(data: AnswerData) -> dict[str, bytes]:
    """Return the forms of each part, a row each: the choices' numbers in the order of the questions."""
    files: dict[str, bytes] = {}
    for tool, part in data.instrument.survey_parts():
        lines = data.lines.get(part.code, ())
        if len(lines) < max(data.threshold, 1):
            continue
        profile = len(tool.form) - len(tool.questions)
        keys = tuple(question.code for question in tool.questions)
        rows: list[Sequence[Plain]] = [list(line) for line in sorted(each[profile:] for each in lines)]
        files.update(both_forms(f"answers/{part.code}", PlainTable(keys, keys, rows)))
    return files


def people_files(internal: Sequence[InternalPerson], external: Sequence[ExternalPerson]) -> dict[str, bytes]:
    """Return the rosters."""
    inside: list[tuple[Plain, ...]] = [
        (
            each.name, each.position, each.division, each.level, each.start_date, each.phone,
            each.approval.value,
        )
        for each in internal
    ]  # fmt: skip
    outside: list[tuple[Plain, ...]] = [
        (
            each.name, each.kind, each.matter, each.channel, each.contact_date, each.phone,
            each.approval.value,
        )
        for each in external
    ]  # fmt: skip
    tables = {
        "people/internal": PlainTable(
            ("name", "position", "division", "level", "start_date", "phone", "approval"),
            ("ชื่อ-สกุล", "ตำแหน่ง", "สำนัก/กอง", "ระดับ", "วันที่เริ่มงาน", "โทรศัพท์", "การอนุมัติ"),
            inside,
        ),
        "people/external": PlainTable(
            ("name", "kind", "matter", "channel", "contact_date", "phone", "approval"),
            ("ชื่อ-สกุล", "ประเภท", "เรื่องที่ติดต่อ", "ช่องทาง", "วันที่ติดต่อ", "โทรศัพท์", "การอนุมัติ"),
            outside,
        ),
    }
    return dict(file for stem, table in tables.items() for file in both_forms(stem, table))
