"""The check of papers: texts can be read, kept bytes are what their SHA-256 says, signed copies are there."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from sqlalchemy import select

from ita_desktop.domain.file_rules import Finding, FindingKind, is_day
from ita_desktop.domain.paperwork.papers import PaperState
from ita_desktop.domain.paperwork.problems import RichTextInvalid, RichTextTooNew
from ita_desktop.domain.paperwork.richtext_json import from_json
from ita_desktop.models.tables import document, document_version, stored, template

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ita_desktop.models.database import Transaction

TEXTS = (document, document_version, template)


def papers(transaction: Transaction) -> Iterator[Finding]:
    """Name every paper, version and template whose text or state cannot be."""
    for table in TEXTS:
        for row in transaction.execute(select(table.c.id, table.c.fields, table.c.body)):
            if not _readable(row.fields, row.body):
                yield Finding(FindingKind.PAPER, f"{table.name} {row.id}")
    kept = set(transaction.scalars(select(stored.c.sha256)))
    columns = (document.c.id, document.c.state, document.c.signed, document.c.scan, document.c.day)
    for key, state, signed, scan, day in transaction.execute(select(*columns)):
        needed = {sha256 for sha256 in (signed, scan) if sha256}
        fixed = state in (PaperState.SIGNED.value, PaperState.VOID.value)
        if not needed <= kept or not is_day(day) or fixed != bool(signed):
            yield Finding(FindingKind.PAPER, f"document {key}")


def kept_bytes(transaction: Transaction) -> Iterator[Finding]:
    """Name pictures, signed papers and scans whose bytes are not those that were kept."""
    for sha256 in transaction.scalars(select(stored.c.sha256)).all():
        data = transaction.scalar(select(stored.c.data).where(stored.c.sha256 == sha256))
        if hashlib.sha256(data or b"").hexdigest() != sha256:
            yield Finding(FindingKind.PAPER, sha256[:12])


def _readable(fields: str, body: str) -> bool:
    """Tell whether a text can be read as it was written."""
    try:
        from_json(body)
        given = json.loads(fields)
    except (RichTextInvalid, RichTextTooNew, ValueError):
        return False
    return isinstance(given, dict) and all(isinstance(text, str) for text in given.values())
