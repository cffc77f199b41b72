"""`score`: the design's form, rounded as published, null where there is no data."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from ita_desktop.domain.answers import Mark
from ita_desktop.domain.batches import Draft
from ita_desktop.services.workspace import open_file
from ita_desktop.support import clock
from ita_desktop.support.paths import resource
from tests.helpers.source import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import CommandLine

INVENTED = ROOT / "tests" / "instruments" / "invented-2570.json"


def test_the_json_has_the_form_of_the_design(ita: CommandLine, office: Path) -> None:
    """Scripts rely on these keys."""
    score = ita("score", office, "--json").json
    assert {"fiscal_year", "total", "level", "instruments", "indicators", "items", "missing"} <= set(score)
    assert list(score["instruments"]) == ["IIT", "EIT1", "EIT2", "EIT", "OIT"]
    assert list(score["indicators"]) == [str(number) for number in range(1, 11)]
    assert len(score["items"]) == 15 + 9 + 28
    assert score["instruments"]["IIT"]["respondents"] == 52
    assert score["instruments"]["EIT"]["respondents"] == 178
    assert score["instruments"]["OIT"]["respondents"] is None
    assert score["level"] == "ผ่านดี"


def test_numbers_have_two_places_at_most(ita: CommandLine, office: Path) -> None:
    """Rounded half up as the published scores are, and numbers rather than strings."""
    score = ita("score", office, "--json").json
    numbers = [score["total"], *score["indicators"].values(), *score["sub_indicators"].values()]
    numbers += [each["score"] for each in (*score["items"].values(), *score["instruments"].values())]
    assert all(isinstance(number, float) for number in numbers)
    assert all(number == float(Decimal(str(number)).quantize(Decimal("0.01"))) for number in numbers)


def test_the_parts_of_an_item_add_up(ita: CommandLine, office: Path) -> None:
    """Counts are of both parts together, and each part stands by itself below."""
    items: dict[str, Any] = ita("score", office, "--json").json["items"]
    for code in ("e1", "e3", "e9"):
        whole, parts = items[code], items[code]["parts"]
        assert list(parts) == ["EIT1", "EIT2"]
        together = [a + b for a, b in zip(parts["EIT1"]["counts"], parts["EIT2"]["counts"], strict=True)]
        assert whole["counts"] == together
        assert whole["blank"] == parts["EIT1"]["blank"] + parts["EIT2"]["blank"]
        assert parts["EIT1"]["score"] is not None
    assert "parts" not in items["i1"]


def test_everybody_is_in_the_counts(ita: CommandLine, office: Path) -> None:
    """Chosen, blank, unreadable and doubled together are all who handed a form in."""
    score = ita("score", office, "--json").json
    people = {"i": 52, "e": 178}
    for code, item in score["items"].items():
        if code[0] in people:
            all_of_them = sum(item["counts"]) + item["blank"] + item["unreadable"] + item["double"]
            assert all_of_them == people[code[0]], code


def test_percentages_sum_to_a_hundred(ita: CommandLine, office: Path) -> None:
    """Strings of two places by the largest remainder, of those who answered."""
    items = ita("score", office, "--json").json["items"]
    percents = [item["percent"] for item in items.values() if item["percent"] is not None]
    assert len(percents) == 24
    assert all(sum(map(Decimal, percent)) == Decimal("100.00") for percent in percents)
    assert all(len(share.split(".")[1]) == 2 for percent in percents for share in percent)


def test_an_office_without_data_has_no_score(ita: CommandLine, empty_office: Path) -> None:
    """Null, not 0; and what is missing is named."""
    score = ita("score", empty_office, "--json").json
    assert score["total"] is None
    assert score["level"] is None
    assert score["provisional"] == {"total": None, "level": None}
    assert score["items"]["i1"] == {
        "score": None,
        "counts": [0] * 6,
        "percent": None,
        "blank": 0,
        "unreadable": 0,
        "double": 0,
    }
    assert score["items"]["o1"]["score"] is None
    assert score["missing"][:3] == ["IIT", "EIT1", "EIT2"]
    assert "o28" in score["missing"]


def test_half_a_year_has_a_provisional_total_only(ita: CommandLine, empty_office: Path) -> None:
    """One questionnaire of one tool makes no total; what there is so far is told apart."""
    key_one(empty_office, "IIT", {"i1": 6, "i2": 1, "i9": 2})
    score = ita("score", empty_office, "--json").json
    assert score["total"] is None
    assert score["provisional"]["total"] == score["instruments"]["IIT"]["score"]
    assert score["items"]["i9"]["score"] == 0.0
    assert "ประมาณ" in ita("score", empty_office).out


def test_blank_answers_are_counted_apart_and_not_scored(ita: CommandLine, empty_office: Path) -> None:
    """A question that nobody answered has no score, though a form came in."""
    key_one(empty_office, "IIT", {"i1": 6, "i2": Mark.UNREADABLE, "i4": Mark.DOUBLE})
    items = ita("score", empty_office, "--json").json["items"]
    assert items["i1"]["score"] == 100.0
    assert (items["i2"]["score"], items["i2"]["unreadable"]) == (None, 1)
    assert (items["i4"]["score"], items["i4"]["double"]) == (None, 1)
    assert (items["i5"]["score"], items["i5"]["blank"]) == (None, 1)


def test_sub_questions_stand_below_their_item(ita: CommandLine, tmp_path: Path) -> None:
    """The instrument of 2564 asks several things in one item."""
    path = tmp_path / "2564.ita"
    assert ita("new", path, "--office", "เทศบาลทดลอง", "--year", "2564").code == 0
    questions = list(ita("score", path, "--json").json["items"]["I1"]["questions"])
    assert questions[0] == "I1.1"
    key_one(path, "IIT", dict.fromkeys(questions, 1))
    item = ita("score", path, "--json").json["items"]["I1"]
    assert item["counts"] is None
    assert [each["counts"][0] for each in item["questions"].values()] == [1] * len(questions)


def test_an_instrument_of_another_shape_is_scored(ita: CommandLine, tmp_path: Path) -> None:
    """A year that the program does not know arrives as a file."""
    path = tmp_path / "2570.ita"
    assert ita("new", path, "--office", "เทศบาลทดลอง", "--instrument", INVENTED).code == 0
    score = ita("score", path, "--json").json
    assert score["fiscal_year"] == 2570
    assert score["total"] is None
    assert score["missing"]


def test_the_published_figures_stand_beside(ita: CommandLine, office: Path) -> None:
    """Neither overwrites the other, and what would explain the difference is told."""
    ended = ita("score", office, "--json").json
    assert ended["published"]["total"] == 88.79
    assert ended["total"] != 88.79
    assert {"item": "o10", "present": 50.0, "would_be": 100.0} in ended["explanations"]
    text = ita("score", office).out
    assert "ต่างจากคะแนนที่ประกาศ" in text
    assert "o10" in text


def test_people_read_a_table(ita: CommandLine, office: Path) -> None:
    """Total, level, tools and indicators by name."""
    text = ita("score", office).out
    assert "คะแนนรวม 88.51 · ระดับ ผ่านดี" in text
    assert "การใช้ทรัพย์สินของราชการ" in text
    assert "None" not in text
    assert "{" not in text


def test_the_table_speaks_english(ita: CommandLine, office: Path) -> None:
    """All but what the instrument and the office say in Thai."""
    text = ita("--lang", "en", "score", office).out
    assert "คะแนน" not in text
    assert "88.51" in text


def key_one(path: Path, part: str, answers: dict[str, int | Mark]) -> None:
    """Key one questionnaire; what is not among the answers is blank."""
    from ita_desktop.domain.answers import write_line

    workspace = open_file(path, clock.now)
    try:
        form = workspace.session.instrument.tool_of_part(part).form
        hand = workspace.entry.begin(part)
        workspace.entry.finish(Draft(part, 0, hand.draft.serial, write_line(form, answers)))
    finally:
        workspace.close()


@pytest.mark.parametrize("year", ["2564", "2568"])
def test_a_new_office_keeps_its_own_copy_of_the_instrument(
    ita: CommandLine, tmp_path: Path, year: str
) -> None:
    """An old year opens forever, whatever the program brings later."""
    path = tmp_path / "x.ita"
    assert ita("new", path, "--office", "เทศบาลทดลอง", "--year", year).code == 0
    workspace = open_file(path, clock.now)
    title = workspace.session.instrument.title
    workspace.close()
    assert title in resource("instruments", f"{year}.json").read_text("utf-8")
