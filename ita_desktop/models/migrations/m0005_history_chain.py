"""Form 5 of the office file: the history is a chain of seals (domain/chain.py).

`AUTOINCREMENT` makes SQLite remember the highest number ever given, so that a history whose last lines were
removed is seen as well. Lines from before get their seals with the next line that is written: SQL knows no
hash. A line with a role that only later programs know is kept as it is.
"""

from __future__ import annotations

STATEMENTS = (
    """CREATE TABLE new_history (
        number INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, role TEXT NOT NULL,
        action TEXT NOT NULL, subject TEXT NOT NULL, seal TEXT NOT NULL) STRICT""",
    "INSERT INTO new_history SELECT number, at, role, action, subject, '' FROM history ORDER BY number",
    "DROP TABLE history",
    "ALTER TABLE new_history RENAME TO history",
)
