"""Form 9 of the office file: who may open the file and do what.

No account: whoever opens the file chooses a role, as before. `password` and `code` are Argon2id hashes;
`wrapped` is the file's key, sealed under the password or the code, where the file is encrypted. `search`
holds the name as it is looked up, so that one name is never two accounts.

`history.person` names the account that did it; empty where there is none, and in all lines from before.
"""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = (
    """CREATE TABLE account (
        id INTEGER PRIMARY KEY, name TEXT NOT NULL, search TEXT NOT NULL UNIQUE, role TEXT NOT NULL,
        password TEXT NOT NULL, wrapped TEXT NOT NULL, active INTEGER NOT NULL CHECK (active IN (0, 1)),
        failures INTEGER NOT NULL CHECK (failures >= 0), waits_until TEXT) STRICT""",
    """CREATE TABLE recovery (
        id INTEGER PRIMARY KEY CHECK (id = 1), code TEXT NOT NULL, wrapped TEXT NOT NULL,
        made TEXT NOT NULL) STRICT""",
    "ALTER TABLE history ADD COLUMN person TEXT NOT NULL DEFAULT ''",
)
