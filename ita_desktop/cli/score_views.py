"""Other views of the result on a terminal: one number opened, the years, how sure, the ways, what if."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.cli.tables import text_table
from ita_desktop.domain.numbers import percentages, rounded
from ita_desktop.services.years import compared_years, year_figures
from ita_desktop.support.language import tr
from ita_desktop.wording.certainty import basis_words, interval_words, lines_of
from ita_desktop.wording.results import level_words, missing_words, plain_number, score_words
from ita_desktop.wording.score_formula import formula_lines, question_of
from ita_desktop.wording.score_tree import tree_of
from ita_desktop.wording.what_if import people_words, plus_words, total_change, way_rows, way_words
from ita_desktop.wording.years import shape_lines, year_cell_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from ita_desktop.domain.what_if import Supposed
    from ita_desktop.services.respondents import BatchShare, Certainty
    from ita_desktop.services.results import YearResult
    from ita_desktop.services.what_if import WhatIf
    from ita_desktop.wording.score_tree import Node
    from ita_desktop.wording.what_if import Row


def node_of(result: YearResult, key: str) -> Node | None:
    """Find a number by its key, or by its way through the tree (`EIT/EIT1/e2`)."""
    nodes = list(tree_of(result).walk())
    found = next((node for node in nodes if node.path.casefold() == key.casefold()), None)
    return found or next((node for node in nodes if node.key.casefold() == key.casefold()), None)


def open_text(node: Node, result: YearResult, batches: tuple[BatchShare, ...]) -> str:
    """Say how a number was made: formula, parts, answers, batches."""
    lines = [f"{node.title}: {score_words(node.score.value)}"]
    if node.published is not None:
        words = tr("ประกาศ {score}").format(score=node.published)
        lines.append(f"{words} ({node.difference:+.2f})" if node.difference is not None else words)
    lines += ["", *formula_lines(node, result)]
    if missing := missing_words(node.score.missing):
        lines.append(missing)
    if node.children:
        rows = [(each.path, each.title, score_words(each.score.value)) for each in node.children]
        lines += ["", text_table((tr("เปิดต่อด้วย"), tr("ชื่อ"), tr("คะแนน")), rows, right=frozenset({2}))]
    lines += _answers(node, result)
    if batches:
        head = (tr("ส่วน"), tr("ชุดที่"), tr("สำนัก/กอง"), tr("ฉบับ"), tr("ตอบข้อนี้"))
        lines += ["", text_table(head, map(_batch_row, batches), right=frozenset({1, 3, 4}))]
    return "\n".join(lines)


def _batch_row(share: BatchShare) -> tuple[str, ...]:
    """Write what one batch gives to the counts."""
    return (share.part, str(share.number), share.division, f"{share.forms:,}", f"{share.answered:,}")


def _answers(node: Node, result: YearResult) -> Iterator[str]:
    """Yield how a question was answered, choice by choice, shares summing to 100.00."""
    question, tally = question_of(result.instrument, node), node.score.tally
    if question is None or tally is None:
        return
    shares = percentages(tally.counts)
    rows = [
        (choice.label, score_words(choice.score), f"{count:,}", f"{share:.2f}")
        for choice, count, share in zip(question.choices, tally.counts, shares, strict=True)
    ]
    yield ""
    yield text_table((tr("ตัวเลือก"), tr("คะแนน"), tr("จำนวน"), tr("ร้อยละ")), rows, right=frozenset({1, 2, 3}))


def years_text(result: YearResult) -> str:
    """Set the years side by side, and say what of each compares."""
    years = year_figures(result)
    head = (tr("คะแนนของ"), *(str(year.year) for year in years), tr("เปลี่ยนจากปีก่อน"))
    rows = [(tr("ระดับ"), *(year.level for year in years), "")]
    for row in compared_years(result):
        last = row.cells[-1]
        change = f"{last.change:+.2f} ({last.since})" if last.change is not None else "–"
        name = tr("คะแนนรวม") if row.key.key == "total" else f"{row.key.key} {row.key.title}"
        rows.append((name, *map(year_cell_words, row.cells), change))
    table = text_table(head, rows, right=frozenset(range(1, len(head))))
    published = tr("ปีนี้ใช้คะแนนที่ประกาศ ส่วนที่ยังไม่มีคะแนนประกาศใช้ที่คำนวณได้")
    return "\n".join([table, "", *shape_lines(result.past), *([published] if result.published else [])])


def certainty_text(certainty: Certainty, result: YearResult) -> str:
    """Set scores with their intervals, and who did not answer."""
    rows = []
    for line in lines_of(certainty, result):
        silent = line.blank if line.silent is None else line.silent
        figures = (_figure(line.interval.score) or "–", interval_words(line), _count(line.forms))
        rows.append((line.title, *figures, _count(line.heads), _figure(silent), basis_words(line)))
    head = (
        tr("คะแนนของ"), tr("คะแนน"), tr("ช่วง 95%"), tr("ผู้ตอบ"), tr("รายชื่อ"), tr("ไม่ตอบ %"), tr("ที่มาของช่วง"),
    )  # fmt: skip
    return text_table(head, rows, right=frozenset({1, 2, 3, 4, 5}))


def _figure(value: float | None) -> str:
    """Write a figure with two decimals; nothing where nobody knows."""
    return f"{value:.2f}" if value is not None else ""


def _count(value: int | None) -> str:
    """Write a count; nothing where nobody knows."""
    return f"{value:,}" if value is not None else ""


def ways_text(what_if: WhatIf) -> str:
    """Say the shortest way to each level, the best last."""
    lines = []
    for way in reversed(what_if.ways):
        lines.append(way_words(way))
        rows = [_way_row(row) for row in way_rows(way)]
        if rows:
            head = (tr("ข้อ"), tr("ส่วน"), tr("ขณะนี้"), tr("ไปถึง"), tr("ต้องเปลี่ยน"), tr("+ คะแนนรวม"))
            lines.append(text_table(head, rows, right=frozenset({2, 3, 4, 5})))
        lines.append("")
    return "\n".join(lines).rstrip()


def _way_row(row: Row) -> tuple[str, ...]:
    """Write one item of a way."""
    to = plain_number(row.to) if row.to is not None else ""
    people, gain = people_words(row), plus_words(row.gain)
    return (row.item.code, row.part.code, score_words(row.present), to, people, gain)


def supposed_text(what_if: WhatIf, supposed: Supposed) -> str:
    """Say the total and the level as supposed; nothing of it is kept."""
    outcome = what_if.suppose(supposed)
    before = what_if.result.sheet.total.value
    level = outcome.level.label if outcome.level is not None else tr("ยังไม่มีข้อมูล")
    total = tr("คะแนนรวม {total}").format(total=total_change(before, outcome))
    words = tr("ระดับ {before} → {after} (ไม่ได้บันทึก)").format(before=level_words(what_if.result), after=level)
    rows = [
        (key, score_words(what_if.result.sheet.value(key)), score_words(value))
        for key, score in outcome.sheet.by_key.items()
        if (value := score.value) is not None and _moved(what_if.result.sheet.value(key), value)
    ]
    table = text_table((tr("คะแนนของ"), tr("ขณะนี้"), tr("สมมติ")), rows, right=frozenset({1, 2}))
    return "\n".join([total, words, *(["", table] if rows else [])])


def _moved(before: Fraction | None, after: Fraction) -> bool:
    """Whether a score is another one as printed."""
    return before is None or rounded(before) != rounded(after)
