"""Offices and their keepers, for torture."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from ita_desktop.domain.measures import Measure
from ita_desktop.domain.roster import InternalPerson
from ita_desktop.services.safekeeping import Keeper, Places
from tests.helpers.offices import NOW, new_workspace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ita_desktop.services.workspace import Workspace


@pytest.fixture
def shelves(tmp_path: Path) -> Places:
    """A first and a second place for copies; the second is there."""
    (tmp_path / "ยูเอสบี").mkdir()
    return Places(tmp_path / "backups", tmp_path / "ยูเอสบี")


@pytest.fixture
def office(empty_folder: Path) -> Iterator[Workspace]:
    """An open office with a person, two forms and a measure."""
    made = new_workspace(empty_folder)
    made.roster.add(InternalPerson("นายสมมุติ หนึ่ง"))
    made.measures.add(Measure("1", "มาตรการสมมุติ"))
    for _ in range(2):
        key_form(made)
    yield made
    made.close()


def key_form(office: Workspace) -> None:
    """Key one form of the IIT."""
    form = office.entry.begin("IIT")
    office.entry.finish(replace(form.draft, line="1" * len(form.form)))


@pytest.fixture
def keeper(office: Workspace, shelves: Places) -> Keeper:
    """The keeper of the office, its clock standing."""
    return Keeper(office, lambda: NOW, shelves)
