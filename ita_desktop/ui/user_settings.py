"""What the user of this computer chose: language, digits, text size, colours, files opened lately.

Kept as JSON in the user's own folder. A damaged or unwritable file costs the choices, never the start.
"""

from __future__ import annotations

import json
import logging
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ita_desktop.support.language import LANGUAGES, Language
from ita_desktop.support.paths import settings_folder

if TYPE_CHECKING:
    from typing import Self

log = logging.getLogger(__name__)

RECENT_KEPT = 8
LOCK_MINUTES = (0, 5, 10, 15, 30, 60)
TEXT_SIZES = (100, 115, 130, 150)
AS_THE_SYSTEM = "system"
COLOURS = (AS_THE_SYSTEM, "light", "dark", "contrast")
"""What colours can be asked for: those of the computer, or a palette by its name."""


@dataclass(frozen=True, slots=True)
class UserSettings:
    """The choices. `text_percent` scales all text; `thai_digits` is for prose and dates, never for scores."""

    language: Language = "th"
    thai_digits: bool = True
    text_percent: int = 100
    beep: bool = True
    colours: str = AS_THE_SYSTEM
    recent: tuple[str, ...] = ()
    lock_minutes: int = 10
    """Minutes without a key or the mouse after which a file with passwords locks its screen; 0 never."""

    def opened(self, path: Path) -> Self:
        """The choices with `path` as the file opened last."""
        name = str(path)
        rest = tuple(each for each in self.recent if each != name)
        return replace(self, recent=(name, *rest)[:RECENT_KEPT])

    def existing_recent(self) -> tuple[Path, ...]:
        """The files opened lately that are still there (a stick may be out)."""
        return tuple(path for path in map(Path, self.recent) if path.is_file())


def settings_path() -> Path:
    """Where the choices are kept."""
    return settings_folder() / "window.json"


def load() -> UserSettings:
    """Read the choices; what cannot be read falls back to its default, each by itself."""
    try:
        found = json.loads(settings_path().read_text("utf-8"))
    except (OSError, ValueError):
        return UserSettings()
    return _accepted(found) if isinstance(found, dict) else UserSettings()


def _accepted(found: dict[str, Any]) -> UserSettings:
    """Take over each value that is what it should be."""
    settings = UserSettings()
    checks: dict[str, bool] = {
        "language": found.get("language") in LANGUAGES,
        "thai_digits": isinstance(found.get("thai_digits"), bool),
        "text_percent": found.get("text_percent") in TEXT_SIZES,
        "beep": isinstance(found.get("beep"), bool),
        "lock_minutes": found.get("lock_minutes") in LOCK_MINUTES,
        "colours": found.get("colours") in COLOURS,
    }
    taken = {name: found[name] for name, good in checks.items() if good}
    recent = found.get("recent")
    if isinstance(recent, list):
        taken["recent"] = tuple(str(each) for each in recent[:RECENT_KEPT])
    return replace(settings, **taken)


def save(settings: UserSettings) -> None:
    """Keep the choices. A folder that cannot be written is logged: the work must go on."""
    from ita_desktop.domain.problems import Problem
    from ita_desktop.services.outputs import write_output

    text = json.dumps(asdict(settings), ensure_ascii=False, indent=1)
    try:
        write_output(settings_path(), text.encode("utf-8"))
    except (OSError, Problem) as error:
        log.info("choices not kept: %s", type(error).__name__)
