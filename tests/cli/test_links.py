"""Links by the command line: out, checked, back in; proofs in the list and in `check`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from ita_desktop.services.workspace import open_file
from ita_desktop.support import clock
from tests.helpers.offices import NOW

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import CommandLine


def test_a_list_goes_out_with_every_link_of_the_year(ita: CommandLine, office: Path, tmp_path: Path) -> None:
    """27 of the sample's 28 items have a link, and five of their proofs are links too."""
    ended = ita("link-list", office, "-o", tmp_path / "l.json")
    assert ended.code == 0
    content = json.loads((tmp_path / "l.json").read_text("utf-8"))
    assert len(content["links"]) == 32
    assert content["links"][0] == {
        "link": "https://www.tambon-tuayang.go.th/ita/2568/o1",
        "codes": ["o1"],
    }


def test_answers_come_back_and_are_counted(ita: CommandLine, office: Path, tmp_path: Path) -> None:
    """A dead link is then among the oddities of its item."""
    row = {"link": "https://www.tambon-tuayang.go.th/ita/2568/o1", "at": NOW.isoformat(), "fault": "name"}
    content = {"format": "ita-desktop-link-answers", "version": 1, "answers": [row]}
    (tmp_path / "a.json").write_text(json.dumps(content), "utf-8")
    ended = ita("link-answers", office, tmp_path / "a.json")
    assert ended.out.strip() == "รับผลตรวจ 1 ลิงก์ เปิดไม่ได้ 1 เก็บสำเนาหน้า 0"
    listed = {each["code"]: each for each in ita("list", office, "oit", "--json").json}
    assert "link-dead" in listed["o1"]["oddities"]


def test_a_list_that_is_none_is_a_problem_in_one_sentence(ita: CommandLine, tmp_path: Path) -> None:
    """Exit 1 and a sentence; nothing is asked of any network."""
    (tmp_path / "x.json").write_text("{}", "utf-8")
    ended = ita("check-links", tmp_path / "x.json")
    assert ended.code == 1
    assert "ไม่ใช่รายการลิงก์" in ended.err


def test_an_empty_list_gives_empty_answers(ita: CommandLine, tmp_path: Path) -> None:
    """The answers lie beside the list."""
    content = {"format": "ita-desktop-links", "version": 1, "office": "x", "year": 2568, "links": []}
    (tmp_path / "l.json").write_text(json.dumps(content), "utf-8")
    assert ita("check-links", tmp_path / "l.json").code == 0
    assert json.loads((tmp_path / "l.answers.json").read_text("utf-8"))["answers"] == []


def test_evidence_is_listed_with_its_hash_and_missed_by_check(
    ita: CommandLine, office: Path, tmp_path: Path
) -> None:
    """Kind, target, date, sha256; `check` says which file is gone."""
    (tmp_path / "คู่มือ.pdf").write_bytes(b"%PDF-1")
    workspace = open_file(office, clock.now)
    _, kept = workspace.checklist.evidence.add_file(["o8"], tmp_path / "คู่มือ.pdf")
    place = workspace.checklist.evidence.folder.place(kept.sha256, kept.name)
    workspace.close()
    rows = {row["code"]: row for row in ita("list", office, "oit", "--json").json}
    proof = rows["o8"]["evidence"][-1]
    assert (proof["kind"], proof["target"], proof["sha256"]) == ("file", "คู่มือ.pdf", kept.sha256)
    assert ita("check", office).code == 0
    place.unlink()
    ended = ita("check", office)
    assert ended.code == 1
    assert "ไฟล์หาย: คู่มือ.pdf" in ended.err


def test_the_checklists_papers_are_printed_and_named(ita: CommandLine, office: Path, tmp_path: Path) -> None:
    """By the same command as the other papers."""
    assert ita("print", office, "oit-reminder", "-o", tmp_path / "r.pdf").code == 0
    assert (tmp_path / "r.pdf").read_bytes().startswith(b"%PDF")
    assert "oit-reminder" in ita("print", "--list").out
