"""An office completes or corrects the instrument of its year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.services.instruments import instrument_text

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import CommandLine


def test_what_is_not_known_of_a_year_is_completed_by_the_office(ita: CommandLine, tmp_path: Path) -> None:
    """2564 comes without EIT items: written out, completed, taken in, and then it can be answered."""
    office, out = tmp_path / "ก.ita", tmp_path / "2564.json"
    assert ita("new", office, "--office", "เทศบาลทดสอบ", "--year", "2564").code == 0
    assert ita("instrument", office, "-o", out).code == 0
    text = out.read_text(encoding="utf-8")
    assert text == instrument_text(2564)
    out.write_text(text.replace('"revision": 1', '"revision": 2'), encoding="utf-8")
    taken = ita("instrument", office, "--use", out)
    assert (taken.code, "2" in taken.out) == (0, True)


def test_an_instrument_of_another_year_changes_nothing(ita: CommandLine, tmp_path: Path) -> None:
    """A clear sentence, exit 1, the file as it was."""
    office, other = tmp_path / "ก.ita", tmp_path / "2564.json"
    ita("new", office, "--office", "เทศบาลทดสอบ", "--year", "2568")
    other.write_text(instrument_text(2564), encoding="utf-8")
    before = office.read_bytes()
    ended = ita("instrument", office, "--use", other)
    assert ended.code == 1
    assert "2564" in ended.err
    assert "2568" in ended.err
    assert office.read_bytes() == before


def test_a_file_with_mistakes_names_each_with_its_place(ita: CommandLine, tmp_path: Path) -> None:
    """One line a mistake."""
    office, broken = tmp_path / "ก.ita", tmp_path / "2568.json"
    ita("new", office, "--office", "เทศบาลทดสอบ", "--year", "2568")
    broken.write_text(instrument_text(2568).replace('"weight": 40', '"weight": "x"'), encoding="utf-8")
    ended = ita("instrument", office, "--use", broken)
    assert ended.code == 1
    assert "tools[2].weight" in ended.err


def test_one_of_the_two_ways_must_be_chosen(ita: CommandLine, tmp_path: Path) -> None:
    """Neither and both are wrong usage."""
    assert ita("instrument", tmp_path / "ก.ita").code == 2
    assert ita("instrument", tmp_path / "ก.ita", "-o", "a.json", "--use", "b.json").code == 2
