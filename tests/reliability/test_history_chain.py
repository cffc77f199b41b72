"""A line of history that was removed or altered is seen."""

from __future__ import annotations

import sqlite3
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.domain.chain import UNSEALED, Link, broken, sealed
from ita_desktop.domain.history import Action, Role
from ita_desktop.models import database, history_store
from ita_desktop.models.migrations import MIGRATIONS
from tests.helpers.offices import NOW

if TYPE_CHECKING:
    from pathlib import Path

LINES = st.lists(st.tuples(st.text(max_size=8), st.text(max_size=8)), min_size=1, max_size=12)


def chained(lines: list[tuple[str, str]]) -> list[Link]:
    """Seal a history."""
    links, before = [], UNSEALED
    for number, (action, subject) in enumerate(lines, 1):
        link = Link(number, "2025-05-09T14:02:00+07:00", "admin", action, subject)
        before = sealed(before, link)
        links.append(Link(link.number, link.at, link.role, link.action, link.subject, before))
    return links


@given(LINES)
def test_an_honest_history_holds(lines: list[tuple[str, str]]) -> None:
    """Whatever stands in it."""
    assert broken(chained(lines), len(lines)) is None


@given(LINES, st.data())
def test_a_removed_line_is_seen(lines: list[tuple[str, str]], data: st.DataObject) -> None:
    """The first, the last, any between."""
    links = chained(lines)
    gone = data.draw(st.integers(0, len(links) - 1))
    assert broken(links[:gone] + links[gone + 1 :], len(links)) == gone + 1


@given(LINES, st.data(), st.text(max_size=8))
def test_an_altered_line_is_seen(lines: list[tuple[str, str]], data: st.DataObject, other: str) -> None:
    """Its subject was changed and its seal left, or the two fields were shifted into each other."""
    links = chained(lines)
    place = data.draw(st.integers(0, len(links) - 1))
    was = links[place]
    changed = Link(was.number, was.at, was.role, was.action, other, was.seal)
    links[place] = changed
    assert broken(links, len(links)) == (None if other == was.subject else place + 1)


@pytest.fixture
def path(empty_folder: Path) -> Path:
    """An office file with four lines of history, closed."""
    path = empty_folder / "ประวัติ.ita"
    opened = database.create(path)
    with opened.transaction() as transaction:
        for number in range(4):
            at = NOW + timedelta(minutes=number)
            history_store.write(transaction, at, Role.CLERK, Action.KEYED_FORM, f"IIT {number}")
    opened.close()
    return path


@pytest.mark.parametrize(
    ("tampering", "line"),
    [
        ("DELETE FROM history WHERE number = 1", 1),
        ("DELETE FROM history WHERE number = 3", 3),
        ("DELETE FROM history WHERE number = 4", 4),
        ("DELETE FROM history", 1),
        ("UPDATE history SET subject = 'IIT 9' WHERE number = 2", 2),
        ("UPDATE history SET at = '2020-01-01T00:00:00+07:00' WHERE number = 2", 2),
        ("UPDATE history SET seal = '' WHERE number = 2", 2),
        ("INSERT INTO history VALUES (5, '2025-05-09T14:02:00+07:00', 'admin', 'created', '', '', '')", 5),
    ],
)
def test_what_another_program_does_to_the_history_is_seen(path: Path, tampering: str, line: int) -> None:
    """Any SQLite tool can write the file; none can do it unseen."""
    raw = sqlite3.connect(path)
    raw.execute(tampering)
    raw.commit()
    raw.close()
    opened = database.open_file(path)
    with opened.reading() as transaction:
        assert history_store.broken_at(transaction) == line
    opened.close()


def test_a_history_rewritten_with_new_seals_no_longer_fits_what_was_noted_elsewhere(path: Path) -> None:
    """Who seals anew deceives the chain, but not the head that stands in a safety copy's paper."""
    opened = database.open_file(path)
    with opened.transaction() as transaction:
        known = history_store.head(transaction)
        transaction.exec_driver_sql("UPDATE history SET subject = 'x', seal = ''")
        history_store.write(transaction, NOW, Role.ADMIN, Action.EXPORTED, "")
        assert history_store.broken_at(transaction) is None
        assert not history_store.holds(transaction, known)
    opened.close()


def test_a_history_from_before_seals_is_sealed_with_the_next_line(
    empty_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file of form 4 with lines: they are there after the step, and from the next line on they are held."""
    path = empty_folder / "เก่า.ita"
    with monkeypatch.context() as old:
        old.setattr(database, "MIGRATIONS", MIGRATIONS[:4])
        old.setattr(database, "NEWEST_FORM", 4)
        first = database.create(path)
        with first.transaction() as transaction:
            for number in (1, 2):
                line = (number, "2025-05-09T14:02:00+07:00", "admin", "exported", str(number))
                transaction.exec_driver_sql("INSERT INTO history VALUES (?, ?, ?, ?, ?)", line)
        first.close()
    opened = database.open_file(path)
    with opened.transaction() as transaction:
        assert [entry.subject for entry in history_store.entries(transaction)] == ["2", "1"]
        assert history_store.broken_at(transaction) is None
        history_store.write(transaction, NOW, Role.ADMIN, Action.EXPORTED, "3")
        assert history_store.broken_at(transaction) is None
        transaction.exec_driver_sql("UPDATE history SET subject = 'x' WHERE number = 1")
        assert history_store.broken_at(transaction) == 1
    opened.close()
