"""Form 4 of the office file: proofs, approvals, the assessor's results, and what last year left.

`own`, `preliminary`, `explained` and `final` are the results by stage while `result` stays the one that
counts; all are empty until the assessor has spoken. Versions of a proof are rows of their own: a newer one
names the one that it replaces, and none is ever written over.
"""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = (
    "ALTER TABLE check_entry ADD COLUMN person TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE check_entry ADD COLUMN priority TEXT NOT NULL DEFAULT 'normal'",
    "ALTER TABLE check_entry ADD COLUMN own TEXT",
    "ALTER TABLE check_entry ADD COLUMN preliminary TEXT",
    "ALTER TABLE check_entry ADD COLUMN explained TEXT",
    "ALTER TABLE check_entry ADD COLUMN final TEXT",
    "ALTER TABLE check_entry ADD COLUMN added TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE check_entry ADD COLUMN comment TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE check_entry ADD COLUMN explanation TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE check_entry ADD COLUMN last_years TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE check_entry ADD COLUMN seen INTEGER NOT NULL DEFAULT 0",
    """CREATE TABLE evidence (
        id INTEGER PRIMARY KEY, year INTEGER NOT NULL REFERENCES round(year), kind TEXT NOT NULL,
        target TEXT NOT NULL, day TEXT, title TEXT NOT NULL, sha256 TEXT NOT NULL, size INTEGER NOT NULL,
        added_at TEXT NOT NULL, added_by TEXT NOT NULL, replaces INTEGER REFERENCES evidence(id)) STRICT""",
    "CREATE INDEX evidence_by_year ON evidence (year)",
    """CREATE TABLE evidence_item (
        evidence INTEGER NOT NULL REFERENCES evidence(id), code TEXT NOT NULL,
        PRIMARY KEY (evidence, code)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE check_step (
        id INTEGER PRIMARY KEY, year INTEGER NOT NULL REFERENCES round(year), code TEXT NOT NULL,
        at TEXT NOT NULL, role TEXT NOT NULL, step TEXT NOT NULL, reason TEXT NOT NULL,
        signed TEXT NOT NULL) STRICT""",
    "CREATE INDEX check_step_by_item ON check_step (year, code)",
    """CREATE TABLE link_check (
        year INTEGER NOT NULL REFERENCES round(year), link TEXT NOT NULL, at TEXT NOT NULL,
        reachable INTEGER NOT NULL CHECK (reachable IN (0, 1)), status INTEGER NOT NULL, title TEXT NOT NULL,
        final TEXT NOT NULL, fault TEXT NOT NULL, PRIMARY KEY (year, link, at)) STRICT, WITHOUT ROWID""",
)
