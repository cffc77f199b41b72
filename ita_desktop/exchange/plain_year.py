"""An office's year read back from a package's plain data: what a lost file can be built from again.

Of counts no forms can be made; of a covered name no name. What the package does not hold stays empty, and
`missing` says what that is.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from ita_desktop.domain.checklist import CheckEntry, WorkStatus
from ita_desktop.domain.measures import Measure, MeasureStatus
from ita_desktop.domain.packages.contents import Part
from ita_desktop.domain.packages.problems import PackageRefused, RefusalKind
from ita_desktop.domain.plan.steps import PlanStep
from ita_desktop.domain.roster import Approval, ExternalPerson, InternalPerson
from ita_desktop.exchange.bag import PAYLOAD

if TYPE_CHECKING:
    from pathlib import Path

    from ita_desktop.domain.instrument import Instrument
    from ita_desktop.exchange.package_verify import Glance

LARGEST = 200_000_000
"""Bytes of a table: the country's largest office has some ten thousand forms."""
_UNREADABLE = (ValueError, KeyError, TypeError, AttributeError, InvalidOperation, RecursionError)


@dataclass(frozen=True, slots=True)
class PlainYear:
    """What a package tells of a year. `answers`: per part, the forms without the profile, as symbols."""

    instrument_text: str
    published: dict[str, Decimal]
    entries: tuple[CheckEntry, ...]
    measures: tuple[Measure, ...]
    answers: dict[str, tuple[str, ...]]
    internal: tuple[InternalPerson, ...]
    external: tuple[ExternalPerson, ...]
    missing: tuple[Part, ...]


def instrument_in(path: Path, seen: Glance) -> str:
    """Return the instrument's text; PackageRefused if there is none."""
    if f"{PAYLOAD}instrument.json" not in seen.hashes:
        raise PackageRefused(path, RefusalKind.CONTENT_BROKEN, "instrument.json")
    return seen.archive.read(f"{seen.root}/{PAYLOAD}instrument.json").decode("utf-8-sig")


def read_year(path: Path, seen: Glance, instrument: Instrument) -> PlainYear:
    """Read a package's tables; its payload must have been checked. PackageRefused (`content-broken`)."""
    reader = _Reader(path, seen)
    try:
        return PlainYear(
            instrument_in(path, seen),
            {row["key"]: Decimal(row["value"]) for row in reader.rows("results/published")},
            tuple(_entry(row) for row in reader.rows("oit/oit")),
            _measures(reader),
            {part.code: _answers(reader, part.code) for _, part in instrument.survey_parts()},
            tuple(_internal(row) for row in reader.rows("people/internal")),
            tuple(_external(row) for row in reader.rows("people/external")),
            tuple(part for part in Part if part is not Part.HISTORY and not reader.has(part)),
        )
    except _UNREADABLE as error:
        raise PackageRefused(path, RefusalKind.CONTENT_BROKEN, reader.last) from error


class _Reader:
    """Reads the tables of a package and remembers which it read last."""

    def __init__(self, path: Path, seen: Glance) -> None:
        """Read from an open package."""
        self._path, self._seen, self.last = path, seen, ""

    def has(self, part: Part) -> bool:
        """Tell whether a part came along."""
        return any(name.startswith(f"{PAYLOAD}{part.value}/") for name in self._seen.hashes)

    def rows(self, stem: str) -> list[dict[str, Any]]:
        """Return a table's rows, none if the package has no such table."""
        self.last = f"{stem}.json"
        if f"{PAYLOAD}{self.last}" not in self._seen.hashes:
            return []
        entry = self._seen.archive.getinfo(f"{self._seen.root}/{PAYLOAD}{self.last}")
        if entry.file_size > LARGEST:
            raise PackageRefused(self._path, RefusalKind.CONTENT_BROKEN, self.last)
        rows: list[dict[str, Any]] = json.loads(self._seen.archive.read(entry))
        return rows


def _day(text: str | None) -> date | None:
    """Read a day."""
    return date.fromisoformat(text) if text else None


def _entry(row: dict[str, Any]) -> CheckEntry:
    """Read an item; packages of format 1 told the status in words alone, so work begins anew there."""
    result = Fraction(row["result"]) if row["result"] is not None else None
    status = WorkStatus(row["state"]) if row.get("state") else WorkStatus.NOT_BEGUN
    return CheckEntry(row["code"], result, status, row["link"], row["note"])


def _measures(reader: _Reader) -> tuple[Measure, ...]:
    """Read the measures with their steps."""
    steps: dict[int, list[PlanStep]] = {}
    for row in reader.rows("measures/steps"):
        step = PlanStep(row["text"], _day(row["start"]), _day(row["end"]), _day(row["done"]))
        steps.setdefault(row["measure"], []).append(step)
    return tuple(
        _measure(row, tuple(steps.get(row.get("number", 0), ()))) for row in reader.rows("measures/measures")
    )


def _measure(row: dict[str, Any], steps: tuple[PlanStep, ...]) -> Measure:
    """Read a measure."""
    money = row.get("money")
    return Measure(
        row["indicator"],
        row["title"],
        row["finding"],
        steps,
        _day(row["start"]),
        _day(row["end"]),
        row["owner"],
        MeasureStatus(row["state"]) if row.get("state") else MeasureStatus.PLANNED,
        row["outcome"],
        answers=row.get("answers", ""),
        money=Decimal(money) if money is not None else None,
        success=row.get("success", ""),
        target=row.get("target", ""),
        achieved=row.get("achieved", ""),
    )


def _answers(reader: _Reader, part: str) -> tuple[str, ...]:
    """Read the forms of a part."""
    return tuple("".join(row.values()) for row in reader.rows(f"answers/{part}"))


def _internal(row: dict[str, Any]) -> InternalPerson:
    """Read somebody inside."""
    words = (row["name"], row["position"], row["division"], row["level"])
    return InternalPerson(*words, _day(row["start_date"]), row["phone"], Approval(row["approval"]))


def _external(row: dict[str, Any]) -> ExternalPerson:
    """Read somebody outside."""
    words = (row["name"], row["kind"], row["matter"], row["channel"])
    return ExternalPerson(*words, _day(row["contact_date"]), row["phone"], Approval(row["approval"]))
