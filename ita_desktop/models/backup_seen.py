"""What stands in an office file: counts for people, digests for machines, the chain's end."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from ita_desktop.domain.chain import Head
from ita_desktop.domain.problems import FileDamaged
from ita_desktop.models.backup_files import Contents

if TYPE_CHECKING:
    from pathlib import Path

COUNTED = {
    "internal": "internal_person",
    "external": "external_person",
    "forms": "questionnaire",
    "items": "check_entry",
    "measures": "measure",
    "history": "history",
}


SETTLED = (
    "round", "questionnaire", "check_entry", "measure", "published", "internal_person", "external_person",
)  # fmt: skip
"""Tables in which nothing changes without a line of history: if they did, no person did it."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What stands in a database: form, counts, digests of all and of the settled tables, the chain's end.

    `proofs`: the hashes of the files of proofs that it names.
    """

    form: int
    contents: Contents
    digest: str
    settled: dict[str, str]
    head: Head
    proofs: tuple[str, ...] = ()


def seen(raw: sqlite3.Connection, path: Path) -> Seen:
    """Read form, counts, digest and the chain's end, of this form of the file or an older one."""
    try:
        tables = raw.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
        names = [row[0] for row in tables]
        form = int(raw.execute("PRAGMA user_version").fetchone()[0])
        settled = {name: _digest(raw, [name]) for name in SETTLED if name in names}
        proofs = _proofs(raw) if "evidence" in names else ()
        return Seen(form, _contents(raw, names), _digest(raw, names), settled, _head(raw), proofs)
    except (ValueError, TypeError, LookupError) as error:  # an office that is no JSON, or lost its name
        raise FileDamaged(path) from error
    except sqlite3.OperationalError as error:
        if getattr(error, "sqlite_errorcode", None) is None:  # text that is no UTF-8: the driver's own error
            raise FileDamaged(path) from error
        raise


def _contents(raw: sqlite3.Connection, names: list[str]) -> Contents:
    """Count what a person would count."""
    counts: dict[str, Any] = {
        field: int(raw.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0])  # noqa: S608 - our own names
        for field, table in COUNTED.items()
        if table in names
    }
    bare = replace(Contents(), **counts)
    if not {"setting", "round"} <= set(names):
        return bare
    office = raw.execute("SELECT value FROM setting WHERE key = 'office'").fetchone()
    years = tuple(row[0] for row in raw.execute("SELECT year FROM round ORDER BY year"))
    return replace(bare, office=str(json.loads(office[0])["name"]) if office else "", years=years)


def _digest(raw: sqlite3.Connection, names: list[str]) -> str:
    """Hash every row of every table, in an order that does not depend on where it lies in the file."""
    digest = hashlib.sha256()
    for name in names:
        width = len(raw.execute(f'PRAGMA table_info("{name}")').fetchall())
        order = ",".join(map(str, range(1, width + 1)))
        digest.update(f"{name}/{width}\n".encode())
        for row in raw.execute(f'SELECT * FROM "{name}" ORDER BY {order}'):  # noqa: S608 - names of the file
            digest.update(repr(row).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _head(raw: sqlite3.Connection) -> Head:
    """Return the end of the history's chain; none in a form that has no seals."""
    columns = {row[1] for row in raw.execute("PRAGMA table_info(history)")}
    if "seal" not in columns:
        return Head()
    row = raw.execute("SELECT number, seal FROM history ORDER BY number DESC LIMIT 1").fetchone()
    return Head(*row) if row else Head()


def _proofs(raw: sqlite3.Connection) -> tuple[str, ...]:
    """Return the hashes of the kept files, each once."""
    rows = raw.execute("SELECT DISTINCT sha256 FROM evidence WHERE sha256 != '' ORDER BY sha256")
    return tuple(row[0] for row in rows)
