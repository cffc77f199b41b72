"""What the office recorded for each checklist item."""

from __future__ import annotations

import json
from dataclasses import asdict
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert

from ita_desktop.domain.checklist import (
    CheckEntry,
    Component,
    LastYear,
    Match,
    Priority,
    ResultStage,
    Stages,
    WorkStatus,
)
from ita_desktop.models import settings_store
from ita_desktop.models.rows import date_text, number_text, text_date, text_number
from ita_desktop.models.tables import check_entry

if TYPE_CHECKING:
    from sqlalchemy import Row

    from ita_desktop.models.database import Transaction

_ORPHANS = "oit-without-successor"
_PHASES = "oit-phases"


def entries(transaction: Transaction, year: int) -> dict[str, CheckEntry]:
    """Return the recorded entries by item code; items never touched are not among them."""
    rows = transaction.execute(select(check_entry).where(check_entry.c.year == year))
    return {row.code: _entry(row) for row in rows}


def _entry(row: Row[Any]) -> CheckEntry:
    """Return a row as the domain has it."""
    return CheckEntry(
        code=row.code,
        result=text_number(row.result),
        status=WorkStatus(row.status),
        link=row.link,
        note=row.note,
        owner=row.owner,
        due=text_date(row.due),
        ticked=frozenset(json.loads(row.ticked)),
        person=row.person,
        priority=Priority(row.priority),
        stages=Stages(*(text_number(getattr(row, stage.value)) for stage in ResultStage)),
        added=tuple(Component(**each) for each in json.loads(row.added)),
        comment=row.comment,
        explanation=row.explanation,
        last_years=_last_years(row.last_years),
        seen=bool(row.seen),
    )


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
        "person": entry.person,
        "priority": entry.priority.value,
        **{stage.value: number_text(entry.stages.of(stage)) for stage in ResultStage},
        "added": json.dumps([asdict(each) for each in entry.added], ensure_ascii=False),
        "comment": entry.comment,
        "explanation": entry.explanation,
        "last_years": _last_years_text(entry.last_years),
        "seen": int(entry.seen),
    }
    statement = insert(check_entry).values(year=year, code=entry.code, **fields)
    transaction.execute(statement.on_conflict_do_update(index_elements=["year", "code"], set_=fields))


def without_successor(transaction: Transaction, year: int) -> tuple[LastYear, ...]:
    """Return the items of earlier years that have no place in a year's checklist."""
    return _last_years(json.dumps(settings_store.get(transaction, f"{_ORPHANS}-{year}", [])))


def put_without_successor(transaction: Transaction, year: int, items: tuple[LastYear, ...]) -> None:
    """Keep them."""
    settings_store.put(transaction, f"{_ORPHANS}-{year}", json.loads(_last_years_text(items)))


def phase_days(transaction: Transaction, year: int) -> dict[str, tuple[str | None, str | None]]:
    """Return the days of the steps of the year that the office changed, by step, as ISO text."""
    kept = settings_store.get(transaction, f"{_PHASES}-{year}", {})
    return {name: (days[0], days[1]) for name, days in kept.items()}


def put_phase_days(
    transaction: Transaction, year: int, name: str, days: tuple[str | None, str | None]
) -> None:
    """Keep the days of a step."""
    settings_store.put(transaction, f"{_PHASES}-{year}", {**phase_days(transaction, year), name: days})


def _last_years(text: str) -> tuple[LastYear, ...]:
    """Read what earlier years left."""
    return tuple(
        LastYear(**{**each, "match": Match(each["match"]), "result": text_number(each["result"])})
        for each in json.loads(text)
    )


def _last_years_text(items: tuple[LastYear, ...]) -> str:
    """Write what earlier years left."""

    def plain(value: object) -> str:
        return value.value if isinstance(value, Match) else str(Fraction(str(value)))

    return json.dumps([asdict(each) for each in items], default=plain, ensure_ascii=False)
