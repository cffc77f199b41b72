"""Promises about packages: chosen, signed, sealed, numbered, answered."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from ita_desktop.domain.history import Action, Role
from ita_desktop.domain.packages.contents import Part
from ita_desktop.domain.packages.numbering import Arrival, Numbered, Order, order_of
from ita_desktop.domain.packages.problems import (
    KeyFault,
    KeyRefused,
    PackageRefused,
    PackageSealed,
    PartyChanged,
    PeopleUnsealed,
)
from ita_desktop.domain.packages.receipts import Outcome, Receipt
from ita_desktop.domain.problems import MissingRecord, PackageFailed, RoleNeeded
from ita_desktop.domain.roster import InternalPerson
from ita_desktop.exchange.package_verify import opened
from ita_desktop.services import workspace as workspaces
from ita_desktop.services.instruments import instrument_text
from ita_desktop.services.transfer import Order as Wish
from ita_desktop.services.transfer import verify_package
from tests.helpers.offices import INVENTED, NOW, best_choice
from tests.services.test_transfer import key_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ita_desktop.services.workspace import Workspace

EVERYTHING = frozenset(Part)


@pytest.fixture
def stick(empty_folder: Path) -> Path:
    """A folder for packages."""
    folder = empty_folder / "USB"
    folder.mkdir()
    return folder


@pytest.fixture
def province(empty_folder: Path) -> Iterator[Workspace]:
    """Another office, for which packages are sealed."""
    from dataclasses import replace

    other = replace(INVENTED, name="จังหวัดสมมติ", code="10000")
    made = workspaces.create(empty_folder / "จังหวัด.ita", other, instrument_text(2568), lambda: NOW)
    yield made
    made.close()


def test_a_package_is_signed_by_its_office(office: Workspace, stick: Path) -> None:
    """With keys that were made for it and stay the same from then on."""
    first = verify_package(office.transfer.export(stick, {})[1].path)
    second = verify_package(office.transfer.export(stick, {})[1].path)
    assert first.signer is not None
    assert first.signer == second.signer
    assert first.signer.name == INVENTED.name
    assert office.transfer.keys.own().party.fingerprint == first.signer.fingerprint
    assert second.label.previous == first.digest


def test_what_goes_along_is_what_was_chosen(office: Workspace, stick: Path) -> None:
    """Results always, the rest as asked for; the label says which."""
    form = office.session.instrument.tool_of_part("IIT").form
    best = "".join(str(best_choice(question)) for question in form[5:])
    key_in(office, "IIT", ["11111" + best] * 8)
    receipt = office.transfer.export(stick, {"memo.pdf": b"%PDF"}, order=Wish(frozenset()))[1]
    folders = {name.split("/")[0] for name in receipt.files}
    assert folders == {"results", "instrument.json", "package.json", "README.txt"}
    wish = Wish(frozenset({Part.ANSWERS, Part.HISTORY, Part.OIT, Part.MEASURES}))
    receipt = office.transfer.export(stick, {"memo.pdf": b"%PDF"}, order=wish)[1]
    folders = {name.split("/")[0] for name in receipt.files}
    assert {"answers", "history", "oit", "measures"} <= folders
    assert "papers" not in folders
    assert set(verify_package(receipt.path).label.parts) == {
        "results", "oit", "measures", "history", "answers",
    }  # fmt: skip
    contents = {each.part: each.rows for each in office.transfer.contents()}
    assert set(contents) == set(Part)
    assert contents[Part.ANSWERS] == 8


def test_single_answers_come_without_characteristics_and_order(office: Workspace, stick: Path) -> None:
    """Nobody is told by an age beside an answer, nor by the place in a stack; few forms are not told."""
    form = office.session.instrument.tool_of_part("IIT").form
    lines = [f"{age}1111" + str(1 + age % 2) * 15 for age in (3, 1, 2, 1, 3, 2)]
    key_in(office, "IIT", lines)
    key_in(office, "EIT2", ["-----" + "1" * 9] * 4)
    path = office.transfer.export(stick, {}, order=Wish(frozenset({Part.ANSWERS})))[1].path
    with opened(path) as (seen, _):
        names = seen.archive.namelist()
        rows = json.loads(seen.archive.read(f"{path.stem}/data/answers/IIT.json"))
    assert not any("EIT2" in name for name in names if "answers/" in name)
    assert set(rows[0]) == {question.code for question in form[5:]}
    assert [row["i1"] for row in rows] == sorted(line[5] for line in lines)


def test_people_leave_only_sealed(office: Workspace, province: Workspace, stick: Path) -> None:
    """Unsealed they do not, whatever was ticked; sealed, the reader has them and nobody else."""
    office.roster.add(InternalPerson("นายตัวอย่าง สมมติ"))
    people = frozenset({Part.PEOPLE})
    with pytest.raises(PeopleUnsealed):
        office.transfer.export(stick, {}, order=Wish(people))
    assert not list(stick.iterdir())
    office.transfer.keys.take(province.transfer.keys.own().party)
    wish = Wish(people, (province.transfer.keys.own().party.fingerprint,))
    path = office.transfer.export(stick, {}, order=wish)[1].path
    assert "ตัวอย่าง สมมติ".encode() not in path.read_bytes()
    with pytest.raises(PackageSealed):
        verify_package(path)
    with opened(path, province.transfer.keys.unlock()) as (seen, sealed):
        assert sealed
        assert "ตัวอย่าง สมมติ" in seen.archive.read(f"{path.stem}/data/people/internal.json").decode()
    assert verify_package(path, office.transfer.keys.unlock()).sealed
    assert office.transfer.sent()[0].readers == ("จังหวัดสมมติ",)


def test_the_clerk_may_not_send_and_the_executive_not_send_single_forms(
    office: Workspace, stick: Path
) -> None:
    """What a role may not read it may not send."""
    key_in(office, "IIT", ["11111" + "1" * 15] * 8)
    office.take_role(Role.CLERK)
    with pytest.raises(RoleNeeded):
        office.transfer.export(stick, {})
    office.take_role(Role.EXECUTIVE)
    with pytest.raises(RoleNeeded):
        office.transfer.export(stick, {}, order=Wish(frozenset({Part.ANSWERS})))
    assert not list(stick.iterdir())


def test_keys_are_handed_on_and_confirmed_by_telephone(
    office: Workspace, province: Workspace, stick: Path
) -> None:
    """As a file and as a line; not confirmed before somebody compared; forgotten by an undo."""
    theirs = province.transfer.keys
    path = theirs.write_file(stick)
    assert path.name == "10000.itakey"
    _, party = office.transfer.keys.take_file(path)
    assert not party.confirmed
    office.transfer.keys.confirm(party.fingerprint)
    assert office.transfer.keys.parties() == (theirs.own().party,)
    assert office.transfer.keys.take_text(theirs.line())[1].confirmed
    office.transfer.keys.forget("10000")
    assert office.transfer.keys.parties() == ()
    office.undo()
    assert len(office.transfer.keys.parties()) == 1
    with pytest.raises(KeyRefused) as caught:
        theirs.take_text(theirs.line())
    assert caught.value.fault is KeyFault.OWN
    with pytest.raises(MissingRecord):
        office.transfer.keys.find("นอกบัญชี")


def test_another_key_under_a_known_code_is_told(office: Workspace, province: Workspace, stick: Path) -> None:
    """A new computer or somebody else: the keys are not exchanged in silence."""
    keys = office.transfer.keys
    keys.take(province.transfer.keys.own().party)
    stranger = workspaces.create(
        stick / "อื่น.ita", province.settings.office(), instrument_text(2568), lambda: NOW
    )
    try:
        with pytest.raises(PartyChanged):
            keys.take(stranger.transfer.keys.own().party)
    finally:
        stranger.close()


def test_keys_survive_an_undo(office: Workspace, stick: Path) -> None:
    """Others know them: an undo of whatever came after never makes the office a stranger."""
    mark = office.transfer.keys.own().party.fingerprint
    office.roster.add(InternalPerson("นายตัวอย่าง สมมติ"))
    office.undo()
    assert office.transfer.keys.own().party.fingerprint == mark


def receipt_for(name: str, number: int, digest: str, outcome: Outcome = Outcome.TAKEN) -> Receipt:
    """Return an answer of the province."""
    return Receipt("99999", name, number, digest, outcome, NOW, "จังหวัดสมมติ")


def test_a_receipt_tells_what_arrived(office: Workspace, province: Workspace, stick: Path) -> None:
    """Written at the receiver's, read at home, shown beside the package; a stranger's is not believed."""
    sent = office.transfer.export(stick, {})[1]
    receipts = [receipt_for(sent.path.name, 1, sent.digest), receipt_for("อื่น.itapkg", 9, "x")]
    (path,) = province.transfer.receipts.write(stick, receipts)
    assert office.transfer.receipts.found_in(stick) == (path,)
    with pytest.raises(PackageRefused):
        office.transfer.receipts.read(path)
    office.transfer.keys.take(province.transfer.keys.own().party)
    _, taken = office.transfer.receipts.read(path)
    assert [each.name for each in taken] == [sent.path.name]
    (line,) = office.transfer.receipts.sent()
    assert line.receipt is not None
    assert (line.receipt.outcome, line.receipt.by) == (Outcome.TAKEN, "จังหวัดสมมติ")
    assert office.settings.history(1)[0].action is Action.READ_RECEIPT


def test_a_receipt_that_was_changed_is_refused(office: Workspace, province: Workspace, stick: Path) -> None:
    """Who turns `refused` into `taken` is known."""
    office.transfer.keys.take(province.transfer.keys.own().party)
    (path,) = province.transfer.receipts.write(stick, [receipt_for("x.itapkg", 1, "d", Outcome.REFUSED)])
    path.write_text(path.read_text("utf-8").replace("refused", "taken"), "utf-8")
    with pytest.raises(PackageFailed, match="bad-signature"):
        office.transfer.receipts.read(path)
    path.write_text("[]", "utf-8")
    with pytest.raises(PackageFailed, match="bad-receipt"):
        office.transfer.receipts.read(path)


ONE, TWO, THREE = Numbered(1, "a"), Numbered(2, "b", "a"), Numbered(3, "c", "b")


@pytest.mark.parametrize(
    ("new", "known", "order"),
    [
        (ONE, [], Order(Arrival.FIRST)),
        (Numbered(7, "g", "f"), [], Order(Arrival.FIRST)),
        (TWO, [ONE], Order(Arrival.NEXT)),
        (TWO, [ONE, TWO], Order(Arrival.SAME)),
        (THREE, [ONE], Order(Arrival.GAP, (2,))),
        (TWO, [ONE, THREE], Order(Arrival.LATE)),
        (ONE, [TWO, THREE], Order(Arrival.OLD)),
        (Numbered(2, "x", "a"), [ONE, TWO], Order(Arrival.APART)),
        (Numbered(3, "y", "x"), [ONE, TWO], Order(Arrival.APART)),
        (Numbered(2, "x", "a"), [ONE, THREE], Order(Arrival.APART)),
    ],
)
def test_the_order_of_packages_is_judged(new: Numbered, known: list[Numbered], order: Order) -> None:
    """Missing, old, twice, late, and two computers of one office that went apart."""
    assert order_of(new, known) == order
