"""Promises of an encrypted file: nobody reads it without a password, and nothing else is different."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest

from ita_desktop.domain.accounts.problems import SignInNeeded, WrongCode, WrongPassword
from ita_desktop.domain.accounts.recovery_code import code_of
from ita_desktop.domain.backup_rules import Reason
from ita_desktop.domain.history import Action, Role
from ita_desktop.domain.problems import FileDamaged, FileInUse, FileSealed, NotOurFile
from ita_desktop.domain.roster import InternalPerson
from ita_desktop.models import backup, backup_files, conversion, database
from ita_desktop.models.driver import connect
from ita_desktop.models.file_key import new_key, opened, read_ring, ring_path, sealed
from ita_desktop.models.migrations import MIGRATIONS, NEWEST_FORM
from ita_desktop.services import restoring, safekeeping, workspace
from ita_desktop.services.accounts import sealing
from ita_desktop.services.safekeeping import Keeper, Places
from tests.helpers.offices import NOW, new_workspace
from tests.reliability.conftest import key_form

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from pathlib import Path

    from ita_desktop.services.workspace import Workspace

FIRST, SECOND = "สมมุติ หนึ่ง", "สมมุติ สอง"
PASSWORD, OTHER = "ทุ่งนาสีทองยามเช้า", "ฝนตกหนักเมื่อวานซืน"
HIDDEN = "นางสาวลับเฉพาะ ไม่มีใครรู้"


@pytest.fixture
def plain(tmp_path: Path) -> tuple[Path, str, sealing.Order]:
    """A closed plain file with two accounts, a person and a form; its code; the order to encrypt it."""
    made = new_workspace(tmp_path)
    made.roster.add(InternalPerson(HIDDEN))
    key_form(made)
    _, code = made.accounts.protect(FIRST, PASSWORD)
    made.accounts.add(SECOND, Role.CLERK, OTHER)
    order = sealing.order(made.session, to_sealed=True)
    made.close()
    return made.path, code, order


@pytest.fixture
def path(plain: tuple[Path, str, sealing.Order]) -> Path:
    """The same file, encrypted and closed."""
    sealing.turn(plain[2])
    return plain[0]


def come_in(path: Path, name: str = FIRST, password: str = PASSWORD) -> Workspace:
    """Open the encrypted file and sign in."""
    office = workspace.open_file(path, lambda: NOW, sealing.key_by_password(path, name, password))
    office.signing_in.sign_in(name, password)
    return office


def test_nothing_in_the_file_can_be_read(plain: tuple[Path, str, sealing.Order]) -> None:
    """Not a name, not a table's; before it could, by anyone."""
    path, _, order = plain
    assert HIDDEN.encode() in path.read_bytes()
    sealing.turn(order)
    kept = path.read_bytes()
    for words in (HIDDEN, "CREATE TABLE", "questionnaire", FIRST):
        assert words.encode() not in kept
    with pytest.raises(sqlite3.DatabaseError):
        sqlite3.connect(path).execute("SELECT * FROM setting").fetchall()
    assert order.key not in ring_path(path).read_bytes()
    assert not [each for each in path.parent.iterdir() if each.suffix == ".tmp"]


def test_it_opens_with_each_ones_own_password_and_holds_what_it_held(path: Path) -> None:
    """Both accounts, the person, the form, the undo, the history with its chain."""
    with pytest.raises(FileSealed):
        workspace.open_file(path, lambda: NOW)
    with pytest.raises(WrongPassword):
        come_in(path, FIRST, OTHER)
    office = come_in(path, SECOND, OTHER)
    assert office.role is Role.CLERK
    assert [row.person.name for row in office.roster.internal()] == [HIDDEN]
    office.roster.add(InternalPerson("นายสมมุติ ใหม่"))
    office.undo()
    assert len(office.roster.internal()) == 1
    assert office.check() == ()
    assert [each.action for each in office.settings.history()].count(Action.ENCRYPTED) == 1
    office.close()


def test_a_new_password_changes_the_ring_and_not_the_file(path: Path) -> None:
    """The key stays; the old password opens nothing any more."""
    before = sealing.key_by_password(path, FIRST, PASSWORD)
    office = come_in(path)
    office.accounts.change_password(PASSWORD, OTHER)
    office.close()
    with pytest.raises(WrongPassword):
        sealing.key_by_password(path, FIRST, PASSWORD)
    assert sealing.key_by_password(path, FIRST, OTHER) == before


