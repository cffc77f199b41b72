"""The report tells what the file holds, all of it and nothing else."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

import pymupdf
import pytest

from ita_desktop.documents.figures import NO_DATA
from ita_desktop.documents.report import new_book, render_report, report_blocks
from ita_desktop.documents.report_plan import TALLEST, divided
from ita_desktop.documents.ruler import Ruler
from ita_desktop.documents.typeset import Cell, Heading, KeepTogether, ListItem, Paragraph, Run, Table
from ita_desktop.domain.report import PlanLine
from tests.documents.pdf import bare, pages, text_of
from tests.documents.sample import answer, empty_office, filled_office
from tests.helpers.source import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ita_desktop.documents.typeset import Block
    from ita_desktop.domain.report import ReportContent

CREATED = datetime(2025, 5, 9, tzinfo=UTC)


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ReportContent]:
    """What a filled office has to tell."""
    office = filled_office(tmp_path_factory.mktemp("office"))
    yield office.papers.content()
    office.close()


@pytest.fixture(scope="module")
def nothing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ReportContent]:
    """What an empty office has to tell."""
    office = empty_office(tmp_path_factory.mktemp("office"))
    yield office.papers.content()
    office.close()


@pytest.fixture(scope="module")
def text(content: ReportContent) -> str:
    """The filled report as a reader gives it back."""
    return text_of(render_report(content, CREATED))


def written_in(blocks: Iterable[Block]) -> Iterator[str]:
    """Every text of the blocks that is set by itself."""
    for block in blocks:
        if isinstance(block, KeepTogether):
            yield from written_in(block.blocks)
        elif isinstance(block, (Paragraph, Heading, ListItem)):
            yield letters(block.text)
        elif isinstance(block, Table):
            for row in block.rows:
                yield from (letters(cell.text if isinstance(cell, Cell) else cell) for cell in row)


def letters(text: object) -> str:
    """The letters of a text without its looks."""
    if isinstance(text, str):
        return text
    assert isinstance(text, list)
    return "".join(run.text if isinstance(run, Run) else run for run in text)


def test_everything_written_comes_back_exactly(content: ReportContent, text: str) -> None:
    """Each paragraph, heading, clause and cell can be found and copied as it was written."""
    book = new_book(content, Ruler.of("laksaman", ()))
    lost = [each for each in written_in(report_blocks(book, CREATED)) if bare(each) not in text]
    assert lost == []


def test_the_chapters_stand_in_the_order_of_such_reports(content: ReportContent) -> None:
    """Preface, respondents, result, indicators, plan, recommendations, all in the outline."""
    with pymupdf.open(stream=render_report(content, CREATED)) as document:
        outline = [title for level, title, _ in document.get_toc() if level == 1]
    expected = ("คำนำ", "ข้อมูลผู้มีส่วน", "สรุปผล", "วิเคราะห์ผล", "การนำผล", "ข้อเสนอแนะ")
    chapters = [title for title in outline if title != "สารบัญ"]
    assert len(chapters) == len(expected)
    assert all(part in title for part, title in zip(expected, chapters, strict=True))


def test_every_score_of_the_file_is_in_the_report(content: ReportContent, text: str) -> None:
    """Total, tools, parts, indicators and items, each with two decimals."""
    scores = [content.overall.computed]
    for tool in content.tools:
        scores += [tool.score, *(part.score for part in tool.parts)]
    for indicator in content.indicators:
        scores += [item.score for part in indicator.parts for item in part.items]
        scores += [line.score for group in indicator.groups for line in group.lines]
    assert len(scores) > 60
    assert [score for score in scores if score is None or f"{score:.2f}" not in text] == []


def test_every_measure_item_and_link_is_in_the_report(content: ReportContent, text: str) -> None:
    """The six columns of the plan, and where the information is published."""
    for line in content.plan:
        for words in (line.title, line.finding, line.owner, *line.steps.splitlines()):
            assert bare(words) in text
    for indicator in content.indicators:
        for group in indicator.groups:
            assert all(bare(line.link) in text for line in group.lines)
    assert "1ต.ค.68–30ก.ย.69" in text
    assert "ตั้งแต่1ต.ค.68" in text
    assert "ภายใน30พ.ย.68" in text


def test_shares_of_each_question_sum_to_one_hundred(content: ReportContent) -> None:
    """Largest remainder: no column of 99.99 or 100.01."""
    questions = [
        question
        for indicator in content.indicators
        for part in indicator.parts
        for item in part.items
        for question in item.questions
    ]
    assert len(questions) == 33
    for question in questions:
        assert sum(choice.percent for choice in question.choices) == Decimal("100.00")
        assert sum(choice.count for choice in question.choices) == question.answered


def test_no_profile_cell_is_small_enough_to_name_a_respondent(content: ReportContent, text: str) -> None:
    """Counts from 1 to 4 are not in the tables of respondents, and the report says why."""
    cells = [cell for part in content.profiles for table in part.tables for cell in table.cells]
    assert any(cell.count is None for cell in cells)
    assert all(cell.count is None or cell.count == 0 or cell.count >= 5 for cell in cells if cell.label)
    assert "*ไม่แสดงจำนวน" in text


def test_silent_answers_are_counted_apart(content: ReportContent, text: str) -> None:
    """Blank, unreadable and double marks are told beside the table and never among the shares."""
    assert "ไม่นำมาคิดคะแนน" in text
    assert "เลือกมากกว่าหนึ่งข้อ" in text


def test_a_part_with_few_respondents_shows_neither_profile_nor_answers(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """Of four people, any table is about each of them; their score still counts."""
    office = empty_office(tmp_path_factory.mktemp("office"))
    tool = office.session.instrument.tool_of_part("IIT")
    answer(office, tool, "IIT", 4)
    content = office.papers.content()
    office.close()
    part = next(part for part in content.profiles if part.code == "IIT")
    assert part.respondents == 4
    assert part.tables == ()
    items = content.indicators[0].parts[0]
    assert items.hidden
    assert all(question.choices == () for item in items.items for question in item.questions)
    assert items.items[0].score is not None
    text = text_of(render_report(content, CREATED))
    assert "จึงไม่แสดงตาราง" in text
    assert "จึงไม่แสดงการกระจายของคำตอบ" in text


def test_an_empty_year_is_told_in_words_and_never_as_zero(nothing: ReportContent) -> None:
    """Without data there is no 0.00 anywhere, and what is missing is listed."""
    text = text_of(render_report(nothing, CREATED))
    assert NO_DATA in text
    assert "0.00" not in text
    assert "๐.๐๐" not in text
    assert "รายการIIT,EIT1,EIT2,o1–o28" in text
    assert "ยังไม่ได้กำหนดมาตรการ" in text


def test_published_figures_stand_beside_computed_ones_with_what_would_explain_them(
    content: ReportContent, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Neither overwrites the other; the one item whose result would explain the difference is named."""
    office = filled_office(tmp_path_factory.mktemp("office"))
    for key, figure in (("total", "92.40"), ("OIT", "93.04"), ("9", "98.57"), ("IIT", "92.44")):
        office.results.put_published(2568, key, Decimal(figure))
    told = office.papers.content()
    office.close()
    assert told.overall.computed == content.overall.computed
    assert {gap.key for gap in told.gaps} == {"total", "OIT", "9"}
    assert [(hint.item, hint.value) for hint in told.hints] == [("o2", Decimal("100.00"))]
    text = text_of(render_report(told, CREATED))
    for words in (
        "92.40",
        f"{told.overall.computed:.2f}",
        "+0.50",
        "หากข้อo2ได้๑๐๐คะแนน",
        "ได้ประกาศผลการประเมิน",
    ):
        assert words in text


