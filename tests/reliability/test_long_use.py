"""A year of use compressed: a random driver, a model in plain Python beside it, flat memory."""

from __future__ import annotations

import gc
import random
import tracemalloc
from copy import deepcopy
from dataclasses import dataclass, field, replace
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from ita_desktop.domain.backup_rules import Reason
from ita_desktop.domain.checklist import CheckEntry
from ita_desktop.domain.measures import Measure
from ita_desktop.domain.roster import InternalPerson
from ita_desktop.services import safekeeping
from ita_desktop.services.importing import ImportKind
from ita_desktop.services.safekeeping import Keeper, Places
from tests.helpers.offices import NOW, new_workspace

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from ita_desktop.services.workspace import Workspace

REMEMBERED = 40
"""Steps that the model can take back: the driver never undoes more in a row than it remembers."""


@dataclass
class Model:
    """The office as plain Python: forms by number, people and measures by key, figures by year and score."""

    forms: dict[int, str] = field(default_factory=dict)
    people: dict[int, str] = field(default_factory=dict)
    measures: dict[int, str] = field(default_factory=dict)
    results: dict[str, Fraction] = field(default_factory=dict)
    published: dict[tuple[int, str], Decimal] = field(default_factory=dict)

    def state(self) -> tuple[object, ...]:
        """All of it, comparable."""
        return (self.forms, self.people, self.measures, self.results, self.published)


class Driver:
    """Does one random thing to the office and to the model."""

    def __init__(self, office: Workspace, seed: int) -> None:
        self.office, self.model = office, Model()
        self.chance = random.Random(seed)  # noqa: S311 - repeatable, not secret
        self.before: list[Model] = []
        self.undone: list[Model] = []
        self.lines = 1

    def _command(self) -> None:
        """Remember the model as it is before a command."""
        self.before = [*self.before[-REMEMBERED:], deepcopy(self.model)]
        self.undone.clear()
        self.lines += 1

    def key(self) -> None:
        """Key a form."""
        self._command()
        form = self.office.entry.begin("IIT")
        line = "".join(self.chance.choice("12-") for _ in form.form)
        self.office.entry.finish(replace(form.draft, line=line))
        self.model.forms[form.draft.serial] = line

    def mend(self) -> None:
        """Mend a form."""
        if not self.model.forms:
            return
        self._command()
        serial = self.chance.choice(list(self.model.forms))
        found = self.office.entry.find("IIT", serial)
        line = found.line[:-1] + self.chance.choice("12")
        self.office.entry.mend("IIT", replace(found, line=line), "อ่านผิด")
        self.model.forms[serial] = line

    def remove(self) -> None:
        """Remove a form."""
        if not self.model.forms:
            return
        self._command()
        serial = self.chance.choice(list(self.model.forms))
        self.office.entry.remove("IIT", serial)
        del self.model.forms[serial]

    def person(self) -> None:
        """Add a person, or remove one where there are many."""
        self._command()
        if len(self.model.people) > 30:
            key = self.chance.choice(list(self.model.people))
            row = next(row for row in self.office.roster.internal() if row.person.key == key)
            self.office.roster.remove(row.person)
            del self.model.people[key]
            return
        name = f"นายสมมุติ {self.chance.randrange(10**9)}"
        key = self.office.roster.add(InternalPerson(name)).key
        self.model.people[key] = name

    def measure(self) -> None:
        """Add a measure, or remove one where there are many."""
        self._command()
        if len(self.model.measures) > 30:
            key = self.chance.choice(list(self.model.measures))
            self.office.measures.remove(key)
            del self.model.measures[key]
            return
        title = f"มาตรการ {self.chance.randrange(10**9)}"
        self.model.measures[self.office.measures.add(Measure("1", title)).key] = title

    def judge(self) -> None:
        """Give a checklist item a result."""
        self._command()
        code, result = f"o{self.chance.randrange(1, 29)}", Fraction(self.chance.choice([0, 50, 100]))
        self.office.checklist.save(CheckEntry(code, result))
        self.model.results[code] = result

    def publish(self) -> None:
        """Keep published figures of a year, some of them forgotten; one in three by workbook."""
        self._command()
        year = self.chance.choice([2567, 2568])
        keys = self.chance.sample(["total", "IIT", "EIT", "OIT", "1", "9"], 3)
        figures = {key: Decimal(self.chance.randrange(10_001)) / 100 for key in keys}
        if self.chance.randrange(3) == 0:
            self._import(year, figures)
        else:
            self.office.results.put_published_many(year, {**figures, keys[0]: None})
            self.model.published.pop((year, keys[0]), None)
            del figures[keys[0]]
        self.model.published |= {(year, key): value for key, value in figures.items()}

    def _import(self, year: int, figures: Mapping[str, Decimal]) -> None:
        """Take figures in as lines of a CSV file."""
        path = self.office.path.with_name("ประกาศ.csv")
        lines = [f"รหัส,{year}", *(f"{key},{value}" for key, value in figures.items())]
        path.write_text("\n".join(lines), "utf-8")
        self.office.importing.apply(ImportKind.PUBLISHED, path)

    def undo(self) -> None:
        """Take a command back."""
        if self.before:
            self.office.undo()
            self.lines += 1
            self.undone.append(self.model)
            self.model = self.before.pop()

    def redo(self) -> None:
        """Do again what was taken back."""
        if self.undone:
            self.office.redo()
            self.lines += 1
            self.before.append(self.model)
            self.model = self.undone.pop()

    def turn(self) -> None:
        """Do one thing; there are never more than a few hundred forms, so that a turn costs what it costs."""
        deeds = [self.key, self.mend, self.person, self.measure, self.judge, self.publish]
        deeds += [self.undo, self.undo, self.redo]
        deeds += [self.remove] * (1 if len(self.model.forms) < 200 else 6)
        self.chance.choice(deeds)()

    def seen(self) -> tuple[object, ...]:
        """The office's state in the model's words."""
        serials = self.model.forms
        forms = {serial: self.office.entry.find("IIT", serial).line for serial in serials}
        keyed = next(part.respondents for part in self.office.entry.parts() if part.part.code == "IIT")
        assert keyed == len(serials)
        people = {row.person.key: row.person.name for row in self.office.roster.internal()}
        measures = {each.key: each.title for each in self.office.measures.rows()}
        checked = {row.entry.code: row.entry.result for row in self.office.checklist.rows()}
        results = {code: result for code, result in checked.items() if result is not None}
        year = self.office.results.result()
        published = {(year.year, key): value for key, value in year.published.items()}
        for past in year.past:
            published |= {(past.year, key): value for key, value in past.figures.items()}
        return (forms, people, measures, results, published)


