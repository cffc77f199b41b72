"""Form 2 of the office file: second keying, third reading, clerks' figures, looks at odd forms.

Who keyed is known of a batch, not of a form; how long it took, of a batch and a clerk, as durations; there is
no time of day anywhere. What hangs on a form goes with it (ON DELETE CASCADE), so that undoing the form never
leaves a piece behind. `keying_spell` numbers its rows once and for all: figures are added outside of the
undoable commands, and a number used again would collide with an undo that brings a removed row back.

The form in hand no longer refers to its batch: undoing the command that made the batch failed on it.
"""

from __future__ import annotations

STATEMENTS = (
    """CREATE TABLE new_draft (
        year INTEGER NOT NULL REFERENCES round(year), part TEXT NOT NULL,
        batch INTEGER NOT NULL, serial INTEGER NOT NULL, line TEXT NOT NULL,
        note TEXT NOT NULL, PRIMARY KEY (year, part)) STRICT, WITHOUT ROWID""",
    "INSERT INTO new_draft SELECT year, part, batch, serial, line, note FROM draft",
    "DROP TABLE draft",
    "ALTER TABLE new_draft RENAME TO draft",
    """CREATE TABLE second_plan (
        batch INTEGER PRIMARY KEY REFERENCES batch(id) ON DELETE CASCADE, seed INTEGER NOT NULL,
        percent INTEGER NOT NULL, minimum INTEGER NOT NULL, tolerance TEXT NOT NULL,
        called_off TEXT NOT NULL) STRICT""",
    """CREATE TABLE second_form (
        year INTEGER NOT NULL, part TEXT NOT NULL, serial INTEGER NOT NULL, first TEXT NOT NULL,
        line TEXT NOT NULL, states TEXT NOT NULL, slips INTEGER NOT NULL,
        finished INTEGER NOT NULL CHECK (finished IN (0, 1)), PRIMARY KEY (year, part, serial),
        FOREIGN KEY (year, part, serial) REFERENCES questionnaire(year, part, serial)
        ON DELETE CASCADE) STRICT, WITHOUT ROWID""",
    """CREATE TABLE dispute (
        year INTEGER NOT NULL, part TEXT NOT NULL, serial INTEGER NOT NULL, place INTEGER NOT NULL,
        tried TEXT NOT NULL, symbol TEXT NOT NULL, PRIMARY KEY (year, part, serial, place),
        FOREIGN KEY (year, part, serial) REFERENCES second_form(year, part, serial)
        ON DELETE CASCADE) STRICT, WITHOUT ROWID""",
    """CREATE TABLE batch_clerk (
        batch INTEGER NOT NULL REFERENCES batch(id) ON DELETE CASCADE, task TEXT NOT NULL,
        clerk TEXT NOT NULL, said_so INTEGER NOT NULL CHECK (said_so IN (0, 1)),
        PRIMARY KEY (batch, task, clerk)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE keying_spell (
        id INTEGER PRIMARY KEY AUTOINCREMENT, batch INTEGER NOT NULL REFERENCES batch(id) ON DELETE CASCADE,
        task TEXT NOT NULL, clerk TEXT NOT NULL, forms INTEGER NOT NULL, keys INTEGER NOT NULL,
        active_ms INTEGER NOT NULL, pauses INTEGER NOT NULL, paused_ms INTEGER NOT NULL) STRICT""",
    "CREATE INDEX keying_spell_by_batch ON keying_spell (batch)",
    """CREATE TABLE look (
        year INTEGER NOT NULL REFERENCES round(year), part TEXT NOT NULL, oddity TEXT NOT NULL,
        reason TEXT NOT NULL, PRIMARY KEY (year, part, oddity)) STRICT, WITHOUT ROWID""",
)