def test_a_closed_account_is_off_the_ring_and_a_new_one_on_it(path: Path) -> None:
    """Whoever may not come in cannot open the file with another tool either, once the ring is new."""
    office = come_in(path)
    second = office.accounts.all()[1]
    office.accounts.change(replace(second, active=False))
    office.accounts.add("สมมุติ สาม", Role.READER, OTHER)
    office.close()
    ring = read_ring(ring_path(path))
    assert ring is not None
    assert set(ring.people) == {FIRST, "สมมุติ สาม"}


def test_the_recovery_sheet_opens_it(plain: tuple[Path, str, sealing.Order]) -> None:
    """All passwords forgotten: the code opens the file, and gives one of them anew."""
    path, code, order = plain
    sealing.turn(order)
    with pytest.raises(WrongCode):
        sealing.key_by_code(path, code_of(bytes(15)))
    office = workspace.open_file(path, lambda: NOW, sealing.key_by_code(path, code))
    fresh = office.signing_in.recover(FIRST, code, OTHER)
    office.close()
    come_in(path, FIRST, OTHER).close()
    assert sealing.key_by_code(path, fresh)


def test_copies_stay_encrypted_are_proven_and_restored_with_their_ring(path: Path, tmp_path: Path) -> None:
    """Proven with the key while the file is open; restored without it, by the paper's hash."""
    places = Places(tmp_path / "backups", None)
    office = come_in(path)
    keeper = Keeper(office, lambda: NOW, places)
    kept = keeper.keep(Reason.ASKED)
    assert kept.copy is not None
    assert kept.troubles == ()
    assert HIDDEN.encode() not in kept.copy.path.read_bytes()
    drill = keeper.drill()
    assert drill is not None
    assert (drill.sound, drill.people, drill.forms) == (True, 1, 1)
    assert keeper.check() == ()
    office.close()
    path.unlink()
    ring_path(path).unlink()
    restoring.restore(kept.copy.path, path, NOW, places)
    again = come_in(path)
    assert [row.person.name for row in again.roster.internal()] == [HIDDEN]
    again.close()


def test_a_ring_left_behind_is_found_on_the_shelf(path: Path, tmp_path: Path) -> None:
    """Only the .ita was copied back: the newest copy's paper still knows who can open it."""
    places = Places(tmp_path / "backups", None)
    office = come_in(path)
    Keeper(office, lambda: NOW, places).keep(Reason.ASKED)
    office.close()
    ring_path(path).unlink()
    assert set(sealing.ring_of_file(path, places).people) == {FIRST, SECOND}
    assert ring_path(path).exists()
    ring_path(path).unlink()
    with pytest.raises(FileSealed):
        sealing.ring_of_file(path, Places(tmp_path / "elsewhere"))


