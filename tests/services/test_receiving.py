"""Promises about what comes in: shown first, taken whole with a copy before, undone in one step."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from ita_desktop.domain.checklist import CheckEntry, ResultStage, WorkStatus
from ita_desktop.domain.instrument_file import parse
from ita_desktop.domain.measures import Measure
from ita_desktop.domain.office import Office
from ita_desktop.domain.packages.contents import Down, Part
from ita_desktop.domain.packages.keys import Side
from ita_desktop.domain.packages.merging import Meeting, Take
from ita_desktop.domain.packages.numbering import Arrival
from ita_desktop.domain.packages.problems import PackageRefused, RefusalKind
from ita_desktop.domain.packages.receipts import Outcome
from ita_desktop.domain.packages.shipment import Fate, Figure, Judgement, Shipment
from ita_desktop.domain.problems import FileExists, InstrumentDoesNotFit, PackageFailed, Problem
from ita_desktop.domain.roster import InternalPerson
from ita_desktop.exchange.package_label import PackageLabel, label_of
from ita_desktop.exchange.sealing.key_file import key_document, new_keys
from ita_desktop.models import backup, backup_files
from ita_desktop.services import workspace as workspaces
from ita_desktop.services.instruments import instrument_text
from ita_desktop.services.packages.sending_down import send_down
from ita_desktop.services.receiving.rebuilding import rebuild
from ita_desktop.services.safekeeping import places
from ita_desktop.services.transfer import Order
from tests.helpers.offices import INVENTED, NOW, best_choice, instrument_of
from tests.services.test_transfer import key_in

if TYPE_CHECKING:
    from pathlib import Path

    from ita_desktop.services.workspace import Workspace

ABOVE = new_keys("สำนักงานกลางสมมติ", "1", Side.HEADQUARTERS)
STRANGER = new_keys("คนแปลกหน้า", "1", Side.HEADQUARTERS)
OTHER = new_keys("เทศบาลอื่นสมมติ", "88888", Side.OFFICE)
LIBRARY = json.dumps(
    {
        "format": "ita-desktop measures",
        "format_version": 1,
        "source": "คลังสมมติ",
        "version": 1,
        "measures": [{"title": "จัดประชุมชี้แจง", "indicator": "การปฏิบัติหน้าที่"}],
    }
)


@pytest.fixture
def stick(empty_folder: Path) -> Path:
    """A folder for packages."""
    folder = empty_folder / "USB"
    folder.mkdir()
    return folder


@pytest.fixture
def town(office: Workspace) -> Workspace:
    """An office that knows headquarters."""
    party = office.transfer.keys.take(replace(ABOVE.party, confirmed=False))[1]
    office.transfer.keys.confirm(party.fingerprint)
    return office


def label_down(number: int = 1, year: int = 2568) -> PackageLabel:
    """Return the label of a package that comes down."""
    plain = label_of(Office(ABOVE.party.name, code="1"), year, number, NOW, "ITA Desktop 0.1.0")
    return replace(plain, side=Side.HEADQUARTERS)


def figures(value: str = "95.20", code: str = INVENTED.code) -> Shipment:
    """Return published figures, and the assessor's word on an item."""
    return Shipment(
        figures=(Figure(code, "total", Decimal(value)), Figure("88888", "total", Decimal("50.00"))),
        judgements=(Judgement(code, "o2", ResultStage.FINAL, Fraction(50), "ไม่มีปีปัจจุบัน"),),
    )


def total(office: Workspace) -> Decimal | None:
    """Return the published total that the office has."""
    return office.results.result().published.get("total")


def test_a_package_is_looked_at_before_it_changes_anything(town: Workspace, stick: Path) -> None:
    """Who sent it, what would change for this office alone; the file is as before."""
    path = send_down(stick, label_down(), figures(), ABOVE).path
    seen = town.receiving.look(path)
    assert (seen.sender.name, seen.sender.confirmed) == (ABOVE.party.name, True)
    assert {each.place: (each.theirs, each.meeting) for each in seen.fields} == {
        "published/total": ("95.20", Meeting.NEW),
        "oit/o2/final": ("50", Meeting.NEW),
        "oit/o2/comment": ("ไม่มีปีปัจจุบัน", Meeting.NEW),
    }
    assert total(town) is None
    assert not town.receiving.received()


