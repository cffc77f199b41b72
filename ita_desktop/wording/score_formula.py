"""Every number opens: how a score was made, in words and digits, as a teacher would write it on the board."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from ita_desktop.domain.instrument import ToolKind
from ita_desktop.domain.numbers import rounded, weighted_mean
from ita_desktop.domain.scoring import Level
from ita_desktop.support.language import ntr, tr
from ita_desktop.wording.results import plain_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ita_desktop.domain.answers import Tally
    from ita_desktop.domain.instrument import Instrument, Question
    from ita_desktop.services.results import YearResult
    from ita_desktop.wording.score_tree import Node, Term

SHOWN_CODES = 8


def figure(value: Fraction) -> str:
    """Write a score within a formula: whole ones plain, others with two decimals."""
    return str(value) if value.denominator == 1 else f"{rounded(value):.2f}"


def formula_lines(node: Node, result: YearResult) -> tuple[str, ...]:
    """Say how the score of a line was made, what was left out, and that rounding came last."""
    if node.heading:
        return (tr("ตัวชี้วัดและข้อเมื่อรวมทุกส่วนเข้าด้วยกัน ตรงกับค่าที่ประกาศ"),)
    question = question_of(result.instrument, node)
    if not node.terms and node.score.tally is not None and question is not None:
        return _answer_lines(node.score.value, question, node.score.tally)
    if not node.terms:
        return (_leaf_line(node, result.instrument),)
    return _mean_lines(node)


def question_of(instrument: Instrument, node: Node) -> Question | None:
    """Return the question that a line's answers belong to; None above the questions."""
    if node.score.tally is None:
        return None
    questions = (question for tool in instrument.surveys for question in tool.questions)
    return next((each for each in questions if each.code == node.score.code), None)


def parts_of(instrument: Instrument, node: Node) -> tuple[str, ...]:
    """Return the survey parts that a line's answers come from: its own, or all of its tool."""
    tool, *below = node.path.split("/")
    pairs = tuple(instrument.survey_parts())
    own = tuple(part.code for _, part in pairs if part.code in below)
    return own or tuple(part.code for each, part in pairs if each.code == tool)


def _answer_lines(value: Fraction | None, question: Question, tally: Tally) -> tuple[str, ...]:
    """Say a mean over respondents: score times people, choice by choice."""
    if value is None:
        return (tr("ยังไม่มีผู้ตอบข้อนี้ จึงยังไม่มีคะแนน (ไม่ใช่ 0 คะแนน)"),)
    products = " + ".join(
        f"{figure(choice.score or Fraction(0))} × {count:,}"
        for choice, count in zip(question.choices, tally.counts, strict=True)
        if count
    )
    words = tr("คะแนนเฉลี่ยของผู้ตอบ {people} คน = ({products}) ÷ {people} = {score}")
    return (words.format(people=f"{tally.answered:,}", products=products, score=figure(value)),)


def _leaf_line(node: Node, instrument: Instrument) -> str:
    """Say where a number comes from that was not computed: the result of a checklist item."""
    checklist = _checklist_item(instrument, node.score.code)
    if node.score.value is None:
        if checklist:
            return tr("ยังไม่มีผลตรวจของข้อนี้ จึงยังไม่มีคะแนน (ไม่ใช่ 0 คะแนน)")
        return tr("ยังไม่มีผู้ตอบข้อนี้ จึงยังไม่มีคะแนน (ไม่ใช่ 0 คะแนน)")
    words = _step_words(instrument, node.score.value)
    return tr("ผลตรวจ{words} = {score} คะแนน").format(words=words, score=plain_number(node.score.value))


def _checklist_item(instrument: Instrument, code: str) -> bool:
    """Whether a code is an item that is checked."""
    tools = (tool for tool in instrument.tools if tool.kind is ToolKind.CHECKLIST)
    return any(item.code == code for tool in tools for item in tool.items)


def _step_words(instrument: Instrument, value: Fraction) -> str:
    """The instrument's word for a result, in quotes; empty for a result between the steps."""
    steps = (step for tool in instrument.checklists for step in tool.steps)
    found = next((step.label for step in steps if step.score == value), "")
    return f" “{found}”" if found else ""


