"""Form 3 of the office file: rosters sorted and searched by keys of their own, drawn, counted, compared.

`asked` says who was drawn to be asked; what came back is counted per division (`handout`), never per person.
`erased_people` keeps the counts of people whose data was erased on request, and nothing else of them.
`kept_apart` remembers which two lines somebody said are two people.

The index holds what is searched beside what it is sorted by: a search reads it alone, in order, and not a
hundred thousand wide rows.

Of files from before, names sort as they are written until a line is changed.
"""

from __future__ import annotations

_KEYS = """UPDATE {table} SET sort = lower(name), spelled = lower(replace(name || '|' || {words}, ' ', ''))"""

STATEMENTS: tuple[str, ...] = (
    *(
        f"ALTER TABLE {table} ADD COLUMN {column}"
        for table in ("internal_person", "external_person")
        for column in (
            "sort TEXT NOT NULL DEFAULT ''",
            "spelled TEXT NOT NULL DEFAULT ''",
            "asked INTEGER NOT NULL DEFAULT 0 CHECK (asked IN (0, 1))",
            "returned_for TEXT NOT NULL DEFAULT ''",
        )
    ),
    _KEYS.format(table="internal_person", words="position || '|' || division || '|' || level"),
    _KEYS.format(table="external_person", words="kind || '|' || matter || '|' || channel"),
    "DROP INDEX internal_person_by_year",
    "DROP INDEX external_person_by_year",
    "CREATE INDEX internal_person_by_sort ON internal_person (year, sort, search)",
    "CREATE INDEX external_person_by_sort ON external_person (year, sort, search)",
    """CREATE TABLE handout (
        year INTEGER NOT NULL REFERENCES round(year), part TEXT NOT NULL, division TEXT NOT NULL,
        given INTEGER NOT NULL CHECK (given >= 0), came_back INTEGER NOT NULL CHECK (came_back >= 0),
        PRIMARY KEY (year, part, division)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE erased_people (
        year INTEGER NOT NULL REFERENCES round(year), roster TEXT NOT NULL, unit TEXT NOT NULL,
        level TEXT NOT NULL, eligible INTEGER NOT NULL, asked INTEGER NOT NULL, people INTEGER NOT NULL,
        PRIMARY KEY (year, roster, unit, level, eligible, asked)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE kept_apart (
        roster TEXT NOT NULL, one INTEGER NOT NULL, other INTEGER NOT NULL,
        PRIMARY KEY (roster, one, other)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE roster_draw (
        year INTEGER NOT NULL REFERENCES round(year), roster TEXT NOT NULL, seed TEXT NOT NULL,
        size INTEGER NOT NULL, heads INTEGER NOT NULL, digest TEXT NOT NULL, day TEXT NOT NULL,
        PRIMARY KEY (year, roster)) STRICT, WITHOUT ROWID""",
)
