"""`list`: the rows of the window, with the keys that scripts rely on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ita_desktop.cli import lists

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import CommandLine

KEYS = {
    "roster-internal": {
        "name",
        "position",
        "division",
        "level",
        "start_date",
        "phone",
        "eligible",
        "approval",
    },
    "roster-external": {"name", "kind", "matter", "channel", "contact_date", "phone", "approval"},
    "batches": {"part", "number", "division", "declared", "keyed", "closed"},
    "oit": {"code", "title", "result", "status", "owner", "due", "components", "evidence"},
    "measures": {"indicator", "title", "finding", "steps", "start", "end", "owner", "status", "outcome"},
    "findings": {"key", "title", "heading", "state", "text", "rules", "indicator", "tool"},
    "reports": {"number", "title", "month", "percent", "done"},
    "effects": {"number", "measure", "key", "before", "after", "verdict"},
    "calendar": {"code", "title", "start", "end", "owner"},
    "sent": {"number", "name", "at", "digest", "parts", "readers", "outcome", "why", "by"},
    "received": {"number", "name", "at", "digest", "sender", "outcome"},
    "set-aside": {"place", "value", "kept", "package", "at"},
    "documents": {"name", "title"},
    "history": {"number", "at", "role", "action", "subject"},
}
NOT_IN_THE_SAMPLE = {"sent", "received", "set-aside"}
"""Nothing has left the sample office, and nothing came; `test_packages.py` has these lists filled."""
COUNTS = {"roster-internal": 60, "roster-external": 140, "batches": 11, "oit": 28, "measures": 8}


@pytest.mark.parametrize("what", lists.NAMES)
def test_rows_have_their_keys(ita: CommandLine, office: Path, what: str) -> None:
    """JSON in the order of the window."""
    rows = ita("list", office, what, "--json").json
    assert bool(rows) is (what not in NOT_IN_THE_SAMPLE)
    assert all(set(row) >= KEYS[what] for row in rows)
    assert len(rows) == COUNTS.get(what, len(rows))


@pytest.mark.parametrize("what", lists.NAMES)
def test_people_read_a_table(ita: CommandLine, office: Path, what: str) -> None:
    """A head, a rule, a line for each row, and their number."""
    rows = ita("list", office, what, "--json").json
    lines = ita("list", office, what).out.splitlines()
    if what in NOT_IN_THE_SAMPLE:
        assert lines == ["ไม่มีรายการ"]
        return
    assert len(lines) == len(rows) + 3
    assert str(len(rows)) in lines[-1]
    assert "None" not in "".join(lines)


def test_an_empty_list_is_told_as_empty(ita: CommandLine, empty_office: Path) -> None:
    """Not as a head without rows."""
    assert ita("list", empty_office, "measures").out.strip() == "ไม่มีรายการ"
    assert ita("list", empty_office, "measures", "--json").json == []


def test_days_are_christian_in_json_and_buddhist_for_people(ita: CommandLine, office: Path) -> None:
    """Scripts get ISO, people what they are used to."""
    assert ita("list", office, "oit", "--json").json[0]["due"] == "2025-05-15"
    assert "15 พ.ค. 2568" in ita("list", office, "oit").out
    assert "15 May 2568" in ita("--lang", "en", "list", office, "oit").out


def test_eligible_is_a_truth(ita: CommandLine, office: Path) -> None:
    """Who has a year of service may answer."""
    rows = ita("list", office, "roster-internal", "--json").json
    assert sum(row["eligible"] is True for row in rows) == 53
    assert sum(row["eligible"] is False for row in rows) == 7
    assert all(row["eligible"] is False for row in rows if row["start_date"] is None)


def test_components_and_evidence_are_lists(ita: CommandLine, office: Path) -> None:
    """o2 lacks a component; an item without a link has no evidence."""
    rows = {row["code"]: row for row in ita("list", office, "oit", "--json").json}
    assert [each["ticked"] for each in rows["o2"]["components"]] == [True, True, True, False]
    assert rows["o1"]["evidence"][0]["kind"] == "link"
    assert rows["o1"]["evidence"][0]["target"].startswith("https://")
    assert rows["o19"]["evidence"] == []
    assert (rows["o19"]["result"], rows["o2"]["result"]) == (0.0, 50.0)


def test_a_list_changes_nothing(ita: CommandLine, office: Path) -> None:
    """Looking is not touching."""
    before = office.read_bytes()
    for what in lists.NAMES:
        ita("list", office, what)
    assert office.read_bytes() == before


def test_no_list_joins_a_person_to_an_answer(ita: CommandLine, office: Path) -> None:
    """Rosters say nothing of questionnaires, batches nothing of people."""
    names = [row["name"] for row in ita("list", office, "roster-internal", "--json").json]
    batches = ita("list", office, "batches", "--json").out + ita("list", office, "history", "--json").out
    assert not [name for name in names if name in batches]