def test_a_figure_computed_by_the_office_is_not_called_published(text: str) -> None:
    """Nobody reads the office's own sum for the assessor's result."""
    assert "ยังไม่ใช่ผลที่สำนักงานป.ป.ช.ประกาศ" in text
    assert "สำนักงานป.ป.ช.ได้ประกาศ" not in text


def test_the_level_stands_with_each_of_its_conditions(content: ReportContent, text: str) -> None:
    """Every level with what it asks for, the year's own marked in words, and what the next one lacks."""
    reached = [level for level in content.levels if level.reached]
    assert [level.label for level in reached] == [content.overall.level]
    assert all(condition.met for condition in reached[0].conditions)
    assert all(bare(level.label) in text for level in content.levels)
    assert "✓อยู่ในระดับนี้" in text
    assert "ระดับที่สูงขึ้นไปคือ“ผ่านดีเยี่ยม”" in text


def test_the_office_can_write_title_and_recommendations(content: ReportContent) -> None:
    """What is written over the proposal is printed instead; the writing lines go."""
    told = replace(content, title="รายงานของเรา ปี 2568", remarks=("1. ทำต่อไป", "ข้อความ"), digits="arabic")
    text = text_of(render_report(told, CREATED))
    assert "รายงานของเราปี2568" in text
    assert "1.ทำต่อไป" in text
    assert re.search("[๐-๙]", text) is None


def test_an_instrument_of_another_shape_gives_a_report_too(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Sub-questions, other weights, other levels, a checklist without sub-indicators: nothing is presumed."""
    text = (ROOT / "tests" / "instruments" / "invented-2570.json").read_text("utf-8")
    office = empty_office(tmp_path_factory.mktemp("office"), text)
    for tool, part in office.session.instrument.survey_parts():
        answer(office, tool, part.code, 30)
    content = office.papers.content()
    office.close()
    report = text_of(render_report(content, CREATED))
    assert all(bare(line.title) in report for line in content.tools)
    for indicator in content.indicators:
        assert bare(indicator.title) in report
        for answered in indicator.parts:
            for item in answered.items:
                assert all(bare(question.text) in report for question in item.questions)


def test_a_measure_longer_than_a_page_goes_on_in_the_next_row(content: ReportContent) -> None:
    """Nothing of it is lost, and the page is not overrun."""
    steps = "\n".join(f"{number}. ขั้นตอนที่ต้องทำให้แล้วเสร็จตามกำหนด" for number in range(1, 90))
    line = PlanLine("1", "การปฏิบัติหน้าที่", "มาตรการยาว", "ก " * 900, steps, None, None, "ทุกกอง")
    told = replace(content, plan=(line,))
    pdf = render_report(told, CREATED)
    assert pages(pdf) > pages(render_report(replace(content, plan=()), CREATED))
    text = text_of(pdf)
    assert "89.ขั้นตอนที่ต้องทำ" in text
    assert text.count("(ต่อ)") >= 2


def test_a_long_cell_is_cut_without_losing_a_letter() -> None:
    """The pieces join to the whole again, and each fits a row."""
    ruler = Ruler.of("laksaman", ())
    text = "ข้อความที่ยาวมาก มีเว้นวรรค " * 200
    pieces = divided(text, ruler, 30.0)
    assert len(pieces) > 1
    assert bare("".join(pieces)) == bare(text)
    assert all(
        len(ruler.lines(piece, Paragraph("").style.but(size=12.0, first_indent_mm=0), 30.0)) <= TALLEST + 1
        for piece in pieces
    )


def test_the_same_content_on_the_same_day_gives_the_same_bytes(content: ReportContent) -> None:
    """A report can be compared by its checksum."""
    assert render_report(content, CREATED) == render_report(content, CREATED)
