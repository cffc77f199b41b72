"""The office file opens alone, refuses what is not ours, and is never half written."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import inspect

from ita_desktop.domain.problems import (
    DiskFull,
    FileDamaged,
    FileExists,
    FileInUse,
    FileMissing,
    FileProblem,
    FileTooNew,
    NotOurFile,
    ReadOnly,
)
from ita_desktop.models import database, tables
from ita_desktop.models.migrations import MIGRATIONS, NEWEST_FORM

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def path(empty_folder: Path) -> Path:
    """Where an office file lies, in a folder with a Thai name."""
    return empty_folder / "เทศบาล.ita"


@pytest.fixture
def closed_file(path: Path) -> Path:
    """An office file that nobody has open."""
    database.create(path).close()
    return path


@pytest.fixture
def opened(path: Path) -> Iterator[database.Database]:
    """An open office file."""
    made = database.create(path)
    yield made
    made.close()


def digest(path: Path) -> str:
    """Return the file's SHA-256."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_new_file_is_ours_and_of_the_newest_form(closed_file: Path) -> None:
    """Another program can tell by application id and form."""
    raw = sqlite3.connect(closed_file)
    assert raw.execute("PRAGMA application_id").fetchone() == (database.APPLICATION_ID,)
    assert raw.execute("PRAGMA user_version").fetchone() == (NEWEST_FORM,)
    assert raw.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    raw.close()


def test_the_connection_has_the_settings_that_the_promises_rest_on(opened: database.Database) -> None:
    """Foreign keys, full sync, exclusive lock."""
    with opened.reading() as transaction:
        values = {
            name: transaction.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("foreign_keys", "synchronous", "locking_mode", "journal_mode")
        }
    assert values == {
        "foreign_keys": 1,
        "synchronous": 2,
        "locking_mode": "exclusive",
        "journal_mode": "delete",
    }


def test_the_described_tables_are_those_that_the_migrations_make(opened: database.Database) -> None:
    """tables.py and the migrations say the same: names, keys, what may be null."""
    with opened.reading() as transaction:
        inspector = inspect(transaction)
        found = {}
        for name in inspector.get_table_names():
            keys = set(inspector.get_pk_constraint(name)["constrained_columns"])
            found[name] = {
                column["name"]: (
                    bool(column["nullable"]) and column["name"] not in keys,
                    column["name"] in keys,
                )
                for column in inspector.get_columns(name)
            }
    described = {
        table.name: {
            column.name: (bool(column.nullable) and not column.primary_key, column.primary_key)
            for column in table.columns
        }
        for table in tables.metadata.tables.values()
    }
    assert described == found


def test_a_second_window_is_told_that_the_file_is_in_use(opened: database.Database) -> None:
    """Two windows cannot spoil one file."""
    with pytest.raises(FileInUse):
        database.open_file(opened.path)


def test_a_closed_file_can_be_opened_again(closed_file: Path) -> None:
    """No lock outlives its window."""
    database.open_file(closed_file).close()
    database.open_file(closed_file).close()


def test_a_copy_made_while_the_file_is_open_is_whole(opened: database.Database, path: Path) -> None:
    """A user copies the file to a stick while the window is open: the copy opens."""
    with opened.transaction() as transaction:
        transaction.exec_driver_sql("INSERT INTO setting VALUES ('a', '1')")
    copy = path.with_name("สำเนา.ita")
    shutil.copy(path, copy)
    other = database.open_file(copy)
    with other.reading() as transaction:
        assert transaction.exec_driver_sql("SELECT value FROM setting").scalar() == "1"
    other.close()


def test_an_error_in_a_transaction_leaves_nothing_behind(opened: database.Database) -> None:
    """DDL too is taken back: the driver's default would have kept the table."""

    def half_a_command() -> None:
        with opened.transaction() as transaction:
            transaction.exec_driver_sql("CREATE TABLE half (a)")
            transaction.exec_driver_sql("INSERT INTO setting VALUES ('a', '1')")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half_a_command()
    with opened.reading() as transaction:
        assert transaction.exec_driver_sql("SELECT count(*) FROM setting").scalar() == 0
        assert not inspect(transaction).has_table("half")


