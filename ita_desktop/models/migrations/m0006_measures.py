"""Form 6 of the office file: the plan's money, targets, steps, follow-up and the year's own calendar.

A measure's steps become rows, so that each can have its dates: the lines of the old text, without the numbers
that people typed before them. A month has one report. What a person decided about a finding is kept; what is
only proposed is not, for it follows from the scores.
"""

from __future__ import annotations

_COLUMNS = (
    "answers TEXT NOT NULL DEFAULT ''",
    "success TEXT NOT NULL DEFAULT ''",
    "target TEXT NOT NULL DEFAULT ''",
    "achieved TEXT NOT NULL DEFAULT ''",
    "money TEXT",
    "carried_from INTEGER",
)

_SPLIT = """INSERT INTO measure_step
    WITH RECURSIVE line (id, place, text, rest) AS (
        SELECT id, 0, '', replace(steps, char(13), '') || char(10) FROM measure
        UNION ALL
        SELECT id, place + 1, trim(substr(rest, 1, instr(rest, char(10)) - 1)),
            substr(rest, instr(rest, char(10)) + 1)
        FROM line WHERE rest <> '')
    SELECT id, place, CASE
        WHEN text GLOB '[0-9][).]?*' THEN trim(substr(text, 3))
        WHEN text GLOB '[0-9][0-9][).]?*' THEN trim(substr(text, 4))
        ELSE text END, NULL, NULL, NULL
    FROM line WHERE place > 0 AND text <> ''"""

STATEMENTS: tuple[str, ...] = (
    *(f"ALTER TABLE measure ADD COLUMN {column}" for column in _COLUMNS),
    """CREATE TABLE measure_step (
        measure INTEGER NOT NULL REFERENCES measure(id), place INTEGER NOT NULL, text TEXT NOT NULL,
        start TEXT, "end" TEXT, done TEXT, PRIMARY KEY (measure, place)) STRICT, WITHOUT ROWID""",
    _SPLIT,
    "ALTER TABLE measure DROP COLUMN steps",
    """CREATE TABLE measure_report (
        measure INTEGER NOT NULL REFERENCES measure(id), month TEXT NOT NULL, percent INTEGER NOT NULL,
        done TEXT NOT NULL, spent TEXT, obstacles TEXT NOT NULL, evidence TEXT NOT NULL,
        PRIMARY KEY (measure, month)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE finding (
        id INTEGER PRIMARY KEY, year INTEGER NOT NULL REFERENCES round(year), key TEXT NOT NULL,
        heading TEXT NOT NULL, state TEXT NOT NULL, text TEXT NOT NULL) STRICT""",
    "CREATE INDEX finding_by_year ON finding (year)",
    """CREATE TABLE tool_account (
        year INTEGER NOT NULL REFERENCES round(year), tool TEXT NOT NULL, problem TEXT NOT NULL,
        advice TEXT NOT NULL, PRIMARY KEY (year, tool)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE activity (
        year INTEGER NOT NULL REFERENCES round(year), code TEXT NOT NULL, start TEXT NOT NULL,
        "end" TEXT NOT NULL, owner TEXT NOT NULL, PRIMARY KEY (year, code)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE measure_library (
        source TEXT NOT NULL PRIMARY KEY, version INTEGER NOT NULL, text TEXT NOT NULL) STRICT,
        WITHOUT ROWID""",
)
