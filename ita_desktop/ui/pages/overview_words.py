"""What the overview says: rows of scores, things to look at, the next step; plain values, no widgets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_desktop.domain.numbers import rounded
from ita_desktop.services.overview import SOON, Phase, StepKind
from ita_desktop.support.language import ntr, tr
from ita_desktop.ui.prose import brief_day, prose, prose_day
from ita_desktop.ui.tabs import Tab
from ita_desktop.ui.widgets.badge import State, Tone
from ita_desktop.ui.widgets.icons import Icon
from ita_desktop.wording.results import level_words, score_words

if TYPE_CHECKING:
    from datetime import date

    from ita_desktop.domain.instrument import Part, Tool
    from ita_desktop.domain.plan.followed import Followed
    from ita_desktop.services.checklist import CheckRow
    from ita_desktop.services.overview import CalendarRow, NextStep, Overview
    from ita_desktop.services.results import YearResult

STEP_TABS = {
    StepKind.ROSTER: Tab.ROSTER,
    StepKind.KEY_FORMS: Tab.ENTRY,
    StepKind.CHECKLIST: Tab.CHECKLIST,
    StepKind.FINDINGS: Tab.MEASURES,
    StepKind.MEASURES: Tab.MEASURES,
    StepKind.FOLLOW_UP: Tab.MEASURES,
    StepKind.PAPERS: Tab.DOCUMENTS,
}


ACTIVITY_TABS = {
    "register": Tab.ROSTER,
    "import": Tab.ROSTER,
    "iit": Tab.ENTRY,
    "eit": Tab.ENTRY,
    "oit": Tab.CHECKLIST,
    "oit-scoring": Tab.CHECKLIST,
    "processing": Tab.RESULTS,
    "analysis": Tab.MEASURES,
    "review": Tab.DOCUMENTS,
    "announcement": Tab.RESULTS,
}
"""Where an activity of the calendar is done; one of another instrument's own stays on the overview."""


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """A line of the score card, in words."""

    name: str
    respondents: str
    before: str
    now: str


@dataclass(frozen=True, slots=True)
class Duty:
    """Something to look at today: its state, what it is, and where it is mended."""

    state: State
    words: str
    tab: Tab
    subject: str


def step_button(step: NextStep) -> str:
    """The words on the button that goes to the next step."""
    return {
        StepKind.ROSTER: tr("ไปกรอกรายชื่อ"),
        StepKind.KEY_FORMS: tr("ไปบันทึก"),
        StepKind.CHECKLIST: tr("ไปตรวจ OIT"),
        StepKind.FINDINGS: tr("ไปดูประเด็น"),
        StepKind.MEASURES: tr("ไปเขียนมาตรการ"),
        StepKind.FOLLOW_UP: tr("ไปติดตาม"),
        StepKind.PAPERS: tr("ไปพิมพ์เอกสาร"),
    }[step.kind]


def due_words(view: Overview) -> str:
    """Who sees to the next step, until when, and how many days that is; empty where neither is known."""
    who = tr("ผู้รับผิดชอบ {who}").format(who=view.next_step.who) if view.next_step.who else ""
    return " · ".join(part for part in (who, _until_words(view)) if part)


def _until_words(view: Overview) -> str:
    """Until when the next step must be done; empty without a date."""
    due = view.next_step.due
    if due is None:
        return ""
    left = (due - view.today).days
    if left < 0:
        words = ntr("ครบกำหนด {day} · เลยมาแล้ว {left} วัน", "ครบกำหนด {day} · เลยมาแล้ว {left} วัน", -left)
    else:
        words = ntr("ครบกำหนด {day} · เหลือ {left} วัน", "ครบกำหนด {day} · เหลือ {left} วัน", left)
    return prose(words.format(day=prose_day(due), left=abs(left)))


def level_state(result: YearResult) -> State:
    """The level as icon and word; half-filled while something is missing."""
    band = result.level or result.provisional_level
    if band is None:
        return State(tr("ยังไม่มีคะแนน"), Tone.CALM)
    tone = Tone.GOOD if band.passes else Tone.BAD
    provisional = result.level is None or bool(result.missing)
    words = level_words(result)
    if provisional and result.level is not None:
        words = tr("ประมาณ: {level}").format(level=band.label)
    return State(words, tone, Icon.HALF if provisional else None)


def part_name(tool: Tool, part: Part) -> str:
    """A short name: the tool's code where it has one part, else the part's title without its brackets."""
    return tool.code if len(tool.parts) == 1 else prose(part.title.partition(" (")[0])


