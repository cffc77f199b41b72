"""What-if in rows and words: what could score more, how far each item has to go, what a level still lacks."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from ita_desktop.domain.instrument import ToolKind
from ita_desktop.domain.numbers import rounded
from ita_desktop.domain.scoring import score_item
from ita_desktop.support.language import ntr, tr
from ita_desktop.wording.results import plain_number, score_words

if TYPE_CHECKING:
    from ita_desktop.domain.instrument import Item, Part, Tool
    from ita_desktop.domain.what_if import Lever, Outcome, Supposed
    from ita_desktop.domain.what_if_way import Way
    from ita_desktop.services.what_if import WhatIf


@dataclass(frozen=True, slots=True)
class Row:
    """One item of one part: what it has, the most it could add to the total; on a way, how far it must go."""

    tool: Tool
    part: Part
    item: Item
    present: Fraction | None
    gain: Fraction = Fraction(0)
    part_gain: Fraction = Fraction(0)
    to: Fraction | None = None
    people: int = 0

    @property
    def place(self) -> tuple[str, str]:
        """What names the row."""
        return (self.part.code, self.item.code)

    @property
    def checked(self) -> bool:
        """Whether it is an item that is checked."""
        return self.tool.kind is ToolKind.CHECKLIST


def all_rows(what_if: WhatIf) -> tuple[Row, ...]:
    """List every item of every part, those that could add most first."""
    rows = [_of_lever(lever) for lever in what_if.levers]
    listed = {row.place for row in rows}
    for tool in what_if.year.instrument.tools:
        for part in tool.parts:
            rest = (item for item in tool.items if (part.code, item.code) not in listed)
            rows += [Row(tool, part, item, _present(what_if, tool, part, item)) for item in rest]
    return tuple(rows)


def _of_lever(lever: Lever) -> Row:
    """Make the row of what could score more: the most that it could add."""
    gains = lever.gain("total"), lever.gain(lever.part.code)
    people = lever.below_best
    return Row(lever.tool, lever.part, lever.item, lever.present, *gains, to=lever.best, people=people)


def _present(what_if: WhatIf, tool: Tool, part: Part, item: Item) -> Fraction | None:
    """Return the score that an item of a part has."""
    if tool.kind is ToolKind.CHECKLIST:
        return what_if.year.results.get(item.code)
    tally = what_if.year.tallies.get(part.code)
    return score_item(item, tally.questions if tally is not None else {}).value


def way_rows(way: Way) -> tuple[Row, ...]:
    """List the items on a way to a level, those that add most first."""
    rows = []
    for step in way.steps:
        lever = step.lever
        start = lever.present or Fraction(0)
        share = (step.to - start) / (lever.best - start)
        gain = lever.gain(lever.part.code) * share
        rows.append(
            Row(lever.tool, lever.part, lever.item, lever.present, step.gain, gain, step.to, step.people)
        )
    return tuple(rows)


def way_words(way: Way) -> str:
    """Say a way in a sentence: how many items, or why there is none."""
    label = way.band.label
    if way.lacking:
        codes = ", ".join(way.lacking)
        return tr("ยังหาทางสู่ “{level}” ไม่ได้ เพราะยังไม่มีข้อมูล {codes}").format(level=label, codes=codes)
    if way.reached:
        return tr("ถึง “{level}” แล้ว ไม่ต้องเพิ่มข้อใด").format(level=label)
    if way.out_of_reach:
        keys = ", ".join(tr("คะแนนรวม") if key == "total" else key for key in way.out_of_reach)
        return tr("แม้ทุกข้อได้คะแนนสูงสุด {keys} ก็ยังไม่ถึง “{level}”").format(keys=keys, level=label)
    words = ntr(
        "ทางที่สั้นที่สุดสู่ “{level}”: เพิ่ม {count} ข้อ คะแนนรวมเป็น {total}",
        "ทางที่สั้นที่สุดสู่ “{level}”: เพิ่ม {count} ข้อ คะแนนรวมเป็น {total}",
        len(way.steps),
    )
    return words.format(level=label, count=len(way.steps), total=score_words(way.total))


def total_change(before: Fraction | None, after: Outcome) -> str:
    """Write the total now and as supposed: 99.45 → 99.70 (+0.25)."""
    new = after.sheet.value("total")
    if before is None or new is None:
        return score_words(new)
    if rounded(before) == rounded(new):
        return score_words(new)
    size = rounded(new) - rounded(before)
    return f"{score_words(before)} → {score_words(new)} ({size:+.2f})"


def people_words(row: Row) -> str:
    """Count the answers that would have to be the best choice instead; empty for a checklist."""
    return f"{row.people:,}" if row.people else ""


def supposed_words(row: Row, supposed: Supposed) -> str:
    """Write the score that an item is supposed to have; empty where nothing is supposed."""
    if row.checked:
        value = supposed.results.get(row.item.code)
        return plain_number(value) if value is not None else ""
    part = row.part.code
    found = {q.code: supposed.answers.get((part, q.code)) for q in row.item.questions}
    known = {code: tally for code, tally in found.items() if tally is not None}
    return score_words(score_item(row.item, known).value) if known else ""


def plus_words(gain: Fraction) -> str:
    """Write what is gained; a dash for nothing."""
    return f"{rounded(gain):+.2f}" if gain else "–"
