"""What goes into a package: the year's result as plain tables, without anything about a single person.

Counts per item as the office's own report prints them; counts per profile, and per item and profile, with the
small ones hidden; the instrument. Papers come as they were made.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ita_desktop.domain.answers import CHOICE_SYMBOLS
from ita_desktop.domain.numbers import percentages
from ita_desktop.domain.scoring import Level
from ita_desktop.domain.small_cells import hidden_cells
from ita_desktop.exchange.cross_tables import hidden_places
from ita_desktop.exchange.plain_files import Plain, PlainTable, both_forms
from ita_desktop.exchange.words import LEVEL_WORDS
from ita_desktop.exchange.zip_guard import safe_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from decimal import Decimal

    from ita_desktop.domain.answers import PartTally
    from ita_desktop.domain.instrument import Instrument, Question
    from ita_desktop.domain.scoring import ScoreSheet

PAPERS = "papers"


@dataclass(frozen=True, slots=True)
class YearData:
    """A year as it is packed. `threshold`: the least count about respondents that may be shown.

    `lines`: the answer lines of each part.
    """

    instrument: Instrument
    instrument_text: str
    sheet: ScoreSheet
    level: str
    published: Mapping[str, Decimal]
    tallies: Mapping[str, PartTally]
    lines: Mapping[str, Sequence[str]]
    threshold: int


def result_files(data: YearData) -> dict[str, bytes]:
    """Return what always goes along: the result as plain tables, and the instrument to compute it again."""
    tables = {
        "results/scores": _scores(data),
        "results/published": _published(data),
        "results/items": _items(data),
        "results/profile": _profile(data),
        "results/profile-items": _cross(data),
    }
    files = dict(file for stem, table in tables.items() for file in both_forms(stem, table))
    return {**files, "instrument.json": data.instrument_text.encode()}


def _published(data: YearData) -> PlainTable:
    """Return the figures that were published, as the office entered them."""
    rows: list[tuple[Plain, ...]] = [(key, value) for key, value in sorted(data.published.items())]
    return PlainTable(("key", "value"), ("รายการ", "คะแนนที่ประกาศ"), rows)


def paper_files(papers: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the papers under names that every disk keeps; two that become the same are numbered."""
    files: dict[str, bytes] = {}
    taken: set[str] = set()
    for name, content in papers.items():
        safe = unique = safe_name(name)
        number = 1
        while unique.casefold() in taken:
            number += 1
            stem, dot, ending = safe.rpartition(".")
            unique = f"{stem} ({number}){dot}{ending}" if dot else f"{safe} ({number})"
        taken.add(unique.casefold())
        files[f"{PAPERS}/{unique}"] = content
    return files


def _scores(data: YearData) -> PlainTable:
    """Return the score tree; what stands below several parts comes once for each, and once as their mean."""
    rows: list[tuple[Plain, ...]] = []
    for score in data.sheet.total.walk():
        if score.level is not Level.QUESTION:
            level = data.level if score.level is Level.TOTAL else ""
            words = LEVEL_WORDS[score.level]
            published = data.published.get(score.code)
            rows.append((words, score.code, score.title, score.value, published, score.respondents, level))
    return PlainTable(
        ("floor", "code", "title", "score", "published", "respondents", "level"),
        ("ชั้น", "รหัส", "รายการ", "คะแนน", "คะแนนที่ประกาศ", "ผู้ตอบ", "ระดับ"),
        rows,
    )


def _items(data: YearData) -> PlainTable:
    """Return how each question was answered in each part; of a part with few respondents, nothing."""
    rows: list[tuple[Plain, ...]] = []
    for tool, part in data.instrument.survey_parts():
        tally = data.tallies.get(part.code)
        if tally is None or tally.respondents < max(data.threshold, 1):
            continue
        for question in tool.questions:
            counted = tally.questions[question.code]
            shares = percentages(counted.counts)
            for place, choice in enumerate(question.choices):
                count, share = counted.counts[place], shares[place]
                rows.append((part.code, question.code, place + 1, choice.label, choice.score, count, share))
            for label, count in (
                ("ไม่ตอบ", counted.blank), ("อ่านไม่ออก", counted.unreadable), ("ตอบสองตัวเลือก", counted.double),
            ):  # fmt: skip
                rows.append((part.code, question.code, 0, label, None, count, None))
    return PlainTable(
        ("part", "code", "choice", "label", "score", "count", "percent"),
        ("ส่วน", "ข้อ", "ลำดับตัวเลือก", "ตัวเลือก", "คะแนนของตัวเลือก", "จำนวน", "ร้อยละ"),
        rows,
    )


