"""The result's other views on the line: one number opened, years, certainty, ways, what if."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from tests.helpers.city import city_office

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import CommandLine


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A city's published year, o2 = 50 as printed, with two years before."""
    office = city_office(tmp_path_factory.mktemp("city"))
    for year, figures in {2563: ("80.79", "84.47", "97.50"), 2564: ("83.41", "92.21", "100")}.items():
        tools = dict(zip(("IIT", "EIT", "OIT"), map(Decimal, figures), strict=True))
        office.results.put_published_many(year, tools)
    path = office.path
    office.close()
    return path


def test_every_number_opens_down_to_the_batches(ita: CommandLine, city: Path) -> None:
    """Formula in words and digits, the answers with shares, the batches; above it, what to open next."""
    item = ita("score", city, "--open", "IIT/1/i2").out
    assert "(100 × 187 + 0 × 1) ÷ 188 = 99.47" in item
    assert "99.47" in item.splitlines()[0]
    assert "0.53" in item
    assert item.splitlines()[-1].split() == ["IIT", "1", "188", "188"]
    total = ita("score", city, "--open", "total").out
    assert "IIT 99.93 × 30 + EIT 99.91 × 30 + OIT 98.75 × 40" in total
    assert "99.70 (+0.25)" in total
    for key in ("EIT/EIT1", "9.1", "o2", "e2"):
        assert ita("score", city, "--open", key).code == 0


def test_years_stand_side_by_side(ita: CommandLine, city: Path) -> None:
    """Totals from the tools alone, the level by the rule of each year, what does not compare marked."""
    text = ita("score", city, "--years").out
    total = next(line for line in text.splitlines() if line.startswith("คะแนนรวม"))
    assert total.split()[1:] == ["88.58", "92.69", "98.25", "99.70", "+1.45", "(2567)"]
    assert "2564" in text.splitlines()[-2] + text.splitlines()[-1]


def test_ways_and_what_if(ita: CommandLine, city: Path) -> None:
    """The best level is reached; supposing o2 = 75 gives the published figures, and nothing is kept."""
    assert "ถึง “ผ่านดีเยี่ยม” แล้ว" in ita("score", city, "--ways").out
    text = ita("score", city, "--suppose", "o2=75", "--suppose", "EIT2:e1=100,0,0,0,0,0").out
    assert "99.45 →" in text
    assert "97.50  98.75" in text
    assert "99.45" in ita("score", city).out


def test_certainty_names_its_base(ita: CommandLine, city: Path) -> None:
    """Every score has its interval, and everybody alike is no interval of nothing."""
    text = ita("score", city, "--certainty").out
    assert "188" in text
    assert "กฎ 3/n" in text


@pytest.mark.parametrize(
    "wish", ["o99=5", "o2=101", "o2=x", "o2=1/0", "EIT1:e2=50,50", "EIT1:e2=0,0,0,0,0,99", "o2"]
)
def test_what_cannot_be_supposed_is_wrong_usage(ita: CommandLine, city: Path, wish: str) -> None:
    """Said with what would do, exit 2."""
    told = ita("score", city, "--suppose", wish)
    assert told.code == 2
    assert "o2=75" in told.err


@pytest.mark.parametrize("line", [["--years", "--json"], ["--open", "x9"], ["--ways", "--certainty"]])
def test_two_views_or_no_such_score_are_wrong_usage(ita: CommandLine, city: Path, line: list[str]) -> None:
    """Exit 2, in a sentence."""
    assert ita("score", city, *line).code == 2


def test_scripts_get_the_years_and_what_does_not_hold_together(ita: CommandLine, city: Path) -> None:
    """JSON has the years with their figures, what no result explains, and contradictions."""
    found = ita("score", city, "--json").json
    assert found["unexplained"] == ["6"]
    assert found["contradictions"] == []
    years = {each["fiscal_year"]: each for each in found["years"]}
    assert sorted(years) == [2563, 2564, 2567, 2568]
    assert (years[2564]["figures"]["total"], years[2564]["level"]) == (92.69, "A")
    assert years[2567]["unlike"] is None
    assert years[2564]["unlike"] is not None