def test_a_package_is_taken_whole_and_undone_in_one_step(town: Workspace, stick: Path) -> None:
    """A safety copy lies there before; one undo takes all of it back, and it can be received again."""
    path = send_down(stick, label_down(), figures(), ABOVE).path
    shelf = backup_files.shelf(places().first, town.path)
    before = len(backup_files.copies(shelf))
    _, receipt = town.receiving.receive(town.receiving.look(path))
    assert (receipt.outcome, receipt.number) == (Outcome.TAKEN, 1)
    copies = backup_files.copies(shelf)
    assert len(copies) == before + 1
    assert backup.prove(copies[0]).contents is not None
    assert total(town) == Decimal("95.20")
    item = next(row.entry for row in town.checklist.rows() if row.item.code == "o2")
    assert (item.of_stage(ResultStage.FINAL), item.comment) == (Fraction(50), "ไม่มีปีปัจจุบัน")
    town.undo()
    assert total(town) is None
    assert not town.receiving.received()
    assert town.receiving.receive(town.receiving.look(path))[1].outcome is Outcome.TAKEN


def test_the_same_package_twice_and_an_older_one_change_nothing(town: Workspace, stick: Path) -> None:
    """Sticks are copied and come in the wrong order; a missing number is told."""
    old = send_down(stick, label_down(1), figures("90.00"), ABOVE).path
    new = send_down(stick, label_down(3), figures("95.20"), ABOVE).path
    assert town.receiving.look(old).order.arrival is Arrival.FIRST
    town.receiving.receive(town.receiving.look(new))
    again = town.receiving.look(new)
    assert (again.order.arrival, again.empty) == (Arrival.SAME, True)
    before = town.settings.history()
    assert town.receiving.receive(again)[1].outcome is Outcome.KNOWN
    assert town.settings.history() == before
    assert town.receiving.look(old).order.arrival is Arrival.OLD
    assert town.receiving.receive(town.receiving.look(old))[1].outcome is Outcome.OLDER
    assert total(town) == Decimal("95.20")
    fifth = send_down(stick, label_down(5), figures("95.30"), ABOVE).path
    assert town.receiving.look(fifth).order.missing == (2, 4)


def test_two_computers_that_went_apart_are_told_and_asked_about(town: Workspace, stick: Path) -> None:
    """The same number with another content: taken only by whom the sender was asked."""
    town.receiving.receive(town.receiving.look(send_down(stick, label_down(), figures(), ABOVE).path))
    (stick / "2").mkdir()
    other = send_down(stick / "2", label_down(), figures("91.00"), ABOVE).path
    seen = town.receiving.look(other)
    assert seen.order.arrival is Arrival.APART
    with pytest.raises(PackageRefused) as caught:
        town.receiving.receive(seen)
    assert caught.value.reason is RefusalKind.APART
    assert total(town) == Decimal("95.20")
    town.receiving.receive(seen, apart=True)
    assert total(town) == Decimal("91.00")


def test_what_both_sides_changed_is_decided_field_by_field(town: Workspace, stick: Path) -> None:
    """Theirs unless a person says mine; the one that lost is kept."""
    town.receiving.receive(town.receiving.look(send_down(stick, label_down(), figures("90.00"), ABOVE).path))
    town.results.put_published(2568, "total", Decimal("90.10"))
    seen = town.receiving.look(send_down(stick, label_down(2), figures("95.20"), ABOVE).path)
    assert [each.place for each in seen.clashes] == ["published/total"]
    town.receiving.receive(seen, {"published/total": Take.MINE})
    assert total(town) == Decimal("90.10")
    (aside,) = town.receiving.laid_aside()
    assert (aside.place, aside.value, aside.kept) == ("published/total", "95.20", "90.10")
    third = town.receiving.look(send_down(stick, label_down(3), figures("95.20"), ABOVE).path)
    assert {each.place: each.meeting for each in third.fields}["published/total"] is Meeting.KEPT
    fourth = town.receiving.look(send_down(stick, label_down(4), figures("96.00"), ABOVE).path)
    town.receiving.receive(fourth)
    assert total(town) == Decimal("96.00")
    assert town.receiving.laid_aside()[0].value == "90.10"


