"""Form 7 of the office file: documents of the year, their texts, numbers, states and templates.

A line of the register is never removed, and a document only ever hidden: its number was on paper. Bytes
(pictures, signed PDFs, scans) are kept once, under their SHA-256. None of these tables is taken back by undo:
a signature is no keystroke, and a text being written has the editor's own undo and its versions.
"""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = (
    """CREATE TABLE document (
        id INTEGER PRIMARY KEY, year INTEGER NOT NULL REFERENCES round(year), kind TEXT NOT NULL,
        title TEXT NOT NULL, state TEXT NOT NULL, changed TEXT NOT NULL, fields TEXT NOT NULL,
        body TEXT NOT NULL, number TEXT NOT NULL, day TEXT, signed TEXT NOT NULL, scan TEXT NOT NULL,
        removed INTEGER NOT NULL CHECK (removed IN (0, 1))) STRICT""",
    "CREATE INDEX document_by_year ON document (year)",
    """CREATE TABLE document_version (
        id INTEGER PRIMARY KEY, document INTEGER NOT NULL REFERENCES document(id), at TEXT NOT NULL,
        role TEXT NOT NULL, state TEXT NOT NULL, title TEXT NOT NULL, fields TEXT NOT NULL,
        body TEXT NOT NULL) STRICT""",
    "CREATE INDEX version_by_document ON document_version (document)",
    """CREATE TABLE register_line (
        book TEXT NOT NULL, year INTEGER NOT NULL, number INTEGER NOT NULL CHECK (number > 0),
        text TEXT NOT NULL, day TEXT, subject TEXT NOT NULL, addressee TEXT NOT NULL, sender TEXT NOT NULL,
        document INTEGER REFERENCES document(id), note TEXT NOT NULL,
        void INTEGER NOT NULL CHECK (void IN (0, 1)),
        PRIMARY KEY (book, year, number)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE template (
        id INTEGER PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL,
        own INTEGER NOT NULL CHECK (own IN (0, 1)), at TEXT NOT NULL, fields TEXT NOT NULL,
        body TEXT NOT NULL) STRICT""",
    """CREATE TABLE stored (
        sha256 TEXT PRIMARY KEY, kind TEXT NOT NULL, data BLOB NOT NULL) STRICT, WITHOUT ROWID""",
)
