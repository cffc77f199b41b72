"""What a command is given: the clock, the window, and office files that are closed again whatever happens."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ita_desktop.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Program:
    """What stands above the command line and is handed down to it: `app` builds it.

    `open_window` shows the window, on a file or on the welcome page, and returns the exit code at its end.
    """

    open_window: Callable[[Path | None], int]
    self_test: Callable[[], int]


@contextmanager
def opened(path: Path, *, asked: bool = True) -> Iterator[Workspace]:
    """Open an office file for the length of a block; one with accounts asks who it is (`asked`)."""
    from ita_desktop.cli.sign_in import open_and_sign_in

    workspace = open_and_sign_in(path, asked=asked)
    try:
        yield workspace
    finally:
        workspace.close()


@contextmanager
def blank_office() -> Iterator[Workspace]:
    """Open an empty office of the newest instrument, for what can be said without a file; nothing is left."""
    from tempfile import TemporaryDirectory

    from ita_desktop.domain.office import Office
    from ita_desktop.services.instruments import instrument_text, known_years
    from ita_desktop.services.workspace import create
    from ita_desktop.support import clock

    with TemporaryDirectory() as folder:
        path = Path(folder) / "blank.ita"
        workspace = create(path, Office("-"), instrument_text(known_years()[0]), clock.now)
        try:
            yield workspace
        finally:
            workspace.close()
