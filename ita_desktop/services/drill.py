"""The trial of the newest safety copy, and where what came of it is noted: on the copy's own shelf."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from ita_desktop.support import atomic
from ita_desktop.support.write_errors import WriteError

if TYPE_CHECKING:
    from pathlib import Path

DRILL = "drill.json"


@dataclass(frozen=True, slots=True)
class Drill:
    """A trial of the newest copy: when, of which, whether it held, how many rows and forms were counted."""

    at: datetime
    copy: str
    sound: bool
    forms: int = 0
    people: int = 0


def read_drill(shelf: Path) -> Drill | None:
    """Return the last drill on a shelf."""
    try:
        kept = json.loads((shelf / DRILL).read_text("utf-8"))
        return Drill(**{**kept, "at": datetime.fromisoformat(kept["at"])})
    except (OSError, ValueError, KeyError, TypeError):
        return None


def write_drill(shelf: Path, drill: Drill) -> None:
    """Note a drill; a disk that refuses costs the note, for the trial itself was made."""
    text = json.dumps(asdict(drill) | {"at": drill.at.isoformat()}, ensure_ascii=False)
    try:
        atomic.write_bytes(shelf / DRILL, text.encode("utf-8"))
    except WriteError:
        return
