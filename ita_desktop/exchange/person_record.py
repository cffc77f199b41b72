"""A person's own data as a JSON file: what they may ask for, in a form that another program can read."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import date
from typing import TYPE_CHECKING

from ita_desktop.domain.roster import ExternalPerson, InternalPerson
from ita_desktop.exchange.write_problems import told
from ita_desktop.support.atomic import write_bytes

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path


def write_person(path: Path, person: InternalPerson | ExternalPerson, year: int, now: datetime) -> None:
    """Write everything that the file holds of a person.

    Raises:
        DiskFull, ReadOnly, FileInUse, FileMissing, DeviceFailed: it could not be written.
    """
    values = {field.name: getattr(person, field.name) for field in fields(person)}
    plain = {
        name: value.isoformat() if isinstance(value, date) else getattr(value, "value", value)
        for name, value in values.items()
    }
    record = {
        "format": "ita-desktop-person-1",
        "fiscal_year": year,
        "roster": "internal" if isinstance(person, InternalPerson) else "external",
        "written": now.isoformat(timespec="seconds"),
        "person": plain,
    }
    with told(path):
        write_bytes(path, (json.dumps(record, ensure_ascii=False, indent=2) + "\n").encode())
