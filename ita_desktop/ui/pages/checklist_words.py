"""What the checklist page says: columns, states, counts; plain values, no widgets."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from ita_desktop.domain.checklist import Match, WorkStatus
from ita_desktop.domain.checklist_approval import ApprovalStep
from ita_desktop.domain.numbers import rounded
from ita_desktop.domain.problems import FieldFault, FieldProblem
from ita_desktop.domain.thai_text import arabic_digits
from ita_desktop.services.overview import FINISHED
from ita_desktop.support import clock
from ita_desktop.support.language import tr
from ita_desktop.ui import theme
from ita_desktop.ui.prose import brief_day, day_month, prose
from ita_desktop.ui.widgets.badge import State, Tone, badge_size
from ita_desktop.ui.widgets.icons import Icon
from ita_desktop.ui.widgets.steps import StepFace
from ita_desktop.ui.widgets.table import Column
from ita_desktop.wording.checklist_states import oddity_words
from ita_desktop.wording.dates import day_words
from ita_desktop.wording.results import plain_number
from ita_desktop.wording.states import label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ita_desktop.domain.checklist import LastYear
    from ita_desktop.domain.checklist_approval import StepTaken
    from ita_desktop.domain.checklist_links import LinkAnswer
    from ita_desktop.domain.checklist_phases import PhaseDays
    from ita_desktop.domain.evidence import Evidence
    from ita_desktop.domain.instrument import Tool
    from ita_desktop.services.checklist import CheckRow

TONES = {
    WorkStatus.NOT_BEGUN: Tone.CALM,
    WorkStatus.DOING: Tone.INFO,
    WorkStatus.WAITING: Tone.WARN,
    WorkStatus.RETURNED: Tone.BAD,
    WorkStatus.APPROVED: Tone.GOOD,
    WorkStatus.CONFIRMED: Tone.GOOD,
}
ICONS = {WorkStatus.RETURNED: Icon.RETURN, WorkStatus.DOING: Icon.HALF}
FULL = Fraction(100)
CELL_PADDING = 8


def status_state(status: WorkStatus) -> State:
    """The state of the work as a badge."""
    return State(label(status), TONES[status], ICONS.get(status))


def columns() -> list[Column[CheckRow]]:
    """The table's columns."""
    return [
        Column(tr("ข้อ"), lambda row: row.item.code, 56),
        Column(tr("ข้อมูลที่ต้องเปิดเผย"), lambda row: row.item.text),
        Column(tr("เจ้าของเรื่อง"), lambda row: row.entry.owner, 158),
        Column(tr("ครบกำหนด"), due_cell, 96),
        Column(tr("สถานะ"), lambda row: status_state(row.entry.status), _status_width()),
        Column(tr("คะแนน"), lambda row: result_words(row.entry.result), 66, number=True),
        Column(tr("+ คะแนนรวม"), gain_words, 94, number=True),
    ]


def _status_width() -> int:
    """Room for the longest state in the language that is spoken, before the text's scale."""
    widest = max(badge_size(status_state(status)).width() for status in WorkStatus)
    return round(widest / theme.scaled(100) * 100) + 2 * CELL_PADDING + 4


def heading(row: CheckRow) -> str:
    """The group that an item stands in: its sub-indicator, else its indicator."""
    group = row.sub_indicator or row.indicator
    return prose(f"{group.code} {group.title}")


def due_cell(row: CheckRow) -> str | State:
    """The day it is due; one that has passed stands out while the work is not finished."""
    due = row.entry.due
    if due is not None and due < clock.today() and row.entry.status not in FINISHED:
        return State(day_month(due), Tone.BAD)
    return day_month(due)


def result_words(result: Fraction | None) -> str:
    """The result, or a dash while nobody has judged it (which is not 0)."""
    return plain_number(result) if result is not None else "–"


def gain_words(row: CheckRow) -> str:
    """How many points the total would gain if the item were complete."""
    return f"+{rounded(row.gain):.2f}" if row.gain else "–"


