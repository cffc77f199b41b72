"""Promises of a headquarters: what offices send arrives once, counts as it should, and can be taken back."""

from __future__ import annotations

import json
import random
import zipfile
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from ita_desktop.domain.headquarters.delivery import OfficeLabel
from ita_desktop.domain.headquarters.problems import StoreNotOurs, StoreUnreachable
from ita_desktop.domain.numbers import mean, rounded
from ita_desktop.domain.packages.problems import PackageRefused, PackageSealed, RefusalKind
from ita_desktop.domain.packages.receipts import Outcome
from ita_desktop.domain.problems import (
    FileExists,
    FileMissing,
    HeadquartersFile,
    NothingToUndo,
    NotOurFile,
    PackageFailed,
    Problem,
    WorkbookRefused,
)
from ita_desktop.domain.scoring import Level
from ita_desktop.domain.thai_text import thai_digits
from ita_desktop.exchange.receipt_file import read_receipts
from ita_desktop.services import workspace
from ita_desktop.services.headquarters import headquarters
from ita_desktop.services.headquarters.sending import gathered
from ita_desktop.wording.packages import outcome_words, place_words
from tests.documents.pdf import text_of as pdf_text
from tests.helpers.offices import NOW, new_workspace
from tests.helpers.senders import Year, invented_year, sender

if TYPE_CHECKING:
    from pathlib import Path

    from ita_desktop.services.headquarters.headquarters import Headquarters

FORMS = 30


@pytest.fixture(scope="module")
def years() -> tuple[Year, ...]:
    """Three different years of offices."""
    chance = random.Random(2568)  # noqa: S311 - repeatable chance, no secret
    return tuple(invented_year(chance, FORMS) for _ in range(3))


def total_of(year: Year) -> Decimal:
    """Return the total that the office computed for itself."""
    value = year.sheet.total.value
    assert value is not None
    return rounded(value)


def test_an_office_s_figures_are_those_it_computed(
    office_of_the_province: Headquarters, tmp_path: Path, years: tuple[Year, ...]
) -> None:
    """Headquarters counts again and comes to every score of the office, from the total to the item."""
    store = office_of_the_province
    seen, receipt = store.receiving.receive(sender("10001").send(tmp_path, years[0]))
    assert (seen.outcome, receipt.outcome, seen.year.differs) == (Outcome.TAKEN, Outcome.TAKEN, ())
    sheet = store.standing.office("10001")
    assert sheet.standing.total == total_of(years[0])
    kept = {score.key: score.value for score, _ in sheet.scores}
    expected = {
        key: rounded(score.value)
        for key, score in years[0].sheet.by_key.items()
        if score.value is not None and score.level is not Level.QUESTION
    }
    assert kept == expected
    assert all(title for score, title in sheet.scores if score.level is Level.ITEM)


def test_the_tables_of_all_are_the_means_of_the_offices(
    office_of_the_province: Headquarters, tmp_path: Path, years: tuple[Year, ...]
) -> None:
    """Ranks, provinces and items come from what the offices reached, and counts add up."""
    store = office_of_the_province
    for number, year in enumerate(years):
        province = "ก" if number < 2 else "ข"
        store.receiving.receive(sender(f"2000{number}", province=province).send(tmp_path, year))
    totals = [total_of(year) for year in years]
    rows = store.standing.offices()
    assert [row.total for row in rows] == totals
    assert [row.rank for row in rows] == [sorted(totals, reverse=True).index(total) + 1 for total in totals]
    first, second = store.standing.provinces()
    assert first.mean == rounded(mean(map(Fraction, totals[:2])) or Fraction(0))
    assert (second.sent, second.mean) == (1, totals[2])
    item = next(each for each, _ in store.standing.items() if each.key == "i1")
    values = [rounded(year.sheet.value("i1") or Fraction(0)) for year in years]
    assert abs(item.mean * 3 - sum(values)) <= Decimal("0.03")
    assert (item.offices, item.lowest) == (3, min(values))
    assert sum(store.standing.distribution()["IIT", "i1"].values()) == FORMS * len(years)
    assert [each.mean for each, _ in store.standing.items()] == sorted(
        each.mean for each, _ in store.standing.items()
    )


