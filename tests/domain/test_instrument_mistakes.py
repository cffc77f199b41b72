"""Every kind of mistake in an instrument file is found, and named with its place."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from ita_desktop.domain.instrument_file import MistakeKind, parse
from ita_desktop.domain.instrument_json import MOST_CHARACTERS
from ita_desktop.domain.instrument_mistakes import MOST_MISTAKES
from ita_desktop.domain.problems import InstrumentInvalid, InstrumentMistake
from tests.instruments.edit import REMOVED, changed, mistakes_in, text_from, text_of, tree_of

K = MistakeKind
STAFF, PUBLIC, WEB = "tools[0]", "tools[1]", "tools[2]"
S1 = f"{STAFF}.indicators[0].items[0]"
S2 = f"{STAFF}.indicators[0].items[1]"
FOUR = "scales.four"
BANDS = "grade_rules[0].bands"


@dataclass(frozen=True)
class Spoilt:
    """One value put where it does not belong, and the mistake that it must give."""

    kind: MistakeKind
    place: str
    value: object
    at: str = ""
    detail: str = ""

    def __str__(self) -> str:
        """Name the case in the test report."""
        return f"{self.kind.value} {self.place}"


SPOILT = [
    Spoilt(K.UNKNOWN_FORMAT, "format", 2, detail="1"),
    Spoilt(K.MISSING, "fiscal_year", REMOVED),
    Spoilt(K.MISSING, "format", REMOVED),
    Spoilt(K.MISSING, f"{S1}.scale", REMOVED),
    Spoilt(K.MISSING, f"{S2}.questions[0].code", REMOVED),
    Spoilt(K.MISSING, f"{S2}.scale", REMOVED, at=f"{S2}.questions[0].scale"),
    Spoilt(K.MISSING, f"{WEB}.steps", REMOVED),
    Spoilt(K.MISSING, f"{WEB}.indicators[1].items", REMOVED),
    Spoilt(K.MISSING, f"{BANDS}[0].each_of", REMOVED),
    Spoilt(K.MISSING, f"{BANDS}[0].each_at_least", REMOVED),
    Spoilt(K.UNKNOWN_KEY, "colour", "แดง"),
    Spoilt(K.UNKNOWN_KEY, f"{STAFF}.steps", []),
    Spoilt(K.UNKNOWN_KEY, f"{WEB}.profile", []),
    Spoilt(K.UNKNOWN_KEY, f"{WEB}.parts", []),
    Spoilt(
        K.CLASH,
        f"{S1}.choices",
        [{"label": "ก", "score": 0}, {"label": "ข", "score": 1}],
        S1,
        "scale, choices",
    ),
    Spoilt(K.WRONG_TYPE, "tools", {}, detail="list"),
    Spoilt(K.WRONG_TYPE, "title", 7, detail="text"),
    Spoilt(K.WRONG_TYPE, "roster", [], detail="object"),
    Spoilt(K.WRONG_TYPE, f"{WEB}.by_sub_indicator", "yes", detail="true-or-false"),
    Spoilt(K.WRONG_TYPE, f"{STAFF}.weight", None, detail="number"),
    Spoilt(K.WRONG_TYPE, f"{STAFF}.code", 1, detail="text"),
    Spoilt(K.WRONG_TYPE, "fiscal_year", "2570", detail="number"),
    Spoilt(K.EMPTY_TEXT, "title", ""),
    Spoilt(K.EMPTY_TEXT, f"{S2}.note", "  "),
    Spoilt(K.TOO_LONG, "title", "ก" * 4001, detail="4000"),
    Spoilt(K.OUTER_SPACE, f"{FOUR}[0].label", "ไม่เลย "),
    Spoilt(K.BAD_CHARACTER, "title", "เสียง\u0007", detail="U+0007"),
    Spoilt(K.BAD_CHARACTER, "sources[0]", "สอง\nบรรทัด", detail="U+000A"),
    Spoilt(K.BAD_CODE, f"{S1}.code", "s 1", detail="s 1"),
    Spoilt(K.BAD_CODE, f"{S1}.code", "ส1", detail="ส1"),
    Spoilt(K.BAD_CODE, f"{S1}.code", "s" * 17, detail="s" * 17),
    Spoilt(
        K.BAD_CODE, "scales.four!", [{"label": "ก", "score": 0}, {"label": "ข", "score": 1}], detail="four!"
    ),
    Spoilt(K.BAD_CODE, "successors.โอ1", "w1", detail="โอ1"),
    Spoilt(K.BAD_NUMBER, f"{STAFF}.weight", "๓๐", detail="๓๐"),
    Spoilt(K.BAD_NUMBER, f"{FOUR}[1].score", "1/3", detail="1/3"),
    Spoilt(K.BAD_NUMBER, "target", float("nan"), detail="NaN"),
    Spoilt(K.BAD_NUMBER, "target", float("inf"), detail="Infinity"),
    Spoilt(K.NOT_WHOLE, "revision", 1.5, detail="3/2"),
    Spoilt(K.OUT_OF_RANGE, f"{FOUR}[3].score", 101, detail="0..100"),
    Spoilt(K.OUT_OF_RANGE, f"{FOUR}[3].score", -1, detail="0.."),
    Spoilt(K.OUT_OF_RANGE, f"{PUBLIC}.parts[0].weight", 0, detail=">0..100"),
    Spoilt(K.OUT_OF_RANGE, "fiscal_year", 2027, detail="2540..2699"),
    Spoilt(K.OUT_OF_RANGE, "sample_rules[1].maximum", 19, detail="20..1000000"),
    Spoilt(K.OUT_OF_RANGE, "grade_rules[1].last_year", 2564, detail="2565..2699"),
    Spoilt(K.OUT_OF_RANGE, "grade_rules[1].last_year", 2025, detail="2540..2699"),
    Spoilt(K.NOT_OFFERED, f"{STAFF}.profile_place", "above", detail="before, after"),
    Spoilt(K.NOT_OFFERED, f"{STAFF}.kind", ["survey"], detail="survey, checklist"),
    Spoilt(K.EMPTY_LIST, "grade_rules", [], detail="1"),
    Spoilt(K.EMPTY_LIST, f"{STAFF}.indicators[1].items", [], detail="1"),
    Spoilt(K.EMPTY_LIST, f"{WEB}.indicators[0].sub_indicators[1].items", [], detail="1"),
    Spoilt(K.EMPTY_LIST, f"{PUBLIC}.parts", [], detail="1"),
    Spoilt(K.TOO_FEW, f"{STAFF}.profile[0].choices", ["เดียว"], detail="2"),
    Spoilt(K.TOO_FEW, f"{S2}.questions", [{"code": "s2a", "text": "ข้อเดียว"}], detail="2"),
    Spoilt(K.TOO_MANY, f"{STAFF}.profile[0].choices", [f"ตัวเลือก {i}" for i in range(36)], detail="35"),
    Spoilt(K.DUPLICATE_CODE, f"{S2}.code", "s1", detail=f"s1 {S1}.code"),
    Spoilt(K.DUPLICATE_CODE, f"{S2}.questions[1].code", "S2A", detail=f"S2A {S2}.questions[0].code"),
    Spoilt(
        K.DUPLICATE_CODE,
        f"{WEB}.indicators[1].items[0].code",
        "p1",
        detail="p1 tools[1].indicators[0].items[0].code",
    ),
    Spoilt(K.DUPLICATE_CODE, f"{PUBLIC}.parts[1].code", "PUB1", detail=f"PUB1 {PUBLIC}.parts[0].code"),
    Spoilt(K.DUPLICATE_CODE, f"{PUBLIC}.parts[1].code", "PUBLIC", detail=f"PUBLIC {PUBLIC}.code"),
    Spoilt(K.DUPLICATE_CODE, f"{S1}.code", "total", detail="total"),
    Spoilt(K.DUPLICATE_CODE, f"{STAFF}.profile[0].code", "Serial", detail="Serial"),
    Spoilt(
        K.DUPLICATE_CODE,
        f"{STAFF}.profile[0].code",
        "p3a",
        detail="p3a tools[1].indicators[1].items[0].questions[0].code",
    ),
    Spoilt(K.DUPLICATE_CODE, f"{STAFF}.profile[1].code", "age", detail=f"age {STAFF}.profile[0].code"),
    Spoilt(K.DUPLICATE_CODE, "calendar[1].code", "prepare", detail="prepare calendar[0].code"),
    Spoilt(K.DUPLICATE_CODE, "grade_rules[1].code", "stars", detail="stars grade_rules[0].code"),
    Spoilt(K.DUPLICATE_CODE, "sample_rules[2].part", "PUB1", detail="PUB1 sample_rules[1].part"),
    Spoilt(K.DUPLICATE, f"{FOUR}[1].label", "ไม่เลย", detail="ไม่เลย"),
    Spoilt(K.DUPLICATE, f"{WEB}.steps[1].score", 0, detail="0"),
    Spoilt(K.DUPLICATE, f"{S1}.leads_to[1]", "w2", detail="w2"),
    Spoilt(K.DUPLICATE, f"{BANDS}[1].label", "ดาวเพชร", detail="ดาวเพชร"),
    Spoilt(K.DUPLICATE, "roster.levels[1]", "หัวหน้ากลุ่ม", detail="หัวหน้ากลุ่ม"),
    Spoilt(K.UNKNOWN_SCALE, f"{S1}.scale", "five", detail="five"),
    Spoilt(K.UNKNOWN_ITEM, f"{S1}.leads_to[0]", "w99", detail="w99"),
    Spoilt(K.UNKNOWN_ITEM, f"{S1}.leads_to[0]", "p1", detail="p1"),
    Spoilt(K.UNKNOWN_ITEM, "successors.o3", "w99", detail="w99"),
    Spoilt(K.UNKNOWN_PART, f"{BANDS}[0].each_of[1]", "PUB9", detail="PUB9"),
    Spoilt(K.UNKNOWN_PART, "sample_rules[0].part", "WEB", detail="WEB"),
    Spoilt(K.WEIGHTS_NOT_100, f"{WEB}.weight", 39, at="tools", detail="99.0"),
    Spoilt(K.WEIGHTS_NOT_100, f"{PUBLIC}.parts[2].weight", "20.01", at=f"{PUBLIC}.parts", detail="100.01"),
    Spoilt(K.FLAT_SCALE, "scales.yes-no[1].score", 100, at="scales.yes-no"),
    Spoilt(K.BAND_ORDER, f"{BANDS}[2].total_at_least", 80),
    Spoilt(K.BAND_NEVER, f"{BANDS}[2].total_at_least", 75, at=f"{BANDS}[2]"),
    Spoilt(K.BAND_GAP, f"{BANDS}[3].total_at_least", 10, at=f"{BANDS}[3]"),
    Spoilt(K.BAD_DATE, "calendar[0].start", "2026-11-31", detail="2026-11-31"),
    Spoilt(K.BAD_DATE, "calendar[0].start", "1 พ.ย. 2569", detail="1 พ.ย. 2569"),
    Spoilt(K.DATE_OUT_OF_YEAR, "calendar[0].start", "2569-11-01", detail="2026-10-01..2027-12-31"),
    Spoilt(K.DATE_OUT_OF_YEAR, "roster.cut_off", "2026-09-30", detail="2026-10-01..2027-12-31"),
    Spoilt(K.DATE_ORDER, "calendar[0].end", "2026-10-31"),
]


@pytest.mark.parametrize("spoilt", SPOILT, ids=str)
def test_a_mistake_is_named_with_its_kind_place_and_detail(spoilt: Spoilt) -> None:
    """One value is spoilt in a good file; that is told where it stands, and nothing besides links to it."""
    found = mistakes_in(text_from(changed(tree_of(2570), spoilt.place, spoilt.value)))
    wanted = InstrumentMistake(spoilt.at or spoilt.place, spoilt.kind.value, spoilt.detail)
    assert wanted in found
    follow = {K.UNKNOWN_ITEM.value, K.UNKNOWN_PART.value}
    assert {mistake.what for mistake in found} - follow == {spoilt.kind.value} - follow


def test_a_key_written_twice_is_told_rather_than_the_last_one_taken() -> None:
    """JSON readers keep the last of two equal keys; here two weights are a mistake."""
    text = text_of(2570).replace('"weight": 40', '"weight": 45, "weight": 40')
    assert mistakes_in(text) == (InstrumentMistake("tools[2].weight", "double-key"),)


def test_what_is_not_json_is_told_with_line_and_column() -> None:
    """A comma forgotten on line 2 is found on line 3, where JSON notices it."""
    assert mistakes_in('{\n  "format": 1\n  "title": "ก"\n}') == (
        InstrumentMistake("3:3", "not-json", '"title": "ก"'),
    )


@pytest.mark.parametrize("text", ["", "null", "[]", "7", '"2568"', "\ufeff", "PK\x03\x04 a zip file", "}{"])
def test_a_text_that_is_no_object_is_refused(text: str) -> None:
    """Whatever stands in the chosen file, the answer is a list of mistakes and no crash."""
    assert mistakes_in(text)


def test_a_file_of_many_megabytes_is_refused_before_it_is_read() -> None:
    """Someone picked a film: the program says so at once."""
    assert mistakes_in("[" * 10_000_000) == (InstrumentMistake("", "too-large", str(MOST_CHARACTERS)),)


def test_a_nesting_bomb_is_refused() -> None:
    """A hundred thousand brackets within each other do not overflow the stack."""
    assert mistakes_in("[" * 100_000 + "]" * 100_000) == (InstrumentMistake("", "too-deep"),)


@pytest.mark.parametrize(
    "numeral", ["1e999999999", "9" * 5000, "1" + "0" * 30, "0." + "3" * 40, "-1e-99999999"]
)
def test_a_number_too_large_to_be_meant_is_refused_without_being_computed(numeral: str) -> None:
    """1e999999999 as an exact number would fill the memory."""
    text = text_of(2570).replace('"target": 75', f'"target": {numeral}')
    assert [(mistake.place, mistake.what) for mistake in mistakes_in(text)] == [("target", "bad-number")]


def test_a_flood_of_mistakes_is_counted_and_not_listed_without_end() -> None:
    """A hostile file of a hundred thousand wrong entries costs little to refuse."""
    tree = changed(tree_of(2570), "tools", [{"indicators": [{}] * 500}] * 60)
    found = mistakes_in(text_from(tree))
    assert len(found) == MOST_MISTAKES + 1
    assert found[-1].what == "more"
    assert int(found[-1].detail) > 80_000


def test_unprintable_words_of_a_file_do_not_reach_the_message() -> None:
    """A key of control characters or of endless length is quoted safely."""
    tree = changed(tree_of(2570), "title", 1)
    tree["\u001b[31m" + "ย" * 5000] = 1
    places = [mistake.place for mistake in mistakes_in(text_from(tree))]
    assert all(place.isprintable() and len(place) < 300 for place in places)


def test_all_mistakes_are_told_at_once_and_nothing_is_loaded() -> None:
    """A person who corrects a file needs the whole list, from every corner of it."""
    tree = tree_of(2570)
    tree["target"] = 400
    tree["tools"][0]["weight"] = "27,5"
    tree["tools"][0]["indicators"][0]["items"][0]["leads_to"] = ["w2", "nowhere"]
    tree["scales"]["four"][2]["score"] = None
    tree["grade_rules"][1]["bands"].pop()
    tree["calendar"][2]["end"] = "2570-10-15"
    del tree["sources"]
    with pytest.raises(InstrumentInvalid) as caught:
        parse(text_from(tree))
    assert {(mistake.place, mistake.what) for mistake in caught.value.mistakes} == {
        ("sources", "missing"),
        ("target", "out-of-range"),
        ("tools[0].weight", "bad-number"),
        ("tools[0].indicators[0].items[0].leads_to[1]", "unknown-item"),
        ("scales.four[2].score", "wrong-type"),
        ("grade_rules[1].bands", "too-few"),
        ("grade_rules[1].bands[0]", "band-gap"),
        ("calendar[2].end", "date-out-of-year"),
    }


def test_every_kind_of_mistake_has_a_file_that_shows_it() -> None:
    """A kind that no test can bring about is either dead or untested."""
    elsewhere = {K.NOT_JSON, K.TOO_LARGE, K.TOO_DEEP, K.DOUBLE_KEY, K.MORE}
    assert {spoilt.kind for spoilt in SPOILT} | elsewhere == set(MistakeKind)
