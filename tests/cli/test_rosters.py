"""`roster` and `year`: the whole way of a roster from the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import CommandLine

INSIDE = "roster-internal"


def test_a_draw_is_repeated_from_its_printed_seed(ita: CommandLine, office: Path) -> None:
    """The same numbers, and the record as a paper."""
    record = office.with_name("สุ่ม.pdf")
    drawn = ita(
        "roster", office, INSIDE, "draw", "--size", "10", "--seed", "20260119", "-o", record, "--json"
    )
    assert drawn.code == 0
    again = ita("roster", office, INSIDE, "redraw", "--size", "10", "--seed", "20260119", "--json")
    assert again.json == drawn.json
    assert len(drawn.json["numbers"]) == 10
    assert record.read_bytes().startswith(b"%PDF")
    asked = [row["number"] for row in ita("list", office, INSIDE, "--json").json if row["asked"]]
    assert sorted(asked) == sorted(drawn.json["numbers"])


def test_only_the_executive_approves(ita: CommandLine, office: Path) -> None:
    """The role that would do is named."""
    ita("roster", office, INSIDE, "reopen")
    assert ita("roster", office, INSIDE, "submit").code == 0
    refused = ita("roster", office, INSIDE, "approve")
    assert refused.code == 1
    assert "ผู้บริหาร" in refused.err
    assert ita("roster", office, INSIDE, "approve", "--role", "executive").code == 0
    rows = ita("list", office, INSIDE, "--json").json
    assert {row["approval"] for row in rows} == {"approved"}


def test_a_reason_stays_with_the_lines(ita: CommandLine, office: Path) -> None:
    """Returned lines say why."""
    ita("roster", office, INSIDE, "submit")
    assert ita("roster", office, INSIDE, "return", "--role", "executive", "--reason", "ตรวจตำแหน่ง").code == 0
    rows = ita("list", office, INSIDE, "--json").json
    assert {row["returned_for"] for row in rows if row["approval"] == "returned"} == {"ตรวจตำแหน่ง"}


def test_lists_and_workbooks_are_written(ita: CommandLine, office: Path) -> None:
    """A paper for each division, and a workbook that comes in again unchanged."""
    lists, book = office.with_name("แจก.pdf"), office.with_name("ออก.xlsx")
    assert ita("roster", office, INSIDE, "lists", "-o", lists).code == 0
    assert lists.read_bytes().startswith(b"%PDF")
    assert ita("roster", office, INSIDE, "save", "-o", book).code == 0
    told = ita("import", office, INSIDE, book, "--dry-run").out
    assert "เพิ่ม 0 เปลี่ยน 0 เหมือนเดิม 60" in told


def test_a_file_to_write_must_be_named(ita: CommandLine, office: Path) -> None:
    """Wrong usage, and nothing happens."""
    assert ita("roster", office, INSIDE, "lists").code == 2


def test_the_years_of_a_file_are_told(ita: CommandLine, office: Path) -> None:
    """And a year that is not there is refused."""
    assert "2568" in ita("year", office).out
    assert ita("year", office, "--go-to", "2599").code == 1
    assert ita("year", office, "--start", "2568").code == 1
