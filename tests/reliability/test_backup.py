"""P5: there is always a good copy, and what cannot be copied is told, once."""

from __future__ import annotations

import shutil
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from ita_desktop.domain.backup_rules import FLOOR, Reason
from ita_desktop.domain.file_rules import FindingKind
from ita_desktop.domain.problems import DeviceFailed, DiskFull, FileDamaged, FileMissing, FileProblem
from ita_desktop.models import backup, backup_files, database
from ita_desktop.models.migrations import MIGRATIONS
from ita_desktop.services import safekeeping, workspace
from ita_desktop.services.safekeeping import Keeper, Places
from ita_desktop.support import atomic, write_errors
from tests.helpers.offices import NOW
from tests.reliability.conftest import key_form

if TYPE_CHECKING:
    from pathlib import Path

    from ita_desktop.services.workspace import Workspace


def on_shelf(keeper: Keeper) -> list[str]:
    """The names of the copies."""
    return [copy.path.name for copy in backup_files.copies(keeper.shelf)]


def test_a_copy_holds_what_the_file_holds_and_says_so_on_its_paper(keeper: Keeper, office: Workspace) -> None:
    """Counts for people, hashes for the program, and the same rows."""
    copy = keeper.keep(Reason.ASKED).copy
    assert copy is not None
    assert copy.paper is not None
    assert copy.paper.contents == backup_files.Contents(
        "เทศบาลตำบลตัวอย่าง", (2568,), internal=1, forms=2, measures=1, history=5
    )
    assert copy.paper.sha256 == atomic.sha256_of(copy.path)
    assert backup.prove(copy) == backup.look(office.session.database)


def test_a_copy_does_not_let_go_of_the_files_lock(keeper: Keeper, office: Workspace) -> None:
    """On Linux any second handle on the file, closed again, would; a program beside would then get in."""
    import subprocess
    import sys

    keeper.keep(Reason.ASKED)
    words = "import sqlite3,sys; sqlite3.connect(sys.argv[1], timeout=0).execute('SELECT * FROM setting')"
    ended = subprocess.run(
        [sys.executable, "-c", words, str(office.path)], capture_output=True, text=True, check=False
    )
    assert "database is locked" in ended.stderr


def test_a_copy_is_made_every_half_hour_if_anything_was_written(office: Workspace, shelves: Places) -> None:
    """A key of a form in hand counts; a morning without work makes none."""
    hours = iter([NOW + timedelta(minutes=each) for each in range(0, 6000, 10)])
    keeper = Keeper(office, lambda: next(hours), shelves)
    for _ in range(10):
        assert keeper.interval().copy is None
    office.entry.keep(office.entry.begin("IIT").draft)
    assert [keeper.interval().copy is not None for _ in range(10)].count(True) == 1


def test_closing_makes_a_copy_once(keeper: Keeper, office: Workspace) -> None:
    """Opened and closed again without work there is nothing to copy; after work there is."""
    assert keeper.end().copy is not None
    assert keeper.end().copy is None
    key_form(office)
    assert keeper.end().copy is not None
    assert len(on_shelf(keeper)) == 2


