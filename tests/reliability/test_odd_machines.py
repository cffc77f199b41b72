"""A clock set back, another time zone, a file renamed while open, long and Thai paths, two windows."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ita_desktop.domain.backup_rules import Reason
from ita_desktop.domain.measures import Measure
from ita_desktop.domain.problems import FileInUse, FileMissing, FileMoved, FileProblem
from ita_desktop.models import backup_files
from ita_desktop.services import workspace
from ita_desktop.services.instruments import instrument_text
from ita_desktop.services.safekeeping import Keeper, Places
from ita_desktop.support import clock
from tests.helpers.offices import INVENTED, NOW, new_workspace
from tests.reliability.conftest import key_form

if TYPE_CHECKING:
    from collections.abc import Iterator

MARCH = datetime(2025, 3, 1, 8, tzinfo=UTC)


def _itself(moment: datetime) -> datetime:
    """Return a moment: a clock that stands."""
    return moment


def test_a_clock_set_back_loses_no_change_no_order_and_no_copy(empty_folder: Path, shelves: Places) -> None:
    """The board's battery is empty, it is 2000 again. What is newest is still known, and undone first."""
    times = (NOW, datetime(2000, 1, 1, tzinfo=UTC), NOW + timedelta(hours=1))
    new_workspace(empty_folder).close()
    path = empty_folder / "ทดสอบ.ita"
    names = []
    for moment in times:
        now = partial(_itself, moment)
        office = workspace.open_file(path, now)
        office.measures.add(Measure("1", f"มาตรการ {moment.year} {moment.hour}"))
        keeper = Keeper(office, now, shelves)
        keeper.keep(Reason.CLOSING)
        assert keeper.check() == ()
        names.append([each.title for each in office.measures.rows()])
        office.close()
    assert [len(each) for each in names] == [1, 2, 3]
    office = workspace.open_file(path, lambda: NOW)
    numbers = [line.number for line in office.settings.history()]
    assert sorted(numbers) == sorted(set(numbers))
    office.measures.add(Measure("1", "มาตรการอีกข้อ"))
    office.undo()
    assert len(office.measures.rows()) == 3
    office.close()
    made = [copy.paper.made for copy in backup_files.copies(keeper.shelf) if copy.paper is not None]
    assert made == list(reversed(times))


@contextmanager
def zone(name: str) -> Iterator[None]:
    """Set the computer's time zone for a while."""
    before = os.environ.get("TZ")
    os.environ["TZ"] = name
    time.tzset()
    try:
        yield
    finally:
        if before is None:
            del os.environ["TZ"]
        else:
            os.environ["TZ"] = before
        time.tzset()


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="this system keeps its zone to itself")
def test_another_time_zone_changes_no_moment_and_no_day(empty_folder: Path) -> None:
    """Written in Bangkok, read in Samoa and Kiribati: the same instants, the same days on the plan."""
    with zone("Asia/Bangkok"):
        office = new_workspace(empty_folder)
        office.measures.add(Measure("1", "มาตรการ", start=MARCH.date(), end=NOW.date()))
        moments = [line.at for line in office.settings.history()]
        days = [(each.start, each.end) for each in office.measures.rows()]
        office.close()
    for place in ("Pacific/Pago_Pago", "Pacific/Kiritimati"):
        with zone(place):
            office = workspace.open_file(empty_folder / "ทดสอบ.ita", clock.now)
            assert [line.at for line in office.settings.history()][-len(moments) :] == moments
            assert [(each.start, each.end) for each in office.measures.rows()] == days
            assert office.check() == ()
            office.close()


def test_a_file_renamed_while_open_is_told_before_anything_is_written(empty_folder: Path) -> None:
    """Nothing goes into a file whose journal would lie beside another name; put back, work goes on."""
    office = new_workspace(empty_folder)
    key_form(office)
    path, other = office.path, empty_folder / "ชื่อใหม่.ita"
    path.rename(other)
    with pytest.raises(FileMoved):
        key_form(office)
    other.rename(path)
    key_form(office)
    assert forms(office) == 2
    office.close()