def live(folder: Path, shelves: Places, actions: int, seed: int) -> list[int]:
    """Live through so many actions, closing and opening now and then; return the memory at each closing."""
    driver = Driver(new_workspace(folder), seed)
    memory: list[int] = []
    for number in range(1, actions + 1):
        driver.turn()
        if number % max(50, actions // 25) == 0:
            assert driver.seen() == driver.model.state()
            keeper = Keeper(driver.office, lambda: NOW, shelves)
            assert keeper.check() == ()
            keeper.keep(Reason.CLOSING)
            assert len(driver.office.settings.history()) == driver.lines
            path = driver.office.path
            driver.office.close()
            driver.office = safekeeping.open_file(path, lambda: NOW, shelves)
            driver.before, driver.undone = [], []
            gc.collect()
            memory.append(tracemalloc.get_traced_memory()[0] if tracemalloc.is_tracing() else 0)
    assert driver.seen() == driver.model.state()
    driver.office.close()
    return memory


def test_500_random_actions_leave_what_a_plain_model_has(empty_folder: Path, shelves: Places) -> None:
    """Forms, people, measures, undo and redo, closing and opening."""
    live(empty_folder, shelves, 500, seed=1)


@pytest.mark.long
def test_50000_random_actions_leave_what_a_plain_model_has_and_memory_flat(
    empty_folder: Path, shelves: Places
) -> None:
    """The long form: after the first tenth, memory grows by less than a megabyte."""
    tracemalloc.start()
    try:
        memory = live(empty_folder, shelves, 50_000, seed=2)
    finally:
        tracemalloc.stop()
    assert memory[-1] - memory[len(memory) // 10] < 1_000_000