@pytest.mark.parametrize(
    ("keys", "label", "shipment", "reason"),
    [
        (STRANGER, label_down(), figures(), RefusalKind.SENDER_UNKNOWN),
        (OTHER, label_down(), figures(), RefusalKind.NOT_FROM_ABOVE),
        (ABOVE, label_down(year=2567), figures(), RefusalKind.OTHER_YEAR),
        (ABOVE, label_down(), figures(code="77777"), RefusalKind.NOTHING_FOR_US),
    ],
)
def test_a_sound_package_that_is_not_for_us_says_why(
    town: Workspace, stick: Path, keys: object, label: PackageLabel, shipment: Shipment, reason: RefusalKind
) -> None:
    """A stranger's, an office's, another year's, another office's."""
    assert isinstance(keys, type(ABOVE))
    if keys is OTHER:
        town.transfer.keys.take(replace(OTHER.party, confirmed=False))
    path = send_down(stick, label, shipment, keys).path
    with pytest.raises(PackageRefused) as caught:
        town.receiving.look(path)
    assert caught.value.reason is reason


def test_our_own_and_an_unsigned_package_are_not_received(town: Workspace, stick: Path) -> None:
    """What the office sent itself, and what anybody could have written."""
    from ita_desktop.exchange.package import write_package
    from ita_desktop.exchange.shipment_files import shipment_files

    unsigned = write_package(stick, label_down(), shipment_files(figures())).path
    for path, reason in (
        (town.transfer.export(stick, {})[1].path, RefusalKind.OWN),
        (unsigned, RefusalKind.UNSIGNED),
    ):
        with pytest.raises(PackageRefused) as caught:
            town.receiving.look(path)
        assert caught.value.reason is reason


def corrected(revision: int, **changes: object) -> str:
    """Return the year's instrument with another revision."""
    fields = json.loads(instrument_text(2568))
    return json.dumps({**fields, "revision": revision, **changes}, ensure_ascii=False)


def test_instruments_libraries_templates_and_keys_come_the_same_way(town: Workspace, stick: Path) -> None:
    """A correction of the year, another year to begin with, measures to choose from, papers, a new key."""
    higher = instrument_of(2568).revision + 1
    shipment = Shipment(
        instruments=(corrected(higher), instrument_text(2564)),
        libraries={"คลัง.json": LIBRARY, "เสีย.json": "{}"},
        templates={"บันทึก.docx": b"PK\x03\x04template"},
    )
    path = send_down(stick, label_down(), shipment, ABOVE, key_documents=[key_document(OTHER)]).path
    seen = town.receiving.look(path)
    assert {(each.kind, each.name): each.fate for each in seen.things} == {
        (Down.INSTRUMENT, "2568"): Fate.NEW,
        (Down.INSTRUMENT, "2564"): Fate.NEW,
        (Down.MEASURES, "คลังสมมติ"): Fate.NEW,
        (Down.MEASURES, "เสีย.json"): Fate.UNUSABLE,
        (Down.TEMPLATES, "บันทึก.docx"): Fate.NEW,
        (Down.KEYS, OTHER.party.name): Fate.NEW,
    }
    town.receiving.receive(seen)
    assert town.settings.instrument_revision() == higher
    assert parse(town.receiving.instruments()[2564]).fiscal_year == 2564
    assert town.receiving.templates() == {"บันทึก.docx": b"PK\x03\x04template"}
    assert OTHER.party in town.transfer.keys.parties()
    again = town.receiving.look(send_down(stick, label_down(2), shipment, ABOVE).path)
    assert {each.fate for each in again.things} == {Fate.SAME, Fate.UNUSABLE}
    town.undo()
    assert town.settings.instrument_revision() == higher - 1


def test_a_template_that_came_is_one_to_write_with(town: Workspace, stick: Path) -> None:
    """It stands among the office's templates, and goes with the undo; a spoiled one is told and left out."""
    desk = town.paperwork
    key = desk.papers.create("memo-free").key
    made = desk.templates.save_as(key, "บันทึกของส่วนกลาง").key
    data = desk.templates.write(made)
    desk.templates.remove(made)
    shipment = Shipment(templates={"บันทึก.ita-template": data, "เสีย.ita-template": data[:-20]})
    seen = town.receiving.look(send_down(stick, label_down(), shipment, ABOVE).path)
    assert {each.name: each.fate for each in seen.things} == {
        "บันทึก.ita-template": Fate.NEW,
        "เสีย.ita-template": Fate.UNUSABLE,
    }
    town.receiving.receive(seen)
    assert [each.name for each in desk.templates.list()] == ["บันทึกของส่วนกลาง"]
    town.undo()
    assert not desk.templates.list()