def test_the_same_package_twice_changes_nothing(
    office_of_the_province: Headquarters, tmp_path: Path, years: tuple[Year, ...]
) -> None:
    """A stick is copied, a folder is received again: known, said so, harmless."""
    store, office = office_of_the_province, sender("30001")
    path = office.send(tmp_path, years[0])
    store.receiving.receive(path)
    before = store.standing.offices()
    seen, receipt = store.receiving.receive(path)
    assert (seen.outcome, receipt.outcome) == (Outcome.KNOWN, Outcome.KNOWN)
    assert store.standing.offices() == before
    assert len(store.standing.arrivals()) == 1


def test_a_newer_package_counts_and_an_older_one_that_comes_late_does_not(
    office_of_the_province: Headquarters, tmp_path: Path, years: tuple[Year, ...]
) -> None:
    """Sticks arrive in the wrong order: the missing number is told, the newest counts."""
    store, office = office_of_the_province, sender("40001")
    first, second, third = (office.send(tmp_path, year) for year in years)
    store.receiving.receive(first)
    seen, receipt = store.receiving.receive(third)
    assert (seen.order.missing, receipt.missing) == ((2,), (2,))
    seen, _ = store.receiving.receive(second)
    assert seen.outcome is Outcome.OLDER
    assert store.standing.office("40001").standing.total == total_of(years[2])


def test_two_computers_of_one_office_are_told_apart(
    office_of_the_province: Headquarters, tmp_path: Path, years: tuple[Year, ...]
) -> None:
    """A second line of numbers from the same key is refused, and what was there counts on."""
    store, office = office_of_the_province, sender("50001")
    store.receiving.receive(office.send(tmp_path, years[0]))
    other = sender("50001")
    other.keys = office.keys
    (tmp_path / "อื่น").mkdir()
    seen, receipt = store.receiving.receive(other.send(tmp_path / "อื่น", years[1]))
    assert (seen.outcome, receipt.why) == (Outcome.REFUSED, "apart 1")
    assert store.standing.office("50001").standing.total == total_of(years[0])


def test_a_stranger_with_an_office_s_code_is_refused(
    office_of_the_province: Headquarters, tmp_path: Path, years: tuple[Year, ...]
) -> None:
    """An office is known by the key it came with first; nobody else speaks for it."""
    store = office_of_the_province
    store.receiving.receive(sender("60001").send(tmp_path, years[0]))
    (tmp_path / "ปลอม").mkdir()
    forged = sender("60001").send(tmp_path / "ปลอม", years[1])
    with pytest.raises(PackageRefused) as refused:
        store.receiving.receive(forged)
    assert refused.value.reason is RefusalKind.SENDER_CHANGED
    assert store.standing.office("60001").standing.total == total_of(years[0])
    assert len(store.keys.parties()) == 1


def test_looking_keeps_nothing(
    office_of_the_province: Headquarters, tmp_path: Path, years: tuple[Year, ...]
) -> None:
    """A preview says what would change and leaves the store as it was, the new key included."""
    store = office_of_the_province
    seen = store.receiving.look(sender("70001").send(tmp_path, years[0]))
    assert seen.before[0].key == "total"
    assert (seen.before[0].old, seen.before[0].new) == (None, total_of(years[0]))
    assert store.standing.offices() == ()
    assert store.keys.parties() == ()


def test_taking_back_brings_the_one_before_and_can_itself_be_taken_back(
    office_of_the_province: Headquarters, tmp_path: Path, years: tuple[Year, ...]
) -> None:
    """One undo, whole; receiving the same package again makes it count again."""
    store, office = office_of_the_province, sender("80001")
    first, second = office.send(tmp_path, years[0]), office.send(tmp_path, years[1])
    store.receiving.receive(first)
    store.receiving.receive(second)
    store.receiving.take_back("80001", 2568)
    assert store.standing.office("80001").standing.total == total_of(years[0])
    store.receiving.receive(second)
    assert store.standing.office("80001").standing.total == total_of(years[1])
    store.receiving.take_back("80001", 2568)
    store.receiving.take_back("80001", 2568)
    assert not store.standing.office("80001").standing.has_sent
    with pytest.raises(NothingToUndo):
        store.receiving.take_back("80001", 2568)


def test_who_must_send_and_has_not_is_late(
    office_of_the_province: Headquarters, tmp_path: Path, years: tuple[Year, ...]
) -> None:
    """The list of offices is taken from a sheet; who is on it and has not sent is late, never a zero."""
    store, listed = office_of_the_province, tmp_path / "รายชื่อ.csv"
    listed.write_text("รหัส,หน่วยงาน,จังหวัด\n90001,อบต.หนึ่ง,ก\n90002,อบต.สอง,ก\n", "utf-8")
    assert store.offices.expect_file(listed) == 2
    store.receiving.receive(sender("90002", province="ก").send(tmp_path, years[0]))
    assert [each.office.code for each in store.standing.late()] == ["90001"]
    group = store.standing.all()
    assert (group.expected, group.sent, group.mean) == (2, 1, total_of(years[0]))