@dataclass(frozen=True, slots=True)
class _Group:
    """One characteristic of a part: its groups' sizes, the silent last if any, and the hidden ones."""

    part: str
    question: Question
    labels: tuple[str, ...]
    counts: tuple[int, ...]
    hidden: frozenset[int]


def _groups(data: YearData) -> Iterator[_Group]:
    """Yield the characteristics of each part that has enough respondents to speak of."""
    for tool, part in data.instrument.survey_parts():
        tally = data.tallies.get(part.code)
        if tally is None or tally.respondents < max(data.threshold, 1):
            continue
        for question in tool.profile:
            counted = tally.questions[question.code]
            silent = tally.respondents - counted.answered
            labels = tuple(choice.label for choice in question.choices) + (("ไม่ตอบ",) if silent else ())
            counts = counted.counts + ((silent,) if silent else ())
            yield _Group(part.code, question, labels, counts, hidden_cells(counts, data.threshold))


def _profile(data: YearData) -> PlainTable:
    """Return who answered, group by group; a hidden count is empty."""
    rows: list[tuple[Plain, ...]] = [
        (group.part, group.question.code, group.question.text, label, None if i in group.hidden else count)
        for group in _groups(data)
        for i, (label, count) in enumerate(zip(group.labels, group.counts, strict=True))
    ]
    return PlainTable(
        ("part", "code", "question", "label", "count"),
        ("ส่วน", "รหัส", "ข้อมูลผู้ตอบ", "กลุ่ม", "จำนวน"),
        rows,
    )


def _cross(data: YearData) -> PlainTable:
    """Return how each group answered each question; choice 0 is no answer, a hidden count is empty."""
    rows: list[tuple[Plain, ...]] = []
    for group in _groups(data):
        form = data.instrument.tool_of_part(group.part).form
        columns = _columns(data.lines[group.part], len(form))
        places = {question.code: place for place, question in enumerate(form)}
        for question in data.instrument.tool_of_part(group.part).questions:
            pairs = Counter(
                zip(columns[places[group.question.code]], columns[places[question.code]], strict=True)
            )
            table = _table(pairs, len(group.question.choices), len(question.choices))[: len(group.labels)]
            hidden = hidden_places(table, data.threshold, group.hidden)
            for r, label in enumerate(group.labels):
                for c in range(len(question.choices) + 1):
                    count = None if (r, c) in hidden else table[r][c]
                    number = c + 1 if c < len(question.choices) else 0
                    rows.append((group.part, group.question.code, label, question.code, number, count))
    return PlainTable(
        ("part", "profile", "group", "code", "choice", "count"),
        ("ส่วน", "ข้อมูลผู้ตอบ", "กลุ่ม", "ข้อ", "ลำดับตัวเลือก", "จำนวน"),
        rows,
    )


def _columns(lines: Sequence[str], width: int) -> list[str]:
    """Return the answers of each question of the form as one text: slices with a stride stay quick."""
    card = "".join(lines)
    return [card[place::width] for place in range(width)]


def _table(pairs: Counter[tuple[str, str]], rows: int, columns: int) -> list[list[int]]:
    """Return counts by group and choice; the last row and column are those without an answer."""
    table = [[0] * (columns + 1) for _ in range(rows + 1)]
    for (group, answer), count in pairs.items():
        table[_place(group, rows)][_place(answer, columns)] += count
    return table


def _place(symbol: str, choices: int) -> int:
    """Return a symbol's place among the choices, the one after them if it is no answer."""
    place = CHOICE_SYMBOLS.find(symbol)
    return place if 0 <= place < choices else choices