def test_a_full_disk_is_told_and_the_file_stays_as_it_was(opened: database.Database) -> None:
    """SQLite's own page limit stands in for the full disk."""
    with opened.reading() as transaction:
        pages = transaction.exec_driver_sql("PRAGMA page_count").scalar()
        transaction.exec_driver_sql(f"PRAGMA max_page_count = {pages}")

    def fill() -> None:
        with opened.transaction() as transaction:
            for number in range(1000):
                transaction.exec_driver_sql("INSERT INTO setting VALUES (?, ?)", (f"k{number}", "x" * 500))

    with pytest.raises(DiskFull):
        fill()
    with opened.reading() as transaction:
        assert transaction.exec_driver_sql("SELECT count(*) FROM setting").scalar() == 0
    assert opened.integrity_faults() == ()


def test_creating_over_an_existing_file_is_refused(closed_file: Path) -> None:
    """Nothing is ever overwritten unasked."""
    before = digest(closed_file)
    with pytest.raises(FileExists):
        database.create(closed_file)
    assert digest(closed_file) == before


def test_creating_in_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    """The folder is named."""
    with pytest.raises(FileMissing) as caught:
        database.create(tmp_path / "ไม่มี" / "a.ita")
    assert caught.value.path == tmp_path / "ไม่มี"


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 workbook", b"SQLite format 3\x00", b"\x00" * 5000])
def test_a_foreign_file_is_refused_untouched(path: Path, content: bytes) -> None:
    """A workbook, an empty file, a cut file."""
    path.write_bytes(content)
    with pytest.raises(NotOurFile):
        database.open_file(path)
    assert path.read_bytes() == content


def test_another_programs_database_is_refused_untouched(path: Path) -> None:
    """A SQLite file without our application id is not ours."""
    raw = sqlite3.connect(path)
    raw.execute("CREATE TABLE other (a)")
    raw.close()
    before = digest(path)
    with pytest.raises(NotOurFile):
        database.open_file(path)
    assert digest(path) == before


