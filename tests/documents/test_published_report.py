"""A city's published 2568 figures, keyed from counts: the report prints what that city's report printed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from ita_desktop.documents.report import render_report
from ita_desktop.domain.answers import CHOICE_SYMBOLS, Mark
from ita_desktop.domain.batches import Batch, Questionnaire
from ita_desktop.domain.checklist import CheckEntry
from ita_desktop.domain.contradictions import Contradiction
from ita_desktop.models import questionnaire_store
from tests.documents.pdf import bare, text_of
from tests.documents.sample import empty_office
from tests.helpers.offices import rangsit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_desktop.domain.answers import PartTally
    from ita_desktop.domain.instrument import Question, Tool
    from ita_desktop.domain.report import ChoiceShare, ReportContent
    from ita_desktop.services.workspace import Workspace

PUBLISHED = {
    "total": "99.70",
    "IIT": "99.93",
    "EIT1": "99.82",
    "EIT2": "100.00",
    "OIT": "99.38",
    "9": "98.75",
}
AGES = (0, 32, 45, 70, 38, 3)


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ReportContent]:
    """The year with o2 as it was printed, and the figures that were published."""
    office = empty_office(tmp_path_factory.mktemp("office"))
    tallies, results = rangsit(office.session.instrument, 50)
    for tool, part in office.session.instrument.survey_parts():
        key(office, tool, tallies[part.code])
    for code, result in results.items():
        office.checklist.save(CheckEntry(code, result))
    for name, figure in PUBLISHED.items():
        office.results.put_published(2568, name, Decimal(figure))
    office.results.put_published(2567, "total", Decimal("98.25"))
    yield office.papers.content()
    office.close()


def key(office: Workspace, tool: Tool, tally: PartTally) -> None:
    """Key forms that count up to a tally; the respondents' ages are those of the published table."""
    columns = [column(question, tally) for question in tool.form]
    lines = ["".join(symbols) for symbols in zip(*columns, strict=True)]
    with office.session.drafting() as transaction:
        batch = questionnaire_store.add_batch(transaction, office.year, Batch(tally.part, 1))
        forms = [Questionnaire(batch, serial, line) for serial, line in enumerate(lines, 1)]
        questionnaire_store.add(transaction, office.year, tally.part, forms)


def column(question: Question, tally: PartTally) -> str:
    """The answers to one question, one symbol a form."""
    known = tally.questions.get(question.code)
    counts = known.counts if known is not None else AGES if question.code == "age" else ()
    symbols = "".join(CHOICE_SYMBOLS[place] * count for place, count in enumerate(counts))
    return symbols[: tally.respondents].ljust(tally.respondents, Mark.BLANK.value)


def shares(content: ReportContent, part: str, code: str) -> tuple[ChoiceShare, ...]:
    """How the answers to an item are spread in one part."""
    found = [
        question.choices
        for indicator in content.indicators
        for answered in indicator.parts
        if answered.code == part
        for item in answered.items
        for question in item.questions
        if question.code == code
    ]
    return found[0]


@pytest.mark.parametrize(
    ("part", "code", "percents"),
    [
        ("IIT", "i2", ["99.47", "0.00", "0.00", "0.00", "0.00", "0.53"]),
        ("IIT", "i9", ["99.47", "0.53"]),
        ("EIT1", "e1", ["0.18", "0.00", "0.00", "0.00", "0.00", "99.82"]),
        ("EIT1", "e2", ["0.18", "0.00", "0.00", "0.00", "0.18", "99.64"]),
        ("EIT1", "e3", ["99.82", "0.18"]),
    ],
)
def test_item_tables_are_the_published_ones(
    content: ReportContent, part: str, code: str, percents: list[str]
) -> None:
    """Every share of the published tables, in the order of the form."""
    assert [f"{choice.percent}" for choice in shares(content, part, code)] == percents


def test_the_profile_is_the_published_one_but_for_what_could_name_somebody(content: ReportContent) -> None:
    """Shares by largest remainder; three people over sixty, and one group more, are not shown."""
    iit = next(part for part in content.profiles if part.code == "IIT")
    ages = next(table for table in iit.tables if table.title == "อายุ")
    shown = [(cell.count, f"{cell.percent}") for cell in ages.cells if cell.count is not None]
    assert shown == [(0, "0.00"), (45, "23.94"), (70, "37.23"), (38, "20.21")]
    assert sum(cell.count is None for cell in ages.cells) == 2


def test_published_and_computed_stand_beside_each_other(content: ReportContent) -> None:
    """With o2 as printed the total is 99.45; o2 = 75 is what would explain the published 99.70."""
    assert (content.overall.published, content.overall.computed) == (Decimal("99.70"), Decimal("99.45"))
    assert content.overall.level == "ผ่านดีเยี่ยม"
    assert [(hint.item, hint.present, hint.value) for hint in content.hints] == [
        ("o2", Decimal("50.00"), Decimal("75.00"))
    ]
    text = text_of(render_report(content, datetime(2026, 1, 5, tzinfo=UTC)))
    for words in (
        "ได้คะแนนรวม๙๙.๗๐คะแนนระดับผลการประเมิน“ผ่านดีเยี่ยม”สูงกว่าค่าเป้าหมาย๘๕คะแนนอยู่๑๔.๗๐คะแนน",
        "ซึ่งได้๙๘.๒๕คะแนนคะแนนรวมเพิ่มขึ้น๑.๔๕คะแนน",
        "คะแนนรวม99.7099.45+0.25",
        "หากข้อo2ได้๗๕คะแนนแทน๕๐คะแนน",
    ):
        assert words in text


def test_the_report_says_how_sure_the_scores_are(content: ReportContent) -> None:
    """The interval of every survey score, who came, and that a checklist is no sample."""
    lines = {line.key: line for line in content.sure}
    assert list(lines) == ["total", "IIT", "EIT", "EIT1", "EIT2", "OIT"]
    assert (lines["IIT"].forms, lines["EIT1"].forms) == (188, 560)
    assert lines["IIT"].low is not None
    assert lines["IIT"].low < Decimal("99.93") <= (lines["IIT"].high or Decimal(0))
    text = text_of(render_report(content, datetime(2026, 1, 5, tzinfo=UTC)))
    assert "ความเชื่อมั่นของคะแนน" in text
    assert "ผลตรวจไม่ใช่การสุ่ม" in text


def test_what_explains_the_figures_and_what_contradicts_is_in_the_report(content: ReportContent) -> None:
    """O2 at 75 explains all that results can; figures that cannot all be true are named."""
    tools = ("IIT", "EIT", "OIT")
    found = Contradiction("total", Decimal("91.87"), Decimal("92.69"), Decimal("92.70"), tools)
    torn = replace(content, unexplained=("6",), contradictions=(found,))
    text = text_of(render_report(torn, datetime(2026, 1, 5, tzinfo=UTC)))
    assert bare("ยกเว้น ๖ ซึ่งเป็นคะแนนจากแบบสอบถาม") in text
    assert bare("คะแนนรวม ประกาศ ๙๑.๘๗ คะแนน แต่ IIT EIT และ OIT") in text
