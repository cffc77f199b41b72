"""What people wrote over the proposed text of a paper, by kind."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert

from ita_desktop.domain.papers import PaperDraft
from ita_desktop.models.rows import date_text, text_date
from ita_desktop.models.tables import paper

if TYPE_CHECKING:
    from ita_desktop.models.database import Transaction


def draft(transaction: Transaction, year: int, kind: str) -> PaperDraft:
    """Return the draft of a kind of paper; an empty one if nothing was written."""
    text = transaction.scalar(select(paper.c.fields).where(paper.c.year == year, paper.c.kind == kind))
    if text is None:
        return PaperDraft(kind)
    fields = json.loads(text)
    fields["day"] = text_date(fields.get("day"))
    known = {name: value for name, value in fields.items() if name in PaperDraft.__dataclass_fields__}
    return PaperDraft(**{**known, "kind": kind})


def put(transaction: Transaction, year: int, value: PaperDraft) -> None:
    """Keep a draft."""
    fields = json.dumps({**asdict(value), "day": date_text(value.day)}, ensure_ascii=False)
    statement = insert(paper).values(year=year, kind=value.kind, fields=fields)
    transaction.execute(
        statement.on_conflict_do_update(index_elements=["year", "kind"], set_={"fields": fields})
    )


def remove(transaction: Transaction, year: int, kind: str) -> None:
    """Go back to the proposed text."""
    transaction.execute(delete(paper).where(paper.c.year == year, paper.c.kind == kind))