def test_a_correction_that_would_change_an_answered_form_stops_the_whole_package(
    town: Workspace, stick: Path
) -> None:
    """Nothing of the package is taken then, the figures neither."""
    key_in(town, "IIT", ["11111" + "1" * 15])
    fields = json.loads(corrected(instrument_of(2568).revision + 1))
    fields["tools"][0]["profile"] = fields["tools"][0]["profile"][:-1]
    shipment = replace(figures(), instruments=(json.dumps(fields, ensure_ascii=False),))
    path = send_down(stick, label_down(), shipment, ABOVE).path
    with pytest.raises(InstrumentDoesNotFit):
        town.receiving.receive(town.receiving.look(path))
    assert total(town) is None
    assert not town.receiving.received()


def test_a_package_exchanged_between_look_and_yes_is_refused(town: Workspace, stick: Path) -> None:
    """What is taken is what was shown."""
    path = send_down(stick, label_down(), figures(), ABOVE).path
    seen = town.receiving.look(path)
    path.unlink()
    send_down(stick, label_down(), figures("10.00"), ABOVE)
    with pytest.raises(PackageFailed):
        town.receiving.receive(seen)
    assert total(town) is None


@pytest.mark.parametrize("value", ["NaN", "101", "-1", "x", ""])
def test_figures_that_are_none_are_refused(town: Workspace, stick: Path, value: str) -> None:
    """Signed nonsense is nonsense."""
    from ita_desktop.exchange.package import write_package

    rows = json.dumps([{"office_code": INVENTED.code, "key": "total", "value": value}]).encode()
    path = write_package(stick, label_down(), {"down/published.json": rows}, keys=ABOVE).path
    with pytest.raises(Problem) as caught:
        town.receiving.look(path)
    assert isinstance(caught.value, PackageRefused)
    assert caught.value.reason is RefusalKind.CONTENT_BROKEN


def test_a_lost_file_is_built_again_from_its_newest_package(office: Workspace, stick: Path) -> None:
    """Items, measures, figures, single answers, people, as far as they went along; the score is the same."""
    form = office.session.instrument.tool_of_part("IIT").form
    best = "".join(str(best_choice(question)) for question in form[5:])
    key_in(office, "IIT", ["22222" + best] * 9 + ["33333" + "1" * (len(form) - 5)])
    office.checklist.save(
        CheckEntry("o1", Fraction(100), WorkStatus.DOING, "https://www.tambon-tuayang.go.th/o1")
    )
    office.measures.add(Measure("1", "อบรม", owner="สำนักปลัด"))
    office.results.put_published(2568, "total", Decimal("90.10"))
    office.roster.add(InternalPerson("นายตัวอย่าง สมมติ", phone="0810000000"))
    wish = Order(frozenset(Part), (), "กุ้ง หอย ปู ปลา ทะเล")
    path = office.transfer.export(stick, {}, order=wish)[1].path
    unlock = office.transfer.keys.unlock("กุ้ง หอย ปู ปลา ทะเล")
    done = rebuild(path, stick / "ใหม่.ita", lambda: NOW, unlock)
    assert (done.items, done.measures, done.forms, done.people) == (28, 1, 10, 1)
    assert Part.PEOPLE not in done.missing
    again = workspaces.open_file(done.path, lambda: NOW)
    try:
        assert again.results.result().sheet.total.value == office.results.result().sheet.total.value
        assert total(again) == Decimal("90.10")
        assert again.measures.rows()[0].title == "อบรม"
        assert again.roster.internal()[0].person.phone == "0810000000"
        assert again.settings.office().name == INVENTED.name
        assert again.transfer.export(stick, {})[1].path.name.split("-")[3] == "002"
    finally:
        again.close()
    with pytest.raises(FileExists):
        rebuild(path, done.path, lambda: NOW, unlock)