def test_receipts_are_read_by_the_office(
    office_of_the_province: Headquarters, tmp_path: Path, years: tuple[Year, ...]
) -> None:
    """What goes back names the package and what became of it, signed by headquarters."""
    store = office_of_the_province
    path = sender("91001").send(tmp_path, years[0])
    _, receipt = store.receiving.receive(path)
    (written,) = store.receiving.write_receipts(tmp_path, [receipt])
    party, answers = read_receipts(written)
    assert party.fingerprint == store.keys.own().party.fingerprint
    assert [(each.name, each.outcome) for each in answers] == [(path.name, Outcome.TAKEN)]


def test_receipts_of_several_visits_stay_together(
    office_of_the_province: Headquarters, tmp_path: Path, years: tuple[Year, ...]
) -> None:
    """Packages received one by one, each with its receipt: the last answer does not wipe out the first."""
    store, office = office_of_the_province, sender("91002")
    paths = [office.send(tmp_path, year) for year in years]
    for path in (*paths, paths[0]):
        _, receipt = store.receiving.receive(path)
        (written,) = store.receiving.write_receipts(tmp_path, [receipt])
    _, answers = read_receipts(written)
    outcomes = {each.name: each.outcome for each in answers}
    assert outcomes == {
        paths[0].name: Outcome.KNOWN, paths[1].name: Outcome.TAKEN, paths[2].name: Outcome.TAKEN
    }  # fmt: skip
    assert len(answers) == len(paths)


def test_an_office_learns_what_was_refused_and_why(
    office_of_the_province: Headquarters, tmp_path: Path, years: tuple[Year, ...]
) -> None:
    """A cut package and one of a changed key get their line; a sealed one waits for its passphrase."""
    store = office_of_the_province
    path = sender("91003").send(tmp_path, years[0])
    store.receiving.receive(path)
    (tmp_path / "อื่น").mkdir()
    other = sender("91003").send(tmp_path / "อื่น", years[1])
    path.write_bytes(path.read_bytes()[:5000])
    for each, why in ((path, "not-a-zip"), (other, "sender-changed")):
        with pytest.raises(Problem) as told:
            store.receiving.receive(each)
        receipt = store.receiving.refusal(each, told.value)
        assert receipt is not None
        assert (receipt.office_code, receipt.number, receipt.outcome) == ("91003", 1, Outcome.REFUSED)
        assert receipt.why.split()[0] == why
        assert "({" not in outcome_words(receipt)
    assert store.receiving.refusal(path, PackageSealed(path)) is None
    assert store.receiving.refusal(tmp_path / "จดหมาย.itapkg", PackageFailed(path, "not-a-zip")) is None


def test_a_store_is_told_from_a_foreign_file(tmp_path: Path) -> None:
    """Who opens a headquarters' file as an office's hears what it is, not that it is nothing of ours."""
    path = tmp_path / "HQ.ita"
    headquarters.create(str(path), "จังหวัด", 2568, lambda: NOW).close()
    with pytest.raises(HeadquartersFile):
        workspace.open_file(path, lambda: NOW)


def test_a_store_keeps_what_it_took(where: str, tmp_path: Path, years: tuple[Year, ...]) -> None:
    """Closed and opened again, all is there; two stores are never made in one place."""
    store = headquarters.create(where, "จังหวัด", 2568, lambda: NOW)
    store.receiving.receive(sender("92001").send(tmp_path, years[0]))
    mark, rows = store.keys.own().party.fingerprint, store.standing.offices()
    store.close()
    with pytest.raises((FileExists, StoreNotOurs)):
        headquarters.create(where, "อีกแห่ง", 2568, lambda: NOW)
    again = headquarters.open_store(where, lambda: NOW)
    assert (again.keys.own().party.fingerprint, again.standing.offices()) == (mark, rows)
    assert (again.name, again.year) == ("จังหวัด", 2568)
    again.close()