def test_a_broken_file_makes_no_copy_and_throws_none_away(
    keeper: Keeper, office: Workspace, shelves: Places
) -> None:
    """The good copies of a file that rots are never pushed out by copies of the rot."""
    for _ in range(3):
        keeper.keep(Reason.ASKED)
    before = on_shelf(keeper)
    office.close()
    content = bytearray(office.path.read_bytes())
    broken = 0
    for page in range(1, len(content) // 4096):
        spoiled = content.copy()
        spoiled[page * 4096 : page * 4096 + 8] = b"\xff" * 8
        office.path.write_bytes(spoiled)
        with pytest.raises(FileProblem):
            backup.make_of_closed(office.path, keeper.shelf, Reason.CLOSING, NOW)
        broken += 1
    assert broken > 10
    assert on_shelf(keeper) == before


def test_a_file_that_breaks_while_open_keeps_its_copies(keeper: Keeper, office: Workspace) -> None:
    """The keeper says that it is damaged, and neither adds nor removes."""
    keeper.keep(Reason.ASKED)
    before = on_shelf(keeper)
    with office.session.database.transaction() as transaction:
        transaction.exec_driver_sql("PRAGMA writable_schema = ON")
        transaction.exec_driver_sql("UPDATE sqlite_schema SET rootpage = 2 WHERE name = 'measure'")
    office.close()
    with pytest.raises(FileProblem):
        backup.make_of_closed(office.path, keeper.shelf, Reason.CLOSING, NOW)
    assert on_shelf(keeper) == before


def test_the_second_place_has_the_same_copies(keeper: Keeper, office: Workspace, shelves: Places) -> None:
    """Byte for byte, with their papers."""
    copy = keeper.keep(Reason.ASKED).copy
    assert shelves.second is not None
    (twin,) = backup_files.copies(backup_files.shelf(shelves.second, office.path))
    assert copy is not None
    assert twin.paper == copy.paper
    assert twin.path.read_bytes() == copy.path.read_bytes()


def test_a_missing_second_place_is_told_once_and_again_when_it_returns_and_goes(
    keeper: Keeper, shelves: Places
) -> None:
    """A stick left at home is said once a day's work, not every half hour; the first place has its copy."""
    assert shelves.second is not None
    shutil.rmtree(shelves.second)
    first = keeper.keep(Reason.ASKED)
    assert [type(trouble) for trouble in first.troubles] == [FileMissing]
    assert first.copy is not None
    assert keeper.keep(Reason.ASKED).troubles == ()
    assert keeper.safety().troubles != ()
    shelves.second.mkdir()
    assert keeper.keep(Reason.ASKED).troubles == ()
    assert keeper.safety().troubles == ()
    shutil.rmtree(shelves.second)
    assert len(keeper.keep(Reason.ASKED).troubles) == 1


def test_a_full_place_is_told_and_keeps_its_copies(keeper: Keeper, monkeypatch: pytest.MonkeyPatch) -> None:
    """The copies there stay; the work goes on."""
    keeper.keep(Reason.ASKED)
    before = on_shelf(keeper)

    def full(*_: object) -> None:
        raise write_errors.DiskFullError(keeper.shelf)

    with monkeypatch.context() as disk:
        disk.setattr(backup, "_copy", full)
        kept = keeper.keep(Reason.ASKED)
    assert [type(trouble) for trouble in kept.troubles] == [DiskFull]
    assert kept.copy is None
    assert on_shelf(keeper) == before


def test_old_copies_go_and_never_too_many(office: Workspace, shelves: Places) -> None:
    """Thirty copies of thirty days: the rule's shelf is left, in both places, papers with their copies."""
    clock = [NOW]
    keeper = Keeper(office, lambda: clock[0], shelves)
    for day in range(30):
        clock[0] = NOW + timedelta(days=day)
        keeper.keep(Reason.INTERVAL)
    assert FLOOR < len(on_shelf(keeper)) < 25
    assert len(list(keeper.shelf.glob("*.json"))) == len(on_shelf(keeper))


def test_a_clock_set_back_loses_no_copy_and_the_newest_is_still_known(
    office: Workspace, shelves: Places
) -> None:
    """The battery is flat, the year is 2010: what is made now is the newest, the others stay."""
    clock = [NOW]
    keeper = Keeper(office, lambda: clock[0], shelves)
    keeper.keep(Reason.ASKED)
    clock[0] = datetime(2010, 1, 1, tzinfo=NOW.tzinfo)
    last = keeper.keep(Reason.ASKED).copy
    assert len(on_shelf(keeper)) == 2
    assert keeper.safety().newest == last


def test_the_drill_says_what_it_counted_and_sees_a_copy_that_rots(keeper: Keeper) -> None:
    """Sound: how many forms. One bit turned in the copy: not sound."""
    assert keeper.drill() is None
    copy = keeper.keep(Reason.ASKED).copy
    assert copy is not None
    drill = keeper.drill_if_due()
    assert drill is not None
    assert (drill.sound, drill.forms, drill.people) == (True, 2, 1)
    assert keeper.drill_if_due() is None
    content = bytearray(copy.path.read_bytes())
    content[len(content) // 2] ^= 1
    copy.path.write_bytes(content)
    spoiled = keeper.drill()
    assert spoiled is not None
    assert not spoiled.sound
    assert keeper.safety().drill == spoiled


def test_an_unclean_end_is_noticed_at_the_next_opening(
    keeper: Keeper, shelves: Places, office: Workspace
) -> None:
    """The mark is there from opening to closing; whoever finds it checks."""
    assert not keeper.begin().unclean
    again = Keeper(office, lambda: NOW, shelves)
    assert again.begin() == safekeeping.Opened(unclean=True, findings=())
    again.end()
    assert not Keeper(office, lambda: NOW, shelves).begin().unclean


def test_a_history_rewritten_since_the_copy_is_found(keeper: Keeper, office: Workspace) -> None:
    """All seals made anew: the chain holds, but not against the copy's paper."""
    keeper.keep(Reason.ASKED)
    assert keeper.check() == ()
    with office.session.drafting() as transaction:
        transaction.exec_driver_sql("UPDATE history SET subject = 'x', seal = ''")
    key_form(office)
    assert [finding.kind for finding in keeper.check()] == [FindingKind.REWRITTEN]


def test_an_old_file_is_on_the_shelf_before_it_is_brought_up_to_date(
    empty_folder: Path, shelves: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The copy has the old form; a shelf that cannot take it leaves the old file alone."""
    path = empty_folder / "เก่า.ita"
    with monkeypatch.context() as old:
        old.setattr(database, "MIGRATIONS", MIGRATIONS[:4])
        old.setattr(database, "NEWEST_FORM", 4)
        database.create(path).close()
    before = path.read_bytes()
    with monkeypatch.context() as disk:
        disk.setattr(backup, "_copy", lambda *_: (_ for _ in ()).throw(write_errors.DiskFaultError(path)))
        with pytest.raises(DeviceFailed):
            safekeeping.open_file(path, lambda: NOW, shelves)
    assert path.read_bytes() == before
    safekeeping.open_file(path, lambda: NOW, shelves).close()
    (copy,) = backup_files.copies(backup_files.shelf(shelves.first, path))
    assert copy.paper is not None
    assert (copy.paper.form, copy.paper.reason) == (4, Reason.MIGRATION)
    workspace.open_file(path, lambda: NOW).close()


def test_the_choice_of_a_second_place_is_kept(tmp_path: Path) -> None:
    """And can be taken back."""
    assert safekeeping.places().second is None
    safekeeping.choose_second(tmp_path)
    assert safekeeping.places().second == tmp_path
    safekeeping.choose_second(None)
    assert safekeeping.places().second is None


def test_a_copy_whose_paper_was_altered_is_not_trusted(keeper: Keeper) -> None:
    """Another hash on the paper: the copy is told as damaged."""
    copy = keeper.keep(Reason.ASKED).copy
    assert copy is not None
    paper = copy.path.with_suffix(".json")
    paper.write_text(paper.read_text("utf-8").replace('"forms": 2', '"forms": 3'), "utf-8")
    with pytest.raises(FileDamaged):
        backup.prove(backup_files.copies(keeper.shelf)[0])
