"""Lines of the books of numbers, and templates of documents."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select, update

from ita_desktop.domain.paperwork.papers import TemplateText
from ita_desktop.domain.paperwork.register import RegisterEntry
from ita_desktop.domain.paperwork.richtext_json import from_json, to_json
from ita_desktop.models.rows import date_text, text_date
from ita_desktop.models.tables import register_line, template

if TYPE_CHECKING:
    from datetime import datetime

    from ita_desktop.models.database import Transaction


def entries(transaction: Transaction, book: str, year: int) -> tuple[RegisterEntry, ...]:
    """Return a book's lines of a year by number."""
    wanted = select(register_line).where(register_line.c.book == book, register_line.c.year == year)
    return tuple(
        RegisterEntry(
            row.book, row.year, row.number, row.text, text_date(row.day), row.subject, row.addressee,
            row.sender, row.document or 0, row.note, bool(row.void),
        )
        for row in transaction.execute(wanted.order_by(register_line.c.number))
    )  # fmt: skip


def years(transaction: Transaction, book: str) -> tuple[int, ...]:
    """Return the years that a book has lines of, newest first."""
    wanted = select(register_line.c.year).where(register_line.c.book == book).distinct()
    return tuple(transaction.scalars(wanted.order_by(register_line.c.year.desc())))


def add(transaction: Transaction, entry: RegisterEntry) -> None:
    """Write a line; the key of the table holds that no number is given twice."""
    transaction.execute(
        insert(register_line).values(
            book=entry.book,
            year=entry.year,
            number=entry.number,
            text=entry.text,
            day=date_text(entry.day),
            subject=entry.subject,
            addressee=entry.addressee,
            sender=entry.sender,
            document=entry.paper or None,
            note=entry.note,
            void=int(entry.void),
        )
    )


def make_void(transaction: Transaction, paper: int, note: str) -> None:
    """Mark the line of a document as void; it stays where it is."""
    statement = update(register_line).where(register_line.c.document == paper)
    transaction.execute(statement.values(void=1, note=note))


def templates(transaction: Transaction) -> tuple[TemplateText, ...]:
    """Return the templates by name."""
    rows = transaction.execute(select(template).order_by(template.c.name, template.c.id))
    return tuple(
        TemplateText(row.id, row.name, row.kind, bool(row.own), json.loads(row.fields), from_json(row.body))
        for row in rows
    )


def add_template(transaction: Transaction, made: TemplateText, at: datetime) -> int:
    """Add a template; return its key. The town's own of a kind takes the place of the one before."""
    if made.own:
        transaction.execute(update(template).where(template.c.kind == made.kind).values(own=0))
    result = transaction.execute(
        insert(template).values(
            name=made.name,
            kind=made.kind,
            own=int(made.own),
            at=at.isoformat(timespec="seconds"),
            fields=json.dumps(dict(made.fields), ensure_ascii=False),
            body=to_json(made.document),
        )
    )
    return int(result.inserted_primary_key[0]) if result.inserted_primary_key else 0


def remove_template(transaction: Transaction, key: int) -> bool:
    """Remove a template; tell whether it was there."""
    return bool(transaction.execute(delete(template).where(template.c.id == key)).rowcount)
