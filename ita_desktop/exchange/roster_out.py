"""A roster as a workbook that goes round the divisions and comes back: the template's columns, filled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.exchange.words import EXTERNAL_COLUMNS, EXTERNAL_SHEET, INTERNAL_COLUMNS, INTERNAL_SHEET
from ita_desktop.exchange.workbook_write import Column, SheetPlan, write_workbook

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from ita_desktop.domain.roster import ExternalPerson, InternalPerson

_WIDTHS = {"name": 32.0, "position": 28.0, "division": 24.0, "level": 24.0, "matter": 30.0, "kind": 22.0}
_AS_TEXT = frozenset({"name", "phone"})
INTERNAL_FIELDS = ("name", "position", "division", "level", "start_date", "phone")
EXTERNAL_FIELDS = ("name", "kind", "matter", "channel", "contact_date", "phone")


def write_internal(path: Path, people: Iterable[InternalPerson]) -> None:
    """Write the internal roster.

    Raises:
        DiskFull, ReadOnly, FileInUse, FileMissing, DeviceFailed: it could not be written.
    """
    heads = {field: words[0] for field, words in INTERNAL_COLUMNS.items()}
    rows = [[getattr(person, field) for field in INTERNAL_FIELDS] for person in people]
    write_workbook(path, [SheetPlan(INTERNAL_SHEET, _columns(heads, INTERNAL_FIELDS), rows)])


def write_external(path: Path, people: Iterable[ExternalPerson]) -> None:
    """Write the external roster; as `write_internal`."""
    heads = {field: words[0] for field, words in EXTERNAL_COLUMNS.items()}
    rows = [[getattr(person, field) for field in EXTERNAL_FIELDS] for person in people]
    write_workbook(path, [SheetPlan(EXTERNAL_SHEET, _columns(heads, EXTERNAL_FIELDS), rows)])


def _columns(heads: dict[str, str], fields: tuple[str, ...]) -> tuple[Column, ...]:
    """Return the columns under their usual heads, so that the workbook comes in again as it is."""
    return tuple(
        Column(heads[field], _WIDTHS.get(field, 20.0), as_text=field in _AS_TEXT) for field in fields
    )
