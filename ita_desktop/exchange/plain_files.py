"""Tables as plain files that a person can read in twenty years: CSV for Excel, JSON for programs."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias

from ita_desktop.domain.numbers import rounded

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Plain: TypeAlias = "str | int | Decimal | Fraction | date | None"

BOM = "\ufeff"
"""Excel takes a CSV file for Thai in Windows' old code page unless it begins with this mark."""

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class PlainTable:
    """A table with a name for each column in both forms: an English key in JSON, a Thai header in CSV."""

    keys: tuple[str, ...]
    headers: tuple[str, ...]
    rows: Sequence[Sequence[Plain]]

    def csv(self) -> bytes:
        """Return the table for Excel: UTF-8 with its mark, Windows' line ends, no text that is a formula."""
        stream = io.StringIO()
        writer = csv.writer(stream, lineterminator="\r\n")
        writer.writerow(self.headers)
        writer.writerows([_for_excel(value) for value in row] for row in self.rows)
        return (BOM + stream.getvalue()).encode()

    def json(self) -> bytes:
        """Return the table for programs: a list of objects, texts as they are, scores as exact text."""
        records = [
            {key: _for_json(value) for key, value in zip(self.keys, row, strict=True)} for row in self.rows
        ]
        return json_bytes(records)


def both_forms(stem: str, table: PlainTable) -> Iterable[tuple[str, bytes]]:
    """Yield the two files of a table."""
    yield f"{stem}.csv", table.csv()
    yield f"{stem}.json", table.json()


def json_bytes(value: object) -> bytes:
    """Return JSON that a person can read, Thai as Thai."""
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def _for_excel(value: Plain) -> str | int:
    """Write a value for Excel; a text that it would compute gets a quotation mark before it."""
    if isinstance(value, str):
        return f"'{value}" if value.startswith(FORMULA_STARTS) else value
    found = _for_json(value)
    return "" if found is None else found


def _for_json(value: Plain) -> str | int | None:
    """Write a value: numbers with a point as text, so that no reader makes a binary float of them."""
    if isinstance(value, Fraction):
        return str(rounded(value))
    if isinstance(value, Decimal):
        return str(value)
    return value.isoformat() if isinstance(value, date) else value
