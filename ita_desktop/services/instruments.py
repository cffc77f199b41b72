"""The instruments that come with the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.domain.problems import FileMissing, InstrumentUnknown
from ita_desktop.support.paths import RESOURCES

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = RESOURCES / "instruments"


def known_years() -> tuple[int, ...]:
    """Return the fiscal years whose instruments come with the program, newest first."""
    return tuple(sorted((int(path.stem) for path in FOLDER.glob("[0-9]*.json")), reverse=True))


def instrument_text(year: int) -> str:
    """Return the text of a year's instrument; InstrumentUnknown if none comes with the program."""
    path = FOLDER / f"{year}.json"
    if not path.is_file():
        raise InstrumentUnknown(year, known_years())
    return path.read_text(encoding="utf-8")


def read_instrument_file(path: Path) -> str:
    """Return the text of an instrument file that came from elsewhere; FileMissing if it is not there."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except (FileNotFoundError, IsADirectoryError) as error:
        raise FileMissing(path) from error
