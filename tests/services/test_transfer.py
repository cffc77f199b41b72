"""Promises about what leaves the office."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import load_workbook

from ita_desktop.domain.answers import tally_lines
from ita_desktop.domain.batches import Batch, Questionnaire
from ita_desktop.domain.checklist import CheckEntry, WorkStatus
from ita_desktop.domain.history import Action
from ita_desktop.domain.instrument_file import parse
from ita_desktop.domain.measures import Measure
from ita_desktop.domain.problems import DeviceFailed, FileMissing
from ita_desktop.domain.roster import ExternalPerson, InternalPerson
from ita_desktop.domain.scoring import score_instrument
from ita_desktop.exchange import package
from ita_desktop.models import questionnaire_store, settings_store
from ita_desktop.services import sample
from ita_desktop.services.changes import Topic
from ita_desktop.services.transfer import verify_package
from tests.helpers.offices import NOW, best_choice

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ita_desktop.services.workspace import Workspace

PAPERS = {"memo.pdf": b"%PDF-1.7 memo", "รายงานผล.pdf": b"%PDF-1.7 report"}


@pytest.fixture
def stick(empty_folder: Path) -> Path:
    """A folder for packages."""
    folder = empty_folder / "USB"
    folder.mkdir()
    return folder


@pytest.fixture(scope="module")
def sample_office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """The sample office with its whole year; made once, for it is large."""
    made = sample.make(tmp_path_factory.mktemp("sample") / sample.FILE_NAME, lambda: NOW)
    yield made
    made.close()


def key_in(office: Workspace, part: str, lines: list[str]) -> None:
    """Put finished forms into a part."""
    with office.session.change(Action.IMPORTED, part, Topic.ANSWERS) as change:
        key = questionnaire_store.add_batch(change.transaction, office.year, Batch(part, 0))
        forms = [Questionnaire(key, serial, line) for serial, line in enumerate(lines, 1)]
        questionnaire_store.add(change.transaction, office.year, part, forms)


def unpacked(path: Path) -> dict[str, bytes]:
    """Return the payload of a package by its path."""
    with zipfile.ZipFile(path) as archive:
        root = f"{path.stem}/data/"
        return {name.removeprefix(root): archive.read(name) for name in archive.namelist() if root in name}


def records(files: dict[str, bytes], name: str) -> list[dict[str, Any]]:
    """Return the records of a table, which its two forms must agree on."""
    found: list[dict[str, Any]] = json.loads(files[f"{name}.json"])
    rows = list(csv.reader(io.StringIO(files[f"{name}.csv"].decode("utf-8-sig"))))
    assert len(rows) == len(found) + 1
    assert len(rows[0]) == len(found[0])
    return found


def test_a_package_has_the_whole_year_and_validates(sample_office: Workspace, stick: Path) -> None:
    """Results, checklist, measures, papers, instrument, a text that explains them."""
    changes, receipt = sample_office.transfer.export(stick, PAPERS)
    report = verify_package(receipt.path)
    assert (report.sha256, report.size) == (receipt.sha256, receipt.size)
    assert report.label.fiscal_year == 2568
    assert changes.at == report.label.made_at == NOW
    files = unpacked(receipt.path)
    assert set(receipt.files) == set(files)
    assert files["papers/รายงานผล.pdf"] == PAPERS["รายงานผล.pdf"]
    assert parse(files["instrument.json"].decode()) == sample_office.session.instrument
    assert files["README.txt"].decode("utf-8-sig").startswith("ชุดข้อมูลผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2568")
    assert all(each.startswith(b"\xef\xbb\xbf") for name, each in files.items() if name.endswith(".csv"))
    assert len(records(files, "oit/oit")) == 28
    assert records(files, "measures/measures")


def test_the_scores_can_be_computed_again_from_the_counts(sample_office: Workspace, stick: Path) -> None:
    """Headquarters needs no trust in the sender's arithmetic."""
    files = unpacked(sample_office.transfer.export(stick, {})[1].path)
    instrument = sample_office.session.instrument
    scores = {
        row["code"]: row["score"] for row in records(files, "results/scores") if row["floor"] == "คะแนนรวม"
    }
    counts: dict[tuple[str, str], list[int]] = {}
    for row in records(files, "results/items"):
        if row["choice"]:
            counts.setdefault((row["part"], row["code"]), []).append(row["count"])
    with sample_office.session.reading() as transaction:
        lines = {
            part.code: questionnaire_store.lines(transaction, 2568, part.code)
            for _, part in instrument.survey_parts()
        }
    tallies = {
        part.code: tally_lines(part.code, tool, lines[part.code]) for tool, part in instrument.survey_parts()
    }
    for (part, code), found in counts.items():
        assert tuple(found) == tallies[part].questions[code].counts
    results = {row.item.code: row.entry.result for row in sample_office.checklist.rows()}
    total = score_instrument(instrument, tallies, results).value
    assert total is not None
    assert scores["total"] == f"{float(total):.2f}"