def test_a_newer_file_is_refused_untouched_and_its_form_told(closed_file: Path) -> None:
    """An old program never spoils a new file."""
    raw = sqlite3.connect(closed_file)
    raw.execute(f"PRAGMA user_version = {NEWEST_FORM + 3}")
    raw.commit()
    raw.close()
    before = digest(closed_file)
    with pytest.raises(FileTooNew) as caught:
        database.open_file(closed_file)
    assert (caught.value.found, caught.value.known) == (NEWEST_FORM + 3, NEWEST_FORM)
    assert digest(closed_file) == before


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    """Neither is made into an office file."""
    with pytest.raises(FileMissing):
        database.open_file(tmp_path / "ไม่มี.ita")
    with pytest.raises(NotOurFile):
        database.open_file(tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anything")
def test_a_read_only_file_is_told(closed_file: Path) -> None:
    """The user learns that nothing could be kept, before keying anything."""
    closed_file.chmod(0o400)
    with pytest.raises(ReadOnly):
        database.open_file(closed_file)


def test_a_read_only_file_is_told_to_root_too(closed_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same promise where the tests run as root: the system says that writing is not allowed."""
    monkeypatch.setattr("ita_desktop.models.database.os.access", lambda *_: False)
    with pytest.raises(ReadOnly):
        database.open_file(closed_file)


def test_every_truncation_is_told_never_opened_as_if_whole(closed_file: Path) -> None:
    """Cut at every 512 bytes: a typed problem each time, the cut file left as it is."""
    whole = closed_file.read_bytes()
    for length in range(0, len(whole), 512):
        closed_file.write_bytes(whole[:length])
        with pytest.raises(FileProblem) as caught:
            database.open_file(closed_file).close()
        assert isinstance(caught.value, FileDamaged | NotOurFile)
        assert closed_file.read_bytes() == whole[:length]


def test_a_file_of_form_1_comes_up_to_date_with_its_form_in_hand(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The draft moves to a table without a reference to its batch; a copy of the old file is kept."""
    with monkeypatch.context() as old:
        old.setattr(database, "MIGRATIONS", MIGRATIONS[:1])
        old.setattr(database, "NEWEST_FORM", 1)
        first = database.create(path)
        with first.transaction() as transaction:
            transaction.exec_driver_sql("INSERT INTO round VALUES (2568, '{}')")
            transaction.exec_driver_sql("INSERT INTO batch VALUES (1, 2568, 'IIT', 1, '', NULL, '', 0)")
            transaction.exec_driver_sql("INSERT INTO draft VALUES (2568, 'IIT', 1, 7, '12-', 'หน้า 2')")
        first.close()
    opened = database.open_file(path)
    with opened.reading() as transaction:
        assert transaction.exec_driver_sql("SELECT * FROM draft").all() == [
            (2568, "IIT", 1, 7, "12-", "หน้า 2")
        ]
    assert opened.integrity_faults() == ()
    opened.close()
    assert path.with_suffix(".form1.ita").exists()


@pytest.mark.parametrize("failing", range(len(MIGRATIONS[1])))
def test_a_second_migration_that_fails_leaves_the_file_in_form_1(
    path: Path, failing: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Failed at each of its statements: the file opens again with the program that made it."""
    with monkeypatch.context() as old:
        old.setattr(database, "MIGRATIONS", MIGRATIONS[:1])
        old.setattr(database, "NEWEST_FORM", 1)
        database.create(path).close()
        broken = list(MIGRATIONS[1])
        broken[failing] = "SELECT * FROM there_is_no_such_table"
        old.setattr(database, "MIGRATIONS", (MIGRATIONS[0], tuple(broken)))
        old.setattr(database, "NEWEST_FORM", 2)
        with pytest.raises(Exception, match="no such table"):
            database.open_file(path)
        old.setattr(database, "NEWEST_FORM", 1)
        old.setattr(database, "MIGRATIONS", MIGRATIONS[:1])
        database.open_file(path).close()


@pytest.mark.parametrize("failing", range(len(MIGRATIONS[0])))
def test_a_migration_that_fails_at_any_statement_leaves_no_new_file(
    path: Path, failing: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first migration, failed at each of its statements: the file is gone as if never made."""
    broken = list(MIGRATIONS[0])
    broken[failing] = "SELECT * FROM there_is_no_such_table"
    monkeypatch.setattr(database, "MIGRATIONS", (tuple(broken),))
    with pytest.raises(Exception, match="no such table"):
        database.create(path)
    assert not path.exists()


def test_no_query_can_join_a_questionnaire_to_a_person(opened: database.Database) -> None:
    """Rosters and answers share no column but the year, and reference nothing but round and batch."""
    with opened.reading() as transaction:
        inspector = inspect(transaction)

        def columns(name: str) -> set[str]:
            return {column["name"] for column in inspector.get_columns(name)}

        def references(name: str) -> set[str]:
            return {str(key["referred_table"]) for key in inspector.get_foreign_keys(name)}

        answers = {"questionnaire", "draft", "second_form", "dispute", "look"}
        stacks = {"batch", "second_plan", "batch_clerk", "keying_spell"}
        people = {"internal_person", "external_person"}
        kept = set().union(*map(columns, answers))
        assert kept & set().union(*map(columns, people)) == {"year"}
        assert set().union(*map(references, people)) == {"round"}
        assert set().union(*map(references, answers)) == {"round", "batch", "questionnaire", "second_form"}
        assert set().union(*map(references, stacks)) == {"round", "batch"}
        assert not any("time" in name or "at" in name.split("_") for name in kept)


def test_clerks_and_durations_are_kept_of_batches_never_of_forms(opened: database.Database) -> None:
    """Whoever could see how long a form took, or who keyed it, could match it to who came that day."""
    with opened.reading() as transaction:
        inspector = inspect(transaction)
        for name in inspector.get_table_names():
            found = {column["name"] for column in inspector.get_columns(name)}
            if found & {"serial", "line", "oddity"}:
                assert not {each for each in found if each == "clerk" or each.endswith("_ms")}, name
            if found & {"clerk", "active_ms"}:
                assert not found & {"at", "serial", "place", "line"}, name
