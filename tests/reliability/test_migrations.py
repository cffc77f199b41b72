"""P6: whichever statement of a migration fails, the file is still of its old form, with all it held."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ita_desktop.models import backup, database
from ita_desktop.models.migrations import MIGRATIONS, NEWEST_FORM

if TYPE_CHECKING:
    from pathlib import Path

    from ita_desktop.models.backup_seen import Seen

PLACES = [(form, place) for form in range(1, NEWEST_FORM) for place in range(len(MIGRATIONS[form]))]


def at_form(patch: pytest.MonkeyPatch, form: int) -> None:
    """Let the program be the one that knew this form as its newest."""
    patch.setattr(database, "MIGRATIONS", MIGRATIONS[:form])
    patch.setattr(database, "NEWEST_FORM", form)


def furnished(path: Path) -> None:
    """Put in what a file of any form can hold."""
    opened = database.create(path)
    with opened.transaction() as transaction:
        for statement in (
            "INSERT INTO setting VALUES ('active-year', '2568')",
            "INSERT INTO round VALUES (2568, '{}')",
            "INSERT INTO batch VALUES (1, 2568, 'IIT', 1, '', NULL, '', 0)",
            "INSERT INTO questionnaire VALUES (2568, 'IIT', 1, 1, '123', '')",
            "INSERT INTO published VALUES (2567, 'total', '90.5')",
        ):
            transaction.exec_driver_sql(statement)
    opened.close()


def seen(path: Path) -> Seen:
    """All that stands in a file."""
    opened = database.open_file(path)
    try:
        return backup.look(opened)
    finally:
        opened.close()


@pytest.mark.parametrize(("form", "place"), PLACES)
def test_a_migration_failed_at_any_statement_leaves_the_old_file_whole(
    empty_folder: Path, monkeypatch: pytest.MonkeyPatch, form: int, place: int
) -> None:
    """Every statement of every step after the first; afterwards the step goes through and all is there."""
    path = empty_folder / "เก่า.ita"
    with monkeypatch.context() as old:
        at_form(old, form)
        furnished(path)
        before = seen(path)
        broken = list(MIGRATIONS[form])
        broken[place] = "SELECT * FROM there_is_no_such_table"
        old.setattr(database, "MIGRATIONS", (*MIGRATIONS[:form], tuple(broken)))
        old.setattr(database, "NEWEST_FORM", form + 1)
        with pytest.raises(Exception, match="no such table"):
            database.open_file(path)
        at_form(old, form)
        assert seen(path) == before
    opened = database.open_file(path)
    with opened.reading() as transaction:
        assert transaction.exec_driver_sql("SELECT serial, line FROM questionnaire").all() == [(1, "123")]
        assert transaction.exec_driver_sql("SELECT value FROM published").all() == [("90.5",)]
    assert opened.integrity_faults() == ()
    opened.close()
