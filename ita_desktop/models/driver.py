"""The driver below SQLAlchemy: SQLite for a plain file, SQLCipher for an encrypted one, with one face.

An encrypted office file keeps the first 96 bytes of its header plain: the name of the format, whose file it
is, and its form. So the program knows its own file, and a too new or cut one, without the key; no row is in
there. SQLCipher keeps 80 bytes of each page for itself, and that number, in byte 20 of the header, tells the
two apart.
"""

from __future__ import annotations

import sqlite3
import sys
from typing import TYPE_CHECKING, Any, cast

from ita_desktop.models.file_key import salt_of

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

PLAIN_HEADER = 96
"""Bytes; a multiple of the cipher's block, and before the first page's own rows."""
RESERVED_AT = 20


def module(key: bytes | None) -> ModuleType:
    """Return the driver for a file with or without a key; SQLCipher is loaded when first needed."""
    if key is None:
        return sqlite3
    # Named by an import statement, so that a build for users finds it; it brings no types.
    from sqlcipher3 import dbapi2  # type: ignore[import-untyped]

    return cast("ModuleType", dbapi2)


def connect(place: Path | str, key: bytes | None = None, **options: Any) -> sqlite3.Connection:  # noqa: ANN401
    """Open a connection in autocommit; with a key, one that reads and writes encrypted pages.

    SQLCipher's own connection has the same methods and is no subclass: its type is the plain one's here.
    """
    raw: sqlite3.Connection = module(key).connect(str(place), isolation_level=None, **options)
    if key is not None:
        for statement in key_statements(key):
            raw.execute(statement)
    return raw


def key_statements(key: bytes, schema: str = "") -> tuple[str, ...]:
    """Return the statements that give a connection its key: raw, so that nothing is stretched twice."""
    prefix = f"{schema}." if schema else ""
    return (
        *(() if schema else (f'PRAGMA key = "{key_literal(key)}"',)),
        f"PRAGMA {prefix}cipher_plaintext_header_size = {PLAIN_HEADER}",
        *(() if schema else ("PRAGMA cipher_log_level = NONE",)),
    )


def key_literal(key: bytes) -> str:
    """Return key and salt as SQLCipher reads them."""
    return f"x'{key.hex()}{salt_of(key).hex()}'"


def is_sealed(header: bytes) -> bool:
    """Tell from the first bytes of a file of ours whether it is encrypted."""
    return len(header) > RESERVED_AT and header[RESERVED_AT] != 0


def errors() -> tuple[type[Exception], ...]:
    """Return what the drivers that are loaded raise."""
    loaded = sys.modules.get("sqlcipher3.dbapi2")
    return (sqlite3.Error,) if loaded is None else (sqlite3.Error, loaded.Error)
