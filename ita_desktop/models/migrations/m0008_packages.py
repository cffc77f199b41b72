"""Form 8 of the office file: keys, packages sent and received, receipts.

`own_key` holds the office's secrets (kind `sign`, `seal`), made on first use. Undo takes back neither them
nor what has left the office (`package_sent`) and what was answered (`package_receipt`): others know of it.

`received_value` is what headquarters sent last for a field, the base by which a change on both sides is
known; `set_aside` keeps the value that lost. `received_file` keeps what came down for other tabs to use.
"""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = (
    """CREATE TABLE own_key (
        kind TEXT NOT NULL PRIMARY KEY, secret TEXT NOT NULL, made_at TEXT NOT NULL) STRICT, WITHOUT ROWID""",
    """CREATE TABLE party (
        fingerprint TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL, code TEXT NOT NULL, side TEXT NOT NULL,
        sign TEXT NOT NULL, seal TEXT NOT NULL, added_at TEXT NOT NULL,
        confirmed INTEGER NOT NULL CHECK (confirmed IN (0, 1))) STRICT, WITHOUT ROWID""",
    """CREATE TABLE package_sent (
        number INTEGER PRIMARY KEY, year INTEGER NOT NULL, name TEXT NOT NULL, digest TEXT NOT NULL,
        made_at TEXT NOT NULL, parts TEXT NOT NULL, readers TEXT NOT NULL) STRICT""",
    """CREATE TABLE package_receipt (
        by_key TEXT NOT NULL, name TEXT NOT NULL, digest TEXT NOT NULL, number INTEGER NOT NULL,
        outcome TEXT NOT NULL, at TEXT NOT NULL, by TEXT NOT NULL, why TEXT NOT NULL, missing TEXT NOT NULL,
        PRIMARY KEY (by_key, name, digest)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE package_received (
        sender TEXT NOT NULL, digest TEXT NOT NULL, number INTEGER NOT NULL, previous TEXT NOT NULL,
        name TEXT NOT NULL, at TEXT NOT NULL, outcome TEXT NOT NULL, why TEXT NOT NULL,
        PRIMARY KEY (sender, digest)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE received_value (
        year INTEGER NOT NULL, place TEXT NOT NULL, value TEXT,
        PRIMARY KEY (year, place)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE set_aside (
        id INTEGER PRIMARY KEY, year INTEGER NOT NULL, place TEXT NOT NULL, value TEXT, kept TEXT,
        package TEXT NOT NULL, at TEXT NOT NULL) STRICT""",
    """CREATE TABLE received_file (
        kind TEXT NOT NULL, name TEXT NOT NULL, content TEXT NOT NULL, at TEXT NOT NULL,
        PRIMARY KEY (kind, name)) STRICT, WITHOUT ROWID""",
)