def test_a_changed_package_is_refused_and_nothing_is_kept(
    office_of_the_province: Headquarters, tmp_path: Path, years: tuple[Year, ...]
) -> None:
    """One score altered on the way: refused with the file named, no row written."""
    store = office_of_the_province
    path = sender("93001").send(tmp_path, years[0])
    changed = tmp_path / f"x-{path.name}"
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(changed, "w") as target:
        for entry in source.infolist():
            data = source.read(entry)
            if entry.filename.endswith("results/scores.json"):
                rows = json.loads(data)
                rows[0]["score"] = "99.99"
                data = json.dumps(rows).encode()
            target.writestr(entry, data)
    with pytest.raises(PackageFailed, match=r"scores\.json"):
        store.receiving.receive(changed)
    assert store.standing.offices() == ()


def test_a_store_that_cannot_be_reached_says_so_without_its_password() -> None:
    """A server that is off is told by its address; the password stays out of every message."""
    with pytest.raises(StoreUnreachable) as told:
        headquarters.open_store("postgresql://clerk:hidden@127.0.0.1:9/ita", lambda: NOW)
    assert "hidden" not in told.value.server
    assert "127.0.0.1" in told.value.server


def test_an_office_file_is_not_taken_for_a_store(tmp_path: Path) -> None:
    """Each kind of file is refused by the other's opener, and neither is touched."""
    office = new_workspace(tmp_path)
    path = office.path
    office.close()
    before = path.read_bytes()
    with pytest.raises(NotOurFile):
        headquarters.open_store(str(path), lambda: NOW)
    assert path.read_bytes() == before
    with pytest.raises(FileMissing):
        headquarters.open_store(str(tmp_path / "ไม่มี.ita"), lambda: NOW)


def test_what_headquarters_sends_down_is_taken_by_the_office(
    office_of_the_province: Headquarters, tmp_path: Path
) -> None:
    """Published figures for many offices go down in one package; an office takes those that are its own."""
    store, book = office_of_the_province, tmp_path / "ประกาศ.csv"
    book.write_text("รหัส,หน่วยงาน,คะแนนรวม,IIT\n99999,เทศบาลตำบลตัวอย่าง,88.79,87.23\n1,อื่น,50,\n", "utf-8")
    receipt = store.sending.send(tmp_path, gathered((), (), (), book))
    office = new_workspace(tmp_path)
    office.transfer.keys.take_file(store.keys.write_file(tmp_path))
    seen = office.receiving.look(receipt.path)
    assert {place_words(each.place) for each in seen.fields} == {"คะแนนประกาศ คะแนนรวม", "คะแนนประกาศ IIT"}
    office.receiving.receive(seen)
    published = office.results.result().published
    assert {key: str(value) for key, value in published.items()} == {"total": "88.79", "IIT": "87.23"}
    office.close()


def test_figures_that_cannot_be_are_refused_with_their_cell(tmp_path: Path) -> None:
    """A score above a hundred names its cell, and nothing goes down."""
    book = tmp_path / "ประกาศ.csv"
    book.write_text("รหัส,total\n99999,188.79\n", "utf-8")
    with pytest.raises(WorkbookRefused) as refused:
        gathered((), (), (), book)
    assert [each.cell for each in refused.value.problems] == ["B2"]


def test_the_report_and_the_workbook_tell_what_the_tables_tell(
    office_of_the_province: Headquarters, tmp_path: Path, years: tuple[Year, ...]
) -> None:
    """Paper and workbook hold each office's total, and name who is late."""
    store = office_of_the_province
    store.offices.expect([OfficeLabel("70009", "อบต.ล่าช้า", "", "ก")])
    store.receiving.receive(sender("70001", province="ก").send(tmp_path, years[0]))
    text = pdf_text(store.standing.report(NOW))
    assert thai_digits(f"{total_of(years[0]):.2f}") in text
    assert "อบต.ล่าช้า" in text
    path = store.standing.write_workbook(tmp_path / "รวม.xlsx")
    rows = list(load_workbook(path)["หน่วยงาน"].iter_rows(values_only=True))
    total = rows[0].index("คะแนนรวม")
    assert {row[1]: row[total] for row in rows[1:]} == {"70001": float(total_of(years[0])), "70009": None}


def test_a_report_without_any_office_says_so(office_of_the_province: Headquarters) -> None:
    """An empty store has a report too: no division by nothing, no zero that is no score."""
    assert "ยังไม่มีคะแนนรวมของหน่วยงานใด" in pdf_text(office_of_the_province.standing.report(NOW))
