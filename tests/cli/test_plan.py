"""`plan`, its lists and its papers on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ita_desktop.support.paths import resource

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import CommandLine


def states(ita: CommandLine, office: Path) -> dict[str, str]:
    """What is decided about each finding."""
    return {row["key"]: row["state"] for row in ita("list", office, "findings", "--json").json}


def test_findings_are_taken_dismissed_and_forgotten(ita: CommandLine, office: Path) -> None:
    """Several at once; one with a text of one's own; what there is not is named, and nothing is decided."""
    assert states(ita, office)["e7"] == "proposed"
    assert ita("plan", office, "accept", "e7", "4").code == 0
    assert ita("plan", office, "accept", "o8", "--text", "คู่มือไม่ครบ").code == 0
    assert ita("plan", office, "dismiss", "i15").code == 0
    found = states(ita, office)
    assert (found["e7"], found["4"], found["i15"]) == ("accepted", "accepted", "dismissed")
    texts = {row["key"]: row["text"] for row in ita("list", office, "findings", "--json").json}
    assert texts["o8"] == "คู่มือไม่ครบ"
    assert texts["e7"].startswith("ข้อ e7 ")
    refused = ita("plan", office, "accept", "e9", "e5", "i4", "z9")
    assert (refused.code, states(ita, office)["i4"] != "accepted") == (1, True)
    assert "z9" in refused.err
    assert ita("plan", office, "forget", "e7").code == 0
    assert states(ita, office)["e7"] == "proposed"
    assert ita("plan", office, "accept").code == 2


def test_a_report_is_kept_and_counted(ita: CommandLine, office: Path) -> None:
    """By the measure's number; what is wrong is one sentence, and nothing changes."""
    key = next(
        row["number"] for row in ita("list", office, "measures", "--json").json if row["answers"] == "e9"
    )
    done = ita("plan", office, "report", key, "2025-07", "--percent", "55", "--spent", "1,500.25")
    assert done.code == 0, done.err
    row = next(each for each in ita("list", office, "measures", "--json").json if each["number"] == key)
    assert (row["percent"], row["spent"]) == (55, "10500.25")
    before = ita("list", office, "reports", "--json").json
    for words in (
        ("2026-01", "--percent", "5"),
        ("2025-08", "--percent", "101"),
        ("2025-08", "--spent", "-1"),
    ):
        refused = ita("plan", office, "report", key, *words)
        assert refused.code == 1
        assert len(refused.err.splitlines()) == 1
    assert ita("list", office, "reports", "--json").json == before
    assert ita("plan", office, "report", key, "เดือนนี้").code == 2
    assert ita("plan", office, "report", key, "2025-08", "--spent", "มาก").code == 2


def test_the_plan_goes_out_and_comes_in(ita: CommandLine, office: Path, empty_folder: Path) -> None:
    """The workbook that was written changes nothing."""
    book = empty_folder / "แผน.xlsx"
    assert ita("plan", office, "save", "-o", book).code == 0
    told = ita("import", office, "measures", book, "--dry-run")
    assert told.code == 0, told.err
    assert "เพิ่ม 0 เปลี่ยน 0 เหมือนเดิม 8" in told.out
    assert ita("template", "measures", "-o", empty_folder / "เปล่า.xlsx").code == 0
    assert ita("plan", office, "save", "-o", office).code == 2


def test_the_calendar_takes_dates_in_any_form(ita: CommandLine, office: Path) -> None:
    """Reversed days are refused in one sentence."""
    assert ita("plan", office, "date", "iit", "12/5/2568", "15 ก.ค. 68", "--owner", "สำนักปลัด").code == 0
    row = next(each for each in ita("list", office, "calendar", "--json").json if each["code"] == "iit")
    assert (row["start"], row["end"], row["owner"]) == ("2025-05-12", "2025-07-15", "สำนักปลัด")
    assert ita("plan", office, "date", "iit", "1/7/2568", "1/6/2568").code == 1
    assert ita("plan", office, "date", "iit", "1/7/2568").code == 2
    assert ita("plan", office, "date", "x", "1/5/2568", "1/6/2568").code == 1


def test_a_library_comes_in_once(ita: CommandLine, office: Path) -> None:
    """The same version again is refused; what is no library too."""
    library = resource("measures", "library.json")
    assert ita("plan", office, "library", library).code == 0
    assert ita("plan", office, "library", library).code == 1
    assert ita("plan", office, "library", office).code == 1
    assert ita("plan", office, "library", office.with_name("ไม่มี.json")).code == 1


def test_nothing_to_carry_over_is_said(ita: CommandLine, office: Path) -> None:
    """The file holds no year before."""
    refused = ita("plan", office, "carry-over")
    assert (refused.code, "2567" in refused.err) == (1, True)


@pytest.mark.parametrize("lang", ["th", "en"])
@pytest.mark.parametrize("what", ["measures", "findings", "reports", "effects", "calendar"])
def test_lists_are_tables_for_people(ita: CommandLine, office: Path, what: str, lang: str) -> None:
    """A head, rows, and their number."""
    told = ita("--lang", lang, "list", office, what)
    assert told.code == 0, told.err
    assert len(told.out.splitlines()) > 8


def test_effects_tell_what_is_not_known(ita: CommandLine, office: Path) -> None:
    """Of a survey of last year only the published figure is there; a checklist is not sampled."""
    verdicts = {row["key"]: row["verdict"] for row in ita("list", office, "effects", "--json").json}
    assert verdicts["4"] == "not-sure"
    assert verdicts["9"] == "rose"


def test_the_plans_papers_are_listed_and_printed(ita: CommandLine, office: Path) -> None:
    """By their codes."""
    assert "plan-half-1" in ita("print", office, "--list").out
    out = office.with_name("แผน.pdf")
    assert ita("print", office, "plan", "-o", out).code == 0
    assert out.read_bytes().startswith(b"%PDF")
