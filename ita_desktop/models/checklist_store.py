"""What the office recorded for each checklist item."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert

from ita_desktop.domain.checklist import CheckEntry, WorkStatus
from ita_desktop.models.rows import date_text, number_text, text_date, text_number
from ita_desktop.models.tables import check_entry

if TYPE_CHECKING:
    from ita_desktop.models.database import Transaction


def entries(transaction: Transaction, year: int) -> dict[str, CheckEntry]:
    """Return the recorded entries by item code; items never touched are not among them."""
    rows = transaction.execute(select(check_entry).where(check_entry.c.year == year))
    return {
        row.code: CheckEntry(
            code=row.code,
            result=text_number(row.result),
            status=WorkStatus(row.status),
            link=row.link,
            note=row.note,
            owner=row.owner,
            due=text_date(row.due),
            ticked=frozenset(json.loads(row.ticked)),
        )
        for row in rows
    }


def put(transaction: Transaction, year: int, entry: CheckEntry) -> None:
    """Keep one item's entry."""
    fields = {
        "result": number_text(entry.result),
        "status": entry.status.value,
        "link": entry.link,
        "note": entry.note,
        "owner": entry.owner,
        "due": date_text(entry.due),
        "ticked": json.dumps(sorted(entry.ticked)),
    }
    statement = insert(check_entry).values(year=year, code=entry.code, **fields)
    transaction.execute(statement.on_conflict_do_update(index_elements=["year", "code"], set_=fields))