def test_a_spoiled_copy_is_told_without_the_key(path: Path, tmp_path: Path) -> None:
    """One flipped byte anywhere is seen by the hash on its paper."""
    office = come_in(path)
    made = Keeper(office, lambda: NOW, Places(tmp_path / "backups")).keep(Reason.ASKED).copy
    office.close()
    assert made is not None
    whole = bytearray(made.path.read_bytes())
    whole[len(whole) // 2] ^= 1
    made.path.write_bytes(whole)
    with pytest.raises(FileDamaged):
        backup.prove(made)


def test_a_flipped_byte_in_the_file_is_never_a_wrong_number(path: Path) -> None:
    """Each page carries a seal of its own: what was altered does not open."""
    key = sealing.key_by_password(path, FIRST, PASSWORD)
    whole = path.read_bytes()
    for place in range(200, len(whole), len(whole) // 23):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        with pytest.raises((FileDamaged, NotOurFile)):
            workspace.open_file(path, lambda: NOW, key)
    path.write_bytes(whole)
    workspace.open_file(path, lambda: NOW, key).close()


def test_a_file_cut_off_anywhere_is_refused(path: Path) -> None:
    """At every page and within pages; nothing of it is shown."""
    key = sealing.key_by_password(path, FIRST, PASSWORD)
    whole = path.read_bytes()
    for end in (*range(512, len(whole), len(whole) // 61), len(whole) - 4096, len(whole) - 1):
        path.write_bytes(whole[:end])
        with pytest.raises((FileDamaged, NotOurFile)):
            workspace.open_file(path, lambda: NOW, key)


def test_an_encrypted_file_of_an_older_form_is_brought_up_to_date(path: Path, tmp_path: Path) -> None:
    """With an encrypted copy kept first, beside it and on the shelf."""
    key = sealing.key_by_password(path, FIRST, PASSWORD)
    with closing(connect(path, key)) as raw:
        raw.execute(f"PRAGMA user_version = {NEWEST_FORM - 1}")
    places = Places(tmp_path / "backups")
    with migrations_that_end_in_nothing():
        office = safekeeping.open_file(path, lambda: NOW, places, key)
    office.close()
    copies = [copy.path for copy in backup_files.copies(backup_files.shelf(places.first, path))]
    assert len(copies) == 1
    assert HIDDEN.encode() not in copies[0].read_bytes()
    assert backup.form_of(path) == NEWEST_FORM
    workspace.open_file(path, lambda: NOW, key).close()


def migrations_that_end_in_nothing() -> AbstractContextManager[object]:
    """The migrations with a last step that does nothing, for a file that has it already."""
    return patch.object(database, "MIGRATIONS", (*MIGRATIONS[:-1], ()))


def test_two_windows_do_not_share_it(path: Path) -> None:
    """The lock holds as for a plain file."""
    office = come_in(path)
    with pytest.raises(FileInUse):
        workspace.open_file(path, lambda: NOW, office.session.database.key)
    office.close()


def test_the_way_back_is_open(path: Path) -> None:
    """Decrypted by its ADMIN it is a plain file again, with all that was in it; the accounts stay."""
    office = come_in(path)
    with pytest.raises(FileSealed):
        office.accounts.unprotect(PASSWORD)
    order = sealing.order(office.session, to_sealed=False)
    office.close()
    sealing.turn(order)
    again = workspace.open_file(path, lambda: NOW)
    again.signing_in.sign_in(FIRST, PASSWORD)
    assert [row.person.name for row in again.roster.internal()] == [HIDDEN]
    assert not ring_path(path).exists()
    again.close()


def test_a_conversion_that_fails_leaves_the_file_as_it_was(
    plain: tuple[Path, str, sealing.Order], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever comes of the copy that is not the same, the plain file stands, and opens."""
    path, _, order = plain
    before = path.read_bytes()
    looks = iter(["one thing", "another"])
    monkeypatch.setattr(conversion, "seen", lambda *_: next(looks))
    with pytest.raises(FileDamaged):
        sealing.turn(order)
    assert path.read_bytes() == before
    assert not [each for each in path.parent.iterdir() if each.name.endswith(".tmp")]


def test_plain_copies_go_once_there_is_an_encrypted_one(
    plain: tuple[Path, str, sealing.Order], tmp_path: Path
) -> None:
    """And not before: an office without any copy is worse off than one with a readable one."""
    path, _, order = plain
    places = Places(tmp_path / "backups")
    shelf = Keeper(workspace.open_file(path, lambda: NOW), lambda: NOW, places)
    assert shelf.keep(Reason.ASKED).copy is not None
    shelf._workspace.close()
    sealing.turn(order)
    assert len(sealing.plain_copies(path, places)) == 1
    assert sealing.forget_plain_copies(path, places) == 0
    office = come_in(path)
    Keeper(office, lambda: NOW, places).keep(Reason.ASKED)
    office.close()
    assert sealing.forget_plain_copies(path, places) == 1
    assert sealing.plain_copies(path, places) == ()


def test_a_file_that_asks_nobody_is_not_encrypted(tmp_path: Path) -> None:
    """There would be nobody to give the key to."""
    made = new_workspace(tmp_path)
    with pytest.raises(SignInNeeded):
        sealing.order(made.session, to_sealed=True)
    made.close()


def test_a_sealing_opens_for_its_secret_alone() -> None:
    """And a spoiled one opens for nobody."""
    key = new_key()
    kept = sealed(key, PASSWORD)
    assert opened(kept, PASSWORD) == key
    assert opened(kept, OTHER) is None
    assert opened(kept[:-4], PASSWORD) is None
    assert opened("", PASSWORD) is None
    assert sealed(key, PASSWORD) != kept
