"""Every form measured with a ruler, in millimetres, against its rules and their sources."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import pytest

from ita_desktop.documents.paperwork.kinds import MAKERS
from ita_desktop.documents.paperwork.writing import paragraph
from ita_desktop.domain.paperwork.papers import Form
from ita_desktop.domain.paperwork.richtext import Document, Section
from tests.documents.paperwork.papers import FACTS, set_paper
from tests.documents.pdf import Span, find, lines_drawn, pages, spans

if TYPE_CHECKING:
    from collections.abc import Callable

POINT = 25.4 / 72.0
SINGLE = 20.8 * POINT
ABOVE = 0.735 * SINGLE
"""From the top of a line of 16 pt to its baseline."""
SCALE = 10.64 / 16.0

GUIDE = "ita.md 5: typing guide to the regulation of 2526"
CREST = "ita.md 5: emblem of external letters 3 cm high, centred"
COMMENT = "ita.md 5: comment on the typing guide"
FORM = "order of parts of the regulation's form; place as typed in real papers, in no source that we have"
MARKS = "ita.md 5: secrecy in red, centred top and bottom"


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: the kind it is measured on, where it is from, how it is measured, what is to come out."""

    kind: str
    name: str
    source: str
    measure: Callable[[list[Span]], float]
    expected: float
    within: float = 0.25


def _x(part: str) -> Callable[[list[Span]], float]:
    return lambda page: find(page, part).x


def _y(part: str) -> Callable[[list[Span]], float]:
    return lambda page: find(page, part).y


def _below(upper: str, lower: str) -> Callable[[list[Span]], float]:
    return lambda page: find(page, lower).y - find(page, upper).y


def _middle(part: str) -> Callable[[list[Span]], float]:
    return lambda page: (find(page, part).x + find(page, part).right) / 2


def _size(part: str) -> Callable[[list[Span]], float]:
    return lambda page: find(page, part).size / SCALE


def _right(page: list[Span]) -> float:
    return max(span.right for span in page)


EMBLEM_FOOT = 25.0 + 30.0 + ABOVE
RIGHT_FOOT = 105.0 + 30.0 * 163 / 177 / 2
RULES = (
    Rule("memo-free", "label of the addressee at the left margin", GUIDE, _x("เรียน"), 30.0),
    Rule("memo-free", "body 16 pt", GUIDE, _size("ด้วย"), 16.0),
    Rule("memo-free", "first line 2.5 cm in", COMMENT, _x("ด้วย"), 55.0),
    Rule("memo-free", "signature begins at the centre line", COMMENT, _x("นักวิเคราะห์"), 105.0),
    Rule("letter", "number at the emblem's foot", CREST, _y("ตย ๕๒๓๐๑"), EMBLEM_FOOT),
    Rule("letter", "number at the left margin", FORM, _x("ที่"), 30.0),
    Rule("letter", "office on the number's line", FORM, _below("ตย ๕๒๓๐๑", "เทศบาลตำบลตัวอย่าง"), 0.0),
    Rule("letter", "day at the emblem's right foot", FORM, _x("๒๔"), RIGHT_FOOT),
    Rule("letter", "subject 6 pt below the day", COMMENT, _below("๒๔", "เรื่อง"), SINGLE + 6 * POINT),
    Rule("letter", "addressee 6 pt below the subject", COMMENT, _below("เรื่อง", "เรียน"), SINGLE + 6 * POINT),
    Rule("letter", "enclosures under each other", FORM, _below("๑.", "๒."), SINGLE),
    Rule("letter", "first line 2.5 cm in", COMMENT, _x("ด้วยเทศบาล"), 55.0),
    Rule("letter", "closing 12 pt below the text", FORM, _below("จึงเรียน", "ขอแสดง"), SINGLE + 12 * POINT),
    Rule(
        "letter", "four returns to sign in", "ita.md 5: usual", _below("ขอแสดง", "(นางสาว"), 5 * SINGLE
    ),
    Rule("letter", "closing centred on the name", FORM,
         lambda page: _middle("ขอแสดง")(page) - _middle("(นางสาว")(page), 0.0),
    Rule("order-committee", "title below the emblem", CREST, _y("คำสั่ง"), EMBLEM_FOOT),
    Rule("order-committee", "title in the middle", FORM, _middle("คำสั่ง"), 110.0),
    Rule("order-committee", "number below the title", FORM, _below("คำสั่ง", "๗๘"), SINGLE),
    Rule("order-committee", "subject below the number", FORM, _below("๗๘", "เรื่อง"), SINGLE),
    Rule("announce-no-gift", "title below the emblem", CREST, _y("ประกาศ"), EMBLEM_FOOT),
    Rule("announce-no-gift", "day indented 5 cm", COMMENT, _x("ณ วันที่") , 80.0, 12.0),
    Rule("announce-no-gift", "signature begins at the centre line", COMMENT, _x("นักวิเคราะห์"), 105.0),
    Rule("minutes", "title at the upper margin", GUIDE, _y("รายงานการประชุม"), 25.0 + ABOVE),
    Rule("minutes", "title in the middle", FORM, _middle("รายงานการประชุม"), 110.0),
    Rule("minutes", "attendance at the left margin", FORM, _x("ผู้มาประชุม"), 30.0),
    Rule("minutes", "names one step in", FORM, _x("๑."), 37.5),
    Rule("measures-paper", "title in the middle", FORM, _middle("มาตรการส่งเสริม"), 110.0),
    Rule("measures-paper", "title 20 pt", FORM, _size("มาตรการส่งเสริม"), 20.0),
    Rule("study-visit", "cover's title 27 pt", FORM, _size("รายงานสรุป"), 27.0),
)  # fmt: skip


