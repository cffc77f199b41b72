"""An instrument file is read exactly as it is written, whatever its shape."""

from __future__ import annotations

import json
import unicodedata
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from ita_desktop.domain.instrument import Choice, Part, ProfilePlace, ToolKind
from ita_desktop.domain.instrument_file import parse
from tests.instruments.edit import SHIPPED, changed, text_from, text_of, tree_of

if TYPE_CHECKING:
    from ita_desktop.domain.instrument import Instrument

INVENTED = parse(text_of(2570))
STAFF, PUBLIC, WEB = INVENTED.tools


def labels_of(instrument: Instrument) -> list[str]:
    """Return every word of a file that a person sees."""
    texts = [instrument.title, *instrument.sources, *instrument.unconfirmed, *instrument.findings_headings]
    for tool in instrument.tools:
        texts += [tool.title, tool.incomplete, *(part.title for part in tool.parts)]
        texts += [indicator.title for indicator in tool.indicators]
        for item in tool.items:
            texts += [item.text, item.note, item.guidance, *item.components]
        for question in tool.form:
            texts += [question.text, *(choice.label for choice in question.choices)]
    return texts


def test_a_year_of_another_shape_is_read_whole() -> None:
    """Other codes, weights, parts, levels and places: nothing of 2568 is built into the reader."""
    assert [(tool.code, tool.kind, tool.weight) for tool in INVENTED.tools] == [
        ("STAFF", ToolKind.SURVEY, Fraction("27.5")),
        ("PUBLIC", ToolKind.SURVEY, Fraction("32.5")),
        ("WEB", ToolKind.CHECKLIST, Fraction(40)),
    ]
    assert {part.code: part.weight for part in PUBLIC.parts} == {"PUB1": 50, "PUB2": 30, "PUB3": 20}
    assert PUBLIC.parts[2].collected_by == "อาสาสมัคร"
    assert STAFF.profile_place is ProfilePlace.AFTER
    assert [question.code for question in STAFF.form] == [
        "s1",
        "s2a",
        "s2b",
        "s2c",
        "s3",
        "s4",
        "age",
        "team",
    ]
    assert not WEB.by_sub_indicator
    assert [step.score for step in WEB.steps] == [0, 25, 50, 75, 100]
    assert [item.code for item in WEB.indicators[1].direct_items] == ["w5", "w6"]
    assert [band.label for band in INVENTED.grade_rule.bands] == ["ดาวเพชร", "ดาวทอง", "ดาวเงิน", "ยังไม่ได้ดาว"]
    assert not INVENTED.grade_rule.compare_rounded
    assert INVENTED.sample_rules[0].maximum is None
    assert INVENTED.roster.cut_off == "2027-01-01"
    assert (INVENTED.fiscal_year, INVENTED.revision) == (2570, 3)
    assert INVENTED.target == 75


def test_fractions_of_a_file_are_exact() -> None:
    """33.3 is 333/10, which no binary float is; as a text and as a number it is the same."""
    exact = Fraction(333, 10)
    assert STAFF.questions[0].choices[1] == Choice("เล็กน้อย", exact)
    bare = text_of(2570).replace('"33.3"', "33.3").replace('"27.5"', "2.75e1")
    assert '"33.3"' not in bare
    assert parse(bare) == INVENTED


def test_sub_questions_share_the_choices_of_their_item_or_have_their_own() -> None:
    """S2 is reversed, but its third sub-question is not."""
    first, _, third = INVENTED.item("s2").questions
    assert first.choices[0].score == 100
    assert third.choices[0].score == 0


def test_choices_written_in_place_are_those_of_the_item_alone() -> None:
    """An item need not name a scale."""
    assert INVENTED.item("s4").questions[0].choices == (
        Choice("ขาด", Fraction(0)),
        Choice("พอ", Fraction(100)),
        Choice("เหลือ", Fraction(60)),
    )


def test_a_tool_without_parts_is_its_own_part() -> None:
    """So that everything that is keyed belongs to a part."""
    assert STAFF.parts == (Part("STAFF", STAFF.title, Fraction(100)),)


def test_a_single_part_may_be_named_like_its_tool_or_not() -> None:
    """Only of several parts none may take the tool's name, for results are looked up by it."""
    for code in ("STAFF", "STAFF1"):
        part = {"code": code, "title": "ส่วนเดียว", "weight": 100}
        tree = changed(tree_of(2570), "tools[0].parts", [part])
        tree = changed(tree, "sample_rules[0].part", code)
        tree = changed(tree, "grade_rules[0].bands[0].each_of[0]", code)
        assert [part.code for part in parse(text_from(tree)).tools[0].parts] == [code]


@pytest.mark.parametrize("year", [2564, 2568, 2570])
def test_a_file_saved_with_a_byte_order_mark_and_windows_lines_reads_the_same(year: int) -> None:
    """Notepad saves so, and a person at headquarters may use it."""
    text = text_of(year)
    assert parse("\ufeff" + text.replace("\n", "\r\n")) == parse(text)


@pytest.mark.parametrize("year", [2564, 2568])
def test_what_is_left_out_takes_its_default(year: int) -> None:
    """The optional keys may all be absent."""
    tree = tree_of(year)
    for key in (
        "$schema", "revision", "sample_rules", "roster", "calendar", "findings_headings", "successors",
    ):  # fmt: skip
        tree.pop(key, None)
    bare = parse(text_from(tree))
    assert (bare.revision, bare.sample_rules, bare.calendar, bare.successors) == (1, (), (), ())
    assert bare.roster.minimum_service_years == 1
    assert bare.tools == parse(text_of(year)).tools


def test_shipped_files_are_named_by_their_year_and_written_plainly() -> None:
    """`2568.json` is 2568; UTF-8 and Unix lines, so that two files differ only in what they mean."""
    paths = sorted(path for path in SHIPPED.glob("*.json") if path.stem.isdigit())
    assert {path.stem for path in paths} >= {"2564", "2568"}
    for path in paths:
        data = path.read_bytes()
        text = data.decode("utf-8")
        assert str(parse(text).fiscal_year) == path.stem
        assert b"\r" not in data
        assert text.endswith("}\n")
        assert unicodedata.is_normalized("NFC", text)


@pytest.mark.parametrize("year", [2564, 2568, 2570])
def test_words_of_a_file_are_typed_as_thai_is_typed(year: int) -> None:
    """Sara am in one letter, no doubled vowel or tone, no zero-width marks: search finds what is printed."""
    for text in labels_of(parse(text_of(year))):
        assert "ํา" not in text, text
        assert "เเ" not in text, text
        assert not any(unicodedata.category(char) == "Cf" for char in text), text
        assert "  " not in text, text
        tones = [first + second for first, second in pairwise(text) if first == second]
        assert not {pair[0] for pair in tones} & set("่้๊๋ิีึืุูั์"), text


def test_the_shipped_files_repeat_no_scale() -> None:
    """A set of choices used twice is named once."""
    for year in (2564, 2568):
        scales = [json.dumps(scale, ensure_ascii=False) for scale in tree_of(year)["scales"].values()]
        assert len(set(scales)) == len(scales)