def test_no_name_from_a_roster_is_in_any_byte(sample_office: Workspace, stick: Path) -> None:
    """Not even one that somebody wrote into a note."""
    internal = sample_office.roster.internal()[0].person.name
    external = sample_office.roster.external()[0].name
    bare = internal.removeprefix("นางสาว").removeprefix("นาง").removeprefix("นาย")
    sample_office.checklist.save(
        CheckEntry("o8", None, WorkStatus.DOING, note=f"รอ{internal}ส่งไฟล์\nโทรหา {bare}", owner=external)
    )
    sample_office.measures.add(Measure("1", f"มอบ  {external}", owner=bare))
    try:
        receipt = sample_office.transfer.export(stick, PAPERS)[1]
    finally:
        sample_office.undo()
        sample_office.undo()
        sample_office.undo()
    with zipfile.ZipFile(receipt.path) as archive:
        everything = [archive.read(name) for name in archive.namelist()]
        everything += [name.encode() for name in archive.namelist()]
    people = [row.person for row in sample_office.roster.internal()]
    names = {person.name for person in people} | {person.name for person in sample_office.roster.external()}
    phones = {person.phone for person in people if person.phone}
    assert len(names) > 100
    for secret in names | phones | {bare}:
        assert not any(secret.encode() in data for data in everything), secret
    notes = {row["code"]: row["note"] for row in records(unpacked(receipt.path), "oit/oit")}
    assert notes["o8"] == "รอ[ปิดชื่อ]ส่งไฟล์\nโทรหา [ปิดชื่อ]"


def test_no_single_questionnaire_is_in_a_package(sample_office: Workspace, stick: Path) -> None:
    """Counts leave the office, answers of one person do not."""
    files = unpacked(sample_office.transfer.export(stick, {})[1].path)
    with sample_office.session.reading() as transaction:
        lines = questionnaire_store.lines(transaction, 2568, "IIT")
    for line in set(lines):
        assert not any(line.encode() in data for name, data in files.items() if name != "instrument.json")


def test_a_group_of_few_shows_neither_its_size_nor_its_answers(office: Workspace, stick: Path) -> None:
    """One executive among a hundred must not be told from a table."""
    form = office.session.instrument.tool_of_part("IIT").form
    best = "".join(str(best_choice(question)) for question in form[5:])
    key_in(office, "IIT", ["11111" + "1" * 15] + ["22222" + best] * 60 + ["33333" + best] * 39)
    files = unpacked(office.transfer.export(stick, {})[1].path)
    ages = [row["count"] for row in records(files, "results/profile") if row["code"] == "age"]
    assert ages == [None, 60, None, 0, 0, 0]
    cross = [row for row in records(files, "results/profile-items") if row["profile"] == "age"]
    for row in cross:
        label = row["group"]
        if label in {form[0].choices[0].label, form[0].choices[2].label}:
            assert row["count"] is None
    assert any(row["count"] == 60 for row in cross)
    assert {row["count"] for row in cross} <= {None, 0, 60}


def test_a_part_of_few_respondents_shows_no_distribution(office: Workspace, stick: Path) -> None:
    """Four forms are four people whom everybody knows."""
    key_in(office, "EIT2", ["-----" + "1" * 9] * 4)
    files = unpacked(office.transfer.export(stick, {})[1].path)
    for name in ("results/items", "results/profile", "results/profile-items"):
        assert json.loads(files[f"{name}.json"]) == []


