"""Charts say what the numbers say: measured in the PDF, with words where colour is not."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import pymupdf
import pytest

from ita_desktop.documents.chart import Chart
from ita_desktop.documents.figures import NO_DATA
from ita_desktop.documents.ruler import Ruler
from ita_desktop.documents.typeset import DocumentInfo, Drawing, render
from ita_desktop.domain.charts.bars import Bar
from ita_desktop.domain.charts.shapes import Fill, ladder
from ita_desktop.domain.charts.years import YearBar, merged_bands
from ita_desktop.domain.numbers import percentages
from ita_desktop.domain.papers import Digits
from ita_desktop.domain.report import ChoiceShare, QuestionResult
from tests.documents.pdf import bare, text_of

TARGET = Decimal(85)
BANDS = [("ดีเยี่ยม", Decimal(95)), ("ดี", Decimal(85)), ("ผ่าน", Decimal(85)), ("ปรับปรุง", Decimal(0))]


@pytest.fixture(scope="module")
def chart() -> Chart:
    """A chart maker with Arabic figures."""
    return Chart(Ruler.of("laksaman", ()), Digits.ARABIC)


def drawn(drawing: Drawing) -> bytes:
    """The drawing on a page."""
    return render([drawing], info=DocumentInfo("แผนภูมิ", datetime(2025, 1, 1, tzinfo=UTC)))


def outlined(pdf: bytes, least_height: float = 6.0) -> list[pymupdf.Rect]:
    """The outlined rectangles of a page, in points, as they were drawn."""
    with pymupdf.open(stream=pdf) as document:
        found = [drawing for drawing in document[0].get_drawings() if drawing["type"] == "s"]
    boxes = [each["rect"] for each in found if each["items"][0][0] == "re"]
    return [box for box in boxes if box.height > least_height]


def test_bars_are_as_long_as_their_scores(chart: Chart) -> None:
    """A bar of 50 is half a bar of 100; each carries its figure."""
    bars = [Bar("หนึ่ง", Decimal("100.00")), Bar("สอง", Decimal("50.00")), Bar("สาม", Decimal("84.99"))]
    pdf = drawn(chart.indicator_bars(bars, TARGET, "แผนภูมิ", ""))
    full, half, third = (box.width for box in outlined(pdf))
    assert half / full == pytest.approx(0.5, abs=0.005)
    assert third / full == pytest.approx(0.8499, abs=0.005)
    for figure in ("100.00", "50.00", "84.99", "เป้าหมาย85"):
        assert figure in text_of(pdf)


def test_an_indicator_without_data_has_words_instead_of_a_bar(chart: Chart) -> None:
    """No data is not a bar of no length."""
    pdf = drawn(chart.indicator_bars([Bar("หนึ่ง", None)], TARGET, "แผนภูมิ", ""))
    assert outlined(pdf) == []
    assert NO_DATA in text_of(pdf)
    assert "0.00" not in text_of(pdf)


def test_years_stand_side_by_side_with_figure_level_and_bands(chart: Chart) -> None:
    """Heights follow the totals; the levels' names stand beside their bands."""
    years = [
        YearBar(2566, Decimal("50.00"), "ปรับปรุง"),
        YearBar(2567, None, ""),
        YearBar(2568, Decimal("100.00"), "ดีเยี่ยม"),
    ]
    pdf = drawn(chart.year_bars(years, BANDS, "แผนภูมิ", ""))
    low, high = outlined(pdf)
    assert low.height / high.height == pytest.approx(0.5, abs=0.005)
    for words in ("2566", "2567", "2568", "50.00", "100.00", NO_DATA, "ดีเยี่ยม(95ขึ้นไป)", "ผ่าน"):
        assert words in text_of(pdf)


def test_levels_that_begin_at_one_score_share_a_line() -> None:
    """Two labels on one line would overprint each other."""
    assert merged_bands(BANDS) == (
        ("ปรับปรุง", Decimal(0)), ("ดี / ผ่าน", Decimal(85)), ("ดีเยี่ยม", Decimal(95)),
    )  # fmt: skip


def question(code: str, scores: tuple[int, ...], counts: tuple[int, ...]) -> QuestionResult:
    """A question's answers."""
    shares = percentages(counts)
    choices = (
        ChoiceShare("ตัวเลือก", Decimal(score), count, share)
        for score, count, share in zip(scores, counts, shares, strict=True)
    )
    return QuestionResult(code, "คำถาม", None, tuple(choices), sum(counts), 0, 0, 0)


def test_a_spread_fills_the_bar_and_stands_in_the_order_of_the_scores(chart: Chart) -> None:
    """A question worded the other way round looks the same: what is bad stands left."""
    plain, turned = question("i1", (0, 50, 100), (1, 3, 4)), question("i2", (100, 50, 0), (4, 3, 1))
    boxes = [box for box in outlined(drawn(chart.spread([plain, turned], "การกระจาย"))) if box.height > 14]
    first, second = boxes[:3], boxes[3:]
    assert [round(box.width, 1) for box in first] == [round(box.width, 1) for box in second]
    total = sum(box.width for box in first)
    assert [box.width / total for box in first] == pytest.approx([0.125, 0.375, 0.5], abs=0.005)


def test_a_question_that_nobody_answered_says_so(chart: Chart) -> None:
    """Its row is there, with words."""
    silent = QuestionResult("i4", "คำถาม", None, (), 0, 3, 0, 0)
    text = text_of(drawn(chart.spread([silent], "การกระจาย")))
    assert "i4" in text
    assert NO_DATA in text


@pytest.mark.parametrize("steps", range(1, 12))
def test_fills_go_from_black_to_white(steps: int) -> None:
    """However many levels a scale has, the best is white and the worst, if there are two, black."""
    fills = ladder(steps)
    assert len(fills) == steps
    assert fills[-1] is Fill.WHITE
    assert steps == 1 or fills[0] is Fill.BLACK
    assert steps > 6 or len(set(fills)) == steps


def test_figures_of_charts_follow_the_paper() -> None:
    """A paper in Thai figures has them in its charts too."""
    thai = Chart(Ruler.of("laksaman", ()), Digits.THAI)
    text = text_of(drawn(thai.indicator_bars([Bar("หนึ่ง", Decimal("92.40"))], TARGET, "", "")))
    assert bare("๙๒.๔๐") in text