def score_lines(view: Overview) -> list[ScoreLine]:
    """A line for each part of a questionnaire, each checklist, and the total."""
    result = view.result
    lines = [
        ScoreLine(
            part_name(each.tool, each.part),
            prose(f"{each.respondents:,}") if each.respondents else "–",
            _before(result, each.part.code),
            score_words(result.sheet.value(each.part.code)),
        )
        for each in view.parts
    ]
    for tool in result.instrument.checklists:
        judged = sum(result.sheet.value(item.code) is not None for item in tool.items)
        words = prose(tr("{judged}/{all} ข้อ").format(judged=judged, all=len(tool.items)))
        lines.append(
            ScoreLine(
                tool.code, words, _before(result, tool.code), score_words(result.sheet.value(tool.code))
            )
        )
    return [*lines, _total_line(result)]


def _total_line(result: YearResult) -> ScoreLine:
    """The total; while a tool has no data, the mean of those that have, and said so."""
    total = result.sheet.total.value
    name = tr("คะแนนรวม")
    if total is None or result.missing:
        name = tr("คะแนนรวม (ประมาณ)")
    return ScoreLine(name, "", _before(result, "total"), score_words(total or result.provisional))


def _before(result: YearResult, key: str) -> str:
    """The figure of the year before, if it is known."""
    for past in result.past:
        if past.year == result.year - 1:
            if key == "total":
                return f"{rounded(past.total):.2f}" if past.total is not None else "–"
            return f"{past.figures[key]:.2f}" if key in past.figures else "–"
    return "–"


def duties(view: Overview) -> list[Duty]:
    """What is overdue, due soon, too few, or kept too long; the worst first."""
    late = State(tr("เลยกำหนด"), Tone.BAD)
    soon = State(tr("ใกล้กำหนด"), Tone.WARN)
    found = [_item_duty(row, late) for row in view.overdue]
    found += [_item_duty(row, soon) for row in view.due_soon]
    for each in view.parts:
        lacking = (each.required or 0) - each.respondents
        if each.tool.questions and lacking > 0:
            words = tr("{part} ยังขาด {count} ฉบับ\nตอบแล้ว {have} จากขั้นต่ำ {need} ฉบับ").format(
                part=part_name(each.tool, each.part),
                count=lacking,
                have=each.respondents,
                need=each.required,
            )
            found.append(Duty(State(tr("ยังไม่ครบ"), Tone.WARN), prose(words), Tab.ENTRY, each.part.code))
    found += [_measure_duty(each, late) for each in view.late_measures]
    found += [_measure_duty(each, soon) for each in view.ending_measures]
    found += [_activity_duty(row, soon) for row in view.calendar if _ends_soon(row, view.today)]
    if view.erase_by is not None:
        words = tr("รายชื่อผู้มีส่วนได้ส่วนเสียเก็บได้ถึง {day}\nลบหรือกำหนดวันใหม่ที่หน้ารายชื่อ").format(
            day=brief_day(view.erase_by)
        )
        found.append(Duty(soon, words, Tab.ROSTER, ""))
    return found


def _item_duty(row: CheckRow, state: State) -> Duty:
    """A checklist item: its code and text, below that whose it is and when."""
    below = " · ".join(part for part in (row.entry.owner, brief_day(row.entry.due)) if part)
    return Duty(state, f"{row.item.code} {row.item.text}\n{below}", Tab.CHECKLIST, row.item.code)


def _measure_duty(followed: Followed, state: State) -> Duty:
    """A measure: its title, or the step that is late; below that whose it is and when."""
    measure, day = followed.measure, followed.measure.end
    words = measure.title
    if not followed.overdue and followed.late_steps:
        step = followed.late_steps[0]
        words, day = step.text, step.end or day
    below = " · ".join(part for part in (tr("มาตรการ"), measure.owner, brief_day(day)) if part)
    return Duty(state, f"{words}\n{below}", Tab.MEASURES, f"follow:{measure.key}")


def _ends_soon(row: CalendarRow, today: date) -> bool:
    """Whether an activity of the calendar ends within the days that are looked ahead."""
    return row.phase is Phase.NOW and row.end <= today + SOON


def _activity_duty(row: CalendarRow, state: State) -> Duty:
    """An activity that ends soon: what, whose it is, until when, and the tab on which it is done."""
    below = " · ".join(part for part in (tr("ปฏิทิน"), row.owner, brief_day(row.end)) if part)
    tab = ACTIVITY_TABS.get(row.activity.code, Tab.OVERVIEW)
    return Duty(state, f"{row.activity.title}\n{below}", tab, "")
