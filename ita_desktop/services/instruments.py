"""The instruments that come with the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_desktop.domain.instrument_mistakes import MistakeKind
from ita_desktop.domain.problems import (
    DeviceFailed,
    FileMissing,
    InstrumentInvalid,
    InstrumentMistake,
    InstrumentUnknown,
)
from ita_desktop.support.paths import RESOURCES

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = RESOURCES / "instruments"
LONGEST = 4_000_000
"""Bytes; the longest instrument that comes with the program is a fiftieth of it."""


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
    """Return the text of an instrument file that came from elsewhere.

    FileMissing if it is not there, DeviceFailed if it cannot be read, InstrumentInvalid if it is no text at
    all or longer than any instrument (a stick's files are a stranger's).
    """
    try:
        with path.open("rb") as stream:
            content = stream.read(LONGEST + 1)
    except (FileNotFoundError, IsADirectoryError) as error:
        raise FileMissing(path) from error
    except OSError as error:
        raise DeviceFailed(path) from error
    if len(content) > LONGEST:
        raise InstrumentInvalid((InstrumentMistake("", MistakeKind.TOO_LARGE.value, str(LONGEST)),))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InstrumentInvalid((InstrumentMistake("", MistakeKind.NOT_JSON.value),)) from error