def _mean_lines(node: Node) -> tuple[str, ...]:
    """Say a mean of scores: plain where all weigh alike, weighted otherwise."""
    known = [term for term in node.terms if term.value is not None]
    lines = []
    if known:
        lines.append(_mean_line(node, known))
    if len(known) < len(node.terms):
        lines.append(_left_out(node, known))
    if known and _rounding_shows(node.score.value, known):
        lines.append(tr("คำนวณจากค่าเต็ม แล้วจึงปัดเศษเป็นทศนิยม 2 ตำแหน่ง"))
    return tuple(lines)


def _mean_line(node: Node, known: Sequence[Term]) -> str:
    """Write the mean itself. A total that lacks a tool is only an estimate, and says so."""
    value = weighted_mean((term.value, term.weight) for term in known if term.value is not None)
    if value is None:
        return ""
    end = figure(value)
    if node.score.value is None:
        end = tr("{score} (ประมาณ เพราะยังไม่ครบ)").format(score=end)
    what = _counted(known[0].level, len(known))
    if len({term.weight for term in known}) == 1:
        total = " + ".join(figure(term.value) for term in known if term.value is not None)
        words = tr("ค่าเฉลี่ยของ {what} = ({total}) ÷ {count} = {score}")
        return words.format(what=what, total=total, count=len(known), score=end)
    return _weighted_line(what, known, end)


def _counted(level: Level, count: int) -> str:
    """Count scores of a level: 3 items, 2 parts."""
    words = {
        Level.TOOL: ntr("{count} เครื่องมือ", "{count} เครื่องมือ", count),
        Level.PART: ntr("{count} ส่วน", "{count} ส่วน", count),
        Level.INDICATOR: ntr("{count} ตัวชี้วัด", "{count} ตัวชี้วัด", count),
        Level.SUB_INDICATOR: ntr("{count} ตัวชี้วัดย่อย", "{count} ตัวชี้วัดย่อย", count),
        Level.QUESTION: ntr("{count} คำถาม", "{count} คำถาม", count),
    }
    return words.get(level, ntr("{count} ข้อ", "{count} ข้อ", count)).format(count=count)


def _weighted_line(what: str, known: Sequence[Term], end: str) -> str:
    """Write a mean in which some count more: each with its name and weight."""
    products = " + ".join(
        f"{term.code} {figure(term.value)} × {plain_number(term.weight)}"
        for term in known
        if term.value is not None
    )
    weight = plain_number(sum((term.weight for term in known), Fraction(0)))
    words = tr("ค่าเฉลี่ยตามน้ำหนักของ {what} = ({products}) ÷ {weight} = {score}")
    return words.format(what=what, products=products, weight=weight, score=end)


def _left_out(node: Node, known: Sequence[Term]) -> str:
    """Say what was not counted because it has no data."""
    codes = [term.code for term in node.terms if term.value is None]
    shown = ", ".join(codes[:SHOWN_CODES]) + (" …" if len(codes) > SHOWN_CODES else "")
    if not known:
        return tr("ยังไม่มีข้อมูลของ {codes} จึงยังไม่มีคะแนน (ไม่ใช่ 0 คะแนน)").format(codes=shown)
    return tr("ไม่นับ {codes} เพราะยังไม่มีข้อมูล").format(codes=shown)


def _rounding_shows(value: Fraction | None, known: Sequence[Term]) -> bool:
    """Whether someone who adds up the printed figures would get another result."""
    if value is None:
        return False
    printed = weighted_mean(
        (Fraction(rounded(term.value)), term.weight) for term in known if term.value is not None
    )
    return printed is not None and rounded(printed) != rounded(value)


def missing_short(node: Node) -> str:
    """Say in a narrow column what is missing below a line; empty if nothing is."""
    missing = node.score.missing
    if node.heading or not missing:
        return ""
    if node.score.value is None and not node.children:
        return tr("ยังไม่มีข้อมูล")
    if len(missing) == 1:
        return tr("ขาด {code}").format(code=missing[0])
    return tr("ขาด {count} รายการ").format(count=len(missing))


def answered_short(node: Node) -> str:
    """Say how many answered: respondents of a part, answers to an item. Empty for a checklist."""
    if node.heading:
        return ""
    if node.score.tally is not None:
        return f"{node.score.tally.answered:,}"
    return f"{node.score.respondents:,}" if node.score.respondents is not None else ""