def summary_words(rows: Sequence[CheckRow]) -> str:
    """How far the list is: judged, waiting, to be mended, and what is still to be won."""
    if not rows:
        return ""
    judged = sum(row.entry.result is not None for row in rows)
    parts = [tr("ตรวจแล้ว {judged} จาก {all} ข้อ").format(judged=judged, all=len(rows))]
    waiting = sum(row.entry.status is WorkStatus.WAITING for row in rows)
    returned = sum(row.entry.status is WorkStatus.RETURNED for row in rows)
    if waiting:
        parts.append(tr("รออนุมัติ {count}").format(count=waiting))
    if returned:
        parts.append(tr("ต้องแก้ {count}").format(count=returned))
    gain = sum((row.gain for row in rows), Fraction(0))
    if gain:
        points = tr("เพิ่มได้อีก {points} คะแนนรวม").format(points=f"{rounded(gain):.2f}")
        return prose(" · ".join(parts)) + " · " + points
    return prose(" · ".join(parts))


def step_faces(tool: Tool) -> list[StepFace]:
    """The results that the instrument offers, each with the digit that chooses it."""
    return [
        StepFace(plain_number(step.score), step.label, str(number))
        for number, step in enumerate(tool.steps, 1)
    ]


def parse_result(text: str) -> Fraction | None:
    """Read a result as typed: empty for not judged. Raises FieldProblem if it is no number from 0 to 100."""
    plain = arabic_digits(text).strip()
    if not plain:
        return None
    try:
        value = Fraction(plain)
    except (ValueError, ZeroDivisionError) as error:
        raise FieldProblem("result", FieldFault.NOT_A_NUMBER, text.strip()) from error
    if not 0 <= value <= FULL:
        raise FieldProblem("result", FieldFault.OUT_OF_RANGE, text.strip(), "0-100")
    return value


# What the panel says around the fields


def offered_statuses(status: WorkStatus) -> tuple[WorkStatus, ...]:
    """The states that can simply be chosen from here; those of approval are steps, not choices."""
    by_hand = (WorkStatus.NOT_BEGUN, WorkStatus.DOING)
    return by_hand if status in by_hand else (status,)


def notice_words(row: CheckRow) -> Iterator[str]:
    """Why the item came back, in the executive's words; then what does not hold together."""
    last = row.steps[-1] if row.steps else None
    if last is not None and last.step in (ApprovalStep.RETURN, ApprovalStep.REOPEN):
        words = tr("{role}{step} {day}: “{reason}”")
        yield words.format(
            role=label(last.role), step=label(last.step), day=day_words(last.at.date()), reason=last.reason
        )
    for found in row.oddities:
        yield f"! {oddity_words(found)}"


def proof_columns() -> list[Column[Evidence]]:
    """The list of proofs: what it is, and of which day, which."""
    return [
        Column(tr("ชนิด"), lambda proof: label(proof.kind), 104),
        Column(tr("หลักฐาน"), proof_words),
    ]


def proof_words(proof: Evidence) -> str:
    """A proof by its day and its title or name; an address without its scheme, which all have."""
    name = (proof.title or proof.target).removeprefix("https://").removeprefix("http://")
    return f"{brief_day(proof.day)} · {name}" if proof.day else name


def last_year_words(left: LastYear) -> str:
    """What an earlier year left: item, result, the assessor's comment, and whether the match is sure."""
    parts = [f"{left.code} ({left.year})"]
    if left.result is not None:
        parts.append(tr("{points} คะแนน").format(points=plain_number(left.result)))
    if left.match is Match.TITLE:
        parts.append(label(left.match))
    words = " · ".join(parts)
    return "\n".join(
        part for part in (words, left.comment and f"“{left.comment}”", left.note, left.link) if part
    )


def step_line(step: StepTaken) -> str:
    """One step of approval as a line."""
    words = f"{day_words(step.at.date())} · {label(step.step)} · {label(step.role)}"
    return f"{words} · “{step.reason}”" if step.reason else words


def answer_words(answer: LinkAnswer | None) -> str:
    """What the checker said of the main link."""
    if answer is None:
        return ""
    day = day_words(answer.at.date())
    if answer.reachable:
        return tr("ตรวจลิงก์ {day}: เปิดได้ “{title}”").format(day=day, title=answer.title)
    return tr("ตรวจลิงก์ {day}: เปิดไม่ได้").format(day=day)


def phase_days_words(days: PhaseDays) -> str:
    """The days of a step of the year as `1 พ.ค. 2568 – 31 พ.ค. 2568`; empty while unknown."""
    if days.start is None or days.end is None:
        return ""
    return f"{day_words(days.start)} – {day_words(days.end)}"