@cache
def first_page(kind: str) -> list[Span]:
    """The first page of a kind, filled; short texts in one block for the signature to be seen on it."""
    text = Document((Section((paragraph("ด้วยเทศบาล" * 3), paragraph("จึงเรียนมาเพื่อโปรดทราบ"))),))
    short = kind in ("memo-free", "letter")
    return spans(set_paper(kind, text if short else None).pdf)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.kind}: {rule.name}")
def test_the_form_keeps_the_rule(rule: Rule) -> None:
    """Every measure holds on the page."""
    assert rule.measure(first_page(rule.kind)) == pytest.approx(rule.expected, abs=rule.within), rule.source


@pytest.mark.parametrize("kind", list(MAKERS))
def test_every_kind_keeps_its_margins(kind: str) -> None:
    """Left 3 cm, right 2 cm, bottom 2 cm: nothing stands outside, on any page."""
    made = set_paper(kind)
    for number in range(made.pages):
        found = spans(made.pdf, number)
        if not found:  # a chapter without data may leave its page to the next one
            continue
        assert min(span.x for span in found) >= 30.0 - 0.1
        assert _right(found) <= 190.0 + 0.4
        assert max(span.y for span in found) <= 277.0 + 0.1


@pytest.mark.parametrize(
    "kind", [code for code, made in MAKERS.items() if made.kind.form not in (Form.BOOK, Form.PLAIN)]
)
def test_page_two_is_numbered_3_cm_below_the_edge(kind: str) -> None:
    """`- ๒ -` in the middle of the text, which begins below it; the first page has none."""
    long = Document((Section(tuple(paragraph("ข้อความยาวของเอกสารราชการ " * 12) for _ in range(14))),))
    made = set_paper(kind, long)
    assert made.pages >= 2
    second = spans(made.pdf, 1)
    number = find(second, "- ๒ -")
    assert number.y == pytest.approx(30.0, abs=0.1)
    assert (number.x + number.right) / 2 == pytest.approx(110.0, abs=0.3)
    assert min(span.y for span in second if span is not number) > 37.0
    assert not [span for span in spans(made.pdf) if "- ๑ -" in span.text]


def test_nobody_signs_an_empty_sheet() -> None:
    """Wherever the text ends, at least two of its lines stand with the signature."""
    for count in range(24, 34):
        text = Document((Section(tuple(paragraph(f"บรรทัดที่ {number}") for number in range(count))),))
        made = set_paper("order", text)
        last = spans(made.pdf, pages(made.pdf) - 1)
        name = find(last, "(นางสาว")
        assert [span for span in last if "บรรทัดที่" in span.text and span.y < name.y], count


def test_secrecy_stands_above_and_below_in_red_urgency_on_the_first_page() -> None:
    """On every page, in the middle, 32 pt; urgency once."""
    long = Document((Section(tuple(paragraph("ข้อความ " * 40) for _ in range(14))),))
    made = set_paper("letter", long, {"secrecy": "ลับ", "urgency": "ด่วนที่สุด"})
    for number in range(made.pages):
        found = [span for span in spans(made.pdf, number) if span.text.strip() == "ลับ"]
        assert [round(span.size / SCALE) for span in found] == [32, 32], MARKS
        assert all((span.x + span.right) / 2 == pytest.approx(105.0, abs=0.3) for span in found)
        assert found[0].y < 25.0
        assert found[1].y > 277.0
    assert [any("ด่วนที่สุด" in span.text for span in spans(made.pdf, n)) for n in range(2)] == [True, False]


def test_the_emblem_of_a_letter_is_3_cm_high_in_the_middle() -> None:
    """The office's own picture keeps its proportions."""
    import io
    from dataclasses import replace

    import pymupdf
    from PIL import Image

    from ita_desktop.documents.paperwork.setting import PaperSetter
    from tests.documents.paperwork.papers import sheets

    packed = io.BytesIO()
    Image.new("RGB", (163, 177), (0, 0, 0)).save(packed, "PNG")
    facts = replace(FACTS, emblem=packed.getvalue())
    pdf = PaperSetter().set(sheets("letter"), facts, lambda _sha: None).pdf
    with pymupdf.open(stream=pdf) as document:
        box = document[0].get_image_info()[0]["bbox"]
    left, top, right, bottom = (edge * 25.4 / 72 for edge in box)
    assert [round(top, 1), round(bottom, 1)] == [25.0, 55.0], CREST
    assert (left + right) / 2 == pytest.approx(105.0, abs=0.1)


def test_a_short_rule_ends_the_title_of_orders() -> None:
    """45 mm in the middle, below the title."""
    x1, _, x2, _ = lines_drawn(set_paper("order").pdf)[0]
    assert x2 - x1 == pytest.approx(45.0, abs=0.3)
    assert (x1 + x2) / 2 == pytest.approx(110.0, abs=0.3)
