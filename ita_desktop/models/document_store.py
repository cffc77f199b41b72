"""Documents of the year with their versions, and the bytes that they need."""

from __future__ import annotations

import hashlib
import json
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from ita_desktop.domain.history import Role
from ita_desktop.domain.paperwork.papers import Paper, PaperLine, PaperState, Version
from ita_desktop.domain.paperwork.richtext_json import from_json, to_json
from ita_desktop.models.rows import date_text, text_date
from ita_desktop.models.tables import document, document_version, stored

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ita_desktop.domain.paperwork.richtext import Document
    from ita_desktop.models.database import Transaction

_LINE = (
    document.c.id, document.c.kind, document.c.title, document.c.state, document.c.changed,
    document.c.number, document.c.day, document.c.signed, document.c.scan, document.c.removed,
)  # fmt: skip


def lines(transaction: Transaction, year: int, *, removed: bool = False) -> tuple[PaperLine, ...]:
    """Return the documents of a year without their texts, the last changed first."""
    wanted = select(*_LINE).where(document.c.year == year, document.c.removed == int(removed))
    return tuple(
        PaperLine(
            row.id, row.kind, row.title, PaperState(row.state), datetime.fromisoformat(row.changed),
            row.number, text_date(row.day), row.signed, row.scan, bool(row.removed),
        )
        for row in transaction.execute(wanted.order_by(document.c.changed.desc()))
    )  # fmt: skip


def paper(transaction: Transaction, year: int, key: int) -> Paper | None:
    """Return a document of the year with its text."""
    row = transaction.execute(select(document).where(document.c.year == year, document.c.id == key)).first()
    if row is None:
        return None
    return Paper(
        row.id, row.kind, row.title, PaperState(row.state), datetime.fromisoformat(row.changed),
        json.loads(row.fields), from_json(row.body), row.number, text_date(row.day), row.signed, row.scan,
        bool(row.removed),
    )  # fmt: skip


def add(transaction: Transaction, year: int, made: Paper) -> int:
    """Add a document; return its key."""
    result = transaction.execute(
        insert(document).values(year=year, kind=made.kind, **_content(made), **_facts(made))
    )
    return int(result.inserted_primary_key[0]) if result.inserted_primary_key else 0


def put(transaction: Transaction, changed: Paper) -> None:
    """Write a document's text and facts."""
    statement = update(document).where(document.c.id == changed.key)
    transaction.execute(statement.values(**_content(changed), **_facts(changed)))


def _content(each: Paper) -> dict[str, object]:
    return {"title": each.title, "fields": _fields(each.fields), "body": to_json(each.document)}


def _facts(each: Paper) -> dict[str, object]:
    return {
        "state": each.state.value,
        "changed": each.changed.isoformat(timespec="seconds"),
        "number": each.number,
        "day": date_text(each.day),
        "signed": each.sha256,
        "scan": each.scan,
        "removed": int(each.removed),
    }


def _fields(fields: Mapping[str, str]) -> str:
    return json.dumps(dict(sorted(fields.items())), ensure_ascii=False)


def add_version(transaction: Transaction, each: Paper, at: datetime, role: Role) -> int:
    """Keep a document's text as a version; return the version's key."""
    result = transaction.execute(
        insert(document_version).values(
            document=each.key,
            at=at.isoformat(timespec="seconds"),
            role=role.value,
            state=each.state.value,
            **_content(each),
        )
    )
    return int(result.inserted_primary_key[0]) if result.inserted_primary_key else 0


def versions(transaction: Transaction, key: int) -> tuple[Version, ...]:
    """Return a document's versions, newest first."""
    columns = (
        document_version.c.id,
        document_version.c.at,
        document_version.c.role,
        document_version.c.state,
    )
    rows = transaction.execute(
        select(*columns).where(document_version.c.document == key).order_by(document_version.c.id.desc())
    )
    return tuple(
        Version(row.id, key, datetime.fromisoformat(row.at), Role(row.role), PaperState(row.state))
        for row in rows
    )


def version(transaction: Transaction, key: int) -> tuple[int, str, dict[str, str], Document] | None:
    """Return a version's document, title, fields and text."""
    row = transaction.execute(select(document_version).where(document_version.c.id == key)).first()
    if row is None:
        return None
    return row.document, row.title, json.loads(row.fields), from_json(row.body)


def keep_bytes(transaction: Transaction, kind: str, data: bytes) -> str:
    """Keep bytes once; return their SHA-256. `kind` is a media type."""
    sha256 = hashlib.sha256(data).hexdigest()
    statement = upsert(stored).values(sha256=sha256, kind=kind, data=data)
    transaction.execute(statement.on_conflict_do_nothing())
    return sha256


def bytes_of(transaction: Transaction, sha256: str) -> bytes | None:
    """Return kept bytes."""
    found: bytes | None = transaction.scalar(select(stored.c.data).where(stored.c.sha256 == sha256))
    return found
