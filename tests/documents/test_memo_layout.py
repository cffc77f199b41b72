"""A memo measured with a ruler: where the regulation's guide wants things, there they are, in millimetres."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from ita_desktop.documents.memo import Emblem, render_memo
from ita_desktop.documents.memo_head import TITLE
from ita_desktop.documents.ruler import Ruler
from ita_desktop.domain.papers import Digits, Memo
from tests.documents.pdf import Span, bare, find, leaders, lines_drawn, pages, spans, text_of

if TYPE_CHECKING:
    from collections.abc import Callable

CREATED = datetime(2025, 3, 24, tzinfo=UTC)
POINT = 25.4 / 72.0
SINGLE = 20.8 * POINT
ABOVE, BELOW = 0.735, 0.265
"""Shares of single spacing above and below the baseline."""
SCALE = 10.64 / 16.0
"""Laksaman's points for one official point."""
OPENING = (
    "ด้วยสำนักงาน ป.ป.ช. ได้ประกาศผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ "
    "ประจำปีงบประมาณ พ.ศ. 2568 แล้ว นั้น กองยุทธศาสตร์และงบประมาณได้วิเคราะห์ผลการประเมินเรียบร้อยแล้ว"
)
MEMO = Memo(
    "กองยุทธศาสตร์และงบประมาณ เทศบาลตำบลตัวอย่าง โทร. 0 0000 0000",
    "ตย 52301/78",
    date(2025, 3, 24),
    "รายงานผลการประเมินคุณธรรมและความโปร่งใส",
    "ปลัดเทศบาลตำบลตัวอย่าง",
    (
        OPENING,
        "จึงขอรายงานสรุปผล ดังนี้",
        "1. แบบวัด IIT ได้ 92.40 คะแนน ข้อที่ควรปรับปรุงคือ ข้อ i10",
        "1.1 ข้อย่อยลงไป",
        "1) ข้อย่อยลงไปอีก",
        "- รายการ",
        "จึงเรียนมาเพื่อโปรดพิจารณา",
    ),
    "นางสาวตัวอย่าง รักงาน",
    "นักวิเคราะห์นโยบายและแผนชำนาญการ",
)
LONG = replace(MEMO, paragraphs=(*MEMO.paragraphs[:-1], *MEMO.paragraphs[:1] * 12, MEMO.paragraphs[-1]))


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the guide: where it is found, how it is measured, what is to come out in millimetres."""

    name: str
    source: str
    measure: Callable[[list[Span]], float]
    expected: float
    within: float = 0.2


def _kho(page: list[Span]) -> float:
    """How far วันที่ stands from the place below ข of the title."""
    title = find(page, "บันทึกข้อความ")
    before = _width("บันทึก", title)
    return find(page, "วันที่").x - title.x - before


def _width(text: str, like: Span) -> float:
    """The width of a text in the face and size of a span, set by itself."""
    assert like.size == pytest.approx(TITLE.size * SCALE, abs=0.05)
    return Ruler.of("laksaman", ()).width(text, TITLE)


def _size(part: str) -> Callable[[list[Span]], float]:
    """The official points in which a text is set."""
    return lambda page: find(page, part).size / SCALE


def _baseline(upper: str, lower: str) -> Callable[[list[Span]], float]:
    """From one text's baseline down to another's."""
    return lambda page: find(page, lower).y - find(page, upper).y


def _x(part: str) -> Callable[[list[Span]], float]:
    """The left edge of a text."""
    return lambda page: find(page, part).x


def _middle(part: str) -> Callable[[list[Span]], float]:
    """The middle of a text."""
    return lambda page: (find(page, part).x + find(page, part).right) / 2


GUIDE = "ita.md 5: typing guide to the regulation of 2526"
HEAD = "ita.md 5: ๓.๒.๑-๓.๒.๒ of the typing guide"
COMMENT = "ita.md 5: comment on the typing guide"
ORDER = "ita.md 5: order seen in a real memo of 2563"
RULES = (
    Rule("left margin 3 cm", GUIDE, _x("เรียน"), 30.0),
    Rule("right margin 2 cm", GUIDE, lambda page: max(span.right for span in page), 190.0),
    Rule("title in the middle of the text", HEAD, _middle("บันทึกข้อความ"), 110.0),
    Rule("title 29 pt", HEAD, _size("บันทึกข้อความ"), 29.0),
    Rule(
        "title on a line of exactly 35 pt, labels 6 pt below it",
        HEAD,
        _baseline("บันทึกข้อความ", "ส่วนราชการ"),
        ((35 - 29 * 1.3) / 2 + 29 * 1.3 * BELOW + 6 + 20 * 1.3 * ABOVE) * POINT,
    ),
    Rule("labels 20 pt", HEAD, _size("ส่วนราชการ"), 20.0),
    Rule("values 16 pt", HEAD, _size("กองยุทธศาสตร์"), 16.0),
    Rule("labels one line of single spacing apart", GUIDE, _baseline("ส่วนราชการ", "เรื่อง"), 2 * 26 * POINT),
    Rule("ที่ and วันที่ on one line", HEAD, _baseline("ตย ๕๒๓๐๑", "วันที่"), 0.0, 0.02),
    Rule("วันที่ begins under ข of the title", COMMENT, _kho, 0.0),
    Rule(
        "the month begins after ม of the title",
        COMMENT,
        lambda page: find(page, "มีนาคม").x - find(page, "บันทึกข้อความ").right,
        0.0,
    ),
    Rule(
        "salutation 6 pt below the head",
        COMMENT,
        _baseline("เรื่อง", "เรียน"),
        (26 * BELOW + 6 + 20.8 * ABOVE) * POINT,
    ),
    Rule("salutation 16 pt", COMMENT, _size("เรียน"), 16.0),
    Rule("first line of a paragraph 2.5 cm in", COMMENT, _x("ด้วยสำนักงาน"), 55.0),
    Rule("paragraph 6 pt below the one before", COMMENT, _baseline("เรียน", "ด้วยสำนักงาน"), SINGLE + 6 * POINT),
    Rule("clause ๑. at the paragraph's indent", ORDER, _x("๑."), 55.0),
    Rule("clause ๑.๑ one step in", ORDER, _x("๑.๑"), 62.5),
    Rule("clause ๑) two steps in", ORDER, _x("๑)"), 70.0),
    Rule("dash three steps in", ORDER, lambda page: next(s.x for s in page if s.text.strip() == "-"), 77.5),
    Rule("clauses on single spacing", GUIDE, _baseline("ข้อย่อยลงไปอีก", "รายการ"), SINGLE),
    Rule("widest line of the signature begins at the page's centre", COMMENT, _x("นักวิเคราะห์"), 105.0),
    Rule(
        "two returns from the body to the line that is signed, the name below it",
        COMMENT,
        _baseline("จึงเรียนมาเพื่อ", "(นางสาว"),
        3 * SINGLE + 6 * POINT,
    ),
)


@pytest.fixture(scope="module")
def page() -> list[Span]:
    """The first page of the memo."""
    return spans(render_memo(MEMO, CREATED))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_memo_keeps_the_rule(rule: Rule, page: list[Span]) -> None:
    """Every measure of the guide holds on the page."""
    assert rule.measure(page) == pytest.approx(rule.expected, abs=rule.within), rule.source


def test_title_and_labels_are_bold_and_values_are_not(page: list[Span]) -> None:
    """Bold marks what is printed on the form, not what is filled in."""
    bold = {span.text.strip() for span in page if "Bold" in span.font}
    assert bold == {"บันทึกข้อความ", "ส่วนราชการ", "ที่", "วันที่", "เรื่อง"}


def test_the_name_is_centred_on_the_position(page: list[Span]) -> None:
    """Name and position share one middle."""
    assert _middle("(นางสาว")(page) == pytest.approx(_middle("นักวิเคราะห์")(page), abs=0.2)


def test_dotted_leaders_end_at_the_right_margin_under_the_words(page: list[Span]) -> None:
    """Each label has its leader just below the baseline; those at the right end under each other."""
    found = leaders(render_memo(MEMO, CREATED))
    assert len(found) == 4
    assert sum(right == pytest.approx(190.0, abs=0.05) for _, right, _ in found) == 3
    baselines = {round(find(page, label).y, 1) for label in ("ส่วนราชการ", "วันที่", "เรื่อง")}
    assert {round(height - 1.0, 1) for _, _, height in found} == baselines


def test_a_long_subject_takes_two_lines_with_two_leaders() -> None:
    """The second line begins at the margin, and all of the subject is there."""
    subject = MEMO.subject + " ประจำปีงบประมาณ พ.ศ. 2568 ของเทศบาลตำบลตัวอย่าง จังหวัดตัวอย่าง สู่การพัฒนาองค์กร"
    pdf = render_memo(replace(MEMO, subject=subject), CREATED)
    assert len(leaders(pdf)) == 5
    label, salutation = find(spans(pdf), "เรื่อง").y, find(spans(pdf), "เรียน").y
    second = [span for span in spans(pdf) if label + 1 < span.y < salutation - 1]
    assert second[0].x == pytest.approx(30.0, abs=0.2)
    assert bare(subject).replace("2568", "๒๕๖๘") in text_of(pdf)


def test_the_emblems_box_is_15_mm_high_at_the_top_left() -> None:
    """The frame is drawn only when wanted; pre-printed paper has its own emblem."""
    framed = lines_drawn(render_memo(MEMO, CREATED, emblem=Emblem(show_frame=True)))
    x, top, _, bottom = framed[0]
    assert [round(x, 1), round(top, 1), round(bottom, 1)] == [30.0, 25.0, 40.0]
    assert len(lines_drawn(render_memo(MEMO, CREATED))) == len(framed) - 1


def test_page_numbers_begin_on_page_two_3_cm_below_the_edge() -> None:
    """`- ๒ -` stands in the middle of the text, and the text begins below it."""
    pdf = render_memo(LONG, CREATED)
    assert pages(pdf) == 2
    assert not [span for span in spans(pdf, 0) if span.text.strip() == "- ๑ -"]
    number, first = spans(pdf, 1)[:2]
    assert number.text.strip() == "- ๒ -"
    assert (number.x + number.right) / 2 == pytest.approx(110.0, abs=0.3)
    assert number.y == pytest.approx(30.0, abs=0.2)
    assert first.y > number.y + SINGLE


def test_nothing_is_printed_in_the_bottom_margin() -> None:
    """The last line stands above the bottom 2 cm on every page."""
    pdf = render_memo(LONG, CREATED)
    assert all(span.y < 277.0 for page in range(pages(pdf)) for span in spans(pdf, page))


@pytest.mark.parametrize("more", range(8, 22))
def test_a_signature_never_stands_alone(more: int) -> None:
    """However long the body is, two lines of it are on the page that is signed."""
    memo = replace(MEMO, paragraphs=MEMO.paragraphs[:1] * more)
    pdf = render_memo(memo, CREATED)
    last = [span for span in spans(pdf, pages(pdf) - 1) if "-" not in span.text]
    body = {round(span.y, 1) for span in last if span.y < find(last, "(นางสาว").y - 1}
    assert len(body) >= 2


def test_figures_are_thai_but_codes_and_addresses_keep_theirs() -> None:
    """o2 would read as ๐๒, and an address with Thai figures leads nowhere."""
    line = "ข้อ o2 ได้ 50 คะแนน ดู https://www.tambon-tuayang.go.th/ita/2568"
    pdf = render_memo(replace(MEMO, paragraphs=(line,)), CREATED)
    assert "ข้อo2ได้๕๐คะแนน" in text_of(pdf)
    assert "https://www.tambon-tuayang.go.th/ita/2568" in text_of(pdf)
    arabic = render_memo(replace(MEMO, paragraphs=(line,), digits=Digits.ARABIC), CREATED)
    assert "ได้50คะแนน" in text_of(arabic)


def test_the_memos_text_comes_back_exactly() -> None:
    """Head, body and signature read from the PDF are what was written, in order."""
    pdf = render_memo(replace(LONG, digits=Digits.ARABIC), CREATED)
    expected = [
        "บันทึกข้อความ", "ส่วนราชการ", LONG.department, "ที่", LONG.number, "วันที่", "24 มีนาคม 2568",
        "เรื่อง", LONG.subject, "เรียน", LONG.addressee, *LONG.paragraphs,
        f"({LONG.signer_name})", LONG.signer_position,
    ]  # fmt: skip
    assert text_of(pdf) == bare("".join(expected))


def test_what_is_not_filled_in_leaves_an_empty_leader() -> None:
    """A memo without number, date and signer still has its form, for they are written by hand."""
    empty = replace(MEMO, number="", day=None, signer_name="", signer_position="")
    pdf = render_memo(empty, CREATED)
    assert len(leaders(pdf)) == 4
    assert text_of(pdf).endswith("จึงเรียนมาเพื่อโปรดพิจารณา")


def test_the_same_memo_gives_the_same_bytes() -> None:
    """Printing twice makes no difference that a checksum sees; another day does."""
    assert render_memo(MEMO, CREATED) == render_memo(MEMO, CREATED)
    assert render_memo(MEMO, CREATED) != render_memo(MEMO, datetime(2025, 3, 25, tzinfo=UTC))


@pytest.mark.parametrize("family", ["laksaman", "sarabun"])
def test_both_families_set_the_same_text(family: str) -> None:
    """The family changes the letters' look and nothing that is read."""
    assert text_of(render_memo(MEMO, CREATED, family=family)) == text_of(render_memo(MEMO, CREATED))
