"""Keys, imports, approves, copies and exports, saying on stdout what has been kept. To be killed.

`--nursery`: fork such drivers when asked, instead of starting Python for each.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from openpyxl import load_workbook

from ita_desktop.domain.backup_rules import Reason
from ita_desktop.domain.checklist_approval import ApprovalStep
from ita_desktop.domain.history import Role
from ita_desktop.domain.measures import Measure
from ita_desktop.domain.problems import Problem
from ita_desktop.services import workspace
from ita_desktop.services.importing import ImportKind
from ita_desktop.services.safekeeping import Keeper, Places
from tests.cli.books import oit_book
from tests.helpers.offices import NOW, new_workspace

if TYPE_CHECKING:
    from ita_desktop.services.workspace import Workspace


Deeds = tuple[Callable[[], None], ...]


class Driver:
    """One of each thing that a user does, in random order."""

    def __init__(self, office: Workspace, folder: Path, seed: int) -> None:
        self.office, self.folder, self.chance = office, folder, random.Random(seed)  # noqa: S311 - repeatable
        self.keeper = Keeper(office, lambda: NOW, Places(folder / "backups"))

    def key(self) -> None:
        """Key a form."""
        form = self.office.entry.begin("IIT")
        line = "".join(self.chance.choice("12") for _ in form.form)
        self.office.entry.finish(replace(form.draft, line=line))

    def import_results(self) -> None:
        """Take a filled checklist in."""
        book = oit_book(self.folder / "o.xlsx", {"o3": self.chance.choice([0, 50, 100])})
        self.office.importing.apply(ImportKind.OIT, book)

    def approve(self) -> None:
        """Hand an item in, approve it, or open it again, whichever may be."""
        for role, step in ((Role.ADMIN, ApprovalStep.SUBMIT), (Role.EXECUTIVE, ApprovalStep.APPROVE)):
            self.office.take_role(role)
            try:
                self.office.checklist.approval.take(step, ["o1"])
                break
            except Problem:
                continue
        self.office.take_role(Role.ADMIN)

    def measure(self) -> None:
        """Add a measure."""
        self.office.measures.add(Measure("1", "มาตรการสมมุติ"))

    def publish(self) -> None:
        """Keep some published figures, of this year or of one before."""
        figures = {key: Decimal(self.chance.randrange(10_001)) / 100 for key in ("total", "IIT", "9")}
        self.office.results.put_published_many(self.chance.choice([2566, 2567, 2568]), figures)

    def import_published(self) -> None:
        """Take a filled workbook of published figures in."""
        book = self.office.importing.write_template(ImportKind.PUBLISHED, self.folder / "p.xlsx")
        filled = load_workbook(book)
        filled.worksheets[0]["C3"] = self.chance.randrange(101)
        filled.save(book)
        self.office.importing.apply(ImportKind.PUBLISHED, book)

    def copy(self) -> None:
        """Make a safety copy."""
        self.keeper.keep(Reason.ASKED)

    def export(self) -> None:
        """Write a package."""
        self.office.transfer.export(self.folder / "usb", {})

    def undo(self) -> None:
        """Take the last command back, if there is one."""
        if self.office.session.undo_log.next_undo:
            self.office.undo()

    @property
    def rare(self) -> Deeds:
        """What is done now and then."""
        return (self.import_results, self.import_published, self.export, self.copy)

    @property
    def often(self) -> Deeds:
        """What is done all day."""
        return (self.key, self.measure, self.approve, self.publish, self.undo)

    def turn(self) -> str:
        """Do one thing; return its name."""
        deed = self.chance.choice([*self.often, *self.often, *self.often, *self.rare])
        deed()
        return deed.__name__


def state(office: Workspace) -> str:
    """What a killed file is held against: the newest line of history, forms, measures.

    The lines below it are held by their chain, which every check looks through.
    """
    newest = office.settings.history(1)[0].number
    forms = next(part.respondents for part in office.entry.parts() if part.part.code == "IIT")
    return f"{newest} {forms} {len(office.measures.rows())}"


def main(path: Path, folder: Path, seed: int) -> None:
    """Work until killed."""
    driver = Driver(workspace.open_file(path, lambda: NOW), folder, seed)
    while True:
        name = driver.turn()
        sys.stdout.write(f"{name} {state(driver.office)}\n")
        sys.stdout.flush()


def warm_up(folder: Path) -> None:
    """Do each deed once and close the file: what is imported only when needed is then there for all."""
    (folder / "usb").mkdir()
    driver = Driver(new_workspace(folder), folder, 0)
    for deed in (*driver.rare, *driver.often):
        deed()
    driver.office.close()


def nursery() -> None:
    """Fork a driver for each line of stdin (`file`, `folder`, `seed`, `pipe`, with tabs); say its number.

    Two thousand starts of Python are an hour; a child that was born with everything imported is as mortal.
    """
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    with tempfile.TemporaryDirectory() as place:
        warm_up(Path(place))
    for line in sys.stdin:
        path, folder, seed, pipe = line.rstrip("\n").split("\t")
        child = os.fork()
        if child == 0:
            os.dup2(os.open(pipe, os.O_WRONLY), 1)
            main(Path(path), Path(folder), int(seed))
        sys.stdout.write(f"{child}\n")
        sys.stdout.flush()


if __name__ == "__main__" and sys.argv[1:] == ["--nursery"]:
    nursery()
elif __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
