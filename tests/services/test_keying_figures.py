"""Promises of the clerks' figures: by batch and clerk, off by setting, never in what leaves the office."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from zipfile import ZipFile

from ita_desktop.domain.batches import Batch
from ita_desktop.domain.keying_figures import Spell
from ita_desktop.domain.verification import Task

if TYPE_CHECKING:
    from pathlib import Path

    from ita_desktop.services.keying_figures import ClerkFigures
    from ita_desktop.services.workspace import Workspace

PART = "EIT1"
SPELL = Spell(1, 15, 12_000, 1, 45_000)


def key(office: Workspace, clerk: str, batch: int) -> None:
    """Key one form of all 1 into a batch, and its figures."""
    office.keying_figures.take_clerk(clerk)
    form = office.entry.begin(PART, batch)
    office.entry.finish(replace(form.draft, line="1" * len(form.form)))
    office.keying_figures.add(batch, Task.KEY, SPELL)


def verify(office: Workspace, clerk: str, batch: int, *, differing: bool) -> None:
    """Key a batch again, with one slip, and a difference that was the keyer's error; read it a third time."""
    office.verification.draw(batch, seed=1)
    office.keying_figures.take_clerk(clerk)
    hand = office.verification.begin(batch)
    while hand is not None:
        for symbol in "31":
            hand = office.verification.press(hand, 2, symbol)
        for _ in range(2):
            hand = office.verification.press(hand, 0, "2" if differing else "1")
        for place in sorted(set(range(len(hand.form))) - {0, 2}):
            hand = office.verification.press(hand, place, "1")
        office.verification.finish(hand)
        office.keying_figures.add(batch, Task.VERIFY, SPELL)
        hand = office.verification.begin(batch)
    office.keying_figures.take_clerk("ผู้อ่าน")
    for dispute in office.third_reading.disputes(batch):
        office.third_reading.decide(dispute, "2")


def row(office: Workspace, task: Task, clerk: str) -> ClerkFigures:
    """Return the one row of a clerk."""
    (found,) = [each for each in office.keying_figures.rows() if (each.task, each.clerk) == (task, clerk)]
    return found


def test_figures_add_up_by_batch_task_and_clerk(office: Workspace) -> None:
    """Forms, keys, seconds and pauses; errors as keyer and as verifier; slips corrected at once."""
    batch = office.entry.open_batch(Batch(PART, 0)).key
    key(office, "ก.", batch)
    key(office, "ก.", batch)
    verify(office, "ข.", batch, differing=True)
    assert row(office, Task.KEY, "ก.").spell == SPELL + SPELL
    assert (row(office, Task.KEY, "ก.").errors, row(office, Task.KEY, "ก.").slips) == (2, None)
    assert (row(office, Task.VERIFY, "ข.").errors, row(office, Task.VERIFY, "ข.").slips) == (0, 2)
    assert row(office, Task.KEY, "ก.").spell.forms_per_hour == 300


def test_errors_of_a_shared_batch_are_nobodys(office: Workspace) -> None:
    """Which form was whose is not kept, so the program does not guess."""
    batch = office.entry.open_batch(Batch(PART, 0)).key
    key(office, "ก.", batch)
    key(office, "ง.", batch)
    verify(office, "ข.", batch, differing=True)
    assert row(office, Task.KEY, "ก.").errors is None
    assert row(office, Task.KEY, "ง.").errors is None
    assert row(office, Task.VERIFY, "ข.").errors == 0


def test_before_anything_is_compared_there_are_no_errors_to_tell(office: Workspace) -> None:
    """No data is not 0."""
    batch = office.entry.open_batch(Batch(PART, 0)).key
    key(office, "ก.", batch)
    assert row(office, Task.KEY, "ก.").errors is None


def test_switching_figures_off_removes_them_and_undo_brings_them_back(office: Workspace) -> None:
    """None are kept while they are off."""
    batch = office.entry.open_batch(Batch(PART, 0)).key
    key(office, "ก.", batch)
    before = office.keying_figures.rows()
    office.keying_figures.switch(on=False)
    office.keying_figures.add(batch, Task.KEY, SPELL)
    assert (office.keying_figures.on(), office.keying_figures.rows()) == (False, ())
    office.undo()
    assert (office.keying_figures.on(), office.keying_figures.rows()) == (True, before)


def test_figures_of_a_batch_that_is_gone_are_gone_too(office: Workspace) -> None:
    """Undoing the batch takes them along; what comes late is dropped."""
    batch = office.entry.open_batch(Batch(PART, 0)).key
    office.keying_figures.add(batch, Task.KEY, SPELL)
    office.undo()
    office.keying_figures.add(batch, Task.KEY, SPELL)
    assert office.keying_figures.rows() == ()
    office.redo()
    assert [each.spell for each in office.keying_figures.rows()] == [SPELL]


def test_undoing_a_form_does_not_take_the_keys_back(office: Workspace) -> None:
    """They were pressed."""
    batch = office.entry.open_batch(Batch(PART, 0)).key
    key(office, "ก.", batch)
    before = office.keying_figures.rows()[0].spell
    office.undo()
    assert office.keying_figures.rows()[0].spell == before


def test_who_keyed_is_known_without_figures(office: Workspace) -> None:
    """The second keying must know whether it is the same person, figures or not."""
    office.keying_figures.switch(on=False)
    batch = office.entry.open_batch(Batch(PART, 0)).key
    key(office, "ก.", batch)
    assert office.verification.batch(batch).keyers == ("ก.",)


def test_the_clerk_is_remembered_in_plain_form(office: Workspace) -> None:
    """A name as typed, without what a keyboard adds."""
    assert office.keying_figures.clerk() == ""
    office.keying_figures.take_clerk("  สมุด   ตัวอย่าง ")
    assert office.keying_figures.clerk() == "สมุด ตัวอย่าง"


def test_no_clerk_and_no_figure_leaves_the_office(office: Workspace, tmp_path: Path) -> None:
    """A package holds neither names of clerks, nor durations, nor second keyings."""
    batch = office.entry.open_batch(Batch(PART, 0)).key
    key(office, "คลาร์กหนึ่ง", batch)
    verify(office, "คลาร์กสอง", batch, differing=True)
    office.keying_figures.add(batch, Task.KEY, Spell(1, 1, 987_654_321))
    _, receipt = office.transfer.export(tmp_path, {})
    with ZipFile(receipt.path) as opened:
        held = b"\n".join(opened.read(name) for name in opened.namelist() if not name.endswith(".pdf"))
    for secret in ("คลาร์กหนึ่ง", "คลาร์กสอง", "987654321", "active_ms"):
        assert secret.encode() not in held
