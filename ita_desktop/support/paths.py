"""Where things lie: what the program brings, and what belongs to the user.

The program's own folder is read only in an office (another user installed it), so nothing is ever written
there, with one exception: a file named `portable` beside a frozen program says that the folder travels on a
stick and keeps settings, logs and backups with it.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

APP_FOLDER = "ITA Desktop"
PORTABLE_MARKER = "portable"


def _find_resources() -> Path:
    """The folder of fonts, catalogues and instruments: inside a wheel, or beside the package.

    The second place serves the source tree and a one-directory build alike, for both keep `resources` beside
    `ita_desktop`.
    """
    package = Path(__file__).resolve().parent.parent
    inside = package / "_resources"
    return inside if inside.is_dir() else package.parent / "resources"


RESOURCES = _find_resources()


def resource(*parts: str) -> Path:
    """A file that the program brings.

    Raises:
        FileNotFoundError: the installation is incomplete; better told at once than as a blank page later.
    """
    path = RESOURCES.joinpath(*parts)
    if not path.exists():
        raise FileNotFoundError(path)
    return path


def program_folder() -> Path:
    """Where the frozen program lies, or the source tree."""
    if getattr(sys, "frozen", False):
        return Path(sys.executable).resolve().parent
    return Path(__file__).resolve().parents[2]


def is_portable() -> bool:
    """Whether a frozen program carries its data with it, as its marker file says."""
    return bool(getattr(sys, "frozen", False)) and (program_folder() / PORTABLE_MARKER).exists()


def user_folder() -> Path:
    """The folder of settings, logs and backups: ITA_DESKTOP_HOME, a portable program's, or the system's."""
    if chosen := os.environ.get("ITA_DESKTOP_HOME"):
        return Path(chosen)
    if is_portable():
        return program_folder() / "data"
    return _system_folder() / APP_FOLDER


def _system_folder() -> Path:
    """Where this system keeps a user's data for programs; never the roaming one, for backups are too big."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")


def _made(path: Path) -> Path:
    """The folder, made if it was missing."""
    path.mkdir(parents=True, exist_ok=True)
    return path


def settings_folder() -> Path:
    """Where choices such as the language are kept."""
    return _made(user_folder() / "settings")


def log_folder() -> Path:
    """Where the log is kept."""
    return _made(user_folder() / "logs")


def backup_folder() -> Path:
    """Where safety copies of office files are kept unless the office chooses another place."""
    return _made(user_folder() / "backups")


def documents_folder() -> Path:
    """Where staff look for their files: Documents, else the home folder."""
    documents = Path.home() / "Documents"
    return documents if documents.is_dir() else Path.home()
