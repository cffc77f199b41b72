"""Packages that left the office and packages that came, and what the receivers answered."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import insert, select
from sqlalchemy.dialects.sqlite import insert as upsert

from ita_desktop.domain.packages.numbering import Numbered
from ita_desktop.domain.packages.receipts import Outcome, Receipt
from ita_desktop.models.tables import (
    package_receipt,
    package_received,
    package_sent,
    received_file,
    received_value,
    set_aside,
)

if TYPE_CHECKING:
    from ita_desktop.models.database import Transaction


@dataclass(frozen=True, slots=True)
class SentPackage:
    """A package that left: `readers` are the names that it was sealed for, empty if it was not."""

    number: int
    year: int
    name: str
    digest: str
    made_at: datetime
    parts: tuple[str, ...]
    readers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReceivedPackage:
    """A package that came: `sender` is the signer's fingerprint, or `code:` and the office's code."""

    sender: str
    digest: str
    number: int
    previous: str
    name: str
    at: datetime
    outcome: Outcome
    why: str = ""


@dataclass(frozen=True, slots=True)
class SetAside:
    """A value that lost where both sides had changed: `value` lost, `kept` stands."""

    place: str
    value: str | None
    kept: str | None
    package: str
    at: datetime


def add_sent(transaction: Transaction, value: SentPackage) -> None:
    """Note that a package left."""
    transaction.execute(
        insert(package_sent).values(
            number=value.number,
            year=value.year,
            name=value.name,
            digest=value.digest,
            made_at=value.made_at.isoformat(timespec="seconds"),
            parts=json.dumps(value.parts),
            readers=json.dumps(value.readers, ensure_ascii=False),
        )
    )


def sent(transaction: Transaction) -> tuple[SentPackage, ...]:
    """Return what left, newest first."""
    rows = transaction.execute(select(package_sent).order_by(package_sent.c.number.desc()))
    return tuple(
        SentPackage(
            row.number, row.year, row.name, row.digest, datetime.fromisoformat(row.made_at),
            tuple(json.loads(row.parts)), tuple(json.loads(row.readers)),
        )
        for row in rows
    )  # fmt: skip


def put_receipt(transaction: Transaction, by_key: str, value: Receipt) -> None:
    """Keep a receiver's answer; a later answer to the same package takes the place of the first."""
    fields = {
        "number": value.number, "outcome": value.outcome.value, "by": value.by, "why": value.why,
        "at": value.at.isoformat(timespec="seconds"), "missing": json.dumps(value.missing),
    }  # fmt: skip
    statement = upsert(package_receipt).values(by_key=by_key, name=value.name, digest=value.digest, **fields)
    transaction.execute(
        statement.on_conflict_do_update(index_elements=["by_key", "name", "digest"], set_=fields)
    )


def receipts(transaction: Transaction) -> tuple[Receipt, ...]:
    """Return the answers, newest first."""
    rows = transaction.execute(select(package_receipt).order_by(package_receipt.c.at.desc()))
    return tuple(
        Receipt(
            "", row.name, row.number, row.digest, Outcome(row.outcome), datetime.fromisoformat(row.at),
            row.by, row.why, tuple(json.loads(row.missing)),
        )
        for row in rows
    )  # fmt: skip


def add_received(transaction: Transaction, value: ReceivedPackage) -> None:
    """Note that a package came; the same one again changes nothing."""
    statement = upsert(package_received).values(
        sender=value.sender,
        digest=value.digest,
        number=value.number,
        previous=value.previous,
        name=value.name,
        at=value.at.isoformat(timespec="seconds"),
        outcome=value.outcome.value,
        why=value.why,
    )
    transaction.execute(statement.on_conflict_do_nothing())


def received(transaction: Transaction) -> tuple[ReceivedPackage, ...]:
    """Return what came, newest first."""
    rows = transaction.execute(select(package_received).order_by(package_received.c.at.desc()))
    return tuple(
        ReceivedPackage(
            row.sender, row.digest, row.number, row.previous, row.name, datetime.fromisoformat(row.at),
            Outcome(row.outcome), row.why,
        )
        for row in rows
    )  # fmt: skip


def row_of(transaction: Transaction, sender: str) -> tuple[Numbered, ...]:
    """Return the packages of a sender that were taken, for the order of the next."""
    table = package_received.c
    rows = transaction.execute(
        select(table.number, table.digest, table.previous).where(table.sender == sender)
    )
    return tuple(Numbered(row.number, row.digest, row.previous) for row in rows)


def base_values(transaction: Transaction, year: int) -> dict[str, str | None]:
    """Return what headquarters sent last, by field."""
    table = received_value.c
    rows = transaction.execute(select(table.place, table.value).where(table.year == year))
    return {row.place: row.value for row in rows}


def put_base(transaction: Transaction, year: int, place: str, value: str | None) -> None:
    """Keep what headquarters sent for a field."""
    statement = upsert(received_value).values(year=year, place=place, value=value)
    transaction.execute(
        statement.on_conflict_do_update(index_elements=["year", "place"], set_={"value": value})
    )


def put_aside(transaction: Transaction, year: int, value: SetAside) -> None:
    """Keep a value that lost."""
    transaction.execute(
        insert(set_aside).values(
            year=year,
            place=value.place,
            value=value.value,
            kept=value.kept,
            package=value.package,
            at=value.at.isoformat(timespec="seconds"),
        )
    )


def laid_aside(transaction: Transaction, year: int) -> tuple[SetAside, ...]:
    """Return the values that lost, newest first."""
    rows = transaction.execute(
        select(set_aside).where(set_aside.c.year == year).order_by(set_aside.c.id.desc())
    )
    return tuple(
        SetAside(row.place, row.value, row.kept, row.package, datetime.fromisoformat(row.at)) for row in rows
    )


def put_file(transaction: Transaction, kind: str, name: str, content: str, at: datetime) -> None:
    """Keep a file that came down; a newer one of the same name takes its place."""
    fields = {"content": content, "at": at.isoformat(timespec="seconds")}
    statement = upsert(received_file).values(kind=kind, name=name, **fields)
    transaction.execute(statement.on_conflict_do_update(index_elements=["kind", "name"], set_=fields))


def files(transaction: Transaction, kind: str) -> dict[str, str]:
    """Return the files of a kind that came down, by name."""
    table = received_file.c
    rows = transaction.execute(
        select(table.name, table.content).where(table.kind == kind).order_by(table.name)
    )
    return {row.name: row.content for row in rows}