def test_the_threshold_is_a_setting(office: Workspace, stick: Path) -> None:
    """An office may be stricter."""
    key_in(office, "IIT", ["11111" + "1" * 15] * 20 + ["22222" + "1" * 15] * 30)
    with office.session.change(Action.CHANGED_SETTING, "small-cell") as change:
        settings_store.put(change.transaction, "small-cell", 25)
    files = unpacked(office.transfer.export(stick, {})[1].path)
    ages = [row["count"] for row in records(files, "results/profile") if row["code"] == "age"]
    assert ages[:2] == [None, None]
    assert "น้อยกว่า 25 คน" in files["README.txt"].decode("utf-8-sig")


def test_numbers_run_on_whatever_is_undone(office: Workspace, stick: Path, empty_folder: Path) -> None:
    """A package that has left keeps its number; an undo does not call it back."""
    other = empty_folder / "USB2"
    other.mkdir()
    office.checklist.save(CheckEntry("o1", note="ก่อนส่ง"))
    names = [office.transfer.export(stick, {})[1].path.name]
    office.undo()
    assert not office.checklist.rows()[0].entry.note
    names.append(office.transfer.export(other, {})[1].path.name)
    names.append(office.transfer.export(stick, {})[1].path.name)
    assert [name.split("-")[3] for name in names] == ["001", "002", "003"]
    entry = office.settings.history(1)[0]
    assert (entry.action, entry.subject) == (Action.EXPORTED, names[-1])


def test_a_failed_export_uses_up_no_number_and_tells_no_history(
    office: Workspace, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A pulled stick leaves the office file as it was."""
    history = office.settings.history()

    def fail(path: Path) -> None:
        raise OSError(5, "pulled out")

    with monkeypatch.context() as patch:
        patch.setattr(package, "open_target", fail)
        with pytest.raises(DeviceFailed):
            office.transfer.export(stick, {})
    with pytest.raises(FileMissing):
        office.transfer.export(stick / "ไม่มี", {})
    assert not list(stick.iterdir())
    assert office.settings.history() == history
    assert office.transfer.export(stick, {})[1].path.name == "ITA-2568-99999-001-25680509.itapkg"


def test_papers_of_the_same_name_on_a_stick_are_kept_apart(office: Workspace, stick: Path) -> None:
    """Windows takes A.pdf and a.pdf for one file."""
    papers = {"A.pdf": b"1", "a.pdf": b"2", "ก/ข:ค.pdf": b"3", "con": b"4"}
    files = unpacked(office.transfer.export(stick, papers)[1].path)
    assert {name: data for name, data in files.items() if name.startswith("papers/")} == {
        "papers/A.pdf": b"1",
        "papers/a (2).pdf": b"2",
        "papers/ก-ข-ค.pdf": b"3",
        "papers/_con": b"4",
    }


def test_text_in_a_csv_is_never_a_formula(office: Workspace, stick: Path) -> None:
    """The receiver opens it in Excel; JSON keeps the text as it was."""
    office.checklist.save(CheckEntry("o1", note='=HYPERLINK("http://x")'))
    files = unpacked(office.transfer.export(stick, {})[1].path)
    assert "'=HYPERLINK" in files["oit/oit.csv"].decode()
    assert records(files, "oit/oit")[0]["note"] == '=HYPERLINK("http://x")'


def test_people_on_the_roster_do_not_change_the_package(office: Workspace, stick: Path) -> None:
    """Their number stays at home too."""
    before = unpacked(office.transfer.export(stick, {})[1].path)
    office.roster.add(InternalPerson("นายตัวอย่าง สมมติ"))
    office.roster.add(ExternalPerson("บริษัท สมมติ จำกัด"))
    after = unpacked(office.transfer.export(stick, {})[1].path)
    before.pop("package.json")
    after.pop("package.json")
    assert before == after


def test_the_results_workbook_shows_what_the_window_shows(
    sample_office: Workspace, empty_folder: Path
) -> None:
    """The total, every item, every head."""
    path = sample_office.transfer.write_results(empty_folder / "ผล.xlsx")
    book = load_workbook(path)
    total = sample_office.results.result().sheet.total.value
    assert total is not None
    assert book["คะแนน"]["D2"].value == pytest.approx(float(total), abs=0.005)
    assert book["OIT"].max_row == 29
    assert book["จำนวนคน"]["B2"].value == sample_office.roster.summary().internal
    assert not any(cell.data_type == "f" for sheet in book for row in sheet.iter_rows() for cell in row)