def test_a_file_put_in_its_place_is_never_written(empty_folder: Path) -> None:
    """A synchronising program replaced the file: the open one is still ours, the new one is not touched."""
    office = new_workspace(empty_folder)
    path = office.path
    path.rename(empty_folder / "ของเดิม.ita")
    path.write_bytes(b"another")
    with pytest.raises(FileMoved):
        key_form(office)
    assert path.read_bytes() == b"another"
    office.close()
    again = workspace.open_file(empty_folder / "ของเดิม.ita", lambda: NOW)
    assert again.check() == ()
    again.close()


def forms(office: workspace.Workspace) -> int:
    """How many IIT forms are in."""
    return next(part.respondents for part in office.entry.parts() if part.part.code == "IIT")


def test_a_thai_path_of_nearly_the_systems_limit_works_whole(empty_folder: Path, shelves: Places) -> None:
    """Letters, marks, spaces and signs; as long as the system lets it be, with copy, closing and opening."""
    folder = empty_folder / "แฟ้มประเมิน ปี ๒๕๖๘ (ฉบับจริง) & สำเนา"
    folder.mkdir()
    room = 500 - len(os.fsencode(folder)) - len("-journal")
    name = "น้ำ" * (min(room, 240) // len("น้ำ".encode())) + ".ita"
    path = folder / name[-80:]
    office = workspace.create(path, INVENTED, instrument_text(2568), lambda: NOW)
    key_form(office)
    keeper = Keeper(office, lambda: NOW, shelves)
    keeper.keep(Reason.CLOSING)
    assert keeper.check() == ()
    office.close()
    again = workspace.open_file(path, lambda: NOW)
    assert forms(again) == 1
    again.close()


def test_a_path_of_250_letters_works(empty_folder: Path) -> None:
    """The longest that Windows lets most programs have."""
    left = 250 - len(str(empty_folder)) - 2
    folder = empty_folder / ("ก" * min(left // 2, 60))
    folder.mkdir()
    path = folder / ("x" * (250 - len(str(folder)) - len("/.ita")) + ".ita")
    assert len(str(path)) == 250
    office = workspace.create(path, INVENTED, instrument_text(2568), lambda: NOW)
    key_form(office)
    office.close()
    workspace.open_file(path, lambda: NOW).close()


@pytest.mark.parametrize("letters", [250, 400])
def test_a_name_that_is_too_long_is_refused_with_nothing_made(empty_folder: Path, letters: int) -> None:
    """A name that leaves no room for the journal's, and one that the system itself refuses."""
    path = empty_folder / ("x" * (letters - len(".ita")) + ".ita")
    before = sorted(empty_folder.iterdir())
    with pytest.raises(FileProblem):
        workspace.create(path, INVENTED, instrument_text(2568), lambda: NOW)
    with pytest.raises(FileProblem):
        workspace.open_file(path, lambda: NOW)
    assert sorted(empty_folder.iterdir()) == before


SECOND = """
import sys
from pathlib import Path
from ita_desktop.domain.problems import FileInUse
from ita_desktop.services import workspace
from tests.helpers.offices import NOW
try:
    workspace.open_file(Path(sys.argv[1]), lambda: NOW)
except FileInUse:
    sys.exit(7)
"""


def test_two_windows_at_once_one_is_told(empty_folder: Path) -> None:
    """In one program and in two, before, between and after commands: the second never gets in."""
    office = new_workspace(empty_folder)
    for _ in range(2):
        with pytest.raises(FileInUse):
            workspace.open_file(office.path, lambda: NOW)
        line = [sys.executable, "-c", SECOND, str(office.path)]
        ended = subprocess.run(line, check=False, env={**os.environ, "PYTHONPATH": str(Path.cwd())})
        assert ended.returncode == 7
        key_form(office)
    office.close()
    workspace.open_file(office.path, lambda: NOW).close()


def test_a_folder_that_went_away_is_told_and_nothing_is_lost(empty_folder: Path) -> None:
    """The stick with the file was pulled: what was saved is on it, the next change is refused in words."""
    stick = empty_folder / "stick"
    stick.mkdir()
    office = new_workspace(stick)
    key_form(office)
    away = empty_folder / "away"
    stick.rename(away)
    with pytest.raises((FileMoved, FileMissing)):
        key_form(office)
    office.close()
    again = workspace.open_file(away / "ทดสอบ.ita", lambda: NOW)
    assert forms(again) == 1
    again.close()
