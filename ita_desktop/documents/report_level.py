"""Section: the level and its conditions, one by one, and what the next better level would need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.documents.figures import NO_DATA
from ita_desktop.documents.report_people import part_title
from ita_desktop.documents.typeset import Cell, Column

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_desktop.documents.book import Book
    from ita_desktop.documents.typeset import Block
    from ita_desktop.documents.typeset.blocks import Row
    from ita_desktop.domain.report import Condition, LevelLine

SHADE = (0.90, 0.90, 0.90)


def level_section(book: Book) -> Iterator[Block]:
    """Set the levels of the rule, then the year's figures against the conditions that matter."""
    yield book.section("ระดับผลการประเมินและเงื่อนไข")
    yield _levels(book)
    levels = book.content.levels
    place = next((index for index, level in enumerate(levels) if level.reached), None)
    if place is None:
        yield book.sentence(f"{NO_DATA}ครบพอที่จะบอกระดับผลการประเมินของปีนี้")
        return
    yield _conditions(book, levels[place])
    if place > 0:
        better = levels[place - 1]
        yield book.sentence(f"ระดับที่สูงขึ้นไปคือ “{better.label}” ซึ่งยังขาดเงื่อนไข ดังนี้", leads=True)
        yield from book.clauses(_lacking(better))


def _levels(book: Book) -> Block:
    """Set every level with its conditions; the year's own is marked by word and shade."""
    head: Row = ("ระดับ", "คะแนนรวม", "เงื่อนไขรายเครื่องมือ", "ผลของปีนี้")
    rows: list[Row] = []
    above = ""
    for level in book.content.levels:
        total, *each = level.conditions
        floor = f"{total.needed.normalize():f}"
        reach = f"{floor} ขึ้นไป" if total.needed or not above else f"ต่ำกว่า {above}"
        above = floor
        shade = SHADE if level.reached else None
        rows.append(
            (
                Cell(level.label, bold=level.reached, shade=shade),
                Cell(book.cell(reach), shade=shade),
                Cell(book.cell(_each(each)), shade=shade),
                Cell("✓ อยู่ในระดับนี้" if level.reached else "", bold=level.reached, shade=shade),
            )
        )
    columns = (Column(38.0), Column(26.0, align="center"), Column(), Column(30.0, align="center"))
    return book.table("ระดับผลการประเมิน เรียงจากสูงไปต่ำ", columns, [head, *rows])


def _each(conditions: list[Condition]) -> str:
    """State the floor of each tool on one line."""
    if not conditions:
        return "–"
    keys = ", ".join(condition.key for condition in conditions)
    return f"{keys} แต่ละส่วน {conditions[0].needed.normalize():f} ขึ้นไป"


def _conditions(book: Book, level: LevelLine) -> Block:
    """Set the year's figures against the conditions of its level."""
    head: Row = ("เงื่อนไข", "ต้องได้", "ได้", "ผล")
    rows: list[Row] = [
        (
            book.cell(_name(condition)),
            book.score(condition.needed),
            book.score(condition.score),
            {True: "✓ ถึงเกณฑ์", False: "✗ ไม่ถึงเกณฑ์", None: NO_DATA}[condition.met],
        )
        for condition in level.conditions
    ]
    columns = (
        Column(),
        Column(26.0, align="decimal"),
        Column(26.0, align="decimal"),
        Column(30.0, align="center"),
    )
    return book.table(f"คะแนนเทียบกับเงื่อนไขของระดับ “{level.label}”", columns, [head, *rows])


def _name(condition: Condition) -> str:
    """Name a condition."""
    return "คะแนนรวม" if condition.key == "total" else part_title(condition.title, condition.key)


def _lacking(level: LevelLine) -> list[str]:
    """Say what is lacking for a level, condition by condition."""
    return [
        f"{_name(condition)} ต้องได้ {condition.needed} คะแนน ได้ {condition.score} คะแนน "
        f"ขาด {condition.needed - condition.score} คะแนน"
        for condition in level.conditions
        if condition.met is False and condition.score is not None
    ]
