"""Packages of offices taken into a headquarters' store, told line by line; one does not hold up the rest."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from ita_desktop.domain.packages.receipts import Receipt
from ita_desktop.domain.problems import Problem
from ita_desktop.support.language import tr
from ita_desktop.wording.packages import OUTCOMES, arrival_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from ita_desktop.services.headquarters.headquarters import Headquarters
    from ita_desktop.services.headquarters.receiving import Incoming


@contextmanager
def opened_store(where: str) -> Iterator[Headquarters]:
    """Open a store for the length of a block."""
    from ita_desktop.services.headquarters.headquarters import open_store
    from ita_desktop.support import clock

    store = open_store(where, clock.now)
    try:
        yield store
    finally:
        store.close()


def receive_into(
    store: str, packages: Sequence[Path], passphrase: str, *, dry_run: bool, receipts_to: Path | None
) -> None:
    """Take packages of offices in, each whole or not at all; one that will not do is told and passed over.

    Its office learns why by the receipt. Raises the last problem after all others were taken.
    """
    receipts, problems = list[Receipt](), list[Problem]()
    with opened_store(store) as opened:
        for path in packages:
            try:
                if dry_run:
                    _tell_incoming(opened.receiving.look(path, passphrase))
                else:
                    receipts.append(_taken_in(opened, path, passphrase))
            except Problem as problem:
                problems.append(problem)
                refusal = None if dry_run else opened.receiving.refusal(path, problem)
                receipts += [refusal] if refusal is not None else []
        if receipts_to is not None and receipts:
            for written in opened.receiving.write_receipts(receipts_to, receipts):
                click.echo(tr("เขียนใบรับ {path} แล้ว").format(path=written))
    _raise_last(problems)


def _taken_in(store: Headquarters, path: Path, passphrase: str) -> Receipt:
    """Take one package in and say what became of it, which is not always that it counts."""
    seen, receipt = store.receiving.receive(path, passphrase)
    _tell_incoming(seen)
    click.echo(f"{path.name}: {tr(OUTCOMES[receipt.outcome])}")
    return receipt


def _raise_last(problems: Sequence[Problem]) -> None:
    """Tell what went wrong; the last is raised, which gives the command its exit code."""
    from ita_desktop.wording.problems import problem_lines

    for problem in problems[:-1]:
        click.echo("\n".join(problem_lines(problem)), err=True)
    if problems:
        raise problems[-1]


def _tell_incoming(seen: Incoming) -> None:
    """Say who sent what, and what would change."""
    office = seen.delivery.office
    total = seen.year.total if seen.year.total is not None else "-"
    click.echo(
        f"{office.name} · {office.province} · {seen.delivery.year} · {total} {seen.year.level}".strip()
    )
    click.echo(arrival_words(seen.order))
    for change in seen.before:
        if change.key == "total" or "." not in change.key:
            old, new = ("-" if value is None else str(value) for value in (change.old, change.new))
            click.echo(f"  {change.key}  {old} → {new}")
    if seen.year.differs:
        click.echo(
            tr("คะแนนที่หน่วยงานแจ้งไม่ตรงกับที่คำนวณจากคำตอบ: {keys}").format(keys=", ".join(seen.year.differs))
        )
