"""Steps of an older file become rows of their own, in order, and none is lost."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from ita_desktop.models import database, measure_store
from ita_desktop.models.migrations import MIGRATIONS

if TYPE_CHECKING:
    from pathlib import Path

FORM_BEFORE = 5
OLD = {
    1: "1) ทำป้าย\n2) ติดประกาศ\r\n\n  10. สรุปผล",
    2: "",
    3: "ขั้นเดียว 2568",
    4: "- ขีด\n3) สาม",
}


@pytest.fixture
def old_file(empty_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of the form before steps were rows."""
    path = empty_folder / "เก่า.ita"
    with monkeypatch.context() as old:
        old.setattr(database, "MIGRATIONS", MIGRATIONS[:FORM_BEFORE])
        old.setattr(database, "NEWEST_FORM", FORM_BEFORE)
        opened = database.create(path)
        with opened.transaction() as transaction:
            transaction.exec_driver_sql("INSERT INTO setting VALUES ('active-year', '2568')")
            transaction.exec_driver_sql("INSERT INTO round VALUES (2568, '{}')")
            for key, steps in OLD.items():
                transaction.exec_driver_sql(
                    "INSERT INTO measure VALUES (?, 2568, '1', 'ก', '', ?, NULL, NULL, '', 'done', '')",
                    (key, steps),
                )
        opened.close()
    return path


def test_the_lines_of_the_old_text_are_steps_in_their_order(old_file: Path) -> None:
    """Numbers that people typed fall off; what begins with another number stays."""
    opened = database.open_file(old_file)
    with opened.reading() as transaction:
        found = {
            each.key: [step.text for step in each.plan] for each in measure_store.measures(transaction, 2568)
        }
    opened.close()
    assert found == {
        1: ["ทำป้าย", "ติดประกาศ", "สรุปผล"],
        2: [],
        3: ["ขั้นเดียว 2568"],
        4: ["- ขีด", "สาม"],
    }
    raw = sqlite3.connect(old_file)
    columns = {row[1] for row in raw.execute("PRAGMA table_info(measure)")}
    raw.close()
    assert "steps" not in columns
