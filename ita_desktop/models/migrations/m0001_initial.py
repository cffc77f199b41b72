"""Form 1 of the office file.

A questionnaire's key is the number on the paper and nothing else: no row number that would tell the order of
keying, no time, no reference to a roster. Rosters and answers share no column but the fiscal year.
"""

from __future__ import annotations

STATEMENTS = (
    "CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE TABLE round (year INTEGER PRIMARY KEY, instrument TEXT NOT NULL) STRICT",
    """CREATE TABLE internal_person (
        id INTEGER PRIMARY KEY, year INTEGER NOT NULL REFERENCES round(year), name TEXT NOT NULL,
        search TEXT NOT NULL, position TEXT NOT NULL, division TEXT NOT NULL, level TEXT NOT NULL,
        start_date TEXT, phone TEXT NOT NULL, approval TEXT NOT NULL) STRICT""",
    "CREATE INDEX internal_person_by_year ON internal_person (year, name)",
    """CREATE TABLE external_person (
        id INTEGER PRIMARY KEY, year INTEGER NOT NULL REFERENCES round(year), name TEXT NOT NULL,
        search TEXT NOT NULL, kind TEXT NOT NULL, matter TEXT NOT NULL, channel TEXT NOT NULL,
        contact_date TEXT, phone TEXT NOT NULL, approval TEXT NOT NULL) STRICT""",
    "CREATE INDEX external_person_by_year ON external_person (year, name)",
    """CREATE TABLE batch (
        id INTEGER PRIMARY KEY, year INTEGER NOT NULL REFERENCES round(year), part TEXT NOT NULL,
        number INTEGER NOT NULL, division TEXT NOT NULL, declared INTEGER CHECK (declared >= 0),
        collected_by TEXT NOT NULL, closed INTEGER NOT NULL CHECK (closed IN (0, 1)),
        UNIQUE (year, part, number)) STRICT""",
    """CREATE TABLE questionnaire (
        year INTEGER NOT NULL REFERENCES round(year), part TEXT NOT NULL,
        serial INTEGER NOT NULL CHECK (serial > 0), batch INTEGER NOT NULL REFERENCES batch(id),
        line TEXT NOT NULL, note TEXT NOT NULL, PRIMARY KEY (year, part, serial)) STRICT, WITHOUT ROWID""",
    "CREATE INDEX questionnaire_by_batch ON questionnaire (batch)",
    """CREATE TABLE draft (
        year INTEGER NOT NULL REFERENCES round(year), part TEXT NOT NULL,
        batch INTEGER NOT NULL REFERENCES batch(id), serial INTEGER NOT NULL, line TEXT NOT NULL,
        note TEXT NOT NULL, PRIMARY KEY (year, part)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE check_entry (
        year INTEGER NOT NULL REFERENCES round(year), code TEXT NOT NULL, result TEXT,
        status TEXT NOT NULL, link TEXT NOT NULL, note TEXT NOT NULL, owner TEXT NOT NULL, due TEXT,
        ticked TEXT NOT NULL, PRIMARY KEY (year, code)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE measure (
        id INTEGER PRIMARY KEY, year INTEGER NOT NULL REFERENCES round(year), indicator TEXT NOT NULL,
        title TEXT NOT NULL, finding TEXT NOT NULL, steps TEXT NOT NULL, start TEXT, "end" TEXT,
        owner TEXT NOT NULL, status TEXT NOT NULL, outcome TEXT NOT NULL) STRICT""",
    """CREATE TABLE published (
        year INTEGER NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL,
        PRIMARY KEY (year, key)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE paper (
        year INTEGER NOT NULL REFERENCES round(year), kind TEXT NOT NULL, fields TEXT NOT NULL,
        PRIMARY KEY (year, kind)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE history (
        number INTEGER PRIMARY KEY, at TEXT NOT NULL, role TEXT NOT NULL, action TEXT NOT NULL,
        subject TEXT NOT NULL) STRICT""",
)
